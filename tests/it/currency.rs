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
