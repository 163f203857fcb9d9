//! Intervals in serde: `{"low": "0.455", "high": null, "low_open": false, "high_open": true}`.

use core::ops::Bound;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Interval, IntervalError};

/// An interval as written; an end that is null is unbounded, and open whatever its flag says.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "struct Interval")]
pub struct Wire {
    low: Option<Value>,
    high: Option<Value>,
    #[serde(default)]
    low_open: bool,
    #[serde(default)]
    high_open: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(transparent)]
struct Value(#[serde(with = "crate::decimal::wire")] Decimal);

impl From<Interval> for Wire {
    fn from(interval: Interval) -> Self {
        let (low, low_open) = written(interval.low);
        let (high, high_open) = written(interval.high);
        Self { low, high, low_open, high_open }
    }
}

impl TryFrom<Wire> for Interval {
    type Error = IntervalError;

    fn try_from(wire: Wire) -> Result<Self, IntervalError> {
        Self::new(read(wire.low, wire.low_open), read(wire.high, wire.high_open))
    }
}

fn written(end: Bound<Decimal>) -> (Option<Value>, bool) {
    match end {
        Bound::Included(value) => (Some(Value(value)), false),
        Bound::Excluded(value) => (Some(Value(value)), true),
        Bound::Unbounded => (None, true),
    }
}

fn read(value: Option<Value>, open: bool) -> Bound<Decimal> {
    match value {
        Some(Value(value)) if open => Bound::Excluded(value),
        Some(Value(value)) => Bound::Included(value),
        None => Bound::Unbounded,
    }
}
