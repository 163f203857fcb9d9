//! The figures of a table: each by the label of its row and the heads over its column.

use financials::{Currency, Stated, figure::Scale, period::FiscalLabel, stated::Options};

use crate::{
    catalogue::{UNDEFINED, Unit, has_segments, is_of_a_day, unit},
    link::{Abstention, Aspect, Link, Role},
    moment::{Moment, Period, Reference, year_ago},
    table::{Caption, Cell, Column, Counts, Table},
};

use super::{Reader, common::is_common, label::Label};

/// What holds for the rows under the name of a group of rows.
#[derive(Debug, Default)]
struct Group {
    metric: Option<&'static str>,
    segment: Option<String>,
    is_adjusted: Option<bool>,
}

/// A row with what its label says and the periods of its columns.
struct Reading<'a> {
    words: &'a str,
    /// The name of the group that the row stands in.
    group: Option<&'a str>,
    label: Label,
    columns: &'a [Column],
    periods: Vec<Option<Period>>,
    caption: Caption,
    /// Whether the changes of each column are parts of a hundred.
    are_percent: Vec<bool>,
}

/// What a cell says.
struct Said {
    stated: Stated,
    role: Role,
    aspect: Option<Aspect>,
    period: Option<Period>,
    is_previous: bool,
}

impl Reader<'_> {
    /// Says what each figure of a table is about.
    pub(super) fn table(&mut self, text: &str, table: &Table) {
        let mut group = Group::default();
        let mut name = None;
        let mut are_percent: Vec<bool> = Vec::new();
        for row in &table.rows {
            let words = text.get(row.label.clone()).unwrap_or_default();
            let mut label = Label::read(words, self.names, self.lookup);
            if row.cells.is_empty() {
                let whole = words.split(" by ").next().unwrap_or(words);
                if whole.len() < words.len() {
                    label = Label::read(whole, self.names, self.lookup);
                }
                group = Group::of(label);
                name = Some(words).filter(|_| row.label.start >= table.span.start);
                // A caption names no segment, but where it says so.
                if row.label.start < table.span.start && !words.contains("egment") {
                    group.segment = None;
                }
                continue;
            }
            group.complete(&mut label, words);
            if label.metric.is_some() {
                label.segment = label.segment.take().or_else(|| self.heading.segment.clone());
            }
            label.named = row.label.start + label.named.start..row.label.start + label.named.end;
            let columns = row.columns.as_deref().unwrap_or_default();
            note_percent(text, &row.cells, &mut are_percent);
            let reading = Reading {
                words,
                group: name,
                periods: self.periods_of(columns, label.metric),
                label,
                columns,
                caption: table.caption,
                are_percent: are_percent.clone(),
            };
            for (place, cell) in row.cells.iter().enumerate().filter(|(_, cell)| !cell.is_none) {
                self.cell(text, &reading, place, cell);
            }
        }
    }

    fn cell(&mut self, text: &str, reading: &Reading<'_>, place: usize, cell: &Cell) {
        // A bracket or a sign may stand in a cell of its own.
        let words = text.get(cell.span.clone()).unwrap_or_default().replace('\t', "");
        let words = words.as_str();
        let label = &reading.label;
        let said = match (label.metric, reading.columns.get(place)) {
            (Some(metric), Some(column)) => self
                .said(reading, metric, (place, column), words)
                .map(|said| (metric, column, said))
                .ok_or(Abstention::Unit),
            (None, _) => Err(Abstention::NoMeasure),
            (_, None) => Err(Abstention::Order),
        };
        let known = said.as_ref().ok().filter(|(metric, ..)| !is_whole(metric, reading));
        self.keep_cell(reading, place, cell, words, known.map(|(.., said)| said.stated));
        match said {
            Ok((metric, column, said)) => self.links.push(Link {
                span: cell.span.clone(),
                stated: said.stated,
                role: said.role,
                metric: Some(metric.to_owned()),
                aspect: said.aspect,
                segment: label.segment.clone().filter(|_| has_segments(metric)),
                subject: self.subject.clone(),
                period: said.period,
                is_adjusted: match column.is_constant && said.role == Role::Growth {
                    true => Some(true),
                    false => label.is_adjusted.or(column.is_adjusted),
                },
                is_constant_currency: column.is_constant && said.role == Role::Growth,
                is_previous: said.is_previous,
                // A change has the sign that is printed.
                is_negated: !matches!(said.role, Role::Growth | Role::Change)
                    && is_negated(metric, label, said.stated),
                named_by: Some(label.named.clone()),
                abstained: None,
                has_own_period: true,
                has_own_base: true,
                after: None,
                doubt: None,
            }),
            Err(reason) => {
                if let Ok(stated) = Stated::parse(words) {
                    self.links.push(Link::none(cell.span.clone(), stated, reason));
                }
            }
        }
    }

    /// Keeps a number with its row and its column; `known` is what it states of a measure.
    fn keep_cell(
        &mut self,
        reading: &Reading<'_>,
        place: usize,
        cell: &Cell,
        words: &str,
        known: Option<Stated>,
    ) {
        if let Some(stated) = known.or_else(|| plain(words, place, reading)) {
            self.cells.push(crate::cell::Cell {
                span: cell.span.clone(),
                stated,
                row: reading.words.to_owned(),
                group: reading.group.map(str::to_owned),
                column: reading.columns.get(place).map(|column| column.words.clone()),
                period: reading.periods.get(place).copied().flatten(),
            });
        }
    }

    /// What a cell says of its measure; nothing where nobody knows.
    fn said(
        &self,
        reading: &Reading<'_>,
        metric: &str,
        (place, column): (usize, &Column),
        words: &str,
    ) -> Option<Said> {
        let period = reading.periods.get(place).copied().flatten();
        let is_guided = self.heading.is_guided || column.is_guided;
        let said = |stated, role, period| {
            Some(Said { stated, role, aspect: None, period, is_previous: false })
        };
        let level = || level(words, unit(metric), reading);
        match column.counts {
            Counts::Nothing => None,
            _ if reading.label.is_growth && column.counts != Counts::Levels => None,
            Counts::Levels if reading.label.is_growth => {
                let aspect = Some(Aspect::YearAgo);
                let is_amount = unit(metric) != Unit::Ratio && words.contains('%');
                let stated =
                    is_amount.then(|| parse(words, Currency::USD, Scale::Units)).flatten()?;
                period?;
                Some(Said { stated, role: Role::Growth, aspect, period, is_previous: false })
            }
            Counts::Levels => {
                let period = period?;
                let role = if is_guided { Role::Guidance } else { Role::Actual };
                said(level()?, role, Some(period))
            }
            Counts::Consensus => said(level()?, Role::Consensus, self.table_base()),
            Counts::Stated if is_guided => said(level()?, Role::Guidance, self.guided_period()),
            Counts::Stated => said(level()?, Role::Actual, self.table_base()),
            Counts::Previous if is_guided => {
                let (stated, period) = (level()?, self.guided_period());
                Some(Said { stated, role: Role::Guidance, aspect: None, period, is_previous: true })
            }
            Counts::Previous => None,
            Counts::Changes => changed(reading, metric, (place, column), words),
        }
    }

    /// The period that a table is of where its heads name none.
    fn table_base(&self) -> Option<Period> {
        self.heading.period.or(self.reference().period)
    }

    /// The period of what is expected where nothing names it: the year, while it is not over.
    fn guided_period(&self) -> Option<Period> {
        self.heading.period.or_else(|| self.year_of_guidance())
    }

    /// The fiscal year of the document's quarter, while it is not over.
    pub(super) fn year_of_guidance(&self) -> Option<Period> {
        match self.reference().period? {
            Period::Label(FiscalLabel::Quarter(own)) if own.quarter() < 4 => {
                Some(Period::Label(FiscalLabel::Year(own.year())))
            }
            _ => None,
        }
    }

    fn periods_of(&self, columns: &[Column], metric: Option<&str>) -> Vec<Option<Period>> {
        let base = self.table_base();
        let reference = Reference { is_ahead: self.heading.is_guided, ..self.reference() };
        let is_of_day = metric.is_none_or(is_of_a_day);
        let of = |column: &Column| {
            let moment = column.moment?;
            if column.is_from {
                return base_of(&reference, moment);
            }
            let moment = if column.is_bare_year { of_year(moment, base)? } else { moment };
            let period = reference.resolve(moment)?;
            (is_of_day || matches!(period, Period::Label(_))).then_some(period)
        };
        columns.iter().map(of).collect()
    }
}

