//! Any inline document is read or refused, and what is read has its place.
#![no_main]

mod xbrl;

use libfuzzer_sys::fuzz_target;
use xbrl::{NAMESPACES, PARTS, check};

fuzz_target!(|body: &str| {
    let page = |body: &str| format!("<html {NAMESPACES}>{PARTS}{body}</html>");
    check(page(body).as_bytes());
    let number = "contextRef='c' unitRef='u' decimals='0'";
    // The text of a number with a rule of its own choosing.
    let (format, text) = body.split_once(' ').unwrap_or(("num-dot-decimal", body));
    for registry in ["ixt", "ixt1", "ixt3", "sec"] {
        let rule = format!("name='t:A' format='{registry}:{format}'");
        let fact = format!("<ix:nonFraction {rule} {number}>{text}</ix:nonFraction>");
        check(page(&fact).as_bytes());
        let fact = format!("<ix:nonNumeric {rule} contextRef='c'>{text}</ix:nonNumeric>");
        check(page(&fact).as_bytes());
    }
});
