//! Per-share amounts and weighted share counts of quarters that no filing gives.
//!
//! Companies file the fourth quarter's only in the year. Earnings per share do not add up over
//! time: each period divides by its own weighted shares (ASC 260-10-45-10, IAS 33.19), so a fourth
//! quarter is no difference of per-share amounts. Weighted shares are averages over days, though,
//! and so is what the year's add to those of nine months; the income of the quarter divided by that
//! is its amount per share. Apple's 15,408,095 thousand of fiscal 2024 and 15,463,175 of its nine
//! months leave 15,242,855 for the fourth quarter, and its press release has 15,242,853.

use alloc::{borrow::Cow, vec::Vec};

use crate::companyfacts::{
    deriving::{
        entry::{Derivation, Entry, EntryAmount, Input},
        series::Series,
        shares::Splits,
    },
    filed::{
        finding::{FindingKind, SeriesFinding},
        rounding::{dwarfs, exact_difference},
        vintage::Vintage,
    },
    known::{KnownFacts, Shared},
    periods::days,
};
use crate::{
    Date, Decimal, Item,
    arith::{self, Rounding},
    bounds::{AMOUNT_PLACES_MAX, EARNINGS_OFF_CENTS_MAX, IMPLIED_OFF_CENTS_MAX},
    period::PeriodKind,
    undefined::Absence,
};

/// A quarter that no filing gives, with the longer period that it ends and the rest of that.
struct Parts<'a> {
    longer: &'a Entry,
    shorter: &'a Entry,
}

