//! Values that are not of the kind asked for, and the names that a measure may have.

use financials::{Currency, Error, IncomeStatement, Item, Report, item::Name, metrics};

#[test]
fn a_name_may_have_47_bytes_and_no_more() {
    assert_eq!("x".repeat(47).parse::<Name>().unwrap().as_str().len(), 47);
    assert!("x".repeat(48).parse::<Name>().is_err());
    assert!("naïve".parse::<Name>().is_err());
}

#[test]
fn a_value_of_another_kind_says_which() -> Result<(), Error> {
    let income = IncomeStatement::in_millions().revenue(4).operating_income(1);
    let period = "2025-04-01..2025-06-30".parse()?;
    let report = Report::builder("Example", period, Currency::USD).income(income).build()?;
    let margin = metrics::OPERATING_MARGIN.value(&report)?;
    let revenue = Item::Revenue.value(&report)?;
    for (error, message) in [
        (margin.money().unwrap_err(), "the value is of kind Ratio, and money was asked for"),
        (
            margin.per_share().unwrap_err(),
            "the value is of kind Ratio, and an amount per share was asked for",
        ),
        (
            margin.shares().unwrap_err(),
            "the value is of kind Ratio, and a number of shares was asked for",
        ),
        (
            margin.multiple().unwrap_err(),
            "the value is of kind Ratio, and a multiple was asked for",
        ),
        (
            margin.days().unwrap_err(),
            "the value is of kind Ratio, and a number of days was asked for",
        ),
        (revenue.ratio().unwrap_err(), "the value is of kind Flow, and a ratio was asked for"),
    ] {
        assert_eq!(Error::from(error).to_string(), message);
    }
    assert_eq!((margin.currency(), revenue.currency()), (None, Some(Currency::USD)));
    Ok(())
}
