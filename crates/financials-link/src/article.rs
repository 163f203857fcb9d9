//! [`check`]: from a text and filings to a verdict for each figure, or why there is none.

use std::ops::Range;

use financials::{
    Basis, History, Item, Measure,
    item::Name,
    tieout::{Claim, Disagreement, Network, Qualifier, Reason, Ruling, TieOut, Verdict},
};

use crate::{
    catalogue::has_segments,
    context::{Company, Context},
    link::{Aspect, Link, Role},
    markup::Markup,
    moment::{Numbering, Period, quarter_ago, year_ago},
    reader::links,
};

/// What a company has filed, under the ticker that a text's figures are linked to.
#[derive(Clone, Copy, Debug)]
pub struct Filing<'a> {
    /// The ticker.
    pub ticker: &'a str,
    /// The company's name, as in `Palantir Technologies Inc.`.
    pub name: &'a str,
    /// What it has filed.
    pub history: &'a History,
}

/// A figure of a text with what it is about; what was found of it is under its id in the tie-out.
#[derive(Clone, Debug)]
pub struct Figure {
    /// What the figure is about.
    pub link: Link,
    /// The bytes of its number in [`Checked::text`]: the link's, but of a page what is shown there.
    pub shown: Range<usize>,
    /// The id of the claim that it makes; none where it makes none.
    pub claim: Option<String>,
}

/// A text whose figures were linked and held against one another and the filings.
#[derive(Debug)]
pub struct Checked {
    text: String,
    figures: Vec<Figure>,
    tie_out: TieOut,
}

impl Checked {
    /// Returns the text that was read: of a page what it shows, in reading order.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the figures of the text in reading order.
    #[must_use]
    pub fn figures(&self) -> &[Figure] {
        &self.figures
    }

    /// Returns the verdicts on the claims that the figures make.
    #[must_use]
    pub fn tie_out(&self) -> &TieOut {
        &self.tie_out
    }

    /// Returns what was found of a figure, where it makes a claim.
    #[must_use]
    pub fn ruling(&self, figure: &Figure) -> Option<&Ruling> {
        self.tie_out.ruling(figure.claim.as_deref()?)
    }

    /// Returns the verdict on a figure, where it makes a claim.
    ///
    /// Two figures of the text that were linked to one and the same thing and differ say that a
    /// link is wrong sooner than that a figure is: neither is accused by the other alone. Nor is
    /// one accused whose basis the text does not say, and which it compares with a consensus.
    #[must_use]
    pub fn verdict(&self, figure: &Figure) -> Option<Verdict> {
        let ruling = self.ruling(figure)?;
        Some(match self.pardon(figure, ruling) {
            Some(_) => Verdict::Undetermined,
            None => ruling.verdict(),
        })
    }

    /// Why an accused figure is not accused: a reading of the text that would make it right.
    fn pardon(&self, figure: &Figure, ruling: &Ruling) -> Option<String> {
        if !ruling.verdict().is_accused() {
            return None;
        }
        if self.is_ambiguous(ruling) {
            return Some(format!(
                "the text gives different figures for what was read as one thing ({})",
                ruling.because().join(", ")
            ));
        }
        let assumed = ruling.conflict().map(Disagreement::assumed).unwrap_or_default();
        if let Some(zero) = assumed.iter().find(|assumed| assumed.ends_with("is zero")) {
            return Some(format!("it fails only where {zero}, which nothing on record says"));
        }
        if self.is_of_segment(figure) {
            return Some("the text speaks of a segment right before it".to_owned());
        }
        self.is_held_against_consensus(&figure.link).then(|| {
            "the text holds it against a consensus, and analysts expect adjusted figures; it does \
             not say of which basis it is"
                .to_owned()
        })
    }

    /// Whether a figure of no segment stands in a paragraph that has spoken of one last, and its
    /// own words do not say that it is of the whole.
    fn is_of_segment(&self, figure: &Figure) -> bool {
        const WHOLE: &[&str] = &["total", "consolidated", "company", "group", "overall"];
        let link = &figure.link;
        let may_be = link.segment.is_none() && link.metric.as_deref().is_some_and(has_segments);
        let Some(place) = self.figures.iter().position(|other| other.shown == figure.shown) else {
            return false;
        };
        let before = self.figures.get(..place).unwrap_or_default().iter().rev();
        let mut before = before.filter(|other| other.link.abstained.is_none());
        let Some(last) = before.next().filter(|_| may_be) else { return false };
        let between = self.text.get(last.shown.end..figure.shown.start).unwrap_or_default();
        let between = between.to_lowercase();
        last.link.segment.is_some()
            && last.link.metric != link.metric
            && !between.contains('\n')
            && !WHOLE.iter().any(|word| between.contains(word))
    }

