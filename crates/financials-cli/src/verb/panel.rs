//! `financials panel`: metrics of many companies and periods as one table.

use std::{
    collections::BTreeSet,
    fs::File,
    io::{self, BufWriter, Write},
};

use clap::{Args, ValueEnum};
use financials::{
    Currency, Date, Decimal, Error, Item, Measure, Metric,
    companyfacts::{CompanyFacts, KnownFacts, Vintage},
    decimal,
    panel::{Panel, PanelView, Table},
    report::{MarketData, Quote},
};
use financials_files::{Progress, Walk};

use crate::{
    console::Console,
    frames::{self, Target},
    input::Input,
};

/// Write metrics of many companies and periods as one table, CSV or JSON lines
///
/// Companies are read one at a time, so that the SEC's companyfacts.zip of all of them takes no
/// more memory than the longest of its files.
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
    #[arg(long = "price", value_name = "TICKER=P", value_parser = price)]
    prices: Vec<Price>,
    /// One value a line, with the reason in words where there is none
    #[arg(long)]
    long: bool,
    /// Print one object a line, rather than CSV
    #[arg(long)]
    json: bool,
    /// Take every figure as first reported, rather than as last restated
    #[arg(long, group = "vintage")]
    first: bool,
    /// Take every figure as known on a day, such as 2024-02-16
    #[arg(long, value_name = "DATE", group = "vintage")]
    as_of: Option<Date>,
    /// Where the table goes, rather than to standard output; its ending says what it is
    #[arg(short, long, value_name = "FILE.csv|FILE.jsonl|FILE.parquet")]
    #[arg(value_parser = frames::target)]
    #[arg(conflicts_with = "json")]
    output: Option<Target>,
    /// A companyfacts file, a folder of them, SEC's companyfacts.zip, or - for standard input
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<Input>,
}

const HELP: &str = "\
The files are https://data.sec.gov/api/xbrl/companyfacts/CIK##########.json, and those of SEC's
companyfacts.zip. A file may be packed by gzip. One that cannot be read is named on standard error,
and the others are read.

A row is a company and a period: company, cik, ticker, currency, basis (gaap, ifrs), start, end,
kind (quarter, year, ttm), label (2025Q2), then the metrics, and reasons: the stable code of why
there is no value, for each metric without one. With --long a row is one value: measure, value,
reason, and why in words. Values are exact decimals, as strings in JSON; what has none is empty, in
JSON null.

--periods ttm is the twelve months up to each quarter's end, of which every fourth is a fiscal year.
--price has the name of the company's file up to the first dot or underscore (AAPL of
AAPL_2025.json), its CIK or its name, and the price in the currency that the company reports in. It
is of one day, so only the company's last period is valued at it.

Examples:
  financials panel -m revenue,operating_margin,roe --last 8 CIK0001321655.json
  financials panel -m pe_ttm_diluted,fcf_margin --periods ttm --last 1 --price PLTR=180 PLTR.json
  financials panel --periods year -o screen.csv companyfacts.zip";

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

/// A price, and whose share it is of.
#[derive(Clone)]
struct Price {
    name: String,
    price: Decimal,
}

fn measure(name: &str) -> Result<Measure, String> {
    let name = name.trim();
    match (name.parse::<Item>(), name.parse::<Metric>()) {
        (Ok(item), _) => Ok(item.into()),
        (_, Ok(metric)) => Ok(metric.into()),
        (Err(_), Err(error)) => Err(error.to_string()),
    }
}

pub fn places(text: &str) -> Result<u32, String> {
    let places = text.parse().ok().filter(|places| *places <= 28);
    places.ok_or_else(|| String::from("must be a whole number from 0 to 28"))
}

fn price(text: &str) -> Result<Price, String> {
    let (name, price) = text.split_once('=').ok_or("a price is TICKER=P, such as PLTR=180")?;
    let price = decimal::parse(price).map_err(|error| error.to_string())?;
    Ok(Price { name: name.to_owned(), price })
}

impl Arguments {
    fn measures(&self) -> Vec<Measure> {
        match self.metrics.as_slice() {
            [] => METRICS.iter().filter_map(|name| measure(name).ok()).collect(),
            metrics => metrics.to_vec(),
        }
    }

