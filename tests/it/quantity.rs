use financials::{
    Currency, Days, Decimal, Money, Multiple, PerShare, Ratio, Shares, Stated, stated::Unit,
};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Signed;
use proptest::prelude::*;

use crate::exact::{amounts, exact, half_last_digit, non_zero_amounts};

const USD: Currency = Currency::USD;

fn dec(text: &str) -> Decimal {
    financials::decimal::parse(text).unwrap()
}

fn money(text: &str) -> Money {
    Money::parse(text, USD).unwrap()
}

fn per_share(text: &str) -> PerShare {
    PerShare::parse(text, USD).unwrap()
}

fn message<T: core::fmt::Debug, E: core::fmt::Display>(result: Result<T, E>) -> String {
    result.unwrap_err().to_string()
}

#[test]
fn amounts_outside_the_limits_are_refused() {
    for (text, expected) in [
        (
            "10000000000000000000",
            "money 10000000000000000000 is out of range, must be smaller than 10^19 in magnitude",
        ),
        ("-0.0000000001", "money -0.0000000001 has more than 9 decimals"),
        ("1,000", "'1,000' is not a decimal number, at byte 1"),
    ] {
        assert_eq!(message(Money::parse(text, USD)), expected);
    }
    assert_eq!(
        message(Shares::parse("0.0000000001")),
        "share count 0.0000000001 has more than 9 decimals"
    );
    assert_eq!(
        message(Ratio::new(Decimal::MAX)),
        "ratio 79228162514264337593543950335 needs more than 28 significant digits or decimals"
    );
    assert!(Money::parse("9999999999999999999.999999999", USD).is_ok());
    assert!(Money::new(dec("1.50000000000000"), USD).is_ok(), "trailing zeros are no decimals");
}

#[test]
fn operations_without_a_result_say_which() {
    let one = Money::new(1, USD).unwrap();
    let euro = Money::new(1, Currency::EUR).unwrap();
    let largest = money("9999999999999999999");
    let third = (one / Ratio::new(3).unwrap()).unwrap();
    for (result, expected) in [
        (one + euro, "cannot add EUR to USD"),
        (one - euro, "cannot subtract EUR from USD"),
        (largest + one, "cannot add 1 to 9999999999999999999: the result is out of range"),
        (-largest - one, "cannot subtract 1 from -9999999999999999999: the result is out of range"),
        (
            money("1000") + third,
            "cannot add 0.3333333333333333333333333333 to 1000 exactly: \
             more than 28 significant digits; round an operand first",
        ),
        (one / Ratio::ZERO, "cannot divide 1 by ratio 0"),
        (
            largest * Ratio::new(2).unwrap(),
            "cannot multiply 9999999999999999999 by 2: the result is out of range",
        ),
        (
            largest / Ratio::parse("0.1").unwrap(),
            "cannot divide 9999999999999999999 by 0.1: the result is out of range",
        ),
    ] {
        assert_eq!(message(result), expected);
    }
    assert_eq!(message(one / euro), "cannot divide USD by EUR");
    assert_eq!(message(one / Shares::ZERO), "cannot divide 1 by share count 0");
    assert_eq!((money("1000") + third.rounded_to(2)).unwrap(), money("1000.33"));
}

#[test]
fn conversions_by_hundredths_are_exact_or_refused() {
    let percent = |text| Ratio::from_percent(dec(text));
    assert_eq!(percent("46.23").unwrap(), Ratio::parse("0.4623").unwrap());
    assert_eq!(Ratio::from_basis_points(-50).unwrap(), Ratio::parse("-0.005").unwrap());
    assert_eq!(
        message(percent("0.000000000000000000000000001")),
        "ratio 0.000000000000000000000000001 needs more than 28 significant digits or decimals"
    );
    assert_eq!(
        message(PerShare::from_minor_unit(dec("0.00000001"), "GBX")),
        "per-share amount 0.0000000001 has more than 9 decimals"
    );
    let twice = Multiple::new(2).unwrap();
    assert_eq!(
        (twice.to_ratio(), twice.to_ratio().to_multiple()),
        (percent("200").unwrap(), twice)
    );
}

