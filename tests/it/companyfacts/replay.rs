//! Every file read anew on each day on which a report was filed, as its reader had it then: the
//! newest derived quarter against what the company itself printed for it later.
//!
//! What was printed is read from the JSON by itself: the quarter as a later filing tags it, or the
//! longer period less the shorter as later filings give both.

use std::collections::{BTreeMap, BTreeSet};

use financials::{
    Date, Decimal, Item,
    companyfacts::{CompanyFacts, Derivation, Entry, Form, Input, Series, Vintage},
    period::PeriodKind,
};
use serde_json::Value;

const ITEMS: [Item; 6] = [
    Item::Revenue,
    Item::GrossProfit,
    Item::OperatingIncome,
    Item::NetIncome,
    Item::OperatingCashFlow,
    Item::CapitalExpenditures,
];

type Key = (String, Option<Date>, Date);

/// What a file says of the periods of each concept, by the day of filing.
struct Printed(BTreeMap<Key, Vec<(Date, Decimal)>>);

impl Printed {
    fn of(file: &Value) -> Self {
        let mut printed: BTreeMap<Key, Vec<_>> = BTreeMap::new();
        let objects = |value: &'_ Value| value.as_object().cloned().unwrap_or_default();
        for (_, concepts) in objects(&file["facts"]) {
            for (concept, tag) in objects(&concepts) {
                for (_, facts) in objects(&tag["units"]).into_iter().filter(|(u, _)| u == "USD") {
                    for fact in facts.as_array().unwrap() {
                        let date =
                            |key: &str| fact[key].as_str().map(|d| d.parse::<Date>().unwrap());
                        let (start, end) = (date("start"), date("end").unwrap());
                        let value: Decimal = fact["val"].to_string().parse().unwrap();
                        let key = (concept.clone(), start, end);
                        printed.entry(key).or_default().push((date("filed").unwrap(), value));
                    }
                }
            }
        }
        for values in printed.values_mut() {
            values.sort_unstable();
        }
        Self(printed)
    }

    /// Returns what the first filing after a day gives, and the day of that.
    fn after(
        &self,
        concept: &str,
        start: Option<Date>,
        end: Date,
        day: Date,
    ) -> Option<(Date, Decimal)> {
        let values = self.0.get(&(concept.to_owned(), start, end))?;
        values.iter().find(|(filed, _)| *filed > day).copied()
    }

    /// Returns whether a fact is given otherwise after a day, by more than a unit of the place it
    /// is rounded to, which is at most a million.
    fn changes(&self, input: &Input, day: Date) -> bool {
        let key = (input.concept.name.to_string(), input.start, input.end);
        let values = self.0.get(&key).map(Vec::as_slice).unwrap_or_default();
        let unit = |value: Decimal| {
            let zeros = value.to_string().chars().rev().take_while(|digit| *digit == '0').count();
            Decimal::from(10_u32.pow(zeros.min(6) as u32))
        };
        values.iter().any(|(filed, value)| {
            let place = unit(*value).max(unit(input.value));
            *filed > day && (value - input.value).abs() > place
        })
    }
}

/// What a comparison comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Close,
    /// More than a twentieth off, with a finding.
    Marked,
    /// The longer period itself was restated after the day: no one could know.
    RestatedSince,
    Off,
}

fn newest_derived(series: &Series) -> Option<&Entry> {
    let derived = series.entries.iter().filter(|entry| {
        entry.kind == PeriodKind::Quarter
            && entry.amount.as_ref().is_ok_and(|amount| !amount.origin.is_reported())
    });
    derived.max_by_key(|entry| entry.end)
}

