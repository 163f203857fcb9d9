//! [`ItemSeries`]: a line item through time, with the choice of its concepts on record.

use alloc::{
    borrow::ToOwned,
    collections::{BTreeMap, BTreeSet},
    string::String,
    vec::Vec,
};

use serde::{Deserialize, Serialize};

use super::{chains, continuing, revenue, signs, strays};
use crate::companyfacts::{
    deriving::{
        entry::Entry,
        series::{self, Series},
        shares::ShareBasis,
    },
    filed::{
        finding::{Against, FindingKind, SeriesFinding},
        rounding,
        tracks::{self, Tracks},
    },
    known::{KnownFacts, Tagged, Used},
    periods::days,
    reading::{
        concept::{Concept, ConceptName},
        fact::FiledFact,
    },
};
use crate::{
    Decimal, Item,
    bounds::{
        AS_COMMON_ONE_IN, CURRENT_DAYS, DATE_SLACK_DAYS, EARNINGS_PER_SHARE_MAX, SHARES_FEW,
        STALE_BALANCE_DAYS, STALE_DAYS,
    },
    item::Nature,
    period::PeriodKind,
    undefined::Absence,
};

/// A line item through time, with the choice of its concepts on record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ItemSeries {
    /// The line item.
    pub item: Item,
    /// The figures. Per-share amounts and share counts are on one share basis.
    pub series: Series,
    /// Every concept of the item that the company tags, the preferred first, and then the lines
    /// that the item is put together from where it is not tagged.
    pub candidates: Vec<Candidate>,
    /// The share basis of per-share amounts and share counts.
    pub share_basis: Option<ShareBasis>,
}

/// A concept that a line item may be taken from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Candidate {
    /// The concept.
    pub concept: ConceptName,
    /// How many facts it has that could enter the series.
    pub facts: usize,
    /// How many entries of the series rest on it; none if it was passed over.
    pub entries: usize,
    /// Whether it differs from the preferred concept where one filing gives both. It fills only
    /// fiscal years for which the preferred has nothing, each figure with the finding
    /// [`OtherConcept`](FindingKind::OtherConcept), and none if one of the two is mostly more than
    /// twice the other.
    pub differs: bool,
}

pub(crate) type Source<'a> = (&'a Concept, Vec<FiledFact>);

