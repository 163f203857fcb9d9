//! [`PanelBuilder`]: companies and their figures, checked together.

use alloc::{
    collections::BTreeMap,
    string::{String, ToString},
    vec::Vec,
};

use rust_decimal::Decimal;

use super::{
    cells::{Amount, Cells},
    error::PanelError,
    figures::{Entry, Panel},
    links::Links,
};
use crate::{
    currency::Currency,
    figure::{Accuracy, Basis, Figure},
    history::{History, Timeline},
    item::Item,
    metric::Measure,
    period::{FiscalCalendar, Period},
    quantity::amount_within_limits,
    report::{Company, Quote},
    undefined::Absence,
};

/// One figure of one company and period, of a table in which each row is one: what
/// [`PanelBuilder::rows`] takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The company, by its name.
    pub company: String,
    /// The currency that the company reports in.
    pub currency: Currency,
    /// The period.
    pub period: Period,
    /// What the amount is of.
    pub measure: Measure,
    /// The amount, in whole units.
    pub amount: Decimal,
    /// How precisely it was stated; bounds rest on it.
    pub accuracy: Accuracy,
}

/// Companies and their figures, before they are checked together by [`build`](Self::build).
#[derive(Clone, Debug, Default)]
pub struct PanelBuilder {
    companies: Vec<Draft>,
    /// The place of the company that rows of a name belong to.
    named: BTreeMap<String, usize>,
    /// The first thing that was refused; the steps of a builder cannot stop at it.
    refused: Option<PanelError>,
}

/// One company.
#[derive(Clone, Debug)]
struct Draft {
    company: Company,
    currency: Currency,
    basis: Option<Basis>,
    calendar: Option<FiscalCalendar>,
    reported: Figures,
    adjusted: Figures,
    periods: Vec<Period>,
    quote: Vec<(Item, Amount)>,
    absent: Vec<(Period, Item, Absence)>,
}

type Figures = BTreeMap<(Period, Measure), Amount>;

impl From<&Figure> for Amount {
    fn from(figure: &Figure) -> Self {
        Self { number: figure.number(), accuracy: figure.accuracy() }
    }
}

impl Panel {
    /// Starts a panel.
    #[must_use]
    pub fn builder() -> PanelBuilder {
        PanelBuilder::default()
    }

    /// Makes the panel of some histories.
    ///
    /// # Errors
    ///
    /// - two histories of one company.
    pub fn of<'a>(histories: impl IntoIterator<Item = &'a History>) -> Result<Self, PanelError> {
        histories.into_iter().fold(Self::builder(), PanelBuilder::history).build()
    }
}

impl PanelBuilder {
    /// Adds the reports of a company.
    #[must_use]
    pub fn history(self, history: &History) -> Self {
        self.add(history, None)
    }

    /// Adds the reports of a company and what the market says of it.
    #[must_use]
    pub fn quoted(self, history: &History, quote: &Quote) -> Self {
        self.add(history, Some(quote))
    }

    /// Adds the rows of a table of figures.
    #[must_use]
    pub fn rows(mut self, rows: impl IntoIterator<Item = Row>) -> Self {
        for row in rows {
            if let Err(error) = self.add_row(row) {
                self.refused.get_or_insert(error);
                break;
            }
        }
        self
    }

    fn add(self, history: &History, quote: Option<&Quote>) -> Self {
        let Some(first) = history.reports().first() else { return self };
        let mut draft = Draft::new(first.company().clone(), first.currency());
        draft.calendar = history.calendar().cloned();
        draft.basis = history.reports().iter().find_map(|report| report.basis());
        for report in history.reports() {
            let period = report.period();
            draft.periods.push(period);
            let figures = report.figures();
            draft.reported.extend(figures.map(|(of, figure)| ((period, of), figure.into())));
            draft.absent.extend(report.absences().map(|(item, why)| (period, item, why)));
            let adjusted = report.adjusted_measures();
            let adjusted = adjusted.map(|it| ((period, it.measure()), it.figure().into()));
            draft.adjusted.extend(adjusted);
        }
        self.place(draft, quote)
    }

