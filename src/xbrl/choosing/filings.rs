//! [`Filings`]: several filings of one company, as a history.

use alloc::{collections::BTreeMap, string::String, vec::Vec};

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{error::ChoiceError, primary::Primary};
use crate::{
    companyfacts::{BuildError, CompanyFacts, Concept, FiledFact, Form, Input, UnitFacts, Vintage},
    figure::{Accession, Accuracy},
    history::History,
    xbrl::{fact::Fact, facts::Facts, unit::Unit},
};

/// Several filings of one company: their figures through time, each with its stated accuracy.
///
/// What becomes of them follows the rules of [`companyfacts`](crate::companyfacts): vintages,
/// restatements, quarters derived from longer periods. A derived figure is as precise as the
/// rounding of its inputs together allows.
///
/// ```no_run
/// use financials::{companyfacts::Vintage, xbrl::{Facts, Filings}};
///
/// let mut filings = Filings::new();
/// let annual = Facts::parse(&std::fs::read("10-k_htm.xml")?)?;
/// filings.add("0000320193-23-000106".parse()?, "10-K", "2023-11-03".parse()?, &annual)?;
/// let history = filings.history(Vintage::Latest)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filings {
    company: CompanyFacts,
    stated: BTreeMap<Key, (Decimal, Accuracy)>,
}

/// A filing's figure: the filing, the taxonomy and the name of the concept, and the period.
type Key = (Accession, String, String, Option<Date>, Date);

impl Filings {
    /// Starts without a filing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a filing: its numbers of the whole, in the taxonomies of the FASB, the SEC and the IFRS
    /// Foundation.
    ///
    /// # Errors
    ///
    /// Fails where [`Primary::of`] does.
    pub fn add(
        &mut self,
        accession: Accession,
        form: &str,
        filed: Date,
        facts: &Facts,
    ) -> Result<(), ChoiceError> {
        let primary = Primary::of(facts)?;
        let cover = facts.cover();
        self.company.cik = self.company.cik.or(cover.cik());
        let identifier = primary.facts().next().map(|fact| fact.entity().identifier);
        match (cover.company(), identifier) {
            (Some(name), _) => self.company.entity_name = name.into(),
            // European filings name themselves by an identifier alone.
            (None, Some(identifier)) if self.company.entity_name.is_empty() => {
                self.company.entity_name = identifier.into();
            }
            _ => {}
        }
        let forms = &mut self.company.forms;
        let place = forms.iter().position(|known| known == form).unwrap_or_else(|| {
            forms.push(form.into());
            forms.len() - 1
        });
        let filing = Filing {
            accession,
            filed,
            form: Form::of(form),
            form_index: place.try_into().unwrap_or(u8::MAX),
            fiscal_year: cover.fiscal_year(),
        };
        for fact in primary.facts() {
            self.fact(&filing, fact);
        }
        for unit in self.company.concepts.iter_mut().flat_map(|concept| &mut concept.units) {
            unit.facts.sort_by_key(|fact| (fact.end, fact.start, fact.filed));
        }
        Ok(())
    }

    /// Adds a number: of those that one filing gives for a period, the finest.
    fn fact(&mut self, filing: &Filing, fact: Fact<'_>) {
        let name = fact.concept();
        let parts = (name.family(), fact.number(), fact.span().period(), fact.unit());
        let (Some(taxonomy), Some(value), Some(period), Some(unit)) = parts else { return };
        let accuracy = fact.accuracy().unwrap_or(Accuracy::Unknown);
        let start = (!period.is_instant()).then(|| period.start());
        let end = period.end();
        let key = (filing.accession, taxonomy.into(), name.local().into(), start, end);
        if let Some((_, known)) = self.stated.get(&key)
            && fineness(*known) >= fineness(accuracy)
        {
            return;
        }
        self.stated.insert(key, (value, accuracy));
        let unit = unit_name(unit);
        let facts = facts_of(&mut self.company.concepts, taxonomy, name.local(), &unit);
        facts.retain(|other| {
            (other.accession, other.start, other.end) != (filing.accession, start, end)
        });
        facts.push(FiledFact {
            start,
            end,
            value,
            accession: filing.accession,
            filed: filing.filed,
            form: filing.form,
            form_index: filing.form_index,
            fiscal_year: filing.fiscal_year,
        });
        self.company.read = self.stated.len();
    }

    /// Returns the figures as a companyfacts file has them, which states no accuracy.
    #[must_use]
    pub const fn company_facts(&self) -> &CompanyFacts {
        &self.company
    }

    /// Returns how precisely a figure of a companyfacts file was stated, if a filing here has it:
    /// under the same accession, concept and period, with the same value.
    #[must_use]
    pub fn accuracy(&self, input: &Input) -> Accuracy {
        let concept = &input.concept;
        let (taxonomy, name) = (concept.taxonomy.clone(), concept.name.clone());
        let key = (input.accession, taxonomy, name, input.start, input.end);
        match self.stated.get(&key) {
            Some((value, accuracy)) if *value == input.value => *accuracy,
            _ => Accuracy::Unknown,
        }
    }

    /// Returns the company's reports under a vintage, each figure with its stated accuracy.
    ///
    /// # Errors
    ///
    /// Fails where [`KnownFacts::history`](crate::companyfacts::KnownFacts::history) does.
    pub fn history(&self, vintage: Vintage) -> Result<History, BuildError> {
        self.company.known(vintage).history_stated(|input| self.accuracy(input))
    }
}

/// What a filing says of each of its figures.
struct Filing {
    accession: Accession,
    filed: Date,
    form: Form,
    form_index: u8,
    fiscal_year: Option<i16>,
}

fn facts_of<'a>(
    concepts: &'a mut Vec<Concept>,
    taxonomy: &str,
    name: &str,
    unit: &str,
) -> &'a mut Vec<FiledFact> {
    let known = concepts.iter().position(|one| one.name == name && one.taxonomy == taxonomy);
    let at = known.unwrap_or(concepts.len());
    if known.is_none() {
        let (taxonomy, name) = (taxonomy.into(), name.into());
        concepts.push(Concept { taxonomy, name, units: Vec::new() });
    }
    #[expect(clippy::indexing_slicing, reason = "it was found or pushed")]
    let units = &mut concepts[at].units;
    let known = units.iter().position(|facts| facts.unit == unit);
    let at = known.unwrap_or(units.len());
    if known.is_none() {
        units.push(UnitFacts { unit: unit.into(), facts: Vec::new() });
    }
    #[expect(clippy::indexing_slicing, reason = "it was found or pushed")]
    &mut units[at].facts
}

/// Returns a unit as the SEC's files name it: `USD`, `shares`, `USD/shares`.
fn unit_name(unit: Unit<'_>) -> String {
    let side = |names: Vec<&str>| names.join("-");
    let numerator = side(unit.numerator().map(|name| name.local()).collect());
    let denominator: Vec<&str> = unit.denominator().map(|name| name.local()).collect();
    match denominator.is_empty() {
        true => numerator,
        false => alloc::format!("{numerator}/{}", side(denominator)),
    }
}

fn fineness(accuracy: Accuracy) -> (u8, i8) {
    match accuracy {
        Accuracy::Unknown => (0, 0),
        Accuracy::Decimals(places) => (1, places),
        Accuracy::Exact => (2, 0),
    }
}
