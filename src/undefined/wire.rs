//! Reasons in serde: `{"code": "missing", "text": "…", "measure": "revenue", "at": {…}}`.
//!
//! For `#[serde(with = "wire")]` too, of what is a value or a reason: in the place of the value
//! stands the reason. The first key says which of the two it is, since no value has a key of
//! reasons: nothing is buffered, and a message is that of the one that was meant.

use core::{fmt, marker::PhantomData};

use alloc::string::{String, ToString};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{
        self, DeserializeSeed, IntoDeserializer, MapAccess, Visitor,
        value::{self, MapAccessDeserializer},
    },
};

use super::{Absence, NotMeaningful, Undefined, When};
use crate::{decimal::excerpt, metric::Measure, period::Period};

/// A reason as written: its code, its words, and what it names.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a reason, an object of code and text")]
pub(crate) struct ReasonWire {
    code: String,
    /// For people: whatever is here, the code says what the reason is.
    #[serde(default)]
    text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    measure: Option<Measure>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at: Option<When>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    period: Option<Period>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    other: Option<Period>,
}

/// The keys of a reason, none of which a value has.
const KEYS: [&str; 6] = ["code", "text", "measure", "at", "period", "other"];

/// A reason that is none: an unknown code, or one that does not go with what stands beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NoReason {
    code: String,
}

impl fmt::Display for NoReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "code '{}' is of no reason that has these fields", excerpt(&self.code))
    }
}

impl ReasonWire {
    fn of(code: &str, text: impl ToString) -> Self {
        let (code, text) = (code.to_string(), text.to_string());
        Self { code, text, measure: None, at: None, period: None, other: None }
    }
}

impl Serialize for Undefined {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_wire().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Undefined {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let wire = ReasonWire::deserialize(deserializer)?;
        Self::from_wire(wire).map_err(de::Error::custom)
    }
}

/// Writes the value, or the reason in its place.
pub(crate) fn serialize<T: Serialize, E: Reason, S: Serializer>(
    outcome: &Result<T, E>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match outcome {
        Ok(value) => value.serialize(serializer),
        Err(reason) => reason.to_wire().serialize(serializer),
    }
}

/// Reads a value, or the reason in its place.
pub(crate) fn deserialize<'de, T: Deserialize<'de>, E: Reason, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Result<T, E>, D::Error> {
    deserializer.deserialize_map(OutcomeVisitor(PhantomData))
}

impl From<Undefined> for ReasonWire {
    fn from(reason: Undefined) -> Self {
        let bare = Self::of(reason.code(), reason);
        match reason {
            Undefined::Missing { measure, at } | Undefined::Absent { measure, at, .. } => {
                Self { measure: Some(measure), at: Some(at), ..bare }
            }
            Undefined::NoReport { at } | Undefined::Gap { at } => Self { at: Some(at), ..bare },
            Undefined::NoReportOf { period } => Self { period: Some(period), ..bare },
            Undefined::NotAdjusted { measure } | Undefined::NotAdditive { measure } => {
                Self { measure: Some(measure), ..bare }
            }
            Undefined::PeriodsNotComparable { period, other } => {
                Self { period: Some(period), other: Some(other), ..bare }
            }
            Undefined::NotMeaningful(_)
            | Undefined::ZeroDenominator
            | Undefined::NotTwelveMonths
            | Undefined::CurrenciesDiffer
            | Undefined::UnitsDiffer
            | Undefined::BasesDiffer
            | Undefined::MeasuresDiffer
            | Undefined::NotAQuarter
            | Undefined::NotPartOfAYear
            | Undefined::CompaniesDiffer
            | Undefined::OutOfRange => bare,
        }
    }
}

impl TryFrom<ReasonWire> for Undefined {
    type Error = NoReason;

