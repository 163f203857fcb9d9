//! [`ShareBasis`]: per-share amounts and share counts on one count of shares.

use alloc::{collections::BTreeMap, vec::Vec};

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{entry::EntryAmount, non_additive, series::Series};
use crate::companyfacts::{
    filed::{
        restatement::RestatementClass,
        rounding::{self, UnitKind},
        tracks,
        vintage::Vintage,
    },
    reading::{document::CompanyFacts, fact::FiledFact},
};
use crate::{
    arith::{self, Rounding},
    bounds::{
        AMOUNT_PLACES_MAX, EXACT_COUNT_MIN, SPLIT_COUNT_ONE_IN, SPLIT_RATIO_MAX, SPLIT_RATIOS,
        STOCK_DIVIDEND_ONE_IN,
    },
};

/// An amount per share that is rounded to the cent is off by half of one, in thousandths of the
/// currency's major unit.
const HALF_A_CENT: u128 = 5;
const THOUSANDTHS: u32 = 3;

/// The count of shares that a series is on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ShareBasis {
    /// The splits after which shares are counted, the earliest first; figures filed before one are
    /// restated for it.
    pub splits: Vec<Split>,
}

/// A stock split, as the filings around it show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Split {
    /// How many new shares there are…
    pub new: u32,
    /// …for this many old ones; a reverse split has fewer new than old.
    pub old: u32,
    /// The last filing on the old basis was filed then.
    pub after: Date,
    /// The first filing on the new basis was filed then.
    pub by: Date,
}

/// The splits that a company's filings show.
#[derive(Clone, Debug)]
pub(crate) struct Splits(Vec<Split>);

/// New shares for old ones.
type Ratio = (u32, u32);

/// Two filings of one figure that differ.
#[derive(Clone, Copy)]
struct Change<'a> {
    before: &'a FiledFact,
    after: &'a FiledFact,
    /// Whether the later filing gives a figure of the new size for another period too: a slip of
    /// one figure has no such peer.
    has_peer: bool,
}

/// How many figures speak of one split, and when it lay.
struct Tally {
    counts: usize,
    amounts: usize,
    /// Whether one of the counts is enough: it is restated to the last digit, and has a peer.
    is_exact: bool,
    after: Date,
    by: Date,
}

impl Splits {
    /// Finds splits where filings restate share counts up and per-share amounts down by one ratio.
    ///
    /// Each restated figure says that the split lies between two filings; figures of one ratio
    /// whose times overlap speak of one split. Share counts name the ratio: their six or more
    /// digits do not come near a whole multiple by chance. [`Tally::shows`] says when they suffice.
    pub(crate) fn find(facts: &CompanyFacts, vintage: Vintage) -> Self {
        let mut tallies: BTreeMap<Ratio, Vec<Tally>> = BTreeMap::new();
        for change in changes(facts, vintage, UnitKind::Shares) {
            let Some(ratio) = change.ratio() else { continue };
            let known = tallies.entry(ratio).or_default();
            let is_exact = change.has_peer && change.is_exactly(ratio);
            if let Some(tally) = change.of(known) {
                tally.counts += 1;
                tally.is_exact |= is_exact;
            } else {
                let (after, by) = (change.before.filed, change.after.filed);
                known.push(Tally { counts: 1, amounts: 0, is_exact, after, by });
            }
        }
        for change in changes(facts, vintage, UnitKind::PerShare) {
            for (ratio, known) in &mut tallies {
                if change.is_amount_by(*ratio)
                    && let Some(tally) = change.of(known)
                {
                    tally.amounts += 1;
                }
            }
        }
        let mut splits = Vec::new();
        for (ratio @ (new, old), tallies) in tallies {
            let shown = tallies.iter().filter(|tally| tally.shows(ratio));
            splits.extend(shown.map(|tally| Split { new, old, after: tally.after, by: tally.by }));
        }
        splits.sort_by_key(|split| (split.by, split.after));
        Self(splits)
    }

    /// Returns the days of the first filings on the count after each split, the earliest first.
    pub(crate) fn firsts(&self) -> impl Iterator<Item = Date> {
        let Self(splits) = self;
        splits.iter().map(|split| split.by)
    }