impl Group {
    /// What the name of a group says: `Net sales by segment`, `Non-GAAP`, `North America`.
    fn of(label: Label) -> Self {
        let is_whole = label.segment.is_none();
        let is_name = label.metric.is_none() && !label.is_total;
        Self {
            metric: label.metric.filter(|_| is_whole),
            segment: label.segment.filter(|words| is_name && !is_common(words)),
            is_adjusted: label.is_adjusted,
        }
    }

    /// Completes the label of a row by the group that it stands in: `Diluted` under `Earnings per
    /// share`, a segment under `Net sales by segment`.
    fn complete(&mut self, label: &mut Label, words: &str) {
        let is_own = label.metric.is_some_and(|metric| UNDEFINED.contains(&metric));
        label.is_adjusted = label.is_adjusted.or(self.is_adjusted.filter(|_| !is_own));
        if label.metric.is_some() {
            label.segment = label.segment.take().or_else(|| self.segment.clone());
        }
        let Some(metric) = self.metric.filter(|_| label.metric.is_none()) else { return };
        let lower = words.to_lowercase();
        match metric {
            "eps_diluted" | "eps_basic" if lower.starts_with("diluted") => {
                (label.metric, label.segment) = (Some("eps_diluted"), None);
            }
            "eps_diluted" | "eps_basic" if lower.starts_with("basic") => {
                (label.metric, label.segment) = (Some("eps_basic"), None);
            }
            metric if label.is_total && has_segments(metric) => {
                (label.metric, label.segment) = (Some(metric), None);
                self.metric = None;
            }
            metric if has_segments(metric) && label.segment.is_some() => {
                label.metric = Some(metric);
            }
            _ => {}
        }
    }
}

