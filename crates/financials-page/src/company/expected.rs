//! What releases state and filings leave out: guidance, and adjusted figures.

use financials::{
    Basis, Interval, Item, Measure, Metric, metrics,
    period::{FiscalLabel, FiscalQuarter, FiscalYear},
    stated::Unit,
    tieout::TieOut,
};

use super::{Bridge, Guided, Page};

/// What companies guide, in the order of the page.
const GUIDED: &[&str] = &[
    "revenue",
    "revenue_growth",
    "gross_margin",
    "operating_income",
    "operating_margin",
    "net_income",
    "ebitda",
    "eps_diluted",
    "operating_cash_flow",
    "capital_expenditures",
    "free_cash_flow",
];

/// What companies adjust, in the order of their statements.
const ADJUSTED: &[Item] =
    &[Item::GrossProfit, Item::OperatingIncome, Item::NetIncome, Item::EpsDiluted];

/// Quarters after the last that is filed for which guidance is looked for: companies guide a year.
const AHEAD: usize = 4;

impl Page {
    /// Adds what releases state of the company and no filing has: what it guides, beside what came
    /// out, and its adjusted figures, beside those by the accounting rules.
    ///
    /// Both are taken from a tie-out of the claims together with the company's history, under the
    /// name that its subject has there; so each is as precise as it was stated, and nothing is
    /// shown that the claims do not say. `basis` is that of the filings.
    ///
    /// ```
    /// use financials::{Basis, Measure, Stated, companyfacts::{CompanyFacts, Vintage}};
    /// use financials::tieout::{Claim, Network};
    /// use financials_page::company::Page;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let json = std::fs::read("../../tests/cases/palantir_companyfacts/companyfacts.json")?;
    /// let facts = CompanyFacts::parse(&json)?;
    /// let mut network = Network::new();
    /// network.add_history("PLTR", &facts.known(Vintage::Latest).history()?);
    /// let guided: Measure = "guidance:revenue".parse()?;
    /// let range = Stated::parse("$1.083 billion to $1.087 billion")?;
    /// network.add(Claim::new("guided", guided, range).of("PLTR").during("2025Q3"));
    /// let page = Page::of(&facts, 8).with_stated(&network.tie_out(), "PLTR", Basis::Gaap);
    /// let [guided] = page.guided.as_slice() else { return Err("another number".into()) };
    /// assert_eq!((guided.name, guided.period.as_str()), ("revenue", "2025Q3"));
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn with_stated(mut self, tie_out: &TieOut, subject: &str, basis: Basis) -> Self {
        let told = Told { tie_out, subject, basis };
        let labels = labels(&self);
        self.guided = GUIDED.iter().flat_map(|name| told.guided(name, &labels)).collect();
        let quarters = self.quarters.iter().map(|quarter| quarter.label.as_str());
        self.bridges = quarters.rev().flat_map(|label| told.bridges(label)).collect();
        self
    }
}

/// The quarters and years of a page and what lies ahead of them, the newest first.
fn labels(page: &Page) -> Vec<String> {
    let quarters: Vec<FiscalQuarter> =
        page.quarters.iter().filter_map(|quarter| quarter.label.parse().ok()).collect();
    let Some(last) = quarters.last().copied() else { return Vec::new() };
    let next = |quarter: &FiscalQuarter| quarter.next();
    let ahead: Vec<FiscalQuarter> = std::iter::successors(next(&last), next).take(AHEAD).collect();
    let mut labels = Vec::new();
    let mut years: Vec<FiscalYear> = Vec::new();
    for quarter in quarters.iter().chain(&ahead).rev() {
        if !years.contains(&quarter.year()) {
            years.push(quarter.year());
            labels.push(FiscalLabel::Year(quarter.year()).to_string());
        }
        labels.push(quarter.to_string());
    }
    labels
}

/// What claims and filings say of a company.
struct Told<'a> {
    tie_out: &'a TieOut,
    subject: &'a str,
    basis: Basis,
}

impl Told<'_> {
    fn of(&self, measure: &str, period: &str, basis: Option<Basis>) -> Option<Interval> {
        let measure: Measure = measure.parse().ok()?;
        self.tie_out.bounds(self.subject, measure, period, basis)
    }

    fn guided(&self, name: &'static str, labels: &[String]) -> Vec<Guided> {
        let guided = format!("guidance:{name}");
        let bases = [self.basis, Basis::Adjusted];
        let all = labels.iter().flat_map(|label| bases.map(|basis| (label, basis)));
        let found = all.filter_map(|(label, basis)| {
            let range = self.of(&guided, label, Some(basis))?;
            let actual = self.of(name, label, Some(basis));
            let is_adjusted = basis == Basis::Adjusted;
            Some(Guided {
                name,
                is_adjusted,
                period: label.clone(),
                range,
                actual,
                unit: unit(name),
            })
        });
        let mut kept: Vec<Guided> = Vec::new();
        for one in found {
            // A claim that names no basis is on record under both.
            if !kept.iter().any(|own| (&own.period, own.range) == (&one.period, one.range)) {
                kept.push(one);
            }
        }
        kept
    }

    fn bridges(&self, label: &str) -> Vec<Bridge> {
        let found = ADJUSTED.iter().filter_map(|item| {
            let filed = self.of(item.name(), label, Some(self.basis))?;
            let adjusted = self.of(item.name(), label, Some(Basis::Adjusted))?;
            let period = label.to_owned();
            let between = adjusted - filed;
            Some(Bridge { name: item.name(), period, basis: self.basis, filed, between, adjusted })
        });
        found.collect()
    }
}

/// The unit of what is a part of something; amounts are in the currency of the filings.
fn unit(name: &str) -> Unit {
    let parts = [metrics::REVENUE_GROWTH, metrics::GROSS_MARGIN, metrics::OPERATING_MARGIN];
    if parts.iter().any(|metric: &Metric| metric.name() == name) {
        Unit::Ratio
    } else {
        Unit::Count
    }
}
