//! [`Reading`]: a formula read over a block of rows.

use alloc::vec::Vec;
use core::ops::Range;

use rust_decimal::Decimal;

use super::{
    rounding::guarded,
    states::{SOUND, States, WALK},
    value::{Form, Quotient, Value},
    whole::{Numbers, Whole},
};
use crate::{
    arith, change,
    formula::{At, BinaryOp, Domain, Guard, Literal, UnaryOp},
    item::Item,
    metric::{Measure, Metric},
    panel::{
        figures::{Entry, Panel},
        standpoint::Standpoint,
    },
    undefined::Undefined,
    view::Records,
};

/// A block of whole companies, over which a formula is read at once.
pub(super) struct Reading<'p> {
    pub(super) panel: &'p Panel,
    pub(super) is_quoted: bool,
    rows: Range<usize>,
    /// The companies of the rows, and the place of the first.
    entries: &'p [Entry],
    first: usize,
    places: u32,
    /// The reasons that cells have, by their states.
    reasons: Vec<Undefined>,
}

impl<'p> Reading<'p> {
    /// Looks at some companies of a panel, to so many decimals.
    pub(super) fn new(
        panel: &'p Panel,
        companies: Range<usize>,
        is_quoted: bool,
        places: u32,
    ) -> Self {
        let entries = panel.entries.get(companies.clone()).unwrap_or_default();
        let start = entries.first().map_or(0, |entry| entry.start);
        let end = entries.last().map_or(start, |entry| entry.rows().end);
        let (rows, first) = (start..end, companies.start);
        Self { panel, is_quoted, rows, entries, first, places, reasons: Vec::new() }
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

    /// Ends the reading of a block that is left to the walk.
    pub(super) const fn give_up(&self) -> Undefined {
        Undefined::OutOfRange
    }

    /// Returns a value as exact or nearly exact numbers.
    fn whole(&self, value: Value<'p>) -> Result<(Whole<'p>, States), Undefined> {
        value.divided(self.cells(), guarded(self.places)).ok_or(self.give_up())
    }

    /// Joins two values by a step over whole numbers.
    fn joined(
        &self,
        left: Value<'p>,
        right: Value<'p>,
        step: impl FnOnce(Whole<'p>, Whole<'p>) -> Option<Whole<'p>>,
    ) -> Result<Value<'p>, Undefined> {
        let ((left, states), (right, next)) = (self.whole(left)?, self.whole(right)?);
        let joined = step(left, right).ok_or(self.give_up())?;
        Ok(Value::whole(joined, states.then(next)))
    }

