//! [`Accuracy`]: how precisely a figure was stated.

use core::fmt;

use alloc::{borrow::Cow, format, string::String, vec::Vec};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::decimal::excerpt;

/// How precisely a figure was stated.
///
/// ```
/// use financials::Accuracy;
///
/// // "1,003,697" in a table headed "in thousands": correct to the thousand.
/// assert_eq!(Accuracy::Decimals(-3).to_string(), "to 10^3");
/// assert_eq!(Accuracy::Exact.to_string(), "exact");
/// ```
///
/// In serde it is a text, as XBRL writes the attribute `decimals`: `"-3"`, `"INF"` for what is
/// exact; `"unknown"`, or `"assumed 2"` where a place is assumed; and `"-6*2"` for two halves of a
/// million.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Accuracy {
    /// The value itself: a contract term, a count, a computed sum of exact parts. XBRL's `INF`.
    Exact,
    /// Correct to half of `10^-n`, as XBRL's `decimals`: 1.004 billion is `Decimals(-6)`.
    Decimals(i8),
    /// Nothing was said about it, and correct to so many halves of `10^-decimals` is assumed, which
    /// is the place that the same company states the same amount to elsewhere: earnings of 1 dollar
    /// a share are 1.00 where those of the quarters around have cents. A verdict that used it says
    /// so.
    Assumed {
        /// How many halves of the place: one, or as many as figures were added up.
        halves: u16,
        /// The place, as in [`Decimals`](Self::Decimals).
        decimals: i8,
    },
    /// Correct to so many halves of `10^-decimals`: a sum of figures each of which was rounded. The
    /// quarter that a year and its first nine months leave, both in millions, is correct to two
    /// halves of a million.
    Within {
        /// How many halves of the place.
        halves: u16,
        /// The place, as in [`Decimals`](Self::Decimals).
        decimals: i8,
    },
    /// Nothing was said about it, as in SEC companyfacts.
    ///
    /// It is never taken for exact; for comparison only, the place of the last non-zero digit is
    /// assumed, and a verdict that used it says so.
    Unknown,
}

impl Accuracy {
    /// Returns whether nothing was said about it, so that a place has to be assumed.
    ///
    /// ```
    /// use financials::Accuracy;
    ///
    /// assert!(Accuracy::Unknown.is_place_assumed());
    /// assert!(Accuracy::assumed(2).is_place_assumed());
    /// assert!(!Accuracy::Decimals(2).is_place_assumed());
    /// ```
    #[must_use]
    pub const fn is_place_assumed(self) -> bool {
        matches!(self, Self::Assumed { .. } | Self::Unknown)
    }

    /// Returns that correct to half of a place is assumed.
    #[must_use]
    pub const fn assumed(decimals: i8) -> Self {
        Self::Assumed { halves: 1, decimals }
    }

    /// Returns how precise a sum or difference of figures is, by the accuracy of each: their
    /// rounding adds up. If nothing is known of one, nothing is of the sum; if a place is assumed
    /// of one, it is of the sum.
    ///
    /// ```
    /// use financials::Accuracy;
    ///
    /// let millions = Accuracy::Decimals(-6);
    /// let two = Accuracy::Within { halves: 2, decimals: -6 };
    /// assert_eq!(Accuracy::of_sum([millions, millions, Accuracy::Exact]), two);
    /// // A half of a million and one of a thousand are 1,001 of a thousand.
    /// let both = Accuracy::of_sum([millions, Accuracy::Decimals(-3)]);
    /// assert_eq!(both, Accuracy::Within { halves: 1_001, decimals: -3 });
    /// // Of a half of a million and one of a unit so many are more than are counted.
    /// let both = Accuracy::of_sum([millions, Accuracy::Decimals(0)]);
    /// assert_eq!(both, Accuracy::Within { halves: 10_001, decimals: -2 });
    /// assert_eq!(Accuracy::of_sum([millions, Accuracy::Exact]), millions);
    /// ```
    pub fn of_sum(figures: impl IntoIterator<Item = Self>) -> Self {
        let figures: Vec<Self> = figures.into_iter().collect();
        if let [only] = figures[..] {
            return only;
        }
        let mut rounded: Vec<(u16, i8)> = Vec::new();
        let is_assumed = figures.iter().any(|figure| figure.is_place_assumed());
        for figure in figures {
            match figure {
                Self::Exact => {}
                Self::Decimals(decimals) => rounded.push((1, decimals)),
                Self::Within { halves, decimals } | Self::Assumed { halves, decimals } => {
                    rounded.push((halves, decimals));
                }
                Self::Unknown => return Self::Unknown,
            }
        }
        let Some(finest) = rounded.iter().map(|(_, decimals)| *decimals).max() else {
            return Self::Exact;
        };
        // As fine a place as the number of halves allows; at the coarsest nothing is said.
        let fits = |decimals: i8| {
            let all = rounded.iter().try_fold(0_u64, |sum, (halves, own)| {
                sum.checked_add(halves_of(*halves, *own, decimals)?)
            })?;
            Some(match u16::try_from(all).ok()? {
                halves if is_assumed => Self::Assumed { halves, decimals },
                1 => Self::Decimals(decimals),
                halves => Self::Within { halves, decimals },
            })
        };
        let (halves, decimals) = (u16::MAX, i8::MIN);
        let coarsest = match is_assumed {
            true => Self::Assumed { halves, decimals },
            false => Self::Within { halves, decimals },
        };
        (i8::MIN..=finest).rev().find_map(fits).unwrap_or(coarsest)
    }
}

