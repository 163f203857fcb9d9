//! Verdicts that hold: which definition a figure goes by, who is in conflict, and what would make
//! it right.

use financials::{
    Accuracy, BalanceSheet, Basis, CashFlowStatement, Currency, Figure, FiscalCalendar,
    IncomeStatement, Measure, Period, Report, Stated,
    tieout::{Assumption, Claim, FiledId, Network, Qualifier, Reason, Ruling, TieOut, Verdict},
};

fn claim(id: &str, measure: &str, period: &str, text: &str) -> Claim {
    let measure: Measure = measure.parse().unwrap();
    Claim::new(id, measure, Stated::parse(text).unwrap()).of("X").during(period)
}

fn report(year: i16, [revenue, income, cash_in, capex]: [i64; 4]) -> Report {
    let period: Period = format!("{year}-01-01..{year}-12-31").parse().unwrap();
    let millions = |value: i64| Figure::millions(value).unwrap();
    Report::builder("X", period, Currency::USD)
        .income(
            IncomeStatement::in_units()
                .revenue(millions(revenue))
                .operating_income(millions(income)),
        )
        .cash_flow(
            CashFlowStatement::in_units()
                .operating_cash_flow(millions(cash_in))
                .capital_expenditures(millions(capex)),
        )
        .balance(BalanceSheet::in_units().total_assets(millions(revenue * 2)))
        .build()
        .unwrap()
}

fn filed() -> Network {
    let mut network = Network::new();
    let calendar = FiscalCalendar::CALENDAR_YEAR;
    network.add_report("X", &report(2023, [4_000, 520, 700, 210]), &calendar);
    network.add_report("X", &report(2024, [5_000, 655, 900, 330]), &calendar);
    network
}

fn one(claim: Claim) -> Ruling {
    let mut network = filed();
    network.add(claim);
    network.tie_out().rulings()[0].clone()
}

#[test]
fn an_open_name_that_no_definition_gives_is_unexplained_with_the_nearest() {
    let right = one(claim("c", "free_cash_flow", "FY2024", "$570 million"));
    assert_eq!(right.verdict(), Verdict::Consistent);
    assert_eq!(right.definition(), Some("OCF - capex"));
    let own = one(claim("c", "free_cash_flow", "FY2024", "$612 million"));
    assert_eq!(own.verdict(), Verdict::Unexplained);
    assert_eq!(own.nearest()[0].definition, "OCF - capex");
    assert_eq!(own.nearest()[0].gap.to_string(), "0.0737");
    let last_year = one(claim("c", "free_cash_flow", "FY2024", "$490 million"));
    assert_eq!(last_year.verdict(), Verdict::Unexplained);
    let found = &last_year.diagnoses()[0];
    assert_eq!((found.change.as_str(), found.to.as_str()), ("period", "FY2023"));
}

/// The filing has no gross profit: two figures that name no basis meet over the filed revenue.
#[test]
fn figures_without_a_basis_are_held_against_one_another() {
    let mut network = filed();
    network.add(claim("profit", "gross_profit", "FY2024", "$4.05 billion"));
    network.add(claim("margin", "gross_margin", "FY2024", "85%"));
    let tie_out = network.tie_out();
    for id in ["profit", "margin"] {
        let ruling = tie_out.ruling(id).unwrap();
        assert_eq!(ruling.verdict(), Verdict::InConflict, "{ruling}");
    }
    let mut network = filed();
    network.add(claim("profit", "gross_profit", "FY2024", "$4.05 billion"));
    network.add(claim("margin", "gross_margin", "FY2024", "81%"));
    assert!(network.tie_out().rulings().iter().all(|ruling| ruling.verdict().holds()));
}

/// `decimals` says how accurate a figure is, and not that it is rounded (XBRL 2.1, 4.6.5): one that
/// has more digits is held against others by what it admits.
#[test]
fn a_filed_figure_with_more_digits_than_its_place_refutes_none_that_it_admits() {
    let filed = |value: i64, place: i8| {
        let figure = Figure::new(value, Accuracy::Decimals(place)).unwrap();
        let period: Period = "2024-01-01..2024-12-31".parse().unwrap();
        let report = Report::builder("X", period, Currency::USD)
            .income(IncomeStatement::in_units().revenue(figure))
            .build()
            .unwrap();
        let mut network = Network::new();
        network.add_report("X", &report, &FiscalCalendar::CALENDAR_YEAR);
        network
    };
    for (value, place, text, verdict) in [
        (123_456_789, -6, "$123 million", Verdict::Consistent),
        (123_456_789, -6, "$124 million", Verdict::Consistent),
        (123_456_789, -6, "$125 million", Verdict::Contradicted),
        (1_003_697_123, -3, "$1,003,697 thousand", Verdict::Consistent),
        (1_003_697_123, -3, "$1,003,699 thousand", Verdict::Contradicted),
        // Rounded to its place, it is equal to what is rounded to that place or it is not.
        (123_000_000, -6, "$123 million", Verdict::Consistent),
        (123_000_000, -6, "$124 million", Verdict::Contradicted),
    ] {
        let mut network = filed(value, place);
        network.add(claim("c", "revenue", "FY2024", text));
        let tie_out = network.tie_out();
        let ruling = tie_out.ruling("c").unwrap();
        assert_eq!(ruling.verdict(), verdict, "{value} {text}: {ruling}");
    }
}

