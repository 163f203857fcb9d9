//! The pages of three articles, as they stand in `docs/articles`.

#![expect(clippy::expect_used, reason = "helpers of tests may fail them")]

#[expect(dead_code, reason = "the example has a main function")]
#[path = "../examples/documents.rs"]
mod documents;

use std::{env, fs, path::Path};

use financials_page::article::State;

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/articles")
}

/// `FINANCIALS_WRITE=1 cargo test -p financials-page --test documents` writes them anew.
#[test]
fn the_pages_are_current() {
    for name in documents::NAMES {
        let page = documents::page(name).expect("a page").to_string();
        assert!(page.len() < 300_000);
        let file = folder().join(format!("{name}.html"));
        if env::var_os("FINANCIALS_WRITE").is_some() {
            fs::write(&file, &page).expect("a file");
        }
        let written = fs::read_to_string(&file).expect("the page in docs");
        assert!(written == page, "{name}.html is not what the example writes");
    }
}

fn found(name: &str) -> Vec<(String, State)> {
    let page = documents::page(name).expect("a page");
    let words = |figure: &financials_page::article::Figure| {
        page.text.get(figure.span.clone()).unwrap_or_default().to_owned()
    };
    page.figures.iter().map(|figure| (words(figure), figure.state())).collect()
}

fn state(found: &[(String, State)], words: &str) -> State {
    found.iter().find(|(own, _)| own.contains(words)).expect(words).1
}

/// The first calls net income non-GAAP, of which nothing is filed; what is filed agrees.
#[test]
fn what_palantir_filed_agrees_with_the_first() {
    let found = found("scale");
    assert_eq!(state(&found, "$1.004 billion"), State::Consistent);
    for filed in ["48%", "$464 million", "46%"] {
        assert_eq!(state(&found, filed), State::Consistent, "{filed}");
    }
    for open in ["$306 million", "93%", "53%", "$327 million", "$4.142 billion"] {
        assert_eq!(state(&found, open), State::Undetermined, "{open}");
    }
    let accused = found.iter().filter(|(_, state)| *state == State::Wrong).count();
    assert_eq!(accused, 0, "{found:?}");
}

/// The second has revenue of $1.03 billion, which was 1,003,697 thousand; of Lumen nothing is filed.
#[test]
fn the_wrong_revenue_of_the_second_is_found() {
    let found = found("alliance");
    assert_eq!(state(&found, "$1.03 billion"), State::Wrong);
    assert_eq!(state(&found, "48%"), State::Consistent);
    assert_eq!(state(&found, "$327 million"), State::Consistent);
    assert_eq!(state(&found, "$3.04 billion"), State::Undetermined);
    let accused = found.iter().filter(|(_, state)| *state == State::Wrong).count();
    assert_eq!(accused, 1, "{found:?}");
}

#[test]
fn the_third_has_nothing_that_is_filed() {
    for (words, state) in found("rise") {
        assert_eq!(state, State::NotCheckable, "{words}");
    }
}
