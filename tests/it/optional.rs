//! What may be left out of a sum, and what may not.

use financials::{
    BalanceSheet, Currency, Decimal, Error, Figure, History, Item, Metric, Period, Report, View,
    formula::Formula,
    metrics,
    undefined::{Absence, Undefined, When},
};

/// A total of which nothing is known is not zero, and one known part is enough.
#[test]
fn a_sum_of_optional_parts_needs_one_of_them() -> Result<(), Error> {
    let sheet = |of: fn(BalanceSheet) -> BalanceSheet| {
        let sheet = of(BalanceSheet::in_units().stockholders_equity(50));
        let quarter = "2025-04-01..2025-06-30".parse()?;
        Ok::<_, Error>(Report::builder("Example", quarter, Currency::USD).balance(sheet).build()?)
    };
    let reports = [
        sheet(|sheet| sheet)?,
        sheet(|sheet| sheet.goodwill(7))?,
        sheet(|sheet| sheet.intangible_assets(3))?,
        sheet(|sheet| sheet.goodwill(7).intangible_assets(3).inventory(1))?,
    ];
    let missing = Some("goodwill is not reported in the period");
    for (text, expected) in [
        ("or_zero(goodwill) + or_zero(intangible_assets)", [Err(missing), Ok(7), Ok(3), Ok(10)]),
        ("or_zero(goodwill) - or_zero(intangible_assets)", [Err(missing), Ok(7), Ok(-3), Ok(4)]),
        (
            "or_zero(goodwill) + or_zero(intangible_assets) + or_zero(inventory)",
            [Err(missing), Ok(7), Ok(3), Ok(11)],
        ),
        (
            "or_zero(inventory) - (or_zero(goodwill) + or_zero(intangible_assets))",
            [Err(Some("inventory is not reported in the period")), Ok(-7), Ok(-3), Ok(-9)],
        ),
        ("or_zero(goodwill) + stockholders_equity", [Ok(50), Ok(57), Ok(50), Ok(57)]),
        ("stockholders_equity - or_zero(goodwill)", [Ok(50), Ok(43), Ok(50), Ok(43)]),
        ("or_zero(goodwill)", [Ok(0), Ok(7), Ok(0), Ok(7)]),
        ("goodwill_and_intangibles", [Err(missing), Ok(7), Ok(3), Ok(10)]),
    ] {
        let formula = Formula::parse(text)?;
        for (report, expected) in reports.iter().zip(expected) {
            let found = formula.value(report).map_err(|reason| reason.to_string());
            let expected = expected.map(Decimal::from).map_err(|words| words.unwrap().to_string());
            assert_eq!(found, expected, "{text}");
            let explained = formula.explain(report).map(|it| it.value().number());
            assert_eq!(explained.map_err(|reason| reason.to_string()), expected, "{text}");
            let bounds = formula.bounds(report).map_err(|reason| reason.to_string());
            assert_eq!(
                bounds.map(|it| it.interval().contains(found.clone().unwrap())),
                expected.map(|_| true),
                "{text}"
            );
        }
    }
    Ok(())
}

/// What is given, and cannot be taken, is no zero: neither in the quarter itself, nor in one of the
/// four that make twelve months.
#[test]
fn what_cannot_be_read_is_not_left_out() -> Result<(), Error> {
    type Over = fn(View<'_>) -> View<'_>;
    let quarters = ["2024-09-30", "2024-12-31", "2025-03-31", "2025-06-30"];
    let quarter = |end: &str| {
        Period::of_months(financials::period::PeriodKind::Quarter, end.parse().unwrap()).unwrap()
    };
    let history = |why: Option<(usize, Absence)>| {
        let reports = quarters.iter().enumerate().map(|(at, end)| {
            let figures = [(Item::Cash, 5), (Item::ShareRepurchases, 7)];
            let absent = why.filter(|(place, _)| *place == at).map(|(_, why)| why);
            let items = [Item::ShortTermInvestments, Item::ShareIssuance];
            let report = Report::builder("Example", quarter(end), Currency::USD);
            let figure = |it: u32| Figure::exact(Decimal::from(it)).unwrap();
            let report = report.figures(figures.map(|(item, it)| (item, figure(it))));
            report.absent(absent.into_iter().flat_map(|why| items.map(|item| (item, why)))).build()
        });
        Ok::<_, Error>(History::new(reports.collect::<Result<Vec<_>, _>>()?)?)
    };
    let (cash, bought) = (metrics::CASH_AND_INVESTMENTS, metrics::NET_SHARE_REPURCHASES);
    let read = |history: &History, metric: Metric, over: Over| {
        let view = over(history.view(&quarter("2025-06-30"))?);
        let value = metric.value(view).map(|value| value.number());
        let (explained, bounds) = (metric.explain(view), metric.bounds(view));
        assert_eq!(explained.map(|it| it.value().number()), value);
        assert_eq!(bounds.map(|_| ()), value.map(|_| ()));
        Ok::<_, Error>(value)
    };
    let (now, ttm): (Over, Over) = (|view| view, |view| view.trailing());
    for (why, is_zero) in [
        (None, true),
        (Some(Absence::NotTagged), true),
        (Some(Absence::NotReported), true),
        (Some(Absence::Unreadable), false),
        (Some(Absence::Contradicted), false),
        (Some(Absence::OutOfRange), false),
    ] {
        let absent = |item: Item| {
            let reason = why.unwrap_or(Absence::NotTagged);
            Err(Undefined::Absent { measure: item.into(), at: When::NOW, reason })
        };
        let expected = |item, sum: i64| if is_zero { Ok(sum.into()) } else { absent(item) };
        let last = history(why.map(|why| (3, why)))?;
        assert_eq!(read(&last, cash, now)?, expected(Item::ShortTermInvestments, 5), "{why:?}");
        assert_eq!(read(&last, bought, now)?, expected(Item::ShareIssuance, 7), "{why:?}");
        let first = history(why.map(|why| (0, why)))?;
        assert_eq!(read(&first, bought, now)?, Ok(7.into()), "{why:?}");
        assert_eq!(read(&first, bought, ttm)?, expected(Item::ShareIssuance, 28), "{why:?}");
        assert_eq!(read(&first, cash, ttm)?, Ok(5.into()), "{why:?}");
    }
    Ok(())
}
