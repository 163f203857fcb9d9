//! [`History`]: the reports of one company in order, with the gaps between them visible.

mod error;
mod timeline;

use core::fmt::{self, Alignment};

use alloc::{string::ToString, vec::Vec};

use serde::{Deserialize, Serialize};

pub use error::HistoryError;
pub(crate) use timeline::Timeline;

use crate::{
    period::{FiscalCalendar, FiscalLabel, Period, PeriodKind, YearAgo},
    quantity::pad,
    report::Report,
};

/// The reports of one company, in one currency and on one basis, in the order of their periods.
///
/// Quarters, years and trailing twelve months stand side by side; a period is followed and preceded
/// by periods of its own kind. What came before is found by dates: the quarter before ends on the
/// eve, the same quarter a year ago ends a year earlier to within a few days, so that a 53rd week
/// or a change of fiscal year is seen and not stepped over. Where several periods would do, it is
/// the one that ends nearest to a year earlier.
///
/// ```
/// use financials::{
///     BalanceSheet, Currency, FiscalCalendar, History, IncomeStatement, Item, QuarterlyReport,
///     metrics,
/// };
///
/// let quarter = |dates: &str, revenue: i64, income: i64, equity: i64| {
///     QuarterlyReport::builder("Example", dates.parse()?, Currency::USD)
///         .income(IncomeStatement::in_millions().revenue(revenue).net_income(income))
///         .balance(BalanceSheet::in_millions().stockholders_equity(equity))
///         .build_quarterly()
///         .map_err(financials::Error::from)
/// };
/// let history = History::new([
///     quarter("2024-04-01..2024-06-30", 100, 10, 200)?,
///     quarter("2024-07-01..2024-09-30", 110, 12, 210)?,
///     quarter("2024-10-01..2024-12-31", 120, 14, 220)?,
///     quarter("2025-01-01..2025-03-31", 130, 16, 230)?,
///     quarter("2025-04-01..2025-06-30", 140, 18, 240)?,
/// ])?
/// .with_calendar(FiscalCalendar::month_end(12)?);
///
/// assert!(history.gaps().next().is_none());
/// assert_eq!(history.labelled("2025Q2".parse()?)?.revenue()?.to_string(), "$140,000,000");
/// let now = history.latest_view()?; // or history.labelled_view("2025Q2".parse()?)?
/// assert_eq!(Item::Revenue.growth(now)?.to_string(), "40%");
/// assert_eq!(Item::Revenue.value(now.trailing())?.to_string(), "$500,000,000");
/// // Sixty over the last four quarters, on equity that averaged 220.
/// assert_eq!(format!("{:.2}", metrics::RETURN_ON_EQUITY.value(now)?), "27.27%");
/// # Ok::<(), financials::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Wire", into = "Wire")]
pub struct History {
    /// In the order of their periods, none of them twice.
    reports: Vec<Report>,
    calendar: Option<FiscalCalendar>,
    /// The periods of the reports, at the same places.
    timeline: Timeline,
    /// Whether one of the reports states a metric that formulas compute as well.
    states_metrics: bool,
}

/// Quarters or years between which something is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gap {
    /// The last period before the gap.
    pub after: Period,
    /// The first period after the gap.
    pub before: Period,
}

impl fmt::Display for Gap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = alloc::format!("nothing between {} and {}", self.after, self.before);
        pad(&text, Alignment::Left, f)
    }
}

impl History {
    /// Puts the reports of a company in order.
    ///
    /// # Errors
    ///
    /// - no report at all.
    /// - reports of two companies, in two currencies or on two bases.
    /// - two reports of one period: which of two vintages to use is the caller's to say.
    pub fn new<R: Into<Report>>(
        reports: impl IntoIterator<Item = R>,
    ) -> Result<Self, HistoryError> {
        let mut reports: Vec<Report> = reports.into_iter().map(Into::into).collect();
        reports.sort_by_key(Report::period);
        let first = reports.first().ok_or(HistoryError::Empty)?;
        // Reports without a key go by their names, and then those of all the others must agree.
        let keyed = reports.iter().find(|it| it.company().central_index_key().is_some());
        let unkeyed = reports.iter().find(|it| it.company().central_index_key().is_none());
        // Reports that say no basis are of that of the others.
        let based = reports.iter().find(|it| it.basis().is_some()).unwrap_or(first);
        for report in &reports {
            for other in [keyed, unkeyed].into_iter().flatten() {
                other.is_of_the_company_of(report)?;
            }
            first.is_comparable(report)?;
            based.is_of_the_basis_of(report)?;
        }
        let timeline = Timeline::new(reports.iter().map(Report::period).collect())
            .map_err(|period| HistoryError::Twice { period })?;
        let states_metrics = reports.iter().any(Report::states_metrics);
        Ok(Self { reports, calendar: None, timeline, states_metrics })
    }

    /// Adds the company's fiscal calendar, which names the periods.
    #[must_use]
    pub fn with_calendar(self, calendar: FiscalCalendar) -> Self {
        Self { calendar: Some(calendar), ..self }
    }

