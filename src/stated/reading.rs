//! [`Reading`]: a figure with the words around it, as both [`parse`](super::parse) and
//! [`scan`](super::scan) read it.

use crate::stated::{
    amount::Amount,
    bound::Bound,
    direction::{self, Direction, Turn},
    lexicon::Class,
    mode::Mode,
    name,
    options::Options,
    paren,
    part::{Part, part},
    range::{self, Ends, Link, Pair, Start},
    sides::{Left, Right},
    sign::Sign,
    token::Tokens,
    value::Stated,
};

/// The most tokens of a sign and a currency before the second of two numbers that "or" joins.
const BEFORE_TOKENS_MAX: usize = 4;

/// A figure with the words around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading {
    /// The tokens of the figure with its hedges and its word of direction.
    pub start: usize,
    pub end: usize,
    pub first: Part,
    pub pair: Option<Pair>,
    pub bound: Bound,
    /// The tokens of the hedge.
    pub hedge: Option<(usize, usize)>,
    pub turn: Option<Turn>,
    /// The value, or nothing where it cannot be kept exactly.
    pub stated: Option<Stated>,
    /// A noun that a company counts stands behind the number.
    pub counted: bool,
    /// The hedge stands behind the number: `600-plus`.
    pub hedged_behind: bool,
    /// "From" before it begins a move from one level to another.
    pub moving: bool,
}

/// What the figure before leaves to a figure.
#[derive(Clone, Copy, Default)]
pub(super) struct Before<'a> {
    /// It was the end of a move between two levels, and "and" joins another: "rose from 4 to 9 and
    /// 2 to 5".
    pub moved: bool,
    pub part: Option<&'a Part>,
}

/// Reads the words around a figure's first number; none of them stands before `floor`.
pub(super) fn read(
    t: &Tokens<'_>,
    first: Part,
    floor: usize,
    mode: Mode,
    options: &Options,
    before: Before<'_>,
) -> Reading {
    let last = before.part.filter(|_| first.paren.is_some());
    let comparative = last.and_then(|last| paren::comparative(t, &first, last));
    let first = comparative.unwrap_or(first);
    let mut left = Left::read(t, &first, floor, mode);
    left.moving |= before.moved && floor + 1 == left.first && t.has(floor, "and");
    let start = left.start(t, &first, mode, options);
    let alone = left.tolerance
        || comparative.is_some()
        || first.is_bare() && name::follows_month(t, first.first, floor);
    let pair = if alone { None } else { pair(t, &first, start, floor, options) };
    // "From 4 to 6 percent" and "$840 and $870 million" state two levels of one unit.
    let first = match &pair {
        Some(pair) if left.moving || pair.link == Link::List => pair.first,
        _ => first,
    };
    let negative = if comparative.is_some() {
        first.sign == Some(Sign::Minus)
    } else {
        paren::is_negative(t, &first, floor, mode)
    };
    let joined = pair.as_ref().and_then(|pair| Joined::new(t, pair, negative, start, options));
    let last = joined.as_ref().map_or(&first, |joined| &joined.pair.second);
    let mut right = Right::read(t, last.end, last, &left);
    if let Some(joined) = &joined {
        right.end = right.end.max(last.end + joined.pair.measure);
    }
    left.leave_level(t, &first, right.end);
    if left.turn.is_none() && right.turn.is_none() && joined.is_none() {
        right.turn = shared_turn(t, &first, right.end, mode);
    }
    let own = left.hedge.map(|hedge| hedge.bound);
    let bound = own.or(right.bound.map(|(bound, _)| bound)).unwrap_or(Bound::Stated);
    let behind = right.turn.map(|turn| turn.direction);
    let stated = match &joined {
        Some(joined) => joined.stated(behind, bound, start, options),
        None => {
            // A noun behind the figure is nearer than a verb far before it.
            let down = behind.or(start.direction) == Some(Direction::Down);
            let amount = first.amount(down || negative, options);
            amount.map(|amount| Stated::build(amount, None, bound))
        }
    };
    let stated = if left.tolerance { stated.map(Stated::around_zero) } else { stated };
    let turn = right.turn.or(left.turn);
    let (stated, end) = with_flat(t, stated, left.flat, turn, right.end);
    let tolerance = left.tolerance.then_some((left.first, first.first));
    let hedge = left.hedge.map(|hedge| (hedge.first, hedge.end)).or(tolerance);
    Reading {
        // A "between" without its second number says nothing of the first.
        start: if left.between && joined.is_none() { first.first } else { left.first },
        end,
        first,
        pair: joined.map(|joined| *joined.pair),
        bound,
        hedge: hedge.or(right.bound.map(|(_, first)| (first, right.end))),
        turn,
        stated,
        counted: right.counted,
        hedged_behind: right.bound.is_some(),
        moving: left.moving,
    }
}

