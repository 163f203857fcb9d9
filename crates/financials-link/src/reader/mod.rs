//! [`links`]: reads a text and says what each of its figures is about.

mod dated;
mod heading;
mod unknown;
mod table;
mod label;
mod figure;
mod order;
mod role;
mod expected;
mod apart;
mod base;
mod when;
mod measure;
mod onward;
mod behind;
mod segment;
mod opener;
mod basis;
mod doubt;
mod common;
mod here;
mod state;

use std::ops::Range;

use financials::period::FiscalLabel;

use crate::{
    bounds::{ROW_GAP_MAX, ROW_TOKENS_MAX},
    cell::Cell,
    context::Context,
    lexicon::{Sense, is_person},
    link::{Link, Role},
    markup::Markup,
    moment::{Moment, Numbering, Period, Reference},
    names::Names,
    notes::{Lookup, Notes},
    sentence::{Line, lines},
    table::{Table, tables},
    token::{Kind, Mention, Token, figures, tokens},
};

use dated::{anchored, period_of, year_of};
use here::Here;
use state::{Flow, Heading};

/// Says what each figure of a text is about, in reading order.
///
/// ```
/// use financials_link::{Context, Role, links};
///
/// let text = "Revenue rose 48% to $1.004 billion; cloud revenue fell 5% sequentially.";
/// let (subject, period) = (Some("PLTR".into()), Some("2025Q2".parse()?));
/// let context = Context { subject, period, ..Context::default() };
/// let links = links(text, &context);
/// assert_eq!(links.len(), 3);
/// assert_eq!((links[0].role, links[0].metric.as_deref()), (Role::Growth, Some("revenue")));
/// assert_eq!(&text[links[1].span.clone()], "$1.004 billion");
/// assert_eq!(links[2].segment.as_deref(), Some("cloud"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn links(text: &str, context: &Context) -> Vec<Link> {
    read(text, context).0
}

/// Gives the numbers of a text's tables, each with what its row and its column say of it, in
/// reading order. A text may be an HTML page; the bytes are those of the page.
///
/// A table is rows of a label and two or more numbers, as a filing, a release or a program that
/// turns a page into text prints them. Sums are cells like others: their row says so.
///
/// ```
/// use financials_link::{Context, cells};
///
/// let text = "
/// (in millions)        Q2 2025   Q2 2024
/// Revenue              1,003.7     678.1
/// Net loss               (4.2)     (9.8)
/// ";
/// let cells = cells(text, &Context::default());
/// assert_eq!(cells.len(), 4);
/// assert_eq!((cells[3].row.as_str(), &text[cells[3].span.clone()]), ("Net loss", "(9.8)"));
/// assert_eq!(cells[3].stated.to_string(), "-$9.8 million");
/// assert_eq!(cells[3].period.map(|period| period.to_string()).as_deref(), Some("2024Q2"));
/// ```
#[must_use]
pub fn cells(text: &str, context: &Context) -> Vec<Cell> {
    let markup = Markup::is_in(text).then(|| Markup::read(text));
    let plain = markup.as_ref().map_or(text, Markup::as_text);
    let mut cells = read(plain, context).1;
    if let Some(markup) = &markup {
        cells.iter_mut().for_each(|cell| cell.span = markup.source(cell.span.clone()));
    }
    cells
}

