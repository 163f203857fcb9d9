//! The periods of a company as tables to read.

use std::io::{self, Write};

use financials::{
    Decimal, History, Item, Metric, Period, Report,
    companyfacts::{BuildError, Entry, FiledValue, FindingKind, ItemSeries, KnownFacts, Series},
    figure::Origin,
    metrics,
    period::PeriodKind,
    xbrl::Filings,
};

use super::{
    arguments::Arguments,
    named::{kind, named},
};

/// Prints the quarters, or what is asked for, and what later filings restated.
pub fn print(
    out: &mut impl Write,
    arguments: &Arguments,
    file: &str,
    filings: &Filings,
) -> io::Result<()> {
    let facts = filings.company_facts();
    let known = facts.known(arguments.vintages.vintage());
    writeln!(out, "{} ({file})", facts.entity_name())?;
    if arguments.items.is_empty() && arguments.concepts.is_empty() {
        print_quarters(out, &known, filings.history(arguments.vintages.vintage()))?;
    }
    print_notes(out, arguments, (&known, filings))?;
    for (taxonomy, name) in &arguments.concepts {
        let all = known.concept(taxonomy, name);
        let units = if all.is_empty() { ", not tagged" } else { "" };
        writeln!(out, "\n{taxonomy}:{name}{units}")?;
        for series in &all {
            print_series(out, series, filings)?;
            print_findings(out, series, filings)?;
        }
    }
    writeln!(out, "\n{}\n", known.accounting())?;
    Ok(())
}

/// Prints the quarters, and the years that have none.
fn print_quarters(
    out: &mut impl Write,
    known: &KnownFacts<'_>,
    history: Result<History, BuildError>,
) -> io::Result<()> {
    let history = match history {
        Ok(history) => history,
        Err(error) => return writeln!(out, "no history: {error}"),
    };
    writeln!(
        out,
        "{:<9}{:>11}{:>12}{:>9}{:>9}{:>10}{:>10}{:>12}{:>14}",
        "quarter",
        "end",
        "revenue",
        "growth",
        "gross",
        "operating",
        "EPS",
        "free cash",
        "TTM revenue"
    )?;
    let revenue = known.item(Item::Revenue).series;
    let reports = history.reports();
    let of_kind = |kind| reports.iter().filter(move |report| report.period().kind() == kind);
    let first = of_kind(PeriodKind::Quarter).map(|report| report.period().end()).min();
    let years = of_kind(PeriodKind::Year);
    let years = years.filter(|year| first.is_none_or(|first| year.period().end() < first));
    for report in years.chain(of_kind(PeriodKind::Quarter)) {
        let period = report.period();
        let view = match history.view(&period) {
            Ok(view) => view,
            Err(error) => {
                writeln!(out, "{period}: {error}")?;
                continue;
            }
        };
        let percent = |metric: Metric| match metric.value(view) {
            Ok(value) => format!("{value:.1}"),
            Err(_) => "-".to_owned(),
        };
        let mixed = revenue.findings.iter().any(|finding| {
            finding.kind == FindingKind::YearAgoOnOtherBasis
                && (finding.start, finding.end) == (Some(period.start()), period.end())
        });
        let growth = if mixed { "mixed".to_owned() } else { percent(metrics::REVENUE_GROWTH) };
        let free = metrics::FREE_CASH_FLOW.value(view);
        let free = free.ok().map(|value| millions(value.number()));
        let derived = mark(report, Item::OperatingCashFlow);
        writeln!(
            out,
            "{:<9}{:>11}{:>12}{growth:>9}{:>9}{:>10}{:>10}{:>12}{:>14}",
            label(&revenue, &period),
            period.end().to_string(),
            figure(report, Item::Revenue, millions),
            percent(metrics::GROSS_MARGIN),
            percent(metrics::OPERATING_MARGIN),
            figure(report, Item::EpsDiluted, |number| number.round_dp(4).to_string()),
            free.map_or("-".to_owned(), |free| free + derived),
            trailing(&revenue, &period),
        )?;
    }
    writeln!(
        out,
        "Revenue and cash in millions of {}. * derived from longer periods, or counted in the \
         shares after later splits.\nmixed: the year before is on another basis.",
        revenue.unit
    )?;
    Ok(())
}

