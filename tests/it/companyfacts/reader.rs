//! Bytes to facts, against `serde_json` with its numbers kept as text.

use std::{collections::BTreeMap, str::FromStr};

use financials::{
    Decimal,
    companyfacts::{CompanyFacts, CompanyFactsError, FiledFact},
};
use num_bigint::BigInt;
use num_rational::BigRational;
use serde::Deserialize;
use serde_json::{Value, value::RawValue};

/// The file as `serde_json` reads it.
#[derive(Deserialize)]
struct File<'a> {
    #[serde(borrow)]
    facts: BTreeMap<String, BTreeMap<String, &'a RawValue>>,
}

#[derive(Deserialize)]
struct Tag<'a> {
    #[serde(borrow)]
    units: BTreeMap<String, Vec<Row<'a>>>,
}

#[derive(Deserialize)]
struct Row<'a> {
    start: Option<String>,
    end: String,
    #[serde(borrow)]
    val: &'a RawValue,
    accn: String,
    fy: Option<i16>,
    filed: String,
}

/// Returns the exact value of a number as text.
fn exact(text: &str) -> BigRational {
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, places) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = BigInt::from_str(&format!("{whole}{places}")).unwrap();
    let exponent = i32::from_str(exponent).unwrap() - places.len() as i32;
    let ten = BigRational::from_integer(BigInt::from(10));
    BigRational::from_integer(digits) * num_traits::Pow::pow(ten, exponent)
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn every_fact_of_every_file_is_read_exactly() {
    for (name, bytes) in super::files() {
        let facts = CompanyFacts::parse(&bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
        let file: File<'_> = serde_json::from_slice(&bytes).unwrap();
        let mut count = 0;
        for (taxonomy, tags) in &file.facts {
            for (tag, raw) in tags {
                let Ok(Tag { units }) = serde_json::from_str(raw.get()) else {
                    assert_eq!(tag, "_stripped", "{name}");
                    continue;
                };
                let concept = facts.concept(taxonomy, tag).unwrap();
                assert_eq!(concept.units.len(), units.len(), "{name} {tag}");
                for unit in &concept.units {
                    let rows = &units[&unit.unit];
                    assert_eq!(unit.facts.len(), rows.len(), "{name} {tag}");
                    for (fact, row) in unit.facts.iter().zip(rows) {
                        count += 1;
                        assert_eq!(exact(&fact.value.to_string()), exact(row.val.get()), "{name}");
                        assert_eq!(fact.start.map(|date| date.to_string()), row.start);
                        assert_eq!(fact.end.to_string(), row.end);
                        assert_eq!(fact.filed.to_string(), row.filed);
                        assert_eq!(fact.accession.to_string(), row.accn);
                        assert_eq!(fact.fiscal_year, row.fy);
                    }
                }
            }
        }
        assert_eq!(facts.facts_read(), count, "{name}");
        assert_eq!(
            facts.concepts().iter().flat_map(|c| &c.units).flat_map(|u| &u.facts).count(),
            count
        );
        let top: Value = serde_json::from_slice(&bytes).unwrap();
        let cik = top["cik"].as_u64().or_else(|| top["cik"].as_str()?.parse().ok());
        assert_eq!(facts.cik(), cik, "{name}");
        assert_eq!(facts.entity_name(), top["entityName"].as_str().unwrap(), "{name}");
    }
}

/// A file of one fact, with some text in place of another.
fn one(from: &str, to: &str) -> String {
    let file = concat!(
        r#"{"cik":1321655,"entityName":"Palantir","facts":{"us-gaap":{"Revenues":{"label":null,"#,
        r#""units":{"USD":[{"start":"2025-04-01","end":"2025-06-30","val":1003697000,"#,
        r#""accn":"0001321655-25-000106","fy":2025,"fp":"Q2","form":"10-Q","#,
        r#""filed":"2025-08-05","frame":"CY2025Q2"}]}}}}}"#
    );
    assert!(file.contains(from), "{from}");
    file.replacen(from, to, 1)
}

fn value(number: &str) -> Result<Decimal, CompanyFactsError> {
    let facts = CompanyFacts::parse(one("1003697000", number).as_bytes())?;
    Ok(facts.concept("us-gaap", "Revenues").unwrap().units[0].facts[0].value)
}

#[test]
fn numbers_are_read_from_their_own_text() {
    let cases = [
        ("0", "0"),
        ("-0", "0"),
        ("16.9e9", "16900000000"),
        ("1e-05", "0.00001"),
        ("1E+2", "100"),
        ("0.1", "0.1"),
        ("-0.02", "-0.02"),
        ("123456789012345.678", "123456789012345.678"),
        ("9007199254740993", "9007199254740993"),
        ("999999999999999999999999999", "999999999999999999999999999"),
    ];
    for (number, expected) in cases {
        assert_eq!(value(number).unwrap().to_string(), expected, "{number}");
    }
    for number in ["01", "00", "-", "1.", "1e", "1.2.3", "--1", "12345678901234567890123456789"] {
        let error = value(number).unwrap_err().to_string();
        let message = "us-gaap/Revenues/USD[0].val: ";
        assert!(error.contains(message), "{error}");
    }
}

#[test]
fn forms_of_the_file_that_are_no_error() {
    let cases = [
        ("1321655,", "\"0001321655\","),
        ("\"fy\":2025,\"fp\":\"Q2\"", "\"fy\":null,\"fp\":null"),
        ("\"start\":\"2025-04-01\"", "\"start\":null"),
        ("\"start\":\"2025-04-01\",", ""),
        ("\"frame\":\"CY2025Q2\"", "\"new\":{\"a\":[1,-2.5e3,true,null,\"\\\"\"]}"),
        ("{\"us-gaap\"", "{\"srt\":{},\"ffd\":null,\"ifrs-full\":{\"_stripped\":true},\"us-gaap\""),
        ("{\"Revenues\"", "{\"Empty\":null,\"Other\":{\"units\":null},\"Revenues\""),
        (":", " :\t"),
        ("{\"cik\"", "\u{feff}{\"ticker\":\"PLTR\",\"cik\""),
    ];
    for (from, to) in cases {
        let facts = CompanyFacts::parse(one(from, to).as_bytes());
        let facts = facts.unwrap_or_else(|error| panic!("{to}: {error}"));
        assert_eq!((facts.facts_read(), facts.cik()), (1, Some(1_321_655)), "{to}");
    }
}

#[test]
fn errors_name_the_path_and_the_byte() {
    // What replaces what, the message, and the text at whose start the byte stands.
    let cases = [
        ("1003697000", "\"1\"", "USD[0].val: expected a number, found a string", "\"1\""),
        (
            "1003697000",
            "1.2.3",
            "USD[0].val: '1.2.3' is not a number of at most 28 digits",
            "1.2.3",
        ),
        (
            "2025-06-30",
            "2025-06-31",
            "USD[0].end: '2025-06-31' is not a date of the form 2025-06-30",
            "2025-06-31",
        ),
        ("\"2025-06-30\"", "250630", "USD[0].end: expected a date, found a number", "250630"),
        (
            "25-000106",
            "25-0106",
            "USD[0].accn: '0001321655-25-0106' is not an accession number of the form \
             0001321655-25-000106",
            "0001321655-25-0106",
        ),
        (
            "\"fy\":2025",
            "\"fy\":\"20\"",
            "USD[0].fy: expected a year or null, found a string",
            "\"20\"",
        ),
        ("\"form\":\"10-Q\",", "", "USD[0]: 'form' is missing", "]}}}}}"),
        (
            "2025-04-01",
            "2025-07-01",
            "USD[0].start: '2025-07-01' is not a date on or before the end",
            "2025-07-01",
        ),
        (
            "\"10-Q\"",
            "\"10-\\x51\"",
            "USD[0].form: expected an escape of RFC 8259 in a string, found '\\'",
            "\\x51",
        ),
        (
            "\"10-Q\"",
            "\"10-\\u005g\"",
            "USD[0].form: expected an escape of RFC 8259 in a string, found '\\'",
            "\\u005g",
        ),
        ("[{", "{{", "USD: expected an array of facts, found an object", "{{"),
        ("1321655", "\"13 21\"", "cik: '13 21' is not a central index key of digits", "13 21"),
        ("\"facts\"", "\"fact\"", "document: 'facts' is missing", ""),
        ("}]}}}}}", "}]}}}}", "document: expected ',' or '}', found the end of the file", ""),
        ("}]}}}}}", "}]}}}}} 7", "document: expected the end of the file, found a number", "7"),
        (
            "{\"Revenues\":{",
            "{\"Revenues\":3,\"A\":{",
            "us-gaap/Revenues: expected an object with units, found a number",
            "3,\"A\"",
        ),
    ];
    for (from, to, message, at) in cases {
        let file = one(from, to);
        let byte = if at.is_empty() { file.len() } else { file.rfind(at).unwrap() };
        let path = if message.starts_with("USD") { "us-gaap/Revenues/" } else { "" };
        let error = CompanyFacts::parse(file.as_bytes()).unwrap_err();
        assert_eq!(error.to_string(), format!("companyfacts: {path}{message}, at byte {byte}"));
    }
    let deep = format!("{{\"x\":{}", "[".repeat(1000));
    let error = CompanyFacts::parse(deep.as_bytes()).unwrap_err().to_string();
    assert_eq!(
        error,
        "companyfacts: document: expected less deep nesting, found an array, at byte 69"
    );
}

#[test]
fn text_that_is_not_utf8_is_named_with_its_path() {
    let file = one("Palantir", "Palantir");
    let cases = [
        ("Palantir", "entityName"),
        ("Revenues", "us-gaap"),
        ("10-Q", "us-gaap/Revenues/USD[0].form"),
        ("CY2025Q2", "us-gaap/Revenues/USD[0]"),
        ("{\"cik", "document"),
    ];
    for (text, path) in cases {
        let byte = file.find(text).unwrap();
        let mut bytes = file.clone().into_bytes();
        bytes[byte] = 0xff;
        for error in [CompanyFacts::parse(&bytes), CompanyFacts::parse_lenient(&bytes)] {
            let message =
                format!("companyfacts: {path}: the file is not UTF-8 text, at byte {byte}");
            assert_eq!(error.unwrap_err().to_string(), message);
        }
    }
    let mut bytes = one("\"val\":1003697000", "\"val\":true").into_bytes();
    bytes.extend([0xff]);
    let error = CompanyFacts::parse(&bytes).unwrap_err().to_string();
    assert!(error.contains("USD[0].val: expected a number, found a boolean"), "{error}");
    let error = CompanyFacts::parse_lenient(&bytes).unwrap_err().to_string();
    assert!(error.contains("document: the file is not UTF-8 text"), "{error}");
}

#[test]
fn keys_and_forms_are_read_through_their_escapes() {
    let plain = CompanyFacts::parse(one("{", "{").as_bytes()).unwrap();
    let cases = [
        ("cik", "c\\u0069k"),
        ("entityName", "\\u0065ntityName"),
        ("\"facts", "\"f\\u0061cts"),
        ("us-gaap", "us\\u002dgaap"),
        ("Revenues", "Revenue\\u0073"),
        ("units", "unit\\u0073"),
        ("USD", "\\u0055SD"),
        ("start", "st\\u0061rt"),
        ("\"end", "\"\\u0065nd"),
        ("val", "v\\u0061l"),
        ("accn", "\\u0061ccn"),
        ("fy", "f\\u0079"),
        ("form", "\\u0066orm"),
        ("filed", "\\u0066iled"),
        ("10-Q", "10\\u002dQ"),
    ];
    for (from, to) in cases {
        let facts = CompanyFacts::parse(one(from, to).as_bytes());
        assert_eq!(facts.as_ref(), Ok(&plain), "{to}");
    }
    // A value under an escaped key is held to its type like any other.
    let error = CompanyFacts::parse(one("\"val\":1", "\"v\\u0061l\":false,\"x\":1").as_bytes());
    let error = error.unwrap_err().to_string();
    assert!(error.contains("USD[0].val: expected a number, found a boolean"), "{error}");
}

#[test]
fn every_prefix_of_a_file_is_an_error_and_no_panic() {
    let file = one("Palantir", "Pal\\u00e4nt\\ud83d\\ude00ir");
    for end in 0..file.len() {
        assert!(CompanyFacts::parse(&file.as_bytes()[..end]).is_err(), "{end}");
        assert!(CompanyFacts::parse_lenient(&file.as_bytes()[..end]).is_err(), "{end}");
    }
    assert_eq!(CompanyFacts::parse(file.as_bytes()).unwrap().entity_name(), "Palänt😀ir");
}

#[test]
fn a_bad_fact_is_passed_over_on_request_and_counted() {
    let bad = concat!(
        r#"[{"start":"2025-04-01","end":"soon","val":1,"accn":"0001321655-25-000106","#,
        r#""form":"10-Q","filed":"2025-08-05"},{"#
    );
    let file = one("[{", bad);
    assert!(CompanyFacts::parse(file.as_bytes()).is_err());
    let facts = CompanyFacts::parse_lenient(file.as_bytes()).unwrap();
    assert_eq!((facts.facts_read(), facts.skipped().len()), (2, 1));
    let kept = &facts.concept("us-gaap", "Revenues").unwrap().units[0].facts;
    assert_eq!(kept.len(), 1);
    let reason = facts.skipped()[0].to_string();
    assert!(
        reason.starts_with("companyfacts: us-gaap/Revenues/USD[0].end: 'soon' is not"),
        "{reason}"
    );
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn the_layout_of_a_file_does_not_matter() {
    for (name, bytes) in super::files() {
        // Pretty-printed, with the keys of each fact in another order.
        let value: Value = serde_json::from_slice(&bytes).unwrap();
        let other = serde_json::to_vec_pretty(&value).unwrap();
        let (facts, other) =
            (CompanyFacts::parse(&bytes).unwrap(), CompanyFacts::parse(&other).unwrap());
        assert_eq!(facts.facts_read(), other.facts_read(), "{name}");
        for concept in facts.concepts() {
            let same = other.concept(&concept.taxonomy, &concept.name).unwrap();
            for unit in &concept.units {
                let same = same.units.iter().find(|same| same.unit == unit.unit).unwrap();
                for (a, b) in unit.facts.iter().zip(&same.facts) {
                    let parts = |facts: &CompanyFacts, fact: &FiledFact| {
                        let form = facts.form_name(fact).to_owned();
                        let dates = (fact.start, fact.end, fact.filed);
                        (dates, fact.accession, fact.form, form, fact.fiscal_year)
                    };
                    assert_eq!(parts(&facts, a), parts(&other, b), "{name} {}", concept.name);
                }
            }
        }
    }
}

#[test]
fn facts_that_are_almost_laid_out_as_usual_are_read_with_care() {
    let cases = [
        ("\"fp\":\"Q2\"", "\"fp\":\"a\\\"\"", None),
        ("\"fp\":\"Q2\"", "\"fp\":\"\"", None),
        ("\"fp\":\"Q2\"", "\"fp\":2", Some("USD[0].fp: expected a string or null")),
        ("\"fp\":\"Q2\"", "\"fp\":\"\n2\"", Some("USD[0].fp: expected no control character")),
        ("\"fy\":2025", "\"fy\":+202", Some("USD[0].fy: expected a year or null")),
        ("\"fy\":2025", "\"fy\":12", None),
        ("\"10-Q\"", "\"10-\\u0051\"", None),
        ("1003697000", "1003697000,\"x\":[1]", None),
        ("\"CY2025Q2\"}", "\"CY2025Q2\",\"val\":7}", Some("USD[0]: 'val' is given twice")),
        ("\"fy\":2025", "\"fy\":024", Some("USD[0].fy: '024' is not a year")),
        ("\"fy\":2025", "\"fy\":-05", Some("USD[0].fy: '-05' is not a year")),
        ("\"fy\":2025", "\"fy\":0", None),
        ("\"CY2025Q2\"}", "\"CY2025Q2\"", Some("USD[0]: expected ',' or '}'")),
    ];
    for (from, to, error) in cases {
        let facts = CompanyFacts::parse(one(from, to).as_bytes());
        match (facts, error) {
            (Ok(facts), None) => assert_eq!(facts.facts_read(), 1, "{to}"),
            (Err(found), Some(error)) => {
                assert!(found.to_string().contains(error), "{to}: {found}");
            }
            (found, _) => panic!("{to}: {found:?}"),
        }
    }
}
