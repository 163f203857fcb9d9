//! Whether a document says itself which line of a filing its growth is that of.

use rust_decimal::Decimal;

use super::{
    case::{Case, on_record},
    chance::{ends, middle},
};
use crate::{
    bounds::DEFINITIONS_APART,
    interval::Interval,
    item::Item,
    metric::Measure,
    tieout::statement::{Aspect, Entry, Key, What},
};

/// Returns whether a growth lies apart from that of a filed line by more than a line can that the
/// document's own figure of the same name may be of instead.
///
/// A filing that tags the parent's income alone leaves open what the whole is. Where the document
/// prints the income too, the whole lies as near to the parent's as that figure does, and the year
/// before it lay not much further away.
pub(super) fn is_apart(case: &Case<'_>, entry: &Entry, key: &Key, growth: Interval) -> bool {
    let far = || {
        let item = grown(entry.what.measure)?;
        let what = What { measure: item.into(), ..key.what };
        let line = Key::new(what, key.period.clone(), key.version.part(what));
        let line = on_record(case, &line)?;
        let stated = case.entries.iter().find(|other| {
            !other.is_filed
                && other.document == entry.document
                && other.printed_name == entry.printed_name
                && other.period == entry.period
                && other.what.measure == item.into()
                && other.what.aspect == Aspect::Actual
                && other.what.segment == entry.what.segment
                && other.evidence.admitted().intersects(line)
        })?;
        let (low, high) = ends(stated.evidence.admitted())?;
        let own = middle(line).filter(|own| *own > Decimal::ZERO)?;
        let far = (own - low).abs().max((high - own).abs()) / own;
        Some(far.saturating_mul(Decimal::from(DEFINITIONS_APART + 1)))
    };
    let bounds = || {
        let far = far().filter(|far| *far < Decimal::ONE)?;
        let (low, high) = ends(growth)?;
        let (from, to) = ends(entry.evidence.admitted())?;
        let one = Decimal::ONE;
        let least = (one + low).saturating_mul(one - far) - one;
        let most = (one + high).saturating_mul(one + far) - one;
        Some(to < least || from > most)
    };
    bounds().unwrap_or(false)
}

/// Returns the line item of whose growth a metric is the name.
fn grown(measure: Measure) -> Option<Item> {
    let Measure::Metric(metric) = measure else { return None };
    let text = metric.formula_text().strip_prefix("growth(")?.strip_suffix(')')?;
    text.parse().ok()
}
