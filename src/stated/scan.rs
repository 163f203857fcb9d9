//! Finds every figure in running prose.

use core::{iter::FusedIterator, ops::Range};

use crate::stated::{
    direction::{self, Direction, Gapped},
    judge,
    mark::Mark,
    mode::Mode,
    options::Options,
    part::{Part, part},
    reading::{Before, Reading, read},
    token::{self, Buffer, Extent, Tokens},
    unit::Unit,
    value::Stated,
    why::{Cue, Why},
};

/// A figure found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<'a> {
    start: usize,
    text: &'a str,
    stated: Stated,
    why: Why,
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

    /// Returns which words and signs gave the figure its number, sign, bound, scale and unit, in
    /// reading order of its parts; at most twelve.
    ///
    /// ```
    /// use financials::stated::{Rule, scan};
    ///
    /// let text = "Costs fell by about $3 million.";
    /// let found = scan(text).next().ok_or("no figure")?;
    /// let why: Vec<_> = found.why().iter().map(|r| (r.rule(), &text[r.span()])).collect();
    /// assert_eq!(
    ///     why,
    ///     [
    ///         (Rule::Hedge, "about"),
    ///         (Rule::Direction, "fell"),
    ///         (Rule::Currency, "$"),
    ///         (Rule::Number, "3"),
    ///         (Rule::Scale, "million"),
    ///     ]
    /// );
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn why(&self) -> &[Cue] {
        self.why.as_slice()
    }
}

/// The figures of a text, in reading order; what [`scan`] returns.
#[derive(Clone)]
pub struct Scan<'a> {
    /// A paragraph of the text.
    buffer: Buffer<'a>,
    options: Options,
    /// The first byte that stands in no paragraph read so far.
    rest: usize,
    cursor: Cursor,
}

/// How far a paragraph has been read.
#[derive(Clone, Copy, Default)]
struct Cursor {
    /// The first token that has not been read.
    at: usize,
    /// The end of the figure found last, before which no word belongs to another.
    floor: usize,
    last: Option<Last>,
}

/// The figure found last, for what carries over to the next.
#[derive(Clone, Copy)]
struct Last {
    end: usize,
    unit: Unit,
    /// The unit of the figure that it states again: "$2.1 million, or 12%".
    again: Option<Unit>,
    /// The word that turned it down.
    down: Option<usize>,
    /// Whether it was a figure, and not the points of an index.
    figure: bool,
    part: Part,
    /// It began a move from one level, or ended one.
    moved: bool,
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
/// Nothing in another paragraph bears on a figure.
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
    Scan { buffer: Buffer::new(text), options: *options, rest: 0, cursor: Cursor::default() }
}

impl<'a> Iterator for Scan<'a> {
    type Item = Found<'a>;

    fn next(&mut self) -> Option<Found<'a>> {
        loop {
            let text = self.buffer.text();
            let found = self.cursor.find(&self.buffer.tokens(), text, &self.options);
            if found.is_some() {
                return found;
            }
            self.read_paragraph()?;
        }
    }
}

impl FusedIterator for Scan<'_> {}

impl Scan<'_> {
    /// Reads the next paragraph that has a digit; nothing where there is none.
    fn read_paragraph(&mut self) -> Option<()> {
        let start = token::paragraph(self.buffer.text(), self.rest)?;
        self.cursor = Cursor::default();
        self.buffer.clear();
        self.rest = token::lex(&mut self.buffer, start, Extent::Paragraph);
        Some(())
    }
}

impl Cursor {
    /// Finds the next figure of a paragraph.
    #[inline]
    fn find<'a>(&mut self, t: &Tokens<'_>, text: &'a str, options: &Options) -> Option<Found<'a>> {
        while let Some(number) = t.number_from(self.at) {
            if judge::states_nothing(t, number, self.floor) {
                self.at = number + 1;
                continue;
            }
            let Ok(first) = part(t, number, self.floor, Mode::Prose) else {
                self.pass(t, number);
                continue;
            };
            let reading = read(t, first, self.floor, Mode::Prose, options, self.before());
            if let Some((stated, carried)) = self.figure(t, &reading) {
                self.take(t, &reading, stated, carried);
                let span = t.span(reading.start, reading.end);
                return Some(Found {
                    start: span.start,
                    text: text.get(span).unwrap_or_default(),
                    stated,
                    why: Why::of(t, &reading, carried),
                });
            }
            self.pass(t, number);
            self.remember(t, &reading);
        }
        None
    }

    /// Passes over a number that is no figure, with the letters glued to it.
    fn pass(&mut self, t: &Tokens<'_>, number: usize) {
        let glued = t.is_word(number + 1) && t.is_glued(number + 1);
        self.at = number + 1 + usize::from(glued);
    }

