//! [`Assumption`]: what is taken to hold of a figure that nothing states.

use core::fmt;

use alloc::{
    borrow::ToOwned,
    format,
    string::{String, ToString},
};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// What is taken to hold of a figure that nothing states, and is doubted like a claim.
///
/// ```
/// use financials::{Measure, Stated, tieout::{Claim, Network}};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let mut network = Network::new();
/// let revenue: Measure = "revenue".parse()?;
/// network.add(Claim::new("c", revenue, Stated::parse("-$28 million")?).during("FY2024"));
/// let tie_out = network.tie_out();
/// let conflict = tie_out.ruling("c").and_then(|ruling| ruling.conflict()).ok_or("no conflict")?;
/// let [assumed] = conflict.assumed() else { return Err("another number".into()) };
/// assert_eq!(assumed.figure(), "revenue FY2024");
/// assert!(!assumed.is_zero());
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assumption {
    figure: String,
    is_zero: bool,
}

const ZERO: &str = " is zero";
const NOT_BELOW_ZERO: &str = " is not below zero";

impl Assumption {
    /// A figure is zero, as a filing leaves it out.
    pub(crate) fn zero(figure: &impl ToString) -> Self {
        Self { figure: figure.to_string(), is_zero: true }
    }

    /// A figure is not below zero, as it is by its nature.
    pub(crate) fn not_below_zero(figure: &impl ToString) -> Self {
        Self { figure: figure.to_string(), is_zero: false }
    }

    fn read(text: &str) -> Option<Self> {
        let figure = |end| text.strip_suffix(end).map(ToOwned::to_owned);
        let zero = figure(ZERO).map(|figure| Self { figure, is_zero: true });
        zero.or_else(|| figure(NOT_BELOW_ZERO).map(|figure| Self { figure, is_zero: false }))
    }

    /// Returns the figure: whose, which measure, when, and on which basis.
    #[must_use]
    pub fn figure(&self) -> &str {
        &self.figure
    }

    /// Returns whether it is taken as zero, and not merely as not below.
    #[must_use]
    pub const fn is_zero(&self) -> bool {
        self.is_zero
    }
}

impl fmt::Display for Assumption {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.figure)?;
        f.write_str(if self.is_zero { ZERO } else { NOT_BELOW_ZERO })
    }
}

impl Serialize for Assumption {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Assumption {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::read(&text).ok_or_else(|| {
            de::Error::custom(format!(
                "assumed is {text:?}, and must end in `is zero` or `is not below zero`"
            ))
        })
    }
}
