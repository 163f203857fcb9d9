//! The rules by which a company reports are those that an article means by "reported".
#![allow(missing_docs, clippy::unwrap_used, reason = "a test fails by panicking")]

use financials::{
    BalanceSheet, Basis, Currency, History, IncomeStatement, QuarterlyReport, tieout::Verdict,
};
use financials_link::{
    Context,
    article::{Filing, check},
};

/// One quarter of a company that reports by the rules of `basis`.
fn history(basis: Basis) -> History {
    let report = QuarterlyReport::builder(
        "Example",
        "2025-04-01..2025-06-30".parse().unwrap(),
        Currency::EUR,
    )
    .basis(basis)
    .income(IncomeStatement::in_millions().revenue(500).net_income(40))
    .balance(BalanceSheet::in_millions().total_assets(900));
    History::new([report.build_quarterly().unwrap()]).unwrap()
}

#[test]
fn what_an_article_calls_reported_is_by_the_rules_of_the_filing() {
    let texts = [
        "Reported net income was €40 million.",
        "IFRS net income was €40 million, and adjusted net income €52 million.",
        "GAAP net income was €40 million.",
    ];
    for basis in [Basis::Gaap, Basis::Ifrs] {
        let history = history(basis);
        let filing = Filing { ticker: "EX", name: "Example", history: &history, first: None };
        for text in texts {
            for (text, verdict) in [
                (text.to_owned(), Verdict::Consistent),
                (text.replace("€40", "€44"), Verdict::Contradicted),
            ] {
                let (subject, period) = (Some("EX".into()), Some("2025Q2".parse().unwrap()));
                let context = Context { subject, period, ..Context::default() };
                let checked = check(&text, &context, &[filing]);
                let figure = checked.figures().first().unwrap();
                assert_eq!(checked.verdict(figure), Some(verdict), "{basis}: {text}");
            }
        }
    }
}
