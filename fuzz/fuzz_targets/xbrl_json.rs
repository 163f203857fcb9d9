//! Any xBRL-JSON is read or refused, and what is read has its place.
#![no_main]

mod xbrl;

use libfuzzer_sys::fuzz_target;
use xbrl::check;

fuzz_target!(|document: &str| {
    check(document.as_bytes());
    let head = r#"{"documentInfo":{"documentType":"https://xbrl.org/2021/xbrl-json","namespaces":
        {"t":"u","e":"s","iso4217":"http://www.xbrl.org/2003/iso4217"}},"facts":{"#;
    check(format!("{head}{document}}}}}").as_bytes());
    check(format!("{head}\"f\":{{{document}}}}}}}").as_bytes());
});