/// Looks for a second number, unless the first is part of a name: "Schedule 4 and 6 percent".
fn pair(
    t: &Tokens<'_>,
    first: &Part,
    start: Start,
    floor: usize,
    options: &Options,
) -> Option<Pair> {
    range::pair(t, first, start, options).filter(|pair| {
        pair.link != Link::List
            || !first.is_bare()
            || pair.second.paren.is_some()
            || !name::follows_name(t, first.first, floor)
    })
}

/// Two numbers that are the ends of one figure.
struct Joined<'a> {
    pair: &'a Pair,
    signs: (bool, bool),
    ends: Ends,
}

impl<'a> Joined<'a> {
    fn new(
        t: &Tokens<'_>,
        pair: &'a Pair,
        negative: bool,
        start: Start,
        options: &Options,
    ) -> Option<Self> {
        let both = pair.negates();
        let second = paren::is_negative(t, &pair.second, pair.first.end, start.mode);
        let signs = (negative || both, second || both && pair.second.paren.is_some());
        Some(Self { pair, signs, ends: pair.ends(signs, start, options)? })
    }

    /// Returns the range; a direction `behind` it is nearer than one far before it.
    fn stated(
        &self,
        behind: Option<Direction>,
        bound: Bound,
        start: Start,
        options: &Options,
    ) -> Option<Stated> {
        let ends = match behind.and(start.direction) {
            Some(_) => self.pair.ends(self.signs, Start { direction: None, ..start }, options)?,
            None => self.ends,
        };
        let stated = Stated::build(ends.low, Some(ends.high), bound);
        Some(if behind == Some(Direction::Down) { stated.negated() } else { stated })
    }
}

/// Reads the noun of direction that two figures share: "a 7.4 billion yen or 12.5% drop".
fn shared_turn(t: &Tokens<'_>, first: &Part, end: usize, mode: Mode) -> Option<Turn> {
    if !t.has(end, "or") || first.is_bare() || first.sign.is_some() || first.paren.is_some() {
        return None;
    }
    let next = end + 1;
    let number = (next..next + BEFORE_TOKENS_MAX).find(|at| t.is_number(*at))?;
    let second = part(t, number, next, mode).ok().filter(|second| second.first == next)?;
    let turn = direction::behind(t, second.end, second.is_ratio())?;
    Some(Turn { edge: end, ..turn }).filter(|_| !second.is_bare())
}

/// Makes zero the other end of a change that "flat" stands beside: `flat to up 2%`, `down 2% to
/// flat`.
fn with_flat(
    t: &Tokens<'_>,
    stated: Option<Stated>,
    before: bool,
    turn: Option<Turn>,
    end: usize,
) -> (Option<Stated>, usize) {
    let behind = turn.is_some() && t.is_near(end) && t.has(end, "to") && t.is(end + 1, Class::FLAT);
    let zero = stated.filter(|stated| stated.high().is_none() && (before || behind));
    match zero {
        Some(stated) => {
            let amount = |value| Amount { value, decimals: stated.decimals(), unit: stated.unit() };
            let (low, high) = if stated.number().is_sign_negative() {
                (stated.number(), rust_decimal::Decimal::ZERO)
            } else {
                (rust_decimal::Decimal::ZERO, stated.number())
            };
            let range = Stated::build(amount(low), Some(high), stated.bound());
            (Some(range), if behind { end + 2 } else { end })
        }
        None => (stated, end),
    }
}