    fn try_from(wire: ReasonWire) -> Result<Self, NoReason> {
        let ReasonWire { code, text: _, measure, at, period, other } = wire;
        let found = match (measure, at, period, other) {
            (Some(measure), Some(at), None, None) => match code.as_str() {
                "missing" => Some(Self::Missing { measure, at }),
                code => named(code).map(|reason| Self::Absent { measure, at, reason }),
            },
            (Some(measure), None, None, None) => match code.as_str() {
                "not_adjusted" => Some(Self::NotAdjusted { measure }),
                "not_additive" => Some(Self::NotAdditive { measure }),
                _ => None,
            },
            (None, Some(at), None, None) => match code.as_str() {
                "no_report" => Some(Self::NoReport { at }),
                "gap" => Some(Self::Gap { at }),
                _ => None,
            },
            (None, None, Some(period), None) if code == "no_report" => {
                Some(Self::NoReportOf { period })
            }
            (None, None, Some(period), Some(other)) if code == "periods_not_comparable" => {
                Some(Self::PeriodsNotComparable { period, other })
            }
            (None, None, None, None) => bare(&code),
            _ => None,
        };
        found.ok_or(NoReason { code })
    }
}

/// Returns the reason that a code alone says.
fn bare(code: &str) -> Option<Undefined> {
    Some(match code {
        "zero_denominator" => Undefined::ZeroDenominator,
        "not_twelve_months" => Undefined::NotTwelveMonths,
        "currencies_differ" => Undefined::CurrenciesDiffer,
        "units_differ" => Undefined::UnitsDiffer,
        "bases_differ" => Undefined::BasesDiffer,
        "measures_differ" => Undefined::MeasuresDiffer,
        "not_a_quarter" => Undefined::NotAQuarter,
        "not_part_of_a_year" => Undefined::NotPartOfAYear,
        "companies_differ" => Undefined::CompaniesDiffer,
        "out_of_range" => Undefined::OutOfRange,
        code => named::<NotMeaningful>(code)?.into(),
    })
}

/// Returns the variant of that name.
fn named<'de, T: Deserialize<'de>>(code: &'de str) -> Option<T> {
    let code: value::BorrowedStrDeserializer<'de, value::Error> =
        value::BorrowedStrDeserializer::new(code);
    T::deserialize(code).ok()
}

/// What may stand in the place of a value.
pub(crate) trait Reason: Sized {
    fn to_wire(&self) -> ReasonWire;
    fn from_wire(wire: ReasonWire) -> Result<Self, NoReason>;
}

impl Reason for Undefined {
    fn to_wire(&self) -> ReasonWire {
        (*self).into()
    }

    fn from_wire(wire: ReasonWire) -> Result<Self, NoReason> {
        wire.try_into()
    }
}

/// Of an item that stands beside it: the code and the text alone.
impl Reason for Absence {
    fn to_wire(&self) -> ReasonWire {
        ReasonWire::of(self.code(), self)
    }

    fn from_wire(wire: ReasonWire) -> Result<Self, NoReason> {
        let ReasonWire { code, text: _, measure, at, period, other } = wire;
        let is_bare = (measure, at, period, other) == (None, None, None, None);
        named(&code).filter(|_| is_bare).ok_or(NoReason { code })
    }
}

struct OutcomeVisitor<T, E>(PhantomData<(T, E)>);

impl<'de, T: Deserialize<'de>, E: Reason> Visitor<'de> for OutcomeVisitor<T, E> {
    type Value = Result<T, E>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value, or a reason, an object of code and text")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Result<T, E>, A::Error> {
        let first = map.next_key::<String>()?;
        let is_reason = first.as_deref().is_some_and(|key| KEYS.contains(&key));
        let whole = MapAccessDeserializer::new(Whole { first, rest: map });
        if !is_reason {
            return T::deserialize(whole).map(Ok);
        }
        let reason = Deserialize::deserialize(whole)?;
        E::from_wire(reason).map(Err).map_err(de::Error::custom)
    }
}

/// A map whose first key was looked at.
struct Whole<A> {
    first: Option<String>,
    rest: A,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Whole<A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, A::Error> {
        match self.first.take() {
            Some(key) => seed.deserialize(key.into_deserializer()).map(Some),
            None => self.rest.next_key_seed(seed),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.rest.next_value_seed(seed)
    }
}
