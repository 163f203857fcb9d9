//! Finds every figure in running prose.

use core::{iter::FusedIterator, ops::Range};

use crate::stated::{
    context,
    direction::{self, Direction},
    link,
    mode::Mode,
    options::Options,
    part::part,
    reading::{Reading, read},
    text::Text,
    unit::Unit,
    value::Stated,
};

/// A figure found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<'a> {
    start: usize,
    text: &'a str,
    stated: Stated,
}

impl<'a> Found<'a> {
    /// Returns the bytes of the text that state the figure, half-open: the number with its sign,
    /// currency, scale and unit, and the hedges and the word of direction beside it.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// Returns the piece of the text at [`span`](Self::span).
    #[must_use]
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// Returns what the document states there.
    #[must_use]
    pub fn stated(&self) -> Stated {
        self.stated
    }
}

/// The figures of a text, in reading order; what [`scan`] returns.
#[derive(Clone)]
pub struct Scan<'a> {
    text: Text<'a>,
    options: Options,
    /// Everything before has been read.
    at: usize,
    /// The run of characters without spaces up to here is no link.
    plain_until: usize,
    last: Option<Last>,
}

/// The figure found last, for what carries over to the next.
#[derive(Clone, Copy)]
struct Last {
    end: usize,
    unit: Unit,
    down: bool,
    /// Whether it was a figure, and not the points of an index.
    figure: bool,
}

/// Finds every figure in running prose, in one pass, with a bare `$` as the US dollar.
///
/// What is no figure of a company is left alone: dates, years, clock times, list and reference
/// numbers, names with numbers in them ("S&P 500", "Q3", "10-K"), links, durations other than days,
/// index levels and points, number words. A plain whole number is a figure where a noun that a
/// company counts follows it ("300 stores"), where it is grouped ("12,500"), or where it is hedged
/// behind ("600-plus").
///
/// A word of direction sets the sign ("down about 1.6%", "a 9.6% drop"), and carries across "and";
/// a level behind one keeps its own ("fell to $2 billion"). A hedge binds the next figure only.
///
/// ```
/// use financials::stated::{Bound, scan};
///
/// let text = "Revenue rose 48% to $1.004 billion in Q2 2025; shares are down about 1.6% today.";
/// let found: Vec<_> = scan(text).collect();
/// assert_eq!(found.len(), 3);
/// assert_eq!(found[1].text(), "$1.004 billion");
/// assert_eq!(&text[found[1].span()], "$1.004 billion");
/// assert_eq!(found[2].stated().to_string(), "about -1.6%");
/// ```
#[must_use]
pub fn scan(text: &str) -> Scan<'_> {
    scan_with(text, &Options::new())
}

/// Finds every figure in running prose with the default currency and table scale of its document.
///
/// ```
/// use financials::{Currency, stated::{Options, scan_with}};
///
/// let canadian = Options::new().with_currency(Currency::CAD);
/// let found = scan_with("Sales were $3.1 million.", &canadian).next();
/// assert_eq!(found.map(|f| f.stated().to_string()).as_deref(), Some("C$3.1 million"));
/// ```
#[must_use]
pub fn scan_with<'a>(text: &'a str, options: &Options) -> Scan<'a> {
    Scan { text: Text::new(text), options: *options, at: 0, plain_until: 0, last: None }
}

impl<'a> Iterator for Scan<'a> {
    type Item = Found<'a>;

    fn next(&mut self) -> Option<Found<'a>> {
        loop {
            let digit = self.text.digit_from(self.at)?;
            if let Some(link_end) = self.link(digit) {
                self.at = link_end;
                continue;
            }
            let first = match part(self.text, digit, self.at, Mode::Prose) {
                Ok(first) => first,
                Err(malformed) => {
                    self.pass(malformed.end);
                    continue;
                }
            };
            let reading = read(self.text, first, self.at, Mode::Prose, &self.options);
            match self.figure(&reading) {
                Some(stated) => return Some(self.found(&reading, stated)),
                None => {
                    self.pass(first.numeral.end);
                    self.remember(&reading);
                }
            }
        }
    }
}

