//! How filed figures came about, as a list of lists.

use maud::{Markup, html};

use super::{
    Derivation,
    citation::citation,
    text::{named, shown},
};

/// Formulas of the catalogue nest a handful deep; what is deeper is cut, so that none is too deep
/// to draw.
const DEPTH_MAX: usize = 16;

pub(super) fn tree(derivations: &[Derivation]) -> Markup {
    level(derivations, 0)
}

fn level(derivations: &[Derivation], depth: usize) -> Markup {
    html! {
        ul .tree {
            @if depth == DEPTH_MAX { li { "…" } } @else {
                @for derivation in derivations { li { (node(derivation, depth)) } }
            }
        }
    }
}

fn node(derivation: &Derivation, depth: usize) -> Markup {
    html! {
        span .name { (named(&derivation.name)) } " "
        b { (shown(&derivation.value)) }
        @for note in &derivation.notes { ", " (shown(note)) }
        @if let Some(formula) = &derivation.formula { div .formula { "= " (shown(formula)) } }
        @for source in &derivation.sources { div .source { (citation(source)) } }
        @if !derivation.inputs.is_empty() { (level(&derivation.inputs, depth + 1)) }
    }
}
