//! What rounding excuses: a ratio of a document's own printed figures, the change between two
//! ratios as they are printed, and a table that was forced to add up.

use alloc::collections::BTreeMap;

use rust_decimal::{Decimal, RoundingStrategy};

use super::{
    case::{Case, Excuse, on_record},
    chance::middle,
    changes,
};
use crate::{
    formula::{At, Formula, Over, Window, formula_of},
    interval::Interval,
    item::Nature,
    metric::Measure,
    tieout::statement::{Aspect, Entry, Evidence, Key, PeriodLabel, Reader, What},
    undefined::Undefined,
    view::{Ranges, enclose},
};

/// Returns the accused claims that rounding excuses; `holds` says of some statements, one of them
/// changed, whether they can all hold.
pub(super) fn excuses(
    case: &Case<'_>,
    holds: impl Fn(&[usize], (usize, Evidence)) -> bool,
) -> BTreeMap<usize, Excuse> {
    let mut found = BTreeMap::new();
    for (place, solved) in case.solution.statements.iter().enumerate() {
        let Some(entry) = case.entries.get(place).filter(|entry| !entry.is_filed) else { continue };
        if !solved.is_contradicted || found.contains_key(&place) {
            continue;
        }
        if let Some(interval) = from_printed(case, place, entry) {
            found.insert(place, Excuse::Rounded(interval));
            continue;
        }
        if let Some(interval) = nearly(entry, solved.computed) {
            found.insert(place, Excuse::Nearly(interval));
            continue;
        }
        if let Some(excuse) = changes::excuse(case, place, entry) {
            found.insert(place, excuse);
            continue;
        }
        let is_excused = solved.because.iter().any(|member| found.contains_key(member));
        if !is_excused && is_table(case, &solved.because) {
            let forced = entry.evidence.clone().forced();
            if holds(&solved.because, (place, forced)) {
                found.insert(place, Excuse::Footed);
            }
        }
    }
    found
}

/// Returns what a claim of "nearly" so much comes to, where that rounds down to it: whoever has
/// 24.3% before them says "nearly 24%" of it too.
fn nearly(entry: &Entry, computed: Option<Interval>) -> Option<Interval> {
    let rounded = entry.evidence.rounded_nearly()?;
    computed.filter(|computed| computed.intersects(rounded))
}

/// Returns whether all members of a conflict are amounts that one document states.
fn is_table(case: &Case<'_>, members: &[usize]) -> bool {
    let mut entries = members.iter().map(|place| case.entries.get(*place));
    let Some(Some(document)) =
        entries.next().map(|first| first.and_then(|it| it.document.as_ref()))
    else {
        return false;
    };
    let is_amount = |entry: &Entry| {
        let dimension = entry.what.measure.dimension();
        dimension.money != 0 && dimension.shares == 0 && entry.what.aspect == Aspect::Actual
    };
    members.len() > 2
        && members.iter().all(|place| {
            case.entries.get(*place).is_some_and(|entry| {
                let is_own = entry.document.as_ref() == Some(document);
                is_own && !entry.is_filed && is_amount(entry)
            })
        })
}

/// Returns what a claim comes to by the figures that its document prints, if that is what it says.
fn from_printed(case: &Case<'_>, place: usize, entry: &Entry) -> Option<Interval> {
    let key = case.placed.get(place)?.keys().first()?;
    if case.graph.scope.covered.contains(&key.period) && !is_change(entry) {
        return None;
    }
    let printed = Printed { case, entry, key };
    let stated = entry.evidence.admitted();
    let computed = match entry.what.aspect {
        Aspect::Actual => printed.computed(),
        Aspect::Change | Aspect::ChangeQoq => printed.changed(),
        _ => None,
    };
    computed.filter(|computed| computed.intersects(stated))
}

fn is_change(entry: &Entry) -> bool {
    matches!(entry.what.aspect, Aspect::Change | Aspect::ChangeQoq)
}

