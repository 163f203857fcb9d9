//! [`Within`]: the member of an axis whose numbers are taken.

use clap::Args;

/// The member of an axis whose numbers are taken.
#[derive(Args, Clone, Debug, Default)]
pub struct Within {
    /// Of filings that have them, take the numbers of one member of an axis, as the program names
    /// both where it must be said: separate statements, or one of two registrants
    #[arg(verbatim_doc_comment, long, value_name = "AXIS=MEMBER", value_parser = axis_and_member)]
    pub within: Option<(String, String)>,
}

fn axis_and_member(text: &str) -> Result<(String, String), String> {
    let parts = text.split_once('=').ok_or(
        "a member is AXIS=MEMBER, such as \
         ifrs-full:ConsolidatedAndSeparateFinancialStatementsAxis=ifrs-full:SeparateMember",
    )?;
    Ok((parts.0.to_owned(), parts.1.to_owned()))
}
