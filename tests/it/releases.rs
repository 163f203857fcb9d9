//! Two quarters as their companies released them: Palantir's and Lumen's second quarter of 2025.

use financials::{
    BalanceSheet, Basis, CashFlowStatement, Currency, Decimal, Error, Figure, IncomeStatement,
    Item, Money, QuarterlyReport, Report, Source, Undefined,
    decimal::parse,
    figure::{IntoFigure, Scale},
    formula::Formula,
    item::Nature,
    metrics,
    report::{AdjustedMeasure, Company, Finding, PerShareData, ShareCounts},
    undefined::NotMeaningful,
};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Signed;

use crate::exact::{exact, half_last_digit};

/// Palantir's lines in thousands, in the order of the release.
const PALANTIR: [[i64; 2]; 14] = [
    [1_003_697, 678_134],
    [192_934, 128_562],
    [810_763, 549_572],
    [243_788, 196_809],
    [135_043, 108_781],
    [162_615, 138_643],
    [541_446, 444_233],
    [269_317, 105_339],
    [56_255, 46_593],
    [332_168, 140_759],
    [3_596, 5_189],
    [328_572, 135_570],
    [1_845, 1_444],
    [326_727, 134_126],
];

/// Returns Palantir's second quarter of 2025, or of 2024.
pub fn palantir(year: i16) -> Result<QuarterlyReport, Error> {
    let column = usize::from(year == 2024);
    let line = |row: usize| PALANTIR[row][column];
    let income = IncomeStatement::in_thousands()
        .revenue(line(0))
        .cost_of_revenue(line(1))
        .gross_profit(line(2))
        .sales_and_marketing(line(3))
        .research_and_development(line(4))
        .general_and_administrative(line(5))
        .operating_expenses(line(6))
        .operating_income(line(7))
        .interest_income(line(8))
        .other_income([6_596, -11_173][column])
        .income_before_tax(line(9))
        .income_tax_expense(line(10))
        .net_income_consolidated(line(11))
        .net_income_noncontrolling(line(12))
        .net_income(line(13));
    let counts = ShareCounts::in_thousands()
        .shares_basic([2_365_196, 2_231_592][column])
        .shares_diluted([2_562_912, 2_414_696][column]);
    let company = Company::new("Palantir Technologies").ticker("PLTR").cik(1_321_655);
    let period = format!("{year}-04-01..{year}-06-30").parse()?;
    let mut builder = QuarterlyReport::builder(company, period, Currency::USD)
        .source(Source::filing("8-K", "0001321655-25-000105".parse()?))
        .income(income)
        .per_share(
            PerShareData::in_units()
                .eps_basic(["0.14", "0.06"][column])
                .eps_diluted(["0.13", "0.06"][column]),
        )
        .share_counts(counts);
    if year == 2025 {
        builder = builder
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
            .segment("us", IncomeStatement::in_millions().revenue(733))
            .segment("us_commercial", IncomeStatement::in_millions().revenue(306))
            .segment("us_government", IncomeStatement::in_millions().revenue(426))
            .adjusted(AdjustedMeasure::new(Item::OperatingIncome, Figure::millions(464)?))
            .adjusted(AdjustedMeasure::new(metrics::FREE_CASH_FLOW, Figure::millions(569)?))
            .adjusted(AdjustedMeasure::new(Item::EpsDiluted, "0.16".into_figure(Scale::Units)?));
    }
    Ok(builder.try_into()?)
}

/// Returns Lumen's second quarter of 2025, or of 2024, in millions.
pub fn lumen(year: i16) -> Result<QuarterlyReport, Error> {
    let column = usize::from(year == 2024);
    let of = |columns: [i64; 2]| Figure::millions(columns[column]);
    let company = Company::new("Lumen Technologies").ticker("LUMN").cik(18_926);
    let period = format!("{year}-04-01..{year}-06-30").parse()?;
    let mut builder = QuarterlyReport::builder(company, period, Currency::USD)
        .income(
            IncomeStatement::in_millions()
                .revenue([3_092, 3_268][column])
                .operating_income([-603, 135][column])
                .net_income([-915, -49][column]),
        )
        .per_share(PerShareData::in_units().eps_diluted(["-0.92", "-0.05"][column]))
        .cash_flow(CashFlowStatement::in_millions().operating_cash_flow([570, 511][column]))
        .measure("free_cash_flow", Nature::Flow, of([-321, -242])?)
        .adjusted(AdjustedMeasure::new(metrics::FREE_CASH_FLOW, of([-209, -156])?))
        .adjusted(AdjustedMeasure::new(metrics::EBITDA, of([877, 1_011])?))
        .adjusted(AdjustedMeasure::new(
            Item::EpsDiluted,
            ["-0.03", "-0.13"][column].into_figure(Scale::Units)?,
        ));
    if year == 2025 {
        builder = builder
            .segment("business", IncomeStatement::in_millions().revenue(2_490))
            .segment("mass_markets", IncomeStatement::in_millions().revenue(602))
            .segments_make_up(Item::Revenue, ["business", "mass_markets"]);
    }
    Ok(builder.try_into()?)
}

