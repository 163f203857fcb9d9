//! [`GuidanceForm`]: how guidance was worded.

use serde::{Deserialize, Serialize};

use crate::{figure::Accuracy, quantity::Ratio};

/// How guidance was worded, with the quantities as they were given.
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
