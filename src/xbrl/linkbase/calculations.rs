//! [`Calculations`]: what a company says adds up.

use alloc::{string::String, vec::Vec};
use std::collections::{HashMap, HashSet};

use rust_decimal::Decimal;

use super::{
    ids::Ids,
    links,
    summation::{Summand, Summation},
};
use crate::{
    decimal,
    tieout::xbrl::{CalculationOutcome, Mode},
    xbrl::{error::XbrlError, fact::Fact, facts::Facts, qname::QNameId, row::UnitId},
};

/// The sums of a calculation linkbase: totals with their items, by role.
///
/// ```no_run
/// use financials::xbrl::{Calculations, Facts};
///
/// let facts = Facts::parse(&std::fs::read("tsla-20240630_htm.xml")?)?;
/// let sums = Calculations::parse("cal", &std::fs::read("tsla-20240630_cal.xml")?)?;
/// for sum in sums.check(&facts).iter().filter(|sum| sum.is_inconsistent()) {
///     println!("{} without {:?}", sum.name(), sum.unreported());
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calculations {
    totals: Vec<Total>,
}

/// A total in a role, by the ids of its schema.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Total {
    role: String,
    id: String,
    items: Vec<(String, Decimal)>,
}

/// The numbers of a concept by context and unit, and these in the order of the document.
#[derive(Default)]
struct Reported<'a> {
    keys: Vec<Key>,
    facts: HashMap<Key, Vec<Fact<'a>>>,
}

type Key = (u32, Option<UnitId>);

/// Calculations 1.1 and those before it; what they say of one role adds up to one set of sums.
const ARCROLES: [&str; 2] = [
    "http://www.xbrl.org/2003/arcrole/summation-item",
    "https://xbrl.org/2023/arcrole/summation-item",
];

impl Calculations {
    /// Reads a calculation linkbase. Arcs that are prohibited, that have no weight, or that come
    /// from no locator are left out.
    ///
    /// # Errors
    ///
    /// Fails for a document that is not well-formed, is over a limit, or is no linkbase.
    pub fn parse(document: &str, bytes: &[u8]) -> Result<Self, XbrlError> {
        let mut totals: Vec<Total> = Vec::new();
        let mut places: HashMap<(String, String), usize> = HashMap::new();
        let mut known: HashSet<(usize, String)> = HashSet::new();
        for link in links::read(document, bytes, "calculationLink")? {
            for arc in &link.arcs {
                let ends = (link.locators.get(&arc.from), link.locators.get(&arc.to));
                let (Some(from), Some(to)) = ends else { continue };
                let weight = decimal::parse(arc.weight.trim()).ok();
                let weight = weight.filter(|_| ARCROLES.contains(&arc.role.as_str()));
                let Some(weight) = weight.filter(|weight| !weight.is_zero()) else { continue };
                let key = (link.role.clone(), from.clone());
                let place = *places.entry(key).or_insert(totals.len());
                if place == totals.len() {
                    let (role, id) = (link.role.clone(), from.clone());
                    totals.push(Total { role, id, items: Vec::new() });
                }
                if let Some(total) = totals.get_mut(place)
                    && known.insert((place, to.clone()))
                {
                    total.items.push((to.clone(), weight));
                }
            }
        }
        Ok(Self { totals })
    }

    /// Holds every total of the facts against its items, by Calculations 1.1 and as rounded to the
    /// nearest: in each role, of one period, entity, unit and axes, outside of tuples.
    ///
    /// Totals none of whose items are there are left out.
    #[must_use]
    pub fn check<'a>(&'a self, facts: &'a Facts) -> Vec<Summation<'a>> {
        let ids = Ids::of(facts.names());
        let mut by_concept: HashMap<QNameId, Reported<'a>> = HashMap::new();
        for fact in facts.iter() {
            if fact.number().is_some() && fact.row.tuple.is_none() {
                let reported = by_concept.entry(fact.row.concept).or_default();
                let key = (fact.row.context, fact.row.unit);
                let same = reported.facts.entry(key).or_default();
                if same.is_empty() {
                    reported.keys.push(key);
                }
                same.push(fact);
            }
        }
        let of = |id: &str| -> Vec<&Reported<'a>> {
            ids.find(id).iter().filter_map(|name| by_concept.get(name)).collect()
        };
        let mut found = Vec::new();
        for total in &self.totals {
            let totals = of(&total.id);
            let items: Vec<(&str, Decimal, Vec<&Reported<'a>>)> =
                total.items.iter().map(|(id, weight)| (id.as_str(), *weight, of(id))).collect();
            let mut seen = HashSet::new();
            for key in totals.iter().flat_map(|reported| &reported.keys) {
                if !seen.insert(*key) {
                    continue;
                }
                let same = |reported: &[&Reported<'a>]| -> Vec<Fact<'a>> {
                    let facts = reported.iter().filter_map(|reported| reported.facts.get(key));
                    facts.flatten().copied().collect()
                };
                let summands = items.iter().map(|(id, weight, reported)| {
                    let facts = same(reported);
                    Summand { id, weight: *weight, facts }
                });
                let sum = Summation::new(&total.role, same(&totals), summands.collect());
                if sum.check(Mode::RoundToNearest) != CalculationOutcome::NotBound {
                    found.push(sum);
                }
            }
        }
        found
    }
}
