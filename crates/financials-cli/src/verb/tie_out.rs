//! `financials tie-out`: whether the figures that documents state can all be right.

use core::{convert::Infallible, ops::Bound, str::FromStr};
use std::{
    collections::BTreeSet,
    error::Error,
    io::{self, Write},
};

use clap::Args;
use financials::{
    Basis, Date, Interval, Measure, Stated,
    companyfacts::{CompanyFacts, Vintage},
    tieout::{Claim, Network, Ruling},
};
use indicatif::ProgressBar;
use serde::Deserialize;
use serde_json::{Value, json, value::RawValue};

use crate::{console::Console, input::Input};

type Failure = Box<dyn Error>;

/// Check whether the figures that documents state can all be right
///
/// All claims form one network, with the figures that companies filed where --filing gives them. A
/// claim is contradicted where the others leave no value that it admits; no tolerance is set, since
/// each figure's own precision decides.
#[derive(Args)]
#[command(verbatim_doc_comment, after_long_help = HELP)]
pub struct Arguments {
    /// Print one object a line, rather than sentences
    #[arg(long)]
    json: bool,
    /// A companyfacts file, whose figures join the network
    ///
    /// They are of the subject before the =, else of the claims' subject whose name begins the
    /// file's or the entity's, or of the only subject there is.
    #[arg(verbatim_doc_comment, long = "filing", value_name = "[SUBJECT=]FACTS.json")]
    filings: Vec<Filing>,
    /// Take filed figures as known at the end of this day, such as 2024-02-16, rather than as
    /// last restated
    #[arg(verbatim_doc_comment, long, value_name = "DATE")]
    as_of: Option<Date>,
    /// A JSON array of claims, or - for standard input
    #[arg(value_name = "CLAIMS.json", required = true)]
    files: Vec<Input>,
}

const HELP: &str = r#"A claim is an object:
  {"id": "A2", "subject": "PLTR", "metric": "revenue", "period": "2025Q2",
   "stated": "$1.004 billion", "document": "the release"}

  metric    a line item or a metric of the catalogue (`financials metrics` lists them), of a segment
            where a colon and its name follow (revenue:us_commercial), and guided, expected or a
            surprise where that stands before it (guidance:revenue, guidance_midpoint:revenue,
            guidance:revenue_growth, consensus:eps_diluted, surprise:eps_diluted); any other name
            meets statements of that name only
  period    a fiscal label (2025Q2, FY2025), a date, or any other label, which is compared as it
            stands; claims without one are not compared
  stated    the figure as the document prints it
  basis     gaap, ifrs or adjusted; it may be left out, as may document. adjusted_net_income is
            net_income on the basis adjusted

With --json, each claim is one object a line:
  id, verdict              consistent, contradicted, undetermined or not_meaningful
  tied                     whether something else bears on it
  stated, computed         [low, high], null where unbounded, as computed is on both sides where
                           nothing else bears on the claim
  because                  the ids of a conflict from which no statement can be left out; a filed
                           figure is filing:PLTR:revenue:2025Q2:GAAP
  only_because_about, rests_on_trailing_zeros, rests_on_assumed_place
  basis                    the one on record that a claim without one agrees with
  reason                   a code where the claim was not judged: nothing_else, no_period,
                           units_differ, basis, or why the number has no meaning
  words                    the finding as a sentence

Examples:
  financials tie-out article.json release.json
  financials tie-out --json --filing PLTR=CIK0001321655.json article.json |
      jq -r 'select(.verdict == "contradicted") | .words'"#;

/// A companyfacts file, and the subject that its figures are of if that is said.
#[derive(Clone, Debug)]
struct Filing {
    text: String,
    subject: Option<String>,
    input: Input,
}

impl FromStr for Filing {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        let (subject, file) = match text.split_once('=') {
            Some((subject, file)) => (Some(subject.to_owned()), file),
            None => (None, text),
        };
        Ok(Self { text: text.to_owned(), subject, input: Input::from(file) })
    }
}

