//! [`Evidence`]: what a figure admits, and how it would read without its hedges.

use core::fmt;

use alloc::boxed::Box;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::{
    arith,
    currency::Currency,
    figure::{Accuracy, Figure, admitted},
    interval::Interval,
    metric::Dimension,
    stated::{Bound, Stated, Unit},
};

/// A figure that was forced is off by at most so many units of its last place: half of one by which
/// it was rounded, and one by which it was changed.
const FORCED_UNITS: Decimal = Decimal::from_parts(15, 0, 0, false, 1);

/// What a figure admits, however it was stated: in prose, in a filing, in a contract, or as an
/// interval that was computed.
///
/// ```
/// use financials::{Decimal, Figure, Stated, tieout::Evidence};
///
/// let prose = Evidence::from(Stated::parse("~$180")?);
/// assert_eq!(prose.admitted().to_string(), "[179, 181]");
/// let filed = Evidence::from(Figure::thousands(1_003_697)?);
/// assert_eq!(filed.to_string(), "1003697000");
/// let strike = Evidence::from(Decimal::from(30));
/// assert_eq!(strike.admitted().to_string(), "[30, 30]");
/// # Ok::<(), financials::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Form", into = "Form")]
pub struct Evidence {
    form: Form,
    readings: [Reading; 3],
    /// The readings of the ends of a range.
    ends: Option<Box<[[Reading; 3]; 2]>>,
}

/// The ways in which a figure is stated, which is what serde writes of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Form {
    Stated(Stated),
    Figure(Box<Figure>),
    Exact(#[serde(with = "crate::decimal::wire")] Decimal),
    Interval(Interval),
}

/// The ways to read a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reader {
    /// As printed.
    Printed,
    /// With every "about" left out.
    Strict,
    /// With trailing zeros as placeholders.
    OpenZeros,
}

/// What a figure admits in one way of reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reading {
    pub interval: Interval,
    /// The value and the place it was rounded to, where the figure is one value without a hedge.
    pub rounded: Option<(Decimal, i8)>,
}

impl Reader {
    /// Returns the one reading of three.
    pub(crate) const fn of(self, [printed, strict, open_zeros]: [Reading; 3]) -> Reading {
        match self {
            Self::Printed => printed,
            Self::Strict => strict,
            Self::OpenZeros => open_zeros,
        }
    }
}

impl Reading {
    /// Returns whether two statements of one figure agree.
    ///
    /// At one place, rounding the same number gives the same figure, so that 748 and 749 thousand
    /// contradict though what they admit meets in a point. At different places, what they admit
    /// must meet.
    pub(crate) fn agrees(self, other: Self) -> bool {
        match (self.rounded, other.rounded) {
            (Some((value, place)), Some((other, other_place))) if place == other_place => {
                value == other
            }
            _ => self.interval.intersects(other.interval),
        }
    }
}

impl Evidence {
    /// Returns the values it admits.
    #[must_use]
    pub fn admitted(&self) -> Interval {
        self.reading(Reader::Printed).interval
    }

    /// Returns whether its accuracy is unknown, so that a place was assumed: the one that the
    /// company uses elsewhere, or that of its last digit that is not zero.
    #[must_use]
    pub fn is_place_assumed(&self) -> bool {
        matches!(&self.form, Form::Figure(figure) if figure.accuracy().is_place_assumed())
    }

    /// Returns the currency of an amount that was stated with one.
    pub(crate) fn currency(&self) -> Option<Currency> {
        self.unit().and_then(Unit::currency)
    }

    /// Returns what it counts, where it was printed.
    pub(crate) fn unit(&self) -> Option<Unit> {
        match &self.form {
            Form::Stated(stated) => Some(stated.unit()),
            _ => None,
        }
    }

    /// Returns the readings of the ends of a range.
    pub(crate) fn ends(&self) -> Option<[[Reading; 3]; 2]> {
        self.ends.as_deref().copied()
    }

    pub(crate) const fn readings(&self) -> [Reading; 3] {
        self.readings
    }

    pub(crate) fn reading(&self, reader: Reader) -> Reading {
        reader.of(self.readings)
    }

    /// Returns it with the other sign, printed as it is.
    pub(crate) fn negated(self) -> Self {
        let turned = |reading: Reading| Reading {
            interval: -reading.interval,
            rounded: reading.rounded.map(|(value, place)| (-value, place)),
        };
        let ends = self.ends.map(|ends| {
            let [low, high] = *ends;
            Box::new([high.map(turned), low.map(turned)])
        });
        Self { readings: self.readings.map(turned), ends, ..self }
    }

    /// Returns it as cut off behind its last digit, where it is one amount without a hedge.
    pub(crate) fn truncated(self) -> Self {
        let is_amount = matches!(self.unit(), Some(Unit::Money(_) | Unit::Count));
        let cut = |reading: Reading| {
            let (value, place) = reading.rounded.filter(|_| is_amount)?;
            let unit = unit(place)?;
            let beyond = if value.is_sign_negative() { value - unit } else { value + unit };
            let open = if value.is_sign_negative() {
                Interval::more_than(beyond)
            } else {
                Interval::less_than(beyond)
            };
            let interval = Interval::point(value).hull(Interval::point(beyond)).intersect(open)?;
            Some(Reading { interval, rounded: None })
        };
        let readings = self.readings.map(|reading| cut(reading).unwrap_or(reading));
        Self { readings, ..self }
    }

    /// Returns it as it is printed, whatever it was read as.
    pub(crate) fn as_printed(&self) -> Self {
        self.form.clone().into()
    }

    /// Returns what rounds to the number of which it says "nearly".
    pub(crate) fn rounded_nearly(&self) -> Option<Interval> {
        let Form::Stated(stated) = &self.form else { return None };
        let is_nearly = stated.bound() == Bound::Nearly && stated.high().is_none();
        is_nearly.then(|| admitted(stated.number(), stated.accuracy()))
    }

