//! [`Undefined`]: why there is no number.

pub(crate) mod wire;
mod absence;

use core::fmt::{self, Alignment};

use alloc::{format, string::String};

use serde::{Deserialize, Serialize};

pub use absence::Absence;

use crate::{
    metric::Measure,
    period::{Period, PeriodKind},
    quantity::pad,
};

/// Why a calculation has no result.
///
/// It takes the place of NaN, infinity, a silent zero or a bare absence: every calculation returns
/// a value or one of these. It is small and `Copy`; [`code`](Self::code) is stable and meant for
/// machines, `Display` for people. In an ordered list, values come first and the reasons after
/// them, grouped; which of two values comes first is the caller's to say:
///
/// ```
/// use financials::{Decimal, Undefined, decimal, undefined::NotMeaningful};
///
/// let loss: Undefined = NotMeaningful::NonPositiveEarnings.into();
/// let mut pe: [(&str, Result<Decimal, Undefined>); 3] = [
///     ("Lumen", Err(loss)),
///     ("Palantir", decimal::parse("276.9").map_err(|_| loss)),
///     ("Alphabet", decimal::parse("27.1").map_err(|_| loss)),
/// ];
/// // Of values of one kind and currency the numbers are compared: `value.map(Value::number)`.
/// pe.sort_by_key(|(_, value)| *value);
/// assert_eq!(pe.map(|(name, _)| name), ["Alphabet", "Palantir", "Lumen"]);
/// ```
///
/// In serde it is an object of the `code`, the `text` that `Display` writes, and what the reason
/// names, such as `measure` and `at`; the text is for people, and is not read back:
///
/// ```
/// # use financials::{Item, Undefined, undefined::When};
/// let missing = Undefined::Missing { measure: Item::Revenue.into(), at: When::NOW };
/// assert_eq!(
///     serde_json::to_string(&missing).unwrap(),
///     r#"{"code":"missing","text":"revenue is not reported in the period","measure":"revenue","#
///         .to_owned() + r#""at":{"years":0,"quarters":0}}"#,
/// );
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Undefined {
    /// The number could be computed and would mislead.
    NotMeaningful(NotMeaningful),
    /// A denominator is zero.
    ZeroDenominator,
    /// An input is not reported for the period.
    Missing {
        /// What is missing.
        measure: Measure,
        /// When, seen from the period evaluated.
        at: When,
    },
    /// An input is absent from the company's filings, and they say more than that it is missing: a
    /// quarter that is restated and its year is not, an amount per share that does not add up.
    Absent {
        /// What is absent.
        measure: Measure,
        /// When, seen from the period evaluated.
        at: When,
        /// What the filings say.
        reason: Absence,
    },
    /// No report is there for a period that the calculation needs.
    NoReport {
        /// When, seen from the period evaluated.
        at: When,
    },
    /// A history has no report of the period asked for.
    NoReportOf {
        /// The period.
        period: Period,
    },
    /// The four quarters that make twelve months are not all there.
    Gap {
        /// The first one that is missing, seen from the period evaluated.
        at: When,
    },
    /// Twelve months are not made of such periods: not of halves, nor of a transition period.
    NotTwelveMonths,
    /// No adjusted figure is given, and the reported one must not stand in for it.
    NotAdjusted {
        /// What has no adjusted figure.
        measure: Measure,
    },
    /// A measure does not add up over several periods, and was asked for over several.
    NotAdditive {
        /// The measure.
        measure: Measure,
    },
    /// Two amounts are in different currencies.
    CurrenciesDiffer,
    /// A figure is in a unit that its measure does not have, such as revenue of 48%.
    UnitsDiffer,
    /// Two figures are on different bases, such as GAAP and adjusted.
    BasesDiffer,
    /// Two amounts are of different measures, such as revenue and operating income.
    MeasuresDiffer,
    /// Two periods cannot be compared: not the same kind, or not a year apart.
    PeriodsNotComparable {
        /// The period.
        period: Period,
        /// What it was to be compared with.
        other: Period,
    },
    /// The formula looks a quarter back, and the period is no quarter.
    NotAQuarter,
    /// No number of such periods makes a year: of nine months, of an instant.
    NotPartOfAYear,
    /// Two reports are not of the same company.
    CompaniesDiffer,
    /// The result has more digits before the point than are kept, or no real value.
    OutOfRange,
}