    fn vintage(&self) -> Vintage {
        match self.as_of {
            Some(day) => Vintage::AsOf(day),
            None if self.first => Vintage::First,
            None => Vintage::Latest,
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
    let Some(target) = &arguments.output else {
        let mut text = Vec::new();
        return tables(arguments, console, |console, _, table| {
            text.clear();
            written(arguments, &table, &mut text)?;
            console.write_all(&text)
        });
    };
    if target.is_json_text().is_none() {
        return columns(arguments, target, console);
    }
    let mut file = match File::create(target.path()) {
        Ok(file) => BufWriter::new(file),
        Err(error) => return console.refuse(target, error),
    };
    let write =
        |_: &mut Console, _: &Panel, table: Table<'_>| written(arguments, &table, &mut file);
    let done = tables(arguments, console, write).and_then(|()| file.flush());
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
    let done = tables(arguments, console, write).and_then(|()| file.finish());
    done.or_else(|error| console.refuse(target, error))
}

fn written(arguments: &Arguments, table: &Table<'_>, out: &mut impl Write) -> io::Result<()> {
    if arguments.is_json() {
        write!(out, "{}", table.json_lines())
    } else {
        write!(out, "{}", table.csv())
    }
}

/// Makes the tables of each company, one after the other.
fn tables(
    arguments: &Arguments,
    console: &mut Console,
    mut write: impl FnMut(&mut Console, &Panel, Table<'_>) -> io::Result<()>,
) -> io::Result<()> {
    let walk = Walk::over(arguments.files.iter().map(Input::path));
    let bar = console.progress_of(walk.progress().bytes_total);
    let mut walk = walk.on_progress(move |progress: Progress| bar.set_position(progress.bytes));
    let measures = arguments.measures();
    // The names of the columns stand above the first company, and alone where there is none.
    if let Ok(nobody) = Panel::builder().build() {
        let view = nobody.view().to_places(arguments.places);
        let table = view.table(measures.iter().copied());
        write(console, &nobody, if arguments.long { table.long() } else { table })?;
    }
    let mut companies = Companies::default();
    while let Some(member) = walk.next() {
        let (name, stem) = (member.name().to_owned(), member.stem().to_owned());
        let facts = match member.content() {
            Ok(bytes) => CompanyFacts::parse(bytes),
            Err(error) => {
                console.refuse(name, error)?;
                continue;
            }
        };
        let facts = match facts {
            Ok(facts) => facts,
            Err(error) => {
                console.refuse(name, error)?;
                continue;
            }
        };
        let price = companies.price(arguments, &stem, &facts);
        let known = facts.known(arguments.vintage());
        match companies.once(&facts).and_then(|()| panel(&known, price)) {
            Ok(panel) => {
                each(arguments, &panel, &measures, price, |it| write(console, &panel, it))?
            }
            Err(error) => console.refuse(name, error)?,
        }
    }
    for (price, _) in
        arguments.prices.iter().zip(0..).filter(|(_, at)| !companies.priced.contains(at))
    {
        console.refuse(format_args!("--price {}", price.name), "no company of the files is it")?;
    }
    Ok(())
}

/// Writes the rows of a company: its last one with the price, which is not of the others' time.
fn each(
    arguments: &Arguments,
    panel: &Panel,
    measures: &[Measure],
    price: Option<Decimal>,
    mut write: impl FnMut(Table<'_>) -> io::Result<()>,
) -> io::Result<()> {
    let table = arguments.table(panel.view().without_quotes(), measures);
    let Some((_, _, last)) = table.rows().last().filter(|_| price.is_some()) else {
        return write(table);
    };
    write(table.only(|_, period| period != last))?;
    write(arguments.table(panel.view(), measures).only(|_, period| period == last))
}

fn panel(known: &KnownFacts<'_>, price: Option<Decimal>) -> Result<Panel, String> {
    let quote = |price: Decimal| -> Result<Quote, Error> {
        let currency: Currency = known.currency()?;
        Ok(Quote::new(currency, MarketData::in_units().share_price(price))?)
    };
    let quote = price.map(quote).transpose().map_err(|error| error.to_string())?;
    let panel = Panel::builder().facts(known, quote.as_ref()).map_err(|error| error.to_string())?;
    panel.build().map_err(|error| error.to_string())
}

/// The companies that were read.
#[derive(Default)]
struct Companies {
    seen: BTreeSet<(Option<u64>, String)>,
    /// The prices that were used, by their places.
    priced: BTreeSet<usize>,
}

impl Companies {
    /// Holds that a company is read once: by its key where it has one, else by its name.
    fn once(&mut self, facts: &CompanyFacts) -> Result<(), String> {
        let name = facts.entity_name();
        let key = match facts.cik() {
            Some(cik) => (Some(cik), String::new()),
            None => (None, name.to_owned()),
        };
        if self.seen.insert(key) { Ok(()) } else { Err(format!("{name} is in the table already")) }
    }

    /// Returns the price of a company, if there is one.
    fn price(
        &mut self,
        arguments: &Arguments,
        stem: &str,
        facts: &CompanyFacts,
    ) -> Option<Decimal> {
        let ticker = stem.split(['.', '_']).next().unwrap_or(stem);
        let is_it = |name: &str| {
            let key = name.strip_prefix("CIK").unwrap_or(name).parse().ok();
            [stem, ticker, facts.entity_name()].iter().any(|own| own.eq_ignore_ascii_case(name))
                || (key.is_some() && key == facts.cik())
        };
        let at = arguments.prices.iter().position(|price| is_it(&price.name))?;
        self.priced.insert(at);
        arguments.prices.get(at).map(|price| price.price)
    }
}
