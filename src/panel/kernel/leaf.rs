//! Amounts of a line item in each cell of a block.

use alloc::{borrow::Cow, vec, vec::Vec};
use core::ops::Range;

use super::{
    reading::Reading,
    states::{SOUND, States, WALK},
    value::Value,
    whole::{Numbers, Whole, largest},
};
use crate::{
    bounds::QUARTERS_PER_YEAR,
    formula::{At, Over, formula_of},
    item::{Item, Nature},
    metric::Measure,
    panel::{
        cells::{Cells, Narrow, mantissa},
        links::{NONE, TwelveMonths},
    },
    undefined::{Undefined, When},
    view::{Records, amount},
};

/// How the amounts of a line item are read in a block.
struct Leaf<'p> {
    item: Item,
    at: At,
    cells: &'p Cells,
    numbers: Narrow<'p>,
    /// No number of the block, nor of the quarters before it, is larger.
    largest: u64,
    /// How many figures are added up to twelve months, and whether their mean is taken.
    sum: Sum,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sum {
    /// The amount is that of one row.
    One,
    /// Four quarters add up to twelve months.
    Total,
    /// Of four quarters the mean is taken.
    Mean,
}

impl<'p> Reading<'p> {
    /// Reads a line item; nothing where no row of the block states it, so that its own formula may
    /// give it, and a refusal where the block is left to the walk.
    ///
    /// Where only an absent item may be, its absence is no reason yet, and left to the walk.
    pub(super) fn leaf(
        &mut self,
        item: Item,
        at: At,
        is_optional: bool,
    ) -> Result<Option<Value<'p>>, Undefined> {
        if item.is_quoted() {
            return self.quoted(item, at, is_optional);
        }
        let is_computed = formula_of(&item.into()).is_some();
        let Some(cells) = self.panel.cells(item) else {
            // The rules of a row find no figure either; which of them ends the walk depends on it.
            return match is_computed || is_optional {
                true if at.over == Over::Period && at.when == When::NOW => Ok(None),
                true => Err(self.give_up()),
                false => self.looked_up(item, at).map(Some),
            };
        };
        let numbers = cells.narrow().ok_or(self.give_up())?;
        let is_here = at.over == Over::Period && at.when == When::NOW;
        if is_here && (is_computed || is_optional) && !self.rows().any(|row| cells.has(row)) {
            return Ok(None);
        }
        let sum = sum_of(item.nature(), at.over);
        let before = self.rows().start.saturating_sub(QUARTERS_PER_YEAR)..self.rows().end;
        let largest = match sum {
            Sum::One => 0,
            _ => largest(numbers.mantissas.get(before).unwrap_or_default()),
        };
        let leaf = Leaf { item, at, cells, numbers, largest, sum };
        let absent = match is_computed || is_optional {
            true => WALK,
            false => self.missing(item, at.when),
        };
        match (leaf.sum, at.when) {
            (Sum::One, When::NOW) if is_of_the_row(item.nature(), at.over) => {
                Ok(Some(self.plain(&leaf, absent)))
            }
            _ => Ok(Some(self.looked_back(&leaf, absent))),
        }
    }

    /// Reads the amounts of the rows themselves, without a copy.
    fn plain(&self, leaf: &Leaf<'p>, absent: u8) -> Value<'p> {
        let numbers = leaf.numbers.mantissas.get(self.rows()).unwrap_or_default();
        let mut states = States::default();
        if !leaf.cells.is_full() {
            let start = self.rows().start;
            for row in leaf.cells.absent(self.rows()) {
                states.set(self.cells(), row - start, absent);
            }
        }
        let numbers = Numbers::Each(Cow::Borrowed(numbers));
        Value::whole(Whole::exact(numbers, leaf.numbers.scale), states)
    }

    /// Reads amounts of rows that stand further back, or of twelve months.
    fn looked_back(&mut self, leaf: &Leaf<'p>, absent: u8) -> Value<'p> {
        let scale = leaf.numbers.scale + if leaf.sum == Sum::Mean { 2 } else { 0 };
        let mut filling = Filling {
            numbers: Vec::with_capacity(self.cells()),
            states: States::default(),
            cells: self.cells(),
            absent,
            gone: self.state(Undefined::NoReport { at: leaf.at.when }),
        };
        let links = match (leaf.at.when.years, leaf.at.when.quarters) {
            (0, 0) => None,
            (1, 0) => Some(self.panel.links.year_ago()),
            (0, 1) => Some(self.panel.links.before()),
            _ => {
                self.look_each(leaf, scale, &mut filling);
                return filling.value(scale);
            }
        };
        let of_the_row = is_of_the_row(leaf.item.nature(), leaf.at.over);
        match links {
            Some(links) if of_the_row => {
                for row in links.get(self.rows()).unwrap_or_default() {
                    match usize::try_from(*row) {
                        Ok(row) if row < self.panel.rows => filling.number(leaf.number(row)),
                        _ => filling.state(filling.gone),
                    }
                }
            }
            links => self.sum_each(leaf, links, scale, &mut filling),
        }
        filling.value(scale)
    }

    /// Looks each cell up by the rules of a row.
    fn look_each(&mut self, leaf: &Leaf<'p>, scale: u32, filling: &mut Filling) {
        for row in self.rows() {
            let (number, state) = self.look(leaf.item, leaf.at, row, scale, filling.absent);
            filling.found(number, state);
        }
    }

    /// Reads an amount of twelve months in each cell.
    fn sum_each(
        &mut self,
        leaf: &Leaf<'p>,
        links: Option<&[u32]>,
        scale: u32,
        filling: &mut Filling,
    ) {
        let panel = self.panel;
        let when = leaf.at.when;
        let ago = |ago: u8| when.quarters_before(ago);
        // What may be computed from its own formula is left to the walk.
        let is_absent_then = filling.absent == WALK;
        let quarters = [0, 1, 2, 3];
        let gaps = quarters.map(|quarters| match is_absent_then {
            true => WALK,
            false => self.state(Undefined::Gap { at: ago(quarters) }),
        });
        let missing = quarters.map(|quarters| match is_absent_then {
            true => WALK,
            false => self.missing(leaf.item, ago(quarters)),
        });
        let mut rows = self.rows();
        while let Some(row) = rows.next() {
            if links.is_none() && leaf.sum == Sum::Total && leaf.cells.is_full() {
                let run = leaf.adjacent_run(panel.links.twelve_months(), row..rows.end);
                if run > 0 {
                    leaf.add_run(row..row + run, &mut filling.numbers);
                    rows = row + run..rows.end;
                    continue;
                }
            }
            let base = match links {
                None => Some(row),
                Some(links) => linked(links, row),
            };
            let Some(base) = base else {
                filling.state(filling.gone);
                continue;
            };
            let twelve = panel.links.twelve_months().get(base).copied();
            let found = match twelve.unwrap_or(TwelveMonths::Other) {
                TwelveMonths::Itself if leaf.sum == Sum::Mean => None,
                TwelveMonths::Itself => Some(leaf.number(base).ok_or(filling.absent)),
                _ if leaf.sum == Sum::One => None,
                TwelveMonths::Adjacent if leaf.cells.is_full() => leaf.adjacent(base).map(Ok),
                TwelveMonths::Adjacent | TwelveMonths::Four => {
                    match leaf.four(panel.links.before(), base) {
                        Some(Err(_)) if panel.links.ends_a_year(base) => None,
                        Some(Err(ago)) => missing.get(ago).copied().map(Err),
                        Some(Ok(sum)) => Some(Ok(sum)),
                        None => None,
                    }
                }
                TwelveMonths::Gap(ago) if !panel.links.ends_a_year(base) => {
                    gaps.get(usize::from(ago)).copied().map(Err)
                }
                TwelveMonths::Gap(_) | TwelveMonths::Other => None,
            };
            match found {
                Some(Ok(number)) => filling.number(Some(number)),
                Some(Err(state)) => filling.state(state),
                None => {
                    let (number, state) = self.look(leaf.item, leaf.at, row, scale, filling.absent);
                    filling.found(number, state);
                }
            }
        }
    }

    /// Looks every row up by the rules, where no row of the panel has the item.
    fn looked_up(&mut self, item: Item, at: At) -> Result<Value<'p>, Undefined> {
        let absent = self.missing(item, at.when);
        let mut states = States::default();
        for (cell, row) in self.rows().enumerate() {
            let (_, state) = self.look(item, at, row, 0, absent);
            states.set(self.cells(), cell, state);
        }
        Ok(Value::whole(Whole::exact(Numbers::Every(0), 0), states))
    }

    /// Looks one cell up by the rules of a row: its number at a scale, or its state.
    fn look(&mut self, item: Item, at: At, row: usize, scale: u32, absent: u8) -> (i64, u8) {
        let Some(standpoint) = self.standpoint(row) else { return (0, WALK) };
        let figures = standpoint.figures(&Measure::Item(item), at);
        match figures.and_then(amount) {
            Ok(Some(number)) => mantissa(number, scale).map_or((0, WALK), |number| (number, 0)),
            Ok(None) => (0, absent),
            Err(reason) => (0, self.state(reason)),
        }
    }

    /// Reads what the market says of each company.
    fn quoted(
        &mut self,
        item: Item,
        at: At,
        is_optional: bool,
    ) -> Result<Option<Value<'p>>, Undefined> {
        if self.panel.daily(item).is_some() {
            return self.quoted_by_row(item, at, is_optional);
        }
        let is_computed = formula_of(&item.into()).is_some() || is_optional;
        let absent = if is_computed { WALK } else { self.missing(item, at.when) };
        let cells = self.panel.quotes(item).filter(|_| at.when == When::NOW && self.is_quoted);
        let is_quoted = |cells: &Cells| self.companies().any(|(company, _)| cells.has(company));
        if is_computed && !cells.is_some_and(is_quoted) {
            return Ok(None);
        }
        let narrow = match cells {
            Some(cells) => Some((cells, cells.narrow().ok_or(self.give_up())?)),
            None => None,
        };
        let mut numbers = vec![0; self.cells()];
        let mut states = States::default();
        let start = self.rows().start;
        for (company, rows) in self.companies() {
            let number = narrow.filter(|(cells, _)| cells.has(company));
            let number = number.and_then(|(_, narrow)| narrow.mantissas.get(company));
            let cells = rows.start - start..rows.end - start;
            match number {
                Some(number) => {
                    numbers.get_mut(cells).unwrap_or_default().fill(*number);
                }
                None => cells.for_each(|cell| states.set(self.cells(), cell, absent)),
            }
        }
        let scale = narrow.map_or(0, |(_, narrow)| narrow.scale);
        Ok(Some(Value::whole(Whole::each(numbers, scale), states)))
    }

    /// Reads what the market says of each row.
    fn quoted_by_row(
        &mut self,
        item: Item,
        at: At,
        is_optional: bool,
    ) -> Result<Option<Value<'p>>, Undefined> {
        let is_computed = formula_of(&item.into()).is_some() || is_optional;
        let cells = self.panel.daily(item).filter(|_| at.when == When::NOW && self.is_quoted);
        let Some(cells) = cells.filter(|_| !is_computed) else { return Err(self.give_up()) };
        let numbers = cells.narrow().ok_or(self.give_up())?;
        let absent = self.missing(item, at.when);
        let leaf = Leaf { item, at, cells, numbers, largest: 0, sum: Sum::One };
        Ok(Some(self.plain(&leaf, absent)))
    }

    /// Returns the state of a cell whose item is not there; where filings say why of some row, the
    /// walk over it does.
    fn missing(&mut self, item: Item, when: When) -> u8 {
        match self.panel.absent.is_empty() {
            true => self.state(Undefined::missing(&item.into(), when, None)),
            false => WALK,
        }
    }
}

