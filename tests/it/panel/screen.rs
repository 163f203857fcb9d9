//! Screens: a total order in which no loss is cheap, ranks and shares by their definitions.

use std::collections::BTreeMap;

use financials::{
    Currency, Decimal, Error, History, IncomeStatement, Item, Metric, QuarterlyReport,
    decimal::parse,
    formula::Formula,
    metrics,
    panel::{Column, Order, Panel},
    report::{MarketData, Quote},
};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, Zero};
use proptest::prelude::*;

use super::{panel, universe::universe};
use crate::exact::exact;

/// A panel of companies with one quarter each, by what they earn of a revenue of 100.
fn earning(incomes: &[i64]) -> Result<Panel, Error> {
    let mut panel = Panel::builder();
    for (at, income) in incomes.iter().enumerate() {
        let income = IncomeStatement::in_units().revenue(100).net_income(*income);
        let period = "2025-04-01..2025-06-30".parse()?;
        let report = QuarterlyReport::builder(format!("{at}").as_str(), period, Currency::USD);
        let history = History::new([report.income(income).build()?])?;
        let market = MarketData::in_units().share_price(30).eps_ntm(*incomes.get(at).unwrap());
        panel = panel.quoted(&history, &Quote::new(Currency::USD, market)?);
    }
    Ok(panel.build()?)
}

fn places(column: &Column, order: Order) -> Vec<(usize, Option<usize>)> {
    column.ranked(0..column.len(), order).iter().map(|it| (it.row, it.rank)).collect()
}

#[test]
fn numbers_go_by_size_and_equal_ones_share_their_place() -> Result<(), Error> {
    let margins = metrics::NET_MARGIN.column(&earning(&[20, -5, 20, 40])?);
    let lowest = [(1, Some(1)), (0, Some(2)), (2, Some(2)), (3, Some(4))];
    assert_eq!(places(&margins, Order::LowestFirst), lowest);
    let highest = [(3, Some(1)), (0, Some(2)), (2, Some(2)), (1, Some(4))];
    assert_eq!(places(&margins, Order::HighestFirst), highest);
    let shares: Vec<_> = margins.ranked(0..4, Order::LowestFirst);
    let shares: Vec<_> = shares.iter().map(|it| it.percentile.unwrap().to_string()).collect();
    assert_eq!(shares, ["0.125", "0.5", "0.5", "0.875"]);
    Ok(())
}

/// A forward P/E on a loss has no value; a multiple that has one below zero is no cheap one either.
#[test]
fn no_loss_is_ever_cheap() -> Result<(), Error> {
    let panel = earning(&[-10, 1, 5, 0])?;
    let pe = metrics::FORWARD_PE_NTM.column(&panel);
    let expected = [(2, Some(1)), (1, Some(2)), (0, None), (3, None)];
    assert_eq!(places(&pe, Order::LowestFirst), expected);
    assert_eq!(places(&pe, Order::HighestFirst)[2..], expected[2..]);
    // Every multiple of the catalogue, whatever guards it has.
    for metric in Metric::all().filter(|it| it.kind() == financials::metric::Kind::Multiple) {
        let column = metric.column(&panel);
        let numbers = column.ranked(0..4, Order::LowestFirst);
        let numbers: Vec<Decimal> = numbers.iter().filter_map(|it| it.cell.ok()).collect();
        let cheap = numbers.iter().position(|number| *number <= Decimal::ZERO);
        let dear = numbers.iter().rposition(|number| *number > Decimal::ZERO);
        assert!(cheap.zip(dear).is_none_or(|(cheap, dear)| cheap > dear), "{metric}: {numbers:?}");
    }
    Ok(())
}

#[test]
fn a_table_is_filtered_sorted_and_cut() -> Result<(), Error> {
    let panel = earning(&[20, -5, 30, 40])?;
    let table = panel
        .view()
        .table([Item::NetIncome.into(), metrics::NET_MARGIN.into()] as [financials::Measure; 2]);
    let rows = |table: &financials::panel::Table<'_>| -> Vec<usize> {
        table.rows().map(|(row, ..)| row).collect()
    };
    let profitable = table.where_number("net_margin", |margin| margin > Decimal::ZERO);
    assert_eq!(rows(&profitable), [0, 2, 3]);
    let best = profitable.clone().sorted("net_margin", Order::HighestFirst).first(2);
    assert_eq!(rows(&best), [3, 2]);
    let csv = best.csv().to_string();
    let names: Vec<_> = csv.lines().map(|line| line.split(',').next().unwrap()).collect();
    assert_eq!(names, ["company", "3", "2"]);
    assert_eq!(rows(&profitable.clone().sorted("no such", Order::LowestFirst)), [0, 2, 3]);
    assert!(profitable.where_number("no such", |_| true).is_empty());
    Ok(())
}

