//! What documents say beside plain figures: changes, periods in words, brackets, parts of a whole,
//! slips of the pen, and what rounding excuses.

use financials::{
    Currency, Figure, FiscalCalendar, IncomeStatement, Measure, Period, Report, Stated,
    tieout::{Claim, Network, Ruling, Verdict},
};

fn claim(measure: &str, period: &str, text: &str) -> Claim {
    let id = format!("{measure} {period}");
    let figure = Stated::parse(text).unwrap();
    let claim = Claim::new(id, measure.parse::<Measure>().unwrap(), figure);
    let claim = claim.of("X").during(period);
    if text.contains('(') { claim.in_brackets() } else { claim }
}

fn ruled(claims: &[(&str, &str, &str)]) -> Vec<Ruling> {
    let claims = claims.iter().map(|(measure, period, text)| claim(measure, period, text));
    tied(claims)
}

fn tied(claims: impl IntoIterator<Item = Claim>) -> Vec<Ruling> {
    let mut network = Network::new();
    claims.into_iter().for_each(|claim| network.add(claim));
    network.tie_out().rulings().to_vec()
}

fn all(rulings: &[Ruling], verdict: Verdict) -> bool {
    rulings.iter().all(|ruling| ruling.verdict() == verdict)
}

#[track_caller]
fn hold(claims: &[(&str, &str, &str)]) {
    let rulings = ruled(claims);
    assert!(all(&rulings, Verdict::Consistent), "{rulings:#?}");
}

#[track_caller]
fn conflict(claims: &[(&str, &str, &str)]) {
    let rulings = ruled(claims);
    assert!(all(&rulings, Verdict::InConflict), "{rulings:#?}");
}

#[test]
fn a_change_of_anything_is_held_against_both_periods() {
    let inventory =
        [("inventory", "2024Q1", "$66.0 million"), ("inventory", "2023Q1", "$55.0 million")];
    let [now, then] = inventory;
    hold(&[now, then, ("growth:inventory", "2024Q1", "20%")]);
    hold(&[now, then, ("inventory_growth", "2024Q1", "20%")]);
    hold(&[now, then, ("change:inventory", "2024Q1", "$11.0 million")]);
    conflict(&[now, then, ("growth:inventory", "2024Q1", "25%")]);
    conflict(&[now, then, ("change:inventory", "2024Q1", "$12.5 million")]);
    // A growth of an amount is a change, and a change by a part a growth.
    hold(&[now, then, ("growth:inventory", "2024Q1", "$11.0 million")]);
    hold(&[now, then, ("change:inventory", "2024Q1", "20%")]);
    let quarter = ("inventory", "2023Q4", "$60.0 million");
    hold(&[now, quarter, ("growth_qoq:inventory", "2024Q1", "10%")]);
    conflict(&[now, quarter, ("change_qoq:inventory", "2024Q1", "$7.0 million")]);
    let base = ("inventory", "FY2019", "$40.0 million");
    let year = ("inventory", "FY2024", "$70.0 million");
    hold(&[year, base, ("growth_since_fy2019:inventory", "FY2024", "75%")]);
    hold(&[year, base, ("change_since_fy2019:inventory", "FY2024", "$30.0 million")]);
    conflict(&[year, base, ("growth_since_fy2019:inventory", "FY2024", "57%")]);
    // Of a segment, of a metric and of a measure of one's own.
    hold(&[
        ("revenue:us", "FY2024", "$30 million"),
        ("revenue:us", "FY2023", "$20 million"),
        ("change:revenue:us", "FY2024", "$10 million"),
    ]);
    hold(&[
        ("gross_margin", "FY2024", "41.5%"),
        ("gross_margin", "FY2023", "40.0%"),
        ("change:gross_margin", "FY2024", "1.5%"),
    ]);
    conflict(&[
        ("distributor_sales", "2024Q1", "$66.0 million"),
        ("distributor_sales", "2023Q1", "$55.0 million"),
        ("distributor_sales_growth", "2024Q1", "25%"),
    ]);
}