#[test]
fn sums_of_many_say_their_currency() {
    let amounts = [money("1.5"), money("2.25"), money("-0.75")];
    assert_eq!(Money::sum(USD, amounts).unwrap(), money("3"));
    assert_eq!(Money::sum(USD, []).unwrap(), Money::zero(USD));
    assert_eq!(message(Money::sum(Currency::EUR, amounts)), "cannot add USD to EUR");
    assert_eq!(Shares::sum([Shares::new(2).unwrap(); 3]).unwrap(), Shares::new(6).unwrap());
}

#[test]
fn a_kind_times_a_part_stays_its_kind() {
    let half = Ratio::parse("0.5").unwrap();
    let ten = Shares::new(10).unwrap();
    assert_eq!((ten * half).unwrap(), Shares::new(5).unwrap());
    assert_eq!((ten / ten).unwrap(), Ratio::ONE);
    assert_eq!((per_share("3") * ten).unwrap(), (ten * per_share("3")).unwrap());
    assert_eq!((money("30") / per_share("3")).unwrap(), ten);
    assert_eq!((money("30") / ten).unwrap(), per_share("3"));
    assert_eq!((Days::new(30).unwrap() * half).unwrap(), Days::new(15).unwrap());
    assert_eq!((Multiple::new(30).unwrap() / half).unwrap(), Multiple::new(60).unwrap());
    assert_eq!((money("1") / Multiple::new(4).unwrap()).unwrap(), money("0.25"));
    // The largest amounts multiply past every limit, and say so.
    let largest = per_share("9999999999999999999");
    assert!(message(largest * Shares::new(10).unwrap()).ends_with("the result is out of range"));
}

#[test]
fn sums_that_rust_decimal_rounds_silently_are_refused_or_exact() {
    // `7922816251426433759354395033 + 0.04` is `7922816251426433759354395033.0` to rust_decimal.
    assert!(Money::parse("7922816251426433759354395033", USD).is_err());
    let sum = money("9999999999999999998.999999999") + money("0.000000001");
    assert_eq!(sum.unwrap().number(), dec("9999999999999999999"));
}

#[test]
fn there_is_one_zero() {
    let zero = -Money::zero(USD);
    assert_eq!(format!("{zero} {zero:.2} {:?}", zero.number()), "$0 $0.00 0");
    assert_eq!(Ratio::new(-Decimal::ZERO).unwrap().to_string(), "0%");
    assert_eq!(format!("{:.2}", per_share("-0.001")), "$0.00");
}

#[test]
fn minor_unit_quotes_become_the_major_unit() {
    let price = PerShare::from_minor_unit(270, "GBp").unwrap();
    assert_eq!(price, PerShare::parse("2.7", Currency::GBP).unwrap());
    let refused = |code| message(PerShare::from_minor_unit(270, code));
    assert_eq!(refused("GBP"), "currency 'GBP' is not a quote in a minor unit, such as GBX");
    assert_eq!(refused("XXQ"), "currency 'XXQ' is not an ISO 4217 code, such as USD");
}