/// A bare year as the period of the kind that the document is of: a year, or the same quarter of
/// it. Of a fourth quarter it may be either.
fn of_year(moment: Moment, base: Option<Period>) -> Option<Moment> {
    let Moment::Year { year } = moment else { return Some(moment) };
    match base {
        Some(Period::Label(FiscalLabel::Quarter(own))) if own.quarter() == 4 => None,
        Some(Period::Label(FiscalLabel::Quarter(own))) => {
            Some(Moment::Quarter { quarter: own.quarter(), year })
        }
        Some(Period::Label(FiscalLabel::FirstHalf(_))) => Some(Moment::Half { year }),
        Some(Period::Label(FiscalLabel::NineMonths(_))) => Some(Moment::NineMonths { year }),
        _ => Some(moment),
    }
}

/// Notes which columns have had a per cent sign: the rows below leave it out.
fn note_percent(text: &str, cells: &[Cell], are_percent: &mut Vec<bool>) {
    are_percent.resize(cells.len(), false);
    for (cell, is_percent) in cells.iter().zip(are_percent.iter_mut()) {
        *is_percent |= text.get(cell.span.clone()).is_some_and(|words| words.contains('%'));
    }
}

fn level(words: &str, unit: Unit, reading: &Reading<'_>) -> Option<Stated> {
    let currency = reading.caption.currency();
    let has_percent = words.contains('%');
    match unit {
        Unit::Money if !has_percent => {
            let has_own = words.contains(|letter: char| letter.is_alphabetic());
            let scale = reading.caption.scale().or(has_own.then_some(Scale::Units))?;
            parse(&coined(words, currency), currency, scale)
        }
        Unit::PerShare if !has_percent => parse(&coined(words, currency), currency, Scale::Units),
        Unit::Ratio if has_percent => parse(words, currency, Scale::Units),
        Unit::Ratio if reading.label.is_percent => {
            parse(&format!("{words}%"), currency, Scale::Units)
        }
        Unit::Multiple if words.ends_with(['x', '\u{d7}']) => parse(words, currency, Scale::Units),
        _ => None,
    }
}

