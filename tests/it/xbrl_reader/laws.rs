//! The three syntaxes give equal facts, whatever is said in them.

use financials::xbrl::{Fact, Facts};
use proptest::prelude::*;

use super::{inline, instance};

/// A number as a writer has it.
#[derive(Clone, Debug)]
struct Said {
    digits: i64,
    /// Digits behind the point.
    places: u32,
    decimals: Option<i32>,
    /// How the inline document scales it.
    scale: i32,
    unit: usize,
    context: usize,
    nil: bool,
}

const UNITS: [(&str, &str); 4] = [
    ("usd", "iso4217:USD"),
    ("shares", "xbrli:shares"),
    ("eps", "iso4217:USD/xbrli:shares"),
    ("pure", "xbrli:pure"),
];
const QUARTER: &str = "2025-04-01T00:00:00/2025-07-01T00:00:00";
const CONTEXTS: [(&str, &str, &str); 3] = [
    ("q", QUARTER, ""),
    ("i", "2025-07-01T00:00:00", ""),
    ("s", QUARTER, r#", "t:SegmentAxis": "t:NorthMember""#),
];

fn said() -> impl Strategy<Value = Said> {
    let decimals = prop_oneof![Just(None), (-9..9).prop_map(Some)];
    (any::<i64>(), 0..6_u32, decimals, -6..7, 0..4_usize, 0..3_usize, prop::bool::weighted(0.1))
        .prop_map(|(digits, places, decimals, scale, unit, context, nil)| Said {
            digits,
            places,
            decimals,
            scale,
            unit,
            context,
            nil,
        })
}

/// Writes a whole number of a last place with a point.
fn pointed(digits: u64, places: i64, group: bool) -> String {
    let mut text = digits.to_string();
    if places <= 0 {
        text.push_str(&"0".repeat((-places) as usize));
    }
    let places = places.max(0) as usize;
    while text.len() <= places {
        text.insert(0, '0');
    }
    let (whole, fraction) = text.split_at(text.len() - places);
    let grouped: String = whole
        .chars()
        .enumerate()
        .flat_map(|(at, digit)| {
            let comma = group && at > 0 && (whole.len() - at).is_multiple_of(3);
            comma.then_some(',').into_iter().chain([digit])
        })
        .collect();
    if fraction.is_empty() { grouped } else { format!("{grouped}.{fraction}") }
}

impl Said {
    fn plain(&self) -> String {
        let sign = if self.digits < 0 { "-" } else { "" };
        format!("{sign}{}", pointed(self.digits.unsigned_abs(), self.places.into(), false))
    }

    fn stated(&self) -> String {
        self.decimals.map_or("INF".into(), |places| places.to_string())
    }

    fn instance(&self, at: usize) -> String {
        let (unit, context) = (UNITS[self.unit].0, CONTEXTS[self.context].0);
        let head = format!("<t:A{at} contextRef='{context}' unitRef='{unit}' id='f{at}'");
        if self.nil {
            return format!("{head} xsi:nil='true'/>");
        }
        format!("{head} decimals='{}'>{}</t:A{at}>", self.stated(), self.plain())
    }

    fn inline(&self, at: usize) -> String {
        let (unit, context) = (UNITS[self.unit].0, CONTEXTS[self.context].0);
        let head = format!(
            "<ix:nonFraction name='t:A{at}' contextRef='{context}' unitRef='{unit}' id='f{at}'"
        );
        if self.nil {
            return format!("{head} xsi:nil='true'/>");
        }
        let places = i64::from(self.places) + i64::from(self.scale);
        let text = pointed(self.digits.unsigned_abs(), places, true);
        let sign = if self.digits < 0 { "sign='-'" } else { "" };
        format!(
            "{head} decimals='{}' scale='{}' {sign} format='ixt:num-dot-decimal'>{text}\
             </ix:nonFraction>",
            self.stated(),
            self.scale
        )
    }

    fn json(&self, at: usize) -> String {
        let (_, period, axes) = CONTEXTS[self.context];
        let unit = UNITS[self.unit].1;
        let value = if self.nil { "null".into() } else { format!("\"{}\"", self.plain()) };
        let decimals = match self.decimals {
            Some(places) if !self.nil => format!("\"decimals\": {places},"),
            _ => String::new(),
        };
        format!(
            r#""f{at}": {{"value": {value}, {decimals} "dimensions": {{"concept": "t:A{at}",
                "entity": "id:ACME", "period": "{period}", "unit": "{unit}"{axes}}}}}"#
        )
    }
}

fn json(facts: &[String]) -> String {
    format!(
        r#"{{"documentInfo": {{"documentType": "https://xbrl.org/2021/xbrl-json", "namespaces":
            {{"t": "http://example.com/t", "id": "http://example.com/id",
              "iso4217": "http://www.xbrl.org/2003/iso4217",
              "xbrli": "http://www.xbrl.org/2003/instance"}}}}, "facts": {{{}}}}}"#,
        facts.join(",")
    )
}

/// What a fact says, without how it is written.
fn sense(fact: Fact<'_>) -> String {
    let mut record = serde_json::to_value(fact).unwrap();
    for written in ["raw", "format", "scale", "sign", "byte"] {
        record.as_object_mut().unwrap().remove(written).unwrap();
    }
    record.to_string()
}

proptest! {
    #[test]
    fn three_syntaxes_say_the_same(said in prop::collection::vec(said(), 1..20)) {
        let write = |how: fn(&Said, usize) -> String| {
            said.iter().enumerate().map(|(at, said)| how(said, at)).collect::<Vec<_>>()
        };
        let documents = [
            instance(&write(Said::instance).concat()),
            inline(&write(Said::inline).concat()),
            json(&write(Said::json)),
        ];
        let read: Vec<Vec<String>> = documents
            .iter()
            .map(|document| {
                let facts = Facts::parse(document.as_bytes()).unwrap();
                assert_eq!(facts.errors(), []);
                facts.iter().map(sense).collect()
            })
            .collect();
        prop_assert_eq!(&read[0], &read[1]);
        prop_assert_eq!(&read[0], &read[2]);
        prop_assert_eq!(read[0].len(), said.len());
        let facts = Facts::parse(documents[0].as_bytes()).unwrap();
        for (fact, said) in facts.iter().zip(&said) {
            let expected = said.plain().parse::<financials::Decimal>().unwrap();
            prop_assert_eq!(fact.number(), (!said.nil).then_some(expected));
        }
    }
}