impl KnownFacts<'_> {
    /// Completes the quarters of a per-share amount or weighted share count.
    pub(crate) fn weigh(&self, item: Item, series: &mut Series) {
        let absent = |entry: &&Entry| {
            entry.kind == PeriodKind::Quarter && entry.amount == Err(Absence::NotAdditive)
        };
        let quarters: Vec<Entry> = series.entries.iter().filter(absent).cloned().collect();
        if quarters.is_empty() {
            return;
        }
        let (shares, is_diluted) = match item {
            Item::SharesBasic | Item::SharesDiluted => (None, item == Item::SharesDiluted),
            Item::EpsBasic => (Some(Item::SharesBasic), false),
            Item::EpsDiluted => (Some(Item::SharesDiluted), true),
            _ => return,
        };
        let income = self.income(item, is_diluted);
        let shares = shares.map(|shares| self.tagged_once(shares));
        // Of a loss the diluted amount or count is the basic one, since potential shares would
        // lessen it (ASC 260-10-45-17, IAS 33.41).
        let basic = match item {
            Item::EpsDiluted => Some(self.weighed_once(Item::EpsBasic)),
            Item::SharesDiluted => Some(self.weighed_once(Item::SharesBasic)),
            _ => None,
        };
        for quarter in quarters {
            let found = match &basic {
                Some(basic) if is_loss(&income, &quarter) => weighed(basic, &quarter),
                Some(_) if !self.is_profitable(&income, &quarter) => continue,
                _ => match &shares {
                    None => self.weighted_shares(series, &quarter),
                    Some(shares) => self.per_share(series, shares, &income, &quarter),
                },
            };
            // Few quarters need what stood before a split, and it costs a reading of the file.
            let found = found.or_else(|| self.on_one_count_before(item, &quarter));
            let Some(amount) = found else { continue };
            let (kind, start, end) = (FindingKind::PerShareConvention, quarter.start, quarter.end);
            let reported = amount.value;
            series.findings.push(SeriesFinding { kind, start, end, reported, against: None });
            let known = series.entries.iter_mut().find(|entry| entry.is_of(&quarter));
            if let Some(known) = known {
                known.amount = Ok(amount);
            }
        }
    }

    /// Returns an item that earnings per share are made of, as its own concepts give it.
    pub(super) fn tagged_once(&self, item: Item) -> Cow<'_, Series> {
        match self.shared.tagged.get_or_make(item, || self.tagged(item)) {
            Cow::Borrowed(tagged) => Cow::Borrowed(&tagged.series),
            Cow::Owned(tagged) => Cow::Owned(tagged.series),
        }
    }

    /// Returns an amount per share or weighted share count with its quarters completed.
    pub(super) fn weighed_once(&self, item: Item) -> Cow<'_, Series> {
        self.shared.weighed.get_or_make(item, || {
            let mut series = self.tagged_once(item).into_owned();
            self.weigh(item, &mut series);
            series
        })
    }

    /// Returns what earnings per share are made of as it stood before each split that the filings
    /// show, the last split first.
    ///
    /// After a split the year may be filed again on the new count of shares, and its nine months
    /// never are; before it, both stand on the old.
    fn before_splits(&self) -> &[Shared] {
        self.shared.before_splits.get_or_init(|| {
            let days = self.splits.firsts().filter_map(|by| by.yesterday().ok());
            let days: Vec<Date> = days.filter(|_| self.vintage != Vintage::First).collect();
            let before = days.into_iter().rev().map(|day| {
                let then = self.facts.known(Vintage::AsOf(day));
                // What stood before an earlier split is looked at by itself.
                let _ = then.shared.before_splits.set(Vec::new());
                for item in Shared::OF_EARNINGS {
                    then.weighed_once(item);
                }
                then.shared
            });
            before.collect()
        })
    }

    /// Returns a quarter as it was derived on the count of shares before a split, if its income is
    /// what it was.
    fn on_one_count_before(&self, item: Item, quarter: &Entry) -> Option<EntryAmount> {
        let earned = |income: &Series| {
            let entry = income.entries.iter().find(|entry| entry.is_of(quarter));
            entry.and_then(|entry| Some(entry.amount.as_ref().ok()?.value))
        };
        let now = earned(&self.tagged_once(Item::NetIncome));
        self.before_splits().iter().find_map(|then| {
            let amount = weighed(then.weighed.get(item)?, quarter)?;
            let before = earned(&then.tagged.get(Item::NetIncome)?.series);
            (now.is_none() || now == before).then_some(amount)
        })
    }

    /// Returns the income that a per-share amount divides: what is left for common shareholders,
    /// where the company tags it.
    pub(super) fn income(&self, item: Item, is_diluted: bool) -> Cow<'_, Series> {
        let available = if is_diluted && item == Item::EpsDiluted {
            "NetIncomeLossAvailableToCommonStockholdersDiluted"
        } else {
            "NetIncomeLossAvailableToCommonStockholdersBasic"
        };
        let tagged = self.tagged_once(Item::NetIncome);
        if !matches!(item, Item::EpsBasic | Item::EpsDiluted) {
            return tagged;
        }
        let own = self.concept("us-gaap", available).into_iter();
        let own = own.filter(|own| own.unit == self.currency).flat_map(|own| own.entries);
        let mut own = own.filter(|entry| entry.amount.is_ok()).peekable();
        if own.peek().is_none() {
            return tagged;
        }
        let mut income = tagged.into_owned();
        for entry in own {
            if let Some(known) = income.entries.iter_mut().find(|known| known.is_of(&entry)) {
                known.amount = entry.amount;
            }
        }
        Cow::Owned(income)
    }

    /// Returns whether no quarter of the year up to this one is a loss. Shares that a loss leaves
    /// out are in the year's average or not by the year's own income (ASC 260-10-55-3), so that of
    /// a year with a loss in it says nothing of a quarter; under IFRS each period stands by itself
    /// (IAS 33.37).
    fn is_profitable(&self, income: &Series, quarter: &Entry) -> bool {
        let (Some(year), Some(last)) = (quarter.fiscal_year, quarter.fiscal_quarter) else {
            return false;
        };
        let profit = |number| {
            let entry = income.quarter(year, number).and_then(|entry| entry.amount.as_ref().ok());
            entry.is_some_and(|amount| amount.value > Decimal::ZERO)
        };
        self.facts.concepts().iter().any(|concept| concept.taxonomy == "us-gaap")
            && (1..=last).all(profit)
    }

    /// Returns the weighted shares of a quarter: days times shares of the longer period less those
    /// of the shorter, over the days of the quarter.
    fn weighted_shares(&self, shares: &Series, quarter: &Entry) -> Option<EntryAmount> {
        let Parts { longer, shorter } = Parts::of(shares, quarter)?;
        let weight = |entry: &Entry| {
            let days = Decimal::from(days::length(entry.start?, entry.end));
            let value = entry.amount.as_ref().ok()?.value;
            Some(arith::mul(days, value, Rounding::HalfEven)?.value)
        };
        let rest = exact_difference(weight(longer)?, weight(shorter)?)?;
        let days = Decimal::from(days::length(quarter.start?, quarter.end));
        let value = arith::div(rest, days, Rounding::HalfEven)?.value.round();
        let whole = longer.amount.as_ref().ok()?;
        let near = !dwarfs(value, whole.value) && !dwarfs(whole.value, value);
        let amount = joined([longer, shorter], value, &self.splits)?;
        (near && value > Decimal::ZERO).then_some(amount)
    }

    /// Returns the amount per share of a quarter: its income over its shares.
    fn per_share(
        &self,
        series: &Series,
        shares: &Series,
        income: &Series,
        quarter: &Entry,
    ) -> Option<EntryAmount> {
        let tagged = shares.entries.iter().find(|entry| entry.is_of(quarter));
        let count = match tagged.map(|entry| &entry.amount) {
            Some(Ok(count)) => Some(count.clone()),
            _ => self.weighted_shares(shares, quarter),
        };
        let earned = income.entries.iter().find(|entry| entry.is_of(quarter))?;
        let earned = earned.amount.as_ref().ok()?;
        let parts = Parts::of(series, quarter)?;
        let count = match count {
            Some(count) => {
                for period in [parts.longer, parts.shorter] {
                    is_quotient(period, shares, income)?;
                }
                count
            }
            None => self.implied_shares(&parts, income, quarter, earned.value)?,
        };
        let value = arith::div(earned.value, count.value, Rounding::HalfEven)?;
        let inputs: Vec<Input> = earned.inputs.iter().chain(&count.inputs).cloned().collect();
        let is_one = is_on_one_count(&inputs, &self.splits);
        is_one.then_some(EntryAmount {
            value: arith::normal(value.value.round_dp(AMOUNT_PLACES_MAX)),
            origin: Derivation::WeightedShares,
            inputs,
            restated: earned.restated || count.restated,
            split_adjusted: false,
        })
    }
}

