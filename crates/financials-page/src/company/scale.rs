//! [`Scale`]: from numbers to places on a chart, and the frame that all charts have.

use financials::{Decimal, Interval};
use maud::{Markup, html};

use super::Quarter;

/// The height of what is drawn, without the labels of the quarters.
const HEIGHT: f64 = 150.0;
const TOP: f64 = 10.0;
/// The width that a quarter has.
pub(super) const STEP: f64 = 48.0;
const LEFT: f64 = 8.0;
/// The labels stand so far below.
const LABEL: f64 = 18.0;

/// From numbers to heights: the axis is at zero, which is always on the chart.
pub(super) struct Scale {
    low: f64,
    high: f64,
}

impl Scale {
    /// The scale on which zero and all numbers can be seen; none where all are zero.
    pub(super) fn over(numbers: impl Iterator<Item = f64>) -> Option<Self> {
        let (low, high) = numbers
            .filter(|number| number.is_finite())
            .fold((0.0_f64, 0.0_f64), |(low, high), number| (low.min(number), high.max(number)));
        (low < high).then_some(Self { low, high })
    }

    /// How far down a number stands.
    pub(super) fn at(&self, number: f64) -> f64 {
        let part = (self.high - number) / (self.high - self.low);
        hundredth(TOP + part * HEIGHT)
    }
}

/// A hundredth of a pixel is as fine as anybody draws.
pub(super) fn hundredth(at: f64) -> f64 {
    (at * 100.0).round() / 100.0
}

/// Where the middle of a quarter is.
pub(super) fn middle(place: usize) -> f64 {
    LEFT + STEP * (place as f64 + 0.5)
}

/// A number as a float, for drawing alone.
pub(super) fn float(number: Decimal) -> Option<f64> {
    f64::try_from(number).ok()
}

/// The ends of an interval as floats; none where it is unbounded.
pub(super) fn ends(interval: Interval) -> Option<(f64, f64)> {
    let [low, high] = interval.ends();
    Some((float(low?)?, float(high?)?))
}

/// A chart with its axis at zero and the labels of its quarters; what is in it is drawn before.
pub(super) fn frame(title: &str, scale: &Scale, quarters: &[Quarter], drawn: &Markup) -> Markup {
    let width = LEFT + STEP * quarters.len() as f64 + LEFT;
    let height = TOP + HEIGHT + LABEL + 6.0;
    let axis = scale.at(0.0);
    html! {
        svg .chart role="img" viewBox={ "0 0 " (width) " " (height) } {
            title { (title) }
            (drawn)
            path .axis d={ "M0 " (axis) "H" (width) } {}
            @for (place, quarter) in quarters.iter().enumerate() {
                text .label x=(middle(place)) y=(height - 4.0) { (quarter.label) }
            }
        }
    }
}
