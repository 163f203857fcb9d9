//! From series to the [`History`] of a company.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    format,
    string::{String, ToString},
    vec::Vec,
};

use super::error::BuildError;
use crate::companyfacts::{
    choosing::items::ItemSeries,
    deriving::{
        entry::{Derivation, Entry, EntryAmount, Input},
        series::Series,
    },
    filed::{places::Places, rounding::UnitKind, tracks},
    known::KnownFacts,
    reading::{concept::ConceptName, document::CompanyFacts},
};
use crate::{
    Accuracy, Basis, Currency, Date, Decimal, Figure, FiscalCalendar, History, Item, Period,
    Report, Source, arith,
    period::{PeriodKind, YearNamed},
    report::{Company, ReportBuilder},
    undefined::Absence,
};

/// The convention of weighted shares gives a quarter's amount per share to so many decimals, which
/// is within five cents of what companies tagged.
const CONVENTION_PLACES: i8 = 1;

/// It gives the shares to so many significant digits, which is within a two-hundredth of what
/// companies tagged.
const CONVENTION_DIGITS: i8 = 3;

impl KnownFacts<'_> {
    /// Returns the company's reports under the vintage: its quarters, its fiscal years, and the
    /// twelve months up to each quarter's end.
    ///
    /// A figure has the accuracy [`Unknown`](Accuracy::Unknown), since the files state none, or is
    /// [`Assumed`](Accuracy::Assumed) to be stated to the place that the company uses: an amount
    /// per share that ends before the cent to that of its filings of about that time, and money
    /// that ends before the other amounts of its line to that of its filing. What is derived is as
    /// precise as the places of all that it is derived from. A figure has its source: the filing,
    /// or the filings it is derived from. An item that is absent from a period has no figure
    /// there; why is in [`item`](Self::item).
    ///
    /// # Errors
    ///
    /// - no fiscal year, quarter or line item can be told from the facts.
    /// - the unit of most amounts is no currency.
    pub fn history(&self) -> Result<History, BuildError> {
        self.history_stated(|_| Accuracy::Unknown)
    }

    /// Returns the company's reports as [`history`](Self::history) does, where the filings say how
    /// precisely each figure was stated.
    ///
    /// A figure of several is as precise as their rounding together allows
    /// ([`Accuracy::of_sum`]). If one is unknown, it is unknown.
    ///
    /// # Errors
    ///
    /// Fails where [`history`](Self::history) does.
    pub fn history_stated(
        &self,
        accuracy: impl Fn(&Input) -> Accuracy,
    ) -> Result<History, BuildError> {
        self.history_with(&accuracy)
    }

    /// Returns the company's reports with what more is known of its filings.
    pub(crate) fn history_with(&self, known: &impl Stating) -> Result<History, BuildError> {
        let currency: Currency = self.currency.parse()?;
        let (company, basis) = (company(self.facts), basis(self.facts));
        let mut figures: BTreeMap<Period, Vec<(Item, Figure)>> = BTreeMap::new();
        let mut balances: BTreeMap<Date, Vec<(Item, Figure)>> = BTreeMap::new();
        let mut absences = Absences::default();
        for item in self.items() {
            let ItemSeries { series, .. } = self.item(item);
            let places = self.places(&series);
            for entry in &series.entries {
                let amount = match &entry.amount {
                    Ok(amount) => amount,
                    Err(why) => {
                        absences.add(item, entry, *why, known.has_other_periods());
                        continue;
                    }
                };
                // A figure past the crate's bounds is left out, as one that is not tagged.
                let stated = amount.stated(|input| known.accuracy(input), &places);
                let Ok(figure) = Figure::new(amount.value, stated) else { continue };
                let source = amount.source_by(&|input| known.source(input));
                let figure = figure.on(basis).from_source(source);
                if entry.kind == PeriodKind::Instant {
                    balances.entry(entry.end).or_default().push((item, figure));
                } else if let Some(period) = of_report(entry, known.has_other_periods()) {
                    figures.entry(period).or_default().push((item, figure));
                }
            }
        }
        if known.has_other_periods() {
            let ends: BTreeSet<Date> = figures.keys().map(Period::end).collect();
            let alone = balances.keys().filter(|day| !ends.contains(day));
            figures.extend(alone.map(|day| (Period::instant(*day), Vec::new())));
        }
        let mut reports = Vec::new();
        for (period, mut flows) in figures {
            flows.extend(balances.get(&period.end()).cloned().unwrap_or_default());
            let revenue = flows.iter().find(|(item, _)| *item == Item::Revenue);
            let revenue = revenue.map(|(_, figure)| figure.number());
            let report = Report::builder(company.clone(), period, currency)
                .basis(basis)
                .absent(absences.of(&period));
            reports.push(known.complete(report.figures(flows), period, revenue).build()?);
        }
        if reports.is_empty() {
            return Err(BuildError::no_figures(self.facts));
        }
        let history = History::new(reports)?;
        Ok(match self.calendar().or_else(|| known.calendar()) {
            Some(calendar) => history.with_calendar(calendar),
            None => history,
        })
    }

    /// Returns the places to which filings state the concepts of amounts per share and of money.
    pub(super) fn places(&self, series: &Series) -> Vec<(ConceptName, Places)> {
        let measure = UnitKind::of(&series.unit);
        let is_told = matches!(measure, UnitKind::PerShare | UnitKind::Money);
        let concepts = series.concepts.iter().filter(|_| is_told);
        let places = concepts.filter_map(|name| {
            let concept = self.facts.concept(&name.taxonomy, &name.name)?;
            let units = concept.units.iter().filter(|unit| unit.unit == series.unit);
            let facts = units.flat_map(|unit| &unit.facts);
            let known = facts.filter(|fact| tracks::eligible(fact, self.vintage));
            Some((name.clone(), Places::of(known, measure)))
        });
        places.collect()
    }

    /// Returns the rule that the company's fiscal years and quarters follow, where there is one.
    #[must_use]
    pub fn calendar(&self) -> Option<FiscalCalendar> {
        let mut periods = Vec::new();
        let mut named_for_start = false;
        for year in self.years.as_slice() {
            let whole = Period::year(year.start, year.end).ok();
            periods.extend(whole.filter(|_| year.is_reported));
            for quarter in 1..=4 {
                let dates = year.quarter(quarter);
                periods.extend(dates.and_then(|(start, end)| Period::quarter(start, end).ok()));
            }
            named_for_start |= year.label < year.end.year();
        }
        let calendar = FiscalCalendar::infer(periods).ok()?;
        let last = self.years.as_slice().iter().rfind(|year| year.is_reported)?;
        let by_end = calendar.label(&Period::year(last.start, last.end).ok()?).ok()?;
        let start = by_end.year().number() > last.label && named_for_start;
        Some(if start { calendar.with_year_named(YearNamed::Start) } else { calendar })
    }
}