impl Leaf<'_> {
    /// Returns the number of a row.
    #[inline]
    fn number(&self, row: usize) -> Option<i64> {
        let number = self.numbers.mantissas.get(row).copied();
        number.filter(|_| self.cells.is_full() || self.cells.has(row))
    }

    /// Returns how many of the rows that come next follow three others each, whose sums all fit.
    fn adjacent_run(&self, twelve: &[TwelveMonths], rows: Range<usize>) -> usize {
        let twelve = twelve.get(rows).unwrap_or_default();
        if self.largest > i64::MAX.unsigned_abs() / QUARTERS_PER_YEAR as u64 {
            return 0;
        }
        let run = twelve.iter().position(|it| *it != TwelveMonths::Adjacent);
        run.unwrap_or(twelve.len())
    }

    /// Adds the sums of four that end with each of some rows.
    fn add_run(&self, rows: Range<usize>, sums: &mut Vec<i64>) {
        let first = rows.start.saturating_sub(QUARTERS_PER_YEAR - 1);
        let numbers = self.numbers.mantissas.get(first..rows.end).unwrap_or_default();
        let windows = numbers.windows(QUARTERS_PER_YEAR);
        sums.extend(windows.map(|four| four.iter().fold(0, |sum: i64, it| sum.wrapping_add(*it))));
    }

    /// Adds up four rows next to one another, of which a row is the last.
    #[inline]
    fn adjacent(&self, row: usize) -> Option<i64> {
        let first = row.checked_sub(QUARTERS_PER_YEAR - 1)?;
        let numbers = self.numbers.mantissas.get(first..=row)?;
        let sum = numbers.iter().try_fold(0_i64, |sum, it| sum.checked_add(*it))?;
        self.of_the_year(sum)
    }

    /// Adds up four quarters, the last of which is a row, or says how long ago the last one is that
    /// has no number; nothing where the rules of a row decide.
    fn four(&self, before: &[u32], row: usize) -> Option<Result<i64, usize>> {
        let (mut row, mut sum, mut has_any, mut missing) = (row, 0_i64, false, None);
        for ago in 0..QUARTERS_PER_YEAR {
            if ago > 0 {
                row = linked(before, row)?;
            }
            match self.number(row) {
                Some(number) => (sum, has_any) = (sum.checked_add(number)?, true),
                None => missing = missing.or(Some(ago)),
            }
        }
        match missing {
            None => self.of_the_year(sum).map(Ok),
            // A line that none of the quarters has is absent.
            Some(ago) => has_any.then_some(Err(ago)),
        }
    }

    /// Returns the sum of four, or their mean, which has two decimals more.
    #[inline]
    fn of_the_year(&self, sum: i64) -> Option<i64> {
        if self.sum == Sum::Mean { sum.checked_mul(25) } else { Some(sum) }
    }
}

