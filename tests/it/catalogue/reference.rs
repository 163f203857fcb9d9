//! `docs/METRICS.md`, the reference page, which is made from the catalogue and the worked cases.
//!
//! `FINANCIALS_WRITE=1 cargo test --test it reference` writes it anew.

use std::{collections::BTreeMap, env, fmt::Write, fs, path::PathBuf};

use financials::{
    Decimal, Item, Measure, Metric,
    formula::Formula,
    metric::{Family, Group, Kind, Openness},
    view::Value,
};

use super::{
    filings::{Filing, worked},
    recorded::{Case, recorded},
};

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/METRICS.md")
}

#[test]
fn the_reference_page_is_that_of_the_catalogue() {
    let page = page();
    if env::var_os("FINANCIALS_WRITE").is_some() {
        fs::write(path(), &page).unwrap();
    }
    let written = fs::read_to_string(path()).unwrap_or_default();
    assert!(
        written == page,
        "docs/METRICS.md is out of date: FINANCIALS_WRITE=1 cargo test --test it reference",
    );
}

#[test]
fn the_readme_says_how_many_metrics_there_are() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let row = format!("| ratios and metrics | {}, ", Metric::all().count());
    assert!(fs::read_to_string(path).unwrap_or_default().contains(&row), "{row}");
}

const HEAD: &str = "\
# Metrics

