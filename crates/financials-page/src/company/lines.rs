//! [`lines`]: ratios over the quarters, with whiskers where their inputs leave them open.

use financials::Decimal;
use maud::{Markup, html};

use super::{
    Line, Margin, Page,
    scale::{Scale, ends, float, frame, hundredth, middle},
};

/// Whiskers shorter than a pixel cannot be seen.
const WHISKER_MIN: f64 = 1.0;
const CAP: f64 = 4.0;

/// Draws the margins; nothing where no quarter has one.
pub(super) fn lines(page: &Page) -> Option<Markup> {
    let points = || page.margins.iter().flat_map(|line| line.points.iter().flatten());
    let scale = Scale::over(points().filter_map(|point| float(point.value)))?;
    let drawn = html! {
        @for (at, line) in page.margins.iter().enumerate() {
            g class={ "line line-" (at + 1) } { (drawn(&scale, line)) }
        }
    };
    Some(frame(&title(page), &scale, &page.quarters, &drawn))
}

fn drawn(scale: &Scale, line: &Line) -> Markup {
    html! {
        path .through d=(through(scale, line)) {}
        @for (place, point) in line.points.iter().enumerate() {
            @if let Ok(point) = point { (dot(scale, place, *point)) }
        }
    }
}

/// The line through the points; a quarter without one leaves a gap.
fn through(scale: &Scale, line: &Line) -> String {
    let (mut path, mut is_drawn) = (String::new(), false);
    for (place, point) in line.points.iter().enumerate() {
        let number = point.as_ref().ok().and_then(|point| float(point.value));
        if let Some(number) = number {
            let step = if is_drawn { 'L' } else { 'M' };
            path.push_str(&format!("{step}{} {}", middle(place), scale.at(number)));
        }
        is_drawn = number.is_some();
    }
    path
}

fn dot(scale: &Scale, place: usize, point: Margin) -> Markup {
    let Some(number) = float(point.value) else { return html! {} };
    let at = middle(place);
    let whisker = ends(point.bounds)
        .map(|(low, high)| (scale.at(high), scale.at(low)))
        .filter(|(top, bottom)| bottom - top > WHISKER_MIN);
    html! {
        @if let Some((top, bottom)) = whisker {
            path .whisker
                d={ "M" (at) " " (top) "V" (bottom) (cap(at, top)) (cap(at, bottom)) } {}
        }
        circle .dot cx=(at) cy=(scale.at(number)) r="3" {}
    }
}

fn cap(at: f64, height: f64) -> String {
    format!("M{} {height}h{}", hundredth(at - CAP), 2.0 * CAP)
}

/// A ratio in per cent to two places, rounded half to even; the table has every digit.
pub(super) fn percent(ratio: Decimal) -> String {
    let percent = ratio.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(ratio);
    format!("{}%", crate::number::decimal(percent.round_dp(2)))
}

fn title(page: &Page) -> String {
    let told: Vec<String> = page
        .margins
        .iter()
        .map(|line| {
            let points =
                line.points.iter().zip(&page.quarters).map(|(point, quarter)| match point {
                    Ok(point) => format!("{} {}", quarter.label, percent(point.value)),
                    Err(reason) => format!("{}: {reason}", quarter.label),
                });
            let points: Vec<String> = points.collect();
            format!("{}: {}", line.name.replace('_', " "), points.join(", "))
        })
        .collect();
    told.join(". ")
}
