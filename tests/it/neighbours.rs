//! What comes before a report, found by dates: among neighbours that almost fit, and across gaps.

use financials::{
    BalanceSheet, Currency, Decimal, Error, FiscalCalendar, History, IncomeStatement, Period,
    Report, Undefined, decimal::parse, formula::Formula, metrics,
};

fn flows(dates: &str, revenue: i64) -> Result<Report, Error> {
    let income = IncomeStatement::in_units().revenue(revenue).net_income(revenue);
    Ok(Report::builder("Example", dates.parse()?, Currency::USD).income(income).build()?)
}

fn balances(dates: &str, assets: i64) -> Result<Report, Error> {
    let balance = BalanceSheet::in_units().total_assets(assets);
    Ok(Report::builder("Example", dates.parse()?, Currency::USD).balance(balance).build()?)
}

fn value(formula: &str, history: &History, period: &str) -> Result<Decimal, Undefined> {
    Formula::parse(formula).unwrap().value(history.view(&period.parse().unwrap())?)
}

#[test]
fn a_year_ago_is_the_nearest_to_a_year() -> Result<(), Error> {
    let dates = [("at 2024-06-20", 1), ("at 2024-06-30", 2), ("at 2025-06-30", 10)];
    let reports = dates.iter().map(|(dates, assets)| balances(dates, *assets));
    let history = History::new(reports.collect::<Result<Vec<_>, _>>()?)?;
    assert_eq!(value("year_ago(total_assets)", &history, "at 2025-06-30")?, Decimal::TWO);
    Ok(())
}

#[test]
fn years_in_between_need_not_be_there() -> Result<(), Error> {
    let years = [("2020-01-01..2020-12-31", 1000), ("2023-01-01..2023-12-31", 1331)];
    let reports = years.iter().map(|(dates, revenue)| flows(dates, *revenue));
    let history = History::new(reports.collect::<Result<Vec<_>, _>>()?)?;
    let now = "2023-01-01..2023-12-31";
    assert_eq!(value("cagr(revenue, 3)", &history, now)?, parse("0.1")?);
    assert_eq!(value("years_ago(revenue, 3)", &history, now)?, parse("1000")?);
    assert_eq!(value("year_ago(years_ago(revenue, 2))", &history, now)?, parse("1000")?);
    let missing = value("cagr(revenue, 2)", &history, now).unwrap_err();
    assert_eq!(missing.to_string(), "there is no report 2 years ago");
    Ok(())
}

#[test]
fn forty_years_of_52_or_53_weeks_are_forty_years() -> Result<(), Error> {
    // Last Saturdays of September, as Apple's: 1984-09-29 and 2024-09-28.
    let old = flows("1983-10-01..1984-09-29", 100)?;
    let now = flows("2023-10-01..2024-09-28", 300)?;
    let history = History::new([old, now])?;
    let thrice = value("revenue / years_ago(revenue, 40)", &history, "2023-10-01..2024-09-28")?;
    assert_eq!(thrice, Decimal::from(3));
    Ok(())
}

#[test]
fn a_report_of_a_year_ago_stands_beside_the_history() -> Result<(), Error> {
    let quarters = [
        ("2024-01-01..2024-03-31", 1),
        ("2024-04-01..2024-06-30", 2),
        ("2024-07-01..2024-09-30", 3),
        ("2024-10-01..2024-12-31", 4),
    ];
    let reports = quarters.iter().map(|(dates, revenue)| flows(dates, *revenue));
    let history = History::new(reports.collect::<Result<Vec<_>, _>>()?)?;
    let year_ago = flows("2023-10-01..2023-12-31", 2)?;
    let view = history.latest_view()?.with_year_ago(&year_ago)?;
    let formula = Formula::parse("ttm(revenue) * (1 + growth(revenue))")?;
    assert_eq!(formula.value(view)?, Decimal::from(20));
    Ok(())
}

