//! Every word and code that the module gives out.

use financials::{
    Error,
    companyfacts::{
        Absence, CompanyFacts, FindingKind, ItemSeries, RestatementClass, Stream, StreamError,
        Vintage,
    },
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
    ];
    for (absence, code, words) in absences {
        assert_eq!((absence.code(), absence.to_string().as_str()), (code, words));
        assert_eq!(serde_json::to_value(absence).unwrap(), code);
    }
    let findings = [
        (FindingKind::DiffersWithinRounding, "differs_within_rounding"),
        (FindingKind::Differs, "differs"),
        (FindingKind::OlderBasis, "older_basis"),
        (FindingKind::PassedOver, "passed_over"),
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
    assert_eq!(revenue["series"]["entries"][0]["amount"]["Ok"]["value"], "2225012000");
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
    assert_eq!(error.to_string(), "a history needs at least one report");
}