/// Prints every period of a series.
fn print_series(out: &mut impl Write, series: &Series, filings: &Filings) -> io::Result<()> {
    for entry in named(series) {
        let Some(kind) = kind(entry.kind) else { continue };
        let start = entry.start.map_or(String::new(), |start| format!("{start}.."));
        let period = format!("{start}{}", entry.end);
        let label = fiscal(entry);
        match &entry.amount {
            Ok(amount) => {
                let mark = if amount.origin.is_reported() { " " } else { "*" };
                let filed = amount.inputs.iter().max_by_key(|input| input.filed);
                let filed =
                    filed.map_or(String::new(), |last| match filings.unlisted(last.accession) {
                        Some(document) => format!("in {document}"),
                        None => format!("filed {}", last.filed),
                    });
                let (value, unit) = (amount.value.to_string(), &series.unit);
                writeln!(
                    out,
                    "  {label:<10}{kind:<12}{period:<24}{value:>20}{mark} {unit}  {filed}"
                )?;
            }
            Err(absence) => {
                writeln!(out, "  {label:<10}{kind:<12}{period:<24}{:>20}  {absence}", "-")?;
            }
        }
    }
    Ok(())
}

/// Prints what was chosen, restated and found, for the items asked for or the first few.
fn print_notes(
    out: &mut impl Write,
    arguments: &Arguments,
    (known, filings): (&KnownFacts<'_>, &Filings),
) -> io::Result<()> {
    let items = match arguments.items.as_slice() {
        [] if arguments.concepts.is_empty() => {
            &[Item::Revenue, Item::OperatingIncome, Item::NetIncome, Item::EpsDiluted]
        }
        items => items,
    };
    for item in items {
        let ItemSeries { series, candidates, share_basis, .. } = known.item(*item);
        let tagged = if candidates.is_empty() { ", not tagged" } else { "" };
        writeln!(out, "\n{}{tagged}", item.name())?;
        if !arguments.items.is_empty() {
            print_series(out, &series, filings)?;
        }
        for candidate in candidates {
            let differs = if candidate.differs { ", differs from the first" } else { "" };
            let (name, count) = (candidate.concept, candidate.entries);
            writeln!(out, "  {name}: {count} periods{differs}")?;
        }
        for split in share_basis.into_iter().flat_map(|basis| basis.splits) {
            let (new, old, after, by) = (split.new, split.old, split.after, split.by);
            writeln!(out, "  split {new} for {old}, filed between {after} and {by}")?;
        }
        print_findings(out, &series, filings)?;
    }
    Ok(())
}

/// Prints what later filings restated, and what the filings show when held against each other.
fn print_findings(out: &mut impl Write, series: &Series, filings: &Filings) -> io::Result<()> {
    for restated in &series.restatements {
        let start = restated.start.map_or(String::new(), |start| format!("{start}.."));
        let place = |filed: &FiledValue| match filings.unlisted(filed.accession) {
            Some(document) => format!("in {document}"),
            None => filed.filed.to_string(),
        };
        let value =
            |filed: &FiledValue| format!("{} ({} {})", filed.value, filed.form, place(filed));
        let (first, latest) = (value(&restated.first), value(&restated.latest));
        writeln!(out, "  {start}{}: {first} -> {latest}, {}", restated.end, restated.class)?;
    }
    for finding in &series.findings {
        writeln!(out, "  note: {finding}")?;
    }
    Ok(())
}

/// Returns the fiscal quarter or year as the company names it.
fn label(series: &Series, period: &Period) -> String {
    let entry = series.entry(period.kind(), Some(period.start()), period.end());
    entry.map_or(String::new(), fiscal)
}

fn fiscal(entry: &Entry) -> String {
    match (entry.fiscal_year, entry.fiscal_quarter) {
        (Some(year), Some(quarter)) => format!("FY{year} Q{quarter}"),
        (Some(year), None) => format!("FY{year}"),
        _ => String::new(),
    }
}

/// Returns an item of a report, marked if it is derived.
fn figure(report: &Report, item: Item, show: fn(Decimal) -> String) -> String {
    match report.figure(item) {
        Some(figure) => show(figure.number()) + mark(report, item),
        None => "-".to_owned(),
    }
}

fn mark(report: &Report, item: Item) -> &'static str {
    let source = report.figure(item).and_then(|figure| figure.source());
    match source.map(|source| source.origin()) {
        Some(Origin::Derived { .. }) => "*",
        _ => "",
    }
}

/// Returns the twelve months up to the end of a quarter, or why there are none.
fn trailing(series: &Series, period: &Period) -> String {
    let kind = PeriodKind::TrailingTwelveMonths;
    let mut entries = series.entries.iter().filter(|entry| entry.kind == kind);
    match entries.find(|entry| entry.end == period.end()).map(|entry| &entry.amount) {
        Some(Ok(amount)) => {
            millions(amount.value) + if amount.origin.is_reported() { "" } else { "*" }
        }
        Some(Err(absence)) => absence.to_string(),
        None => "-".to_owned(),
    }
}

fn millions(number: Decimal) -> String {
    (number / Decimal::from(1_000_000)).round_dp(1).to_string()
}
