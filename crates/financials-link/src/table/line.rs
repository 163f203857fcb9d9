//! A line of a text, cut into the cells of a table.

use std::ops::Range;

use super::{
    cell::{is_before, is_behind, is_footnote, is_none, is_number, is_year},
    head::of_words,
};

/// What a line is of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Blank,
    /// A label and numbers.
    Numbers,
    /// What stands over columns.
    Head,
    /// A few words.
    Text,
    /// Words that are no part of a table.
    Prose,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cell {
    pub(crate) span: Range<usize>,
    /// Whether a mark stands where there is no number.
    pub(crate) is_none: bool,
}

#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) span: Range<usize>,
    pub(super) kind: Kind,
    pub(super) cells: Vec<Range<usize>>,
    /// What stands between bars, empty or not; nothing where there are none.
    pub(super) slots: Vec<Range<usize>>,
    /// Where among the cells the numbers begin.
    from: usize,
    numbers: Vec<Cell>,
}

/// Words of a line that names a group of rows at most.
const TEXT_WORDS_MAX: usize = 14;

/// Words of a label at most.
const LABEL_WORDS_MAX: usize = 16;

/// Words of a label at most where one space is all that stands before the numbers.
const SPACED_WORDS_MAX: usize = 8;

/// Bytes of a line of a table at most.
const LINE_BYTES_MAX: usize = 1000;

impl Line {
    /// Whether it has a label and two numbers or more, with which a table begins.
    pub(super) fn is_row(&self) -> bool {
        self.kind == Kind::Numbers && self.numbers.iter().filter(|cell| !cell.is_none).count() > 1
    }

    /// The bytes of the label.
    pub(super) fn label(&self) -> Range<usize> {
        let own = self.cells.get(..self.from).unwrap_or_default();
        match (own.first(), own.last()) {
            (Some(first), Some(last)) => first.start..last.end,
            _ => self.span.start..self.span.start,
        }
    }

    /// The bytes from its first cell to its last.
    pub(super) fn words(&self) -> Range<usize> {
        match (self.cells.first(), self.cells.last()) {
            (Some(first), Some(last)) => first.start..last.end,
            _ => self.span.clone(),
        }
    }

    pub(super) fn numbers(&self) -> &[Cell] {
        &self.numbers
    }

    /// The numbers by the places of a head between as many bars: an empty place has none. Nothing
    /// where a number stands under no head.
    pub(super) fn numbers_under(&self, text: &str, head: &Self) -> Option<Vec<Cell>> {
        if self.slots.len() < 3 || self.slots.len() != head.slots.len() {
            return None;
        }
        let get = |slot: &Range<usize>| text.get(slot.clone()).unwrap_or_default();
        let label = self.label();
        let mut numbers = Vec::new();
        for (own, over) in self.slots.iter().zip(&head.slots).skip(1) {
            let words = get(own);
            let is_label = own.start < label.end && !own.is_empty();
            match (get(over).is_empty(), is_label) {
                (_, true) => {}
                (true, false) if words.is_empty() => {}
                (false, false) if words.is_empty() || is_none(words) || is_number(words) => {
                    let is_none = words.is_empty() || is_none(words);
                    numbers.push(Cell { span: own.clone(), is_none });
                }
                _ => return None,
            }
        }
        Some(numbers)
    }
}

/// Cuts a text into lines, and them into cells.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        lines.push(read(text, start..start + line.trim_end_matches('\r').len()));
        start += line.len() + 1;
    }
    lines
}

fn read(text: &str, span: Range<usize>) -> Line {
    let own = text.get(span.clone()).unwrap_or_default();
    let mut line = Line {
        span: span.clone(),
        kind: Kind::Blank,
        cells: Vec::new(),
        slots: slots(own, span.start),
        from: 0,
        numbers: Vec::new(),
    };
    if own.trim().is_empty() {
        return line;
    }
    line.kind = Kind::Prose;
    if own.len() > LINE_BYTES_MAX {
        return line;
    }
    // A rule between heads and rows says nothing.
    if own
        .chars()
        .all(|letter| letter.is_whitespace() || "-=_|+:*\u{2500}\u{2014}".contains(letter))
    {
        line.kind = Kind::Blank;
        return line;
    }
    line.cells = joined(text, cells(own, span.start));
    if line.cells.len() == 1
        && let Some(cells) = by_space(own, span.start)
    {
        line.cells = joined(text, cells);
    }
    line.sort(text);
    line
}