#[test]
fn a_loss_that_narrowed_is_a_change_of_its_size() {
    let losses =
        [("net_income", "FY2024", "-$60 million"), ("net_income", "FY2023", "-$100 million")];
    let [now, then] = losses;
    hold(&[now, then, ("narrowing:net_income", "FY2024", "40%")]);
    conflict(&[now, then, ("narrowing:net_income", "FY2024", "60%")]);
    let grown = ruled(&[now, then, ("growth:net_income", "FY2024", "40%")]);
    assert_eq!(grown[2].verdict(), Verdict::NotMeaningful);
}

#[test]
fn periods_may_be_words_or_dates() {
    for (now, then) in [
        ("six months ended June 30, 2024", "six months ended June 30, 2023"),
        ("6 months ended 30 June 2024", "26 weeks ended July 1, 2023"),
        ("2024-01-01..2024-06-30", "the six months ended Jun. 30, 2023"),
        ("first half of 2024", "6M2023"),
        ("2024H1", "first half 2023"),
        ("second quarter of fiscal 2024", "2023Q2"),
        ("full year 2024", "FY2023"),
    ] {
        let revenue = [("revenue", now, "$66.0 million"), ("revenue", then, "$55.0 million")];
        let [this, before] = revenue;
        hold(&[this, before, ("revenue_growth", now, "20%")]);
        conflict(&[this, before, ("revenue_growth", now, "25%")]);
    }
    // The longest half and nine months of whole weeks: 12 and 17, and 16, 12 and 13.
    for (now, then) in [
        ("29 weeks ended June 29, 2024", "28 weeks ended July 1, 2023"),
        ("41 weeks ended September 28, 2024", "40 weeks ended September 30, 2023"),
    ] {
        let revenue = [("revenue", now, "$66.0 million"), ("revenue", then, "$55.0 million")];
        let [this, before] = revenue;
        hold(&[this, before, ("revenue_growth", now, "20%")]);
        conflict(&[this, before, ("revenue_growth", now, "25%")]);
    }
    // Months add up where their end is one.
    hold(&[
        ("revenue", "nine months ended September 30, 2024", "$90 million"),
        ("revenue", "six months ended June 30, 2024", "$58 million"),
        ("revenue", "quarter ended September 30, 2024", "$32 million"),
    ]);
    conflict(&[
        ("revenue", "year ended December 31, 2024", "$130 million"),
        ("revenue", "three months ended March 31, 2024", "$30 million"),
        ("revenue", "three months ended June 30, 2024", "$30 million"),
        ("revenue", "three months ended September 30, 2024", "$30 million"),
        ("revenue", "three months ended December 31, 2024", "$30 million"),
    ]);
    // A company's calendar gives them their labels.
    let mut network = Network::new();
    network.add_calendar("X", FiscalCalendar::month_end(6).unwrap());
    network.add(claim("revenue", "six months ended December 31, 2024", "$66.0 million"));
    network.add(claim("revenue", "2025H1", "$67.0 million"));
    assert!(all(network.tie_out().rulings(), Verdict::InConflict));
}

#[test]
fn names_that_are_not_known_are_told_with_the_nearest() {
    let reason = |ruling: &Ruling| ruling.reason().map(|reason| reason.code());
    let slip = &ruled(&[("revnue", "2024Q1", "$66 million")])[0];
    assert_eq!((reason(slip), slip.suggestions()), (Some("unknown_name"), &["revenue".into()][..]));
    let own = &ruled(&[("stores_remodelled", "2024Q1", "66")])[0];
    assert_eq!((reason(own), own.suggestions().len()), (Some("nothing_else"), 0));
    let period = &ruled(&[("revenue", "second quarter", "$66 million")])[0];
    assert_eq!(reason(period), Some("unknown_period"));
    let subject = tied([
        claim("revenue", "2024Q1", "$66 million").of("PLTR"),
        claim("net_income", "2024Q1", "$6 million").of("pltr"),
    ]);
    assert_eq!(reason(&subject[1]), Some("unknown_subject"));
    assert_eq!(subject[1].suggestions(), ["PLTR"]);
}

