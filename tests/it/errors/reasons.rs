//! The reasons for absence: their words, their codes and their form in serde.

use financials::{
    Error, Item, Measure, Undefined,
    undefined::{Absence, NotMeaningful, When},
    view::Value,
};

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
            not_comparable("2025-04-01..2025-06-30", "2025-01-01..2025-03-31"),
            "periods_not_comparable",
            "2025-04-01..2025-06-30 and 2025-01-01..2025-03-31 are not comparable; growth over \
             the quarter before is growth_qoq, of a history",
        ),
        (
            not_comparable("2025-01-01..2025-06-30", "2024-07-01..2024-12-31"),
            "periods_not_comparable",
            "2025-01-01..2025-06-30 and 2024-07-01..2024-12-31 are not comparable",
        ),
        (
            Undefined::NotAQuarter,
            "not_a_quarter",
            "a quarter back is of quarters, and the period is none",
        ),
        (Undefined::NotPartOfAYear, "not_part_of_a_year", "no number of such periods makes a year"),
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
        assert_eq!(json, format!("{{\"code\":\"{code}\",\"text\":\"not meaningful: {words}\"}}"));
        assert_eq!(serde_json::from_str::<Undefined>(&json).unwrap(), undefined);
    }
}

fn not_comparable(period: &str, other: &str) -> Undefined {
    let [period, other] = [period, other].map(|dates| dates.parse().unwrap());
    Undefined::PeriodsNotComparable { period, other }
}

#[test]
fn a_reason_is_read_by_its_code_and_what_it_names() {
    let read = |json: &str| serde_json::from_str::<Undefined>(json).map_err(|it| it.to_string());
    let at = r#""at":{"years":0,"quarters":0}"#;
    let measure: Measure = Item::Revenue.into();
    let missing = Undefined::Missing { measure, at: When::NOW };
    let json = format!(r#"{{{at},"measure":"revenue","code":"missing"}}"#);
    assert_eq!(read(&json), Ok(missing), "the text may be left out");
    let json = format!(r#"{{"code":"mixed_vintage","text":"x","measure":"revenue",{at}}}"#);
    let absent = Undefined::Absent { measure, at: When::NOW, reason: Absence::MixedVintage };
    assert_eq!(read(&json), Ok(absent), "and says nothing");
    let json = r#"{"code":"not_additive","measure":"revenue"}"#;
    assert_eq!(read(json), Ok(Undefined::NotAdditive { measure }));
    for code in ["missing", "nothing", "no_report", "periods_not_comparable", "not_adjusted"] {
        let refused = read(&format!(r#"{{"code":"{code}"}}"#)).unwrap_err();
        assert_eq!(refused, format!("code '{code}' is of no reason that has these fields"));
    }
    assert!(read(r#"{"code":"units_differ","measure":"revenue"}"#).is_err());
    assert!(read(r#"{"code":"units_differ","why":"x"}"#).is_err());
    assert_eq!(
        read("1").unwrap_err(),
        "invalid type: integer `1`, expected a reason, an object of code and text at line 1 column 1"
    );
}

fn json_of(reason: &Undefined) -> String {
    serde_json::to_string(reason).unwrap()
}

/// A ratio has no unit, and so its JSON has none; an amount is none without its currency.
#[test]
fn a_value_has_a_currency_where_its_kind_has_one() {
    let read = |json: &str| serde_json::from_str::<Value>(json).map_err(|it| it.to_string());
    for json in [
        r#"{"number":"0.46","kind":"ratio"}"#,
        r#"{"number":"277","kind":"multiple"}"#,
        r#"{"number":"1.25","kind":"per_share","currency":"USD"}"#,
    ] {
        assert_eq!(serde_json::to_string(&read(json).unwrap()).unwrap(), json);
    }
    assert_eq!(
        read(r#"{"number":"0.46","kind":"ratio","currency":"USD"}"#).unwrap_err(),
        "a value of kind Ratio has no currency, and USD is given"
    );
    assert_eq!(
        read(r#"{"number":"46","kind":"money"}"#).unwrap_err(),
        "a value of kind Money needs a currency"
    );
}
