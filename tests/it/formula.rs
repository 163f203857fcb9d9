//! Formulas: what is read and written, what is refused, and what they come to.

use financials::{
    Decimal, Item, Measure, Undefined,
    decimal::parse,
    formula::{Expression, Formula, Guard, Refused},
    item::{Name, Nature},
    metric::{Kind, Named},
    metrics,
    view::Given,
};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, Zero};
use proptest::prelude::*;

use crate::exact::exact;

#[test]
fn every_function_reads_back_as_it_is_written() {
    for text in [
        "revenue",
        "operating_margin",
        "revenue:us_commercial",
        "named(stores, rate)",
        "named(backlog, balance) + named(orders, balance)",
        "named(a, flow)",
        "named(b, per_share_flow)",
        "named(c, price)",
        "named(d, weighted_shares)",
        "named(e, shares)",
        "1.25 * revenue",
        "0.000000001",
        "4294967295",
        "ttm(revenue)",
        "ttm_per_share(eps_diluted)",
        "average(total_assets)",
        "quarter_average(total_assets)",
        "change(inventory)",
        "annualised(revenue)",
        "year_ago(revenue)",
        "years_ago(revenue, 40)",
        "quarter_ago(revenue)",
        "quarters_ago(revenue, 2)",
        "growth(revenue)",
        "growth_qoq(revenue)",
        "cagr(revenue, 3)",
        "positive(revenue)",
        "positive(net_income, earnings)",
        "positive(total_equity, equity)",
        "or_zero(goodwill)",
        "min(revenue, cost_of_revenue)",
        "max(revenue, gross_profit + net_income)",
        "abs(net_income)",
        "sqrt(beta)",
        "sqrt(revenue * revenue)",
        "power(beta, 3)",
        "geometric_sum(beta, 10)",
        "is_positive(net_income)",
        "accounts_receivable / revenue * period_days",
        "beta * day",
        "-revenue",
        "--revenue",
        "-(revenue + net_income)",
        "revenue - (cost_of_revenue - net_income)",
        "revenue - cost_of_revenue - net_income",
        "revenue / (cost_of_revenue * beta)",
        "revenue / cost_of_revenue * beta",
        "(revenue + net_income) / cost_of_revenue",
    ] {
        let formula = Formula::parse(text).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(formula.to_string(), text);
        let json = serde_json::to_string(&formula).unwrap();
        assert_eq!(json, format!("\"{text}\""));
        assert_eq!(serde_json::from_str::<Formula>(&json).unwrap(), formula);
    }
}

#[test]
fn spellings_that_mean_the_same_are_the_same() {
    for (text, same) in [
        ("years_ago(revenue,1)", "year_ago(revenue)"),
        ("quarters_ago(revenue, 1)", "quarter_ago(revenue)"),
        ("annualized(revenue)", "annualised(revenue)"),
        ("named(customers, rate)", "customers"),
        ("named(operating_margin, rate)", "operating_margin"),
        ("positive(revenue,base)", "positive(revenue)"),
        ("  ( (revenue) )  /net_income", "revenue / net_income"),
        ("(revenue - cost_of_revenue) - net_income", "revenue - cost_of_revenue - net_income"),
    ] {
        assert_eq!(Formula::parse(text), Formula::parse(same), "{text}");
        assert_eq!(Formula::parse(text).unwrap().to_string(), same);
    }
}

