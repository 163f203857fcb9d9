//! Screens: rows put in an order, ranked, and held against their peers.

use alloc::{collections::BTreeMap, vec::Vec};

use rust_decimal::Decimal;

use super::{column::Column, table::Table};
use crate::{
    arith::{self, Rounding},
    undefined::Undefined,
};

/// Which numbers come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Order {
    /// From low to high; of multiples those above zero, and then the others: a price that is a
    /// multiple of a loss is not a low one.
    LowestFirst,
    /// From high to low.
    HighestFirst,
}

/// A row with its place among others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Ranked {
    /// The row of the panel.
    pub row: usize,
    /// Its number, or why there is none.
    pub cell: Result<Decimal, Undefined>,
    /// Its place, counted from one; equal numbers share the first of theirs, and what has no number
    /// has no place.
    pub rank: Option<usize>,
    /// The share of the numbers that are lower, of equal ones half: 0.5 in the middle.
    pub percentile: Option<Decimal>,
}

/// What the numbers of a group of rows come to.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Peers {
    /// How many rows have a number.
    pub count: usize,
    /// How many rows have none, by the code of the reason.
    pub undefined: BTreeMap<&'static str, usize>,
    /// The lowest number.
    pub lowest: Option<Decimal>,
    /// The one in the middle, or the mean of the two that are.
    pub median: Option<Decimal>,
    /// The highest number.
    pub highest: Option<Decimal>,
    /// How many of the numbers are above zero.
    pub positive: usize,
    /// The harmonic mean of those above zero, to 28 digits: of multiples the one that a portfolio
    /// of equal parts has.
    pub harmonic_mean: Option<Decimal>,
}

/// What a row is put in order by: whether it has a number that counts first, the number, the
/// reason, and its place in the panel.
type Key = (u8, Option<Decimal>, Option<Undefined>, usize);

impl Column {
    /// Ranks some of the rows by their numbers; what has none comes last, grouped by the reason.
    ///
    /// It is a total order, so that rows come out the same from whatever order they were in. Rows
    /// past the last one are left out.
    ///
    /// ```
    /// use financials::{
    ///     Currency, History, QuarterlyReport, metrics,
    ///     panel::{Order, Panel}, report::{MarketData, Quote},
    /// };
    ///
    /// let period = "2025-04-01..2025-06-30".parse()?;
    /// let mut panel = Panel::builder();
    /// for (name, price, eps) in [("Lumen", 8, "-0.20"), ("Palantir", 180, "6"), ("A", 50, "5")] {
    ///     let report = QuarterlyReport::builder(name, period, Currency::USD).build()?;
    ///     let history = History::new([report])?;
    ///     let market = MarketData::in_units().share_price(price).eps_ntm(eps);
    ///     panel = panel.quoted(&history, &Quote::new(Currency::USD, market)?);
    /// }
    /// let panel = panel.build()?;
    /// let ranked = metrics::FORWARD_PE_NTM.column(&panel).ranked(0..3, Order::LowestFirst);
    /// // No loss is ever cheap.
    /// let ranks: Vec<_> = ranked.iter().map(|it| (it.row, it.rank)).collect();
    /// assert_eq!(ranks, [(2, Some(1)), (1, Some(2)), (0, None)]);
    /// assert_eq!(ranked[2].cell.unwrap_err().code(), "non_positive_earnings");
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    #[must_use]
    pub fn ranked(&self, rows: impl IntoIterator<Item = usize>, order: Order) -> Vec<Ranked> {
        let mut keyed: Vec<Key> = rows.into_iter().filter_map(|row| self.key(row, order)).collect();
        keyed.sort_unstable();
        keyed.dedup();
        let mut numbers: Vec<Decimal> =
            keyed.iter().filter_map(|(.., row)| self.get(*row)?.ok()).collect();
        numbers.sort_unstable();
        let (mut last, mut ranked) = (None, Vec::with_capacity(keyed.len()));
        for (at, (class, key, _, row)) in keyed.into_iter().enumerate() {
            let Some(cell) = self.get(row) else { continue };
            let rank = match last {
                Some((same, rank)) if same == (class, key) => rank,
                _ => at + 1,
            };
            last = Some(((class, key), rank));
            let percentile = cell.ok().and_then(|number| percentile(&numbers, number));
            ranked.push(Ranked { row, cell, rank: cell.is_ok().then_some(rank), percentile });
        }
        ranked
    }

    fn key(&self, row: usize, order: Order) -> Option<Key> {
        Some(match self.get(row)? {
            Err(reason) => (2, None, Some(reason), row),
            Ok(number) => match order {
                Order::LowestFirst if self.is_of_multiples() && number <= Decimal::ZERO => {
                    (1, Some(number), None, row)
                }
                Order::LowestFirst => (0, Some(number), None, row),
                Order::HighestFirst => (0, Some(-number), None, row),
            },
        })
    }

