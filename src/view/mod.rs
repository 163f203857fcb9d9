//! [`View`]: the point from which a formula is evaluated.
//!
//! *Invariant:* everything that is computed goes through [`evaluate`](crate::formula::evaluate).

mod facade;
mod bounds;
mod explain;
mod value;
mod given;
mod enclosure;
mod exact;

pub use bounds::Bounds;
pub(crate) use enclosure::{Ranges, enclose, growth_reason};
pub use explain::Explanation;
pub use given::Given;
pub(crate) use value::typed;
pub use value::{Value, ValueError};

use crate::{
    bounds::QUARTERS_PER_YEAR,
    currency::Currency,
    figure::{Basis, Figure},
    formula::{At, Over, Window, formula_of},
    history::{History, HistoryError},
    item::{Item, Nature},
    metric::{Kind, Measure},
    period::{FiscalLabel, Period, PeriodKind},
    report::{Quote, Report},
    undefined::{Undefined, When},
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

/// The figures that a measure's amount is made of.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Figures<'a> {
    /// The amount is not stated; its own formula may give it.
    Unstated,
    /// One figure is the amount.
    One(&'a Figure),
    /// The amount is the sum of four quarters'.
    Sum([&'a Figure; QUARTERS_PER_YEAR]),
    /// The amount is the mean of four quarters'.
    Mean([&'a Figure; QUARTERS_PER_YEAR]),
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
        let place = self.place(period).ok_or(missing)?;
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
        match now.period().compares_with_year_ago(&report.period()) {
            Ok(_) => Ok(Self { year_ago: Some(report), ..self }),
            Err(_) => Err(Undefined::PeriodsNotComparable),
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
        self.report_at(When::YEAR_AGO)
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

    /// Returns the report at a point in time.
    pub(crate) fn report_at(&self, when: When) -> Result<&'a Report, Undefined> {
        self.find(when).ok_or(Undefined::NoReport { at: when })
    }

    #[inline]
    fn find(&self, when: When) -> Option<&'a Report> {
        match self.year_ago {
            _ if when == When::NOW => Some(self.now),
            Some(report) if when == When::YEAR_AGO => Some(report),
            _ => self.find_before(when),
        }
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
        let place = match when.years {
            0 => place,
            years => history.years_ago(place, years)?,
        };
        history.at((0..when.quarters).try_fold(place, |at, _| history.before(at))?)
    }

    /// Returns the figure of a measure in one report, on the view's basis.
    fn figure_in(
        &self,
        report: &'a Report,
        measure: &Measure,
    ) -> Result<Option<&'a Figure>, Undefined> {
        if !self.is_adjusted {
            return Ok(report.stated(measure));
        }
        match (report.stated_adjusted(measure), measure) {
            (Some(figure), _) => Ok(Some(figure)),
            (None, _) if measure.is_neutral() => Ok(report.stated(measure)),
            // The parts of a metric may each have an adjusted figure.
            (None, Measure::Metric(_)) => Ok(None),
            (None, _) => Err(Undefined::NotAdjusted { measure: *measure }),
        }
    }

    /// Returns the figures that a measure's amount is made of.
    pub(crate) fn figures(&self, measure: &Measure, at: At) -> Result<Figures<'a>, Undefined> {
        if let Measure::Item(item) = measure
            && item.is_quoted()
        {
            return Ok(self.quoted(*item, at.when));
        }
        if at.over == Over::Period || !is_of_its_period(measure) {
            let figure = self.figure_in(self.report_at(at.when)?, measure)?;
            return Ok(figure.map_or(Figures::Unstated, Figures::One));
        }
        self.over_twelve_months(measure, Nature::of(measure), at)
    }

    /// Returns the report in which a line that reports state is looked up as it is: none where its
    /// amount may be adjusted, or of several quarters.
    #[inline(always)]
    pub(crate) fn plain_report(&self, at: At) -> Option<&'a Report> {
        match self.is_adjusted {
            true => None,
            // Most lines are of the period evaluated, which takes no call.
            false if at == At::HERE => Some(self.now),
            false => self.plain_report_at(at),
        }
    }

    fn plain_report_at(&self, at: At) -> Option<&'a Report> {
        let report = self.find(at.when);
        report.filter(|report| at.over == Over::Period || report.period().kind().is_twelve_months())
    }

    fn quoted(&self, item: Item, when: When) -> Figures<'a> {
        let quote = self.quote.filter(|_| when == When::NOW);
        quote.and_then(|quote| quote.figure(item)).map_or(Figures::Unstated, Figures::One)
    }

    fn over_twelve_months(
        &self,
        measure: &Measure,
        nature: Nature,
        at: At,
    ) -> Result<Figures<'a>, Undefined> {
        let report = self.report_at(at.when)?;
        let kind = report.period().kind();
        if kind.is_twelve_months() {
            let figure = self.figure_in(report, measure)?;
            return Ok(figure.map_or(Figures::Unstated, Figures::One));
        }
        let is_computed = formula_of(measure).is_some();
        let reason = match nature {
            Nature::Rate => None,
            // What is computed is the year's total over the year's mean share count.
            Nature::PerShareFlow if at.over != Over::TwelveMonthsPerShare => {
                (!is_computed).then_some(Undefined::NotAdditive { measure: *measure })
            }
            // The parts say so themselves, and a change of balances is one of twelve months.
            _ if kind != PeriodKind::Quarter && is_computed => return Ok(Figures::Unstated),
            _ if kind != PeriodKind::Quarter => return Err(Undefined::NotTwelveMonths),
            _ => match self.four_quarters(measure, at.when) {
                Ok(quarters) if nature == Nature::WeightedShares => {
                    return Ok(Figures::Mean(quarters));
                }
                Ok(quarters) => return Ok(Figures::Sum(quarters)),
                // The parts of what is computed may be stated for the twelve months.
                Err(reason) => reason.filter(|_| !is_computed),
            },
        };
        match (self.twelve_month_figure(measure, at.when)?, reason) {
            (Some(figure), _) => Ok(Figures::One(figure)),
            (None, Some(reason)) => Err(reason),
            (None, None) => Ok(Figures::Unstated),
        }
    }

    /// Returns the figures of four quarters, the last one first.
    ///
    /// The reason is nothing where some or all of them are not stated, and the measure is to be
    /// computed from its parts or is absent altogether.
    fn four_quarters(
        &self,
        measure: &Measure,
        when: When,
    ) -> Result<[&'a Figure; QUARTERS_PER_YEAR], Option<Undefined>> {
        let [first, second, third, fourth] = self.four_reports(when)?;
        let figure = |report| self.figure_in(report, measure);
        let quarters = [figure(first)?, figure(second)?, figure(third)?, figure(fourth)?];
        if let [Some(first), Some(second), Some(third), Some(fourth)] = quarters {
            return Ok([first, second, third, fourth]);
        }
        match quarters.iter().position(Option::is_none) {
            // A line that only some of the quarters have is not absent, and its sum would be short.
            Some(ago) if quarters.iter().any(Option::is_some) => {
                let at = when.quarters_before(ago as u8);
                Err(Some(Undefined::Missing { measure: *measure, at }))
            }
            _ => Err(None),
        }
    }

    /// Returns the reports of the four quarters that make the twelve months up to a point in time,
    /// the last one first.
    fn four_reports(&self, when: When) -> Result<[&'a Report; QUARTERS_PER_YEAR], Undefined> {
        let quarter = |ago: u8| {
            let at = when.quarters_before(ago);
            self.report_at(at).map_err(|_| Undefined::Gap { at })
        };
        let quarters = [quarter(0)?, quarter(1)?, quarter(2)?, quarter(3)?];
        // Four quarters of 14 weeks each are adjacent and no year.
        match twelve_months(quarters) {
            Some(_) => Ok(quarters),
            None => Err(Undefined::NotTwelveMonths),
        }
    }

    /// Returns the figure of the year or the trailing twelve months that end with the quarter.
    fn twelve_month_figure(
        &self,
        measure: &Measure,
        when: When,
    ) -> Result<Option<&'a Figure>, Undefined> {
        match self.twelve_month_report(when)? {
            Some(report) => self.figure_in(report, measure),
            None => Ok(None),
        }
    }

    /// Returns the report over the twelve months that end with a quarter.
    ///
    /// Beside four quarters that begin on another day there is none, so that no formula takes one
    /// line from the quarters and the next from a report over other dates.
    fn twelve_month_report(&self, when: When) -> Result<Option<&'a Report>, Undefined> {
        let Some((history, _)) = self.history else {
            return Ok(None);
        };
        let place = history.place(&self.report_at(when)?.period());
        let report = place.and_then(|place| history.at(history.twelve_months(place)?));
        let dates = self.four_reports(when).ok().and_then(twelve_months);
        Ok(report.filter(|report| dates.is_none_or(|it| it.start() == report.period().start())))
    }

    /// Returns the dates that an amount at a point in time is of, or at the end of.
    pub(crate) fn period_at(&self, measure: &Measure, at: At) -> Result<Period, Undefined> {
        let period = self.report_at(at.when)?.period();
        let is_quarter = period.kind() == PeriodKind::Quarter;
        if at.over == Over::Period || !is_quarter || !is_of_its_period(measure) {
            return Ok(period);
        }
        if let Some(report) = self.twelve_month_report(at.when)? {
            return Ok(report.period());
        }
        Ok(self.four_reports(at.when).ok().and_then(twelve_months).unwrap_or(period))
    }

    /// Returns the days of the period, or of the twelve months up to its end, both ends counted.
    ///
    /// # Errors
    ///
    /// Returns the reason why there is no such period.
    pub fn days_at(&self, at: At) -> Result<u32, Undefined> {
        let period = self.report_at(at.when)?.period();
        match (at.over, period.kind()) {
            (Over::Period, _) => Ok(period.days()),
            (_, kind) if kind.is_twelve_months() => Ok(period.days()),
            (_, PeriodKind::Quarter) => match self.twelve_month_report(at.when)? {
                Some(year) => Ok(year.period().days()),
                None => {
                    let quarters = self.four_reports(at.when)?;
                    Ok(quarters.iter().map(|quarter| quarter.period().days()).sum())
                }
            },
            _ => Err(Undefined::NotTwelveMonths),
        }
    }

    /// Returns how many of the periods make a year: four quarters, two halves, one year.
    ///
    /// # Errors
    ///
    /// Returns the reason why there is no such period, or that no number of them makes a year.
    pub fn periods_per_year_at(&self, at: At) -> Result<u8, Undefined> {
        match (at.over, self.report_at(at.when)?.period().kind()) {
            (Over::TwelveMonths | Over::TwelveMonthsPerShare, _) => Ok(1),
            (_, kind) if kind.is_twelve_months() => Ok(1),
            (_, PeriodKind::Quarter) => Ok(QUARTERS_PER_YEAR as u8),
            (_, PeriodKind::Half) => Ok(2),
            _ => Err(Undefined::PeriodsNotComparable),
        }
    }
}

/// Returns whether an amount of a quarter is not that of twelve months; a ratio that a company
/// states of a quarter is not, either.
fn is_of_its_period(measure: &Measure) -> bool {
    let nature = Nature::of(measure);
    nature.is_over_a_period() || (nature == Nature::Rate && matches!(measure, Measure::Metric(_)))
}

/// Returns the dates of four adjacent quarters, the last one first, if they are twelve months.
fn twelve_months([last, _, _, first]: [&Report; QUARTERS_PER_YEAR]) -> Option<Period> {
    Period::trailing(first.period().start(), last.period().end()).ok()
}

impl Nature {
    /// Returns what kind of number a measure is.
    pub(crate) const fn of(measure: &Measure) -> Self {
        match measure {
            Measure::Item(item) => item.nature(),
            Measure::Named(named) => named.nature(),
            Measure::Metric(metric) => match metric.kind() {
                Kind::Flow => Self::Flow,
                Kind::PerShareFlow => Self::PerShareFlow,
                Kind::Money => Self::Balance,
                Kind::PerShare => Self::Price,
                Kind::Shares => Self::Shares,
                Kind::Ratio | Kind::Multiple | Kind::Days | Kind::Score => Self::Rate,
                Kind::Count => Self::Count,
            },
        }
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
