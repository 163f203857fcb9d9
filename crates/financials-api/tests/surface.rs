//! The public surface of the crate is the one that is kept in `docs/API.txt`.

use std::{collections::BTreeSet, error::Error, fs};

use financials_api::{surface, workspace};

/// A name is added, changed or removed by a change of the list, and never by accident.
#[test]
fn the_surface_is_the_one_that_is_kept() -> Result<(), Box<dyn Error>> {
    let path = workspace().join("docs/API.txt");
    let found = surface()?;
    if std::env::var_os("FINANCIALS_WRITE").is_some() {
        return Ok(fs::write(path, found)?);
    }
    let kept = fs::read_to_string(path)?;
    let [before, after]: [BTreeSet<&str>; 2] = [&kept, &found].map(|text| text.lines().collect());
    let gone = before.difference(&after).map(|line| format!("- {line}"));
    let new = after.difference(&before).map(|line| format!("+ {line}"));
    let changes: Vec<String> = gone.chain(new).collect();
    let write = "FINANCIALS_WRITE=1 cargo test -p financials-api";
    assert!(found == kept, "what is meant is kept by `{write}`:\n{}", changes.join("\n"));
    Ok(())
}

/// The root has what most programs name, and no more.
#[test]
fn the_root_is_small() -> Result<(), Box<dyn Error>> {
    let text = fs::read_to_string(workspace().join("docs/API.txt"))?;
    let names = text.lines().filter_map(|line| {
        let path = line.split_once("financials::")?.1;
        let end = path.find(|it: char| !it.is_alphanumeric() && it != '_');
        let (name, rest) = path.split_at(end.unwrap_or(path.len()));
        let is_of_root = !line.starts_with("impl") && !rest.starts_with("::");
        (is_of_root && name.starts_with(char::is_uppercase)).then_some(name)
    });
    let names: BTreeSet<&str> = names.collect();
    let root = [
        "Accuracy",
        "AnnualReport",
        "BalanceSheet",
        "Basis",
        "CashFlowStatement",
        "Currency",
        "Date",
        "Days",
        "Decimal",
        "Error",
        "Figure",
        "FiscalCalendar",
        "History",
        "IncomeStatement",
        "Interval",
        "Item",
        "Measure",
        "Metric",
        "Money",
        "Multiple",
        "PerShare",
        "Period",
        "QuarterlyReport",
        "Ratio",
        "Report",
        "Shares",
        "Source",
        "Stated",
        "Undefined",
        "View",
    ];
    assert_eq!(names, BTreeSet::from(root));
    Ok(())
}
