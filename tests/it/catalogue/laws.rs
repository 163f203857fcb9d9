//! What holds for every metric.

use std::collections::{BTreeMap, BTreeSet};

use financials::{
    Currency, Decimal, Figure, Item, Kind, Metric, Nature,
    formula::{Formula, Node},
};

use super::filings::{Filing, figure, worked};

fn filings() -> BTreeSet<String> {
    worked().into_iter().map(|case| case.filing).collect()
}

/// Sixteen digits: every step of a formula is rounded to 28.
fn close(value: Decimal) -> Decimal {
    value.round_sf(16).unwrap().normalize()
}

fn times(figure: &Figure, factor: i64) -> Figure {
    let value = figure.value() * Decimal::from(factor);
    Figure::new(value, figure.accuracy()).unwrap()
}

/// How a metric's value changes when money is `money` times and shares are `shares` times as much.
fn factor(kind: Kind, money: i64, shares: i64) -> Decimal {
    let [money, shares] = [money, shares].map(Decimal::from);
    match kind {
        Kind::Flow | Kind::Money => money,
        Kind::PerShareFlow | Kind::PerShare => money / shares,
        Kind::Shares => shares,
        _ => Decimal::ONE,
    }
}

fn assert_scales(money: i64, shares: i64) {
    for name in filings() {
        let plain = Filing::load(&name);
        let scaled = Filing::load_with(&name, Currency::USD, |item: Item, text, scale| {
            let by = match item.nature() {
                Nature::Flow | Nature::Balance => money,
                Nature::PerShareFlow | Nature::Price => money / shares,
                Nature::WeightedShares | Nature::Shares => shares,
                _ => 1,
            };
            times(&figure(item, text, scale), by)
        });
        for metric in Metric::all() {
            let before = metric.value(plain.view()).map(|value| value.number());
            let after = metric.value(scaled.view()).map(|value| value.number());
            let expected = before.map(|value| value * factor(metric.kind(), money, shares));
            assert_eq!(after.map(close), expected.map(close), "{metric} of {name}");
        }
    }
}

/// A report in thousands and one in units give the same ratios, and so do two currencies.
#[test]
fn ratios_depend_on_no_scale() {
    assert_scales(1000, 1000);
    assert_scales(8, 1);
}

#[test]
fn the_currency_does_not_matter() {
    for name in filings() {
        let [dollars, euros] = [Currency::USD, Currency::EUR]
            .map(|currency| Filing::load_with(&name, currency, figure));
        for metric in Metric::all() {
            let [one, other] = [&dollars, &euros]
                .map(|filing| metric.value(filing.view()).map(|value| value.number()));
            assert_eq!(one, other, "{metric} of {name}");
        }
    }
}

/// A metric, its formula as printed, and its derivation, in which the metrics that it builds on are
/// computed one by one.
#[test]
fn every_reading_gives_one_value() {
    for name in filings() {
        let filing = Filing::load(&name);
        for metric in Metric::all() {
            let value = metric.value(filing.view());
            let number = value.map(|value| value.number());
            assert_eq!(metric.formula().value(filing.view()), number, "{metric} of {name}");
            let explained = metric.explain(filing.view()).map(|explanation| explanation.value());
            assert_eq!(explained, value, "{metric} of {name}");
        }
    }
}

#[test]
fn bounds_contain_the_value() {
    let mut count = 0;
    for name in filings() {
        let filing = Filing::load(&name);
        for metric in Metric::all() {
            let Ok(value) = metric.value(filing.view()) else { continue };
            let bounds = metric.bounds(filing.view()).unwrap().interval();
            assert!(bounds.contains(value.number()), "{metric} of {name}: {value:?} in {bounds:?}");
            count += 1;
        }
    }
    assert!(count > 1000, "{count}");
}

/// Apple's cash flow and net income, to the nearest hundred billion, no longer tell which is
/// larger.
#[test]
fn a_point_that_rounding_cannot_decide_says_so() {
    let coarse = Filing::load_with("apple", Currency::USD, |item, text, scale| {
        let figure = figure(item, text, scale);
        let is_coarse = matches!(item, Item::OperatingCashFlow | Item::NetIncome);
        let accuracy = if is_coarse { -11 } else { -6 };
        Figure::new(figure.value(), financials::Accuracy::Decimals(accuracy)).unwrap()
    });
    let bounds = |name: &str| {
        let metric: Metric = name.parse().unwrap();
        metric.bounds(coarse.view()).unwrap().interval()
    };
    let point = bounds("piotroski_accruals");
    assert!(point.contains(Decimal::ZERO) && point.contains(Decimal::ONE));
    assert_eq!(bounds("piotroski_liquidity").as_point(), Some(Decimal::ONE));
    let score = bounds("piotroski_f");
    assert!(!score.is_point() && score.width() > Some(Decimal::ZERO), "{score:?}");
}

#[test]
fn formulas_read_back() {
    for metric in Metric::all() {
        let formula = metric.formula();
        let read: Formula = formula.to_string().parse().unwrap();
        assert_eq!(read, formula, "{metric}");
    }
}

#[test]
fn no_name_stands_for_two_things() {
    let mut known: BTreeMap<String, String> = BTreeMap::new();
    let items = Item::all().map(|item| (item.to_string(), "a line item".to_string()));
    let metrics = Metric::all().flat_map(|metric| {
        let names = core::iter::once(metric.name()).chain(metric.aliases().iter().copied());
        names.map(move |name| (name.to_string(), metric.to_string()))
    });
    for (name, of) in items.chain(metrics) {
        if let Some(other) = known.insert(name.clone(), of.clone()) {
            panic!("{name} is {other} and {of}");
        }
    }
}

