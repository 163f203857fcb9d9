//! What a change comes to by each definition of the name that it is of.

use alloc::string::ToString;

use rust_decimal::Decimal;

use super::{
    case::{Case, Excuse},
    recorded::computed,
};
use crate::{
    formula::Formula,
    interval::Interval,
    metric::{Family, Openness},
    tieout::statement::{Aspect, Entry, Key, What},
};

/// Returns why a change that the catalogue's own definition refutes is not accused: another
/// definition of the name gives it, or companies define the name themselves.
pub(super) fn excuse(case: &Case<'_>, place: usize, entry: &Entry) -> Option<Excuse> {
    let aspect = entry.what.aspect;
    let is_change =
        matches!(aspect, Aspect::Growth | Aspect::GrowthQoq | Aspect::Change | Aspect::ChangeQoq);
    if !is_change || entry.what.segment.is_some() {
        return None;
    }
    let family = Family::of(&entry.what.measure.to_string())?;
    let key = case.placed.get(place)?.keys().first()?;
    let stated = entry.evidence.admitted();
    let variants = family.variants().iter().filter(|variant| !variant.is_other_base());
    let mut known = variants.filter_map(|variant| {
        let formula = variant.formula()?.parse().ok()?;
        Some((variant.name(), changed(case, key, &formula)?))
    });
    match known.find(|(_, change)| change.intersects(stated)) {
        Some((name, change)) => Some(Excuse::Defined(name, change)),
        None => (family.openness() == Openness::Open).then_some(Excuse::Unexplained),
    }
}

/// Returns the change of a formula from the period that a claim compares with to its own.
fn changed(case: &Case<'_>, key: &Key, formula: &Formula) -> Option<Interval> {
    let aspect = key.what.aspect;
    let then = match aspect {
        Aspect::GrowthQoq | Aspect::ChangeQoq => key.period.before(),
        _ => key.period.year_ago(),
    };
    let what = What { aspect: Aspect::Actual, ..key.what };
    let at = |period| {
        let key = Key::new(what, period, key.version);
        computed(case, &key, formula).map(|found| found.interval)
    };
    let (now, then) = (at(key.period.clone())?, at(then?)?);
    match aspect {
        Aspect::Change | Aspect::ChangeQoq => Some(now - then),
        _ => Some(now.checked_div(then).ok()? - Interval::point(Decimal::ONE)),
    }
}
