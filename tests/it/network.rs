//! Networks: three published documents, a filing against prose, and laws.

use std::{fs, path::Path};

use financials::{
    Accuracy, Basis, Currency, Decimal, Figure, FiscalCalendar, IncomeStatement, Item, Measure,
    Period, Report, Stated,
    report::PerShareData,
    tieout::{Claim, Network, Reason, Ruling, TieOut, Verdict},
};
use serde_json::Value;

fn stated(text: &str) -> Stated {
    Stated::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn claim(id: &str, measure: &str, period: &str, text: &str) -> Claim {
    Claim::new(id, measure.parse::<Measure>().unwrap(), stated(text)).of("PLTR").during(period)
}

fn tied_out(claims: impl IntoIterator<Item = Claim>) -> TieOut {
    let mut network = Network::new();
    for claim in claims {
        network.add(claim);
    }
    network.tie_out()
}

fn with_verdict(tie_out: &TieOut, verdict: Verdict) -> Vec<&str> {
    let found = tie_out.rulings().iter().filter(|finding| finding.verdict() == verdict);
    found.map(Ruling::id).collect()
}

/// Those that cannot hold together with the rest, whether or not it is known which is wrong.
fn accused(tie_out: &TieOut) -> Vec<&str> {
    let found = tie_out.rulings().iter().filter(|ruling| ruling.verdict().is_accused());
    found.map(Ruling::id).collect()
}

/// Reads the claims of a document that come with the example.
fn document(name: &str) -> Vec<Claim> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/data").join(name);
    let rows: Vec<Value> = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let text = |row: &Value, name: &str| row[name].as_str().unwrap_or_default().to_owned();
    let claims = rows.iter().map(|row| {
        let measure: Measure = text(row, "metric").parse().unwrap();
        let claim = Claim::new(text(row, "id"), measure, stated(&text(row, "stated")))
            .of(text(row, "subject"))
            .during(text(row, "period"));
        match row["basis"].as_str() {
            Some("adjusted") => claim.on(Basis::Adjusted),
            _ => claim,
        }
    });
    claims.collect()
}

fn documents() -> Vec<Claim> {
    let names = ["results_article", "market_article", "contract_note"];
    names.iter().flat_map(|name| document(&format!("claims_{name}.json"))).collect()
}

#[test]
fn of_three_documents_one_figure_cannot_be_right() {
    let claims = documents();
    assert_eq!(claims.len(), 81);
    let tie_out = tied_out(claims);
    assert_eq!(accused(&tie_out), ["B35"]);
    let wrong = tie_out.ruling("B35").unwrap();
    assert!(!wrong.is_tied());
    assert_eq!(wrong.because(), ["A2", "B35"]);
    assert_eq!(wrong.computed().unwrap().to_string(), "[1003500000, 1004500000]");
    assert_eq!(
        wrong.to_string(),
        "contradicted: PLTR revenue 2025Q2 \"$1.03 billion\" admits [1025000000, 1035000000]; \
         what is not contradicted admits [1003500000, 1004500000]; it cannot hold together with \
         A2 (revenue 2025Q2 \"$1.004 billion\" in [1003500000, 1004500000])"
    );
    // The close and the daily change of one stock, each stated twice, agree by their "about".
    let about = tie_out.rulings().iter().filter(|finding| finding.only_because_about());
    assert_eq!(about.map(Ruling::id).collect::<Vec<_>>(), ["B2", "B18"]);
    assert!(!tie_out.is_capped());
}

#[test]
fn one_document_alone_implies_last_year_s_revenue() {
    let tie_out = tied_out(document("claims_results_article.json"));
    let year_ago = tie_out.bounds("PLTR", Item::Revenue, "2024Q2", None).unwrap();
    assert_eq!(format!("{year_ago:.10}"), "(675757575.7, 681016949.2)");
    let segment: Measure = "revenue:us_commercial".parse().unwrap();
    let year_ago = tie_out.bounds("PLTR", segment, "2024Q2", None).unwrap();
    assert_eq!(format!("{year_ago:.9}"), "(157881136, 159220780)");
    assert_eq!(tie_out.bounds("PLTR", Item::TotalAssets, "2025Q2", None), None);
}