fn ratio(numerator: i64, denominator: i64) -> BigRational {
    BigRational::new(BigInt::from(numerator), BigInt::from(denominator))
}

/// Holds a value against a fraction, to half of the 28th digit, and the fraction against what is
/// known of it to a few digits.
#[track_caller]
fn assert_is(value: Decimal, truth: &BigRational, known: &str) {
    let error = (exact(value) - truth).abs();
    assert!(error <= half_last_digit(truth), "{value} is off by {error}");
    let known = parse(known).unwrap();
    let half =
        BigRational::new(BigInt::from(1), BigInt::from(2) * BigInt::from(10).pow(known.scale()));
    assert!((truth - exact(known)).abs() <= half, "{value} is not {known}");
}

#[test]
fn palantirs_margins_and_growth_are_those_of_the_filing() -> Result<(), Error> {
    let (report, year_ago) = (palantir(2025)?, palantir(2024)?);
    assert_is(report.gross_margin()?.number(), &ratio(810_763, 1_003_697), "0.80778");
    assert_is(report.operating_margin()?.number(), &ratio(269_317, 1_003_697), "0.268325");
    assert_is(report.net_margin()?.number(), &ratio(326_727, 1_003_697), "0.326");
    assert_is(report.pretax_margin()?.number(), &ratio(332_168, 1_003_697), "0.331");
    assert_is(report.effective_tax_rate()?.number(), &ratio(3_596, 332_168), "0.011");
    let growth = report.revenue_growth(&year_ago)?.number();
    assert_is(growth, &(ratio(1_003_697, 678_134) - ratio(1, 1)), "0.48009");
    let growth = report.net_income_growth(&year_ago)?.number();
    assert_is(growth, &(ratio(326_727, 134_126) - ratio(1, 1)), "1.436");
    let current = report.current_ratio()?.number();
    assert_is(current, &ratio(6_890_393, 1_089_640), "6.32");
    Ok(())
}

#[test]
fn net_income_is_the_parents_share_and_the_consolidated_profit_another_line() -> Result<(), Error> {
    let report = palantir(2025)?;
    assert_eq!(report.net_income()?.to_string(), "$326,727,000");
    assert_eq!(report.net_income_consolidated()?.to_string(), "$328,572,000");
    // Earnings per share come from the first; the filing prints 0.14 and 0.13.
    let basic = metrics::EARNINGS_PER_SHARE.value(&report)?.number();
    assert_is(basic, &ratio(326_727, 2_365_196), "0.13814");
    let diluted = Formula::parse("net_income / shares_diluted")?.value(&report)?;
    assert_is(diluted, &ratio(326_727, 2_562_912), "0.12748");
    let printed = report.figure(Item::EpsDiluted).unwrap().admitted();
    assert!(printed.contains(diluted));
    Ok(())
}

#[test]
fn palantirs_adjusted_figures_never_stand_in_for_reported_ones() -> Result<(), Error> {
    let (report, year_ago) = (palantir(2025)?, palantir(2024)?);
    let adjusted = report.view().with_year_ago(&year_ago)?.adjusted();
    assert_eq!(adjusted.basis(), Some(Basis::Adjusted));
    let margin = adjusted.operating_margin()?.number();
    assert_is(margin, &ratio(464_000, 1_003_697), "0.462");
    let margin = adjusted.free_cash_flow_margin()?.number();
    assert_is(margin, &ratio(569_000, 1_003_697), "0.567");
    // 48 points of growth and 46 of margin: the release prints 94%.
    let rule = metrics::RULE_OF_40_OPERATING.value(adjusted)?;
    assert_eq!(format!("{rule:.0}"), "94%");
    assert_eq!(
        adjusted.net_income().unwrap_err(),
        Undefined::NotAdjusted { measure: Item::NetIncome.into() },
    );
    // The reported free cash flow is not given, and the adjusted one does not take its place.
    let missing = report.free_cash_flow_margin().unwrap_err();
    assert_eq!(missing.code(), "missing");
    assert_eq!(adjusted.eps_diluted()?.to_string(), "$0.16");
    assert_eq!(report.eps_diluted()?.to_string(), "$0.13");
    Ok(())
}

#[test]
fn the_first_quarter_is_the_half_less_the_second() -> Result<(), Error> {
    let half = Report::builder("Palantir", "2025-01-01..2025-06-30".parse()?, Currency::USD)
        .income(IncomeStatement::in_thousands().revenue(1_887_552))
        .build()?;
    let first = (half.revenue()? - palantir(2025)?.revenue()?)?;
    assert_eq!(first.to_string(), "$883,855,000");
    Ok(())
}

