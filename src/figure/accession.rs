//! [`Accession`]: the number of a filing.

use core::{fmt, str::FromStr};

use alloc::string::String;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::decimal::{eight, excerpt};

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
    /// All eighteen digits.
    digits: u64,
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
        let read = text.as_bytes().try_into().ok().and_then(Self::read);
        read.ok_or_else(|| AccessionError { text: excerpt(text) })
    }
}

impl fmt::Display for Accession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { digits } = self;
        let (filer, year) = (digits / 100_000_000, digits / 1_000_000 % 100);
        write!(f, "{filer:010}-{year:02}-{:06}", digits % 1_000_000)
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

impl Accession {
    /// Reads the twenty bytes; files of facts hold one for every 150.
    #[inline]
    pub(crate) fn read(text: &[u8; 20]) -> Option<Self> {
        let [a, b, c, d, e, f, g, h, rest @ ..] = *text;
        let [i, j, b'-', k, l, b'-', m, n, o, p, q, r] = rest else { return None };
        let high = eight([a, b, c, d, e, f, g, h])?;
        let middle = eight([i, j, k, l, m, n, o, p])?;
        let low = eight([b'0', b'0', b'0', b'0', b'0', b'0', q, r])?;
        Some(Self { digits: high * 10_000_000_000 + middle * 100 + low })
    }
}