fn palantir(year: i16, revenue: i64, operating_income: i64, net_income: i64) -> Report {
    let income = IncomeStatement::in_thousands()
        .revenue(revenue)
        .operating_income(operating_income)
        .net_income(net_income);
    let period: Period = format!("{year}-04-01..{year}-06-30").parse().unwrap();
    Report::builder("Palantir", period, Currency::USD).income(income).build().unwrap()
}

#[test]
fn prose_is_checked_against_the_filing() {
    let mut network = Network::new();
    let calendar = FiscalCalendar::CALENDAR_YEAR;
    network.add_report("PLTR", &palantir(2025, 1_003_697, 269_317, 326_727), &calendar);
    network.add_report("PLTR", &palantir(2024, 678_134, 105_339, 134_126), &calendar);
    for claim in [
        claim("A2", "revenue", "2025Q2", "$1.004 billion"),
        claim("B35", "revenue", "2025Q2", "$1.03B"),
        claim("A3", "revenue_growth_yoy", "2025Q2", "up 48%"),
        claim("A12", "net_income", "2025Q2", "$327 million").on(Basis::Adjusted),
        claim("B36", "net_income", "2025Q2", "$327M"),
        claim("M", "operating_margin", "2025Q2", "26.84%").on(Basis::Gaap),
        claim("N", "operating_margin", "2025Q2", "27%"),
    ] {
        network.add(claim);
    }
    let tie_out = network.tie_out();
    assert_eq!(accused(&tie_out), ["B35", "M"]);
    assert_eq!(with_verdict(&tie_out, Verdict::Undetermined), ["A12"]);
    assert!(tie_out.rulings().iter().all(|finding| !finding.is_tied()), "filings come last");
    assert!(tie_out.filed().iter().all(|finding| !finding.verdict().is_accused()));

    let adjusted = tie_out.ruling("A12").unwrap();
    let reason = Reason::Basis { on_record: Basis::Gaap, would_match: true };
    assert_eq!(adjusted.reason(), Some(reason));
    assert_eq!(reason.code(), "basis");
    assert_eq!(
        adjusted.to_string(),
        "undetermined: PLTR adjusted net_income 2025Q2 \"$327 million\" admits \
         [326500000, 327500000]; it is not checked against GAAP figures, and the GAAP net_income \
         2025Q2, [326726500, 326727500], would match"
    );
    assert_eq!(tie_out.ruling("B36").unwrap().basis(), Some(Basis::Gaap));
    assert_eq!(tie_out.ruling("N").unwrap().basis(), Some(Basis::Gaap));
    let margin = tie_out.ruling("M").unwrap();
    assert_eq!(format!("{:.6}", margin.computed().unwrap()), "(0.268324, 0.268326)");
}

#[test]
fn of_100_120_and_22_percent_each_may_be_wrong() {
    let tie_out = tied_out([
        claim("from", "revenue", "2024Q2", "$100 million"),
        claim("to", "revenue", "2025Q2", "$120 million"),
        claim("growth", "revenue_growth", "2025Q2", "22%"),
    ]);
    for finding in tie_out.rulings() {
        assert_eq!((finding.verdict(), finding.is_tied()), (Verdict::InConflict, true));
        assert_eq!(finding.because().len(), 3);
        assert!(finding.to_string().contains("which of these is wrong they do not say"));
    }
}

#[test]
fn a_multiple_of_a_loss_is_not_meaningful_and_accuses_nobody() {
    let tie_out = tied_out([
        claim("price", "share_price", "2025Q3", "$7.79"),
        claim("eps", "eps_ntm", "2025Q3", "-$0.20"),
        claim("multiple", "forward_pe_ntm", "2025Q3", "39x"),
    ]);
    assert_eq!(with_verdict(&tie_out, Verdict::NotMeaningful), ["multiple"]);
    assert_eq!(accused(&tie_out), [""; 0]);
    let reason = tie_out.ruling("multiple").unwrap().reason().unwrap();
    assert_eq!(reason.code(), "non_positive_earnings");

    let growth = tied_out([
        claim("from", "net_income", "2024Q2", "-$5 million"),
        claim("to", "net_income", "2025Q2", "$20 million"),
        claim("growth", "net_income_growth", "2025Q2", "500%"),
    ]);
    let reason = growth.ruling("growth").unwrap().reason().unwrap();
    assert_eq!(reason.code(), "turned_profitable");
}