    /// Adds a company by its figures, of which none stands twice, and why it has no others.
    #[cfg(feature = "companyfacts")]
    pub(crate) fn company(
        self,
        company: Company,
        currency: Currency,
        (basis, calendar): (Basis, Option<FiscalCalendar>),
        figures: impl IntoIterator<Item = (Period, Item, (Decimal, Accuracy))>,
        absent: Vec<(Period, Item, Absence)>,
        quote: Option<&Quote>,
    ) -> Self {
        let mut draft = Draft::new(company, currency);
        (draft.basis, draft.calendar) = (Some(basis), calendar);
        draft.absent = absent;
        for (period, item, (number, accuracy)) in figures {
            draft.periods.push(period);
            let amount = Amount { number, accuracy };
            draft.reported.insert((period, item.into()), amount);
        }
        self.place(draft, quote)
    }

    fn place(mut self, mut draft: Draft, quote: Option<&Quote>) -> Self {
        if let Some(quote) = quote {
            let figure = |item| quote.figure(item).map(Amount::from);
            draft.quote = Item::all().filter_map(|item| Some((item, figure(item)?))).collect();
            if let Some((item, _)) = draft.quote.first()
                && quote.currency() != draft.currency
            {
                self.refused.get_or_insert(PanelError::Currencies {
                    company: draft.company.to_string(),
                    currency: draft.currency,
                    measure: (*item).into(),
                    other: quote.currency(),
                });
            }
        }
        self.companies.push(draft);
        self
    }

    fn add_row(&mut self, row: Row) -> Result<(), PanelError> {
        let Row { company, currency, period, measure, amount, accuracy } = row;
        if matches!(measure, Measure::Item(item) if item.is_quoted()) {
            return Err(PanelError::Quoted { company, measure });
        }
        let number = amount_within_limits("amount", amount)?;
        let next = self.companies.len();
        let place = *self.named.entry(company.clone()).or_insert(next);
        if place == next {
            self.companies.push(Draft::new(Company::new(company.clone()), currency));
        }
        let Some(draft) = self.companies.get_mut(place) else { return Ok(()) };
        if draft.currency != currency {
            let (currency, other) = (draft.currency, currency);
            return Err(PanelError::Currencies { company, currency, measure, other });
        }
        match draft.reported.insert((period, measure), Amount { number, accuracy }) {
            Some(_) => Err(PanelError::Twice { company, period, measure }),
            None => {
                draft.periods.push(period);
                Ok(())
            }
        }
    }

    /// Checks the companies and lays their figures out in columns.
    ///
    /// # Errors
    ///
    /// - a company that is added twice, as two histories or as a history and rows.
    /// - two amounts of one measure, company and period.
    /// - amounts or a quote of one company in two currencies.
    /// - a row of a price or an estimate, which is the market's.
    /// - an amount past the limits of amounts.
    pub fn build(self) -> Result<Panel, PanelError> {
        if let Some(refused) = self.refused {
            return Err(refused);
        }
        let mut layout = Layout::default();
        for (place, draft) in self.companies.into_iter().enumerate() {
            layout.add(place, draft)?;
        }
        Ok(layout.panel())
    }
}

impl Draft {
    fn new(company: Company, currency: Currency) -> Self {
        Self {
            company,
            currency,
            basis: None,
            calendar: None,
            reported: BTreeMap::new(),
            adjusted: BTreeMap::new(),
            periods: Vec::new(),
            quote: Vec::new(),
            absent: Vec::new(),
        }
    }
}

type Column = Vec<(usize, Amount)>;

