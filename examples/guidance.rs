//! Guidance: midpoints, what the year leaves for the second half, revisions and outcomes.
//!
//! ```text
//! cargo run --example guidance
//! ```

use financials::{
    Accuracy, Currency, Error, Money, Ratio, Stated,
    expected::{Actual, Guidance},
};

fn main() -> Result<(), Error> {
    let usd = |thousands: i64| Money::new(thousands * 1_000, Currency::USD);

    // Palantir in August 2025: revenue of $4.142 to $4.150 billion for the year.
    let year = Guidance::range(usd(4_142_000)?, usd(4_150_000)?)?;
    println!("midpoint {}, half-width {}", shown(year.midpoint()), shown(year.half_width()));
    assert_eq!(year.midpoint(), Some(usd(4_146_000)?));

    // The first half is reported; the rest is implied.
    let rest = year.implied_remainder(usd(1_887_552)?)?;
    println!("implied second half: {} to {}", shown(rest.low()), shown(rest.high()));
    assert_eq!(rest.low(), Some(usd(2_254_448)?));

    // "Up 45%" at the midpoint is of a year before that each end puts elsewhere.
    let before = year.implied_prior(Ratio::from_percent(45)?)?;
    println!("the year before that implies: {} to {}", shown(before.low()), shown(before.high()));

    // Three months earlier it was lower, so this was a raise.
    let may = Guidance::range(usd(3_890_000)?, usd(3_902_000)?)?;
    println!("revision: {}", year.revision_from(&may)?);

    // What the year came to is held against the range at the accuracy of the figure.
    let actual = Actual::new(usd(4_475_000)?, Accuracy::Decimals(-6));
    println!("outcome: {}", year.outcome(&actual)?);

    // A floor has no midpoint, and none is made up.
    let floor = Guidance::in_excess_of(usd(1_302_000)?);
    assert_eq!((floor.low(), floor.midpoint()), (Some(usd(1_302_000)?), None));

    // The words of a release say what form it has.
    for words in
        ["$4.142 billion to $4.150 billion", "more than $1.302 billion", "about $900 million"]
    {
        let guidance: Guidance<Money> = Guidance::from_stated(&Stated::parse(words)?)?;
        println!("{words}: {guidance:.3}");
    }
    Ok(())
}

fn shown(amount: Option<Money>) -> String {
    amount.map_or_else(|| "none".to_owned(), |amount| format!("{amount:.3}"))
}
