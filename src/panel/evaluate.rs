//! A metric, a line item or a formula in every row of a panel.

use rust_decimal::Decimal;

use super::{
    column::Column,
    figures::Panel,
    kernel::{Kernel, Rounded},
    standpoint::Standpoint,
};
use crate::{
    arith,
    bounds::PLACES_MAX,
    formula::{Formula, Node, Window, evaluate},
    item::Item,
    metric::{Kind, Measure, Metric, Named},
    undefined::Undefined,
    view::{Exact, measure_number, metric_number},
};

/// How many decimals a column has unless told: enough for a ratio of any two companies, and few
/// enough that ratios below nine million fit 64 bits.
const COLUMN_PLACES: u32 = 12;

/// States that are looked at together, before each by itself.
const TOGETHER: usize = 16;

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

    pub(super) const fn places(&self) -> u32 {
        self.places
    }

    pub(super) const fn window(&self) -> Window {
        self.window
    }

    /// Returns every row in order.
    pub(super) fn every_standpoint(self) -> impl Iterator<Item = Standpoint<'a>> {
        (0..self.panel.block_count()).flat_map(move |block| self.standpoints(block))
    }

    /// Evaluates a formula in every row, block by block, and by the walk over one row what is left
    /// to it.
    fn column(
        self,
        steps: Option<(&[Node], &[Named])>,
        cell: impl Fn(&Standpoint<'_>) -> Result<Decimal, Undefined>,
    ) -> Column {
        let mut column = Column::with_capacity(self.places, self.panel.len());
        for block in 0..self.panel.block_count() {
            let mut kernel = Kernel::new(self.panel, block, self.is_quoted, self.places);
            let rounded = steps
                .filter(|_| !self.is_adjusted)
                .and_then(|(nodes, names)| kernel.read(nodes, names, self.window));
            match rounded {
                Some(rounded) => self.block(&mut column, block, rounded, &kernel, &cell),
                None => self.standpoints(block).for_each(|row| column.push_cell(cell(&row))),
            }
        }
        column
    }

    /// Adds the rows of a block, with the reasons of those that have no number, and by the walk
    /// what is not certain.
    fn block(
        self,
        column: &mut Column,
        block: usize,
        rounded: Rounded,
        kernel: &Kernel<'_>,
        cell: impl Fn(&Standpoint<'_>) -> Result<Decimal, Undefined>,
    ) {
        match rounded.scale {
            None => column.extend(&rounded.numbers),
            Some(scale) => {
                rounded.numbers.iter().for_each(|it| column.push(unscaled(*it, scale)));
            }
        }
        let start = self.panel.rows_of(block).start;
        let mut codes = [0; u8::MAX as usize];
        let states = rounded.states.unwrap_or_default();
        for (some, first) in states.chunks(TOGETHER).zip((start..).step_by(TOGETHER)) {
            // Most have a number.
            if some.iter().fold(0, |any, state| any | state) == 0 {
                continue;
            }
            for (state, row) in some.iter().zip(first..).filter(|(state, _)| **state > 0) {
                let Some(code) = codes.get_mut(usize::from(*state)) else {
                    if let Some(standpoint) = kernel.standpoint(row) {
                        column.put(row, cell(&standpoint));
                    }
                    continue;
                };
                if *code == 0 {
                    *code = kernel.reason(*state).map_or(0, |reason| column.code(reason));
                }
                column.put_code(row, *code);
            }
        }
    }

    /// Returns the rows of a block, in order.
    fn standpoints(self, block: usize) -> impl Iterator<Item = Standpoint<'a>> {
        let Self { panel, is_adjusted, is_quoted, .. } = self;
        let companies = panel.companies_of(block);
        companies.filter_map(move |company| Some((company, panel.entries.get(company)?))).flat_map(
            move |(company, entry)| {
                let row = move |place| Standpoint {
                    panel,
                    entry,
                    place,
                    company,
                    is_adjusted,
                    is_quoted,
                };
                (0..entry.timeline.periods().len()).map(row)
            },
        )
    }
}

fn unscaled(number: i64, scale: u32) -> Decimal {
    arith::build(number.unsigned_abs().into(), scale, number < 0)
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
        let column = view.column(Some((&[Node::Metric(self)], &[])), |row| {
            let states = row.is_adjusted || row.entry.states_metrics;
            metric_number(self, row, states, view.window)
        });
        column.of_multiples(self.kind() == Kind::Multiple)
    }
}

impl Measure {
    /// Evaluates the measure in every row of a panel, as [`Metric::column`] does.
    #[must_use]
    pub fn column<'a>(self, panel: impl Into<PanelView<'a>>) -> Column {
        let view = panel.into();
        let steps = [self.as_formula().0];
        let is_own = matches!(self, Self::Named(_));
        let steps = (!is_own).then_some((steps.as_slice(), [].as_slice()));
        let column = view.column(steps, |row| measure_number(self, row, view.window));
        column.of_multiples(self.kind() == Kind::Multiple)
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
        view.column(Some((nodes, names)), |row| {
            evaluate(nodes, names, &mut Exact(row), view.window)
        })
    }
}
