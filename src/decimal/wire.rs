//! Decimals in serde: written as strings, read from strings or whole numbers, never through `f64`.
//!
//! For `#[serde(with = "wire")]`. A format that hands over a fraction as a binary float has lost
//! the number already, so such a float is refused. `serde_json` with its feature
//! `arbitrary_precision` hands over the digits instead, and those are read exactly.

use core::fmt;

use alloc::string::{String, ToString};

use rust_decimal::Decimal;
use serde::{Deserializer, Serializer, de};

use super::parse;

/// Writes the decimal as a string, without trailing zeros.
pub fn serialize<S: Serializer>(value: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&crate::arith::normal(*value))
}

/// Reads a decimal from a string or a number.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
    deserializer.deserialize_any(DecimalVisitor)
}

/// Reads a decimal from a string or a number.
struct DecimalVisitor;

/// The key under which `serde_json` hands over a number's own digits.
const DIGITS_KEY: &str = "$serde_json::private::Number";

impl<'de> de::Visitor<'de> for DecimalVisitor {
    type Value = Decimal;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a decimal number as a string, such as \"1003697000\"")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Decimal, E> {
        parse(text).map_err(E::custom)
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Decimal, E> {
        Ok(Decimal::from(value))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Decimal, E> {
        Ok(Decimal::from(value))
    }

    fn visit_i128<E: de::Error>(self, value: i128) -> Result<Decimal, E> {
        self.visit_str(&value.to_string())
    }

    fn visit_u128<E: de::Error>(self, value: u128) -> Result<Decimal, E> {
        self.visit_str(&value.to_string())
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Decimal, E> {
        Err(E::custom(format_args!(
            "the number {value} arrived as a binary float, which is not exact; write it as a string"
        )))
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Decimal, A::Error> {
        match map.next_key::<String>()? {
            Some(key) if key == DIGITS_KEY => self.visit_str(&map.next_value::<String>()?),
            _ => Err(de::Error::invalid_type(de::Unexpected::Map, &self)),
        }
    }
}
