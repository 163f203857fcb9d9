//! What holds for every metric.

use std::collections::{BTreeMap, BTreeSet};

use financials::{
    Currency, Decimal, Figure, Item, Metric,
    formula::{BinaryOp, Formula, Node},
    item::Nature,
    metric::Kind,
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
    let value = figure.number() * Decimal::from(factor);
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
        Figure::new(figure.number(), financials::Accuracy::Decimals(accuracy)).unwrap()
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
        Node::Literal(literal) => Canonical::Leaf(literal.number().to_string()),
        Node::Named(_) | Node::PeriodDays | Node::OneDay => Canonical::Leaf(format!("{node:?}")),
        // Guards do not change what a value is.
        Node::Positive(_) | Node::OrZero => canonical(nodes, at, expand),
        Node::Binary(operation @ (BinaryOp::Min | BinaryOp::Max)) => {
            let mut operands = vec![canonical(nodes, at, expand), canonical(nodes, at, expand)];
            operands.sort();
            Canonical::Call(format!("{operation:?}"), operands)
        }
        Node::Binary(operation) => {
            let left = canonical(nodes, at, expand);
            let right = canonical(nodes, at, expand);
            let is_sum = matches!(operation, BinaryOp::Add | BinaryOp::Sub);
            let [(mut over, mut under), (others, other_unders)] =
                [left, right].map(|operand| parts(operand, is_sum));
            if matches!(operation, BinaryOp::Add | BinaryOp::Mul) {
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

/// The names under which FinanceToolkit and the field know the catalogue's metrics.
#[test]
fn metrics_are_found_as_people_write_them() {
    for (written, name) in [
        ("DSO", "days_sales_outstanding"),
        ("Days of Inventory Outstanding", "days_inventory_outstanding"),
        ("EBT_to_EBIT", "ebt_to_ebit"),
        ("EV/EBITDA", "ev_to_ebitda"),
        ("P/E", "pe_ttm_diluted"),
        ("D/E", "debt_to_equity"),
        ("R&D Intensity Ratio", "research_and_development_to_revenue"),
        ("FCF yield", "free_cash_flow_yield"),
        ("Tobin\u{2019}s Q", "tobins_q"),
        ("get_roe", ""),
        ("roé", ""),
        ("", ""),
        ("___", ""),
    ] {
        let found = written.parse::<Metric>().map_or("", Metric::name);
        assert_eq!(found, name, "{written}");
    }
}

/// Names are found by their letters and digits alone, so no two metrics may share those.
#[test]
fn names_differ_by_more_than_separators() {
    let mut known: BTreeMap<String, Metric> = BTreeMap::new();
    for metric in Metric::all() {
        for name in core::iter::once(metric.name()).chain(metric.aliases().iter().copied()) {
            let letters: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
            let other = known.insert(letters, metric).unwrap_or(metric);
            assert_eq!(other, metric, "{name}");
        }
    }
}

/// Every ratio of FinanceToolkit 2.3.0 and every model of it that is arithmetic, by the name of its
/// method.
#[test]
fn the_methods_of_finance_toolkit_have_metrics() {
    for name in FINANCE_TOOLKIT.split_whitespace() {
        let metric: Metric = name.parse().unwrap_or_else(|error| panic!("{error}"));
        assert!(
            metric.name() == name.to_lowercase()
                || metric.aliases().contains(&name.to_lowercase().as_str()),
            "{name} is no documented name of {metric}"
        );
    }
}

const FINANCE_TOOLKIT: &str = "
    asset_turnover_ratio inventory_turnover_ratio days_of_inventory_outstanding
    days_of_sales_outstanding operating_cycle accounts_payables_turnover_ratio
    days_of_accounts_payable_outstanding cash_conversion_cycle receivables_turnover
    sga_to_revenue_ratio fixed_asset_turnover working_capital_turnover_ratio operating_ratio
    cash_conversion_efficiency research_and_development_ratio selling_and_marketing_ratio
    general_and_administrative_ratio stock_based_compensation_ratio deferred_revenue_ratio
    current_ratio quick_ratio cash_ratio working_capital operating_cash_flow_ratio
    operating_cash_flow_sales_ratio short_term_coverage_ratio defensive_interval_ratio
    gross_margin operating_margin net_profit_margin ebitda_margin interest_burden_ratio
    income_before_tax_profit_margin effective_tax_rate return_on_assets cash_return_on_assets
    return_on_equity return_on_invested_capital income_quality_ratio return_on_tangible_assets
    return_on_capital_employed net_income_per_ebt free_cash_flow_operating_cash_flow_ratio
    free_cash_flow_margin tax_burden_ratio EBT_to_EBIT EBIT_to_revenue cash_tax_rate
    tax_rate_divergence debt_to_assets_ratio asset_coverage_ratio debt_to_equity_ratio
    interest_coverage_ratio equity_multiplier debt_service_coverage_ratio free_cash_flow_yield
    net_debt_to_ebitda_ratio gross_debt_to_ebitda_ratio cash_flow_coverage_ratio
    capex_coverage_ratio capex_dividend_coverage_ratio dividend_capex_coverage_ratio
    debt_to_capital_ratio preferred_dividend_coverage_ratio interest_paid_to_expense_ratio
    earnings_per_share revenue_per_share price_earnings_ratio price_to_earnings_ratio
    price_to_earnings_growth_ratio forward_price_earnings_ratio
    forward_price_earnings_growth_ratio book_value_per_share price_to_book_ratio
    interest_debt_per_share capex_per_share dividend_yield weighted_dividend_yield
    price_to_cash_flow_ratio price_to_free_cash_flow_ratio price_to_sales_ratio market_cap
    enterprise_value ev_to_sales_ratio ev_to_ebitda_ratio ev_to_operating_cashflow_ratio
    ev_to_ebit ev_to_free_cash_flow_ratio earnings_yield dividend_payout_ratio
    reinvestment_ratio tangible_asset_value net_current_asset_value
    buyback_yield shareholder_yield sbc_adjusted_free_cash_flow dupont_analysis
    extended_dupont_analysis enterprise_value_breakdown tobins_q_ratio tobins_q
    weighted_average_cost_of_capital economic_value_added market_value_added intrinsic_valuation
    free_cash_flow_to_firm free_cash_flow_to_equity gorden_growth_model gordon_growth_model
    two_stage_dividend_discount_model residual_income present_value_of_growth_opportunities
    sustainable_growth_rate internal_growth_rate graham_number earnings_power_value
    altman_z_score piotroski_score beneish_m_score zmijewski_score springate_score grover_score
    montier_c_score balance_sheet_accruals_ratio cash_flow_accruals_ratio
";
