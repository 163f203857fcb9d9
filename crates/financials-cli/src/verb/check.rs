//! `financials check`: what each figure of an article is about, and whether it can be right.

use std::{
    io::{self, Write},
    path::PathBuf,
};

use clap::{Args, error::ErrorKind};
use financials::{History, companyfacts::Vintage, tieout::Network};
use financials_link::{
    Context, Period,
    article::{self, Checked},
};
use financials_page::article::{Page, fingerprint};
use indicatif::ProgressBar;
use serde_json::{Map, Value};

use crate::{
    console::Console,
    draft::Draft,
    filed::{Company, Failure, File, on_assumed_places},
    filing::Filing,
    input::{Input, unpacked},
    whose::Whose,
    within::Within,
};

/// Say what each figure of an article is about, and whether it can be right
///
/// Each figure is linked by the words around it: whose, of which line item or metric, when, on
/// which basis. What is linked is held against the other figures of the article and against what
/// companies filed. A figure that no words place is linked to nothing, and is not judged.
#[derive(Args)]
#[command(verbatim_doc_comment, after_long_help = HELP)]
pub struct Arguments {
    /// Print one object a line, rather than sentences
    #[arg(long)]
    json: bool,
    /// Write the ARTICLE, of which it takes one, with its figures marked to this file, as HTML
    #[arg(long, value_name = "PAGE")]
    html: Option<PathBuf>,
    /// The ticker of the company that the articles are about where they name no other
    #[arg(verbatim_doc_comment, long, value_name = "TICKER")]
    subject: Option<String>,
    /// The period that they are about where they name no other: 2025Q2, FY2025, 2025-06-30;
    /// without it, the one that a title or a dateline names alone
    #[arg(verbatim_doc_comment, long, value_name = "LABEL")]
    period: Option<Period>,
    /// A companyfacts file or a filing (an XBRL instance, inline XBRL, xBRL-JSON; packed by gzip
    /// or not) of the company with this ticker; without one, the file's name begins with it
    #[arg(verbatim_doc_comment, long = "filing", value_name = "[TICKER=]FILE")]
    filings: Vec<Filing>,
    #[command(flatten)]
    within: Within,
    /// A text, or - for standard input
    #[arg(value_name = "ARTICLE", required = true)]
    files: Vec<Input>,
}

const HELP: &str = r#"With --json, each figure is one object a line:
  file, start, end, text   where it stands: bytes of the file, half-open
  role                     actual, prior, growth, change, guidance, consensus, surprise, target
                           or other
  metric                   the line item or metric; growth and change name what grows
  aspect                   year_ago or quarter_ago: what a change is measured from
  segment, subject, period, basis, constant_currency
  abstained                why it is linked to nothing: no_measure, driver, part, market, outside,
                           unit or order; null where it is linked
  verdict                  consistent, compatible, contradicted, in_conflict, unexplained,
                           undetermined or not_meaningful; null where nothing is claimed
  definition               the definition of its name by which it was judged, where it has several
  stated, computed         [low, high], null where unbounded
  because                  the figures of the article by their places (f1 is the first) and the
                           filed ones with which it cannot hold
  diagnoses                single changes under which it would hold
  missing                  what would decide it, where nothing does
  words                    the finding as a sentence

Examples:
  financials check --subject PLTR --period 2025Q2 --filing PLTR=CIK0001321655.json article.txt
  financials check --html page.html --filing PLTR=CIK0001321655.json article.txt
  financials check --json article.txt | jq -r 'select(.verdict == "contradicted") | .words'"#;

impl Arguments {
    /// Returns the articles and the filings.
    pub fn inputs(&self) -> impl Iterator<Item = &Input> {
        self.files.iter().chain(self.filings.iter().map(Filing::input))
    }
}

/// What a company has filed.
struct Filed {
    ticker: String,
    name: String,
    history: History,
    first: Option<History>,
    fingerprint: String,
}

