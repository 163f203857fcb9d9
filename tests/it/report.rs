//! Reports: what can be built, what is refused, what does not tie out, and the forms in serde.

use financials::{
    BalanceSheet, Basis, Currency, Error, Figure, History, IncomeStatement, Item, Measure, Period,
    QuarterlyReport, Report, Source,
    decimal::parse,
    item::{Name, Nature},
    metric::Named,
    metrics,
    report::{AdjustedMeasure, Company, Finding, MarketData, Quote, ReportBuilder},
    view::{Explanation, Value},
};
use serde_json::json;

const QUARTER: &str = "2025-04-01..2025-06-30";

fn builder() -> ReportBuilder {
    let period: Period = QUARTER.parse().unwrap();
    Report::builder("Example", period, Currency::USD)
}

fn income() -> IncomeStatement {
    IncomeStatement::in_millions().revenue(100)
}

#[test]
fn parts_that_make_no_report_are_refused_by_name() {
    let refused = |builder: ReportBuilder| builder.build().unwrap_err().to_string();
    let figure = || Figure::millions(5).unwrap();
    let adjusted = || AdjustedMeasure::new(Item::NetIncome, figure());
    for (builder, message) in [
        (builder().income(income().revenue(101)), "revenue is given twice"),
        (builder().income(income()).income(income()), "revenue is given twice"),
        (
            builder().income(income()).measure("revenue", Nature::Flow, figure()),
            "revenue is given twice",
        ),
        (
            builder().measure("stores", Nature::Rate, figure()).measure(
                "stores",
                Nature::Rate,
                figure(),
            ),
            "stores is given twice",
        ),
        (builder().segment("us", income()).segment("us", income()), "revenue:us is given twice"),
        (builder().adjusted(adjusted()).adjusted(adjusted()), "net_income is given twice"),
        (
            builder().income(IncomeStatement::in_millions().revenue("1,003")),
            "revenue: '1,003' is not a decimal number, at byte 1",
        ),
        (
            builder().income(IncomeStatement::in_units().revenue("10000000000000000000")),
            "revenue: figure 10000000000000000000 is out of range, must be smaller than 10^19 in \
             magnitude",
        ),
        (
            builder().income(IncomeStatement::in_units().net_income(figure().on(Basis::Adjusted))),
            "net_income is adjusted and stands among reported figures",
        ),
        (
            builder().basis(Basis::Ifrs).figures([(Item::Cash, figure().on(Basis::Adjusted))]),
            "cash is adjusted and stands among IFRS figures",
        ),
        (
            builder().segment("US commercial", income()),
            "name 'US commercial' must be 1 to 47 lower-case letters, digits, '_' or ':' that \
             begin with a letter",
        ),
        (
            builder().measure("Stores", Nature::Rate, figure()),
            "name 'Stores' must be 1 to 47 lower-case letters, digits, '_' or ':' that begin \
             with a letter",
        ),
        (
            builder().segments_make_up(Item::Revenue, ["US"]),
            "name 'US' must be 1 to 47 lower-case letters, digits, '_' or ':' that begin with a \
             letter",
        ),
        (
            builder().figures([(Item::SharePrice, figure())]),
            "share_price is the market's and stands in a quote, not in a report",
        ),
        (Report::builder(" ", QUARTER.parse().unwrap(), Currency::USD), "company name is empty"),
    ] {
        assert_eq!(refused(builder), message);
    }
    let year: Period = "2025-01-01..2025-12-31".parse().unwrap();
    let report = QuarterlyReport::try_from(Report::builder("Example", year, Currency::USD));
    assert_eq!(
        report.unwrap_err().to_string(),
        "period 2025-01-01..2025-12-31 is a year, and the report is for a quarter",
    );
}

#[test]
fn a_measure_by_an_items_name_is_that_item() -> Result<(), Error> {
    let report = builder().measure("revenue", Nature::Flow, Figure::millions(7)?).build()?;
    assert_eq!(report.revenue()?.to_string(), "$7,000,000");
    assert_eq!(report.figures().count(), 1);
    Ok(())
}

#[test]
fn figures_take_the_reports_source_and_basis_but_keep_their_own_source() -> Result<(), Error> {
    let own = Source::document("a table");
    let shared = Source::document("the filing");
    let report = builder()
        .basis(Basis::Ifrs)
        .source(shared.clone())
        .figures([(Item::Cash, Figure::millions(5)?.from_source(own.clone()))])
        .income(income())
        .build()?;
    let of = |item: Item| report.figure(item).unwrap();
    assert_eq!(of(Item::Cash).source(), Some(&own));
    assert_eq!(of(Item::Revenue).source(), Some(&shared));
    assert_eq!(of(Item::Revenue).basis(), Some(Basis::Ifrs));
    Ok(())
}

