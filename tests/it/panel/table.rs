//! Tables of text: every digit, every reason, and nothing that breaks a reader.

use financials::{
    Basis, Currency, Error, FiscalCalendar, History, IncomeStatement, Item, Period, Report,
    formula::Formula,
    metrics,
    panel::{Panel, Table},
    report::Company,
};
use proptest::prelude::*;
use serde_json::Value;

use super::{panel, universe::universe};
use crate::exact::exact;

/// Two companies, of which one has a name that a reader of CSV could stumble over.
fn two() -> Result<Panel, Error> {
    let report = |company: Company, dates: &str, revenue: i64, income: i64| {
        let income = IncomeStatement::in_units().revenue(revenue).operating_income(income);
        let report = Report::builder(company, dates.parse::<Period>()?, Currency::USD);
        Ok::<_, Error>(report.basis(Basis::Gaap).income(income).build()?)
    };
    let odd = || Company::new("A \"B\", C\n\u{1}").ticker("ABC").cik(7);
    let odd = History::new([
        report(odd(), "2024-01-01..2024-03-31", 0, 5)?,
        report(odd(), "2024-04-01..2024-06-30", 3, 1)?,
        report(odd(), "2024-01-01..2024-12-31", 1, -2)?,
    ])?;
    let odd = odd.with_calendar(FiscalCalendar::month_end(12)?);
    let plain = History::new([report(Company::new("Plain"), "2024-04-01..2024-06-30", 8, 1)?])?;
    Ok(Panel::of([&odd, &plain])?)
}

fn chosen(panel: &Panel) -> Table<'_> {
    panel.view().to_places(6).table([metrics::OPERATING_MARGIN]).quarters()
}

#[test]
fn a_wide_table_has_a_row_for_each_company_and_period() -> Result<(), Error> {
    let panel = two()?;
    let csv = "\
company,cik,ticker,currency,basis,start,end,kind,label,operating_margin,reasons
\"A \"\"B\"\", C\n\u{1}\",7,ABC,USD,gaap,2024-01-01,2024-03-31,quarter,2024Q1,,\
operating_margin=zero_denominator
\"A \"\"B\"\", C\n\u{1}\",7,ABC,USD,gaap,2024-04-01,2024-06-30,quarter,2024Q2,0.333333,
Plain,,,USD,gaap,2024-04-01,2024-06-30,quarter,,0.125,
";
    assert_eq!(chosen(&panel).csv().to_string(), csv);
    let json = chosen(&panel).json_lines().to_string();
    let lines: Vec<Value> = json.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines[0]["company"], "A \"B\", C\n\u{1}");
    assert_eq!(lines[0]["reasons"], serde_json::json!({"operating_margin": "zero_denominator"}));
    assert_eq!((&lines[0]["operating_margin"], &lines[0]["cik"]), (&Value::Null, &7.into()));
    assert_eq!(
        (&lines[1]["operating_margin"], &lines[2]["label"]),
        (&"0.333333".into(), &Value::Null)
    );
    assert_eq!(lines.len(), 3);
    Ok(())
}

#[test]
fn a_long_table_has_a_row_for_each_value_and_says_why_there_is_none() -> Result<(), Error> {
    let panel = two()?;
    let long = chosen(&panel).only(|company, _| company.name() == "Plain").long();
    let both = long.with("twice", Formula::parse("2 * net_income")?.column(&panel));
    let head = "Plain,,,USD,gaap,2024-04-01,2024-06-30,quarter,,";
    let csv = format!(
        "company,cik,ticker,currency,basis,start,end,kind,label,measure,value,reason,why\n\
         {head}operating_margin,0.125,,\n\
         {head}twice,,missing,net_income is not reported in the period\n",
    );
    assert_eq!(both.csv().to_string(), csv);
    assert_eq!(both.without_header().csv().to_string(), csv.split_once('\n').unwrap().1);
    Ok(())
}

#[test]
fn the_last_rows_are_those_of_each_company() -> Result<(), Error> {
    let panel = two()?;
    let ends = |table: Table<'_>| -> Vec<String> {
        table
            .rows()
            .map(|(_, company, it)| format!("{} {}", company.name().len(), it.end()))
            .collect()
    };
    assert_eq!(ends(chosen(&panel).last(1)), ["10 2024-06-30", "5 2024-06-30"]);
    assert_eq!(ends(chosen(&panel).last(9)), ["10 2024-03-31", "10 2024-06-30", "5 2024-06-30"]);
    assert_eq!(ends(panel.view().table([Item::Revenue]).twelve_months()), ["10 2024-12-31"]);
    assert_eq!(ends(panel.view().table([Item::Revenue]).years().last(3)), ["10 2024-12-31"]);
    assert!(chosen(&panel).last(0).is_empty());
    assert_eq!(panel.view().table([Item::Revenue]).len(), 4);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases.div_ceil(8)))]

    /// What is read back is what the columns hold, to the last digit.
    #[test]
    fn every_value_reads_back_exactly(seed in any::<u64>()) {
        let companies = universe(seed);
        let panel = panel(&companies);
        let measures = [metrics::OPERATING_MARGIN, metrics::RETURN_ON_EQUITY, metrics::REVENUE_GROWTH];
        let table = panel.view().to_places(28).table(measures);
        let json = table.json_lines().to_string();
        let lines: Vec<Value> = json.lines().map(|it| serde_json::from_str(it).unwrap()).collect();
        prop_assert_eq!(lines.len(), panel.len());
        let csv = table.csv().to_string();
        let rows: Vec<Vec<&str>> = csv.lines().skip(1).map(|row| row.split(',').collect()).collect();
        for (at, (name, column)) in table.columns().enumerate() {
            for (row, cell) in column.iter().enumerate() {
                let (json, csv) = (&lines[row][name], rows[row][9 + at]);
                match cell {
                    Ok(number) => {
                        let read = financials::decimal::parse(csv).unwrap();
                        prop_assert_eq!(exact(read), exact(number));
                        prop_assert_eq!(json, csv);
                    }
                    Err(reason) => {
                        prop_assert_eq!(csv, "");
                        prop_assert!(json.is_null());
                        prop_assert_eq!(&lines[row]["reasons"][name], reason.code());
                        let word = format!("{name}={}", reason.code());
                        prop_assert!(rows[row][9 + measures.len()].split(' ').any(|it| it == word));
                    }
                }
            }
        }
    }
}
