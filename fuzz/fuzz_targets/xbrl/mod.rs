//! What holds of the facts of any document.

use financials::{
    History,
    companyfacts::Vintage,
    xbrl::{Calculations, Document, Facts, Filings, Labels, Reader},
};

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
    let read = Reader::new().texts(64).read(&[Document::new("d", document)]);
    let Ok(facts) = read else {
        // A linkbase, perhaps.
        return drop((Labels::parse("d", document), Calculations::parse("d", document)));
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
    for finding in facts.findings() {
        assert!(finding.to_string().len() < 1_000);
    }
    choose(&facts);
}

/// Makes figures of the facts, or says why they make none.
fn choose(facts: &Facts) {
    if let Ok(report) = facts.report(&Labels::default()) {
        assert!(report.figures().all(|(_, figure)| figure.source().is_some()));
    }
    let mut filings = Filings::new();
    if filings.add_unlisted(facts).is_ok() {
        let figures = |history: &History| {
            history.reports().iter().flat_map(|report| report.figures()).count()
        };
        let one = filings.history(Vintage::Latest).map(|history| figures(&history));
        // The same filing once more says nothing new.
        assert!(filings.add_unlisted(facts).is_ok());
        let other = filings.history(Vintage::Latest).map(|history| figures(&history));
        assert_eq!(one, other);
    }
}