#[test]
fn statements_scale_money_and_shares_but_no_amount_per_share() -> Result<(), Error> {
    use financials::report::{PerShareData, ShareCounts};
    let report = builder()
        .per_share(PerShareData::in_thousands().eps_diluted("0.13"))
        .share_counts(ShareCounts::in_thousands().shares_diluted(2_562_912))
        .balance(BalanceSheet::in_billions().cash("1.5"))
        .build()?;
    assert_eq!(report.eps_diluted()?.number(), parse("0.13")?);
    assert_eq!(report.shares_diluted()?.number(), parse("2562912000")?);
    assert_eq!(report.cash()?.number(), parse("1500000000")?);
    Ok(())
}

#[test]
fn segments_are_measures_of_the_report() -> Result<(), Error> {
    let report = builder()
        .income(income())
        .labelled_segment("cloud", "Cloud & AI", IncomeStatement::in_millions().revenue(70))
        .segment("eliminations", IncomeStatement::in_millions().revenue(-5))
        .build()?;
    let revenue: Measure = "revenue:cloud".parse()?;
    assert_eq!(revenue.value(&report)?.to_string(), "$70,000,000");
    assert_eq!(report.segments()[0].label(), Some("Cloud & AI"));
    assert_eq!(report.segments()[1].name().as_str(), "eliminations");
    let gone: Measure = "revenue:devices".parse()?;
    let missing = gone.value(&report).unwrap_err();
    assert_eq!(missing.to_string(), "revenue:devices is not reported in the period");
    Ok(())
}

#[test]
fn what_does_not_tie_out_is_found_within_the_accuracy_of_each_figure() -> Result<(), Error> {
    let messages = |report: Report| -> Vec<String> {
        report.findings().iter().map(Finding::to_string).collect()
    };
    // 100 less eliminations of 5 against 94 and 95 stated to the million.
    let whole = |revenue: i64| -> Result<Report, Error> {
        let of = |revenue: i64| IncomeStatement::in_millions().revenue(revenue);
        let report = builder()
            .income(of(revenue))
            .segment("one", of(60))
            .segment("two", of(40))
            .segment("eliminations", of(-5))
            .segments_make_up(Item::Revenue, ["one", "two", "eliminations"])
            .build()?;
        Ok(report)
    };
    for (revenue, found) in [(95, 0), (94, 0), (97, 0), (98, 1), (92, 1)] {
        assert_eq!(whole(revenue)?.findings().len(), found, "{revenue}");
    }
    // Amounts in whole units are exact to half a unit each.
    let income = IncomeStatement::in_units().revenue("100").cost_of_revenue("60");
    assert_eq!(messages(builder().income(income.clone().gross_profit("41")).build()?).len(), 0);
    assert_eq!(
        messages(builder().income(income.gross_profit("42")).build()?),
        ["an identity of the statement fails: gross_profit is $42, and revenue - \
             cost_of_revenue is $40: $2 apart, more than rounding admits"],
    );
    let balance = BalanceSheet::in_millions().total_assets(100).total_equity(40);
    assert_eq!(
        messages(builder().balance(balance.total_liabilities(70)).build()?),
        ["an identity of the statement fails: total_liabilities is $70,000,000, and \
             total_assets - total_equity is $60,000,000: $10,000,000 apart, more than rounding \
             admits"],
    );
    let adjusted = |figure: i64| -> Result<Report, Error> {
        let measure = AdjustedMeasure::new(Item::OperatingIncome, Figure::millions(figure)?)
            .reconciling("stock-based compensation", Figure::millions(160)?)
            .reconciling("payroll taxes", Figure::millions(35)?);
        let income = IncomeStatement::in_millions().operating_income(269);
        Ok(builder().income(income).adjusted(measure).build()?)
    };
    assert_eq!(messages(adjusted(464)?).len(), 0);
    assert_eq!(
        messages(adjusted(470)?),
        ["the reconciliation differs: adjusted operating_income is $470,000,000, and \
             operating_income + stock-based compensation + payroll taxes is $464,000,000: \
             $6,000,000 apart, more than rounding admits"],
    );
    let odd = builder().income(IncomeStatement::in_millions().cost_of_revenue(-5)).build()?;
    assert_eq!(messages(odd), ["cost_of_revenue is normally positive and is -$5,000,000"]);
    let loss = builder().income(IncomeStatement::in_millions().net_income(-5)).build()?;
    assert_eq!(loss.findings(), []);
    Ok(())
}

