//! Palantir's second quarter of 2025: the filing's figures in, a checked table out.
//!
//! ```text
//! cargo run --example palantir
//! cargo run --example palantir -- --explain
//! ```
//!
//! Everything typed in here is a figure of the company's release, of its guidance, or of the
//! market. Every number printed is computed from them, and each can say how.

use financials::{
    BalanceSheet, CashFlowStatement, Currency, Date, Error, Figure, FiscalCalendar,
    IncomeStatement, Item, Metric, Money, Multiple, PerShare, QuarterlyReport, Ratio, Source,
    Undefined, View,
    expected::Guidance,
    metrics,
    period::FiscalQuarter,
    report::{AdjustedMeasure, Company, MarketData, PerShareData, Quote, ShareCounts},
    valuation,
};

fn main() -> Result<(), Error> {
    let calendar = FiscalCalendar::CALENDAR_YEAR;
    let quarter = FiscalQuarter::new(2025, 2)?;
    let year_ago = QuarterlyReport::try_from(
        QuarterlyReport::builder(
            palantir(),
            calendar.quarter(FiscalQuarter::new(2024, 2)?)?,
            Currency::USD,
        )
        .source(release()?)
        .income(
            IncomeStatement::in_thousands()
                .revenue(678_134)
                .cost_of_revenue(128_562)
                .gross_profit(549_572)
                .operating_expenses(444_233)
                .operating_income(105_339)
                .income_before_tax(140_759)
                .income_tax_expense(5_189)
                .net_income_consolidated(135_570)
                .net_income_noncontrolling(1_444)
                .net_income(134_126),
        )
        .per_share(PerShareData::in_units().eps_basic("0.06").eps_diluted("0.06"))
        .share_counts(
            ShareCounts::in_thousands().shares_basic(2_231_592).shares_diluted(2_414_696),
        ),
    )?;
    let report = QuarterlyReport::try_from(
        QuarterlyReport::builder(palantir(), calendar.quarter(quarter)?, Currency::USD)
            .source(release()?)
            .income(
                IncomeStatement::in_thousands()
                    .revenue(1_003_697)
                    .cost_of_revenue(192_934)
                    .gross_profit(810_763)
                    .sales_and_marketing(243_788)
                    .research_and_development(135_043)
                    .general_and_administrative(162_615)
                    .operating_expenses(541_446)
                    .operating_income(269_317)
                    .interest_income(56_255)
                    .other_income(6_596)
                    .income_before_tax(332_168)
                    .income_tax_expense(3_596)
                    .net_income_consolidated(328_572)
                    .net_income_noncontrolling(1_845)
                    .net_income(326_727),
            )
            .per_share(PerShareData::in_units().eps_basic("0.14").eps_diluted("0.13"))
            .share_counts(
                ShareCounts::in_thousands().shares_basic(2_365_196).shares_diluted(2_562_912),
            )
            .balance(
                BalanceSheet::in_thousands()
                    .cash(929_547)
                    .short_term_investments(5_070_875)
                    .accounts_receivable(747_484)
                    .total_current_assets(6_890_393)
                    .total_assets(7_365_688)
                    .accounts_payable(10_774)
                    .deferred_revenue(376_784)
                    .total_current_liabilities(1_089_640)
                    .total_liabilities(1_340_124)
                    .total_equity(6_025_564),
            )
            .cash_flow(CashFlowStatement::in_millions().operating_cash_flow(539))
            .segment("us_commercial", IncomeStatement::in_millions().revenue(306))
            .segment("us_government", IncomeStatement::in_millions().revenue(426))
            .adjusted(AdjustedMeasure::new(Item::OperatingIncome, Figure::millions(464)?))
            .adjusted(AdjustedMeasure::new(metrics::FREE_CASH_FLOW, Figure::millions(569)?)),
    )?;

    let view = report.view().with_year_ago(&year_ago)?;
    println!("{}, {quarter}: {}", report.company(), report.period());
    println!("from {}\n", release()?);
    statements(view)?;
    second_half(&report)?;
    market(view)?;
    if std::env::args().any(|argument| argument == "--explain") {
        derivations(view)?;
    } else {
        println!("How the operating margin came about (--explain shows them all):\n");
        print!("{}", metrics::OPERATING_MARGIN.explain(view)?);
    }
    Ok(())
}

/// Prints how each metric of the table came about.
fn derivations(view: View<'_>) -> Result<(), Error> {
    for metric in MARGINS.into_iter().chain([metrics::REVENUE_GROWTH]) {
        println!("{}", metric.explain(view)?);
    }
    println!("{}", metrics::CURRENT_RATIO.explain(view)?);
    for metric in ADJUSTED {
        println!("{}", metric.explain(view.adjusted())?);
    }
    Ok(())
}

const MARGINS: [Metric; 5] = [
    metrics::GROSS_MARGIN,
    metrics::OPERATING_MARGIN,
    metrics::PRETAX_MARGIN,
    metrics::NET_MARGIN,
    metrics::EFFECTIVE_TAX_RATE,
];

const ADJUSTED: [Metric; 3] =
    [metrics::OPERATING_MARGIN, metrics::FREE_CASH_FLOW_MARGIN, metrics::RULE_OF_40_OPERATING];

