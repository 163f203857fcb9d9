//! The margins of quarters, with what the precision of their inputs admits.

use financials::{History, Metric, period::PeriodKind};

use super::{Line, Margin, sheet::Place};

/// A metric over the quarters.
pub(super) fn line(metric: Metric, history: Result<&History, &String>, places: &[Place]) -> Line {
    let points = places.iter().map(|place| point(metric, history, place));
    Line { name: metric.name(), points: points.collect() }
}

fn point(
    metric: Metric,
    history: Result<&History, &String>,
    place: &Place,
) -> Result<Margin, String> {
    let history = history.map_err(Clone::clone)?;
    let is_of = |period: financials::Period| {
        period.kind() == PeriodKind::Quarter && period.end() == place.quarter.end
    };
    let report = history.reports().iter().find(|report| is_of(report.period()));
    let report = report.ok_or("no report of the quarter")?;
    let view = history.view(&report.period()).map_err(|reason| reason.to_string())?;
    let value = metric.value(view).map_err(|reason| reason.to_string())?.number();
    let bounds = metric.bounds(view).map_err(|reason| reason.to_string())?.interval();
    Ok(Margin { value, bounds })
}