    /// Returns the fiscal calendar, if one was given.
    #[must_use]
    pub const fn calendar(&self) -> Option<&FiscalCalendar> {
        self.calendar.as_ref()
    }

    /// Returns the reports in order.
    #[must_use]
    pub fn reports(&self) -> &[Report] {
        &self.reports
    }

    pub(crate) const fn states_metrics(&self) -> bool {
        self.states_metrics
    }

    /// Returns the report of a period.
    #[must_use]
    pub fn report(&self, period: &Period) -> Option<&Report> {
        self.reports.get(self.timeline.place(period)?)
    }

    /// Returns the fiscal label of a period, such as `2025Q2`.
    ///
    /// # Errors
    ///
    /// Returns why the calendar does not name the period, or that no calendar was given.
    pub fn label(&self, period: &Period) -> Result<FiscalLabel, HistoryError> {
        Ok(self.named_calendar()?.label(period)?)
    }

    /// Returns the report that the calendar gives a label, such as `2025Q2` or `FY2024`.
    ///
    /// A report of flows is preferred to one of balances alone, whose instant is of the same label.
    ///
    /// # Errors
    ///
    /// Returns that no calendar was given, or that no report has the label.
    pub fn labelled(&self, label: FiscalLabel) -> Result<&Report, HistoryError> {
        let calendar = self.named_calendar()?;
        self.reports
            .iter()
            .filter(|report| calendar.label(&report.period()) == Ok(label))
            .min_by_key(|report| report.period().is_instant())
            .ok_or(HistoryError::NoReport { label })
    }

    /// Returns the last report of a kind.
    #[must_use]
    pub fn latest(&self, kind: PeriodKind) -> Option<&Report> {
        self.reports.iter().rev().find(|report| report.period().kind() == kind)
    }

    /// Returns the report of flows that ends last, or of balances where there is no other; of those
    /// that end on one day the quarter, else the year.
    pub(crate) fn last(&self) -> Option<&Report> {
        self.reports.iter().max_by_key(|report| {
            let period = report.period();
            let rank = match period.kind() {
                PeriodKind::Quarter => 2,
                PeriodKind::Year => 1,
                _ => 0,
            };
            (!period.is_instant(), period.end(), rank)
        })
    }

    /// Returns where a quarter is missing between two quarters, or a year between two years.
    pub fn gaps(&self) -> impl Iterator<Item = Gap> {
        let mut quarter = None;
        let mut year = None;
        self.reports.iter().map(Report::period).filter_map(move |before| {
            let last: &mut Option<Period> = match before.kind() {
                PeriodKind::Quarter => &mut quarter,
                PeriodKind::Year => &mut year,
                _ => return None,
            };
            let after = last.replace(before)?;
            (before.start() > after.end() && !before.follows(&after))
                .then_some(Gap { after, before })
        })
    }

    /// Returns how the period of a report compares with that of the report a year ago: whether one
    /// of them has a 53rd week.
    #[must_use]
    pub fn year_ago_comparison(&self, period: &Period) -> Option<YearAgo> {
        let earlier = self.at(self.timeline.years_ago(self.timeline.place(period)?, 1)?)?;
        period.compares_with_year_ago(&earlier.period()).ok()
    }

    fn named_calendar(&self) -> Result<&FiscalCalendar, HistoryError> {
        self.calendar.as_ref().ok_or(HistoryError::NoCalendar)
    }

    pub(crate) const fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    pub(crate) fn at(&self, place: usize) -> Option<&Report> {
        self.reports.get(place)
    }
}

/// The form of a history in serde.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "struct History")]
struct Wire {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    calendar: Option<FiscalCalendar>,
    reports: Vec<Report>,
}

impl TryFrom<Wire> for History {
    type Error = HistoryError;

    fn try_from(wire: Wire) -> Result<Self, HistoryError> {
        Ok(Self { calendar: wire.calendar, ..Self::new(wire.reports)? })
    }
}

impl From<History> for Wire {
    fn from(history: History) -> Self {
        Self { calendar: history.calendar, reports: history.reports }
    }
}

impl Report {
    fn is_of_the_company_of(&self, other: &Self) -> Result<(), HistoryError> {
        if self.company().is_same(other.company()) {
            return Ok(());
        }
        let [company, other] = [self, other].map(|report| report.company().to_string());
        Err(HistoryError::Companies { company, other })
    }

    /// Checks that two reports of one company may stand in one calculation.
    fn is_comparable(&self, other: &Self) -> Result<(), HistoryError> {
        if self.currency() != other.currency() {
            return Err(HistoryError::Currencies {
                currency: self.currency(),
                period: other.period(),
                other: other.currency(),
            });
        }
        Ok(())
    }

    fn is_of_the_basis_of(&self, other: &Self) -> Result<(), HistoryError> {
        match self.basis().zip(other.basis()) {
            Some((basis, others)) if basis != others => {
                Err(HistoryError::Bases { basis, period: other.period(), other: others })
            }
            _ => Ok(()),
        }
    }
}