impl KnownFacts<'_> {
    /// Returns a line item through time.
    ///
    /// Concepts join into one series where no filing shows that they differ. For every period of
    /// the company's calendar without a figure there is an entry with its reason. Total
    /// liabilities and debt are put together from other lines of the balance sheet where they are
    /// not tagged.
    #[must_use]
    pub fn item(&self, item: Item) -> ItemSeries {
        let Tagged { series, concepts } =
            self.shared.tagged.get_or_make(item, || self.tagged(item)).into_owned();
        let candidates = concepts.into_iter().map(Candidate::from).collect();
        let mut found = ItemSeries { item, series, candidates, share_basis: None };
        let ItemSeries { series, candidates, .. } = &mut found;
        self.complete(item, series);
        self.add_up(item, series);
        self.note_relations(item, series);
        self.strike_cost_of_goods(item, series);
        self.articulate(item, series);
        self.weigh(item, series);
        self.shared.weighed.keep(item, series);
        if item == Item::EpsDiluted {
            self.weigh_twelve_months(series);
        }
        if item == Item::SharesOutstanding {
            self.count_on_cover(series);
        }
        let lines = self.sources(item, &series.unit, chains::lines(item));
        self.strike_disputed(item, series);
        candidates.extend(lines.iter().map(|line| used(line, false, series).into()));
        self.note_stale(item, series);
        self.note_scale(item, series);
        signs::note(item, series);
        let of_shares =
            matches!(item.nature(), Nature::PerShareFlow | Nature::WeightedShares | Nature::Shares);
        found.share_basis = of_shares.then(|| self.splits.restate(series));
        found
    }

    /// Returns a line item as its own concepts give it.
    pub(crate) fn tagged(&self, item: Item) -> Tagged {
        let unit = self.unit(item);
        let mut sources = self.sources(item, &unit, chains::chain(item));
        let strays = strays::strike(&mut sources);
        let lists: Vec<_> = sources.iter().map(|(c, facts)| (*c, facts.as_slice())).collect();
        let probe = Tracks::new(&self.years, self.vintage, &unit, &lists);
        let mut classes = classes(lists.len(), &probe);
        let net = sources.first().is_some_and(|(concept, _)| concept.name == chains::NET_REVENUE);
        let late = self.put_current_first(&mut classes, &lists);
        if item == Item::Revenue && !net {
            self.put_total_first(&mut classes, &late, &probe, &lists);
        }
        let first = classes.first().cloned().unwrap_or_default();
        let unlike = |class: &[usize]| {
            class.iter().any(|other| first.iter().any(|one| probe.unlike(*one, *other)))
        };
        let joined = self.joined(item, &unit);
        let mut series: Option<Series> = None;
        for class in &classes {
            let own;
            // Where no concept differs from another, they stand in one layout already.
            let tracks = if classes.len() == 1 {
                &probe
            } else {
                let members = class.iter().filter_map(|at| lists.get(*at).copied());
                let members: Vec<_> = members.collect();
                own = Tracks::new(&self.years, self.vintage, &unit, &members);
                &own
            };
            let beside = self.beside(&joined, continuing::leaves_out(item));
            let next = series::assemble(self.facts, &self.years, self.vintage, tracks, beside);
            match &mut series {
                None => series = Some(next),
                // Cash at banks is not continued by all cash, restricted cash and deposits.
                Some(_) if unlike(class) => {}
                Some(series) => series.fill(next),
            }
        }
        let mut series = series.unwrap_or_else(|| Series {
            unit: unit.clone(),
            concepts: Vec::new(),
            entries: Vec::new(),
            findings: Vec::new(),
            restatements: Vec::new(),
        });
        series.findings.extend(strays);
        let dwarfed = probe.findings.iter().filter(|f| f.kind == FindingKind::Dwarfed).cloned();
        for finding in dwarfed {
            if !series.findings.contains(&finding) {
                series.findings.push(finding);
            }
        }
        if item == Item::Revenue {
            revenue::note_passed_over(&classes, &probe, &lists, &mut series);
            self.note_slices(&mut series);
        }
        let not_tagged =
            sources.is_empty() && self.sources(item, &unit, chains::lines(item)).is_empty();
        self.note_absent(item, not_tagged, &mut series);
        self.strike_disputed(item, &mut series);
        let concepts = sources.iter().enumerate().map(|(at, source)| {
            used(source, !classes.first().is_some_and(|class| class.contains(&at)), &series)
        });
        let concepts = concepts.collect();
        Tagged { series, concepts }
    }

    /// Returns the items that companies tag, in the order of a report.
    pub fn items(&self) -> impl Iterator<Item = Item> {
        chains::items()
    }

    fn unit(&self, item: Item) -> String {
        match item.nature() {
            Nature::PerShareFlow | Nature::Price => alloc::format!("{}/shares", &self.currency),
            Nature::WeightedShares | Nature::Shares => "shares".to_owned(),
            _ => self.currency.clone(),
        }
    }

    /// Returns those of an item's concepts that the company tags in a unit, with those of their
    /// facts that fit the item's nature.
    pub(super) fn sources(
        &self,
        item: Item,
        unit: &str,
        names: impl IntoIterator<Item = &'static str>,
    ) -> Vec<Source<'_>> {
        let over_a_period = item.nature().is_over_a_period();
        let fits = |fact: &&FiledFact| {
            fact.start.is_some() == over_a_period && tracks::eligible(fact, self.vintage)
        };
        let mut sources = Vec::new();
        for name in names {
            let (taxonomy, name) = chains::split_name(name);
            let Some(concept) = self.facts.concept(taxonomy, name) else { continue };
            let units = concept.units.iter().filter(|facts| facts.unit == unit);
            let facts: Vec<_> = units.flat_map(|u| u.facts.iter().filter(fits).copied()).collect();
            if !facts.is_empty() {
                sources.push((concept, facts));
            }
        }
        sources
    }

    /// Adds an entry for every period of the calendar that the series says nothing about.
    fn note_absent(&self, item: Item, not_tagged: bool, series: &mut Series) {
        let reason = if not_tagged { Absence::NotTagged } else { Absence::NotReported };
        let last = self.last_end;
        let name = |entry: &Entry| (entry.kind, entry.fiscal_year, entry.fiscal_quarter);
        let mut named: BTreeSet<_> = series.entries.iter().map(name).collect();
        for (index, year) in self.years.as_slice().iter().enumerate() {
            let is_numbered = self.years.numbers_quarters(index);
            let whole = PeriodKind::of_days(days::length(year.start, year.end));
            let mut periods = Vec::new();
            for quarter in 1..=4 {
                // A balance needs no day before it: an annual report alone dates the fourth.
                let dates = if item.nature().is_over_a_period() {
                    year.quarter(quarter)
                } else {
                    year.quarter_end(quarter).map(|end| (year.start, end))
                };
                periods.extend(dates.map(|dates| (Some(quarter), dates)));
            }
            if item.nature().is_over_a_period() {
                periods.push((None, (year.start, year.end)));
            }
            for (quarter, (start, end)) in periods.into_iter().filter(|(_, (_, end))| *end <= last)
            {
                let (kind, start) = match quarter {
                    _ if !item.nature().is_over_a_period() => (PeriodKind::Instant, None),
                    Some(_) => (PeriodKind::Quarter, Some(start)),
                    None => (whole, Some(start)),
                };
                let (label, number) = (Some(year.label), quarter.filter(|_| is_numbered));
                let same = |entry: &Entry| {
                    name(entry) == (kind, label, number)
                        && days::apart(entry.end, end) <= DATE_SLACK_DAYS
                };
                let is_there = named.contains(&(kind, label, number))
                    && (is_numbered || quarter.is_none() || series.entries.iter().any(same));
                if is_there || whole != PeriodKind::Year && quarter.is_none() {
                    continue;
                }
                named.insert((kind, label, number));
                series.entries.push(Entry {
                    kind,
                    start,
                    end,
                    fiscal_year: label,
                    fiscal_quarter: number,
                    amount: Err(reason),
                });
            }
        }
        series::sort(&mut series.entries);
    }

    /// Puts the first group that is still in use before the others: one with at least half as many
    /// periods of late as any, so that neither a tag given up nor one of the annual notes alone
    /// leaves the quarters empty.
    ///
    /// Returns which of the groups, as they stand then, are still in use.
    fn put_current_first(
        &self,
        classes: &mut [Vec<usize>],
        lists: &[(&Concept, &[FiledFact])],
    ) -> Vec<bool> {
        let since = days::plus(self.last_end, -CURRENT_DAYS);
        let periods = |class: &Vec<usize>| {
            let facts = class.iter().filter_map(|at| lists.get(*at)).flat_map(|(_, facts)| *facts);
            let late = facts.filter(|fact| fact.end >= since);
            late.map(|fact| (fact.start, fact.end)).collect::<BTreeSet<_>>().len()
        };
        let counts: Vec<_> = classes.iter().map(periods).collect();
        let most = counts.iter().max().copied().unwrap_or_default();
        let mut late: Vec<_> =
            counts.iter().map(|count| count * AS_COMMON_ONE_IN >= most).collect();
        if let Some(first) = late.iter().position(|is_late| *is_late)
            && let (Some(until), Some(same)) = (classes.get_mut(..=first), late.get_mut(..=first))
        {
            until.rotate_right(1);
            same.rotate_right(1);
        }
        late
    }

    /// Notes revenues that a part of the company's revenue dwarfs.
    fn note_slices(&self, series: &mut Series) {
        for name in chains::REVENUE_PARTS {
            let concept = self.facts.concept("us-gaap", name);
            let units = concept.into_iter().flat_map(|concept| &concept.units);
            let facts = units.filter(|unit| unit.unit == series.unit).flat_map(|u| &u.facts);
            let part: BTreeMap<_, _> = facts
                .filter(|fact| tracks::eligible(fact, self.vintage))
                .map(|fact| ((fact.start, fact.end), fact.value))
                .collect();
            for entry in &series.entries {
                let (Ok(amount), Some(against)) =
                    (&entry.amount, part.get(&(entry.start, entry.end)))
                else {
                    continue;
                };
                let (reported, kind) = (amount.value, FindingKind::Dwarfed);
                let noted = |finding: &SeriesFinding| {
                    (finding.kind, finding.start, finding.end) == (kind, entry.start, entry.end)
                };
                if rounding::dwarfs(*against, reported) && !series.findings.iter().any(noted) {
                    let (start, end) = (entry.start, entry.end);
                    let against = Some(Against(*against));
                    series.findings.push(SeriesFinding { kind, start, end, reported, against });
                }
            }
        }
    }

    /// Notes counts of shares that were filed in thousands or millions as if in single shares: they
    /// are no whole numbers, or the income of the period would be more a share than any earns.
    fn note_scale(&self, item: Item, series: &mut Series) {
        if item.nature() != Nature::WeightedShares {
            return;
        }
        let small = |entry: &&Entry| {
            entry.amount.as_ref().is_ok_and(|count| {
                count.value < Decimal::from(SHARES_FEW) && !count.value.is_zero()
            })
        };
        if !series.entries.iter().any(|entry| small(&entry)) {
            return;
        }
        let income = self.tagged_once(Item::NetIncome);
        let earns = |entry: &Entry| {
            let same = income.entry(entry.kind, entry.start, entry.end)?;
            Some(same.amount.as_ref().ok()?.value.abs())
        };
        let few = series.entries.iter().filter(small).filter_map(|entry| {
            let count = entry.amount.as_ref().ok()?.value;
            let most = rounding::exact_product(count, EARNINGS_PER_SHARE_MAX)?;
            let (income, is_whole) = (earns(entry), count.is_integer());
            let is_few = !is_whole || income.is_some_and(|income| income > most);
            let (kind, start, end) = (FindingKind::OtherScale, entry.start, entry.end);
            let against = income.filter(|_| is_whole).map(Against);
            is_few.then_some(SeriesFinding { kind, start, end, reported: count, against })
        });
        let few: Vec<_> = few.collect();
        for finding in few {
            let same = |known: &SeriesFinding| {
                (known.kind, known.start, known.end) == (finding.kind, finding.start, finding.end)
            };
            if !series.findings.iter().any(same) {
                series.findings.push(finding);
            }
        }
    }

    /// Notes a series that ends before the company's filings do.
    fn note_stale(&self, item: Item, series: &mut Series) {
        let found = |entry: &&Entry| entry.amount.is_ok() && entry.kind != PeriodKind::Other;
        let Some(last) = series.entries.iter().rfind(found) else { return };
        let by_year = if item.nature().is_over_a_period() { 0 } else { STALE_BALANCE_DAYS };
        if days::between(last.end, self.last_end) > STALE_DAYS + by_year
            && let Ok(amount) = &last.amount
        {
            series.findings.push(SeriesFinding {
                kind: FindingKind::StaleTag,
                start: last.start,
                end: last.end,
                reported: amount.value,
                against: None,
            });
        }
    }
}

