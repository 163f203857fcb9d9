//! [`Accession`]: the number of one filing.

use core::{fmt, str::FromStr};

use alloc::string::String;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// The accession number EDGAR gives to one filing: `0001321655-25-000106`.
///
/// Ten digits for who filed it, two for the year, six for its place in that year (EDGAR Filer
/// Manual, volume II). Numbers of one year and filer stand in order of acceptance.
///
/// ```
/// use financials::companyfacts::Accession;
///
/// let accession: Accession = "0001321655-25-000106".parse()?;
/// assert_eq!(accession.to_string(), "0001321655-25-000106");
/// # Ok::<(), financials::companyfacts::AccessionError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Accession(u64);

/// A text that is no accession number.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{text}' is not an accession number of the form 0001321655-25-000106")]
pub struct AccessionError {
    text: String,
}

impl FromStr for Accession {
    type Err = AccessionError;

    /// Reads an accession number with its hyphens.
    ///
    /// # Errors
    ///
    /// `0001321655-25-106`, `000132165525000106` — anything but 10, 2 and 6 digits between hyphens.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::read(text).ok_or_else(|| AccessionError { text: crate::decimal::excerpt(text) })
    }
}

impl Accession {
    #[inline]
    pub(super) fn read(text: &str) -> Option<Self> {
        let bytes: &[u8; 20] = text.as_bytes().try_into().ok()?;
        let mut number = 0_u64;
        for (at, byte) in bytes.iter().enumerate() {
            let digit = byte.wrapping_sub(b'0');
            if at == 10 || at == 13 {
                if *byte != b'-' {
                    return None;
                }
            } else if digit < 10 {
                number = number * 10 + u64::from(digit);
            } else {
                return None;
            }
        }
        Some(Self(number))
    }
}

impl fmt::Display for Accession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(number) = self;
        let (filer, year, place) =
            (number / 100_000_000, number / 1_000_000 % 100, number % 1_000_000);
        write!(f, "{filer:010}-{year:02}-{place:06}")
    }
}

impl Serialize for Accession {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Accession {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}
