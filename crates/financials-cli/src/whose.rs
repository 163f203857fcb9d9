//! [`Whose`]: whether files are of the companies that they were given for.

use std::collections::BTreeMap;

use financials::tieout::{FiledId, Ruling};

use crate::{
    console::Console,
    filed::{Failure, File},
    filing::Filing,
    subject::{begins, words},
};

/// What files say of the subjects that they were given for.
///
/// Figures of another company would convict every claim, so that a filing whose shares trade under
/// other tickers than the one that it was given for is not taken. Where a file names no ticker, as
/// companyfacts do not, nobody can tell whether a name is a ticker's; that is said where a claim is
/// found wrong because of it.
#[derive(Default)]
pub struct Whose {
    subjects: BTreeMap<String, Option<Open>>,
}

/// A file that may be of another company than its subject, for all that is known.
struct Open {
    filing: String,
    entity: String,
}

/// How a file and its subject go together.
enum Likeness {
    /// The company's name begins so, or its shares trade as that.
    Same,
    /// It has another name, and does not say as what its shares trade.
    Open,
    /// It has another name, and its shares trade as something else.
    Other,
}

impl Whose {
    /// Takes a file for a subject, which was said with it or guessed.
    ///
    /// # Errors
    ///
    /// Fails for a filing of another company: its shares trade as something else than the ticker
    /// that it was given for, or than the subject that was guessed.
    pub fn take(
        &mut self,
        filing: &Filing,
        file: &File,
        subject: &str,
        console: &mut Console,
    ) -> Result<(), Failure> {
        let entity = file.entity();
        // A label linkbase is of the company whose filings stand beside it.
        if entity.is_empty() {
            return Ok(());
        }
        let traded = file.tickers().join(", ");
        let is_ticker = filing.subject().is_none_or(is_ticker);
        let known = self.subjects.entry(subject.to_owned());
        match likeness(file, subject) {
            Likeness::Other if is_ticker => {
                let first = file.tickers().first().copied().unwrap_or_default();
                return Err(format!(
                    "it is of {entity}, which trades as {traded}, and not of {subject}; it is \
                     left out, and would be taken as {first}={}",
                    filing.input()
                )
                .into());
            }
            Likeness::Other => {
                console.note(format_args!(
                    "{filing}: it is of {entity}, which trades as {traded}; taken for {subject}"
                ));
                known.or_insert(None);
            }
            Likeness::Same => *known.or_default() = None,
            Likeness::Open => {
                let open = Open { filing: filing.to_string(), entity: entity.to_owned() };
                known.or_insert(Some(open));
            }
        }
        Ok(())
    }

    /// Says of which companies claims were found wrong that may be others than their subjects.
    pub fn tell<'a>(&self, rulings: impl Iterator<Item = &'a Ruling>, console: &mut Console) {
        let rulings: Vec<&Ruling> = rulings.collect();
        for (subject, open) in &self.subjects {
            let Some(Open { filing, entity }) = open else { continue };
            let rests = |ruling: &&&Ruling| {
                ruling.because().iter().any(|because| FiledId::parse(because, subject).is_some())
            };
            let count = rulings.iter().filter(rests).count();
            if count > 0 {
                console.note(format_args!(
                    "{filing}: it is of {entity}, and does not say that this is {subject}; \
                     verdicts against claims that rest on it: {count}"
                ));
            }
        }
    }
}

fn likeness(file: &File, subject: &str) -> Likeness {
    let tickers = file.tickers();
    let is_name = begins(file.entity(), subject);
    // BRK.B is BRK-B to others.
    let is_traded = tickers.iter().any(|ticker| words(ticker) == words(subject));
    match () {
        () if is_name || is_traded => Likeness::Same,
        () if tickers.is_empty() => Likeness::Open,
        () => Likeness::Other,
    }
}

/// Returns whether a subject has the form of a ticker: `PLTR`, `BRK.B`.
fn is_ticker(subject: &str) -> bool {
    let (root, class) = subject.split_once(['.', '-']).unwrap_or((subject, "A"));
    let is_of = |part: &str, letters_max| {
        (1..=letters_max).contains(&part.len()) && part.bytes().all(|it| it.is_ascii_uppercase())
    };
    is_of(root, 5) && is_of(class, 2)
}
