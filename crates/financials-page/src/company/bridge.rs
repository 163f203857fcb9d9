//! [`bridges`]: from a figure by the accounting rules to the adjusted one.

use financials::{Basis, Interval, stated::Unit};
use maud::{Markup, html};

use super::{
    Bridge,
    scale::{Scale, ends, hundredth},
};
use crate::number::interval;

const WIDTH: f64 = 240.0;
const HEIGHT: f64 = 182.0;
const BAR: f64 = 56.0;
const LABEL: f64 = 176.0;

/// Draws each bridge as a waterfall of three: filed, what is adjusted, and adjusted.
pub(super) fn bridges(bridges: &[Bridge]) -> Markup {
    html! {
        section {
            h2 { "From filed to adjusted" }
            div .bridges { @for one in bridges { (figure(one)) } }
            p .key {
                "What is adjusted is the difference of the two, as precisely as both are stated; "
                "which items make it up stands in the release."
            }
        }
    }
}

fn figure(bridge: &Bridge) -> Markup {
    let title = format!("{} {}", bridge.name.replace('_', " "), bridge.period);
    html! {
        figure {
            figcaption { (title) }
            @if let Some(drawn) = drawn(bridge, &title) { (drawn) }
            dl .steps {
                @for (name, step) in steps(bridge) {
                    div { dt { (name) } dd { (interval(step, Unit::Count)) } }
                }
            }
        }
    }
}

fn steps(bridge: &Bridge) -> [(&'static str, Interval); 3] {
    let filed = if bridge.basis == Basis::Ifrs { "IFRS" } else { "GAAP" };
    [(filed, bridge.filed), ("adjustments", bridge.between), ("adjusted", bridge.adjusted)]
}

fn drawn(bridge: &Bridge, title: &str) -> Option<Markup> {
    let middle = |interval: Interval| ends(interval).map(|(low, high)| (low + high) / 2.0);
    let (filed, adjusted) = (middle(bridge.filed)?, middle(bridge.adjusted)?);
    let scale = Scale::over([filed, adjusted].into_iter())?;
    let bars = [(0.0, filed, "bar before"), (filed, adjusted, "bar step"), (0.0, adjusted, "bar")];
    let names = steps(bridge).map(|(name, _)| name);
    Some(html! {
        svg .waterfall role="img" viewBox={ "0 0 " (WIDTH) " " (HEIGHT) } {
            title { (title) ", from " (names[0]) " to adjusted" }
            @for (place, ((from, to, class), name)) in bars.into_iter().zip(names).enumerate() {
                @let middle = WIDTH * (place as f64 + 0.5) / 3.0;
                @let (one, other) = (scale.at(from), scale.at(to));
                rect class=(class) x=(hundredth(middle - BAR / 2.0)) y=(one.min(other))
                    width=(BAR) height=(hundredth((one - other).abs())) {}
                text .label x=(middle) y=(LABEL) { (name) }
            }
            path .axis d={ "M0 " (scale.at(0.0)) "H" (WIDTH) } {}
        }
    })
}
