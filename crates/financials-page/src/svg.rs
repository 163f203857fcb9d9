//! [`number_line`]: what a figure states and what the rest computes, one above the other.

use financials::Interval;
use maud::{Markup, html};

const WIDTH: f64 = 320.0;
/// Where the first and the last end that is a number stand.
const LEFT: f64 = 24.0;
const RIGHT: f64 = WIDTH - LEFT;
/// A whisker whose ends are nearer is one stroke.
const APART_MIN: f64 = 6.0;
/// What is narrower could not be seen.
const WIDTH_MIN: f64 = 3.0;

/// From numbers to places on the line.
struct Scale {
    low: f64,
    high: f64,
}

/// Where an interval stands on the line.
#[derive(Clone, Copy)]
struct Span {
    from: f64,
    to: f64,
    /// Whether it goes on beyond the line.
    open: [bool; 2],
}

/// Draws a stated interval as a bar, a computed one as a whisker below it, and the gap between
/// them.
pub(crate) fn number_line(stated: Interval, computed: Option<Interval>, title: &str) -> Markup {
    let Some(scale) = Scale::over([Some(stated), computed].into_iter().flatten()) else {
        return html! {};
    };
    let bar = scale.span(stated);
    let whisker = computed.map(|computed| scale.span(computed));
    let gap = computed.filter(|computed| !stated.intersects(*computed)).and(whisker);
    let axis = format!("M0 58H{WIDTH}");
    html! {
        svg .line role="img" viewBox={ "0 0 " (WIDTH) " 64" } {
            title { (title) }
            path .axis d=(axis) {}
            @if let Some(gap) = gap.and_then(|whisker| between(bar, whisker)) {
                rect .gap x=(gap.0) y="6" width=(gap.1) height="52" {}
            }
            rect .stated x=(bar.from) y="10" width=(place(bar.to - bar.from)) height="14" rx="1" {}
            (arrows(bar, 17))
            @if let Some(whisker) = whisker {
                path .computed d=(whisker_path(whisker)) {}
                (arrows(whisker, 41))
            }
        }
    }
}

impl Scale {
    /// The scale on which the ends of all intervals that are numbers can be seen.
    fn over(intervals: impl Iterator<Item = Interval>) -> Option<Self> {
        let numbers: Vec<f64> = intervals.flat_map(ends).flatten().collect();
        let low = numbers.iter().copied().reduce(f64::min)?;
        let high = numbers.iter().copied().reduce(f64::max)?;
        Some(Self { low, high })
    }

    fn at(&self, number: f64) -> f64 {
        let width = self.high - self.low;
        let part = if width > 0.0 { (number - self.low) / width } else { 0.5 };
        LEFT + part * (RIGHT - LEFT)
    }

    fn span(&self, interval: Interval) -> Span {
        let [from, to] = ends(interval).map(|end| end.map(|end| self.at(end)));
        let open = [from.is_none(), to.is_none()];
        let (from, to) = (from.unwrap_or(0.0), to.unwrap_or(WIDTH));
        let short = ((WIDTH_MIN - (to - from)) / 2.0).max(0.0);
        Span { from: place(from - short), to: place(to + short), open }
    }
}

fn ends(interval: Interval) -> [Option<f64>; 2] {
    interval.ends().map(|end| f64::try_from(end?).ok())
}

/// A hundredth of a pixel is as fine as anybody draws.
fn place(at: f64) -> f64 {
    (at * 100.0).round() / 100.0
}

/// Where the gap between two spans begins, and how wide it is.
fn between(one: Span, other: Span) -> Option<(f64, f64)> {
    let (from, to) = if one.to < other.from { (one.to, other.from) } else { (other.to, one.from) };
    (to > from).then(|| (place(from), place(to - from)))
}

fn whisker_path(Span { from, to, open }: Span) -> String {
    let cap = |at: f64, is_open: bool| {
        if is_open { String::new() } else { format!("M{at} 33V49") }
    };
    let [opens, ends] = open;
    if to - from < APART_MIN && open == [false, false] {
        return cap(place((from + to) / 2.0), false);
    }
    format!("M{from} 41H{to}{}{}", cap(from, opens), cap(to, ends))
}

/// The heads of an interval that goes on beyond the line.
fn arrows(span: Span, middle: u8) -> Markup {
    let (above, below) = (middle.saturating_sub(5), middle.saturating_add(5));
    let [left, right] = span.open;
    let inner = WIDTH - 8.0;
    html! {
        @if left { path .head d={ "M8 " (above) "L0 " (middle) "L8 " (below) } {} }
        @if right {
            path .head
                d={ "M" (inner) " " (above) "L" (WIDTH) " " (middle) "L" (inner) " " (below) } {}
        }
    }
}
