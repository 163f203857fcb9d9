//! What stands on the two sides of a figure: hedges, words of direction, words of a range.

use crate::stated::{
    bound::Bound,
    coin,
    direction::{self, Turn},
    hedge::{self, Hedge},
    lexicon::Class,
    mode::Mode,
    noun,
    options::Options,
    part::Part,
    range::Start,
    sign::Sign,
    token::Tokens,
    tolerance,
    unit::Unit,
};

/// What stands before a figure.
pub(super) struct Left {
    pub first: usize,
    pub hedge: Option<Hedge>,
    pub turn: Option<Turn>,
    /// "Between" introduces two ends.
    pub between: bool,
    /// "Range of" or the like introduces two ends.
    pub ranging: bool,
    /// "From" begins a move from one level to another.
    pub moving: bool,
    /// "By" introduces a change.
    pub by: bool,
    /// "Plus or minus" makes the figure a tolerance around zero.
    pub tolerance: bool,
    /// "Flat to" makes zero the other end: `flat to up 2%`.
    pub flat: bool,
}

impl Left {
    pub(super) fn read(t: &Tokens<'_>, first: &Part, floor: usize, mode: Mode) -> Self {
        let mut left = Self {
            first: first.first,
            hedge: None,
            turn: None,
            between: false,
            ranging: false,
            moving: false,
            by: false,
            tolerance: false,
            flat: false,
        };
        if first.first <= floor {
            return left;
        }
        if let Some(start) = tolerance_before(t, first, floor) {
            left.first = start;
            left.tolerance = true;
            return left;
        }
        if let Some(hedge) = hedge::before(t, first.first, floor, mode) {
            left.take_hedge(t, hedge, floor);
        }
        left.take_range_word(t, floor, mode);
        left.take_direction(t, first, floor);
        left
    }

    fn take_hedge(&mut self, t: &Tokens<'_>, hedge: Hedge, floor: usize) {
        // "5% above $30" compares, and hedges nothing.
        let behind_figure = floor > 0 && hedge.first == floor && t.is_near(floor);
        if hedge.compares && behind_figure {
            return;
        }
        self.first = hedge.first;
        self.hedge = Some(hedge);
    }

    /// Drops the hedge of a level: "up to 4.7% from 4.6%".
    pub(super) fn leave_level(&mut self, t: &Tokens<'_>, first: &Part, end: usize) {
        let level = self.hedge.is_some_and(|hedge| hedge.up_to);
        let from = t.is_exactly(end, "from") && t.is_near(end);
        if level && from && (t.is_number(end + 1) || coin::is_sign(t.mark(end + 1))) {
            self.hedge = None;
            self.first = first.first;
        }
    }

    /// Reads "between", "from", "by" and "range of" before a first number.
    fn take_range_word(&mut self, t: &Tokens<'_>, floor: usize, mode: Mode) {
        let Some(word) = self.first.checked_sub(1).filter(|word| *word >= floor) else {
            return;
        };
        // "From only $0.57 to $0.67".
        let only = t.is(word, Class::FILLER) && (t.has(word, "only") || t.has(word, "just"));
        let word = if only && word > floor { word - 1 } else { word };
        if !t.is_near(self.first) || !t.is(word, Class::INTRODUCES.and(Class::BY)) {
            return;
        }
        if t.has(word, "between") {
            self.between = true;
            self.first = word;
        } else if t.has(word, "from") {
            self.ranging = mode == Mode::Figure || is_ranging(t, word, floor);
            self.moving = !self.ranging;
            if mode == Mode::Figure {
                self.first = word;
            }
        } else if t.is(word, Class::BY) {
            self.by = true;
        } else if t.has(word, "of") && word > floor {
            self.ranging = t.has(word - 1, "range");
        }
    }

    fn take_direction(&mut self, t: &Tokens<'_>, first: &Part, floor: usize) {
        // "Down in a range of 7 to 11 percent": the direction stands before the range.
        let from = if self.ranging { before_range(t, self.first, floor) } else { self.first };
        let Some(turn) = direction::before(t, from, floor, first.is_ratio()) else {
            // "Flat to +1.5%".
            if first.sign.is_some() && is_from_flat(t, self.first, floor) {
                self.flat = true;
                self.first -= 2;
            }
            return;
        };
        if self.ranging && (from == self.first || turn.word + 1 != from) {
            return;
        }
        // "Dropped below $30" is a level; "fell over 5%" is a change.
        let level = self.hedge.is_some_and(|hedge| hedge.compares && !t.has(hedge.first, "over"));
        if level {
            return;
        }
        self.turn = Some(turn);
        self.first = if self.ranging { turn.word } else { turn.edge };
        let flat = turn.edge == turn.word && is_from_flat(t, turn.word, floor);
        if flat {
            self.flat = true;
            self.first = turn.word - 2;
        }
    }