#[test]
fn signs_are_read_as_they_are_declared() {
    hold(&[
        ("revenue", "2023Q4", "$150 million"),
        ("cost_of_revenue", "2023Q4", "($90) million"),
        ("gross_profit", "2023Q4", "$60 million"),
    ]);
    let negative = &ruled(&[("revenue", "2023Q4", "-$28.4 million")])[0];
    assert_eq!(negative.verdict(), Verdict::InConflict, "{negative}");
    let assumed = negative.conflict().unwrap().assumed();
    let [assumed] = assumed else { panic!("{assumed:?}") };
    assert_eq!(assumed.to_string(), "revenue 2023Q4 is not below zero");
    // What a filing says of its own is taken as it is.
    let period: Period = "2023-10-01..2023-12-31".parse().unwrap();
    let report = Report::builder("X", period, Currency::USD)
        .income(IncomeStatement::in_units().revenue(Figure::thousands(-28_400).unwrap()))
        .build()
        .unwrap();
    let mut network = Network::new();
    network.add_report("X", &report, &FiscalCalendar::CALENDAR_YEAR);
    network.add(claim("revenue", "2023Q4", "-$28.4 million"));
    assert!(all(network.tie_out().rulings(), Verdict::Consistent));
}

#[test]
fn parts_are_no_more_than_their_whole() {
    conflict(&[
        ("operating_expenses", "FY2024", "$90 million"),
        ("research_and_development", "FY2024", "$95 million"),
    ]);
    conflict(&[("total_assets", "FY2024", "$90 million"), ("goodwill", "FY2024", "$95 million")]);
    let whole = ("revenue", "2024Q2", "$100 million");
    let parts =
        [("revenue:us", "2024Q2", "$60 million"), ("revenue:other", "2024Q2", "$50 million")];
    let mut network = Network::new();
    network.add_breakdown(
        "X",
        Measure::Item(financials::Item::Revenue),
        ["us".parse().unwrap(), "other".parse().unwrap()],
    );
    let [us, other] = parts;
    for (measure, period, text) in [whole, us, other] {
        network.add(claim(measure, period, text));
    }
    assert!(all(network.tie_out().rulings(), Verdict::InConflict));
}

#[test]
fn a_guided_year_is_what_came_out_and_the_guided_rest() {
    let quarters = [
        ("revenue", "2025Q1", "$90 million"),
        ("revenue", "2025Q2", "$100 million"),
        ("revenue", "2025Q3", "$110 million"),
    ];
    let [first, second, third] = quarters;
    let rest = ("guidance:revenue", "2025Q4", "$118 million to $122 million");
    hold(&[
        first,
        second,
        third,
        rest,
        ("guidance:revenue", "FY2025", "$418 million to $422 million"),
    ]);
    conflict(&[
        first,
        second,
        third,
        rest,
        ("guidance:revenue", "FY2025", "$440 million to $450 million"),
    ]);
}

#[test]
fn earnings_per_basic_share_are_no_more_than_the_income() {
    let shares = [
        ("net_income", "2022Q4", "$71.0 million"),
        ("shares_basic", "2022Q4", "42.1 million shares"),
    ];
    let [income, count] = shares;
    conflict(&[income, count, ("eps_basic", "2022Q4", "$2.10")]);
    // Preferred dividends take from it.
    let less = ruled(&[income, count, ("eps_basic", "2022Q4", "$1.52")]);
    assert!(less.iter().all(|ruling| !ruling.verdict().is_accused()), "{less:#?}");
    let diluted = ("shares_diluted", "2022Q4", "42.1 million shares");
    let noted = ruled(&[income, diluted, ("eps_diluted", "2022Q4", "$2.10")]);
    assert_eq!(noted[2].verdict(), Verdict::Undetermined);
    assert!(noted[2].to_string().contains("net_income / shares_diluted admits (1.68"));
}

