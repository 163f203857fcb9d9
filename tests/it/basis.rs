//! Which rules figures follow: said, taken over, refused.

use financials::{
    Basis, Currency, Error, Figure, History, IncomeStatement, Item, Measure, Period, Report,
    report::ReportBuilder,
};

const QUARTER: &str = "2025-04-01..2025-06-30";

fn builder() -> ReportBuilder {
    let period: Period = QUARTER.parse().unwrap();
    Report::builder("Example", period, Currency::USD)
}

fn income() -> IncomeStatement {
    IncomeStatement::in_millions().revenue(100)
}

/// What a figure says of its basis holds in every report: it is taken over where nothing else is
/// said, and refused where the report says something else.
#[test]
fn a_basis_that_was_said_stays_said() -> Result<(), Error> {
    let bases = [None, Some(Basis::Gaap), Some(Basis::Ifrs), Some(Basis::Adjusted)];
    for (of_report, of_figure) in bases.iter().flat_map(|one| bases.map(|other| (*one, other))) {
        let figure = Figure::millions(5)?;
        let figure = of_figure.map_or(figure.clone(), |basis| figure.on(basis));
        let report = of_report.map_or(builder(), |basis| builder().basis(basis));
        let built = report.income(income()).figures([(Item::Cash, figure)]).build();
        let known = of_report.or(of_figure);
        let own = of_report.is_none() && of_figure == Some(Basis::Adjusted);
        if own || of_figure.is_some_and(|basis| Some(basis) != known) {
            let among = of_report.map_or("reported".to_string(), |basis| basis.to_string());
            let found = of_figure.unwrap();
            let message = format!("cash is {found} and stands among {among} figures");
            assert_eq!(built.unwrap_err().to_string(), message);
            continue;
        }
        let report = built?;
        assert_eq!(report.basis(), known);
        // The figures that said nothing are on the basis of the others, whatever their order.
        for item in [Item::Cash, Item::Revenue] {
            assert_eq!(report.figure(item).unwrap().basis(), known, "{of_report:?} {of_figure:?}");
        }
        assert_eq!(report.view().basis(), known);
        assert_eq!(Measure::from(Item::Revenue).explain(&report)?.basis(), known);
        let json = serde_json::to_string(&report).unwrap();
        assert_eq!(json.matches("basis").count(), usize::from(known.is_some()), "{json}");
        assert_eq!(serde_json::from_str::<Report>(&json).unwrap(), report);
    }
    let mixed = [(Item::Cash, Basis::Gaap), (Item::Inventory, Basis::Ifrs)];
    let mixed = mixed.map(|(item, basis)| (item, Figure::millions(1).unwrap().on(basis)));
    assert_eq!(
        builder().figures(mixed).build().unwrap_err().to_string(),
        "inventory is IFRS and stands among GAAP figures",
    );
    Ok(())
}

/// Reports are compared unless they are known to follow different rules.
#[test]
fn a_report_without_a_basis_goes_with_any_and_two_that_differ_do_not() -> Result<(), Error> {
    let report = |period: &str, basis: Option<Basis>| {
        let report = Report::builder("Example", period.parse::<Period>()?, Currency::USD);
        let report = basis.map_or(report.clone(), |basis| report.basis(basis));
        report.income(income()).build().map_err(Error::from)
    };
    let bases = [None, Some(Basis::Gaap), Some(Basis::Ifrs)];
    for (one, other) in bases.iter().flat_map(|one| bases.map(|other| (*one, other))) {
        let [now, ago] = [report(QUARTER, one)?, report("2024-04-01..2024-06-30", other)?];
        let differ = one.is_some() && other.is_some() && one != other;
        assert_eq!(now.view().with_year_ago(&ago).is_err(), differ, "{one:?} {other:?}");
        assert_eq!(History::new([now.clone(), ago.clone()]).is_err(), differ);
        // A report that says nothing does not come between two that differ.
        let between = report("2025-01-01..2025-03-31", None)?;
        assert_eq!(History::new([now, between, ago]).is_err(), differ);
    }
    Ok(())
}
