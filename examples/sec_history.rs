//! Quarterly histories of companies from SEC companyfacts files.
//!
//! ```text
//! cargo run --features companyfacts --example sec_history -- [--json] [--lenient]
//!     [--first | --latest | --as-of DATE] [--item NAME]... [--concept TAXONOMY:NAME]... FILE...
//! ```
//!
//! A FILE may be a folder of files. Without `--json` it prints a table of quarters, or of the items
//! and concepts asked for, and what later filings restated; `*` marks a derived figure. With
//! `--json`, one object a line: every period of the items and concepts asked for (all items, if
//! none), with its value and filings, or the reason why it has none. A bad file is reported on
//! standard error and passed over; with `--lenient`, a bad fact is.

use std::{
    error::Error,
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::Path,
    process::ExitCode,
};

use financials::{
    Decimal, Item, Metric, Period, Report,
    companyfacts::{
        Absence, CompanyFacts, Derivation, Entry, FindingKind, ItemSeries, KnownFacts, Series,
        Stream, Vintage,
    },
    figure::Origin,
    metrics,
    period::PeriodKind,
};
use serde_json::{Map, Value, json};

const USAGE: &str = "\
usage: sec_history [--json] [--lenient] [--first | --latest | --as-of DATE]
                   [--item NAME]... [--concept TAXONOMY:NAME]... FILE...

  FILE                     a companyfacts file, or a folder of them
  --json                   one object a line, rather than tables
  --first                  every figure as first reported
  --latest                 every figure as last restated (this is the default)
  --as-of DATE             every figure as known on a day, such as 2024-02-16
  --item NAME              a line item, such as revenue or total_assets
  --concept TAXONOMY:NAME  one concept as it stands, such as us-gaap:Revenues
  --lenient                pass over bad facts, and count them, rather than their file
";

type Outcome<T> = Result<T, Box<dyn Error>>;

struct Options {
    help: bool,
    json: bool,
    lenient: bool,
    vintage: Vintage,
    items: Vec<Item>,
    concepts: Vec<(String, String)>,
    files: Vec<String>,
}

fn main() -> ExitCode {
    match run() {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        // Whoever reads the output has seen enough of it.
        Err(error) if is_broken_pipe(&*error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("sec_history: {error}");
            ExitCode::FAILURE
        }
    }
}

