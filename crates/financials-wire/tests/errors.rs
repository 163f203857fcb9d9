//! What is said of claims that cannot be read; the others are not lost.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

use financials_wire::claims;

#[test]
fn a_bad_claim_is_named_and_the_others_are_read() {
    let json = r#"[
        {"id": "A1", "metric": "revenue", "stated": "$5"},
        {"id": "A2", "metric": "revenue", "stated": "much"},
        {"id": "A3", "metric": "two words", "stated": "$5"},
        {"metric": "revenue", "stated": "$5"},
        {"metric": "revenue", "segments": ["us", "two words"]},
        {"metric": "revenue", "segments": ["us", "rest"]}
    ]"#;
    let read = claims::read(json).unwrap();
    let codes: Vec<_> =
        read.iter().map(|it| it.as_ref().map_or_else(|it| it.code(), |_| "")).collect();
    assert_eq!(codes, ["", "stated", "metric", "json", "segments", ""]);
    let said: Vec<_> =
        read.iter().filter_map(|it| it.as_ref().err()).map(ToString::to_string).collect();
    for (said, start) in said.iter().zip([
        "claim A2: figure 'much' ",
        "claim A3: ",
        "claim number 4: missing field `id`",
        "claim number 5: ",
    ]) {
        assert!(said.starts_with(start), "{said}");
    }
    for (json, said) in [("", "EOF while parsing"), ("5", "invalid type"), ("[1", "EOF while")] {
        let error = claims::read(json).unwrap_err().to_string();
        assert!(error.starts_with(said), "{json}: {error}");
    }
}

/// Objects may follow one another, such as one a line; what broke off loses none before it.
#[test]
fn claims_stand_one_a_line_too() {
    let good = r#"{"id": "A1", "metric": "revenue", "stated": "$5"}"#;
    let bad = r#"{"id": "A2", "metric": "revenue"}"#;
    let read = claims::read(&format!("\n{good}\n{bad}\n\n{good}\n{{\"id\"")).unwrap();
    let said: Vec<_> =
        read.iter().map(|it| it.as_ref().map_or_else(ToString::to_string, |_| "".into())).collect();
    assert_eq!(said.len(), 4);
    assert_eq!((said[0].as_str(), said[2].as_str()), ("", ""));
    assert!(said[1].starts_with("claim number 2: missing field `stated`"), "{}", said[1]);
    assert!(said[3].starts_with("claim number 4: EOF while parsing"), "{}", said[3]);
}