#[test]
fn quarters_add_up_to_years_and_twelve_months() {
    let quarters = [("Q1", "$1.1 billion"), ("Q2", "$1.2 billion"), ("Q3", "$1.3 billion")];
    let mut claims: Vec<Claim> = quarters
        .iter()
        .map(|(quarter, text)| claim(quarter, "revenue", &format!("2024{quarter}"), text))
        .collect();
    claims.push(claim("FY", "revenue", "FY2024", "$5.0 billion"));
    let tie_out = tied_out(claims.clone());
    let last = tie_out.bounds("PLTR", Item::Revenue, "2024Q4", None).unwrap();
    assert_eq!(last.to_string(), "[1200000000, 1600000000]");

    claims.push(claim("Q4", "revenue", "2024Q4", "$1.7 billion"));
    let wrong = tied_out(claims.clone());
    assert_eq!(accused(&wrong).len(), 5, "any of the five may be wrong");
    claims.pop();
    claims.push(claim("TTM", "revenue", "TTM 2024Q4", "$4.7 billion"));
    assert_eq!(accused(&tied_out(claims)), ["FY", "TTM"]);
}

#[test]
fn claims_without_a_period_and_of_other_companies_are_not_compared() {
    let tie_out = tied_out([
        claim("citi", "price_target", "", "$7.50"),
        claim("note", "price_target", "", "$4.60"),
        claim("own", "revenue", "2025Q2", "$1.004 billion"),
        claim("other", "revenue", "2025Q2", "$3.09 billion").of("LUMN"),
        claim("euro", "revenue", "2025Q2", "€0.9 billion"),
    ]);
    assert_eq!(with_verdict(&tie_out, Verdict::Undetermined).len(), 5);
    assert_eq!(tie_out.ruling("citi").unwrap().reason(), Some(Reason::NoPeriod));
    assert_eq!(tie_out.ruling("euro").unwrap().reason(), Some(Reason::NothingElse));
}

#[test]
fn a_basis_that_is_not_named_is_any_on_record() {
    let adjusted = claim("adjusted", "operating_income", "2025Q2", "$464 million");
    let gaap = claim("gaap", "operating_income", "2025Q2", "$269 million");
    let revenue = claim("revenue", "revenue", "2025Q2", "$1.004 billion");
    let tie_out = tied_out([
        adjusted.on(Basis::Adjusted),
        gaap.on(Basis::Gaap),
        revenue,
        claim("of_gaap", "operating_margin", "2025Q2", "27%"),
        claim("of_adjusted", "operating_margin", "2025Q2", "46%"),
        claim("of_none", "operating_margin", "2025Q2", "33%"),
    ]);
    let basis = |id| tie_out.ruling(id).unwrap().basis();
    assert_eq!(basis("of_gaap"), Some(Basis::Gaap));
    assert_eq!(basis("of_adjusted"), Some(Basis::Adjusted));
    assert_eq!(accused(&tie_out), ["of_none"]);
    assert!(!tie_out.ruling("of_none").unwrap().is_tied());
}

#[test]
fn places_that_were_assumed_and_open_zeros_are_said() {
    let period: Period = "2025-04-01..2025-06-30".parse().unwrap();
    let revenue = Figure::new(1_003_697_000, Accuracy::Unknown).unwrap();
    let report = Report::builder("Palantir", period, Currency::USD)
        .income(IncomeStatement::in_units().revenue(revenue))
        .build()
        .unwrap();
    let mut network = Network::new();
    network.add_report("PLTR", &report, &FiscalCalendar::CALENDAR_YEAR);
    network.add(claim("fine", "revenue", "2025Q2", "$1.004 billion"));
    network.add(claim("zeros", "revenue", "2025Q2", "$1,000 million"));
    let tie_out = network.tie_out();
    assert!(tie_out.ruling("fine").unwrap().rests_on_assumed_place());
    let zeros = tie_out.ruling("zeros").unwrap();
    assert_eq!(zeros.verdict(), Verdict::Contradicted);
    assert!(zeros.rests_on_trailing_zeros());
}