/// Whether a row that is read as one of amounts per share may be of whole amounts: "Profit" in a
/// table of millions.
fn is_whole(metric: &str, reading: &Reading<'_>) -> bool {
    let row = reading.words.to_lowercase();
    unit(metric) == Unit::PerShare
        && reading.caption.scale().is_some()
        && !["share", "eps", "ads", "unit", "diluted", "basic"]
            .iter()
            .any(|word| row.contains(word))
}

/// What a cell states whose row names no measure, or a column of its own: by its signs, by the
/// words of its row, and else as an amount in the table's scale.
fn plain(words: &str, place: usize, reading: &Reading<'_>) -> Option<Stated> {
    let (caption, row) = (&reading.caption, reading.words.to_lowercase());
    let (currency, column) = (caption.currency(), reading.columns.get(place));
    let says = |names: &[&str]| {
        let mut all = row.split(|letter: char| !letter.is_alphanumeric());
        all.any(|word| names.contains(&word))
    };
    let is_percent = words.contains('%')
        || column.is_some_and(|column| column.is_percent)
        || reading.label.is_percent
        || row.contains('%');
    let has_letters = words.contains(|letter: char| letter.is_alphabetic());
    let has_coin = words.contains(['$', '\u{20ac}', '\u{a3}', '\u{a5}']);
    if is_percent && !has_coin && !has_letters {
        let number = words.replace('%', "");
        return parse(&format!("{}%", number.trim()), currency, Scale::Units);
    }
    if has_letters {
        return parse(words, currency, Scale::Units);
    }
    if says(&["per", "eps"]) {
        return parse(&coined(words, currency), currency, Scale::Units);
    }
    let scale = caption.scale();
    if says(&["shares"]) && !has_coin {
        return parse(words, currency, scale.unwrap_or(Scale::Units));
    }
    let is_count = row.starts_with("number of") || says(&["employees", "headcount", "days"]);
    if !has_coin && (is_count || says(&["ratio", "margin", "rate", "multiple"])) {
        return parse(words, currency, Scale::Units);
    }
    match scale {
        Some(scale) => parse(&coined(words, currency), currency, scale),
        None => parse(words, currency, Scale::Units),
    }
}

