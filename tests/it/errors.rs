//! Every message of the crate, word for word: errors each from the call that fails, and the reasons
//! for absence with their codes.

use core::{
    fmt::{Debug, Display},
    str::FromStr,
};

use financials::{
    Accuracy, Basis, Currency, Date, Decimal, Figure, FiscalCalendar, History, IncomeStatement,
    Interval, Item, Measure, Metric, Money, PerShare, Period, QuarterlyReport, Ratio, Report,
    Shares, Source, Stated,
    analysis::{CustomMetric, DuPontError, PointScore},
    decimal::parse,
    error::{PanelError, ReportError},
    expected::{Actual, Guidance, GuidanceRange, Subject},
    figure::{Accession, IntoFigure, Scale},
    formula::{Formula, Refused},
    item::{Name, Nature, Part},
    market::{Announcement, AnnouncementKind, CashSecuredPut, PriceTargets, Reaction},
    metric::{Kind, Named},
    panel::Panel,
    period::{FiscalLabel, FiscalQuarter, Quarters, Weekday, YearEnd, YearNamed},
    report::ReportBuilder,
};
use serde_json::json;

const USD: Currency = Currency::USD;
const EUR: Currency = Currency::EUR;
const QUARTER: &str = "2025-04-01..2025-06-30";

/// The message of a call that fails.
fn said<T, E: Display>(result: Result<T, E>) -> String {
    match result {
        Ok(_) => "no error".to_owned(),
        Err(error) => error.to_string(),
    }
}

/// Holds what is said on the left to the text on the right.
macro_rules! hold {
    ($($said:expr => $message:literal,)+) => {
        $(assert_eq!($said, $message);)+
    };
}

mod frames;
mod reasons;
#[cfg(feature = "xbrl")]
mod xbrl;

fn read<T: FromStr<Err: Debug>>(text: &str) -> T {
    text.parse().unwrap()
}

fn dollars(text: &str) -> Money {
    Money::parse(text, USD).unwrap()
}

fn price(text: &str) -> PerShare {
    PerShare::parse(text, USD).unwrap()
}

fn month_end(month: i8) -> FiscalCalendar {
    FiscalCalendar::month_end(month).unwrap()
}

fn builder() -> ReportBuilder {
    Report::builder("Example", read(QUARTER), USD)
}

fn report(company: &str, dates: &str, currency: Currency, basis: Basis) -> Report {
    Report::builder(company, read(dates), currency).basis(basis).build().unwrap()
}

#[test]
fn quantities() {
    let (one, two) = (Decimal::ONE, Decimal::TWO);
    let third = (dollars("1") / Ratio::new(3).unwrap()).unwrap();
    hold! {
        said(i64::MAX.into_figure(Scale::Thousands)) =>
            "figure 9223372036854775807000 is out of range, must be smaller than 10^19 in \
             magnitude",
        said(Shares::parse("0.0000000001")) => "share count 0.0000000001 has more than 9 decimals",
        said(Ratio::new(Decimal::MAX)) =>
            "ratio 79228162514264337593543950335 needs more than 28 significant digits or \
             decimals",
        said(dollars("1") + Money::parse("1", EUR).unwrap()) => "cannot add EUR to USD",
        said(dollars("1000") + third) =>
            "cannot add 0.3333333333333333333333333333 to 1000 exactly: more than 28 significant \
             digits; round an operand first",
        said(dollars("9999999999999999999") + dollars("1")) =>
            "cannot add 1 to 9999999999999999999: the result is out of range",
        said(dollars("1") / Ratio::ZERO) => "cannot divide 1 by ratio 0",
        said(PerShare::from_minor_unit(270, "GBP")) =>
            "currency 'GBP' is not a quote in a minor unit, such as GBX",
        said(Interval::open(two, one)) =>
            "interval (2, 1) holds no value; its low end must be below its high end, or both \
             closed and equal",
        said(Interval::around(one, -two)) => "half_width -2 is negative; it must be zero or more",
        said(Interval::point(one).checked_div(Interval::at_least(-one))) =>
            "divisor [-1, ∞) holds zero; it must lie on one side of it",
    }
}

