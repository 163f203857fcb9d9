//! [`Reading`]: a formula read over a block of rows.

use alloc::vec::Vec;
use core::ops::Range;

use rust_decimal::Decimal;

use super::{
    rounding::guarded,
    states::{States, WALK},
    value::{Quotient, Value},
    whole::Whole,
};
use crate::{
    arith, change,
    formula::{At, BinaryOp, Domain, Guard, Literal, UnaryOp},
    item::Item,
    metric::{Measure, Metric},
    panel::{
        extent::Extent,
        figures::{Entry, Panel},
        standpoint::Standpoint,
    },
    undefined::{Undefined, When},
    view::Records,
};

/// A block of whole companies, over which a formula is read at once.
pub(super) struct Reading<'p> {
    pub(super) panel: &'p Panel,
    pub(super) is_quoted: bool,
    /// Its number among the blocks of the panel.
    pub(super) block: usize,
    pub(super) states: States,
    rows: Range<usize>,
    /// The companies of the rows, and the place of the first.
    entries: &'p [Entry],
    first: usize,
    places: u32,
    /// The reasons that cells have, by their states.
    reasons: Vec<Undefined>,
}

impl<'p> Reading<'p> {
    /// Looks at a block of a panel, to so many decimals.
    pub(super) fn new(panel: &'p Panel, block: usize, is_quoted: bool, places: u32) -> Self {
        let (companies, rows) = (panel.companies_of(block), panel.rows_of(block));
        let first = companies.start;
        let entries = panel.entries.get(companies).unwrap_or_default();
        let states = States::new(rows.len());
        let reasons = Vec::new();
        Self { panel, is_quoted, block, states, rows, entries, first, places, reasons }
    }

    /// Returns the reason that is a cell's state.
    pub(super) fn reason(&self, state: u8) -> Option<Undefined> {
        self.reasons.get(usize::from(state).checked_sub(1)?).copied()
    }

    pub(super) fn rows(&self) -> Range<usize> {
        self.rows.clone()
    }

    pub(super) fn cells(&self) -> usize {
        self.rows.len()
    }

    /// Returns the companies by their places, with their rows.
    pub(super) fn companies(&self) -> impl Iterator<Item = (usize, Range<usize>)> + use<'p> {
        (self.first..).zip(self.entries).map(|(place, entry)| (place, entry.rows()))
    }

    /// Returns the standpoint of a row.
    pub(super) fn standpoint(&self, row: usize) -> Option<Standpoint<'p>> {
        let place = self.entries.partition_point(|entry| entry.start <= row).checked_sub(1)?;
        let entry = self.entries.get(place)?;
        Some(Standpoint {
            panel: self.panel,
            entry,
            place: row.checked_sub(entry.start)?,
            company: self.first + place,
            is_adjusted: false,
            is_quoted: self.is_quoted,
        })
    }

    /// Returns the state of the cells that have a reason.
    pub(super) fn state(&mut self, reason: Undefined) -> u8 {
        let known = self.reasons.iter().position(|known| *known == reason);
        let place = known.unwrap_or_else(|| {
            self.reasons.push(reason);
            self.reasons.len() - 1
        });
        u8::try_from(place + 1).unwrap_or(WALK)
    }

    /// Returns the state of a cell whose item is not there; where filings say why of some row, the
    /// walk over it does.
    pub(super) fn missing_state(&mut self, item: Item, when: When) -> u8 {
        match self.panel.explains(self.rows(), item) {
            true => WALK,
            false => self.state(Undefined::missing(&item.into(), when, None)),
        }
    }

    /// Ends the reading of a block that is left to the walk.
    pub(super) const fn give_up(&self) -> Undefined {
        Undefined::OutOfRange
    }

    /// Gives every cell that has no state yet the reason that ended the reading, unless that is
    /// left to the walk.
    pub(super) fn end(&mut self, reason: Undefined) {
        if reason != self.give_up() {
            let state = self.state(reason);
            self.states.fill(0..self.cells(), state);
        }
    }

    /// Goes on unless no cell is left to say anything about.
    pub(super) fn going_on<T>(&self, value: T) -> Result<T, Undefined> {
        if self.states.is_decided() { Err(self.give_up()) } else { Ok(value) }
    }

    /// Returns a value as exact or nearly exact numbers.
    fn whole(&mut self, value: Value<'p>) -> Result<Whole<'p>, Undefined> {
        let (cells, scale) = (self.cells(), guarded(self.places));
        value.divided(&mut self.states, cells, scale).ok_or(self.give_up())
    }

    /// Joins two values by a step over whole numbers.
    fn joined(
        &mut self,
        left: Value<'p>,
        right: Value<'p>,
        step: impl FnOnce(Whole<'p>, Whole<'p>) -> Option<Whole<'p>>,
    ) -> Result<Value<'p>, Undefined> {
        let (left, right) = (self.whole(left)?, self.whole(right)?);
        step(left, right).map(Value::Whole).ok_or(self.give_up())
    }

    fn product(&self, left: Value<'p>, right: Value<'p>) -> Result<Value<'p>, Undefined> {
        let product = match (left, right) {
            (Value::Whole(left), Value::Whole(right)) => left.product(right).map(Value::Whole),
            (Value::Quotient(quotient), Value::Whole(whole))
            | (Value::Whole(whole), Value::Quotient(quotient)) => {
                quotient.times(whole).map(Value::Quotient)
            }
            _ => None,
        };
        product.ok_or(self.give_up())
    }

    fn quotient(&mut self, left: Value<'p>, right: Value<'p>) -> Result<Value<'p>, Undefined> {
        let Value::Whole(under) = right else { return Err(self.give_up()) };
        if !under.is_exact() {
            return Err(self.give_up());
        }
        if under.extent.has_zero() {
            let (state, cells) = (self.state(Undefined::ZeroDenominator), self.cells());
            let states = &mut self.states;
            under.numbers.each_that(cells, |number| number == 0, |cell, _| states.set(cell, state));
            self.going_on(())?;
        }
        let quotient = match left {
            Value::Whole(over) if over.is_exact() => Some(Quotient::of(over, under)),
            Value::Whole(_) => None,
            Value::Quotient(quotient) => quotient.over(under),
        };
        quotient.map(Value::Quotient).ok_or(self.give_up())
    }

    /// Holds that exact numbers are above zero.
    fn positive_whole(&mut self, whole: Whole<'p>, guard: Guard) -> Result<Value<'p>, Undefined> {
        if !whole.extent.is_positive() {
            let (state, cells) = (self.state(guard.reason().into()), self.cells());
            let states = &mut self.states;
            whole.numbers.each_that(cells, |number| number <= 0, |cell, _| states.set(cell, state));
        }
        self.going_on(Value::Whole(Whole { extent: whole.extent.positive(), ..whole }))
    }
}

