//! [`Csv`] and [`JsonLines`]: tables as text.

use alloc::string::{String, ToString};
use core::fmt::{self, Display, Write};

use rust_decimal::Decimal;

use super::{figures::Entry, table::Table};
use crate::{arith, figure::Basis, period::Period, undefined::Undefined};

/// A table as comma-separated values (RFC 4180), by its [`Display`].
///
/// The columns are `company`, `cik`, `ticker`, `currency`, `basis`, `start`, `end`, `kind` and
/// `label`, then each measure, and `reasons`, in which each measure without a value stands with the
/// code of its reason: `pe_ttm_diluted=non_positive_earnings`. A long table ends in `measure`,
/// `value`, `reason` and `why`, which is the reason in words. Values have every digit, and are
/// empty where there is none. Lines end in a line feed.
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct Csv<'a>(&'a Table<'a>);

/// A table as one JSON object a line, by its [`Display`].
///
/// The names are those of the [`Csv`], of which a wide table's `reasons` are an object. Values are
/// strings with every digit, and null where there is none.
///
/// ```
/// use financials::{Currency, History, Item, QuarterlyReport, panel::Panel};
///
/// let period = "2025-04-01..2025-06-30".parse()?;
/// let report = QuarterlyReport::builder("Palantir", period, Currency::USD).build()?;
/// let panel = Panel::of([&History::new([report])?])?;
/// let table = panel.view().table([Item::Revenue]).long();
/// assert_eq!(
///     table.json_lines().to_string(),
///     "{\"company\":\"Palantir\",\"cik\":null,\"ticker\":null,\"currency\":\"USD\",\
///      \"basis\":null,\"start\":\"2025-04-01\",\"end\":\"2025-06-30\",\"kind\":\"quarter\",\
///      \"label\":null,\"measure\":\"revenue\",\"value\":null,\"reason\":\"missing\",\
///      \"why\":\"revenue is not reported in the period\"}\n",
/// );
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct JsonLines<'a>(&'a Table<'a>);

/// What is said of each row before its values.
const HEADS: [&str; 9] =
    ["company", "cik", "ticker", "currency", "basis", "start", "end", "kind", "label"];

impl Table<'_> {
    /// Writes it as comma-separated values.
    pub const fn csv(&self) -> Csv<'_> {
        Csv(self)
    }

    /// Writes it as one JSON object a line.
    pub const fn json_lines(&self) -> JsonLines<'_> {
        JsonLines(self)
    }
}

/// A number or a text that stands for a value or the lack of one.
enum Field {
    Nothing,
    Number(String),
    Text(String),
}

/// Returns what is said of a row, in the order of the heads.
fn heads(table: &Table<'_>, entry: &Entry, period: Period) -> [Field; 9] {
    let company = &entry.company;
    let text = |text: Option<&str>| text.map_or(Field::Nothing, |text| Field::Text(text.into()));
    let number = |it: Option<u64>| it.map_or(Field::Nothing, |it| Field::Number(it.to_string()));
    let basis = if table.is_adjusted() { Some(Basis::Adjusted) } else { entry.basis };
    let label = entry.calendar.as_ref().and_then(|calendar| calendar.label(&period).ok());
    [
        Field::Text(company.name().into()),
        number(company.central_index_key()),
        text(company.symbol()),
        Field::Text(entry.currency.to_string()),
        text(basis.map(Basis::code)),
        if period.is_instant() { Field::Nothing } else { Field::Text(period.start().to_string()) },
        Field::Text(period.end().to_string()),
        Field::Text(period.kind().code().into()),
        label.map_or(Field::Nothing, |label| Field::Text(label.to_string())),
    ]
}

type Cell = Result<Decimal, Undefined>;

/// Returns the named cells of a row.
fn cells<'a>(table: &'a Table<'_>, row: usize) -> impl Iterator<Item = (&'a str, Cell)> {
    table.columns().filter_map(move |(name, column)| Some((name, column.get(row)?)))
}

impl Display for Csv<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let table = self.0;
        if table.has_header() {
            f.write_str(&HEADS.join(","))?;
            for (name, _) in table.columns().filter(|_| !table.is_long()) {
                f.write_char(',')?;
                csv_text(f, name)?;
            }
            f.write_str(if table.is_long() { ",measure,value,reason,why" } else { ",reasons" })?;
            f.write_char('\n')?;
        }
        for (row, entry, period) in table.places() {
            let heads = heads(table, entry, period);
            if !table.is_long() {
                csv_heads(f, &heads)?;
                csv_wide(f, table, row)?;
                continue;
            }
            for (name, cell) in cells(table, row) {
                csv_heads(f, &heads)?;
                csv_long(f, name, cell)?;
            }
        }
        Ok(())
    }
}