#[test]
fn printed_as_people_print() {
    let revenue = money("1003697000");
    for (printed, expected) in [
        (format!("{revenue:.3}"), "$1.004 billion"),
        (format!("{revenue:.0}"), "$1 billion"),
        (format!("{revenue}"), "$1,003,697,000"),
        (format!("{:.1}", -revenue), "-$1.0 billion"),
        (format!("{revenue:+.1}"), "+$1.0 billion"),
        (format!("[{revenue:>16.1}]"), "[    $1.0 billion]"),
        (format!("[{revenue:16.1}]"), "[    $1.0 billion]"),
        (format!("[{revenue:*<16.1}]"), "[$1.0 billion****]"),
        (format!("[{revenue:^17.1}]"), "[  $1.0 billion   ]"),
        (format!("{:.1}", money("999960000")), "$1.0 billion"),
        (format!("{:.1}", money("999940000")), "$999.9 million"),
        (format!("{:.0}", money("950000000")), "$950 million"),
        (format!("{:.1}", money("999999.96")), "$1.0 million"),
        (format!("{:.2}", money("999999.96")), "$999,999.96"),
        (format!("{:.1}", money("420500000000000")), "$420.5 trillion"),
        (format!("{:.0}", money("2500000")), "$3 million"),
        (format!("{:.0}", money("-0.5")), "-$1"),
        (format!("{}", money("-7.5")), "-$7.50"),
        (format!("{}", money("0.125")), "$0.125"),
        (format!("{:.1}", Money::parse("3200000", Currency::CHF).unwrap()), "CHF 3.2 million"),
        (format!("{:.1}", Money::parse("-3200000", Currency::CHF).unwrap()), "-CHF 3.2 million"),
        (format!("[{:>6}]", Money::new(5, Currency::EUR).unwrap()), "[    €5]"),
        (format!("{:.2}", per_share("-0.2")), "-$0.20"),
        (format!("{}", per_share("-0.2")), "-$0.20"),
        (format!("{:.2}", per_share("1234567.895")), "$1,234,567.90"),
        (format!("{:.1}", Ratio::parse("0.4623").unwrap()), "46.2%"),
        (format!("{}", Ratio::parse("0.4623").unwrap()), "46.23%"),
        (format!("{:.0}", Ratio::parse("12.34567").unwrap()), "1,235%"),
        (format!("{:.1}", Ratio::parse("-0.0963").unwrap()), "-9.6%"),
        (format!("{:.1}", Multiple::new(277).unwrap()), "277.0x"),
        (format!("{}", Multiple::new(277).unwrap()), "277x"),
        (format!("{:.1}", Shares::new(2_563_000_000_i64).unwrap()), "2.6 billion shares"),
        (format!("{}", Shares::new(1).unwrap()), "1 share"),
        (format!("{}", Days::new(237).unwrap()), "237 days"),
    ] {
        assert_eq!(printed, expected);
    }
}

/// Two decimals are enough to read, and none of them makes something nothing.
#[test]
fn what_was_computed_is_printed_to_two_decimals_and_in_full_on_demand() {
    let pe = (per_share("180") / per_share("0.65")).unwrap();
    let book = (money("1000") / Shares::new(3).unwrap()).unwrap();
    let ratio = |text: &str| Ratio::parse(text).unwrap();
    for (printed, expected) in [
        (format!("{pe}"), "276.92x"),
        (format!("{pe:#}"), "276.9230769230769230769230769x"),
        (format!("{pe:#.1}"), "276.9x"),
        (format!("{}", ratio("0.268325002466")), "26.83%"),
        (format!("{:#}", ratio("0.268325002466")), "26.8325002466%"),
        (format!("{}", ratio("0.26799999")), "26.8%"),
        (format!("{}", ratio("0.99999")), "100%"),
        (format!("{}", ratio("-0.99999")), "-100%"),
        (format!("{}", ratio("0.25")), "25%"),
        (format!("{}", ratio("0.0000431")), "0.0043%"),
        (format!("{}", ratio("-0.0000004999")), "-0.00005%"),
        (format!("{}", ratio("0.000000001")), "0.0000001%"),
        (format!("[{:>8}]", ratio("0.123456")), "[  12.35%]"),
        (format!("{}", Days::parse("45.678").unwrap()), "45.68 days"),
        (format!("{:#}", Days::parse("45.678").unwrap()), "45.678 days"),
        // An amount is as it was stated; one with more decimals than is stated was computed.
        (format!("{}", per_share("0.123456789")), "$0.123456789"),
        (format!("{book}"), "$333.33"),
        (format!("{book:#}"), "$333.3333333333333333333333333"),
    ] {
        assert_eq!(printed, expected);
    }
}

#[test]
fn money_has_an_order_within_a_currency_only() {
    let euro = Money::new(1, Currency::EUR).unwrap();
    assert!(money("1") < money("1.5"));
    assert_eq!(money("1").partial_cmp(&euro), None);
    assert_eq!(money("1.0"), money("1.00"));
}