/// Why items have no figure in some periods, where filings say more than that.
#[derive(Default)]
pub(super) struct Absences {
    flows: BTreeMap<Period, Vec<(Item, Absence)>>,
    balances: BTreeMap<Date, Vec<(Item, Absence)>>,
}

impl Absences {
    /// Takes the reason for which an entry is absent.
    pub(super) fn add(&mut self, item: Item, entry: &Entry, why: Absence, to_date: bool) {
        if matches!(why, Absence::NotTagged | Absence::NotReported) {
        } else if entry.kind == PeriodKind::Instant {
            self.balances.entry(entry.end).or_default().push((item, why));
        } else if let Some(period) = of_report(entry, to_date) {
            self.flows.entry(period).or_default().push((item, why));
        }
    }

    /// Returns the reasons of a period.
    pub(super) fn of(&self, period: &Period) -> impl Iterator<Item = (Item, Absence)> {
        let (flows, balances) = (self.flows.get(period), self.balances.get(&period.end()));
        flows.into_iter().chain(balances).flatten().copied()
    }
}

/// What is known of a company's filings beyond what a companyfacts file says.
pub(crate) trait Stating {
    /// Returns how precisely a filing states a fact.
    fn accuracy(&self, input: &Input) -> Accuracy;

    /// Returns where a fact stands.
    fn source(&self, input: &Input) -> Source {
        input.source()
    }