fn csv_heads(f: &mut fmt::Formatter<'_>, heads: &[Field]) -> fmt::Result {
    for (at, head) in heads.iter().enumerate() {
        if at > 0 {
            f.write_char(',')?;
        }
        match head {
            Field::Nothing => {}
            Field::Number(number) => f.write_str(number)?,
            Field::Text(text) => csv_text(f, text)?,
        }
    }
    Ok(())
}

fn csv_wide(f: &mut fmt::Formatter<'_>, table: &Table<'_>, row: usize) -> fmt::Result {
    let mut reasons = String::new();
    for (name, cell) in cells(table, row) {
        f.write_char(',')?;
        match cell {
            Ok(number) => write!(f, "{}", arith::normal(number))?,
            Err(reason) => {
                let space = if reasons.is_empty() { "" } else { " " };
                write!(reasons, "{space}{name}={}", reason.code())?;
            }
        }
    }
    f.write_char(',')?;
    csv_text(f, &reasons)?;
    f.write_char('\n')
}

fn csv_long(f: &mut fmt::Formatter<'_>, name: &str, cell: Cell) -> fmt::Result {
    f.write_char(',')?;
    csv_text(f, name)?;
    match cell {
        Ok(number) => write!(f, ",{},,", arith::normal(number))?,
        Err(reason) => {
            write!(f, ",,{},", reason.code())?;
            csv_text(f, &reason.to_string())?;
        }
    }
    f.write_char('\n')
}

/// Writes a field, in quotes where it has a mark that ends one.
fn csv_text(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    if !text.contains([',', '"', '\n', '\r']) {
        return f.write_str(text);
    }
    f.write_char('"')?;
    f.write_str(&text.replace('"', "\"\""))?;
    f.write_char('"')
}

impl Display for JsonLines<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let table = self.0;
        for (row, entry, period) in table.places() {
            let heads = heads(table, entry, period);
            if !table.is_long() {
                json_heads(f, &heads)?;
                json_wide(f, table, row)?;
                continue;
            }
            for (name, cell) in cells(table, row) {
                json_heads(f, &heads)?;
                json_long(f, name, cell)?;
            }
        }
        Ok(())
    }
}

fn json_heads(f: &mut fmt::Formatter<'_>, heads: &[Field]) -> fmt::Result {
    for (at, (name, head)) in HEADS.iter().zip(heads).enumerate() {
        f.write_char(if at > 0 { ',' } else { '{' })?;
        write!(f, "\"{name}\":")?;
        match head {
            Field::Nothing => f.write_str("null")?,
            Field::Number(number) => f.write_str(number)?,
            Field::Text(text) => json_text(f, text)?,
        }
    }
    Ok(())
}

fn json_wide(f: &mut fmt::Formatter<'_>, table: &Table<'_>, row: usize) -> fmt::Result {
    for (name, cell) in cells(table, row) {
        f.write_char(',')?;
        json_text(f, name)?;
        match cell {
            Ok(number) => write!(f, ":\"{}\"", arith::normal(number))?,
            Err(_) => f.write_str(":null")?,
        }
    }
    f.write_str(",\"reasons\":{")?;
    let reasons = cells(table, row).filter_map(|(name, cell)| Some((name, cell.err()?)));
    for (at, (name, reason)) in reasons.enumerate() {
        if at > 0 {
            f.write_char(',')?;
        }
        json_text(f, name)?;
        write!(f, ":\"{}\"", reason.code())?;
    }
    f.write_str("}}\n")
}

fn json_long(f: &mut fmt::Formatter<'_>, name: &str, cell: Cell) -> fmt::Result {
    f.write_str(",\"measure\":")?;
    json_text(f, name)?;
    match cell {
        Ok(number) => {
            let number = arith::normal(number);
            write!(f, ",\"value\":\"{number}\",\"reason\":null,\"why\":null")?;
        }
        Err(reason) => {
            write!(f, ",\"value\":null,\"reason\":\"{}\",\"why\":", reason.code())?;
            json_text(f, &reason.to_string())?;
        }
    }
    f.write_str("}\n")
}

/// Writes a JSON string (RFC 8259, section 7).
fn json_text(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    f.write_char('"')?;
    for mark in text.chars() {
        match mark {
            '"' | '\\' => write!(f, "\\{mark}")?,
            '\n' => f.write_str("\\n")?,
            '\r' => f.write_str("\\r")?,
            '\t' => f.write_str("\\t")?,
            // Line separators end a line for readers that split by Unicode's rules.
            mark if mark.is_control() || matches!(mark, '\u{2028}' | '\u{2029}') => {
                write!(f, "\\u{:04x}", u32::from(mark))?;
            }
            mark => f.write_char(mark)?,
        }
    }
    f.write_char('"')
}
