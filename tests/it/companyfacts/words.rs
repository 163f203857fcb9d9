//! Every word and code that the module gives out.

use financials::{
    Error, Item, Undefined,
    companyfacts::{
        CompanyFacts, FindingKind, FiscalYears, ItemSeries, RestatementClass, Stream, StreamError,
        Vintage,
    },
    undefined::{Absence, When},
};

#[test]
fn codes_are_those_of_serde() {
    let absences = [
        (Absence::NotTagged, "not_tagged", "no concept of the item is tagged"),
        (Absence::NotReported, "not_reported", "not reported"),
        (Absence::MissingYear, "missing_year", "the fiscal year is missing"),
        (Absence::MissingNineMonths, "missing_nine_months", "the first nine months are missing"),
        (Absence::MissingHalf, "missing_half", "the first half is missing"),
        (Absence::MissingFirstQuarter, "missing_first_quarter", "the first quarter is missing"),
        (
            Absence::MixedVintage,
            "mixed_vintage",
            "figures as first filed and restated ones do not mix",
        ),
        (Absence::MixedConcepts, "mixed_concepts", "figures of different concepts do not mix"),
        (Absence::DifferentStarts, "different_starts", "the figures do not begin on one day"),
        (Absence::NotAdditive, "not_additive", "not additive over time"),
        (Absence::Gap, "gap", "four consecutive quarters are not all there"),
        (Absence::OutOfRange, "out_of_range", "the result cannot be held exactly"),
        (
            Absence::Contradicted,
            "contradicted",
            "the filing says it in two ways that contradict each other",
        ),
        (Absence::Unreadable, "unreadable", "it is given in a way that cannot be read"),
    ];
    for (absence, code, words) in absences {
        assert_eq!((absence.code(), absence.to_string().as_str()), (code, words));
        assert_eq!(serde_json::to_value(absence).unwrap(), code);
        let at = When { years: 0, quarters: 1 };
        let reason = Undefined::Absent { measure: Item::Revenue.into(), at, reason: absence };
        let said = format!("revenue is absent 1 period ago: {words}");
        assert_eq!((reason.code(), reason.to_string()), (code, said));
    }
    let findings = [
        (FindingKind::DiffersWithinRounding, "differs_within_rounding"),
        (FindingKind::Differs, "differs"),
        (FindingKind::OlderBasis, "older_basis"),
        (FindingKind::PassedOver, "passed_over"),
        (FindingKind::OtherScale, "other_scale"),
        (FindingKind::Slip, "slip"),
        (FindingKind::OtherConcept, "other_concept"),
        (FindingKind::YearAgoOnOtherBasis, "year_ago_on_other_basis"),
        (FindingKind::QuartersDoNotSum, "quarters_do_not_sum"),
        (FindingKind::NotAdditive, "not_additive"),
        (FindingKind::EndsAfterFiling, "ends_after_filing"),
        (FindingKind::LoneSign, "lone_sign"),
        (FindingKind::CandidateDiffers, "candidate_differs"),
        (FindingKind::Dwarfed, "dwarfed"),
        (FindingKind::StaleTag, "stale_tag"),
        (FindingKind::PerShareConvention, "per_share_convention"),
        (FindingKind::Stray, "stray"),
        (FindingKind::EqualLines, "equal_lines"),
        (FindingKind::WiderConcept, "wider_concept"),
        (FindingKind::NarrowerConcept, "narrower_concept"),
    ];
    for (finding, code) in findings {
        assert_eq!(finding.code(), code);
        assert_eq!(serde_json::to_value(finding).unwrap(), code);
    }
    let classes = [
        (RestatementClass::Rerounded, "rerounded"),
        (RestatementClass::Split, "split"),
        (RestatementClass::Amended, "amended"),
        (RestatementClass::ReclassifiedTag, "reclassified_tag"),
        (RestatementClass::Changed, "changed"),
    ];
    for (class, code) in classes {
        assert_eq!(class.code(), code);
        assert_eq!(serde_json::to_value(class).unwrap(), code);
    }
}

