//! Says whether the figures that documents state can all be right.
//!
//! ```text
//! cargo run --example tie_out -- \
//!     [--json] [--filing [SUBJECT=]FACTS.json]... [--as-of DATE] CLAIMS.json...
//! ```
//!
//! `CLAIMS.json` (`-` for standard input) is an array of claims:
//!
//! ```json
//! [{"id": "A2", "subject": "PLTR", "metric": "revenue", "period": "2025Q2",
//!   "stated": "$1.004 billion", "document": "the release"}]
//! ```
//!
//! - `metric`: a line item or a metric of the catalogue (`cargo run --example metrics` lists them),
//!   of a segment where a colon and its name follow (`revenue:us_commercial`), and guided, expected
//!   or a surprise where that stands before it (`guidance:revenue`, `guidance_midpoint:revenue`,
//!   `guidance:revenue_growth`, `consensus:eps_diluted`, `surprise:eps_diluted`); any other name
//!   meets statements of that name only.
//! - `period`: a fiscal label (`2025Q2`, `FY2025`), a date, or any other label, which is compared
//!   as it stands. Claims without one are not compared.
//! - `stated`: the figure as the document prints it.
//! - `basis`: `gaap`, `ifrs` or `adjusted`; it may be left out, as may `document`.
//!   `adjusted_net_income` is `net_income` on the basis `adjusted`.
//!
//! All claims form one network. With `--filing` (feature `companyfacts`) a company's filed figures,
//! as last restated or as known at the end of the day `--as-of`, join it; the subject is that of the
//! claims whose name begins the file's or the entity's, or the only one there is.
//!
//! With `--json` the output is one object a line: `id`, `verdict` (consistent, contradicted,
//! undetermined, not_meaningful), `tied`, `stated` and `computed` as `[low, high]` (null where
//! unbounded, as `computed` is on both sides where nothing else bears on the claim), `because` (the
//! ids of a conflict from which no statement can be left out; a filed figure is
//! `filing:PLTR:revenue:2025Q2:GAAP`), `only_because_about`, `rests_on_trailing_zeros`,
//! `rests_on_assumed_place`, `basis` (the one on record that a claim without one agrees with),
//! `reason` (a code where the claim was not judged: nothing_else, no_period, units_differ, basis, or
//! why the number has no meaning), and the `words`.
#![allow(missing_docs, reason = "an example has no users")]

use core::ops::Bound;
use std::{
    collections::BTreeSet,
    env,
    error::Error,
    fs,
    io::{self, Read, Write},
    process::ExitCode,
};

use financials::{
    Basis, Date, Interval, Measure, Stated,
    tieout::{Claim, Network, Ruling},
};
use serde::Deserialize;
use serde_json::{Value, json};

type Failure = Box<dyn Error>;

const USAGE: &str = "usage: tie_out [--json] [--filing [SUBJECT=]FACTS.json]... [--as-of DATE] \
                     CLAIMS.json...";

#[derive(Deserialize)]
struct Input {
    id: String,
    #[serde(default)]
    subject: String,
    metric: String,
    #[serde(default)]
    period: Option<String>,
    stated: String,
    #[serde(default)]
    basis: Option<Basis>,
    #[serde(default)]
    document: Option<String>,
}

fn main() -> ExitCode {
    if env::args().skip(1).any(|argument| argument == "--help") {
        println!("{USAGE}");
        return ExitCode::SUCCESS;
    }
    match run(env::args().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut arguments: impl Iterator<Item = String>) -> Result<(), Failure> {
    let (mut as_json, mut filings, mut files) = (false, Vec::new(), Vec::new());
    let mut as_of = None;
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--json" => as_json = true,
            "--filing" => filings.push(arguments.next().ok_or(USAGE)?),
            "--as-of" => {
                let date = arguments.next().ok_or(USAGE)?;
                as_of = Some(date.parse().map_err(|error| format!("--as-of {date}: {error}"))?);
            }
            flag if flag.starts_with("--") => return Err(USAGE.into()),
            _ => files.push(argument),
        }
    }
    if files.is_empty() {
        return Err(USAGE.into());
    }
    let mut network = Network::new();
    let mut subjects = Vec::new();
    let mut ids = BTreeSet::new();
    for file in &files {
        let claims = claims(file).map_err(|error| format!("{file}: {error}"))?;
        for claim in claims {
            if !ids.insert(claim.id.clone()) {
                eprintln!("{file}: claim {}: its id is another claim's too", claim.id);
            }
            subjects.push(claim.subject.clone());
            network.add(read(claim).map_err(|error| format!("{file}: {error}"))?);
        }
    }
    for filing in &filings {
        add_filing(&mut network, filing, (&subjects, as_of))
            .map_err(|error| format!("{filing}: {error}"))?;
    }
    let tie_out = network.tie_out();
    let mut out = io::stdout().lock();
    for finding in tie_out.rulings() {
        match as_json {
            true => writeln!(out, "{}", row(finding))?,
            false => writeln!(out, "{} {finding}", finding.id())?,
        }
    }
    if tie_out.is_capped() {
        eprintln!(
            "the search was cut short: bounds may be wider than they could be, and more claims \
             contradicted than need be"
        );
    }
    Ok(())
}

