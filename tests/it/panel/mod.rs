//! Panels: every cell is the value of the company's own history, rounded, or the same reason.

mod bounds;
#[cfg(feature = "companyfacts")]
mod facts;
mod frame;
mod screen;
mod table;
mod universe;

use financials::{
    Accuracy, Currency, Decimal, Error, History, IncomeStatement, Item, Metric, Period, Report,
    Undefined, View,
    decimal::parse,
    formula::Formula,
    metrics,
    panel::{Column, Panel, PanelBuilder, PanelView, Row},
    report::{MarketData, Quote},
};
use proptest::prelude::*;
use universe::{Dice, Listed, dense, unexplained, universe};

fn panel(companies: &[Listed]) -> Panel {
    let add = |panel: PanelBuilder, company: &Listed| match &company.quote {
        Some(quote) => panel.quoted(&company.history, quote),
        None => panel.history(&company.history),
    };
    companies.iter().fold(Panel::builder(), add).build().unwrap()
}

type OfPanel = for<'a> fn(PanelView<'a>) -> PanelView<'a>;
type OfView = for<'a> fn(View<'a>) -> View<'a>;

/// How a panel and a view are looked at alike.
const LOOKS: [(OfPanel, OfView); 4] = [
    (|it| it, |it| it),
    (|it| it.trailing(), |it| it.trailing()),
    (|it| it.over_the_period(), |it| it.over_the_period()),
    (|it| it.adjusted(), |it| it.adjusted()),
];

/// The views of the rows of a panel, in order.
fn views(companies: &[Listed]) -> Vec<View<'_>> {
    let of = |company| {
        let Listed { history, quote }: &Listed = company;
        history.reports().iter().map(move |report| {
            let view = history.view(&report.period()).unwrap();
            quote.as_ref().map_or(view, |quote| view.with_quote(quote).unwrap())
        })
    };
    companies.iter().flat_map(of).collect()
}

/// Rounds half to even by the definition, over whole numbers.
fn rounded(number: Decimal, places: u32) -> Decimal {
    let Some(digits) = number.scale().checked_sub(places).filter(|digits| *digits > 0) else {
        return number;
    };
    let unit = 10_i128.pow(digits);
    let (whole, rest) = (number.mantissa().div_euclid(unit), number.mantissa().rem_euclid(unit));
    let is_up = 2 * rest > unit || (2 * rest == unit && whole % 2 != 0);
    Decimal::from_i128_with_scale(whole + i128::from(is_up), places)
}

fn hold(column: &Column, scalars: &[Result<Decimal, Undefined>], what: &str) {
    assert_eq!(column.len(), scalars.len());
    for (row, scalar) in scalars.iter().enumerate() {
        let cell = column.get(row).unwrap();
        let expected = scalar.map(|number| rounded(number, column.places()));
        assert_eq!(cell, expected, "{what} in row {row}: {scalar:?}");
        let code = column.codes()[row] as usize;
        assert_eq!(cell.err(), code.checked_sub(1).map(|at| column.reasons()[at]));
        if let (Some(mantissas), Ok(number)) = (column.mantissas(), cell) {
            let places = column.places();
            assert_eq!(Decimal::from_i128_with_scale(mantissas[row].into(), places), number);
        }
    }
    assert_eq!(column.get(scalars.len()), None);
}

const FORMULAS: [&str; 8] = [
    "ttm(revenue) / named(stores, count)",
    "named(stores, count) * share_price",
    "growth(ttm(free_cash_flow)) + operating_margin",
    "power(net_margin, 3) - or_zero(inventory) / ttm(revenue)",
    "growth(change(total_assets) / revenue)",
    "(revenue - cost_of_revenue) / 3",
    "ttm(revenue) / positive(quarter_average(inventory + or_zero(cash)))",
    "quarter_average(invested_capital)",
];

/// Holds every metric, line item and some formulas over one universe, and returns how many cells
/// have a number and how many a reason.
fn agree(seed: u64) -> (usize, usize) {
    agree_on(&universe(seed), seed)
}

