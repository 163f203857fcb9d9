//! The form of a report in serde: its parts by name, read back through the same checks.

use alloc::{collections::BTreeMap, string::ToString, vec::Vec};

use serde::{Deserialize, Serialize};

use super::{
    AdjustedMeasure, Breakdown, Company, Report, ReportError, Segment, beside::Beside,
    statement::Entries,
};
use crate::{
    currency::Currency,
    figure::{Basis, Figure, Source},
    item::Item,
    metric::Measure,
    period::Period,
    undefined::Absence,
};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "struct Report")]
pub(super) struct Wire {
    company: Company,
    period: Period,
    currency: Currency,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    basis: Option<Basis>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    source: Option<Source>,
    #[serde(default)]
    items: Entries,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    absent: BTreeMap<Item, Absence>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    measures: Vec<Stated>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    segments: Vec<Segment>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    breakdowns: Vec<Breakdown>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    adjusted: Vec<AdjustedMeasure>,
}

/// A measure of the company's own.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a measure with its figure")]
struct Stated {
    measure: Measure,
    figure: Figure,
}

impl TryFrom<Wire> for Report {
    type Error = ReportError;

    fn try_from(wire: Wire) -> Result<Self, ReportError> {
        let mut builder = Self::builder(wire.company, wire.period, wire.currency);
        builder = builder.figures(wire.items.0).absent(wire.absent);
        if let Some(basis) = wire.basis {
            builder = builder.basis(basis);
        }
        if let Some(source) = wire.source {
            builder = builder.source(source);
        }
        for segment in wire.segments {
            let Segment { name, label, income } = segment;
            builder = match label {
                Some(label) => builder.labelled_segment(name.to_string(), label, income),
                None => builder.segment(name.to_string(), income),
            };
        }
        for Stated { measure, figure } in wire.measures {
            builder = builder.measure(measure.to_string(), nature_of(measure), figure);
        }
        for adjusted in wire.adjusted {
            builder = builder.adjusted(adjusted);
        }
        let mut report = builder.build()?;
        let segments = report.segments();
        wire.breakdowns.iter().try_for_each(|breakdown| breakdown.has_its_parts(segments))?;
        if !wire.breakdowns.is_empty() {
            report.beside.get_or_insert_default().breakdowns = wire.breakdowns;
        }
        Ok(report)
    }
}

fn nature_of(measure: Measure) -> crate::item::Nature {
    match measure {
        Measure::Named(named) => named.nature(),
        Measure::Item(item) => item.nature(),
        // A metric's nature is its own; the builder looks the name up.
        Measure::Metric(_) => crate::item::Nature::Flow,
    }
}

impl From<Report> for Wire {
    fn from(report: Report) -> Self {
        let own = |figure: Figure| figure.without(report.basis, report.source.as_ref());
        let items = report.figures.iter().map(|(item, figure)| (item, own(figure.clone())));
        let items = Entries(items.collect());
        let beside = report.beside.map_or_else(Beside::default, |beside| *beside);
        let segment_items: Vec<Measure> = beside
            .segments
            .iter()
            .flat_map(|segment| {
                let name = segment.name;
                segment
                    .income
                    .iter()
                    .filter_map(move |(item, _)| alloc::format!("{item}:{name}").parse().ok())
            })
            .collect();
        let measures = beside.others.into_iter();
        Self {
            company: report.company,
            period: report.period,
            currency: report.currency,
            basis: report.basis,
            items,
            absent: report.absent.into_iter().collect(),
            measures: measures
                .filter(|(measure, _)| !segment_items.contains(measure))
                .map(|(measure, figure)| Stated { measure, figure: own(figure) })
                .collect(),
            segments: beside.segments,
            breakdowns: beside.breakdowns,
            adjusted: beside.adjusted.into_values().collect(),
            source: report.source.clone(),
        }
    }
}