#[test]
fn stated_figures_and_sources() {
    let backwards = json!({
        "kind": "money", "value": "5", "high": "4", "decimals": 0, "bound": "stated",
        "currency": "USD",
    });
    let income = IncomeStatement::in_millions().revenue(4);
    let revenue = Item::Revenue.value(&builder().income(income).build().unwrap()).unwrap();
    let nested = (0..40)
        .fold(Source::document("start"), |source, _| Source::derived("x").from_input("x", source));
    hold! {
        said("n/a".parse::<Stated>()) =>
            "figure 'n/a' has no number in it, such as '$1.004 billion'",
        said("up 5% to $290".parse::<Stated>()) =>
            "figure 'up 5% to $290' has something else in it at byte 6: 'to $290'",
        said("$1,2345".parse::<Stated>()) =>
            "figure '$1,2345' has digits at byte 1 that are not grouped by thousands, or by lakhs \
             and crores",
        said("99999999999999999999999999999".parse::<Stated>()) =>
            "figure '99999999999999999999999999999' has a number at byte 0 of more than 28 digits \
             or 9 decimals, or not below 10^19",
        said(serde_json::from_value::<Stated>(backwards)) =>
            "figure of money with value 5, high 4 and decimals 0 is a range that runs downwards",
        said(read::<Stated>("48%").to_quantity::<Money>()) => "stated figure is ratio, not money",
        said(revenue.ratio()) => "the value is of kind Flow, and a ratio was asked for",
        said("1-2-3-4".parse::<Accession>()) =>
            "accession '1-2-3-4' is not ten, two and six digits with hyphens between, such as \
             0001321655-25-000105",
        said(serde_json::to_string(&nested)) =>
            "source has inputs nested 40 deep, must be at most 32",
    }
}

#[test]
fn formulas_and_analyses() {
    let custom = |name: &str, kind: Kind, formula: &str| {
        said(CustomMetric::new(name, kind, formula.parse().unwrap()))
    };
    let no = |text: &str| Formula::parse(text).unwrap_err().refused.to_string();
    let names: String = (0..9).map(|at| format!("named(n{at}, rate) + ")).collect();
    hold! {
        said(Formula::parse("ttm(total_assets)")) =>
            "formula 'ttm(total_assets)': ttm() adds four quarters, and money is not a flow",
        no("revenue +") => "expected a name, a number or '(' at byte 9",
        no("sales / revenue") => "the name at byte 0 is no line item, metric or function",
        no(&"1 + ".repeat(40)) => "more than 64 steps",
        no(&"abs(".repeat(20)) => "nested deeper than 16 levels",
        no(&names) => "more than 8 measures of its own",
        no("4294967296") =>
            "the number at byte 0 must be below 2^32 in its last place, with at most 9 decimals",
        no("revenue - cash") => "money over the period and money cannot be added or compared",
        no("ttm(cash)") => "ttm() adds four quarters, and money is not a flow",
        no("ttm(eps_diluted)") =>
            "ttm() adds four quarters, and money per share over the period does not add up over \
             them",
        no("ttm_per_share(cash)") => "ttm_per_share() takes an amount per share over a period",
        no("annualised(cash)") => "annualised() takes an amount over a period, not a balance",
        no("average(revenue)") => "average() takes a balance, not a flow",
        no("quarter_average(revenue)") => "quarter_average() takes a balance or a number of shares",
        no("change(revenue)") => "change() takes a balance, not a flow",
        no("sqrt(revenue)") => "sqrt() takes a plain number or a squared unit",
        no("power(revenue, 2)") => "power() and geometric_sum() take a plain number",
        no("or_zero(1)") => "or_zero() takes one line item or measure",
        no(&format!("{}revenue{}", "growth(".repeat(9), ")".repeat(9))) =>
            "average(), change(), growth(), growth_qoq() and cagr() nest deeper than 3 levels, of \
             which quarter_average() is two",
        Refused::DeclaredLater { at: 3 }.to_string() =>
            "the metric at byte 3 is declared later, or is the one being declared",
        custom("revenue", Kind::Flow, "net_income") =>
            "metric 'revenue': the name is taken by a line item or a metric of the catalogue",
        custom("margin", Kind::Days, "net_income / revenue") =>
            "metric 'margin': declared as Days, which is days, but is a plain number",
        DuPontError.to_string() =>
            "the factors are neither the three nor the five of a return on equity, each of its \
             kind",
        said(serde_json::from_value::<PointScore>(json!({"points": []}))) =>
            "the points are neither Piotroski's nine nor Montier's six, in the order of the paper",
        said(Named::new("roe".parse().unwrap(), Nature::Rate)) =>
            "'roe' is a line item or a metric of the catalogue, and names no other measure",
    }
}

