//! [`Places`]: the places to which a filer states a concept.
//!
//! companyfacts carries no `decimals`, and the last digit of one value says little: 5 billion may
//! be exact to the million, and earnings of 1 dollar a share are 1.00 where the amounts beside them
//! have cents.

use alloc::{collections::BTreeMap, vec::Vec};

use jiff::civil::Date;

use super::rounding::{self, CENT, Measure};
use crate::arith;
use crate::bounds::SAME_PLACE_DAYS;
use crate::companyfacts::{periods::days, reading::fact::FiledFact};
use crate::figure::Accession;

/// The places to which a filer's filings state a concept in one unit, as powers of ten.
#[derive(Clone, Debug, Default)]
pub(crate) struct Places {
    filings: BTreeMap<Accession, i8>,
    /// The finest place of each filing by its day; of amounts per share alone.
    days: Vec<(Date, i8)>,
}

impl Places {
    pub(crate) fn of<'f>(facts: impl Iterator<Item = &'f FiledFact>, measure: Measure) -> Self {
        let mut places = Self::default();
        for fact in facts {
            let place = match measure {
                Measure::PerShare => match last_place(fact) {
                    Some(place) => {
                        places.days.push((fact.filed, place));
                        place
                    }
                    // Nil says nothing of its place.
                    None => continue,
                },
                _ => rounding::place(fact.value, measure),
            };
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
}

/// Returns the power of ten of a value's last digit that is not zero, at most that of the unit.
fn last_place(fact: &FiledFact) -> Option<i8> {
    i8::try_from(arith::last_place(fact.value)?.min(0)).ok()
}