fn full() -> Result<Report, Error> {
    let company = Company::new("Example").ticker("EX").cik(7);
    let stores: Name = "stores".parse()?;
    let report = Report::builder(company, QUARTER.parse()?, Currency::EUR)
        .basis(Basis::Ifrs)
        .source(Source::document("the filing"))
        .income(IncomeStatement::in_thousands().revenue(1_003_697))
        .segment("us", IncomeStatement::in_millions().revenue(733))
        .segments_make_up(Item::Revenue, ["us"])
        .measure(stores.as_str(), Nature::Rate, Figure::exact(849)?)
        .adjusted(
            AdjustedMeasure::new(metrics::EBITDA, Figure::millions(5)?)
                .reconciled_from(Item::NetIncome)
                .reconciling("taxes", Figure::millions(1)?),
        )
        .build()?;
    Ok(report)
}

fn full_json() -> serde_json::Value {
    json!({
        "company": {"name": "Example", "ticker": "EX", "cik": 7},
        "period": "2025-04-01..2025-06-30",
        "currency": "EUR",
        "basis": "ifrs",
        "source": {"origin": {"document": {"title": "the filing"}}},
        "items": {
            "revenue": {"value": "1003697000", "accuracy": "-3"},
        },
        "measures": [{
            "measure": {"name": "stores", "nature": "rate"},
            "figure": {"value": "849", "accuracy": "INF"},
        }],
        "segments": [{
            "name": "us",
            "income": {"revenue": {"value": "733000000", "accuracy": "-6"}},
        }],
        "breakdowns": [{"whole": "revenue", "parts": ["revenue:us"]}],
        "adjusted": [{
            "measure": "ebitda",
            "figure": {
                "value": "5000000",
                "accuracy": "-6",
                "basis": "adjusted",
                "source": {"origin": {"document": {"title": "the filing"}}},
            },
            "from": "net_income",
            "reconciling": [{
                "label": "taxes",
                "figure": {"value": "1000000", "accuracy": "-6"},
            }],
        }],
    })
}

#[test]
fn the_form_of_a_report_is_pinned() -> Result<(), Error> {
    let report = full()?;
    assert_eq!(serde_json::to_value(&report).unwrap(), full_json());
    let text = full_json().to_string();
    assert_eq!(serde_json::from_str::<Report>(&text).unwrap(), report);
    let quarterly: QuarterlyReport = serde_json::from_str(&text).unwrap();
    assert_eq!(serde_json::to_value(&quarterly).unwrap(), full_json());
    let history = History::new([report])?;
    assert_eq!(serde_json::to_value(&history).unwrap(), json!({"reports": [full_json()]}));
    let back: History = serde_json::from_value(json!({"reports": [full_json()]})).unwrap();
    assert_eq!(back, history);
    Ok(())
}

#[test]
fn the_forms_of_quotes_values_and_explanations_are_pinned() -> Result<(), Error> {
    let quote = Quote::new(Currency::USD, MarketData::in_units().share_price("180"))?
        .on("2025-10-24".parse().unwrap());
    let form = json!({
        "currency": "USD",
        "date": "2025-10-24",
        "figures": {"share_price": {"value": "180", "accuracy": "0"}},
    });
    assert_eq!(serde_json::to_value(&quote).unwrap(), form);
    assert_eq!(serde_json::from_value::<Quote>(form).unwrap(), quote);

    let income = IncomeStatement::in_millions().revenue(4).operating_income(1);
    let report = builder().income(income).build()?;
    let value = metrics::OPERATING_MARGIN.value(&report)?;
    let form = json!({"number": "0.25", "kind": "ratio"});
    assert_eq!(serde_json::to_value(value).unwrap(), form);
    assert_eq!(serde_json::from_value::<Value>(form).unwrap(), value);

    let explanation = metrics::OPERATING_MARGIN.explain(&report)?;
    let stated = |name: &str, amount: &str| {
        json!({
            "name": name,
            "value": {"number": amount, "kind": "flow", "currency": "USD"},
            "period": QUARTER,
            "figure": {"value": amount, "accuracy": "-6"},
        })
    };
    let form = json!({
        "name": "operating_margin",
        "value": {"number": "0.25", "kind": "ratio"},
        "period": QUARTER,
        "formula": "operating_income / revenue",
        "numbers": "$1,000,000 / $4,000,000",
        "inputs": [stated("operating_income", "1000000"), stated("revenue", "4000000")],
    });
    assert_eq!(serde_json::to_value(&explanation).unwrap(), form);
    assert_eq!(serde_json::from_value::<Explanation>(form).unwrap(), explanation);
    Ok(())
}

