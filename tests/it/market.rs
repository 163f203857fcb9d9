use financials::market::{
    self, Announcement, AnnouncementKind, CashSecuredPut, CoveredCall, Reaction,
};
use financials::{
    Accuracy, Currency, Date, Days, Decimal, Figure, Money, Multiple, PerShare, Period, Ratio,
    Shares, Source, Undefined, market::PriceTargets, stated::Bound,
};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Signed;
use proptest::prelude::*;

use crate::exact::{amounts, exact, half_last_digit, positive_amounts};

const USD: Currency = Currency::USD;

fn dec(text: &str) -> Decimal {
    financials::decimal::parse(text).unwrap()
}

fn price(text: &str) -> PerShare {
    PerShare::parse(text, USD).unwrap()
}

fn ratio(text: &str) -> Ratio {
    Ratio::parse(text).unwrap()
}

fn put() -> CashSecuredPut {
    CashSecuredPut::sell(price("30"), price("3.50")).unwrap()
}

/// Each calculation that three market articles of October 2025 let one make: its value at the
/// figures as printed, the same as an exact fraction of whole numbers, and the bounds that the
/// figures' own rounding leaves it.
#[test]
fn figures_of_the_articles_at_their_point_values() {
    let market_cap = Money::new(420_000_000_000_i64, USD).unwrap();
    let lumen = PriceTargets::between(price("4.60"), price("8.00")).unwrap();
    let lumen = lumen.upside(price("7.79")).unwrap();
    let palantir = PriceTargets::between(price("65"), price("215")).unwrap();
    let palantir = palantir.upside(price("180")).unwrap();
    let buy = PriceTargets::single(price("7.50")).upside(price("7.79")).unwrap();
    let call = CoveredCall::sell(price("35"), price("3.90"), price("31.54")).unwrap();
    let earlier = |change| market::implied_earlier_price(price("7.79"), ratio(change)).unwrap();
    let forward = Multiple::new(277).unwrap();
    let insider = Money::new(500_000, USD).unwrap();
    let stated_return = market::annualised(ratio("0.1167"), Days::new(237).unwrap()).unwrap();
    let before_the_day = market::earlier_return(ratio("1.068"), ratio("0.063")).unwrap();

    for (what, value, (over, under), (least, most)) in [
        (
            "shares implied by market value and price",
            (market_cap / price("180")).unwrap().number(),
            (420_000_000_000_i64, 180_i64),
            ("2314917127", "2351955307"),
        ),
        (
            "forward earnings per share implied",
            (price("180") / forward).unwrap().number(),
            (180, 277),
            ("0.645045045", "0.6546112116"),
        ),
        (
            "forward net income implied",
            (market_cap / forward).unwrap().number(),
            (420_000_000_000, 277),
            ("1509909910", "1522603978"),
        ),
        (
            "close before the day",
            earlier("0.107").number(),
            (7790, 1107),
            ("7.02166065", "7.05244123"),
        ),
        ("April low", earlier("1.33").number(), (779, 233), ("3.324786325", "3.362068966")),
        (
            "insider's gain",
            market::simple_return(price("3.70"), price("7.79")).unwrap().number(),
            (409, 370),
            ("1.09703504", "1.113821138"),
        ),
        (
            "insider's shares",
            (insider / price("3.70")).unwrap().number(),
            (50_000_000, 370),
            ("134501.3477", "135772.3577"),
        ),
        (
            "price at the year's start",
            earlier("0.33").number(),
            (779, 133),
            ("5.805970149", "5.909090909"),
        ),
        (
            "price at the year's start from a multiple",
            (price("180") / Multiple::new(3).unwrap()).unwrap().number(),
            (60, 1),
            ("44.75", "90.5"),
        ),
        (
            "upside to the lowest target",
            palantir.low().number(),
            (-115, 180),
            ("-0.6464088398", "0.2067039106"),
        ),
        (
            "upside to the highest target",
            palantir.high().number(),
            (35, 180),
            ("-0.6464088398", "0.2067039106"),
        ),
        (
            "Lumen, lowest target",
            lumen.low().number(),
            (-319, 779),
            ("-0.4115384615", "0.02956298201"),
        ),
        (
            "Lumen, highest target",
            lumen.high().number(),
            (21, 779),
            ("-0.4115384615", "0.02956298201"),
        ),
        (
            "a buy below the price",
            buy.high().number(),
            (-29, 779),
            ("-0.0391025641", "-0.0353470437"),
        ),
        ("cost basis of the put", put().cost_basis().number(), (53, 2), ("26.495", "26.505")),
        (
            "return on its cash",
            put().return_on_cash().unwrap().number(),
            (35, 300),
            ("0.1165", "0.1168333333"),
        ),
        (
            "the same over a year",
            stated_return.number(),
            (1167 * 365, 237 * 10_000),
            ("0.1788960084", "0.1805667373"),
        ),
        (
            "return if called",
            call.return_if_called().unwrap().number(),
            (736, 3154),
            ("0.2330004755", "0.2337085778"),
        ),
        (
            "strike below the price",
            put().discount_to(price("31.54")).unwrap().number(),
            (154, 3154),
            ("0.0486760742", "0.04897765097"),
        ),
        (
            "return before the last day",
            before_the_day.number(),
            (1005, 1063),
            ("0.9435825106", "0.9472941176"),
        ),
    ] {
        let truth = BigRational::new(BigInt::from(over), BigInt::from(under));
        assert!((exact(value) - &truth).abs() <= half_last_digit(&truth), "{what}: {value}");
        assert!(dec(least) <= value && value <= dec(most), "{what}: {value}");
    }
}

