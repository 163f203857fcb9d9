//! [`Filed`]: what a company has filed, in files of any of the kinds that have figures.

use std::{collections::BTreeSet, error::Error, io};

use financials::{
    Error as FinancialsError, History,
    companyfacts::{CompanyFacts, Vintage},
    tieout::{Network, Ruling},
    xbrl::{
        ChoiceError, Document, FactFinding, Facts, Filings, Labels, Listing, Reader, XbrlError,
    },
};
use serde::{Deserialize, de::IgnoredAny};

use crate::{console::Console, input::Input, within::Within};

/// Why a file could not be read.
pub type Failure = Box<dyn Error>;

/// A file of what a company has filed.
pub enum File {
    /// A companyfacts file.
    Listed(CompanyFacts),
    /// A filing: an XBRL instance, inline XBRL or xBRL-JSON.
    Filing(Facts),
    /// The label linkbase of a filing, which names its segments.
    Labels(Labels),
}

impl File {
    /// Reads a file of any kind, by what it contains.
    pub fn read(input: &Input, bytes: &[u8]) -> Result<Self, Failure> {
        if !is_filing(bytes) {
            return Ok(Self::Listed(CompanyFacts::parse(bytes)?));
        }
        let name = input.to_string();
        match Reader::new().read(&[Document::new(&name, bytes)]) {
            Ok(facts) => Ok(Self::Filing(facts)),
            // Another root: that of a linkbase, or of no part of a filing.
            Err(error @ XbrlError::NotXbrl { .. }) => match Labels::parse(&name, bytes) {
                Ok(labels) => Ok(Self::Labels(labels)),
                Err(_) => Err(error.into()),
            },
            Err(error) => Err(error.into()),
        }
    }

    /// Returns what the company is called in it.
    pub fn entity(&self) -> &str {
        match self {
            Self::Listed(facts) => facts.entity_name(),
            Self::Filing(facts) => {
                let first = facts.iter().next().map(|fact| fact.entity().identifier);
                facts.cover().company().or(first).unwrap_or_default()
            }
            Self::Labels(_) => "",
        }
    }

    /// Returns under which tickers the company's shares trade, as far as the file says it.
    pub fn tickers(&self) -> Vec<&str> {
        match self {
            Self::Filing(facts) => tickers(facts),
            Self::Listed(_) | Self::Labels(_) => Vec::new(),
        }
    }

    /// Returns by which number the company goes: its central index key, or else the identifier of
    /// its register.
    pub fn number(&self) -> String {
        let facts = match self {
            Self::Listed(facts) => {
                return facts.cik().map_or_else(String::new, |it| it.to_string());
            }
            Self::Filing(facts) => facts,
            Self::Labels(_) => return String::new(),
        };
        let first = facts.iter().next().map(|fact| fact.entity());
        let cik = first.filter(|entity| entity.scheme == "http://www.sec.gov/CIK");
        let cik = cik.and_then(|entity| entity.identifier.parse().ok());
        match facts.cover().cik().or(cik) {
            Some(cik) => cik.to_string(),
            None => first.map_or("", |entity| entity.identifier).to_owned(),
        }
    }
}

/// Returns under which tickers shares trade, by a cover.
fn tickers(facts: &Facts) -> Vec<&str> {
    let mut seen = BTreeSet::new();
    let symbols = facts.concept("dei", "TradingSymbol").filter_map(|fact| fact.text());
    symbols.filter(|symbol| seen.insert(*symbol)).collect()
}

/// Returns whether a file is XBRL, rather than companyfacts or anything else.
pub fn is_filing(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    match text {
        // UTF-16, with its mark or without one.
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [0, b'<', ..] | [b'<', ..] => true,
        [b'{', rest @ ..] => {
            let first = rest.trim_ascii_start();
            let is_listed = first.starts_with(b"\"cik\"") || first.starts_with(b"\"entityName\"");
            !is_listed && has_document_info(text)
        }
        _ => false,
    }
}

/// Returns whether a file is XBRL by how it begins; what is no regular file, such as a pipe, can be
/// read only once, and is not read for it.
pub fn is_filing_file(file: &Input) -> bool {
    file.is_regular() && file.head().is_ok_and(|head| begins_filing(&head))
}

/// Returns whether a file is XBRL by its first bytes; JSON may say at its end what it is.
fn begins_filing(head: &[u8]) -> bool {
    let info = b"\"documentInfo\"";
    let is_json = head.trim_ascii_start().starts_with(b"{");
    if is_json { head.windows(info.len()).any(|part| part == info) } else { is_filing(head) }
}

#[derive(Deserialize)]
struct Shape {
    #[serde(rename = "documentInfo")]
    document_info: Option<IgnoredAny>,
}

fn has_document_info(json: &[u8]) -> bool {
    match serde_json::from_slice::<Shape>(json) {
        Ok(shape) => shape.document_info.is_some(),
        // A key that stands twice is for the reader of xBRL-JSON to refuse.
        Err(error) => error.is_data(),
    }
}