fn read(text: &str, context: &Context) -> (Vec<Link>, Vec<Cell>) {
    let tables = tables(text);
    let is_apart = |span: &Range<usize>| {
        let next = tables.partition_point(|table| table.span.end <= span.start);
        tables.get(next).is_none_or(|table| span.end <= table.span.start)
    };
    let figures: Vec<Mention<'_>> =
        figures(text).into_iter().filter(|figure| is_apart(&figure.core)).collect();
    let all = tokens(text, &figures);
    let names = Names::new(context, &all);
    let has_total = has_total(&all);
    let tokens = without(all, &tables);
    let lookup = Lookup::new();
    let notes = Notes::new(&figures, &tokens, &names, &lookup);
    let mut reader = Reader::new(context, notes, (&names, &lookup));
    reader.has_total = has_total;
    let lines = lines(text, &tokens);
    reader.place(&lines, tables.iter().flat_map(Table::moments));
    let mut tables = tables.iter().peekable();
    for line in &lines {
        let start = tokens.get(line.tokens.start).map_or(text.len(), |token| token.span.start);
        while let Some(table) = tables.next_if(|table| table.span.start <= start) {
            reader.table(text, table);
            // What stands over a table is said of the table.
            reader.heading = Heading::default();
        }
        reader.line(line);
    }
    for table in tables {
        reader.table(text, table);
    }
    (reader.links, reader.cells)
}

/// The tokens of a text without those of its tables, in whose place lines end.
fn without(tokens: Vec<Token>, tables: &[Table]) -> Vec<Token> {
    let mut own = Vec::with_capacity(tokens.len());
    for token in tokens {
        let next = tables.partition_point(|table| table.span.end <= token.span.start);
        let is_within = tables.get(next).is_some_and(|table| table.span.start < token.span.end);
        let is_open = own.last().is_some_and(|last: &Token| !last.is_mark('\n'));
        match is_within {
            true if is_open => own.push(Token { kind: Kind::Mark('\n'), ..token }),
            true => {}
            false => own.push(token),
        }
    }
    own
}

/// Reads a text from the top down.
struct Reader<'a> {
    notes: Notes<'a>,
    names: &'a Names,
    lookup: &'a Lookup,
    /// Whether the text is about more than one company.
    is_plural: bool,
    /// Whether the text has total revenues beside net sales, which are then a part.
    has_total: bool,
    /// What the document is about, where a sentence says nothing else.
    document: Reference,
    numberings: Vec<(String, Numbering)>,
    subject: Option<String>,
    heading: Heading,
    /// The period of the last figure of the line that was no comparison.
    carried: Option<Period>,
    /// The period that a sentence of the line opened with.
    scene: Option<Period>,
    last_metric: Option<&'static str>,
    /// The name before the colon that opens the line.
    row: Option<String>,
    line_start: usize,
    /// Where the sentence before begins.
    last_sentence: usize,
    /// Whether the headings are those of segments.
    is_of_segments: bool,
    /// Whether a sentence of the line has turned to guidance.
    line_is_guided: bool,
    /// Whether the first growth of the line is at constant exchange rates.
    line_is_constant: Option<bool>,
    links: Vec<Link>,
    cells: Vec<Cell>,
}

impl<'a> Reader<'a> {
    fn new(context: &Context, notes: Notes<'a>, (names, lookup): (&'a Names, &'a Lookup)) -> Self {
        let only = match context.companies.as_slice() {
            [only] => Some(only.ticker.clone()),
            _ => None,
        };
        let subject = context.subject.clone().or(only);
        let numberings: Vec<(String, Numbering)> = context
            .companies
            .iter()
            .filter_map(|company| Some((company.ticker.clone(), company.numbering?)))
            .collect();
        let own = numberings.iter().find(|(ticker, _)| Some(ticker) == subject.as_ref());
        let numbering = own.map(|(_, numbering)| *numbering);
        let document = Reference {
            numbering: numbering.unwrap_or_default(),
            period: context.period,
            year: None,
            is_ahead: false,
        };
        Self {
            notes,
            names,
            lookup,
            is_plural: names.is_plural(),
            has_total: false,
            document,
            numberings,
            subject,
            heading: Heading::default(),
            carried: None,
            scene: None,
            last_metric: None,
            row: None,
            line_start: 0,
            last_sentence: 0,
            is_of_segments: false,
            line_is_guided: false,
            line_is_constant: None,
            links: Vec::new(),
            cells: Vec::new(),
        }
    }

