//! From a checked article to what stands on its page.

use std::collections::BTreeMap;

use financials::{
    Figure as Amount, Measure,
    period::FiscalLabel,
    tieout::{Assumption, Diagnosis, FiledId, Ruling},
};
use financials_link::{
    Abstention, Link, Period, Role,
    article::{self, Checked, Filing},
};

use super::{
    Conflict, Derivation, Document, Figure, Member, Near, Page, Place, Remedy,
    explained::{citations, explained, key},
};
use crate::{number, policy::fingerprint};

impl Page {
    /// Takes what stands on the page from a checked article: a title for it, its file as text, what
    /// was found of it, and what it was held against.
    #[must_use]
    pub fn of(title: &str, text: &str, checked: &Checked, filings: &[Filing<'_>]) -> Self {
        let places = checked.figures().iter().enumerate();
        let places = places.filter_map(|(place, it)| Some((it.claim.clone()?, place))).collect();
        let desk = Desk { checked, filings, places };
        let mut page = Self {
            title: title.to_owned(),
            text: checked.text().to_owned(),
            fingerprint: fingerprint(text.as_bytes()),
            documents: filings.iter().map(document).collect(),
            is_capped: checked.tie_out().is_capped(),
            ..Self::default()
        };
        for figure in checked.figures() {
            let conflict = desk.conflict(figure).map(|conflict| {
                page.conflicts.iter().position(|known| *known == conflict).unwrap_or_else(|| {
                    page.conflicts.push(conflict);
                    page.conflicts.len() - 1
                })
            });
            page.figures.push(Figure { conflict, ..desk.figure(figure) });
        }
        page
    }
}

fn document(filing: &Filing<'_>) -> Document {
    Document { ticker: filing.ticker.to_owned(), name: filing.name.to_owned(), fingerprint: None }
}

/// What lies on the desk of who writes the page.
struct Desk<'a> {
    checked: &'a Checked,
    filings: &'a [Filing<'a>],
    /// The places of the figures by the ids of their claims.
    places: BTreeMap<String, usize>,
}

impl Desk<'_> {
    fn figure(&self, figure: &article::Figure) -> Figure {
        let link = &figure.link;
        let about = about(link);
        let [span, source] = [&figure.shown, &link.span].map(Clone::clone);
        let found = Figure { span, source, about, ..Figure::default() };
        let Some(ruling) = self.checked.ruling(figure) else {
            let missing = self.checked.missing(figure).map(|missing| sentence(&missing));
            return Figure { words: unclaimed(link).to_owned(), missing, ..found };
        };
        let unit = link.stated.unit();
        Figure {
            verdict: self.checked.verdict(figure),
            words: self.checked.words(figure).unwrap_or_default(),
            place: Some(Place { stated: ruling.stated(), computed: ruling.computed(), unit }),
            reservations: reservations(ruling),
            notes: notes(ruling),
            definition: ruling.definition().map(str::to_owned),
            derivations: self.derivations(link),
            remedies: ruling.diagnoses().iter().map(remedy).collect(),
            nearest: ruling
                .nearest()
                .iter()
                .map(|near| Near {
                    definition: near.definition.clone(),
                    value: number::interval(near.interval, unit),
                })
                .collect(),
            missing: self.checked.missing(figure).map(|missing| sentence(&missing)),
            ..found
        }
    }

    /// What cannot hold together with a figure, where it is accused.
    fn conflict(&self, figure: &article::Figure) -> Option<Conflict> {
        self.checked.verdict(figure).filter(|verdict| verdict.is_accused())?;
        let ruling = self.checked.ruling(figure)?;
        let (members, assumed) = match ruling.conflict() {
            Some(conflict) => (conflict.members(), conflict.assumed()),
            None => (ruling.because(), &[][..]),
        };
        let members = members.iter().map(|id| self.member(id)).collect();
        Some(Conflict { members, assumed: assumed.to_vec() })
    }

    fn member(&self, id: &str) -> Member {
        match self.places.get(id) {
            Some(place) => Member::Figure(*place),
            None => self.filed(id).unwrap_or_else(|| Member::Filed {
                name: id.to_owned(),
                value: None,
                source: None,
            }),
        }
    }

    /// The filed figure of an id such as `filing:PLTR:revenue:2025Q2:GAAP`.
    fn filed(&self, id: &str) -> Option<Member> {
        let mut filings = self.filings.iter();
        let (filing, id) =
            filings.find_map(|filing| Some((filing, FiledId::parse(id, filing.ticker)?)))?;
        let name = format!("{} {} {}", id.subject, id.measure, id.period);
        let view = filing.history.labelled_view(id.period.parse().ok()?).ok();
        let measure: Option<Measure> = id.measure.parse().ok();
        let found = view.zip(measure);
        let figure = found.and_then(|(view, measure)| view.report().figure(measure));
        let value = found.and_then(|(view, measure)| measure.value(view).ok());
        let value = figure.and(value).map(|value| value.to_string());
        let source = figure.and_then(Amount::source);
        let cik = key(filing.history);
        let source = source.and_then(|source| citations(source, cik).into_iter().next());
        Some(Member::Filed { name, value, source })
    }

    /// How the filed figures came about that a figure of the text is about.
    fn derivations(&self, link: &Link) -> Vec<Derivation> {
        let of = |filing: &&Filing<'_>| Some(filing.ticker) == link.subject.as_deref();
        let (Some(filing), Some(Period::Label(label)), Some(measure), None) =
            (self.filings.iter().find(of), link.period, &link.metric, &link.segment)
        else {
            return Vec::new();
        };
        let Ok(measure) = measure.parse::<Measure>() else { return Vec::new() };
        let labels = match link.role {
            Role::Actual | Role::Prior => vec![Some(label)],
            Role::Growth | Role::Change => vec![Some(label), label.year_ago()],
            _ => Vec::new(),
        };
        let cik = key(filing.history);
        let explain = |label: Option<FiscalLabel>| {
            let label = label?;
            let view = filing.history.labelled_view(label).ok()?;
            let explanation = measure.explain(view).ok()?;
            Some(explained(&explanation, filing.history, cik))
        };
        labels.into_iter().filter_map(explain).collect()
    }
}

