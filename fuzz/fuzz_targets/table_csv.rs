//! Comma-separated values: what can be read is written and read again to the same table.

#![no_main]

mod table;

use financials_arrow::{csv, parse_csv};
use libfuzzer_sys::fuzz_target;

/// The columns that metrics rest on, whatever stands below them.
const HEAD: &str =
    "entity,period_start,period_end,revenue,operating_income,net_income,stockholders_equity\n";

fuzz_target!(|text: &str| {
    for text in [text.to_owned(), format!("{HEAD}{text}")] {
        let Ok(batch) = parse_csv(&text) else { continue };
        let again = parse_csv(&csv(&batch, true)).expect("what was written is a table");
        assert_eq!(again, batch);
        table::compute(&batch);
    }
});
