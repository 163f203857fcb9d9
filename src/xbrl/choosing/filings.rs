//! [`Filings`]: several filings of one company, as a history.

use core::cmp::Reverse;

use alloc::{collections::BTreeMap, string::String, vec::Vec};

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{
    disputes::dispute,
    error::ChoiceError,
    finding::FilingFinding,
    listing::{Dated, Listing},
    merging::{Groups, merge, unit_name},
    place::Place,
    primary::Primary,
    segments::SegmentSplit,
    stated::{Key, Reported},
    unlisted::{Held, Unlisted, filed_on},
};
use crate::{
    companyfacts::{CompanyFacts, Disputed, FiledFact, Form, Input, SHARES_ON_COVER, split_name},
    decimal::excerpt,
    figure::{Accession, Accuracy},
    period::{FiscalCalendar, Period, PeriodKind},
    undefined::Absence,
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
    pub(super) stated: BTreeMap<Key, Vec<Reported>>,
    /// What filings say of a period beside line items.
    pub(super) splits: Vec<(Period, Place, Vec<SegmentSplit>)>,
    /// The calendar of the latest filing that has one.
    pub(super) calendar: Option<(Place, FiscalCalendar)>,
    /// The latest filing that says what the company is called.
    named: Option<Place>,
    /// The filings without an accession.
    unlisted: Unlisted,
    findings: Vec<FilingFinding>,
    labels: Labels,
    identifier: Option<String>,
    /// The axis and the member that were chosen, as they print.
    within: Option<(String, String)>,
}

/// The unit of counts of shares, as the SEC's files name it.
const SHARES: &str = "shares";