pub fn run(arguments: &Arguments, console: &mut Console) -> io::Result<()> {
    if arguments.html.is_some() && arguments.files.len() > 1 {
        clap::Error::raw(ErrorKind::TooManyValues, "--html takes one ARTICLE\n").exit();
    }
    let inputs: Vec<Input> = arguments.inputs().cloned().collect();
    let progress = Input::progress_over(&inputs, console);
    let mut network = Network::new();
    let Given { companies, whose, fingerprints } = Given::read(arguments, &progress, console)?;
    let mut filed = Vec::new();
    for company in companies {
        let (ticker, file) = (company.subject.clone(), company.name.clone());
        let Some(company) = company.filed(&arguments.within, console)? else { continue };
        match company.join(&mut network, &ticker, Vintage::Latest) {
            Ok(history) => {
                let name = company.filings().company_facts().entity_name().to_owned();
                let own = fingerprints.iter().filter(|(of, _)| *of == ticker);
                let own: Vec<&str> = own.map(|(_, fingerprint)| fingerprint.as_str()).collect();
                let first = company.filings().history(Vintage::First).ok();
                filed.push(Filed { ticker, name, history, first, fingerprint: own.join(" ") });
            }
            Err(error) => console.refuse(file, error)?,
        }
    }
    let filings: Vec<article::Filing<'_>> = filed
        .iter()
        .map(|filed| article::Filing {
            ticker: &filed.ticker,
            name: &filed.name,
            history: &filed.history,
            first: filed.first.as_ref(),
        })
        .collect();
    // A ticker is written in any capitals.
    let named = |subject: &String| {
        let filed = filings.iter().find(|filing| filing.ticker.eq_ignore_ascii_case(subject));
        filed.map_or_else(|| subject.clone(), |filing| filing.ticker.to_owned())
    };
    let context = Context {
        subject: arguments.subject.as_ref().map(named),
        period: arguments.period,
        companies: Vec::new(),
    };
    for file in &arguments.files {
        match file.text(&progress) {
            Ok(text) => {
                let checked = article::check_with(&text, &context, &filings, network.clone());
                print(file, &text, &checked, arguments, console)?;
                console.flush()?;
                whose.tell(checked.figures().iter().filter_map(|it| checked.ruling(it)), console);
                if let Some(path) = &arguments.html {
                    let mut page = Page::of(&file.title(), &text, &checked, &filings);
                    for (document, filed) in page.documents.iter_mut().zip(&filed) {
                        document.fingerprint = Some(filed.fingerprint.clone());
                    }
                    if let Err(error) = Draft::write(path, &page.to_string()) {
                        console.refuse(path.display(), error)?;
                    }
                }
            }
            Err(error) => console.refuse(file, error)?,
        }
    }
    Ok(())
}

/// What was given of companies: their files, whether these are theirs, and the hashes of them.
#[derive(Default)]
struct Given {
    companies: Vec<Company>,
    whose: Whose,
    /// By the ticker of the company.
    fingerprints: Vec<(String, String)>,
}

impl Given {
    fn read(
        arguments: &Arguments,
        progress: &ProgressBar,
        console: &mut Console,
    ) -> io::Result<Self> {
        let mut given = Self::default();
        for filing in &arguments.filings {
            let taken = read(filing, progress).and_then(|(file, ticker, fingerprint)| {
                given.whose.take(filing, &file, &ticker, console)?;
                Ok((file, ticker, fingerprint))
            });
            match taken {
                Ok((file, ticker, fingerprint)) => {
                    Company::put(&mut given.companies, &ticker, &filing.to_string(), file);
                    given.fingerprints.push((ticker, fingerprint));
                }
                Err(error) => console.refuse(filing, error)?,
            }
        }
        Ok(given)
    }
}

/// Reads a file, and returns it with the ticker of its company and its hash.
fn read(filing: &Filing, progress: &ProgressBar) -> Result<(File, String, String), Failure> {
    let bytes = filing.input().bytes(progress)?;
    let fingerprint = fingerprint(&bytes);
    let file = File::read(filing.input(), &unpacked(bytes)?)?;
    let [.., first] = filing.input().names();
    let ticker = filing.subject().unwrap_or(&first).to_uppercase();
    Ok((file, ticker, fingerprint))
}

fn print(
    file: &Input,
    text: &str,
    checked: &Checked,
    arguments: &Arguments,
    console: &mut Console,
) -> io::Result<()> {
    for figure in checked.figures() {
        if arguments.json {
            writeln!(console, "{}", row(file, text, checked, figure))?;
        } else if let Some(words) = checked.words(figure) {
            let at = figure.link.span.start;
            writeln!(console, "{file}:{at}: {words}")?;
        }
    }
    if !arguments.filings.is_empty() {
        let rulings = checked.figures().iter().filter_map(|figure| checked.ruling(figure));
        let share = on_assumed_places(rulings);
        match arguments.json {
            true => console.note(format_args!("{file}: {share}")),
            false => writeln!(console, "{file}: {share}")?,
        }
    }
    Ok(())
}

fn row(file: &Input, text: &str, checked: &Checked, figure: &article::Figure) -> Value {
    let mut row = Map::from_iter([("file".to_owned(), Value::from(file.to_string()))]);
    row.extend(financials_wire::checked(text, checked, figure));
    Value::Object(row)
}