fn agree_on(companies: &[Listed], seed: u64) -> (usize, usize) {
    let panel = panel(companies);
    let rows = views(companies);
    let mut dice = Dice(seed ^ 1);
    let places = [12, 12, 0, 2, 6, 28][dice.roll(6) as usize];
    let (of_panel, of_view) = LOOKS[dice.roll(4) as usize];
    let seen = of_panel(panel.view()).to_places(places);
    let (mut numbers, mut reasons) = (0, 0);
    let mut hold = |column: &Column, scalars: &[Result<Decimal, Undefined>], what: &str| {
        hold(column, scalars, what);
        let defined = scalars.iter().filter(|scalar| scalar.is_ok()).count();
        (numbers, reasons) = (numbers + defined, reasons + scalars.len() - defined);
    };
    for metric in Metric::all() {
        let scalar = |view: &View<'_>| metric.value(of_view(*view)).map(|it| it.number());
        let scalars: Vec<_> = rows.iter().map(scalar).collect();
        hold(&metric.column(seen), &scalars, metric.name());
    }
    for item in Item::all() {
        let scalar = |view: &View<'_>| item.value(of_view(*view)).map(|it| it.number());
        let scalars: Vec<_> = rows.iter().map(scalar).collect();
        hold(&item.column(seen), &scalars, item.name());
    }
    for formula in FORMULAS.map(|text| Formula::parse(text).unwrap()) {
        let scalars: Vec<_> = rows.iter().map(|view| formula.value(of_view(*view))).collect();
        hold(&formula.column(seen), &scalars, &formula.to_string());
    }
    (numbers, reasons)
}

#[test]
fn every_cell_is_the_value_of_the_history_or_its_reason() {
    let (mut numbers, mut reasons) = (0, 0);
    for seed in 1..=3 {
        let counts = agree(seed);
        (numbers, reasons) = (numbers + counts.0, reasons + counts.1);
    }
    // A universe of nothing but reasons would agree as well.
    assert!(numbers > 10_000 && reasons > 10_000, "{numbers} numbers and {reasons} reasons");
}

proptest! {
    // A universe has a hundred thousand cells.
    #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases.div_ceil(16)))]

    #[test]
    fn every_cell_agrees_in_any_universe(seed in any::<u64>()) {
        agree(seed);
    }

    #[test]
    fn every_cell_agrees_where_nearly_everything_is_stated(seed in any::<u64>()) {
        agree_on(&dense(seed), seed);
    }

    /// A table of rows makes the panel that reports of the same figures make.
    #[test]
    fn rows_and_reports_make_one_panel(seed in any::<u64>()) {
        let companies = unexplained(seed);
        let reports = Panel::of(companies.iter().map(|company| &company.history)).unwrap();
        let rows = companies.iter().flat_map(|company| company.history.reports());
        let rows = rows.flat_map(|report| report.figures().map(|(measure, figure)| Row {
            company: report.company().name().to_string(),
            currency: report.currency(),
            period: report.period(),
            measure,
            amount: figure.number(),
            accuracy: figure.accuracy(),
        }));
        let table = Panel::builder().rows(rows).build().unwrap();
        prop_assert!(table.rows().eq(reports.rows()));
        for metric in Metric::all() {
            prop_assert_eq!(metric.column(&table), metric.column(&reports), "{}", metric);
        }
        for item in Item::all() {
            prop_assert_eq!(item.bounds_column(&table), item.bounds_column(&reports), "{}", item);
        }
    }
}

const QUARTER: &str = "2025-04-01..2025-06-30";

/// The history of one quarter.
fn of_a_quarter(company: &str, income: IncomeStatement) -> Result<History, Error> {
    let report = Report::builder(company, QUARTER.parse::<Period>()?, Currency::USD);
    Ok(History::new([report.income(income).build()?])?)
}

fn row(company: &str, measure: Item, amount: &str) -> Row {
    Row {
        company: company.to_string(),
        currency: Currency::USD,
        period: QUARTER.parse().unwrap(),
        measure: measure.into(),
        amount: parse(amount).unwrap(),
        accuracy: Accuracy::Unknown,
    }
}

/// Rounding a value that was rounded to 28 digits is not rounding the exact quotient.
#[test]
fn a_cell_is_the_value_rounded_and_not_the_quotient() -> Result<(), Error> {
    let income = IncomeStatement::in_units;
    let near = income().operating_income("57630571429133097.83").revenue("74995891168374566.07");
    let panel = Panel::of([&of_a_quarter("Near", near)?]).unwrap();
    let column = metrics::OPERATING_MARGIN.column(&panel);
    assert_eq!(column.get(0).unwrap()?, parse("0.768449718128")?);
    for (number, expected) in [(1, 0), (3, 2), (5, 2), (-1, 0), (-3, -2), (7, 4)] {
        let half = of_a_quarter("Half", income().operating_income(number).revenue(2))?;
        let panel = Panel::of([&half]).unwrap();
        let column = metrics::OPERATING_MARGIN.column(panel.view().to_places(0));
        assert_eq!(column.mantissas(), Some([expected].as_slice()), "{number}");
    }
    Ok(())
}

