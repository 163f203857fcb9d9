//! [`Table`]: the tables of a text, by their lines, with what their heads say of their columns.
//!
//! A table is rows of a label and two or more numbers, in text whose cells are apart by tabs, bars,
//! dots or two spaces, or by one space where nothing but numbers follows the label. Numbers belong
//! to the heads by their order alone: where there are not as many as heads, nobody knows.

mod caption;
mod column;
mod line;
mod head;
mod cell;

use std::ops::Range;

use financials::figure::Scale;

use crate::moment::Moment;

pub(crate) use caption::Caption;
pub(crate) use column::{Column, Counts};
pub(crate) use line::Cell;

use line::{Kind, Line};

/// Lines between two rows of one table at most, such as names of groups of rows.
const LINES_BETWEEN_MAX: usize = 3;

/// Lines above a table that may be its caption.
const CAPTION_LINES_MAX: usize = 4;

/// A row of a table: its label, and its numbers in the order of the columns.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) label: Range<usize>,
    pub(crate) cells: Vec<Cell>,
    /// What the columns of its table are, if its numbers are as many.
    pub(crate) columns: Option<Vec<Column>>,
}

/// A table of a text.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    /// The bytes from its first line to its last.
    pub(crate) span: Range<usize>,
    pub(crate) caption: Caption,
    pub(crate) rows: Vec<Row>,
}

impl Table {
    /// The moments that its heads name.
    pub(crate) fn moments(&self) -> impl Iterator<Item = Moment> + '_ {
        let columns = self.rows.iter().flat_map(|row| row.columns.iter().flatten());
        columns.filter_map(|column| column.moment)
    }
}

/// Finds the tables of a text.
pub(crate) fn tables(text: &str) -> Vec<Table> {
    let lines = line::lines(text);
    let mut tables = Vec::new();
    let mut free = 0;
    let mut at = 0;
    // What the text says of its tables once: "(Dollars in tables in millions)".
    let mut said = Said::default();
    while let Some(line) = lines.get(at) {
        if !line.is_row() {
            at += 1;
            continue;
        }
        let first = first_of(&lines, at, free);
        let last = last_of(&lines, at);
        said.read_to(text, &lines, first);
        tables.extend(table(text, &lines, (first..last + 1, free), said.scale));
        free = last + 1;
        at = last + 1;
    }
    tables
}

/// The line that a table begins with whose first row is known: the first of its heads.
fn first_of(lines: &[Line], row: usize, free: usize) -> usize {
    let mut first = row;
    let mut at = row;
    while at > free && row - at < LINES_BETWEEN_MAX + CAPTION_LINES_MAX {
        at -= 1;
        match lines.get(at).map(|line| line.kind) {
            Some(Kind::Head) => first = at,
            Some(Kind::Text | Kind::Blank) if first - at < LINES_BETWEEN_MAX => {}
            _ => break,
        }
    }
    first
}

/// The last row of a table.
fn last_of(lines: &[Line], row: usize) -> usize {
    let (mut last, mut at) = (row, row);
    while let Some(line) = lines.get(at + 1).filter(|_| at - last < LINES_BETWEEN_MAX) {
        at += 1;
        match line.kind {
            Kind::Numbers => last = at,
            Kind::Prose => break,
            Kind::Head | Kind::Text | Kind::Blank => {}
        }
    }
    last
}

/// What a text has said of the scale of its tables up to a line.
#[derive(Debug, Default)]
struct Said {
    lines: usize,
    scale: Option<Scale>,
}

impl Said {
    fn read_to(&mut self, text: &str, lines: &[Line], end: usize) {
        for line in lines.get(self.lines..end).unwrap_or_default() {
            let words = text.get(line.span.clone()).unwrap_or_default();
            self.scale = Caption::scale_of_all(words).or(self.scale);
        }
        self.lines = end.max(self.lines);
    }
}

fn table(
    text: &str,
    lines: &[Line],
    (range, free): (Range<usize>, usize),
    said: Option<Scale>,
) -> Option<Table> {
    let own = lines.get(range.clone())?;
    let span = own.first()?.span.start..own.last()?.span.end;
    let above = free.max(range.start.saturating_sub(CAPTION_LINES_MAX))..range.start;
    let above = lines.get(above).unwrap_or_default().iter().filter(|line| line.kind != Kind::Prose);
    let head = own.iter().take_while(|line| line.kind != Kind::Numbers);
    let mut caption = Caption::default();
    for line in above.chain(head) {
        caption.read(text.get(line.span.clone()).unwrap_or_default());
    }
    caption.take_scale(said);
    caption.read_currency(text.get(span.clone()).unwrap_or_default());
    let group = lines.get(..range.start).and_then(|before| {
        let near = before.iter().rev().take(2).find(|line| line.kind != Kind::Blank)?;
        let is_own = near.kind == Kind::Text && near.span.start >= lines.get(free)?.span.start;
        is_own.then(|| Row { label: near.words(), cells: Vec::new(), columns: None })
    });
    let mut rows: Vec<Row> = group.into_iter().collect();
    let mut heads: Vec<&Line> = Vec::new();
    let mut at = 0;
    while let Some(line) = own.get(at) {
        match line.kind {
            Kind::Head => {
                // A head behind rows begins anew.
                if own.get(at.wrapping_sub(1)).is_some_and(|line| line.kind == Kind::Numbers) {
                    heads.clear();
                }
                heads.push(line);
            }
            Kind::Numbers => {
                let under = heads.last().and_then(|head| line.numbers_under(text, head));
                let cells = under.unwrap_or_else(|| line.numbers().to_vec());
                let columns = column::columns(text, &heads, cells.len());
                rows.push(Row { label: line.label(), cells, columns });
            }
            Kind::Text => rows.push(Row { label: line.words(), cells: Vec::new(), columns: None }),
            Kind::Blank | Kind::Prose => {}
        }
        at += 1;
    }
    Some(Table { span, caption, rows })
}
