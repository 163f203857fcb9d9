//! [`View`]: the point from which a formula is evaluated.
//!
//! *Invariant:* everything that is computed goes through [`evaluate`](crate::formula::evaluate).

mod facade;
mod ends;
mod explain;
mod value;
mod given;
mod enclosure;
mod exact;
mod records;

pub(crate) use enclosure::{Ranges, enclose, growth_reason};
pub use ends::Bounds;
pub(crate) use ends::bounds;
pub(crate) use exact::{Amounts, Exact, amount};
pub use explain::Explanation;
pub use given::Given;
pub(crate) use records::{Figures, Precise, Records};
pub use value::{Value, ValueError};
pub(crate) use value::{measure_number, metric_number, typed};

use crate::{
    currency::Currency,
    figure::{Basis, Figure},
    formula::{At, Window},
    history::{History, HistoryError},
    item::Item,
    metric::Measure,
    period::{FiscalLabel, Period},
    report::{Quote, Report},
    undefined::{Absence, Undefined, When},
};

/// The point from which a formula is evaluated: a report, what came before it, what the market
/// says, the basis, and what flows are taken over.
///
/// A [`Report`] by itself is a view of that report alone. More is added by name:
///
/// ```
/// use financials::{Currency, IncomeStatement, Period, Report, metrics};
///
/// let report = |period: &str, revenue: i64| {
///     let income = IncomeStatement::in_thousands().revenue(revenue);
///     Report::builder("Palantir", period.parse::<Period>()?, Currency::USD).income(income).build()
///         .map_err(financials::Error::from)
/// };
/// let now = report("2025-04-01..2025-06-30", 1_003_697)?;
/// let year_ago = report("2024-04-01..2024-06-30", 678_134)?;
/// let growth = metrics::REVENUE_GROWTH.value(now.view().with_year_ago(&year_ago)?)?;
/// assert_eq!(format!("{growth:.1}"), "48.0%");
/// # Ok::<(), financials::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct View<'a> {
    now: &'a Report,
    /// The reports that this one is among, and its place there.
    history: Option<(&'a History, usize)>,
    /// The report of a year ago that was given by itself.
    year_ago: Option<&'a Report>,
    quote: Option<&'a Quote>,
    is_adjusted: bool,
    window: Window,
}

impl Report {
    /// Returns the view of this report alone.
    pub const fn view(&self) -> View<'_> {
        View {
            now: self,
            history: None,
            year_ago: None,
            quote: None,
            is_adjusted: false,
            window: Window::AsDeclared,
        }
    }
}

impl History {
    /// Returns the view of a report with everything before it.
    ///
    /// # Errors
    ///
    /// Returns [`Undefined::NoReportOf`] where there is no report of the period.
    pub fn view(&self, period: &Period) -> Result<View<'_>, Undefined> {
        let missing = Undefined::NoReportOf { period: *period };
        let place = self.timeline().place(period).ok_or(missing)?;
        let now = self.at(place).ok_or(missing)?;
        Ok(View { history: Some((self, place)), ..now.view() })
    }

    /// Returns the view of the report that the calendar gives a label, with everything before it.
    ///
    /// # Errors
    ///
    /// Returns that no calendar was given, or that no report has the label, as
    /// [`labelled`](Self::labelled) does.
    pub fn labelled_view(&self, label: FiscalLabel) -> Result<View<'_>, HistoryError> {
        let period = self.labelled(label)?.period();
        self.view(&period).map_err(|_| HistoryError::NoReport { label })
    }

    /// Returns the view of the report that ends last; of those that end on one day the quarter.
    ///
    /// A report of balances alone is the last one only where there is no other.
    ///
    /// # Errors
    ///
    /// A history has at least one report, so there always is a view.
    pub fn latest_view(&self) -> Result<View<'_>, Undefined> {
        let latest = self.last().ok_or(Undefined::NoReport { at: When::NOW })?;
        self.view(&latest.period())
    }
}

impl<'a> View<'a> {
    /// Adds the report of the same fiscal period a year ago, which goes before that of a history.
    ///
    /// # Errors
    ///
    /// Returns the reason why the two cannot be compared: the companies, the currencies or the
    /// bases differ, or the periods are not of one kind and a year apart.
    pub fn with_year_ago(self, report: &'a Report) -> Result<Self, Undefined> {
        let now = self.now;
        if !now.company().is_same(report.company()) {
            return Err(Undefined::CompaniesDiffer);
        }
        if now.currency() != report.currency() {
            return Err(Undefined::CurrenciesDiffer);
        }
        if Basis::differ(now.basis(), report.basis()) {
            return Err(Undefined::BasesDiffer);
        }
        let (period, other) = (now.period(), report.period());
        match period.compares_with_year_ago(&other) {
            Ok(_) => Ok(Self { year_ago: Some(report), ..self }),
            Err(_) => Err(Undefined::PeriodsNotComparable { period, other }),
        }
    }

    /// Adds what the market says.
    ///
    /// # Errors
    ///
    /// Returns [`Undefined::CurrenciesDiffer`] for a quote in another currency than the report's.
    pub fn with_quote(self, quote: &'a Quote) -> Result<Self, Undefined> {
        match quote.currency() == self.now.currency() {
            true => Ok(Self { quote: Some(quote), ..self }),
            false => Err(Undefined::CurrenciesDiffer),
        }
    }