/// The numbers of a filing by taxonomy, concept, unit and days.
type Said<'a> = BTreeMap<(&'a str, &'a str, String, Option<Date>, Date), Vec<Fact<'a>>>;

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

    /// Chooses the numbers of one member of an axis, both as they print, in the filings added from
    /// now on that have it: [`Primary::within`]. The others are read as without it.
    #[must_use]
    pub fn within(self, axis: impl Into<String>, member: impl Into<String>) -> Self {
        Self { within: Some((axis.into(), member.into())), ..self }
    }

    /// Adds a filing: its numbers of the whole, in the taxonomies of the FASB, the SEC and the IFRS
    /// Foundation.
    ///
    /// # Errors
    ///
    /// - where [`Primary::of`] fails;
    /// - for a filing of another company than those before;
    /// - for a form that no history is made of, such as a proxy statement;
    /// - where no number is of a taxonomy in which line items are known.
    pub fn add(
        &mut self,
        accession: Accession,
        form: &str,
        filed: Date,
        facts: &Facts,
    ) -> Result<(), ChoiceError> {
        let primary = self.primary(facts)?;
        self.check(&primary, form)?;
        let place = Place::of((filed, form), &alloc::format!("{accession}"), facts);
        self.put(accession, &place, &primary);
        self.follow(&place, &primary);
        Ok(())
    }

    /// Adds a filing of which nobody says under which number it was filed, and returns as what it
    /// counts.
    ///
    /// If the filings stand over a companyfacts file that lists it ([`Primary::listed_in`]), that
    /// is what it is there. Else it goes by its own words, without an accession: its form is that
    /// of its cover, `annual report` or `interim report` where it has none, and its day the last
    /// one that its cover speaks of. That is most often the one on which the shares were counted,
    /// some days before it was filed, or else the last day of its period, some weeks before. Under
    /// [`AsOf`](crate::companyfacts::Vintage::AsOf) a day in between, its figures count as known,
    /// though nobody knew them yet.
    ///
    /// What amends a filing of its period counts as filed on the day of that one at least, and
    /// comes after it. Of two filings of one day, one that amends counts as the later; of others
    /// the one whose form comes later in the alphabet, then the one that states more, then the one
    /// whose document does. The order in which they are added does not matter.
    ///
    /// # Errors
    ///
    /// Fails where [`add`](Self::add) does, and where no number is of a period.
    pub fn add_unlisted(&mut self, facts: &Facts) -> Result<Listing, ChoiceError> {
        let primary = self.primary(facts)?;
        let period = primary.period();
        let latest = primary.periods().first().map(|(period, _)| period.end());
        let end = period.map(|period| period.end()).or(latest).ok_or(ChoiceError::Nothing)?;
        let cover = facts.cover();
        let (day, assumed) = match cover.last_day().filter(|day| *day > end) {
            Some(day) => (day, Dated::Cover),
            None => (end, Dated::Period),
        };
        if let Some(Listing { accession: Some(accession), form, filed, dated }) =
            primary.listed_in(&self.company)
        {
            self.check(&primary, &form)?;
            let place = Place::of((filed, &form), &alloc::format!("{accession}"), facts);
            self.put(accession, &place, &primary);
            self.follow(&place, &primary);
            // One that is here already, in another syntax, has none all the same.
            return Ok(match self.unlisted(accession) {
                Some(_) => Listing { accession: None, form, filed, dated: assumed },
                None => Listing { accession: Some(accession), form, filed, dated },
            });
        }
        let form = cover.form().unwrap_or(match period.map(|period| period.kind()) {
            Some(PeriodKind::Year) => "annual report",
            _ => "interim report",
        });
        self.check(&primary, form)?;
        let document = facts.documents().next().unwrap_or_default();
        let mut place = Place::of((day, form), document, facts);
        if let Some(amended) = place.amends().and_then(|form| filed_on(&self.company, form, end)) {
            place.filed = place.filed.max(amended);
        }
        let day = place.filed;
        let mut held = Held { company: &mut self.company, stated: &mut self.stated };
        let accession = self.unlisted.insert(&place, end, &mut held);
        let accession = accession.ok_or(ChoiceError::Nothing)?;
        self.put(accession, &place, &primary);
        self.follow(&place, &primary);
        Ok(Listing { accession: None, form: form.into(), filed: day, dated: assumed })
    }

    /// Chooses the facts of the whole, or of the member that was chosen.
    fn primary<'a>(&self, facts: &'a Facts) -> Result<Primary<'a>, ChoiceError> {
        if let Some((axis, member)) = &self.within {
            let within = Primary::within(facts, axis, member);
            if within.facts().next().is_some() {
                return Ok(within);
            }
        }
        Primary::of(facts)
    }

    /// Checks that a filing can be put to the others.
    fn check(&self, primary: &Primary<'_>, form: &str) -> Result<(), ChoiceError> {
        if Form::of(form) == Form::Other {
            return Err(ChoiceError::Form { form: excerpt(form) });
        }
        self.is_of_one_company(primary)?;
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for name in primary.facts().filter(|fact| fact.number().is_some()).map(Fact::concept) {
            if matches!(name.family(), Some("us-gaap" | "ifrs-full")) {
                return Ok(());
            }
            *counts.entry(name.namespace()).or_default() += 1;
        }
        let mut namespaces: Vec<(&str, usize)> = counts.into_iter().collect();
        namespaces.sort_by_key(|(_, count)| Reverse(*count));
        let shown = namespaces.iter().take(3).map(|(namespace, _)| String::from(*namespace));
        Err(ChoiceError::Taxonomy { namespaces: shown.collect() })
    }

    /// Has what amends a filing stand after it, whatever days were taken for theirs.
    fn follow(&mut self, place: &Place, primary: &Primary<'_>) {
        let Some(end) = primary.period().map(|period| period.end()) else { return };
        let mut held = Held { company: &mut self.company, stated: &mut self.stated };
        for (old, new) in self.unlisted.follow((&place.form, end, place.filed), &mut held) {
            let splits = self.splits.iter_mut().map(|(_, place, _)| place);
            let latest = self.calendar.iter_mut().map(|(place, _)| place).chain(&mut self.named);
            splits.chain(latest).filter(|known| **known == old).for_each(|known| {
                known.clone_from(&new);
            });
        }
    }

    /// Puts a filing to the others, which it can be.
    fn put(&mut self, accession: Accession, place: &Place, primary: &Primary<'_>) {
        self.name(primary, place);
        let forms = &mut self.company.forms;
        let index = forms.iter().position(|known| *known == place.form).unwrap_or_else(|| {
            forms.push(place.form.clone());
            forms.len() - 1
        });
        let filing = Filing {
            accession,
            filed: place.filed,
            form: Form::of(&place.form),
            form_index: index.try_into().unwrap_or(u8::MAX),
            fiscal_year: primary.facts.cover().fiscal_year(),
        };
        let mut said = Said::new();
        for fact in primary.facts().filter(|fact| fact.number().is_some()) {
            let name = fact.concept();
            let parts = (name.family(), fact.period().to_period(), fact.unit());
            let (Some(taxonomy), Some(period), Some(unit)) = parts else { continue };
            let start = (!period.is_instant()).then(|| period.start());
            let key = (taxonomy, name.local(), unit_name(unit), start, period.end());
            said.entry(key).or_default().push(fact);
        }
        let mut groups = Groups::new();
        let of = (accession, place.filed);
        for ((taxonomy, name, unit, start, end), facts) in said {
            let key = (accession, taxonomy.into(), name.into(), start, end);
            let value = self.state(key, &unit, &facts);
            if value.is_none() {
                let subject = (taxonomy.into(), name.into(), Some(unit.clone()), start, end);
                dispute(&mut self.company, of, subject, Absence::Contradicted);
            }
            let group = groups.entry((taxonomy, name, unit)).or_default();
            let taken = value.map(|value| filing.fact(start, end, value));
            group.insert((start, end), taken.into_iter().collect());
        }
        // The filing may be here already, in another syntax, in which it can be read.
        for subject in primary.unread() {
            dispute(&mut self.company, of, subject, Absence::Unreadable);
        }
        self.settle(accession);
        self.put_classes(&filing, primary, &mut groups);
        merge(&mut self.company, accession, groups);
        if let Some(calendar) = primary.calendar()
            && self.calendar.as_ref().is_none_or(|(known, _)| known <= place)
        {
            self.calendar = Some((place.clone(), calendar));
        }
        if let Some(currency) = primary.currency() {
            let (basis, labels) = (primary.basis(), &self.labels);
            for period in primary.revenue_periods() {
                let splits = primary.revenue_splits(period, currency, basis, labels);
                if !splits.is_empty() {
                    self.splits.push((period, place.clone(), splits));
                }
            }
        }
    }

    /// Takes back that a number of a filing cannot be read, where it can be in another place.
    fn settle(&mut self, accession: Accession) {
        let stated = &self.stated;
        self.company.disputed.retain(|disputed| {
            let Disputed { concept, unit, start, end, why, .. } = disputed;
            let key = (accession, concept.taxonomy.clone(), concept.name.clone(), *start, *end);
            let is_other = disputed.accession != accession || *why != Absence::Unreadable;
            let mut said = stated.get(&key).into_iter().flatten();
            is_other || !said.any(|stated| unit.as_ref().is_none_or(|unit| *unit == stated.unit))
        });
    }

    /// Adds the shares on a cover that has no total: each class by itself, as facts of one day, of
    /// which none may be left open.
    fn put_classes<'a>(&mut self, filing: &Filing, primary: &Primary<'a>, groups: &mut Groups<'a>) {
        let mut counted = Vec::new();
        for facts in primary.facts.cover().classes() {
            let Some((stated, finding)) = Reported::together(&facts, SHARES, None) else {
                continue;
            };
            if stated.is_contradicted {
                // The filing may be here already, in another syntax.
                self.findings.extend(finding.filter(|finding| !self.findings.contains(finding)));
                return;
            }
            counted.push((stated, facts));
        }
        for (stated, facts) in counted {
            let period = facts.first().and_then(|fact| fact.period().to_period());
            let Some(day) = period.map(|period| period.end()) else { continue };
            let (taxonomy, name) = split_name(SHARES_ON_COVER);
            let group = groups.entry((taxonomy, name, SHARES.into())).or_default();
            let of_day = group.entry((None, day)).or_default();
            of_day.push(filing.fact(None, day, stated.value));
            let key = (filing.accession, taxonomy.into(), name.into(), None, day);
            self.stated.entry(key).or_default().push(stated);
        }
    }

    /// Checks that a filing is of the company of the others.
    fn is_of_one_company(&self, primary: &Primary<'_>) -> Result<(), ChoiceError> {
        let (identifier, cik) = whose(primary);
        let known = self.identifier.as_deref();
        let is_other = match (self.company.cik, cik) {
            (Some(known), Some(cik)) => known != cik,
            _ => known.is_some_and(|known| known != identifier),
        };
        if !is_other {
            return Ok(());
        }
        let known = match (known, self.company.cik) {
            (Some(known), _) => known.into(),
            (None, cik) => alloc::format!("{}", cik.unwrap_or_default()),
        };
        Err(ChoiceError::OtherCompany { known, other: identifier.into() })
    }

    /// Takes over whose filing it is, and what the latest calls the company.
    fn name(&mut self, primary: &Primary<'_>, place: &Place) {
        let (identifier, cik) = whose(primary);
        self.company.cik = self.company.cik.or(cik);
        self.identifier.get_or_insert_with(|| identifier.into());
        match primary.facts.cover().company() {
            Some(name) if self.named.as_ref().is_none_or(|known| known <= place) => {
                self.company.entity_name = name.into();
                self.named = Some(place.clone());
            }
            // European filings name themselves by an identifier alone.
            None if self.company.entity_name.is_empty() => {
                self.company.entity_name = identifier.into();
            }
            _ => {}
        }
    }

    /// Takes over what one filing says of a concept, a period and a unit: the finest of its
    /// numbers, or none where two have nothing in common.
    fn state(&mut self, key: Key, unit: &str, facts: &[Fact<'_>]) -> Option<Decimal> {
        let said = self.stated.entry(key).or_default();
        let known = said.iter().position(|known| known.unit == unit);
        // The filing may be here already, in another syntax.
        let known = known.map(|at| said.swap_remove(at));
        let (stated, finding) = Reported::together(facts, unit, known)?;
        self.findings.extend(finding);
        let value = (!stated.is_contradicted).then_some(stated.value);
        said.push(stated);
        value
    }

    /// Returns what is worth knowing of the filings that were added, in the order of that.
    #[must_use]
    pub fn findings(&self) -> &[FilingFinding] {
        &self.findings
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

    /// Returns the document of a filing that has no accession, by the one under which it is counted
    /// here: that of an [`Input`], or of what was restated. The day of its filing is assumed.
    #[must_use]
    pub fn unlisted(&self, accession: Accession) -> Option<&str> {
        self.unlisted.document(accession)
    }

    pub(super) fn stated(&self, input: &Input) -> Option<&Reported> {
        let (taxonomy, name) = (input.concept.taxonomy.clone(), input.concept.name.clone());
        let key = (input.accession, taxonomy, name, input.start, input.end);
        let said = self.stated.get(&key)?.iter();
        let same = said.filter(|it| !it.is_contradicted && it.value == input.value);
        // In two units, the coarser counts.
        same.min_by_key(|stated| stated.fineness())
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

/// Returns by what a filing says whose it is, and as what EDGAR knows the company.
fn whose<'a>(primary: &Primary<'a>) -> (&'a str, Option<u64>) {
    let entity = primary.facts().next().map(|fact| fact.entity());
    let identifier = entity.map_or("", |entity| entity.identifier);
    let cik = primary.facts.cover().cik().or_else(|| identifier.parse().ok());
    let is_there = entity.is_none_or(|entity| entity.scheme == "http://www.sec.gov/CIK");
    (identifier, cik.filter(|_| is_there))
}
