//! What stands in place of a value: the reasons for absence with their codes, and the kinds that a
//! value is not of.

use financials::{
    Currency, Error, IncomeStatement, Item, Measure, Name, NotMeaningful, Report, Undefined, When,
    metrics,
};

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

#[test]
fn every_reason_has_words_and_a_stable_code() {
    let measure = Measure::Item(Item::Revenue);
    let ago = |years: u8, quarters: u8| When { years, quarters };
    for (reason, code, words) in [
        (Undefined::ZeroDenominator, "zero_denominator", "the denominator is zero"),
        (
            Undefined::Missing { measure, at: ago(0, 0) },
            "missing",
            "revenue is not reported in the period",
        ),
        (
            Undefined::Missing { measure, at: ago(1, 0) },
            "missing",
            "revenue is not reported 1 year ago",
        ),
        (
            Undefined::Missing { measure, at: ago(2, 1) },
            "missing",
            "revenue is not reported 2 years and 1 period ago",
        ),
        (Undefined::NoReport { at: ago(0, 1) }, "no_report", "there is no report 1 period ago"),
        (Undefined::NoReport { at: ago(0, 2) }, "no_report", "there is no report 2 periods ago"),
        (Undefined::NoReport { at: ago(3, 0) }, "no_report", "there is no report 3 years ago"),
        (
            Undefined::NoReportOf { period: "2025-04-01..2025-06-30".parse().unwrap() },
            "no_report",
            "there is no report of 2025-04-01..2025-06-30",
        ),
        (
            Undefined::Missing { measure: Item::SharePrice.into(), at: ago(0, 0) },
            "missing",
            "share_price is not in the quote",
        ),
        (
            Undefined::Missing { measure: Item::SharePrice.into(), at: ago(1, 0) },
            "missing",
            "share_price is not known 1 year ago: a quote is of one date",
        ),
        (Undefined::MeasuresDiffer, "measures_differ", "the measures differ"),
        (
            Undefined::NotTwelveMonths,
            "not_twelve_months",
            "twelve months need a year or four quarters, and the period is neither",
        ),
        (
            Undefined::Gap { at: When::NOW.quarters_before(1) },
            "gap",
            "twelve months need four quarters, and there is none 1 period ago",
        ),
        (Undefined::NotAdjusted { measure }, "not_adjusted", "no adjusted revenue is given"),
        (
            Undefined::NotAdditive { measure },
            "not_additive",
            "revenue does not add up over several periods",
        ),
        (Undefined::CurrenciesDiffer, "currencies_differ", "the currencies differ"),
        (Undefined::UnitsDiffer, "units_differ", "the units differ"),
        (Undefined::BasesDiffer, "bases_differ", "the bases differ"),
        (
            Undefined::PeriodsNotComparable,
            "periods_not_comparable",
            "the periods are not comparable",
        ),
        (Undefined::CompaniesDiffer, "companies_differ", "the companies differ"),
        (Undefined::OutOfRange, "out_of_range", "the result is out of range"),
    ] {
        assert_eq!((reason.code(), reason.to_string().as_str()), (code, words));
        assert!(!reason.is_not_meaningful());
        let json = serde_json::to_string(&reason).unwrap();
        assert!(json.contains(code), "{json}");
        assert_eq!(serde_json::from_str::<Undefined>(&json).unwrap(), reason);
        assert_eq!(Error::from(reason).to_string(), words);
    }
    for (reason, code, words) in [
        (NotMeaningful::NonPositiveEarnings, "non_positive_earnings", "non-positive earnings"),
        (NotMeaningful::NonPositiveEquity, "non_positive_equity", "non-positive equity"),
        (NotMeaningful::NonPositiveBase, "non_positive_base", "non-positive base"),
        (NotMeaningful::GrowthFromZero, "growth_from_zero", "growth from zero"),
        (NotMeaningful::TurnedProfitable, "turned_profitable", "turned from a loss to a profit"),
        (NotMeaningful::LossNarrowed, "loss_narrowed", "the loss narrowed"),
        (NotMeaningful::LossWidened, "loss_widened", "the loss widened"),
        (NotMeaningful::LossUnchanged, "loss_unchanged", "the loss is unchanged"),
        (
            NotMeaningful::TurnedUnprofitable,
            "turned_unprofitable",
            "turned from a profit to a loss",
        ),
        (NotMeaningful::RootOfNegative, "root_of_negative", "the root of a negative number"),
    ] {
        let undefined = Undefined::from(reason);
        assert_eq!((undefined.code(), reason.to_string().as_str()), (code, words));
        assert_eq!(undefined.to_string(), format!("not meaningful: {words}"));
        assert!(undefined.is_not_meaningful());
        let json = json_of(&undefined);
        assert_eq!(json, format!("{{\"not_meaningful\":\"{code}\"}}"));
    }
}

fn json_of(reason: &Undefined) -> String {
    serde_json::to_string(reason).unwrap()
}
