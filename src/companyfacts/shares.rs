//! [`ShareBasis`]: per-share amounts and share counts on one count of shares.

use alloc::vec::Vec;

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{
    document::CompanyFacts,
    entry::Amount,
    fact::Fact,
    restatement::RestatementClass,
    rounding::{self, Measure},
    series::Series,
    tracks,
    vintage::Vintage,
};
use crate::{
    arith::{self, Rounding},
    bounds::{AMOUNT_PLACES_MAX, SPLIT_RATIO_MAX},
};

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
pub(super) struct Splits(Vec<Split>);

/// How many figures speak of one split.
struct Tally {
    counts: usize,
    all: usize,
    exact: bool,
    split: Split,
}

impl Splits {
    /// Finds splits where filings restate share counts up and per-share amounts down by one ratio.
    ///
    /// Each restated figure says that the split lies between two filings; figures of one ratio
    /// whose times overlap speak of one split. Two figures are evidence if one of them is a share
    /// count, whose six or more digits do not come near a whole multiple by chance. One count alone
    /// is, if it is restated to the last digit by a filing whose other counts are of its size too.
    pub(super) fn find(facts: &CompanyFacts, vintage: Vintage) -> Self {
        let mut votes = Vec::new();
        for (_, unit) in facts.groups() {
            let measure = Measure::of(&unit.unit);
            if matches!(measure, Measure::Shares | Measure::PerShare) {
                let mut kept: Vec<_> =
                    unit.facts.iter().filter(|fact| tracks::eligible(fact, vintage)).collect();
                kept.sort_by_key(|fact| (fact.end, fact.start, fact.filed, fact.accession));
                let pairs = kept.iter().zip(kept.iter().skip(1));
                let same = pairs.filter(|(a, b)| (a.start, a.end) == (b.start, b.end));
                votes.extend(same.filter_map(|(a, b)| {
                    let split = vote(measure, a, b)?;
                    let exact = measure == Measure::Shares && exactly(split, a, b);
                    let beside = |other: &&Fact| {
                        let apart = (other.start, other.end) != (b.start, b.end);
                        apart && other.accession == b.accession && alike(other.value, b.value)
                    };
                    let exact = exact && kept.iter().any(beside);
                    Some((measure, exact, split))
                }));
            }
        }
        votes.sort_by_key(|(_, _, split)| (split.by, split.after));
        let mut tallies: Vec<Tally> = Vec::new();
        for (measure, exact, split) in votes {
            let of_one = |tally: &&mut Tally| {
                let known = tally.split;
                (known.new, known.old) == (split.new, split.old) && split.after < known.by
            };
            let counts = usize::from(measure == Measure::Shares);
            match tallies.iter_mut().find(of_one) {
                Some(tally) => {
                    tally.counts += counts;
                    tally.all += 1;
                    tally.exact |= exact;
                    tally.split.after = tally.split.after.max(split.after);
                }
                None => tallies.push(Tally { counts, all: 1, exact, split }),
            }
        }
        let sure = |tally: &Tally| tally.counts > 0 && (tally.all > 1 || tally.exact);
        let sure = tallies.into_iter().filter(sure);
        Self(sure.map(|tally| tally.split).collect())
    }

    /// Puts every figure of a series on the newest basis.
    pub(super) fn restate(&self, series: &mut Series) -> ShareBasis {
        let Self(splits) = self;
        let per_share = Measure::of(&series.unit) == Measure::PerShare;
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
        ShareBasis { splits: splits.clone() }
    }
}

impl Amount {
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

/// Returns what two filings of one figure say about a split between them.
fn vote(measure: Measure, before: &Fact, after: &Fact) -> Option<Split> {
    let (small, large) = match measure {
        Measure::Shares => (before.value, after.value),
        _ => (after.value, before.value),
    };
    if small == large
        || small.is_zero()
        || large.is_zero()
        || small.is_sign_negative() != large.is_sign_negative()
    {
        return None;
    }
    let (new, old) = match near_ratio(small.abs(), large.abs(), measure) {
        Some(ratio) => ratio,
        None => {
            let (old, new) = near_ratio(large.abs(), small.abs(), measure)?;
            (new, old)
        }
    };
    let (after, by) = (before.filed, after.filed);
    (after < by).then_some(Split { new, old, after, by })
}

/// Returns whether a split takes one count of six or more digits to another without rounding.
fn exactly(split: Split, before: &Fact, after: &Fact) -> bool {
    let times = |value, times: u32| arith::mul(value, Decimal::from(times), Rounding::HalfEven);
    before.value > Decimal::from(100_000)
        && times(before.value, split.new) == times(after.value, split.old)
}

/// Returns whether neither of two counts is more than twice the other.
fn alike(a: Decimal, b: Decimal) -> bool {
    !rounding::dwarfs(a, b) && !rounding::dwarfs(b, a)
}

/// Returns the ratio of small whole numbers that takes one number to the other, but for rounding.
fn near_ratio(from: Decimal, to: Decimal, measure: Measure) -> Option<(u32, u32)> {
    let near = |new: u32, old: u32| {
        let product = arith::mul(from, Decimal::from(new), Rounding::HalfEven)?.value;
        let target = arith::mul(to, Decimal::from(old), Rounding::HalfEven)?.value;
        let gap = arith::sub(product, target, Rounding::HalfEven)?.value.abs();
        // A count is rounded to the thousand or million; an amount per share to the cent.
        let slack = match measure {
            Measure::Shares => arith::div(target, Decimal::from(1000), Rounding::HalfEven)?.value,
            _ => arith::build(u128::from(new.max(old)) * 6, 3, false),
        };
        (gap <= slack).then_some((new, old))
    };
    let wholes = (2..=SPLIT_RATIO_MAX).map(|new| (new, 1));
    let halves = [(3, 2), (5, 2), (5, 4), (4, 3)];
    wholes.chain(halves).find_map(|(new, old)| near(new, old))
}
