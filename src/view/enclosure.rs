//! Formulas read as intervals: what a value can be, given what its inputs can be.

use alloc::{vec, vec::Vec};
use core::ops::Bound;

use rust_decimal::Decimal;

use crate::{
    change,
    formula::{At, BinaryOp, Domain, Guard, Literal, Node, UnaryOp, Window, evaluate},
    interval::Interval,
    metric::{Measure, Named},
    undefined::{NotMeaningful, Undefined},
};

/// Where the intervals of a formula come from.
pub(crate) trait Ranges {
    /// Returns what a measure can be, if it is stated.
    fn range(&self, measure: Measure, at: At) -> Result<Option<Interval>, Undefined>;

    /// Returns the reason for a measure that is neither stated nor computed.
    fn missing(&self, measure: &Measure, at: At) -> Undefined {
        Undefined::missing(measure, at.when, None)
    }

    /// Returns why a measure that is not stated is no zero either.
    fn withheld(&self, _measure: &Measure, _at: At) -> Option<Undefined> {
        None
    }

    /// Returns the days of the period.
    fn days(&self, at: At) -> Result<u32, Undefined>;

    /// Returns how many of the periods make a year.
    fn periods_per_year(&self, at: At) -> Result<u8, Undefined>;
}

/// What a formula can come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Enclosed {
    /// The values, where there are any.
    pub interval: Interval,
    /// Whether there is a value for all that the inputs can be.
    pub is_certain: bool,
}

/// Returns what a formula can come to.
///
/// A figure that stands in a formula more than once is not free to differ from itself. Where the
/// formula only rises or only falls with it, which its slope tells, the ends of the result lie at
/// the ends of the figure, and the formula is read once more at either. What is held at an end
/// narrows the slopes of the rest, so that this is done until no further figure can be held.
pub(crate) fn enclose<R: Ranges>(
    nodes: &[Node],
    names: &[Named],
    ranges: &R,
    window: Window,
) -> Result<Enclosed, Undefined> {
    let mut domain = Enclosure { ranges, leaves: Vec::new(), corner: Vec::new(), is_certain: true };
    let reach = evaluate(nodes, names, &mut domain, window)?;
    let Enclosure { leaves, is_certain, .. } = domain;
    let mut interval = reach.interval;
    if is_certain && leaves.iter().any(Leaf::is_repeated) {
        let read = |corner: &[Option<Interval>]| {
            let corner = corner.to_vec();
            let mut domain = Enclosure { ranges, leaves: Vec::new(), corner, is_certain: true };
            // What cannot be evaluated at a corner keeps the wider result.
            evaluate(nodes, names, &mut domain, window).ok()
        };
        for side in [Side::Low, Side::High] {
            let half = at_corner(&leaves, &reach, side, read);
            interval = half.and_then(|half| interval.intersect(half)).unwrap_or(interval);
        }
    }
    Ok(Enclosed { interval, is_certain })
}

/// Returns the values on the inner side of the end that the formula has where its figures are held
/// at theirs, or nothing where none can be.
fn at_corner(
    leaves: &[Leaf],
    reach: &Reach,
    side: Side,
    read: impl Fn(&[Option<Interval>]) -> Option<Reach>,
) -> Option<Interval> {
    let mut corner = vec![None; leaves.len()];
    let mut found: Option<Reach> = None;
    loop {
        let latest = found.as_ref().unwrap_or(reach);
        let mut is_further = false;
        for ((leaf, held), place) in leaves.iter().zip(&mut corner).zip(0..) {
            if held.is_none() {
                *held = leaf.at(side, latest.slope(place));
                is_further |= held.is_some();
            }
        }
        let Some(end) = is_further.then(|| read(&corner)).flatten() else { break };
        found = Some(end);
        // Without a figure that is free twice, the result is the narrowest one.
        if leaves.iter().zip(&corner).all(|(leaf, held)| held.is_some() || !leaf.is_repeated()) {
            break;
        }
    }
    let end = found?.interval;
    match side {
        Side::Low => Interval::new(end.low(), Bound::Unbounded).ok(),
        Side::High => Interval::new(Bound::Unbounded, end.high()).ok(),
    }
}

#[derive(Clone, Copy)]
enum Side {
    Low,
    High,
}

/// A figure of the formula.
struct Leaf {
    measure: Measure,
    at: At,
    interval: Interval,
    times: u32,
}

impl Leaf {
    fn is_repeated(&self) -> bool {
        self.times > 1 && !self.interval.is_point()
    }

    /// Returns the end of the leaf at which the formula has its own end on that side, if it rises
    /// or falls with the leaf throughout.
    fn at(&self, side: Side, slope: Interval) -> Option<Interval> {
        let rises = Interval::at_least(Decimal::ZERO).encloses(slope);
        let falls = Interval::at_most(Decimal::ZERO).encloses(slope);
        if self.interval.is_point() || !(rises || falls) {
            return None;
        }
        let end = match side {
            Side::Low if rises => self.interval.low(),
            Side::High if falls => self.interval.low(),
            Side::Low | Side::High => self.interval.high(),
        };
        match end {
            Bound::Included(end) | Bound::Excluded(end) => Some(Interval::point(end)),
            Bound::Unbounded => None,
        }
    }
}

