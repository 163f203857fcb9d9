//! [`Accession`]: the number of a filing.

use core::{fmt, str::FromStr};

use alloc::string::String;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::decimal::excerpt;

/// The accession number that EDGAR gives a filing, such as `0001321655-25-000105`.
///
/// Its parts are the filer agent's CIK in ten digits, the year in two, and a sequence number in six
/// (EDGAR Filer Manual, volume II).
///
/// ```
/// use financials::figure::Accession;
///
/// let accession: Accession = "0001321655-25-000105".parse()?;
/// assert_eq!(accession.to_string(), "0001321655-25-000105");
/// assert!("1321655-25-105".parse::<Accession>().is_err());
/// # Ok::<(), financials::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Accession {
    filer: u64,
    year: u8,
    sequence: u32,
}

/// A text that is no accession number.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "accession '{text}' is not ten, two and six digits with hyphens between, \
     such as 0001321655-25-000105"
)]
pub struct AccessionError {
    /// The text, cut after 40 bytes.
    text: String,
}

impl FromStr for Accession {
    type Err = AccessionError;

    fn from_str(text: &str) -> Result<Self, AccessionError> {
        read(text).ok_or_else(|| AccessionError { text: excerpt(text) })
    }
}

impl fmt::Display for Accession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:010}-{:02}-{:06}", self.filer, self.year, self.sequence)
    }
}

impl fmt::Debug for Accession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
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

/// Files of facts hold one for every 150 bytes, so the eighteen digits are read in one pass.
fn read(text: &str) -> Option<Accession> {
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
    let (filer, year, sequence) =
        (number / 100_000_000, number / 1_000_000 % 100, number % 1_000_000);
    Some(Accession { filer, year: year as u8, sequence: sequence as u32 })
}
