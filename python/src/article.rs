//! Each figure of an article: what it is about, and whether it can be right.

use financials::tieout::Network;
use financials_link::{Context, Period, article};
use financials_page::article::Page;
use pyo3::prelude::*;
use serde_json::Value;

use crate::{claims::Filed, errors, history::History, texts::Points};

/// Checks an article: a JSON object for each figure, and the article as a page.
#[pyfunction]
pub fn check(
    py: Python<'_>,
    text: &str,
    filings: Vec<(String, Py<History>)>,
    subject: Option<String>,
    period: Option<String>,
    title: &str,
) -> PyResult<(Vec<String>, String)> {
    let period: Option<Period> = match period.map(|label| label.parse()) {
        Some(Err(error)) => return Err(errors::usage(py, "period", error)),
        Some(Ok(period)) => Some(period),
        None => None,
    };
    let told = py.detach(|| {
        let filed = Filed::of(&filings)?;
        let mut network = Network::new();
        filed.iter().for_each(|filed| filed.join(&mut network));
        let filings = filed.iter().map(|filed| article::Filing {
            ticker: filed.subject,
            name: filed.history.entity(),
            history: filed.history.taken(),
            first: filed.first.as_ref(),
        });
        let filings: Vec<article::Filing<'_>> = filings.collect();
        let context = Context { subject, period, companies: Vec::new() };
        let checked = article::check_with(text, &context, &filings, network);
        let mut points = Points::of(text);
        let figures = checked.figures().iter().map(|figure| {
            let mut row = financials_wire::checked(text, &checked, figure);
            points.replace(&mut row);
            Value::Object(row).to_string()
        });
        let figures = figures.collect();
        Ok((figures, Page::of(title, text, &checked, &filings).to_string()))
    });
    told.map_err(|error: String| errors::unreadable(py, "history", error))
}