    /// Returns what is known of a range that begins with the figure's number.
    pub(super) fn start(
        &self,
        t: &Tokens<'_>,
        first: &Part,
        mode: Mode,
        options: &Options,
    ) -> Start {
        // "Cut 5,000 to 6,000 jobs" counts jobs, and states no change and level.
        let counts = first.unit(options) == Unit::Count && self.removes(t);
        let direction = self.turn.map(|turn| turn.direction).filter(|_| !counts);
        let past =
            mode == Mode::Prose && self.turn.is_some_and(|turn| direction::is_past(t, turn.word));
        let Self { between, ranging, moving, by, .. } = *self;
        Start { between, ranging, moving, by, past, direction, mode }
    }

    /// Returns whether the verb takes what it removes as its object, so that a count behind keeps
    /// its sign.
    fn removes(&self, t: &Tokens<'_>) -> bool {
        self.turn.is_some_and(|turn| turn.edge == turn.word && t.is(turn.word, Class::REMOVES))
    }
}

/// Returns whether "flat to" stands before a position.
fn is_from_flat(t: &Tokens<'_>, end: usize, floor: usize) -> bool {
    end >= floor + 2 && t.has(end - 1, "to") && t.is(end - 2, Class::FLAT) && t.is_near(end)
}

/// Passes over "in a range of" before a position.
fn before_range(t: &Tokens<'_>, end: usize, floor: usize) -> usize {
    let mut at = end;
    for words in [["of"].as_slice(), &["range"], &["a", "the"], &["in", "within"]] {
        let word = at.wrapping_sub(1);
        if at <= floor || !words.iter().any(|known| t.has(word, known)) {
            return end;
        }
        at = word;
    }
    at
}

/// How many words before "from" its clause is read.
const CLAUSE_WORDS_MAX: usize = 16;

/// Returns whether "from" begins a range of one figure, and not a move between two.
fn is_ranging(t: &Tokens<'_>, from: usize, floor: usize) -> bool {
    let mut expects = false;
    let first = floor.max(from.saturating_sub(CLAUSE_WORDS_MAX));
    for at in (first..from).rev() {
        let class = t.class(at);
        if t.ends_sentence(at) && t.mark(at) != '.' || class.is(Class::MOVES) {
            return expects && !class.is(Class::MOVES);
        }
        if class.is(Class::RANGES) {
            return true;
        }
        expects |= class.is(Class::EXPECTS);
    }
    expects
}

/// Reads "plus or minus" before a figure, and returns where it begins.
fn tolerance_before(t: &Tokens<'_>, first: &Part, floor: usize) -> Option<usize> {
    // The minus of "+/-" is the number's own sign at first sight.
    match first.sign {
        Some(Sign::Minus) => {
            let start = first.first.checked_sub(2).filter(|start| *start >= floor)?;
            (t.mark(start) == '+' && t.mark(start + 1) == '/').then_some(start)
        }
        _ => tolerance::start(t, first.first, floor),
    }
}

/// What stands behind a figure.
pub(super) struct Right {
    pub end: usize,
    /// The hedge behind, with its first token.
    pub bound: Option<(Bound, usize)>,
    pub turn: Option<Turn>,
    /// A noun that the number counts stands behind it.
    pub counted: bool,
}

impl Right {
    pub(super) fn read(t: &Tokens<'_>, end: usize, last: &Part, left: &Left) -> Self {
        let mut right = Self { end, bound: None, turn: None, counted: false };
        if last.plus {
            right.bound = Some((Bound::AtLeast, last.at + 1));
        } else if left.hedge.is_none()
            && let Some((bound, end)) = hedge::behind(t, right.end)
        {
            right.bound = Some((bound, right.end));
            right.end = end;
        }
        if last.coin.is_none() && last.mark.is_none() {
            if let Some(end) = noun::counted(t, right.end) {
                right.counted = true;
                right.end = end;
            } else {
                right.counted =
                    last.is_bare() && noun::counted_with_next(t, right.end, left.moving);
            }
        } else if left.turn.is_none_or(|turn| turn.edge != turn.word)
            && last.sign.is_none()
            && last.paren.is_none()
            && let Some(turn) = direction::behind(t, right.end, last.is_ratio())
        {
            right.turn = Some(turn);
            right.end = turn.edge;
        }
        right
    }
}
