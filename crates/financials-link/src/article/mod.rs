//! [`check`]: from a text and filings to a verdict for each figure, or why there is none.

mod pardon;
mod claim;
mod figure;

use std::{collections::BTreeMap, ops::Bound};

use financials::{
    Basis, Measure,
    tieout::{Network, Reason, Ruling, TieOut, Verdict},
};

use crate::{
    context::{Company, Context},
    link::{Aspect, Link, Role},
    markup::Markup,
    moment::{Numbering, Period, quarter_ago, year_ago},
    reader::links,
};

use claim::{claim, reported_by};
use pardon::Case;

pub use figure::{Figure, Filing};

/// A text whose figures were linked and held against one another and the filings.
#[derive(Debug)]
pub struct Checked {
    text: String,
    figures: Vec<Figure>,
    tie_out: TieOut,
    /// Why figures are not accused, by the ids of their claims.
    pardons: BTreeMap<String, String>,
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
        Some(match self.pardon(figure) {
            Some(_) => Verdict::Undetermined,
            None => ruling.verdict(),
        })
    }

    /// Why a figure is not accused though something speaks against it: a reading of the text that
    /// would make it right.
    fn pardon(&self, figure: &Figure) -> Option<&str> {
        self.pardons.get(figure.claim.as_deref()?).map(String::as_str)
    }

    /// Returns the finding on a figure as a sentence, where it makes a claim.
    #[must_use]
    pub fn words(&self, figure: &Figure) -> Option<String> {
        let ruling = self.ruling(figure)?;
        Some(match self.pardon(figure) {
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
    /// let checked = check("Revenue was $1 billion, up 48% from $678 million.", &context, &[]);
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
                        .filter_map(|basis| self.tie_out.bounds(subject, measure, &period, basis))
                        .any(|bounds| ![bounds.low(), bounds.high()].contains(&Bound::Unbounded))
                })
        };
        let all = [Some(period), before].into_iter().flatten().filter(|period| !is_stated(period));
        let all: Vec<String> = all.map(|period| format!("{name} {period}")).collect();
        let of = link.subject.as_ref().map(|subject| format!(" of {subject}")).unwrap_or_default();
        (!all.is_empty()).then(|| format!("nothing states {}{of}", all.join(" and ")))
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
    let filed = network.clone();
    let mut figures = Vec::new();
    for (place, link) in links(plain, &context).into_iter().enumerate() {
        let id = format!("f{}", place + 1);
        let claim = claim(&id, &link, plain, reported_by(link.subject.as_deref(), filings));
        let made = claim.is_some();
        if let Some(claim) = claim {
            network.add(claim);
        }
        let shown = link.span.clone();
        figures.push(Figure { link, shown, claim: made.then_some(id) });
    }
    let tie_out = network.tie_out();
    let pardons =
        Case { text: plain, figures: &figures, tie_out: &tie_out }.pardons(filed, filings);
    if let Some(markup) = &markup {
        for Figure { link, .. } in &mut figures {
            link.span = markup.source(link.span.clone());
            link.named_by = link.named_by.take().map(|span| markup.source(span));
            link.doubt = link.doubt.take().map(|span| markup.source(span));
        }
    }
    Checked { text: plain.to_owned(), figures, tie_out, pardons }
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