/// The columns as they fill.
#[derive(Default)]
struct Layout {
    entries: Vec<Entry>,
    rows: usize,
    links: Links,
    reported: BTreeMap<Measure, Column>,
    adjusted: BTreeMap<Measure, Column>,
    quotes: BTreeMap<Item, Column>,
    absent: Vec<(Item, usize, Absence)>,
    /// The companies there are, by key and by name.
    keys: BTreeMap<u64, usize>,
    names: BTreeMap<String, usize>,
}

impl Layout {
    fn add(&mut self, place: usize, mut draft: Draft) -> Result<(), PanelError> {
        self.hold_once(place, &draft.company)?;
        draft.periods.sort_unstable();
        draft.periods.dedup();
        let company = || draft.company.to_string();
        let timeline = Timeline::new(draft.periods)
            .map_err(|_| PanelError::CompanyTwice { company: company() })?;
        let start = self.rows;
        for (from, to) in
            [(&draft.reported, &mut self.reported), (&draft.adjusted, &mut self.adjusted)]
        {
            for ((period, measure), amount) in from {
                if let Some(place) = timeline.place(period) {
                    to.entry(*measure).or_default().push((start + place, *amount));
                }
            }
        }
        // A reason stands where there is no figure, and on no row of its own.
        for (period, item, why) in draft.absent {
            if let Some(place) = timeline.place(&period)
                && !draft.reported.contains_key(&(period, item.into()))
            {
                self.absent.push((item, start + place, why));
            }
        }
        for (item, amount) in draft.quote {
            self.quotes.entry(item).or_default().push((place, amount));
        }
        let mut stated = draft.reported.keys().map(|(_, measure)| measure);
        let states_metrics = stated.any(|measure| matches!(measure, Measure::Metric(_)));
        self.links.add(&timeline, start);
        self.rows += timeline.periods().len();
        let Draft { company, currency, basis, calendar, .. } = draft;
        self.entries.push(Entry {
            company,
            currency,
            basis,
            calendar,
            timeline,
            start,
            states_metrics,
        });
        Ok(())
    }

    /// Holds that a company is there once: by its key where both have one, else by its name.
    fn hold_once(&mut self, place: usize, company: &Company) -> Result<(), PanelError> {
        let key = company.central_index_key();
        let same_key = key.and_then(|key| self.keys.insert(key, place));
        let same_name = self.names.insert(company.name().to_string(), place);
        let is_same = |place: usize| {
            self.entries.get(place).is_some_and(|entry| entry.company.is_same(company))
        };
        match same_key.or(same_name).is_some_and(is_same) {
            true => Err(PanelError::CompanyTwice { company: company.to_string() }),
            false => Ok(()),
        }
    }

    fn panel(mut self) -> Panel {
        self.absent.sort_unstable();
        self.absent.dedup_by_key(|(item, row, _)| (*item, *row));
        let (rows, companies) = (self.rows, self.entries.len());
        let laid = |columns: BTreeMap<Measure, Column>| {
            columns.into_iter().map(move |(measure, it)| (measure, Cells::new(rows, &it)))
        };
        let (mut lines, mut quotes) = (Vec::new(), Vec::new());
        lines.resize_with(Item::COUNT, || None);
        quotes.resize_with(Item::COUNT, || None);
        let mut others = BTreeMap::new();
        for (measure, cells) in laid(self.reported) {
            match measure {
                Measure::Item(item) => {
                    if let Some(line) = lines.get_mut(item as usize) {
                        *line = Some(cells);
                    }
                }
                other => drop(others.insert(other, cells)),
            }
        }
        for (item, column) in self.quotes {
            if let Some(quote) = quotes.get_mut(item as usize) {
                *quote = Some(Cells::new(companies, &column));
            }
        }
        let adjusted = laid(self.adjusted).collect();
        let Self { entries, absent, links, .. } = self;
        let daily = Vec::new();
        Panel { entries, rows, lines, others, adjusted, absent, quotes, daily, links }.measured()
    }
}
