//! A metric, a line item or a formula in every row of a panel.

use rust_decimal::Decimal;

use super::{column::Column, figures::Panel, standpoint::Standpoint};
use crate::{
    bounds::PLACES_MAX,
    formula::{Formula, Window, evaluate},
    item::Item,
    metric::{Measure, Metric},
    undefined::Undefined,
    view::{Exact, measure_number, metric_number},
};

/// How many decimals a column has unless told: enough for a ratio of any two companies, and few
/// enough that ratios below nine million fit 64 bits.
const COLUMN_PLACES: u32 = 12;

/// How the rows of a panel are looked at: on which basis, over what, and to how many decimals.
///
/// A [`Panel`] by itself is looked at as reported, as each metric is declared, to 12 decimals.
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct PanelView<'a> {
    panel: &'a Panel,
    is_adjusted: bool,
    is_quoted: bool,
    window: Window,
    places: u32,
}

impl Panel {
    /// Returns the view of the panel as reported.
    pub const fn view(&self) -> PanelView<'_> {
        PanelView {
            panel: self,
            is_adjusted: false,
            is_quoted: true,
            window: Window::AsDeclared,
            places: COLUMN_PLACES,
        }
    }
}

impl<'a> PanelView<'a> {
    /// Rounds to so many decimals; 28 are all that values have.
    pub const fn to_places(self, places: u32) -> Self {
        Self { places: if places < PLACES_MAX { places } else { PLACES_MAX }, ..self }
    }

    /// Takes the companies' adjusted figures, as [`View::adjusted`](crate::View::adjusted) does.
    pub const fn adjusted(self) -> Self {
        Self { is_adjusted: true, ..self }
    }

    /// Takes every flow over twelve months, as [`View::trailing`](crate::View::trailing) does.
    pub const fn trailing(self) -> Self {
        Self { window: Window::Ttm, ..self }
    }

    /// Takes every flow over the period alone, as
    /// [`View::over_the_period`](crate::View::over_the_period) does.
    pub const fn over_the_period(self) -> Self {
        Self { window: Window::Period, ..self }
    }

    /// Leaves out what the market says, which is of one day and not of every period.
    ///
    /// ```
    /// use financials::{
    ///     Currency, History, Item, QuarterlyReport, panel::Panel, report::{MarketData, Quote},
    /// };
    ///
    /// let period = "2024-04-01..2024-06-30".parse()?;
    /// let report = QuarterlyReport::builder("A", period, Currency::USD).build()?;
    /// let history = History::new([report])?;
    /// let quote = Quote::new(Currency::USD, MarketData::in_units().share_price(30))?;
    /// let panel = Panel::builder().quoted(&history, &quote).build()?;
    /// let price = |view| Item::SharePrice.column(view).get(0);
    /// assert!(price(panel.view()).is_some_and(|cell| cell.is_ok()));
    /// assert!(price(panel.view().without_quotes()).is_some_and(|cell| cell.is_err()));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub const fn without_quotes(self) -> Self {
        Self { is_quoted: false, ..self }
    }

    pub(super) const fn panel(&self) -> &'a Panel {
        self.panel
    }

    pub(super) const fn is_adjusted(&self) -> bool {
        self.is_adjusted
    }

    fn column(self, cell: impl Fn(&Standpoint<'_>) -> Result<Decimal, Undefined>) -> Column {
        let mut column = Column::with_capacity(self.places, self.panel.len());
        for (company, entry) in self.panel.entries.iter().enumerate() {
            for place in 0..entry.timeline.periods().len() {
                let Self { panel, is_adjusted, is_quoted, .. } = self;
                let row = Standpoint { panel, entry, place, company, is_adjusted, is_quoted };
                match cell(&row) {
                    Ok(number) => column.push(number),
                    Err(reason) => column.push_reason(reason),
                }
            }
        }
        column
    }
}

impl<'a> From<&'a Panel> for PanelView<'a> {
    fn from(panel: &'a Panel) -> Self {
        panel.view()
    }
}

impl Metric {
    /// Evaluates the metric in every row of a panel.
    ///
    /// Each cell is what [`value`](Self::value) gives of the same company and period, rounded half
    /// to even, or the same reason.
    ///
    /// ```
    /// use financials::{
    ///     Currency, History, IncomeStatement, QuarterlyReport, metrics, panel::Panel,
    /// };
    ///
    /// let quarter = |company: &str, income: IncomeStatement| {
    ///     let period = "2025-04-01..2025-06-30".parse()?;
    ///     let report = QuarterlyReport::builder(company, period, Currency::USD).income(income);
    ///     Ok::<_, financials::Error>(History::new([report.build()?])?)
    /// };
    /// let income = IncomeStatement::in_millions;
    /// let palantir = quarter("Palantir", income().revenue(1_004).operating_income(269))?;
    /// let lumen = quarter("Lumen", income().revenue(3_092))?;
    /// let panel = Panel::of([&palantir, &lumen])?;
    /// let margins = metrics::OPERATING_MARGIN.column(panel.view().to_places(4));
    /// assert_eq!(margins.get(0).unwrap()?.to_string(), "0.2679");
    /// assert_eq!(margins.get(1).unwrap().unwrap_err().code(), "missing");
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    #[must_use]
    pub fn column<'a>(self, panel: impl Into<PanelView<'a>>) -> Column {
        let view = panel.into();
        view.column(|row| {
            let states = row.is_adjusted || row.entry.states_metrics;
            metric_number(self, row, states, view.window)
        })
    }
}

impl Measure {
    /// Evaluates the measure in every row of a panel, as [`Metric::column`] does.
    #[must_use]
    pub fn column<'a>(self, panel: impl Into<PanelView<'a>>) -> Column {
        let view = panel.into();
        view.column(|row| measure_number(self, row, view.window))
    }
}

impl Item {
    /// Evaluates the line item in every row of a panel, as [`Metric::column`] does.
    #[must_use]
    pub fn column<'a>(self, panel: impl Into<PanelView<'a>>) -> Column {
        Measure::Item(self).column(panel)
    }
}

impl Formula {
    /// Evaluates the formula in every row of a panel: what [`value`](Self::value) gives of the same
    /// company and period, rounded half to even, or the same reason.
    #[must_use]
    pub fn column<'a>(&self, panel: impl Into<PanelView<'a>>) -> Column {
        let view = panel.into();
        let (nodes, names) = (self.nodes(), self.names());
        view.column(|row| evaluate(nodes, names, &mut Exact(row), view.window))
    }
}
