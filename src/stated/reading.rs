//! [`Reading`]: a figure with the words around it, as both [`parse`](super::parse) and
//! [`scan`](super::scan) read it.

use crate::stated::{
    bound::Bound,
    coin::Codes,
    context, direction,
    direction::Direction,
    hedge::{self, Hedge},
    numeral::Malformed,
    options::Options,
    part::{Paren, Part, Sign, part},
    range::{self, Pair, Start},
    text::{Lower, Text},
    value::Stated,
};

/// A figure with the words around it.
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    /// The figure with its hedges and its word of direction.
    pub start: usize,
    pub end: usize,
    pub first: Part,
    pub pair: Option<Pair>,
    pub bound: Bound,
    pub direction: Option<Direction>,
    /// The value, or nothing where it cannot be kept exactly.
    pub stated: Option<Stated>,
}

/// How much the text around a figure decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// The text is one figure: parentheses around it negate, and "from … to …" is a range.
    Figure,
    /// The text is prose.
    Prose,
}

/// What stands before a figure.
struct Left {
    start: usize,
    hedge: Option<Hedge>,
    direction: Option<Direction>,
    between: bool,
    ranging: bool,
    moving: bool,
}

/// Reads the figure whose first digit stands at `digit`; no word of it stands before `floor`.
pub fn read(
    text: Text<'_>,
    digit: usize,
    floor: usize,
    mode: Mode,
    options: &Options,
) -> Result<Reading, Malformed> {
    let codes = if mode == Mode::Figure { Codes::All } else { Codes::Common };
    let first = part(text, digit, floor, codes)?;
    let left = Left::read(text, &first, floor, mode);
    let start = Start {
        between: left.between,
        ranging: left.ranging,
        moving: left.moving,
        direction: left.direction,
        codes,
    };
    let negative = |part: &Part, floor| is_negative(text, part, floor, mode);
    let dated = first.is_bare() && context::follows_month(text, first.start, floor);
    let pair = range::pair(text, &first, start, options).filter(|_| !dated);
    // "From 4 to 6 percent" states two levels of one unit.
    let first = match &pair {
        Some(pair) if left.moving => pair.first,
        _ => first,
    };
    let ends = pair.and_then(|pair| {
        let signs = (negative(&first, floor), negative(&pair.second, first.end));
        Some((pair, pair.ends(signs, start, options)?))
    });
    let end = ends.map_or(first.end, |(pair, _)| pair.second.end);
    let right = Right::read(text, end, &first, &left);
    let bound = left.hedge.map(|hedge| hedge.bound).or(right.bound).unwrap_or(Bound::Stated);
    let direction = left.direction.or(right.direction);
    let stated = match ends {
        Some((_, ends)) if left.direction.is_some() || right.direction != Some(Direction::Down) => {
            Some(Stated::build(ends.low, Some(ends.high), bound))
        }
        Some((pair, _)) => pair
            .ends((true, true), start, options)
            .map(|ends| Stated::build(ends.low, Some(ends.high), bound)),
        None => {
            let down = direction == Some(Direction::Down);
            let amount = first.amount(negative(&first, floor) || down, options);
            amount.map(|amount| Stated::build(amount, None, bound))
        }
    };
    let pair = ends.map(|(pair, _)| pair);
    // A "between" without its second number says nothing of the first.
    let begin = if left.between && pair.is_none() { first.start } else { left.start };
    Ok(Reading { start: begin, end: right.end, first, pair, bound, direction, stated })
}

impl Left {
    fn read(text: Text<'_>, first: &Part, floor: usize, mode: Mode) -> Self {
        let mut left = Self {
            start: first.start,
            hedge: None,
            direction: None,
            between: false,
            ranging: false,
            moving: false,
        };
        if first.start <= floor {
            return left;
        }
        if let Some(hedge) = hedge::before(text, first.start, floor) {
            left.take_hedge(text, hedge, floor);
        }
        left.take_range_word(text, floor, mode);
        if left.between || left.ranging {
            return left;
        }
        let level = left.hedge.is_some_and(|hedge| hedge.compares);
        if let Some((direction, start)) = direction::before(text, left.start, floor) {
            // "Dropped below $30" is a level; "fell over 5%" is a change.
            let over = left.hedge.is_some_and(|hedge| {
                text.slice(hedge.start, first.start).to_ascii_lowercase().starts_with("over")
            });
            if !level || over {
                left.direction = Some(direction);
                left.start = start;
            }
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

    /// Reads "between", "from" and "range of" before a first number.
    fn take_range_word(&mut self, text: Text<'_>, floor: usize, mode: Mode) {
        let end = text.skip_spaces_before(self.start, floor);
        let word = text.word_before(end, floor);
        let start = end - word.len();
        match Lower::new(word).as_bytes() {
            b"between" => {
                self.between = true;
                self.start = start;
            }
            b"from" => {
                self.ranging = mode == Mode::Figure || context::is_ranging(text, start, floor);
                self.moving = !self.ranging;
                if mode == Mode::Figure {
                    self.start = start;
                }
            }
            b"of" => {
                let end = text.skip_spaces_before(start, floor);
                let noun = text.word_before(end, floor);
                self.ranging = noun.eq_ignore_ascii_case(b"range");
            }
            _ => {}
        }
    }
}

/// What stands behind a figure.
struct Right {
    end: usize,
    bound: Option<Bound>,
    direction: Option<Direction>,
}

impl Right {
    fn read(text: Text<'_>, end: usize, first: &Part, left: &Left) -> Self {
        let mut right = Self { end, bound: None, direction: None };
        if end >= text.len() {
            return right;
        }
        if left.hedge.is_none()
            && let Some((bound, end)) = hedge::behind(text, right.end)
        {
            right.bound = Some(bound);
            right.end = end;
        }
        if left.direction.is_none()
            && first.sign.is_none()
            && first.paren.is_none()
            && (!first.is_bare())
        {
            let ratio = first.mark.is_some() && !first.is_money();
            if let Some((direction, end)) = direction::behind(text, right.end, ratio) {
                right.direction = Some(direction);
                right.end = end;
            }
        }
        right
    }
}

/// Returns whether the sign or the parentheses of a number make it negative.
fn is_negative(text: Text<'_>, part: &Part, floor: usize, mode: Mode) -> bool {
    if part.sign == Some(Sign::Minus) {
        return true;
    }
    match part.paren {
        None => false,
        Some(Paren::Accounting) => true,
        Some(Paren::Around) if part.sign.is_some() => false,
        Some(Paren::Around) => mode == Mode::Figure || context::is_loss(text, part.start, floor),
    }
}
