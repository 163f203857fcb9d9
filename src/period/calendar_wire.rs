//! The form of a [`FiscalCalendar`] in serde, checked on the way in.

use alloc::vec::Vec;

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{
    calendar::FiscalCalendar,
    calendar_error::CalendarError,
    era::{Era, YearNamed},
    quarters::Quarters,
    year_end::YearEnd,
};

/// The form of a calendar in serde.
#[derive(Serialize, Deserialize)]
#[serde(
    deny_unknown_fields,
    expecting = "a calendar, an object of year_end, quarters, year_named and changes"
)]
struct Wire {
    year_end: YearEnd,
    quarters: Quarters,
    year_named: YearNamed,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    changes: Vec<ChangeWire>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a change of a calendar")]
struct ChangeWire {
    from: Date,
    year_end: YearEnd,
    quarters: Quarters,
    year_named: YearNamed,
}

impl TryFrom<Wire> for FiscalCalendar {
    type Error = CalendarError;

    fn try_from(wire: Wire) -> Result<Self, CalendarError> {
        let Wire { year_end, quarters, year_named: named, changes } = wire;
        let mut calendar = Self { first: Era { year_end, quarters, named }, changes: Vec::new() };
        for ChangeWire { from, year_end, quarters, year_named: named } in changes {
            calendar.add_change(from, Era { year_end, quarters, named })?;
        }
        Ok(calendar)
    }
}

impl Serialize for FiscalCalendar {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Era { year_end, quarters, named } = self.first;
        let changes = self.changes.iter().map(|&(from, era)| {
            let Era { year_end, quarters, named } = era;
            ChangeWire { from, year_end, quarters, year_named: named }
        });
        Wire { year_end, quarters, year_named: named, changes: changes.collect() }
            .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for FiscalCalendar {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Wire::deserialize(deserializer)?.try_into().map_err(de::Error::custom)
    }
}
