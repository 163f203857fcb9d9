//! [`FiledFact`]: one value of one concept, as one filing gave it.

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::figure::Accession;

/// One value, as one filing gave it.
///
/// Its concept and unit are those of the [`Concept`](crate::companyfacts::Concept) it stands in.
/// The file's `fy`, `fp` and `frame` describe the filing and not the period, so they are no key;
/// the last two are not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "FactWire", into = "FactWire")]
#[non_exhaustive]
pub struct FiledFact {
    /// First day of the period; nothing for an instant.
    pub start: Option<Date>,
    /// Last day of the period, or the day of the instant.
    pub end: Date,
    /// The value as filed, in the series' unit: currency in whole units, sign as tagged.
    pub value: Decimal,
    /// The filing that gave it.
    pub accession: Accession,
    /// The day on which that filing was filed.
    pub filed: Date,
    /// The kind of filing.
    pub form: Form,
    pub(crate) form_index: u8,
    /// The fiscal year the filing names for itself; it is missing from proxy statements.
    pub fiscal_year: Option<i16>,
}

/// A fact as serde writes it. The index is the form's place among the names of the file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "struct FiledFact")]
struct FactWire {
    start: Option<Date>,
    end: Date,
    #[serde(with = "crate::decimal::wire")]
    value: Decimal,
    accession: Accession,
    filed: Date,
    form: Form,
    form_index: u8,
    fiscal_year: Option<i16>,
}

impl From<FiledFact> for FactWire {
    fn from(fact: FiledFact) -> Self {
        let FiledFact { start, end, value, accession, filed, form, form_index, fiscal_year } = fact;
        Self { start, end, value, accession, filed, form, form_index, fiscal_year }
    }
}

impl TryFrom<FactWire> for FiledFact {
    type Error = &'static str;

    fn try_from(wire: FactWire) -> Result<Self, Self::Error> {
        let FactWire { start, end, value, accession, filed, form, form_index, fiscal_year } = wire;
        if start.is_some_and(|start| start > end) {
            return Err("the start of a fact is after its end");
        }
        Ok(Self { start, end, value, accession, filed, form, form_index, fiscal_year })
    }
}

/// The kind of a filing, as far as histories depend on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Form {
    /// An annual report: 10-K, 10-KT, 20-F, 40-F and their amendments.
    Annual,
    /// A quarterly report: 10-Q, 10-QT and their amendments.
    Quarterly,
    /// A current report or a registration that carries financial statements: 8-K, 6-K, S-1, 424B…
    Current,
    /// Anything else, such as a proxy statement (DEF 14A) with its pay-versus-performance table.
    /// Its facts never enter a history.
    Other,
}

impl Form {
    /// Returns the kind of a form by its name in EDGAR. Reports to other registers have no form,
    /// and are called `annual report` and `interim report`.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let base = name.strip_suffix("/A").unwrap_or(name);
        match base {
            "10-K" | "10-KT" | "10-K405" | "10-KSB" | "20-F" | "40-F" => Self::Annual,
            "annual report" => Self::Annual,
            "interim report" => Self::Quarterly,
            "10-Q" | "10-QT" | "10-QSB" => Self::Quarterly,
            "8-K" | "8-K12B" | "8-K12G3" | "8-K15D5" | "6-K" => Self::Current,
            "10-12B" | "10-12G" | "20FR12B" | "20FR12G" | "40FR12B" | "40FR12G" => Self::Current,
            _ if ["S-", "F-", "424B", "POS AM", "POSASR", "1-A", "1-K", "1-SA"]
                .iter()
                .any(|start| base.starts_with(start)) =>
            {
                Self::Current
            }
            _ => Self::Other,
        }
    }
}

/// 48 bytes hold a fact, against 151 bytes of its text.
const _: () = assert!(size_of::<FiledFact>() <= 48);
