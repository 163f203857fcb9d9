//! What is said of claims that cannot be read; the others are not lost.
#![allow(missing_docs, clippy::unwrap_used, reason = "a test")]

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
    assert!(claims::read("{}").is_err());
}
