//! The types whose form is written by hand, each as its file says.

use std::path::Path;

use financials::{Item, Metric};
use serde_json::{Value, json};

use crate::source::{Declared, Sources};

/// Types within such a form, which stand nowhere by themselves.
const WITHIN: [&str; 3] = ["Dimensions", "Places", "Text"];

/// Types that macros declare, which are not among those that are read from the files.
pub const DECLARED_BY_MACROS: [&str; 8] = [
    "AnnualReport",
    "BalanceSheet",
    "CashFlowStatement",
    "IncomeStatement",
    "MarketData",
    "PerShareData",
    "QuarterlyReport",
    "ShareCounts",
];

/// Returns the schema of a type, null for one that stands nowhere by itself, and nothing for one
/// that is described nowhere.
pub fn leaf(sources: &Sources, name: &str) -> Option<Value> {
    let in_file = |module: &str, name: &str| {
        sources.named(Path::new(""), Some(module), name).map(Declared::reference)
    };
    let text = |pattern: &str| json!({"type": "string", "pattern": pattern});
    let described = |words: &str| json!({"type": "string", "description": words});
    Some(match name {
        _ if WITHIN.contains(&name) => Value::Null,
        "Accession" => text("^[0-9]{10}-[0-9]{2}-[0-9]{6}$"),
        "Accuracy" => json!({
            "type": "string",
            "pattern": "^((assumed )?-?[0-9]+(\\*[0-9]+)?|INF|unknown)$",
            "description": "XBRL's decimals: INF is exact, what is assumed is said to be, and \
                -6*2 is two halves of a million.",
        }),
        "Assumption" => text(" is (zero|not below zero)$"),
        "Currency" => text("^[A-Z]{3}$"),
        "CalendarFrame" => text("^CY[0-9]{4}(Q[1-4]I?)?$"),
        "FiscalLabel" => described("A fiscal label, such as 2025Q2 or FY2025."),
        "FiscalQuarter" => described("A fiscal quarter, such as 2025Q2."),
        "FiscalYear" => described("A fiscal year, such as FY2025."),
        "Formula" => described("A formula, such as operating_income / revenue."),
        "Name" => described("A name of letters, digits and _, of at most 47 bytes."),
        "Period" => described(
            "Such as 2025-04-01..2025-06-30, at 2025-06-30 or TTM 2024-07-01..2025-06-30.",
        ),
        "YearEnd" => described("Such as last Saturday of September, or end of June."),
        "Item" => json!({"enum": Item::all().map(|item| item.name()).collect::<Vec<_>>()}),
        "Metric" => json!({"enum": Metric::all().map(|metric| metric.name()).collect::<Vec<_>>()}),
        "Measure" => {
            let named = in_file("measure", "Wire")?;
            json!({"anyOf": [described("A line item, a metric or another flow of money."), named]})
        }
        "FiscalCalendar" => in_file("calendar_wire", "Wire")?,
        "Source" => in_file("source", "Content")?,
        "Stated" => in_file("wire", "StatedWire")?,
        "Undefined" => in_file("wire", "ReasonWire")?,
        "AnnualReport" | "QuarterlyReport" => json!({"$ref": "#/$defs/Report"}),
        "BalanceSheet" | "CashFlowStatement" | "IncomeStatement" | "MarketData"
        | "PerShareData" | "ShareCounts" | "Entries" | "Lines" => json!({
            "type": "object",
            "description": "Figures by line item.",
            "propertyNames": {"$ref": "#/$defs/Item"},
            "additionalProperties": {"$ref": "#/$defs/Figure"},
        }),
        "Fact" => fact(),
        _ => return None,
    })
}

/// A fact of a filing, as its own line.
fn fact() -> Value {
    let text = json!({"type": "string"});
    let optional = json!({"type": ["string", "null"]});
    let fields = [
        ("concept", text.clone()),
        ("namespace", text.clone()),
        ("value", optional.clone()),
        ("decimals", json!({"anyOf": [{"type": "integer"}, {"const": "INF"}, {"type": "null"}]})),
        ("precision", optional.clone()),
        ("unit", optional.clone()),
        ("start", optional.clone()),
        ("end", optional.clone()),
        ("instant", optional.clone()),
        ("entity", text),
        ("dims", json!({"type": "object", "additionalProperties": optional.clone()})),
        ("nil", json!({"type": "boolean"})),
        ("id", optional.clone()),
        ("tuple", optional.clone()),
        ("raw", optional.clone()),
        ("format", optional.clone()),
        ("scale", json!({"type": ["integer", "null"]})),
        ("sign", optional),
        ("byte", json!({"type": ["integer", "null"]})),
    ];
    let required: Vec<&str> = fields.iter().map(|(name, _)| *name).collect();
    let required = json!(required);
    let properties = fields.into_iter().map(|(name, schema)| (name.to_owned(), schema));
    json!({
        "type": "object",
        "properties": Value::Object(properties.collect()),
        "required": required,
        "additionalProperties": false,
    })
}
