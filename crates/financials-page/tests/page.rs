//! The page of a checked article, as another tokenizer reads it.

#![expect(clippy::expect_used, reason = "helpers of tests may fail them")]

mod html;

use std::{
    collections::BTreeSet,
    fs,
    ops::Bound,
    path::{Path, PathBuf},
};

use financials::{
    Decimal, History,
    companyfacts::{CompanyFacts, Vintage},
};
use financials_link::{
    Context,
    article::{self, Checked, Filing},
};
use financials_page::article::{Page, State};
use html::Html;
use proptest::prelude::*;
use sha2::{Digest, Sha256};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn history() -> History {
    let file = root().join("tests/cases/palantir_companyfacts/companyfacts.json");
    let facts = CompanyFacts::parse(&fs::read(file).expect("the facts")).expect("companyfacts");
    facts.known(Vintage::Latest).history().expect("a history")
}

fn context() -> Context {
    Context {
        subject: Some("PLTR".into()),
        period: Some("2025Q2".parse().expect("a label")),
        ..Context::default()
    }
}

fn example() -> String {
    fs::read_to_string(root().join("examples/data/article_quarter.txt")).expect("the article")
}

/// What was found of a text, its page, and the page as it is read.
fn judged(text: &str, filings: &[Filing<'_>]) -> (Checked, Page, Html) {
    let checked = article::check(text, &context(), filings);
    let page = Page::of("Title </title><script>", text, &checked, filings);
    let html = Html::read(&page.to_string());
    (checked, page, html)
}

fn against_filings(text: &str) -> (Checked, Page, Html) {
    let history = history();
    let name = "Palantir Technologies Inc.";
    judged(text, &[Filing { ticker: "PLTR", name, history: &history, first: None }])
}

/// What must hold of every page, whatever is in its text.
fn is_whole(text: &str, checked: &Checked, html: &Html) {
    html.is_whole();
    let scripts: Vec<_> = html.tags.iter().filter(|tag| tag.name == "script").collect();
    assert_eq!(scripts.len(), 2);
    assert_eq!(html.tags.iter().filter(|tag| tag.name == "style").count(), 1);
    assert_eq!(html.with("card").count(), checked.figures().len());
    assert_eq!(html.with("mark").count(), checked.figures().len());
    // A link with a target is reached by the keyboard, unless it is taken out.
    for mark in html.with("mark") {
        assert_eq!(mark.name, "a");
        assert!(mark.get("href").is_some_and(|link| link.starts_with("#card-f")));
        assert!(mark.get("tabindex").is_none());
    }
    let legible = |text: &str| {
        let is_banned = |letter: char| letter.is_control() && !matches!(letter, '\n' | '\t');
        text.replace("\r\n", "\n").replace(is_banned, "\u{fffd}")
    };
    assert!(html.article == legible(checked.text()), "the text is not what it was");
    assert!(checked.text() == text || text.trim_start().starts_with('<'));
}

#[test]
fn the_example_is_whole_and_small() {
    let text = example();
    let (checked, page, html) = against_filings(&text);
    is_whole(&text, &checked, &html);
    assert!(page.to_string().len() < 300_000);
    assert!(checked.figures().len() >= 15);
}

/// The counts of the page, of its findings and of its marks are those of the rulings.
#[test]
fn counts_are_those_of_the_rulings() {
    let (checked, page, html) = against_filings(&example());
    let findings: serde_json::Value =
        serde_json::from_str(&html.id("findings").text).expect("JSON");
    let mut sum = 0;
    for state in State::ALL {
        let of = |figure| State::of(checked.verdict(figure)) == state;
        let expected = checked.figures().iter().filter(|figure| of(*figure)).count();
        let marks = html.with("mark").filter(|mark| mark.is(state.name())).count();
        assert_eq!(marks, expected, "{state:?}");
        assert_eq!(findings["counts"][state.name()], expected);
        let filter = html
            .tags
            .iter()
            .position(|tag| tag.get("id") == Some(&format!("show-{}", state.name())));
        let printed = &html.tags[filter.expect("a filter") + 2];
        assert_eq!((printed.name.as_str(), printed.text.trim()), ("b", &*expected.to_string()));
        sum += expected;
    }
    assert_eq!(sum, page.figures.len());
    assert_eq!(findings["figures"].as_array().expect("rows").len(), sum);
}

/// The findings are those of the rulings, number by number.
#[test]
fn findings_are_those_of_the_rulings() {
    let text = example();
    let (checked, _, html) = against_filings(&text);
    let findings: serde_json::Value =
        serde_json::from_str(&html.id("findings").text).expect("JSON");
    for (figure, row) in checked.figures().iter().zip(findings["figures"].as_array().expect("rows"))
    {
        assert_eq!(row["text"], text[figure.link.span.clone()]);
        assert_eq!(row["start"], figure.link.span.start);
        let verdict = checked.verdict(figure).map(|verdict| verdict.name());
        assert_eq!(row["verdict"].as_str(), verdict);
        let Some(ruling) = checked.ruling(figure) else { continue };
        let low = row["stated"][0].as_str();
        let low: Option<Decimal> = low.map(|low| low.parse().expect("a decimal"));
        let expected = match ruling.stated().low() {
            Bound::Included(low) | Bound::Excluded(low) => Some(low),
            Bound::Unbounded => None,
        };
        assert_eq!(low, expected);
    }
    let wrong: Vec<&str> = findings["figures"]
        .as_array()
        .expect("rows")
        .iter()
        .filter(|row| matches!(row["verdict"].as_str(), Some("contradicted" | "in_conflict")))
        .filter_map(|row| row["text"].as_str())
        .collect();
    assert!(wrong.contains(&"$241 million"), "{wrong:?}");
}

/// A filed figure is named with its accession, and the link leads to that filing.
#[test]
fn filings_are_linked_by_their_accession() {
    let (_, _, html) = against_filings(&example());
    let links: BTreeSet<&str> = html
        .tags
        .iter()
        .filter_map(|tag| tag.get("href"))
        .filter(|link| !link.starts_with('#'))
        .collect();
    assert!(links.contains(
        "https://www.sec.gov/Archives/edgar/data/1321655/000132165525000106/0001321655-25-000106-index.htm"
    ), "{links:?}");
    assert!(links.iter().all(|link| link.starts_with("https://www.sec.gov/Archives/edgar/data/")));
}

/// The policy lets the style and the script of the page run, by their hashes, and nothing else.
#[test]
fn the_policy_names_what_is_there_and_no_more() {
    use base64::{Engine, engine::general_purpose::STANDARD};

    let (_, _, html) = judged("Revenue was $1.004 billion.", &[]);
    let policy = html
        .tags
        .iter()
        .find(|tag| tag.get("http-equiv") == Some("Content-Security-Policy"))
        .and_then(|tag| tag.get("content"))
        .expect("a policy");
    assert!(policy.starts_with("default-src 'none'; ") && !policy.contains("unsafe"));
    let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    for tag in html.tags.iter().filter(|tag| ["style", "script"].contains(&tag.name.as_str())) {
        if tag.get("type").is_none() {
            assert!(policy.contains(&hash(&tag.text)), "{}", tag.name);
        }
    }
}

/// Of an HTML article the page shows what a reader of it saw, and the findings name its bytes.
#[test]
fn an_html_article_is_shown_as_it_was_read() {
    let text = "<p>Revenue was&nbsp;<b>$1.004 billion</b>, up 48&#37;.</p><p>Net income: $327&nbsp;million</p>";
    let (checked, page, html) = judged(text, &[]);
    assert!(!html.article.contains(['<', '&']), "{}", html.article);
    assert!(html.article.contains("up 48%."), "{}", html.article);
    assert_eq!(html.with("mark").count(), checked.figures().len());
    assert!(!page.figures.is_empty());
    for (figure, checked) in page.figures.iter().zip(checked.figures()) {
        assert_eq!(figure.source, checked.link.span);
        assert!(page.text.get(figure.span.clone()).is_some_and(|words| !words.contains('&')));
    }
    assert_eq!(page.fingerprint, financials_page::article::fingerprint(text.as_bytes()));
}

#[test]
fn hostile_texts_make_whole_pages() {
    let figure = "Revenue was $1.004 billion";
    let texts = [
        String::new(),
        "7".repeat(1 << 20),
        "(".repeat(1 << 20),
        "<".repeat(1 << 18),
        "1 ".repeat(1 << 12),
        format!("{figure}</script><script>alert(1)</script><!-- $5 million --> & &amp; &#0;"),
        format!("\u{202e}{figure}\u{202c} \u{2067}שלום 5%\u{2069} \u{0}\u{1b}[2J\r\n$3 million\r"),
        format!("'\"><img src=x onerror=alert(1)> {figure} \"</title></style></textarea>"),
        "|---".repeat(1 << 14),
    ];
    for text in texts {
        let (checked, _, html) = judged(&text, &[]);
        is_whole(&text, &checked, &html);
        let images = html.tags.iter().filter(|tag| tag.name == "img").count();
        assert_eq!(images, 0);
    }
}

proptest! {
    /// Markup between figures stays text.
    #[test]
    fn any_text_stays_text(pieces in prop::collection::vec(piece(), 0..12)) {
        let text = pieces.concat();
        let (checked, _, html) = judged(&text, &[]);
        is_whole(&text, &checked, &html);
    }

    /// Places that are in no text, that overlap or cut a letter, lose no card.
    #[test]
    fn any_place_has_a_card(spans in prop::collection::vec((0_usize..40, 0_usize..40), 0..8)) {
        let mut page = Page { text: "Umsätze von 1,2 Mrd. € – «plus» 5 %".into(), ..Page::default() };
        for (start, end) in spans {
            let figure = financials_page::article::Figure { span: start..end, ..Default::default() };
            page.figures.push(figure);
        }
        let html = Html::read(&page.to_string());
        prop_assert!(html.unbalanced.is_empty());
        prop_assert_eq!(html.with("card").count(), page.figures.len());
        prop_assert_eq!(&html.article, &page.text);
    }
}

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("Revenue was $1.004 billion".to_owned()),
        Just(", up 48%".to_owned()),
        Just("</script>".to_owned()),
        Just("<b onclick=x>".to_owned()),
        Just("&amp;".to_owned()),
        Just("--><!--".to_owned()),
        Just("]]>".to_owned()),
        "[ -~]{0,8}",
        "\\PC{0,4}",
    ]
}