/// Amounts that 64 bits hold at one scale, and those next to them that they do not.
#[test]
fn amounts_at_the_edge_of_64_bits_are_kept() -> Result<(), Error> {
    for amounts in [
        ["9223372036.854775807", "-9223372036.854775808"],
        ["9223372036.854775808", "-9223372036.854775809"],
        ["9999999999999999999.999999999", "0.000000001"],
        ["9223372036854775807", "0.1"],
        ["0", "-0.0"],
    ] {
        let rows = ["A", "B"].into_iter().zip(amounts);
        let rows = rows.map(|(company, amount)| row(company, Item::Revenue, amount));
        let panel = Panel::builder().rows(rows).build().unwrap();
        let column = Item::Revenue.column(panel.view().to_places(28));
        for (at, amount) in amounts.into_iter().enumerate() {
            assert_eq!(panel.amount(at, Item::Revenue), Some(parse(amount)?));
            assert_eq!(column.get(at).unwrap()?, parse(amount)?);
        }
    }
    Ok(())
}

#[test]
fn a_panel_without_rows_has_columns_without_cells() {
    let panel = Panel::builder().build().unwrap();
    assert!(panel.is_empty() && panel.rows().next().is_none());
    for metric in Metric::all() {
        let column = metric.column(&panel);
        assert!(column.is_empty() && column.get(0).is_none() && column.iter().next().is_none());
    }
}

#[test]
fn what_makes_no_panel_is_refused_by_name() -> Result<(), Error> {
    let (palantir, lumen) = (
        of_a_quarter("Palantir", IncomeStatement::in_millions().revenue(1_004))?,
        of_a_quarter("Lumen", IncomeStatement::in_millions().revenue(3_092))?,
    );
    let message = |panel: PanelBuilder| panel.build().unwrap_err().to_string();
    let start = || Panel::builder().history(&palantir).history(&lumen);
    assert!(start().build().is_ok());
    assert_eq!(message(start().history(&palantir)), "Palantir is in the panel already");
    let again = row("Lumen", Item::Cash, "1");
    assert_eq!(message(start().rows([again])), "Lumen is in the panel already");
    let [one, other] = ["1", "2"].map(|amount| row("A", Item::Revenue, amount));
    assert_eq!(
        message(start().rows([one.clone(), row("B", Item::Revenue, "3"), other])),
        "A has revenue of 2025-04-01..2025-06-30 twice",
    );
    let euros = Row { currency: Currency::EUR, ..row("A", Item::Cash, "2") };
    assert_eq!(message(start().rows([one.clone(), euros])), "A reports in USD, and cash is in EUR");
    let quote = Quote::new(Currency::EUR, MarketData::in_units().share_price(30))?;
    assert_eq!(
        message(Panel::builder().quoted(&lumen, &quote)),
        "Lumen reports in USD, and share_price is in EUR",
    );
    assert_eq!(
        message(start().rows([row("A", Item::SharePrice, "180")])),
        "share_price of A is the market's, and stands in a quote",
    );
    assert_eq!(
        message(start().rows([Row { amount: Decimal::MAX, ..one }])),
        "amount 79228162514264337593543950335 is out of range, must be smaller than 10^19 in \
         magnitude",
    );
    Ok(())
}

#[test]
fn rows_are_found_by_company_and_period() -> Result<(), Error> {
    let panel = Panel::builder().rows([row("B", Item::Cash, "1"), row("A", Item::Cash, "2")]);
    let panel = panel.build().unwrap();
    let period: Period = QUARTER.parse()?;
    assert_eq!((panel.row("A", &period), panel.row("B", &period)), (Some(1), Some(0)));
    assert_eq!(panel.row("C", &period), None);
    let cash = panel.row("A", &period).and_then(|row| panel.amount(row, Item::Cash));
    assert_eq!(cash, Some(2.into()));
    let companies: Vec<_> =
        panel.companies().map(|(company, _, _, rows)| (company.to_string(), rows)).collect();
    assert_eq!(companies, [("B".to_string(), 0..1), ("A".to_string(), 1..2)]);
    Ok(())
}
