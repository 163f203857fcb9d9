//! [`Markup`]: the text of an HTML page, with the place of each character in it.

use std::ops::Range;

use html5gum::{DefaultEmitter, Token, Tokenizer};

/// Elements whose text is on lines of its own.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "br",
    "caption",
    "dd",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "tbody",
    "tfoot",
    "thead",
    "title",
    "tr",
    "ul",
];

/// Elements of a table that end its cells.
const ROWS: &[&str] = &["table", "tbody", "tfoot", "thead", "tr", "caption"];

/// Bytes of a cell at most in which a block is no line of its own: a longer one lays out a page.
const CELL_BYTES_MAX: usize = 80;

/// Elements whose text nobody reads.
const HIDDEN: &[&str] = &["script", "style", "template", "noscript", "svg", "iframe", "object"];

/// A character reference is at most this long: `&CounterClockwiseContourIntegral;` has 33 bytes.
const REFERENCE_BYTES_MAX: usize = 40;

/// The text of an HTML page in reading order, with the place of each character in the page.
///
/// Blocks and rows stand on lines of their own, cells are apart by a tab, runs of white space are
/// one space, and character references are read. Nothing is run, fetched or laid out.
#[derive(Clone, Debug, Default)]
pub(crate) struct Markup {
    text: String,
    /// Where the text of the cell at hand begins.
    cell: Option<usize>,
    /// Runs of characters that stand in the page as they stand in the text.
    runs: Vec<Run>,
}

#[derive(Clone, Copy, Debug)]
struct Run {
    /// Where it begins in the text.
    at: usize,
    /// The bytes of the page that say it.
    start: usize,
    end: usize,
}

impl Markup {
    /// Whether a text is a page or a piece of one: it begins with a tag and closes one.
    pub(crate) fn is_in(text: &str) -> bool {
        let head = text.trim_start_matches('\u{feff}').trim_start();
        let opens = head.starts_with('<')
            && head.get(1..2).is_some_and(|next| {
                next == "!" || next == "?" || next.starts_with(char::is_alphabetic)
            });
        opens && (head.contains("</") || head.contains("/>"))
    }

    pub(crate) fn read(page: &str) -> Self {
        let mut markup = Self::default();
        let mut hidden: Option<(Vec<u8>, usize)> = None;
        for Ok(token) in Tokenizer::new_with_emitter(page, DefaultEmitter::<usize>::new_with_span())
        {
            match token {
                Token::StartTag(tag) => match &mut hidden {
                    Some((name, depth)) => {
                        *depth += usize::from(!tag.self_closing && *name == *tag.name)
                    }
                    None if is_one_of(&tag.name, HIDDEN) && !tag.self_closing => {
                        hidden = Some((tag.name.to_vec(), 1))
                    }
                    None => markup.tag(&tag.name, tag.span.start, true),
                },
                Token::EndTag(tag) => match &mut hidden {
                    Some((name, depth)) if *name == *tag.name => {
                        *depth -= 1;
                        if *depth == 0 {
                            hidden = None;
                        }
                    }
                    Some(_) => {}
                    None => markup.tag(&tag.name, tag.span.start, false),
                },
                Token::String(text) if hidden.is_none() => {
                    markup.text(page, text.span.start..text.span.end)
                }
                _ => {}
            }
        }
        markup
    }

    pub(crate) fn as_text(&self) -> &str {
        &self.text
    }

    /// Returns the bytes of the page that say some bytes of the text.
    pub(crate) fn source(&self, range: Range<usize>) -> Range<usize> {
        let start = self.place(range.start).map_or(0, |(run, offset)| run.start + offset);
        let last = range.end.saturating_sub(1).max(range.start);
        let end = self.place(last).map_or(start, |(run, offset)| {
            let is_whole = self.is_literal(run);
            if is_whole { run.start + offset + (range.end - last) } else { run.end }
        });
        start..end.max(start)
    }

