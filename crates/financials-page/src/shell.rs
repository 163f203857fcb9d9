//! [`shell`]: what every page has around its body.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::policy::policy;

/// Writes a page with its one style; its policy lets that run, and at most one script.
pub(crate) fn shell(title: &str, style: &str, script: Option<&str>, body: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy(style, script));
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                title { (title) }
                style { (PreEscaped(style)) }
            }
            body { (body) }
        }
    }
}