/// The files of one company.
#[derive(Default)]
pub struct Company {
    /// By what the company goes.
    pub subject: String,
    /// The first of its files, as it was given.
    pub name: String,
    listed: Option<CompanyFacts>,
    filings: Vec<(String, Facts)>,
    labels: Vec<Labels>,
}

impl Company {
    /// Puts a file to those of its company. Of two companyfacts files each stands by itself.
    pub fn put(companies: &mut Vec<Self>, subject: &str, name: &str, file: File) {
        let is_listed = matches!(file, File::Listed(_));
        let fits = |known: &Self| !(is_listed && known.listed.is_some());
        let known = companies.iter().position(|known| known.subject == subject && fits(known));
        let at = known.unwrap_or_else(|| {
            let (subject, name) = (subject.to_owned(), name.to_owned());
            companies.push(Self { subject, name, ..Self::default() });
            companies.len() - 1
        });
        if let Some(company) = companies.get_mut(at) {
            match file {
                File::Listed(listed) => company.listed = Some(listed),
                File::Filing(facts) => company.filings.push((name.to_owned(), facts)),
                File::Labels(labels) => company.labels.push(labels),
            }
        }
    }

    /// A company with its companyfacts file.
    pub fn of(name: String, listed: CompanyFacts) -> Self {
        Self { name, listed: Some(listed), ..Self::default() }
    }

    /// Returns whether there are filings, beside a companyfacts file or alone.
    pub fn has_filings(&self) -> bool {
        !self.filings.is_empty()
    }

    /// Returns under which tickers its shares trade, as far as its filings say it.
    pub fn tickers(&self) -> Vec<String> {
        self.filings.iter().flat_map(|(_, facts)| tickers(facts)).map(str::to_owned).collect()
    }

    /// Puts a companyfacts file under the filings.
    pub fn over(self, listed: CompanyFacts) -> Self {
        Self { listed: Some(listed), ..self }
    }

    /// Puts the files together. A filing that cannot be is told to the console; none may be left.
    pub fn filed(self, within: &Within, console: &mut Console) -> io::Result<Option<Filed>> {
        if let Some(why) = within.nowhere(self.filings.iter().map(|(_, facts)| facts)) {
            console.refuse(&self.name, why)?;
            return Ok(None);
        }
        let is_listed = self.listed.is_some();
        let filings = self.listed.map(Filings::of).unwrap_or_default();
        let filings = match &within.within {
            Some((axis, member)) => filings.within(axis, member),
            None => filings,
        };
        let filings = self.labels.into_iter().fold(filings, Filings::labelled);
        let mut filed = Filed { filings };
        for (name, facts) in self.filings {
            if let Err(error) = filed.add(&name, &facts, console) {
                console.refuse(name, error)?;
            }
        }
        for finding in filed.filings.findings() {
            console.note(finding);
        }
        let is_empty = filed.filings.company_facts().facts_read() == 0;
        Ok(Some(filed).filter(|_| is_listed || !is_empty))
    }
}

/// What one company has filed: its filings, over its companyfacts file if there is one.
pub struct Filed {
    filings: Filings,
}

impl Filed {
    fn add(&mut self, name: &str, facts: &Facts, console: &mut Console) -> Result<(), ChoiceError> {
        let Listing { filed, dated, .. } = self.filings.add_unlisted(facts)?;
        if dated.is_assumed() {
            console.note(format_args!(
                "{name}: it does not say when it was filed; taken as {filed}, {dated}"
            ));
        }
        let unread = facts.errors().len();
        if unread > 0 {
            console.note(format_args!(
                "{name}: {unread} of its facts cannot be read; `financials facts` says why"
            ));
        }
        let is_marked =
            |finding: &FactFinding<'_>| matches!(finding, FactFinding::MarkupInNumber(_));
        let marked = facts.findings().into_iter().filter(is_marked).count();
        if marked > 0 {
            console.note(format_args!(
                "{name}: {marked} of its numbers have markup in them, which was passed over; \
                 `financials facts` says where"
            ));
        }
        Ok(())
    }

    /// Returns the filings, over the companyfacts file if there is one.
    pub fn filings(&self) -> &Filings {
        &self.filings
    }

    /// Adds what is filed as known in a vintage to a network, and returns its history; beside what
    /// was last restated, also what was first filed.
    pub fn join(
        &self,
        network: &mut Network,
        subject: &str,
        vintage: Vintage,
    ) -> Result<History, FinancialsError> {
        let history = self.filings.history(vintage)?;
        network.add_history(subject, &history);
        if vintage == Vintage::Latest {
            network.add_first_filed(subject, &self.filings.history(Vintage::First)?);
        }
        Ok(history)
    }
}

/// Says how many verdicts rest on a place that was assumed, as companyfacts state none.
pub fn on_assumed_places<'a>(rulings: impl Iterator<Item = &'a Ruling>) -> String {
    let (mut all, mut resting) = (0, 0);
    for ruling in rulings {
        all += 1;
        resting += usize::from(ruling.rests_on_assumed_place());
    }
    format!("{resting} of {all} verdicts rest on an assumed place")
}
