//! `financials panel`: metrics of many companies and periods as one table.

mod companies;

use std::io::{self, Write};

use clap::{Args, ValueEnum};
use financials::{
    Decimal, Measure,
    companyfacts::CompanyFacts,
    panel::{Panel, PanelView, Table},
};
use financials_files::{Progress, Walk};
use indicatif::ProgressBar;

use companies::{Companies, Price};

use crate::{
    console::Console,
    distinct::hold_distinct,
    draft::Draft,
    filed::{self, Company, Failure},
    frames::{self, Target},
    input::Input,
    vintage::Vintages,
    within::Within,
};

/// Write metrics of many companies and periods as one table, CSV or JSON lines
///
/// Companyfacts files are read one at a time, so that the SEC's companyfacts.zip of all companies
/// takes no more memory than the longest of its files. Filings (XBRL instances, inline XBRL,
/// xBRL-JSON) of one company make one history, and stand in the table behind the others; a
/// companyfacts file of that company goes with them.
#[derive(Args)]
#[command(verbatim_doc_comment, after_long_help = HELP)]
pub struct Arguments {
    /// Metrics and line items, by their names or aliases
    #[arg(short, long, value_name = "METRIC,...", value_delimiter = ',', value_parser = measure)]
    metrics: Vec<Measure>,
    /// Which periods
    #[arg(long, value_name = "KIND", default_value = "quarter")]
    periods: Periods,
    /// Only the last periods of each company
    #[arg(long, value_name = "N")]
    last: Option<usize>,
    /// Decimals that values are rounded to, half to even; at most 28
    #[arg(long, value_name = "N", default_value_t = 12, value_parser = places)]
    places: u32,
    /// The price of a company's share, which its last period is valued at
    #[arg(long = "price", value_name = "TICKER=P", value_parser = Price::parse)]
    prices: Vec<Price>,
    /// One value a line, with the reason in words where there is none
    #[arg(long)]
    long: bool,
    /// Print one object a line, rather than CSV
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    vintages: Vintages,
    /// Where the table goes, rather than to standard output; its ending says what it is
    #[arg(short, long, value_name = "FILE.csv|FILE.jsonl|FILE.parquet")]
    #[arg(value_parser = frames::target)]
    #[arg(conflicts_with = "json")]
    output: Option<Target>,
    #[command(flatten)]
    within: Within,
    /// A companyfacts file or a filing, a folder of JSON files, SEC's companyfacts.zip, or - for
    /// standard input
    #[arg(verbatim_doc_comment, value_name = "FILE", required = true)]
    pub files: Vec<Input>,
}

const HELP: &str = "\
The files are https://data.sec.gov/api/xbrl/companyfacts/CIK##########.json, and those of SEC's
companyfacts.zip, or the documents of filings. What a file is, is seen from its content; it may be
packed by gzip. One that cannot be read is named on standard error, and the others are read.

A row is a company and a period: company, cik, ticker, currency, basis (gaap, ifrs), start, end,
kind (quarter, year, ttm), label (2025Q2), then the metrics, and reasons: the stable code of why
there is no value, for each metric without one. With --long a row is one value: measure, value,
reason, and why in words. Values are exact decimals, as strings in JSON; what has none is empty, in
JSON null.

--periods ttm is the twelve months up to each quarter's end, of which every fourth is a fiscal year.
--price has what the company's file is called after (AAPL of AAPL_2025.json: up to its first dot,
underscore or other mark), its CIK, its name or, of filings, its ticker, and the price in the
currency that the company reports in. It is of one day, so only the company's last period is valued
at it.

Examples:
  financials panel -m revenue,operating_margin,roe --last 8 CIK0001321655.json
  financials panel -m pe_ttm_diluted,fcf_margin --periods ttm --last 1 --price PLTR=180 PLTR.json
  financials panel --periods year -o screen.csv companyfacts.zip
  financials panel -m net_margin --price AAPL=210 aapl-20250329_htm.xml CIK0000789019.json";

/// What the table has unless told.
const METRICS: [&str; 10] = [
    "revenue",
    "revenue_growth",
    "gross_margin",
    "operating_margin",
    "net_margin",
    "free_cash_flow_margin",
    "return_on_equity",
    "current_ratio",
    "debt_to_equity",
    "eps_diluted",
];

#[derive(Clone, Copy, ValueEnum)]
enum Periods {
    Quarter,
    Year,
    Ttm,
}

fn measure(name: &str) -> Result<Measure, String> {
    Measure::find(name.trim()).map_err(|error| error.to_string())
}

pub fn places(text: &str) -> Result<u32, String> {
    let places = text.parse().ok().filter(|places| *places <= Decimal::MAX_SCALE);
    places.ok_or_else(|| format!("must be a whole number from 0 to {}", Decimal::MAX_SCALE))
}

impl Arguments {
    fn measures(&self) -> Vec<Measure> {
        match self.metrics.as_slice() {
            [] => METRICS.iter().filter_map(|name| measure(name).ok()).collect(),
            metrics => metrics.to_vec(),
        }
    }

    fn is_json(&self) -> bool {
        self.output.as_ref().and_then(Target::is_json_text).unwrap_or(self.json)
    }