    fn product(&self, left: Value<'p>, right: Value<'p>) -> Result<Value<'p>, Undefined> {
        let states = left.states.then(right.states);
        let form = match (left.form, right.form) {
            (Form::Whole(left), Form::Whole(right)) => left.product(right).map(Form::Whole),
            (Form::Quotient(quotient), Form::Whole(whole))
            | (Form::Whole(whole), Form::Quotient(quotient)) => {
                quotient.times(whole).map(Form::Quotient)
            }
            _ => None,
        };
        Ok(Value { form: form.ok_or(self.give_up())?, states })
    }

    fn quotient(&mut self, left: Value<'p>, right: Value<'p>) -> Result<Value<'p>, Undefined> {
        let Form::Whole(under) = right.form else { return Err(self.give_up()) };
        if !under.is_exact() {
            return Err(self.give_up());
        }
        let mut states = left.states.then(right.states);
        if under.numbers.any(|number| number == 0) {
            let state = self.state(Undefined::ZeroDenominator);
            for cell in (0..self.cells()).filter(|cell| under.numbers.get(*cell) == 0) {
                states.set(self.cells(), cell, state);
            }
        }
        let quotient = match left.form {
            Form::Whole(over) if over.is_exact() => Some(Quotient::of(over, under)),
            Form::Whole(_) => None,
            Form::Quotient(quotient) => quotient.over(under),
        };
        Ok(Value::quotient(quotient.ok_or(self.give_up())?, states))
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

    fn literal(&mut self, literal: Literal) -> Value<'p> {
        let number = literal.number();
        let mantissa = i64::try_from(number.mantissa()).unwrap_or_default();
        Value::whole(Whole::exact(Numbers::Every(mantissa), number.scale()), States::default())
    }

    fn days(&mut self, at: At) -> Result<Value<'p>, Undefined> {
        let (mut numbers, mut states) = (Vec::with_capacity(self.cells()), States::default());
        for (cell, row) in self.rows().enumerate() {
            let days = self.standpoint(row).ok_or(self.give_up())?.day_count(at);
            let reason = days.err();
            numbers.push(days.map_or(0, i64::from));
            if let Some(reason) = reason {
                let state = self.state(reason);
                states.set(self.cells(), cell, state);
            }
        }
        Ok(Value::whole(Whole::each(numbers, 0), states))
    }

    fn periods_per_year(&mut self, at: At) -> Result<u8, Undefined> {
        let mut found = None;
        for row in self.rows() {
            let count = self.standpoint(row).ok_or(self.give_up())?.count_per_year(at)?;
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
        let (whole, states) = self.whole(value)?;
        let numbers = match operation {
            UnaryOp::Negate => whole.numbers.map(i64::wrapping_neg),
            UnaryOp::Abs => whole.numbers.map(i64::wrapping_abs),
            _ => return Err(self.give_up()),
        };
        Ok(Value::whole(Whole { numbers, ..whole }, states))
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
        let (Form::Whole(base), Form::Whole(now), 1) = (from.form, to.form, years) else {
            return Err(self.give_up());
        };
        if !(base.is_exact() && now.is_exact()) {
            return Err(self.give_up());
        }
        let (base, now) = Whole::aligned(base, now).ok_or(self.give_up())?;
        let mut states = to.states.then(from.states);
        if base.numbers.any(|number| number <= 0) {
            for cell in 0..self.cells() {
                if base.numbers.get(cell) > 0 || states.get(cell) != SOUND {
                    continue;
                }
                let [from, to] = [&base, &now].map(|it| decimal(it.numbers.get(cell), it.scale));
                let reason = change::no_growth(from, to, years).map(Undefined::from);
                let state = reason.map_or(WALK, |reason| self.state(reason));
                states.set(self.cells(), cell, state);
            }
        }
        let over = now.minus(base.clone()).ok_or(self.give_up())?;
        Ok(Value::quotient(Quotient::of(over, base), states))
    }

    fn positive(&mut self, value: Value<'p>, guard: Guard) -> Result<Value<'p>, Undefined> {
        let Value { form, mut states } = value;
        if let Form::Whole(whole) = &form
            && whole.is_exact()
            && !whole.numbers.any(|number| number <= 0)
        {
            return Ok(Value { form, states });
        }
        let reason = self.state(guard.reason().into());
        for cell in 0..self.cells() {
            let (number, error) = match &form {
                Form::Whole(whole) => (whole.numbers.get(cell), whole.error),
                Form::Quotient(quotient) if quotient.is_seen() => {
                    let [over, under] =
                        [&quotient.over, &quotient.under].map(|it| it.numbers.get(cell));
                    (over.signum() * under.signum(), 0)
                }
                Form::Quotient(_) => return Err(self.give_up()),
            };
            let is_certain = number.unsigned_abs() > error || error == 0;
            if !is_certain {
                states.set(self.cells(), cell, WALK);
            } else if number <= 0 {
                states.set(self.cells(), cell, reason);
            }
        }
        Ok(Value { form, states })
    }

    fn absent(&mut self, _: &Measure, _: At) -> Value<'p> {
        Value::whole(Whole::exact(Numbers::Every(0), 0), States::default())
    }
}
