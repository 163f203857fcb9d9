//! Revenue by segments, products and regions, as a report has it.

use alloc::{collections::BTreeSet, string::String, vec::Vec};

use rust_decimal::Decimal;

use super::{
    disaggregation::{Axis, Disaggregation},
    items::{figure, on},
    primary::Primary,
};
use crate::{
    bounds::NAME_BYTES_MAX,
    companyfacts::{chain, split_name},
    currency::Currency,
    figure::{Accuracy, Basis, Figure},
    item::Item,
    period::{Period, PeriodKind},
    report::{IncomeStatement, ReportBuilder},
    xbrl::{
        bounds::{NAMESAKES_MAX, PERIODS_SPLIT_MAX},
        context::DimensionValue,
        fact::Fact,
        linkbase::Labels,
    },
};

/// Revenue by one axis: the parts that make it up, what is not allocated among them, with their
/// labels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SegmentSplit {
    pub(super) whole: Decimal,
    parts: Vec<(String, Figure)>,
    /// Whether the parts make the whole up, which cannot always be told.
    adds_up: bool,
}

impl Primary<'_> {
    /// Returns the periods of which revenue is given, the latest first.
    pub(super) fn revenue_periods(&self) -> Vec<Period> {
        let names = chain(Item::Revenue).map(split_name);
        let facts = names.flat_map(|(family, local)| self.facts.concept(family, local));
        let facts = facts.filter(|fact| self.is_whole(*fact) && fact.number().is_some());
        let periods: BTreeSet<Period> =
            facts.filter_map(|fact| fact.period().to_period()).collect();
        let named =
            |period: &Period| !matches!(period.kind(), PeriodKind::Instant | PeriodKind::Other);
        periods.into_iter().rev().filter(named).take(PERIODS_SPLIT_MAX).collect()
    }

    /// Returns revenue by segments, products and regions, as far as each adds up in one way.
    pub(super) fn revenue_splits(
        &self,
        period: Period,
        currency: Currency,
        basis: Option<Basis>,
        labels: &Labels,
    ) -> Vec<SegmentSplit> {
        let axes = [Axis::Segments, Axis::Products, Axis::Regions].into_iter();
        let split = |axis| {
            let disaggregation = self.revenue_by(axis, period, currency)?;
            let facts = disaggregation.parts().iter().chain(disaggregation.reconciling());
            let part = |fact: &Fact<'_>| Some((label(*fact, labels)?, figure(*fact, basis)?));
            let mut parts: Vec<(String, Figure)> = facts.filter_map(part).collect();
            parts.extend(rest(&disaggregation, basis).map(|rest| ("Unallocated".into(), rest)));
            let adds_up = disaggregation.unallocated().is_some();
            Some(SegmentSplit { whole: disaggregation.total().number()?, parts, adds_up })
        };
        axes.filter_map(split).collect()
    }

    /// Breaks revenue down: under its own concept, or else under another of the item's by which it
    /// has the same total, such as revenue from contracts by product.
    fn revenue_by(
        &self,
        axis: Axis,
        period: Period,
        currency: Currency,
    ) -> Option<Disaggregation<'_>> {
        let revenue = self.item(Item::Revenue, period, currency)?;
        let others = self.candidates_of(Item::Revenue, period, currency);
        let same = others.filter(|other| other.number() == revenue.number());
        let mut totals = core::iter::once(revenue).chain(same);
        totals.find_map(|total| self.disaggregate(total, axis).ok())
    }
}

/// Adds revenue by segments, products and regions to a report; each part is named by its label.
pub(super) fn with_splits(mut report: ReportBuilder, splits: &[SegmentSplit]) -> ReportBuilder {
    let mut names: Vec<String> = Vec::new();
    for SegmentSplit { parts, adds_up, .. } in splits {
        let mut whole = Vec::new();
        for (label, figure) in parts {
            let name = unused(label, &names);
            let income = IncomeStatement::in_units().revenue(figure.clone());
            report = report.labelled_segment(name.clone(), label.clone(), income);
            whole.push(name.clone());
            names.push(name);
        }
        if *adds_up {
            report = report.segments_make_up(Item::Revenue, whole);
        }
    }
    report
}

/// Returns what the parts leave of the total; the rounding of each is in it.
fn rest(disaggregation: &Disaggregation<'_>, basis: Option<Basis>) -> Option<Figure> {
    let rest = disaggregation.unallocated().filter(|rest| !rest.is_zero())?;
    let facts = disaggregation.parts().iter().chain(disaggregation.reconciling());
    let facts = facts.copied().chain([disaggregation.total()]);
    let accuracy = facts.map(|fact| fact.accuracy().unwrap_or(Accuracy::Unknown));
    let accuracy = Accuracy::of_sum(accuracy);
    let figure = Figure::new(rest, accuracy).ok()?;
    Some(on(figure, basis).from_source(disaggregation.total().source()))
}

/// Returns the label of a part: of a segment that is crossed with what it is, the segment's; of one
/// that is crossed with another axis, those of both.
fn label(fact: Fact<'_>, labels: &Labels) -> Option<String> {
    let is_item =
        |dimension: &DimensionValue<'_>| dimension.axis.local().ends_with("ConsolidationItemsAxis");
    let of = |items: bool| -> Vec<String> {
        let members = fact.dimensions().filter(|dimension| is_item(dimension) == items);
        let names = members.filter_map(|dimension| dimension.member.name());
        names.map(|name| labels.label(name)).collect()
    };
    let own = [of(false), of(true)].into_iter().find(|labels| !labels.is_empty())?;
    Some(own.join(", "))
}

/// Returns a name in formulas for a label that no other segment has.
fn unused(label: &str, names: &[String]) -> String {
    // A segment's measure has the item before its name.
    let room = NAME_BYTES_MAX - "revenue:".len() - "_99".len();
    let mut name = String::new();
    for char in label.chars().flat_map(char::to_lowercase) {
        match char {
            'a'..='z' | '0'..='9' if name.len() < room => name.push(char),
            _ if !name.is_empty() && !name.ends_with('_') && name.len() < room => name.push('_'),
            _ => {}
        }
    }
    let name = name.trim_end_matches('_');
    let name = match name.starts_with(|first: char| first.is_ascii_lowercase()) {
        true => String::from(name),
        false => alloc::format!("part_{name}").trim_end_matches('_').into(),
    };
    if !names.contains(&name) {
        return name;
    }
    let numbered = (2..=NAMESAKES_MAX).map(|number| alloc::format!("{name}_{number}"));
    numbered.into_iter().find(|name| !names.contains(name)).unwrap_or(name)
}
