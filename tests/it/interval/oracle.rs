//! Intervals over exact rationals, done the long way: every product of ends, no sign cases, and the
//! outward rounding on top.

use core::{cmp::Ordering, ops::Bound};

use financials::{Decimal, Interval};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Pow, Signed, Zero};

pub fn rational(value: Decimal) -> BigRational {
    BigRational::new(value.mantissa().into(), BigInt::from(10).pow(value.scale()))
}

fn ten_to(exponent: i32) -> BigRational {
    BigRational::from_integer(10.into()).pow(exponent)
}

/// A point of the extended line.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Point {
    Below,
    At(BigRational),
    Above,
}

/// An end: where it stands and whether it is reached.
pub type End = (Point, bool);

pub fn ends(interval: Interval) -> (End, End) {
    let end = |bound: Bound<Decimal>, beyond: Point| match bound {
        Bound::Included(value) => (Point::At(rational(value)), true),
        Bound::Excluded(value) => (Point::At(rational(value)), false),
        Bound::Unbounded => (beyond, false),
    };
    (end(interval.low(), Point::Below), end(interval.high(), Point::Above))
}

pub fn holds(interval: Interval, value: &BigRational) -> bool {
    let (low, high) = ends(interval);
    let value = Point::At(value.clone());
    let inside = |order: Ordering, closed| order.is_gt() || (order.is_eq() && closed);
    inside(value.cmp(&low.0), low.1) && inside(high.0.cmp(&value), high.1)
}

pub fn add((a, a_closed): &End, (b, b_closed): &End) -> End {
    match (a, b) {
        (Point::At(a), Point::At(b)) => (Point::At(a + b), *a_closed && *b_closed),
        (Point::At(_), beyond) | (beyond, _) => (beyond.clone(), false),
    }
}

pub fn mul((a, a_closed): &End, (b, b_closed): &End) -> End {
    let zero = |end: &Point| matches!(end, Point::At(value) if value.is_zero());
    match (a, b) {
        (a, b) if zero(a) || zero(b) => {
            let reached = (zero(a) && *a_closed) || (zero(b) && *b_closed);
            (Point::At(BigRational::zero()), reached)
        }
        (Point::At(a), Point::At(b)) => (Point::At(a * b), *a_closed && *b_closed),
        (a, b) if positive(a) == positive(b) => (Point::Above, false),
        _ => (Point::Below, false),
    }
}

/// Divides by an end of a divisor above zero; nothing is known from infinity over infinity.
pub fn div((a, a_closed): &End, (b, b_closed): &End) -> Option<End> {
    match (a, b) {
        (Point::At(a), _) if a.is_zero() => Some((Point::At(BigRational::zero()), *a_closed)),
        (Point::At(_), Point::Above) => Some((Point::At(BigRational::zero()), false)),
        (_, Point::Above) => None,
        (a, Point::At(b)) if b.is_zero() => {
            Some((if positive(a) { Point::Above } else { Point::Below }, false))
        }
        (Point::At(a), Point::At(b)) => Some((Point::At(a / b), *a_closed && *b_closed)),
        (beyond, _) => Some((beyond.clone(), false)),
    }
}

fn positive(point: &Point) -> bool {
    match point {
        Point::Below => false,
        Point::At(value) => value.is_positive(),
        Point::Above => true,
    }
}

fn hull(candidates: &[End]) -> (&End, &End) {
    let low = candidates.iter().min_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1))).unwrap();
    let high = candidates.iter().max_by(|a, b| a.0.cmp(&b.0).then(a.1.cmp(&b.1))).unwrap();
    (low, high)
}

/// Returns whether what lies between the candidates, not rounded, meets the interval.
pub fn meets(candidates: &[End], interval: Interval) -> bool {
    let (low, high) = hull(candidates);
    let (other_low, other_high) = ends(interval);
    let before = |low: &End, high: &End| match low.0.cmp(&high.0) {
        Ordering::Less => true,
        Ordering::Equal => low.1 && high.1,
        Ordering::Greater => false,
    };
    before(low, &other_high) && before(&other_low, high)
}

/// Returns the ends, of so many digits, of the narrowest interval around these ends of candidates.
pub fn rounded_hull(candidates: &[End], digits: u32) -> (Bound<BigRational>, Bound<BigRational>) {
    let (low, high) = hull(candidates);
    let mirrored = match &high.0 {
        Point::At(value) => (Point::At(-value), high.1),
        Point::Below => (Point::Above, false),
        Point::Above => (Point::Below, false),
    };
    (rounded_low(low, digits), rounded_low(&mirrored, digits).map(|value| -value))
}

fn rounded_low((end, closed): &End, digits: u32) -> Bound<BigRational> {
    let Point::At(end) = end else {
        assert_eq!(*end, Point::Below, "a low end is not above everything");
        return Bound::Unbounded;
    };
    let mut last_place = -28;
    while end.abs() >= ten_to(last_place + digits as i32) {
        last_place += 1;
    }
    let whole = (end / ten_to(last_place)).floor() * ten_to(last_place);
    let limit = ten_to(28);
    if whole <= -limit.clone() {
        Bound::Unbounded
    } else if whole >= limit {
        Bound::Excluded(limit - ten_to(28 - digits as i32))
    } else if *closed && whole == *end {
        Bound::Included(whole)
    } else {
        Bound::Excluded(whole)
    }
}

/// Returns the ends of an interval as the oracle writes them.
pub fn bounds(interval: Interval) -> (Bound<BigRational>, Bound<BigRational>) {
    (interval.low().map(rational), interval.high().map(rational))
}
