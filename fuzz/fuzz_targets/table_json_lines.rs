//! JSON lines: what can be read is written and read again to the same table.

#![no_main]

mod table;

use financials_arrow::{json_lines, parse_json_lines};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(batch) = parse_json_lines(text) else { return };
    let again = parse_json_lines(&json_lines(&batch)).expect("what was written is a table");
    assert_eq!(again, batch);
    table::compute(&batch);
});