impl KnownFacts<'_> {
    /// Returns the weighted shares that a quarter's longer periods imply where no count is tagged:
    /// Alphabet counts each class by itself, and gives one amount per share for all. Each period's
    /// is its income over its amount per share, and what the rounding of the two amounts does to
    /// the quarter's is held to two cents.
    fn implied_shares(
        &self,
        parts: &Parts<'_>,
        income: &Series,
        quarter: &Entry,
        earned: Decimal,
    ) -> Option<EntryAmount> {
        let value = |entry: &Entry| Some(entry.amount.as_ref().ok()?.value);
        let days = |entry: &Entry| Some(Decimal::from(days::length(entry.start?, entry.end)));
        let weight = |entry: &Entry| {
            let of = income.entries.iter().find(|other| other.is_of(entry))?;
            let count = arith::div(value(of)?, value(entry)?, Rounding::HalfEven)?.value;
            Some(arith::mul(days(entry)?, count, Rounding::HalfEven)?.value)
        };
        let rest = arith::sub(weight(parts.longer)?, weight(parts.shorter)?, Rounding::HalfEven)?;
        let count = arith::div(rest.value, days(quarter)?, Rounding::HalfEven)?.value.round();
        if count <= Decimal::ZERO {
            return None;
        }
        // Half a cent of each period's amount, by how much of it the quarter's takes up.
        let share = |entry: &Entry| {
            Some(arith::div(days(entry)?, value(entry)?.abs(), Rounding::HalfEven)?.value)
        };
        let both = arith::add(share(parts.longer)?, share(parts.shorter)?, Rounding::HalfEven)?;
        let own = arith::div(earned.abs(), count, Rounding::HalfEven)?;
        let own = arith::div(own.value, days(quarter)?, Rounding::HalfEven)?;
        let halves = arith::mul(own.value, both.value, Rounding::HalfEven)?.value;
        if halves > Decimal::from(2 * IMPLIED_OFF_CENTS_MAX) {
            return None;
        }
        joined([parts.longer, parts.shorter], count, &self.splits)
    }
}

