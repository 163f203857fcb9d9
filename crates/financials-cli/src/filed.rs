//! What a company has filed, added to a network.

use financials::{
    Error, History,
    companyfacts::{CompanyFacts, Vintage},
    tieout::Network,
};

/// Adds what a file of facts holds, as known in a vintage, and returns its history; beside what was
/// last restated, also what was first filed.
pub fn add(
    network: &mut Network,
    subject: &str,
    facts: &CompanyFacts,
    vintage: Vintage,
) -> Result<History, Error> {
    let history = facts.known(vintage).history()?;
    network.add_history(subject, &history);
    if vintage == Vintage::Latest {
        network.add_first_filed(subject, &facts.known(Vintage::First).history()?);
    }
    Ok(history)
}
