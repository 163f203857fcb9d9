//! The text as it was, with a mark at each figure.

use maud::{Markup, html};

use super::{Figure, Page, State};

/// So many characters of a figure are quoted on its card; a hostile one may have a million.
const QUOTED_MAX: usize = 80;

/// The text with a mark at each figure whose place is in it and free.
pub(super) fn text(page: &Page) -> Markup {
    let mut order: Vec<(usize, &Figure)> = page.figures.iter().enumerate().collect();
    order.sort_by_key(|(_, figure)| figure.span.start);
    let mut end = 0;
    let mut pieces = Vec::new();
    for (place, figure) in order {
        let Some(words) = page.text.get(figure.span.clone()) else { continue };
        let Some(before) = page.text.get(end..figure.span.start) else { continue };
        if words.is_empty() {
            continue;
        }
        pieces.push((before, place, figure, words));
        end = figure.span.end;
    }
    html! {
        @for (before, place, figure, words) in pieces {
            (shown(before))
            (mark(place, figure, words))
        }
        (shown(page.text.get(end..).unwrap_or_default()))
    }
}

fn mark(place: usize, figure: &Figure, words: &str) -> Markup {
    let state = figure.state();
    let id = id(place);
    let short = if words.len() <= UNBROKEN_MAX { " short" } else { "" };
    html! {
        a class={ "mark " (state.name()) (short) } id=(id) href={ "#card-" (id) }
            data-conflict=[figure.conflict.map(conflict_id)] {
            span .glyph aria-hidden="true" { (state.glyph()) }
            bdi .figure { (shown(words)) }
            @if !figure.reservations.is_empty() { span .second aria-hidden="true" { "*" } }
            sup .number aria-hidden="true" { (place + 1) }
            span .spoken { ", " (called(figure)) }
        }
    }
}

/// A figure of so few characters is not broken over two lines.
const UNBROKEN_MAX: usize = 24;

/// What a mark says to those who do not see it.
pub(super) fn called(figure: &Figure) -> String {
    let verdict = figure.verdict.map_or(State::NotCheckable.label(), |verdict| verdict.name());
    let verdict = verdict.replace('_', " ");
    if figure.reservations.is_empty() { verdict } else { verdict + ", with a reservation" }
}

/// The id of a figure by its place, as the findings name it.
pub(super) fn id(place: usize) -> String {
    format!("f{}", place.saturating_add(1))
}

pub(super) fn conflict_id(place: usize) -> String {
    format!("c{}", place.saturating_add(1))
}

/// Text without the control characters that no page may hold.
pub(super) fn shown(text: &str) -> String {
    let is_banned = |letter: char| letter.is_control() && !matches!(letter, '\n' | '\t');
    text.replace("\r\n", "\n").replace(is_banned, "\u{fffd}")
}

/// A name of the catalogue as words: `net_income` is `net income`.
pub(super) fn named(name: &str) -> String {
    shown(name).replace('_', " ")
}

/// The text of a figure, short enough for a card.
pub(super) fn quoted(page: &Page, figure: &Figure) -> String {
    let words = shown(page.text.get(figure.span.clone()).unwrap_or_default());
    match words.char_indices().nth(QUOTED_MAX) {
        Some((at, _)) => format!("{}…", words.get(..at).unwrap_or_default()),
        None => words,
    }
}
