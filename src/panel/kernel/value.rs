//! [`Value`]: what a part of a formula comes to in each cell of a block.

use super::whole::Whole;

/// A number for each cell of a block.
#[derive(Clone, Debug)]
pub(super) enum Value<'p> {
    Whole(Whole<'p>),
    Quotient(Quotient<'p>),
}

/// Exact numbers over exact numbers, not divided yet; where a cell is sound, the lower one is not
/// zero.
#[derive(Clone, Debug)]
pub(super) struct Quotient<'p> {
    pub over: Whole<'p>,
    pub under: Whole<'p>,
    /// The walk divides first and multiplies then, by a number of at most so many digits, or
    /// divides by one of so many decimals: its error is as much larger.
    pub slack: u32,
    /// Whether the walk divides once and does no more.
    pub is_plain: bool,
}

impl<'p> Quotient<'p> {
    pub(super) const fn of(over: Whole<'p>, under: Whole<'p>) -> Self {
        Self { over, under, slack: 0, is_plain: true }
    }

    /// Multiplies by exact numbers.
    pub(super) fn times(self, factor: Whole<'p>) -> Option<Self> {
        let digits = factor.bound().checked_ilog10().map_or(0, |log| log + 1);
        let slack = self.slack.max(digits.saturating_sub(factor.scale));
        let over = self.over.product(factor)?;
        Some(Self { over, under: self.under, slack, is_plain: false })
    }

    /// Divides by exact numbers.
    pub(super) fn over(self, divisor: Whole<'p>) -> Option<Self> {
        let slack = self.slack.max(divisor.scale);
        let under = self.under.product(divisor)?;
        Some(Self { over: self.over, under, slack, is_plain: false })
    }

    /// Returns whether no quotient that is not zero is zero to 28 decimals.
    pub(super) const fn is_seen(&self) -> bool {
        self.over.scale <= self.under.scale + 8
    }
}