#[test]
fn reports_and_histories() {
    let income = || IncomeStatement::in_millions().revenue(100);
    let adjusted = Figure::millions(5).unwrap().on(Basis::Adjusted);
    let year = Report::builder("Example", read("2025-01-01..2025-12-31"), USD);
    let of = |company, currency, basis| {
        let first = report("Example", "2025-01-01..2025-03-31", USD, Basis::Gaap);
        said(History::new([first, report(company, QUARTER, currency, basis)]))
    };
    let history = || History::new([report("Example", QUARTER, USD, Basis::Gaap)]).unwrap();
    let named = history().with_calendar(FiscalCalendar::CALENDAR_YEAR);
    let again = || report("Example", QUARTER, USD, Basis::Gaap);
    let measure = Measure::from(Item::Revenue);
    hold! {
        said(builder().income(IncomeStatement::in_millions().revenue("1,003")).build()) =>
            "revenue: '1,003' is not a decimal number, at byte 1",
        said(builder().income(income()).income(income()).build()) => "revenue is given twice",
        said(builder().figures([(Item::SharePrice, Figure::millions(5).unwrap())]).build()) =>
            "share_price is the market's and stands in a quote, not in a report",
        ReportError::WrongPart { item: Item::Cash, part: Part::Income }.to_string() =>
            "cash belongs to the Balance part and stands in Income",
        said(builder().figures([(Item::NetIncome, adjusted)]).build()) =>
            "net_income is adjusted and stands among reported figures",
        said(QuarterlyReport::try_from(year)) =>
            "period 2025-01-01..2025-12-31 is a year, and the report is for a quarter",
        said(builder().segments_make_up(Item::Revenue, ["us"]).build()) =>
            "revenue is said to be made up of revenue:us, whose segment is not in the report",
        said(Report::builder(" ", read(QUARTER), USD).build()) => "company name is empty",
        said(History::new(Vec::<Report>::new())) => "a history needs at least one report",
        of("Other", USD, Basis::Gaap) => "reports of Example and of Other make no history",
        of("Example", EUR, Basis::Gaap) =>
            "the report of 2025-04-01..2025-06-30 is in EUR, and the first one in USD",
        of("Example", USD, Basis::Ifrs) =>
            "the report of 2025-04-01..2025-06-30 is IFRS, and the first one GAAP",
        said(History::new([again(), again()])) => "period 2025-04-01..2025-06-30 is reported twice",
        said(history().label(&read(QUARTER))) =>
            "the history has no fiscal calendar to name its periods",
        said(named.labelled("2024Q1".parse().unwrap())) => "there is no report of 2024Q1",
        said(Panel::of([&history(), &history()])) => "Example is in the panel already",
        PanelError::Twice { company: "A".into(), period: read(QUARTER), measure }.to_string() =>
            "A has revenue of 2025-04-01..2025-06-30 twice",
        PanelError::Currencies { company: "A".into(), currency: USD, measure, other: EUR }
            .to_string() => "A reports in USD, and revenue is in EUR",
        PanelError::Quoted { company: "A".into(), measure }.to_string() =>
            "revenue of A is the market's, and stands in a quote",
    }
}

#[test]
fn guidance_estimates_and_prices() {
    let usd = || Guidance::point(dollars("5"));
    let profit = usd().about(Subject::of(Item::GrossProfit)).unwrap();
    let revenue = usd().about(Subject::of(Item::Revenue)).unwrap();
    let actual = Actual::new(dollars("1"), Accuracy::Exact);
    let targets = PriceTargets::between(price("4.60"), price("8")).unwrap();
    let neither = json!({"after": {"amount": "1", "currency": "USD"}});
    hold! {
        said(Guidance::range(dollars("2"), dollars("1"))) =>
            "guidance low 2 USD is above high 1 USD",
        said(Guidance::plus_minus(dollars("1"), dollars("-1"))) =>
            "guidance margin -1 must not be negative",
        said(Guidance::<Money>::from_stated(&read("nearly $2 billion"))) =>
            "guidance has no form for 'nearly'",
        said(GuidanceRange::withdrawn().outcome(&actual)) => "the guidance was withdrawn",
        said(profit.revision_from(&revenue)) =>
            "guidance on gross_profit does not revise guidance on revenue",
        said(usd().about(Subject::of(Item::EpsDiluted))) =>
            "eps_diluted is money per share over the period, not money",
        said(PriceTargets::between(price("8"), PerShare::parse("8", EUR).unwrap())) =>
            "price targets must be in one currency, not USD and EUR",
        said(PriceTargets::between(price("8"), price("4.60"))) =>
            "price target low 8 is above high 4.6",
        said(targets.with_mean(price("9"))) =>
            "price target 9 is not between the lowest 4.6 and the highest 8",
        said(CashSecuredPut::sell(price("0"), price("1"))) => "strike 0 USD must be above zero",
        said(CashSecuredPut::sell(price("30"), price("-1"))) =>
            "premium -1 USD must not be negative",
        said(Announcement::stated(AnnouncementKind::Merger, &read("48%"))) =>
            "an announced amount must be one amount of money",
        said(serde_json::from_value::<Reaction>(neither)) =>
            "a reaction has either the price before or the change, and the other is computed",
    }
}

