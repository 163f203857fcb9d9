//! What stands on the two sides of a figure: hedges, words of direction, words of a range.

use crate::stated::{
    bound::Bound,
    clause, direction,
    direction::Direction,
    hedge::{self, Hedge},
    mode::Mode,
    noun,
    part::{Part, Sign},
    text::{Lower, Text},
    tolerance,
};

/// What stands before a figure.
pub struct Left {
    pub start: usize,
    pub hedge: Option<Hedge>,
    pub direction: Option<Direction>,
    /// The verb takes what it removes as its object, so that a count behind it keeps its sign.
    pub removes: bool,
    /// "Between" introduces two ends.
    pub between: bool,
    /// "Range of" or the like introduces two ends.
    pub ranging: bool,
    /// "From" begins a move from one level to another.
    pub moving: bool,
    /// "Plus or minus" makes the figure a tolerance around zero.
    pub tolerance: bool,
}

impl Left {
    pub fn read(text: Text<'_>, first: &Part, floor: usize, mode: Mode) -> Self {
        let mut left = Self {
            start: first.start,
            hedge: None,
            direction: None,
            removes: false,
            between: false,
            ranging: false,
            moving: false,
            tolerance: false,
        };
        if first.start <= floor {
            return left;
        }
        if let Some(start) = tolerance_before(text, first, floor) {
            left.start = start;
            left.tolerance = true;
            return left;
        }
        if let Some(hedge) = hedge::before(text, first.start, floor) {
            left.take_hedge(text, hedge, floor);
        }
        left.take_range_word(text, floor, mode);
        if !left.ranging {
            left.take_direction(text, first, floor);
        }
        left
    }

    fn take_hedge(&mut self, text: Text<'_>, hedge: Hedge, floor: usize) {
        // "5% above $30" compares, and hedges nothing.
        let behind_figure = floor > 0 && text.skip_spaces_before(hedge.start, floor) == floor;
        if hedge.compares && behind_figure {
            return;
        }
        self.start = hedge.start;
        self.hedge = Some(hedge);
    }

    /// Drops the hedge of a level: "up to 4.7% from 4.6%".
    pub fn leave_level(&mut self, text: Text<'_>, first: &Part, end: usize) {
        let level = self.hedge.is_some_and(|hedge| hedge.is_up_to(text));
        if level && clause::moves_from(text, end) {
            self.hedge = None;
            self.start = first.start;
        }
    }

    /// Reads "between", "from" and "range of" before a first number.
    fn take_range_word(&mut self, text: Text<'_>, floor: usize, mode: Mode) {
        let (word, start) = text.previous_word(self.start, floor);
        match Lower::new(word).as_bytes() {
            b"between" => {
                self.between = true;
                self.start = start;
            }
            b"from" => {
                self.ranging = mode == Mode::Figure || clause::is_ranging(text, start, floor);
                self.moving = !self.ranging;
                if mode == Mode::Figure {
                    self.start = start;
                }
            }
            b"of" => {
                let (noun, _) = text.previous_word(start, floor);
                self.ranging = noun.eq_ignore_ascii_case(b"range");
            }
            _ => {}
        }
    }

    fn take_direction(&mut self, text: Text<'_>, first: &Part, floor: usize) {
        let Some((direction, start)) = direction::before(text, self.start, floor, first.is_ratio())
        else {
            return;
        };
        // "Dropped below $30" is a level; "fell over 5%" is a change.
        let level = self.hedge.is_some_and(|hedge| {
            hedge.compares && !text.word(hedge.start).eq_ignore_ascii_case(b"over")
        });
        if level {
            return;
        }
        self.direction = Some(direction);
        self.removes = start < first.start && direction::removes(text.word(start));
        self.start = start;
    }
}

/// Reads "plus or minus" before a figure, and returns where it begins.
fn tolerance_before(text: Text<'_>, first: &Part, floor: usize) -> Option<usize> {
    // The minus of "+/-" is the number's own sign at first sight.
    let is_sign = || text.slice(floor, first.start).ends_with("+/");
    match first.sign {
        Some(Sign::Minus) => is_sign().then(|| first.start - 2),
        _ => tolerance::start(text, first.start, floor),
    }
}

/// What stands behind a figure.
pub struct Right {
    pub end: usize,
    pub bound: Option<Bound>,
    pub direction: Option<Direction>,
    /// A noun that the number counts stands behind it.
    pub counted: bool,
}

impl Right {
    pub fn read(text: Text<'_>, end: usize, last: &Part, left: &Left) -> Self {
        let mut right = Self { end, bound: None, direction: None, counted: false };
        if end >= text.len() {
            return right;
        }
        if last.plus {
            right.bound = Some(Bound::AtLeast);
        } else if left.hedge.is_none()
            && let Some((bound, end)) = hedge::behind(text, right.end)
        {
            right.bound = Some(bound);
            right.end = end;
        }
        let count = last.coin.is_none() && last.mark.is_none();
        if count {
            if let Some(end) = noun::counted(text, right.end) {
                right.counted = true;
                right.end = end;
            } else {
                right.counted = last.is_bare() && noun::counted_with_next(text, right.end);
            }
        } else if left.direction.is_none()
            && last.sign.is_none()
            && last.paren.is_none()
            && let Some((direction, end)) = direction::behind(text, right.end, last.is_ratio())
        {
            right.direction = Some(direction);
            right.end = end;
        }
        right
    }
}