    /// Returns whether half years and nine months have reports too, and days of which there are
    /// balances alone: the end of last year in a quarterly report.
    fn has_other_periods(&self) -> bool {
        false
    }

    /// Adds to a period's report, with its revenue, what no line item has.
    fn complete(
        &self,
        report: ReportBuilder,
        _period: Period,
        _revenue: Option<Decimal>,
    ) -> ReportBuilder {
        report
    }

    /// Returns the calendar where no annual report is there to tell it from.
    fn calendar(&self) -> Option<FiscalCalendar> {
        None
    }
}

impl<F: Fn(&Input) -> Accuracy> Stating for F {
    fn accuracy(&self, input: &Input) -> Accuracy {
        self(input)
    }
}

/// Returns whose facts they are.
pub(super) fn company(facts: &CompanyFacts) -> Company {
    let company = Company::new(facts.entity_name());
    match facts.cik() {
        Some(cik) => company.cik(cik),
        None => company,
    }
}

/// Returns the rules that the facts follow, by their taxonomies.
pub(super) fn basis(facts: &CompanyFacts) -> Basis {
    let us_gaap = facts.concepts().iter().any(|concept| concept.taxonomy == "us-gaap");
    if us_gaap { Basis::Gaap } else { Basis::Ifrs }
}

/// Returns how precise an amount is by what it rests on.
fn together(amount: &EntryAmount, accuracy: &impl Fn(&Input) -> Accuracy) -> Accuracy {
    // A count of shares that was put on another basis is not as precise as it was filed.
    if amount.split_adjusted || amount.inputs.is_empty() {
        return Accuracy::Unknown;
    }
    Accuracy::of_sum(amount.inputs.iter().map(accuracy))
}

/// Returns the period of a report that an entry belongs to: a quarter, year or trailing year, and
/// the first half and nine months of a year where those are asked for.
pub(super) fn of_report(entry: &Entry, with_years_to_date: bool) -> Option<Period> {
    match (entry.kind, entry.fiscal_quarter) {
        // Twelve months that end with the fiscal year are that year.
        (PeriodKind::TrailingTwelveMonths, Some(4)) => None,
        (PeriodKind::Quarter | PeriodKind::Year | PeriodKind::TrailingTwelveMonths, _) => {
            entry.period()
        }
        (PeriodKind::Half | PeriodKind::NineMonths, _) if with_years_to_date => entry.period(),
        _ => None,
    }
}

impl EntryAmount {
    /// Returns how precisely the convention of weighted shares gives a quarter: within five cents,
    /// or a two-hundredth of the shares, of what companies tagged.
    fn convention(&self) -> Option<Accuracy> {
        if self.origin != Derivation::WeightedShares {
            return None;
        }
        if !self.inputs.iter().all(Input::is_of_shares) {
            return Some(Accuracy::Decimals(CONVENTION_PLACES));
        }
        let digits = self.value.trunc().to_string().len();
        Some(Accuracy::Decimals(
            i8::try_from(digits).map_or(0, |digits| (CONVENTION_DIGITS - digits).min(0)),
        ))
    }

    /// Returns how precise it is where the filings say how precisely each fact was stated, as
    /// [`history_stated`](KnownFacts::history_stated) has it.
    #[must_use]
    pub fn accuracy(&self, of: impl Fn(&Input) -> Accuracy) -> Accuracy {
        self.convention().unwrap_or_else(|| together(self, &of))
    }

    /// Returns the source: the filing, or the formula with the filings it was derived from.
    #[must_use]
    pub fn source(&self) -> Source {
        self.source_by(&Input::source)
    }