#[test]
fn the_wire_form_is_text() {
    let json = serde_json::to_string(&money("1003697000")).unwrap();
    assert_eq!(json, r#"{"amount":"1003697000","currency":"USD"}"#);
    assert_eq!(serde_json::to_string(&Ratio::parse("0.48").unwrap()).unwrap(), r#""0.48""#);
    assert_eq!(serde_json::from_str::<Shares>("2563").unwrap(), Shares::new(2563).unwrap());
    let refused = |json: &str| message(serde_json::from_str::<Money>(json));
    assert_eq!(
        refused(r#"{"amount":"1e19","currency":"USD"}"#),
        "money 10000000000000000000 is out of range, must be smaller than 10^19 in magnitude"
    );
    assert!(refused(r#"{"amount":1.5,"currency":"USD"}"#).contains("binary float"));
    assert!(refused(r#"{"amount":"1","currency":"GBX"}"#).contains("hundredths of GBP"));
    assert!(refused(r#"{"amount":"1","currency":"USD","x":1}"#).contains("unknown field"));
}

#[test]
fn quantities_are_plain_values() {
    fn is_plain<T>()
    where
        T: Copy + Eq + PartialOrd + core::hash::Hash + core::fmt::Debug + core::fmt::Display,
        T: Send + Sync + Unpin + 'static + serde::Serialize + serde::de::DeserializeOwned,
    {
    }
    is_plain::<Money>();
    is_plain::<PerShare>();
    is_plain::<Shares>();
    is_plain::<Ratio>();
    is_plain::<Multiple>();
    is_plain::<Days>();
    assert_eq!(size_of::<Ratio>(), size_of::<Decimal>());
    assert!(size_of::<Money>() <= size_of::<Decimal>() + 4);
}

fn limit() -> BigRational {
    BigRational::from_integer(BigInt::from(10).pow(19))
}

proptest! {
    #[test]
    fn prop_every_amount_in_the_range_is_taken_and_read_back(a in amounts()) {
        let amount = Money::new(a, USD).unwrap();
        prop_assert_eq!(exact(amount.number()), exact(a));
        let json = serde_json::to_string(&amount).unwrap();
        prop_assert_eq!(serde_json::from_str::<Money>(&json).unwrap(), amount);
    }

    #[test]
    fn prop_sums_of_amounts_are_exact_or_out_of_range(a in amounts(), b in amounts()) {
        for (truth, result) in [
            (exact(a) + exact(b), Money::new(a, USD).unwrap() + Money::new(b, USD).unwrap()),
            (exact(a) - exact(b), Money::new(a, USD).unwrap() - Money::new(b, USD).unwrap()),
        ] {
            match result {
                Ok(sum) => prop_assert_eq!(exact(sum.number()), truth),
                Err(error) => {
                    prop_assert!(truth.abs() >= limit(), "{}", error);
                    prop_assert!(error.to_string().ends_with("the result is out of range"));
                }
            }
        }
    }

    #[test]
    fn prop_subtracting_undoes_adding(a in amounts(), b in amounts()) {
        let (a, b) = (Money::new(a, USD).unwrap(), Money::new(b, USD).unwrap());
        if let Ok(sum) = a + b {
            prop_assert_eq!((sum - b).unwrap(), a);
        }
    }

    #[test]
    fn prop_quotients_are_the_nearest_of_28_digits(a in amounts(), b in non_zero_amounts()) {
        let truth = exact(a) / exact(b);
        match Money::new(a, USD).unwrap() / Money::new(b, USD).unwrap() {
            Ok(ratio) => {
                let off = (exact(ratio.number()) - &truth).abs();
                prop_assert!(off <= half_last_digit(&truth), "{} off by {}", truth, off);
            }
            Err(_) => {
                prop_assert!(truth.abs() >= BigRational::from_integer(BigInt::from(10).pow(28)) -
                    half_last_digit(&truth));
            }
        }
    }

    #[test]
    fn prop_products_are_the_nearest_of_28_digits(a in amounts(), b in amounts()) {
        let truth = exact(a) * exact(b);
        match PerShare::new(a, USD).unwrap() * Shares::new(b).unwrap() {
            Ok(money) => {
                let off = (exact(money.number()) - &truth).abs();
                prop_assert!(off <= half_last_digit(&truth), "{} off by {}", truth, off);
            }
            Err(_) => prop_assert!(truth.abs() >= limit() - half_last_digit(&truth)),
        }
    }

    #[test]
    fn prop_printing_is_within_half_its_last_place(a in amounts(), places in 0_usize..12) {
        let printed = format!("{:.places$}", PerShare::new(a, USD).unwrap());
        let digits = printed.replace(['$', ','], "");
        let fraction = digits.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        prop_assert_eq!(fraction, places);
        let shown = exact(dec(&digits));
        let unit = BigRational::new(BigInt::from(1), BigInt::from(10).pow(places as u32));
        let off = (shown - exact(a)).abs();
        prop_assert!(&off + &off <= unit);
        let rounded = PerShare::new(a, USD).unwrap().rounded_to(places as u32);
        prop_assert_eq!(rounded.number(), dec(&digits));
        // A tie goes away from zero.
        if &off + &off == unit {
            prop_assert!(exact(dec(&digits)).abs() > exact(a).abs());
        }
    }

    #[test]
    fn prop_exact_printing_reads_back(a in amounts()) {
        let printed = Money::new(a, USD).unwrap().to_string();
        prop_assert_eq!(exact(dec(&printed.replace(['$', ','], ""))), exact(a));
    }

    #[test]
    fn prop_growth_then_de_growth_returns_to_the_start(
        a in non_zero_amounts(), b in non_zero_amounts(),
    ) {
        let (start, end) = (Money::new(a, USD).unwrap(), Money::new(b, USD).unwrap());
        let Ok(factor) = end / start else { return Ok(()) };
        let Ok(back) = end / factor else { return Ok(()) };
        // The factor is off by at most its half digit, and the quotient by its own.
        let factor_truth = exact(b) / exact(a);
        let slack = half_last_digit(&factor_truth) / exact(factor.number()).abs();
        if slack >= BigRational::new(BigInt::from(1), BigInt::from(2)) {
            return Ok(());
        }
        let two = BigRational::from_integer(BigInt::from(2));
        let bound = exact(a).abs() * slack * &two + half_last_digit(&exact(a)) * &two;
        let off = (exact(back.number()) - exact(a)).abs();
        prop_assert!(off <= bound, "off by {}", off);
    }

    #[test]
    fn prop_what_is_printed_is_read_back_as_stated(
        a in amounts(), places in 0_usize..10, at in 0_usize..7,
    ) {
        let code = ["USD", "EUR", "GBP", "JPY", "INR", "CHF", "CAD"][at];
        let currency: Currency = code.parse().unwrap();
        let amount = Money::new(a, currency).unwrap();

        let whole = amount.to_string();
        let stated: Stated = whole.parse().unwrap();
        prop_assert_eq!(stated.unit(), Unit::Money(currency));
        prop_assert_eq!(exact(stated.number()), exact(a));

        let rounded = format!("{amount:.places$}");
        let Ok(stated) = rounded.parse::<Stated>() else {
            prop_assert!(rounded.contains("10,000,000"), "{} is not the limit", rounded);
            return Ok(());
        };
        let place = BigRational::from_integer(BigInt::from(10)).pow(-i32::from(stated.decimals()));
        let off = (exact(stated.number()) - exact(a)).abs();
        prop_assert!(&off + &off <= place, "{} for {}", rounded, whole);
    }

    #[test]
    fn prop_a_printed_percentage_is_read_back(
        a in -10_000_000_i64..10_000_000,
        places in 0_usize..5,
    ) {
        let ratio = Ratio::new(Decimal::new(a, 7)).unwrap();
        let stated: Stated = format!("{ratio:#}").parse().unwrap();
        prop_assert_eq!((stated.unit(), stated.number()), (Unit::Ratio, ratio.number()));
        let stated: Stated = format!("{ratio:.places$}").parse().unwrap();
        prop_assert_eq!(stated.decimals() as usize, places + 2);
        let multiple = ratio.to_multiple();
        let stated: Stated = format!("{multiple:#}").parse().unwrap();
        prop_assert_eq!((stated.unit(), stated.number()), (Unit::Multiple, ratio.number()));
    }
}
