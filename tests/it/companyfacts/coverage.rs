//! How many companies of each kind have a figure of each item, and why the others have none: the
//! page `docs/COVERAGE.md`, written anew by `FINANCIALS_WRITE=1`.

use std::{collections::BTreeMap, fmt::Write, fs, path::Path, process::Command};

use financials::{
    Item,
    companyfacts::{CompanyFacts, Vintage},
    period::PeriodKind,
};

use crate::data;

/// Returns the folder of the filers of 2009 and 2010, unpacked, and the kind of each by its number.
fn filers() -> (String, BTreeMap<String, String>) {
    let archive = data::folder().join("data/companyfacts/fy2009/filers.tar.gz");
    let folder = format!("{}/fy2009", env!("CARGO_TARGET_TMPDIR"));
    fs::create_dir_all(&folder).unwrap();
    let unpacked =
        Command::new("tar").arg("-xzf").arg(archive).args(["-C", &folder]).status().unwrap();
    assert!(unpacked.success());
    let kinds = data::text("data/companyfacts/fy2009/filers.tsv");
    let kinds = kinds.lines().skip(1).map(|line| {
        let mut cells = line.split('\t');
        let cik = cells.next().unwrap().to_owned();
        (cik, cells.nth(1).unwrap().to_owned())
    });
    (folder, kinds.collect())
}

/// What became of an item.
#[derive(Default)]
struct Cell {
    /// Of how many companies there is a figure, by kind.
    found: BTreeMap<String, usize>,
    /// How many periods have a reported figure, a derived one, or none, by the reason.
    periods: BTreeMap<&'static str, usize>,
}

struct Coverage {
    filers: BTreeMap<String, usize>,
    items: Vec<(Item, Cell)>,
}

impl Coverage {
    fn measure() -> Self {
        let (folder, kinds) = filers();
        let mut filers: BTreeMap<String, usize> = BTreeMap::new();
        let mut items: Vec<(Item, Cell)> = Vec::new();
        for (cik, kind) in &kinds {
            *filers.entry(kind.clone()).or_default() += 1;
            let file = fs::read(Path::new(&folder).join(format!("{cik}.json"))).unwrap();
            let facts = CompanyFacts::parse(&file).unwrap();
            let known = facts.known(Vintage::Latest);
            for (at, item) in known.items().enumerate() {
                if items.len() == at {
                    items.push((item, Cell::default()));
                }
                let cell = &mut items[at].1;
                let mut has = false;
                for entry in known.item(item).series.entries {
                    if matches!(entry.kind, PeriodKind::Other | PeriodKind::TrailingTwelveMonths) {
                        continue;
                    }
                    let code = match &entry.amount {
                        Ok(amount) if amount.origin.is_reported() => "reported",
                        Ok(_) => "derived",
                        Err(absence) => absence.code(),
                    };
                    has |= entry.amount.is_ok();
                    *cell.periods.entry(code).or_default() += 1;
                }
                *cell.found.entry(kind.clone()).or_default() += usize::from(has);
            }
        }
        Self { filers, items }
    }

    fn percent(&self, item: Item, kind: &str) -> usize {
        let cell = self.items.iter().find(|(known, _)| *known == item).map(|(_, cell)| cell);
        let found = cell.and_then(|cell| cell.found.get(kind)).copied().unwrap_or_default();
        (found * 100 + self.filers[kind] / 2) / self.filers[kind]
    }

    fn page(&self) -> String {
        let mut page = String::from(HEAD);
        let kinds: Vec<&String> = self.filers.keys().collect();
        let mut line = String::from("| item |");
        for kind in &kinds {
            write!(line, " {kind} ({}) |", self.filers[*kind]).unwrap();
        }
        writeln!(page, "{line}\n|---|{}", "---:|".repeat(kinds.len())).unwrap();
        // No amount per share is in these files.
        let rows = || self.items.iter().filter(|(_, cell)| cell.found.values().any(|n| *n > 0));
        for (item, _) in rows() {
            let cells = kinds.iter().map(|kind| format!(" {} |", self.percent(*item, kind)));
            writeln!(page, "| `{item}` |{}", cells.collect::<String>()).unwrap();
        }
        page.push_str(REASONS);
        for (item, cell) in rows() {
            let all: usize = cell.periods.values().sum();
            let of = |code: &str| cell.periods.get(code).copied().unwrap_or_default();
            let mut rest: Vec<_> = cell.periods.iter().collect();
            rest.retain(|(code, _)| !["reported", "derived", "not_tagged"].contains(code));
            rest.sort_by_key(|(code, count)| (core::cmp::Reverse(**count), **code));
            let rest: Vec<_> = rest.iter().map(|(code, n)| format!("{code} {n}")).collect();
            writeln!(
                page,
                "| `{item}` | {all} | {} | {} | {} | {} |",
                of("reported"),
                of("derived"),
                of("not_tagged"),
                rest.join(", ")
            )
            .unwrap();
        }
        page
    }
}

const HEAD: &str = "\
# Coverage

Which line items the histories of companies have, by kind of company. The companies are 249 of those
that filed XBRL with the SEC in 2009 and 2010, in its first year: their statements alone, without
amounts per share. A test writes this page and holds the crate to it.

## Companies with a figure

In percent of the companies of the kind, whose number stands beside it.

";

const REASONS: &str = "
## Periods, and why some have no figure

Quarters, halves, nine months, years and ends of quarters of all 249. A derived figure is a quarter
from longer periods, or a line from the others of its statement. What is `not_tagged` no filing of
the company has at all; the other reasons are those of
[`Absence`](https://docs.rs/financials/latest/financials/undefined/enum.Absence.html).

| item | periods | reported | derived | not tagged | absent for another reason |
|---|---:|---:|---:|---:|---|
";

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn coverage_by_kind_is_what_the_page_says() {
    let coverage = Coverage::measure();
    for (item, kind, least) in [
        (Item::Revenue, "bank or lender", 85),
        (Item::LongTermDebt, "REIT", 80),
        (Item::CapitalExpenditures, "REIT", 80),
        (Item::Revenue, "utility", 95),
        (Item::DepreciationAndAmortization, "other", 90),
        (Item::TotalEquity, "other", 95),
        (Item::StockholdersEquity, "other", 95),
    ] {
        let percent = coverage.percent(item, kind);
        assert!(percent >= least, "{item} of {kind}: {percent}%, not {least}%");
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/COVERAGE.md");
    if std::env::var_os("FINANCIALS_WRITE").is_some() {
        fs::write(path, coverage.page()).unwrap();
    }
    assert_eq!(fs::read_to_string(path).unwrap(), coverage.page());
}
