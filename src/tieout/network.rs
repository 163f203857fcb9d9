//! [`Network`]: statements of many documents and filings, held against one another.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    string::{String, ToString},
    vec,
    vec::Vec,
};

use rust_decimal::Decimal;

use super::{
    company::{Breakdown, Company, settle},
    ruling::{Ruling, TieOut},
    statement::{Claim, Entry, Evidence, PeriodLabel, What, filed_id},
};
use crate::{
    currency::Currency,
    figure::{Basis, Figure},
    history::History,
    item::Name,
    metric::Measure,
    names::{is_slip, letters},
    period::{FiscalCalendar, Period},
    report::Report,
};

/// Statements of many documents and filings, held against one another.
///
/// Statements meet by subject, measure, period and basis, and are joined by the formulas of the
/// catalogue, read forward and backward: a margin and an income bound the revenue. Where not all
/// can hold, those are contradicted that belong to a smallest set whose removal leaves the rest
/// consistent; where several such sets are, each is, tied. Figures of filings are doubted last.
///
/// ```
/// use financials::{Item, Stated, metrics, tieout::{Claim, Network, Verdict}};
///
/// let mut network = Network::new();
/// for (id, measure, text) in [
///     ("A2", Item::Revenue.into(), "$1.004 billion"),
///     ("B35", Item::Revenue.into(), "$1.03B"),
///     ("A8", Item::OperatingIncome.into(), "$464 million"),
///     ("A9", metrics::OPERATING_MARGIN.into(), "46%"),
/// ] {
///     let measure: financials::Measure = measure;
///     network.add(Claim::new(id, measure, Stated::parse(text)?).of("PLTR").during("2025Q2"));
/// }
/// let tie_out = network.tie_out();
/// let verdict = |id| tie_out.ruling(id).map(|ruling| ruling.verdict());
/// assert_eq!(verdict("B35"), Some(Verdict::Contradicted));
/// assert_eq!(verdict("A2"), Some(Verdict::Consistent));
/// # Ok::<(), financials::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Network {
    entries: Vec<Entry>,
    /// Figures of filings as they were first made.
    first: BTreeMap<String, Vec<Entry>>,
    calendars: BTreeMap<String, FiscalCalendar>,
    breakdowns: BTreeMap<String, Vec<Breakdown>>,
}

impl Network {
    /// Returns a network without statements.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a document's claim.
    pub fn add(&mut self, claim: Claim) {
        let (what, basis) = What::of(claim.measure).on_basis();
        let unit = claim.evidence.unit();
        let is_cost = matches!(what.measure, Measure::Item(item) if item.is_cost());
        let below = claim.evidence.admitted().ends();
        let is_below = matches!(below, [_, Some(high)] if high <= Decimal::ZERO);
        let is_turned = claim.in_brackets && is_cost && is_below;
        let evidence = if is_turned { claim.evidence.negated() } else { claim.evidence };
        let evidence = if claim.truncated { evidence.truncated() } else { evidence };
        let in_unit = unit.map_or(Some(what), |unit| what.stated_as(unit));
        let entry = Entry {
            what: in_unit.unwrap_or(what),
            has_unit: in_unit.is_some(),
            period: PeriodLabel::read(&claim.period),
            currency: evidence.currency(),
            id: claim.id,
            subject: claim.subject,
            basis: claim.basis.or(basis),
            document: claim.document,
            printed_name: claim.printed_name.map(|name| name.to_lowercase()),
            qualifier: claim.qualifier,
            is_turned,
            evidence,
            is_filed: false,
        };
        self.entries.push(entry);
    }