/// Why a number that could be computed would mislead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum NotMeaningful {
    /// A multiple of, or a share in, earnings that are zero or negative.
    NonPositiveEarnings,
    /// A ratio to equity that is zero or negative.
    NonPositiveEquity,
    /// A ratio to a base that is zero or negative.
    NonPositiveBase,
    /// Growth from zero.
    GrowthFromZero,
    /// Growth from a loss to a profit.
    TurnedProfitable,
    /// Growth from a loss to a smaller loss, or to nothing.
    LossNarrowed,
    /// Growth from a loss to a larger loss.
    LossWidened,
    /// Growth from a loss to the same loss.
    LossUnchanged,
    /// Compound growth over years from a profit to a loss.
    TurnedUnprofitable,
    /// The root of a negative number.
    RootOfNegative,
}

/// A point in time seen from the period evaluated.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(deny_unknown_fields)]
pub struct When {
    /// Whole years back.
    pub years: u8,
    /// Quarters back, or whatever periods the reports are of, after the years.
    pub quarters: u8,
}

impl When {
    /// The period evaluated itself.
    pub const NOW: Self = Self { years: 0, quarters: 0 };

    /// A year before the period evaluated.
    pub const YEAR_AGO: Self = Self { years: 1, quarters: 0 };

    pub(crate) fn is_now(&self) -> bool {
        *self == Self::NOW
    }

    /// Returns the point a number of years before.
    #[must_use]
    pub const fn years_before(self, years: u8) -> Self {
        Self { years: self.years.saturating_add(years), ..self }
    }

    /// Returns the point a number of quarters before.
    #[must_use]
    pub const fn quarters_before(self, quarters: u8) -> Self {
        Self { quarters: self.quarters.saturating_add(quarters), ..self }
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = |count: u8| if count == 1 { "" } else { "s" };
        match (self.years, self.quarters) {
            (0, 0) => f.write_str("in the period"),
            (0, quarters) => write!(f, "{quarters} period{} ago", plural(quarters)),
            (years, 0) => write!(f, "{years} year{} ago", plural(years)),
            (years, quarters) => write!(
                f,
                "{years} year{} and {quarters} period{} ago",
                plural(years),
                plural(quarters)
            ),
        }
    }
}

impl Undefined {
    /// Returns the reason for a measure that is not there, with what filings say of it.
    #[cold]
    pub(crate) fn missing(measure: &Measure, at: When, reason: Option<Absence>) -> Self {
        let measure = *measure;
        match reason {
            Some(reason) => Self::Absent { measure, at, reason },
            None => Self::Missing { measure, at },
        }
    }

    /// Returns the stable code, such as `missing` or `turned_profitable`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotMeaningful(reason) => reason.code(),
            Self::ZeroDenominator => "zero_denominator",
            Self::Missing { .. } => "missing",
            Self::Absent { reason, .. } => reason.code(),
            Self::NoReport { .. } | Self::NoReportOf { .. } => "no_report",
            Self::Gap { .. } => "gap",
            Self::NotTwelveMonths => "not_twelve_months",
            Self::NotAdjusted { .. } => "not_adjusted",
            Self::NotAdditive { .. } => "not_additive",
            Self::CurrenciesDiffer => "currencies_differ",
            Self::UnitsDiffer => "units_differ",
            Self::BasesDiffer => "bases_differ",
            Self::MeasuresDiffer => "measures_differ",
            Self::PeriodsNotComparable { .. } => "periods_not_comparable",
            Self::NotAQuarter => "not_a_quarter",
            Self::NotPartOfAYear => "not_part_of_a_year",
            Self::CompaniesDiffer => "companies_differ",
            Self::OutOfRange => "out_of_range",
        }
    }

    /// Returns whether the number could be computed and would mislead, as with a P/E on a loss.
    #[must_use]
    pub const fn is_not_meaningful(&self) -> bool {
        matches!(self, Self::NotMeaningful(_))
    }
}

