//! [`Filings`]: several filings of one company, as a history.

use alloc::{collections::BTreeMap, string::String, vec::Vec};

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{
    cover::ClassShares,
    error::ChoiceError,
    listing::Listing,
    merging::{Groups, merge, unit_name},
    primary::Primary,
    segments::{Split, with_splits},
};
use crate::{
    companyfacts::{BuildError, CompanyFacts, FiledFact, Form, Input, Stating, Vintage},
    figure::{Accession, Accuracy, Source},
    history::History,
    period::{FiscalCalendar, Period, PeriodKind},
    report::ReportBuilder,
    xbrl::{fact::Fact, facts::Facts, linkbase::Labels},
};

/// Several filings of one company: their figures through time, each with its stated accuracy.
///
/// What becomes of them follows the rules of [`companyfacts`](crate::companyfacts): vintages,
/// restatements, quarters derived from longer periods. A derived figure is as precise as the
/// rounding of its inputs together allows. Reports of half years and nine months are there too, as
/// filings give them, and each report has revenue by segments, products and regions as the latest
/// filing of the vintage has it that gives the report's revenue.
///
/// Over the company's companyfacts file, what the file lists of a filing takes the filing's
/// accuracy; of all others nothing is known.
///
/// ```no_run
/// use financials::{companyfacts::Vintage, xbrl::{Facts, Filings}};
///
/// let mut filings = Filings::new();
/// let annual = Facts::parse(&std::fs::read("10-k_htm.xml")?)?;
/// filings.add("0000320193-23-000106".parse()?, "10-K", "2023-11-03".parse()?, &annual)?;
/// // Where nobody says under which number it was filed:
/// filings.add_unlisted(&Facts::parse(&std::fs::read("10-q_htm.xml")?)?)?;
/// let history = filings.history(Vintage::Latest)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filings {
    company: CompanyFacts,
    stated: BTreeMap<Key, Vec<Stated>>,
    /// What filings say of a period beside line items, in the order in which they were added.
    splits: Vec<(Period, Date, Vec<Split>)>,
    /// The calendar of the latest filing that has one.
    calendar: Option<(Date, FiscalCalendar)>,
    /// The documents of filings without an accession, in the place of which they are counted.
    unlisted: Vec<String>,
    labels: Labels,
    identifier: Option<String>,
}

/// How the accession begins under which a filing stands that has none.
const NOBODY: &str = "0000000000-00-";

/// A filing's figure: the filing, the taxonomy and the name of the concept, and the period.
type Key = (Accession, String, String, Option<Date>, Date);

/// What a filing says of a figure, which may be said in two currencies.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stated {
    unit: String,
    value: Decimal,
    accuracy: Accuracy,
    source: Source,
}

