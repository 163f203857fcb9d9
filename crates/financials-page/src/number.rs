//! Numbers as people read them: grouped digits, and the unit that they are of.

use std::ops::Bound;

use financials::{Decimal, Interval, stated::Unit};

/// So many digits of a computed end are printed, as in the crate's own words.
const DIGITS: u32 = 10;

/// Prints what a figure admits: `1,003,500,000 to 1,004,500,000`, each end exact or rounded
/// outward.
pub(crate) fn interval(interval: Interval, unit: Unit) -> String {
    let shown = interval.coarsen(DIGITS);
    let print = |end: Decimal| with_unit(end, unit);
    if let Some(point) = shown.as_point() {
        return print(point);
    }
    let [low, high] = shown.ends().map(|end| end.map(print));
    let strictly = |end: Bound<_>| matches!(end, Bound::Excluded(_));
    match (low, high) {
        (Some(low), Some(high)) => {
            let sign = sign(unit);
            format!("{low} to {}", high.strip_prefix(&sign).unwrap_or(&high))
        }
        (Some(low), None) if strictly(shown.low()) => format!("more than {low}"),
        (Some(low), None) => format!("{low} or more"),
        (None, Some(high)) if strictly(shown.high()) => format!("less than {high}"),
        (None, Some(high)) => format!("{high} or less"),
        (None, None) => String::from("any value"),
    }
}

/// Prints a number in full.
pub(crate) fn decimal(number: Decimal) -> String {
    grouped(&number.normalize().to_string())
}

/// Returns the ends of an interval, exact; nothing where it is unbounded.
pub(crate) fn ends(interval: Interval) -> [Option<String>; 2] {
    interval.ends().map(|end| Some(end?.normalize().to_string()))
}

/// Puts commas between the thousands: `-1003697000.5` is `−1,003,697,000.5`.
fn grouped(number: &str) -> String {
    let (sign, digits) = match number.strip_prefix('-') {
        Some(digits) => ("−", digits),
        None => ("", number),
    };
    let (whole, rest) = digits.find('.').map_or((digits, ""), |at| digits.split_at(at));
    let mut text = String::from(sign);
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text + rest
}

fn with_unit(number: Decimal, unit: Unit) -> String {
    let text = decimal(number);
    match unit {
        Unit::Ratio => match number.checked_mul(Decimal::ONE_HUNDRED) {
            Some(percent) => decimal(percent) + "%",
            None => text,
        },
        Unit::Multiple => text + "×",
        Unit::Days => text + " days",
        _ => sign(unit) + &text,
    }
}

/// What stands before an amount.
fn sign(unit: Unit) -> String {
    unit.currency().map(|currency| format!("{} ", currency.code())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_grouped_by_threes_before_the_point() {
        let rows =
            [("0", "0"), ("999", "999"), ("1000", "1,000"), ("-1234567.8901", "−1,234,567.8901")];
        for (number, text) in rows {
            assert_eq!(grouped(number), text);
        }
    }

    #[test]
    fn an_open_end_is_no_number() {
        let unit = Unit::Multiple;
        assert_eq!(interval(Interval::at_least(3.into()), unit), "3× or more");
        assert_eq!(interval(Interval::less_than(3.into()), unit), "less than 3×");
        assert_eq!(interval(Interval::everything(), unit), "any value");
        let [low, high] = [Decimal::new(475, 3), Decimal::new(485, 3)];
        let growth = Interval::closed(low, high).map(|growth| interval(growth, Unit::Ratio));
        assert_eq!(growth.ok().as_deref(), Some("47.5% to 48.5%"));
        let dollars = Unit::Money(financials::Currency::USD);
        let loss = Interval::closed((-2500).into(), (-1500).into());
        let loss = loss.map(|loss| interval(loss, dollars));
        assert_eq!(loss.ok().as_deref(), Some("USD −2,500 to −1,500"));
        assert_eq!(interval(Interval::point(1500.into()), Unit::Count), "1,500");
    }
}
