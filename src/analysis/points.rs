//! [`PointScore`]: a score of points, each of which the rounding of its inputs may leave undecided.

use core::{fmt, ops::RangeInclusive};

use alloc::vec::Vec;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::{
    metric::{Metric, metrics},
    undefined::Undefined,
    view::View,
};

/// A score of points, each of which the rounding of its inputs may leave undecided.
///
/// Cash flow of "$1.0 billion" and net income of "$1.0 billion" do not tell which is larger, and
/// the point for it is neither earned nor missed.
///
/// ```
/// use financials::{
///     Currency, Figure, Item, Period, Report, Undefined,
///     analysis::{PointOutcome, PointScore},
///     metrics,
/// };
///
/// let period: Period = "2024-01-01..2024-12-31".parse()?;
/// let report = Report::builder("a company", period, Currency::USD)
///     .figures([
///         (Item::OperatingCashFlow, Figure::millions(1000)?),
///         (Item::NetIncome, Figure::millions(1000)?),
///     ])
///     .build()?;
/// let score = PointScore::piotroski(&report);
/// let accruals = score.points().iter().find(|it| it.metric == metrics::PIOTROSKI_ACCRUALS);
/// assert_eq!(accruals.map(|it| it.outcome), Some(PointOutcome::Undecided));
/// assert!(matches!(score.range(), Err(Undefined::NoReport { .. })), "there is no year ago");
/// # Ok::<(), financials::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Wire")]
pub struct PointScore {
    points: Vec<Point>,
}

/// Points that are not those of a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the points are neither Piotroski's nine nor Montier's six, in the order of the paper")]
pub struct PointScoreError;

/// One point of a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// The metric that is one where the point is earned, and else zero.
    pub metric: Metric,
    /// Whether it is earned.
    pub outcome: PointOutcome,
}

/// Whether a point is earned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PointOutcome {
    /// It is earned for all that the inputs admit.
    Earned,
    /// It is not, for all that the inputs admit.
    Missed,
    /// The inputs were stated too coarsely to tell.
    Undecided,
    /// There is no answer, for this reason.
    Undefined(Undefined),
}

const PIOTROSKI: [Metric; 9] = [
    metrics::PIOTROSKI_RETURN,
    metrics::PIOTROSKI_CASH_FLOW,
    metrics::PIOTROSKI_RETURN_CHANGE,
    metrics::PIOTROSKI_ACCRUALS,
    metrics::PIOTROSKI_LEVERAGE,
    metrics::PIOTROSKI_LIQUIDITY,
    metrics::PIOTROSKI_ISSUANCE,
    metrics::PIOTROSKI_MARGIN,
    metrics::PIOTROSKI_TURNOVER,
];

const MONTIER: [Metric; 6] = [
    metrics::MONTIER_ACCRUALS,
    metrics::MONTIER_RECEIVABLES,
    metrics::MONTIER_INVENTORY,
    metrics::MONTIER_OTHER_ASSETS,
    metrics::MONTIER_DEPRECIATION,
    metrics::MONTIER_ASSET_GROWTH,
];

impl PointScore {
    /// Returns the nine points of Piotroski's F (Journal of Accounting Research, 2000).
    #[must_use]
    pub fn piotroski<'a>(view: impl Into<View<'a>>) -> Self {
        Self::of(view.into(), &PIOTROSKI)
    }

    /// Returns the six points of Montier's C (Société Générale, 2008).
    #[must_use]
    pub fn montier<'a>(view: impl Into<View<'a>>) -> Self {
        Self::of(view.into(), &MONTIER)
    }

    fn of(view: View<'_>, points: &[Metric]) -> Self {
        let point = |metric: &Metric| Point { metric: *metric, outcome: outcome(*metric, view) };
        Self { points: points.iter().map(point).collect() }
    }

    /// Returns the points, in the order of the paper.
    #[must_use]
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// Returns the lowest and the highest score that the inputs admit.
    ///
    /// # Errors
    ///
    /// Returns the first reason why a point has no answer.
    pub fn range(&self) -> Result<RangeInclusive<u8>, Undefined> {
        let (mut low, mut high) = (0, 0);
        for point in &self.points {
            match point.outcome {
                PointOutcome::Earned => (low, high) = (low + 1, high + 1),
                PointOutcome::Undecided => high += 1,
                PointOutcome::Missed => {}
                PointOutcome::Undefined(reason) => return Err(reason),
            }
        }
        Ok(low..=high)
    }
}

fn outcome(metric: Metric, view: View<'_>) -> PointOutcome {
    let bounds = match metric.bounds(view) {
        Ok(bounds) if bounds.is_defined_throughout() => bounds.interval(),
        Ok(_) => return PointOutcome::Undecided,
        Err(reason) => return PointOutcome::Undefined(reason),
    };
    match bounds.as_point() {
        Some(point) if point == Decimal::ONE => PointOutcome::Earned,
        Some(point) if point.is_zero() => PointOutcome::Missed,
        _ => PointOutcome::Undecided,
    }
}

/// The form of a score in serde, before its points are held to be those of a score.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "struct PointScore")]
struct Wire {
    points: Vec<Point>,
}

impl TryFrom<Wire> for PointScore {
    type Error = PointScoreError;

    fn try_from(Wire { points }: Wire) -> Result<Self, PointScoreError> {
        let is_of = |score: &[Metric]| points.iter().map(|it| it.metric).eq(score.iter().copied());
        if is_of(&PIOTROSKI) || is_of(&MONTIER) {
            Ok(Self { points })
        } else {
            Err(PointScoreError)
        }
    }
}

/// Writes a line for each point.
impl fmt::Display for PointScore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.points.iter().try_for_each(|Point { metric, outcome }| match outcome {
            PointOutcome::Earned => writeln!(f, "{metric}: earned"),
            PointOutcome::Missed => writeln!(f, "{metric}: missed"),
            PointOutcome::Undecided => {
                writeln!(f, "{metric}: undecided, its inputs are too coarse")
            }
            PointOutcome::Undefined(reason) => writeln!(f, "{metric}: {reason}"),
        })
    }
}
