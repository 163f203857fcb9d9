//! [`Places`]: the places to which a filer states a concept.
//!
//! companyfacts carries no `decimals`, and the last digit of one value says little: 5 billion may
//! be exact to the million, and earnings of 1 dollar a share are 1.00 where the amounts beside them
//! have cents. Of 5,006 amounts of money in instances that say their `decimals` the last digit is
//! at the place stated in 89%, and coarser in the others; the place that is used here is it in 96%,
//! coarser in 3% and finer in 0.3%.

use core::cmp::Ordering;

use alloc::{collections::BTreeMap, vec::Vec};

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::rounding::{self, CENT, UnitKind};
use crate::arith;
use crate::bounds::SAME_PLACE_DAYS;
use crate::companyfacts::{periods::days, reading::fact::FiledFact};
use crate::figure::Accession;

/// The places to which a filer's filings state a concept in one unit, as powers of ten.
#[derive(Clone, Debug, Default)]
pub(crate) struct Places {
    filings: BTreeMap<Accession, i8>,
    /// The last digits of each filing's amounts of money.
    ends: BTreeMap<Accession, Ends>,
    /// The finest place of each filing by its day; of amounts per share alone.
    days: Vec<(Date, i8)>,
}

/// At which place most of a filing's amounts of a concept end.
#[derive(Clone, Copy, Debug)]
struct Ends {
    finest: i8,
    /// How many end at the finest place, and how many there are.
    count: (usize, usize),
}

impl Ends {
    fn of(place: i8) -> Self {
        Self { finest: place, count: (1, 1) }
    }

    fn and(self, place: i8) -> Self {
        let (at, all) = self.count;
        match place.cmp(&self.finest) {
            Ordering::Less => Self { finest: place, count: (1, all + 1) },
            Ordering::Equal => Self { count: (at + 1, all + 1), ..self },
            Ordering::Greater => Self { count: (at, all + 1), ..self },
        }
    }

    /// Returns the place of an amount that ends at one: the finest, where most end there or it ends
    /// one digit before. What ends far before, as few others do, was rounded in a sentence.
    fn place(self, last: i8) -> i8 {
        let (at, all) = self.count;
        let is_near = i16::from(last) - i16::from(self.finest) < 2;
        if is_near || at * 2 > all { self.finest } else { last }
    }
}

impl Places {
    pub(crate) fn of<'f>(facts: impl Iterator<Item = &'f FiledFact>, measure: UnitKind) -> Self {
        let mut places = Self::default();
        for fact in facts {
            let place = match measure {
                UnitKind::PerShare => match last_place(fact) {
                    Some(place) => {
                        places.days.push((fact.filed, place));
                        place
                    }
                    // Nil says nothing of its place.
                    None => continue,
                },
                _ => rounding::place(fact.value, measure),
            };
            if let (UnitKind::Money, Some(last)) = (measure, last_digit(fact.value)) {
                let ends = places.ends.entry(fact.accession);
                ends.and_modify(|ends| *ends = ends.and(last)).or_insert(Ends::of(last));
            }
            let finest = places.filings.entry(fact.accession).or_insert(place);
            *finest = place.min(*finest);
        }
        places.days.sort_unstable();
        places.days.dedup_by_key(|(day, _)| *day);
        places
    }

    /// Returns the place to which a filing states the concept: that of its finest value. An amount
    /// per share is stated to the cent where a filing of about that time has one with cents, and
    /// to the whole unit where none has.
    pub(crate) fn at(&self, filing: Accession, filed: Date) -> i8 {
        let own = self.filings.get(&filing).copied().unwrap_or_default();
        let near = self.days.iter().filter(|(day, _)| days::apart(*day, filed) <= SAME_PLACE_DAYS);
        near.map(|(_, place)| *place).min().map_or(own, |near| own.min(near.max(CENT)))
    }

    /// Returns the place to which a filing is taken to state a value of the concept: of an amount
    /// per share by the filings of about that time, of money by its own amounts of the concept.
    pub(crate) fn of_value(&self, value: Decimal, filing: Accession, filed: Date) -> Option<i8> {
        let own = last_digit(value);
        if !self.days.is_empty() {
            let used = self.at(filing, filed);
            return Some(own.map_or(used, |own| own.min(used)));
        }
        match (self.ends.get(&filing), own) {
            (Some(ends), Some(own)) => Some(ends.place(own)),
            // Nothing but zeros: as fine as what else the filing has of it.
            (Some(ends), None) => Some(ends.finest),
            (None, own) => own,
        }
    }
}

/// Returns the power of ten of a value's last digit that is not zero.
fn last_digit(value: Decimal) -> Option<i8> {
    i8::try_from(arith::last_place(value)?).ok()
}

/// Returns the power of ten of a value's last digit that is not zero, at most that of the unit.
fn last_place(fact: &FiledFact) -> Option<i8> {
    i8::try_from(arith::last_place(fact.value)?.min(0)).ok()
}