    /// Says which fiscal calendar a company has, so that balances on the dates that end its
    /// quarters meet those of the quarters; a report or a history brings its own.
    ///
    /// ```
    /// use financials::{FiscalCalendar, Item, Stated, tieout::{Claim, Network, Verdict}};
    ///
    /// let mut network = Network::new();
    /// network.add_calendar("PLTR", FiscalCalendar::CALENDAR_YEAR);
    /// for (period, text) in [("2025-06-30", "$930 million"), ("2025Q2", "$0.93 billion")] {
    ///     let cash = Claim::new(period, Item::Cash, Stated::parse(text)?);
    ///     network.add(cash.of("PLTR").during(period));
    /// }
    /// let tie_out = network.tie_out();
    /// assert!(tie_out.rulings().iter().all(|found| found.verdict() == Verdict::Consistent));
    /// # Ok::<(), financials::Error>(())
    /// ```
    pub fn add_calendar(&mut self, subject: impl Into<String>, calendar: FiscalCalendar) {
        self.calendars.insert(subject.into(), calendar);
    }

    /// Says which segments make up a measure of a company, so that they add up to it.
    ///
    /// ```
    /// use financials::{Item, Measure, Stated, tieout::{Claim, Network, Verdict}};
    ///
    /// let mut network = Network::new();
    /// network.add_breakdown("X", Item::Revenue, ["us".parse()?, "international".parse()?]);
    /// for (measure, text) in [
    ///     ("revenue", "$100 million"),
    ///     ("revenue:us", "$60 million"),
    ///     ("revenue:international", "$50 million"),
    /// ] {
    ///     let claim = Claim::new(measure, measure.parse::<Measure>()?, Stated::parse(text)?);
    ///     network.add(claim.of("X").during("2024Q2"));
    /// }
    /// let tie_out = network.tie_out();
    /// assert!(tie_out.rulings().iter().all(|found| found.verdict() == Verdict::InConflict));
    /// # Ok::<(), financials::Error>(())
    /// ```
    pub fn add_breakdown(
        &mut self,
        subject: impl Into<String>,
        measure: impl Into<Measure>,
        segments: impl IntoIterator<Item = Name>,
    ) {
        let segments: BTreeSet<Name> = segments.into_iter().collect();
        let segments = segments.into_iter().collect();
        let breakdown = Breakdown { measure: measure.into(), segments };
        self.breakdowns.entry(subject.into()).or_default().push(breakdown);
    }

    /// Adds the figures of a report, its periods labelled by the company's fiscal calendar.
    ///
    /// The subject is the name by which the claims call the company.
    pub fn add_report(&mut self, subject: &str, report: &Report, calendar: &FiscalCalendar) {
        self.entries.extend(filed_entries(subject, report, calendar));
        self.calendars.entry(subject.to_string()).or_insert_with(|| calendar.clone());
    }

    /// Adds the figures of a history's reports; without a calendar of its own, its years are
    /// calendar years.
    pub fn add_history(&mut self, subject: &str, history: &History) {
        let calendar = history.calendar().cloned().unwrap_or(FiscalCalendar::CALENDAR_YEAR);
        for report in history.reports() {
            self.add_report(subject, report, &calendar);
        }
    }

    /// Adds a history as it was first filed, beside the one that [`add_history`] adds: a claim that
    /// was right when it was made is not accused for what was restated since, and the ruling names
    /// the definition "as first filed".
    ///
    /// [`add_history`]: Self::add_history
    pub fn add_first_filed(&mut self, subject: &str, history: &History) {
        let calendar = history.calendar().cloned().unwrap_or(FiscalCalendar::CALENDAR_YEAR);
        let reports = history.reports().iter();
        let entries = reports.flat_map(|report| filed_entries(subject, report, &calendar));
        let entries: Vec<Entry> = entries.collect();
        self.first.entry(subject.to_string()).or_default().extend(entries);
    }

