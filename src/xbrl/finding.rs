//! [`FactFinding`]: what is worth knowing of facts that could be read.

use core::fmt;

use super::{bounds::INCONSISTENT_SHOWN_MAX, fact::Fact};
use crate::decimal::excerpt;

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

/// Says what it is, of which fact, and where that stands.
impl fmt::Display for FactFinding<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = |f: &mut fmt::Formatter<'_>, fact: &Fact<'_>| {
            let concept = excerpt(&alloc::format!("{}", fact.concept()));
            write!(f, "{}: {concept} at byte {}", fact.document(), fact.byte())
        };
        match self {
            Self::NoFacts { document } => {
                write!(f, "{document}: no facts: a document without XBRL in it")
            }
            Self::FinerThanDecimals(fact) => {
                place(f, fact)?;
                let number = fact.number().unwrap_or_default();
                write!(f, ": {number} has digits past its accuracy")
            }
            Self::MinusInText(fact) => {
                place(f, fact)?;
                f.write_str(": the text has a minus, and the attribute sign should say it")
            }
            Self::MarkupInNumber(fact) => {
                place(f, fact)?;
                f.write_str(": markup stands in the number, and was passed over")
            }
            Self::Inconsistent(facts) => {
                let Some(first) = facts.first() else { return Ok(()) };
                place(f, first)?;
                write!(f, ": said as {}", first.number().unwrap_or_default())?;
                for fact in facts.iter().skip(1).take(INCONSISTENT_SHOWN_MAX) {
                    let number = fact.number().unwrap_or_default();
                    write!(f, " and, at byte {}, as {number}", fact.byte())?;
                }
                f.write_str(", which cannot all be")
            }
        }
    }
}