/// What a column of changes says: of the two periods before it, or of those that its head names.
fn changed(
    reading: &Reading<'_>,
    metric: &str,
    (place, column): (usize, &Column),
    words: &str,
) -> Option<Said> {
    let levels: Vec<Period> = reading
        .columns
        .iter()
        .zip(&reading.periods)
        .take(place)
        .rev()
        .skip_while(|(column, _)| column.counts == Counts::Changes)
        .take_while(|(column, _)| column.counts == Counts::Levels)
        .filter_map(|(_, period)| *period)
        .collect();
    let base = reading.periods.get(place).copied().flatten().filter(|_| column.is_from);
    let (period, aspect) = match (column.aspect, levels.as_slice()) {
        // What it is from is named: the level that stands a year or a quarter after that.
        _ if column.is_from && base.is_some() => {
            let all = reading.columns.iter().zip(&reading.periods);
            let mut levels = all.filter(|(column, _)| column.counts == Counts::Levels);
            levels.find_map(|(_, level)| {
                let (own, aspect) = later((*level)?, base?)?;
                (Some(own) == *level).then_some((own, aspect))
            })?
        }
        (None, [one, other]) => later(*one, *other)?,
        (Some(aspect), levels) => {
            let all = levels.iter().flat_map(|one| levels.iter().map(|other| (*one, *other)));
            let mut found = all.filter_map(|(one, other)| later(one, other));
            found.find(|(_, own)| *own == aspect)?
        }
        _ => return None,
    };
    let is_percent = words.contains('%')
        || column.is_percent
        || reading.are_percent.get(place).copied().unwrap_or_default();
    let currency = reading.caption.currency();
    let is_points = ["bp", "pt", "pp"].iter().any(|unit| words.contains(unit));
    let (role, stated) = match unit(metric) {
        Unit::Ratio if is_points => (Role::Change, parse(words, currency, Scale::Units)?),
        Unit::Ratio => return None,
        _ if is_percent => {
            let words = words.replace('%', "");
            (Role::Growth, parse(&format!("{}%", words.trim()), currency, Scale::Units)?)
        }
        own => (Role::Change, level(words, own, reading).filter(|_| !words.contains('%'))?),
    };
    Some(Said { stated, role, aspect: Some(aspect), period: Some(period), is_previous: false })
}

/// The quarter that a change is measured from: that of its month, where a month is named.
fn base_of(reference: &Reference, moment: Moment) -> Option<Period> {
    match reference.resolve(moment)? {
        Period::Day(day) => {
            reference.numbering.quarter(day).map(|own| Period::Label(FiscalLabel::Quarter(own)))
        }
        label => Some(label),
    }
}

/// Of two periods the later one, and what its change from the other is measured from.
fn later(one: Period, other: Period) -> Option<(Period, Aspect)> {
    let quarter = |period| match period {
        Period::Label(FiscalLabel::Quarter(quarter)) => Some(quarter),
        _ => None,
    };
    let is_before = |earlier: Period, later: Period| {
        quarter(later).and_then(|later| later.previous()) == quarter(earlier)
            && quarter(earlier).is_some()
    };
    if year_ago(one) == Some(other) {
        Some((one, Aspect::YearAgo))
    } else if year_ago(other) == Some(one) {
        Some((other, Aspect::YearAgo))
    } else if is_before(other, one) {
        Some((one, Aspect::QuarterAgo))
    } else if is_before(one, other) {
        Some((other, Aspect::QuarterAgo))
    } else {
        None
    }
}

/// A number with the table's currency before it, where it has none of its own.
fn coined(words: &str, currency: Currency) -> String {
    let has_own = words.contains(['$', '\u{20ac}', '\u{a3}', '\u{a5}'])
        || ["USD", "EUR", "GBP"].iter().any(|code| words.contains(code));
    match currency {
        _ if has_own => words.to_owned(),
        Currency::EUR => format!("\u{20ac}{words}"),
        Currency::GBP => format!("\u{a3}{words}"),
        Currency::JPY => format!("\u{a5}{words}"),
        Currency::USD | Currency::CAD => format!("${words}"),
        other => format!("{} {words}", other.code()),
    }
}

fn parse(words: &str, currency: Currency, scale: Scale) -> Option<Stated> {
    let options = Options::new().with_currency(currency).with_scale(scale);
    Stated::parse_with(words, &options).ok()
}

/// Whether the number has the sign opposite to the measure's: a loss without brackets, and a cost
/// or a payment in them.
fn is_negated(metric: &str, label: &Label, stated: Stated) -> bool {
    let is_negative = stated.number().is_sign_negative();
    let is_cost =
        metric.parse::<financials::Item>().is_ok_and(financials::Item::is_normally_positive);
    if is_negative { is_cost } else { label.is_loss }
}
