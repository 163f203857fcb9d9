//! Text to links, verdicts and a page: spans are of the text, and nothing of it becomes markup.

#![no_main]

use financials_link::{Context, article::check};
use financials_page::article::Page;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let context = Context {
        subject: Some("ACME".to_owned()),
        period: "2025Q2".parse().ok(),
        ..Context::default()
    };
    let checked = check(text, &context, &[]);
    let mut end = 0;
    for figure in checked.figures() {
        assert!(checked.text().get(figure.shown.clone()).is_some());
        assert!(text.get(figure.link.span.clone()).is_some());
        assert!(end <= figure.shown.start);
        end = figure.shown.end;
    }
    let page = Page::of("</title><script>", text, &checked, &[]).to_string();
    assert_eq!(page.matches("<script").count(), 2);
    assert_eq!(page.matches("</script").count(), 2);
    // A number line has a title of its own.
    assert_eq!(page.matches("<title").count(), page.matches("</title").count());
});
