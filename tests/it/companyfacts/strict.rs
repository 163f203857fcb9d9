//! Files that say a thing twice, or write a number as JSON does not.

use financials::companyfacts::CompanyFacts;

fn fact(value: i64) -> String {
    format!(
        r#"{{"start":"2025-04-01","end":"2025-06-30","val":{value},"accn":"0001321655-25-000106","#
    ) + r#""fy":2025,"fp":"Q2","form":"10-Q","filed":"2025-08-05"}"#
}

fn revenues(unit: &str) -> String {
    format!(r#""Revenues":{{"units":{{{unit}}}}}"#)
}

fn usd(value: i64) -> String {
    format!(r#""USD":[{}]"#, fact(value))
}

fn file(concepts: &str) -> String {
    format!(r#"{{"cik":1,"facts":{{"us-gaap":{{{concepts}}}}}}}"#)
}

/// Each file with where a thing stands twice, and how many facts are left of it.
fn repeated() -> [(String, &'static str, usize); 8] {
    let good = revenues(&usd(1));
    let twice = |name: &str| fact(1).replacen('{', &format!("{{{name},"), 1);
    [
        (file(&format!("{good},{good}")), "us-gaap: 'Revenues'", 1),
        (
            file(&format!(r"{good},{}", good.replace("Rev", r"\u0052ev"))),
            "us-gaap: '\\u0052evenues'",
            1,
        ),
        (file(&revenues(&format!("{},{}", usd(1), usd(2)))), "us-gaap/Revenues: 'USD'", 1),
        (file(&good.replace("}]}", r#"}]},"units":{}"#)), "us-gaap/Revenues: 'units'", 1),
        (
            file(&revenues(&format!(r#""USD":[{}]"#, twice(r#""val":7"#)))),
            "us-gaap/Revenues/USD[0]: 'val'",
            0,
        ),
        (
            file(&revenues(&format!(r#""USD":[{}]"#, twice(r#""x":1,"x":1"#)))),
            "us-gaap/Revenues/USD[0]: 'x'",
            0,
        ),
        (
            file(&good).replace(r#""us-gaap""#, r#""dei":{},"dei":{},"us-gaap""#),
            "document: 'dei'",
            1,
        ),
        (file(&good).replace(r#""cik":1"#, r#""cik":1,"cik":2"#), "document: 'cik'", 1),
    ]
}

#[test]
fn what_stands_twice_is_refused_or_passed_over_and_counted() {
    for (file, place, left) in repeated() {
        let byte = CompanyFacts::parse(file.as_bytes()).unwrap_err().to_string();
        assert!(
            byte.starts_with(&format!("companyfacts: {place} is given twice, at byte ")),
            "{byte}"
        );
        let facts = CompanyFacts::parse_lenient(file.as_bytes()).unwrap();
        let skipped: Vec<_> = facts.skipped().iter().map(ToString::to_string).collect();
        assert_eq!(skipped, [byte], "{file}");
        assert_eq!(facts.facts_read(), left + 1, "{file}");
        // The first is kept.
        assert_eq!(facts.cik(), Some(1));
        let kept = facts.concepts().iter().flat_map(|concept| &concept.units);
        let kept: Vec<_> = kept.flat_map(|unit| &unit.facts).map(|fact| fact.value).collect();
        assert_eq!(kept, vec![1.into(); left], "{file}");
    }
}

#[test]
fn a_number_with_a_leading_zero_is_refused_or_passed_over_and_counted() {
    for (from, to, message) in [
        ("2025,\"fp", "024,\"fp", ".fy: '024' is not a year"),
        ("\"val\":1", "\"val\":01", ".val: '01' is not a number of at most 28 digits"),
    ] {
        let file =
            file(&revenues(&format!("\"USD\":[{},{}]", fact(1), fact(2)))).replacen(from, to, 1);
        let error = CompanyFacts::parse(file.as_bytes()).unwrap_err().to_string();
        assert!(error.contains(&format!("USD[0]{message}, at byte")), "{error}");
        let facts = CompanyFacts::parse_lenient(file.as_bytes()).unwrap();
        assert_eq!((facts.facts_read(), facts.skipped().len()), (2, 1));
        assert_eq!(facts.skipped()[0].to_string(), error);
    }
    // Where it is of no fact, there is nothing to pass over.
    let file = file("").replace("\"cik\":1", "\"cik\":01");
    let error = CompanyFacts::parse_lenient(file.as_bytes()).unwrap_err().to_string();
    assert_eq!(error, "companyfacts: cik: '01' is not a central index key of digits, at byte 7");
}