impl FusedIterator for Scan<'_> {}

impl<'a> Scan<'a> {
    /// Passes over digits that are no figure, with the letters glued to them.
    fn pass(&mut self, end: usize) {
        let letters = self.text.word(end);
        self.at = end + letters.len();
    }

    /// Remembers the direction of a number that is no figure for the one that states it again.
    fn remember(&mut self, reading: &Reading) {
        let end = reading.first.numeral.end;
        let points = self.text.skip_spaces(end);
        if reading.direction.is_some() || self.text.has(points, "-point") {
            let down = reading.direction == Some(Direction::Down);
            self.last = Some(Last { end, unit: Unit::Count, down, figure: false });
        }
    }

    fn found(&mut self, reading: &Reading, stated: Stated) -> Found<'a> {
        let Reading { start, end, .. } = *reading;
        let down = match reading.direction {
            // What is cut is counted without a sign, and carries none.
            Some(direction) => {
                direction == Direction::Down
                    && (stated.unit() != Unit::Count || stated.number().is_sign_negative())
            }
            None => reading.first.sign.is_none() && stated.number().is_sign_negative(),
        };
        self.at = end;
        self.last = Some(Last { end, unit: stated.unit(), down, figure: true });
        Found { start, text: self.text.slice(start, end), stated }
    }

    /// Returns the end of the link that a digit stands in.
    fn link(&mut self, digit: usize) -> Option<usize> {
        if digit < self.plain_until {
            return None;
        }
        let (link, end) = link::link(self.text, self.at, digit);
        match link {
            Some(start) if start <= digit => Some(end),
            // The digits before a link, as in a figure with its source, are read.
            Some(start) => {
                self.plain_until = start;
                None
            }
            None => {
                self.plain_until = end;
                None
            }
        }
    }

    /// Returns the value of a reading that is a figure.
    fn figure(&self, reading: &Reading) -> Option<Stated> {
        let stated = reading.stated?;
        if !context::is_figure(self.text, self.at, reading, stated.unit()) {
            return None;
        }
        let own = reading.direction.is_some()
            || reading.first.sign.is_some()
            || stated.number().is_sign_negative();
        Some(if !own && self.carries(reading, stated.unit()) { stated.negated() } else { stated })
    }

    /// Returns whether the direction of the last figure carries over: "down 14.2% on the day and
    /// about 56.7% this year", "fell 5%, or $2.10", "fell 64 pence (3.3%)".
    fn carries(&self, reading: &Reading, unit: Unit) -> bool {
        let Some(last) = self.last else {
            return false;
        };
        let between = self.text.slice(last.end, reading.start);
        if !last.figure {
            let bracket = self.in_bracket(reading);
            return unit == Unit::Ratio
                && direction::restated(between, last.down, bracket) == Some(true);
        }
        if !last.down {
            return false;
        }
        match between.trim() {
            "or" | ", or" => return true,
            // What a bracket converts into another currency keeps its sign.
            "" | "(" if unit == Unit::Ratio && self.in_bracket(reading) => return true,
            _ if last.unit != unit => return false,
            "," if unit == Unit::Ratio => return !self.is_share(reading.end),
            _ => {}
        }
        direction::carries(between) && !self.is_share(reading.end)
    }

    /// Returns whether a figure stands in parentheses, inside or with them.
    fn in_bracket(&self, reading: &Reading) -> bool {
        reading.first.paren.is_some() || self.text.byte_before(reading.start) == b'('
    }

    /// Returns whether "of" stands behind a figure: 65% of sales is no change.
    fn is_share(&self, end: usize) -> bool {
        self.text.word(self.text.skip_spaces(end)).eq_ignore_ascii_case(b"of")
    }
}
