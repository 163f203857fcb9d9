//! Total liabilities from the other lines of the balance sheet, which many companies print without
//! that line.
//!
//! Assets are liabilities and equity whatever a company prints, so nothing is judged here. A gross
//! profit that a company does not present is another matter: which costs are those of revenue is
//! its own choice, and the item stays absent.

use alloc::{collections::BTreeSet, vec::Vec};

use super::lines::{join, on_day};
use crate::companyfacts::{
    deriving::{entry::Entry, series::Series},
    known::KnownFacts,
};
use crate::{Date, Item};

/// What a company owes to holders of shares it may have to buy back stands between liabilities and
/// equity (Regulation S-X, rule 5-02.27): the whole, or its parts, each under the first of its tags
/// that is there. The last of a part's tags are pieces that add up to it.
const TEMPORARY_EQUITY: &str =
    "TemporaryEquityCarryingAmountIncludingPortionAttributableToNoncontrollingInterests";
const TEMPORARY_EQUITY_PARTS: [(&[&str], &[&str]); 2] = [
    (&["TemporaryEquityCarryingAmountAttributableToParent", "TemporaryEquityCarryingAmount"], &[]),
    (
        &[
            "RedeemableNoncontrollingInterestEquityCarryingAmount",
            "RedeemableNoncontrollingInterestEquityFairValue",
            "RedeemableNoncontrollingInterestEquityRedemptionValue",
        ],
        &[
            "RedeemableNoncontrollingInterestEquityCommonCarryingAmount",
            "RedeemableNoncontrollingInterestEquityPreferredCarryingAmount",
            "RedeemableNoncontrollingInterestEquityOtherCarryingAmount",
        ],
    ),
];

impl KnownFacts<'_> {
    /// Returns assets less all equity and what stands between the two, where the tagged liabilities
    /// leave a day without.
    pub(crate) fn liabilities(&self, tagged: &Series) -> Vec<Entry> {
        let is_whole = tagged.entries.iter().all(|entry| entry.amount.is_ok());
        if is_whole && !tagged.entries.is_empty() {
            return Vec::new();
        }
        let assets = self.tagged(Item::TotalAssets).series.entries;
        let mut rest = join(assets, &self.equity(), true);
        let parts = self.temporary_equity();
        // Of a company with such holders, a day without them is one whose filing is not there.
        if parts.iter().any(|part| !part.is_empty()) {
            rest.retain(|entry| parts.iter().any(|part| on_day(part, entry).is_some()));
        }
        for part in parts {
            let apart = |entry: &Entry| on_day(&part, entry).is_none();
            let (without, with): (Vec<_>, Vec<_>) = rest.into_iter().partition(apart);
            rest = without;
            rest.extend(join(with, &part, true));
        }
        rest
    }

    /// Returns all equity, noncontrolling interests with it.
    fn equity(&self) -> Vec<Entry> {
        let mut total = self.tagged(Item::TotalEquity).series.entries;
        total.retain(|entry| entry.amount.is_ok());
        let minority = self.tagged(Item::NoncontrollingInterest);
        let parent = self.tagged(Item::StockholdersEquity).series.entries;
        let known: BTreeSet<Date> = total.iter().map(|entry| entry.end).collect();
        let parent = parent.into_iter().filter(|entry| !known.contains(&entry.end));
        if minority.concepts.is_empty() {
            total.extend(parent);
        } else {
            total.extend(join(parent.collect(), &minority.series.entries, false));
        }
        total
    }

    /// Returns what stands between liabilities and equity.
    fn temporary_equity(&self) -> Vec<Vec<Entry>> {
        let whole = self.line([TEMPORARY_EQUITY]);
        let mut parts = Vec::new();
        for (part, pieces) in TEMPORARY_EQUITY_PARTS {
            let part = self.line(part.iter().copied());
            for piece in pieces {
                let mut piece = self.line([*piece]);
                piece.retain(|entry| on_day(&part, entry).is_none());
                parts.push(piece);
            }
            parts.push(part);
        }
        for part in &mut parts {
            part.retain(|entry| on_day(&whole, entry).is_none());
        }
        parts.push(whole);
        parts
    }
}
