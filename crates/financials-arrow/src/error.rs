//! [`TableError`]: why arrays are no table of companies, or a table no arrays.

use arrow_schema::{ArrowError, DataType};
use financials::error::{FigureError, FormulaError, LookupError, PanelError, PeriodError};

use crate::text_error::TextError;

/// Why arrays are no table of companies, or a table no arrays. Rows are counted from zero, over all
/// batches.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TableError {
    /// A column that is needed is not there.
    #[error("there is no column '{column}'; the table has {present}")]
    NoColumn {
        /// Its name.
        column: String,
        /// The names of the columns that there are in the batch that lacks it.
        present: String,
    },
    /// Two columns of the table are of one measure, or are one key.
    #[error("the columns '{one}' and '{other}' are both {measure}")]
    TwoColumns {
        /// What both are of, or the name of the key.
        measure: String,
        /// The name of the first.
        one: String,
        /// The name of the second.
        other: String,
    },
    /// A column has a type that cannot be read as what it holds.
    #[error("the column '{column}' is {given}, and must be {allowed}")]
    Type {
        /// Its name.
        column: String,
        /// The type that it has.
        given: DataType,
        /// The types that can be read.
        allowed: &'static str,
    },
    /// A column is of an extension type over numbers, which mean something of its own: the months
    /// since 1970 of pandas' `period[M]`.
    #[error(
        "the column '{column}' is of the extension type {extension} over {storage}, whose numbers \
         mean something of its own; give plain numbers or dates"
    )]
    Extension {
        /// Its name.
        column: String,
        /// The name of the extension type.
        extension: String,
        /// The type of what is stored.
        storage: DataType,
    },
    /// A column of amounts is of binary floats, which hold no decimals exactly.
    #[error(
        "the column '{column}' is {given}: binary floats hold no decimals exactly; give integers \
         or decimals, or say that all of its numbers are whole"
    )]
    Float {
        /// Its name.
        column: String,
        /// The type that it has.
        given: DataType,
    },
    /// A float of a column that is said to hold whole numbers is none of those that its type holds
    /// without a gap.
    #[error(
        "the column '{column}' has {value} in row {row}, which is no whole number below 2^{bits}"
    )]
    NotWhole {
        /// The column.
        column: String,
        /// The row.
        row: usize,
        /// The number.
        value: f64,
        /// The bits of the type's whole numbers: 53 of `Float64`, 24 of `Float32`.
        bits: u32,
    },
    /// An amount needs more than 96 bits, or more than 28 decimals.
    #[error(
        "the column '{column}' has {value} in row {row}, which is wider than the 96 bits of an \
         exact decimal"
    )]
    TooWide {
        /// The column.
        column: String,
        /// The row.
        row: usize,
        /// The number as text.
        value: String,
    },
    /// A company, a date or another key is missing.
    #[error("the column '{column}' has nothing in row {row}")]
    Null {
        /// The column.
        column: String,
        /// The row.
        row: usize,
    },
    /// A key cannot be read.
    #[error("the column '{column}' has '{value}' in row {row}, and must have {allowed}")]
    Value {
        /// The column.
        column: String,
        /// The row.
        row: usize,
        /// What stands there.
        value: String,
        /// What may.
        allowed: &'static str,
    },
    /// Dates make no period.
    #[error("row {row}: {error}")]
    Period {
        /// The row.
        row: usize,
        /// Why.
        error: PeriodError,
    },
    /// A company and period stand in two rows.
    #[error("{entity} has the period {period} in row {first} and in row {row}")]
    Twice {
        /// The company.
        entity: String,
        /// The period.
        period: String,
        /// The first of the rows.
        first: usize,
        /// The second.
        row: usize,
    },
    /// The rows of a company are in two currencies, or on two bases.
    #[error("{entity} has {one} in row {first} and {other} in row {row}; a company has one")]
    Mixed {
        /// The company.
        entity: String,
        /// The first currency or basis.
        one: String,
        /// The row that has it.
        first: usize,
        /// The second.
        other: String,
        /// The row that has it.
        row: usize,
    },
    /// A value has more digits, at the decimals asked for, than a column of 38 digits holds.
    #[error("{name} has {value} in row {row}, which has more than 38 digits at {places} decimals")]
    Digits {
        /// The metric.
        name: String,
        /// The row.
        row: usize,
        /// The value.
        value: String,
        /// The decimals that were asked for.
        places: u32,
    },
    /// More decimals are asked for than values have.
    #[error("{places} decimals are asked for, and values have at most 28")]
    Places {
        /// How many are asked for.
        places: u32,
    },
    /// Two columns that are asked for have one name.
    #[error("two columns would be called '{name}'")]
    SameName {
        /// The name.
        name: String,
    },
    /// Nothing has the name that is asked for.
    #[error(transparent)]
    Name(#[from] LookupError),
    /// A formula that is asked for cannot be read or makes no sense.
    #[error(transparent)]
    Formula(#[from] FormulaError),
    /// The figures make no panel.
    #[error(transparent)]
    Panel(#[from] PanelError),
    /// An amount is past the limits of amounts.
    #[error("the column '{column}' in row {row}: {error}")]
    Limits {
        /// The column.
        column: String,
        /// The row.
        row: usize,
        /// Why.
        error: FigureError,
    },
    /// A line of text is no row.
    #[error(transparent)]
    Text(#[from] TextError),
    /// Arrays could not be put together.
    #[error(transparent)]
    Arrow(#[from] ArrowError),
}

impl TableError {
    /// Returns a stable code of what is wrong.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoColumn { .. } => "no_column",
            Self::TwoColumns { .. } => "two_columns",
            Self::Type { .. } => "type",
            Self::Extension { .. } => "extension",
            Self::Float { .. } => "float",
            Self::NotWhole { .. } => "not_whole",
            Self::TooWide { .. } => "too_wide",
            Self::Null { .. } => "null",
            Self::Value { .. } => "value",
            Self::Period { .. } => "period",
            Self::Twice { .. } => "twice",
            Self::Mixed { .. } => "mixed",
            Self::Digits { .. } => "digits",
            Self::Places { .. } => "places",
            Self::SameName { .. } => "same_name",
            Self::Name(_) => "name",
            Self::Formula(_) => "formula",
            Self::Panel(_) => "panel",
            Self::Limits { .. } => "limits",
            Self::Text(_) => "text",
            Self::Arrow(_) => "arrow",
        }
    }

    /// Returns whether it is a type that is wrong, rather than a value.
    #[must_use]
    pub const fn is_of_type(&self) -> bool {
        matches!(self, Self::Type { .. } | Self::Extension { .. } | Self::Float { .. })
    }
}
