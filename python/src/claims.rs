//! Whether claims tie out, with one another and with filings.

use financials::tieout::{Network, TieOut};
use financials_wire::claims;
use pyo3::prelude::*;

use crate::{errors, history::History};

/// What a tie-out gives: a JSON object for each claim, whether the search was cut short, and what
/// could not be read.
type Told = (Vec<String>, bool, Vec<(String, String)>);

/// Ties claims out, given as JSON, with filings, each with the subject it is of.
#[pyfunction]
pub fn tie_out(
    py: Python<'_>,
    json: &str,
    filings: Vec<(String, Py<History>)>,
    proofs: bool,
) -> PyResult<Told> {
    let given = claims::read(json).map_err(|error| errors::usage(py, "claims", error))?;
    let told = py.detach(|| {
        let filings = Filed::of(&filings)?;
        let mut network = Network::new();
        let mut refused = Vec::new();
        for claim in given {
            match claim {
                Ok(claim) => claim.add_to(&mut network),
                Err(error) => refused.push((error.code().to_owned(), error.to_string())),
            }
        }
        filings.iter().for_each(|filed| filed.join(&mut network));
        let tied: TieOut = if proofs { network.tie_out_with_proofs() } else { network.tie_out() };
        let rulings = tied.rulings().iter().map(|it| financials_wire::ruling(it).to_string());
        Ok((rulings.collect(), tied.is_capped(), refused))
    });
    told.map_err(|error: String| errors::unreadable(py, "history", error))
}

/// A filing of a subject, as taken and as first filed.
pub struct Filed<'a> {
    /// Whose it is.
    pub subject: &'a str,
    /// The history as it was read.
    pub history: &'a History,
    /// The figures as first filed, where those taken may be restated.
    pub first: Option<financials::History>,
}

impl<'a> Filed<'a> {
    /// Finds what was first filed, which is long work: without the interpreter's lock.
    ///
    /// # Errors
    ///
    /// Says whose filings make no history as first filed, and why.
    pub fn of(filings: &'a [(String, Py<History>)]) -> Result<Vec<Self>, String> {
        let each = filings.iter().map(|(subject, history)| {
            let history = history.get();
            let first = history.first_filed();
            let first = first.map_err(|error| format!("{}: {error}", history.entity()))?;
            Ok(Self { subject, history, first })
        });
        each.collect()
    }

    /// Adds what is filed to a network.
    pub fn join(&self, network: &mut Network) {
        network.add_history(self.subject, self.history.taken());
        if let Some(first) = &self.first {
            network.add_first_filed(self.subject, first);
        }
    }
}
