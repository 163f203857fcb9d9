//! Reading SEC companyfacts into histories.

mod agreement;
mod articulation;
mod bases;
mod calendars;
mod companies;
mod coverage;
mod covers;
mod careful;
mod debt;
mod discontinued;
mod expected;
mod files;
mod laws;
mod listings;
mod palantir;
mod places;
mod reader;
mod sectors;
mod strict;
mod rebased;
mod replay;
mod truth;
mod twelve_months;
mod words;
mod weighted;
mod years;

use std::{fs, str::FromStr};

use financials::companyfacts::CompanyFacts;

use crate::data;

/// Returns every companyfacts file: its name under `companyfacts`, and its bytes.
pub(crate) fn files() -> Vec<(String, Vec<u8>)> {
    let root = data::folder().join("data/companyfacts");
    let mut folders = vec![root.clone()];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "json") {
                let name = path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
                found.push((name, fs::read(&path).unwrap()));
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "no file under {}", root.display());
    found
}

/// A fact of a made file: its period, value, form, fiscal year, filing's number and day.
pub(crate) struct Row<'a> {
    pub start: &'a str,
    pub end: &'a str,
    pub value: String,
    pub form: &'a str,
    pub fiscal_year: i16,
    pub number: usize,
    pub filed: &'a str,
}

/// Makes a file of one concept in US dollars.
pub(crate) fn made(concept: &str, rows: &[Row<'_>]) -> CompanyFacts {
    let rows = rows.iter().map(|row| {
        serde_json::json!({
            "start": row.start,
            "end": row.end,
            "val": serde_json::Number::from_str(&row.value).unwrap(),
            "accn": format!("0000000001-{}-{:06}", &row.filed[2..4], row.number),
            "fy": row.fiscal_year,
            "form": row.form,
            "filed": row.filed,
        })
    });
    let rows: Vec<_> = rows.collect();
    let file = serde_json::json!({"facts": {"us-gaap": {concept: {"units": {"USD": rows}}}}});
    CompanyFacts::parse(&serde_json::to_vec(&file).unwrap()).unwrap()
}
