//! [`Reading`]: a figure with the words around it, as both [`parse`](super::parse) and
//! [`scan`](super::scan) read it.

use crate::stated::{
    bound::Bound,
    coin::Codes,
    context,
    direction::Direction,
    numeral::Malformed,
    options::Options,
    part::{Paren, Part, Sign, part},
    range::{self, Pair, Start},
    sides::{Left, Right},
    text::Text,
    unit::Unit,
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
    /// A noun that a company counts stands behind the number.
    pub counted: bool,
    /// The hedge stands behind the number: `600-plus`.
    pub hedged_behind: bool,
}

/// How much the text around a figure decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// The text is one figure: parentheses around it negate, and "from … to …" is a range.
    Figure,
    /// The text is prose.
    Prose,
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
    let alone =
        left.tolerance || first.is_bare() && context::follows_month(text, first.start, floor);
    let pair = if alone { None } else { range::pair(text, &first, start, options) };
    // "From 4 to 6 percent" states two levels of one unit.
    let first = match &pair {
        Some(pair) if left.moving => pair.first,
        _ => first,
    };
    let joined = pair.and_then(|pair| {
        let signs = (negative(&first, floor), negative(&pair.second, first.end));
        Some((pair, pair.ends(signs, start, options)?))
    });
    let last = joined.map_or(first, |(pair, _)| pair.second);
    let right = Right::read(text, last.end, &last, &left);
    let bound = left.hedge.map(|hedge| hedge.bound).or(right.bound).unwrap_or(Bound::Stated);
    let stated = match joined {
        Some((_, ends)) => Some(Stated::build(ends.low, Some(ends.high), bound)),
        None => {
            let counts = left.removes && first.unit(options) == Unit::Count;
            let down = left.direction == Some(Direction::Down) && !counts;
            let amount = first.amount(down || negative(&first, floor), options);
            amount.map(|amount| Stated::build(amount, None, bound))
        }
    };
    let stated = match right.direction {
        Some(Direction::Down) => stated.map(Stated::negated),
        _ if left.tolerance => stated.map(Stated::around_zero),
        _ => stated,
    };
    Ok(Reading {
        // A "between" without its second number says nothing of the first.
        start: if left.between && joined.is_none() { first.start } else { left.start },
        end: right.end,
        first,
        pair: joined.map(|(pair, _)| pair),
        bound,
        direction: left.direction.or(right.direction),
        stated,
        counted: right.counted,
        hedged_behind: right.bound.is_some(),
    })
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
