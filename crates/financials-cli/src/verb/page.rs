//! `financials page`: a company's quarters as an HTML page.

use std::{
    io::{self, Write},
    num::NonZeroU8,
    path::PathBuf,
};

use clap::Args;
use financials::{
    Basis,
    companyfacts::{CompanyFacts, Vintage},
    tieout::Network,
};
use financials_page::{article::fingerprint, company::Page};
use financials_wire::claims::{self, Given};

use crate::{
    console::Console,
    draft::Draft,
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
    /// Show what these claims state too: guidance, and adjusted figures
    #[arg(long, value_name = "CLAIMS.json")]
    claims: Option<Input>,
    /// The claims' name of the company, where they are of several
    #[arg(long, value_name = "TICKER", requires = "claims")]
    subject: Option<String>,
    /// A companyfacts file, which may be packed by gzip, or - for standard input
    #[arg(value_name = "FILE")]
    file: Input,
}

const HELP: &str = "\
Each figure links to the filing that it rests on last. A dotted edge marks what was derived, and
a footnote says how; where a quarter has no figure, a footnote says why.

With --claims the page also shows what the company guided beside what came out, and its adjusted
figures beside those that it filed. The claims are those that tie-out takes: a range of
guidance:revenue, or operating_income on the basis adjusted.

Examples:
  financials page --claims releases.json -o palantir.html CIK0001321655.json
  financials page -o palantir.html CIK0001321655.json
  financials page --last 20 - < CIK0001321655.json > palantir.html";

impl Arguments {
    /// Returns what is read.
    pub fn inputs(&self) -> impl Iterator<Item = &Input> {
        [Some(&self.file), self.claims.as_ref()].into_iter().flatten()
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
    if let Some(claims) = &arguments.claims {
        page = match stated(page, &facts, (claims, arguments.subject.as_deref()), console) {
            Ok(page) => page,
            Err(error) => return console.refuse(claims, error),
        };
    }
    match &arguments.output {
        Some(path) => match Draft::write(path, &page.to_string()) {
            Ok(()) => Ok(()),
            Err(error) => console.refuse(path.display(), error),
        },
        None => write!(console, "{page}"),
    }
}

/// Adds what claims state; those that cannot be read are told, and the others are shown.
fn stated(
    page: Page,
    facts: &CompanyFacts,
    (file, subject): (&Input, Option<&str>),
    console: &mut Console,
) -> Result<Page, Failure> {
    let progress = Input::progress_over(std::slice::from_ref(file), console);
    let mut network = Network::new();
    let mut subjects: Vec<String> = Vec::new();
    for claim in claims::read(&file.text(&progress)?)? {
        match claim {
            Ok(given) => {
                let (Given::Claim { subject, .. } | Given::Whole { subject, .. }) = &given;
                if !subjects.contains(subject) {
                    subjects.push(subject.clone());
                }
                given.add_to(&mut network);
            }
            Err(error) => console.refuse(file, error)?,
        }
    }
    let subject = match (subject, subjects.as_slice()) {
        (Some(own), _) if subjects.iter().any(|subject| subject == own) => own,
        (None, [one]) => one,
        (None, []) => return Ok(page),
        _ => return Err(Failure::from(format!("{OF_SEVERAL} {}", subjects.join(", ")))),
    };
    let history = facts.known(Vintage::Latest).history()?;
    let reports = history.reports().iter();
    let basis = reports.filter_map(|report| report.basis()).next_back().unwrap_or(Basis::Gaap);
    network.add_history(subject, &history);
    Ok(page.with_stated(&network.tie_out(), subject, basis))
}

const OF_SEVERAL: &str = "--subject must be one of those that the claims are of:";

/// A filing by itself does not say its own accession number, to which a page links.
const NOT_LISTED: &str = "a page is of a companyfacts file, whose figures name their filings";