impl Filings {
    /// Starts without a filing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Starts with the company's companyfacts file.
    ///
    /// ```
    /// use financials::{companyfacts::CompanyFacts, xbrl::{Facts, Filings}};
    ///
    /// let file = CompanyFacts::parse(br#"{"cik":1321655,"entityName":"Example","facts":{
    ///     "us-gaap":{"Revenues":{"units":{"USD":[{"start":"2025-04-01","end":"2025-06-30",
    ///     "val":1003697000,"accn":"0001321655-25-000106","form":"10-Q","filed":"2025-08-05"}]
    ///     }}}}}"#)?;
    /// let mut filings = Filings::of(file);
    /// let json = br#"{"documentInfo": {"documentType": "https://xbrl.org/2021/xbrl-json",
    ///         "namespaces": {"g": "http://fasb.org/us-gaap/2025",
    ///             "c": "http://www.sec.gov/CIK", "iso4217": "http://www.xbrl.org/2003/iso4217"}},
    ///     "facts": {"f1": {"value": "1003697000", "decimals": -3, "dimensions": {
    ///         "concept": "g:Revenues", "entity": "c:0001321655", "unit": "iso4217:USD",
    ///         "period": "2025-04-01T00:00:00/2025-07-01T00:00:00"}}}}"#;
    /// // The file lists the filing that states its numbers.
    /// let added = filings.add_unlisted(&Facts::parse(json)?)?;
    /// assert_eq!(added.accession, Some("0001321655-25-000106".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn of(file: CompanyFacts) -> Self {
        Self { company: file, ..Self::default() }
    }

    /// Names the segments of the filings that are added from now on.
    #[must_use]
    pub fn labelled(self, labels: Labels) -> Self {
        Self { labels, ..self }
    }

    /// Adds a filing: its numbers of the whole, in the taxonomies of the FASB, the SEC and the IFRS
    /// Foundation.
    ///
    /// # Errors
    ///
    /// - where [`Primary::of`] fails;
    /// - for a filing of another company than those before.
    pub fn add(
        &mut self,
        accession: Accession,
        form: &str,
        filed: Date,
        facts: &Facts,
    ) -> Result<(), ChoiceError> {
        let primary = Primary::of(facts)?;
        self.add_primary(accession, form, filed, &primary)
    }

    /// Adds a filing of which nobody says under which number it was filed, and returns as what it
    /// counts.
    ///
    /// If the filings stand over a companyfacts file that lists it ([`Primary::listed_in`]), that
    /// is what it is there. Else it goes by its own words, without an accession: its form is that
    /// of its cover, `annual report` or `interim report` where it has none, and its day the last
    /// one that its cover speaks of, which is shortly before it was filed.
    ///
    /// # Errors
    ///
    /// Fails where [`add`](Self::add) does, and where no number is of a period.
    pub fn add_unlisted(&mut self, facts: &Facts) -> Result<Listing, ChoiceError> {
        let primary = Primary::of(facts)?;
        if let Some(Listing { accession: Some(accession), form, filed }) =
            primary.listed_in(&self.company)
        {
            self.add_primary(accession, &form, filed, &primary)?;
            // One that is here already, in another syntax, has none all the same.
            let accession = Some(accession).filter(|_| self.document(accession).is_none());
            return Ok(Listing { accession, form, filed });
        }
        let cover = facts.cover();
        let period = primary.period();
        let latest = primary.periods().first().map(|(period, _)| period.end());
        let end = period.map(|period| period.end()).or(latest).ok_or(ChoiceError::Nothing)?;
        let form = cover.form().unwrap_or(match period.map(|period| period.kind()) {
            Some(PeriodKind::Year) => "annual report",
            _ => "interim report",
        });
        let filed = cover.last_day().map_or(end, |day| day.max(end));
        let number = self.unlisted.len() + 1;
        // Nobody files under the number zero, so that it is no other filing's.
        let accession = alloc::format!("{NOBODY}{number:06}").parse();
        let accession = accession.map_err(|_| ChoiceError::Nothing)?;
        self.add_primary(accession, form, filed, &primary)?;
        self.unlisted.push(facts.documents().next().unwrap_or_default().into());
        Ok(Listing { accession: None, form: form.into(), filed })
    }

    fn add_primary(
        &mut self,
        accession: Accession,
        form: &str,
        filed: Date,
        primary: &Primary<'_>,
    ) -> Result<(), ChoiceError> {
        self.is_of_one_company(primary)?;
        let forms = &mut self.company.forms;
        let place = forms.iter().position(|known| known == form).unwrap_or_else(|| {
            forms.push(form.into());
            forms.len() - 1
        });
        let filing = Filing {
            accession,
            filed,
            form: Form::of(form),
            form_index: place.try_into().unwrap_or(u8::MAX),
            fiscal_year: primary.facts.cover().fiscal_year(),
        };
        let mut groups = Groups::new();
        for fact in primary.facts() {
            self.fact(&filing, fact, &mut groups);
        }
        classes_of_shares(&filing, primary, &mut groups);
        merge(&mut self.company, accession, groups);
        if let Some(calendar) = primary.calendar()
            && self.calendar.as_ref().is_none_or(|(known, _)| *known <= filed)
        {
            self.calendar = Some((filed, calendar));
        }
        if let Some(currency) = primary.currency() {
            let (basis, labels) = (primary.basis(), &self.labels);
            for period in primary.revenue_periods() {
                let splits = primary.revenue_splits(period, currency, basis, labels);
                if !splits.is_empty() {
                    self.splits.push((period, filed, splits));
                }
            }
        }
        Ok(())
    }

    /// Takes over whose filing it is, if it is of the company of the others.
    fn is_of_one_company(&mut self, primary: &Primary<'_>) -> Result<(), ChoiceError> {
        let cover = primary.facts.cover();
        let entity = primary.facts().next().map(|fact| fact.entity());
        let identifier = entity.map_or("", |entity| entity.identifier);
        let cik = cover
            .cik()
            .or_else(|| identifier.parse().ok())
            .filter(|_| entity.is_none_or(|entity| entity.scheme == "http://www.sec.gov/CIK"));
        let known = self.identifier.as_deref();
        let is_other = match (self.company.cik, cik) {
            (Some(known), Some(cik)) => known != cik,
            _ => known.is_some_and(|known| known != identifier),
        };
        if is_other {
            let known = match (known, self.company.cik) {
                (Some(known), _) => known.into(),
                (None, cik) => alloc::format!("{}", cik.unwrap_or_default()),
            };
            return Err(ChoiceError::OtherCompany { known, other: identifier.into() });
        }
        self.company.cik = self.company.cik.or(cik);
        self.identifier.get_or_insert_with(|| identifier.into());
        match cover.company() {
            Some(name) => self.company.entity_name = name.into(),
            // European filings name themselves by an identifier alone.
            None if self.company.entity_name.is_empty() => {
                self.company.entity_name = identifier.into();
            }
            None => {}
        }
        Ok(())
    }

    /// Takes over a number: of those that one filing gives for a period and unit, the finest.
    fn fact<'a>(&mut self, filing: &Filing, fact: Fact<'a>, groups: &mut Groups<'a>) {
        let name = fact.concept();
        let parts = (name.family(), fact.number(), fact.period().to_period(), fact.unit());
        let (Some(taxonomy), Some(value), Some(period), Some(unit)) = parts else { return };
        let accuracy = fact.accuracy().unwrap_or(Accuracy::Unknown);
        let start = (!period.is_instant()).then(|| period.start());
        let end = period.end();
        let key = (filing.accession, taxonomy.into(), name.local().into(), start, end);
        let unit = unit_name(unit);
        let known = self.stated.entry(key).or_default();
        let same = known.iter().position(|known| known.unit == unit);
        let is_finer = |known: &Stated| fineness(accuracy) > fineness(known.accuracy);
        if same.and_then(|at| known.get(at)).is_some_and(|known| !is_finer(known)) {
            return;
        }
        known.retain(|known| known.unit != unit);
        known.push(Stated { unit: unit.clone(), value, accuracy, source: fact.source() });
        let group = groups.entry((taxonomy, name.local(), unit)).or_default();
        group.insert((start, end), Vec::from([filing.fact(start, end, value)]));
    }

    /// Returns the figures as a companyfacts file has them, which states no accuracy.
    #[must_use]
    pub const fn company_facts(&self) -> &CompanyFacts {
        &self.company
    }

    /// Returns how precisely a figure of a companyfacts file was stated, if a filing here has it:
    /// under the same accession, concept and period, with the same value.
    #[must_use]
    pub fn accuracy(&self, input: &Input) -> Accuracy {
        self.stated(input).map_or(Accuracy::Unknown, |stated| stated.accuracy)
    }

    /// Returns the document of a figure that stands in a filing without an accession.
    #[must_use]
    pub fn unlisted(&self, input: &Input) -> Option<&str> {
        self.document(input.accession)
    }

    /// Returns the company's reports under a vintage, each figure with its stated accuracy.
    ///
    /// # Errors
    ///
    /// Fails where [`KnownFacts::history`](crate::companyfacts::KnownFacts::history) does.
    pub fn history(&self, vintage: Vintage) -> Result<History, BuildError> {
        self.company.known(vintage).history_with(&Known { filings: self, vintage })
    }

    fn document(&self, accession: Accession) -> Option<&str> {
        let accession = alloc::format!("{accession}");
        let number: usize = accession.strip_prefix(NOBODY)?.parse().ok()?;
        self.unlisted.get(number.checked_sub(1)?).map(String::as_str)
    }

    fn stated(&self, input: &Input) -> Option<&Stated> {
        let (taxonomy, name) = (input.concept.taxonomy.clone(), input.concept.name.clone());
        let key = (input.accession, taxonomy, name, input.start, input.end);
        self.stated.get(&key)?.iter().find(|stated| stated.value == input.value)
    }
}