#[test]
fn a_ratio_of_printed_figures_is_not_accused() {
    let precise = [
        ("revenue", "FY2024", "$2,865.5 million"),
        ("gross_profit", "FY2024", "$2,299.5 million"),
        ("revenue", "FY2024", "$2.87 billion"),
        ("gross_profit", "FY2024", "$2.30 billion"),
    ];
    let with = |margin| {
        let mut claims: Vec<Claim> =
            precise.iter().map(|(measure, period, text)| claim(measure, period, text)).collect();
        claims.push(claim("gross_margin", "FY2024", margin));
        tied(claims)
    };
    // 2.30 / 2.87 is 80.14%, and 2,299.5 / 2,865.5 is 80.25%.
    let rounded = with("80.1%");
    assert!(all(&rounded, Verdict::Consistent), "{rounded:#?}");
    assert!(rounded[4].is_from_rounded() && !rounded[0].is_from_rounded());
    assert!(!with("80.2%")[4].is_from_rounded());
    assert!(with("80.7%")[4].verdict().is_accused());
}

#[test]
fn a_table_may_be_forced_to_add_up() {
    let table = |gross: &str, document: Option<&str>| {
        let rows = [
            ("revenue", "$150 million"),
            ("cost_of_revenue", "$90 million"),
            ("gross_profit", gross),
        ];
        tied(rows.map(|(measure, text)| {
            let claim = claim(measure, "2023Q4", text);
            match document {
                Some(document) => claim.from_document(document),
                None => claim,
            }
        }))
    };
    // 150.4 - 89.6 is 60.8, which rounds to 61.
    assert!(all(&table("$61 million", Some("release")), Verdict::Consistent));
    let forced = table("$62 million", Some("release"));
    assert!(all(&forced, Verdict::Consistent), "{forced:#?}");
    assert_eq!(forced.iter().filter(|ruling| ruling.is_footing()).count(), 1);
    assert!(all(&table("$62 million", None), Verdict::InConflict));
    assert!(all(&table("$64 million", Some("release")), Verdict::InConflict));
}

#[test]
fn a_half_may_be_rounded_either_way_by_two_documents() {
    let revenue = |document: &str, text| claim("revenue", "2023Q4", text).from_document(document);
    // 748.5 million.
    let apart = tied([revenue("release", "$748 million"), revenue("report", "$749 million")]);
    assert!(all(&apart, Verdict::Consistent), "{apart:#?}");
    let one = tied([revenue("release", "$748 million"), revenue("release", "$749 million")]);
    assert!(all(&one, Verdict::InConflict));
    let far = tied([revenue("release", "$748 million"), revenue("report", "$750 million")]);
    assert!(all(&far, Verdict::InConflict));
}

#[test]
fn amounts_may_be_cut_off() {
    let table = |gross: &str| {
        ["¥150 million", "¥90 million", gross]
            .into_iter()
            .zip(["revenue", "cost_of_revenue", "gross_profit"])
            .map(|(text, measure)| claim(measure, "2023Q4", text).truncated())
            .collect::<Vec<Claim>>()
    };
    // 150.9 - 90.1 is 60.8; 150.0 - 90.9 is 59.1.
    assert!(all(&tied(table("¥59 million")), Verdict::Consistent));
    assert!(all(&tied(table("¥60 million")), Verdict::Consistent));
    assert!(all(&tied(table("¥61 million")), Verdict::InConflict));
}

#[test]
fn the_same_days_are_one_period_in_either_notation() {
    let [dots, iso] = ["2025-04-15..2025-06-20", "2025-04-15/2025-06-20"];
    hold(&[("revenue", dots, "$1.004 billion"), ("revenue", iso, "$1.00 billion")]);
    conflict(&[("revenue", dots, "$1.004 billion"), ("revenue", iso, "$1.03 billion")]);
}
