//! Metrics: each declared once, as a name, a kind, a formula and its documentation.
//!
//! The groups are one file each. A formula may use the metrics declared before it, in its own group
//! or an earlier one, so that no metric can depend on itself.

mod lookup;
mod family;
mod measure;

pub mod amounts;
pub mod banks;
pub mod capital_returns;
pub mod cash_flow;
pub mod efficiency;
pub mod growth;
pub mod insurers;
pub mod leverage;
pub mod liquidity;
pub mod margins;
pub mod models;
pub mod per_share;
pub mod real_estate;
pub mod returns;
pub mod scores;
pub mod software;
pub mod valuation;

mod definition;
mod group;
mod kind;

/// Every metric of the catalogue as a constant.
///
/// Each group of them is a module of [`metric`](crate::metric), with a page of its own, and all of
/// them are here:
///
/// ```
/// use financials::{metric::margins, metrics};
///
/// assert_eq!(metrics::OPERATING_MARGIN, margins::OPERATING_MARGIN);
/// ```
pub mod metrics {
    #[doc(no_inline)]
    pub use super::amounts::*;
    #[doc(no_inline)]
    pub use super::banks::*;
    #[doc(no_inline)]
    pub use super::capital_returns::*;
    #[doc(no_inline)]
    pub use super::cash_flow::*;
    #[doc(no_inline)]
    pub use super::efficiency::*;
    #[doc(no_inline)]
    pub use super::growth::*;
    #[doc(no_inline)]
    pub use super::insurers::*;
    #[doc(no_inline)]
    pub use super::leverage::*;
    #[doc(no_inline)]
    pub use super::liquidity::*;
    #[doc(no_inline)]
    pub use super::margins::*;
    #[doc(no_inline)]
    pub use super::models::*;
    #[doc(no_inline)]
    pub use super::per_share::*;
    #[doc(no_inline)]
    pub use super::real_estate::*;
    #[doc(no_inline)]
    pub use super::returns::*;
    #[doc(no_inline)]
    pub use super::scores::*;
    #[doc(no_inline)]
    pub use super::software::*;
    #[doc(no_inline)]
    pub use super::valuation::*;
}

use core::{fmt, str::FromStr};

use alloc::{string::String, vec::Vec};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use definition::Definition;
pub use definition::Metric;
pub use family::{Family, Industry, Openness, Variant};
pub use group::Group;
pub use kind::{Dimension, Kind};
pub use lookup::LookupError;
pub use measure::{Measure, Named, NamedError};

use crate::{
    decimal::excerpt,
    names::{self, NameTable, Offered, letters, same_bytes},
};

const GROUPS: &[&[Definition]] = &[
    amounts::DEFINITIONS,
    margins::DEFINITIONS,
    growth::DEFINITIONS,
    returns::DEFINITIONS,
    liquidity::DEFINITIONS,
    leverage::DEFINITIONS,
    efficiency::DEFINITIONS,
    cash_flow::DEFINITIONS,
    per_share::DEFINITIONS,
    capital_returns::DEFINITIONS,
    valuation::DEFINITIONS,
    models::DEFINITIONS,
    scores::DEFINITIONS,
    software::DEFINITIONS,
    banks::DEFINITIONS,
    insurers::DEFINITIONS,
    real_estate::DEFINITIONS,
];

impl Metric {
    #[expect(
        clippy::indexing_slicing,
        reason = "only the tables make metrics, with their own places"
    )]
    const fn definition(self) -> &'static Definition {
        &GROUPS[self.group as usize][self.index as usize]
    }

    /// Returns the metric at a place in the whole catalogue, which must be below [`COUNT`].
    #[expect(clippy::indexing_slicing, reason = "the place is below the number of metrics")]
    pub(crate) const fn at_place(mut place: usize) -> Self {
        let mut group = 0;
        while place >= GROUPS[group].len() {
            place -= GROUPS[group].len();
            group += 1;
        }
        GROUPS[group][place].metric
    }

    /// Returns every metric of the catalogue, in its order.
    pub fn all() -> impl Iterator<Item = Self> + Clone {
        GROUPS.iter().flat_map(|group| group.iter()).map(|definition| definition.metric)
    }

    /// Returns the name, such as `operating_margin`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.definition().name
    }

    /// Returns the other names under which the field knows it.
    #[must_use]
    pub const fn aliases(self) -> &'static [&'static str] {
        self.definition().aliases
    }

    /// Returns its group.
    #[must_use]
    pub const fn group(self) -> Group {
        self.group
    }

    /// Returns what its value is.
    #[must_use]
    pub const fn kind(self) -> Kind {
        self.definition().kind
    }

    /// Returns the unit of its value.
    ///
    /// A flow's values over consecutive periods add up, unlike those of every other kind.
    #[must_use]
    pub const fn dimension(self) -> Dimension {
        self.kind().dimension()
    }

    /// Returns the formula as it is declared, such as `operating_income / revenue`.
    #[must_use]
    pub const fn formula_text(self) -> &'static str {
        self.definition().formula
    }

    /// Returns what the metric says, in sentences.
    #[must_use]
    pub fn doc(self) -> &'static str {
        self.definition().doc.trim()
    }

    /// Returns whether this metric is declared before another, which may then use it.
    pub(crate) const fn is_before(self, other: Self) -> bool {
        let (own, others) = (self.group as u8, other.group as u8);
        own < others || (own == others && self.index < other.index)
    }

    /// Returns the place of the metric in the whole catalogue.
    #[expect(clippy::indexing_slicing, reason = "a group's number is below the number of groups")]
    pub(crate) const fn place(self) -> usize {
        STARTS[self.group as usize] + self.index as usize
    }

    /// Returns the metric of a name or of an alias, byte for byte; usable while compiling.
    pub(crate) const fn from_any_name(name: &[u8]) -> Option<Self> {
        if let Some(metric) = Self::from_bytes(name) {
            return Some(metric);
        }
        let mut place = 0;
        #[expect(clippy::indexing_slicing, reason = "the index is below the length")]
        while place < COUNT {
            let metric = Self::at_place(place);
            let (aliases, mut at) = (metric.aliases(), 0);
            while at < aliases.len() {
                if same_bytes(aliases[at].as_bytes(), name) {
                    return Some(metric);
                }
                at += 1;
            }
            place += 1;
        }
        None
    }

    /// Returns the metric of a name, byte for byte; usable while compiling.
    pub(crate) const fn from_bytes(name: &[u8]) -> Option<Self> {
        match TABLE.find(&NAMES, name) {
            Some(place) => Some(Self::at_place(place)),
            None => None,
        }
    }
}