    /// Settles the period of the document, where nobody gives it, and how it numbers periods.
    fn place(&mut self, lines: &[Line], heads: impl Iterator<Item = Moment>) {
        self.document.year = year_of(&self.notes, lines);
        let own = self.numberings.iter().find(|(own, _)| Some(own) == self.subject.as_ref());
        let known = own.map(|(_, numbering)| *numbering);
        if self.document.period.is_none() {
            self.document.period = period_of(&self.notes, lines, self.document, known);
        }
        if known.is_none() {
            let found = anchored(self.document.period, self.notes.moments().chain(heads));
            self.document.numbering = found.unwrap_or_default();
        }
    }

    /// What moments are read against: the document's period in the company's own numbering.
    fn reference(&self) -> Reference {
        let own = self
            .subject
            .as_ref()
            .and_then(|subject| self.numberings.iter().find(|(ticker, _)| ticker == subject));
        let numbering = own.map_or(self.document.numbering, |(_, numbering)| *numbering);
        let mut reference = Reference { numbering, ..self.document };
        if numbering != self.document.numbering
            && let Some(quarter) = self.document.end().and_then(|day| numbering.quarter(day))
        {
            reference.period = Some(Period::Label(FiscalLabel::Quarter(quarter)));
        }
        reference
    }

    fn line(&mut self, line: &Line) {
        (self.carried, self.scene) = (None, None);
        self.row = None;
        self.line_start = line.tokens.start;
        self.line_is_constant = None;
        self.line_is_guided = false;
        if line.is_heading {
            self.read_heading(line.tokens.clone());
            return;
        }
        self.last_sentence = line.tokens.start;
        for (place, sentence) in line.sentences.iter().enumerate() {
            self.sentence(sentence.clone(), place == 0);
            self.last_sentence = sentence.start;
        }
    }

    fn sentence(&mut self, range: Range<usize>, opens_line: bool) {
        let figures: Vec<usize> = range.clone().filter(|at| self.notes.is_figure(*at)).collect();
        let Some(first) = figures.first().copied() else {
            self.note_company(range.clone());
            self.set_scene(range);
            return;
        };
        // What was is no guidance: "Revenue was".
        let was = range.clone().any(|at| matches!(self.notes.word(at), "was" | "were"));
        if was {
            self.line_is_guided = false;
        }
        if opens_line {
            self.read_row(range.clone(), first);
        }
        let mut flow = Flow {
            is_guided: self.heading.is_guided && !was
                || self.line_is_guided
                || self.is_of_midpoint(range.start..first),
            is_market: self.notes.has(range.clone(), &[Sense::Market]),
            opener: self.opener(range.clone()),
            used: range.start,
            ..Flow::default()
        };
        let listed = self.listed_periods(range.clone(), &figures);
        let before = self.links.len();
        for (place, at) in figures.iter().enumerate() {
            let next = figures.get(place + 1).copied().unwrap_or(range.end);
            let listed =
                listed.iter().find(|(listed, _)| *listed == place).map(|(_, period)| *period);
            let here = Here {
                sentence: range.clone(),
                at: *at,
                gap: flow.used.min(*at)..*at,
                right: at + 1..next,
                listed,
            };
            self.figure(&mut flow, &here);
        }
        self.link_opening(&range, &figures, before);
        if self.notes.has(range.clone(), &[Sense::Respectively]) {
            self.put_in_order(range, &figures, before);
        }
    }

    /// "At the midpoint, this is growth of 28%": of the guidance before.
    fn is_of_midpoint(&self, mut lead: Range<usize>) -> bool {
        let is_midpoint = |at: usize| {
            self.notes.word(at) == "midpoint"
                || self.notes.word(at) == "mid" && self.notes.word(at + 1) == "point"
        };
        let is_last = self.links.last().is_some_and(|last| last.role == Role::Guidance);
        is_last && lead.any(is_midpoint)
    }

