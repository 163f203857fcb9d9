//! [`Error`], what any fallible call can be turned into, and every error that it can hold.
//!
//! Each error is defined, and public, in the module whose calls return it.

#[cfg(feature = "companyfacts")]
pub use crate::companyfacts::{BuildError, CompanyFactsError, StreamError};
#[cfg(feature = "xbrl")]
pub use crate::xbrl::{ChoiceError, FactError, XbrlError};
pub use crate::{
    analysis::{CustomMetricError, DuPontError, PointScoreError},
    currency::CurrencyError,
    decimal::DecimalError,
    expected::{ActualError, GuidanceError, SubjectError},
    figure::{AccessionError, FigureError},
    formula::FormulaError,
    history::HistoryError,
    interval::IntervalError,
    item::{ItemError, NameError},
    market::{AnnouncementError, OptionError, PriceTargetError, ReactionError},
    metric::{LookupError, MetricError, NamedError},
    panel::PanelError,
    period::{CalendarError, LabelError, NotComparable, PeriodError, RuleError},
    quantity::QuantityError,
    report::ReportError,
    stated::{StatedError, UnitError},
    undefined::Undefined,
    view::ValueError,
};

/// Any error of the crate.
///
/// Each call returns the narrowest error that says what can go wrong; every one of them turns into
/// this by `?`. A message is lower case, names the parameter, its value and what is allowed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A text is no decimal number.
    #[error(transparent)]
    Decimal(#[from] DecimalError),
    /// A text names no currency.
    #[error(transparent)]
    Currency(#[from] CurrencyError),
    /// An interval cannot be made.
    #[error(transparent)]
    Interval(#[from] IntervalError),
    /// A text is no stated figure.
    #[error(transparent)]
    Stated(#[from] StatedError),
    /// A text names no line item.
    #[error(transparent)]
    Item(#[from] ItemError),
    /// A text cannot name a measure.
    #[error(transparent)]
    Name(#[from] NameError),
    /// A name is that of a measure that the crate knows.
    #[error(transparent)]
    Named(#[from] NamedError),
    /// A text names no metric.
    #[error(transparent)]
    Metric(#[from] MetricError),
    /// A text names no line item and no metric.
    #[error(transparent)]
    Lookup(#[from] LookupError),
    /// A formula makes no sense, or cannot be read.
    #[error(transparent)]
    Formula(#[from] FormulaError),
    /// Parts do not make a report.
    #[error(transparent)]
    Report(#[from] ReportError),
    /// A metric of the user's own that was refused.
    #[error(transparent)]
    CustomMetric(#[from] CustomMetricError),
    /// Factors that are not those of a return on equity.
    #[error(transparent)]
    DuPont(#[from] DuPontError),
    /// Points that are not those of a score.
    #[error(transparent)]
    PointScore(#[from] PointScoreError),
    /// Reports make no history, or a history has no such report.
    #[error(transparent)]
    History(#[from] HistoryError),
    /// Companies and their figures make no panel.
    #[error(transparent)]
    Panel(#[from] PanelError),
    /// A value is not of the kind asked for.
    #[error(transparent)]
    Value(#[from] ValueError),
    /// A file of companyfacts cannot be read.
    #[cfg(feature = "companyfacts")]
    #[error(transparent)]
    CompanyFacts(#[from] CompanyFactsError),
    /// Facts make no history.
    #[cfg(feature = "companyfacts")]
    #[error(transparent)]
    Build(#[from] BuildError),
    /// A document of XBRL cannot be read.
    #[cfg(feature = "xbrl")]
    #[error(transparent)]
    Xbrl(#[from] XbrlError),
    /// Facts make no figure, report or breakdown.
    #[cfg(feature = "xbrl")]
    #[error(transparent)]
    Choice(#[from] ChoiceError),
    /// A calculation has no result.
    #[error(transparent)]
    Undefined(#[from] Undefined),
    /// A quantity cannot be made, or an operation on two has no result.
    #[error(transparent)]
    Quantity(#[from] QuantityError),
    /// A text is no accession number.
    #[error(transparent)]
    Accession(#[from] AccessionError),
    /// A value is no figure.
    #[error(transparent)]
    Figure(#[from] FigureError),
    /// A figure is no actual of the kind asked for.
    #[error(transparent)]
    Actual(#[from] ActualError),
    /// A quantity is not of the measure it is said to be of.
    #[error(transparent)]
    Subject(#[from] SubjectError),
    /// Guidance cannot be, or has no answer to a question.
    #[error(transparent)]
    Guidance(#[from] GuidanceError),
    /// Price targets cannot be.
    #[error(transparent)]
    PriceTarget(#[from] PriceTargetError),
    /// An option sale cannot be.
    #[error(transparent)]
    Option(#[from] OptionError),
    /// A stated figure is of another unit than the one asked for.
    #[error(transparent)]
    Unit(#[from] UnitError),
    /// A stated figure is no announced amount.
    #[error(transparent)]
    Announcement(#[from] AnnouncementError),
    /// A reaction cannot be.
    #[error(transparent)]
    Reaction(#[from] ReactionError),
    /// Dates or a text make no period.
    #[error(transparent)]
    Period(#[from] PeriodError),
    /// Numbers or a text name no fiscal period.
    #[error(transparent)]
    Label(#[from] LabelError),
    /// A rule for a fiscal year cannot be.
    #[error(transparent)]
    Rule(#[from] RuleError),
    /// A fiscal calendar cannot be, or has no such period.
    #[error(transparent)]
    Calendar(#[from] CalendarError),
    /// Two periods may not be compared year over year.
    #[error(transparent)]
    NotComparable(#[from] NotComparable),
}
