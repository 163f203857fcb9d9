//! Links and addresses, whose digits are no figures.

use crate::stated::text::Text;

/// Finds a link in the run of characters without spaces around `digit`, and returns its start with
/// the end of the run.
pub fn link(text: Text<'_>, floor: usize, digit: usize) -> (Option<usize>, usize) {
    let bytes = text.bytes(floor, text.len());
    let digit = digit - floor;
    let space = |byte: &u8| byte.is_ascii_whitespace();
    let before = bytes.get(..digit).unwrap_or_default();
    let start = before.iter().rposition(space).map_or(0, |at| at + 1);
    let after = bytes.get(digit..).unwrap_or_default();
    let end = after.iter().position(space).map_or(bytes.len(), |at| digit + at);
    let run = text.slice(floor + start, floor + end);
    let begins = run
        .find("://")
        .map(|at| {
            let scheme = run.get(..at).unwrap_or_default();
            at - (scheme.len() - scheme.trim_end_matches(|c: char| c.is_ascii_alphabetic()).len())
        })
        .or_else(|| run.find("www."))
        .or_else(|| run.find(".com/").map(|_| 0))
        .or_else(|| is_address(run).then_some(0));
    (begins.map(|at| floor + start + at), floor + end)
}

/// Returns whether a run of characters is a mail address: `ir2025@example.com`.
fn is_address(run: &str) -> bool {
    run.split_once('@').is_some_and(|(name, host)| {
        name.ends_with(|c: char| c.is_ascii_alphanumeric())
            && host.starts_with(|c: char| c.is_ascii_alphabetic())
            && host.contains('.')
    })
}
