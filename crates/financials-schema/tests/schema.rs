//! The schema is the one that is kept in `docs/schema.json`, and what the types write follows it.

use std::{error::Error, fs};

use financials::{
    Accuracy, BalanceSheet, Basis, Currency, Figure, FiscalCalendar, History, IncomeStatement,
    Interval, Item, Measure, Money, PerShare, Period, QuarterlyReport, Ratio, Report, Source,
    Stated, Undefined,
    analysis::{Bases, DuPont, PointScore},
    companyfacts::{CompanyFacts, Vintage},
    expected::{Actual, Consensus, Guidance, GuidanceForm, Subject},
    item::Nature,
    market::{PriceTargets, Reaction},
    metrics,
    report::{AdjustedMeasure, MarketData, Quote},
    tieout::{Check, Claim, Network},
    undefined::When,
};
use financials_schema::{schema, workspace};
use serde::Serialize;
use serde_json::{Value, json};

type Outcome = Result<(), Box<dyn Error>>;

#[test]
fn the_schema_is_the_one_that_is_kept() -> Outcome {
    let path = workspace().join("docs/schema.json");
    let found = schema()?;
    if std::env::var_os("FINANCIALS_WRITE").is_some() {
        return Ok(fs::write(path, serde_json::to_string_pretty(&found)? + "\n")?);
    }
    let kept: Value = serde_json::from_str(&fs::read_to_string(path)?)?;
    let write = "FINANCIALS_WRITE=1 cargo test -p financials-schema";
    assert!(found == kept, "docs/schema.json is out of date: {write}");
    Ok(())
}

/// Holds values against their types, and counts the types that were seen.
struct Held {
    schema: Value,
}

impl Held {
    fn new() -> Result<Self, Box<dyn Error>> {
        Ok(Self { schema: schema()? })
    }

    /// Holds what a value writes against a type.
    fn hold(&self, name: &str, value: &impl Serialize) -> Outcome {
        let written = serde_json::to_value(value)?;
        let of = json!({"$ref": format!("#/$defs/{name}")});
        self.follows(&of, &written).map_err(|why| format!("{name}: {why}\n{written:#}").into())
    }

    /// Holds that a type does not allow a value.
    fn refuse(&self, name: &str, value: Value) {
        let of = json!({"$ref": format!("#/$defs/{name}")});
        assert!(self.follows(&of, &value).is_err(), "{name} allows {value}");
    }

    /// Says where a value does not follow a schema: of what the schemas here are made of, all.
    fn follows(&self, schema: &Value, value: &Value) -> Result<(), String> {
        let Some(rules) = schema.as_object() else {
            return match schema.as_bool() {
                Some(true) => Ok(()),
                _ => Err(format!("{value} is not allowed")),
            };
        };
        for (rule, wanted) in rules {
            let follows = match rule.as_str() {
                "description" | "format" => Ok(()),
                "$ref" => {
                    let pointer = wanted.as_str().and_then(|it| it.strip_prefix('#'));
                    let found = pointer.and_then(|pointer| self.schema.pointer(pointer));
                    self.follows(found.ok_or_else(|| format!("{wanted} is not there"))?, value)
                }
                "type" => is_of_type(wanted, value),
                "pattern" => is_like(wanted.as_str().unwrap_or_default(), value),
                "minimum" => match value.as_i64() >= wanted.as_i64() {
                    true => Ok(()),
                    false => Err(format!("{value} is below {wanted}")),
                },
                "const" => allowed(value == wanted, value, wanted),
                "enum" => {
                    let all = wanted.as_array().ok_or("enum")?;
                    allowed(all.contains(value), value, wanted)
                }
                "anyOf" | "oneOf" => {
                    let all = wanted.as_array().ok_or("anyOf")?;
                    let outcomes: Vec<_> = all.iter().map(|it| self.follows(it, value)).collect();
                    let fit = outcomes.iter().filter(|it| it.is_ok()).count();
                    match (rule.as_str(), fit) {
                        ("anyOf", 1..) | (_, 1) => Ok(()),
                        _ => Err(format!("{fit} of {outcomes:?}")),
                    }
                }
                "properties" | "required" | "additionalProperties" | "propertyNames" => {
                    self.fields(rule, wanted, rules.get("properties"), value)
                }
                "items" | "prefixItems" => self.items(rule, wanted, rules, value),
                other => Err(format!("nobody holds values to {other}")),
            };
            follows?;
        }
        Ok(())
    }

