//! What is built on metrics, on Apple's fiscal year 2023.

use financials::{
    Accuracy, Currency, Figure, Item, Metric, Undefined,
    analysis::{CustomMetric, DuPont, PointOutcome, PointScore, compare},
    metric::Kind,
};

use super::filings::{Filing, figure};

/// The factors and the return that a peer recorded for the year.
#[test]
fn dupont_has_the_recorded_factors() {
    let apple = Filing::load("apple");
    let dupont = DuPont::three_step(apple.view()).unwrap();
    let shown = format!("{dupont:.4}");
    assert_eq!(
        shown,
        "net_margin 25.3062% × asset_turnover 1.0868x × equity_multiplier 6.2520x \
         = return_on_equity 171.9495%",
    );
    let five = DuPont::five_step(apple.view()).unwrap();
    assert_eq!(five.factors().len(), 5);
    assert_eq!(five.return_on_equity(), dupont.return_on_equity());
    let product: financials::Decimal = five.factors().iter().map(|it| it.value.number()).product();
    let difference = (product - five.return_on_equity().number()).abs();
    assert!(difference < financials::Decimal::new(1, 20), "{difference}");
    let json = serde_json::to_string(&dupont).unwrap();
    assert_eq!(serde_json::from_str::<DuPont>(&json).unwrap(), dupont);
}

fn stated_to(decimals: i8) -> Filing {
    Filing::load_with("apple", Currency::USD, |item: Item, text, scale| {
        let figure = figure(item, text, scale);
        Figure::new(figure.number(), Accuracy::Decimals(decimals)).unwrap()
    })
}

#[test]
fn coarser_figures_leave_more_points_undecided() {
    let exact = PointScore::piotroski(Filing::load("apple").view());
    let range = exact.range().unwrap();
    assert_eq!(range.start(), range.end(), "{exact}");
    let mut widest = 0;
    for decimals in [-6, -8, -9, -10] {
        let score = PointScore::piotroski(stated_to(decimals).view());
        let coarse = score.range().unwrap();
        assert!(coarse.contains(range.start()), "{score}");
        let width = coarse.end() - coarse.start();
        assert!(width >= widest, "{score}");
        widest = width;
    }
    assert!(widest > 0, "figures to the nearest ten billion decide every point");
    let json = serde_json::to_string(&exact).unwrap();
    assert_eq!(serde_json::from_str::<PointScore>(&json).unwrap(), exact);
}

#[test]
fn a_point_without_inputs_says_what_is_missing() {
    let palantir = Filing::load("palantir");
    let score = PointScore::piotroski(palantir.view());
    assert!(score.points().iter().all(|point| matches!(point.outcome, PointOutcome::Undefined(_))));
    assert!(score.range().is_err());
    assert!(score.to_string().starts_with("piotroski_return: "), "{score}");
}

