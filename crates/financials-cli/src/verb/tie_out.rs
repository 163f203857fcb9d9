//! `financials tie-out`: whether the figures that documents state can all be right.

use std::{
    collections::BTreeSet,
    io::{self, Write},
};

use clap::Args;
use financials::tieout::Network;
use financials_wire::claims::{self, ClaimError, Given};
use indicatif::ProgressBar;

use crate::{
    console::Console,
    filed::{Company, Failure, File, on_assumed_places},
    filing::Filing,
    input::Input,
    subject::Taken,
    vintage::Vintages,
    whose::Whose,
    within::Within,
};

type Claims = Vec<Result<Given, ClaimError>>;

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
    /// Add the proof of each conflict to its first member, in exact fractions (with --json)
    #[arg(long, requires = "json")]
    proof: bool,
    /// A companyfacts file or a filing (an XBRL instance, inline XBRL, xBRL-JSON; packed by gzip
    /// or not), whose figures join the network
    ///
    /// They are of the subject before the =, else of the claims' subject that is the company's
    /// ticker, its name or the file's, or whose words its name begins with, or else of the
    /// only one. Filings of one subject make one history, and figures of its companyfacts file
    /// take the accuracy that they state. Two companies are one subject where that is said.
    #[arg(verbatim_doc_comment, long = "filing", value_name = "[SUBJECT=]FILE")]
    filings: Vec<Filing>,
    #[command(flatten)]
    vintages: Vintages,
    #[command(flatten)]
    within: Within,
    /// Claims as a JSON array or one object a line, or - for standard input
    #[arg(value_name = "CLAIMS.json", required = true)]
    files: Vec<Input>,
}

const HELP: &str = r#"A claim is an object:
  {"id": "A2", "subject": "PLTR", "metric": "revenue", "period": "2025Q2",
   "stated": "$1.004 billion", "document": "the release"}

  metric    a line item or a metric of the catalogue (`financials metrics` lists them), of a segment
            where a colon and its name follow (revenue:us_commercial), and guided, expected or a
            surprise where that stands before it (guidance:revenue, guidance_midpoint:revenue,
            guidance:revenue_growth, consensus:eps_diluted, surprise:eps_diluted), or a change
            (growth:inventory, change:gross_margin over a year, growth_qoq:, change_qoq: over a
            quarter, growth_since_fy2019:revenue, narrowing:net_income of a loss); any other
            name meets statements of that name only
  period    a fiscal label (2025Q2, FY2025), a date, dates (2025-04-01..2025-06-30), words ("six
            months ended June 30, 2025", "second quarter of 2025"), or any other label, which is
            compared as it stands; claims without one are not compared
  stated    the figure as the document prints it
  basis     gaap, ifrs or adjusted; it may be left out, as may document. adjusted_net_income is
            net_income on the basis adjusted
  printed_name
            the name under which the document prints it ("net sales"), where that says which
            definition it goes by
  qualifier constant_currency, organic, comparable or pro_forma, of a growth that the reported one
            does not judge
  rounding  truncated, where the document cuts its amounts off behind the last digit

In its place may stand the segments that make up a measure:
  {"subject": "PLTR", "metric": "revenue", "segments": ["commercial", "government"]}

With --json, each claim is one object a line:
  id, verdict              consistent; compatible (one of several definitions gives it, and so few
                           digits say little); contradicted; in_conflict (nothing decides which of
                           its conflict is wrong); unexplained (no known definition gives it);
                           undetermined or not_meaningful
  tied                     whether it is in_conflict
  stated, computed         [low, high], null where unbounded, as computed is on both sides where
                           nothing else bears on the claim
  because                  the ids of a conflict from which no statement can be left out; a filed
                           figure is filing:PLTR:revenue:2025Q2:GAAP
  only_because_about, rests_on_trailing_zeros, rests_on_assumed_place
  from_rounded, footing    whether it agrees only with what its document's printed figures come to,
                           or only if one unit of its last place made its table add up
  basis                    the one on record that a claim without one agrees with
  reason                   a code where the claim was not judged: nothing_else, no_period,
                           units_differ, basis, definition, qualifier, unknown_name,
                           unknown_subject, unknown_period, or why the number has no meaning
  definition               the formula of its name that it goes by
  chance                   the share of figures of as many digits that would hold as well
  nearest                  what each known definition comes to, of an unexplained figure
  diagnoses                the single changes under which it would hold: change, to, value, chance
  conflict                 the members that cannot all hold, and what was assumed on the way
  suggestions              the names nearest to one that is not known
  certificate              with --proof, the steps that refute the conflict
  words                    the finding as a sentence

Examples:
  financials tie-out article.json release.json
  financials tie-out --json --filing PLTR=CIK0001321655.json article.json |
      jq -r 'select(.verdict == "contradicted") | .words'"#;

impl Arguments {
    /// Returns the files of claims and of filings.
    pub fn inputs(&self) -> impl Iterator<Item = &Input> {
        self.files.iter().chain(self.filings.iter().map(Filing::input))
    }
}

pub fn run(arguments: &Arguments, console: &mut Console) -> io::Result<()> {
    let inputs: Vec<Input> = arguments.inputs().cloned().collect();
    let progress = Input::progress_over(&inputs, console);
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
        for claim in claims {
            let claim = match claim {
                Ok(claim) => claim,
                Err(error) => {
                    console.refuse(file, error)?;
                    continue;
                }
            };
            if let Given::Claim { id, subject, .. } = &claim {
                if !ids.insert(id.clone()) {
                    console.note(format_args!("{file}: claim {id}: its id is another claim's too"));
                }
                subjects.push(subject.clone());
            }
            claim.add_to(&mut network);
        }
    }
    let mut whose = Whose::default();
    let companies = companies(arguments, (&subjects, &progress), &mut whose, console)?;
    let vintage = arguments.vintages.vintage();
    for company in companies {
        let (subject, name) = (company.subject.clone(), company.name.clone());
        let Some(filed) = company.filed(&arguments.within, console)? else { continue };
        if let Err(error) = filed.join(&mut network, &subject, vintage) {
            console.refuse(name, error)?;
        }
    }
    print(&network, arguments, &whose, console)
}