    /// Returns whether a split lies between two days of filing.
    pub(crate) fn any_between(&self, first: Date, last: Date) -> bool {
        let Self(splits) = self;
        splits.iter().any(|split| first < split.by && split.by <= last)
    }

    /// Puts every figure of a series on the newest basis.
    pub(crate) fn restate(&self, series: &mut Series) -> ShareBasis {
        let Self(splits) = self;
        let per_share = UnitKind::of(&series.unit) == UnitKind::PerShare;
        for entry in &mut series.entries {
            if let Ok(amount) = &mut entry.amount {
                amount.restate(splits, per_share);
            }
        }
        for restatement in &mut series.restatements {
            let (first, latest) = (restatement.first.filed, restatement.latest.filed);
            if splits.iter().any(|split| first < split.by && split.by <= latest) {
                restatement.class = RestatementClass::Split;
            }
        }
        if !splits.is_empty() {
            non_additive::hold_again(series);
        }
        ShareBasis { splits: splits.clone() }
    }
}

impl EntryAmount {
    /// Restates the amount for the splits after its filing: one multiplication and one division,
    /// rounded to nine decimals, which is as many as an amount may have.
    fn restate(&mut self, splits: &[Split], per_share: bool) {
        let Some(input) = self.inputs.first() else { return };
        let filed = input.filed;
        let (mut new, mut old) = (Decimal::ONE, Decimal::ONE);
        for split in splits.iter().filter(|split| filed < split.by) {
            let times = |a, b| arith::mul(a, Decimal::from(b), Rounding::HalfEven);
            let (Some(more_new), Some(more_old)) = (times(new, split.new), times(old, split.old))
            else {
                return;
            };
            (new, old) = (more_new.value, more_old.value);
        }
        let (times, by) = if per_share { (old, new) } else { (new, old) };
        let product = arith::mul(self.value, times, Rounding::HalfEven);
        let restated = product.and_then(|p| arith::div(p.value, by, Rounding::HalfEven));
        if let Some(restated) = restated.filter(|_| new != old) {
            self.value = arith::normal(restated.value.round_dp(AMOUNT_PLACES_MAX));
            self.split_adjusted = true;
        }
    }
}

impl Tally {
    /// Returns whether the figures show a split: a second one must bear out the count that names
    /// the ratio, unless that count is enough. Shopify's 127,364,735 shares of 2021, which became
    /// 1,273,647,350, are the only ones that a later filing restates.
    ///
    /// A stock dividend of less than a quarter is close to an ordinary correction, so an amount per
    /// share must bear it out.
    fn shows(&self, (new, old): Ratio) -> bool {
        let is_borne_out = self.counts + self.amounts > 1 || self.is_exact;
        let is_dividend = new.abs_diff(old) * STOCK_DIVIDEND_ONE_IN < new.min(old);
        is_borne_out && (self.amounts > 0 || !is_dividend)
    }
}

/// Returns whether a split must change a count: of shares issued, outstanding or weighted. Shares
/// that are only authorised are what the charter allows, and filers slip in them unseen.
fn speaks_of_splits(concept: &str) -> bool {
    let says = |word: &str| concept.contains(word);
    ["Issued", "Outstanding", "Weighted"].into_iter().any(says)
        && !says("Authorized")
        && !says("Preferred")
}

/// Returns the figures of a measure that a later filing changed, in the order of that filing.
fn changes(facts: &CompanyFacts, vintage: Vintage, measure: UnitKind) -> Vec<Change<'_>> {
    let units = facts.groups().filter(|(concept, unit)| {
        UnitKind::of(&unit.unit) == measure
            && (measure != UnitKind::Shares || speaks_of_splits(&concept.name))
    });
    let units = units.map(|(_, unit)| unit);
    let mut changes: Vec<_> = units.flat_map(|unit| changes_in(&unit.facts, vintage)).collect();
    changes.sort_by_key(|change| (change.after.filed, change.before.filed));
    changes
}

