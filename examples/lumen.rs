//! Lumen's second quarter of 2025: reported and adjusted figures stay apart, and a price-earnings
//! ratio on a loss is refused.
//!
//! ```text
//! cargo run --example lumen
//! ```

use financials::{
    Accuracy, Basis, Currency, Error, Figure, IncomeStatement, Item, Measure, PerShare,
    QuarterlyReport, Undefined,
    expected::{Actual, Consensus, Subject},
    figure::{IntoFigure, Scale},
    item::Nature,
    metrics,
    report::{AdjustedMeasure, PerShareData},
    valuation,
};

const USD: Currency = Currency::USD;

fn main() -> Result<(), Error> {
    let period = "2025-04-01..2025-06-30".parse()?;
    let report: QuarterlyReport = QuarterlyReport::builder("Lumen Technologies", period, USD)
        .income(
            IncomeStatement::in_millions().revenue(3_092).operating_income(-603).net_income(-915),
        )
        .per_share(PerShareData::in_units().eps_diluted("-0.92"))
        .measure(metrics::FREE_CASH_FLOW.name(), Nature::Flow, Figure::millions(-321)?)
        // What the company reports "excluding special items" is beside, never in the place of, it.
        .adjusted(AdjustedMeasure::new(Item::EpsDiluted, "-0.03".into_figure(Scale::Units)?))
        .adjusted(AdjustedMeasure::new(metrics::EBITDA, Figure::millions(877)?))
        .adjusted(AdjustedMeasure::new(metrics::FREE_CASH_FLOW, Figure::millions(-209)?))
        .try_into()?;

    println!("{}, {}\n", report.company(), report.period());
    println!("  {:<20}{:>20}{:>20}", "", "reported", "adjusted");
    let measures: [Measure; 6] = [
        Item::Revenue.into(),
        Item::NetIncome.into(),
        Item::EpsDiluted.into(),
        metrics::EBITDA.into(),
        metrics::EBITDA_MARGIN.into(),
        metrics::FREE_CASH_FLOW.into(),
    ];
    for measure in measures {
        let [reported, adjusted] =
            [report.view(), report.view().adjusted()].map(|view| shown(measure.value(view)));
        println!("  {:<20}{reported:>20}{adjusted:>20}", measure.to_string());
    }

    // A loss has no price-earnings ratio. It is not -39x.
    let close = PerShare::parse("7.79", USD)?;
    let refused = valuation::forward_pe(close, PerShare::parse("-0.20", USD)?);
    println!("\n  P/E of {close} on an expected loss of 0.20: {}", shown(refused));
    assert_eq!(refused.err().map(|reason| reason.code()), Some("non_positive_earnings"));

    // A consensus without special items is not held against earnings with them.
    let subject = Subject::of(Item::EpsDiluted).during(report.period()).on(Basis::Adjusted);
    let consensus = Consensus::new(PerShare::parse("-0.27", USD)?).about(subject)?;
    let eps = |text: &str| Ok::<_, Error>(PerShare::parse(text, USD)?);
    let adjusted = Actual::new(eps("-0.03")?, Accuracy::Decimals(2)).on(Basis::Adjusted);
    let reported = Actual::new(eps("-0.92")?, Accuracy::Decimals(2));
    println!("  Surprise against -0.27: {:+.2}", consensus.surprise(&adjusted)?.absolute());
    let refused = consensus.surprise(&reported).err();
    assert!(refused.is_some());
    println!(
        "  With the reported -0.92: {}",
        refused.map_or_else(String::new, |it| it.to_string())
    );
    Ok(())
}

/// Shows a value, or the reason why there is none.
fn shown<T: std::fmt::Display>(value: Result<T, Undefined>) -> String {
    value.map_or_else(|reason| reason.to_string(), |value| format!("{value:.2}"))
}
