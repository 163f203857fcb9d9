//! The page of a company, as another tokenizer reads it.

#![expect(clippy::expect_used, reason = "helpers of tests may fail them")]

#[expect(dead_code, reason = "the other page needs more of it")]
mod html;

use std::{collections::BTreeMap, fs, path::Path};

use financials::{
    Basis, Item, Measure, Stated,
    companyfacts::{CompanyFacts, Entry, Vintage},
    item::Nature,
    tieout::{Claim, Network},
};
use financials_page::company::{Cell, Page};
use html::Html;

const QUARTERS: usize = 8;

fn palantir() -> CompanyFacts {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let file = root.join("tests/cases/palantir_companyfacts/companyfacts.json");
    CompanyFacts::parse(&fs::read(file).expect("the facts")).expect("companyfacts")
}

fn read(page: &Page) -> Html {
    let html = Html::read(&page.to_string());
    html.is_whole();
    assert!(html.tags.iter().all(|tag| tag.name != "script"), "nothing is run");
    html
}

/// The cells of a quarter by the crate, without the page.
fn entry(facts: &CompanyFacts, vintage: Vintage, item: &str, label: &str) -> Option<Entry> {
    let item: Item = item.parse().expect("an item");
    let (year, quarter) = label.split_once('Q').expect("a label");
    let (year, quarter) = (year.parse().expect("a year"), quarter.parse().expect("a quarter"));
    let series = facts.known(vintage).item(item).series;
    let is_instant = matches!(item.nature(), Nature::Balance | Nature::Shares);
    let found =
        if is_instant { series.instant(year, quarter) } else { series.quarter(year, quarter) };
    found.cloned()
}

/// Each cell of both tables has the figure of the crate with every digit, marked where no filing
/// gives it, or a note with the reason why there is none.
#[test]
fn cells_are_the_figures_of_the_filings() {
    let facts = palantir();
    let page = Page::of(&facts, QUARTERS);
    let html = read(&page);
    assert!(page.to_string().len() < 300_000);
    let labels: Vec<&str> = page.quarters.iter().map(|quarter| quarter.label.as_str()).collect();
    assert_eq!(labels, ["2024Q1", "2024Q2", "2024Q3", "2024Q4", "2025Q1", "2025Q2"]);
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for (sheet, vintage) in page.sheets.iter().zip([Vintage::First, Vintage::Latest]) {
        assert!(sheet.rows.len() >= 5);
        for row in &sheet.rows {
            for (cell, label) in row.cells.iter().zip(&labels) {
                let expected = entry(&facts, vintage, row.name, label);
                let amount = expected.as_ref().and_then(|entry| entry.amount.as_ref().ok());
                match (cell, amount) {
                    (Cell::Given(given), Some(amount)) => {
                        assert_eq!(given.value, amount.value, "{} {label}", row.name);
                        assert_eq!(given.derived.is_none(), amount.origin.is_reported());
                        let kind = if given.derived.is_some() { "derived" } else { "filed" };
                        *kinds.entry(kind).or_default() += 1;
                    }
                    (Cell::Absent(reason), None) => {
                        assert!(!reason.is_empty());
                        *kinds.entry("absent").or_default() += 1;
                    }
                    _ => panic!("{} {label}: {cell:?}, {expected:?}", row.name),
                }
            }
        }
    }
    assert!(kinds["filed"] > 0 && kinds["derived"] > 0, "{kinds:?}");
    let cells = |class: &str| html.with(class).filter(|tag| tag.name == "td").count();
    assert_eq!(cells("derived"), kinds["derived"]);
    assert_eq!(cells("absent"), kinds.get("absent").copied().unwrap_or_default());
}

/// `1,003,697` thousand dollars: the largest unit that no figure of the row loses a digit by.
#[test]
fn a_row_is_in_the_largest_unit_that_keeps_its_digits() {
    let html = read(&Page::of(&palantir(), QUARTERS));
    let is_filing = |tag: &&html::Tag| {
        tag.get("href").is_some_and(|link| link.contains("/edgar/data/1321655/"))
    };
    let texts: Vec<&str> = html.tags.iter().filter(is_filing).map(|tag| tag.text.trim()).collect();
    assert!(texts.contains(&"1,003,697"), "{texts:?}");
    let units: Vec<&str> = html.with("unit").map(|tag| tag.text.trim()).collect();
    assert!(units.contains(&"thousand USD") && units.contains(&"USD/shares"), "{units:?}");
}

#[test]
fn a_name_is_no_markup_and_an_empty_file_says_so() {
    let name = "</title><script>alert(1)</script>";
    let json = serde_json::json!({ "cik": 1, "entityName": name, "facts": {} }).to_string();
    let page = Page::of(&CompanyFacts::parse(json.as_bytes()).expect("companyfacts"), QUARTERS);
    let html = read(&page);
    let heading = html.tags.iter().find(|tag| tag.name == "h1").expect("a heading");
    assert_eq!(heading.text, name);
    assert_eq!(page.quarters.len(), 0);
    let about = html.with("about").next().expect("a line below the name");
    assert_eq!(about.text.trim(), "The file has no quarter of a line item.");
}