/// Reads a formula as an interval, with the slopes by its figures.
struct Enclosure<'a, R> {
    ranges: &'a R,
    leaves: Vec<Leaf>,
    /// The leaves that are held at one of their ends.
    corner: Vec<Option<Interval>>,
    is_certain: bool,
}

/// What a part of the formula can come to, and its slopes by the leaves in it: how much it differs
/// at most and at least for each unit by which a leaf differs.
struct Reach {
    interval: Interval,
    slopes: Vec<(usize, Interval)>,
}

impl Reach {
    fn constant(value: Decimal) -> Self {
        Self { interval: Interval::point(value), slopes: Vec::new() }
    }

    fn slope(&self, leaf: usize) -> Interval {
        let slope = self.slopes.iter().find(|(of, _)| *of == leaf);
        slope.map_or(Interval::point(Decimal::ZERO), |(_, slope)| *slope)
    }

    /// Returns the slopes of a function of one part, by the function's slope.
    fn chain(&self, by: Interval) -> Vec<(usize, Interval)> {
        scaled(self.slopes.clone(), by)
    }

    /// Returns the slopes of a function of two parts, by its slope in each.
    fn join(&self, by: Interval, other: &Self, by_other: Interval) -> Vec<(usize, Interval)> {
        let mut slopes = self.chain(by);
        for (leaf, slope) in other.chain(by_other) {
            match slopes.iter_mut().find(|(of, _)| *of == leaf) {
                Some((_, sum)) => *sum = *sum + slope,
                None => slopes.push((leaf, slope)),
            }
        }
        slopes
    }
}

fn scaled(mut slopes: Vec<(usize, Interval)>, by: Interval) -> Vec<(usize, Interval)> {
    for (_, slope) in &mut slopes {
        *slope = *slope * by;
    }
    slopes
}

impl<R> Enclosure<'_, R> {
    /// Keeps the values that are allowed, and remembers where some are not.
    fn keep(&mut self, interval: Interval, allowed: Interval) -> Option<Interval> {
        self.is_certain &= allowed.encloses(interval);
        interval.intersect(allowed)
    }

    fn quotient(&mut self, left: &Reach, right: &Reach) -> Result<Reach, Undefined> {
        let everything = Interval::everything();
        if let Ok(interval) = left.interval.checked_div(right.interval) {
            let one = Interval::point(Decimal::ONE);
            let by = one.checked_div(right.interval).unwrap_or(everything);
            // The common factor last: what stands above and below the line often cancels.
            let slopes = left.join(one, right, -interval);
            return Ok(Reach { interval, slopes: scaled(slopes, by) });
        }
        self.is_certain = false;
        let pieces = left.interval.div_split(right.interval);
        let interval = pieces.into_iter().flatten().reduce(Interval::hull);
        let interval = interval.ok_or(Undefined::ZeroDenominator)?;
        Ok(Reach { interval, slopes: left.join(everything, right, everything) })
    }
}