#[test]
fn periods_and_calendars() {
    let year_before = |later: &str, earlier: &str| {
        said(read::<Period>(later).compares_with_year_ago(&read(earlier)))
    };
    let june = || month_end(6);
    let changed = month_end(12).changed_on(read("2018-12-01"), month_end(11)).unwrap();
    let often = (1990..2006).fold(month_end(12), |calendar, year| {
        calendar.changed_on(Date::constant(year, 1, 1), month_end(12)).unwrap()
    });
    hold! {
        said(YearEnd::month_end(13)) => "month 13 does not exist, it must be 1 to 12",
        said(YearEnd::nearest_to(Weekday::Friday, 6, 31)) => "month 6 never has a day 31",
        said("end of Smarch".parse::<YearEnd>()) =>
            "'end of Smarch' is not a rule for a year's end, such as 'end of December', 'last \
             Saturday of September' or 'Saturday nearest 31 January'",
        said(Quarters::weeks([13, 13, 13, 14])) =>
            "quarters of [13, 13, 13, 14] weeks make no year, each must have 12 to 16 and all four \
             52",
        said(Quarters::WEEKS.with_extra_week_in(5)) =>
            "quarter 5 cannot have the 53rd week, it must be 1 to 4",
        said(june().year(0)) => "fiscal year 0 is out of range, it must be 1 to 9999",
        said("2025Q5".parse::<FiscalLabel>()) =>
            "quarter 5 of fiscal year 2025 does not exist, it must be 1 to 4",
        said("2025H3".parse::<FiscalLabel>()) =>
            "half 3 of fiscal year 2025 does not exist, it must be 1 or 2",
        said("transition".parse::<FiscalLabel>()) =>
            "'transition' is not a fiscal label, such as 2025Q2, 2025H1, 2025 9M, FY2025 or TTM \
             2025Q2",
        said("2025H1".parse::<FiscalQuarter>()) => "'2025H1' is not a fiscal quarter",
        said(Period::between(read("2025-06-30"), read("2025-01-01"))) =>
            "end 2025-01-01 of a period is before its start 2025-06-30",
        said(Period::quarter(read("2025-01-01"), read("2025-06-30"))) =>
            "2025-01-01..2025-06-30 has 181 days and is no quarter, which has 84 to 119",
        said("20250401".parse::<Period>()) =>
            "'20250401' is not a period, such as 2025-04-01..2025-06-30 or \
             2025-04-01/2025-06-30, 2025-06-30, or TTM 2024-07-01..2025-06-30",
        year_before("2025-04-01..2025-06-30", "2024-01-01..2024-06-30") =>
            "2025-04-01..2025-06-30 (quarter) and 2024-01-01..2024-06-30 (half year) are not of \
             one kind",
        year_before("2025-04-01..2025-06-30", "2024-01-01..2024-03-31") =>
            "2024-01-01..2024-03-31 ends 456 days before 2025-04-01..2025-06-30, and a year before \
             is 357 to 378",
        year_before("2024-05-13..2024-09-01", "2023-06-05..2023-09-03") =>
            "2024-05-13..2024-09-01 has 16 weeks and 2023-06-05..2023-09-03 13, and a year before \
             may differ by 1",
        said(changed.clone().changed_on(read("2020-03-01"), june())) =>
            "no fiscal year to the end of June starts on 2020-03-01, or within 7 days of it",
        said(changed.clone().changed_on(read("2019-07-01"), june())) =>
            "the change of the fiscal year on 2019-07-01 must leave a full year after 2018-12-01",
        said(june().changed_on(read("2018-07-01"), june().with_year_named(YearNamed::Start))) =>
            "the change of the fiscal year on 2018-07-01 would give FY2018 a second time",
        said(often.changed_on(read("2010-01-01"), month_end(12))) =>
            "the calendar changes 17 times, at most 16 are allowed",
        said(changed.year(2018)) => "the calendar (year to the end of November) has no FY2018",
        said(june().label(&read("at 2025-05-31"))) =>
            "at 2025-05-31 (instant) is no period of the calendar (year to the end of June), give \
             or take 7 days",
        said(june().quarter_ago(&read("2024-01-01..2024-06-30"))) =>
            "2024-01-01..2024-06-30 (half year) is no quarter, so that it has none before it",
        said(FiscalCalendar::infer([read::<Period>(QUARTER)])) =>
            "none of 1 periods is a fiscal year, so that no calendar can be told",
    }
}

