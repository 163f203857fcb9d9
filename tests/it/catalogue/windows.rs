//! The same metric over a quarter, a year and trailing twelve months, with the days of each.

use financials::{
    BalanceSheet, Currency, Decimal, History, IncomeStatement, Item, Metric, Period, Report,
    Undefined, View,
    formula::Formula,
    metrics,
    report::{MarketData, Quote, ShareCounts},
};

/// Five quarters, with receivables that rise by 4 each and revenue that rises by 10.
fn quarters() -> History {
    const ENDS: [(&str, i64); 5] = [
        ("2023-04-01..2023-06-30", 0),
        ("2023-07-01..2023-09-30", 1),
        ("2023-10-01..2023-12-31", 2),
        ("2024-01-01..2024-03-31", 3),
        ("2024-04-01..2024-06-30", 4),
    ];
    let reports = ENDS.map(|(period, at)| {
        let income = IncomeStatement::in_millions()
            .revenue(100 + 10 * at)
            .net_income(20 + at)
            .sales_and_marketing(10 + at);
        let balance = BalanceSheet::in_millions()
            .accounts_receivable(40 + 4 * at)
            .stockholders_equity(400 + 20 * at);
        let period: Period = period.parse().unwrap();
        let shares = ShareCounts::in_millions().shares_diluted(10 + at);
        Report::builder("a company", period, Currency::USD)
            .income(income)
            .balance(balance)
            .share_counts(shares)
            .build()
            .unwrap()
    });
    History::new(reports).unwrap()
}

fn assert_value(metric: Metric, view: View<'_>, over: i64, under: i64) {
    let value = metric.value(view).unwrap().number();
    let expected = Decimal::from(over) / Decimal::from(under);
    assert!((value - expected).abs() < Decimal::new(1, 24), "{metric}: {value}, {expected}");
}

#[test]
fn days_are_those_of_the_window() {
    let history = quarters();
    let quarter = history.latest_view().unwrap();
    // April to June: 91 days, the mean of 52 and 56, the quarter's revenue of 140.
    assert_value(metrics::DAYS_SALES_OUTSTANDING, quarter, 54 * 91, 140);
    // The year to June 2024 has 366 days, the mean of 40 and 56, revenue of 110 to 140.
    assert_value(metrics::DAYS_SALES_OUTSTANDING, quarter.trailing(), 48 * 366, 500);
}

#[test]
fn a_return_is_a_years_unless_the_period_is_asked_for() {
    let history = quarters();
    let quarter = history.latest_view().unwrap();
    // Twelve months' net income of 21 to 24, on the mean of 400 and 480.
    assert_value(metrics::RETURN_ON_EQUITY, quarter, 90, 440);
    assert_value(metrics::RETURN_ON_EQUITY, quarter.trailing(), 90, 440);
    // The quarter's 24 on the mean of 460 and 480.
    assert_value(metrics::RETURN_ON_EQUITY, quarter.over_the_period(), 24, 470);
    assert_value(metrics::NET_MARGIN, quarter, 24, 140);
    assert_value(metrics::NET_MARGIN, quarter.trailing(), 90, 500);
}

/// A spread over a return has no `ttm()` of its own, and the return in it has: the average beside it
/// spans twelve months as well.
#[test]
fn an_average_spans_the_twelve_months_of_a_metric_however_deep() {
    let history = quarters();
    let data = MarketData::in_units().cost_of_equity("0.1");
    let quote = Quote::new(Currency::USD, data).unwrap();
    let view = history.latest_view().unwrap().with_quote(&quote).unwrap();
    // 90 of net income less 10% of the mean of 400 and 480, in millions.
    for text in [
        "equity_spread * average(stockholders_equity)",
        "average(stockholders_equity) * equity_spread",
    ] {
        let formula = Formula::parse(text).unwrap();
        let value = formula.value(view).unwrap();
        let expected = Decimal::from(46_000_000);
        assert!((value - expected).abs() < Decimal::new(1, 15), "{text}: {value}");
    }
}

/// The year's 500 of revenue on the mean of 11 to 14 shares; the quarter's 140 on 14. Four quarters
/// of earnings per share, each on its own share count, have no such mean.
#[test]
fn an_amount_per_share_over_twelve_months_has_their_total_and_their_mean_shares() {
    let history = quarters();
    let quarter = history.latest_view().unwrap();
    assert_value(metrics::REVENUE_PER_SHARE, quarter, 140, 14);
    assert_value(metrics::REVENUE_PER_SHARE, quarter.trailing(), 500 * 2, 25);
    assert_eq!(
        Item::EpsDiluted.value(quarter.trailing()).unwrap_err(),
        Undefined::NotAdditive { measure: Item::EpsDiluted.into() },
    );
}

/// The quarters' numbers are 40 over 10, 11, 12 and 13 of sales and marketing: weighed by those,
/// they are 160 over 46.
#[test]
fn the_magic_number_of_a_year_is_the_mean_of_its_quarters() {
    let history = quarters();
    let quarter = history.latest_view().unwrap();
    assert_value(metrics::MAGIC_NUMBER, quarter, 40, 13);
    assert_value(metrics::MAGIC_NUMBER, quarter.trailing(), 160, 46);
}
