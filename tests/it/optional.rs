//! What may be left out of a sum, and what may not.

use financials::{BalanceSheet, Currency, Decimal, Error, Report, formula::Formula};

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
