//! Filings written by hand in xBRL-JSON, fact by fact.

use financials::{Date, xbrl::Facts};
use serde_json::{Map, Value, json};

/// A filing of a company, as the facts that it states.
pub(super) struct Written {
    entity: String,
    facts: Map<String, Value>,
}

impl Written {
    /// A filing of an entity: `c:0000000001` by its central index key, `t:ACME` otherwise.
    pub(super) fn of(entity: &str) -> Self {
        Self { entity: entity.to_owned(), facts: Map::new() }
    }

    /// A quarterly or annual report with what its cover says: the form, the fiscal year and part of
    /// it, and the year to date.
    pub(super) fn report(entity: &str, form: &str, focus: (&str, &str), days: &str) -> Self {
        let (_, end) = days.split_once("..").unwrap();
        Self::of(entity)
            .text("d:DocumentType", days, form)
            .text("d:DocumentFiscalYearFocus", days, focus.0)
            .text("d:DocumentFiscalPeriodFocus", days, focus.1)
            .text("d:DocumentPeriodEndDate", days, end)
            .text("d:EntityRegistrantName", days, "Acme")
    }

    /// What follows is of another entity.
    pub(super) fn about(self, entity: &str) -> Self {
        Self { entity: entity.to_owned(), ..self }
    }

    pub(super) fn text(self, concept: &str, days: &str, value: &str) -> Self {
        self.fact(json!({"value": value, "dimensions": {
            "concept": concept, "period": period(days)}}))
    }

    /// A number in dollars.
    pub(super) fn money(self, concept: &str, days: &str, value: i64, decimals: i32) -> Self {
        self.number(concept, days, (&value.to_string(), "iso4217:USD"), Some(decimals))
    }

    /// A number in a unit; without decimals it is exact.
    pub(super) fn number(
        self,
        concept: &str,
        days: &str,
        (value, unit): (&str, &str),
        decimals: Option<i32>,
    ) -> Self {
        self.dimensioned(concept, (days, &[]), (value, unit), decimals)
    }

    /// A number with axes.
    pub(super) fn dimensioned(
        self,
        concept: &str,
        (days, axes): (&str, &[(&str, &str)]),
        (value, unit): (&str, &str),
        decimals: Option<i32>,
    ) -> Self {
        let mut dimensions = json!({"concept": concept, "period": period(days), "unit": unit});
        for (axis, member) in axes {
            dimensions[axis] = json!(member);
        }
        let mut fact = json!({"value": value, "dimensions": dimensions});
        if let Some(decimals) = decimals {
            fact["decimals"] = json!(decimals);
        }
        self.fact(fact)
    }

    fn fact(mut self, mut fact: Value) -> Self {
        if fact["dimensions"]["entity"].is_null() {
            fact["dimensions"]["entity"] = json!(self.entity);
        }
        self.facts.insert(format!("f{}", self.facts.len()), fact);
        self
    }

    /// The document.
    pub(super) fn json(&self) -> String {
        json!({
            "documentInfo": {
                "documentType": "https://xbrl.org/2021/xbrl-json",
                "namespaces": {
                    "g": "http://fasb.org/us-gaap/2025", "d": "http://xbrl.sec.gov/dei/2025",
                    "i": "https://xbrl.ifrs.org/taxonomy/2024-03-27/ifrs-full",
                    "s": "http://fasb.org/srt/2025", "c": "http://www.sec.gov/CIK",
                    "iso4217": "http://www.xbrl.org/2003/iso4217",
                    "xbrli": "http://www.xbrl.org/2003/instance", "t": "http://example.com/t",
                }
            },
            "facts": self.facts,
        })
        .to_string()
    }

    pub(super) fn read(&self) -> Facts {
        let facts = super::read(&self.json());
        assert_eq!(facts.errors(), []);
        facts
    }
}

/// Returns the days `2025-01-01..2025-03-31` or `2025-03-31` as xBRL-JSON writes them, by midnights.
fn period(days: &str) -> String {
    let midnight = |day: &str| {
        let day: Date = day.parse().unwrap();
        format!("{}T00:00:00", day.tomorrow().unwrap())
    };
    match days.split_once("..") {
        Some((start, end)) => format!("{start}T00:00:00/{}", midnight(end)),
        None => midnight(days),
    }
}
