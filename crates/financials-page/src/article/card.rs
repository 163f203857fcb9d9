//! The card of a figure: what was found of it, and by what.

use financials::tieout::Verdict;
use maud::{Markup, html};

use super::{
    Conflict, Figure, Member, Page, Place, Remedy,
    citation::citation,
    derivation::tree,
    text::{called, conflict_id, id, named, quoted, shown},
};
use crate::{number, svg::number_line};

pub(super) fn card(page: &Page, place: usize, figure: &Figure) -> Markup {
    let id = id(place);
    let state = figure.state();
    html! {
        li class={ "card " (state.name()) } id={ "card-" (id) } value=(place + 1) tabindex="-1" {
            h3 {
                span .glyph aria-hidden="true" { (state.glyph()) }
                bdi .quote { (quoted(page, figure)) }
                span .verdict { (called(figure)) }
            }
            p .lead { (lead(figure)) }
            @if let Some(place) = &figure.place { (line(place, none(figure.verdict))) }
            @if let Some((at, conflict)) = conflict_of(page, figure) {
                (conflict_block(page, (at, conflict), place))
            }
            @if !figure.remedies.is_empty() { (remedies(figure)) }
            @if !figure.nearest.is_empty() { (nearest(figure)) }
            @if let Some(missing) = &figure.missing {
                section { h4 { "What would decide it" } p { (shown(missing)) } }
            }
            @if !figure.reservations.is_empty() {
                section {
                    h4 { "With a reservation" }
                    ul { @for words in &figure.reservations { li { (shown(words)) } } }
                }
            }
            @if !figure.derivations.is_empty() {
                section { h4 { "What is on file" } (tree(&figure.derivations)) }
            }
            (about(figure))
            @for note in &figure.notes { p .note { (shown(note)) } }
            p .words { (shown(&figure.words)) }
            a .back href={ "#" (id) } {
                "Back to the text"
                span .spoken { ", figure " (place + 1) }
            }
        }
    }
}

/// The verdict in one sentence.
const fn lead(figure: &Figure) -> &'static str {
    match figure.verdict {
        Some(Verdict::Consistent) => "It can be right: it meets what the rest admits.",
        Some(Verdict::Compatible) => {
            "It agrees under one of several definitions, as so round a figure might by chance."
        }
        Some(Verdict::Contradicted) => {
            "It cannot be right, given what is doubted less: a filing, or more that say otherwise."
        }
        Some(Verdict::InConflict) => {
            "It cannot hold together with others, and nothing decides which of them is wrong."
        }
        Some(Verdict::Unexplained) => {
            "No known definition of the name gives it, and companies define it themselves."
        }
        Some(Verdict::NotMeaningful) => "The number would mislead, whatever it is.",
        Some(_) => "Nothing decides whether it is right.",
        None => "It claims nothing that could be checked.",
    }
}

/// What is said where there is nothing to hold a figure against.
fn none(verdict: Option<Verdict>) -> &'static str {
    if verdict.is_some_and(Verdict::is_accused) { "nothing undisputed" } else { "nothing" }
}

fn line(place: &Place, none: &str) -> Markup {
    let stated = number::interval(place.stated, place.unit);
    let computed = place.computed.map(|computed| number::interval(computed, place.unit));
    let computed = computed.as_deref().unwrap_or(none);
    let title = format!("Stated {stated}; the rest gives {computed}.");
    html! {
        (number_line(place.stated, place.computed, &title))
        dl .ends {
            dt .stated-key { "Stated" }
            dd { (stated) }
            dt .computed-key { "The rest gives" }
            dd { (computed) }
        }
    }
}

fn conflict_of<'a>(page: &'a Page, figure: &Figure) -> Option<(usize, &'a Conflict)> {
    let at = figure.conflict?;
    Some((at, page.conflicts.get(at)?))
}

fn conflict_block(page: &Page, (at, conflict): (usize, &Conflict), own: usize) -> Markup {
    html! {
        section .conflict data-conflict=(conflict_id(at)) {
            h4 { "Conflict " (at + 1) ": these cannot all hold" }
            ul {
                @for member in &conflict.members {
                    li { (member_line(page, member, own)) }
                }
                @for own in &conflict.assumed {
                    li { (shown(&own.to_string())) ", which nothing states" }
                }
            }
        }
    }
}

fn member_line(page: &Page, member: &Member, own: usize) -> Markup {
    match member {
        Member::Figure(place) => html! {
            @if let Some(figure) = page.figures.get(*place) {
                a .member href={ "#" (id(*place)) } { bdi { (quoted(page, figure)) } }
                @if let Some((_, measure)) = figure.about.first() { ", " (named(measure)) }
                @if *place == own { " (this figure)" } @else { ", in the text" }
            } @else { "a figure of the text" }
        },
        Member::Filed { name, value, source } => html! {
            (named(name))
            @if let Some(value) = value { ": " b { (shown(value)) } }
            @if let Some(source) = source { ", " (citation(source)) }
        },
    }
}

fn remedies(figure: &Figure) -> Markup {
    html! {
        section {
            h4 { "It would be right" }
            ul { @for remedy in &figure.remedies { li { (remedy_line(remedy)) } } }
        }
    }
}

fn remedy_line(Remedy { change, to, value }: &Remedy) -> Markup {
    html! {
        @if matches!(change.as_str(), "sign" | "scale" | "digits") {
            "as " b { (shown(value)) } ": " (shown(to))
        } @else {
            "for " (named(to)) ": " b { (shown(value)) }
            span .kind { " – another " (named(change)) }
        }
    }
}

fn nearest(figure: &Figure) -> Markup {
    html! {
        section {
            h4 { "The nearest definitions" }
            ul {
                @for near in &figure.nearest {
                    li { (shown(&near.definition)) ": " (shown(&near.value)) }
                }
            }
        }
    }
}

fn about(figure: &Figure) -> Markup {
    let definition = figure.definition.iter().map(|definition| ("definition", definition));
    let about = figure.about.iter().map(|(name, value)| (*name, value));
    html! {
        dl .about {
            @for (name, value) in about.chain(definition) {
                div { dt { (name) } dd { (named(value)) } }
            }
        }
    }
}