/// The cells of a block as they are found.
struct Filling {
    numbers: Vec<i64>,
    states: States,
    cells: usize,
    /// The state of cells whose item is not stated.
    absent: u8,
    /// The state of cells that look back to where no row is.
    gone: u8,
}

impl Filling {
    #[inline]
    fn number(&mut self, number: Option<i64>) {
        match number {
            Some(number) => self.numbers.push(number),
            None => self.state(self.absent),
        }
    }

    #[inline]
    fn state(&mut self, state: u8) {
        self.states.set(self.cells, self.numbers.len(), state);
        self.numbers.push(0);
    }

    fn found(&mut self, number: i64, state: u8) {
        if state == SOUND { self.numbers.push(number) } else { self.state(state) }
    }

    fn value<'p>(self, scale: u32) -> Value<'p> {
        Value::whole(Whole::each(self.numbers, scale), self.states)
    }
}

fn linked(links: &[u32], row: usize) -> Option<usize> {
    let row = *links.get(row)?;
    if row == NONE { None } else { usize::try_from(row).ok() }
}

/// Returns whether an amount of a nature is one figure of one row.
fn is_of_the_row(nature: Nature, over: Over) -> bool {
    over == Over::Period || !nature.is_over_a_period()
}

/// Returns how the rules of a row make twelve months of four quarters that are all stated.
fn sum_of(nature: Nature, over: Over) -> Sum {
    match (nature, over) {
        (_, Over::Period) => Sum::One,
        (Nature::Flow, _) | (Nature::PerShareFlow, Over::TwelveMonthsPerShare) => Sum::Total,
        (Nature::WeightedShares, _) => Sum::Mean,
        _ => Sum::One,
    }
}
