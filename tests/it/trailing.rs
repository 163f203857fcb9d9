//! What twelve months are: the factors of a return, four quarters that make a year, and which
//! report stands in for them.

use financials::{
    BalanceSheet, Currency, Decimal, Error, Figure, History, IncomeStatement, Item, Measure,
    Report, Undefined, View, formula::Formula, metrics,
};
use proptest::prelude::*;

const QUARTERS: [&str; 8] = [
    "2023-01-01..2023-03-31",
    "2023-04-01..2023-06-30",
    "2023-07-01..2023-09-30",
    "2023-10-01..2023-12-31",
    "2024-01-01..2024-03-31",
    "2024-04-01..2024-06-30",
    "2024-07-01..2024-09-30",
    "2024-10-01..2024-12-31",
];

fn whole(dates: &str, [income, revenue, assets, equity]: [i64; 4]) -> Report {
    let flows = IncomeStatement::in_units().net_income(income).revenue(revenue);
    let balance = BalanceSheet::in_units().total_assets(assets).stockholders_equity(equity);
    let report = Report::builder("Example", dates.parse().unwrap(), Currency::USD);
    report.income(flows).balance(balance).build().unwrap()
}

fn amounts() -> impl Strategy<Value = [i64; 4]> {
    [-1_000_i64..1_000, 1..100_000, 1_000..1_000_000, 1..1_000]
}

/// Returns by how much the product of the factors differs from the return.
fn off(margin: &str, view: View<'_>) -> Decimal {
    let text = format!("{margin} * asset_turnover * equity_multiplier - return_on_equity");
    Formula::parse(&text).unwrap().value(view).unwrap().abs()
}

proptest! {
    #[test]
    fn the_factors_of_dupont_make_the_return(figures in proptest::collection::vec(amounts(), 8)) {
        let reports = QUARTERS.iter().zip(&figures).map(|(dates, it)| whole(dates, *it));
        let quarters = History::new(reports).unwrap();
        let years = ["2023-01-01..2023-12-31", "2024-01-01..2024-12-31"];
        let reports = years.iter().zip(&figures).map(|(dates, it)| whole(dates, *it));
        let years = History::new(reports).unwrap();
        let (quarter, year) = (quarters.latest_view().unwrap(), years.latest_view().unwrap());
        let least = Decimal::new(1, 15);
        // The factors are rounded to 28 digits each, and are below 10^9.
        prop_assert!(off("ttm(net_income) / ttm(revenue)", quarter) < least);
        prop_assert!(off("net_margin", quarter.trailing()) < least);
        prop_assert!(off("net_margin", quarter.over_the_period()) < least);
        prop_assert!(off("net_margin", year) < least);
        prop_assert!(off("net_margin", year.trailing()) < least);
        prop_assert!(off("net_margin", year.over_the_period()) < least);
    }
}

#[test]
fn averages_beside_a_metric_of_twelve_months_span_them() -> Result<(), Error> {
    let figures = |assets: i64| [1, 10, assets, 50];
    let assets = [100, 200, 300, 400, 500, 600, 700, 800];
    let reports = QUARTERS.iter().zip(assets).map(|(dates, assets)| whole(dates, figures(assets)));
    let history = History::new(reports)?;
    let value =
        |text: &str| Formula::parse(text)?.value(history.latest_view()?).map_err(Error::from);
    // Twelve months open with 400, the quarter with 700.
    assert_eq!(value("average(total_assets)")?, 750.into());
    assert_eq!(value("ttm(average(total_assets))")?, 600.into());
    assert_eq!(value("asset_turnover * average(total_assets)")?.round_dp(20), 40.into());
    assert_eq!(value("net_margin * average(total_assets)")?, 75.into());
    let text = "ttm(average(total_assets))";
    assert_eq!(Formula::parse(text)?.to_string(), text);
    Ok(())
}

fn flows(dates: &str, items: IncomeStatement) -> Result<Report, Error> {
    Ok(Report::builder("Example", dates.parse()?, Currency::USD).income(items).build()?)
}

#[test]
fn four_quarters_of_fourteen_weeks_are_no_year() -> Result<(), Error> {
    let weeks = [
        "2023-01-01..2023-04-08",
        "2023-04-09..2023-07-15",
        "2023-07-16..2023-10-21",
        "2023-10-22..2024-01-27",
    ];
    let revenue = || IncomeStatement::in_units().revenue(10);
    let reports: Result<Vec<_>, _> = weeks.iter().map(|dates| flows(dates, revenue())).collect();
    let history = History::new(reports?)?;
    let of = |text: &str| Formula::parse(text).unwrap().value(history.latest_view()?);
    assert_eq!(of("ttm(revenue)").unwrap_err(), Undefined::NotTwelveMonths);
    assert_eq!(of("revenue / period_days * day").unwrap(), Decimal::from(10) / Decimal::from(98));
    let days = Formula::parse("period_days")?.value(history.latest_view()?.trailing());
    assert_eq!(days.unwrap_err(), Undefined::NotTwelveMonths);
    Ok(())
}

