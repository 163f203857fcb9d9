//! Forms that were broken on the way: what is read from them is refused, or is a value that is
//! written and read back the same, and nothing that is done with it panics.

use std::fmt::{Debug, Write};

use financials::{
    Accuracy, BalanceSheet, CashFlowStatement, Currency, Error, Figure, FiscalCalendar, History,
    IncomeStatement, Interval, Item, Measure, Metric, Money, PerShare, Period, Report, Source,
    Stated, Undefined, View,
    analysis::{Bases, CustomMetric, DuPont, PointScore},
    expected::{Consensus, GuidanceRange},
    formula::Formula,
    item::Nature,
    market::PriceTargets,
    metrics,
    report::{AdjustedMeasure, MarketData, PerShareData, Quote, ShareCounts},
    view::Value,
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value as Json, json};

/// What may stand in the place of any part of a form.
fn intruders() -> Vec<Json> {
    let texts = [
        "",
        "x",
        "é",
        "-0",
        "1e400",
        "9999999999999999999.999999999",
        "0.0000000000000000000000000001",
        "revenue",
        "revenue:us",
        "ttm(total_assets)",
        "9999-12-31",
        "0001-01-01..9999-12-31",
        "2025-06-30..2025-04-01",
        "XXX",
    ];
    let others = [json!(null), json!(true), json!(0), json!(-1), json!(255), json!(1.5)];
    let nested = [json!([]), json!({}), json!([{}]), json!({"x": 1})];
    texts.into_iter().map(Json::from).chain(others).chain(nested).collect()
}

/// Calls `see` with the form in each way that one part of it can be broken.
fn broken(form: &Json, see: &mut dyn FnMut(Json)) {
    fn parts(at: &Json, pointer: &str, out: &mut Vec<String>) {
        out.push(pointer.to_string());
        match at {
            Json::Object(map) => map.iter().for_each(|(key, value)| {
                parts(value, &format!("{pointer}/{}", key.replace('/', "~1")), out);
            }),
            Json::Array(list) => list.iter().enumerate().for_each(|(place, value)| {
                parts(value, &format!("{pointer}/{place}"), out);
            }),
            _ => {}
        }
    }
    let mut pointers = Vec::new();
    parts(form, "", &mut pointers);
    let leaves: Vec<Json> = pointers
        .iter()
        .filter_map(|pointer| form.pointer(pointer))
        .filter(|value| !value.is_object() && !value.is_array())
        .cloned()
        .collect();
    for pointer in &pointers {
        for intruder in intruders().into_iter().chain(leaves.iter().cloned()) {
            let mut other = form.clone();
            *other.pointer_mut(pointer).unwrap() = intruder;
            see(other);
        }
        let mut other = form.clone();
        match other.pointer_mut(pointer).unwrap() {
            Json::Object(map) => {
                for key in map.keys().cloned().collect::<Vec<_>>() {
                    let mut less = form.clone();
                    less.pointer_mut(pointer).unwrap().as_object_mut().unwrap().remove(&key);
                    see(less);
                }
                map.insert("x".to_string(), json!(1));
                see(other);
            }
            Json::Array(list) => {
                let first = list.first().cloned().unwrap_or(Json::Null);
                list.extend(std::iter::repeat_n(first, 300));
                see(other);
                let mut reversed = form.clone();
                reversed.pointer_mut(pointer).unwrap().as_array_mut().unwrap().reverse();
                see(reversed);
            }
            _ => {}
        }
    }
}

/// Holds the law for all that one part of a value's form can be broken to, and returns how many of
/// the broken forms were taken.
fn hold<T>(value: &T, used: impl Fn(&T)) -> usize
where
    T: Serialize + DeserializeOwned + PartialEq + Debug,
{
    let form = serde_json::to_value(value).unwrap();
    assert_eq!(&serde_json::from_value::<T>(form.clone()).unwrap(), value);
    let mut taken = 0;
    broken(&form, &mut |form| {
        let read = match serde_json::from_str::<T>(&form.to_string()) {
            Ok(read) => read,
            // The reader of a message knows the public types alone.
            Err(refused) => return assert!(!refused.to_string().contains("Wire"), "{refused}"),
        };
        let written = serde_json::to_string(&read).unwrap();
        let again = serde_json::from_str::<T>(&written);
        assert!(again.as_ref().is_ok_and(|again| *again == read), "{form} {written} {again:?}");
        used(&read);
        taken += 1;
    });
    taken
}

/// Takes what was computed, which is done only for the panics that it must not have.
fn sink<T>(_: T) {}

