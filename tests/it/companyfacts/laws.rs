//! Laws that hold for made files: of any bytes, any quarters, any restatement.

use super::Row;
use financials::{
    Decimal,
    companyfacts::{CompanyFacts, Entry, Series, Vintage},
    undefined::Absence,
};
use proptest::prelude::*;

const JSON: &[u8] = include_bytes!("../../cases/palantir_companyfacts/companyfacts.json");

fn series(facts: &CompanyFacts, vintage: Vintage) -> Series {
    facts.known(vintage).concept("us-gaap", "Revenues").remove(0)
}

fn value(entry: Option<&Entry>) -> Result<i64, Absence> {
    let amount = entry.unwrap().amount.as_ref().map_err(|reason| *reason)?;
    Ok(i64::try_from(amount.value).unwrap())
}

/// Two years in which only year-to-date figures are filed, then filed again a year later with
/// something added to each.
fn to_date(quarters: &[[i64; 4]; 2], restated: &[[i64; 4]; 2]) -> CompanyFacts {
    let ends = ["03-31", "06-30", "09-30", "12-31"];
    let filed = ["05-01", "08-01", "11-01", "02-15"];
    let mut rows = Vec::new();
    for (year, (quarters, restated)) in (2021..).zip(quarters.iter().zip(restated)) {
        let (mut sum, mut again) = (0, 0);
        for (number, (quarter, more)) in quarters.iter().zip(restated).enumerate() {
            sum += quarter;
            again += quarter + more;
            for (later, value) in [(0, sum), (1, again)] {
                let filed_in = year + later + i32::from(number == 3);
                rows.push((
                    format!("{year}-01-01"),
                    format!("{year}-{}", ends[number]),
                    value,
                    if number == 3 { "10-K" } else { "10-Q" },
                    year + later,
                    format!("{filed_in}-{}", filed[number]),
                ));
            }
        }
    }
    let rows = rows.iter().enumerate().map(|(number, (start, end, value, form, year, filed))| {
        Row { start, end, value: value.to_string(), form, fiscal_year: *year as i16, number, filed }
    });
    super::made("Revenues", &rows.collect::<Vec<_>>())
}

fn years() -> impl Strategy<Value = [[i64; 4]; 2]> {
    prop::array::uniform2(prop::array::uniform4(-1_000_000_000_000_i64..1_000_000_000_000))
}

proptest! {
    #[test]
    fn any_bytes_are_facts_or_an_error(
        changes in prop::collection::vec((0..JSON.len(), any::<u8>()), 0..6),
        end in 0..=JSON.len(),
    ) {
        let mut bytes = JSON.to_vec();
        for (at, byte) in changes {
            bytes[at] = byte;
        }
        for bytes in [&bytes[..], &bytes[..end]] {
            let strict = CompanyFacts::parse(bytes);
            let lenient = CompanyFacts::parse_lenient(bytes);
            if let Ok(facts) = &strict {
                prop_assert_eq!(lenient.as_ref().unwrap(), facts);
            }
            if let Ok(facts) = lenient {
                let known = facts.known(Vintage::Latest);
                prop_assert_eq!(known.accounting().read, facts.facts_read());
                prop_assert_eq!(known.accounting().unreadable, facts.skipped().len());
                let _ = known.history();
            }
        }
    }

    #[test]
    fn year_to_date_differences_rebuild_the_quarters(
        quarters in years(),
        restated in years(),
    ) {
        let facts = to_date(&quarters, &restated);
        let (first, latest) = (series(&facts, Vintage::First), series(&facts, Vintage::Latest));
        for (year, (quarters, restated)) in (2021..).zip(quarters.iter().zip(&restated)) {
            let sum = |values: &[i64]| values.iter().sum::<i64>();
            prop_assert_eq!(value(first.year(year)), Ok(sum(quarters)));
            prop_assert_eq!(value(latest.year(year)), Ok(sum(quarters) + sum(restated)));
            for (number, (quarter, more)) in (1..).zip(quarters.iter().zip(restated)) {
                // The second year's reports restate the first year, each of them otherwise.
                let found = value(first.quarter(year, number));
                let two_bases = year == 2022 && found == Err(Absence::MixedVintage);
                prop_assert!(two_bases || found == Ok(*quarter), "{found:?}");
                // A change within rounding restates nothing, and then only one side is restated.
                let found = value(latest.quarter(year, number));
                let rebuilt = found == Ok(quarter + more);
                prop_assert!(rebuilt || found == Err(Absence::MixedVintage), "{found:?}");
            }
        }
        // Twelve months never mix the vintages: they are the sum of four quarters of one.
        let quarters: Vec<i64> = quarters.concat();
        let again: Vec<i64> =
            quarters.iter().zip(restated.concat()).map(|(quarter, more)| quarter + more).collect();
        for (number, end) in (1..=4_u8).zip(5..) {
            let window = |values: &[i64]| values[end - 4..end].iter().sum::<i64>();
            let found = value(latest.trailing(2022, number));
            let one = [Ok(window(&again)), Err(Absence::MixedVintage)].contains(&found);
            prop_assert!(one, "{found:?}");
        }
    }

    #[test]
    fn what_no_filing_restates_is_derived_whatever_the_vintage(quarters in years()) {
        let facts = to_date(&quarters, &[[0; 4]; 2]);
        for vintage in [Vintage::First, Vintage::Latest] {
            let series = series(&facts, vintage);
            for (year, quarters) in (2021..).zip(&quarters) {
                for (number, quarter) in (1..).zip(quarters) {
                    prop_assert_eq!(value(series.quarter(year, number)), Ok(*quarter));
                }
            }
            let all = quarters.concat();
            for (number, end) in (1..=4_u8).zip(5..) {
                let sum = all[end - 4..end].iter().sum();
                prop_assert_eq!(value(series.trailing(2022, number)), Ok(sum));
            }
        }
    }

    #[test]
    fn nothing_is_known_before_it_is_filed(
        quarters in years(),
        restated in years(),
        day in 0..1500_i32,
    ) {
        let facts = to_date(&quarters, &restated);
        let start: financials::Date = "2021-01-01".parse().unwrap();
        let day = start.checked_add(jiff::Span::new().days(day)).unwrap();
        for entry in series(&facts, Vintage::AsOf(day)).entries {
            for input in entry.amount.into_iter().flat_map(|amount| amount.inputs) {
                prop_assert!(input.filed <= day);
            }
        }
    }

    #[test]
    fn values_are_those_of_their_text(mantissa in any::<i64>(), places in 0_u32..12) {
        let number = Decimal::from_i128_with_scale(i128::from(mantissa), places);
        let file = format!(
            r#"{{"facts":{{"x":{{"Y":{{"units":{{"pure":[{{"end":"2024-12-31","val":{number},
            "accn":"0000000001-25-000001","form":"10-K","filed":"2025-02-01"}}]}}}}}}}}}}"#
        );
        let facts = CompanyFacts::parse(file.as_bytes()).unwrap();
        prop_assert_eq!(facts.concept("x", "Y").unwrap().units[0].facts[0].value, number);
    }
}
