//! Bounds in columns: every cell is that of the company's own history, its ends rounded outward.

use core::ops::Bound;

use financials::{
    Accuracy, Decimal, Error, IncomeStatement, Interval, Item, Metric, Undefined, View,
    decimal::parse,
    formula::Formula,
    metrics,
    panel::{BoundsColumn, Panel, Row},
    view::Bounds,
};
use proptest::prelude::*;

use super::{
    FORMULAS, LOOKS, of_a_quarter, panel,
    universe::{Dice, Listed, universe},
    views,
};

/// Rounds an end to decimals by the definition, over whole numbers, and opens one that moves.
fn outward(end: Bound<Decimal>, places: u32, is_low: bool) -> Bound<Decimal> {
    let (Bound::Included(number) | Bound::Excluded(number)) = end else { return end };
    let Some(digits) = number.scale().checked_sub(places).filter(|digits| *digits > 0) else {
        return end;
    };
    let unit = 10_i128.pow(digits);
    let (whole, rest) = (number.mantissa().div_euclid(unit), number.mantissa().rem_euclid(unit));
    if rest == 0 {
        return end;
    }
    Bound::Excluded(Decimal::from_i128_with_scale(whole + i128::from(!is_low), places))
}

fn hold(column: &BoundsColumn, scalars: &[Result<Bounds, Undefined>], what: &str) {
    assert_eq!(column.len(), scalars.len());
    for (row, scalar) in scalars.iter().enumerate() {
        let cell = column.get(row).unwrap();
        let code = column.codes()[row] as usize;
        assert_eq!(cell.err(), code.checked_sub(1).map(|at| column.reasons()[at]));
        match (cell, scalar) {
            (Ok(cell), Ok(bounds)) => {
                let (places, interval) = (column.places(), bounds.interval());
                let low = outward(interval.low(), places, true);
                let high = outward(interval.high(), places, false);
                assert_eq!((cell.interval().low(), cell.interval().high()), (low, high), "{what}");
                assert_eq!(cell.is_defined_throughout(), bounds.is_defined_throughout(), "{what}");
                assert_eq!(cell.is_place_assumed(), bounds.is_place_assumed(), "{what}");
                assert!(cell.interval().encloses(interval), "{what}");
            }
            (cell, scalar) => assert_eq!(cell, *scalar, "{what} in row {row}"),
        }
    }
    assert!(column.get(scalars.len()).is_none());
    assert!(column.iter().eq((0..column.len()).map(|row| column.get(row).unwrap())));
}

/// Holds the bounds of every so many of the metrics, of every line item and of some formulas, and
/// returns how many cells have bounds and how many a reason.
fn agree(companies: &[Listed], seed: u64, every: usize) -> (usize, usize) {
    let panel = panel(companies);
    let rows = views(companies);
    let mut dice = Dice(seed ^ 2);
    let places = [12, 12, 0, 2, 6, 28][dice.roll(6) as usize];
    let (of_panel, of_view) = LOOKS[dice.roll(4) as usize];
    let seen = of_panel(panel.view()).to_places(places);
    let (mut bounded, mut reasons) = (0, 0);
    let mut hold = |column: &BoundsColumn, scalars: &[Result<Bounds, Undefined>], what: &str| {
        hold(column, scalars, what);
        let defined = scalars.iter().filter(|scalar| scalar.is_ok()).count();
        (bounded, reasons) = (bounded + defined, reasons + scalars.len() - defined);
    };
    let first = dice.roll(every as u64) as usize;
    for metric in Metric::all().skip(first).step_by(every) {
        let scalar = |view: &View<'_>| metric.bounds(of_view(*view));
        let scalars: Vec<_> = rows.iter().map(scalar).collect();
        hold(&metric.bounds_column(seen), &scalars, metric.name());
    }
    for item in Item::all() {
        let scalar = |view: &View<'_>| item.bounds(of_view(*view));
        let scalars: Vec<_> = rows.iter().map(scalar).collect();
        hold(&item.bounds_column(seen), &scalars, item.name());
    }
    for formula in FORMULAS.map(|text| Formula::parse(text).unwrap()) {
        let scalars: Vec<_> = rows.iter().map(|view| formula.bounds(of_view(*view))).collect();
        hold(&formula.bounds_column(seen), &scalars, &formula.to_string());
    }
    (bounded, reasons)
}

#[test]
fn every_bound_is_that_of_the_history_or_its_reason() {
    let (mut bounded, mut reasons) = (0, 0);
    for seed in 1..=2 {
        let counts = agree(&universe(seed), seed, 1);
        (bounded, reasons) = (bounded + counts.0, reasons + counts.1);
    }
    assert!(bounded > 2_000 && reasons > 2_000, "{bounded} bounds and {reasons} reasons");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases.div_ceil(16)))]

    #[test]
    fn every_bound_agrees_in_any_universe(seed in any::<u64>()) {
        agree(&universe(seed), seed, 4);
    }
}

fn row(measure: Item, amount: &str, accuracy: Accuracy) -> Row {
    Row { accuracy, ..super::row("A", measure, amount) }
}

fn of_rows(rows: impl IntoIterator<Item = Row>) -> Panel {
    Panel::builder().rows(rows).build().unwrap()
}

/// Ends that are closed, open and without end, and marks of what is assumed or not throughout.
#[test]
fn ends_and_marks_are_kept() -> Result<(), Error> {
    let income = row(Item::OperatingIncome, "3", Accuracy::Exact);
    let of = |revenue: &str, accuracy| {
        let panel = of_rows([row(Item::Revenue, revenue, accuracy), income.clone()]);
        metrics::OPERATING_MARGIN.bounds_column(panel.view().to_places(2)).get(0).unwrap()
    };
    let exact = of("8", Accuracy::Exact)?;
    assert_eq!(exact.to_string(), "(0.37, 0.38)");
    assert!(!exact.is_place_assumed());
    assert_eq!(of("4", Accuracy::Exact)?.interval(), Interval::point(parse("0.75")?));
    let assumed = of("4", Accuracy::Unknown)?;
    assert_eq!(assumed.to_string(), "(0.66, 0.86)");
    assert!(assumed.is_place_assumed() && assumed.is_defined_throughout());
    let zero = of("1", Accuracy::Decimals(-1))?;
    assert!(!zero.is_defined_throughout());
    assert_eq!(zero.interval(), Interval::everything());
    assert_eq!(of("0", Accuracy::Exact), Err(Undefined::ZeroDenominator));
    Ok(())
}

/// A report and the row of its figures are stated as precisely.
#[test]
fn accuracies_come_from_reports_and_from_rows() -> Result<(), Error> {
    let income = IncomeStatement::in_millions().revenue(1_004).operating_income(464);
    let millions = Panel::of([&of_a_quarter("A", income)?]).unwrap();
    let places = Accuracy::Decimals(-6);
    let rows = [("1004000000", Item::Revenue), ("464000000", Item::OperatingIncome)];
    let rows = of_rows(rows.map(|(amount, item)| row(item, amount, places)));
    let [one, other] =
        [&millions, &rows].map(|panel| metrics::OPERATING_MARGIN.bounds_column(panel));
    assert_eq!(one, other);
    assert_eq!(one.get(0).unwrap()?.to_string(), "(0.461423593827, 0.46287992028)");
    Ok(())
}
