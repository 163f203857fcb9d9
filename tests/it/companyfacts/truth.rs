//! Derived figures against what filers tagged themselves.

use std::collections::BTreeMap;

use financials::{
    Date, Decimal,
    companyfacts::{CompanyFacts, Derivation, Entry, FindingKind, Series, Vintage},
    period::PeriodKind,
    undefined::Absence,
};
use serde::Deserialize;
use serde_json::Value;

use crate::data;

#[derive(Deserialize)]
struct Rows<T> {
    rows: Vec<T>,
}

#[derive(Deserialize)]
struct FourthQuarter {
    file: String,
    concept: String,
    unit: String,
    fy_end: Date,
    q4_start: Date,
    q4_reported_first: serde_json::Number,
    q4_derived_first: serde_json::Number,
    q4_derived_last: serde_json::Number,
    diff_kind: String,
}

#[derive(Deserialize)]
struct Trailing {
    concept: String,
    ttm_start: Date,
    ttm_end: Date,
    reported_ttm_first: serde_json::Number,
    filed: Date,
}

fn rows<T: for<'a> Deserialize<'a>>(name: &str) -> Vec<T> {
    data::json::<Rows<T>>(&format!("data/truth/{name}")).rows
}

/// Reads files once, as JSON that facts can be taken out of.
#[derive(Default)]
struct Files(BTreeMap<String, Value>);

impl Files {
    fn get(&mut self, name: &str) -> &Value {
        self.0.entry(name.to_owned()).or_insert_with(|| data::json(&format!("data/{name}")))
    }

    /// Returns a file of one concept, without the facts that a test withholds.
    fn without(
        &mut self,
        name: &str,
        concept: &str,
        withheld: impl Fn(Date, Date) -> bool,
    ) -> CompanyFacts {
        let mut tag = self.get(name)["facts"]["us-gaap"][concept].clone();
        for facts in tag["units"].as_object_mut().unwrap().values_mut() {
            facts.as_array_mut().unwrap().retain(|fact| {
                let date = |key: &str| fact[key].as_str().map(|date| date.parse().unwrap());
                !date("start").is_some_and(|start| withheld(start, date("end").unwrap()))
            });
        }
        let file = serde_json::json!({"cik": 1, "facts": {"us-gaap": {concept: tag}}});
        CompanyFacts::parse(&serde_json::to_vec(&file).unwrap()).unwrap()
    }
}

fn decimal(number: &serde_json::Number) -> Decimal {
    number.to_string().parse().unwrap()
}

fn series(facts: &CompanyFacts, vintage: Vintage, concept: &str, unit: &str) -> Series {
    let mut all = facts.known(vintage).concept("us-gaap", concept);
    all.retain(|series| series.unit == unit);
    all.pop().unwrap()
}

