//! `financials check --html` and `financials page`.

use std::fs;

use crate::{errors, file, own, rows, run};

#[test]
fn the_page_has_the_figures_that_are_printed_and_the_hashes_of_what_was_read() {
    let page = file("page.html", "");
    let facts = own("tests/cases/palantir_companyfacts/companyfacts.json");
    let filing = format!("PLTR={facts}");
    let article = own("examples/data/article_quarter.txt");
    let output = run(&[
        "check",
        "--json",
        "--html",
        page.to_str().unwrap(),
        "--subject",
        "PLTR",
        "--period",
        "2025Q2",
        "--filing",
        &filing,
        &article,
    ]);
    assert!(output.status.success(), "{}", errors(&output));
    let html = fs::read_to_string(page).unwrap();
    let (_, findings) = html.split_once(r#"type="application/json">"#).unwrap();
    let (findings, _) = findings.split_once("</script>").unwrap();
    let findings: serde_json::Value = serde_json::from_str(findings).unwrap();
    let told = |row: &serde_json::Value| (row["start"].clone(), row["verdict"].clone());
    let printed: Vec<_> = rows(&output).iter().map(told).collect();
    let shown: Vec<_> = findings["figures"].as_array().unwrap().iter().map(told).collect();
    assert!(printed.len() > 10);
    assert_eq!(printed, shown);
    assert_eq!(findings["article"]["title"], "article_quarter");
    let hash = findings["filings"][0]["sha256"].as_str().unwrap();
    assert_eq!(hash, financials_page::article::fingerprint(&fs::read(facts).unwrap()));
}

#[test]
fn a_page_is_of_one_article() {
    let output = run(&["check", "--html", "page.html", "one.txt", "two.txt"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(errors(&output), "error: --html takes one ARTICLE\n");
    assert!(output.stdout.is_empty());
}

#[test]
fn a_page_that_cannot_be_written_is_named_and_the_rest_is_printed() {
    let article = file("unwritten.txt", "Revenue was $5 million.");
    let page = own("no/such/folder/page.html");
    let output = run(&["check", "--json", "--html", &page, article.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output).starts_with(&page));
    assert_eq!(rows(&output).len(), 1);
}

#[test]
fn the_page_of_a_company_is_written_to_a_file_or_printed() {
    let facts = own("tests/cases/palantir_companyfacts/companyfacts.json");
    let printed = run(&["page", "--last", "4", &facts]);
    assert!(printed.status.success(), "{}", errors(&printed));
    let page = file("company.html", "");
    let written = run(&["page", "--last", "4", "-o", page.to_str().unwrap(), &facts]);
    assert!(written.status.success() && written.stdout.is_empty(), "{}", errors(&written));
    let html = fs::read_to_string(page).unwrap();
    assert_eq!(html.as_bytes(), printed.stdout);
    let hash = financials_page::article::fingerprint(&fs::read(facts).unwrap());
    assert!(html.contains(&hash) && html.contains("4 quarters, 2024Q3 to 2025Q2"));
}

#[test]
fn a_company_that_cannot_be_read_or_written_is_named() {
    let facts = own("tests/cases/palantir_companyfacts/companyfacts.json");
    let nowhere = own("no/such/folder/page.html");
    let filing = own("examples/data/filing.xml");
    for (arguments, named) in [
        (["page", &filing].as_slice(), filing.as_str()),
        (["page", "no such file"].as_slice(), "no such file: "),
        (&["page", "-o", &nowhere, &facts], nowhere.as_str()),
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(1));
        assert!(errors(&output).starts_with(named), "{}", errors(&output));
    }
}