impl Line {
    /// Says what the line is by its cells.
    fn sort(&mut self, text: &str) {
        let get = |cell: &Range<usize>| text.get(cell.clone()).unwrap_or_default();
        let is_value = |cell: &Range<usize>| is_number(get(cell)) || is_none(get(cell));
        let count = self.cells.iter().rev().take_while(|cell| is_value(cell)).count();
        let from = self.cells.len() - count;
        let label = self.cells.get(..from).unwrap_or_default();
        let words = |cells: &[Range<usize>]| {
            cells.iter().map(|cell| get(cell).split_whitespace().count()).sum::<usize>()
        };
        let own = text.get(self.span.clone()).unwrap_or_default();
        let has_letters = label.iter().any(|cell| get(cell).contains(char::is_alphabetic));
        let is_of_one = from == 1 || label.iter().skip(1).all(is_value);
        let has_number =
            self.cells.get(from..).unwrap_or_default().iter().any(|cell| is_number(get(cell)));
        if has_number && has_letters && is_of_one && words(label) <= LABEL_WORDS_MAX {
            let cell =
                |span: &Range<usize>| Cell { span: span.clone(), is_none: is_none(get(span)) };
            self.numbers = self.cells.get(from..).unwrap_or_default().iter().map(cell).collect();
            self.from = from;
            self.kind = Kind::Numbers;
            return;
        }
        let is_sentence = own.trim_end().ends_with(['.', '!', '?', ';']);
        let has_digits = own.contains(|letter: char| letter.is_ascii_digit());
        let is_short = words(&self.cells) <= TEXT_WORDS_MAX;
        let years = self.cells.iter().filter(|cell| is_year(get(cell))).count();
        let is_of_words =
            self.cells.len() == 1 && of_words(own).is_some_and(|heads| heads.len() > 2);
        let is_of_years = years > 0 && years + 1 >= self.cells.len();
        if is_of_words || is_of_years || self.cells.len() > 1 && !is_sentence {
            self.kind = Kind::Head;
        } else if is_short && !is_sentence {
            let names_time = own.to_lowercase().contains("ended") || own.contains("20");
            self.kind = match (names_time && !own.contains(['$', '%']), has_digits) {
                (true, _) => Kind::Head,
                (false, false) => Kind::Text,
                (false, true) => Kind::Prose,
            };
        }
    }
}

/// What stands between the bars of a line, empty or not; a bar at either end bounds nothing.
fn slots(line: &str, offset: usize) -> Vec<Range<usize>> {
    if line.matches('|').count() < 2 {
        return Vec::new();
    }
    let mut slots = Vec::new();
    let mut start = offset;
    for piece in line.split('|') {
        let blank = |letter: char| matches!(letter, ' ' | '*' | '\u{a0}');
        let from = start + piece.len() - piece.trim_start_matches(blank).len();
        slots.push(from..from + piece.trim_matches(blank).len());
        start += piece.len() + 1;
    }
    if line.trim_start().starts_with('|') {
        slots.remove(0);
    }
    if line.trim_end().ends_with('|') {
        slots.pop();
    }
    slots
}

/// The cells of a line that are apart by tabs, bars, dots or two spaces.
fn cells(line: &str, offset: usize) -> Vec<Range<usize>> {
    let is_barred = line.matches('|').count() > 1;
    let mut cells = Vec::new();
    let mut start = 0;
    let mut push = |from: usize, to: usize| {
        let cell = line.get(from..to).unwrap_or_default();
        let trimmed = cell.trim_matches([' ', '*', '\u{a0}', '.']);
        let before = cell.len() - cell.trim_start_matches([' ', '*', '\u{a0}', '.']).len();
        if !trimmed.is_empty() {
            cells.push(offset + from + before..offset + from + before + trimmed.len());
        }
    };
    let bytes = line.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let next = bytes.get(at + 1);
        let length = match byte {
            b'\t' => 1,
            b'|' if is_barred => 1,
            b' ' if next == Some(&b' ') => 2,
            b'.' if next == Some(&b'.') => 2,
            _ => 0,
        };
        if length > 0 {
            push(start, at);
            start = at + length;
        }
        at += length.max(1);
    }
    push(start, line.len());
    cells
}

/// The cells of a line whose label is followed by two numbers or more, with one space between, or
/// that is nothing but years.
fn by_space(line: &str, offset: usize) -> Option<Vec<Range<usize>>> {
    let mut words = Vec::new();
    let mut at = 0;
    for word in line.split(' ') {
        if !word.is_empty() {
            words.push(at..at + word.len());
        }
        at += word.len() + 1;
    }
    let get = |word: &Range<usize>| line.get(word.clone()).unwrap_or_default();
    let is_part = |word: &&Range<usize>| {
        let word = get(word);
        is_number(word) || is_none(word) || is_before(word) || is_behind(word) || is_year(word)
    };
    let count = words.iter().rev().take_while(is_part).count();
    let mut own = words.split_off(words.len() - count);
    if !words.is_empty() && own.first().is_some_and(|first| is_footnote(get(first))) {
        words.push(own.remove(0));
    }
    let numbers = own.iter().filter(|word| is_number(get(word))).count();
    let years = own.iter().filter(|word| is_year(get(word))).count();
    let is_head = words.is_empty() && years > 1;
    let is_row = numbers > 1 && words.len() <= SPACED_WORDS_MAX && years == 0;
    if !is_head && !is_row {
        return None;
    }
    let label = words.first().zip(words.last()).map(|(first, last)| first.start..last.end);
    let all = label.into_iter().chain(own);
    Some(all.map(|cell| cell.start + offset..cell.end + offset).collect())
}

/// Joins a currency, a bracket or a per cent sign in a cell of its own to its number.
fn joined(text: &str, cells: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::new();
    let get = |cell: &Range<usize>| text.get(cell.clone()).unwrap_or_default();
    for cell in cells {
        match joined.last_mut() {
            Some(last) if is_before(get(last)) || is_behind(get(&cell)) && is_open(get(last)) => {
                last.end = cell.end;
            }
            _ => joined.push(cell),
        }
    }
    joined
}

/// Whether a number may go on in the next cell.
fn is_open(text: &str) -> bool {
    text.ends_with(|letter: char| letter.is_ascii_digit()) || text.ends_with(')')
}