/// Returns the figures of one concept that a later filing changed, but for those that became nil or
/// changed their sign.
fn changes_in(facts: &[FiledFact], vintage: Vintage) -> Vec<Change<'_>> {
    let eligible = |fact: &&FiledFact| tracks::eligible(fact, vintage);
    let mut facts: Vec<_> = facts.iter().filter(eligible).collect();
    facts.sort_by_key(|fact| (fact.end, fact.start, fact.filed, fact.accession));
    let mut filings: BTreeMap<_, Vec<&FiledFact>> = BTreeMap::new();
    for fact in &facts {
        filings.entry(fact.accession).or_default().push(fact);
    }
    let has_peer = |of: &FiledFact| {
        filings.get(&of.accession).into_iter().flatten().any(|other| {
            (other.start, other.end) != (of.start, of.end) && alike(other.value, of.value)
        })
    };
    let pairs = facts.iter().zip(facts.iter().skip(1));
    let changed = pairs.filter(|(before, after)| {
        let (a, b) = (before.value, after.value);
        let comparable =
            !a.is_zero() && !b.is_zero() && a.is_sign_negative() == b.is_sign_negative();
        (before.start, before.end) == (after.start, after.end)
            && comparable
            && a != b
            && before.filed < after.filed
    });
    changed.map(|(before, after)| Change { before, after, has_peer: has_peer(after) }).collect()
}

impl Change<'_> {
    /// Returns the tally of a split that may lie between the two filings, narrowed to them.
    fn of<'t>(&self, tallies: &'t mut [Tally]) -> Option<&'t mut Tally> {
        let (after, by) = (self.before.filed, self.after.filed);
        let at = tallies.partition_point(|tally| tally.by <= after);
        let tally = tallies.get_mut(at).filter(|tally| tally.after < by)?;
        tally.after = tally.after.max(after);
        tally.by = tally.by.min(by);
        Some(tally)
    }

    /// Returns the ratio of small whole numbers that takes one share count to the other, but for
    /// the thousand or million that counts are rounded to.
    fn ratio(&self) -> Option<Ratio> {
        let (before, after) = (self.before.value.abs(), self.after.value.abs());
        let (from, to) = (before.min(after), before.max(after));
        let near = |(new, old): &Ratio| {
            let part = Decimal::from(SPLIT_COUNT_ONE_IN);
            let slack = times(to, *old).and_then(|it| arith::div(it, part, Rounding::HalfEven));
            slack.and_then(|slack| is_near(from, *new, to, *old, slack.value)) == Some(true)
        };
        let quotient = arith::div(to, from, Rounding::HalfEven)?.value.round();
        let whole = (2..=SPLIT_RATIO_MAX).find(|new| Decimal::from(*new) == quotient);
        let whole = whole.map(|new| (new, 1));
        let (new, old) = whole.into_iter().chain(SPLIT_RATIOS).find(near)?;
        Some(if before < after { (new, old) } else { (old, new) })
    }

    /// Returns whether a ratio takes one count of six or more digits to the other without rounding.
    fn is_exactly(&self, (new, old): Ratio) -> bool {
        self.before.value > Decimal::from(EXACT_COUNT_MIN)
            && times(self.before.value, new) == times(self.after.value, old)
    }

    /// Returns whether an amount per share changed by a ratio, but for the cent that both are
    /// rounded to.
    fn is_amount_by(&self, (new, old): Ratio) -> bool {
        let slack =
            arith::build(u128::from(new.saturating_add(old)) * HALF_A_CENT, THOUSANDTHS, false);
        let (before, after) = (self.before.value.abs(), self.after.value.abs());
        is_near(after, new, before, old, slack) == Some(true)
    }
}

/// Returns whether neither of two counts is more than twice the other.
fn alike(a: Decimal, b: Decimal) -> bool {
    !rounding::dwarfs(a, b) && !rounding::dwarfs(b, a)
}

/// Returns whether `from × new` and `to × old` differ by no more than some slack.
fn is_near(from: Decimal, new: u32, to: Decimal, old: u32, slack: Decimal) -> Option<bool> {
    let gap = arith::sub(times(from, new)?, times(to, old)?, Rounding::HalfEven)?;
    Some(gap.value.abs() <= slack)
}

fn times(value: Decimal, by: u32) -> Option<Decimal> {
    arith::mul(value, Decimal::from(by), Rounding::HalfEven).map(|product| product.value)
}