/// The figures that the document of a claim prints.
struct Printed<'c> {
    case: &'c Case<'c>,
    entry: &'c Entry,
    key: &'c Key,
}

impl Printed<'_> {
    fn computed(&self) -> Option<Interval> {
        let Measure::Metric(metric) = self.key.what.measure else { return None };
        let formula: Formula = metric.formula_text().parse().ok()?;
        let found = enclose(formula.nodes(), formula.names(), self, Window::AsDeclared).ok()?;
        Some(found.interval)
    }

    /// Returns the change between two figures as they are printed, or as they would be printed to
    /// the place of the change.
    fn changed(&self) -> Option<Interval> {
        let then = match self.entry.what.aspect {
            Aspect::ChangeQoq => self.key.period.before(),
            _ => self.key.period.year_ago(),
        };
        let what = What { aspect: Aspect::Actual, ..self.key.what };
        let at = |period: PeriodLabel| Key::new(what, period, self.key.version);
        let (now, then) = (at(self.key.period.clone()), at(then?));
        if let (Some((now, _)), Some((then, _))) = (self.printed(&now), self.printed(&then)) {
            return Some(Interval::point(now.checked_sub(then)?));
        }
        let stated = self.entry.evidence.admitted();
        let ways = [RoundingStrategy::MidpointAwayFromZero, RoundingStrategy::MidpointNearestEven];
        // What the document prints of one of them says how it rounds the other.
        let own = [&now, &then].into_iter().filter_map(|key| Some(self.printed(key)?.1));
        let places = [Reader::Printed, Reader::OpenZeros]
            .into_iter()
            .filter_map(|reader| Some(self.entry.evidence.reading(reader).rounded?.1));
        let places = own.chain(places).filter_map(|place| u32::try_from(place).ok());
        let mut changes =
            places.flat_map(|places| ways.map(|way| (places, way))).filter_map(|(places, way)| {
                let rounded = |key: &Key| {
                    let known = match self.printed(key) {
                        Some((printed, _)) => printed,
                        None => middle(on_record(self.case, key)?)?,
                    };
                    Some(known.round_dp_with_strategy(places, way))
                };
                rounded(&now)?.checked_sub(rounded(&then)?).map(Interval::point)
            });
        changes.find(|change| change.intersects(stated))
    }

    /// Returns a figure as the claim's document prints it, and to which place: the coarsest where
    /// it does so twice.
    fn printed(&self, key: &Key) -> Option<(Decimal, i8)> {
        let claims = self.case.entries.iter().zip(self.case.placed);
        let own = claims.filter(|(entry, placed)| {
            let is_own = !entry.is_filed && entry.document == self.entry.document;
            is_own && placed.keys().contains(key)
        });
        let values = own.filter_map(|(entry, _)| entry.evidence.reading(Reader::Printed).rounded);
        values.min_by_key(|(_, place)| *place)
    }
}

impl Ranges for Printed<'_> {
    fn range(&self, measure: Measure, at: At) -> Result<Option<Interval>, Undefined> {
        let what = What::of(measure);
        let what = What { segment: what.segment.or(self.key.what.segment), ..what };
        let period = self.key.period.of_figure(at)?;
        let is_whole = self.key.period.periods_per_year(Over::Period) == Ok(1);
        if at.over != Over::Period && Nature::of(&measure).is_over_a_period() && !is_whole {
            return Err(Undefined::NotTwelveMonths);
        }
        let key = Key::new(what, period, self.key.version.part(what));
        match self.printed(&key) {
            Some((value, _)) => Ok(Some(Interval::point(value))),
            None if formula_of(&measure).is_some() => Ok(None),
            None => Err(Undefined::Missing { measure, at: at.when }),
        }
    }

    fn days(&self, _: At) -> Result<u32, Undefined> {
        Err(Undefined::NotTwelveMonths)
    }

    fn periods_per_year(&self, at: At) -> Result<u8, Undefined> {
        self.key.period.at(at.when)?.periods_per_year(at.over)
    }
}
