//! Any text is scanned without a panic, its spans are in order, and what parses prints and reads back.
#![no_main]

use financials::{Stated, stated::scan};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut end = 0;
    for found in scan(text) {
        let span = found.span();
        assert!(end <= span.start && span.start < span.end);
        assert_eq!(text.get(span.clone()), Some(found.text()));
        end = span.end;
    }
    if let Ok(stated) = Stated::parse(text) {
        assert_eq!(Stated::parse(&stated.to_string()), Ok(stated));
    }
});
