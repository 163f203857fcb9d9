//! [`Unique`]: an object of JSON whose names are all different.

use core::{fmt, marker::PhantomData};
use std::collections::BTreeMap;

use serde::{
    Deserialize, Deserializer,
    de::{self, MapAccess, Visitor},
};

/// An object of JSON in which no name stands twice: of two amounts neither is to be dropped in
/// silence, as a map would.
///
/// ```
/// use financials_arrow::Unique;
///
/// let amounts: Unique<u32> = serde_json::from_str(r#"{"revenue": 5, "net_income": 1}"#)?;
/// assert_eq!(amounts.0.get("revenue"), Some(&5));
/// let twice = serde_json::from_str::<Unique<u32>>(r#"{"revenue": 5, "revenue": 6}"#);
/// assert!(twice.is_err_and(|error| error.to_string().starts_with("'revenue' is given twice")));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Unique<V>(
    /// The values by their names.
    pub BTreeMap<String, V>,
);

impl<V> Default for Unique<V> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Unique<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(UniqueVisitor(PhantomData))
    }
}

struct UniqueVisitor<V>(PhantomData<V>);

impl<'de, V: Deserialize<'de>> Visitor<'de> for UniqueVisitor<V> {
    type Value = Unique<V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Unique<V>, A::Error> {
        let mut entries = BTreeMap::new();
        while let Some((name, value)) = map.next_entry::<String, V>()? {
            if entries.contains_key(&name) {
                return Err(de::Error::custom(format!("'{name}' is given twice")));
            }
            entries.insert(name, value);
        }
        Ok(Unique(entries))
    }
}
