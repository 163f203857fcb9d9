//! Twelve months of diluted earnings per share of which a quarter's own cannot be had.
//!
//! The diluted count of a year that is a loss is the basic one (ASC 260-10-45-17), so that it says
//! nothing of a fourth quarter with a profit: what options add to that is in no filing. Of twelve
//! months it is little. Their income over their weighted shares, with the basic count for that
//! quarter, is too high by a quarter of what options add: Marvell's twelve months to November 2025
//! make 2.85 dollars, as the four quarters of its press releases do.

use alloc::vec::Vec;

use super::weighted;
use crate::companyfacts::{
    deriving::{
        entry::{Derivation, Entry, EntryAmount},
        series::{self, Series},
    },
    filed::finding::{FindingKind, SeriesFinding},
    known::KnownFacts,
    periods::days,
};
use crate::{
    Decimal, Item,
    arith::{self, Rounding},
    bounds::{AMOUNT_PLACES_MAX, QUARTERS_PER_YEAR},
    period::PeriodKind,
    undefined::Absence,
};

impl KnownFacts<'_> {
    /// Adds the twelve months with a profit of which a quarter's own amount is not to be had.
    pub(super) fn weigh_twelve_months(&self, series: &mut Series) {
        let is_absent = |entry: &Entry| {
            entry.kind == PeriodKind::Quarter && entry.amount == Err(Absence::NotAdditive)
        };
        if !series.entries.iter().any(is_absent) {
            return;
        }
        let income = self.income(Item::EpsDiluted, true);
        let counts =
            [Item::SharesDiluted, Item::SharesBasic].map(|shares| self.weighed_once(shares));
        // Twelve months that end with the fiscal year are that year.
        let years = income.entries.iter().filter(|entry| {
            entry.kind == PeriodKind::TrailingTwelveMonths && entry.fiscal_quarter != Some(4)
        });
        let found: Vec<Entry> = years
            .filter_map(|year| {
                let quarters = quarters_of(series, year)?;
                let is_wanted = quarters.iter().any(|quarter| is_absent(quarter));
                let known = series.entries.iter().any(|entry| entry.is_of(year));
                let [diluted, basic] = &counts;
                (is_wanted && !known)
                    .then(|| self.over_weighted(year, &quarters, &income, [diluted, basic]))?
            })
            .collect();
        for entry in found {
            let Ok(amount) = &entry.amount else { continue };
            let (kind, reported) = (FindingKind::PerShareConvention, amount.value);
            let (start, end) = (entry.start, entry.end);
            series.findings.push(SeriesFinding { kind, start, end, reported, against: None });
            series.entries.push(entry);
        }
        series::sort(&mut series.entries);
    }

    /// Returns the income of twelve months over the weighted shares of their quarters, if it is a
    /// profit and the amounts that filings give are such quotients too.
    fn over_weighted(
        &self,
        year: &Entry,
        quarters: &[&Entry],
        income: &Series,
        [diluted, basic]: [&Series; 2],
    ) -> Option<Entry> {
        let earned = year.amount.as_ref().ok().filter(|earned| earned.value > Decimal::ZERO)?;
        let (mut weight, mut length) = (Decimal::ZERO, Decimal::ZERO);
        let mut inputs = earned.inputs.clone();
        for quarter in quarters {
            let amount = |series: &Series| {
                let entry = series.entries.iter().find(|entry| entry.is_of(quarter))?;
                entry.amount.as_ref().ok().cloned()
            };
            let count = amount(diluted).or_else(|| amount(basic))?;
            if quarter.amount.as_ref().is_ok_and(|amount| amount.origin.is_reported()) {
                weighted::is_quotient(quarter, diluted, income)?;
            }
            let days = Decimal::from(days::length(quarter.start?, quarter.end));
            let more = arith::mul(days, count.value, Rounding::HalfEven)?;
            weight = arith::add(weight, more.value, Rounding::HalfEven)?.value;
            length = arith::add(length, days, Rounding::HalfEven)?.value;
            inputs.extend(count.inputs);
        }
        let count = arith::div(weight, length, Rounding::HalfEven)?.value;
        let value = arith::div(earned.value, count, Rounding::HalfEven)?;
        let amount = EntryAmount {
            value: arith::normal(value.value.round_dp(AMOUNT_PLACES_MAX)),
            origin: Derivation::WeightedShares,
            inputs,
            restated: earned.restated,
            split_adjusted: false,
        };
        let is_one = weighted::is_on_one_count(&amount.inputs, &self.splits);
        is_one.then(|| Entry { amount: Ok(amount), ..year.clone() })
    }
}

/// Returns the four quarters that make twelve months, day by day.
fn quarters_of<'a>(series: &'a Series, year: &Entry) -> Option<Vec<&'a Entry>> {
    let within = |entry: &&Entry| {
        entry.kind == PeriodKind::Quarter
            && entry.fiscal_quarter.is_some()
            && entry.start >= year.start
            && entry.end <= year.end
    };
    let quarters: Vec<_> = series.entries.iter().filter(within).collect();
    let mut pairs = quarters.iter().zip(quarters.iter().skip(1));
    let is_whole = quarters.len() == QUARTERS_PER_YEAR
        && quarters.first()?.start == year.start
        && quarters.last()?.end == year.end
        && pairs.all(|(one, next)| one.end.tomorrow().ok() == next.start);
    is_whole.then_some(quarters)
}
