//! Articles, releases, notes and tables of many kinds of companies, with what each of their figures
//! is about, written by hand.

#![expect(clippy::expect_used, reason = "helpers of tests may fail them")]

#[expect(dead_code, reason = "sentences are held elsewhere")]
mod marked;

use std::{fs, path::Path};

use financials_link::{Company, Context, links};
use marked::{print, unmark};

/// What a caller knows of an article, by its first line: ticker, period and name.
fn context(line: &str) -> Context {
    let mut words = line.splitn(3, ' ');
    let ticker = words.next().expect("a ticker").to_owned();
    let period = words.next().expect("a period").parse().expect("a label");
    let names = words.map(str::to_owned).collect();
    Context {
        subject: Some(ticker.clone()),
        period: Some(period),
        companies: vec![Company { ticker, names, numbering: None }],
    }
}

#[test]
fn each_figure_of_an_article_is_about_what_its_words_say() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut wrong = Vec::new();
    let mut count = 0;
    for entry in fs::read_dir(folder).expect("the articles") {
        let path = entry.expect("an article").path();
        let article = fs::read_to_string(&path).expect("text");
        let (line, marked) = article.split_once('\n').expect("a first line");
        let (text, expected) = unmark(marked);
        let found: Vec<(usize, String)> = links(&text, &context(line))
            .iter()
            .map(|link| (link.span.start, print(link)))
            .collect();
        count += expected.len();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        for own in expected.iter().filter(|own| !found.contains(own)) {
            let other = found.iter().find(|(start, _)| *start == own.0);
            let words: String = text[own.0..].chars().take(12).collect();
            wrong.push(format!("{name} {words}: {} is read as {other:?}", own.1));
        }
        for (start, link) in &found {
            if !expected.iter().any(|(own, _)| own == start) {
                wrong.push(format!("{name} at {start}: no figure is marked, {link} is found"));
            }
        }
    }
    assert!(count > 300, "{count}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
