//! Ranges: two numbers that one figure states.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use crate::{
    arith::{self, Rounding},
    bounds::{AMOUNT_LIMIT, DIGITS_MAX, PLACES_MAX},
    stated::{
        amount::Amount,
        coin,
        direction::Direction,
        lexicon::Class,
        mark::Mark,
        mode::Mode,
        options::Options,
        part::{Part, part},
        sign::Paren,
        token::{Kind, Tokens},
        tolerance,
        unit::Unit,
    },
};

/// The most tokens between what joins two numbers and the second of them: a sign, a parenthesis and
/// a currency of three tokens.
const SECOND_TOKENS_MAX: usize = 6;

/// What joins the two numbers of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    Dash,
    To,
    And,
    PlusMinus,
    /// "And" between two figures of which the second alone has the scale: they make no range.
    List,
    /// The number of the year before, in parentheses, with the scale of both behind it:
    /// `16.1 (14.1) billion euros`.
    Aside,
}

/// What is known of a range's first number when its second is looked for.
#[derive(Clone, Copy)]
pub(super) struct Start {
    /// "Between" stands before it.
    pub between: bool,
    /// A word such as "range" stands before it.
    pub ranging: bool,
    /// "From" stands before it and begins a move from one level to another.
    pub moving: bool,
    /// "By" stands before it, so that "to" may lead to a level.
    pub by: bool,
    /// The change has come out, so that it is one and no range.
    pub past: bool,
    pub direction: Option<Direction>,
    pub mode: Mode,
}

/// Two joined numbers, the units of one given to the other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    pub link: Link,
    pub first: Part,
    pub second: Part,
    /// How many tokens say behind each what both are measured by: `/oz`.
    pub measure: usize,
}

/// The ends of a range in base units.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ends {
    pub low: Amount,
    pub high: Decimal,
}

/// Looks for a second number behind the first.
pub(super) fn pair(t: &Tokens<'_>, first: &Part, start: Start, options: &Options) -> Option<Pair> {
    let (measure, mut link, at) = joined(t, first.end, start)?;
    // Without "between" only a number that lacks its scale or its unit shares those of the second.
    let listed = link == Link::And && !start.between || link == Link::List;
    if listed && first.scale.is_some() | (first.coin.is_none() && !first.is_bare()) {
        return None;
    }
    let opened = link == Link::PlusMinus && t.mark(first.end) == '(';
    // "From $0.57 to perhaps $0.67".
    let ranges = link == Link::To || link == Link::And && start.between;
    let at = at + usize::from(ranges && t.is(at, Class::FILLER) && !t.is(at, Class::DETERMINER));
    let number = (at..at + SECOND_TOKENS_MAX).find(|at| t.is_number(*at))?;
    let second = part(t, number, at, start.mode).ok()?;
    if second.first != at || second.sign.is_some() && link == Link::PlusMinus {
        return None;
    }
    if measure > 0 && !repeats(t, first.end, second.end, measure) {
        return None;
    }
    // "1-2-3" is a date or a number of its own.
    let next = second.at + 1;
    let goes_on = t.mark(next) == '-' && t.is_glued(next) && t.is_number(next + 1);
    if link == Link::Dash && (first.is_bare() && goes_on || is_worked(t, first, &second)) {
        return None;
    }
    if link == Link::Aside {
        return aside(t, first, &second);
    }
    if listed {
        (shares_scale(first, &second) || shares_mark(t, first, &second)).then_some(())?;
        link = if start.mode == Mode::Figure { link } else { Link::List };
    }
    let (mut first, mut second) = (*first, second);
    if opened {
        (t.mark(second.end) == ')').then_some(())?;
        second.end += 1;
    }
    if link != Link::PlusMinus {
        share_scale(&mut first, &mut second, link);
        share_unit(&mut first, &mut second, link, start)?;
        if first.unit(options) != second.unit(options) || points(&first) != points(&second) {
            return None;
        }
    }
    Some(Pair { link, first, second, measure })
}

/// The most tokens of what both ends of a range count, or are measured by: `per diluted share`.
const MEASURE_TOKENS_MAX: usize = 3;