    /// Takes the company's adjusted figures instead of the reported ones.
    ///
    /// What companies do not adjust, such as revenue and balances, is taken as reported; any other
    /// measure without an adjusted figure is [`Undefined::NotAdjusted`].
    pub const fn adjusted(self) -> Self {
        Self { is_adjusted: true, ..self }
    }

    /// Takes every flow over twelve months.
    pub const fn trailing(self) -> Self {
        Self { window: Window::Ttm, ..self }
    }

    /// Takes every flow over the period alone, even where a metric is declared over twelve months.
    ///
    /// A quarter's return on equity is then that of the quarter, and not a year's.
    pub const fn over_the_period(self) -> Self {
        Self { window: Window::Period, ..self }
    }

    /// Returns the report that is evaluated.
    #[must_use]
    pub const fn report(&self) -> &'a Report {
        self.now
    }

    /// Returns the report of the same fiscal period a year ago.
    ///
    /// # Errors
    ///
    /// Returns [`Undefined::NoReport`] where there is none.
    pub fn year_ago(&self) -> Result<&'a Report, Undefined> {
        self.record_at(When::YEAR_AGO)
    }

    /// Returns the currency of the amounts.
    #[must_use]
    pub const fn currency(&self) -> Currency {
        self.now.currency()
    }

    /// Returns the basis: that of the report, where it said one, or adjusted.
    #[must_use]
    pub const fn basis(&self) -> Option<Basis> {
        if self.is_adjusted { Some(Basis::Adjusted) } else { self.now.basis() }
    }

    /// Returns what flows are taken over.
    #[must_use]
    pub const fn window(&self) -> Window {
        self.window
    }

    /// Returns whether any report in view may state a metric that formulas compute as well.
    pub(crate) fn states_metrics(&self) -> bool {
        self.is_adjusted
            || self.now.states_metrics()
            || self.year_ago.is_some_and(Report::states_metrics)
            || self.history.is_some_and(|(history, _)| history.states_metrics())
    }

    fn find_before(&self, when: When) -> Option<&'a Report> {
        let (history, place) = self.history?;
        history.at(history.timeline().back(place, when.years, when.quarters)?)
    }

    /// Returns the report in which a line that reports state is looked up as it is: none where its
    /// amount may be adjusted, or of several quarters.
    #[inline(always)]
    pub(crate) fn plain_report(&self, at: At) -> Option<&'a Report> {
        match self.is_adjusted {
            true => None,
            // Most lines are of the period evaluated, which takes no call.
            false if at == At::HERE => Some(self.now),
            false => self.plain_record(at),
        }
    }

    /// Returns the days of the period, or of the twelve months up to its end, both ends counted.
    ///
    /// # Errors
    ///
    /// Returns the reason why there is no such period.
    pub fn days_at(&self, at: At) -> Result<u32, Undefined> {
        self.day_count(at)
    }

    /// Returns how many of the periods make a year: four quarters, two halves, one year.
    ///
    /// # Errors
    ///
    /// Returns the reason why there is no such period, or that no number of them makes a year.
    pub fn periods_per_year_at(&self, at: At) -> Result<u8, Undefined> {
        self.count_per_year(at)
    }
}

impl<'a> Records for View<'a> {
    type Record = &'a Report;
    type Figure = &'a Figure;

    #[inline]
    fn find(&self, when: When) -> Option<&'a Report> {
        match self.year_ago {
            _ if when == When::NOW => Some(self.now),
            Some(report) if when == When::YEAR_AGO => Some(report),
            _ => self.find_before(when),
        }
    }

    fn period(&self, report: &'a Report) -> Period {
        report.period()
    }

    fn year_ending_with(&self, report: &'a Report) -> Option<&'a Report> {
        let (history, _) = self.history?;
        let timeline = history.timeline();
        history.at(timeline.twelve_months(timeline.place(&report.period())?)?)
    }

    fn quarter_before_end(&self, year: &'a Report, ago: u8) -> Option<&'a Report> {
        let (history, _) = self.history?;
        let timeline = history.timeline();
        history.at(timeline.quarter_before_end(timeline.place(&year.period())?, ago)?)
    }

    fn is_adjusted(&self) -> bool {
        self.is_adjusted
    }

    fn reported(&self, report: &'a Report, measure: &Measure) -> Option<&'a Figure> {
        report.stated(measure)
    }

    fn adjusted(&self, report: &'a Report, measure: &Measure) -> Option<&'a Figure> {
        report.stated_adjusted(measure)
    }

    fn absence(&self, report: &'a Report, item: Item) -> Option<Absence> {
        report.absence(item)
    }

    fn quoted(&self, item: Item) -> Option<&'a Figure> {
        self.quote.and_then(|quote| quote.figure(item))
    }
}

impl<'a, R: AsRef<Report> + ?Sized> From<&'a R> for View<'a> {
    fn from(report: &'a R) -> Self {
        report.as_ref().view()
    }
}

impl AsRef<Self> for Report {
    fn as_ref(&self) -> &Self {
        self
    }
}
