//! [`ReportError`]: what cannot be a report.

use core::fmt;

use crate::{
    figure::{Basis, FigureError},
    item::{Item, NameError, Part},
    metric::Measure,
    period::{Period, PeriodKind},
};

/// Why a report cannot be built.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReportError {
    /// A line is no figure.
    #[error("{item}: {error}")]
    Figure {
        /// The line.
        item: Item,
        /// What is wrong with it.
        error: FigureError,
    },
    /// A line or measure is given twice.
    #[error("{measure} is given twice")]
    Twice {
        /// The line or measure.
        measure: Measure,
    },
    /// What the market says stands in a report.
    #[error("{item} is the market's and stands in a quote, not in a report")]
    Quoted {
        /// The line.
        item: Item,
    },
    /// A line stands in a statement that it does not belong to.
    #[error("{item} belongs to the {:?} part and stands in {part:?}", item.part())]
    WrongPart {
        /// The line.
        item: Item,
        /// The statement it stands in.
        part: Part,
    },
    /// A figure is on another basis than its place in the report.
    #[error("{measure} is {found} and stands among {} figures", Rules(*expected))]
    Basis {
        /// The measure.
        measure: Measure,
        /// The basis it is on.
        found: Basis,
        /// The basis of the figures that it stands among, where that was said.
        expected: Option<Basis>,
    },
    /// A segment or measure has a name that cannot be one.
    #[error(transparent)]
    Name(#[from] NameError),
    /// The period is not of the kind that the report is for.
    #[error("period {period} is {}, and the report is for a {expected}", a(period.kind()))]
    Period {
        /// The period.
        period: Period,
        /// The kind of period that is allowed.
        expected: PeriodKind,
    },
    /// A part of a whole is of a segment that the report does not have.
    #[error("{whole} is said to be made up of {part}, whose segment is not in the report")]
    NoSegment {
        /// The whole that segments make up.
        whole: Measure,
        /// The part whose segment is not there.
        part: Measure,
    },
    /// A report belongs to no company.
    #[error("company name is empty")]
    Company,
}

/// Returns a kind of period as it stands behind "is".
const fn a(kind: PeriodKind) -> &'static str {
    match kind {
        PeriodKind::Instant => "an instant",
        PeriodKind::Quarter => "a quarter",
        PeriodKind::Half => "half a year",
        PeriodKind::NineMonths => "nine months",
        PeriodKind::Year => "a year",
        PeriodKind::TrailingTwelveMonths => "trailing twelve months",
        PeriodKind::Other => "of another length",
    }
}

/// What a report's figures are called by their basis.
struct Rules(Option<Basis>);

impl fmt::Display for Rules {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(basis) => basis.fmt(f),
            None => f.write_str("reported"),
        }
    }
}