/// Finds what joins a number to a second, over what the first is measured by: `$940/oz and
/// $975/oz`. Returns how many tokens that is, and what joins with its end.
fn joined(t: &Tokens<'_>, at: usize, start: Start) -> Option<(usize, Link, usize)> {
    if let Some((link, end)) = link(t, at) {
        return Some((0, link, end));
    }
    let measure = (1..=MEASURE_TOKENS_MAX)
        .take_while(|count| is_measure(t, at + count - 1))
        .find(|count| may_link(t, at + count, start))?;
    let (link, end) = link(t, at + measure)?;
    let ranges = matches!(link, Link::Dash | Link::To) || link == Link::And && start.between;
    ranges.then_some((measure, link, end))
}

/// Returns whether a token can be part of what a number is measured by: a word, or a slash.
fn is_measure(t: &Tokens<'_>, at: usize) -> bool {
    match t.get(at).kind {
        Kind::Word(_) => t.is_near(at),
        Kind::Mark(mark) => mark == '/',
        _ => false,
    }
}

/// Returns whether what stands at a position may join the ends of a range.
fn may_link(t: &Tokens<'_>, at: usize, start: Start) -> bool {
    match t.get(at).kind {
        Kind::Word(_) => t.has(at, "to") || start.between && t.has(at, "and"),
        Kind::Mark(mark) => matches!(mark, '-' | '\u{2013}'),
        _ => false,
    }
}

/// Returns whether the same words stand behind both ends.
fn repeats(t: &Tokens<'_>, first: usize, second: usize, count: usize) -> bool {
    (0..count).all(|at| {
        let (one, other) = (t.slice(first + at), t.slice(second + at));
        one.eq_ignore_ascii_case(other)
    })
}

/// Returns whether a dash is the minus of a worked answer: `($91.20 - $140.75) / $140.75`.
fn is_worked(t: &Tokens<'_>, first: &Part, second: &Part) -> bool {
    let closed = t.mark(second.end) == ')';
    let behind = second.end + usize::from(closed);
    let opened = closed && t.mark(first.first.wrapping_sub(1)) == '(';
    let goes_on = matches!(t.mark(behind), '=' | '/' | '*' | '×' | '÷') && t.is_near(behind);
    !t.is_glued(first.end) && goes_on && (opened || !closed)
}

/// Returns whether a part counts points, a difference of percentages, and not a percentage.
fn points(part: &Part) -> bool {
    part.mark.is_some_and(Mark::is_difference)
}

/// Reads what joins two numbers, and returns it with its end.
fn link(t: &Tokens<'_>, at: usize) -> Option<(Link, usize)> {
    let next = at + 1;
    let spaced = !t.is_glued(at);
    match t.mark(at) {
        _ if !t.is_near(at) => None,
        '-' if t.has(next, "to") && t.is_glued(next) && t.mark(at + 2) == '-' => {
            Some((Link::To, at + 3))
        }
        '-' | '\u{2010}' | '\u{2011}' | '\u{2012}' | '\u{2013}' | '\u{2212}' => {
            let balanced = t.is_glued(next) != spaced && t.is_beside(next) && t.is_beside(at);
            balanced.then_some((Link::Dash, next))
        }
        '\u{2014}' | '~' | '\u{ff5e}' if !spaced => Some((Link::Dash, next)),
        '(' if t.is_number(next) && t.is_glued(next) => Some((Link::Aside, at)),
        '(' => {
            let (link, end) = link_behind(t, next)?;
            (link == Link::PlusMinus).then_some((link, end))
        }
        _ => link_behind(t, at),
    }
}

/// Reads a word or a sign that joins two numbers, and returns it with its end.
fn link_behind(t: &Tokens<'_>, at: usize) -> Option<(Link, usize)> {
    let comma = t.mark(at) == ',';
    let at = at + usize::from(comma);
    if !t.is_near(at) {
        return None;
    }
    if let Some(end) = tolerance::end(t, at) {
        return Some((Link::PlusMinus, end));
    }
    let next = at + 1;
    let link = match t.slice(at) {
        "to" | "bis" | "till" if !t.is_glued(at) && !comma => Link::To,
        "and" | "och" | "und" => Link::And,
        "or" => Link::List,
        _ if comma && !t.is_glued(at) && coin::is_sign(t.mark(at)) => {
            return Some((Link::List, at));
        }
        _ => return None,
    };
    t.is_near(next).then_some((link, next))
}