/// Net income of the second quarter is in no filing.
#[test]
fn where_there_is_no_figure_a_note_says_why() {
    let fact = |start: &str, end: &str, filed: &str, value: i64| {
        serde_json::json!({
            "start": start, "end": end, "val": value, "accn": "0000000001-24-000001",
            "fy": 2024, "fp": "Q1", "form": "10-Q", "filed": filed,
        })
    };
    let first = fact("2024-01-01", "2024-03-31", "2024-05-01", 5_500_000_000);
    let second = fact("2024-04-01", "2024-06-30", "2024-08-01", -6_000_000_000);
    let concept = |facts: &[&serde_json::Value]| serde_json::json!({ "units": { "USD": facts } });
    let json = serde_json::json!({ "cik": 1, "entityName": "A", "facts": { "us-gaap": {
        "Revenues": concept(&[&first, &second]),
        "NetIncomeLoss": concept(&[&first]),
    } } });
    let facts = CompanyFacts::parse(json.to_string().as_bytes()).expect("companyfacts");
    let page = Page::of(&facts, QUARTERS);
    let html = read(&page);
    let [_, latest] = &page.sheets;
    let income = latest.rows.iter().find(|row| row.name == "net_income").expect("a row");
    assert!(matches!(&income.cells[1], Cell::Absent(reason) if reason == "not reported"));
    assert_eq!(html.with("absent").count(), 2);
    let note = html.id("latest-note-1");
    assert_eq!(note.text.trim(), "not reported");
    // Losses are drawn below the axis, and a minus is a minus.
    let text = page.to_string();
    assert!(text.contains(">5,500<") && text.contains(">−6,000<"), "{text}");
}

/// Claims about quarters of Palantir, whose revenue of the second quarter of 2025 was $1,003,697
/// thousand, its diluted earnings
/// per share $0.13.
fn stated() -> Page {
    let facts = palantir();
    let mut network = Network::new();
    let history = facts.known(Vintage::Latest).history().expect("a history");
    network.add_history("PLTR", &history);
    let claims = [
        ("guided", "guidance:revenue", "2025Q2", "$934 million to $938 million", None),
        ("ahead", "guidance:revenue", "2025Q3", "$1.083 billion to $1.087 billion", None),
        (
            "year",
            "guidance:operating_income",
            "FY2025",
            "$1.912 billion to $1.920 billion",
            ADJUSTED,
        ),
        ("adjusted", "eps_diluted", "2025Q2", "$0.16", ADJUSTED),
    ];
    for (id, measure, period, text, basis) in claims {
        let measure: Measure = measure.parse().expect("a measure");
        let stated = Stated::parse(text).expect("a figure");
        let claim = Claim::new(id, measure, stated).of("PLTR").during(period);
        network.add(match basis {
            Some(basis) => claim.on(basis),
            None => claim,
        });
    }
    Page::of(&facts, QUARTERS).with_stated(&network.tie_out(), "PLTR", Basis::Gaap)
}

const ADJUSTED: Option<Basis> = Some(Basis::Adjusted);

/// Guidance stands beside what came out, and adjusted figures beside those that were filed.
#[test]
fn what_releases_state_stands_beside_what_was_filed() {
    let page = stated();
    let told: Vec<String> = page
        .guided
        .iter()
        .map(|one| {
            let actual = one.actual;
            let actual = actual.map_or("not out".to_owned(), |actual| actual.to_string());
            format!("{} {} {} {actual}", one.name, one.period, one.range)
        })
        .collect();
    assert_eq!(
        told,
        [
            "revenue 2025Q3 [1082500000, 1087500000] not out",
            "revenue 2025Q2 [933500000, 938500000] [1003696500, 1003697500]",
            "operating_income FY2025 [1911500000, 1920500000] not out",
        ]
    );
    let [bridge] = page.bridges.as_slice() else { panic!("{:?}", page.bridges) };
    assert_eq!((bridge.name, bridge.period.as_str()), ("eps_diluted", "2025Q2"));
    assert_eq!(bridge.adjusted.to_string(), "[0.155, 0.165]");
    // 0.155 less 0.135, and 0.165 less 0.125.
    assert_eq!(
        bridge.between.ends().map(|end| end.map(|end| end.to_string())),
        [Some("0.020".to_owned()), Some("0.040".to_owned())]
    );
    read(&page);
    let shown = page.to_string();
    for words in ["Guidance and what came out", "not yet out", "From filed to adjusted"] {
        assert!(shown.contains(words), "{words}");
    }
}
