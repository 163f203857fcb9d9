//! [`GuidanceForm`]: how guidance was worded.

use core::fmt::{self, Alignment};

use alloc::{format, string::String};

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::{
    arith::{self, Rounding},
    figure::Accuracy,
    quantity::{Operand, Quantity, Ratio, pad, within},
};

/// How guidance was worded, with the quantities as they were given.
///
/// It prints as companies word it, with the formatter's precision for its quantities:
///
/// ```
/// use financials::{Currency, Money, Ratio, expected::GuidanceForm};
///
/// let usd = |millions: i64| Money::new(millions * 1_000_000, Currency::USD);
/// let range = GuidanceForm::Range { low: usd(4_142)?, high: usd(4_150)? };
/// assert_eq!(format!("{range:.3}"), "$4.142 billion to $4.150 billion");
///
/// let margin = Ratio::from_basis_points(50)?;
/// let point = GuidanceForm::PlusMinus { point: Ratio::parse("0.748")?, margin };
/// assert_eq!(point.to_string(), "74.8%, plus or minus 50 basis points");
/// # Ok::<(), financials::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum GuidanceForm<Q> {
    /// "Between 4,142 and 4,150 million"; both ends belong to it.
    Range {
        /// The low end.
        low: Q,
        /// The high end.
        high: Q,
    },
    /// "65.0 billion, plus or minus 2%": the margin is a part of the point.
    PlusMinusPercent {
        /// The middle.
        point: Q,
        /// The part of it to either side; 2% is 0.02.
        percent: Ratio,
    },
    /// "74.8%, plus or minus 50 basis points": the margin is in the unit of the point.
    PlusMinus {
        /// The middle.
        point: Q,
        /// The distance to either side; 50 basis points are 0.005.
        margin: Q,
    },
    /// "34.1%".
    Point(Q),
    /// "Approximately 6.7 billion".
    Approximately {
        /// The value.
        value: Q,
        /// The last place stated, by which "approximately" is judged.
        accuracy: Accuracy,
    },
    /// "In excess of 1,302 million": more than that.
    InExcessOf(Q),
    /// "At least 85%".
    AtLeast(Q),
    /// "No more than", "up to".
    AtMost(Q),
    /// "Less than", "below".
    LessThan(Q),
    /// "Slightly above 10%": more than that, by an amount that is not given.
    SlightlyAbove(Q),
    /// The company withdrew its guidance, and gave none in its place.
    Withdrawn,
}

impl<Q: Quantity> fmt::Display for GuidanceForm<Q> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = |quantity: &Q| within(quantity, f);
        let text = match self {
            Self::Range { low, high } => format!("{} to {}", shown(low), shown(high)),
            Self::PlusMinusPercent { point, percent } => {
                format!("{}, plus or minus {percent}", shown(point))
            }
            Self::PlusMinus { point, margin } => {
                format!("{}, plus or minus {}", shown(point), distance(margin, f))
            }
            Self::Point(value) => shown(value),
            Self::Approximately { value, .. } => format!("about {}", shown(value)),
            Self::InExcessOf(value) => format!("in excess of {}", shown(value)),
            Self::AtLeast(value) => format!("at least {}", shown(value)),
            Self::AtMost(value) => format!("at most {}", shown(value)),
            Self::LessThan(value) => format!("less than {}", shown(value)),
            Self::SlightlyAbove(value) => format!("slightly above {}", shown(value)),
            Self::Withdrawn => "withdrawn".into(),
        };
        pad(&text, Alignment::Left, f)
    }
}

/// Prints a distance: between ratios in basis points, as a percentage would be a part of the point.
fn distance<Q: Quantity>(margin: &Q, f: &fmt::Formatter<'_>) -> String {
    let points = match <Q as Operand>::NAME == <Ratio as Operand>::NAME {
        true => arith::mul(margin.number(), Decimal::from(10_000), Rounding::HalfEven),
        false => None,
    };
    match points {
        Some(points) => format!("{} basis points", arith::normal(points.value)),
        None => within(margin, f),
    }
}
