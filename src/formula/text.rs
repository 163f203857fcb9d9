//! A formula as text: read, printed, and on the wire.

use alloc::string::{String, ToString};
use core::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{
    catalogue::OVER_TWELVE_MONTHS, definition::Formula, display, error::FormulaError, parse,
};

impl Formula {
    /// Reads a formula from text.
    ///
    /// # Errors
    ///
    /// - `revenue +` — the text does not follow the grammar; the error quotes the word
    ///   and names its byte.
    /// - `sales / revenue` — a name is no line item, metric or function; the error offers those
    ///   most like it.
    /// - `revenue + shares_diluted` — money and shares cannot be added.
    /// - `ttm(cash)`, `ttm(eps_diluted)`, `ttm(shares_diluted)` — four quarters do not add up.
    pub fn parse(text: &str) -> Result<Self, FormulaError> {
        parse::parse(text, None, &OVER_TWELVE_MONTHS)
            .and_then(|program| Self::build(&program))
            .map_err(|refused| FormulaError::new(text, refused))
    }
}

impl FromStr for Formula {
    type Err = FormulaError;

    fn from_str(text: &str) -> Result<Self, FormulaError> {
        Self::parse(text)
    }
}

impl fmt::Display for Formula {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&display::text(self.nodes(), self.names()))
    }
}

impl Serialize for Formula {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_string())
    }
}

impl<'de> Deserialize<'de> for Formula {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}
