//! [`FactFinding`]: what is worth knowing of facts that could be read.

use super::fact::Fact;

/// What is worth knowing of facts that could be read.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum FactFinding<'a> {
    /// A document that has no facts: an XHTML document without inline XBRL, most often.
    NoFacts {
        /// The document.
        document: &'a str,
    },
    /// A number has digits past its accuracy.
    FinerThanDecimals(Fact<'a>),
    /// A minus stands in the text of an inline number, where the attribute `sign` should say it.
    MinusInText(Fact<'a>),
    /// Markup stands inside an inline number, which takes text only; it was passed over.
    MarkupInNumber(Fact<'a>),
    /// Numbers of one concept, period, entity, unit and axes that admit no value in common. None is
    /// to be preferred.
    Inconsistent(alloc::vec::Vec<Fact<'a>>),
}

impl FactFinding<'_> {
    /// Returns a short name of the kind that never changes.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoFacts { .. } => "no_facts",
            Self::FinerThanDecimals(_) => "finer_than_decimals",
            Self::MinusInText(_) => "minus_in_text",
            Self::MarkupInNumber(_) => "markup_in_number",
            Self::Inconsistent(_) => "inconsistent",
        }
    }
}
