//! Any instance is read or refused, and what is read has its place.
#![no_main]

mod xbrl;

use libfuzzer_sys::fuzz_target;
use xbrl::{NAMESPACES, PARTS, check};

fuzz_target!(|document: &[u8]| {
    check(document);
    if let Ok(facts) = core::str::from_utf8(document) {
        check(format!("<xbrli:xbrl {NAMESPACES}>{PARTS}{facts}</xbrli:xbrl>").as_bytes());
    }
});