#[cfg(feature = "companyfacts")]
#[test]
fn files_of_companyfacts() {
    use financials::companyfacts::{CompanyFacts, Stream, Vintage};
    use std::io;

    let gone: [(String, io::Result<&[u8]>); 1] = [("a".into(), Err(io::Error::other("gone")))];
    let nothing = CompanyFacts::parse(b"{\"entityName\":\"A\",\"facts\":{}}").unwrap();
    let endless = [("b".to_owned(), Ok(io::repeat(b' ')))];
    hold! {
        said(CompanyFacts::parse(b"\xff")) =>
            "companyfacts: document: the file is not UTF-8 text, at byte 0",
        said(CompanyFacts::parse(b"[]")) =>
            "companyfacts: document: expected an object with cik, entityName and facts, found an \
             array, at byte 0",
        said(CompanyFacts::parse(b"{\"cik\":\"13 21\",\"facts\":{}}")) =>
            "companyfacts: cik: '13 21' is not a central index key of digits, at byte 8",
        said(CompanyFacts::parse(b"{\"cik\":7}")) =>
            "companyfacts: document: 'facts' is missing, at byte 9",
        said(CompanyFacts::parse(b"{\"cik\":7,\"facts\":{},\"cik\":8}")) =>
            "companyfacts: document: 'cik' is given twice, at byte 21",
        said(nothing.known(Vintage::Latest).history()) =>
            "the file of A has no facts and so no history",
        said(Stream::new(gone).next().unwrap().facts) => "the file cannot be read: gone",
        said(Stream::new(endless).next().unwrap().facts) =>
            "the file is longer than 268435456 bytes",
    }
}

#[test]
fn names_and_numbers_that_cannot_be_read_say_what_can() {
    let long = "a_name_that_is_longer_than_a_message_should_carry";
    hold! {
        said("gros_profit".parse::<Item>()) =>
            "'gros_profit' is not a line item, such as gross_profit or net_income",
        said(Measure::find("gros_profit")) =>
            "'gros_profit' is no line item and no metric, such as gross_profit, \
             ev_to_gross_profit or gross_margin",
        said(long.parse::<Item>()) =>
            "'a_name_that_is_longer_than_a_message_sho…' is not a line item, such as revenue or \
             total_assets",
        said("xyz".parse::<Metric>()) =>
            "'xyz' is not a metric of the catalogue, such as operating_margin",
        said("".parse::<Name>()) =>
            "name '' must be 1 to 47 lower-case letters, digits, '_' or ':' that begin with a \
             letter",
        said("9lives".parse::<Measure>()) =>
            "name '9lives' must be 1 to 47 lower-case letters, digits, '_' or ':' that begin with \
             a letter",
        said("x".repeat(48).parse::<Name>()) =>
            "name 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…' must be 1 to 47 lower-case letters, \
             digits, '_' or ':' that begin with a letter",
        said(parse("")) => "'' is not a decimal number, at byte 0",
        said(parse("1_000")) => "'1_000' is not a decimal number, at byte 1",
        said(parse("5.")) => "'5.' is not a decimal number, at byte 2",
        said(parse("1e")) => "'1e' is not a decimal number, at byte 2",
        said(parse("12345678901234567890123456789")) =>
            "'12345678901234567890123456789' has more than 28 significant digits or 28 decimals",
        said(parse("1e-29")) => "'1e-29' has more than 28 significant digits or 28 decimals",
        said("dollars".parse::<Currency>()) =>
            "currency 'dollars' is not an ISO 4217 code, such as USD",
        said("ZAc".parse::<Currency>()) =>
            "currency 'ZAc' is a quote in hundredths of ZAR; divide by 100 and name ZAR",
    }
}
