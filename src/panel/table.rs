//! [`Table`]: chosen columns over chosen rows of a panel.

use alloc::{
    collections::BTreeMap,
    string::{String, ToString},
    vec::Vec,
};

use super::{
    column::Column,
    evaluate::PanelView,
    figures::{Entry, Panel},
};
use crate::{
    metric::Measure,
    period::{Period, PeriodKind},
    report::Company,
};

/// Chosen measures over chosen periods of a panel's companies, to be written as text.
///
/// A row is a company and a period, and has a column for each measure; in a
/// [long](Self::long) table a row is one value. No digit is lost on the way, and where there is no
/// value there is the reason's code.
///
/// ```
/// use financials::{
///     Currency, History, IncomeStatement, Measure, QuarterlyReport, panel::Panel,
/// };
///
/// let period = "2025-04-01..2025-06-30".parse()?;
/// let income = IncomeStatement::in_thousands().revenue(1_003_697).operating_income(269_317);
/// let report = QuarterlyReport::builder("Palantir", period, Currency::USD).income(income);
/// let panel = Panel::of([&History::new([report.build()?])?])?;
/// let measures = ["revenue", "operating_margin", "return_on_equity"].map(str::parse::<Measure>);
/// let measures = measures.into_iter().collect::<Result<Vec<_>, _>>()?;
/// let table = panel.view().to_places(4).table(measures).quarters().last(8);
/// assert_eq!(table.csv().to_string(), "\
/// company,cik,ticker,currency,basis,start,end,kind,label,revenue,operating_margin,\
/// return_on_equity,reasons
/// Palantir,,,USD,,2025-04-01,2025-06-30,quarter,,1003697000,0.2683,,return_on_equity=gap
/// ");
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
#[must_use]
pub struct Table<'a> {
    panel: &'a Panel,
    is_adjusted: bool,
    columns: Vec<(String, Column)>,
    rows: Vec<usize>,
    is_long: bool,
    has_header: bool,
}

impl<'a> PanelView<'a> {
    /// Evaluates measures in every row of the panel, as columns of a table.
    pub fn table<M: Into<Measure>>(self, measures: impl IntoIterator<Item = M>) -> Table<'a> {
        let columns = measures.into_iter().map(|measure| {
            let measure: Measure = measure.into();
            let column = match measure {
                Measure::Metric(metric) => metric.column(self),
                other => other.column(self),
            };
            (measure.to_string(), column)
        });
        Table {
            panel: self.panel(),
            is_adjusted: self.is_adjusted(),
            columns: columns.collect(),
            rows: (0..self.panel().len()).collect(),
            is_long: false,
            has_header: true,
        }
    }
}

impl<'a> Table<'a> {
    /// Adds a column of one's own, such as a formula's, of the same panel and under a name.
    ///
    /// ```
    /// use financials::{Item, formula::Formula, panel::Panel};
    ///
    /// let panel = Panel::builder().build()?;
    /// let share = Formula::parse("research_and_development / revenue")?;
    /// let table = panel.view().table([Item::Revenue]).with("r_and_d", share.column(&panel));
    /// assert!(table.csv().to_string().ends_with(",revenue,r_and_d,reasons\n"));
    /// # Ok::<(), financials::Error>(())
    /// ```
    pub fn with(mut self, name: impl Into<String>, column: Column) -> Self {
        self.columns.push((name.into(), column));
        self
    }

    /// Keeps the rows of some companies and periods.
    pub fn only(mut self, keep: impl Fn(&Company, Period) -> bool) -> Self {
        let panel = self.panel;
        self.rows.retain(|row| {
            place(panel, *row).is_some_and(|(entry, period)| keep(&entry.company, period))
        });
        self
    }

    /// Keeps the quarters.
    pub fn quarters(self) -> Self {
        self.only(|_, period| period.kind() == PeriodKind::Quarter)
    }

    /// Keeps the fiscal years.
    pub fn years(self) -> Self {
        self.only(|_, period| period.kind() == PeriodKind::Year)
    }

    /// Keeps the twelve months up to the end of each quarter, of which every fourth is a year.
    pub fn twelve_months(self) -> Self {
        self.only(|_, period| period.kind().is_twelve_months())
    }

    /// Keeps the last rows of each company, at most so many.
    pub fn last(mut self, count: usize) -> Self {
        let panel = self.panel;
        let mut kept: BTreeMap<usize, usize> = BTreeMap::new();
        self.rows.reverse();
        self.rows.retain(|row| {
            let company = panel.entry(*row).map_or(usize::MAX, |entry| entry.start);
            let kept = kept.entry(company).or_default();
            *kept += 1;
            *kept <= count
        });
        self.rows.reverse();
        self
    }

    /// Makes each value a row of its own, with the measure's name, and the reason in words.
    pub fn long(self) -> Self {
        Self { is_long: true, ..self }
    }

    /// Leaves the names of the columns out of the CSV: the table goes on where another ended.
    pub fn without_header(self) -> Self {
        Self { has_header: false, ..self }
    }

    /// Returns how many companies and periods it has.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.rows.len()
    }

    /// Returns whether no company and period is left.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Returns the companies and periods in order, each with its row of the panel.
    pub fn rows(&self) -> impl Iterator<Item = (usize, &'a Company, Period)> {
        let panel = self.panel;
        self.rows.iter().filter_map(move |row| {
            place(panel, *row).map(|(entry, period)| (*row, &entry.company, period))
        })
    }

    /// Returns the columns in order, each with its name and with every row of the panel.
    pub fn columns(&self) -> impl Iterator<Item = (&str, &Column)> {
        self.columns.iter().map(|(name, column)| (name.as_str(), column))
    }

    /// Returns a column by its name.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns().find(|(known, _)| *known == name).map(|(_, column)| column)
    }

    pub(super) fn with_rows(self, rows: Vec<usize>) -> Self {
        Self { rows, ..self }
    }

    pub(super) const fn is_long(&self) -> bool {
        self.is_long
    }

    pub(super) const fn has_header(&self) -> bool {
        self.has_header
    }

    pub(super) const fn is_adjusted(&self) -> bool {
        self.is_adjusted
    }

    pub(super) fn places(&self) -> impl Iterator<Item = (usize, &'a Entry, Period)> {
        let panel = self.panel;
        self.rows
            .iter()
            .filter_map(move |row| place(panel, *row).map(|(entry, period)| (*row, entry, period)))
    }
}

/// Returns the company and the period of a row.
fn place(panel: &Panel, row: usize) -> Option<(&Entry, Period)> {
    let entry = panel.entry(row)?;
    Some((entry, entry.timeline.at(row.checked_sub(entry.start)?)?))
}
