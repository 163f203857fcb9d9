//! The page as a whole.

use std::fmt;

use maud::{Markup, PreEscaped, html};

use super::{
    Page, State,
    card::card,
    findings::{count, findings},
    text::{shown, text},
};
use crate::shell::shell;

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// Writes the page, as HTML.
impl fmt::Display for Page {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&whole(self).into_string())
    }
}

fn whole(page: &Page) -> Markup {
    let body = html! {
        a .skip href="#text" { "Skip to the article" }
        header { (head(page)) }
        div .columns {
            main #text tabindex="-1" { div .text dir="auto" { (text(page)) } }
            aside .cards aria-labelledby="findings-head" { (cards(page)) }
        }
        footer { (foot(page)) }
        script #findings type="application/json" { (PreEscaped(findings(page))) }
        script { (PreEscaped(SCRIPT)) }
    };
    let title = format!("{} – checked figures", shown(&page.title));
    shell(&title, STYLE, Some(SCRIPT), &body)
}

/// The title, the one line that hides no count, and the filters, which are the legend as well.
fn head(page: &Page) -> Markup {
    let total = page.figures.len();
    html! {
        h1 { (shown(&page.title)) }
        p .against {
            (total) (if total == 1 { " figure" } else { " figures" }) ", held against one another"
            @if !page.documents.is_empty() { " and " (against(page)) }
            "."
        }
        fieldset .filters {
            legend { "Show" }
            @for state in State::ALL {
                label class=(state.name()) {
                    input type="checkbox" id={ "show-" (state.name()) } checked;
                    span .glyph aria-hidden="true" { (state.glyph()) }
                    b { (count(page, state)) }
                    " " span .name { (state.label()) }
                }
            }
        }
        @if page.is_capped {
            p .capped { "The search was cut short: bounds may be wider than they could be." }
        }
    }
}

fn against(page: &Page) -> String {
    let names: Vec<String> = page
        .documents
        .iter()
        .map(|document| {
            format!("the filings of {} ({})", shown(&document.name), shown(&document.ticker))
        })
        .collect();
    names.join(", ")
}

fn cards(page: &Page) -> Markup {
    html! {
        div .bar {
            h2 #findings-head { "Findings" }
            button .close type="button" hidden { "Close" }
        }
        p .hint { "Choose a figure of the text to see what was found of it." }
        ol {
            @for (place, figure) in page.figures.iter().enumerate() { (card(page, place, figure)) }
        }
    }
}

fn foot(page: &Page) -> Markup {
    html! {
        h2 { "What was checked" }
        dl .inputs {
            div { dt { "Article" } dd { code { "sha256 " (shown(&page.fingerprint)) } } }
            @for document in &page.documents {
                div {
                    dt { (shown(&document.ticker)) }
                    dd {
                        (shown(&document.name))
                        @if let Some(hash) = &document.fingerprint {
                            " "
                            code { "sha256 " (shown(hash)) }
                        }
                    }
                }
            }
            div { dt { "By" } dd { "financials " (env!("CARGO_PKG_VERSION")) } }
        }
        p {
            "A figure admits what its last digit and its hedge say. No tolerance was made up: a "
            "figure is consistent where what it admits meets what the rest admits. An asterisk "
            "marks a finding that rests on a reservation, which its card names."
        }
    }
}
