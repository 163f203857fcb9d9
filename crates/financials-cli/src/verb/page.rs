//! `financials page`: a company's quarters as an HTML page.

use std::{
    fs,
    io::{self, Write},
    num::NonZeroU8,
    path::PathBuf,
};

use clap::Args;
use financials_page::{article::fingerprint, company::Page};

use crate::{
    console::Console,
    filed::{Failure, File},
    input::{Input, unpacked},
};

/// Write the quarters of a company as one HTML page
///
/// The page has a table of the quarters as last restated, with a switch to what was first filed,
/// charts, and what later filings restated. It works from disk, on paper and without a script.
#[derive(Args)]
#[command(verbatim_doc_comment, after_long_help = HELP)]
pub struct Arguments {
    /// Write the page to this file, rather than to standard output
    #[arg(short, long, value_name = "PAGE")]
    output: Option<PathBuf>,
    /// Show so many of the last quarters
    #[arg(long, value_name = "N", default_value = "12")]
    last: NonZeroU8,
    /// A companyfacts file, which may be packed by gzip, or - for standard input
    #[arg(value_name = "FILE")]
    file: Input,
}

const HELP: &str = "\
Each figure links to the filing that it rests on last. A dotted edge marks what was derived, and
a footnote says how; where a quarter has no figure, a footnote says why.

Examples:
  financials page -o palantir.html CIK0001321655.json
  financials page --last 20 - < CIK0001321655.json > palantir.html";

impl Arguments {
    /// Returns what is read.
    pub fn inputs(&self) -> impl Iterator<Item = &Input> {
        [&self.file].into_iter()
    }
}

pub fn run(arguments: &Arguments, console: &mut Console) -> io::Result<()> {
    let file = &arguments.file;
    let progress = Input::progress_over(std::slice::from_ref(file), console);
    let read = || {
        let bytes = file.bytes(&progress)?;
        let hash = fingerprint(&bytes);
        Ok::<_, Failure>((File::read(file, &unpacked(bytes)?)?, hash))
    };
    let (facts, hash) = match read() {
        Ok((File::Listed(facts), hash)) => (facts, hash),
        Ok(_) => return console.refuse(file, NOT_LISTED),
        Err(error) => return console.refuse(file, error),
    };
    let mut page = Page::of(&facts, usize::from(arguments.last.get()));
    page.fingerprint = Some(hash);
    match &arguments.output {
        Some(path) => match fs::write(path, page.to_string()) {
            Ok(()) => Ok(()),
            Err(error) => console.refuse(path.display(), error),
        },
        None => write!(console, "{page}"),
    }
}

/// A filing by itself does not say its own accession number, to which a page links.
const NOT_LISTED: &str = "a page is of a companyfacts file, whose figures name their filings";