#[test]
fn a_day_s_change_stated_twice_is_one_figure() {
    // 6.3% and "about 6.3%".
    let stated = Figure::new(dec("0.063"), Accuracy::Decimals(3)).unwrap();
    assert_eq!(stated.admitted().to_string(), "[0.0625, 0.0635]");
}

#[test]
fn returns_without_a_base_are_refused() {
    let zero = PerShare::zero(USD);
    let euro = PerShare::parse("1", Currency::EUR).unwrap();
    let code = |result: Result<Ratio, Undefined>| result.unwrap_err().code();
    let five = Days::new(5).unwrap();
    assert_eq!(code(market::simple_return(zero, price("1"))), "non_positive_base");
    assert_eq!(code(market::simple_return(price("-1"), price("1"))), "non_positive_base");
    assert_eq!(code(market::simple_return(price("1"), euro)), "currencies_differ");
    assert_eq!(code(market::total_return(price("1"), price("1"), euro)), "currencies_differ");
    assert_eq!(code(market::annualised(ratio("0.1"), Days::ZERO)), "non_positive_base");
    assert_eq!(code(market::annualised(ratio("0.1"), -five)), "non_positive_base");
    assert_eq!(code(market::earlier_return(ratio("0.1"), ratio("-1"))), "non_positive_base");
    let fallen = market::implied_earlier_price(price("1"), ratio("-1"));
    assert_eq!(fallen.unwrap_err().to_string(), "not meaningful: non-positive base");
    // A price can fall to nothing.
    assert_eq!(market::simple_return(price("2"), zero), Ok(ratio("-1")));
}

#[test]
fn option_sales_that_cannot_be_are_refused() {
    let euro = PerShare::parse("1", Currency::EUR).unwrap();
    let message = |strike, premium| CashSecuredPut::sell(strike, premium).unwrap_err().to_string();
    assert_eq!(message(PerShare::zero(USD), price("1")), "strike 0 USD must be above zero");
    assert_eq!(message(price("30"), price("-1")), "premium -1 USD must not be negative");
    assert_eq!(message(price("30"), euro), "cannot subtract EUR from USD");
    let call = CoveredCall::sell(price("35"), price("3.90"), price("0"));
    assert_eq!(call.unwrap_err().to_string(), "price 0 USD must be above zero");
    let call = CoveredCall::sell(price("35"), price("3.90"), euro);
    assert_eq!(call.unwrap_err().to_string(), "cannot subtract EUR from USD");
}

