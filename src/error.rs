//! [`Error`]: what any fallible call can be turned into.

/// Any error of the crate.
///
/// Each call returns the narrowest error that says what can go wrong; every one of them turns into
/// this by `?`. A message is lower case, names the parameter, its value and what is allowed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A text is no decimal number.
    #[error(transparent)]
    Decimal(#[from] crate::decimal::DecimalError),
    /// A text names no currency.
    #[error(transparent)]
    Currency(#[from] crate::currency::CurrencyError),
    /// An interval cannot be made.
    #[error(transparent)]
    Interval(#[from] crate::interval::IntervalError),
    /// A text is no stated figure.
    #[error(transparent)]
    Stated(#[from] crate::stated::StatedError),
    /// A text names no line item.
    #[error(transparent)]
    Item(#[from] crate::item::ItemError),
    /// A text cannot name a measure.
    #[error(transparent)]
    Name(#[from] crate::item::NameError),
    /// A name is that of a measure that the crate knows.
    #[error(transparent)]
    Named(#[from] crate::measure::NamedError),
    /// A text names no metric.
    #[error(transparent)]
    Metric(#[from] crate::metric::MetricError),
    /// A formula makes no sense, or cannot be read.
    #[error(transparent)]
    Formula(#[from] crate::formula::FormulaError),
    /// Parts do not make a report.
    #[error(transparent)]
    Report(#[from] crate::report::ReportError),
    /// A metric of the user's own that was refused.
    #[error(transparent)]
    CustomMetric(#[from] crate::analysis::CustomMetricError),
    /// Factors that are not those of a return on equity.
    #[error(transparent)]
    DuPont(#[from] crate::analysis::DuPontError),
    /// Points that are not those of a score.
    #[error(transparent)]
    PointScore(#[from] crate::analysis::PointScoreError),
    /// Reports make no history, or a history has no such report.
    #[error(transparent)]
    History(#[from] crate::history::HistoryError),
    /// A value is not of the kind asked for.
    #[error(transparent)]
    Value(#[from] crate::view::ValueError),
    /// A file of companyfacts cannot be read.
    #[cfg(feature = "companyfacts")]
    #[error(transparent)]
    CompanyFacts(#[from] crate::companyfacts::CompanyFactsError),
    /// Facts make no history.
    #[cfg(feature = "companyfacts")]
    #[error(transparent)]
    Build(#[from] crate::companyfacts::BuildError),
    /// A calculation has no result.
    #[error(transparent)]
    Undefined(#[from] crate::undefined::Undefined),
    /// A quantity cannot be made, or an operation on two has no result.
    #[error(transparent)]
    Quantity(#[from] crate::quantity::QuantityError),
    /// A text is no accession number.
    #[error(transparent)]
    Accession(#[from] crate::figure::AccessionError),
    /// A value is no figure.
    #[error(transparent)]
    Figure(#[from] crate::figure::FigureError),
    /// A figure is no actual of the kind asked for.
    #[error(transparent)]
    Actual(#[from] crate::actual::ActualError),
    /// A quantity is not of the measure it is said to be of.
    #[error(transparent)]
    Subject(#[from] crate::subject::SubjectError),
    /// Guidance cannot be, or has no answer to a question.
    #[error(transparent)]
    Guidance(#[from] crate::guidance::GuidanceError),
    /// Price targets cannot be.
    #[error(transparent)]
    PriceTarget(#[from] crate::estimate::PriceTargetError),
    /// An option sale cannot be.
    #[error(transparent)]
    Option(#[from] crate::market::OptionError),
    /// A stated figure is of another unit than the one asked for.
    #[error(transparent)]
    Unit(#[from] crate::stated::UnitError),
    /// A stated figure is no announced amount.
    #[error(transparent)]
    Announcement(#[from] crate::market::AnnouncementError),
    /// A reaction cannot be.
    #[error(transparent)]
    Reaction(#[from] crate::market::ReactionError),
    /// Dates or a text make no period.
    #[error(transparent)]
    Period(#[from] crate::period::PeriodError),
    /// Numbers or a text name no fiscal period.
    #[error(transparent)]
    Label(#[from] crate::period::LabelError),
    /// A rule for a fiscal year cannot be.
    #[error(transparent)]
    Rule(#[from] crate::period::RuleError),
    /// A fiscal calendar cannot be, or has no such period.
    #[error(transparent)]
    Calendar(#[from] crate::period::CalendarError),
    /// Two periods may not be compared year over year.
    #[error(transparent)]
    NotComparable(#[from] crate::period::NotComparable),
}
