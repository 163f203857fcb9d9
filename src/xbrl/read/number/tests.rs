use alloc::string::ToString;

use super::*;

#[test]
fn numbers_of_xml_schema_are_read_exactly() {
    let read = |text, scale| number(text, scale, false).unwrap().to_string();
    assert_eq!(read("+007.50", 0), "7.5");
    assert_eq!(read(".5", 3), "500");
    assert_eq!(read("5.", -2), "0.05");
    assert_eq!(read("1.2E6", 3), "1200000000");
    assert_eq!(read("-0", 6), "0");
    assert_eq!(number("0", 0, true).unwrap().to_string(), "0");
    assert_eq!(number("27", -1, true).unwrap().to_string(), "-2.7");
    assert_eq!(read("9999999999999999999999999999", 0), "9999999999999999999999999999");
}

#[test]
fn what_is_no_number_or_too_long_is_refused() {
    for text in [
        "", "-", ".", "+", "1,234", "(5)", "1 2", "5e", "e5", "1.2.3", "INF", "NaN", "--1", "+-5",
        "-+5", "++5", "+-.5",
    ] {
        let refused = number(text, 0, false);
        assert!(matches!(refused, Err(Fault::Number { .. })), "{text}: {refused:?}");
        assert!(number(text, 3, false).is_err(), "{text}");
    }
    for (text, scale) in [("99999999999999999999999999999", 0), ("1", 28), ("1", i32::MAX)] {
        let refused = number(text, scale, false);
        assert!(matches!(refused, Err(Fault::Digits { .. })), "{text}: {refused:?}");
    }
}

#[test]
fn integers_past_the_range_are_its_end() {
    assert_eq!(integer("99999999999999999999"), Some(i64::MAX));
    assert_eq!(integer("-99999999999999999999"), Some(i64::MIN));
    assert_eq!(integer("1.5"), None);
    assert_eq!(decimals("128").unwrap(), Decimals::Places(128));
    assert_eq!(decimals("-99999999999").unwrap(), Decimals::Places(i32::MIN));
    assert!(precision("-1").is_err());
}
