//! [`What`]: which measure a statement is about, of whom, and in which regard.

use core::fmt;

use alloc::format;

use super::{aspect::Aspect, evidence::fits};
use crate::{
    figure::Basis,
    formula::{Node, formula_of},
    item::{Item, Name, Nature},
    metric::{Dimension, Measure, Metric, Named},
    stated::Unit,
};

/// A measure, of the company or of one of its segments, as it came out or as it is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct What {
    pub measure: Measure,
    pub segment: Option<Name>,
    pub aspect: Aspect,
}

impl What {
    /// Reads a measure: `revenue:us_commercial`, `segment_revenue:us_commercial` and
    /// `revenue_growth:us_commercial` are a segment's item and metric, `guidance:revenue` and
    /// `revenue_surprise` are an [`Aspect`] of one.
    pub(crate) fn of(measure: Measure) -> Self {
        let whole = Self { measure, segment: None, aspect: Aspect::Actual };
        let Measure::Named(named) = measure else { return whole };
        let name = named.name();
        let is_known = |what: &Self| !matches!(what.measure, Measure::Named(_));
        if let Some(known) = Self::plain(name.as_str()).filter(is_known) {
            return known;
        }
        let Some((aspect, head, tail)) = Aspect::read(name.as_str()) else { return whole };
        let plain = Self::plain(&format!("{head}{tail}"));
        match plain.map(|what| Self { aspect, ..what }) {
            // Every part of a whole has a name, and the whole adds up from its parts.
            Some(what) if aspect == Aspect::SegmentShare => {
                let is_part = what.segment.is_some() && Nature::of(&what.measure).is_additive();
                if is_part { what } else { whole }
            }
            Some(what) => what,
            None => whole,
        }
    }

    /// Returns what a figure in a unit is of, or nothing where the measure has another unit.
    pub(crate) fn stated_as(self, unit: Unit) -> Option<Self> {
        if let Measure::Named(named) = self.measure
            && self.aspect == Aspect::Actual
        {
            // One name may be given to an amount and to a percentage: a change of the share price.
            let is_part = matches!(unit, Unit::Ratio | Unit::Multiple);
            let nature = if is_part { Nature::Rate } else { named.nature() };
            return Some(Self { measure: Measure::Named(Named::of(named.name(), nature)), ..self });
        }
        let dimension = self.measure.dimension();
        let is_plain = dimension.is_same_unit(Dimension::PURE);
        let aspect = match self.aspect {
            // The surprise of a margin is in percentage points.
            Aspect::Surprise if is_plain => Aspect::SurpriseAmount,
            aspect if is_plain => aspect,
            aspect => aspect.stated_as(unit),
        };
        let of = if aspect.is_part() { Dimension::PURE } else { dimension };
        let is_own = matches!(self.measure, Measure::Named(_));
        (is_own || fits(unit, of)).then_some(Self { aspect, ..self })
    }

    /// Reads the basis that stands before a name of one's own: `adjusted_operating_margin` is the
    /// operating margin on the adjusted basis.
    ///
    /// A measure with one figure for all bases has none, so that `adjusted_revenue` stays a measure
    /// of its own.
    pub(crate) fn on_basis(self) -> (Self, Option<Basis>) {
        let of_basis = |(word, basis): (&str, Basis)| {
            let Measure::Named(named) = self.measure else { return None };
            let name = named.name();
            let plain = Self::plain(name.as_str().strip_prefix(word)?)?;
            let is_known = !matches!(plain.measure, Measure::Named(_)) && !plain.is_neutral();
            is_known.then_some((Self { aspect: self.aspect, ..plain }, Some(basis)))
        };
        let words = [
            ("adjusted_", Basis::Adjusted),
            ("non_gaap_", Basis::Adjusted),
            ("gaap_", Basis::Gaap),
        ];
        words.into_iter().find_map(of_basis).unwrap_or((self, None))
    }

    /// Reads a measure's name, with the segment behind its colon.
    fn plain(name: &str) -> Option<Self> {
        let of = |measure| Self { measure, segment: None, aspect: Aspect::Actual };
        if let Some((head, segment)) = name.split_once(':')
            && let (Some(measure), Ok(segment)) =
                (read(head.strip_prefix("segment_").unwrap_or(head)), segment.parse())
        {
            return Some(Self { segment: Some(segment), ..of(measure) });
        }
        name.parse().ok().map(of)
    }

    /// Returns whether one figure serves every basis: of a metric, whether that is so of all items
    /// in its formula.
    pub(crate) fn is_neutral(self) -> bool {
        match self.measure {
            Measure::Metric(metric) => formula_of(&metric.into()).is_some_and(|nodes| {
                nodes.iter().all(|node| match node {
                    Node::Item(item) => item.is_neutral(),
                    Node::Metric(metric) => Self::from(*metric).is_neutral(),
                    _ => true,
                })
            }),
            measure => measure.is_neutral(),
        }
    }

    /// Returns whether it is on a date, so that a year's figure is that of its last quarter.
    pub(crate) fn is_instant(self) -> bool {
        match self.measure {
            Measure::Item(Item::SharePrice) => false,
            Measure::Item(item) => matches!(item.nature(), Nature::Balance | Nature::Shares),
            Measure::Metric(_) | Measure::Named(_) => false,
        }
    }

    /// Returns whether the amounts of four quarters add up to the year's; what is guided and
    /// expected of them is said at different times, and does not.
    pub(crate) fn is_additive(self) -> bool {
        match self.measure {
            _ if self.aspect != Aspect::Actual => false,
            // A named measure is a flow unless its maker says otherwise, which is too little.
            Measure::Named(_) => false,
            measure => Nature::of(&measure) == Nature::Flow,
        }
    }
}

fn read(name: &str) -> Option<Measure> {
    name.parse().map(Measure::Item).or_else(|_| name.parse().map(Measure::Metric)).ok()
}

impl From<Metric> for What {
    fn from(metric: Metric) -> Self {
        Self { measure: metric.into(), segment: None, aspect: Aspect::Actual }
    }
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.aspect {
            Aspect::Actual => self.measure.fmt(f)?,
            Aspect::SegmentShare => write!(f, "{}_{}", self.measure, self.aspect.name())?,
            Aspect::GrowthSince(base) | Aspect::ChangeSince(base) => {
                write!(f, "{}_{base}:{}", self.aspect.name(), self.measure)?;
            }
            aspect => write!(f, "{}:{}", aspect.name(), self.measure)?,
        }
        match self.segment {
            Some(segment) => write!(f, ":{segment}"),
            None => Ok(()),
        }
    }
}
