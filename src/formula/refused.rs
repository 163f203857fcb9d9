//! [`Refused`]: why a formula is refused when it is built.

use core::fmt;

use crate::{
    bounds::{
        AMOUNT_PLACES_MAX, FORMULA_DEPTH_MAX, FORMULA_NAMES_MAX, FORMULA_NODES_MAX,
        FORMULA_READINGS_MAX,
    },
    metric::{Dimension, Kind},
    names::same_bytes,
};

/// What is expected where a formula or a part of it begins.
pub(super) const NAME: &str = "a name, a number or '('";

/// Why a formula makes no sense, or cannot be read.
///
/// It is `Copy`, so that it can stop a build as well as a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refused {
    /// The text does not follow the grammar.
    Syntax {
        /// The byte at which it stops making sense.
        at: usize,
        /// What would have been read there.
        expected: &'static str,
    },
    /// A name is neither an item nor a metric nor a function.
    UnknownName {
        /// The byte at which the name starts.
        at: usize,
    },
    /// A metric is used before it is declared.
    DeclaredLater {
        /// The byte at which the metric's name starts.
        at: usize,
    },
    /// The formula has too many steps.
    TooLong,
    /// The formula nests too deep.
    TooDeep,
    /// Functions that read their operand at two points in time nest too deep.
    TooManyReadings,
    /// The formula has too many measures of the user's own.
    TooManyNames,
    /// A number is not below 2^32, or has more decimals than amounts may have.
    Number {
        /// The byte at which the number starts.
        at: usize,
    },
    /// A sum, a difference, a smaller or a larger one of things that have different units.
    Unlike {
        /// The unit on the left.
        left: Dimension,
        /// The unit on the right.
        right: Dimension,
    },
    /// `ttm()` of what four quarters do not add up to.
    NotAdditive {
        /// The unit of the operand.
        operand: Dimension,
    },
    /// `ttm_per_share()` of what is not an amount per share over a period.
    NotPerShare,
    /// `annualised()` of what does not belong to a period.
    NotOverAPeriod,
    /// `average()` of what belongs to a period.
    AverageOfFlow,
    /// `quarter_average()` of anything but a balance or a number of shares.
    QuarterAverageOfFlow,
    /// `change()` of what belongs to a period.
    ChangeOfFlow,
    /// `sqrt()` of a unit that has no root.
    NoRoot,
    /// `power()` or `geometric_sum()` of what has a unit.
    PowerOfUnit,
    /// `or_zero()` of more than one measure.
    NotAMeasure,
    /// The formula's unit is not that of the kind it is declared as.
    Kind {
        /// The kind it is declared as.
        declared: Kind,
        /// The unit that the formula has.
        found: Dimension,
    },
}

impl Refused {
    /// Returns the byte at which reading stopped, where it did.
    pub(super) const fn at(&self) -> Option<usize> {
        match self {
            Self::Syntax { at, .. }
            | Self::UnknownName { at }
            | Self::DeclaredLater { at }
            | Self::Number { at } => Some(*at),
            _ => None,
        }
    }

    /// Returns whether a name was wanted, and another word stood there.
    pub(super) const fn is_of_a_name(&self) -> bool {
        match self {
            Self::UnknownName { .. } => true,
            Self::Syntax { expected, .. } => same_bytes(expected.as_bytes(), NAME.as_bytes()),
            _ => false,
        }
    }

    /// Returns the reason without its details; usable while compiling.
    pub(crate) const fn headline(&self) -> &'static str {
        match self {
            Self::Syntax { expected, .. } => expected,
            Self::UnknownName { .. } => "a name is no line item, metric or function",
            Self::DeclaredLater { .. } => "a metric is used before it is declared",
            Self::TooLong => "too many steps",
            Self::TooDeep => "nested too deep",
            Self::TooManyReadings => "averages, changes and growth nested too deep",
            Self::TooManyNames => "measures of its own",
            Self::Number { .. } => "a number is out of range",
            Self::Unlike { .. } => "different units are added or compared",
            Self::NotAdditive { .. } => "ttm() of what four quarters do not add up to",
            Self::NotPerShare => "ttm_per_share() of what is not an amount per share over a period",
            Self::NotOverAPeriod => "annualised() of what does not belong to a period",
            Self::AverageOfFlow => "average() of what belongs to a period",
            Self::QuarterAverageOfFlow => "quarter_average() of what is no balance",
            Self::ChangeOfFlow => "change() of what belongs to a period",
            Self::NoRoot => "sqrt() of a unit without a root",
            Self::PowerOfUnit => "power() of what has a unit",
            Self::NotAMeasure => "or_zero() of more than one measure",
            Self::Kind { .. } => "the formula's unit is not that of the declared kind",
        }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax { at, expected } => write!(f, "expected {expected} at byte {at}"),
            Self::UnknownName { at } => {
                write!(f, "the name at byte {at} is no line item, metric or function")
            }
            Self::DeclaredLater { at } => {
                write!(f, "the metric at byte {at} is declared later, or is the one being declared")
            }
            Self::TooLong => write!(f, "more than {FORMULA_NODES_MAX} steps"),
            Self::TooDeep => write!(f, "nested deeper than {FORMULA_DEPTH_MAX} levels"),
            Self::TooManyReadings => write!(
                f,
                "average(), change(), growth(), growth_qoq() and cagr() nest deeper than \
                 {FORMULA_READINGS_MAX} levels, of which quarter_average() is two"
            ),
            Self::TooManyNames => {
                write!(f, "more than {FORMULA_NAMES_MAX} measures of its own")
            }
            Self::Number { at } => {
                write!(
                    f,
                    "the number at byte {at} must be below 2^32 in its last place, \
                     with at most {AMOUNT_PLACES_MAX} decimals"
                )
            }
            Self::Unlike { left, right } => {
                write!(f, "{left} and {right} cannot be added or compared")
            }
            Self::NotAdditive { operand } if operand.period == 0 => {
                write!(f, "ttm() adds four quarters, and {operand} is not a flow")
            }
            Self::NotAdditive { operand } => {
                write!(f, "ttm() adds four quarters, and {operand} does not add up over them")
            }
            Self::NotPerShare => {
                f.write_str("ttm_per_share() takes an amount per share over a period")
            }
            Self::NotOverAPeriod => {
                f.write_str("annualised() takes an amount over a period, not a balance")
            }
            Self::AverageOfFlow => f.write_str("average() takes a balance, not a flow"),
            Self::QuarterAverageOfFlow => {
                f.write_str("quarter_average() takes a balance or a number of shares")
            }
            Self::ChangeOfFlow => f.write_str("change() takes a balance, not a flow"),
            Self::NoRoot => f.write_str("sqrt() takes a plain number or a squared unit"),
            Self::PowerOfUnit => f.write_str("power() and geometric_sum() take a plain number"),
            Self::NotAMeasure => f.write_str("or_zero() takes one line item or measure"),
            Self::Kind { declared, found } => {
                write!(
                    f,
                    "declared as {declared:?}, which is {}, but is {found}",
                    declared.dimension()
                )
            }
        }
    }
}
