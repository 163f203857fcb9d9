//! [`Facts`]: the facts of a document, or of several that make one report.

use alloc::vec::Vec;

use super::{
    bounds::TEXT_BYTES_MAX, context::ContextRow, error::XbrlError, fact::Fact, fault::FactError,
    finding::FactFinding, qname::QNames, read, row, table::Table,
};
use crate::tieout::xbrl::{Duplicates, RoundedFact};

/// The facts of an XBRL instance, an inline document or xBRL-JSON, in the order of the document.
///
/// Facts that are said twice stand twice. What could not be read is in [`errors`](Self::errors),
/// and has cost no other fact.
///
/// ```
/// use financials::{Accuracy, xbrl::Facts};
///
/// let document = r#"<html xmlns="http://www.w3.org/1999/xhtml"
///     xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" xmlns:us-gaap="http://fasb.org/us-gaap/2025"
///     xmlns:xbrli="http://www.xbrl.org/2003/instance"
///     xmlns:iso4217="http://www.xbrl.org/2003/iso4217"
///     xmlns:ixt="http://www.xbrl.org/inlineXBRL/transformation/2020-02-12"><body>
///   <ix:header><ix:resources>
///     <xbrli:context id="q1"><xbrli:entity>
///       <xbrli:identifier scheme="http://www.sec.gov/CIK">0001321655</xbrli:identifier>
///     </xbrli:entity><xbrli:period><xbrli:startDate>2025-04-01</xbrli:startDate>
///       <xbrli:endDate>2025-06-30</xbrli:endDate></xbrli:period></xbrli:context>
///     <xbrli:unit id="usd"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit>
///   </ix:resources></ix:header>
///   <p>Revenue was $<ix:nonFraction name="us-gaap:Revenues" contextRef="q1" unitRef="usd"
///     decimals="-3" scale="3" format="ixt:num-dot-decimal" id="f1">1,003,697</ix:nonFraction>
///     thousand, and of orders there were <ix:nonFraction name="us-gaap:Orders" contextRef="q1"
///     unitRef="usd" decimals="0" id="f2">many</ix:nonFraction>.</p></body></html>"#;
///
/// let facts = Facts::parse(document.as_bytes())?;
/// let revenue = facts.concept("us-gaap", "Revenues").next().ok_or("not tagged")?;
/// assert_eq!(revenue.number(), Some(1_003_697_000.into()));
/// assert_eq!(revenue.accuracy(), Some(Accuracy::Decimals(-3)));
/// assert_eq!(revenue.period().to_string(), "2025-04-01..2025-06-30");
/// assert_eq!(revenue.raw(), Some("1,003,697"));
///
/// let unread = facts.errors()[0].to_string();
/// assert!(unread.ends_with(": 'many' is not a number"), "{unread}");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    pub(super) table: Table,
    errors: Vec<FactError>,
    targets: Vec<alloc::string::String>,
}

impl Facts {
    /// Reads a document of any of the three syntaxes, by what it contains.
    ///
    /// # Errors
    ///
    /// - a document that is not well-formed, not text, or over a limit;
    /// - one with a document type that declares something;
    /// - HTML that is no XML, or anything else than the three syntaxes;
    /// - JSON with a key twice in an object, or with a number for a value.
    pub fn parse(document: &[u8]) -> Result<Self, XbrlError> {
        Self::of(&[("document", document)], None, TEXT_BYTES_MAX)
    }

    /// Reads named documents: a target, and texts up to a length.
    pub(super) fn of(
        documents: &[(&str, &[u8])],
        target: Option<&str>,
        texts: usize,
    ) -> Result<Self, XbrlError> {
        let read = read::read(documents, target, texts)?;
        Ok(Self { table: read.table, errors: read.errors, targets: read.targets })
    }