#[test]
fn what_is_read_is_checked_as_what_is_built() {
    let refused = |change: &dyn Fn(&mut serde_json::Value)| {
        let mut form = full_json();
        change(&mut form);
        serde_json::from_str::<Report>(&form.to_string()).unwrap_err().to_string()
    };
    let amount = |value: serde_json::Value| {
        move |form: &mut serde_json::Value| form["items"]["revenue"]["value"] = value.clone()
    };
    for (change, message) in [
        (
            Box::new(|form: &mut serde_json::Value| form["company"]["name"] = json!(""))
                as Box<dyn Fn(&mut serde_json::Value)>,
            "company name is empty",
        ),
        (Box::new(|form| form["item"] = json!({})), "unknown field `item`"),
        (
            Box::new(|form| form["items"]["sales"] = json!({"value": "1", "accuracy": "INF"})),
            "'sales' is not a line item, such as revenue",
        ),
        (
            Box::new(|form| {
                let price = json!({"value": "1", "accuracy": "INF"});
                form["items"]["share_price"] = price;
            }),
            "share_price is the market's and stands in a quote, not in a report",
        ),
        (
            Box::new(|form| {
                let cash = json!({"value": "1", "accuracy": "INF"});
                form["segments"][0]["income"]["cash"] = cash;
            }),
            "cash belongs to the Balance part and stands in Income",
        ),
        (Box::new(|form| form["currency"] = json!("GBX")), "a quote in hundredths of GBP"),
        (Box::new(|form| form["period"] = json!("2025")), "2025"),
        (Box::new(amount(json!("1e30"))), "more than 28 significant digits"),
        (Box::new(amount(json!(1.5))), "arrived as a binary float, which is not exact"),
        (
            Box::new(amount(json!("10000000000000000000"))),
            "is out of range, must be smaller than 10^19 in magnitude",
        ),
        (Box::new(amount(json!(null))), "a decimal number as a string"),
        (Box::new(amount(json!({"a": 1}))), "a decimal number as a string"),
    ] {
        let found = refused(&*change);
        assert!(found.contains(message), "{found}");
    }
    let twice = full_json().to_string().replace(
        "\"items\":{",
        "\"items\":{\"revenue\":{\"value\":\"1\",\"accuracy\":\"INF\",\"basis\":\"ifrs\"},",
    );
    let refused = serde_json::from_str::<Report>(&twice).unwrap_err().to_string();
    assert!(refused.contains("revenue is given twice"), "{refused}");
}

#[test]
fn whole_numbers_and_texts_are_read_exactly() {
    let read = |value: &str| {
        let text = format!("{{\"value\":{value},\"accuracy\":\"INF\"}}");
        serde_json::from_str::<Figure>(&text).map(|figure| figure.number())
    };
    let past_f64 = "9007199254740993";
    assert_eq!(read(past_f64).unwrap(), parse(past_f64).unwrap());
    assert_eq!(read("-9223372036854775808").unwrap(), parse("-9223372036854775808").unwrap());
    assert_eq!(read("\"123456789012345.678\"").unwrap().to_string(), "123456789012345.678");
    assert_eq!(read("\"-0.00\"").unwrap().to_string(), "0");
    assert!(read("123456789012345.678").is_err());
    assert!(read("18446744073709551615").is_err(), "past 10^19");
}

#[test]
fn a_formula_of_named_measures_reads_the_report() -> Result<(), Error> {
    let report = full()?;
    let named = Named::new("stores".parse()?, Nature::Rate)?;
    assert_eq!(Measure::from(named).value(&report)?.number(), 849.into());
    let text = "revenue / named(stores, rate)";
    let formula = financials::formula::Formula::parse(text)?;
    let truth = num_rational::BigRational::new(1_003_697_000.into(), 849.into());
    let error = crate::exact::exact(formula.value(&report)?) - &truth;
    assert!(num_traits::Signed::abs(&error) <= crate::exact::half_last_digit(&truth));
    Ok(())
}