/// Nobody's free cash flow is a thousand times operating cash flow less capital expenditures.
#[test]
fn an_open_name_at_another_scale_is_contradicted() {
    let thousandfold = one(claim("c", "free_cash_flow", "FY2024", "$570.0 billion"));
    assert_eq!(thousandfold.verdict(), Verdict::Contradicted, "{thousandfold}");
    let found = &thousandfold.diagnoses()[0];
    assert_eq!((found.change.as_str(), found.to.as_str()), ("scale", "times 0.001"));
    // Another figure at another scale is of a definition that is not known.
    let own = one(claim("c", "free_cash_flow", "FY2024", "$612.4 billion"));
    assert_eq!(own.verdict(), Verdict::Unexplained, "{own}");
}

/// Revenue grew by 25.00%, operating income by 25.96%, and free cash flow by 80 million.
#[test]
fn changes_go_by_the_definitions_of_what_changes() {
    for (measure, text, verdict) in [
        ("change:revenue", "$1.00 billion", Verdict::Consistent),
        ("change:revenue", "$1.10 billion", Verdict::Contradicted),
        ("growth:operating_income", "nearly 26%", Verdict::Consistent),
        ("growth:operating_income", "nearly 25.6%", Verdict::Contradicted),
        ("growth:operating_income", "nearly 26.0%", Verdict::Consistent),
        ("change:free_cash_flow", "$80 million", Verdict::Consistent),
        ("change:free_cash_flow", "$95 million", Verdict::Unexplained),
        // A margin of 13.0 and one of 13.1%.
        ("change:operating_margin", "0.1 percentage points", Verdict::Consistent),
        ("change:operating_margin", "0.3 percentage points", Verdict::Contradicted),
    ] {
        let ruling = one(claim("c", measure, "FY2024", text));
        assert_eq!(ruling.verdict(), verdict, "{measure} {text}: {ruling}");
    }
    // It is 135 million more.
    let ruling = one(claim("c", "change:operating_income", "FY2024", "nearly $0.13 billion"));
    assert_eq!(ruling.verdict(), Verdict::Consistent, "{ruling}");
    assert!(ruling.to_string().ends_with("it is \"nearly\" what rounds down to it"), "{ruling}");
}

/// A filing gives quarters; a text speaks of the half year that they make.
#[test]
fn an_open_name_over_half_a_year_goes_by_the_sum_of_its_quarters() {
    let mut network = Network::new();
    let calendar = FiscalCalendar::CALENDAR_YEAR;
    for (period, cash_in, capex) in
        [("2024-01-01..2024-03-31", 300, 100), ("2024-04-01..2024-06-30", 400, 50)]
    {
        let millions = |value: i64| Figure::millions(value).unwrap();
        let cash_flow = CashFlowStatement::in_units()
            .operating_cash_flow(millions(cash_in))
            .capital_expenditures(millions(capex));
        let period: Period = period.parse().unwrap();
        let report = Report::builder("X", period, Currency::USD).cash_flow(cash_flow);
        network.add_report("X", &report.build().unwrap(), &calendar);
    }
    for (id, text) in [("sum", "$550 million"), ("own", "$480 million")] {
        network.add(claim(id, "free_cash_flow", "2024H1", text).from_document(id));
    }
    let tie_out = network.tie_out();
    let of = |id| tie_out.ruling(id).unwrap();
    assert_eq!(of("sum").verdict(), Verdict::Consistent);
    assert_eq!(of("own").verdict(), Verdict::Unexplained);
    assert_eq!(of("own").nearest()[0].definition, "OCF - capex");
    assert_eq!(of("own").nearest()[0].gap.to_string(), "-0.127");
}

