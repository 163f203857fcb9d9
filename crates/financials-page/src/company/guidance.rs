//! [`guidance`]: what the company guided, and what came out.

use maud::{Markup, html};

use super::Guided;
use crate::{number::interval, svg::number_line};

/// Lists guidance with a line for each, on which the guided range is hatched, as what is expected
/// is, and what came out stands below it.
pub(super) fn guidance(guided: &[Guided]) -> Markup {
    html! {
        section {
            h2 { "Guidance and what came out" }
            svg .hatches aria-hidden="true" focusable="false" {
                defs {
                    pattern #hatch patternUnits="userSpaceOnUse" width="6" height="6" {
                        path d="M0 6L6 0" {}
                    }
                }
            }
            div .scroll tabindex="0" role="region" aria-label="Guidance" {
                table .guided {
                    thead {
                        tr {
                            @for head in ["Measure", "Period", "Guided", "Came out", "Drawn"] {
                                th scope="col" { (head) }
                            }
                        }
                    }
                    tbody { @for one in guided { (row(one)) } }
                }
            }
        }
    }
}

fn row(guided: &Guided) -> Markup {
    let Guided { name, is_adjusted, period, range, actual, unit } = guided;
    let name = name.replace('_', " ");
    let ranged = interval(*range, *unit);
    let told = actual.map(|actual| interval(actual, *unit));
    let out = told.clone().unwrap_or_else(|| "not yet out".to_owned());
    let title = format!("{name} {period}: guided {ranged}; {out}");
    html! {
        tr {
            th scope="row" { (name) @if *is_adjusted { span .unit { "adjusted" } } }
            td { (period) }
            td { (ranged) }
            @match told {
                Some(told) => td { (told) },
                None => td .absent { (out) },
            }
            td { (number_line(*range, *actual, &title)) }
        }
    }
}