    /// Adds a filed figure that no line of a report has, such as total revenues beside the net
    /// sales that a report's revenue is, by a name of one's own; the reports come first.
    pub fn add_filed(&mut self, subject: &str, measure: Measure, figure: &Figure, period: &Period) {
        let calendar = self.calendars.get(subject).cloned();
        let calendar = calendar.unwrap_or(FiscalCalendar::CALENDAR_YEAR);
        let of_company = |entry: &&Entry| entry.is_filed && entry.subject == subject;
        let Some(other) = self.entries.iter().find(of_company) else { return };
        let currency = other.currency.unwrap_or(Currency::USD);
        let basis = other.basis.filter(|basis| *basis != Basis::Adjusted);
        let basis = basis.unwrap_or(UNNAMED);
        let label = PeriodLabel::of(period, &calendar);
        self.entries.push(filed(subject, measure, figure, (&label, basis, currency)));
    }

    /// Holds all statements against one another.
    ///
    /// The order in which they were added does not matter.
    #[must_use]
    pub fn tie_out(&self) -> TieOut {
        self.judged(false)
    }

    /// Holds all statements against one another, and proves every conflict by a
    /// [`Certificate`](super::Certificate) on the first of its members.
    ///
    /// ```
    /// use financials::{Stated, item::Item, tieout::{Claim, Network}};
    ///
    /// let mut network = Network::new();
    /// for (id, text) in [("A", "$1.004 billion"), ("B", "$1.03 billion")] {
    ///     let revenue = Claim::new(id, Item::Revenue, Stated::parse(text)?);
    ///     network.add(revenue.of("PLTR").during("2025Q2"));
    /// }
    /// let tie_out = network.tie_out_with_proofs();
    /// let certificate = tie_out.ruling("A").and_then(|ruling| ruling.certificate());
    /// assert_eq!(certificate.map(|proof| proof.statements.len()), Some(2));
    /// # Ok::<(), financials::Error>(())
    /// ```
    #[must_use]
    pub fn tie_out_with_proofs(&self) -> TieOut {
        self.judged(true)
    }

    fn judged(&self, with_proofs: bool) -> TieOut {
        let mut rulings: Vec<Option<Ruling>> = vec![None; self.entries.len()];
        let mut bounds = BTreeMap::new();
        let mut is_capped = false;
        for ((subject, _), places) in self.subjects() {
            let entries: Vec<&Entry> =
                places.iter().filter_map(|place| self.entries.get(*place)).collect();
            let first = self.first.get(subject).map_or(&[][..], Vec::as_slice);
            let company = Company {
                first,
                calendar: self.calendars.get(subject),
                breakdowns: self.breakdowns.get(subject).map_or(&[], Vec::as_slice),
            };
            let settled = settle(&entries, company, with_proofs);
            is_capped |= settled.is_capped;
            for (place, ruling) in places.iter().zip(settled.rulings) {
                if let Some(slot) = rulings.get_mut(*place) {
                    *slot = Some(ruling);
                }
            }
            bounds.extend(
                settled.bounds.into_iter().map(|(key, found)| ((subject.to_string(), key), found)),
            );
        }
        self.name_subjects(&mut rulings);
        let (mut claims, mut filed) = (Vec::new(), Vec::new());
        for (ruling, entry) in rulings.into_iter().flatten().zip(&self.entries) {
            if entry.is_filed { filed.push(ruling) } else { claims.push(ruling) }
        }
        TieOut::new(claims, filed, bounds, is_capped)
    }

    /// Says of claims on which nothing bears that their subject may be a slip of the pen.
    fn name_subjects(&self, rulings: &mut [Option<Ruling>]) {
        let filed = self.entries.iter().filter(|entry| entry.is_filed);
        let filed: BTreeSet<&str> = filed.map(|entry| entry.subject.as_str()).collect();
        let all: BTreeSet<&str> = self.entries.iter().map(|entry| entry.subject.as_str()).collect();
        let nearest = |subject: &str| {
            let mut others = all.iter().filter(|other| **other != subject && !other.is_empty());
            let is_same = |other: &str| letters(other).eq(letters(subject));
            let is_near = |other: &str| filed.contains(other) && is_slip(other, subject);
            others.find(|other| is_same(other) || is_near(other)).map(ToString::to_string)
        };
        let unknown: BTreeMap<&str, String> = all
            .difference(&filed)
            .filter_map(|subject| Some((*subject, nearest(subject)?)))
            .collect();
        for (ruling, entry) in rulings.iter_mut().zip(&self.entries) {
            if let (Some(ruling), Some(nearest)) = (ruling, unknown.get(entry.subject.as_str())) {
                ruling.set_unknown_subject(nearest.clone());
            }
        }
    }

