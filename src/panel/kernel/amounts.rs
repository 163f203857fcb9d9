//! Amounts of a line item in each cell of a block.

use alloc::{borrow::Cow, vec, vec::Vec};

use super::{
    leaf::{Leaf, Sum, is_of_the_row},
    reading::Reading,
    states::WALK,
    value::Value,
    whole::{Numbers, Whole},
};
use crate::{
    formula::{At, Over, formula_of},
    item::Item,
    panel::{cells::Cells, extent::Extent, links::Link},
    undefined::{Undefined, When},
};

impl<'p> Reading<'p> {
    /// Reads a line item; nothing where no row of the block states it, so that its own formula may
    /// give it, and a refusal where the block is left to the walk.
    ///
    /// Where only an absent item may be, its absence is no reason yet.
    pub(super) fn leaf(
        &mut self,
        item: Item,
        at: At,
        is_optional: bool,
    ) -> Result<Option<Value<'p>>, Undefined> {
        // Ends of quarters within a year are left to the walk over each row.
        if matches!(at.over, Over::QuarterEnd(_)) {
            return Err(self.give_up());
        }
        let may_be_absent = is_optional || formula_of(&item.into()).is_some();
        let amounts = match item.is_quoted() {
            true => self.quoted(item, at, may_be_absent)?,
            false => self.stated(item, at, may_be_absent)?,
        };
        self.going_on(amounts.map(Value::Whole))
    }

    fn stated(
        &mut self,
        item: Item,
        at: At,
        may_be_absent: bool,
    ) -> Result<Option<Whole<'p>>, Undefined> {
        let cells = self.panel.cells(item);
        let Some((cells, extent)) = cells.and_then(|it| Some((it, it.extent(self.block)?))) else {
            return Ok(self.unstated(item, at, may_be_absent));
        };
        let numbers = cells.narrow().ok_or(self.give_up())?;
        let sum = Sum::of(item.nature(), at.over);
        let (scale, extent) = sum.measure(numbers.scale, extent).ok_or(self.give_up())?;
        let leaf = Leaf { item, at, cells, numbers, may_be_absent, sum, scale, extent };
        Ok(Some(match (is_of_the_row(item.nature(), at.over), at.when) {
            (true, When::NOW) => self.plain(&leaf),
            (true, When::YEAR_AGO) => self.looked_back(&leaf, self.panel.links.year_ago()),
            (true, When { years: 0, quarters: 1 }) => {
                self.looked_back(&leaf, self.panel.links.before())
            }
            (false, When::NOW) => self.twelve_months(&leaf, None),
            (false, When::YEAR_AGO) => self.twelve_months(&leaf, Some(self.panel.links.year_ago())),
            (false, When { years: 0, quarters: 1 }) => {
                self.twelve_months(&leaf, Some(self.panel.links.before()))
            }
            _ => self.looked_up(&leaf),
        }))
    }

    /// Reads an item that no row of the block states: nothing where something else may stand for
    /// it in those rows that the rules of a row do not refuse before.
    fn unstated(&mut self, item: Item, at: At, may_be_absent: bool) -> Option<Whole<'p>> {
        let link = match (is_of_the_row(item.nature(), at.over), at.when) {
            (true, When::NOW) => None,
            (true, When::YEAR_AGO) => Some(self.panel.links.year_ago()),
            (true, When { years: 0, quarters: 1 }) => Some(self.panel.links.before()),
            _ => {
                for (cell, row) in self.rows().enumerate().filter(|_| !item.is_quoted()) {
                    let (_, state) = self.look(item, at, row, 0, None);
                    self.states.fill(cell..cell + 1, state);
                }
                None
            }
        };
        let rows = self.rows();
        for (rows, base) in link.into_iter().flat_map(|link| link.runs(rows.clone())) {
            if base.is_none() {
                self.set_gone(rows, at.when);
            }
        }
        if may_be_absent {
            return None;
        }
        let missing = self.missing_state(item, at.when);
        self.states.fill(0..self.cells(), missing);
        Some(Whole::every(0, 0))
    }

    /// Reads the amounts of the rows themselves, without a copy.
    fn plain(&mut self, leaf: &Leaf<'p>) -> Whole<'p> {
        self.set_absent(leaf, self.rows(), self.rows().start);
        let numbers = leaf.numbers.mantissas.get(self.rows());
        debug_assert!(numbers.is_some(), "a column has a number for every row");
        let numbers = numbers.unwrap_or_default();
        Whole::exact(Numbers::Each(Cow::Borrowed(numbers)), leaf.scale, leaf.extent)
    }

    /// Reads amounts of the rows that the rows look back to.
    fn looked_back(&mut self, leaf: &Leaf<'p>, link: &Link) -> Whole<'p> {
        let mut numbers = Vec::with_capacity(self.cells());
        for (rows, base) in link.runs(self.rows()) {
            let Some(base) = base else {
                numbers.resize(numbers.len() + rows.len(), 0);
                self.set_gone(rows, leaf.at.when);
                continue;
            };
            let bases = base..base + rows.len();
            let before = leaf.numbers.mantissas.get(bases.clone());
            debug_assert!(before.is_some(), "a column has a number for every row");
            numbers.extend_from_slice(before.unwrap_or_default());
            self.set_absent(leaf, bases, rows.start);
        }
        Whole::each(numbers, leaf.scale, leaf.extent)
    }

    /// Looks each cell up by the rules of a row.
    fn looked_up(&mut self, leaf: &Leaf<'p>) -> Whole<'p> {
        let mut numbers = vec![0; self.cells()];
        for ((cell, row), number) in self.rows().enumerate().zip(&mut numbers) {
            let state;
            (*number, state) = self.look(leaf.item, leaf.at, row, leaf.scale, Some(leaf));
            self.states.fill(cell..cell + 1, state);
        }
        Whole::each(numbers, leaf.scale, leaf.extent)
    }

    /// Reads what the market says of each company.
    fn quoted(
        &mut self,
        item: Item,
        at: At,
        may_be_absent: bool,
    ) -> Result<Option<Whole<'p>>, Undefined> {
        let is_now = at.when == When::NOW && self.is_quoted;
        if let Some(cells) = self.panel.daily(item) {
            let cells = (is_now && !may_be_absent).then_some(cells).ok_or(self.give_up())?;
            return self.quoted_by_row(cells, item, at).map(Some);
        }
        let cells = self.panel.quotes(item).filter(|_| is_now);
        let Some((cells, extent)) = cells.and_then(|it| Some((it, it.extent(self.block)?))) else {
            if may_be_absent {
                return Ok(None);
            }
            let missing = self.missing_state(item, at.when);
            self.states.fill(0..self.cells(), missing);
            return Ok(Some(Whole::every(0, 0)));
        };
        let narrow = cells.narrow().ok_or(self.give_up())?;
        let mut numbers = vec![0; self.cells()];
        let start = self.rows().start;
        for (company, rows) in self.companies() {
            let number = narrow.mantissas.get(company).filter(|_| cells.has(company));
            let places = rows.start - start..rows.end - start;
            match number {
                Some(number) => numbers.get_mut(places).unwrap_or_default().fill(*number),
                None if may_be_absent => self.states.fill(places, WALK),
                None => {
                    let missing = self.missing_state(item, at.when);
                    self.states.fill(places, missing);
                }
            }
        }
        Ok(Some(Whole::each(numbers, narrow.scale, extent)))
    }

    /// Reads what the market says of each row.
    fn quoted_by_row(
        &mut self,
        cells: &'p Cells,
        item: Item,
        at: At,
    ) -> Result<Whole<'p>, Undefined> {
        let numbers = cells.narrow().ok_or(self.give_up())?;
        let extent = cells.extent(self.block).unwrap_or(Extent::point(0));
        let (sum, scale, may_be_absent) = (Sum::One, numbers.scale, false);
        let leaf = Leaf { item, at, cells, numbers, may_be_absent, sum, scale, extent };
        Ok(self.plain(&leaf))
    }
}