/// The filings as a history under a vintage asks of them.
struct Known<'a> {
    filings: &'a Filings,
    vintage: Vintage,
}

impl Stating for Known<'_> {
    fn accuracy(&self, input: &Input) -> Accuracy {
        self.filings.accuracy(input)
    }

    fn source(&self, input: &Input) -> Source {
        let stated = self.filings.unlisted(input).and_then(|_| self.filings.stated(input));
        stated.map_or_else(|| input.source(), |stated| stated.source.clone())
    }

    fn has_years_to_date(&self) -> bool {
        !self.filings.stated.is_empty()
    }

    fn complete(
        &self,
        report: ReportBuilder,
        period: Period,
        revenue: Option<Decimal>,
    ) -> ReportBuilder {
        let of_period = self.filings.splits.iter().filter(|(of, ..)| *of == period);
        let fits = |splits: &[Split]| splits.iter().all(|split| Some(split.whole) == revenue);
        let fitting = of_period.filter(|(_, _, splits)| fits(splits));
        let chosen = match self.vintage {
            Vintage::First => fitting.min_by_key(|(_, filed, _)| *filed),
            Vintage::AsOf(day) => {
                fitting.filter(|(_, filed, _)| *filed <= day).max_by_key(|(_, filed, _)| *filed)
            }
            Vintage::Latest => fitting.max_by_key(|(_, filed, _)| *filed),
        };
        match chosen {
            Some((_, _, splits)) => with_splits(report, splits),
            None => report,
        }
    }

    fn calendar(&self) -> Option<FiscalCalendar> {
        self.filings.calendar.as_ref().map(|(_, calendar)| calendar.clone())
    }
}

