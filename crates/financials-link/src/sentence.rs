//! [`Line`] and [`Sentence`]: the parts of a text within which words bear on a figure.

use std::ops::Range;

use crate::{bounds::HEADING_WORDS_MAX, token::Token};

/// A line of the text, or several that were broken within a sentence.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) tokens: Range<usize>,
    pub(crate) is_heading: bool,
    pub(crate) sentences: Vec<Range<usize>>,
}

/// Cuts the tokens of a text into lines, and the lines into sentences.
pub(crate) fn lines(text: &str, tokens: &[Token]) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    for (at, token) in tokens.iter().enumerate() {
        if token.is_mark('\n') && !continues(tokens, at) {
            push(&mut lines, text, tokens, start..at);
            start = at + 1;
        }
    }
    push(&mut lines, text, tokens, start..tokens.len());
    lines
}

/// Whether a line that ends here goes on in the next: it ends in no mark, and the next begins
/// small.
fn continues(tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| tokens.get(at));
    let after = tokens.get(at + 1);
    let is_open = before.is_some_and(|token| token.is_word() || token.is_mark(','));
    is_open && after.is_some_and(|token| token.is_word() && !token.is_capital)
}

fn push(lines: &mut Vec<Line>, text: &str, tokens: &[Token], range: Range<usize>) {
    let Some(line) = tokens.get(range.clone()).filter(|line| !line.is_empty()) else { return };
    let has_figure = line.iter().any(|token| token.figure().is_some());
    let words = line.iter().filter(|token| token.is_word()).count();
    let last = line.iter().rfind(|token| !token.is_mark('*') && !token.is_mark('_'));
    let ends_open = !last.is_some_and(|token| token.is_mark('.') || token.is_mark('!'));
    // "– Second quarter:" and "## Second quarter" head what follows too.
    let heads = last.is_some_and(|token| token.is_mark(':'))
        || line.first().is_some_and(|token| token.is_mark('#'));
    let is_heading = !has_figure
        && ends_open
        && words > 0
        && words <= HEADING_WORDS_MAX
        && (heads || !bullet(line));
    let mut sentences = Vec::new();
    let mut start = range.start;
    for at in range.clone() {
        let Some(token) = tokens.get(at) else { break };
        let is_stop = token.is_mark('.') || token.is_mark('!') || token.is_mark('?');
        if is_stop && ends(text, tokens, at) || ends_dotted(tokens, at) && at + 1 < range.end {
            sentences.push(start..at + 1);
            start = at + 1;
        }
    }
    if start < range.end {
        sentences.push(start..range.end);
    }
    lines.push(Line { tokens: range, is_heading, sentences });
}

fn bullet(line: &[Token]) -> bool {
    line.first().is_some_and(|token| {
        matches!(token.kind, crate::token::Kind::Mark(mark) if !matches!(mark, '[' | '(' | '"' | '\u{201c}' | '$'))
    })
}

/// Whether an abbreviation ends a sentence: `in the U.K. The segment`.
fn ends_dotted(tokens: &[Token], at: usize) -> bool {
    const OPENS: &[&str] = &["the", "in", "it", "this", "these", "our", "we", "its", "for", "net"];
    let is_dotted = |token: &Token| token.is_word() && token.word.ends_with('.');
    let opens = |token: &Token| token.is_capital && OPENS.contains(&token.word.as_str());
    tokens.get(at).is_some_and(is_dotted) && tokens.get(at + 1).is_some_and(opens)
}

/// Whether a stop ends a sentence: a space follows and then a capital letter, a figure or a mark.
fn ends(text: &str, tokens: &[Token], at: usize) -> bool {
    let (Some(stop), Some(next)) = (tokens.get(at), tokens.get(at + 1)) else { return true };
    let gap = text.get(stop.span.end..next.span.start).unwrap_or_default();
    !gap.is_empty() && (next.is_capital || next.figure().is_some() || !next.is_word())
}
