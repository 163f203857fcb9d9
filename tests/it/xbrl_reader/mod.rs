//! Reading XBRL instances, inline XBRL and xBRL-JSON.

mod bad;
mod choosing;
mod claims;
mod disputes;
mod documents;
mod filings;
mod hostile;
mod inline;
mod laws;
mod merged;
mod order;
mod sums;
mod truth;
mod written;

use financials::xbrl::{Document, Fact, FactError, Facts, Reader};

/// The namespaces of the documents here.
pub(crate) const NAMESPACES: &str = r#"
    xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" xmlns:xbrli="http://www.xbrl.org/2003/instance"
    xmlns:xbrldi="http://xbrl.org/2006/xbrldi" xmlns:link="http://www.xbrl.org/2003/linkbase"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xmlns:iso4217="http://www.xbrl.org/2003/iso4217"
    xmlns:ixt="http://www.xbrl.org/inlineXBRL/transformation/2022-02-16"
    xmlns:sec="http://www.sec.gov/inlineXBRL/transformation/2015-08-31"
    xmlns:t="http://example.com/t""#;

/// A quarter `q`, an instant `i`, a quarter of a segment `s`; dollars, euros, shares, dollars per
/// share, a bare number.
pub(crate) const PARTS: &str = r#"
    <xbrli:context id="q"><xbrli:entity><xbrli:identifier scheme="http://example.com/id">ACME
      </xbrli:identifier></xbrli:entity><xbrli:period><xbrli:startDate>2025-04-01</xbrli:startDate>
      <xbrli:endDate>2025-06-30</xbrli:endDate></xbrli:period></xbrli:context>
    <xbrli:context id="i"><xbrli:entity><xbrli:identifier scheme="http://example.com/id">ACME
      </xbrli:identifier></xbrli:entity><xbrli:period><xbrli:instant>2025-06-30</xbrli:instant>
      </xbrli:period></xbrli:context>
    <xbrli:context id="s"><xbrli:entity><xbrli:identifier scheme="http://example.com/id">ACME
      </xbrli:identifier><xbrli:segment><xbrldi:explicitMember dimension="t:SegmentAxis">
      t:NorthMember</xbrldi:explicitMember></xbrli:segment></xbrli:entity><xbrli:period>
      <xbrli:startDate>2025-04-01</xbrli:startDate><xbrli:endDate>2025-06-30</xbrli:endDate>
      </xbrli:period></xbrli:context>
    <xbrli:unit id="usd"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit>
    <xbrli:unit id="eur"><xbrli:measure>iso4217:EUR</xbrli:measure></xbrli:unit>
    <xbrli:unit id="shares"><xbrli:measure>xbrli:shares</xbrli:measure></xbrli:unit>
    <xbrli:unit id="pure"><xbrli:measure>xbrli:pure</xbrli:measure></xbrli:unit>
    <xbrli:unit id="eps"><xbrli:divide><xbrli:unitNumerator><xbrli:measure>iso4217:USD
      </xbrli:measure></xbrli:unitNumerator><xbrli:unitDenominator><xbrli:measure>xbrli:shares
      </xbrli:measure></xbrli:unitDenominator></xbrli:divide></xbrli:unit>"#;

/// An instance with facts.
pub(crate) fn instance(facts: &str) -> String {
    format!("<?xml version=\"1.0\"?><xbrli:xbrl {NAMESPACES}>{facts}{PARTS}</xbrli:xbrl>")
}

/// An inline document with a body.
pub(crate) fn inline(body: &str) -> String {
    format!(
        "<html xmlns=\"http://www.w3.org/1999/xhtml\" {NAMESPACES}><body>{body}<ix:header>\
         <ix:resources>{PARTS}</ix:resources></ix:header></body></html>"
    )
}

pub(crate) fn read(document: &str) -> Facts {
    Facts::parse(document.as_bytes()).unwrap()
}

/// The only fact of a document, as it is written in JSON lines.
pub(crate) fn only(facts: &Facts) -> Fact<'_> {
    assert_eq!(facts.errors(), [], "{facts:?}");
    assert_eq!(facts.len(), 1);
    facts.iter().next().unwrap()
}

/// What is wrong with the only fact of a document.
pub(crate) fn failed(facts: &Facts) -> &FactError {
    assert_eq!((facts.len(), facts.errors().len()), (0, 1), "{facts:?}");
    &facts.errors()[0]
}

/// What each fact says, with its id.
pub(crate) fn values(facts: &Facts) -> Vec<String> {
    let value = |fact: Fact<'_>| {
        let record = serde_json::to_value(fact).unwrap();
        let text = |key: &str| record[key].as_str().map(String::from);
        format!("{}={}", text("id").unwrap_or_default(), text("value").unwrap_or("nil".into()))
    };
    facts.iter().map(value).collect()
}

/// Reads a set of documents.
pub(crate) fn set(documents: &[&str]) -> Facts {
    let names = ["a.htm", "b.htm", "c.htm"];
    let documents: Vec<Document<'_>> = names
        .iter()
        .zip(documents)
        .map(|(name, text)| Document::new(name, text.as_bytes()))
        .collect();
    Reader::new().read(&documents).unwrap()
}
