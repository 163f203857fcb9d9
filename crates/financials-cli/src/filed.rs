//! What a company has filed, added to a network.

use financials::{
    Accuracy, Error, Figure, History, Measure,
    companyfacts::{CompanyFacts, Series, Vintage},
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
    let known = facts.known(vintage);
    let history = known.history()?;
    network.add_history(subject, &history);
    add_total_revenues(network, subject, known.concept("us-gaap", "Revenues"))?;
    if vintage == Vintage::Latest {
        network.add_first_filed(subject, &facts.known(Vintage::First).history()?);
    }
    Ok(history)
}

/// Adds total revenues by their own tag: a retailer's revenue may be its net sales, without the
/// fees of its members.
fn add_total_revenues(
    network: &mut Network,
    subject: &str,
    tagged: Vec<Series>,
) -> Result<(), Error> {
    let measure: Measure = "total_revenues".parse()?;
    for entry in tagged.iter().flat_map(|series| &series.entries) {
        if let (Some(period), Ok(amount)) = (entry.period(), &entry.amount) {
            let figure = Figure::new(amount.value, Accuracy::Unknown)?;
            network.add_filed(subject, measure, &figure, &period);
        }
    }
    Ok(())
}