    fn before(&self) -> Before<'_> {
        match &self.last {
            Some(last) => {
                Before { moved: last.moved, part: Some(&last.part).filter(|_| last.figure) }
            }
            None => Before::default(),
        }
    }

    /// Remembers the direction of a number that is no figure for the one that states it again.
    fn remember(&mut self, t: &Tokens<'_>, reading: &Reading) {
        let end = reading.first.at + 1;
        let points = t.mark(end) == '-' && t.has(end + 1, "point");
        if reading.turn.is_some() || points {
            let down = reading.turn.filter(|turn| turn.direction == Direction::Down);
            self.last = Some(Last {
                end,
                unit: Unit::Count,
                again: None,
                down: down.map(|turn| turn.word),
                figure: false,
                part: reading.first,
                moved: false,
            });
        }
    }

    /// Passes over a figure, and keeps what it leaves to the next.
    fn take(&mut self, t: &Tokens<'_>, reading: &Reading, stated: Stated, carried: Option<usize>) {
        let down = match reading.turn {
            // What is cut is counted without a sign, and carries none.
            Some(turn) => (turn.direction == Direction::Down
                && (stated.unit() != Unit::Count || stated.number().is_sign_negative()))
            .then_some(turn.word),
            None => carried,
        };
        let to = t.has(reading.start.wrapping_sub(1), "to");
        let moved = reading.moving || to && self.last.is_some_and(|last| last.moved);
        let or = t.has(reading.start.wrapping_sub(1), "or");
        let again = self.last.filter(|last| or && last.figure).map(|last| last.unit);
        self.at = reading.end;
        self.floor = reading.end;
        self.last = Some(Last {
            end: reading.end,
            unit: stated.unit(),
            again,
            down,
            figure: true,
            part: reading.pair.map_or(reading.first, |pair| pair.second),
            moved,
        });
    }

    /// Returns the value of a reading that is a figure, with the word whose direction carries over
    /// to it.
    fn figure(&self, t: &Tokens<'_>, reading: &Reading) -> Option<(Stated, Option<usize>)> {
        let stated = reading.stated?;
        if !judge::is_figure(t, self.floor, reading, stated.unit()) {
            return None;
        }
        let own = reading.turn.is_some()
            || reading.first.sign.is_some()
            || stated.number().is_sign_negative();
        let carried = if own { None } else { self.carried(t, reading, stated.unit()) };
        Some(if carried.is_some() { (stated.negated(), carried) } else { (stated, None) })
    }

    /// Returns the word whose direction carries over from the last figure: "down 14.2% on the day
    /// and about 56.7% this year", "fell 5%, or $2.10", "fell 64 pence (3.3%)".
    fn carried(&self, t: &Tokens<'_>, reading: &Reading, unit: Unit) -> Option<usize> {
        let last = self.last?;
        let (first, end) = (last.end, reading.start);
        if !last.figure {
            let bracket = in_bracket(t, reading);
            let down = last.down.is_some();
            let fell = unit == Unit::Ratio
                && direction::restated(t, first, end, down, bracket) == Some(true);
            return fell.then(|| last.down.unwrap_or(end.saturating_sub(1)));
        }
        let word = last.down?;
        let between = end.saturating_sub(first);
        let comma = usize::from(between > 0 && t.mark(first) == ',');
        // What a bracket converts into another currency keeps its sign.
        let bracket = unit == Unit::Ratio
            && in_bracket(t, reading)
            && (between == 0 || between == 1 && t.mark(first) == '(');
        let or = between == comma + 1 && t.has(first + comma, "or");
        if or || bracket {
            return Some(word);
        }
        let listed = between == 1 && comma == 1 && unit == Unit::Ratio;
        let gap = if last.part.mark.is_some_and(Mark::is_difference) {
            Gapped::Change
        } else {
            Gapped::ChangeOrLevel
        };
        // Only a verb can be left out: "a 5% cut and the 10% tariff".
        let gap = Some(gap).filter(|_| word < last.part.at);
        let joined = listed || direction::carries(t, first, end, gap);
        // 65% of sales is no change.
        let share = t.has(reading.end, "of");
        let same = last.unit == unit || last.again == Some(unit);
        (same && joined && !share).then_some(word)
    }
}

/// Returns whether a figure stands in parentheses, inside or with them.
fn in_bracket(t: &Tokens<'_>, reading: &Reading) -> bool {
    let opens = t.mark(reading.start.wrapping_sub(1)) == '(' && t.is_glued(reading.start);
    reading.first.paren.is_some() || opens
}
