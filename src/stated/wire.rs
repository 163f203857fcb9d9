//! A [`Stated`] as data: decimals as strings, and its consistency checked on the way in.

use alloc::string::{String, ToString};

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::{
    arith,
    bounds::AMOUNT_LIMIT,
    currency::Currency,
    stated::{
        amount::Amount, bound::Bound, display::is_multiple, error::StatedError, unit::Unit,
        value::Stated,
    },
};

/// The fields of a figure in data.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "struct Stated")]
struct StatedWire {
    kind: Kind,
    #[serde(with = "crate::decimal::wire")]
    value: Decimal,
    #[serde(default)]
    high: Option<High>,
    decimals: i8,
    bound: Bound,
    #[serde(default)]
    currency: Option<Currency>,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(transparent)]
struct High(#[serde(with = "crate::decimal::wire")] Decimal);

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Money,
    Ratio,
    Multiple,
    Count,
    Days,
}

impl Serialize for Stated {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        StatedWire::from(*self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Stated {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::try_from(StatedWire::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

impl From<Stated> for StatedWire {
    fn from(stated: Stated) -> Self {
        let kind = match stated.unit() {
            Unit::Money(_) => Kind::Money,
            Unit::Ratio => Kind::Ratio,
            Unit::Multiple => Kind::Multiple,
            Unit::Count => Kind::Count,
            Unit::Days => Kind::Days,
        };
        Self {
            kind,
            value: stated.number(),
            high: stated.high().map(High),
            decimals: stated.decimals(),
            bound: stated.bound(),
            currency: stated.unit().currency(),
        }
    }
}

impl TryFrom<StatedWire> for Stated {
    type Error = StatedError;

    fn try_from(wire: StatedWire) -> Result<Self, StatedError> {
        let fault = |why| StatedError::Inconsistent {
            unit: alloc::format!("{:?}", wire.kind).to_lowercase(),
            value: wire.value.to_string(),
            high: wire.high.map_or(String::from("null"), |high| high.0.to_string()),
            decimals: wire.decimals,
            why,
        };
        let unit = match (wire.kind, wire.currency) {
            (Kind::Money, Some(currency)) => Unit::Money(currency),
            (Kind::Money, None) => return Err(fault("has no currency")),
            (_, Some(_)) => return Err(fault("has a currency and is no money")),
            (Kind::Ratio, None) => Unit::Ratio,
            (Kind::Multiple, None) => Unit::Multiple,
            (Kind::Count, None) => Unit::Count,
            (Kind::Days, None) => Unit::Days,
        };
        let places = unit.places_min()..=unit.places_max() as i32;
        if !places.contains(&i32::from(wire.decimals)) {
            return Err(fault("has its last place out of range"));
        }
        let high = wire.high.map(|high| high.0);
        if high.is_some_and(|high| high < wire.value) {
            return Err(fault("is a range that runs downwards"));
        }
        let limit = arith::build(AMOUNT_LIMIT, 0, false);
        if wire.value.abs() >= limit || high.is_some_and(|high| high.abs() >= limit) {
            return Err(fault("is not below 10^19"));
        }
        let place = |value| is_multiple(value, wire.decimals);
        if !(place(wire.value) || high.is_some_and(place)) {
            return Err(fault("has digits behind its last place"));
        }
        let low = Amount { value: wire.value, decimals: wire.decimals, unit };
        Ok(Self::build(low, high, wire.bound))
    }
}