/// What a figure is about, the measure first.
fn about(link: &Link) -> Vec<(&'static str, String)> {
    let role = link.metric.is_some().then(|| link.role.name().to_owned());
    let basis =
        link.is_adjusted.map(|is_adjusted| if is_adjusted { "adjusted" } else { "reported" });
    let fields = [
        ("measure", link.metric.clone()),
        ("role", role),
        ("segment", link.segment.clone()),
        ("company", link.subject.clone()),
        ("period", link.period.map(|period| period.to_string())),
        ("compared with", link.aspect.map(|aspect| aspect.name().replace('_', " "))),
        ("basis", basis.map(str::to_owned)),
        ("currency", link.is_constant_currency.then(|| String::from("constant"))),
    ];
    fields.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
}

/// Why a figure claims nothing that can be checked.
const fn unclaimed(link: &Link) -> &'static str {
    match link.abstained {
        Some(Abstention::NoMeasure) => "No measure is named near it.",
        Some(Abstention::Driver) => "It explains a change, and is no total of the company.",
        Some(Abstention::Part) => "It is a part of a whole.",
        Some(Abstention::Market) => "It is of the share price or of trading.",
        Some(Abstention::Outside) => "What it measures is in no filing.",
        Some(Abstention::Unit) => "Its unit is not that of the measure beside it.",
        Some(Abstention::Order) => "Which of several things it is of cannot be told.",
        None => "What it is about is known, and is nothing that filings or formulas speak of.",
    }
}

fn reservations(ruling: &Ruling) -> Vec<String> {
    let assumed = ruling.conflict().map_or(&[][..], |conflict| conflict.assumed());
    said([
        (ruling.only_because_about(), "It holds only because of an \"about\"."),
        (ruling.rests_on_trailing_zeros(), "Zeros at the end of a number were taken for digits."),
        (
            assumed.iter().any(Assumption::is_zero),
            "Figures that a filing leaves out were taken as zero.",
        ),
    ])
}

fn notes(ruling: &Ruling) -> Vec<String> {
    let assumed = "How precisely a figure was filed is not known: its last digit that is not zero \
                   was taken for its place.";
    said([
        (ruling.is_tied(), "Other statements may be at fault in its place."),
        (ruling.rests_on_assumed_place(), assumed),
    ])
}

fn said<const N: usize>(all: [(bool, &str); N]) -> Vec<String> {
    all.into_iter().filter(|(is, _)| *is).map(|(_, words)| String::from(words)).collect()
}

fn remedy(diagnosis: &Diagnosis) -> Remedy {
    Remedy {
        change: diagnosis.change.clone(),
        to: diagnosis.to.clone(),
        value: number::decimal(diagnosis.value),
    }
}

/// Words as a sentence of their own.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    format!("{}{}.", first.unwrap_or_default(), letters.as_str())
}