/// Groups concepts so that those in a group never differ where one filing gives two of them.
fn classes(count: usize, probe: &Tracks<'_>) -> Vec<Vec<usize>> {
    let mut classes: Vec<Vec<usize>> = Vec::new();
    for track in 0..count {
        let joins = |class: &&mut Vec<usize>| class.iter().all(|at| !probe.conflict(*at, track));
        match classes.iter_mut().find(joins) {
            Some(class) => class.push(track),
            None => classes.push(alloc::vec![track]),
        }
    }
    classes
}

/// Records what a concept gives to a series.
fn used((concept, facts): &Source<'_>, differs: bool, series: &Series) -> Used {
    let concept = concept.full_name();
    let rests = |entry: &&Entry| {
        entry.amount.as_ref().is_ok_and(|a| a.inputs.iter().any(|i| i.concept == concept))
    };
    let entries = series.entries.iter().filter(rests).count();
    Used { facts: facts.len(), entries, differs, concept }
}

impl From<Used> for Candidate {
    fn from(used: Used) -> Self {
        let Used { concept, facts, entries, differs } = used;
        Self { concept, facts, entries, differs }
    }
}

impl Series {
    /// Takes whole fiscal years from another series that this one has nothing for.
    fn fill(&mut self, other: Self) {
        let found = |entry: &Entry, year| entry.amount.is_ok() && entry.fiscal_year == year;
        let mut years: Vec<Option<i16>> = other.entries.iter().map(|e| e.fiscal_year).collect();
        years.dedup();
        years.retain(|year| !self.entries.iter().any(|entry| found(entry, *year)));
        if years.is_empty() {
            return;
        }
        self.entries.retain(|entry| !years.contains(&entry.fiscal_year));
        let taken = other.entries.into_iter().filter(|entry| years.contains(&entry.fiscal_year));
        let taken: Vec<_> = taken.collect();
        self.findings.extend(taken.iter().filter_map(Entry::other_concept));
        self.entries.extend(taken);
        series::sort(&mut self.entries);
        let ends: Vec<_> = self.entries.iter().map(|entry| (entry.start, entry.end)).collect();
        let kept = other.findings.into_iter().filter(|f| ends.contains(&(f.start, f.end)));
        self.findings.extend(kept);
        let kept = other.restatements.into_iter().filter(|r| ends.contains(&(r.start, r.end)));
        self.restatements.extend(kept);
        self.concepts.extend(other.concepts);
    }
}