#[test]
fn peers_have_a_middle_and_a_harmonic_mean_of_what_is_positive() -> Result<(), Error> {
    let panel = earning(&[20, -5, 30, 60, 10])?;
    let margins = metrics::NET_MARGIN.column(&panel);
    let groups = margins.peers(0..5, |row| (row != 4).then_some(row == 1));
    let text = |number: Option<Decimal>| number.unwrap().to_string();
    let profits = &groups[&false];
    assert_eq!((profits.count, profits.positive), (3, 3));
    assert_eq!(
        (text(profits.median), text(profits.lowest), text(profits.highest)),
        ("0.3".into(), "0.2".into(), "0.6".into())
    );
    // Three over 5 + 10/3 + 5/3.
    assert_eq!(text(profits.harmonic_mean), "0.3");
    let losses = &groups[&true];
    assert_eq!(
        (losses.positive, losses.harmonic_mean, text(losses.median)),
        (0, None, "-0.05".into())
    );
    let missing = metrics::CURRENT_RATIO.column(&panel).peers(0..5, |_| Some(()));
    assert_eq!(missing[&()].undefined, BTreeMap::from([("missing", 5)]));
    assert_eq!((missing[&()].count, missing[&()].median), (0, None));
    let even = Formula::parse("net_income / 3")?.column(panel.view().to_places(3));
    assert_eq!(text(even.peers([0, 2], |_| Some(()))[&()].median), parse("8.3335")?.to_string());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases.div_ceil(8)))]

    /// Ranks, shares and means are those of their definitions, in fractions.
    #[test]
    fn a_screen_is_what_it_says(seed in any::<u64>(), is_high in any::<bool>()) {
        let companies = universe(seed);
        let panel = panel(&companies);
        let order = if is_high { Order::HighestFirst } else { Order::LowestFirst };
        for metric in [metrics::OPERATING_MARGIN, metrics::PE_TTM_DILUTED, metrics::RETURN_ON_EQUITY] {
            let column = metric.column(&panel);
            let numbers: Vec<BigRational> =
                column.iter().filter_map(|cell| cell.ok()).map(exact).collect();
            let ranked = column.ranked((0..panel.len()).rev(), order);
            prop_assert_eq!(ranked.len(), panel.len());
            for (at, it) in ranked.iter().enumerate() {
                prop_assert_eq!(Some(it.cell), column.get(it.row));
                let Ok(number) = it.cell else {
                    prop_assert!(ranked[at..].iter().all(|later| later.cell.is_err()));
                    continue;
                };
                let (number, zero) = (exact(number), BigRational::zero());
                let below = numbers.iter().filter(|other| **other < number).count();
                let same = numbers.iter().filter(|other| **other == number).count();
                let share = BigRational::new(BigInt::from(2 * below + same), BigInt::from(2 * numbers.len()));
                let off = exact(it.percentile.unwrap()) - share;
                prop_assert!(off.abs() < BigRational::new(1.into(), BigInt::from(10).pow(27)));
                let is_multiple = metric.kind() == financials::metric::Kind::Multiple;
                let before = numbers.iter().filter(|other| match order {
                    Order::HighestFirst => **other > number,
                    Order::LowestFirst if is_multiple && (number <= zero) != (**other <= zero) => {
                        number <= zero
                    }
                    Order::LowestFirst => **other < number,
                });
                prop_assert_eq!(it.rank, Some(before.count() + 1));
            }
            let peers = column.peers(0..panel.len(), |_| Some(()));
            let Some(peers) = peers.get(&()) else { continue };
            let positive: Vec<_> = numbers.iter().filter(|it| it.is_positive()).collect();
            prop_assert_eq!((peers.count, peers.positive), (numbers.len(), positive.len()));
            if let Some(mean) = peers.harmonic_mean {
                let inverses: BigRational = positive.iter().map(|it| it.recip()).sum();
                let expected = BigRational::from_integer(positive.len().into()) / inverses;
                let off = ((exact(mean) - &expected) / &expected).abs();
                prop_assert!(off < BigRational::new(1.into(), BigInt::from(10).pow(12)));
            }
        }
    }
}
