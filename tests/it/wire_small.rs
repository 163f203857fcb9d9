//! The forms of the small types, which larger ones and callers' own hold.

use std::fmt::Debug;

use financials::{
    Currency, Item, Measure,
    figure::Scale,
    formula::Window,
    item::{Name, Nature},
    metric::{Dimension, Named},
    stated::{Options, Unit},
};
use serde::{Serialize, de::DeserializeOwned};

fn assert_form<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: T, json: &str) {
    assert_eq!(serde_json::to_string(&value).unwrap(), json);
    assert_eq!(serde_json::from_str::<T>(json).unwrap(), value);
}

#[test]
fn forms() {
    let named = |name: &str, nature| Named::new(name.parse::<Name>().unwrap(), nature).unwrap();
    assert_form(named("backlog", Nature::Flow), r#""backlog""#);
    assert_form(named("stores", Nature::Count), r#"{"name":"stores","nature":"count"}"#);
    assert_form(Window::AsDeclared, r#""as_declared""#);
    assert_form(Window::Ttm, r#""ttm""#);
    let revenue = Measure::Item(Item::Revenue).dimension();
    assert_form(revenue, r#"{"money":1,"shares":0,"days":0,"period":1}"#);
    assert_form(Unit::Money(Currency::EUR), r#"{"money":"EUR"}"#);
    assert_form(Unit::Ratio, r#""ratio""#);
    let table = Options::new().with_currency(Currency::CAD).with_scale(Scale::Thousands);
    assert_form(table, r#"{"currency":"CAD","scale":"thousands"}"#);
    assert_eq!(serde_json::from_str::<Options>("{}").unwrap(), Options::new());
}

#[test]
fn what_is_none_of_them_is_refused() {
    let refused = |json: &str| serde_json::from_str::<Named>(json).unwrap_err().to_string();
    let taken = "is a line item or a metric of the catalogue, and names no other measure";
    assert_eq!(refused(r#""revenue""#), format!("'revenue' {taken}"));
    assert_eq!(refused(r#""gross_margin""#), format!("'gross_margin' {taken}"));
    assert!(serde_json::from_str::<Dimension>(r#"{"money":1}"#).is_err());
    assert!(serde_json::from_str::<Options>(r#"{"scales":"units"}"#).is_err());
}