fn claims(file: &str) -> Result<Vec<Input>, Failure> {
    let text = match file {
        "-" => {
            let mut text = String::new();
            io::stdin().read_to_string(&mut text)?;
            text
        }
        file => fs::read_to_string(file)?,
    };
    Ok(serde_json::from_str(&text)?)
}

fn read(input: Input) -> Result<Claim, Failure> {
    let fail = |error: &dyn Error| format!("claim {}: {error}", input.id);
    let measure: Measure = input.metric.parse().map_err(|error| fail(&error))?;
    let stated = Stated::parse(&input.stated).map_err(|error| fail(&error))?;
    let mut claim = Claim::new(&input.id, measure, stated)
        .of(input.subject)
        .during(input.period.unwrap_or_default());
    if let Some(basis) = input.basis {
        claim = claim.on(basis);
    }
    if let Some(document) = input.document {
        claim = claim.from_document(document);
    }
    Ok(claim)
}

#[cfg(feature = "companyfacts")]
fn add_filing(
    network: &mut Network,
    filing: &str,
    (subjects, as_of): (&[String], Option<Date>),
) -> Result<(), Failure> {
    use financials::companyfacts::{CompanyFacts, Vintage};

    let (named, file) = match filing.split_once('=') {
        Some((subject, file)) => (Some(subject.to_owned()), file),
        None => (None, filing),
    };
    let facts = CompanyFacts::parse(&fs::read(file)?)?;
    let history = facts.known(as_of.map_or(Vintage::Latest, Vintage::AsOf)).history()?;
    let stem = std::path::Path::new(file).file_stem().unwrap_or_default().to_string_lossy();
    let same =
        |text: &str| subjects.iter().find(|subject| subject.eq_ignore_ascii_case(text)).cloned();
    // "Palantir" is Palantir Technologies Inc.
    let begins = |name: &str| {
        let starts = |subject: &&String| {
            let head = name.get(..subject.len()).unwrap_or_default();
            !subject.is_empty() && head.eq_ignore_ascii_case(subject)
        };
        subjects.iter().find(starts).cloned()
    };
    let only = || {
        let first = subjects.first()?;
        subjects.iter().all(|subject| subject == first).then(|| first.clone())
    };
    let subject = named
        .or_else(|| same(&stem))
        .or_else(|| same(stem.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default()))
        .or_else(|| begins(facts.entity_name()))
        .or_else(only)
        .ok_or("which of the claims' subjects it is of must be said: --filing SUBJECT=FILE")?;
    network.add_history(&subject, &history);
    Ok(())
}

#[cfg(not(feature = "companyfacts"))]
fn add_filing(_: &mut Network, _: &str, _: (&[String], Option<Date>)) -> Result<(), Failure> {
    Err("filings need the feature companyfacts: cargo run --features companyfacts".into())
}

fn row(finding: &Ruling) -> Value {
    json!({
        "id": finding.id(),
        "verdict": finding.verdict().name(),
        "tied": finding.is_tied(),
        "stated": ends(finding.stated()),
        "computed": ends(finding.computed().unwrap_or(Interval::everything())),
        "because": finding.because(),
        "only_because_about": finding.only_because_about(),
        "rests_on_trailing_zeros": finding.rests_on_trailing_zeros(),
        "rests_on_assumed_place": finding.rests_on_assumed_place(),
        "basis": finding.basis(),
        "reason": finding.reason().map(|reason| reason.code()),
        "words": finding.to_string(),
    })
}

fn ends(interval: Interval) -> [Option<String>; 2] {
    [interval.low(), interval.high()].map(|end| match end {
        Bound::Included(end) | Bound::Excluded(end) => Some(end.normalize().to_string()),
        Bound::Unbounded => None,
    })
}