fn quarters() -> Result<History, Error> {
    let report = |period: &str, more: i64| {
        let period: Period = period.parse()?;
        let builder = Report::builder("Example", period, Currency::USD)
            .income(IncomeStatement::in_millions().revenue(100 + more).operating_income(20 + more))
            .balance(BalanceSheet::in_millions().total_assets(400 + more).stockholders_equity(200))
            .per_share(PerShareData::in_units().eps_diluted("0.25"))
            .share_counts(ShareCounts::in_millions().shares_diluted(90));
        let builder = builder
            .figures([(Item::NetIncome, Figure::millions(15 + more)?)])
            .cash_flow(CashFlowStatement::in_millions().operating_cash_flow(18))
            .source(Source::document("the release"))
            .segment("us", IncomeStatement::in_millions().revenue(60))
            .measure("stores", Nature::Count, Figure::exact(849)?)
            .adjusted(
                AdjustedMeasure::new(Item::OperatingIncome, Figure::millions(30 + more)?)
                    .reconciling("stock-based compensation", Figure::millions(10)?),
            );
        Ok::<_, Error>(builder.build()?)
    };
    Ok(History::new([
        report("2024-04-01..2024-06-30", 0)?,
        report("2024-07-01..2024-09-30", 1)?,
        report("2024-10-01..2024-12-31", 2)?,
        report("2025-01-01..2025-03-31", 3)?,
        report("2025-04-01..2025-06-30", 4)?,
    ])?)
}

fn quote() -> Result<Quote, Error> {
    let data = MarketData::in_units().share_price("7.79").eps_ntm("0.65").beta("1.2");
    Ok(Quote::new(Currency::USD, data)?.on("2025-10-24".parse().unwrap()))
}

/// Evaluates the whole catalogue on a view.
fn evaluate(view: View<'_>) {
    let mut text = String::new();
    for metric in Metric::all() {
        if let Ok(explanation) = metric.explain(view) {
            let value = metric.value(view).unwrap();
            assert_eq!(explanation.value(), value, "{metric}");
            write!(text, "{explanation}{value:.2}").unwrap();
        }
        let _ = metric.bounds(view).map(|bounds| write!(text, "{bounds:.3}"));
    }
}

#[test]
fn reports_and_histories() -> Result<(), Error> {
    let history = quarters()?;
    let quote = quote()?;
    let report = history.reports().last().unwrap();
    let few = [metrics::OPERATING_MARGIN, metrics::REVENUE_GROWTH];
    let taken = hold(report, |report| {
        let _ = (report.findings(), few.map(|metric| metric.bounds(report)));
        let view = report.view().with_quote(&quote);
        let _ = view.map(|view| few.map(|it| it.explain(view).map(|it| it.to_string())));
    });
    assert!(taken > 20, "{taken}");
    let small = |period: &str| -> Result<Report, Error> {
        let income = IncomeStatement::in_millions().revenue(100).net_income(5);
        Ok(Report::builder("Example", period.parse::<Period>()?, Currency::USD)
            .income(income)
            .build()?)
    };
    let two = History::new([small("2024-04-01..2024-06-30")?, small("2025-04-01..2025-06-30")?])?;
    hold(&two, |history| {
        let view = history.latest_view().unwrap();
        let _ = few.map(|metric| metric.explain(view).map(|it| it.to_string()));
        history.gaps().for_each(|gap| sink(gap.to_string()));
    });
    hold(&quote, |quote| sink(report.view().with_quote(quote).map(|view| view.basis())));
    evaluate(history.latest_view()?.with_quote(&quote)?);
    Ok(())
}

#[test]
fn what_is_computed() -> Result<(), Error> {
    let history = quarters()?;
    let view = history.latest_view()?;
    hold(&metrics::OPERATING_MARGIN.explain(view.trailing())?, |explanation| {
        let _ = (explanation.to_string(), explanation.sources().len());
        let value = explanation.value();
        let _ = (value.money(), value.ratio(), value.days(), value.shares(), value.multiple());
    });
    hold(&metrics::RETURN_ON_EQUITY.value(view)?, |value: &Value| sink(format!("{value:.40}")));
    hold(&metrics::OPERATING_MARGIN.bounds(view)?, |bounds| sink(format!("{bounds:.28}")));
    hold(&DuPont::three_step(view)?, |dupont| sink(dupont.to_string()));
    hold(&PointScore::piotroski(view), |score| sink((score.to_string(), score.range())));
    hold(&Bases::of(metrics::OPERATING_MARGIN, view), |bases| {
        sink((bases.reported(), bases.adjusted()));
    });
    let metric = CustomMetric::new(
        "share_of_stores",
        financials::metric::Kind::Flow,
        "revenue * named(take, rate) / ttm(revenue) * ttm(revenue)".parse()?,
    );
    hold(&metric.unwrap(), |metric| sink((metric.value(view), metric.bounds(view))));
    for reason in [
        metrics::QUICK_RATIO.value(view).unwrap_err(),
        history.reports()[0].view().year_ago().unwrap_err(),
        Undefined::NoReportOf { period: "2020-01-01..2020-03-31".parse()? },
        metrics::CASH_RUNWAY.value(view).unwrap_err(),
    ] {
        hold(&reason, |reason: &Undefined| sink((reason.to_string(), reason.code())));
    }
    Ok(())
}