#[test]
fn shares_of_one_figure_add_up_without_it() {
    let both = |ratio| {
        let margin = claim("margin", "gross_margin", "2025Q2", "33%");
        tied_out([margin, claim("ratio", "cost_of_revenue_ratio", "2025Q2", ratio)])
    };
    assert_eq!(with_verdict(&both("67%"), Verdict::Consistent), ["margin", "ratio"]);
    let wrong = both("69%");
    assert_eq!(accused(&wrong), ["margin", "ratio"]);
    assert!(wrong.rulings().iter().all(Ruling::is_tied));

    assert_eq!(wrong.ruling("ratio").unwrap().because(), ["margin", "ratio"]);

    // Sales and marketing are what is between two margins.
    let three = |text| {
        let claims = [
            ("gross", "gross_margin", "80%"),
            ("sales", "sales_and_marketing_to_revenue", "30%"),
            ("contribution", "contribution_margin", text),
        ];
        tied_out(claims.map(|(id, measure, text)| claim(id, measure, "2025Q2", text)))
    };
    let held = three("50%");
    assert_eq!(with_verdict(&held, Verdict::Consistent).len(), 3);
    let implied = held.ruling("contribution").unwrap().computed().unwrap();
    assert_eq!(implied.to_string(), "[0.49, 0.51]");
    assert_eq!(accused(&three("45%")).len(), 3);
}

#[test]
fn a_circle_of_formulas_ends() {
    // An average over balances that each follow from the next, with margins that chase each other.
    let mut claims = vec![claim("start", "revenue", "2020Q1", "$1.0 billion")];
    for year in 2020..2026 {
        for quarter in 1..=4 {
            let period = format!("{year}Q{quarter}");
            claims.push(claim(&format!("y{period}"), "revenue_growth", &period, "about 10%"));
            claims.push(claim(&format!("q{period}"), "revenue_growth_qoq", &period, "about 2%"));
        }
        claims.push(claim(
            &format!("{year}"),
            "revenue",
            &format!("FY{year}"),
            "at least $1 billion",
        ));
    }
    let tie_out = tied_out(claims);
    assert_eq!(accused(&tie_out), [""; 0]);
}

#[test]
fn metrics_and_items_share_a_name_space() {
    let tie_out = tied_out([
        claim("ocf", "operating_cash_flow", "FY2024", "$1.154 billion"),
        claim("capex", "capital_expenditures", "FY2024", "$12.6 million"),
        claim("fcf", "free_cash_flow", "FY2024", "$1.25 billion"),
    ]);
    // Companies define a free cash flow themselves, so that it refutes neither of the others.
    assert_eq!(with_verdict(&tie_out, Verdict::Unexplained), ["fcf"]);
    assert_eq!(tie_out.ruling("fcf").unwrap().nearest()[0].definition, "OCF - capex");
    assert_eq!(accused(&tie_out), [""; 0]);
    // The company's own measure is not the standard one of that name.
    let own = tied_out([
        claim("ocf", "operating_cash_flow", "FY2024", "$1.154 billion"),
        claim("capex", "capital_expenditures", "FY2024", "$12.6 million"),
        claim("fcf", "free_cash_flow", "FY2024", "$1.25 billion").on(Basis::Adjusted),
    ]);
    assert_eq!(accused(&own), [""; 0]);
}

#[test]
fn many_statements_of_one_figure_are_all_in_doubt_and_end_the_search() {
    for (count, is_capped) in [(6, false), (9, false), (30, true)] {
        let tie_out = tied_out((0..count).map(|place| {
            let text = format!("${} million", 1001 + place);
            claim(&place.to_string(), "revenue", "2025Q2", &text)
        }));
        assert_eq!(tie_out.is_capped(), is_capped, "{count} statements");
        let contradicted = accused(&tie_out);
        let kept = usize::from(is_capped);
        assert_eq!(contradicted.len(), count - kept, "{count} statements");
        let tied = tie_out.rulings().iter().filter(|finding| finding.is_tied());
        assert_eq!(tied.count(), count - kept, "{count} statements");
    }
}