fn decimal(number: i64, scale: u32) -> Decimal {
    arith::build(number.unsigned_abs().into(), scale, number < 0)
}

impl<'p> Domain for Reading<'p> {
    type Value = Value<'p>;

    /// Reads what may be absent: an operand is an item, which is read as one.
    fn measure(&mut self, measure: &Measure, at: At) -> Result<Option<Value<'p>>, Undefined> {
        match measure {
            Measure::Item(item) => self.leaf(*item, at, true),
            Measure::Metric(metric) => self.metric(*metric, at),
            Measure::Named(_) => Err(self.give_up()),
        }
    }

    fn item(&mut self, item: Item, at: At) -> Result<Option<Value<'p>>, Undefined> {
        self.leaf(item, at, false)
    }

    fn metric(&mut self, _: Metric, _: At) -> Result<Option<Value<'p>>, Undefined> {
        match self.entries.iter().any(|entry| entry.states_metrics) {
            true => Err(self.give_up()),
            false => Ok(None),
        }
    }

    fn missing(&self, measure: &Measure, at: At) -> Undefined {
        match measure.item().is_some_and(|item| self.panel.explains(self.rows(), item)) {
            true => self.give_up(),
            false => Undefined::missing(measure, at.when, None),
        }
    }

    fn withheld(&self, measure: &Measure, _: At) -> Option<Undefined> {
        let is_given = |item| self.panel.withholds(self.rows(), item);
        measure.item().is_some_and(is_given).then_some(self.give_up())
    }

    fn literal(&mut self, literal: Literal) -> Value<'p> {
        let number = literal.number();
        let mantissa = i64::try_from(number.mantissa());
        debug_assert!(mantissa.is_ok(), "a literal has 32 bits");
        let mantissa = mantissa.unwrap_or_default();
        Value::Whole(Whole::every(mantissa, number.scale()))
    }

    fn days(&mut self, at: At) -> Result<Value<'p>, Undefined> {
        let mut numbers = Vec::with_capacity(self.cells());
        for (cell, row) in self.rows().enumerate() {
            let days = self.standpoint(row).ok_or(self.give_up())?.day_count(at);
            let reason = days.err();
            numbers.push(days.map_or(0, i64::from));
            if let Some(reason) = reason {
                let state = self.state(reason);
                self.states.set(cell, state);
            }
        }
        let extent = Extent::of(numbers.iter().copied()).unwrap_or(Extent::point(0));
        self.going_on(Value::Whole(Whole::each(numbers, 0, extent)))
    }

    fn periods_per_year(&mut self, at: At) -> Result<u8, Undefined> {
        let mut found = None;
        for row in self.rows() {
            let standpoint = self.standpoint(row).ok_or(self.give_up())?;
            let count = standpoint.count_per_year(at).map_err(|_| self.give_up())?;
            if *found.get_or_insert(count) != count {
                return Err(self.give_up());
            }
        }
        found.ok_or(self.give_up())
    }

    fn binary(
        &mut self,
        operation: BinaryOp,
        left: Value<'p>,
        right: Value<'p>,
    ) -> Result<Value<'p>, Undefined> {
        match operation {
            BinaryOp::Add => self.joined(left, right, Whole::plus),
            BinaryOp::Sub => self.joined(left, right, Whole::minus),
            BinaryOp::Min => self.joined(left, right, |one, other| one.chosen(other, i64::min)),
            BinaryOp::Max => self.joined(left, right, |one, other| one.chosen(other, i64::max)),
            BinaryOp::Mul => self.product(left, right),
            BinaryOp::Div => self.quotient(left, right),
        }
    }

    fn unary(&mut self, operation: UnaryOp, value: Value<'p>) -> Result<Value<'p>, Undefined> {
        let whole = self.whole(value)?;
        let (numbers, extent) = match operation {
            UnaryOp::Negate => (whole.numbers.map(i64::wrapping_neg), whole.extent.negated()),
            UnaryOp::Abs => (whole.numbers.map(i64::wrapping_abs), whole.extent.magnitude()),
            _ => return Err(self.give_up()),
        };
        let extent = extent.ok_or(self.give_up())?;
        Ok(Value::Whole(Whole { numbers, extent, ..whole }))
    }

    fn average(&mut self, opening: Value<'p>, closing: Value<'p>) -> Result<Value<'p>, Undefined> {
        // The closing balance was read first.
        self.joined(closing, opening, Whole::mean)
    }

    fn growth(
        &mut self,
        from: Value<'p>,
        to: Value<'p>,
        years: u8,
    ) -> Result<Value<'p>, Undefined> {
        let (Value::Whole(base), Value::Whole(now), 1) = (from, to, years) else {
            return Err(self.give_up());
        };
        if !(base.is_exact() && now.is_exact()) {
            return Err(self.give_up());
        }
        let (base, now) = Whole::aligned(base, now).ok_or(self.give_up())?;
        if !base.extent.is_positive() {
            let mut losses = Vec::new();
            base.numbers.each_that(
                self.cells(),
                |number| number <= 0,
                |cell, number| losses.push((cell, number)),
            );
            for (cell, from) in losses {
                if self.states.is_sound(cell) {
                    let from = decimal(from, base.scale);
                    let to = decimal(now.numbers.get(cell), now.scale);
                    let reason = change::no_growth(from, to, years).map(Undefined::from);
                    let state = reason.map_or(WALK, |reason| self.state(reason));
                    self.states.set(cell, state);
                }
            }
            self.going_on(())?;
        }
        let over = now.less(&base).ok_or(self.give_up())?;
        let base = Whole { extent: base.extent.positive(), ..base };
        Ok(Value::Quotient(Quotient::of(over, base)))
    }

    fn positive(&mut self, value: Value<'p>, guard: Guard) -> Result<Value<'p>, Undefined> {
        let quotient = match value {
            Value::Whole(whole) if whole.is_exact() => return self.positive_whole(whole, guard),
            Value::Whole(_) => None,
            Value::Quotient(ref quotient) => quotient.is_seen().then_some(quotient),
        };
        let state = self.state(guard.reason().into());
        for cell in 0..self.cells() {
            let sign = |whole: &Whole<'_>| whole.numbers.get(cell).signum();
            let (number, error) = match (&value, quotient) {
                (_, Some(quotient)) => (sign(&quotient.over) * sign(&quotient.under), 0),
                (Value::Whole(whole), _) => (whole.numbers.get(cell), whole.error),
                _ => return Err(self.give_up()),
            };
            let is_certain = number.unsigned_abs() > error || error == 0;
            if !is_certain {
                self.states.set(cell, WALK);
            } else if number <= 0 {
                self.states.set(cell, state);
            }
        }
        self.going_on(value)
    }

    fn absent(&mut self, _: &Measure, _: At) -> Value<'p> {
        Value::Whole(Whole::every(0, 0))
    }
}