/// Returns whether a quarter is a loss.
fn is_loss(income: &Series, quarter: &Entry) -> bool {
    let entry = income.entries.iter().find(|entry| entry.is_of(quarter));
    let amount = entry.and_then(|entry| entry.amount.as_ref().ok());
    amount.is_some_and(|amount| amount.value < Decimal::ZERO)
}

/// Returns the amount that weighing gave a quarter.
fn weighed(series: &Series, quarter: &Entry) -> Option<EntryAmount> {
    let entry = series.entries.iter().find(|entry| entry.is_of(quarter))?;
    let amount = entry.amount.as_ref().ok()?;
    (amount.origin == Derivation::WeightedShares).then(|| amount.clone())
}

impl<'a> Parts<'a> {
    /// Returns the longer period that a quarter ends and the part of it before the quarter.
    fn of(series: &'a Series, quarter: &Entry) -> Option<Self> {
        let start = quarter.start?;
        let kinds = [PeriodKind::Half, PeriodKind::NineMonths, PeriodKind::Year];
        let reported =
            |entry: &&Entry| entry.amount.as_ref().is_ok_and(|amount| amount.origin.is_reported());
        let longer = series.entries.iter().filter(reported).find(|entry| {
            kinds.contains(&entry.kind)
                && entry.end == quarter.end
                && entry.fiscal_year == quarter.fiscal_year
        })?;
        let shorter = series.entries.iter().filter(reported).find(|entry| {
            entry.start == longer.start && entry.end.tomorrow().ok() == Some(start)
        })?;
        Some(Self { longer, shorter })
    }
}

/// Puts what two periods give together.
fn joined(entries: [&Entry; 2], value: Decimal, splits: &Splits) -> Option<EntryAmount> {
    let [longer, shorter] = entries.map(|entry| entry.amount.as_ref().ok());
    let (longer, shorter) = (longer?, shorter?);
    let mut inputs = longer.inputs.clone();
    inputs.extend(shorter.inputs.iter().cloned().map(|input| Input { subtracted: true, ..input }));
    let is_one = longer.restated == shorter.restated && is_on_one_count(&inputs, splits);
    is_one.then_some(EntryAmount {
        value,
        origin: Derivation::WeightedShares,
        inputs,
        restated: longer.restated,
        split_adjusted: false,
    })
}

/// Returns whether no split lies between the filings of some figures.
pub(super) fn is_on_one_count(inputs: &[Input], splits: &Splits) -> bool {
    let filed = || inputs.iter().map(|input| input.filed);
    let (first, last) = (filed().min(), filed().max());
    first.zip(last).is_some_and(|(first, last): (Date, Date)| !splits.any_between(first, last))
}

/// Returns whether income over shares is what the company gives a share for a period, but for the
/// cent it is rounded to: a numerator of its own, such as that of two classes, derives nothing.
pub(super) fn is_quotient(period: &Entry, shares: &Series, income: &Series) -> Option<()> {
    let same = |series: &Series| -> Option<Decimal> {
        let entry = series.entries.iter().find(|entry| entry.is_of(period))?;
        Some(entry.amount.as_ref().ok()?.value)
    };
    let quotient = arith::div(same(income)?, same(shares)?, Rounding::HalfEven)?.value;
    let given = period.amount.as_ref().ok()?.value;
    let gap = arith::sub(quotient, given, Rounding::HalfEven)?.value.abs();
    (gap <= arith::build(EARNINGS_OFF_CENTS_MAX, 2, false)).then_some(())
}