#[test]
fn a_closed_name_is_contradicted_and_told_what_would_make_it_right() {
    for (text, change, to) in [
        ("13.0%", "period", "FY2023"),
        ("-13.1%", "sign", "the other sign"),
        ("0.131%", "scale", "times 100"),
        ("11.3%", "digits", "two digits swapped"),
    ] {
        let wrong = one(claim("c", "operating_margin", "FY2024", text));
        assert_eq!(wrong.verdict(), Verdict::Contradicted, "{text}: {wrong}");
        let found = wrong.diagnoses().first().unwrap_or_else(|| panic!("{text}: {wrong}"));
        assert_eq!((found.change.as_str(), found.to.as_str()), (change, to), "{text}");
    }
    // Nothing is made up where nothing fits.
    let wrong = one(claim("c", "operating_margin", "FY2024", "12.7%"));
    assert_eq!(wrong.diagnoses(), &[]);
    let about = one(claim("c", "operating_margin", "FY2024", "about 20%"));
    assert_eq!(about.diagnoses(), &[]);
}

#[test]
fn a_qualified_growth_is_not_judged_by_the_reported_one() {
    let growth = |text: &str| claim("c", "revenue_growth", "FY2024", text);
    assert_eq!(one(growth("25.0%")).verdict(), Verdict::Consistent);
    assert_eq!(one(growth("27.0%")).verdict(), Verdict::Contradicted);
    let organic = one(growth("27.0%").qualified(Qualifier::Organic));
    assert_eq!(organic.verdict(), Verdict::Undetermined);
    assert_eq!(organic.reason().map(|reason| reason.code()), Some("qualifier"));
}

#[test]
fn a_printed_name_that_nothing_on_record_gives_is_not_accused() {
    let sales = claim("c", "revenue", "FY2024", "$4,900 million");
    assert_eq!(one(sales.clone()).verdict(), Verdict::Contradicted);
    let named = one(sales.printed_as("Total net revenue, managed basis"));
    assert_eq!(named.verdict(), Verdict::Undetermined);
    assert_eq!(named.reason().map(|reason| reason.code()), Some("definition"));
}

#[test]
fn what_was_right_as_first_filed_is_not_accused() {
    let mut network = filed();
    let first = report(2024, [4_900, 655, 900, 330]);
    network.add_first_filed("X", &financials::History::new([first]).unwrap());
    network.add(claim("old", "operating_margin", "FY2024", "13.37%"));
    network.add(claim("wrong", "operating_margin", "FY2024", "13.77%"));
    let tie_out = network.tie_out();
    let old = tie_out.ruling("old").unwrap();
    assert!(old.verdict().holds(), "{old}");
    assert!(old.definition().unwrap().ends_with("as first filed"), "{old}");
    assert_eq!(tie_out.ruling("wrong").unwrap().verdict(), Verdict::Contradicted);
}

fn tied_out(claims: impl IntoIterator<Item = Claim>) -> TieOut {
    let mut network = Network::new();
    claims.into_iter().for_each(|claim| network.add(claim));
    network.tie_out_with_proofs()
}

#[test]
fn those_that_nothing_decides_between_are_in_conflict_with_one_proof() {
    let tie_out = tied_out([
        claim("income", "operating_income", "FY2024", "$464 million"),
        claim("revenue", "revenue", "FY2024", "$1,004 million"),
        claim("margin", "operating_margin", "FY2024", "47.1%"),
    ]);
    for ruling in tie_out.rulings() {
        assert_eq!(ruling.verdict(), Verdict::InConflict, "{ruling}");
        let mut members = ruling.conflict().unwrap().members().to_vec();
        members.sort();
        assert_eq!(members, ["income", "margin", "revenue"]);
    }
    let proofs = tie_out.rulings().iter().filter_map(Ruling::certificate);
    let proofs: Vec<_> = proofs.collect();
    assert_eq!(proofs.len(), 1, "one conflict has one proof");
    assert_eq!(proofs[0].statements.len(), 3);
    assert_eq!(proofs[0].steps.last().unwrap().range, None);
}

#[test]
fn an_unlabelled_figure_is_not_held_against_the_adjusted_one_alone() {
    let income = |id, text| claim(id, "net_income", "2024Q3", text);
    let adjusted = income("adjusted", "$655 million").on(Basis::Adjusted);
    let tie_out = tied_out([income("plain", "$212 million"), adjusted.clone()]);
    assert_eq!(tie_out.ruling("plain").unwrap().verdict(), Verdict::Undetermined);
    let gaap = income("gaap", "$300 million").on(Basis::Gaap);
    let tie_out = tied_out([income("plain", "$212 million"), adjusted, gaap.clone(), gaap]);
    assert_eq!(tie_out.ruling("plain").unwrap().verdict(), Verdict::Contradicted);
}

