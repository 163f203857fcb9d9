//! What any table of text comes to: no panic, and a value or a reason in every row that went in.

use arrow_array::{Array, RecordBatch};
use financials_arrow::{Asked, Reading};

/// A metric of one row, one of two rows, and one of five.
const ASKED: [&str; 3] = ["operating margin", "revenue growth", "return on equity"];

/// Reads a table, and computes metrics in all of its rows.
pub fn compute(batch: &RecordBatch) {
    let reading = Reading::new().text_amounts();
    let Ok(table) = reading.read(std::slice::from_ref(batch)) else { return };
    let asked = ASKED.map(|name| Asked::named(name).expect("the catalogue has it").with_bounds());
    // A value may have more digits than a column holds, and that is said.
    let Ok(computed) = table.compute(&asked, 6) else { return };
    assert_eq!(computed.iter().map(RecordBatch::num_rows).sum::<usize>(), batch.num_rows());
    for batch in &computed {
        for name in ASKED {
            let values = batch.column_by_name(name).expect("a column of values");
            let reasons = batch.column_by_name(&format!("{name}_reason")).expect("its reasons");
            for row in 0..batch.num_rows() {
                assert_ne!(values.is_null(row), reasons.is_null(row), "a value or a reason");
            }
        }
    }
}