#[test]
fn what_makes_no_sense_is_refused_with_its_place() {
    let deep = format!("{}revenue{}", "(".repeat(16), ")".repeat(16));
    let long = format!("1{}", " + 1".repeat(32));
    let names: String =
        (0..9).map(|at| format!("named(n{at}, rate) + ")).collect::<String>() + "beta";
    for (text, message) in [
        ("", "expected a name, a number or '(' at byte 0"),
        ("revenue +", "expected a name, a number or '(' at byte 9"),
        ("revenue revenue", "expected an operator or the end at byte 8"),
        ("(revenue", "expected ')' at byte 8"),
        ("ttm(revenue", "expected ')' at byte 11"),
        ("revenue)", "expected an operator or the end at byte 7"),
        ("Revenue", "expected a name, a number or '(' at byte 0"),
        ("revenue × 2", "expected an operator or the end at byte 8"),
        (".5 * revenue", "expected a name, a number or '(' at byte 0"),
        ("5. * beta", "expected a digit at byte 2"),
        ("min(revenue)", "expected ',' at byte 11"),
        ("years_ago(revenue)", "expected ',' at byte 17"),
        ("years_ago(revenue, 41)", "expected a whole number from 1 to 40 at byte 19"),
        ("cagr(revenue, 0)", "expected a whole number from 1 to 40 at byte 14"),
        ("cagr(revenue, 1.5)", "expected a whole number from 1 to 40 at byte 14"),
        ("cagr(revenue, x)", "expected a digit at byte 14"),
        ("positive(revenue, sales)", "expected earnings, equity or base at byte 18"),
        ("named(Stores, rate)", "expected a name of lower-case letters at byte 6"),
        (
            "named(stores, number)",
            "expected flow, balance, per_share_flow, price, weighted_shares, shares, rate, count or \
             coefficient at byte 14",
        ),
        ("sales / revenue", "the name at byte 0 is no line item, metric or function"),
        ("revenue / sales:us", "the name at byte 10 is no line item, metric or function"),
        ("total(revenue)", "the name at byte 0 is no line item, metric or function"),
        (
            "4294967296",
            "the number at byte 0 must be below 2^32 in its last place, with at most 9 decimals",
        ),
        (
            "2 * 0.0000000001",
            "the number at byte 4 must be below 2^32 in its last place, with at most 9 decimals",
        ),
        (&deep, "nested deeper than 16 levels"),
        (&long, "more than 64 steps"),
        (&names, "more than 8 measures of its own"),
        (
            "revenue + shares_diluted",
            "money over the period and shares cannot be added or compared",
        ),
        ("revenue - total_assets", "money over the period and money cannot be added or compared"),
        ("max(revenue, 0)", "money over the period and a plain number cannot be added or compared"),
        ("ttm(cash)", "ttm() adds four quarters, and money is not a flow"),
        ("ttm(shares_diluted)", "ttm() adds four quarters, and shares is not a flow"),
        (
            "ttm(eps_diluted)",
            "ttm() adds four quarters, and money per share over the period does not add up over \
             them",
        ),
        ("ttm(operating_margin)", "ttm() adds four quarters, and a plain number is not a flow"),
        ("ttm(ttm(revenue))", "ttm() adds four quarters, and money is not a flow"),
        ("ttm_per_share(revenue)", "ttm_per_share() takes an amount per share over a period"),
        ("annualised(cash)", "annualised() takes an amount over a period, not a balance"),
        ("average(revenue)", "average() takes a balance, not a flow"),
        ("quarter_average(revenue)", "quarter_average() takes a balance or a number of shares"),
        ("quarter_average(beta)", "quarter_average() takes a balance or a number of shares"),
        ("change(revenue)", "change() takes a balance, not a flow"),
        ("sqrt(revenue)", "sqrt() takes a plain number or a squared unit"),
        ("power(revenue, 2)", "power() and geometric_sum() take a plain number"),
        ("or_zero(revenue + net_income)", "or_zero() takes one line item or measure"),
        ("or_zero(1)", "or_zero() takes one line item or measure"),
        ("or_zero(period_days)", "or_zero() takes one line item or measure"),
    ] {
        let refused = Formula::parse(text).expect_err(text);
        assert_eq!(refused.refused.to_string(), message, "{text}");
    }
}

#[test]
fn a_refused_formula_is_named_in_the_message() {
    let refused = Formula::parse("ttm(total_assets)").unwrap_err();
    assert_eq!(
        refused.to_string(),
        "formula 'ttm(total_assets)': ttm() adds four quarters, and money is not a flow",
    );
    for (text, message) in [
        (
            "reveneu / total_assets",
            "formula 'reveneu / total_assets': 'reveneu' at byte 0 is no line item, metric or \
             function, such as revenue, ev_revenue or revenue_ntm",
        ),
        (
            "1 - Net Income",
            "formula '1 - Net Income': expected a name, a number or '(' at byte 4, found 'Net \
             Income', such as net_income",
        ),
        (
            "Revenue",
            "formula 'Revenue': expected a name, a number or '(' at byte 0, found 'Revenue', such \
             as revenue",
        ),
        (
            "revenue × 2",
            "formula 'revenue × 2': expected an operator or the end at byte 8, found '×'",
        ),
        ("revenue +", "formula 'revenue +': expected a name, a number or '(' at byte 9"),
    ] {
        assert_eq!(Formula::parse(text).unwrap_err().to_string(), message);
    }
    let json = serde_json::from_str::<Formula>("\"ttm(total_assets)\"").unwrap_err();
    assert!(json.to_string().starts_with(&refused.to_string()), "{json}");
    let long = Formula::parse(&"revenue + ".repeat(10)).unwrap_err();
    assert_eq!(long.text, "revenue + revenue + revenue + revenue + …");
}