/// Where each group starts in the whole catalogue.
static STARTS: [usize; GROUPS.len()] = {
    let (mut starts, mut group) = ([0; GROUPS.len()], 1);
    #[expect(clippy::indexing_slicing, reason = "the indices are below the length")]
    while group < GROUPS.len() {
        starts[group] = starts[group - 1] + GROUPS[group - 1].len();
        group += 1;
    }
    starts
};

/// How many metrics the catalogue has.
pub(crate) const COUNT: usize = {
    let (mut count, mut group) = (0, 0);
    #[expect(clippy::indexing_slicing, reason = "the index is below the length")]
    while group < GROUPS.len() {
        count += GROUPS[group].len();
        group += 1;
    }
    count
};

static NAMES: [&str; COUNT] = {
    let (mut names, mut place) = ([""; COUNT], 0);
    #[expect(clippy::indexing_slicing, reason = "the place is below the length")]
    while place < COUNT {
        names[place] = Metric::at_place(place).name();
        place += 1;
    }
    names
};

static TABLE: NameTable<2048> = NameTable::new(&NAMES);

/// The table of a group stands at the group's number.
const _: () = {
    let mut group = 0;
    #[expect(clippy::indexing_slicing, reason = "the index is below the length")]
    while group < GROUPS.len() {
        assert!(GROUPS[group][0].group as usize == group);
        group += 1;
    }
};

/// A text that names no metric of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{name}' is not a metric of the catalogue, such as {}",
    Offered(near, metrics::OPERATING_MARGIN.name()))]
pub struct MetricError {
    /// The text, cut after 40 bytes.
    pub name: String,
    /// The metrics with the names most like it, the nearest first; none where nothing is like it.
    pub near: Vec<Metric>,
}

impl Metric {
    /// Returns the metric of a name or an alias: of exactly that one, or else of one with the same
    /// letters and digits, in any case.
    pub(crate) fn find(text: &str) -> Option<Self> {
        Self::from_any_name(text.as_bytes()).or_else(|| {
            let is_same = |name: &str| letters(name).eq(letters(text));
            Self::all().find(|metric| metric.names().any(is_same))
        })
    }

    /// Returns the name and the aliases.
    pub(crate) fn names(self) -> impl Iterator<Item = &'static str> {
        core::iter::once(self.name()).chain(self.aliases().iter().copied())
    }
}

impl FromStr for Metric {
    type Err = MetricError;

    /// Looks a name or an alias up: exactly, or else by its letters and digits alone, in any case.
    ///
    /// ```
    /// use financials::{Metric, metrics};
    ///
    /// for name in ["return_on_equity", "roe", "ROE", "Return on Equity"] {
    ///     assert_eq!(name.parse::<Metric>()?, metrics::RETURN_ON_EQUITY);
    /// }
    /// assert_eq!("EV/EBITDA".parse::<Metric>()?, metrics::EV_TO_EBITDA);
    /// assert_eq!(
    ///     "return_on_equities".parse::<Metric>().unwrap_err().near.first(),
    ///     Some(&metrics::RETURN_ON_EQUITY),
    /// );
    /// # Ok::<(), financials::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// - `sales` — no metric has that name; the error offers those with the names most like it.
    fn from_str(name: &str) -> Result<Self, MetricError> {
        Self::find(name).ok_or_else(|| {
            let name = excerpt(name);
            MetricError { near: names::nearest(&name, Self::all(), Self::names), name }
        })
    }
}

impl fmt::Display for Metric {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl fmt::Debug for Metric {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Metric({})", self.name())
    }
}

impl Serialize for Metric {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for Metric {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}