#[test]
fn metrics_of_ones_own_are_refused_in_words() {
    let refused = |name: &str, kind: Kind, formula: &str| {
        CustomMetric::new(name, kind, formula.parse().unwrap()).unwrap_err().to_string()
    };
    assert_eq!(
        refused("revenue", Kind::Flow, "net_income"),
        "metric 'revenue': the name is taken by a line item or a metric of the catalogue",
    );
    assert_eq!(
        refused("margin", Kind::Days, "net_income / revenue"),
        "metric 'margin': declared as Days, which is days, but is a plain number",
    );
    let wire = |formula: &str| {
        let json = format!(r#"{{"name": "mine", "kind": "ratio", "formula": "{formula}"}}"#);
        serde_json::from_str::<CustomMetric>(&json)
    };
    assert!(wire("net_income / revenue").is_ok());
    let error = wire("net_income").unwrap_err().to_string();
    assert!(error.starts_with("metric 'mine': declared as Ratio"), "{error}");
    let error = wire("ttm(total_assets) / revenue").unwrap_err().to_string();
    assert!(error.contains("ttm() adds four quarters, and money is not a flow"), "{error}");
}

/// Undefined results come last, grouped by reason, whatever the order before.
#[test]
fn screens_have_one_order() {
    let [apple, snowflake, palantir] = ["apple", "snowflake", "palantir"].map(Filing::load);
    let value = |filing: &Filing, name: &str| name.parse::<Metric>().unwrap().value(filing.view());
    let mut results = Vec::new();
    for filing in [&snowflake, &palantir, &apple] {
        for name in ["pe_ttm_diluted", "net_margin", "altman_z", "return_on_equity", "dio"] {
            results.push(value(filing, name));
        }
    }
    let mut sorted = results.clone();
    sorted.sort_by(compare);
    results.reverse();
    results.sort_by(compare);
    assert_eq!(sorted, results);
    let first_undefined = sorted.iter().position(Result::is_err).unwrap();
    assert!(sorted[first_undefined..].iter().all(Result::is_err));
    let reasons: Vec<Undefined> = sorted.iter().filter_map(|it| it.err()).collect();
    assert!(reasons.is_sorted());
}

/// 300 points would not fit what a score is counted in, and nine of the wrong score are none.
#[test]
fn points_are_those_of_a_score() {
    let points = |metrics: &[&str]| {
        let points: Vec<_> = metrics
            .iter()
            .map(|metric| serde_json::json!({"metric": metric, "outcome": "earned"}))
            .collect();
        serde_json::from_value::<PointScore>(serde_json::json!({ "points": points }))
    };
    for metrics in [vec!["piotroski_return"; 300], vec!["gross_margin"], vec![]] {
        assert_eq!(
            points(&metrics).unwrap_err().to_string(),
            "the points are neither Piotroski's nine nor Montier's six, in the order of the paper",
        );
    }
    let montier = PointScore::montier(Filing::load("apple").view());
    let json = serde_json::to_string(&montier).unwrap();
    assert_eq!(serde_json::from_str::<PointScore>(&json).unwrap(), montier);
}

/// What explains a metric has its value: of its kind, and within the limits of the kind.
#[test]
fn a_custom_metric_is_explained_as_its_kind() {
    let apple = Filing::load("apple");
    let metric = |kind, text: &str| CustomMetric::new("mine", kind, text.parse().unwrap()).unwrap();
    let ratio = metric(Kind::Ratio, "operating_income / revenue");
    let value = ratio.value(apple.view()).unwrap();
    assert_eq!(ratio.explain(apple.view()).unwrap().value(), value);
    assert_eq!(value.kind(), Kind::Ratio);
    let large = metric(Kind::Flow, "revenue * 4000000000");
    assert_eq!(large.value(apple.view()), Err(Undefined::OutOfRange));
    assert_eq!(large.explain(apple.view()), Err(Undefined::OutOfRange));
}

#[test]
fn factors_are_those_of_an_analysis() {
    let dupont = DuPont::three_step(Filing::load("apple").view()).unwrap();
    let form = serde_json::to_value(&dupont).unwrap();
    let refused = |pointer: &str, value: serde_json::Value| {
        let mut form = form.clone();
        *form.pointer_mut(pointer).unwrap() = value;
        serde_json::from_value::<DuPont>(form).unwrap_err().to_string()
    };
    for message in [
        refused("/factors", serde_json::json!([])),
        refused("/factors/0/metric", "gross_margin".into()),
        refused("/factors/0/value/kind", "multiple".into()),
        refused("/return_on_equity/kind", "multiple".into()),
    ] {
        assert_eq!(
            message,
            "the factors are neither the three nor the five of a return on equity, each of its \
             kind",
        );
    }
}

/// `revenue:us` is a segment's revenue.
#[test]
fn a_segments_line_item_names_no_metric() {
    let formula = "operating_income / revenue".parse().unwrap();
    let refused = CustomMetric::new("revenue:us", Kind::Ratio, formula).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "metric 'revenue:us': the name is taken by a line item or a metric of the catalogue",
    );
}
