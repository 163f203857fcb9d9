//! The items that an identity of the income statement joins: revenue less its cost is the gross
//! profit, whatever a company presents.

use alloc::vec::Vec;

use super::chains;
use crate::{
    Item,
    companyfacts::{
        deriving::breaks::{self, Break},
        filed::tracks::Tracks,
        known::KnownFacts,
    },
};

const JOINED: [Item; 3] = [Item::Revenue, Item::CostOfRevenue, Item::GrossProfit];

impl KnownFacts<'_> {
    /// Returns where filings gave the items that are joined to one otherwise than before, each by
    /// the concept of its that has most facts.
    pub(super) fn joined(&self, item: Item, unit: &str) -> Vec<Break> {
        let others = JOINED.into_iter().filter(|other| JOINED.contains(&item) && *other != item);
        let mut found = Vec::new();
        for other in others {
            let sources = self.sources(other, unit, chains::chain(other));
            let Some((concept, facts)) = sources.iter().max_by_key(|(_, facts)| facts.len()) else {
                continue;
            };
            let list = [(*concept, facts.as_slice())];
            let tracks = Tracks::new(&self.years, self.vintage, unit, &list);
            found.extend(breaks::breaks(&tracks.timelines));
        }
        found
    }
}