#[test]
fn series_survive_serde() {
    let json = include_bytes!("../../cases/palantir_companyfacts/companyfacts.json");
    let facts = CompanyFacts::parse(json).unwrap();
    let known = facts.known(Vintage::Latest);
    for item in known.items() {
        let series = known.item(item);
        let text = serde_json::to_string(&series).unwrap();
        let back: ItemSeries = serde_json::from_str(&text).unwrap();
        assert_eq!(back, series, "{item:?}");
    }
    let revenue = serde_json::to_value(known.item("revenue".parse().unwrap())).unwrap();
    assert_eq!(revenue["series"]["entries"][0]["amount"]["value"], "2225012000");
}

#[test]
fn facts_and_years_are_written_like_this() {
    let json = r#"{"cik":7,"entityName":"A","facts":{"us-gaap":{"Assets":{"units":{"USD":[
        {"end":"2024-12-31","val":1.50,"accn":"0000000001-25-000001","fy":2024,"form":"10-K/A",
        "filed":"2025-02-01"},{"end":"2024-12-31","val":"x"}]}}}}}"#;
    assert_eq!(json.find(r#""x""#), Some(225));
    let facts = CompanyFacts::parse_lenient(json.as_bytes()).unwrap();
    let text = serde_json::to_string(&facts).unwrap();
    let written = concat!(
        r#"{"cik":7,"entity_name":"A","concepts":[{"taxonomy":"us-gaap","name":"Assets","#,
        r#""units":[{"unit":"USD","facts":[{"start":null,"end":"2024-12-31","value":"1.5","#,
        r#""accession":"0000000001-25-000001","filed":"2025-02-01","form":"annual","#,
        r#""form_index":0,"fiscal_year":2024}]}]}],"forms":["10-K/A"],"skipped":[{"unexpected":"#,
        r#"{"path":"us-gaap/Assets/USD[1].val","byte":225,"expected":"a number","#,
        r#""found":"a string"}}]}"#,
    );
    assert_eq!(text, written);
    let back: CompanyFacts = serde_json::from_str(&text).unwrap();
    assert_eq!(back, facts);
    assert_eq!(back.facts_read(), 2);

    let refused = |from: &str, to: &str, reason: &str| {
        let error = serde_json::from_str::<CompanyFacts>(&text.replace(from, to)).unwrap_err();
        assert!(error.to_string().contains(reason), "{error}");
    };
    refused(r#""start":null"#, r#""start":"2025-01-01""#, "the start of a fact is after its end");
    let reason = "the form of a fact is none of the file's forms";
    refused(r#""form_index":0"#, r#""form_index":1"#, reason);
    refused(r#""form":"annual""#, r#""form":"other""#, reason);
    refused(r#""value":"1.5""#, r#""value":1.5"#, "arrived as a binary float, which is not exact");
    refused(r#""cik":7"#, r#""cik":7,"ticker":"A""#, "unknown field `ticker`");

    let vintages = [
        (Vintage::First, r#""first""#),
        (Vintage::Latest, r#""latest""#),
        (Vintage::AsOf("2024-02-16".parse().unwrap()), r#"{"as_of":"2024-02-16"}"#),
    ];
    for (vintage, text) in vintages {
        assert_eq!(serde_json::to_string(&vintage).unwrap(), text);
        assert_eq!(serde_json::from_str::<Vintage>(text).unwrap(), vintage);
    }

    let palantir = include_bytes!("../../cases/palantir_companyfacts/companyfacts.json");
    let palantir = CompanyFacts::parse(palantir).unwrap();
    let years = palantir.known(Vintage::Latest).years().clone();
    let text = serde_json::to_string(&years).unwrap();
    assert!(
        text.contains(concat!(
            r#"{"label":2024,"start":"2024-01-01","end":"2024-12-31","is_reported":true,"#,
            r#""quarter_ends":["2024-03-31","2024-06-30","2024-09-30","2024-12-31"]}"#
        )),
        "{text}"
    );
    assert_eq!(serde_json::from_str::<FiscalYears>(&text).unwrap(), years);
    let gap = text.replace(r#""start":"2024-01-01""#, r#""start":"2024-01-02""#);
    let error = serde_json::from_str::<FiscalYears>(&gap).unwrap_err().to_string();
    assert_eq!(error, "fiscal years do not follow one another day by day");
    let late = text.replace(r#""start":"2023-01-01""#, r#""start":"2024-01-01""#);
    let error = serde_json::from_str::<FiscalYears>(&late).unwrap_err().to_string();
    assert_eq!(error, "the start of a fiscal year is after its end");
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn facts_and_years_of_every_file_survive_serde() {
    for (name, bytes) in super::files() {
        let facts = CompanyFacts::parse(&bytes).unwrap();
        let text = serde_json::to_vec(&facts).unwrap();
        assert!(serde_json::from_slice::<CompanyFacts>(&text).unwrap() == facts, "{name}");
        let years = facts.known(Vintage::Latest).years().clone();
        let text = serde_json::to_vec(&years).unwrap();
        assert_eq!(serde_json::from_slice::<FiscalYears>(&text).unwrap(), years, "{name}");
    }
}

#[test]
fn a_lenient_stream_counts_what_it_passes_over() {
    let fact = r#"{"end":"2024-12-31","val":1,"accn":"0000000001-25-000001","form":"10-K",
        "filed":"2025-02-01"}"#;
    let file = format!(
        r#"{{"facts":{{"us-gaap":{{"Assets":{{"units":{{"USD":[{fact},{{"val":2}},{fact}]}}}}}}}}}}"#
    );
    let broken = &file[..file.len() - 1];
    let files = [("a.json", file.as_str()), ("b.json", broken), ("c.json", file.as_str())];
    let files = files.map(|(name, text)| (name.to_owned(), Ok(text.as_bytes())));
    let mut stream = Stream::new(files).lenient();
    let read: Vec<_> =
        stream.by_ref().map(|file| file.facts.map(|f| f.facts_read()).ok()).collect();
    assert_eq!(read, [Some(3), None, Some(3)]);
    assert_eq!((stream.files_read(), stream.files_failed(), stream.facts_skipped()), (3, 1, 2));
}

#[test]
fn a_stream_reports_bad_files_and_goes_on() {
    let good = br#"{"cik":7,"facts":{"us-gaap":{}}}"#;
    let files: Vec<(String, std::io::Result<&[u8]>)> = vec![
        ("a.json".into(), Ok(good)),
        ("b.json".into(), Ok(b"<!DOCTYPE html>")),
        ("c.json".into(), Err(std::io::Error::other("gone"))),
        ("d.json".into(), Ok(good)),
    ];
    let mut stream = Stream::new(files);
    let outcomes: Vec<_> = stream
        .by_ref()
        .map(|file| match file.facts {
            Ok(facts) => format!("{} {:?}", file.name, facts.cik()),
            Err(error) => format!("{} {error}", file.name),
        })
        .collect();
    assert_eq!(
        outcomes,
        [
            "a.json Some(7)",
            "b.json companyfacts: document: expected an object with cik, entityName and facts, \
             found something else, at byte 0",
            "c.json the file cannot be read: gone",
            "d.json Some(7)",
        ]
    );
    assert_eq!((stream.files_read(), stream.files_failed(), stream.bytes_read()), (4, 2, 79));
    let endless = [("e.json".to_owned(), Ok(std::io::repeat(b' ')))];
    let error = Stream::new(endless).next().unwrap().facts.unwrap_err();
    assert_eq!(error.to_string(), "the file is longer than 268435456 bytes");
    assert!(matches!(error, StreamError::TooLong));
}

#[test]
fn errors_turn_into_that_of_the_crate() {
    let error: Error = CompanyFacts::parse(b"[]").unwrap_err().into();
    let words = "companyfacts: document: expected an object with cik, entityName and facts, \
                 found an array, at byte 0";
    assert_eq!(error.to_string(), words);
    let facts = CompanyFacts::parse(br#"{"facts":{}}"#).unwrap();
    let error: Error = facts.known(Vintage::First).history().unwrap_err().into();
    let words = "the file of an unnamed company has no facts and so no history";
    assert_eq!(error.to_string(), words);
}