fn year_beside_quarters(start: &str) -> Result<History, Error> {
    let dates = [
        format!("{start}..2024-03-31"),
        "2024-04-01..2024-06-30".into(),
        "2024-07-01..2024-09-30".into(),
        "2024-10-01..2024-12-31".into(),
    ];
    let revenue = || IncomeStatement::in_units().revenue(100);
    let mut reports: Vec<_> =
        dates.iter().map(|dates| flows(dates, revenue())).collect::<Result<_, _>>()?;
    let annual = IncomeStatement::in_units().revenue(410).cost_of_revenue(300);
    reports.push(flows("2024-01-01..2024-12-31", annual)?);
    Ok(History::new(reports)?)
}

#[test]
fn a_year_of_the_same_dates_stands_in_for_four_quarters_and_no_other() -> Result<(), Error> {
    let history = year_beside_quarters("2024-01-01")?;
    let ratio = Formula::parse("ttm(cost_of_revenue) / ttm(revenue)")?;
    assert_eq!(ratio.value(history.latest_view()?)?, Decimal::new(75, 2));
    // The quarters begin three days later: their revenue is not that of the year's cost.
    let history = year_beside_quarters("2024-01-04")?;
    let reason = ratio.value(history.latest_view()?).unwrap_err();
    assert_eq!(reason.to_string(), "cost_of_revenue is not reported in the period");
    assert_eq!(Formula::parse("ttm(revenue)")?.value(history.latest_view()?)?, 400.into());
    Ok(())
}

#[test]
fn explanations_carry_the_dates_of_what_is_explained() -> Result<(), Error> {
    let history = year_beside_quarters("2024-01-01")?;
    let formula = Formula::parse("ttm(cost_of_revenue)")?;
    let text = formula.explain(history.latest_view()?)?.to_string();
    assert!(text.contains("cost_of_revenue = $300, 2024-01-01..2024-12-31, "), "{text}");
    let history = year_beside_quarters("2024-01-04")?;
    let text = Formula::parse("ttm(revenue)")?.explain(history.latest_view()?)?.to_string();
    let sum = "  revenue = $400, TTM 2024-01-04..2024-12-31\n    = the sum of four quarters\n";
    assert!(text.contains(sum), "{text}");
    assert!(text.contains("    revenue = $100, 2024-04-01..2024-06-30, "), "{text}");
    let margin =
        metrics::GROSS_MARGIN.explain(history.view(&"2024-01-01..2024-12-31".parse()?)?)?;
    assert!(margin.to_string().starts_with("gross_margin = 26.8"), "{margin}");
    Ok(())
}

/// A metric within another is computed from its parts, and by itself no differently: the change of a
/// balance over twelve months needs no quarters.
#[test]
fn twelve_months_up_to_a_half_are_those_of_balances_alone() -> Result<(), Error> {
    let half = |dates: &str, recurring: i64| {
        let recurring = (Item::AnnualRecurringRevenue, Figure::exact(recurring)?);
        let income = IncomeStatement::in_units().revenue(500).cost_of_revenue(200);
        let report = Report::builder("Example", dates.parse()?, Currency::USD);
        Ok::<_, Error>(report.income(income).figures([recurring]).build()?)
    };
    let history =
        History::new([half("2024-01-01..2024-06-30", 300)?, half("2025-01-01..2025-06-30", 420)?])?;
    let view = history.latest_view()?.trailing();
    let change = metrics::NET_NEW_ARR;
    assert_eq!(change.value(view)?.number(), 120.into());
    assert_eq!(Measure::from(change).value(view)?.number(), 120.into());
    assert_eq!(change.explain(view)?.value().number(), 120.into());
    assert_eq!(change.bounds(view)?.interval().as_point(), Some(120.into()));
    for measure in [Item::Revenue.into(), Item::GrossProfit.into(), metrics::FREE_CASH_FLOW.into()]
    {
        let reason = Measure::value(measure, view).unwrap_err();
        assert_eq!(reason, Undefined::NotTwelveMonths, "{measure}");
    }
    Ok(())
}