    fn fields(
        &self,
        rule: &str,
        wanted: &Value,
        known: Option<&Value>,
        value: &Value,
    ) -> Result<(), String> {
        let fields = value.as_object().ok_or("no object")?;
        for (name, field) in fields {
            let of = known.and_then(|known| known.get(name));
            match (rule, of) {
                ("properties", Some(of)) => self.follows(of, field),
                ("additionalProperties", None) => self.follows(wanted, field),
                ("propertyNames", _) => self.follows(wanted, &json!(name)),
                _ => Ok(()),
            }
            .map_err(|why| format!("{name}: {why}"))?;
        }
        if rule == "required" {
            let missing = wanted.as_array().ok_or("required")?.iter();
            let mut missing =
                missing.filter(|name| value.get(name.as_str().unwrap_or("")).is_none());
            return missing.next().map_or(Ok(()), |name| Err(format!("{name} is missing")));
        }
        Ok(())
    }

    fn items(
        &self,
        rule: &str,
        wanted: &Value,
        rules: &serde_json::Map<String, Value>,
        value: &Value,
    ) -> Result<(), String> {
        let items = value.as_array().ok_or("no array")?;
        let first = rules.get("prefixItems").and_then(Value::as_array);
        match (rule, first) {
            ("prefixItems", Some(first)) => {
                first.iter().zip(items).try_for_each(|(of, item)| self.follows(of, item))
            }
            _ => {
                let rest = items.iter().skip(first.map_or(0, Vec::len));
                rest.into_iter().try_for_each(|item| self.follows(wanted, item))
            }
        }
    }
}

fn allowed(is_allowed: bool, value: &Value, wanted: &Value) -> Result<(), String> {
    if is_allowed { Ok(()) } else { Err(format!("{value} is none of {wanted}")) }
}

fn is_of_type(wanted: &Value, value: &Value) -> Result<(), String> {
    let found = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let is_one = match wanted {
        Value::Array(all) => all.iter().any(|it| it == found),
        one => one == found,
    };
    allowed(is_one, value, wanted)
}

/// Holds a text to the patterns that the schema has, each by hand.
fn is_like(pattern: &str, value: &Value) -> Result<(), String> {
    let text = value.as_str().ok_or("no text")?;
    let is_number = |text: &str| {
        let digits = text.strip_prefix('-').unwrap_or(text);
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_like = match pattern {
        "^-?[0-9]+(\\.[0-9]+)?$" => {
            let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
            is_number(whole) && is_number(part) && !part.starts_with('-')
        }
        "^[A-Z]{3}$" => text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase()),
        "^((assumed )?-?[0-9]+(\\*[0-9]+)?|INF|unknown)$" => {
            let place = text.strip_prefix("assumed ").unwrap_or(text);
            let (place, halves) = place.split_once('*').unwrap_or((place, "1"));
            let is_place = is_number(place) && is_number(halves) && !halves.starts_with('-');
            is_place || text == "INF" || text == "unknown"
        }
        "^[0-9]{10}-[0-9]{2}-[0-9]{6}$" => text.len() == 20 && text.matches('-').count() == 2,
        "^CY[0-9]{4}(Q[1-4]I?)?$" => text.starts_with("CY"),
        other => return Err(format!("nobody holds texts to {other}")),
    };
    allowed(is_like, value, &json!(pattern))
}

fn quarter(dates: &str, revenue: i64) -> Result<Report, financials::Error> {
    let source = Source::filing("10-Q", "0001321655-25-000105".parse()?);
    let adjusted = AdjustedMeasure::new(Item::OperatingIncome, Figure::millions(30)?)
        .reconciling("stock-based compensation", Figure::millions(10)?);
    Ok(Report::builder("Example", dates.parse::<Period>()?, Currency::USD)
        .basis(Basis::Gaap)
        .source(source)
        .income(IncomeStatement::in_millions().revenue(revenue).net_income(8).operating_income(20))
        .balance(BalanceSheet::in_millions().total_assets(400).stockholders_equity(200))
        .segment("us", IncomeStatement::in_millions().revenue(60))
        .measure("stores", Nature::Count, Figure::exact(849)?)
        .adjusted(adjusted)
        .build()?)
}

fn history() -> Result<History, financials::Error> {
    let reports = [
        quarter("2024-04-01..2024-06-30", 100)?,
        quarter("2024-07-01..2024-09-30", 110)?,
        quarter("2024-10-01..2024-12-31", 120)?,
        quarter("2025-01-01..2025-03-31", 130)?,
        quarter("2025-04-01..2025-06-30", 140)?,
    ];
    Ok(History::new(reports)?.with_calendar(FiscalCalendar::month_end(12)?))
}

