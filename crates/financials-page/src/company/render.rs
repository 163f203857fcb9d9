//! The page as a whole.

use std::fmt;

use maud::{Markup, html};

use super::{
    Moved, Page,
    bars::bars,
    bridge::bridges,
    guidance::guidance,
    lines::{lines, percent},
    moved::dumbbell,
    table::table,
};
use crate::{number::decimal, shell::shell};

const STYLE: &str = include_str!("style.css");

/// Writes the page, as HTML.
impl fmt::Display for Page {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&whole(self).into_string())
    }
}

fn whole(page: &Page) -> Markup {
    let body = html! {
        a .skip href="#quarters" { "Skip to the quarters" }
        header { (head(page)) }
        main {
            (charts(page))
            (quarters(page))
            @if !page.guided.is_empty() { (guidance(&page.guided)) }
            @if !page.bridges.is_empty() { (bridges(&page.bridges)) }
            @if !page.moved.is_empty() { (restated(&page.moved)) }
        }
        footer { (foot(page)) }
    };
    shell(&format!("{} – quarters as filed", page.name), STYLE, None, &body)
}

fn head(page: &Page) -> Markup {
    html! {
        h1 { (page.name) }
        p .about {
            @match (page.quarters.first(), page.quarters.last()) {
                (Some(first), Some(last)) => {
                    (page.quarters.len()) " quarters, " (first.label) " to " (last.label)
                    ", from what the company filed."
                }
                _ => "The file has no quarter of a line item.",
            }
        }
    }
}

fn charts(page: &Page) -> Markup {
    html! {
        @for (name, title) in [("revenue", "Revenue"), ("eps_diluted", "Diluted EPS")] {
            @if let Some((last, chart)) = bars(page, name) {
                figure {
                    figcaption { (title) ", as last restated" span .last { (last) } }
                    (chart)
                }
            }
        }
        @if let Some(chart) = lines(page) {
            figure {
                figcaption { "Margins, as last restated" (legend(page)) }
                (chart)
            }
        }
        p .key {
            "Bars of the last four quarters are dark, those before lighter. A dotted edge marks a "
            "derived figure. A whisker is what a margin can be, given how precisely its inputs "
            "were stated. A quarter without a figure is left open."
        }
    }
}

fn legend(page: &Page) -> Markup {
    html! {
        ul .legend {
            @for (at, line) in page.margins.iter().enumerate() {
                li class={ "line-" (at + 1) } {
                    (line.name.replace('_', " "))
                    @if let Some(Ok(last)) = line.points.last() { " " (percent(last.value)) }
                }
            }
        }
    }
}

/// Both sheets, of which two radio buttons show one.
fn quarters(page: &Page) -> Markup {
    let [first, latest] = &page.sheets;
    html! {
        section #quarters tabindex="-1" {
            h2 { "Quarters" }
            input #show-latest type="radio" name="vintage" checked;
            label for="show-latest" { (latest.vintage) }
            input #show-first type="radio" name="vintage";
            label for="show-first" { (first.vintage) }
            div .latest { (table(latest, &page.quarters, "latest")) }
            div .first { (table(first, &page.quarters, "first")) }
        }
    }
}

fn restated(moved: &[Moved]) -> Markup {
    html! {
        section {
            h2 { "What later filings restated" }
            div .scroll tabindex="0" role="region" aria-label="Restated figures" {
                table .moved {
                    thead {
                        tr {
                            @for head in ["Item", "Period", "First", "Now", "Change", "Drawn"] {
                                th scope="col" { (head) }
                            }
                        }
                    }
                    tbody { @for one in moved { (moved_row(one)) } }
                }
            }
        }
    }
}

fn moved_row(moved: &Moved) -> Markup {
    html! {
        tr {
            th scope="row" { (moved.name.replace('_', " ")) span .unit { (moved.unit) } }
            td { (moved.period) }
            td .given { (decimal(moved.first.0)) span .end { "filed " (moved.first.1) } }
            td .given { (decimal(moved.latest.0)) span .end { "filed " (moved.latest.1) } }
            td { (moved.class.replace('_', " ")) }
            td { (dumbbell(moved)) }
        }
    }
}

fn foot(page: &Page) -> Markup {
    html! {
        dl {
            @if let Some(cik) = page.cik { div { dt { "CIK" } dd { (cik) } } }
            @if let Some(hash) = &page.fingerprint {
                div { dt { "File" } dd { code { "sha256 " (hash) } } }
            }
            div { dt { "By" } dd { "financials " (env!("CARGO_PKG_VERSION")) } }
        }
        p {
            "Each figure links to the filing that it rests on last. Guidance and adjusted figures "
            "stand in releases, not in companyfacts, and are shown where claims state them."
        }
    }
}
