//! [`Within`]: the member of an axis whose numbers are taken.

use std::collections::BTreeSet;

use clap::Args;
use financials::xbrl::{Facts, Primary};

/// The member of an axis whose numbers are taken.
#[derive(Args, Clone, Debug, Default)]
pub struct Within {
    /// Of filings that have them, take the numbers of one member of an axis, with prefixes or
    /// without: separate statements, or one of two registrants
    #[arg(verbatim_doc_comment, long, value_name = "AXIS=MEMBER", value_parser = axis_and_member)]
    pub within: Option<(String, String)>,
}

/// A message names at most so many axes or members.
const NAMED_MAX: usize = 20;

impl Within {
    /// Returns what to say where no filing has the member that was asked for: the members of its
    /// axis, or else the axes that there are. Without filings there is nothing to choose.
    pub fn nowhere<'a>(&self, filings: impl Iterator<Item = &'a Facts>) -> Option<String> {
        let (axis, member) = self.within.as_ref()?;
        let (mut axes, mut members) = (BTreeSet::new(), BTreeSet::new());
        let mut filings = filings.peekable();
        filings.peek()?;
        for facts in filings {
            if Primary::within(facts, axis, member).facts().next().is_some() {
                return None;
            }
            for dimension in facts.iter().flat_map(|fact| fact.dimensions()) {
                let name = dimension.axis.to_string();
                if name == *axis || dimension.axis.local() == axis {
                    members.insert(format!("{name}={}", dimension.member));
                }
                axes.insert(name);
            }
        }
        let (what, names) = if members.is_empty() { ("axes", axes) } else { ("members", members) };
        let more = names.len().saturating_sub(NAMED_MAX);
        let mut named: Vec<String> = names.into_iter().take(NAMED_MAX).collect();
        if more > 0 {
            named.push(format!("and {more} more"));
        }
        if named.is_empty() {
            named.push("none".to_owned());
        }
        Some(format!("no number is within {axis}={member}; the {what} are {}", named.join(", ")))
    }
}

fn axis_and_member(text: &str) -> Result<(String, String), String> {
    let parts = text.split_once('=').ok_or(
        "a member is AXIS=MEMBER, such as \
         ifrs-full:ConsolidatedAndSeparateFinancialStatementsAxis=ifrs-full:SeparateMember",
    )?;
    Ok((parts.0.to_owned(), parts.1.to_owned()))
}