/// A bank's filing tags the parent's income alone, 14,393 after 12,898 million: up 11.6%.
fn of_a_bank(name: &str, level: &str, growth: &str) -> Ruling {
    let mut network = Network::new();
    for (year, income) in [(2023, 12_898), (2024, 14_393)] {
        let period: Period = format!("{year}-01-01..{year}-12-31").parse().unwrap();
        let income = Figure::millions(income).unwrap();
        let report = Report::builder("X", period, Currency::USD)
            .income(IncomeStatement::in_units().net_income(income));
        network.add_report("X", &report.build().unwrap(), &FiscalCalendar::CALENDAR_YEAR);
    }
    let level = claim("level", "net_income", "FY2024", level);
    let growth = claim("growth", "net_income_growth", "FY2024", growth);
    network.add(level.printed_as(name).from_document("release"));
    network.add(growth.printed_as(name).from_document("release"));
    network.tie_out().ruling("growth").unwrap().clone()
}

/// What the document itself says the line is, its growth is the growth of.
#[test]
fn a_growth_is_that_of_the_line_that_the_document_prints() {
    let right = of_a_bank("net income", "$14.4 billion", "12%");
    assert_eq!(right.verdict(), Verdict::Consistent);
    let swapped = of_a_bank("net income", "$14.4 billion", "21%");
    assert_eq!(swapped.verdict(), Verdict::Contradicted);
    // Income with what is others' may have grown a little more.
    let near = of_a_bank("net income", "$14 billion", "12.4%");
    assert_eq!(near.verdict(), Verdict::Unexplained);
    // A document that does not print the line leaves open which it means.
    let open = of_a_bank("net income", "$15.9 billion", "21%");
    assert!(!open.verdict().is_accused(), "{open}");
    // Income from continuing operations is another line, which nothing has on record.
    let continuing = of_a_bank("net income from continuing operations", "$14.4 billion", "21%");
    assert_eq!(continuing.verdict(), Verdict::Undetermined);
    assert_eq!(continuing.definition(), Some("continuing operations"));
}

/// That an amount is above zero is known of nearly every line, and says nothing of how much it is.
#[test]
fn a_figure_of_which_nothing_but_the_sign_is_known_is_undetermined() {
    let mut network = Network::new();
    network.add(claim("revenue", "revenue", "FY2024", "$1"));
    network.add(claim("growth", "revenue_growth", "FY2024", "5%"));
    let tie_out = network.tie_out();
    for id in ["revenue", "growth"] {
        let ruling = tie_out.ruling(id).unwrap();
        assert_eq!(ruling.verdict(), Verdict::Undetermined, "{ruling}");
        assert_eq!(ruling.reason(), Some(Reason::NothingElse), "{ruling}");
        assert_eq!(ruling.computed(), None, "{ruling}");
    }
}

#[test]
fn what_is_assumed_of_a_figure_is_read_back_and_nothing_else_is() {
    for (text, is_zero) in
        [("X cash FY2024 is zero", true), ("X cash FY2024 is not below zero", false)]
    {
        let json = format!("{text:?}");
        let assumed: Assumption = serde_json::from_str(&json).unwrap();
        assert_eq!((assumed.figure(), assumed.is_zero()), ("X cash FY2024", is_zero));
        assert_eq!(assumed.to_string(), text);
        assert_eq!(serde_json::to_string(&assumed).unwrap(), json);
    }
    let error = serde_json::from_str::<Assumption>("\"X cash FY2024 is large\"").unwrap_err();
    assert_eq!(
        error.to_string(),
        "assumed is \"X cash FY2024 is large\", and must end in `is zero` or `is not below zero`"
    );
}

#[test]
fn the_parts_of_a_filed_figure_s_id_are_those_of_its_subject() {
    let id = "filing:NYSE:BRK.A:segment_revenue:rail:2025Q2:GAAP";
    let parts = FiledId::parse(id, "NYSE:BRK.A").unwrap();
    assert_eq!(parts.subject, "NYSE:BRK.A");
    assert_eq!(parts.measure, "segment_revenue:rail");
    assert_eq!((parts.period, parts.basis), ("2025Q2", "GAAP"));
    assert_eq!(parts.to_string(), id);
    for (id, subject) in [(id, "NYSE:BRK"), ("f7", "NYSE"), ("filing:X:revenue:GAAP", "X")] {
        assert_eq!(FiledId::parse(id, subject), None, "{id} {subject}");
    }
}
