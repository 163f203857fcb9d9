//! [`Group`]: rows of the table that share their class, worth, language and source.

use super::class::Class;
use crate::{currency::Currency, stated::bound::Bound};

/// Rows of the table that share their class, worth, language and source.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    pub class: Class,
    pub worth: Worth,
    pub language: Language,
    pub source: Provenance,
    /// Whether capitals matter.
    pub exact: bool,
    /// The words, between single spaces.
    pub words: &'static str,
}

/// What a word is worth to a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Worth {
    None,
    /// A power of ten.
    Power(i8),
    Currency(Currency),
    /// A currency that has no constant of its own, by its code.
    Code(&'static str),
    Bound(Bound),
}

/// The language that a word is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Language {
    /// Codes and signs that every language uses.
    Any,
    English,
    German,
    French,
    Spanish,
    Portuguese,
    Nordic,
}

/// Where a word's meaning is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Provenance {
    /// The list of currencies of ISO 4217.
    Iso4217,
    /// Currency names and short number forms of the Unicode CLDR.
    Cldr,
    /// Codes that exchanges quote in: London's GBX, Johannesburg's ZAc.
    Exchanges,
    /// The Associated Press Stylebook: per cent, million, basis points, months.
    ApStylebook,
    /// Usage of the annual and quarterly reports at the SEC.
    SecFilings,
    /// Usage of market reports and company news on the wires.
    Wires,
    /// Usage of European interim reports: Nordic, German, French, Swiss.
    InterimReports,
    /// Usage of Indian company reports and press.
    IndianReports,
    /// The prepositions, conjunctions, articles and auxiliaries of an English grammar.
    Grammar,
}

impl Language {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::English => "English",
            Self::German => "German",
            Self::French => "French",
            Self::Spanish => "Spanish",
            Self::Portuguese => "Portuguese",
            Self::Nordic => "Nordic",
        }
    }
}

impl Provenance {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Iso4217 => "ISO 4217",
            Self::Cldr => "Unicode CLDR",
            Self::Exchanges => "quotes of exchanges",
            Self::ApStylebook => "Associated Press Stylebook",
            Self::SecFilings => "reports filed with the SEC",
            Self::Wires => "market reports and company news",
            Self::InterimReports => "European interim reports",
            Self::IndianReports => "Indian company reports and press",
            Self::Grammar => "English grammar",
        }
    }
}

impl Group {
    /// Returns rows whose words are read in capitals as in small letters.
    pub(super) const fn any(class: Class, source: Provenance, words: &'static str) -> Self {
        let language = Language::English;
        Self { class, worth: Worth::None, language, source, exact: false, words }
    }

    /// Returns rows whose words are only as they are spelled.
    pub(super) const fn exact(class: Class, source: Provenance, words: &'static str) -> Self {
        Self { exact: true, language: Language::Any, ..Self::any(class, source, words) }
    }

    pub(super) const fn of(self, language: Language) -> Self {
        Self { language, ..self }
    }

    pub(super) const fn power(self, power: i8) -> Self {
        Self { worth: Worth::Power(power), ..self }
    }

    pub(super) const fn money(self, currency: Currency) -> Self {
        Self { worth: Worth::Currency(currency), ..self }
    }

    pub(super) const fn bound(self, bound: Bound) -> Self {
        Self { worth: Worth::Bound(bound), ..self }
    }
}
