//! [`Companies`]: the companies of a table.

use std::{collections::BTreeSet, io};

use financials::{
    Decimal,
    companyfacts::{CompanyFacts, Vintage},
    decimal,
    panel::Panel,
};

use crate::{
    console::Console,
    filed::{Company, Failure, File, Filed},
    input::Input,
    within::Within,
};

/// A price, and whose share it is of.
#[derive(Clone)]
pub struct Price {
    pub name: String,
    price: Decimal,
}

impl Price {
    /// Reads `PLTR=180`.
    pub fn parse(text: &str) -> Result<Self, String> {
        let (name, price) = text.split_once('=').ok_or("a price is TICKER=P, such as PLTR=180")?;
        let price = decimal::parse(price).map_err(|error| error.to_string())?;
        Ok(Self { name: name.to_owned(), price })
    }
}

/// The companies that were read, as known in a vintage, with the prices of shares.
pub struct Companies<'a> {
    vintage: Vintage,
    within: &'a Within,
    prices: &'a [Price],
    seen: BTreeSet<(Option<u64>, String)>,
    /// The prices that were used, by their places.
    priced: BTreeSet<usize>,
    /// Those of which there are filings, until all files were read.
    waiting: Vec<Company>,
}

impl<'a> Companies<'a> {
    /// Starts without a company.
    pub fn new(vintage: Vintage, within: &'a Within, prices: &'a [Price]) -> Self {
        let (seen, priced) = (BTreeSet::new(), BTreeSet::new());
        Self { vintage, within, prices, seen, priced, waiting: Vec::new() }
    }

    /// Keeps a document of a filing with the others of its company.
    pub fn put(&mut self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        let file = File::read(&Input::from(name), bytes)?;
        Company::put(&mut self.waiting, &file.number(), name, file);
        Ok(())
    }

    /// Returns whether there are filings of a company.
    pub fn waits_for(&self, facts: &CompanyFacts) -> bool {
        let key = facts.cik().map(|cik| cik.to_string());
        self.waiting.iter().any(|company| Some(&company.subject) == key.as_ref())
    }

    /// Keeps a companyfacts file with the filings of its company.
    pub fn put_listed(&mut self, name: &str, facts: CompanyFacts) {
        let key = facts.cik().map(|cik| cik.to_string()).unwrap_or_default();
        Company::put(&mut self.waiting, &key, name, File::Listed(facts));
    }

    /// Returns the companies of which there are filings, once.
    pub fn waiting(&mut self) -> Vec<Company> {
        core::mem::take(&mut self.waiting)
    }

    /// Makes the panel of a company, with the price of its share if one was given. What it cannot
    /// be made of is told to the console.
    pub fn panel(
        &mut self,
        console: &mut Console,
        company: Company,
        file: &Input,
    ) -> io::Result<Option<Panel>> {
        let (name, has_filings) = (company.name.clone(), company.has_filings());
        let mut names = company.tickers();
        names.extend(file.names());
        let Some(filed) = company.filed(self.within, console)? else { return Ok(None) };
        let facts = filed.filings().company_facts();
        let price = self.price(&names, facts);
        let made = self.once(facts).and_then(|()| panel(self.vintage, &filed, has_filings, price));
        match made {
            Ok(panel) => Ok(Some(panel)),
            Err(error) => console.refuse(name, error).map(|()| None),
        }
    }

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
    fn price(&mut self, names: &[String], facts: &CompanyFacts) -> Option<Decimal> {
        let is_it = |name: &str| {
            let key = name.strip_prefix("CIK").unwrap_or(name).parse().ok();
            let mut names = names.iter().map(String::as_str).chain([facts.entity_name()]);
            names.any(|own| own.eq_ignore_ascii_case(name)) || (key.is_some() && key == facts.cik())
        };
        let at = self.prices.iter().position(|price| is_it(&price.name))?;
        self.priced.insert(at);
        self.prices.get(at).map(|price| price.price)
    }

    /// Returns the prices that no company took.
    pub fn unused(&self) -> impl Iterator<Item = &Price> {
        let unused = self.prices.iter().zip(0..).filter(|(_, at)| !self.priced.contains(at));
        unused.map(|(price, _)| price)
    }
}

fn panel(
    vintage: Vintage,
    filed: &Filed,
    has_filings: bool,
    price: Option<Decimal>,
) -> Result<Panel, String> {
    let filings = filed.filings();
    let known = filings.company_facts().known(vintage);
    let quote = price.map(|price| financials_arrow::quote(&known, price)).transpose();
    let quote = quote.map_err(|error| error.to_string())?;
    let builder = Panel::builder();
    let builder = if has_filings {
        let history = filings.history(vintage).map_err(|error| error.to_string())?;
        match &quote {
            Some(quote) => builder.quoted(&history, quote),
            None => builder.history(&history),
        }
    } else {
        builder.facts(&known, quote.as_ref()).map_err(|error| error.to_string())?
    };
    builder.build().map_err(|error| error.to_string())
}