#[test]
fn what_a_filing_refutes_is_refuted_by_the_filing() {
    let mut network = Network::new();
    let calendar = FiscalCalendar::CALENDAR_YEAR;
    network.add_report("PLTR", &palantir(2025, 1_003_697, 269_317, 326_727), &calendar);
    // The claims that are right would refute the others as well.
    for claim in [
        claim("A2", "revenue", "2025Q2", "$1.004 billion"),
        claim("B35", "revenue", "2025Q2", "$1.03B"),
        claim("M1", "operating_margin", "2025Q2", "27%"),
        claim("M2", "operating_margin", "2025Q2", "28%"),
    ] {
        network.add(claim);
    }
    let tie_out = network.tie_out();
    assert_eq!(accused(&tie_out), ["B35", "M2"]);
    let revenue = "filing:PLTR:revenue:2025Q2:GAAP";
    assert_eq!(tie_out.ruling("B35").unwrap().because(), ["B35", revenue]);
    let income = "filing:PLTR:operating_income:2025Q2:GAAP";
    assert_eq!(tie_out.ruling("M2").unwrap().because(), [revenue, income, "M2"]);
}

#[test]
fn a_multiple_of_a_filed_loss_has_no_meaning_whatever_its_basis() {
    let calendar = FiscalCalendar::CALENDAR_YEAR;
    let period: Period = "2025-01-01..2025-12-31".parse().unwrap();
    let losses = PerShareData::in_units().eps_diluted("-3.86");
    let report = Report::builder("Snowflake", period, Currency::USD).per_share(losses);
    let mut network = Network::new();
    network.add_report("PLTR", &report.build().unwrap(), &calendar);
    network.add(claim("pe", "pe_ttm_diluted", "FY2025", "150x"));
    let tie_out = network.tie_out();
    let found = tie_out.ruling("pe").unwrap();
    assert_eq!(found.verdict(), Verdict::NotMeaningful);
    assert_eq!(found.reason().unwrap().code(), "non_positive_earnings");
    assert_eq!(
        found.to_string(),
        "not_meaningful: PLTR pe_ttm_diluted FY2025 \"150x\" admits [149.5, 150.5]; \
         not meaningful: non-positive earnings"
    );
}

#[test]
fn what_is_missing_for_a_judgement_is_named() {
    let tie_out = tied_out([
        claim("ev", "enterprise_value", "FY2025", "$500 billion"),
        claim("cap", "market_cap", "FY2025", "$400 billion"),
        claim("debt", "total_debt", "FY2025", "$90 billion"),
        claim("growth", "revenue_growth", "2025Q2", "48%"),
    ]);
    let ends = |id: &str, words: &str| {
        let found = tie_out.ruling(id).unwrap();
        assert_eq!(found.verdict(), Verdict::Undetermined);
        assert!(found.to_string().ends_with(words), "{found}");
    };
    ends(
        "ev",
        "; nothing else bears on it, as enterprise_value is market_cap + net_debt + \
         or_zero(preferred_equity) + or_zero(noncontrolling_interest) + \
         or_zero(redeemable_noncontrolling_interest), and nothing states cash 2025Q4, \
         short_term_investments 2025Q4, preferred_equity 2025Q4, noncontrolling_interest 2025Q4 \
         and 1 more",
    );
    // Where nothing of it is stated, all would be missing.
    ends("growth", "; nothing else bears on it");
}

#[test]
fn what_is_divided_by_zero_accuses_nobody() {
    let zero = |id: &str, measure: &str, period: &str| {
        let measure: Measure = measure.parse().unwrap();
        Claim::new(id, measure, Decimal::ZERO).of("PLTR").during(period)
    };
    for claims in [
        // A company that sells nothing yet, and one that sold nothing a year ago.
        [
            zero("zero", "revenue", "2025Q2"),
            claim("other", "operating_income", "2025Q2", "-$5 million"),
            claim("ratio", "operating_margin", "2025Q2", "10%"),
        ],
        [
            zero("zero", "revenue", "2024Q2"),
            claim("other", "revenue", "2025Q2", "$5 million"),
            claim("ratio", "revenue_growth", "2025Q2", "48%"),
        ],
        [
            zero("zero", "consensus:eps_diluted", "2025Q2"),
            claim("other", "eps_diluted", "2025Q2", "$0.13"),
            claim("ratio", "surprise:eps_diluted", "2025Q2", "13%"),
        ],
    ] {
        let tie_out = tied_out(claims);
        assert_eq!(with_verdict(&tie_out, Verdict::Undetermined), ["zero", "other"]);
        assert_eq!(with_verdict(&tie_out, Verdict::NotMeaningful), ["ratio"]);
    }
}