#[test]
fn a_year_of_a_covered_call() {
    let call = CoveredCall::sell(price("110"), price("2"), price("100")).unwrap();
    let yearly = call.annualised_return_if_called(Days::new(73).unwrap()).unwrap();
    assert_eq!(yearly, ratio("0.6"));
}

#[test]
fn the_reaction_to_a_deal() {
    let stated = Figure::new(200_000_000, Accuracy::Decimals(-6)).unwrap();
    let article = Source::document("Lumen signs with Palantir").at("line 5");
    let term = Period::other(Date::constant(2026, 1, 1), Date::constant(2029, 12, 30)).unwrap();
    let deal = Announcement::new(AnnouncementKind::Contract, stated.from_source(article), USD)
        .labelled("software licences")
        .between(["Lumen", "Palantir"])
        .announced(Date::constant(2025, 10, 23))
        .over(term);
    assert_eq!(deal.per_year().unwrap(), Some(Money::new(50_000_000, USD).unwrap()));

    let reaction = Reaction::to_close(price("7.79"), ratio("0.107")).unwrap();
    assert_eq!(reaction.before().rounded_to(2), price("7.04"));
    let shares = Shares::new(1_000_000_000).unwrap();
    let gained = reaction.value_change(shares).unwrap();
    assert_eq!(format!("{gained:.0}"), "$753 million");
    let response = deal.market_response(&reaction, shares).unwrap();
    assert_eq!(format!("{response:.0}"), "376%");

    let json = r#"{"kind":"contract","amount":{"value":"200000000","accuracy":"-6","source":{"origin":{"document":{"title":"Lumen signs with Palantir"}},"at":"line 5"}},"currency":"USD","label":"software licences","parties":["Lumen","Palantir"],"announced":"2025-10-23","term":"2026-01-01..2029-12-30"}"#;
    assert_eq!(serde_json::to_string(&deal).unwrap(), json);
    assert_eq!(serde_json::from_str::<Announcement>(json).unwrap(), deal);
}