    /// Returns the places of the statements by subject, each in an order that does not depend on
    /// that in which they were added. Amounts in another currency than the subject's own stand
    /// apart.
    fn subjects(&self) -> BTreeMap<(&str, Option<&'static str>), Vec<usize>> {
        let mut currencies: BTreeMap<&str, BTreeMap<&'static str, (usize, usize)>> =
            BTreeMap::new();
        for entry in &self.entries {
            if let Some(currency) = entry.currency {
                let of = currencies.entry(&entry.subject).or_default();
                let count = of.entry(currency.code()).or_default();
                *count = (count.0 + usize::from(entry.is_filed), count.1 + 1);
            }
        }
        // The currency of the filing, else the one of most statements, else the first by its code.
        let own: BTreeMap<&str, &'static str> = currencies
            .iter()
            .filter_map(|(subject, counts)| {
                let most =
                    counts.iter().max_by_key(|(code, count)| (**count, core::cmp::Reverse(**code)));
                most.map(|(code, _)| (*subject, *code))
            })
            .collect();
        let mut subjects: BTreeMap<(&str, Option<&'static str>), Vec<usize>> = BTreeMap::new();
        for (place, entry) in self.entries.iter().enumerate() {
            let subject = entry.subject.as_str();
            let code = entry.currency.map(Currency::code);
            let apart = code.filter(|code| own.get(subject) != Some(code));
            subjects.entry((subject, apart)).or_default().push(place);
        }
        for places in subjects.values_mut() {
            places.sort_by_cached_key(|place| {
                self.entries.get(*place).map(|entry| {
                    let Entry { what, period, basis, id, document, .. } = entry;
                    let (text, is_filed) = (entry.evidence.to_string(), entry.is_filed);
                    (*what, period.clone(), *basis, is_filed, text, id.clone(), document.clone())
                })
            });
        }
        subjects
    }
}

/// The rules by which the figures of a filing are on record where it names none: those of the
/// Securities and Exchange Commission's domestic filers (17 CFR 210.4-01(a)(1)).
const UNNAMED: Basis = Basis::Gaap;

/// Returns the figures of a report as statements.
fn filed_entries(subject: &str, report: &Report, calendar: &FiscalCalendar) -> Vec<Entry> {
    let period = PeriodLabel::of(&report.period(), calendar);
    let reported = report.figures().map(|(measure, figure)| (measure, figure, figure.basis()));
    let adjusted = report.adjusted_measures();
    let adjusted = adjusted.map(|own| (own.measure(), own.figure(), Some(Basis::Adjusted)));
    let figures = reported.chain(adjusted);
    let entries = figures.map(|(measure, figure, basis)| {
        let basis = basis.or(report.basis()).unwrap_or(UNNAMED);
        filed(subject, measure, figure, (&period, basis, report.currency()))
    });
    entries.collect()
}

fn filed(
    subject: &str,
    measure: Measure,
    figure: &Figure,
    (period, basis, currency): (&PeriodLabel, Basis, Currency),
) -> Entry {
    let what = What::of(measure);
    Entry {
        has_unit: true,
        id: filed_id(subject, &what, period, &basis),
        subject: subject.to_string(),
        what,
        period: period.clone(),
        basis: Some(basis),
        document: figure.source().map(ToString::to_string),
        printed_name: None,
        qualifier: None,
        is_turned: false,
        evidence: Evidence::from(figure),
        // Ratios and counts have none, but they are of the same company in any currency.
        currency: Some(currency),
        is_filed: true,
    }
}