    /// Returns it as one unit of its last place may have been added or taken, for its table to add
    /// up.
    pub(crate) fn forced(self) -> Self {
        let wide = |reading: Reading| {
            let (value, place) = reading.rounded?;
            let half = unit(place)? * FORCED_UNITS;
            Some(Reading { interval: Interval::around(value, half).ok()?, rounded: None })
        };
        let readings = self.readings.map(|reading| wide(reading).unwrap_or(reading));
        Self { readings, ..self }
    }

    /// Returns whether it reads otherwise without its "about".
    pub(crate) fn is_hedged(&self) -> bool {
        self.reading(Reader::Printed) != self.reading(Reader::Strict)
    }

    /// Returns whether it reads otherwise with its trailing zeros as placeholders.
    pub(crate) fn has_open_zeros(&self) -> bool {
        self.reading(Reader::Printed) != self.reading(Reader::OpenZeros)
    }
}

impl From<Form> for Evidence {
    fn from(form: Form) -> Self {
        let one = |interval, rounded| [Reading { interval, rounded }; 3];
        let readings = match &form {
            Form::Stated(stated) => readings(stated),
            Form::Figure(figure) => match figure.accuracy() {
                // One that has digits beyond its place is no rounding of another to that place.
                Accuracy::Decimals(place) => {
                    let number = figure.number();
                    let is_rounded =
                        arith::last_place(number).is_none_or(|last| last >= -i32::from(place));
                    one(figure.admitted(), is_rounded.then_some((number, place)))
                }
                Accuracy::Exact
                | Accuracy::Within { .. }
                | Accuracy::Assumed { .. }
                | Accuracy::Unknown => one(figure.admitted(), None),
            },
            Form::Exact(value) => one(Interval::point(*value), None),
            Form::Interval(interval) => one(*interval, None),
        };
        let ends = match &form {
            Form::Stated(stated) => {
                stated.ends().map(|ends| Box::new(ends.map(|end| self::readings(&end))))
            }
            _ => None,
        };
        Self { form, readings, ends }
    }
}

impl From<Evidence> for Form {
    fn from(evidence: Evidence) -> Self {
        evidence.form
    }
}

impl From<Stated> for Evidence {
    fn from(stated: Stated) -> Self {
        Form::Stated(stated).into()
    }
}

impl From<&Figure> for Evidence {
    fn from(figure: &Figure) -> Self {
        figure.clone().into()
    }
}

impl From<Figure> for Evidence {
    fn from(figure: Figure) -> Self {
        Form::Figure(Box::new(figure)).into()
    }
}

/// A value that is exact, such as a contract's term.
impl From<Decimal> for Evidence {
    fn from(value: Decimal) -> Self {
        Form::Exact(value).into()
    }
}

/// Anything between two ends, such as the result of a calculation.
impl From<Interval> for Evidence {
    fn from(interval: Interval) -> Self {
        Form::Interval(interval).into()
    }
}

/// Writes the figure as stated, in the one form that all its notations come to.
impl fmt::Display for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.form {
            Form::Stated(stated) => stated.fmt(f),
            Form::Figure(figure) => figure.number().normalize().fmt(f),
            Form::Exact(value) => value.normalize().fmt(f),
            Form::Interval(interval) => interval.fmt(f),
        }
    }
}

/// Returns one unit in a last place.
pub(crate) fn unit(place: i8) -> Option<Decimal> {
    match u32::try_from(place) {
        Ok(places) => Decimal::try_new(1, places).ok(),
        Err(_) => {
            let zeros = u64::from(place.unsigned_abs());
            (0..zeros).try_fold(Decimal::ONE, |unit, _| unit.checked_mul(Decimal::TEN))
        }
    }
}

/// Returns whether figures in a unit can be of a measure in another.
///
/// A bare number may be of any unit: a P/E of 277, a margin of 0.46.
pub(crate) fn fits(unit: Unit, of: Dimension) -> bool {
    match unit {
        Unit::Money(_) => of.money == 1,
        Unit::Ratio | Unit::Multiple => (of.money, of.shares, of.days) == (0, 0, 0),
        Unit::Days => of.days == 1,
        Unit::Count => true,
    }
}

/// Returns whether figures in two units can be of one measure.
pub(crate) const fn are_alike(unit: Unit, other: Unit) -> bool {
    matches!(
        (unit, other),
        (Unit::Count, _)
            | (_, Unit::Count)
            | (Unit::Money(_), Unit::Money(_))
            | (Unit::Days, Unit::Days)
            | (Unit::Ratio | Unit::Multiple, Unit::Ratio | Unit::Multiple)
    )
}

/// Returns what a figure admits as it is printed, without its "about", and with its trailing zeros
/// as placeholders.
fn readings(stated: &Stated) -> [Reading; 3] {
    let is_one = stated.high().is_none();
    let rounded = |bound: Bound, place: i8| {
        (is_one && bound == Bound::Stated).then_some((stated.number(), place))
    };
    let without_about = match stated.bound() {
        Bound::About => Bound::Stated,
        bound => bound,
    };
    let strict = Reading {
        interval: stated.admitted_without_about(),
        rounded: rounded(without_about, stated.decimals()),
    };
    let printed = Reading {
        interval: stated.admitted(),
        rounded: rounded(stated.bound(), stated.decimals()),
    };
    let open_zeros = match stated.has_open_zeros() {
        true => Reading {
            interval: stated.admitted_without_zeros(),
            rounded: rounded(stated.bound(), stated.last_digit()),
        },
        false => printed,
    };
    [printed, strict, open_zeros]
}