#[test]
fn a_label_is_that_of_the_quarter_before_that_of_a_balance() -> Result<(), Error> {
    let quarter = flows("2024-04-01..2024-06-30", 5)?;
    let history = History::new([balances("at 2024-06-30", 7)?, quarter.clone()])?;
    let history = history.with_calendar(FiscalCalendar::month_end(12)?);
    assert_eq!(history.labelled("2024Q2".parse()?)?, &quarter);
    let balance = balances("at 2024-06-30", 7)?;
    let history = History::new([balance.clone()])?.with_calendar(FiscalCalendar::month_end(12)?);
    assert_eq!(history.labelled("2024Q2".parse()?)?, &balance);
    Ok(())
}

#[test]
fn gaps_are_between_quarters_and_between_years() -> Result<(), Error> {
    let reports = [
        balances("at 2023-03-31", 1)?,
        balances("at 2024-03-31", 1)?,
        flows("TTM 2023-01-01..2023-12-31", 1)?,
        flows("TTM 2023-04-01..2024-03-31", 1)?,
        flows("2024-01-01..2024-06-30", 1)?,
        flows("2023-01-01..2023-06-30", 1)?,
        flows("2023-01-01..2023-03-31", 1)?,
        flows("2023-07-01..2023-09-30", 1)?,
        flows("2023-10-01..2023-12-31", 1)?,
        flows("2020-01-01..2020-12-31", 1)?,
        flows("2022-01-01..2022-12-31", 1)?,
    ];
    let history = History::new(reports)?;
    let gaps: Vec<_> = history.gaps().map(|gap| format!("{} {}", gap.after, gap.before)).collect();
    assert_eq!(
        gaps,
        [
            "2020-01-01..2020-12-31 2022-01-01..2022-12-31",
            "2023-01-01..2023-03-31 2023-07-01..2023-09-30",
        ],
    );
    Ok(())
}

#[test]
fn the_latest_view_is_of_the_report_that_ends_last() -> Result<(), Error> {
    let quarter = flows("2010-10-01..2010-12-31", 1)?;
    let year = flows("2024-01-01..2024-12-31", 2)?;
    let later = balances("at 2025-01-31", 3)?;
    let history = History::new([quarter, year.clone(), later.clone()])?;
    assert_eq!(history.latest_view()?.report(), &year);
    let fourth = flows("2024-10-01..2024-12-31", 1)?;
    let history = History::new([fourth.clone(), year])?;
    assert_eq!(history.latest_view()?.report(), &fourth);
    assert_eq!(History::new([later.clone()])?.latest_view()?.report(), &later);
    Ok(())
}

#[test]
fn a_quarter_before_is_not_looked_for_in_halves() -> Result<(), Error> {
    let reports = [flows("2024-01-01..2024-06-30", 1)?, flows("2024-07-01..2024-12-31", 2)?];
    let history = History::new(reports)?;
    for formula in ["quarter_ago(revenue)", "growth_qoq(revenue)", "quarters_ago(revenue, 2)"] {
        let refused = value(formula, &history, "2024-07-01..2024-12-31").unwrap_err();
        assert_eq!(refused, Undefined::NotAQuarter, "{formula}");
    }
    assert_eq!(value("annualised(revenue)", &history, "2024-07-01..2024-12-31")?, 4.into());
    Ok(())
}

#[test]
fn ten_thousand_reports_are_put_in_order_without_comparing_each_with_each() -> Result<(), Error> {
    let first: financials::Date = "1990-01-01".parse().map_err(|_| Undefined::OutOfRange)?;
    let mut reports = Vec::new();
    let mut day = first;
    for number in 0..10_000 {
        reports.push(balances(&Period::instant(day).to_string(), number)?);
        day = day.tomorrow().map_err(|_| Undefined::OutOfRange)?;
    }
    reports.reverse();
    let history = History::new(reports)?;
    let period = Period::instant(day.yesterday().map_err(|_| Undefined::OutOfRange)?);
    let year_ago = Formula::parse("total_assets - year_ago(total_assets)")?;
    assert_eq!(year_ago.value(history.view(&period)?)?, Decimal::from(365));
    assert!(metrics::REVENUE_GROWTH.value(history.view(&period)?).is_err());
    Ok(())
}