impl NotMeaningful {
    /// Returns the stable code, such as `non_positive_earnings`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NonPositiveEarnings => "non_positive_earnings",
            Self::NonPositiveEquity => "non_positive_equity",
            Self::NonPositiveBase => "non_positive_base",
            Self::GrowthFromZero => "growth_from_zero",
            Self::TurnedProfitable => "turned_profitable",
            Self::LossNarrowed => "loss_narrowed",
            Self::LossWidened => "loss_widened",
            Self::LossUnchanged => "loss_unchanged",
            Self::TurnedUnprofitable => "turned_unprofitable",
            Self::RootOfNegative => "root_of_negative",
        }
    }
}

impl From<NotMeaningful> for Undefined {
    fn from(reason: NotMeaningful) -> Self {
        Self::NotMeaningful(reason)
    }
}

impl fmt::Display for NotMeaningful {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            Self::NonPositiveEarnings => "non-positive earnings",
            Self::NonPositiveEquity => "non-positive equity",
            Self::NonPositiveBase => "non-positive base",
            Self::GrowthFromZero => "growth from zero",
            Self::TurnedProfitable => "turned from a loss to a profit",
            Self::LossNarrowed => "the loss narrowed",
            Self::LossWidened => "the loss widened",
            Self::LossUnchanged => "the loss is unchanged",
            Self::TurnedUnprofitable => "turned from a profit to a loss",
            Self::RootOfNegative => "the root of a negative number",
        };
        pad(text, Alignment::Left, f)
    }
}

impl fmt::Display for Undefined {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text: String = match self {
            Self::NotMeaningful(reason) => format!("not meaningful: {reason}"),
            Self::ZeroDenominator => "the denominator is zero".into(),
            Self::Missing { measure: Measure::Item(item), at: When::NOW } if item.is_quoted() => {
                format!("{item} is not in the quote")
            }
            Self::Missing { measure: Measure::Item(item), at } if item.is_quoted() => {
                format!("{item} is not known {at}: a quote is of one date")
            }
            Self::Missing { measure, at } => format!("{measure} is not reported {at}"),
            Self::Absent { measure, at, reason } => format!("{measure} is absent {at}: {reason}"),
            Self::NoReport { at } => format!("there is no report {at}"),
            Self::NoReportOf { period } => format!("there is no report of {period}"),
            Self::NotTwelveMonths => {
                "twelve months need a year or four quarters, and the period is neither".into()
            }
            Self::Gap { at } => {
                format!("twelve months need four quarters, and there is none {at}")
            }
            Self::NotAdjusted { measure } => format!("no adjusted {measure} is given"),
            Self::NotAdditive { measure } => {
                format!("{measure} does not add up over several periods")
            }
            Self::CurrenciesDiffer => "the currencies differ".into(),
            Self::UnitsDiffer => "the units differ".into(),
            Self::BasesDiffer => "the bases differ".into(),
            Self::MeasuresDiffer => "the measures differ".into(),
            Self::PeriodsNotComparable { period, other } => not_comparable(period, other),
            Self::NotAQuarter => "a quarter back is of quarters, and the period is none".into(),
            Self::NotPartOfAYear => "no number of such periods makes a year".into(),
            Self::CompaniesDiffer => "the companies differ".into(),
            Self::OutOfRange => "the result is out of range".into(),
        };
        pad(&text, Alignment::Left, f)
    }
}

/// Names two periods that are not compared; of two adjacent quarters, the formula that does it.
fn not_comparable(period: &Period, other: &Period) -> String {
    let are_quarters = period.kind() == PeriodKind::Quarter && other.kind() == period.kind();
    let instead = if are_quarters && period.follows(other) {
        "; growth over the quarter before is growth_qoq, of a history"
    } else {
        ""
    };
    format!("{period} and {other} are not comparable{instead}")
}

impl core::error::Error for Undefined {}
impl core::error::Error for NotMeaningful {}
