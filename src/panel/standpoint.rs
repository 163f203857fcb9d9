//! [`Standpoint`]: one row of a panel, from which a formula is evaluated.

use rust_decimal::Decimal;

use super::{
    cells::Cell,
    figures::{Entry, Panel},
};
use crate::{
    formula::At,
    item::Item,
    metric::{Measure, Metric},
    period::Period,
    undefined::{Absence, Undefined, When},
    view::{Amounts, Precise as _, Records, amount},
};

/// One row of a panel: a company's figures, seen from one of its periods.
pub(super) struct Standpoint<'a> {
    pub panel: &'a Panel,
    pub entry: &'a Entry,
    /// The place of the period among the company's.
    pub place: usize,
    /// The place of the company.
    pub company: usize,
    pub is_adjusted: bool,
    pub is_quoted: bool,
}

impl<'a> Records for Standpoint<'a> {
    type Record = usize;
    type Figure = Cell<'a>;

    #[inline]
    fn find(&self, when: When) -> Option<usize> {
        self.entry.timeline.back(self.place, when.years, when.quarters)
    }

    fn period(&self, place: usize) -> Period {
        // Every place is one that the timeline gave.
        let found = self.entry.timeline.at(place);
        debug_assert!(found.is_some(), "a place of the company's");
        found.unwrap_or_else(|| Period::instant(jiff::civil::Date::MIN))
    }

    fn year_ending_with(&self, place: usize) -> Option<usize> {
        self.entry.timeline.twelve_months(place)
    }

    fn quarter_before_end(&self, place: usize, ago: u8) -> Option<usize> {
        self.entry.timeline.quarter_before_end(place, ago)
    }

    fn is_adjusted(&self) -> bool {
        self.is_adjusted
    }

    #[inline]
    fn reported(&self, place: usize, measure: &Measure) -> Option<Cell<'a>> {
        self.panel.reported(self.entry.start + place, measure)
    }

    fn adjusted(&self, place: usize, measure: &Measure) -> Option<Cell<'a>> {
        self.panel.adjusted(self.entry.start + place, measure)
    }

    fn absence(&self, place: usize, item: Item) -> Option<Absence> {
        self.panel.absence(self.entry.start + place, item)
    }

    fn quoted(&self, item: Item) -> Option<Cell<'a>> {
        let row = self.entry.start + self.place;
        if self.is_quoted { self.panel.quoted(self.company, row, item) } else { None }
    }
}

impl Amounts for Standpoint<'_> {
    #[inline(never)]
    fn amount(&self, measure: &Measure, at: At) -> Result<Option<Decimal>, Undefined> {
        amount(self.figures(measure, at)?)
    }

    #[inline]
    fn item(&self, item: Item, at: At) -> Result<Option<Decimal>, Undefined> {
        if let Some(place) = self.plain_record(at)
            && let Some(cell) = self.panel.line(self.entry.start + place, item)
        {
            return Ok(Some(cell.number()));
        }
        self.amount(&Measure::Item(item), at)
    }

    fn metric(&self, metric: Metric, at: At) -> Result<Option<Decimal>, Undefined> {
        if !self.entry.states_metrics && self.plain_record(at).is_some() {
            return Ok(None);
        }
        self.amount(&Measure::Metric(metric), at)
    }

    fn missing(&self, measure: &Measure, at: At) -> Undefined {
        Records::missing(self, measure, at)
    }

    fn withheld(&self, measure: &Measure, at: At) -> Option<Undefined> {
        Records::withheld(self, measure, at)
    }

    fn days(&self, at: At) -> Result<u32, Undefined> {
        self.day_count(at)
    }

    fn periods_per_year(&self, at: At) -> Result<u8, Undefined> {
        self.count_per_year(at)
    }
}