/// Holds the newest derived quarter of a series, as of a day, against what was printed later.
fn compare(series: &Series, day: Date, printed: &Printed) -> Option<(Outcome, String)> {
    let entry = newest_derived(series)?;
    let amount = entry.amount.as_ref().unwrap();
    let longer = amount.inputs.first()?;
    let concept = &longer.concept.name;
    let mut right = printed.after(concept, entry.start, entry.end, day).map(|(_, value)| value);
    if let (None, Derivation::LessYearToDate, [longer, shorter]) =
        (right, amount.origin, amount.inputs.as_slice())
    {
        let later =
            |input: &Input, day| printed.after(&input.concept.name, input.start, input.end, day);
        let (filed, less) = later(shorter, day)?;
        // The longer period as it stands with or after the shorter one's new value, if it does.
        let before = filed.yesterday().unwrap();
        let (_, whole) = later(longer, before).or_else(|| later(longer, day))?;
        right = Some(whole - less);
    }
    let right = right?;
    let off = (amount.value - right).abs() * Decimal::from(20) > right.abs();
    let marked = series.findings.iter().any(|f| (f.start, f.end) == (entry.start, entry.end));
    let outcome = match (off, marked) {
        (false, _) => Outcome::Close,
        (true, true) => Outcome::Marked,
        (true, false) if printed.changes(longer, day) => Outcome::RestatedSince,
        (true, false) => Outcome::Off,
    };
    let text = format!("{}: {} derived on {day}, {right} later", entry.end, amount.value);
    Some((outcome, text))
}

/// Quarters of which no filing up to that day shows that one operand would be another a year later,
/// with the longer period as it was: the company, the item, the quarter's end, and the last day.
///
/// Each was looked at. The shorter figure and all that the same reports give beside it, the
/// comparatives of a year earlier first, stood as they were; nothing tells it from the other 5,000.
const UNKNOWABLE: [(&str, Item, &str, &str); 7] = [
    // Six months of 3,470 million are 3,293 a year later, and nine months 5,071 as before.
    ("GE", Item::CapitalExpenditures, "2017-09-30", "2017-10-30"),
    // Six months of 7,523 are 7,040, and nine months 12,020.
    ("JNJ", Item::OperatingCashFlow, "2012-09-30", "2012-11-09"),
    // Each of the first quarters is 0.7 million more, and the year 21.4 as it was.
    ("ANET", Item::CapitalExpenditures, "2016-12-31", "2017-02-17"),
    // Six months of 1,724 are 2,061, and nine months 3,060.
    ("IBM", Item::CapitalExpenditures, "2011-09-30", "2012-02-28"),
    // Each of the first quarters is 36 more, and the year 1,413.
    ("NRG", Item::OperatingCashFlow, "2019-12-31", "2020-02-27"),
    // Nine months of 96.3 are 91.7, and the year 133.7.
    ("WDAY", Item::CapitalExpenditures, "2016-01-31", "2016-03-22"),
    // Here it is what is printed later that is wrong: the half year has the other sign.
    ("SBUX", Item::OperatingCashFlow, "2023-07-02", "2023-08-01"),
];

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn a_quarter_derived_on_the_day_is_the_one_printed_later() {
    let mut outcomes: BTreeMap<Outcome, usize> = BTreeMap::new();
    let mut off = BTreeSet::new();
    for (name, bytes) in super::files() {
        let facts = CompanyFacts::parse(&bytes).unwrap();
        let printed = Printed::of(&serde_json::from_slice(&bytes).unwrap());
        let all = facts.concepts().iter().flat_map(|concept| &concept.units);
        let reports = all.flat_map(|unit| &unit.facts);
        let reports = reports.filter(|fact| matches!(fact.form, Form::Annual | Form::Quarterly));
        let days: BTreeSet<Date> = reports.map(|fact| fact.filed).collect();
        for day in days {
            let known = facts.known(Vintage::AsOf(day));
            for item in ITEMS {
                let compared = compare(&known.item(item).series, day, &printed);
                let Some((outcome, text)) = compared else { continue };
                *outcomes.entry(outcome).or_default() += 1;
                let end = &text[..10];
                let known = UNKNOWABLE.iter().any(|(file, of, quarter, last)| {
                    let is_it = (name.contains(file), *of, *quarter) == (true, item, end);
                    is_it && day <= last.parse().unwrap()
                });
                if outcome == Outcome::Off && !known {
                    off.insert(format!("{name} {item:?} {text}"));
                }
            }
        }
    }
    let off: Vec<_> = off.into_iter().collect();
    assert!(off.is_empty(), "{outcomes:?}\n{}", off.join("\n"));
}
