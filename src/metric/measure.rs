//! [`Measure`]: anything that a report can state and a formula can use.

use core::{fmt, str::FromStr};

use alloc::string::String;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{Dimension, Kind, Metric};
use crate::item::{Item, Name, NameError, Nature};

/// A line item, a metric of the catalogue, or a measure of the user's own.
///
/// All three share one name space, since the same figure may be reported by one company and
/// computed for another: free cash flow is a metric here, and many companies print their own. Text
/// reads back in that order: an item's name, then a metric's, then any other [`Name`].
///
/// ```
/// use financials::{Item, Measure};
///
/// assert_eq!("revenue".parse::<Measure>()?, Measure::Item(Item::Revenue));
/// assert_eq!("stores".parse::<Measure>()?.to_string(), "stores");
/// # Ok::<(), financials::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Measure {
    /// A line item of the declaration.
    Item(Item),
    /// A metric of the catalogue.
    Metric(Metric),
    /// A measure that the crate does not know.
    Named(Named),
}

/// A measure that the crate does not know, such as a segment's revenue or a count of customers.
///
/// The name of a segment's line item is the item, a colon and the segment: `revenue:us_commercial`
/// is of revenue's nature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "Measure", into = "Measure")]
pub struct Named {
    name: Name,
    nature: Nature,
}

/// A name that the crate knows already, given to a measure that it does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{name}' is a line item or a metric of the catalogue, and names no other measure")]
pub struct NamedError {
    /// The name.
    pub name: Name,
}

impl Named {
    /// Returns the measure of that name and nature.
    ///
    /// Where the name begins with a line item and a colon, the nature is the item's.
    ///
    /// # Errors
    ///
    /// - `revenue`, `gross_margin`, `roe` — the name of a line item, or a name of a metric: one
    ///   name has one meaning.
    pub fn new(name: Name, nature: Nature) -> Result<Self, NamedError> {
        let text = name.as_str().as_bytes();
        if Item::from_bytes(text).is_some() || Metric::from_any_name(text).is_some() {
            return Err(NamedError { name });
        }
        Ok(Self::of(name, nature))
    }

    /// Returns the measure of a name that is known to be free.
    pub(crate) const fn of(name: Name, nature: Nature) -> Self {
        match name.item() {
            Some(item) => Self { name, nature: item.nature() },
            None => Self { name, nature },
        }
    }

    /// Returns the name.
    #[must_use]
    pub const fn name(self) -> Name {
        self.name
    }

    /// Returns what kind of number it is.
    #[must_use]
    pub const fn nature(self) -> Nature {
        self.nature
    }
}

impl Measure {
    /// Returns the line item that it is.
    pub(crate) const fn item(&self) -> Option<Item> {
        match self {
            Self::Item(item) => Some(*item),
            _ => None,
        }
    }

    /// Returns the unit of the measure.
    #[must_use]
    pub const fn dimension(self) -> Dimension {
        match self {
            Self::Item(item) => Dimension::of(item.nature()),
            Self::Metric(metric) => metric.kind().dimension(),
            Self::Named(named) => Dimension::of(named.nature),
        }
    }

    /// Returns what kind of number the measure is.
    #[must_use]
    pub const fn kind(self) -> Kind {
        match self {
            Self::Item(item) => Kind::of(item.nature()),
            Self::Metric(metric) => metric.kind(),
            Self::Named(named) => Kind::of(named.nature),
        }
    }

    /// Returns whether one figure serves the reported and the adjusted basis alike.
    #[must_use]
    pub const fn is_neutral(self) -> bool {
        match self {
            Self::Item(item) => item.is_neutral(),
            Self::Metric(_) => false,
            Self::Named(named) => match named.name.item() {
                Some(item) => item.is_neutral(),
                None => true,
            },
        }
    }
}

impl From<Item> for Measure {
    fn from(item: Item) -> Self {
        Self::Item(item)
    }
}

impl From<Metric> for Measure {
    fn from(metric: Metric) -> Self {
        Self::Metric(metric)
    }
}

impl From<Named> for Measure {
    fn from(named: Named) -> Self {
        Self::Named(named)
    }
}

impl TryFrom<Measure> for Named {
    type Error = NamedError;

    /// Takes a measure that the crate does not know, and refuses any other.
    fn try_from(measure: Measure) -> Result<Self, NamedError> {
        let known = match measure {
            Measure::Named(named) => return Ok(named),
            Measure::Item(item) => item.name(),
            Measure::Metric(metric) => metric.name(),
        };
        Err(NamedError { name: Name::from_bytes(known.as_bytes()).unwrap_or(Name::EMPTY) })
    }
}

impl FromStr for Measure {
    type Err = NameError;

    /// Reads a name; one that is neither an item nor a metric is a flow of money.
    fn from_str(text: &str) -> Result<Self, NameError> {
        if let Some(item) = Item::from_bytes(text.as_bytes()) {
            return Ok(Self::Item(item));
        }
        if let Some(metric) = Metric::find(text) {
            return Ok(Self::Metric(metric));
        }
        Ok(Self::Named(Named::of(text.parse()?, Nature::Flow)))
    }
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Item(item) => item.fmt(f),
            Self::Metric(metric) => metric.fmt(f),
            Self::Named(named) => named.name.fmt(f),
        }
    }
}

/// The form of a measure in serde: its name, or a name with its nature.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "struct Measure")]
struct Wire {
    name: Name,
    nature: Nature,
}

impl Serialize for Measure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Named(named) if named.nature != Nature::Flow && named.name.item().is_none() => {
                Wire { name: named.name, nature: named.nature }.serialize(serializer)
            }
            _ => serializer.collect_str(self),
        }
    }
}

impl<'de> Deserialize<'de> for Measure {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(MeasureVisitor)
    }
}

struct MeasureVisitor;

impl<'de> de::Visitor<'de> for MeasureVisitor {
    type Value = Measure;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a measure, or a map of its name and nature")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Measure, E> {
        text.parse().map_err(E::custom)
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<Measure, E> {
        self.visit_str(&text)
    }

    fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Measure, A::Error> {
        let wire = Wire::deserialize(de::value::MapAccessDeserializer::new(map))?;
        let named = Named::new(wire.name, wire.nature).map_err(de::Error::custom)?;
        Ok(Measure::Named(named))
    }
}