fn is_broken_pipe(error: &(dyn Error + 'static)) -> bool {
    let error = error.downcast_ref::<io::Error>();
    error.is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

/// Returns how many files failed.
fn run() -> Outcome<usize> {
    let options = Options::read(std::env::args().skip(1))?;
    let mut out = BufWriter::new(io::stdout().lock());
    if options.help {
        write!(out, "{USAGE}")?;
        return Ok(0);
    }
    let files = options.files.clone().into_iter().map(|file| (file.clone(), File::open(file)));
    let stream = Stream::new(files);
    let mut stream = if options.lenient { stream.lenient() } else { stream };
    while let Some(file) = stream.next() {
        for skipped in file.facts.iter().flat_map(CompanyFacts::skipped) {
            eprintln!("{}: passed over: {skipped}", file.name);
        }
        match file.facts {
            Ok(facts) if options.json => print_rows(&mut out, &options, &file.name, &facts)?,
            Ok(facts) => print_table(&mut out, &options, &file.name, &facts)?,
            Err(error) => {
                out.flush()?;
                eprintln!("{}: {error}", file.name);
            }
        }
        if options.files.len() > 1 {
            let (read, bytes) = (stream.files_read(), stream.bytes_read());
            eprintln!("{read} of {} files, {bytes} bytes", options.files.len());
        }
    }
    out.flush()?;
    Ok(stream.files_failed())
}

impl Options {
    fn read(mut arguments: impl Iterator<Item = String>) -> Outcome<Self> {
        let mut options = Self {
            help: false,
            json: false,
            lenient: false,
            vintage: Vintage::Latest,
            items: Vec::new(),
            concepts: Vec::new(),
            files: Vec::new(),
        };
        while let Some(argument) = arguments.next() {
            let mut next = || arguments.next().ok_or(format!("{argument} takes a value"));
            match argument.as_str() {
                "-h" | "--help" => options.help = true,
                "--json" => options.json = true,
                "--lenient" => options.lenient = true,
                "--first" => options.vintage = Vintage::First,
                "--latest" => options.vintage = Vintage::Latest,
                "--as-of" => {
                    let day = next()?;
                    let bad = |_| format!("--as-of takes a date such as 2024-02-16, not '{day}'");
                    options.vintage = Vintage::AsOf(day.parse().map_err(bad)?);
                }
                "--item" => options.items.push(next()?.parse()?),
                "--concept" => {
                    let name = next()?;
                    let parts = name.split_once(':').ok_or("--concept takes TAXONOMY:NAME")?;
                    options.concepts.push((parts.0.into(), parts.1.into()));
                }
                option if option.starts_with('-') => {
                    return Err(format!("{option} is no option\n{USAGE}").into());
                }
                _ => options.files.extend(files(&argument)?),
            }
        }
        if options.files.is_empty() && !options.help {
            return Err(format!("no FILE is given\n{USAGE}").into());
        }
        Ok(options)
    }
}

/// Returns the JSON files of a folder in order, or the file itself.
fn files(path: &str) -> io::Result<Vec<String>> {
    if !Path::new(path).is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(path)? {
        let path = entry?.path();
        let is_json = path.extension().is_some_and(|extension| extension == "json");
        files.extend(path.to_str().filter(|_| is_json || path.is_dir()).map(str::to_owned));
    }
    files.sort();
    let inner = files.into_iter().map(|file| self::files(&file));
    Ok(inner.collect::<io::Result<Vec<_>>>()?.concat())
}

fn print_rows(
    out: &mut impl Write,
    options: &Options,
    file: &str,
    facts: &CompanyFacts,
) -> io::Result<()> {
    let known = facts.known(options.vintage);
    let items = match options.items.as_slice() {
        [] if options.concepts.is_empty() => known.items().collect(),
        items => items.to_vec(),
    };
    for item in items {
        let ItemSeries { series, .. } = known.item(item);
        if series.entries.is_empty() {
            writeln!(out, "{}", nothing(file, Some(item.name()), None))?;
        }
        for entry in named(&series) {
            writeln!(out, "{}", row(file, Some(item.name()), &series, entry))?;
        }
    }
    for (taxonomy, name) in &options.concepts {
        let all = known.concept(taxonomy, name);
        if all.iter().all(|series| series.entries.is_empty()) {
            let concept = format!("{taxonomy}:{name}");
            writeln!(out, "{}", nothing(file, None, Some(concept)))?;
        }
        for series in &all {
            for entry in named(series) {
                writeln!(out, "{}", row(file, None, series, entry))?;
            }
        }
    }
    Ok(())
}

/// Returns the entries whose period has a name; others, such as a month, are counted and not
/// listed.
fn named(series: &Series) -> impl Iterator<Item = &Entry> {
    series.entries.iter().filter(|entry| kind(entry.kind).is_some())
}

/// Returns the JSON object of an item or concept without any period.
fn nothing(file: &str, item: Option<&str>, concept: Option<String>) -> Value {
    json!({
        "file": file, "item": item, "concept": concept, "start": null, "end": null, "kind": null,
        "fiscal_year": null, "fiscal_quarter": null, "value": null, "unit": null, "origin": null,
        "accessions": [], "filed": null, "reason": Absence::NotTagged.code(),
    })
}

/// Returns the JSON object of one entry.
fn row(file: &str, item: Option<&str>, series: &Series, entry: &Entry) -> Value {
    let mut row = Map::new();
    let mut put = |key: &str, value: Value| row.insert(key.into(), value);
    let first = entry.amount.as_ref().ok().and_then(|amount| amount.inputs.first());
    let concept = first.map(|input| &input.concept).or(series.concepts.first());
    // A figure computed from several lines is of no one concept.
    let lines = entry.amount.as_ref().is_ok_and(|a| a.origin == Derivation::StatementLines);
    let concept = concept.filter(|_| !lines);
    put("file", json!(file));
    put("item", json!(item));
    put("concept", json!(concept.map(ToString::to_string)));
    put("start", json!(entry.start));
    put("end", json!(entry.end));
    put("kind", json!(kind(entry.kind)));
    put("fiscal_year", json!(entry.fiscal_year));
    put("fiscal_quarter", json!(entry.fiscal_quarter));
    let frame = entry.period().and_then(|period| period.calendar_frame());
    put("calendar", json!(frame.map(|frame| frame.to_string())));
    put("unit", json!(series.unit));
    match &entry.amount {
        Ok(amount) => {
            let inputs = &amount.inputs;
            let reported = amount.origin.is_reported();
            let mut accessions = Vec::new();
            for input in inputs {
                if !accessions.contains(&input.accession) {
                    accessions.push(input.accession);
                }
            }
            put("value", json!(amount.value.to_string()));
            put("origin", json!(if reported { "reported" } else { "derived" }));
            put("accessions", json!(accessions));
            put("filed", json!(inputs.iter().map(|input| input.filed).max()));
            put("restated", json!(amount.restated));
            put("split_adjusted", json!(amount.split_adjusted));
        }
        Err(absence) => {
            put("value", Value::Null);
            put("origin", Value::Null);
            put("accessions", json!([]));
            put("filed", Value::Null);
            put("reason", json!(absence.code()));
        }
    }
    let findings = series
        .findings
        .iter()
        .filter(|finding| (finding.start, finding.end) == (entry.start, entry.end));
    put("findings", findings.map(|finding| json!(finding.kind.code())).collect());
    Value::Object(row)
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

fn print_table(
    out: &mut impl Write,
    options: &Options,
    file: &str,
    facts: &CompanyFacts,
) -> Outcome<()> {
    let known = facts.known(options.vintage);
    writeln!(out, "{} ({file})", facts.entity_name())?;
    if options.items.is_empty() && options.concepts.is_empty() {
        print_quarters(out, &known)?;
    }
    print_notes(out, options, &known)?;
    for (taxonomy, name) in &options.concepts {
        let all = known.concept(taxonomy, name);
        let units = if all.is_empty() { ", not tagged" } else { "" };
        writeln!(out, "\n{taxonomy}:{name}{units}")?;
        for series in &all {
            print_series(out, series)?;
            print_findings(out, series)?;
        }
    }
    writeln!(out, "\n{}\n", known.accounting())?;
    Ok(())
}

/// Prints the quarters, and the years that have none.
fn print_quarters(out: &mut impl Write, known: &KnownFacts<'_>) -> Outcome<()> {
    let history = match known.history() {
        Ok(history) => history,
        Err(error) => return Ok(writeln!(out, "no history: {error}")?),
    };
    writeln!(
        out,
        "{:<9}{:>11}{:>12}{:>9}{:>9}{:>10}{:>10}{:>12}{:>14}",
        "quarter",
        "end",
        "revenue",
        "growth",
        "gross",
        "operating",
        "EPS",
        "free cash",
        "TTM revenue"
    )?;
    let revenue = known.item(Item::Revenue).series;
    let reports = history.reports();
    let of_kind = |kind| reports.iter().filter(move |report| report.period().kind() == kind);
    let first = of_kind(PeriodKind::Quarter).map(|report| report.period().end()).min();
    let years = of_kind(PeriodKind::Year);
    let years = years.filter(|year| first.is_none_or(|first| year.period().end() < first));
    for report in years.chain(of_kind(PeriodKind::Quarter)) {
        let period = report.period();
        let view = history.view(&period)?;
        let percent = |metric: Metric| match metric.value(view) {
            Ok(value) => format!("{value:.1}"),
            Err(_) => "-".to_owned(),
        };
        let mixed = revenue.findings.iter().any(|finding| {
            finding.kind == FindingKind::YearAgoOnOtherBasis
                && (finding.start, finding.end) == (Some(period.start()), period.end())
        });
        let growth = if mixed { "mixed".to_owned() } else { percent(metrics::REVENUE_GROWTH) };
        let free = metrics::FREE_CASH_FLOW.value(view);
        let free = free.ok().map(|value| millions(value.number()));
        let derived = mark(report, Item::OperatingCashFlow);
        writeln!(
            out,
            "{:<9}{:>11}{:>12}{growth:>9}{:>9}{:>10}{:>10}{:>12}{:>14}",
            label(&revenue, &period),
            period.end().to_string(),
            figure(report, Item::Revenue, millions),
            percent(metrics::GROSS_MARGIN),
            percent(metrics::OPERATING_MARGIN),
            figure(report, Item::EpsDiluted, |number| number.round_dp(4).to_string()),
            free.map_or("-".to_owned(), |free| free + derived),
            trailing(&revenue, &period),
        )?;
    }
    writeln!(
        out,
        "Revenue and cash in millions of {}. * derived from longer periods, or counted in the \
         shares after later splits.\nmixed: the year before is on another basis.",
        revenue.unit
    )?;
    Ok(())
}

/// Prints every period of a series.
fn print_series(out: &mut impl Write, series: &Series) -> io::Result<()> {
    for entry in named(series) {
        let Some(kind) = kind(entry.kind) else { continue };
        let start = entry.start.map_or(String::new(), |start| format!("{start}.."));
        let period = format!("{start}{}", entry.end);
        let label = fiscal(entry);
        match &entry.amount {
            Ok(amount) => {
                let mark = if amount.origin.is_reported() { " " } else { "*" };
                let filed = amount.inputs.iter().map(|input| input.filed).max();
                let filed = filed.map_or(String::new(), |filed| format!("filed {filed}"));
                let (value, unit) = (amount.value.to_string(), &series.unit);
                writeln!(
                    out,
                    "  {label:<10}{kind:<12}{period:<24}{value:>20}{mark} {unit}  {filed}"
                )?;
            }
            Err(absence) => {
                writeln!(out, "  {label:<10}{kind:<12}{period:<24}{:>20}", absence.code())?;
            }
        }
    }
    Ok(())
}

/// Prints what was chosen, restated and found, for the items asked for or the first few.
fn print_notes(out: &mut impl Write, options: &Options, known: &KnownFacts<'_>) -> io::Result<()> {
    let items = match options.items.as_slice() {
        [] if options.concepts.is_empty() => {
            &[Item::Revenue, Item::OperatingIncome, Item::NetIncome, Item::EpsDiluted]
        }
        items => items,
    };
    for item in items {
        let ItemSeries { series, candidates, share_basis, .. } = known.item(*item);
        let tagged = if candidates.is_empty() { ", not tagged" } else { "" };
        writeln!(out, "\n{}{tagged}", item.name())?;
        if !options.items.is_empty() {
            print_series(out, &series)?;
        }
        for candidate in candidates {
            let differs = if candidate.differs { ", differs from the first" } else { "" };
            let (name, count) = (candidate.concept, candidate.entries);
            writeln!(out, "  {name}: {count} periods{differs}")?;
        }
        for split in share_basis.into_iter().flat_map(|basis| basis.splits) {
            let (new, old, after, by) = (split.new, split.old, split.after, split.by);
            writeln!(out, "  split {new} for {old}, filed between {after} and {by}")?;
        }
        print_findings(out, &series)?;
    }
    Ok(())
}

/// Prints what later filings restated, and what the filings show when held against each other.
fn print_findings(out: &mut impl Write, series: &Series) -> io::Result<()> {
    for restated in &series.restatements {
        let start = restated.start.map_or(String::new(), |start| format!("{start}.."));
        let (first, latest) = (&restated.first, &restated.latest);
        writeln!(
            out,
            "  {start}{}: {} ({} {}) -> {} ({} {}), {}",
            restated.end,
            first.value,
            first.form,
            first.filed,
            latest.value,
            latest.form,
            latest.filed,
            restated.class.code()
        )?;
    }
    for finding in &series.findings {
        writeln!(out, "  note: {finding}")?;
    }
    Ok(())
}

/// Returns the fiscal quarter or year as the company names it.
fn label(series: &Series, period: &Period) -> String {
    let entry = series.entry(period.kind(), Some(period.start()), period.end());
    entry.map_or(String::new(), fiscal)
}

fn fiscal(entry: &Entry) -> String {
    match (entry.fiscal_year, entry.fiscal_quarter) {
        (Some(year), Some(quarter)) => format!("FY{year} Q{quarter}"),
        (Some(year), None) => format!("FY{year}"),
        _ => String::new(),
    }
}

/// Returns an item of a report, marked if it is derived.
fn figure(report: &Report, item: Item, show: fn(Decimal) -> String) -> String {
    match report.figure(item) {
        Some(figure) => show(figure.number()) + mark(report, item),
        None => "-".to_owned(),
    }
}

fn mark(report: &Report, item: Item) -> &'static str {
    let source = report.figure(item).and_then(|figure| figure.source());
    match source.map(|source| source.origin()) {
        Some(Origin::Derived { .. }) => "*",
        _ => "",
    }
}

/// Returns the twelve months up to the end of a quarter, or why there are none.
fn trailing(series: &Series, period: &Period) -> String {
    let kind = PeriodKind::TrailingTwelveMonths;
    let mut entries = series.entries.iter().filter(|entry| entry.kind == kind);
    match entries.find(|entry| entry.end == period.end()).map(|entry| &entry.amount) {
        Some(Ok(amount)) => {
            millions(amount.value) + if amount.origin.is_reported() { "" } else { "*" }
        }
        Some(Err(absence)) => absence.code().to_owned(),
        None => "-".to_owned(),
    }
}

fn millions(number: Decimal) -> String {
    (number / Decimal::from(1_000_000)).round_dp(1).to_string()
}
