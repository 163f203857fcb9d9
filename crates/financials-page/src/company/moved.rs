//! [`dumbbell`]: a figure as first filed and as last restated, on one line.

use maud::{Markup, html};

use super::{
    Moved,
    scale::{float, hundredth},
};
use crate::number::decimal;

const WIDTH: f64 = 160.0;
const MARGIN: f64 = 8.0;

/// Draws a restated figure: a ring where it was first, a disc where it is now. The line begins at
/// zero, so that its length is what the restatement is of the whole.
pub(super) fn dumbbell(moved: &Moved) -> Markup {
    let (Some(first), Some(latest)) = (float(moved.first.0), float(moved.latest.0)) else {
        return html! {};
    };
    let (low, high) = (first.min(latest).min(0.0), first.max(latest).max(0.0));
    if low >= high {
        return html! {};
    }
    let at =
        |number: f64| hundredth(MARGIN + (number - low) / (high - low) * (WIDTH - 2.0 * MARGIN));
    let title = format!("from {} to {}", decimal(moved.first.0), decimal(moved.latest.0));
    html! {
        svg .dumbbell role="img" viewBox={ "0 0 " (WIDTH) " 16" } {
            title { (title) }
            path .axis d={ "M" (at(0.0)) " 2V14" } {}
            path .joint d={ "M" (at(first)) " 8H" (at(latest)) } {}
            circle .first cx=(at(first)) cy="8" r="4" {}
            circle .latest cx=(at(latest)) cy="8" r="4" {}
        }
    }
}