/// Returns halves of one place as halves of another, rounded up.
fn halves_of(halves: u16, of: i8, place: i8) -> Option<u64> {
    let zeros = i16::from(place) - i16::from(of);
    let power = 10_u64.checked_pow(zeros.unsigned_abs().into());
    match (zeros >= 0, power) {
        (true, power) => u64::from(halves).checked_mul(power?),
        (false, Some(power)) => Some(u64::from(halves).div_ceil(power)),
        (false, None) => Some(u64::from(halves.min(1))),
    }
}

impl fmt::Display for Accuracy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exact => f.write_str("exact"),
            Self::Decimals(places) => write!(f, "to 10^{}", -i16::from(*places)),
            Self::Assumed { halves: 1, decimals } => {
                write!(f, "to 10^{}, as is assumed", -i16::from(*decimals))
            }
            Self::Assumed { halves, decimals } => {
                let place = -i16::from(*decimals);
                write!(f, "to {halves} halves of 10^{place}, as is assumed")
            }
            Self::Within { halves, decimals } => {
                write!(f, "to {halves} halves of 10^{}", -i16::from(*decimals))
            }
            Self::Unknown => f.write_str("accuracy unknown"),
        }
    }
}

const EXACT: &str = "INF";
const ASSUMED: &str = "assumed ";
const UNKNOWN: &str = "unknown";

impl Accuracy {
    /// Returns it as serde has it.
    fn wire(self) -> Cow<'static, str> {
        match self {
            Self::Exact => EXACT.into(),
            Self::Decimals(places) => format!("{places}").into(),
            Self::Assumed { halves: 1, decimals } => format!("{ASSUMED}{decimals}").into(),
            Self::Assumed { halves, decimals } => format!("{ASSUMED}{decimals}*{halves}").into(),
            Self::Within { halves, decimals } => format!("{decimals}*{halves}").into(),
            Self::Unknown => UNKNOWN.into(),
        }
    }
}

impl Serialize for Accuracy {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.wire())
    }
}

impl<'de> Deserialize<'de> for Accuracy {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let assumed = text.strip_prefix(ASSUMED);
        let place = assumed.unwrap_or(&text);
        let (place, halves) = match place.split_once('*') {
            Some((place, halves)) => (place, halves.parse().ok()),
            None => (place, Some(1)),
        };
        let read = match (text.as_str(), place.parse(), halves) {
            (EXACT, ..) => Some(Self::Exact),
            (UNKNOWN, ..) => Some(Self::Unknown),
            (_, Ok(decimals), Some(halves)) if assumed.is_some() => {
                Some(Self::Assumed { halves, decimals })
            }
            (_, Ok(decimals), Some(halves)) if text.contains('*') => {
                Some(Self::Within { halves, decimals })
            }
            (_, Ok(decimals), _) => Some(Self::Decimals(decimals)),
            _ => None,
        };
        // No half of a place is INF, and no other text is that of an accuracy.
        let is_some = |read: &Self| {
            !matches!(read, Self::Within { halves: 0, .. } | Self::Assumed { halves: 0, .. })
        };
        read.filter(|read| is_some(read) && read.wire() == text).ok_or_else(|| {
            de::Error::custom(format_args!(
                "accuracy '{}' must be a number of decimals from -128 to 127, as 2 or -6, alone, \
                 behind 'assumed ', with a number of halves as in -6*2 or both; or INF or unknown",
                excerpt(&text)
            ))
        })
    }
}