#[derive(Deserialize)]
struct Given {
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

impl Arguments {
    /// Returns the files of claims and of filings.
    pub fn inputs(&self) -> impl Iterator<Item = &Input> {
        self.files.iter().chain(self.filings.iter().map(|filing| &filing.input))
    }
}

pub fn run(arguments: &Arguments, console: &mut Console) -> io::Result<()> {
    let inputs: Vec<Input> = arguments.inputs().cloned().collect();
    let progress = console.progress_over(&inputs);
    let mut network = Network::new();
    let mut subjects = Vec::new();
    let mut ids = BTreeSet::new();
    for file in &arguments.files {
        let claims = match claims(file, &progress) {
            Ok(claims) => claims,
            Err(error) => {
                console.refuse(file, error)?;
                continue;
            }
        };
        for (at, claim) in claims.iter().enumerate() {
            let given = match serde_json::from_str::<Given>(claim.get()) {
                Ok(given) => given,
                Err(error) => {
                    console.refuse(file, format_args!("claim number {}: {error}", at + 1))?;
                    continue;
                }
            };
            if !ids.insert(given.id.clone()) {
                let id = &given.id;
                console.note(format_args!("{file}: claim {id}: its id is another claim's too"));
            }
            let subject = given.subject.clone();
            match read(given) {
                Ok(claim) => {
                    subjects.push(subject);
                    network.add(claim);
                }
                Err(error) => console.refuse(file, error)?,
            }
        }
    }
    let vintage = arguments.as_of.map_or(Vintage::Latest, Vintage::AsOf);
    for filing in &arguments.filings {
        let added = add_filing(&mut network, filing, vintage, (&subjects, &progress));
        if let Err(error) = added {
            console.refuse(&filing.text, error)?;
        }
    }
    print(&network, arguments.json, console)
}

fn print(network: &Network, json: bool, console: &mut Console) -> io::Result<()> {
    let tie_out = network.tie_out();
    for ruling in tie_out.rulings() {
        if json {
            writeln!(console, "{}", row(ruling))?;
        } else {
            writeln!(console, "{} {ruling}", ruling.id())?;
        }
    }
    if tie_out.is_capped() {
        console.flush()?;
        console.note(
            "the search was cut short: bounds may be wider than they could be, and more claims \
             contradicted than need be",
        );
    }
    Ok(())
}

/// Reads the claims of a file one by one, so that a bad one does not lose the others.
fn claims(file: &Input, progress: &ProgressBar) -> Result<Vec<Box<RawValue>>, Failure> {
    Ok(serde_json::from_str(&file.text(progress)?)?)
}

fn read(given: Given) -> Result<Claim, Failure> {
    let fail = |error: &dyn Error| format!("claim {}: {error}", given.id);
    let measure: Measure = given.metric.parse().map_err(|error| fail(&error))?;
    let stated = Stated::parse(&given.stated).map_err(|error| fail(&error))?;
    let mut claim = Claim::new(&given.id, measure, stated)
        .of(given.subject)
        .during(given.period.unwrap_or_default());
    if let Some(basis) = given.basis {
        claim = claim.on(basis);
    }
    if let Some(document) = given.document {
        claim = claim.from_document(document);
    }
    Ok(claim)
}

fn add_filing(
    network: &mut Network,
    filing: &Filing,
    vintage: Vintage,
    (subjects, progress): (&[String], &ProgressBar),
) -> Result<(), Failure> {
    let facts = CompanyFacts::parse(&filing.input.bytes(progress)?)?;
    let history = facts.known(vintage).history()?;
    let subject = match &filing.subject {
        Some(subject) => subject.clone(),
        None => subject_of(&filing.input, facts.entity_name(), subjects)
            .ok_or("which of the claims' subjects it is of must be said: --filing SUBJECT=FILE")?,
    };
    network.add_history(&subject, &history);
    Ok(())
}

/// Returns the subject of the claims that a file is of.
fn subject_of(file: &Input, entity: &str, subjects: &[String]) -> Option<String> {
    let stem = file.stem();
    let first = stem.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let same = |text: &str| subjects.iter().find(|subject| subject.eq_ignore_ascii_case(text));
    // "Palantir" is Palantir Technologies Inc.
    let begins = |subject: &&String| {
        let head = entity.get(..subject.len()).unwrap_or_default();
        !subject.is_empty() && head.eq_ignore_ascii_case(subject)
    };
    let only = || subjects.first().filter(|first| subjects.iter().all(|it| it == *first));
    let named = same(&stem).or_else(|| same(first));
    named.or_else(|| subjects.iter().find(begins)).or_else(only).cloned()
}

fn row(ruling: &Ruling) -> Value {
    json!({
        "id": ruling.id(),
        "verdict": ruling.verdict().name(),
        "tied": ruling.is_tied(),
        "stated": ends(ruling.stated()),
        "computed": ends(ruling.computed().unwrap_or(Interval::everything())),
        "because": ruling.because(),
        "only_because_about": ruling.only_because_about(),
        "rests_on_trailing_zeros": ruling.rests_on_trailing_zeros(),
        "rests_on_assumed_place": ruling.rests_on_assumed_place(),
        "basis": ruling.basis(),
        "reason": ruling.reason().map(|reason| reason.code()),
        "words": ruling.to_string(),
    })
}

fn ends(interval: Interval) -> [Option<String>; 2] {
    [interval.low(), interval.high()].map(|end| match end {
        Bound::Included(end) | Bound::Excluded(end) => Some(end.normalize().to_string()),
        Bound::Unbounded => None,
    })
}