/// A formula in a form that does not depend on the order of terms and factors.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Canonical {
    Leaf(String),
    /// What is added, and what is subtracted.
    Sum(Vec<Canonical>, Vec<Canonical>),
    /// What is multiplied, and what is divided by.
    Product(Vec<Canonical>, Vec<Canonical>),
    Call(String, Vec<Canonical>),
}

fn canonical(nodes: &[Node], at: &mut usize, expand: bool) -> Canonical {
    let node = nodes[*at];
    *at += 1;
    match node {
        Node::Item(item) => Canonical::Leaf(item.to_string()),
        Node::Metric(metric) if expand => canonical(metric.formula().nodes(), &mut 0, expand),
        Node::Metric(metric) => Canonical::Leaf(metric.to_string()),
        Node::Literal(literal) => Canonical::Leaf(literal.value().to_string()),
        Node::Named(_) | Node::PeriodDays | Node::OneDay => Canonical::Leaf(format!("{node:?}")),
        // Guards do not change what a value is.
        Node::Positive(_) | Node::OrZero => canonical(nodes, at, expand),
        Node::Add | Node::Sub | Node::Mul | Node::Div => {
            let left = canonical(nodes, at, expand);
            let right = canonical(nodes, at, expand);
            let is_sum = matches!(node, Node::Add | Node::Sub);
            let [(mut over, mut under), (others, other_unders)] =
                [left, right].map(|operand| parts(operand, is_sum));
            if matches!(node, Node::Add | Node::Mul) {
                over.extend(others);
                under.extend(other_unders);
            } else {
                under.extend(others);
                over.extend(other_unders);
            }
            over.sort();
            under.sort();
            if is_sum { Canonical::Sum(over, under) } else { Canonical::Product(over, under) }
        }
        Node::Min | Node::Max => {
            let mut operands = vec![canonical(nodes, at, expand), canonical(nodes, at, expand)];
            operands.sort();
            Canonical::Call(format!("{node:?}"), operands)
        }
        _ => Canonical::Call(format!("{node:?}"), vec![canonical(nodes, at, expand)]),
    }
}

fn parts(operand: Canonical, is_sum: bool) -> (Vec<Canonical>, Vec<Canonical>) {
    match operand {
        Canonical::Sum(over, under) if is_sum => (over, under),
        Canonical::Product(over, under) if !is_sum => (over, under),
        operand => (vec![operand], Vec::new()),
    }
}

#[test]
fn no_metric_is_another_with_its_terms_in_another_order() {
    let mut known = BTreeMap::new();
    for metric in Metric::all() {
        let form = canonical(metric.formula().nodes(), &mut 0, true);
        if let Some(other) = known.insert(form, metric) {
            panic!("{metric} is {other}");
        }
    }
}

/// Item over revenue, item per share and growth of an item count once each.
#[test]
fn more_than_two_hundred_metrics_are_of_no_common_family() {
    let leaf = |name: &str| Canonical::Leaf(name.to_string());
    let revenue = [leaf("revenue"), Canonical::Call("Ttm".to_string(), vec![leaf("revenue")])];
    let shares = ["shares_basic", "shares_diluted", "shares_outstanding"].map(leaf);
    let mut count = 0;
    let mut families = BTreeSet::new();
    for metric in Metric::all() {
        let family = match canonical(metric.formula().nodes(), &mut 0, false) {
            Canonical::Call(name, _) if name.starts_with("Growth") || name.starts_with("Cagr") => {
                Some("growth")
            }
            Canonical::Product(over, under) if over.len() == 1 && under.len() == 1 => {
                match &under[0] {
                    divisor if revenue.contains(divisor) => Some("over revenue"),
                    divisor if shares.contains(divisor) => Some("per share"),
                    _ => None,
                }
            }
            _ => None,
        };
        match family {
            Some(family) => drop(families.insert(family)),
            None => count += 1,
        }
    }
    assert_eq!(families.len(), 3);
    assert!(count + families.len() >= 200, "{count} metrics and {} families", families.len());
}

/// The order of terms is not the only way to write one thing twice: debt and equity less cash are
/// operating assets less operating liabilities.
#[test]
fn no_two_metrics_have_the_same_values() {
    // On the reports of whole years, which the filings are, these coincide; and on a profit.
    const COINCIDE: &[[&str; 2]] = &[
        ["revenue_growth", "revenue_growth_ttm"],
        ["dividend_yield", "indicated_dividend_yield"],
        ["effective_tax_rate", "operating_tax_rate"],
    ];
    let mut values: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for case in worked() {
        values.entry(case.metric).or_default().insert(case.filing, case.value);
    }
    for (one, ours) in &values {
        for (other, theirs) in values.range::<String, _>(one.clone()..).skip(1) {
            let common: Vec<_> = ours
                .iter()
                .filter_map(|(filing, value)| Some((value, theirs.get(filing)?)))
                .collect();
            // Points and zeros are equal without being the same.
            let is_telling = |value: &str| !["0", "1"].contains(&value);
            let is_same = common.iter().all(|(value, other)| value == other && is_telling(value));
            let is_listed = COINCIDE.contains(&[one.as_str(), other.as_str()]);
            assert!(common.len() < 2 || !is_same || is_listed, "{one} is {other}");
        }
    }
}
