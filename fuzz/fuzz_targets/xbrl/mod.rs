//! What holds of the facts of any document.

use financials::xbrl::{Document, Reader};

/// The namespaces of the wrapped documents.
#[allow(dead_code, reason = "a target uses what it needs")]
pub const NAMESPACES: &str = r#"xmlns:ix="http://www.xbrl.org/2013/inlineXBRL"
    xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:xbrldi="http://xbrl.org/2006/xbrldi"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xmlns:iso4217="http://www.xbrl.org/2003/iso4217"
    xmlns:ixt="http://www.xbrl.org/inlineXBRL/transformation/2022-02-16"
    xmlns:ixt1="http://www.xbrl.org/inlineXBRL/transformation/2010-04-20"
    xmlns:ixt3="http://www.xbrl.org/inlineXBRL/transformation/2015-02-26"
    xmlns:sec="http://www.sec.gov/inlineXBRL/transformation/2015-08-31" xmlns:t="u""#;

/// A context and units that the documents can name.
#[allow(dead_code, reason = "a target uses what it needs")]
pub const PARTS: &str = r#"<xbrli:context id="c"><xbrli:entity><xbrli:identifier scheme="s">E
    </xbrli:identifier></xbrli:entity><xbrli:period><xbrli:instant>2024-12-31</xbrli:instant>
    </xbrli:period></xbrli:context><xbrli:unit id="u"><xbrli:measure>iso4217:USD</xbrli:measure>
    </xbrli:unit>"#;

/// Reads a document, and holds what is known of what comes out.
pub fn check(document: &[u8]) {
    let Ok(facts) = Reader::new().texts(64).read(&[Document::new("d", document)]) else {
        return;
    };
    let mut last = 0;
    for fact in facts.iter() {
        assert!(last <= fact.byte() && fact.byte() < document.len());
        last = fact.byte();
        assert!(serde_json::to_string(&fact).is_ok());
        assert!(fact.text().is_none_or(|text| text.len() <= 64 || fact.format().is_some()));
        assert_eq!(fact.accuracy().is_some(), fact.unit().is_some() && !fact.is_nil());
        let _ = fact.period().to_period();
    }
    for error in facts.errors() {
        assert!(error.byte < document.len());
        assert!(error.to_string().len() < 1_000);
    }
    for group in facts.duplicates() {
        assert!(group.len() > 1);
    }
    facts.findings();
}