/// What a filing says of each of its figures.
struct Filing {
    accession: Accession,
    filed: Date,
    form: Form,
    form_index: u8,
    fiscal_year: Option<i16>,
}

impl Filing {
    const fn fact(&self, start: Option<Date>, end: Date, value: Decimal) -> FiledFact {
        let Self { accession, filed, form, form_index, fiscal_year } = *self;
        FiledFact { start, end, value, accession, filed, form, form_index, fiscal_year }
    }
}

/// Adds the shares on a cover that has no total: each class by itself, as one filing's facts of
/// one day.
fn classes_of_shares<'a>(filing: &Filing, primary: &Primary<'a>, groups: &mut Groups<'a>) {
    let shares = primary.facts.cover().shares();
    if shares.iter().any(|count| count.class.is_none()) {
        return;
    }
    for ClassShares { fact, .. } in shares {
        let parts = (fact.number(), fact.period().to_period(), fact.unit());
        let (Some(value), Some(period), Some(unit)) = parts else { continue };
        let name = "EntityCommonStockSharesOutstanding";
        let group = groups.entry(("dei", name, unit_name(unit))).or_default();
        let of_day = group.entry((None, period.end())).or_default();
        of_day.push(filing.fact(None, period.end(), value));
    }
}

fn fineness(accuracy: Accuracy) -> (u8, i8) {
    match accuracy {
        Accuracy::Assumed(_) | Accuracy::Unknown => (0, 0),
        Accuracy::Decimals(places) => (1, places),
        Accuracy::Exact => (2, 0),
    }
}
