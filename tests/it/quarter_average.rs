//! The mean of a balance at five ends of quarters: of quarters, of a year, and in claims.

use financials::{
    BalanceSheet, Currency, Decimal, Error, FiscalCalendar, History, IncomeStatement, Item,
    Measure, Period, Report, Stated, Undefined,
    decimal::parse,
    formula::{Expression, Formula},
    panel::Panel,
    tieout::{Claim, Network, Ruling},
    undefined::When,
};

const ENDS: [(&str, &str); 4] =
    [("01-01", "03-31"), ("04-01", "06-30"), ("07-01", "09-30"), ("10-01", "12-31")];

/// Inventories at the end of 2023 and of the quarters of 2024, in millions: 100 on the mean of
/// the five, and 85 on that of the two ends of the year.
const INVENTORIES: [i64; 5] = [80, 95, 110, 125, 90];

fn report(period: &str, [revenue, cost, inventory]: [i64; 3]) -> Result<Report, Error> {
    let income = IncomeStatement::in_millions().revenue(revenue).cost_of_revenue(cost);
    let balance = BalanceSheet::in_millions().inventory(inventory).cash(5);
    let report = Report::builder("X", period.parse()?, Currency::USD);
    Ok(report.income(income).balance(balance).build()?)
}

/// Quarters from the last one of 2023 and the years 2023 and 2024, but for those left out.
fn reports(without: &[&str]) -> Result<Vec<Report>, Error> {
    let mut found = Vec::new();
    for (place, inventory) in INVENTORIES.into_iter().enumerate() {
        let (start, end) = ENDS[(place + 3) % 4];
        let year = if place == 0 { 2023 } else { 2024 };
        found.push((format!("{year}-{start}..{year}-{end}"), [150, 100, inventory]));
    }
    found.push(("2023-01-01..2023-12-31".into(), [560, 380, INVENTORIES[0]]));
    found.push(("2024-01-01..2024-12-31".into(), [600, 400, INVENTORIES[4]]));
    found.retain(|(period, _)| !without.contains(&period.as_str()));
    found.iter().map(|(period, lines)| report(period, *lines)).collect()
}

fn value(reports: Vec<Report>, period: &str, text: &str) -> Result<Decimal, Undefined> {
    let history = History::new(reports).unwrap();
    let period: Period = period.parse().unwrap();
    let formula = Formula::parse(text).unwrap();
    let found = formula.value(history.view(&period)?);
    // A row of a panel reads it as a view of the history does.
    let panel = Panel::of([&history]).unwrap();
    let row = panel.rows().position(|(_, it)| it == period).unwrap();
    let cell = formula.column(&panel).get(row).unwrap();
    match found {
        Ok(number) => assert_eq!(cell, Ok(number.round_dp(12)), "{text}"),
        Err(reason) => assert_eq!(cell, Err(reason), "{text}"),
    }
    found
}

const YEAR: &str = "2024-01-01..2024-12-31";
const FOURTH: &str = "2024-10-01..2024-12-31";

#[test]
fn a_year_has_the_ends_of_its_quarters_and_its_own_a_year_before() -> Result<(), Error> {
    let hundred = parse("100000000")?;
    for period in [YEAR, FOURTH] {
        assert_eq!(value(reports(&[])?, period, "quarter_average(inventory)")?, hundred);
        let turnover = "ttm(cost_of_revenue) / positive(quarter_average(inventory))";
        assert_eq!(value(reports(&[])?, period, turnover)?, parse("4")?, "{period}");
    }
    // The ends of two years, and those of two quarters, give others.
    assert_eq!(value(reports(&[])?, YEAR, "average(inventory)")?, parse("85000000")?);
    // Where the last quarter has no report of its own, the year's end is that of the year.
    let short = || reports(&[FOURTH]);
    assert_eq!(value(short()?, YEAR, "quarter_average(inventory)")?, hundred);
    let built = Expression::from(Item::Inventory).quarter_average().build()?;
    assert_eq!(built, Formula::parse("quarter_average(inventory)")?);
    assert_eq!(built.latex(), r"\overline{\text{inventory}}_{5q}");
    // A sum of balances, one of which may be left out, and a measure of them.
    let sum = "quarter_average(inventory + cash + or_zero(short_term_investments))";
    assert_eq!(value(reports(&[])?, YEAR, sum)?, parse("105000000")?);
    Ok(())
}

#[test]
fn what_is_missing_at_one_end_is_named() -> Result<(), Error> {
    let text = "quarter_average(inventory)";
    let gap = |quarters| Undefined::Gap { at: When { years: 0, quarters } };
    let second = "2024-04-01..2024-06-30";
    assert_eq!(value(reports(&[second])?, YEAR, text), Err(gap(2)));
    let before = When { years: 0, quarters: 2 };
    assert_eq!(value(reports(&[second])?, FOURTH, text), Err(Undefined::NoReport { at: before }),);
    let year_ago = When::YEAR_AGO;
    assert_eq!(
        value(reports(&["2023-01-01..2023-12-31"])?, YEAR, text),
        Err(Undefined::NoReport { at: year_ago }),
    );
    let half = vec![report("2024-01-01..2024-06-30", [300, 200, 90])?];
    let half_year = "2024-01-01..2024-06-30";
    assert_eq!(value(half, half_year, text), Err(Undefined::NotAQuarter));
    // What is over twelve months has no end within a year.
    let before = "quarter_average(quarter_ago(inventory))";
    assert_eq!(value(reports(&[])?, YEAR, before), Err(Undefined::NotAQuarter));
    let trailing = "quarter_average(ttm(revenue))";
    assert_eq!(value(reports(&[])?, YEAR, trailing), Err(Undefined::NotAQuarter));
    Ok(())
}

fn ruled(claims: &[(&str, &str, &str)]) -> Vec<Ruling> {
    let mut network = Network::new();
    for report in reports(&[]).unwrap() {
        network.add_report("X", &report, &FiscalCalendar::CALENDAR_YEAR);
    }
    for (measure, period, text) in claims {
        let measure: Measure = measure.parse().unwrap();
        let claim = Claim::new("c", measure, Stated::parse(text).unwrap());
        network.add(claim.of("X").during(*period));
    }
    network.tie_out().rulings().to_vec()
}

#[test]
fn a_turnover_over_five_ends_of_quarters_is_a_definition_of_the_name() {
    let five = "cost over average of five quarter ends";
    for period in ["FY2024", "2024Q4"] {
        let [ruling] = &ruled(&[("inventory_turnover", period, "4.00x")])[..] else { panic!() };
        assert!(ruling.verdict().holds(), "{ruling}");
        assert_eq!(ruling.definition(), Some(five), "{ruling}");
    }
    let [wrong] = &ruled(&[("inventory_turnover", "FY2024", "4.21x")])[..] else { panic!() };
    assert!(!wrong.verdict().holds(), "{wrong}");
}