#[test]
fn one_name_has_one_meaning() -> Result<(), Error> {
    for (name, is_free) in
        [("revenue", false), ("gross_margin", false), ("roe", false), ("revenue:us", true)]
    {
        let named = Named::new(name.parse()?, Nature::Flow);
        assert_eq!(named.is_ok(), is_free, "{name}");
        let json = json!({"name": name, "nature": "rate"}).to_string();
        assert_eq!(serde_json::from_str::<Measure>(&json).is_ok(), is_free, "{name}");
    }
    assert_eq!(
        Named::new("roe".parse()?, Nature::Rate).unwrap_err().to_string(),
        "'roe' is a line item or a metric of the catalogue, and names no other measure",
    );
    let formula = |text| financials::formula::Formula::parse(text);
    assert_eq!(formula("named(roe, rate)")?, formula("return_on_equity")?);
    Ok(())
}

#[test]
fn counts_and_coefficients_print_as_plain_numbers() -> Result<(), Error> {
    let figures = [(Item::Employees, Figure::exact(228_000)?)];
    let report = builder().figures(figures).build()?;
    assert_eq!(Item::Employees.value(&report)?.to_string(), "228,000");
    assert_eq!(report.employees()?, 228_000.into());
    let quote = Quote::new(Currency::USD, MarketData::in_millions().beta("1.20"))?;
    let view = report.view().with_quote(&quote)?;
    assert_eq!(Item::Beta.value(view)?.to_string(), "1.2");
    assert_eq!(view.beta()?, parse("1.2")?);
    Ok(())
}

#[test]
fn the_markets_items_stand_in_no_report() -> Result<(), Error> {
    let price = || Figure::exact(180);
    let refused = "share_price is the market's and stands in a quote, not in a report";
    let built = builder().figures([(Item::SharePrice, price()?)]).build().unwrap_err();
    assert_eq!(built.to_string(), refused);
    let named = builder().measure("share_price", Nature::Price, price()?).build().unwrap_err();
    assert_eq!(named.to_string(), refused);
    let twice = builder().income(income()).measure("revenue", Nature::Flow, price()?).build();
    assert_eq!(twice.unwrap_err().to_string(), "revenue is given twice");
    Ok(())
}

#[test]
fn what_a_form_does_not_have_is_refused() -> Result<(), Error> {
    fn refused<T: serde::de::DeserializeOwned>(json: serde_json::Value) -> String {
        let read = serde_json::from_str::<T>(&json.to_string());
        read.err().map(|error| error.to_string()).unwrap_or_default()
    }
    let value = json!({"number": "10000000000000000000", "kind": "flow", "currency": "USD"});
    assert!(refused::<Value>(value).contains("out of range"));
    let figure = json!({"value": "1", "accuracy": "INF", "x": 1});
    for message in [
        refused::<Value>(json!({"number": "1", "kind": "flow", "currency": "USD", "x": 1})),
        refused::<Figure>(figure.clone()),
        refused::<AdjustedMeasure>(json!({"measure": "revenue", "figure": figure})),
        refused::<Company>(json!({"name": "Example", "x": 1})),
        refused::<Quote>(json!({"currency": "USD", "figures": {}, "x": 1})),
        refused::<History>(json!({"reports": [], "x": 1})),
        refused::<financials::Undefined>(
            json!({"code": "gap", "at": {"years": 0, "quarters": 0}, "x": 1}),
        ),
        refused::<Source>(json!({"origin": {"document": {"title": "a", "x": 1}}})),
        refused::<financials::expected::GuidanceForm<financials::Ratio>>(
            json!({"range": {"low": "0", "high": "1", "x": 1}}),
        ),
    ] {
        assert!(message.contains("unknown field `x`"), "{message}");
    }
    let twice = r#"{"revenue": {"value": "1", "accuracy": "INF"},
                    "revenue": {"value": "2", "accuracy": "INF"}}"#;
    let message = serde_json::from_str::<IncomeStatement>(twice).unwrap_err().to_string();
    assert!(message.contains("revenue is given twice"), "{message}");
    Ok(())
}

#[test]
fn a_report_with_a_segment_in_millions_reads_back_equal() -> Result<(), Error> {
    let quarter: Period = "2025-04-01..2025-06-30".parse()?;
    let report = Report::builder("Example", quarter, Currency::USD)
        .segment("us", IncomeStatement::in_millions().revenue(7))
        .build()?;
    let written = serde_json::to_string(&report).unwrap();
    assert_eq!(serde_json::from_str::<Report>(&written).unwrap(), report);
    let history = History::new([report])?;
    let written = serde_json::to_string(&history).unwrap();
    assert_eq!(serde_json::from_str::<History>(&written).unwrap(), history);
    Ok(())
}
