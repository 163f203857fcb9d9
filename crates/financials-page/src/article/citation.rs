//! Where a figure was filed.

use maud::{Markup, html};

use super::{Citation, text::shown};

/// Where a figure was filed, with a link to the filing.
pub(super) fn citation(citation: &Citation) -> Markup {
    html! {
        @if let Some(link) = &citation.link {
            a href=(link) rel="noopener noreferrer" { (shown(&citation.words)) }
        } @else { (shown(&citation.words)) }
        @if let Some(date) = &citation.date { ", filed " (shown(date)) }
    }
}
