//! [`Reading`]: a figure with the words around it, as both [`parse`](super::parse) and
//! [`scan`](super::scan) read it.

use crate::stated::{
    bound::Bound,
    context,
    direction::Direction,
    mode::Mode,
    options::Options,
    paren,
    part::Part,
    range::{self, Link, Pair, Start},
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

/// Reads the words around a figure's first number; none of them stands before `floor`.
pub fn read(text: Text<'_>, first: Part, floor: usize, mode: Mode, options: &Options) -> Reading {
    let mut left = Left::read(text, &first, floor, mode);
    let is_count = first.unit(options) == Unit::Count;
    let start = Start {
        between: left.between,
        ranging: left.ranging,
        moving: left.moving,
        // "Cut 5,000 to 6,000 jobs" counts jobs, and states no change and level.
        direction: left.direction.filter(|_| !(left.removes && is_count)),
        mode,
    };
    let negative = |part: &Part, floor| paren::is_negative(text, part, floor, mode);
    let alone =
        left.tolerance || first.is_bare() && context::follows_month(text, first.start, floor);
    let pair = if alone { None } else { range::pair(text, &first, start, options) };
    let pair = pair.filter(|pair| {
        pair.link != Link::List
            || !first.is_bare()
            || pair.second.paren.is_some()
            || !context::follows_name(text, first.start, floor)
    });
    // "From 4 to 6 percent" and "$840 and $870 million" state two levels of one unit.
    let first = match &pair {
        Some(pair) if left.moving || pair.link == Link::List => pair.first,
        _ => first,
    };
    let joined = pair.and_then(|pair| {
        let signs = (negative(&first, floor), negative(&pair.second, first.end));
        Some((pair, pair.ends(signs, start, options)?))
    });
    let last = joined.map_or(first, |(pair, _)| pair.second);
    let right = Right::read(text, last.end, &last, &left);
    left.leave_level(text, &first, right.end);
    let bound = left.hedge.map(|hedge| hedge.bound).or(right.bound).unwrap_or(Bound::Stated);
    let stated = match joined {
        Some((_, ends)) => Some(Stated::build(ends.low, Some(ends.high), bound)),
        None => {
            let down = start.direction == Some(Direction::Down);
            let amount = first.amount(down || negative(&first, floor), options);
            amount.map(|amount| Stated::build(amount, None, bound))
        }
    };
    let stated = match right.direction {
        Some(Direction::Down) => stated.map(Stated::negated),
        _ if left.tolerance => stated.map(Stated::around_zero),
        _ => stated,
    };
    Reading {
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
    }
}
