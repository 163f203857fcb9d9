//! Currencies against ISO 4217.

use financials::Currency;

#[test]
fn codes_and_minor_units_come_from_iso_4217() {
    for (code, places) in [("USD", Some(2)), ("JPY", Some(0)), ("KWD", Some(3)), ("XAU", None)] {
        let currency: Currency = code.parse().unwrap();
        assert_eq!((currency.code(), currency.minor_unit_places()), (code, places));
    }
}

#[test]
fn minor_unit_quotes_do_not_pass_as_the_major_unit() {
    for code in ["GBX", "GBp", "ILA", "ZAc"] {
        let error = code.parse::<Currency>().unwrap_err().to_string();
        assert!(error.contains("hundredths"), "{code}: {error}");
    }
    assert!("usd".parse::<Currency>().is_err(), "codes are upper case");
}

/// Codes, names and minor units as list one of the standard has them; 178 of them, and five that were
/// withdrawn.
#[test]
fn the_table_is_sorted_and_of_the_standard() {
    let letters = || b'A'..=b'Z';
    let codes =
        letters().flat_map(|a| letters().flat_map(move |b| letters().map(move |c| [a, b, c])));
    let codes = codes.filter_map(|code| String::from_utf8(code.to_vec()).ok());
    let known: Vec<Currency> = codes.filter_map(|code| code.parse().ok()).collect();
    assert_eq!(known.len(), 178 + 5);
    assert!(known.is_sorted(), "a currency sorts as its code does");
    let of_places = |places| known.iter().filter(|it| it.minor_unit_places() == places).count();
    assert_eq!([Some(0), Some(2), Some(3), Some(4), None].map(of_places), [17, 144, 7, 2, 13]);
    for (code, name) in [("USD", "US Dollar"), ("GBP", "Pound Sterling"), ("HRK", "Kuna")] {
        let currency: Currency = code.parse().unwrap();
        assert_eq!((currency.code(), currency.name()), (code, name));
        assert_eq!(currency.to_string(), code);
    }
}