    /// The run that a byte of the text is of, and how far into it.
    fn place(&self, at: usize) -> Option<(Run, usize)> {
        let next = self.runs.partition_point(|run| run.at <= at);
        let run = *self.runs.get(next.checked_sub(1)?)?;
        let offset = if self.is_literal(run) { (at - run.at).min(run.end - run.start) } else { 0 };
        Some((run, offset))
    }

    /// Whether a run stands in the page as in the text, byte for byte.
    fn is_literal(&self, run: Run) -> bool {
        let next = self.runs.partition_point(|other| other.at <= run.at);
        let end = self.runs.get(next).map_or(self.text.len(), |next| next.at);
        end - run.at == run.end - run.start
    }

    fn tag(&mut self, name: &[u8], at: usize, opens: bool) {
        if is_one_of(name, ROWS) || is_one_of(name, &["td", "th"]) {
            self.cell = None;
        }
        let cell = self.cell.filter(|start| self.text.len() - start <= CELL_BYTES_MAX);
        if cell.is_some() && is_one_of(name, BLOCKS) {
            self.letter(' ', at..at);
        } else if is_one_of(name, BLOCKS) {
            self.line(at);
            if opens && name == b"li" {
                self.push('\u{2022}', at..at);
                self.push(' ', at..at);
            }
        } else if is_one_of(name, &["td", "th"])
            && opens
            && !self.text.ends_with(['\n', '\t'])
            && !self.text.is_empty()
        {
            self.push('\t', at..at);
        }
        if opens && is_one_of(name, &["td", "th"]) {
            self.cell = Some(self.text.len());
        }
    }

    fn line(&mut self, at: usize) {
        while self.text.ends_with([' ', '\t']) {
            self.text.pop();
        }
        self.runs.retain(|run| run.at < self.text.len() || run.at == 0);
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.push('\n', at..at);
        }
    }

    /// Reads the characters of a piece of the page that has no tags in it.
    fn text(&mut self, page: &str, piece: Range<usize>) {
        let mut at = piece.start;
        while at < piece.end {
            let Some(letter) = page.get(at..piece.end).and_then(|rest| rest.chars().next()) else {
                return;
            };
            let mut end = at + letter.len_utf8();
            let mut read = None;
            if letter == '&'
                && let Some((text, length)) = page.get(at..piece.end).and_then(reference)
            {
                (read, end) = (Some(text), at + length);
            }
            match read {
                Some(text) => text.chars().for_each(|letter| self.letter(letter, at..end)),
                None => self.letter(letter, at..end),
            }
            at = end;
        }
    }

    fn letter(&mut self, letter: char, source: Range<usize>) {
        // A space that does not break is part of a figure.
        let is_space = letter.is_whitespace() && !matches!(letter, '\u{a0}' | '\u{202f}');
        if !is_space {
            self.push(letter, source);
        } else if !self.text.is_empty() && !self.text.ends_with([' ', '\n', '\t']) {
            self.push(' ', source);
        }
    }

    fn push(&mut self, letter: char, source: Range<usize>) {
        let at = self.text.len();
        let is_literal = source.len() == letter.len_utf8();
        let goes_on = self.runs.last().is_some_and(|run| {
            is_literal && run.end == source.start && run.end - run.start == at - run.at
        });
        self.text.push(letter);
        match self.runs.last_mut() {
            Some(run) if goes_on => run.end = source.end,
            _ => self.runs.push(Run { at, start: source.start, end: source.end }),
        }
    }
}

/// Reads the character reference at the head of a text, and its length in bytes.
fn reference(text: &str) -> Option<(String, usize)> {
    let end = text.bytes().take(REFERENCE_BYTES_MAX).position(|byte| byte == b';')? + 1;
    let own = text.get(..end)?;
    let read: String = Tokenizer::new(own)
        .flatten()
        .filter_map(|token| match token {
            Token::String(text) => Some(String::from_utf8_lossy(&text).into_owned()),
            _ => None,
        })
        .collect();
    (read != own && !read.is_empty()).then_some((read, end))
}

fn is_one_of(name: &[u8], names: &[&str]) -> bool {
    names.iter().any(|other| other.as_bytes() == name)
}

#[cfg(test)]
mod tests;
