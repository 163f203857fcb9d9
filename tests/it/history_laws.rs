//! Laws of histories over the whole range of amounts, held against exact fractions.

use financials::{
    Currency, Decimal, History, IncomeStatement, Interval, Money, Ratio, Undefined, decimal::parse,
    figure::IntoFigure, valuation::implied_prior,
};
use num_rational::BigRational;
use num_traits::{Signed, Zero};
use proptest::{prelude::*, test_runner::TestCaseError};

use crate::{
    exact::{amounts, exact, half_last_digit, positive_amounts},
    history::{builder, quarter, value, whole},
};

fn whole_quarters() -> impl Strategy<Value = [Decimal; 4]> {
    // A quarter of the range each, so that the year is in range too.
    prop::array::uniform4(amounts()).prop_map(|quarters| {
        quarters.map(|amount| Decimal::from_i128_with_scale(amount.mantissa() / 4, amount.scale()))
    })
}

fn history_of(amounts: &[Decimal]) -> History {
    let placed: Vec<_> = amounts.iter().copied().enumerate().collect();
    history_at(&placed)
}

/// The history of quarters at their places.
fn history_at<A: IntoFigure + Copy>(amounts: &[(usize, A)]) -> History {
    let reports = amounts.iter().map(|(at, amount)| {
        let income = IncomeStatement::in_units().net_income(*amount);
        builder(&quarter(*at)).unwrap().income(income).build().unwrap()
    });
    History::new(reports).unwrap()
}

proptest! {
    #[test]
    fn four_quarters_add_up_to_the_year(quarters in whole_quarters()) {
        let sum = value(&history_of(&quarters), "ttm(net_income)").unwrap();
        let truth = quarters.iter().fold(BigRational::zero(), |sum, it| sum + exact(*it));
        prop_assert_eq!(exact(sum), truth);
    }

    #[test]
    fn differences_of_the_year_to_date_are_the_quarters(quarters in whole_quarters()) {
        let usd = |amount: Decimal| Money::new(amount, Currency::USD).unwrap();
        let mut to_date = Money::zero(Currency::USD);
        for quarter in quarters.map(usd) {
            let before = to_date;
            to_date = (to_date + quarter).unwrap();
            prop_assert_eq!((to_date - before).unwrap(), quarter);
        }
    }

    #[test]
    fn growth_then_back_contains_the_start(from in positive_amounts(), to in positive_amounts()) {
        hold_growth_and_back(from, to)?;
    }
}

/// The growth to an amount just below 10^19 and back again can round to 10^19, which is refused.
#[test]
fn growth_then_back_is_refused_at_the_limit() {
    let (most, less) = ("9999999999999999999.999999999", "1000000000000000000.0000001");
    hold_growth_and_back(parse(most).unwrap(), parse(less).unwrap()).unwrap();
    let growth = value(&history_at(&[(0, most), (4, less)]), "growth(net_income)").unwrap();
    let now = Money::parse(less, Currency::USD).unwrap();
    let back = implied_prior(now, Ratio::new(growth).unwrap());
    assert_eq!(back, Err(Undefined::OutOfRange));
}

/// Holds growth against exact fractions, and what it implies of the start against the start.
fn hold_growth_and_back(from: Decimal, to: Decimal) -> Result<(), TestCaseError> {
    let history = history_at(&[(0, from), (4, to)]);
    let growth = match value(&history, "growth(net_income)") {
        Ok(growth) => growth,
        Err(reason) => {
            // A change that has more than 28 digits before the point.
            prop_assert_eq!(reason, Undefined::OutOfRange);
            prop_assert!(exact(to) / exact(from) > exact(parse("1e27").unwrap()));
            return Ok(());
        }
    };
    let truth = exact(to) / exact(from) - whole(1);
    let error = (exact(growth) - &truth).abs();
    // The difference and the quotient round once each.
    prop_assert!(error <= half_last_digit(&truth) * whole(3), "{} is off", growth);
    let unit = parse("1e-27").unwrap();
    let step = Interval::around(growth, unit.max(growth.abs() * unit));
    let factor = Interval::point(Decimal::ONE) + step.unwrap();
    if let Ok(back) = Interval::point(to).checked_div(factor) {
        prop_assert!(back.contains(from), "{} not in {}", from, back);
    }
    let money = Money::new(to, Currency::USD).unwrap();
    let Ok(ratio) = Ratio::new(growth) else { return Ok(()) };
    if growth <= parse("-0.9").unwrap() || growth >= parse("1e9").unwrap() {
        return Ok(());
    }
    let off = exact(parse("1e-17").unwrap());
    match implied_prior(money, ratio) {
        Ok(back) => {
            let apart = (exact(back.number()) - exact(from)).abs() / exact(from);
            prop_assert!(apart < off);
        }
        Err(reason) => {
            // Only an amount that rounding can carry past the limit may be refused.
            prop_assert_eq!(reason, Undefined::OutOfRange);
            prop_assert!(exact(from) * (whole(1) + off) >= exact(parse("1e19").unwrap()));
        }
    }
    Ok(())
}
