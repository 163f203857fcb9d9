//! [`Entry`]: one period of a series, with its value or the reason why it has none.

use alloc::{string::String, vec::Vec};

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::companyfacts::reading::concept::ConceptName;
use crate::{Period, figure::Accession, period::PeriodKind, undefined::Absence};

/// One period of a series: its value, or the reason why it has none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Entry {
    /// What the period is.
    pub kind: PeriodKind,
    /// First day; nothing for an instant.
    pub start: Option<Date>,
    /// Last day.
    pub end: Date,
    /// The fiscal year in which the period ends, as the company names it.
    pub fiscal_year: Option<i16>,
    /// The fiscal quarter with which the period ends, 1 to 4; nothing for a whole fiscal year, for
    /// dates a few days off those of a quarter that is there under its own, and in a transition
    /// period that has its name in common with a fiscal year.
    pub fiscal_quarter: Option<u8>,
    /// The value, or why there is none: in serde, an object of `code` and `text` in its place.
    #[serde(with = "crate::undefined::wire")]
    pub amount: Result<EntryAmount, Absence>,
}

/// A value with where it comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct EntryAmount {
    /// The value in the unit of the series, sign as tagged.
    #[serde(with = "crate::decimal::wire")]
    pub value: Decimal,
    /// Whether it stands in a filing or was derived from figures that do.
    pub origin: Derivation,
    /// The filings that it rests on; of a derived value, in the order of its formula.
    pub inputs: Vec<Input>,
    /// Whether a filing gave another value before, beyond rounding.
    pub restated: bool,
    /// Whether it was filed before a stock split and is restated for it here.
    pub split_adjusted: bool,
}

/// Whether a value stands in a filing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Derivation {
    /// A filing gives it.
    Reported,
    /// It is the year to date less the year to date a quarter before; of a second half, the year
    /// less the first half.
    LessYearToDate,
    /// It is the year to date less the single quarters before, or the year less its other three.
    LessQuarters,
    /// It is the last fiscal year plus the year to date less that of the year before.
    YearPlusToDate,
    /// It is the sum of four consecutive quarters.
    FourQuarters,
    /// It is what other lines of the statement make it, the company tagging no line of its own:
    /// total liabilities as assets less all equity, short-term debt as the current portion of
    /// long-term debt and short-term borrowings, long-term debt less its current portion, a bank's
    /// revenue as net interest income and noninterest income.
    StatementLines,
    /// It is the count of shares on the cover of the period's own filing, which is of a day some
    /// weeks after the period's end: that of its [inputs](EntryAmount::inputs), one for each class.
    CoverPage,
    /// It is what the weighted shares of the year to date leave of a quarter, day by day: a count
    /// of shares, or the income of the quarter over it; or the income of twelve months over the
    /// shares of their quarters, weighted so. Its finding is
    /// [`PerShareConvention`](super::super::FindingKind::PerShareConvention).
    WeightedShares,
}

/// One fact that a value rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Input {
    /// First day of the fact's period; nothing for an instant.
    pub start: Option<Date>,
    /// Last day of the fact's period.
    pub end: Date,
    /// The value of the fact.
    #[serde(with = "crate::decimal::wire")]
    pub value: Decimal,
    /// Whether the fact is taken off rather than added.
    pub subtracted: bool,
    /// The tag.
    pub concept: ConceptName,
    /// The name of the form.
    pub form: String,
    /// The filing.
    pub accession: Accession,
    /// The day on which it was filed.
    pub filed: Date,
}

impl Entry {
    /// Returns the period, where its dates make one of its kind.
    ///
    /// The calendar's label for it, beside the fiscal one, is
    /// [`calendar_frame`](Period::calendar_frame).
    ///
    /// ```
    /// # use financials::companyfacts::{CompanyFacts, Vintage};
    /// # let json = br#"{"facts":{"us-gaap":{"Revenues":{"units":{"USD":[{"start":"2024-12-29",
    /// #     "end":"2025-03-29","val":95359000000,"accn":"0000320193-25-000057","form":"10-Q",
    /// #     "filed":"2025-05-02"}]}}}}}"#;
    /// let apple = CompanyFacts::parse(json)?;
    /// let revenue = &apple.known(Vintage::Latest).concept("us-gaap", "Revenues")[0];
    /// let frame = revenue.entries[0].period().and_then(|period| period.calendar_frame());
    /// assert_eq!(frame.map(|frame| frame.to_string()).as_deref(), Some("CY2025Q1"));
    /// # Ok::<(), financials::companyfacts::CompanyFactsError>(())
    /// ```
    #[must_use]
    pub fn period(&self) -> Option<Period> {
        let Some(start) = self.start else {
            return Some(Period::instant(self.end));
        };
        let make = match self.kind {
            PeriodKind::Quarter => Period::quarter,
            PeriodKind::Half => Period::half,
            PeriodKind::NineMonths => Period::nine_months,
            PeriodKind::Year => Period::year,
            PeriodKind::TrailingTwelveMonths => Period::trailing,
            _ => Period::other,
        };
        make(start, self.end).ok()
    }
}

impl Derivation {
    /// Returns whether a filing gives the value.
    #[must_use]
    pub fn is_reported(self) -> bool {
        self == Self::Reported
    }
}