    /// Whether the text compares a figure, whose basis it does not say, with what analysts expect.
    fn is_held_against_consensus(&self, link: &Link) -> bool {
        let is_open = link.role == Role::Actual
            && link.is_adjusted.is_none()
            && !link.metric.as_deref().is_some_and(is_neutral);
        let about = |link: &Link| (link.metric.clone(), link.segment.clone(), link.period);
        is_open
            && self.figures.iter().any(|Figure { link: other, .. }| {
                other.role == Role::Consensus
                    && other.subject == link.subject
                    && about(other) == about(link)
            })
    }

    /// Returns the finding on a figure as a sentence, where it makes a claim.
    #[must_use]
    pub fn words(&self, figure: &Figure) -> Option<String> {
        let ruling = self.ruling(figure)?;
        Some(match self.pardon(figure, ruling) {
            Some(reason) => format!("undetermined: {reason}"),
            None => ruling.to_string(),
        })
    }

    /// Returns what would decide a figure that was not judged: what no filing and no other figure
    /// states of it, or what the text leaves out.
    ///
    /// ```
    /// use financials_link::{Context, article::check};
    ///
    /// let (subject, period) = (Some("PLTR".into()), Some("2025Q2".parse()?));
    /// let context = Context { subject, period, ..Context::default() };
    /// let checked = check("Revenue was $1.004 billion, up 48%.", &context, &[]);
    /// let missing = |at: usize| checked.missing(&checked.figures()[at]);
    /// assert_eq!(missing(0), None);
    /// let checked = check("Revenue rose 48%.", &context, &[]);
    /// let missing = checked.missing(&checked.figures()[0]);
    /// let expected = "nothing states revenue 2025Q2 and revenue 2024Q2 of PLTR";
    /// assert_eq!(missing.as_deref(), Some(expected));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn missing(&self, figure: &Figure) -> Option<String> {
        let link = &figure.link;
        let Some(ruling) = self.ruling(figure) else {
            let has_measure = link.metric.is_some() && link.abstained.is_none();
            return (has_measure && link.period.is_none())
                .then(|| "the text names no period for it".to_owned());
        };
        if self.verdict(figure) != Some(Verdict::Undetermined) {
            return None;
        }
        Some(match ruling.reason()? {
            Reason::NothingElse => self.unstated(link)?,
            Reason::NoPeriod => "the text names no period for it".to_owned(),
            Reason::Basis { on_record, .. } => {
                format!("on record are {on_record} figures alone, and it is on another basis")
            }
            Reason::Definition => {
                "nothing on record gives the definition that its printed name means".to_owned()
            }
            Reason::Qualifier => "nothing on record is qualified as it is".to_owned(),
            _ => return None,
        })
    }

    /// What nothing states of a figure: its measure in its period, and in the one before it.
    fn unstated(&self, link: &Link) -> Option<String> {
        let (metric, period) = (link.metric.as_deref()?, link.period?);
        let before = match (link.role, link.aspect) {
            (Role::Growth | Role::Change, Some(Aspect::YearAgo)) => year_ago(period),
            (Role::Growth | Role::Change, Some(Aspect::QuarterAgo)) => quarter_ago(period),
            _ => None,
        };
        let segment = link.segment.as_ref().map(|segment| format!(" of {segment}"));
        let name = format!("{metric}{}", segment.unwrap_or_default());
        let measure: Option<Measure> =
            link.segment.is_none().then(|| metric.parse().ok()).flatten();
        let subject = link.subject.as_deref().unwrap_or_default();
        let is_change = before.is_some();
        let is_stated = |period: &Period| {
            is_change
                && measure.is_some_and(|measure| {
                    let bases = [None, Some(Basis::Gaap)].into_iter();
                    let period = period.to_string();
                    bases
                        .map(|basis| self.tie_out.bounds(subject, measure, &period, basis))
                        .any(|bounds| bounds.is_some())
                })
        };
        let all = [Some(period), before].into_iter().flatten().filter(|period| !is_stated(period));
        let all: Vec<String> = all.map(|period| format!("{name} {period}")).collect();
        let of = link.subject.as_ref().map(|subject| format!(" of {subject}")).unwrap_or_default();
        (!all.is_empty()).then(|| format!("nothing states {}{of}", all.join(" and ")))
    }

    /// Whether nothing but figures of the text that were linked to one thing speak against it.
    fn is_ambiguous(&self, ruling: &Ruling) -> bool {
        let of = |id: &str| {
            let figure = self.figures.iter().find(|figure| figure.claim.as_deref() == Some(id))?;
            let Link { role, metric, aspect, segment, subject, period, .. } = &figure.link;
            let is_level = matches!(role, Role::Actual | Role::Prior);
            let role = if is_level { Role::Actual } else { *role };
            Some((role, metric, aspect, segment, subject, period))
        };
        let mut all = ruling.because().iter().map(|id| of(id));
        let Some(Some(first)) = all.next() else { return false };
        ruling.because().len() > 1 && all.all(|other| other.as_ref() == Some(&first))
    }
}