fn value(entry: &Entry) -> Result<Decimal, Absence> {
    entry.amount.as_ref().map(|amount| amount.value).map_err(|absence| *absence)
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn a_withheld_fourth_quarter_is_derived() {
    let mut files = Files::default();
    let (mut wrong, mut refused, mut derived) = (Vec::new(), 0, 0);
    for row in rows::<FourthQuarter>("q4_reported_vs_derived.json") {
        if row.diff_kind != "exact" {
            continue;
        }
        let (from, to) = (row.q4_start, row.fy_end);
        let facts = files.without(&row.file, &row.concept, |s, e| (s, e) == (from, to));
        let series = series(&facts, Vintage::First, &row.concept, &row.unit);
        let entry = series.entry(PeriodKind::Quarter, Some(from), to);
        let found = entry.map(value);
        let expected = match row.unit.as_str() {
            "USD" => Ok(decimal(&row.q4_reported_first)),
            _ => Err(Absence::NotAdditive),
        };
        derived += usize::from(expected.is_ok());
        if found == Some(Err(Absence::MixedVintage)) {
            // The annual report restates the year before, which says nothing of this one there.
            refused += 1;
        } else if found != Some(expected) {
            wrong.push(format!("{} {} {to}: {found:?}, not {expected:?}", row.file, row.concept));
        }
        if let Some(Entry { amount: Ok(amount), .. }) = entry {
            assert_eq!(amount.origin, Derivation::LessYearToDate);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(refused * 50 <= derived, "{refused} of {derived}");
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn a_fourth_quarter_that_differs_is_a_finding() {
    let mut files = Files::default();
    let mut silent = Vec::new();
    for row in rows::<FourthQuarter>("q4_reported_vs_derived.json") {
        if row.diff_kind == "exact" {
            continue;
        }
        let facts = files.without(&row.file, &row.concept, |_, _| false);
        let (from, to) = (row.q4_start, row.fy_end);
        let withheld = files.without(&row.file, &row.concept, |s, e| (s, e) == (from, to));
        for vintage in [Vintage::Latest, Vintage::First] {
            // The annual report may give the quarters before anew, so that the rest of the year is
            // the quarter that it tags: then nothing differs.
            let is_tagged = [Vintage::First, vintage].into_iter().all(|vintage| {
                let series = series(&withheld, vintage, &row.concept, &row.unit);
                let entry = series.entry(PeriodKind::Quarter, Some(from), to);
                entry.map(value) == Some(Ok(decimal(&row.q4_reported_first)))
            });
            // Cents of three amounts are no finding.
            let cents = Decimal::new(15, 3);
            let is_close = |derived: &serde_json::Number| {
                (decimal(derived) - decimal(&row.q4_reported_first)).abs() <= cents
            };
            // Figures as restated are for the shares after a split.
            let is_first = vintage == Vintage::First;
            let is_rounding = row.unit != "USD"
                && is_close(&row.q4_derived_first)
                && (is_first || is_close(&row.q4_derived_last));
            if is_tagged || is_rounding {
                continue;
            }
            let series = series(&facts, vintage, &row.concept, &row.unit);
            let mut of_quarter = series.findings.iter().filter(|finding| {
                (finding.start, finding.end) == (Some(row.q4_start), row.fy_end)
                    && finding.kind != FindingKind::CandidateDiffers
            });
            if of_quarter.next().is_none() {
                silent.push(format!("{} {} {} {vintage:?}", row.file, row.concept, row.fy_end));
            }
        }
    }
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn a_withheld_trailing_year_is_derived_or_a_finding() {
    let mut files = Files::default();
    let mut wrong = Vec::new();
    let (mut exact, mut close, mut differs, mut mixed, mut gap) = (0, 0, 0, 0, 0);
    let reclassified = "NetCashProvidedByUsedInOperatingActivities";
    for row in rows::<Trailing>("ttm_reported_amzn.json") {
        let file = "companyfacts/core/AMZN.json";
        let trailing = |start: Date, end: Date| {
            (start.month(), start.day()) != (1, 1) && (end - start).get_days() > 350
        };
        let period = (Some(row.ttm_start), row.ttm_end);
        let kind = PeriodKind::TrailingTwelveMonths;
        let reported = decimal(&row.reported_ttm_first);

        let whole = files.without(file, &row.concept, |_, _| false);
        let given = series(&whole, Vintage::AsOf(row.filed), &row.concept, "USD");
        let entry = given.entry(kind, period.0, period.1).unwrap();
        assert_eq!(value(entry), Ok(reported), "a reported figure comes before a derived one");
        let noted = given.findings.iter().any(|finding| (finding.start, finding.end) == period);

        let withheld = files.without(file, &row.concept, trailing);
        let derived = series(&withheld, Vintage::AsOf(row.filed), &row.concept, "USD");
        let million = Decimal::from(1_000_000);
        match derived.entry(kind, period.0, period.1).map(value) {
            Some(Ok(value)) if value == reported => exact += 1,
            // Year, year to date and the one before each round to the million.
            Some(Ok(value)) if noted && (value - reported).abs() <= million + million => close += 1,
            // Reclassified in the trailing figure alone.
            Some(Ok(_))
                if noted && (row.ttm_end.year(), reclassified) == (2011, row.concept.as_str()) =>
            {
                differs += 1;
            }
            Some(Err(Absence::MixedVintage)) if noted => mixed += 1,
            // The year before had not been filed yet.
            Some(Err(Absence::Gap)) if row.filed.year() == 2009 => gap += 1,
            found => wrong.push(format!(
                "{} {} {}: {found:?}, not {reported}, noted {noted}",
                row.concept, row.ttm_end, row.filed
            )),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!((exact, close, differs, mixed, gap), (137, 45, 3, 6, 4));
}
