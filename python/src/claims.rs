//! Whether claims tie out, with one another and with filings.

use financials::tieout::{Network, TieOut};
use financials_wire::claims;
use pyo3::prelude::*;

use crate::{errors, history::History};

/// What a tie-out gives: a JSON object for each claim, whether the search was cut short, and what
/// could not be read.
type Told = (Vec<String>, bool, Vec<(String, String)>);

/// Ties claims out, given as a JSON array, with filings, each with the subject it is of.
#[pyfunction]
pub fn tie_out(
    py: Python<'_>,
    json: &str,
    filings: Vec<(String, Py<History>)>,
    proofs: bool,
) -> PyResult<Told> {
    let given = claims::read(json).map_err(|error| errors::usage(py, "claims", error))?;
    let filings = borrowed(py, &filings);
    py.detach(|| {
        let mut network = Network::new();
        let mut refused = Vec::new();
        for claim in given {
            match claim {
                Ok(claim) => claim.add_to(&mut network),
                Err(error) => refused.push((error.code().to_owned(), error.to_string())),
            }
        }
        join(&mut network, &filings);
        let tied: TieOut = if proofs { network.tie_out_with_proofs() } else { network.tie_out() };
        let rulings = tied.rulings().iter().map(|it| financials_wire::ruling(it).to_string());
        Ok((rulings.collect(), tied.is_capped(), refused))
    })
}

/// Filings that a call without the interpreter's lock reads.
pub type Filed = Vec<(String, financials::History, Option<financials::History>, String)>;

/// Returns the histories of filings, which are shared with no one.
pub fn borrowed(py: Python<'_>, filings: &[(String, Py<History>)]) -> Filed {
    let each = filings.iter().map(|(subject, history)| {
        let history = history.borrow(py);
        let (taken, first) = (history.taken().clone(), history.first_filed());
        (subject.clone(), taken, first, history.entity().to_owned())
    });
    each.collect()
}

/// Adds what is filed to a network.
pub fn join(network: &mut Network, filings: &Filed) {
    for (subject, history, first, _) in filings {
        network.add_history(subject, history);
        if let Some(first) = first {
            network.add_first_filed(subject, first);
        }
    }
}