    /// Notes what a sentence without figures turns to: "Now to our targets for the fourth quarter."
    fn set_scene(&mut self, range: Range<usize>) {
        let turns = |at| matches!(self.notes.word(at), "outlook" | "guidance" | "targets");
        // "guidance exceeded expectations" turns to nothing.
        if !range.clone().any(turns) || self.notes.has(range.clone(), &[Sense::Beat]) {
            return;
        }
        self.line_is_guided = true;
        let reference = Reference { is_ahead: true, ..self.reference() };
        let moments = range.filter_map(|at| self.notes.moment(at)).map(|(moment, _)| moment);
        let named = moments
            .filter(|moment| !matches!(moment, Moment::On(_)))
            .find(|moment| !moment.is_relative());
        self.carried = named.and_then(|moment| reference.resolve(moment)).or(self.carried);
    }

    /// Notes the name before a colon that opens a line, if it is that of no measure.
    fn read_row(&mut self, range: Range<usize>, figure: usize) {
        let colon = range.clone().take(ROW_TOKENS_MAX).find(|at| self.notes.is_mark(*at, ':'));
        let Some(colon) = colon.filter(|colon| (*colon..=colon + ROW_GAP_MAX).contains(&figure))
        else {
            return;
        };
        let is_name = (range.start..colon).all(|at| {
            self.notes.measure(at).is_none()
                && self.notes.moment(at).is_none()
                && !self.is_no_name(at)
        });
        // "U.S. & Canada (UCAN):" has its short name in brackets, "Intel (NASDAQ: INTC)" no row.
        let open = (range.start..colon).find(|at| self.notes.is_mark(*at, '('));
        let is_closed = open.is_none_or(|open| self.notes.has_mark(open..colon, ')'));
        let is_name = is_name && is_closed;
        let mut words = (range.start..open.unwrap_or(colon)).filter(|at| self.notes.is_word(*at));
        let (Some(first), true) = (words.next(), is_name) else { return };
        let last = words.next_back().unwrap_or(first);
        let names = self.notes.is_capital(first) && !is_person(self.notes.word(first));
        if names && !self.notes.is_company(first..last + 1) {
            self.row = Some(self.notes.words(first..last + 1));
        }
    }

    /// Whether a word before a colon says something and names nothing: but for `Investment` of
    /// `Investment Management`.
    fn is_no_name(&self, at: usize) -> bool {
        match self.notes.sense(at) {
            Some((Sense::Guidance | Sense::Outside, _)) => true,
            Some((Sense::Market, length)) => {
                length > 1 || !self.notes.is_capital(at) || !self.notes.is_capital(at + 1)
            }
            _ => false,
        }
    }

    /// Notes the company that is named last in some tokens.
    fn note_company(&mut self, range: Range<usize>) {
        if !self.is_plural {
            return;
        }
        let (mut at, mut found) = (range.start, None);
        while at < range.end {
            let Some((ticker, length)) = self.notes.company(at) else {
                at += 1;
                continue;
            };
            // A name that goes on is that of a brand or a segment.
            let end = at + length;
            let is_possessive = self.notes.token(end - 1).is_some_and(|token| token.is_possessive);
            let goes_on =
                self.notes.single_name(end, range.end) > end && self.notes.measure(end).is_none();
            if !goes_on || is_possessive {
                found = Some(ticker.to_owned());
            }
            at = end;
        }
        if let Some(ticker) = found {
            if self.subject.as_ref() != Some(&ticker) {
                self.carried = None;
            }
            self.subject = Some(ticker);
        }
    }
}

/// Whether a text prints total revenues beside net sales.
fn has_total(tokens: &[Token]) -> bool {
    let has = |first: &str, second: &[&str]| {
        tokens.windows(2).any(|pair| match pair {
            [a, b] => a.is(first) && second.iter().any(|word| b.is(word)),
            _ => false,
        })
    };
    has("total", &["revenue", "revenues"]) && has("net", &["sales"])
}