/// Gives the first number the scale and unit that stand behind the second, in its parentheses.
fn aside(t: &Tokens<'_>, first: &Part, second: &Part) -> Option<Pair> {
    let alike = first.numeral.places == second.numeral.places
        && first.scale.is_none()
        && first.mark.is_none()
        && second.is_aside();
    // In a row of a table the second is a change of its own: `47.3 (4.4)%`.
    let in_prose = t.is(first.first.wrapping_sub(1), Class::INTRODUCES);
    let shared = second.scale.is_some() || second.is_ratio() && first.coin.is_none() && in_prose;
    let mark = second.mark.filter(|_| first.coin.is_none());
    let first = Part { scale: second.scale, mark, ..*first };
    (alike && shared).then_some(Pair { link: Link::List, first, second: *second, measure: 0 })
}

/// Returns whether a bare number has its unit behind the second, in letters: `28 and 23 percent`.
fn shares_mark(t: &Tokens<'_>, first: &Part, second: &Part) -> bool {
    first.is_bare()
        && first.paren.is_none()
        && !first.numeral.grouped
        && second.is_ratio()
        && t.is_word(second.end - 1)
}

/// Returns whether two amounts of one form have one scale, which stands behind the second:
/// `$840 and $870 million`.
fn shares_scale(first: &Part, second: &Part) -> bool {
    first.coin.is_some()
        && first.coin == second.coin
        && first.scale.is_none()
        && second.scale.is_some()
        && first.numeral.places == second.numeral.places
        && first.numeral.whole_digits == second.numeral.whole_digits
}

/// Gives the scale that stands at one end to the other: `$840 and $870 million`.
fn share_scale(first: &mut Part, second: &mut Part, link: Link) {
    match (first.scale, second.scale) {
        (None, Some(scale)) if first.mark.is_none() && printed(first) <= printed(second) => {
            first.scale = Some(scale);
        }
        // "($93)-($88) million" falls.
        (None, Some(scale)) if first.paren.is_some() && second.paren.is_some() => {
            first.scale = Some(scale);
        }
        (Some(scale), None)
            if second.is_bare() && link != Link::To && printed(first) <= printed(second) =>
        {
            second.scale = Some(scale);
        }
        _ => {}
    }
}

/// Returns the number as printed, without its unit.
fn printed(part: &Part) -> Decimal {
    arith::build(part.numeral.mantissa, u32::from(part.numeral.places), false)
}

/// Gives the unit that stands at one end to the other; nothing where the two are no range.
fn share_unit(first: &mut Part, second: &mut Part, link: Link, start: Start) -> Option<()> {
    let is_year = |part: &Part| part.is_year(start.mode);
    match (unmarked(first), unmarked(second)) {
        (true, true) => (!is_year(first) && !is_year(second)).then_some(()),
        (false, false) => Some(()),
        (true, false) => {
            // `5 to $10`: a currency before the second number is that one's alone.
            second.coin.is_none().then_some(())?;
            (first.scale.is_none() || second.is_money()).then_some(())?;
            (!is_year(first)).then_some(())?;
            first.mark = second.mark;
            Some(())
        }
        (false, true) => {
            let coin = first.coin?;
            let (one, other) = (&first.numeral, &second.numeral);
            let grouped = one.grouped && other.grouped && one.whole_digits == other.whole_digits;
            let alike = one.places == other.places && (one.places > 0 || grouped);
            let belongs = link != Link::To
                || second.scale.is_some()
                || start.ranging
                || alike && start.direction.is_none();
            (belongs && !(is_year(second) && first.numeral.whole_digits < 4)).then_some(())?;
            second.coin = Some(coin);
            Some(())
        }
    }
}

/// Returns whether neither a currency nor a unit is printed with the number.
fn unmarked(part: &Part) -> bool {
    part.coin.is_none() && part.mark.is_none()
}

impl Pair {
    /// Returns whether parentheses around each of two ends that a dash joins negate them, or those
    /// around the first alone: `($0.14)-($0.09)`, `($450,000)-$2.1M`.
    pub(super) fn negates(&self) -> bool {
        let first = self.first.paren == Some(Paren::Around);
        first && matches!(self.link, Link::Dash | Link::To)
    }

