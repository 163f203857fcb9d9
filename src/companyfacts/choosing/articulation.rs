//! Whether a derived quarter adds up with the lines beside it.
//!
//! What the year and the nine months each make of revenue, its cost and the gross profit, their
//! difference makes too. Where it does not, one of the three was derived from other filings than
//! the others, and is on another basis; or it is not known which, and each is marked.

use alloc::{borrow::Cow, collections::BTreeSet, vec::Vec};

use super::chains;
use crate::{
    Decimal, Item,
    companyfacts::{
        deriving::{
            entry::{Derivation, Entry, EntryAmount},
            series::Series,
        },
        filed::{
            finding::{Against, FindingKind, SeriesFinding},
            rounding::{self, UnitKind, exact_difference, exact_sum, within_halves},
        },
        known::KnownFacts,
    },
    figure::Accession,
    period::PeriodKind,
    undefined::Absence,
};

/// Lines of which the first less the second is the third, by definition.
const DEFINED: [Item; 3] = [Item::Revenue, Item::CostOfRevenue, Item::GrossProfit];

/// Such lines, if the company's reports have it so: other lines may stand between.
const IDENTITIES: [[Item; 3]; 5] = [
    DEFINED,
    [Item::GrossProfit, Item::OperatingExpenses, Item::OperatingIncome],
    [Item::IncomeBeforeTax, Item::IncomeTaxExpense, Item::IncomeContinuing],
    [Item::IncomeBeforeTax, Item::IncomeTaxExpense, Item::NetIncomeConsolidated],
    [Item::IncomeBeforeTax, Item::IncomeTaxExpense, Item::NetIncome],
];

/// An identity is a company's where it holds in so many of its reports' periods, and in all but one
/// in so many: what a company has in a line of its own, it has there in most reports.
const PERIODS_MIN: usize = 4;
const EXCEPTION_ONE_IN: usize = 4;

/// What is to be said of a derived quarter that does not add up.
enum Fault {
    /// It alone was derived from other filings.
    Own,
    /// It is not known which of the three it is; this one would have to be as much.
    Unknown(Decimal),
}

impl KnownFacts<'_> {
    /// Refuses the derived quarters of an item that do not add up with the lines beside it, or says
    /// that they do not.
    pub(super) fn articulate(&self, item: Item, series: &mut Series) {
        let of_item = IDENTITIES.into_iter().filter(|lines| lines.contains(&item));
        for lines in of_item.filter(|lines| lines.iter().all(|line| self.is_tagged(*line))) {
            if !series.entries.iter().any(is_derived_quarter) {
                return;
            }
            let [a, b, c] = lines.map(|line| {
                if line == item { Cow::Borrowed(&*series) } else { self.tagged_once(line) }
            });
            let statement = Statement { lines: [&a, &b, &c], is_defined: lines == DEFINED };
            let at = lines.iter().position(|line| *line == item).unwrap_or_default();
            // Few quarters are at fault, and what a company's reports have costs more to ask.
            let found = statement.faults(at);
            if !found.is_empty() && statement.holds() {
                series.take_faults(found);
            }
        }
    }

    fn is_tagged(&self, item: Item) -> bool {
        let mut names = chains::chain(item).map(chains::split_name);
        names.any(|(taxonomy, name)| self.facts.concept(taxonomy, name).is_some())
    }
}

/// The series of the lines of an identity.
struct Statement<'a> {
    lines: [&'a Series; 3],
    is_defined: bool,
}