    /// Returns the rows that are asked for.
    fn table<'a>(&self, view: PanelView<'a>, measures: &[Measure]) -> Table<'a> {
        let table = view.to_places(self.places).table(measures.iter().copied()).without_header();
        let table = match self.periods {
            Periods::Quarter => table.quarters(),
            Periods::Year => table.years(),
            Periods::Ttm => table.twelve_months(),
        };
        let table = if self.long { table.long() } else { table };
        self.last.map_or(table.clone(), |count| table.last(count))
    }
}

pub fn run(arguments: &Arguments, console: &mut Console) -> io::Result<()> {
    hold_distinct(arguments.measures());
    let Some(target) = &arguments.output else {
        let mut text = Vec::new();
        return tables(arguments, console, |console, _, table| {
            text.clear();
            written(arguments, &table, &mut text)?;
            console.write_all(&text)
        })
        .map(drop);
    };
    if target.is_json_text().is_none() {
        return columns(arguments, target, console);
    }
    let mut file = match Draft::at(target.path()) {
        Ok(file) => file,
        Err(error) => return console.refuse(target, error),
    };
    let write =
        |_: &mut Console, _: &Panel, table: Table<'_>| written(arguments, &table, &mut file);
    let any = tables(arguments, console, write);
    let done = any.and_then(|any| kept(any, target, console, || file.finish()));
    // What standard output may be closed for is a fault of a file.
    done.or_else(|error| console.refuse(target, error))
}

/// Writes a file of columns.
fn columns(arguments: &Arguments, target: &Target, console: &mut Console) -> io::Result<()> {
    if arguments.long {
        return console.refuse(target, "--long is text, and this is a file of columns");
    }
    let mut file = match target.create() {
        Ok(file) => file,
        Err(error) => return console.refuse(target, error),
    };
    let write = |_: &mut Console, panel: &Panel, table: Table<'_>| {
        let batch = financials_arrow::batch(panel, &table, arguments.places);
        file.write(&batch.map_err(io::Error::other)?)
    };
    let any = tables(arguments, console, write);
    let done = any.and_then(|any| kept(any, target, console, || file.finish()));
    done.or_else(|error| console.refuse(target, error))
}

/// Puts a table to its place, unless no file that was asked for could be read: what stands there
/// is then worth more.
fn kept(
    any: bool,
    target: &Target,
    console: &mut Console,
    finish: impl FnOnce() -> io::Result<()>,
) -> io::Result<()> {
    if any {
        return finish();
    }
    console.note(format_args!("{target}: not written, as no company could be read"));
    Ok(())
}

fn written(arguments: &Arguments, table: &Table<'_>, out: &mut impl Write) -> io::Result<()> {
    if arguments.is_json() {
        write!(out, "{}", table.json_lines())
    } else {
        write!(out, "{}", table.csv())
    }
}

/// Makes the tables of each company, one after the other: those of which there are filings last, as
/// several documents may be of one. Returns whether there was a company.
fn tables(
    arguments: &Arguments,
    console: &mut Console,
    mut write: impl FnMut(&mut Console, &Panel, Table<'_>) -> io::Result<()>,
) -> io::Result<bool> {
    let (filings, files): (Vec<&Input>, Vec<&Input>) =
        arguments.files.iter().partition(|file| filed::is_filing_file(file));
    let walk = Walk::over(files.into_iter().map(Input::path));
    let bar = console.progress_of(walk.progress().bytes_total);
    let mut walk = walk.on_progress(move |progress: Progress| bar.set_position(progress.bytes));
    let measures = arguments.measures();
    // The names of the columns stand above the first company, and alone where there is none.
    if let Ok(nobody) = Panel::builder().build() {
        let view = nobody.view().to_places(arguments.places);
        let table = view.table(measures.iter().copied());
        write(console, &nobody, if arguments.long { table.long() } else { table })?;
    }
    let (vintage, within) = (arguments.vintages.vintage(), &arguments.within);
    let mut companies = Companies::new(vintage, within, &arguments.prices);
    for file in filings {
        let bytes = file.unpacked(&ProgressBar::hidden()).map_err(Failure::from);
        if let Err(error) = bytes.and_then(|bytes| companies.put(&file.to_string(), &bytes)) {
            console.refuse(file, error)?;
        }
    }
    let mut any = false;
    let mut print = |companies: &mut Companies<'_>, console: &mut Console, company: Company| {
        let file = Input::from(company.name.as_str());
        let Some(panel) = companies.panel(console, company, &file)? else { return Ok(()) };
        any = true;
        let tables = financials_arrow::tables(&panel, |view| arguments.table(view, &measures));
        tables.into_iter().try_for_each(|table| write(console, &panel, table))
    };
    while let Some(member) = walk.next() {
        let name = member.name().to_owned();
        let facts = match member.content() {
            Ok(bytes) if filed::is_filing(bytes) => companies.put(&name, bytes).map(|()| None),
            Ok(bytes) => CompanyFacts::parse(bytes).map(Some).map_err(Failure::from),
            Err(error) => Err(error.into()),
        };
        match facts {
            Ok(Some(facts)) if companies.waits_for(&facts) => companies.put_listed(&name, facts),
            Ok(Some(facts)) => print(&mut companies, console, Company::of(name, facts))?,
            Ok(None) => {}
            Err(error) => console.refuse(name, error)?,
        }
    }
    for company in companies.waiting() {
        print(&mut companies, console, company)?;
    }
    for price in companies.unused() {
        console.refuse(format_args!("--price {}", price.name), "no company of the files is it")?;
    }
    Ok(any)
}