    /// Returns how many facts there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.table.rows.len()
    }

    /// Returns whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.table.rows.is_empty()
    }

    /// Returns every fact, in the order of the document.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = Fact<'_>> + ExactSizeIterator {
        self.table.rows.iter().map(|row| Fact { table: &self.table, row })
    }

    /// Returns the facts of a concept of a published taxonomy, whatever the taxonomy's year.
    pub fn concept<'a>(
        &'a self,
        family: &str,
        local: &str,
    ) -> impl DoubleEndedIterator<Item = Fact<'a>> + use<'a> {
        let names = &self.table.names;
        let ids: Vec<_> = names.ids().filter(|id| names.get(*id).is(family, local)).collect();
        self.iter().filter(move |fact| ids.contains(&fact.row.concept))
    }

    /// Returns the numbers that cannot be read, as far as they say of what they are: all but their
    /// value, which is nil here.
    pub(super) fn unread(&self) -> impl Iterator<Item = Fact<'_>> {
        self.table.unread.iter().map(|row| Fact { table: &self.table, row })
    }

    pub(super) fn contexts(&self) -> &[ContextRow] {
        &self.table.contexts
    }

    pub(super) fn context(&self, fact: Fact<'_>) -> Option<&ContextRow> {
        self.table.context(fact.row)
    }

    pub(super) const fn names(&self) -> &QNames {
        &self.table.names
    }

    /// Returns what could not be read, in the order of the document.
    #[must_use]
    pub fn errors(&self) -> &[FactError] {
        &self.errors
    }

    /// Returns the names of the documents.
    pub fn documents(&self) -> impl ExactSizeIterator<Item = &str> {
        self.table.documents.iter().map(|name| &**name)
    }

    /// Returns the targets that facts of inline documents are for, besides the default one. Facts
    /// of other targets than [`Reader::target`](super::Reader::target) are left out.
    #[must_use]
    pub fn targets(&self) -> &[alloc::string::String] {
        &self.targets
    }

    /// Returns what is worth knowing of the facts: first of documents, then of single facts in
    /// their order, then of facts that contradict each other.
    #[must_use]
    pub fn findings(&self) -> Vec<FactFinding<'_>> {
        let mut found = Vec::new();
        for (at, document) in self.table.documents.iter().enumerate() {
            let here = |row: &row::Row| usize::from(row.document) == at;
            let failed = self.errors.iter().any(|error| *error.document == **document);
            if !failed && !self.table.rows.iter().any(here) {
                found.push(FactFinding::NoFacts { document });
            }
        }
        for fact in self.iter() {
            if fact.is_finer_than_decimals() {
                found.push(FactFinding::FinerThanDecimals(fact));
            }
            if fact.has(row::MINUS_IN_TEXT) {
                found.push(FactFinding::MinusInText(fact));
            }
            if fact.has(row::MARKUP) {
                found.push(FactFinding::MarkupInNumber(fact));
            }
        }
        let inconsistent = self.duplicates().into_iter().filter(|facts| is_inconsistent(facts));
        found.extend(inconsistent.map(FactFinding::Inconsistent));
        found
    }

    /// Returns the numbers that are said more than once: of one concept, period, entity, unit and
    /// axes, and outside of tuples. The finest comes first; of equally fine ones, the first.
    #[must_use]
    pub fn duplicates(&self) -> Vec<Vec<Fact<'_>>> {
        let mut facts: Vec<Fact<'_>> = self
            .iter()
            .filter(|fact| fact.number().is_some() && fact.row.tuple.is_none())
            .collect();
        let key = |fact: &Fact<'_>| (fact.row.concept, fact.row.context, fact.row.unit);
        facts.sort_by_key(|fact| (key(fact), core::cmp::Reverse(fact.fineness())));
        let groups = facts.chunk_by(|left, right| key(left) == key(right));
        groups.filter(|group| group.len() > 1).map(<[Fact<'_>]>::to_vec).collect()
    }
}

fn is_inconsistent(facts: &[Fact<'_>]) -> bool {
    let known: Vec<RoundedFact> = facts.iter().filter_map(|fact| fact.rounded()).collect();
    Duplicates::of(&known).inconsistent
}