impl<R: Ranges> Domain for Enclosure<'_, R> {
    type Value = Reach;

    fn measure(&mut self, measure: &Measure, at: At) -> Result<Option<Reach>, Undefined> {
        let measure = *measure;
        let Some(interval) = self.ranges.range(measure, at)? else {
            return Ok(None);
        };
        let known = self.leaves.iter().position(|leaf| leaf.measure == measure && leaf.at == at);
        let place = known.unwrap_or(self.leaves.len());
        match self.leaves.get_mut(place) {
            Some(leaf) => leaf.times += 1,
            None => self.leaves.push(Leaf { measure, at, interval, times: 1 }),
        }
        let interval = self.corner.get(place).copied().flatten().unwrap_or(interval);
        let slopes = vec![(place, Interval::point(Decimal::ONE))];
        Ok(Some(Reach { interval, slopes }))
    }

    fn missing(&self, measure: &Measure, at: At) -> Undefined {
        self.ranges.missing(measure, at)
    }

    fn withheld(&self, measure: &Measure, at: At) -> Option<Undefined> {
        self.ranges.withheld(measure, at)
    }

    fn literal(&mut self, literal: Literal) -> Reach {
        Reach::constant(literal.number())
    }

    fn days(&mut self, at: At) -> Result<Reach, Undefined> {
        self.ranges.days(at).map(|days| Reach::constant(days.into()))
    }

    fn periods_per_year(&mut self, at: At) -> Result<u8, Undefined> {
        self.ranges.periods_per_year(at)
    }

    fn binary(
        &mut self,
        operation: BinaryOp,
        left: Reach,
        right: Reach,
    ) -> Result<Reach, Undefined> {
        let one = Interval::point(Decimal::ONE);
        let (x, y) = (left.interval, right.interval);
        Ok(match operation {
            BinaryOp::Add => Reach { interval: x + y, slopes: left.join(one, &right, one) },
            BinaryOp::Sub => Reach { interval: x - y, slopes: left.join(one, &right, -one) },
            BinaryOp::Mul => Reach { interval: x * y, slopes: left.join(y, &right, x) },
            BinaryOp::Div => return self.quotient(&left, &right),
            BinaryOp::Min | BinaryOp::Max => {
                let interval = if operation == BinaryOp::Min { x.min(y) } else { x.max(y) };
                // It is one of the two, or between them where they cross.
                let either = Interval::point(Decimal::ZERO).hull(one);
                Reach { interval, slopes: left.join(either, &right, either) }
            }
        })
    }

    fn unary(&mut self, operation: UnaryOp, operand: Reach) -> Result<Reach, Undefined> {
        let (x, one) = (operand.interval, Interval::point(Decimal::ONE));
        let zero = Interval::point(Decimal::ZERO);
        let rising = Interval::at_least(Decimal::ZERO);
        let (interval, slope) = match operation {
            UnaryOp::Negate => (-x, -one),
            UnaryOp::Abs if rising.encloses(x) => (x, one),
            UnaryOp::Abs if rising.encloses(-x) => (-x, -one),
            UnaryOp::Abs => (x.abs(), one.hull(-one)),
            UnaryOp::Sqrt => {
                self.is_certain &= rising.encloses(x);
                (x.root(2).ok_or(NotMeaningful::RootOfNegative)?, rising)
            }
            UnaryOp::IsPositive if x.is_positive() => (one, zero),
            UnaryOp::IsPositive if !x.intersects(Interval::more_than(Decimal::ZERO)) => {
                (zero, zero)
            }
            UnaryOp::IsPositive => (one.hull(zero), rising),
            UnaryOp::Power(power) => ((1..power).fold(x, |product, _| product * x), power_slope(x)),
            UnaryOp::GeometricSum(terms) => {
                ((1..terms).fold(x, |sum, _| x * (sum + one)), power_slope(x))
            }
        };
        Ok(Reach { interval, slopes: operand.chain(slope) })
    }

    fn average(&mut self, opening: Reach, closing: Reach) -> Result<Reach, Undefined> {
        let sum = self.binary(BinaryOp::Add, opening, closing)?;
        self.binary(BinaryOp::Div, sum, Reach::constant(Decimal::TWO))
    }

    fn growth(&mut self, from: Reach, to: Reach, years: u8) -> Result<Reach, Undefined> {
        let reason = || growth_reason(from.interval, to.interval, years);
        let base =
            self.keep(from.interval, Interval::more_than(Decimal::ZERO)).ok_or_else(reason)?;
        let one = Interval::point(Decimal::ONE);
        let by = one.checked_div(base).unwrap_or(Interval::everything());
        if years == 1 {
            let factor = to.interval.checked_div(base).map_err(|_| reason())?;
            let slopes = to.join(one, &from, -factor);
            return Ok(Reach { interval: factor - one, slopes: scaled(slopes, by) });
        }
        let rising = Interval::at_least(Decimal::ZERO);
        let value = self.keep(to.interval, rising).ok_or_else(reason)?;
        let factor = value.checked_div(base).map_err(|_| reason())?;
        let yearly = factor.root(years.into()).ok_or_else(reason)?;
        Ok(Reach { interval: yearly - one, slopes: to.join(rising, &from, -rising) })
    }

    fn positive(&mut self, value: Reach, guard: Guard) -> Result<Reach, Undefined> {
        let interval = self.keep(value.interval, Interval::more_than(Decimal::ZERO));
        let interval = interval.ok_or_else(|| guard.reason())?;
        Ok(Reach { interval, ..value })
    }

    fn absent(&mut self, _: &Measure, _: At) -> Reach {
        Reach::constant(Decimal::ZERO)
    }
}

/// Returns the slope of a power, and of a sum of powers.
fn power_slope(x: Interval) -> Interval {
    let rising = Interval::at_least(Decimal::ZERO);
    if rising.encloses(x) { rising } else { Interval::everything() }
}

/// Returns why growth from a base that is never positive has no meaning: the one reason that all
/// the ends give, or else that the base is not positive.
pub(crate) fn growth_reason(from: Interval, to: Interval, years: u8) -> NotMeaningful {
    let ends = |interval: Interval| {
        [interval.low(), interval.high()].into_iter().map(|end| match end {
            Bound::Included(end) | Bound::Excluded(end) => Some(end),
            Bound::Unbounded => None,
        })
    };
    let reasons =
        ends(from).flat_map(|from| ends(to).map(move |to| change::no_growth(from?, to?, years)));
    let mut reasons = reasons.map(|reason| reason.unwrap_or(NotMeaningful::NonPositiveBase));
    let first = reasons.next().unwrap_or(NotMeaningful::NonPositiveBase);
    if reasons.all(|reason| reason == first) { first } else { NotMeaningful::NonPositiveBase }
}