fn palantir() -> Company {
    Company::new("Palantir Technologies").ticker("PLTR").cik(1_321_655)
}

fn release() -> Result<Source, Error> {
    let filed = Date::constant(2025, 8, 4);
    Ok(Source::filing("8-K", "0001321655-25-000105".parse()?).filed(filed))
}

/// Prints one line of the table: a label, and what stands in its columns.
fn line<const N: usize>(label: &str, columns: [String; N]) {
    let columns: String = columns.iter().map(|column| format!("{column:>18}")).collect();
    println!("  {label:<40}{columns}");
}

/// Prints a value with a number of places, or the reason why there is none.
fn shown<T: std::fmt::Display>(value: Result<T, Undefined>, places: usize) -> String {
    match value {
        Ok(value) => format!("{value:.places$}"),
        Err(reason) => reason.to_string(),
    }
}

/// Prints an amount exactly, or the reason why there is none.
fn exactly(value: Result<financials::view::Value, Undefined>) -> String {
    value.map_or_else(|reason| reason.to_string(), |value| value.to_string())
}

fn statements(view: View<'_>) -> Result<(), Error> {
    let (now, then) = (view.report(), view.year_ago()?);
    line("", ["Q2 2025", "Q2 2024", "growth"].map(String::from));
    for (label, item) in [
        ("Revenue", Item::Revenue),
        ("Gross profit", Item::GrossProfit),
        ("Operating income", Item::OperatingIncome),
        ("Income before tax", Item::IncomeBeforeTax),
        ("Net income, consolidated", Item::NetIncomeConsolidated),
        ("Net income, attributable to common", Item::NetIncome),
        ("Diluted EPS", Item::EpsDiluted),
    ] {
        let growth = shown(item.growth(view), 1);
        line(label, [exactly(item.value(now)), exactly(item.value(then)), growth]);
    }
    println!();
    let labels = ["Gross margin", "Operating margin", "Pre-tax margin", "Net margin", "Tax rate"];
    for (label, metric) in labels.into_iter().zip(MARGINS) {
        line(label, [now, then].map(|report| shown(metric.value(report), 1)));
    }
    println!("\n  On the company's own definitions:");
    let labels = ["Operating margin", "Free cash flow margin", "Rule of 40, on operating margin"];
    for (label, metric) in labels.into_iter().zip(ADJUSTED) {
        line(label, [shown(metric.value(view.adjusted()), 1)]);
    }
    line("Net margin", [shown(metrics::NET_MARGIN.value(view.adjusted()), 1)]);
    println!("\n  Balance sheet:");
    line("Current ratio", [shown(now.current_ratio(), 2)]);
    line("Working capital", [shown(now.working_capital(), 2)]);
    line("Debt to equity", [shown(now.debt_to_equity(), 2)]);
    println!();
    Ok(())
}

/// The guidance for the year, and what it leaves for the second half.
fn second_half(report: &QuarterlyReport) -> Result<(), Error> {
    let thousands = |number: i64| Money::new(number * 1_000, report.currency());
    let year = Guidance::range(thousands(4_142_000)?, thousands(4_150_000)?)?;
    let us_commercial = Guidance::in_excess_of(thousands(1_302_000)?);
    let first_half = thousands(1_887_552)?;

    println!("  Guidance for FY2025:");
    line("Revenue, low and high", [shown_range(year.low(), year.high())]);
    line("Midpoint", [shown_option(year.midpoint())]);
    line("Half-width", [shown_option(year.half_width())]);
    let second_half = year.implied_remainder(first_half)?;
    line("First half, reported", [format!("{first_half:.3}")]);
    line("Second half, implied", [shown_range(second_half.low(), second_half.high())]);
    let prior = year.implied_prior(Ratio::from_percent(45)?)?;
    line("FY2024 that \"up 45%\" implies", [shown_range(prior.low(), prior.high())]);
    line("US commercial revenue, in excess of", [shown_option(us_commercial.low())]);
    println!();
    Ok(())
}

fn shown_option(amount: Option<Money>) -> String {
    amount.map_or_else(|| "none".to_string(), |amount| format!("{amount:.3}"))
}

fn shown_range(low: Option<Money>, high: Option<Money>) -> String {
    format!("{} to {}", shown_option(low), shown_option(high))
}

/// What a price of 180 and a forward P/E of 277 imply.
fn market(view: View<'_>) -> Result<(), Error> {
    let price = PerShare::new(180, view.currency())?;
    let multiple = Multiple::new(277)?;
    let eps = valuation::implied_eps(price, multiple)?;
    println!("  The market in October 2025:");
    line("Price", [format!("{price:.2}")]);
    line("Forward P/E, as quoted", [format!("{multiple:.0}")]);
    line("Forward EPS that they imply", [format!("{eps:.2}")]);
    let back = valuation::forward_pe(price, eps.rounded_to(2))?;
    line("P/E on that EPS, rounded to a cent", [format!("{back:.1}")]);

    let data = MarketData::in_units().share_price(180).eps_ntm(eps.rounded_to(2));
    let quote = Quote::new(view.currency(), data)?.on(Date::constant(2025, 10, 24));
    let view = view.with_quote(&quote)?;
    line("P/E on this quarter's EPS alone", [shown(metrics::PE_TTM_DILUTED.value(view), 1)]);
    println!();
    Ok(())
}