#[test]
fn a_quarters_flow_over_a_balance_is_no_declared_ratio() {
    let refused = |text: &str, kind: Kind| {
        Formula::parse(text).unwrap().of_kind(kind).unwrap_err().refused.to_string()
    };
    assert_eq!(
        refused("net_income / average(stockholders_equity)", Kind::Ratio),
        "declared as Ratio, which is a plain number, but is a plain number over the period",
    );
    assert_eq!(
        refused("total_assets / revenue", Kind::Multiple),
        "declared as Multiple, which is a plain number, but is a plain number by the period's \
         length",
    );
    assert_eq!(
        refused("revenue * revenue", Kind::Flow),
        "declared as Flow, which is money over the period, but is money^2 shares^0 days^0 by the \
         period^2",
    );
    assert_eq!(
        refused("period_days", Kind::Days),
        "declared as Days, which is days, but is days over the period",
    );
    for (text, kind) in [
        ("ttm(net_income) / average(stockholders_equity)", Kind::Ratio),
        ("ttm_per_share(eps_diluted)", Kind::PerShare),
        ("change(cash)", Kind::Flow),
        ("net_income / shares_basic", Kind::PerShareFlow),
        ("market_cap / share_price", Kind::Shares),
    ] {
        assert!(Formula::parse(text).unwrap().of_kind(kind).is_ok(), "{text}");
    }
}

#[test]
fn an_expression_is_held_to_the_limits_of_the_text() {
    let refused = |expression: Expression| expression.build().unwrap_err().refused;
    let revenue = || Expression::from(Item::Revenue);
    let whole = |at| Refused::Syntax { at, expected: "a whole number from 1 to 40" };
    assert_eq!(refused(revenue().years_ago(0)), whole(19));
    assert_eq!(refused(revenue().quarters_ago(41)), whole(22));
    assert_eq!(refused(revenue().cagr(200)), whole(14));
    assert_eq!(refused((0..20).fold(revenue(), |it, _| -it)), Refused::TooDeep);
    assert_eq!(refused((0..64).fold(revenue(), |it, _| it + Item::Revenue)), Refused::TooLong);
    assert_eq!(refused(Expression::number(-1)), Refused::Number { at: 0 });
    assert_eq!(refused(Expression::number(1_i64 << 32)), Refused::Number { at: 0 });
    assert_eq!(
        refused(revenue().ttm().abs().ttm()),
        Refused::NotAdditive { operand: Formula::parse("ttm(revenue)").unwrap().dimension() }
    );
    let named = |at: u8| {
        let name: Name = format!("n{at}").parse().unwrap();
        Expression::from(Named::new(name, Nature::Rate).unwrap())
    };
    let many = (1..9).fold(named(0), |sum, at| sum + named(at));
    assert_eq!(refused(many), Refused::TooManyNames);
}

#[test]
fn the_opening_balance_beside_twelve_months_is_that_of_a_year_ago() {
    let spans = |text: &str| format!("{:?}", Formula::parse(text).unwrap().nodes());
    for text in [
        "ttm(net_income) / average(total_assets)",
        "average(total_assets) / ttm(revenue)",
        "ttm_per_share(eps_diluted) / average(share_price)",
        "ttm(net_income) / (2 * average(total_assets))",
    ] {
        assert!(spans(text).contains("Average(TwelveMonths)"), "{text}");
    }
    for text in ["average(total_assets)", "net_income / average(total_assets)"] {
        assert!(spans(text).contains("Average(Period)"), "{text}");
    }
}