fn print(
    network: &Network,
    arguments: &Arguments,
    whose: &Whose,
    console: &mut Console,
) -> io::Result<()> {
    let json = arguments.json;
    let tie_out = match arguments.proof {
        true => network.tie_out_with_proofs(),
        false => network.tie_out(),
    };
    for ruling in tie_out.rulings() {
        if json {
            writeln!(console, "{}", financials_wire::ruling(ruling))?;
        } else {
            writeln!(console, "{} {ruling}", ruling.id())?;
        }
    }
    if !arguments.filings.is_empty() {
        let share = on_assumed_places(tie_out.rulings().iter());
        match json {
            true => console.note(share),
            false => writeln!(console, "{share}")?,
        }
    }
    console.flush()?;
    whose.tell(tie_out.rulings().iter(), console);
    if tie_out.is_capped() {
        console.note(
            "the search was cut short: bounds may be wider than they could be, and more claims \
             contradicted than need be",
        );
    }
    Ok(())
}

/// Reads the claims of a file one by one, so that a bad one does not lose the others.
fn claims(file: &Input, progress: &ProgressBar) -> Result<Claims, Failure> {
    Ok(claims::read(&file.text(progress)?)?)
}

/// Reads the filings, and puts those of each subject together.
fn companies(
    arguments: &Arguments,
    (subjects, progress): (&[String], &ProgressBar),
    whose: &mut Whose,
    console: &mut Console,
) -> io::Result<Vec<Company>> {
    let mut read = Vec::new();
    for filing in &arguments.filings {
        match read_filing(filing, (subjects, progress)) {
            Ok(taken) => read.push(taken),
            Err(error) => console.refuse(filing, error)?,
        }
    }
    // What two companies filed is no one's history.
    let rivals: Vec<Option<String>> = read.iter().map(|taken| taken.rival(&read)).collect();
    let mut companies = Vec::new();
    for (taken, rival) in read.into_iter().zip(rivals) {
        let whose = match rival {
            Some(why) => Err(why.into()),
            None => whose.take(taken.filing, &taken.file, &taken.subject, console),
        };
        if whose.is_ok()
            && let Some(words) = taken.only()
        {
            console.note(words);
        }
        match whose {
            Ok(()) => {
                let name = taken.filing.to_string();
                Company::put(&mut companies, &taken.subject, &name, taken.file);
            }
            Err(error) => console.refuse(taken.filing, error)?,
        }
    }
    Ok(companies)
}

/// Reads a file, and takes it for the subject that it is of.
fn read_filing<'a>(
    filing: &'a Filing,
    (subjects, progress): (&[String], &ProgressBar),
) -> Result<Taken<'a>, Failure> {
    let file = File::read(filing.input(), &filing.input().unpacked(progress)?)?;
    Taken::of(filing, file, subjects)
}
