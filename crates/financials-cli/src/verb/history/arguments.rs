//! [`Arguments`]: what `financials history` takes.

use clap::Args;
use financials::Item;

use crate::{input::Input, vintage::Vintages, within::Within};

/// Print the quarters and years of companies from SEC companyfacts files and from filings
///
/// A filing is an XBRL instance, inline XBRL or xBRL-JSON; what a file is, is seen from what is in
/// it, and it may be packed by gzip. Filings of one company make one history. A companyfacts file
/// of that company takes the accuracy that they state.
///
/// Without --json it prints a table of quarters, or of the items and concepts asked for, and what
/// later filings restated; * marks a derived figure.
#[derive(Args)]
#[command(verbatim_doc_comment, after_long_help = HELP)]
pub struct Arguments {
    /// Print one object a line, rather than tables
    #[arg(long)]
    pub(super) json: bool,
    /// Pass over bad facts, and name them, rather than their file
    #[arg(long)]
    pub(super) lenient: bool,
    #[command(flatten)]
    pub(super) vintages: Vintages,
    /// A line item, such as revenue or total_assets
    #[arg(long = "item", value_name = "NAME")]
    pub(super) items: Vec<Item>,
    /// One concept as it stands, such as us-gaap:Revenues
    #[arg(long = "concept", value_name = "TAXONOMY:NAME", value_parser = concept)]
    pub(super) concepts: Vec<(String, String)>,
    #[command(flatten)]
    pub(super) within: Within,
    /// A companyfacts file or a filing, a folder of JSON files, SEC's companyfacts.zip, or - for
    /// standard input
    #[arg(verbatim_doc_comment, value_name = "FILE", required = true)]
    pub files: Vec<Input>,
}

const HELP: &str = "\
The files are https://data.sec.gov/api/xbrl/companyfacts/CIK##########.json, and those of SEC's
companyfacts.zip, or the documents of filings. Links to folders inside a folder are not followed.

With --json, each period of the items and concepts asked for (all items, if none) is one object a
line:
  file                          of several filings, the first
  item, concept                 item is null for a concept as it stands, and concept for a figure
                                computed from several lines
  start, end, kind              quarter, half, nine_months, year, ttm, or instant without a start
  fiscal_year, fiscal_quarter, calendar
  value, unit, origin           origin is reported or derived
  decimals                      how precisely it is stated: an integer or \"INF\", and null where
                                that is not known, as companyfacts do not say it
  within                        how far off a sum or difference of rounded figures may be, which has
                                no decimals of its own
  accessions, filed             the filings that the value rests on, and the day of the last of them
  documents                     those of filings without an accession
  restated, split_adjusted
  reason                        the stable code of why there is no value
  findings                      what the filings show when held against each other

Examples:
  financials history CIK0001321655.json
  financials history --json 10-k_htm.xml 10-q_htm.xml | jq -r '[.item, .end, .decimals] | @tsv'
  financials history --json --item revenue --as-of 2024-02-16 companyfacts/ |
      jq -r 'select(.kind == \"ttm\") | [.file, .end, .value] | @tsv'";

fn concept(text: &str) -> Result<(String, String), String> {
    let parts = text.split_once(':').ok_or("a concept is TAXONOMY:NAME, such as us-gaap:Assets")?;
    Ok((parts.0.to_owned(), parts.1.to_owned()))
}
