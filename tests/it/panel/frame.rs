//! Tables in columns: the panel of a frame is that of the same figures' reports.

use std::collections::BTreeSet;

use financials::{
    Currency, Decimal, Item, Measure, Metric, Period,
    error::PanelError,
    metrics,
    panel::{Frame, Panel},
    report::Company,
};
use proptest::prelude::*;

use super::{
    panel,
    universe::{Dice, Listed, dense, universe},
};

/// Lays the figures of some companies out in columns: whole numbers where a column has one scale
/// that is told, else decimals, and each company's quote on every row.
fn framed(companies: &[Listed], dice: &mut Dice) -> Panel {
    let mut frame = Frame::new();
    let mut reports = Vec::new();
    for Listed { history, quote } in companies {
        let first = history.reports().first().unwrap();
        let (company, currency) = (first.company().clone(), first.currency());
        let basis = history.reports().iter().find_map(|report| report.basis());
        let periods = history.reports().iter().map(|report| report.period());
        frame.company(company, currency, basis, periods).unwrap();
        reports.extend(history.reports().iter().map(|report| (report, quote.as_ref())));
    }
    let stated = reports.iter().flat_map(|(report, _)| report.figures().map(|(of, _)| of));
    let stated: BTreeSet<Measure> = stated.collect();
    for measure in stated {
        let numbers = || reports.iter().map(|(report, _)| Some(report.figure(measure)?.number()));
        add(&mut frame, measure, numbers().collect(), dice);
    }
    for item in Item::all().filter(|item| item.is_quoted()) {
        let numbers = reports.iter().map(|(_, quote)| Some((*quote)?.figure(item)?.number()));
        let numbers: Vec<_> = numbers.collect();
        if numbers.iter().any(Option::is_some) {
            add(&mut frame, item.into(), numbers, dice);
        }
    }
    for (row, (report, _)) in reports.iter().enumerate() {
        report.absences().for_each(|(item, why)| frame.absent(item, [(row, why)]));
    }
    assert_eq!(frame.len(), reports.len());
    frame.build()
}

fn add(frame: &mut Frame, measure: Measure, numbers: Vec<Option<Decimal>>, dice: &mut Dice) {
    let scale = numbers.iter().flatten().map(|it| it.normalize().scale()).max().unwrap_or(0);
    let whole = |number: Decimal| {
        i64::try_from((number * Decimal::from(10_u64.pow(scale))).trunc().mantissa())
    };
    let fits = |number: &Decimal| number.abs() < Decimal::from(1_000_000_000);
    if numbers.iter().flatten().all(fits) && dice.is(80) {
        let whole = numbers.iter().map(|number| number.map(|it| whole(it).unwrap()));
        frame.whole(measure, scale, whole).unwrap();
    } else {
        frame.decimals(measure, numbers).unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases.div_ceil(16)))]

    #[test]
    fn columns_and_reports_make_one_panel(seed in any::<u64>()) {
        let mut dice = Dice(seed ^ 7);
        let companies = if dice.is(50) { universe(seed) } else { dense(seed) };
        let (reports, frame) = (panel(&companies), framed(&companies, &mut dice));
        prop_assert!(frame.rows().eq(reports.rows()));
        for metric in Metric::all() {
            let (one, other) = (metric.column(&frame), metric.column(&reports));
            prop_assert!(one.iter().eq(other.iter()), "{}", metric);
        }
        for item in Item::all() {
            let (one, other) = (item.column(&frame), item.column(&reports));
            prop_assert!(one.iter().eq(other.iter()), "{}", item);
        }
    }
}

/// A price stands on the last day of its row, and on no other.
#[test]
fn a_price_is_of_its_row() {
    let quarters = ["2024-12-31", "2025-03-31", "2025-06-30"].map(|end| {
        Period::of_months(financials::period::PeriodKind::Quarter, end.parse().unwrap()).unwrap()
    });
    let mut frame = Frame::new();
    frame.company(Company::new("A"), Currency::USD, None, quarters).unwrap();
    frame.whole(Item::SharePrice, 0, [Some(10), None, Some(30)]).unwrap();
    frame.whole(Item::EpsNtm, 0, [Some(2), Some(2), Some(-2)]).unwrap();
    let panel = frame.build();
    let of = |view| {
        let column = metrics::FORWARD_PE_NTM.column(view);
        let cells = column.iter().map(|cell| match cell {
            Ok(number) => number.normalize().to_string(),
            Err(reason) => reason.code().to_owned(),
        });
        cells.collect::<Vec<_>>()
    };
    assert_eq!(of(panel.view()), ["5", "missing", "non_positive_earnings"]);
    assert_eq!(of(panel.view().without_quotes()), ["missing"; 3]);
}

#[test]
fn columns_that_do_not_fit_are_refused() {
    let quarter = |text: &str| text.parse::<Period>().unwrap();
    let (first, next) = (quarter("2025-01-01..2025-03-31"), quarter("2025-04-01..2025-06-30"));
    let mut frame = Frame::new();
    let mut add = |name: &str, periods: [Period; 2]| {
        frame.company(Company::new(name), Currency::USD, None, periods)
    };
    let twice = add("A", [first, first]).unwrap_err();
    assert_eq!(twice, PanelError::PeriodTwice { company: "A".into(), period: first });
    let order = add("A", [next, first]).unwrap_err();
    assert_eq!(order, PanelError::Order { company: "A".into(), period: first });
    assert_eq!(add("A", [first, next]).unwrap(), 0..2);
    let again = add("A", [first, next]).unwrap_err();
    assert_eq!(again, PanelError::CompanyTwice { company: "A".into() });
    let measure = Measure::from(Item::Revenue);
    let short = frame.whole(Item::Revenue, 0, [Some(1)]).unwrap_err();
    assert_eq!(short, PanelError::Length { measure, given: 1, rows: 2 });
    frame.whole(Item::Revenue, 9, [Some(1), Some(i64::MIN)]).unwrap();
    let twice = frame.decimals(Item::Revenue, [None, None]).unwrap_err();
    assert_eq!(twice, PanelError::ColumnTwice { measure });
    // Tenths of a billionth are no amount, however few they are.
    let fine = frame.whole(Item::NetIncome, 10, [Some(1), None]).unwrap_err();
    assert!(matches!(fine, PanelError::Quantity(_)), "{fine}");
    assert!(frame.whole(Item::GrossProfit, 10, [Some(10), None]).is_ok());
    // A number of more decimals than a decimal has is not taken for one of fewer.
    let zeros = frame.whole(Item::NetIncome, 28, [Some(0), None]);
    assert_eq!(zeros, Ok(()));
    let measure = Measure::from(Item::CostOfRevenue);
    for scale in [29, u32::MAX] {
        let deep = frame.whole(Item::CostOfRevenue, scale, [Some(1), None]).unwrap_err();
        assert_eq!(deep, PanelError::Scale { measure, scale });
    }
    let panel = frame.build();
    assert_eq!(panel.amount(1, Item::Revenue), Some(Decimal::new(i64::MIN, 9)));
    assert_eq!(panel.amount(0, Item::GrossProfit), Some(Decimal::new(1, 9)));
}
