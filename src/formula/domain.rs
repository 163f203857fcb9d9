//! [`Domain`]: what a formula is read as.

use serde::{Deserialize, Serialize};

use crate::{
    item::Item,
    metric::{Measure, Metric},
    undefined::{Undefined, When},
};

use super::node::{BinaryOp, Guard, Literal, UnaryOp};

/// What the amounts of a formula are taken over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Window {
    /// The period evaluated, except where the formula asks for twelve months.
    #[default]
    AsDeclared,
    /// The period evaluated, even where the formula asks for twelve months: a quarter's return that
    /// is not a year's.
    Period,
    /// Twelve months throughout.
    Ttm,
}

/// The place in time that a part of a formula is read at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct At {
    /// The point in time, seen from the period evaluated.
    pub when: When,
    /// What amounts are taken over there.
    pub over: Over,
}

impl At {
    /// The period evaluated, by itself.
    pub(crate) const HERE: Self = Self { when: When::NOW, over: Over::Period };

    /// Returns the place at which a formula is begun.
    pub(super) const fn of(window: Window) -> Self {
        match window {
            Window::Ttm => Self { over: Over::TwelveMonths, ..Self::HERE },
            Window::AsDeclared | Window::Period => Self::HERE,
        }
    }
}

/// What the amount of a measure is taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Over {
    /// The period itself.
    Period,
    /// Twelve months; an amount per share has none.
    TwelveMonths,
    /// Twelve months, with the amounts per share of four quarters added up by the market's
    /// convention.
    TwelveMonthsPerShare,
    /// No amount, but a balance at the end of the quarter that many before the year's end.
    QuarterEnd(u8),
}

/// What a formula is read as: numbers, intervals, an explanation, a column.
///
/// Each is one implementation of this, and [`evaluate`](crate::formula::evaluate) is the only
/// reader of formulas.
pub trait Domain {
    /// What a part of the formula comes to.
    type Value;

    /// Returns the measure as stated, or nothing where it is to be computed from its own formula.
    ///
    /// # Errors
    ///
    /// Returns the reason why there is neither.
    fn measure(&mut self, measure: &Measure, at: At) -> Result<Option<Self::Value>, Undefined>;

    /// Returns a line item as [`measure`](Self::measure) does.
    ///
    /// A measure holds a name in place and is some thirty times as large as an item; where moving
    /// it costs more than reading the figure, a domain reads the item itself.
    ///
    /// # Errors
    ///
    /// Returns the reason why there is neither.
    fn item(&mut self, item: Item, at: At) -> Result<Option<Self::Value>, Undefined> {
        self.measure(&Measure::Item(item), at)
    }

    /// Returns a metric as [`measure`](Self::measure) does, for the reason of [`item`](Self::item).
    ///
    /// # Errors
    ///
    /// Returns the reason why there is neither.
    fn metric(&mut self, metric: Metric, at: At) -> Result<Option<Self::Value>, Undefined> {
        self.measure(&Measure::Metric(metric), at)
    }

    /// Returns the reason for a measure that is neither stated nor computed; where filings say why
    /// it is absent, a reading over them may say so too.
    fn missing(&self, measure: &Measure, at: At) -> Undefined {
        Undefined::missing(measure, at.when, None)
    }

    /// Returns why a measure that is not stated is no zero either, where it may be left out: it is
    /// given, in a way that no amount can be taken from.
    fn withheld(&self, _measure: &Measure, _at: At) -> Option<Undefined> {
        None
    }

    /// Returns whether a measure that is not stated is computed from the formula that the crate has
    /// for it; so it is unless the reading says otherwise, as one does in which every measure is a
    /// variable.
    fn computes(&self, _measure: &Measure) -> bool {
        true
    }

    /// Turns what a measure's own formula came to into the measure's value.
    ///
    /// # Errors
    ///
    /// Returns the reason why it has none.
    fn computed(
        &mut self,
        _measure: &Measure,
        _at: At,
        value: Self::Value,
    ) -> Result<Self::Value, Undefined> {
        Ok(value)
    }

    /// Returns a number without a unit.
    fn literal(&mut self, literal: Literal) -> Self::Value;

    /// Returns the days of the period, both ends counted.
    ///
    /// # Errors
    ///
    /// Returns the reason why there is no such period.
    fn days(&mut self, at: At) -> Result<Self::Value, Undefined>;

    /// Returns how many of the periods evaluated make a year: four quarters, or one year.
    ///
    /// # Errors
    ///
    /// Returns the reason why there is no such period.
    fn periods_per_year(&mut self, at: At) -> Result<u8, Undefined>;

    /// Applies an operation of two operands.
    ///
    /// # Errors
    ///
    /// Returns the reason why the result does not exist.
    fn binary(
        &mut self,
        operation: BinaryOp,
        left: Self::Value,
        right: Self::Value,
    ) -> Result<Self::Value, Undefined>;

    /// Applies an operation of one operand.
    ///
    /// # Errors
    ///
    /// Returns the reason why the result does not exist.
    fn unary(&mut self, operation: UnaryOp, operand: Self::Value)
    -> Result<Self::Value, Undefined>;

    /// Returns the mean of two balances.
    ///
    /// # Errors
    ///
    /// Returns the reason why it does not exist.
    fn average(
        &mut self,
        opening: Self::Value,
        closing: Self::Value,
    ) -> Result<Self::Value, Undefined>;

    /// Returns the yearly growth from one value to another over a number of years, or the plain
    /// growth where that is one.
    ///
    /// # Errors
    ///
    /// Returns the reason why growth has no meaning, such as a loss that turned to a profit.
    fn growth(
        &mut self,
        from: Self::Value,
        to: Self::Value,
        years: u8,
    ) -> Result<Self::Value, Undefined>;

    /// Returns the value if it is above zero.
    ///
    /// # Errors
    ///
    /// Returns the reason that goes with the guard.
    fn positive(&mut self, value: Self::Value, guard: Guard) -> Result<Self::Value, Undefined>;

    /// Returns zero in the place of a measure that is not reported.
    fn absent(&mut self, measure: &Measure, at: At) -> Self::Value;
}
