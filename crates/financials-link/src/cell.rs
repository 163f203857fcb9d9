//! [`Cell`]: a number of a table, with what its row and its column say of it.

use std::ops::Range;

use financials::stated::Stated;

use crate::moment::Period;

/// A number of a table, with what its row and its column say of it.
#[derive(Clone, Debug)]
pub struct Cell {
    /// The bytes of the number with its sign, currency and unit.
    pub span: Range<usize>,
    /// What the table states there: in the scale and the currency that its caption says.
    pub stated: Stated,
    /// The label of its row: `Total revenue`.
    pub row: String,
    /// The name that stands over its row: `Cost of sales`, over `Products` and `Services`.
    pub group: Option<String>,
    /// The words of the heads over its column, from the top; none where the table has not as many
    /// heads as columns, so that nobody knows which is whose.
    pub column: Option<String>,
    /// The period that the heads name: that of the company's fiscal year where the context has it,
    /// of the calendar year otherwise.
    pub period: Option<Period>,
}