#[test]
fn palantirs_figures_tie_out() -> Result<(), Error> {
    assert_eq!(palantir(2025)?.findings(), []);
    assert_eq!(palantir(2024)?.findings(), []);
    // The release rounds 306 and 426 to a total of 733.
    let parts = |whole: i64| -> Result<Vec<Finding>, Error> {
        let us = |revenue: i64| IncomeStatement::in_millions().revenue(revenue);
        let report = Report::builder("Palantir", "2025-04-01..2025-06-30".parse()?, Currency::USD)
            .income(us(whole))
            .segment("us_commercial", us(306))
            .segment("us_government", us(426))
            .segments_make_up(Item::Revenue, ["us_commercial", "us_government"])
            .build()?;
        Ok(report.findings())
    };
    assert_eq!(parts(733)?, []);
    let found = parts(740)?;
    assert_eq!(found.len(), 1);
    assert_eq!(
        found[0].to_string(),
        "parts and whole differ: revenue is $740,000,000, and revenue:us_commercial + \
         revenue:us_government is $732,000,000: $8,000,000 apart, more than rounding admits",
    );
    Ok(())
}

#[test]
fn lumens_two_bases_stay_apart() -> Result<(), Error> {
    let (report, year_ago) = (lumen(2025)?, lumen(2024)?);
    let view = report.view().with_year_ago(&year_ago)?;
    assert_is(view.operating_margin()?.number(), &ratio(-603, 3_092), "-0.195");
    // 28.4% and 30.9% without special items, as printed.
    let margin = |report: &QuarterlyReport| report.view().adjusted().ebitda_margin();
    assert_eq!(format!("{:.1}", margin(&report)?), "28.4%");
    assert_eq!(format!("{:.1}", margin(&year_ago)?), "30.9%");
    // EBITDA is given adjusted alone; the reported one would need depreciation.
    assert_eq!(
        view.ebitda_margin().unwrap_err(),
        Undefined::Missing {
            measure: Item::DepreciationAndAmortization.into(),
            at: financials::undefined::When::NOW
        },
    );
    assert_eq!(view.free_cash_flow()?.to_string(), "-$321,000,000");
    assert_eq!(view.adjusted().free_cash_flow()?.number(), parse("-209000000")?);
    assert_eq!(view.eps_diluted()?.number(), parse("-0.92")?);
    assert_eq!(view.adjusted().eps_diluted()?.number(), parse("-0.03")?);
    Ok(())
}

#[test]
fn lumens_losses_have_reasons_for_growth() -> Result<(), Error> {
    let (report, year_ago) = (lumen(2025)?, lumen(2024)?);
    let view = report.view().with_year_ago(&year_ago)?;
    assert_eq!(Item::NetIncome.growth(view), Err(NotMeaningful::LossWidened.into()));
    let adjusted = Item::EpsDiluted.growth(view.adjusted());
    assert_eq!(adjusted, Err(NotMeaningful::LossNarrowed.into()));
    // From a profit to a loss the change over the profit is a plain number.
    let operating = Item::OperatingIncome.growth(view)?.number();
    assert_is(operating, &(ratio(-603, 135) - ratio(1, 1)), "-5.467");
    assert_is(Item::Revenue.growth(view)?.number(), &(ratio(3_092, 3_268) - ratio(1, 1)), "-0.054");
    Ok(())
}

#[test]
fn lumens_figures_add_up_as_listed() -> Result<(), Error> {
    let report = lumen(2025)?;
    assert_eq!(report.findings(), []);
    let whole = Formula::parse("revenue:business + revenue:mass_markets")?;
    assert_eq!(whole.value(&report)?, report.revenue()?.number());
    let millions = |numbers: &[i64]| {
        let amounts = numbers.iter().map(|number| Figure::millions(*number).unwrap().number());
        let amounts = amounts.map(|amount| Money::new(amount, Currency::USD).unwrap());
        Money::sum(Currency::USD, amounts)
    };
    // Large enterprise, mid-market and public sector; printed as 1.72 billion.
    let enterprise = millions(&[732, 500, 486])?;
    assert_eq!(enterprise.to_string(), "$1,718,000,000");
    assert_eq!(format!("{enterprise:.2}"), "$1.72 billion");
    assert_eq!(millions(&[1_095, 570])?, millions(&[1_665])?);
    assert_eq!(millions(&[3_182, 3_092])?, millions(&[6_274])?);
    assert_eq!(millions(&[3_092, -3_695])?, millions(&[-603])?);
    // Cash from operations less capital expenditures, both guided, leave the free cash flow guided.
    assert_eq!(millions(&[5_300, -4_100])?, millions(&[1_200])?);
    assert_eq!(millions(&[5_700, -4_300])?, millions(&[1_400])?);
    Ok(())
}
