//! Lumen, its deal with Palantir, and what the market made of it.
//!
//! ```text
//! cargo run --example lumen
//! ```
//!
//! Reported and adjusted figures stay apart, and a price-earnings ratio on a loss is refused.

use financials::{
    Accuracy, Basis, Currency, Date, Error, Figure, FiscalCalendar, IncomeStatement, Item, Measure,
    Money, PerShare, QuarterlyReport, Ratio, Source, Undefined, View,
    expected::{Actual, Consensus, Guidance, Subject},
    figure::{IntoFigure, Scale},
    item::Nature,
    market::{Announcement, AnnouncementKind, PriceTargets, Reaction},
    metrics,
    period::FiscalQuarter,
    report::{AdjustedMeasure, Company, PerShareData},
    valuation,
};

const USD: Currency = Currency::USD;

fn main() -> Result<(), Error> {
    the_deal()?;
    let (report, year_ago) = (quarter(2025, &Q2_2025)?, quarter(2024, &Q2_2024)?);
    reported_and_adjusted(report.view().with_year_ago(&year_ago)?)?;
    expectations(&report)?;
    guidance()
}

/// The figures of one quarter's release, in millions of dollars, and in dollars per share.
struct Release {
    revenue: i64,
    operating_income: i64,
    net_income: i64,
    eps_diluted: [&'static str; 2],
    ebitda_adjusted: i64,
    free_cash_flow: [i64; 2],
}

const Q2_2025: Release = Release {
    revenue: 3_092,
    operating_income: -603,
    net_income: -915,
    eps_diluted: ["-0.92", "-0.03"],
    ebitda_adjusted: 877,
    free_cash_flow: [-321, -209],
};

const Q2_2024: Release = Release {
    revenue: 3_268,
    operating_income: 135,
    net_income: -49,
    eps_diluted: ["-0.05", "-0.13"],
    ebitda_adjusted: 1_011,
    free_cash_flow: [-242, -156],
};

/// Makes the report of a quarter: what was reported, and without special items.
fn quarter(year: i16, release: &Release) -> Result<QuarterlyReport, Error> {
    let period = FiscalCalendar::CALENDAR_YEAR.quarter(FiscalQuarter::new(year, 2)?)?;
    let source =
        Source::filing("8-K", "0000018926-25-000092".parse()?).filed(Date::constant(2025, 7, 31));
    let [eps, eps_adjusted] = release.eps_diluted;
    let [free_cash_flow, free_cash_flow_adjusted] = release.free_cash_flow.map(Figure::millions);
    let company = Company::new("Lumen Technologies").ticker("LUMN").cik(18_926);
    let builder = QuarterlyReport::builder(company, period, USD)
        .source(source)
        .income(
            IncomeStatement::in_millions()
                .revenue(release.revenue)
                .operating_income(release.operating_income)
                .net_income(release.net_income),
        )
        .per_share(PerShareData::in_units().eps_diluted(eps))
        .measure(metrics::FREE_CASH_FLOW.name(), Nature::Flow, free_cash_flow?)
        .adjusted(AdjustedMeasure::new(metrics::FREE_CASH_FLOW, free_cash_flow_adjusted?))
        .adjusted(AdjustedMeasure::new(Item::EpsDiluted, eps_adjusted.into_figure(Scale::Units)?))
        .adjusted(AdjustedMeasure::new(
            metrics::EBITDA,
            Figure::millions(release.ebitda_adjusted)?,
        ));
    Ok(builder.try_into()?)
}

fn usd(amount: &str) -> Result<PerShare, Error> {
    Ok(PerShare::parse(amount, USD)?)
}

fn line(label: &str, text: impl ToString) {
    println!("  {label:<44}{:>14}", text.to_string());
}

/// Prints a value with a number of places, or the reason why there is none.
fn shown<T: std::fmt::Display>(value: Result<T, Undefined>, places: usize) -> String {
    match value {
        Ok(value) => format!("{value:.places$}"),
        Err(reason) => reason.to_string(),
    }
}

/// The deal of 23 October 2025, and the share price after it.
fn the_deal() -> Result<(), Error> {
    // "Over $200 million", stated to the million.
    let deal = Announcement::new(AnnouncementKind::Contract, Figure::millions(200)?, USD)
        .labelled("software over several years")
        .between(["Lumen", "Palantir"])
        .announced(Date::constant(2025, 10, 23));
    let close = usd("7.79")?;
    let reaction =
        Reaction::to_close(close, Ratio::from_percent(financials::decimal::parse("10.7")?)?)?;
    let street = PriceTargets::between(usd("4.60")?, usd("8.00")?)?.upside(close)?;
    let buy = PriceTargets::single(usd("7.50")?).upside(close)?;

    println!("{} and the market\n", deal.parties().join(" with "));
    line("Contract, more than", format!("{:.0}", deal.value()));
    line("Close on the day", format!("{close:.2}"));
    line("Change, as printed", format!("{:+.1}", reaction.change()));
    line("Close before that they imply", format!("{:.2}", reaction.before()));
    line("Upside to the Street's low", format!("{:+.1}", street.low()));
    line("Upside to the Street's high", format!("{:+.1}", street.high()));
    line("Upside to a Buy's target of 7.50", format!("{:+.1}", buy.low()));
    // The consensus for the third quarter; even a profit would be one quarter's and no year's.
    let loss = valuation::forward_pe(close, usd("-0.20")?);
    line("P/E on an expected loss of 0.20", shown(loss, 1));
    println!();
    Ok(())
}

/// The quarter as reported and without special items, side by side.
fn reported_and_adjusted(view: View<'_>) -> Result<(), Error> {
    println!("{}, {}\n", view.report().company(), view.report().period());
    println!("  {:<28}{:>16}{:>16}{:>16}", "", "reported", "growth", "adjusted");
    let measures: [(&str, Measure, usize); 6] = [
        ("Revenue", Item::Revenue.into(), 3),
        ("Operating income", Item::OperatingIncome.into(), 0),
        ("Net income", Item::NetIncome.into(), 0),
        ("Diluted EPS", Item::EpsDiluted.into(), 2),
        ("EBITDA", metrics::EBITDA.into(), 0),
        ("Free cash flow", metrics::FREE_CASH_FLOW.into(), 0),
    ];
    for (label, measure, places) in measures {
        let [reported, adjusted] = [view, view.adjusted()].map(|view| match measure.value(view) {
            Ok(value) => format!("{value:.places$}"),
            Err(reason) => reason.code().to_string(),
        });
        let growth = match measure.growth(view) {
            Ok(growth) => format!("{growth:+.1}"),
            Err(reason) => reason.code().to_string(),
        };
        println!("  {label:<28}{reported:>16}{growth:>16}{adjusted:>16}");
    }
    println!();
    line("EBITDA margin, adjusted", shown(view.adjusted().ebitda_margin(), 1));
    line("EBITDA margin, reported", shown(view.ebitda_margin(), 1));
    println!();
    Ok(())
}

/// Three providers, three consensus numbers, all without special items.
fn expectations(report: &QuarterlyReport) -> Result<(), Error> {
    let subject = Subject::of(Item::EpsDiluted).during(report.period());
    println!("Earnings per share against the consensus\n");
    for (provider, expected) in
        [("S&P Global", "-0.27"), ("Investing.com", "-0.25"), ("Zacks", "-0.24")]
    {
        let consensus =
            Consensus::new(usd(expected)?).about(subject.clone().on(Basis::Adjusted))?.by(provider);
        let adjusted = Actual::new(usd("-0.03")?, Accuracy::Decimals(2)).on(Basis::Adjusted);
        let surprise = consensus.surprise(&adjusted)?.absolute();
        line(&format!("{provider} expected {expected}"), format!("{surprise:+.2}"));
        let reported = Actual::new(usd("-0.92")?, Accuracy::Decimals(2));
        let refused = consensus.surprise(&reported).map(|surprise| surprise.absolute());
        line("  and against the reported -0.92", shown(refused, 2));
    }
    println!();
    Ok(())
}

/// Guidance for the year: free cash flow without special items was raised in July.
fn guidance() -> Result<(), Error> {
    let millions = |number: i64| Money::new(number * 1_000_000, USD);
    let before = Guidance::range(millions(700)?, millions(900)?)?;
    let now = Guidance::range(millions(1_200)?, millions(1_400)?)?;
    println!("Guidance for FY2025, free cash flow without special items\n");
    let midpoint = |guidance: &Guidance<Money>| {
        guidance.midpoint().map_or_else(String::new, |midpoint| format!("{midpoint:.3}"))
    };
    line("Midpoint before", midpoint(&before));
    line("Midpoint now", midpoint(&now));
    line("Revision", format!("{:?}", now.revision_from(&before)?));
    Ok(())
}
