//! What a filing says of which no figure can be taken.

use alloc::{string::String, vec::Vec};

use jiff::civil::Date;

use super::{merging::unit_name, primary::Primary};
use crate::{
    companyfacts::{CompanyFacts, ConceptName, Disputed},
    figure::Accession,
    undefined::Absence,
    xbrl::fact::Fact,
};

/// What is disputed: the taxonomy and the name of a concept, the unit and the days.
pub(super) type Subject = (String, String, Option<String>, Option<Date>, Date);

impl Primary<'_> {
    /// Returns of what numbers of the whole are that cannot be read.
    pub(super) fn unread(&self) -> Vec<Subject> {
        let facts = self.facts.unread().filter(|fact| self.is_whole(*fact));
        facts.filter_map(subject).collect()
    }
}

fn subject(fact: Fact<'_>) -> Option<Subject> {
    let (taxonomy, period) = (fact.concept().family()?, fact.period().to_period()?);
    let start = (!period.is_instant()).then(|| period.start());
    let (name, unit) = (fact.concept().local().into(), fact.unit().map(unit_name));
    Some((taxonomy.into(), name, unit, start, period.end()))
}

/// Notes in a file what a filing disputes, once.
pub(super) fn dispute(
    file: &mut CompanyFacts,
    (accession, filed): (Accession, Date),
    subject: Subject,
    why: Absence,
) {
    let (taxonomy, name, unit, start, end) = subject;
    let concept = ConceptName { taxonomy, name };
    let disputed = Disputed { concept, unit, start, end, accession, filed, why };
    if !file.disputed.contains(&disputed) {
        file.disputed.push(disputed);
    }
}
