//! [`Decimals`] and [`Precision`]: how precise a number says it is, as it says so.

use core::fmt;

use crate::figure::Accuracy;

/// The attribute `decimals` of a number.
///
/// ```
/// use financials::{Accuracy, xbrl::Decimals};
///
/// assert_eq!(Decimals::Places(-6).accuracy(), Accuracy::Decimals(-6));
/// assert_eq!(Decimals::Infinite.accuracy(), Accuracy::Exact);
/// // A 10-Q says 128. No amount has so many, and it is not made exact.
/// assert_eq!(Decimals::Places(128).accuracy(), Accuracy::Decimals(127));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Decimals {
    /// Correct to half of `10^-n`; integers past the range of an `i32` are its nearer end.
    Places(i32),
    /// `INF`: the value itself.
    Infinite,
}

impl Decimals {
    /// Returns what figures say of it. Places past the range of an `i8` are its nearer end, where
    /// no number that is kept has a digit.
    #[must_use]
    pub fn accuracy(self) -> Accuracy {
        match self {
            Self::Infinite => Accuracy::Exact,
            Self::Places(places) => {
                Accuracy::Decimals(places.clamp(i8::MIN.into(), i8::MAX.into()) as i8)
            }
        }
    }
}

impl fmt::Display for Decimals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Places(places) => places.fmt(f),
            Self::Infinite => f.write_str("INF"),
        }
    }
}

/// The attribute `precision` of a number, which filings had before 2010.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Precision {
    /// So many significant digits are correct; none at all if it is zero.
    Digits(u32),
    /// `INF`: the value itself.
    Infinite,
}

impl fmt::Display for Precision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Digits(digits) => digits.fmt(f),
            Self::Infinite => f.write_str("INF"),
        }
    }
}