impl Statement<'_> {
    /// Returns what the three lines give for the period of an entry, if each gives something.
    fn amounts(&self, entry: &Entry) -> Option<[&EntryAmount; 3]> {
        let [a, b, c] = self.lines.map(|line| {
            let same = line.entries.iter().find(|other| other.is_of(entry))?;
            same.amount.as_ref().ok()
        });
        Some([a?, b?, c?])
    }

    /// Returns whether the company's reports have the identity.
    fn holds(&self) -> bool {
        let [first, ..] = self.lines;
        let (mut holding, mut count) = (0, 0);
        for amounts in first.entries.iter().filter_map(|entry| self.amounts(entry)) {
            let filings = amounts.map(filings);
            let is_of_one = amounts.iter().all(|amount| amount.origin.is_reported())
                && filings.iter().all(|of| filings.first() == Some(of));
            count += usize::from(is_of_one);
            holding += usize::from(is_of_one && adds_up(amounts));
        }
        holding >= PERIODS_MIN && (count - holding) * EXCEPTION_ONE_IN <= count
    }

    /// Returns the derived quarters of one of the lines that do not add up, each by its place.
    fn faults(&self, at: usize) -> Vec<(usize, Fault)> {
        let Some(own) = self.lines.get(at) else { return Vec::new() };
        let quarters = own.entries.iter().enumerate().filter(|(_, it)| is_derived_quarter(it));
        let faults = quarters.filter_map(|(place, entry)| {
            let amounts = self.amounts(entry).filter(|amounts| !adds_up(*amounts))?;
            let applies = self.is_defined || amounts.get(at).is_some_and(|own| self.rests_on(own));
            Some((place, fault(amounts, at).filter(|_| applies)?))
        });
        faults.collect()
    }

    /// Returns whether the lines add up in every period that a quarter is derived from: a year with
    /// a gain from what is discontinued has a line between income before tax and net income.
    fn rests_on(&self, quarter: &EntryAmount) -> bool {
        let [first, ..] = self.lines;
        quarter.inputs.iter().all(|input| {
            let of = |entry: &&Entry| (entry.start, entry.end) == (input.start, input.end);
            let mut longer = first.entries.iter().filter(of);
            longer.any(|entry| self.amounts(entry).is_some_and(adds_up))
        })
    }
}

impl Series {
    /// Takes out the quarters that are on another basis, with the twelve months that rest on them,
    /// and marks the others.
    fn take_faults(&mut self, faults: Vec<(usize, Fault)>) {
        for (place, fault) in faults {
            let Some(entry) = self.entries.get_mut(place) else { continue };
            let (start, end) = (entry.start, entry.end);
            match (fault, &entry.amount) {
                (Fault::Unknown(implied), Ok(amount)) => {
                    let (kind, reported) = (FindingKind::Differs, amount.value);
                    let against = Some(Against(implied));
                    self.findings.push(SeriesFinding { kind, start, end, reported, against });
                }
                (Fault::Own, _) => {
                    entry.amount = Err(Absence::MixedVintage);
                    for sum in &mut self.entries {
                        let rests = sum.start <= start && end <= sum.end;
                        let of_quarters =
                            |amount: &EntryAmount| amount.origin == Derivation::FourQuarters;
                        if rests && sum.amount.as_ref().is_ok_and(of_quarters) {
                            sum.amount = Err(Absence::MixedVintage);
                        }
                    }
                }
                (Fault::Unknown(_), Err(_)) => {}
            }
        }
    }
}

fn is_derived_quarter(entry: &Entry) -> bool {
    let of_longer = |amount: &EntryAmount| {
        matches!(amount.origin, Derivation::LessYearToDate | Derivation::LessQuarters)
    };
    entry.kind == PeriodKind::Quarter && entry.amount.as_ref().is_ok_and(of_longer)
}

fn filings(amount: &EntryAmount) -> BTreeSet<Accession> {
    amount.inputs.iter().map(|input| input.accession).collect()
}

/// Returns whether the first amount less the second is the third, but for a unit of the place of
/// each figure that they rest on: filers round so that their columns add up.
fn adds_up([first, second, third]: [&EntryAmount; 3]) -> bool {
    let inputs = [first, second, third].into_iter().flat_map(|amount| &amount.inputs);
    let places = inputs.map(|input| rounding::place(input.value, UnitKind::Money));
    let places: Vec<_> = places.flat_map(|place| [place; 2]).collect();
    exact_difference(first.value, second.value)
        .is_some_and(|rest| within_halves(rest, third.value, &places))
}

/// Returns what is to be said of one of three amounts that do not add up: nothing where another
/// was derived from other filings than the two.
fn fault(amounts: [&EntryAmount; 3], at: usize) -> Option<Fault> {
    let [first, second, third] = amounts.map(filings);
    let odd = match (first == second, first == third, second == third) {
        (true, false, _) => Some(2),
        (false, true, _) => Some(1),
        (false, false, true) => Some(0),
        _ => None,
    };
    let is_derived =
        |odd: &usize| amounts.get(*odd).is_some_and(|amount| !amount.origin.is_reported());
    match odd.filter(is_derived) {
        Some(odd) if odd == at => Some(Fault::Own),
        Some(_) => None,
        None => implied(amounts, at).map(Fault::Unknown),
    }
}

/// Returns what two of three amounts make of the one at a place.
fn implied([first, second, third]: [&EntryAmount; 3], at: usize) -> Option<Decimal> {
    match at {
        0 => exact_sum(second.value, third.value),
        1 => exact_difference(first.value, third.value),
        _ => exact_difference(first.value, second.value),
    }
}