    /// Returns the ends in base units; nothing where the first lies above the second, or where a
    /// direction word makes the first a change and the second a level.
    ///
    /// `down` is whether a word of direction turns the sign of both.
    pub(super) fn ends(
        &self,
        signs: (bool, bool),
        start: Start,
        options: &Options,
    ) -> Option<Ends> {
        if start.moving && self.link == Link::To || self.link == Link::List {
            return None;
        }
        if self.link == Link::PlusMinus {
            return self.around(signs.0, options);
        }
        let down = start.direction == Some(Direction::Down);
        let first = self.first.amount(signs.0 || down, options)?;
        let second = self.second.amount(signs.1 || down, options)?;
        let (low, high) = match first.value.cmp(&second.value) {
            Ordering::Greater if signs.0 && signs.1 || down || start.between => (second, first),
            Ordering::Greater => return None,
            _ => (first, second),
        };
        let changes = start.direction.is_some() || start.by;
        if self.link == Link::To && changes && !start.ranging {
            let change = match low.unit {
                Unit::Ratio => is_change_range(first.value, second.value),
                // "Will add 500 to 560 stores".
                Unit::Count if !start.past && !start.by => {
                    is_change_range(first.value, second.value)
                }
                _ => {
                    start.by
                        && !(start.past && self.first.end > self.first.at + 1)
                        && second.value.abs() > first.value.abs()
                        && self.second.scale.is_some()
                        && is_change_range(first.value, second.value)
                }
            };
            change.then_some(())?;
        }
        let decimals = low.decimals.min(high.decimals);
        Some(Ends { low: Amount { decimals, ..low }, high: high.value })
    }

    /// Returns the ends of a figure with its tolerance: `$65.0 billion, plus or minus 2%`.
    fn around(&self, negative: bool, options: &Options) -> Option<Ends> {
        let centre = self.first.amount(negative, options)?;
        let tolerance = self.second.amount(false, options)?;
        let exactly = |rounded: arith::Rounded| rounded.exact.then_some(rounded.value);
        let relative = centre.unit != Unit::Ratio && tolerance.unit == Unit::Ratio;
        let reach = if relative {
            let size = centre.value.abs();
            exactly(arith::mul(size, tolerance.value, Rounding::HalfEven)?)?
        } else if self.second.is_bare() || tolerance.unit == centre.unit {
            let unit = Part { coin: self.first.coin, mark: self.first.mark, ..self.second };
            let shared = if self.second.is_bare() {
                Part { scale: self.first.scale, ..unit }
            } else {
                self.second
            };
            shared.amount(false, options)?.value
        } else {
            return None;
        };
        let low = exactly(arith::sub(centre.value, reach, Rounding::HalfEven)?)?;
        let high = exactly(arith::add(centre.value, reach, Rounding::HalfEven)?)?;
        let (low, high) = (arith::normal(low), arith::normal(high));
        let decimals = place(low, centre.decimals).min(place(high, centre.decimals));
        let limit = arith::build(AMOUNT_LIMIT, 0, false);
        let fits = |end: Decimal| end.abs() < limit && end.scale() <= centre.unit.places_max();
        (fits(low) && fits(high)).then_some(())?;
        Some(Ends { low: Amount { value: low, decimals, ..centre }, high })
    }
}

/// Returns the place that shows a value whole, no coarser than `decimals`.
fn place(value: Decimal, decimals: i8) -> i8 {
    let shown = |places: &i8| match u32::try_from(*places) {
        Ok(places) => value.scale() <= places,
        Err(_) => {
            let unit = arith::build(
                arith::power(u32::from(places.unsigned_abs()).min(DIGITS_MAX - 1)),
                0,
                false,
            );
            arith::div(value, unit, Rounding::HalfEven)
                .is_some_and(|tens| tens.exact && arith::normal(tens.value).scale() == 0)
        }
    };
    (decimals..=PLACES_MAX as i8).find(shown).unwrap_or(decimals)
}

/// How many times the smaller of two changes the larger can be: behind "up 5% to" a level is far
/// from the change.
const CHANGE_RANGE_MAX: i64 = 3;

/// Returns whether "up 5% to 7%" can be a range of changes; zero is the end of one.
fn is_change_range(first: Decimal, second: Decimal) -> bool {
    let (small, large) = (first.abs().min(second.abs()), first.abs().max(second.abs()));
    match arith::mul(small, Decimal::from(CHANGE_RANGE_MAX), Rounding::HalfEven) {
        Some(limit) => small.is_zero() || large <= limit.value,
        None => false,
    }
}