/// Links the figures of a text and holds them against one another and the filings.
///
/// A text that begins with a tag is read as an HTML page: what is shown, in reading order; the
/// spans of its figures are those of the page.
///
/// ```
/// use financials::tieout::Verdict;
/// use financials_link::{Context, article::check};
///
/// let text = "Revenue was $1.004 billion, up from $678 million a year earlier, a rise of 48%. \
///             Operating income of $464 million is a margin of 64%.";
/// let (subject, period) = (Some("PLTR".into()), Some("2025Q2".parse()?));
/// let context = Context { subject, period, ..Context::default() };
/// let checked = check(text, &context, &[]);
/// let verdicts: Vec<_> = checked.figures().iter().map(|figure| checked.verdict(figure)).collect();
/// assert_eq!(verdicts[2], Some(Verdict::Consistent));
/// assert!(verdicts[4].is_some_and(Verdict::is_accused)); // 464 / 1,004 is 46%
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn check(text: &str, context: &Context, filings: &[Filing<'_>]) -> Checked {
    let mut network = Network::new();
    for filing in filings {
        network.add_history(filing.ticker, filing.history);
    }
    check_with(text, context, filings, network)
}

/// Links the figures of a text as [`check`] does, and holds them against a network that has what
/// was filed, or claims of other documents, in it already.
///
/// The filings say which companies there are and how they number their periods.
#[must_use]
pub fn check_with(
    text: &str,
    context: &Context,
    filings: &[Filing<'_>],
    mut network: Network,
) -> Checked {
    let context = with_filings(context, filings);
    let markup = Markup::is_in(text).then(|| Markup::read(text));
    let plain = markup.as_ref().map_or(text, Markup::as_text);
    let mut figures = Vec::new();
    for (place, mut link) in links(plain, &context).into_iter().enumerate() {
        let id = format!("f{}", place + 1);
        let claim = claim(&id, &link, plain, reported_by(link.subject.as_deref(), filings));
        let made = claim.is_some();
        if let Some(claim) = claim {
            network.add(claim);
        }
        let shown = link.span.clone();
        if let Some(markup) = &markup {
            link.span = markup.source(link.span);
            link.named_by = link.named_by.map(|span| markup.source(span));
        }
        figures.push(Figure { link, shown, claim: made.then_some(id) });
    }
    Checked { text: plain.to_owned(), figures, tie_out: network.tie_out() }
}

/// Adds the companies that the filings are of, with their fiscal calendars.
fn with_filings(context: &Context, filings: &[Filing<'_>]) -> Context {
    let mut context = context.clone();
    let year = match context.period {
        Some(Period::Label(label)) => label.year().number(),
        Some(Period::Day(day)) => day.year(),
        None => 0,
    };
    for filing in filings {
        let numbering = filing.history.calendar().and_then(|calendar| {
            let year = if year > 0 {
                year
            } else {
                filing.history.latest_view().ok()?.report().period().end().year()
            };
            Numbering::of_calendar(calendar, year)
        });
        match context.companies.iter_mut().find(|company| company.ticker == filing.ticker) {
            Some(company) => {
                company.names.push(filing.name.to_owned());
                company.numbering = company.numbering.or(numbering);
            }
            None => context.companies.push(Company {
                ticker: filing.ticker.to_owned(),
                names: vec![filing.name.to_owned()],
                numbering,
            }),
        }
    }
    context
}

/// The rules by which a company reports: those of its latest filing, and GAAP where it has none
/// here or none is said.
fn reported_by(subject: Option<&str>, filings: &[Filing<'_>]) -> Basis {
    let mut own = filings.iter().filter(|filing| Some(filing.ticker) == subject);
    let latest = own.find_map(|filing| filing.history.latest_view().ok()?.report().basis());
    latest.unwrap_or(Basis::Gaap)
}

/// The claim that a figure makes, if it is one that can be held against others; `reported` are the
/// rules by which its company reports.
fn claim(id: &str, link: &Link, text: &str, reported: Basis) -> Option<Claim> {
    let metric = link.metric.as_deref().filter(|_| link.abstained.is_none())?;
    let period = link.period?;
    // Organic or managed revenue is a measure of the company's own: what has one figure for all
    // bases is not adjusted.
    let is_own = link.is_adjusted == Some(true) && is_neutral(metric) && !link.is_constant_currency;
    if link.is_previous || is_own {
        return None;
    }
    let name = match link.role {
        Role::Actual | Role::Prior => metric.to_owned(),
        Role::Growth => format!("{}:{metric}", based("growth", link.aspect)?),
        Role::Change => format!("{}:{metric}", based("change", link.aspect)?),
        Role::Guidance if link.aspect.is_none() => format!("guidance:{metric}"),
        Role::Consensus if link.aspect.is_none() => format!("consensus:{metric}"),
        _ => return None,
    };
    let name = match (link.role, growth_of(metric, link.aspect)) {
        (Role::Growth, Some(growth)) => growth.to_owned(),
        _ => name,
    };
    let measure = match &link.segment {
        Some(segment) => format!("{name}:{}", slug(segment))
            .parse::<Name>()
            .ok()
            .map(|_| format!("{name}:{}", slug(segment)))?,
        None => name,
    };
    let measure: Measure = measure.parse().ok()?;
    let stated = if link.is_negated { -link.stated } else { link.stated };
    let mut claim = Claim::new(id, measure, stated).during(period.to_string());
    if let Some(subject) = &link.subject {
        claim = claim.of(subject.clone());
    }
    claim = match link.is_adjusted {
        Some(true) => claim.on(Basis::Adjusted),
        Some(false) => claim.on(reported),
        None => claim,
    };
    if link.is_constant_currency {
        claim = claim.qualified(Qualifier::ConstantCurrency);
    }
    if let Some(name) = link.named_by.clone().and_then(|span| text.get(span)) {
        claim = claim.printed_as(name);
    }
    Some(claim.from_document("article"))
}

/// Whether a measure has one figure for all bases, as revenue does.
fn is_neutral(metric: &str) -> bool {
    metric.parse::<Item>().is_ok_and(Item::is_neutral)
}

/// The name of a growth or change by what it is measured from; none where that is not known.
fn based(name: &'static str, aspect: Option<Aspect>) -> Option<String> {
    Some(match aspect? {
        Aspect::YearAgo => name.to_owned(),
        Aspect::QuarterAgo => format!("{name}_qoq"),
    })
}

/// The catalogue's growth of a line item, which the tie-out joins with the item.
fn growth_of(metric: &str, aspect: Option<Aspect>) -> Option<&'static str> {
    Some(match (metric, aspect?) {
        ("revenue", Aspect::YearAgo) => "revenue_growth",
        ("revenue", Aspect::QuarterAgo) => "revenue_growth_qoq",
        ("gross_profit", Aspect::YearAgo) => "gross_profit_growth",
        ("operating_income", Aspect::YearAgo) => "operating_income_growth",
        ("ebitda", Aspect::YearAgo) => "ebitda_growth",
        ("net_income", Aspect::YearAgo) => "net_income_growth",
        ("eps_diluted", Aspect::YearAgo) => "eps_growth",
        ("operating_cash_flow", Aspect::YearAgo) => "operating_cash_flow_growth",
        ("free_cash_flow", Aspect::YearAgo) => "free_cash_flow_growth",
        _ => return None,
    })
}

/// A segment's name as a measure is spelt: `u.s. commercial` is `u_s_commercial`.
fn slug(segment: &str) -> String {
    let mut slug = String::new();
    for letter in segment.chars() {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('_') && letter != '.' {
            slug.push('_');
        }
    }
    slug.trim_end_matches('_').to_owned()
}
