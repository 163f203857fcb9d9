//! Any text makes a whole page: no markup of it is the page's, and each figure has one card.
#![no_main]

use financials_link::{Context, article::check};
use financials_page::article::Page;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let checked = check(text, &Context::default(), &[]);
    let page = Page::of(text, text, &checked, &[]).to_string();
    let count = |tag: &str| page.matches(tag).count();
    let figures = checked.figures().len();
    assert_eq!(count("<script"), 2);
    assert_eq!(count("</script>"), 2);
    assert_eq!(count("<style>"), 1);
    assert_eq!(count("<!"), 1);
    assert_eq!(count("<li class=\"card "), figures);
    assert_eq!(count("<a class=\"mark "), figures);
    assert!(page.ends_with("</script></body></html>"));
});