const RATES: u8 = 4;

/// A formula over plain numbers, to be built by the crate and read by the oracle.
#[derive(Clone, Debug)]
enum Tree {
    Rate(u8),
    Number(u32, u8),
    Binary(char, Box<Tree>, Box<Tree>),
    Unary(char, Box<Tree>),
}

fn rate(number: u8) -> Named {
    let names = ["first", "second", "third", "fourth"];
    Named::new(names[usize::from(number)].parse().unwrap(), Nature::Rate).unwrap()
}

impl Tree {
    fn expression(&self) -> Expression {
        match self {
            Self::Rate(at) => rate(*at).into(),
            Self::Number(mantissa, places) => {
                Expression::number(Decimal::new(i64::from(*mantissa), u32::from(*places)))
            }
            Self::Binary(sign, left, right) => {
                let (left, right) = (left.expression(), right.expression());
                match sign {
                    '+' => left + right,
                    '-' => left - right,
                    '*' => left * right,
                    '/' => left / right,
                    '<' => left.min(right),
                    _ => left.max(right),
                }
            }
            Self::Unary(sign, operand) => match sign {
                '-' => -operand.expression(),
                '|' => operand.expression().abs(),
                '?' => operand.expression().is_positive(),
                _ => operand.expression().positive(Guard::Equity),
            },
        }
    }

    /// Reads the tree in fractions, each step rounded by the rule of the documentation.
    fn oracle(&self, rates: &[Decimal]) -> Result<BigRational, Undefined> {
        match self {
            Self::Rate(at) => Ok(exact(rates[usize::from(*at)])),
            Self::Number(mantissa, places) => {
                Ok(exact(Decimal::new(i64::from(*mantissa), u32::from(*places))))
            }
            Self::Binary(sign, left, right) => {
                let (left, right) = (left.oracle(rates)?, right.oracle(rates)?);
                match sign {
                    '+' => summed(left, right),
                    '-' => summed(left, -right),
                    '*' => rounded(left * right),
                    '/' if right.is_zero() => Err(Undefined::ZeroDenominator),
                    '/' => rounded(left / right),
                    '<' => Ok(left.min(right)),
                    _ => Ok(left.max(right)),
                }
            }
            Self::Unary(sign, operand) => {
                let value = operand.oracle(rates)?;
                match sign {
                    '-' => Ok(-value),
                    '|' => Ok(value.abs()),
                    '?' => Ok(whole(u8::from(value.is_positive()))),
                    _ if value.is_positive() => Ok(value),
                    _ => Err(financials::undefined::NotMeaningful::NonPositiveEquity.into()),
                }
            }
        }
    }
}

fn whole(number: u8) -> BigRational {
    BigRational::from_integer(BigInt::from(number))
}

/// Adds: what has no more decimals than an amount adds up exactly, or not at all.
fn summed(left: BigRational, right: BigRational) -> Result<BigRational, Undefined> {
    let is_short = |value: &BigRational| (value * whole(10).pow(9)).is_integer();
    let sum = &left + &right;
    let result = rounded(sum.clone())?;
    match is_short(&left) && is_short(&right) && result != sum {
        true => Err(Undefined::OutOfRange),
        false => Ok(result),
    }
}

/// Rounds to 28 significant digits or 28 decimals, whichever is coarser, a tie to the even digit.
fn rounded(value: BigRational) -> Result<BigRational, Undefined> {
    let ten = whole(10);
    let mut place = -28;
    while value.abs() >= ten.pow(place + 28) {
        place += 1;
        if place > 0 {
            return Err(Undefined::OutOfRange);
        }
    }
    let scaled = &value / ten.pow(place);
    let below = scaled.floor();
    let rest = (&scaled - &below) * whole(2);
    let is_odd = (below.to_integer() % BigInt::from(2)) != BigInt::zero();
    let is_up = rest > whole(1) || (rest == whole(1) && is_odd);
    let kept = (below + whole(u8::from(is_up))) * ten.pow(place);
    if kept.abs() >= ten.pow(28) { Err(Undefined::OutOfRange) } else { Ok(kept) }
}

