//! One look-up for line items, metrics and families, by what people type.

use alloc::{string::String, vec::Vec};

use super::{Family, Measure, Metric};
use crate::{
    decimal::excerpt,
    item::Item,
    names::{self, Offered, letters},
};

/// A text that names neither a line item nor a metric.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{name}' is no line item and no metric, such as {}", Offered(near, "revenue or pe_ratio"))]
pub struct LookupError {
    /// The text, cut after 40 bytes.
    pub name: String,
    /// What has a name most like it, the nearest first; nothing where nothing is like it.
    pub near: Vec<Measure>,
}

impl Measure {
    /// Looks a line item or a metric up by any of its names: exactly, or else by the letters and
    /// digits alone, in any case; a line item goes before a metric.
    ///
    /// Unlike [`parse`](str::parse), which reads names in data and takes an unknown one for a
    /// measure of the user's own, this refuses what nothing is called.
    ///
    /// ```
    /// use financials::{Item, Measure, metrics};
    ///
    /// assert_eq!(Measure::find("EPS")?, Item::EpsDiluted.into());
    /// assert_eq!(Measure::find("Net Debt / EBITDA")?, metrics::NET_DEBT_TO_EBITDA.into());
    /// let error = Measure::find("revnue").unwrap_err();
    /// assert_eq!(error.near.first(), Some(&Item::Revenue.into()));
    /// # Ok::<(), financials::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// - `revnue` — nothing is called that; the error offers what has the names most like it.
    pub fn find(text: &str) -> Result<Self, LookupError> {
        let found = Item::find(text).map(Self::from).or_else(|| Metric::find(text).map(Self::from));
        found.ok_or_else(|| {
            let name = excerpt(text);
            let all = Item::all().map(Self::from).chain(Metric::all().map(Self::from));
            LookupError { near: names::nearest(&name, all, Self::names), name }
        })
    }

    /// Returns every name that it is found by; of a measure of the user's own there is none.
    fn names(self) -> impl Iterator<Item = &'static str> {
        let (item, metric) = match self {
            Self::Item(item) => (Some(item), None),
            Self::Metric(metric) => (None, Some(metric)),
            Self::Named(_) => (None, None),
        };
        let items = item.into_iter().flat_map(Item::names);
        items.chain(metric.into_iter().flat_map(Metric::names))
    }
}

impl Family {
    /// Looks the definitions up that go by a name, in any spelling, as [`Measure::find`] does.
    ///
    /// ```
    /// use financials::metric::Family;
    ///
    /// assert_eq!(Family::find("FCF").map(|family| family.name()), Some("free_cash_flow"));
    /// assert_eq!(Family::find("Net Sales").map(|family| family.name()), None);
    /// ```
    #[must_use]
    pub fn find(text: &str) -> Option<&'static Self> {
        let is_own = |family: &&Self| letters(family.name()).eq(letters(text));
        Self::all().find(is_own).or_else(|| match Measure::find(text).ok()? {
            Measure::Item(item) => Self::of(item.name()),
            Measure::Metric(metric) => metric.names().find_map(Self::of),
            Measure::Named(_) => None,
        })
    }
}