    /// Returns what the numbers of each group come to, by what a row belongs to; a row that belongs
    /// to nothing is left out.
    ///
    /// ```
    /// use financials::{
    ///     Currency, History, IncomeStatement, QuarterlyReport, metrics, panel::Panel,
    /// };
    ///
    /// let period = "2025-04-01..2025-06-30".parse()?;
    /// let mut panel = Panel::builder();
    /// for (name, income) in [("A", 10), ("B", 20), ("C", 90)] {
    ///     let income = IncomeStatement::in_millions().revenue(100).operating_income(income);
    ///     let report = QuarterlyReport::builder(name, period, Currency::USD).income(income);
    ///     panel = panel.history(&History::new([report.build()?])?);
    /// }
    /// let panel = panel.build()?;
    /// let margins = metrics::OPERATING_MARGIN.column(&panel);
    /// let all = margins.peers(0..3, |_| Some("software"));
    /// assert_eq!(all["software"].median.unwrap().to_string(), "0.2");
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    #[must_use]
    pub fn peers<G: Ord>(
        &self,
        rows: impl IntoIterator<Item = usize>,
        group: impl Fn(usize) -> Option<G>,
    ) -> BTreeMap<G, Peers> {
        let mut groups: BTreeMap<G, (Vec<Decimal>, BTreeMap<&'static str, usize>)> =
            BTreeMap::new();
        for row in rows {
            let (Some(cell), Some(group)) = (self.get(row), group(row)) else { continue };
            let (numbers, undefined) = groups.entry(group).or_default();
            match cell {
                Ok(number) => numbers.push(arith::normal(number)),
                Err(reason) => *undefined.entry(reason.code()).or_default() += 1,
            }
        }
        groups.into_iter().map(|(group, it)| (group, Peers::of(it.0, it.1))).collect()
    }
}

impl Peers {
    fn of(mut numbers: Vec<Decimal>, undefined: BTreeMap<&'static str, usize>) -> Self {
        numbers.sort_unstable();
        let positive: Vec<Decimal> =
            numbers.iter().copied().filter(|number| *number > Decimal::ZERO).collect();
        Self {
            count: numbers.len(),
            undefined,
            lowest: numbers.first().copied(),
            median: median(&numbers),
            highest: numbers.last().copied(),
            positive: positive.len(),
            harmonic_mean: harmonic_mean(&positive),
        }
    }
}

/// Returns the number in the middle of some in order, or the mean of the two that are.
fn median(numbers: &[Decimal]) -> Option<Decimal> {
    let upper = numbers.len() / 2;
    if numbers.len() % 2 == 1 {
        return numbers.get(upper).copied();
    }
    let (low, high) = (*numbers.get(upper.checked_sub(1)?)?, *numbers.get(upper)?);
    let sum = arith::add(low, high, Rounding::HalfEven)?;
    quotient(sum.value, Decimal::TWO)
}

/// Returns the harmonic mean of numbers above zero: their count over the sum of their inverses,
/// taken of the least of them, so that large numbers lose no digits.
fn harmonic_mean(numbers: &[Decimal]) -> Option<Decimal> {
    let least = *numbers.iter().min()?;
    let sum = numbers.iter().try_fold(Decimal::ZERO, |sum, number| {
        let inverse = quotient(least, *number)?;
        arith::add(sum, inverse, Rounding::HalfEven).map(|sum| sum.value)
    })?;
    let all = arith::mul(Decimal::from(numbers.len()), least, Rounding::HalfEven)?;
    if sum.is_zero() { None } else { quotient(all.value, sum) }
}

/// Returns the share of some numbers in order that are lower than one, of equal ones half.
fn percentile(numbers: &[Decimal], number: Decimal) -> Option<Decimal> {
    let below = numbers.partition_point(|other| *other < number);
    let up_to = numbers.partition_point(|other| *other <= number);
    quotient(Decimal::from(below + up_to), Decimal::from(2 * numbers.len()))
}

fn quotient(over: Decimal, under: Decimal) -> Option<Decimal> {
    Some(arith::normal(arith::div(over, under, Rounding::HalfEven)?.value))
}

impl Table<'_> {
    /// Keeps the rows that have a number in a column, by its name, of which something holds; where
    /// there is no such column, none.
    ///
    /// ```
    /// use financials::{Decimal, metrics, panel::Panel};
    ///
    /// let panel = Panel::builder().build()?;
    /// let table = panel.view().table([metrics::REVENUE_GROWTH]);
    /// let growing = table.where_number("revenue_growth", |growth| growth > Decimal::ZERO);
    /// assert!(growing.is_empty());
    /// # Ok::<(), financials::Error>(())
    /// ```
    pub fn where_number(self, name: &str, holds: impl Fn(Decimal) -> bool) -> Self {
        let rows = self.rows().map(|(row, ..)| row);
        let holds = |row: &usize| {
            let cell = self.column(name).and_then(|column| column.get(*row));
            matches!(cell, Some(Ok(number)) if holds(number))
        };
        let rows = rows.filter(holds).collect();
        self.with_rows(rows)
    }

    /// Puts the rows in the order of a column, by its name, as [`Column::ranked`] does; where there
    /// is no such column, leaves them as they are.
    pub fn sorted(self, name: &str, order: Order) -> Self {
        let rows = self.rows().map(|(row, ..)| row);
        let ranked = self.column(name).map(|column| column.ranked(rows, order));
        match ranked {
            Some(ranked) => self.with_rows(ranked.into_iter().map(|it| it.row).collect()),
            None => self,
        }
    }

    /// Keeps the first rows in their order, at most so many.
    pub fn first(self, count: usize) -> Self {
        let rows = self.rows().map(|(row, ..)| row).take(count).collect();
        self.with_rows(rows)
    }
}
