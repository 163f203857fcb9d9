//! [`Name`]: the name of an open-ended measure.

use core::{fmt, str::FromStr};

use alloc::string::String;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::Item;
use crate::{bounds::NAME_BYTES_MAX, decimal::excerpt};

/// The name of a measure that the crate does not know: a segment's revenue, a company's own
/// measure.
///
/// It starts with a lower-case letter and goes on with lower-case letters, digits, `_` and `:`, at
/// most 47 bytes: `us_commercial`, `revenue:us_commercial`. It is `Copy`, so that a reason for
/// absence can carry it without allocating.
///
/// ```
/// use financials::item::Name;
///
/// let name: Name = "us_commercial".parse()?;
/// assert_eq!(name.as_str(), "us_commercial");
/// assert!("US commercial".parse::<Name>().is_err());
/// # Ok::<(), financials::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Name {
    /// The bytes of the name, then zeros, which makes the derived order that of the text.
    bytes: [u8; NAME_BYTES_MAX],
}

/// A text that cannot name a measure.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "name '{name}' must be 1 to {NAME_BYTES_MAX} lower-case letters, digits, '_' or ':' \
     that begin with a letter"
)]
pub struct NameError {
    /// The text, cut after 40 bytes.
    pub name: String,
}

impl Name {
    pub(crate) const EMPTY: Self = Self { bytes: [0; NAME_BYTES_MAX] };

    /// Returns the name that the bytes spell, or nothing where they cannot be one.
    #[expect(clippy::indexing_slicing, reason = "the index is below both lengths")]
    pub(crate) const fn from_bytes(text: &[u8]) -> Option<Self> {
        if text.is_empty() || text.len() > NAME_BYTES_MAX || !text[0].is_ascii_lowercase() {
            return None;
        }
        let mut name = Self::EMPTY;
        let mut at = 0;
        while at < text.len() {
            if !is_name_byte(text[at]) {
                return None;
            }
            name.bytes[at] = text[at];
            at += 1;
        }
        Some(name)
    }

    /// Returns the line item before the first colon, as in `revenue:us_commercial`.
    #[must_use]
    #[expect(clippy::indexing_slicing, reason = "the index is below the length")]
    pub const fn item(&self) -> Option<Item> {
        let mut at = 0;
        while at < NAME_BYTES_MAX && self.bytes[at] != b':' {
            at += 1;
        }
        if at == NAME_BYTES_MAX {
            return None;
        }
        Item::from_bytes(self.bytes.split_at(at).0)
    }

    /// Returns the name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let length = self.bytes.iter().position(|byte| *byte == 0).unwrap_or(NAME_BYTES_MAX);
        debug_assert!(self.bytes.is_ascii(), "a name is checked as it is made");
        self.bytes.get(..length).and_then(|bytes| str::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

/// Returns whether a byte may stand in a name.
pub(crate) const fn is_name_byte(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_' || byte == b':'
}

impl FromStr for Name {
    type Err = NameError;

    fn from_str(name: &str) -> Result<Self, NameError> {
        Self::from_bytes(name.as_bytes()).ok_or_else(|| NameError { name: excerpt(name) })
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl Serialize for Name {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}