Every metric of the catalogue: what it says, its formula in the language of `financials::formula`,
and its value for a filing. The figures are the filings' own; what an example assumes, as a price or
an estimate, stands beside its value, and [the last section](#filings) says what the figures were held
against. *Reproduced* is a value that a company printed or a peer recorded, which the metric comes to
with the figures behind it. This page is made from the catalogue; do not edit it.

- Flows are those of the period evaluated, unless the formula says `ttm()`: twelve months.
- An amount per share over twelve months is their total over the mean of the quarters' share counts.
- `average()` is the mean of both ends of the period, or of the twelve months beside `ttm()`.
- Costs and payments are positive amounts. `or_zero()` takes what is not reported for zero, and the
  explanation of the value says so; every other missing line item leaves the metric without a value,
  unless others make it up ([line items](#line-items)).
- `positive(x, earnings)` and its kin leave it *not meaningful* where `x` is zero or negative. Any
  other zero denominator is a reason of its own.
";

fn page() -> String {
    let mut page = HEAD.to_string();
    let filings = Filings::load();
    let printed = printed();
    let mut group = None;
    contents(&mut page);
    for metric in Metric::all() {
        if group.replace(metric.group()) != Some(metric.group()) {
            write!(page, "\n## {}\n", title(metric.group())).unwrap();
        }
        section(&mut page, metric, &filings);
        if let Some(case) = printed.get(metric.name()) {
            writeln!(page, "- reproduced: {}, {}", case.value, case.origin).unwrap();
        }
        family(&mut page, metric, &filings);
    }
    line_items(&mut page);
    differences(&mut page);
    filings.sources(&mut page);
    page
}

fn contents(page: &mut String) {
    let mut groups: Vec<(Group, usize)> = Vec::new();
    for metric in Metric::all() {
        match groups.last_mut() {
            Some((group, count)) if *group == metric.group() => *count += 1,
            _ => groups.push((metric.group(), 1)),
        }
    }
    writeln!(page, "\n| group | metrics |\n|---|---|").unwrap();
    for (group, count) in groups {
        let title = title(group);
        let anchor = title.to_lowercase().replace(' ', "-");
        writeln!(page, "| [{title}](#{anchor}) | {count} |").unwrap();
    }
}

fn title(group: Group) -> String {
    let name = serde_json::to_value(group).unwrap();
    let name = name.as_str().unwrap().replace('_', " ");
    format!("{}{}", name[..1].to_uppercase(), &name[1..])
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Flow => "money over the period",
        Kind::Money => "money",
        Kind::PerShareFlow => "money per share over the period",
        Kind::PerShare => "money per share",
        Kind::Shares => "shares",
        Kind::Ratio => "ratio",
        Kind::Multiple => "multiple",
        Kind::Days => "days",
        Kind::Score => "score",
        Kind::Count => "count",
    }
}

fn section(page: &mut String, metric: Metric, filings: &Filings) {
    writeln!(page, "\n### {metric}\n\n{}\n", metric.doc()).unwrap();
    writeln!(page, "```text\n{metric} = {}\n```\n", metric.formula()).unwrap();
    writeln!(page, "- kind: {}", kind(metric.kind())).unwrap();
    if !metric.aliases().is_empty() {
        writeln!(page, "- also: `{}`", metric.aliases().join("`, `")).unwrap();
    }
    let inputs: Vec<String> = metric.inputs().iter().map(ToString::to_string).collect();
    writeln!(page, "- needs: `{}`", inputs.join("`, `")).unwrap();
    let worked = filings.1.get(metric.name());
    let worked = worked.unwrap_or_else(|| panic!("{metric} has no worked case"));
    let filing = &filings.0[worked];
    let value = short(metric.value(filing.view()).unwrap());
    let assumed = assumed(metric, filing);
    writeln!(page, "- {}, {}: {value}{assumed}", filing.company, filing.period).unwrap();
}

/// The definitions of a name that has several, or the name whose definition a metric is.
fn family(page: &mut String, metric: Metric, filings: &Filings) {
    let filing = &filings.0[&filings.1[metric.name()]];
    if let Some(family) = Family::of(metric.name()) {
        definitions(page, family, filing);
    } else if let Some(family) = Family::all().find(|it| it.also().contains(&metric.name())) {
        writeln!(page, "- one of the definitions of [{0}](#{0})", family.names()[0]).unwrap();
    }
}

/// What goes by the name of a family, and how far it lies from the first on the metric's filing.
fn definitions(page: &mut String, family: &Family, filing: &Filing) {
    let says = match family.openness() {
        Openness::Closed => "standards decide among them",
        Openness::Open => "each company defines it",
    };
    writeln!(page, "\nIt goes by several definitions; {says}.\n").unwrap();
    writeln!(page, "| definition | formula | who | here |\n|---|---|---|---|").unwrap();
    let value = |text: &str| text.parse::<Formula>().unwrap().value(filing.view()).ok();
    let own = family.variants()[0].formula().and_then(value);
    for variant in family.variants() {
        let formula = variant.formula().map(|text| text.split_whitespace().collect::<Vec<_>>());
        let formula =
            formula.map_or("not expressed".into(), |text| format!("`{}`", text.join(" ")));
        let here = variant.formula().and_then(value).map(|value| apart(value, own));
        let (here, who) = (here.unwrap_or_default(), variant.source());
        writeln!(page, "| {variant} | {formula} | {who} | {here} |").unwrap();
    }
}

/// Returns a value, and by what part of the first it lies above or below it.
fn apart(value: Decimal, own: Option<Decimal>) -> String {
    let short = value.round_sf(5).unwrap_or(value).normalize();
    match own.filter(|own| !own.is_zero() && *own != value) {
        Some(own) => {
            let percent = ((value - own) / own.abs() * Decimal::ONE_HUNDRED).round_dp(1);
            format!("{short} ({percent:+}%)")
        }
        None => short.to_string(),
    }
}

/// A value of each metric that a company printed, or else a peer recorded, and that comes out.
fn printed() -> BTreeMap<String, Case> {
    let mut cases: BTreeMap<String, Case> = BTreeMap::new();
    for case in recorded().agree {
        let is_printed = |case: &Case| !case.origin.starts_with("FinanceToolkit");
        match cases.get(&case.metric) {
            Some(found) if is_printed(found) || !is_printed(&case) => {}
            _ => drop(cases.insert(case.metric.clone(), case)),
        }
    }
    cases
}

/// What of a metric's inputs no source has.
fn assumed(metric: Metric, filing: &Filing) -> String {
    let inputs = metric.inputs();
    let names = inputs.iter().filter_map(|input| match input {
        Measure::Item(item) if filing.assumed.contains(item) => Some(format!("`{item}`")),
        _ => None,
    });
    let names: Vec<String> = names.collect();
    if names.is_empty() { String::new() } else { format!(", assuming {}", names.join(", ")) }
}

fn short(value: Value) -> String {
    let exact = format!("{value:#}");
    if exact.len() <= 24 { exact } else { format!("{value:.4}") }
}

/// The filings by name, and the name of the first that each metric has a case in.
struct Filings(BTreeMap<String, Filing>, BTreeMap<String, String>);

impl Filings {
    fn load() -> Self {
        let mut first = BTreeMap::new();
        for case in worked() {
            first.entry(case.metric).or_insert(case.filing);
        }
        let names = first.values().cloned();
        Self(names.map(|name| (name.clone(), Filing::load(&name))).collect(), first)
    }

    fn sources(&self, page: &mut String) {
        writeln!(page, "\n## Filings\n\nThe figures of the examples are from these.\n").unwrap();
        for filing in self.0.values() {
            let note = filing.note.as_ref().map(|note| format!(". {note}")).unwrap_or_default();
            writeln!(page, "- {}: {}{note}", filing.company, filing.source).unwrap();
        }
    }
}

/// The names that the metrics' needs and the examples' JSON are written in.
fn line_items(page: &mut String) {
    page.push_str(
        "\n## Line items\n\nWhat the metrics need, by the names that formulas and JSON use. The \
         last column says how an item is\ncounted up where a report does not have it; every other \
         one is then missing.\n\n| name | is | says | or else |\n|---|---|---|---|\n",
    );
    for item in Item::all() {
        let says = item.doc().replace('|', "\\|");
        let formula = item.formula().map(|formula| format!("`{formula}`")).unwrap_or_default();
        let kind = kind(Kind::of(item.nature()));
        writeln!(page, "| `{item}` | {kind} | {says} | {formula} |").unwrap();
    }
}

/// What was recorded elsewhere by another definition, once for each metric.
fn differences(page: &mut String) {
    page.push_str(
        "\n## Recorded values that differ\n\nValues that others recorded for a metric of that name \
         and that another definition gives.\nThe last column says what each does; the value here \
         follows the named source or the\nname's own meaning.\n\n\
         | metric | recorded by | recorded | here | why |\n|---|---|---|---|---|\n",
    );
    let mut cases: BTreeMap<String, Case> = BTreeMap::new();
    for case in recorded().differ {
        cases.entry(case.metric.clone()).or_insert(case);
    }
    for case in cases.values() {
        let ours = case.ours.as_deref().unwrap_or("none");
        let why = case.why.as_deref().unwrap_or_default();
        let Case { metric, origin, value, .. } = case;
        writeln!(page, "| `{metric}` | {origin} | {value} | {ours} | {why} |").unwrap();
    }
}