    /// Returns how precise it is, with the place that the filer uses elsewhere where nothing is
    /// said of an input and its last digit is before that place.
    ///
    /// What several figures make, of which nothing is said, is as precise as the finest of their
    /// places allows: a year of 1,000 million is filed as precisely as nine months of 735 are.
    pub(super) fn stated(
        &self,
        of: impl Fn(&Input) -> Accuracy,
        places: &[(ConceptName, Places)],
    ) -> Accuracy {
        let used = |input: &Input| {
            let (_, used) = places.iter().find(|(name, _)| *name == input.concept)?;
            used.of_value(input.value, input.accession, input.filed)
        };
        let finest = match self.inputs.as_slice() {
            [input] => {
                // The last digit of one figure is what is assumed where nothing is said.
                let last = arith::last_place(input.value);
                used(input).filter(|used| last.is_none_or(|last| i32::from(*used) < last))
            }
            inputs => inputs.iter().filter_map(used).min(),
        };
        let assumed = |input: &Input| finest.filter(|_| used(input).is_some());
        self.accuracy(|input| match of(input) {
            Accuracy::Unknown => {
                assumed(input).map_or(Accuracy::Unknown, |place| Accuracy::assumed(-place))
            }
            stated => stated,
        })
    }

    fn source_by(&self, of: &impl Fn(&Input) -> Source) -> Source {
        let source = match (self.origin, self.inputs.as_slice()) {
            (Derivation::Reported, [input]) => of(input),
            (Derivation::WeightedShares, inputs) => of_weighted_shares(inputs, of),
            (_, inputs) => {
                let formula = terms(inputs, self.origin);
                inputs.iter().fold(Source::derived(formula), |source, input| {
                    source.from_input(input.name(self.origin), of(input))
                })
            }
        };
        if self.split_adjusted {
            return Source::derived("as filed, for the shares after later splits")
                .from_input("as filed", source);
        }
        source
    }
}

/// Returns the names of inputs, each with its sign but for the first.
fn terms(inputs: &[Input], origin: Derivation) -> String {
    let mut formula = String::new();
    for input in inputs {
        let sign = match (formula.is_empty(), input.subtracted) {
            (true, _) => "",
            (false, true) => " - ",
            (false, false) => " + ",
        };
        formula.push_str(sign);
        formula.push_str(&input.name(origin));
    }
    formula
}

/// Returns the source of a quarter's weighted shares, or of its income over them: after the income
/// comes the count of the longer period, which is the next one that is not taken off.
fn of_weighted_shares(inputs: &[Input], of: &impl Fn(&Input) -> Source) -> Source {
    let name = |input: &Input| input.name(Derivation::WeightedShares);
    let sum = |inputs: &[Input]| terms(inputs, Derivation::WeightedShares);
    let is_count = |input: &&Input| input.is_of_shares() || input.is_per_share();
    let income = inputs.iter().take_while(|input| !is_count(input)).count();
    let (income, shares) = inputs.split_at_checked(income).unwrap_or((inputs, &[]));
    // Where no count is tagged, income over an amount per share is one.
    let is_implied = shares.iter().any(Input::is_per_share);
    let over = if is_implied { "income over " } else { "" };
    let weighted = format!("weighted by days ({over}{})", sum(shares));
    let formula =
        if income.is_empty() { weighted } else { format!("({}) / {weighted}", sum(income)) };
    inputs
        .iter()
        .fold(Source::derived(formula), |source, input| source.from_input(name(input), of(input)))
}

impl Input {
    /// Returns whether the fact is a count of shares, of the tags that weighted ones have.
    fn is_of_shares(&self) -> bool {
        let name = &self.concept.name;
        name.starts_with("WeightedAverage") || name.ends_with("WeightedAverageShares")
    }

    /// Returns whether the fact is an amount per share.
    fn is_per_share(&self) -> bool {
        let name = &self.concept.name;
        name.contains("PerShare")
    }

    /// Returns the source: the filing, with the concept as the place in it.
    #[must_use]
    pub fn source(&self) -> Source {
        Source::filing(self.form.as_str(), self.accession)
            .filed(self.filed)
            .at(self.concept.to_string())
    }

    /// Returns what tells an input from the others: its period, and of statement lines its tag.
    fn name(&self, origin: Derivation) -> String {
        let period = match self.start {
            Some(start) => format!("{start}..{}", self.end),
            None => self.end.to_string(),
        };
        match origin {
            Derivation::StatementLines | Derivation::CoverPage | Derivation::WeightedShares => {
                format!("{} {period}", self.concept.name)
            }
            _ => period,
        }
    }
}