#[test]
fn figures_and_their_kin() -> Result<(), Error> {
    let source = Source::derived("a + b")
        .from_input("a", Source::document("the filing").dated("2025-08-04".parse().unwrap()))
        .at("page 3");
    hold(&Figure::millions(1_004)?.from_source(source), |figure| sink(figure.admitted()));
    hold(&Interval::open((-1).into(), 2.into()).unwrap(), |interval| {
        let _ = (*interval * *interval, interval.width(), interval.checked_div(*interval));
        let _ = (interval.coarsen(3).to_string(), interval.square(), interval.is_negative());
    });
    for text in ["about $1.004 billion", "48%", "$65–215"] {
        hold(&Stated::parse(text)?, |stated| sink(stated.to_string()));
    }
    hold(&"stores".parse::<Measure>().unwrap(), |measure| sink(measure.to_string()));
    let formula = Formula::parse("ttm(net_income) / average(stockholders_equity)")?;
    hold(&formula, |formula| sink((formula.latex(), formula.inputs())));
    let usd = |amount: i64| Money::new(amount, Currency::USD);
    let range = GuidanceRange::range(usd(4_142)?, usd(4_150)?)?;
    hold(&range, |guidance| sink((guidance.midpoint(), guidance.half_width())));
    let share = |text: &str| PerShare::parse(text, Currency::USD);
    hold(&Consensus::new(share("0.13")?).from_analysts(7), |it| sink(it.value()));
    let targets = PriceTargets::between(share("65")?, share("215")?)?.with_mean(share("155")?)?;
    hold(&targets, |targets| sink(targets.upside(PerShare::parse("1", Currency::USD).unwrap())));
    hold(&FiscalCalendar::month_end(9).unwrap(), |calendar: &FiscalCalendar| {
        sink("FY2024".parse().map(|label| calendar.period(label)));
    });
    hold(&"2025-04-01..2025-06-30".parse::<Period>()?, |period| {
        sink((period.days(), period.weeks(), period.kind(), period.to_string()));
    });
    hold(&Accuracy::Decimals(-6), |accuracy| sink(accuracy.to_string()));
    hold(&Accuracy::assumed(2), |accuracy| sink(accuracy.to_string()));
    Ok(())
}

/// A flow of stores and a rate of stores would be two meanings of one name.
#[test]
fn a_name_has_one_nature() -> Result<(), Error> {
    let figure = || Figure::exact(849);
    let period: Period = "2025-04-01..2025-06-30".parse()?;
    let twice = Report::builder("Example", period, Currency::USD)
        .measure("stores", Nature::Rate, figure()?)
        .measure("stores", Nature::Flow, figure()?)
        .build();
    assert_eq!(twice.unwrap_err().to_string(), "stores is given twice");
    let measure =
        |measure: Json| json!({"measure": measure, "figure": {"value": "1", "accuracy": "INF"}});
    let form = json!({
        "company": {"name": "Example"},
        "period": "2025-04-01..2025-06-30",
        "currency": "USD",
        "measures": [
            measure(json!("stores")),
            measure(json!({"name": "stores", "nature": "count"})),
        ],
    });
    let refused = serde_json::from_value::<Report>(form).unwrap_err();
    assert_eq!(refused.to_string(), "stores is given twice");
    Ok(())
}

#[test]
fn messages_name_the_type_that_was_wanted() {
    let messages = [
        serde_json::from_str::<History>("1").unwrap_err(),
        serde_json::from_str::<Interval>("1").unwrap_err(),
        serde_json::from_str::<Consensus<Money>>("1").unwrap_err(),
        serde_json::from_str::<Money>("1").unwrap_err(),
    ];
    let wanted = [
        "struct History",
        "struct Interval",
        "struct Consensus",
        "an amount, an object of amount and currency",
    ];
    for (message, wanted) in messages.iter().zip(wanted) {
        let expected = format!("invalid type: integer `1`, expected {wanted} at line 1 column 1");
        assert_eq!(message.to_string(), expected);
    }
}