fn trees() -> impl Strategy<Value = Tree> {
    let leaf = prop_oneof![
        4 => (0..RATES).prop_map(Tree::Rate),
        1 => (any::<u32>(), 0_u8..=9).prop_map(|(mantissa, places)| Tree::Number(mantissa, places)),
    ];
    leaf.prop_recursive(6, 40, 2, |inner| {
        let boxed = inner.prop_map(Box::new);
        prop_oneof![
            5 => (
                prop::sample::select(vec!['+', '-', '*', '/', '<', '>']),
                boxed.clone(),
                boxed.clone()
            )
                .prop_map(|(sign, left, right)| Tree::Binary(sign, left, right)),
            1 => (prop::sample::select(vec!['-', '|', '?', '!']), boxed)
                .prop_map(|(sign, operand)| Tree::Unary(sign, operand)),
        ]
    })
}

/// Any number there is of 28 digits and 28 decimals, with the small and the plain favoured.
fn rates() -> impl Strategy<Value = Vec<Decimal>> {
    const EDGE: i128 = 10_i128.pow(28) - 1;
    let one = prop_oneof![
        3 => (-EDGE..=EDGE, 0_u32..=28),
        2 => (-1_000_000_i128..=1_000_000, 0_u32..=9),
        1 => (-9_i128..=9, 0_u32..=28),
    ];
    let one = one.prop_map(|(mantissa, scale)| Decimal::from_i128_with_scale(mantissa, scale));
    prop::collection::vec(one, usize::from(RATES))
}

proptest! {
    #[test]
    fn a_formula_comes_to_what_an_exact_reader_rounds_it_to(tree in trees(), rates in rates()) {
        let Ok(formula) = tree.expression().build() else {
            // A tree of more than 8 leaves by name is past the limit.
            return Ok(());
        };
        let given: Vec<(Measure, Decimal)> =
            (0..RATES).map(|at| (rate(at).into(), rates[usize::from(at)])).collect();
        let value = Given(&given).evaluate(&formula);
        prop_assert_eq!(value.map(exact), tree.oracle(&rates), "{}", formula);
    }

    #[test]
    fn a_built_formula_reads_back_from_its_text_and_from_serde(tree in trees()) {
        if let Ok(formula) = tree.expression().build() {
            let text = formula.to_string();
            prop_assert_eq!(&Formula::parse(&text).unwrap(), &formula);
            let json = serde_json::to_string(&formula).unwrap();
            prop_assert_eq!(serde_json::from_str::<Formula>(&json).unwrap(), formula);
        }
    }

    #[test]
    fn no_text_panics(text in "[-+*/()., a-z0-9_:]{0,60}|.{0,40}") {
        if let Ok(formula) = Formula::parse(&text) {
            prop_assert_eq!(Formula::parse(&formula.to_string()), Ok(formula));
        }
    }
}

#[test]
fn given_amounts_say_what_is_not_there() {
    let loss = [(Item::SharePrice.into(), 180.into()), (Item::EpsNtm.into(), 0.into())];
    let reason = Given(&loss).value_of(metrics::FORWARD_PE_NTM).unwrap_err();
    assert_eq!(reason.to_string(), "not meaningful: non-positive earnings");
    let missing = Given(&loss[..1]).value_of(metrics::FORWARD_PE_NTM).unwrap_err();
    assert_eq!(missing.to_string(), "eps_ntm is not in the quote");
    for text in ["year_ago(revenue)", "growth(revenue)", "revenue / period_days"] {
        let formula = Formula::parse(text).unwrap();
        let given = [(Item::Revenue.into(), parse("5").unwrap())];
        assert_eq!(Given(&given).evaluate(&formula).unwrap_err().code(), "no_report", "{text}");
    }
}

#[test]
fn powers_are_put_together_in_code_as_in_text() {
    let factor = || Expression::number(1) + Item::InitialGrowth;
    let text = Formula::parse("power(1 + initial_growth, 5)").unwrap();
    assert_eq!(factor().power(5).build().unwrap(), text);
    let text = Formula::parse("geometric_sum(1 + initial_growth, 5)").unwrap();
    assert_eq!(factor().geometric_sum(5).build().unwrap(), text);
    let refused = factor().power(41).build().unwrap_err().to_string();
    assert!(refused.contains("a whole number from 1 to 40"), "{refused}");
}
