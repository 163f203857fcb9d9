//! What is past the limits of formulas is refused, and not rounded, wrapped around or waited for.

use financials::{
    BalanceSheet, Currency, Decimal, Error, History, IncomeStatement, Metric, Period, Report,
    Undefined,
    decimal::parse,
    error::ValueError,
    formula::Formula,
    metric::Kind,
    metrics,
    report::{MarketData, Quote, ShareCounts},
};

fn balance(long: &str, short: &str) -> Result<Report, Error> {
    let balance =
        BalanceSheet::in_units().long_term_debt(parse(long)?).short_term_debt(parse(short)?);
    let shares = ShareCounts::in_units().shares_outstanding(1_000_000);
    let period: Period = "2025-04-01..2025-06-30".parse()?;
    Ok(Report::builder("Example", period, Currency::USD)
        .balance(balance)
        .share_counts(shares)
        .build()?)
}

#[test]
fn a_typed_amount_is_below_its_limit() -> Result<(), Error> {
    let report = balance("9999999999999999999", "1")?;
    assert_eq!(report.view().total_debt().unwrap_err(), Undefined::OutOfRange);
    assert_eq!(metrics::TOTAL_DEBT.value(&report).unwrap_err(), Undefined::OutOfRange);
    // As a part of a formula it is a number like any other.
    assert_eq!(
        Formula::parse("total_debt / long_term_debt")?.value(&report)?.round_dp(9),
        Decimal::ONE
    );
    // What has no value has no explanation; a formula's value is a number of any size.
    assert_eq!(metrics::TOTAL_DEBT.explain(&report).unwrap_err(), Undefined::OutOfRange);
    let value = Formula::parse("total_debt")?.explain(&report)?.value();
    assert_eq!(value.number(), parse("10000000000000000000")?);
    assert_eq!(
        value.money().unwrap_err().to_string(),
        "money 10000000000000000000 is out of range, must be smaller than 10^19 in magnitude",
    );
    let below = balance("9999999999999999998", "1")?.view().total_debt()?;
    let text = serde_json::to_string(&below).map_err(|_| Undefined::OutOfRange)?;
    assert_eq!(serde_json::from_str(&text).ok(), Some(below));
    Ok(())
}

#[test]
fn a_market_capitalisation_past_money_is_a_number_and_no_money() -> Result<(), Error> {
    let report = balance("1", "1")?;
    let data = MarketData::in_units().share_price("1000000000000000000");
    let quote = Quote::new(Currency::USD, data)?;
    let view = report.view().with_quote(&quote)?;
    let number = Formula::parse("market_cap")?.value(view)?;
    assert_eq!(number, parse("1000000000000000000000000")?);
    assert_eq!(view.market_cap().unwrap_err(), Undefined::OutOfRange);
    assert_eq!(metrics::MARKET_CAP.value(view).unwrap_err(), Undefined::OutOfRange);
    let value = metrics::TOTAL_DEBT.value(view)?;
    let wrong = ValueError::Kind { found: Kind::Money, wanted: "a ratio" };
    assert_eq!(value.ratio().unwrap_err(), wrong);
    assert_eq!(wrong.to_string(), "the value is of kind Money, and a ratio was asked for");
    Ok(())
}

#[test]
fn sums_of_amounts_are_exact_or_out_of_range() -> Result<(), Error> {
    // 29 digits: rounded to 28, the difference would lose its last one.
    let report = balance("9999999999999999999.999999999", "9999999999999999999.999999998")?;
    let of = |text: &str| Formula::parse(text).unwrap().value(&report);
    assert_eq!(of("long_term_debt - short_term_debt")?, parse("0.000000001")?);
    for text in [
        "long_term_debt + short_term_debt",
        "long_term_debt + short_term_debt - long_term_debt",
        "long_term_debt - -short_term_debt",
    ] {
        assert_eq!(of(text).unwrap_err(), Undefined::OutOfRange, "{text}");
    }
    let explained = Formula::parse("long_term_debt + short_term_debt")?.explain(&report);
    assert_eq!(explained.unwrap_err(), Undefined::OutOfRange);
    // A quotient is rounded anyway, and so is what is added to it.
    assert!(of("long_term_debt / 7000000 + short_term_debt").is_ok());
    Ok(())
}

#[test]
fn looks_back_add_up_and_do_not_wrap_around() -> Result<(), Error> {
    let report = |start: &str, end: &str| {
        let income = IncomeStatement::in_units().revenue(1);
        let period: Period = format!("{start}..{end}").parse()?;
        Report::builder("Example", period, Currency::USD)
            .income(income)
            .build()
            .map_err(Error::from)
    };
    let mut reports = Vec::new();
    for year in 1950..2025 {
        for (start, end) in
            [("01-01", "03-31"), ("04-01", "06-30"), ("07-01", "09-30"), ("10-01", "12-31")]
        {
            reports.push(report(&format!("{year}-{start}"), &format!("{year}-{end}"))?);
        }
    }
    let history = History::new(reports)?;
    let nested = |function: &str, times: usize| {
        let text = (0..times).fold("revenue".to_string(), |it, _| format!("{function}({it}, 40)"));
        Formula::parse(&text).unwrap().value(history.latest_view()?)
    };
    assert_eq!(nested("quarters_ago", 6)?, Decimal::ONE);
    assert_eq!(nested("quarters_ago", 7).unwrap_err(), Undefined::OutOfRange);
    assert_eq!(nested("quarters_ago", 8).unwrap_err(), Undefined::OutOfRange);
    assert_eq!(nested("years_ago", 8).unwrap_err(), Undefined::OutOfRange);
    assert_eq!(nested("years_ago", 2).unwrap_err().code(), "no_report");
    Ok(())
}

#[test]
fn what_is_read_twice_nests_three_deep() {
    let nested = |function: &str, times: usize, leaf: &str| {
        let text = (0..times).fold(leaf.to_string(), |it, _| format!("{function}({it})"));
        Formula::parse(&text)
    };
    for (function, leaf) in [("average", "cash"), ("growth", "revenue"), ("growth_qoq", "revenue")]
    {
        assert!(nested(function, 3, leaf).is_ok(), "{function}");
        let refused = nested(function, 4, leaf).unwrap_err().refused;
        assert_eq!(
            refused.to_string(),
            "average(), change(), growth(), growth_qoq() and cagr() nest deeper than 3 levels, \
             of which quarter_average() is two",
            "{function}",
        );
    }
    assert!(nested("average", 1, "quarter_average(cash)").is_ok());
    assert!(nested("average", 2, "quarter_average(cash)").is_err());
    let text = "cagr(cagr(cagr(cagr(revenue, 2), 2), 2), 2)";
    assert!(Formula::parse(text).is_err());
    // Beside one another they do not nest.
    let beside = ["growth(growth(growth(revenue)))"; 4].join(" + ");
    assert!(Formula::parse(&beside).is_ok());
    assert!(Metric::all().all(|metric| Formula::parse(&metric.formula().to_string()).is_ok()));
}