#[test]
fn what_is_reported_and_computed_follows_it() -> Outcome {
    let held = Held::new()?;
    let history = history()?;
    let view = history.latest_view()?;
    held.hold("History", &history)?;
    held.hold("Report", view.report())?;
    held.hold("QuarterlyReport", &QuarterlyReport::try_from(view.report().clone())?)?;
    held.hold("Explanation", &metrics::RETURN_ON_EQUITY.explain(view)?)?;
    held.hold("Value", &metrics::OPERATING_MARGIN.value(view)?)?;
    held.hold("Value", &Item::Revenue.value(view)?)?;
    held.hold("Bounds", &metrics::OPERATING_MARGIN.bounds(view)?)?;
    held.hold("Bases", &Bases::of(metrics::OPERATING_MARGIN, view))?;
    held.hold("Bases", &Bases::of(metrics::NET_DEBT, view))?;
    held.hold("DuPont", &DuPont::three_step(view)?)?;
    held.hold("PointScore", &PointScore::piotroski(view))?;
    let quote = Quote::new(Currency::USD, MarketData::in_units().share_price("180"))?;
    held.hold("Quote", &quote)?;
    for finding in view.report().findings() {
        held.hold("Finding", &finding)?;
    }
    for reason in [
        metrics::NET_DEBT.value(view).unwrap_err(),
        Undefined::NoReportOf { period: "2020-01-01..2020-03-31".parse()? },
        Undefined::Gap { at: When::NOW },
    ] {
        held.hold("Undefined", &reason)?;
    }
    held.hold("Interval", &Interval::more_than(3.into()))?;
    for text in ["about $1.004 billion", "48%", "$65–215", "277x"] {
        held.hold("Stated", &Stated::parse(text)?)?;
    }
    held.hold("Measure", &"stores".parse::<Measure>()?)?;
    held.hold("FiscalCalendar", &FiscalCalendar::month_end(9)?)?;
    Ok(())
}

#[test]
fn what_is_expected_and_claimed_follows_it() -> Outcome {
    let held = Held::new()?;
    let usd = |amount: i64| Money::new(amount, Currency::USD);
    let subject = Subject::of(Item::Revenue).during("2025-01-01..2025-12-31".parse()?);
    let guidance = Guidance::range(usd(4)?, usd(5)?)?.about(subject)?;
    held.hold("Guidance", &guidance)?;
    held.hold("GuidanceForm", &GuidanceForm::Point(Ratio::parse("0.34")?))?;
    held.hold("GuidanceForm", &GuidanceForm::<Money>::Withdrawn)?;
    held.hold("Revision", &guidance.revision_from(&guidance)?)?;
    held.hold("Outcome", &guidance.outcome(&Actual::new(usd(5)?, Accuracy::Unknown))?)?;
    held.hold("Implied", &guidance.implied_growth(usd(3)?)?)?;
    let share = |text: &str| PerShare::parse(text, Currency::USD);
    held.hold("Consensus", &Consensus::new(share("0.13")?).from_analysts(7))?;
    held.hold("PriceTargets", &PriceTargets::between(share("65")?, share("215")?)?)?;
    held.hold("Reaction", &Reaction::between(share("7")?, share("8")?)?)?;

    let margin = Check::of(&metrics::OPERATING_MARGIN.formula())
        .with(Item::OperatingIncome, Stated::parse("$464 million")?)
        .with(Item::Revenue, Stated::parse("$1.004 billion")?)
        .against(Stated::parse("46%")?);
    held.hold("Judgement", &margin)?;
    let claims = [
        ("revenue", "$2,866 million"),
        ("operating_income", "$310 million"),
        ("operating_margin", "5.4%"),
    ];
    let mut network = Network::new();
    for (name, text) in claims {
        let claim = Claim::new(name, name.parse::<Measure>()?, Stated::parse(text)?);
        held.hold("Claim", &claim)?;
        network.add(claim.during("FY2024"));
    }
    for ruling in network.tie_out().rulings() {
        held.hold("Ruling", &ruling)?;
    }
    Ok(())
}

#[test]
fn what_files_give_follows_it() -> Outcome {
    let held = Held::new()?;
    let json = br#"{"cik":1321655,"entityName":"Palantir","facts":{"us-gaap":{"Revenues":{"units":
        {"USD":[{"start":"2025-04-01","end":"2025-06-30","val":1003697000,
        "accn":"0001321655-25-000106","fy":2025,"fp":"Q2","form":"10-Q","filed":"2025-08-05"},
        {"end":"soon"}]}}}}}"#;
    let facts = CompanyFacts::parse_lenient(json)?;
    held.hold("CompanyFacts", &facts)?;
    let known = facts.known(Vintage::Latest);
    held.hold("ItemSeries", &known.item(Item::Revenue))?;
    held.hold("ItemSeries", &known.item(Item::NetIncome))?;
    Ok(())
}

/// The holding holds: what is none of a type does not follow its schema.
#[test]
fn what_is_no_value_of_a_type_does_not_follow_it() -> Outcome {
    let held = Held::new()?;
    held.refuse("Money", json!({"amount": 1, "currency": "USD"}));
    held.refuse("Money", json!({"amount": "1"}));
    held.refuse("Money", json!({"amount": "1", "currency": "USD", "x": 1}));
    held.refuse("Ratio", json!("1,5"));
    held.refuse("Value", json!({"number": "1", "kind": "share"}));
    held.refuse("Accuracy", json!("exact"));
    held.refuse("Basis", json!("GAAP"));
    held.refuse("Item", json!("sales"));
    Ok(())
}
