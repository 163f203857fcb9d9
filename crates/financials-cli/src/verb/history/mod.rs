//! `financials history`: the figures of companies, period by period, from companyfacts files and
//! filings.

mod row;
mod table;

use std::io::{self, Write};

use clap::Args;
use financials::{
    Date, Item,
    companyfacts::{CompanyFacts, Entry, Series, Stream, Vintage},
    period::PeriodKind,
};

use crate::{
    console::Console,
    filed::{self, Company, Failure, File},
    input::Input,
    within::Within,
};

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
    json: bool,
    /// Pass over bad facts, and name them, rather than their file
    #[arg(long)]
    lenient: bool,
    /// Take every figure as first reported
    #[arg(long, group = "vintage")]
    first: bool,
    /// Take every figure as last restated (this is the default)
    #[arg(long, group = "vintage")]
    latest: bool,
    /// Take every figure as known on a day, such as 2024-02-16
    #[arg(long, value_name = "DATE", group = "vintage")]
    as_of: Option<Date>,
    /// A line item, such as revenue or total_assets
    #[arg(long = "item", value_name = "NAME")]
    items: Vec<Item>,
    /// One concept as it stands, such as us-gaap:Revenues
    #[arg(long = "concept", value_name = "TAXONOMY:NAME", value_parser = concept)]
    concepts: Vec<(String, String)>,
    #[command(flatten)]
    within: Within,
    /// A companyfacts file or a filing, a folder of JSON files, or - for standard input
    #[arg(value_name = "FILE", required = true)]
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

impl Arguments {
    fn vintage(&self) -> Vintage {
        match self.as_of {
            Some(day) => Vintage::AsOf(day),
            None if self.first => Vintage::First,
            None => Vintage::Latest,
        }
    }
}

pub fn run(arguments: &Arguments, console: &mut Console) -> io::Result<()> {
    let files = Input::files(&arguments.files, console)?;
    let progress = console.progress_over(&files);
    // The filings first: a companyfacts file may stand before those that say how precise it is.
    let (filings, files): (Vec<Input>, Vec<Input>) = files.into_iter().partition(is_filing);
    let mut companies = Vec::new();
    for file in filings {
        let read = file.unpacked(&progress).map_err(Failure::from);
        match read.and_then(|bytes| File::read(&file, &bytes)) {
            Ok(read) => put(&mut companies, &file, read),
            Err(error) => console.refuse(&file, error)?,
        }
    }
    for file in files {
        let bytes = match file.unpacked(&progress) {
            Ok(bytes) => bytes,
            Err(error) => {
                console.refuse(&file, error)?;
                continue;
            }
        };
        // On standard input, or JSON that says at its end what it is.
        if filed::is_filing(&bytes) {
            match File::read(&file, &bytes) {
                Ok(read) => put(&mut companies, &file, read),
                Err(error) => console.refuse(&file, error)?,
            }
            continue;
        }
        let stream = Stream::new([(file.to_string(), Ok(bytes.as_slice()))]);
        let mut stream = if arguments.lenient { stream.lenient() } else { stream };
        for file in &mut stream {
            for skipped in file.facts.iter().flat_map(CompanyFacts::skipped) {
                console.note(format_args!("{}: passed over: {skipped}", file.name));
            }
            match file.facts {
                Ok(facts) => {
                    let key = facts.cik().map(|cik| cik.to_string());
                    let known =
                        companies.iter().position(|known| Some(&known.subject) == key.as_ref());
                    let company = match known {
                        Some(known) => companies.remove(known).over(facts),
                        None => Company::of(file.name.clone(), facts),
                    };
                    print(console, arguments, &file.name, company)?;
                }
                Err(error) => console.refuse(&file.name, error)?,
            }
        }
    }
    for company in companies {
        let name = company.name.clone();
        print(console, arguments, &name, company)?;
    }
    Ok(())
}

/// Puts a filing to those of its company, which goes by its number.
fn put(companies: &mut Vec<Company>, file: &Input, read: File) {
    let subject = read.number();
    Company::put(companies, &subject, &file.to_string(), read);
}

/// Returns whether a file is a filing by how it begins; standard input can be read only once.
fn is_filing(file: &Input) -> bool {
    !file.is_standard() && file.head().is_ok_and(|head| filed::begins_filing(&head))
}

fn print(
    console: &mut Console,
    arguments: &Arguments,
    name: &str,
    company: Company,
) -> io::Result<()> {
    let Some(filed) = company.filed(&arguments.within, console)? else { return Ok(()) };
    match arguments.json {
        true => row::print(console, arguments, name, filed.filings())?,
        false => table::print(console, arguments, name, filed.filings())?,
    }
    console.flush()
}

/// Returns the entries whose period has a name; others, such as a month, are counted and not
/// listed.
fn named(series: &Series) -> impl Iterator<Item = &Entry> {
    series.entries.iter().filter(|entry| kind(entry.kind).is_some())
}

/// Returns the name of a kind in the output, if it has one.
fn kind(kind: PeriodKind) -> Option<&'static str> {
    Some(match kind {
        PeriodKind::Instant => "instant",
        PeriodKind::Quarter => "quarter",
        PeriodKind::Half => "half",
        PeriodKind::NineMonths => "nine_months",
        PeriodKind::Year => "year",
        PeriodKind::TrailingTwelveMonths => "ttm",
        _ => return None,
    })
}
