//! What an explanation prints: digits enough to follow it, and parentheses where they are needed.

use financials::{
    Currency, Error, IncomeStatement, Period, Report, Undefined,
    formula::Formula,
    metrics,
    report::{MarketData, Quote, ShareCounts},
};

fn explained(formula: &str, revenue: i64, cost: i64) -> Result<String, Error> {
    let income = IncomeStatement::in_units().revenue(revenue).cost_of_revenue(cost);
    let report = Report::builder("Example", "2025-04-01..2025-06-30".parse()?, Currency::USD);
    Ok(Formula::parse(formula)?.explain(&report.income(income).build()?)?.to_string())
}

/// Returns the line of the formula's own numbers.
fn numbers(formula: &str, revenue: i64, cost: i64) -> Result<String, Error> {
    let text = explained(formula, revenue, cost)?;
    let line = text.lines().nth(1).unwrap_or_default();
    Ok(line.trim_start_matches([' ', '=']).to_string())
}

#[test]
fn a_number_that_is_shown_is_not_rounded_away() -> Result<(), Error> {
    // A margin of one part in 999,999,999,999,001 less than all.
    let margin = numbers("gross_margin * 1", 999_999_999_999_001, 999_999_999_999_000)?;
    assert_eq!(margin, "0.0000000000001% * 1");
    let cost = numbers("1 - (1 - gross_margin)", 3_000_000_000_000, 2_999_999_999_999)?;
    assert_eq!(cost, "1 - (1 - 0.0000000000333333333333%)");
    assert_eq!(numbers("gross_margin * 1", 3, 1)?, "66.6666666667% * 1");
    Ok(())
}

#[test]
fn amounts_are_printed_to_the_unit_and_below() -> Result<(), Error> {
    let text = explained("revenue * (1 - 1 / 3000000000)", 1_003_697_000, 1)?;
    let first = "1 - 1 / 3000000000) = $1,003,696,999.665434, 2025-04-01..2025-06-30";
    assert!(text.lines().next().is_some_and(|line| line.ends_with(first)), "{text}");
    let text = explained("revenue * (1 - 1 / 3000000000)", 999_999_999_999_999, 1)?;
    assert!(text.contains("= $999,999,999,666,665.666667, 2025-04-01"), "{text}");
    Ok(())
}

#[test]
fn what_is_negative_stands_in_parentheses() -> Result<(), Error> {
    // Costs of 105 on a revenue of 100: a margin of -5%.
    let of = |formula: &str| numbers(formula, 100, 105);
    assert_eq!(of("power(gross_margin, 2)")?, "(-5%)^2");
    assert_eq!(of("-gross_margin")?, "-(-5%)");
    assert_eq!(of("1 - gross_margin")?, "1 - (-5%)");
    assert_eq!(of("gross_margin * gross_margin")?, "(-5%) * (-5%)");
    assert_eq!(of("power(power(gross_margin, 2), 3)")?, "((-5%)^2)^3");
    assert_eq!(of("abs(gross_margin)")?, "abs(-5%)");
    Ok(())
}

/// Ten billion shares at ten billion dollars are past what an amount may be.
#[test]
fn what_has_no_value_has_no_explanation() -> Result<(), Error> {
    let period: Period = "2025-04-01..2025-06-30".parse()?;
    let counts = ShareCounts::in_units().shares_outstanding(10_000_000_000_i64);
    let report = Report::builder("Example", period, Currency::USD).share_counts(counts).build()?;
    let data = MarketData::in_units().share_price(10_000_000_000_i64);
    let quote = Quote::new(Currency::USD, data)?;
    let view = report.view().with_quote(&quote)?;
    assert_eq!(metrics::MARKET_CAP.value(view), Err(Undefined::OutOfRange));
    assert_eq!(metrics::MARKET_CAP.explain(view), Err(Undefined::OutOfRange));
    Ok(())
}