#[test]
fn the_wire_forms_hold_what_was_given() {
    let stated = Reaction::to_close(price("7.79"), ratio("0.107")).unwrap();
    let computed = Reaction::between(price("7.04"), price("7.79")).unwrap();
    for (reaction, json) in [
        (stated, r#"{"after":{"amount":"7.79","currency":"USD"},"change":"0.107"}"#),
        (
            computed,
            r#"{"before":{"amount":"7.04","currency":"USD"},"after":{"amount":"7.79","currency":"USD"}}"#,
        ),
    ] {
        assert_eq!(serde_json::to_string(&reaction).unwrap(), json);
        assert_eq!(serde_json::from_str::<Reaction>(json).unwrap(), reaction);
    }
    let neither = serde_json::from_str::<Reaction>(r#"{"after":{"amount":"1","currency":"USD"}}"#);
    assert_eq!(
        neither.unwrap_err().to_string(),
        "a reaction has either the price before or the change, and the other is computed"
    );

    let json = r#"{"strike":{"amount":"30","currency":"USD"},"premium":{"amount":"3.5","currency":"USD"}}"#;
    assert_eq!(serde_json::to_string(&put()).unwrap(), json);
    assert_eq!(serde_json::from_str::<CashSecuredPut>(json).unwrap(), put());
    let refused = json.replace("30", "-30");
    assert_eq!(
        serde_json::from_str::<CashSecuredPut>(&refused).unwrap_err().to_string(),
        "strike -30 USD must be above zero"
    );
    let call = CoveredCall::sell(price("35"), price("3.90"), price("31.54")).unwrap();
    let json = serde_json::to_string(&call).unwrap();
    assert_eq!(serde_json::from_str::<CoveredCall>(&json).unwrap(), call);
}

proptest! {
    #[test]
    fn prop_a_return_leads_back_to_the_earlier_price(
        a in positive_amounts(), b in positive_amounts(),
    ) {
        let earlier = PerShare::new(a, USD).unwrap();
        let now = PerShare::new(b, USD).unwrap();
        let Ok(change) = market::simple_return(earlier, now) else { return Ok(()) };
        let truth = exact(b) / exact(a) - BigRational::from_integer(1.into());
        let off = (exact(change.number()) - &truth).abs();
        prop_assert!(off <= half_last_digit(&truth));
        // Where the change fell to the last of the decimals kept, the way back is lost.
        let kept = BigRational::new(BigInt::from(1), BigInt::from(10).pow(8));
        if exact(b) / exact(a) <= kept || exact(a) / exact(b) <= kept {
            return Ok(());
        }
        let Ok(back) = market::implied_earlier_price(now, change) else {
            prop_assert!(a >= dec("9999999999999999999"), "rounded up to the limit");
            return Ok(());
        };
        let off = (exact(back.number()) - exact(a)).abs() / exact(a);
        prop_assert!(off < BigRational::new(BigInt::from(1), BigInt::from(10).pow(19)));
    }

    #[test]
    fn prop_a_total_return_without_income_is_the_simple_one(
        a in positive_amounts(),
        b in amounts(),
    ) {
        let (earlier, now) = (PerShare::new(a, USD).unwrap(), PerShare::new(b, USD).unwrap());
        let truth = exact(b) / exact(a) - BigRational::from_integer(1.into());
        if let Ok(total) = market::total_return(earlier, now, PerShare::zero(USD)) {
            let off = (exact(total.number()) - &truth).abs();
            prop_assert!(off <= half_last_digit(&truth) * BigRational::from_integer(2.into()));
        }
    }
}

#[test]
fn an_announced_amount_keeps_its_hedge() {
    let stated =
        |text: &str| Announcement::stated(AnnouncementKind::Merger, &text.parse().unwrap());
    let merger = stated("$14B").unwrap();
    assert_eq!(
        (merger.bound(), merger.figure().accuracy()),
        (Bound::Stated, Accuracy::Decimals(-9))
    );
    let deal = stated("over $200 million").unwrap();
    assert_eq!(deal.bound(), Bound::MoreThan);
    let json = r#"{"kind":"merger","amount":{"value":"200000000","accuracy":"-6"},"currency":"USD","bound":"more_than"}"#;
    assert_eq!(serde_json::to_string(&deal).unwrap(), json);
    assert_eq!(serde_json::from_str::<Announcement>(json).unwrap(), deal);
    for text in ["48%", "$65–215"] {
        let refused = stated(text).unwrap_err().to_string();
        assert_eq!(refused, "an announced amount must be one amount of money");
    }
    assert_eq!(merger.per_year(), Ok(None));
    let day = Period::instant(Date::constant(2025, 10, 23));
    assert_eq!(merger.over(day).per_year(), Err(Undefined::NotPartOfAYear));
}

#[test]
fn every_kind_of_announcement_has_a_name() {
    for (kind, name) in [
        (AnnouncementKind::Contract, "contract"),
        (AnnouncementKind::Divestiture, "divestiture"),
        (AnnouncementKind::BondIssue, "bond_issue"),
        (AnnouncementKind::CostSavings, "cost_savings"),
        (AnnouncementKind::Merger, "merger"),
        (AnnouncementKind::Settlement, "settlement"),
        (AnnouncementKind::Other, "other"),
    ] {
        assert_eq!(serde_json::to_string(&kind).unwrap(), format!("{name:?}"));
    }
}

#[test]
fn the_change_of_a_market_value_is_exact_where_the_prices_are() {
    let reaction = Reaction::between(price("3"), price("4")).unwrap();
    let shares = Shares::new(1_000_000_000).unwrap();
    assert_eq!(reaction.value_change(shares).unwrap().to_string(), "$1,000,000,000");
}
