//! Sentences of releases that had not been seen: what goes on from words before, whose a figure is.

#![expect(clippy::expect_used, reason = "helpers of tests may fail them")]

mod marked;

use marked::{holds, holds_alone};

/// The name by which the subject tells its results is no segment's, and the whole has no name.
#[test]
fn the_company_and_the_whole_are_no_segments() {
    holds(
        "Harbor Bancorp reported net income of ⟦$31.7 million|actual net_income 2025Q2⟧.\nSpecifically, Harbor Bancorp's revenue was ⟦$90 million|actual revenue 2025Q2⟧.",
    );
    holds(
        "Worldwide net revenues were ⟦$13.3 billion|actual revenue 2025Q2⟧. Global Ferrol net revenues were ⟦$3.4 billion|actual revenue /global_ferrol 2025Q2⟧.",
    );
    holds(
        "Global net revenues from the eye care portfolio were ⟦$6.2 billion|actual revenue /eye_care_portfolio 2025Q2⟧.",
    );
}

#[test]
fn a_change_is_measured_from_what_it_is_compared_with() {
    holds(
        "Net sales were ⟦$10.6 billion|actual revenue 2025Q2⟧, a ⟦2.5%|growth revenue @quarter_ago 2025Q2⟧ rise compared to ⟦$10.4 billion|prior revenue 2025Q1⟧ for Q1 2025.",
    );
    holds(
        "Net interest income was ⟦$88 million|actual net_interest_income 2025Q2⟧, an increase of ⟦$2 million|change net_interest_income @quarter_ago 2025Q2⟧ compared to the linked quarter.",
    );
    holds(
        "EPS was ⟦$0.89|actual eps_diluted 2025Q2⟧, an ⟦82%|growth eps_diluted @year_ago 2025Q2⟧ increase from the previous year and up ⟦14%|growth eps_diluted @quarter_ago 2025Q2⟧ from the prior quarter.",
    );
    holds(
        "Interest expense was ⟦$1.14 billion|actual interest_expense 2025Q2⟧, up ⟦1.8%|growth interest_expense @year_ago 2025Q2⟧ from the prior-year level of ⟦$1.12 billion|prior interest_expense 2024Q2⟧.",
    );
}

/// What is counted, a rate of what is sold and a ratio of two measures are none of either.
#[test]
fn what_has_a_measure_in_its_name_is_not_it() {
    holds("Revenue per available seat mile edged up ⟦0.7%|-no_measure⟧.");
    holds("Total stockholders' equity to total assets improved to ⟦12.3%|-outside⟧.");
    holds("These limits led to ⟦$800 million|-no_measure⟧ in inventory and related charges.");
    holds("The board approved a ⟦$20 billion|-no_measure⟧ share repurchase authorization.");
    holds(
        "There are ⟦606 customers|-no_measure⟧ with trailing 12-month product revenue greater than ⟦$1 million|-outside⟧.",
    );
}

/// A loss in brackets has its sign in the print.
#[test]
fn a_loss_is_turned_once() {
    holds("Operating loss was ⟦$174 million|actual operating_income 2025Q2 negated⟧.");
    holds("Operating loss was ⟦$(174) million|actual operating_income 2025Q2⟧.");
}

#[test]
fn what_goes_on_is_of_what_was_told_before() {
    holds(
        "Net income was ⟦$31 million|actual net_income 2025Q2⟧. This represents an increase from ⟦$29 million|prior net_income 2025Q1⟧ and ⟦$0.82|prior eps_diluted 2025Q1⟧ per share in the first quarter of 2025.",
    );
    holds(
        "Cloud revenue was ⟦$4 billion|actual revenue /cloud 2025Q2⟧. Organic sales increased ⟦6%|growth revenue @year_ago /cloud 2025Q2 adjusted⟧. Total revenue was ⟦$9 billion|actual revenue 2025Q2⟧.",
    );
    holds(
        "International revenues were ⟦$2 billion|actual revenue /international 2025Q2⟧, but the operating margin contracted to ⟦4.5%|actual operating_margin /international 2025Q2⟧.",
    );
    holds(
        "For the third quarter of 2025, revenue is expected to be ⟦$8.7 billion|guidance revenue 2025Q3⟧. At the mid-point, this represents growth of ⟦28%|guidance revenue @year_ago 2025Q3⟧.",
    );
}

/// A name alone heads the rows of a segment once the whole has been told.
#[test]
fn a_heading_that_is_a_name_is_a_segment() {
    holds(
        "- Revenue: ⟦$113.2 billion|actual revenue 2025Q2⟧\nQ2 Optima (Health Services)\n- Revenue: ⟦$69.2 billion|actual revenue /optima 2025Q2⟧\nOther Metrics:\n- Net margin: ⟦2.1%|actual net_margin 2025Q2⟧",
    );
    holds(
        "Performance by Business Segment\nRevenue was ⟦$9 billion|actual revenue 2025Q2⟧.\nMargin and Cost Structure\nOperating margin was ⟦9.4%|actual operating_margin 2025Q2⟧.",
    );
}

#[test]
fn a_period_is_named_in_parts() {
    holds(
        "Its second-quarter revenue for the 2025 fiscal year reached ⟦$39.3 billion|actual revenue 2025Q2⟧.",
    );
    holds("Net sales were ⟦$30.9 billion|actual revenue 2025H1⟧ for 6M 2025.");
    holds(
        "It earned ⟦$4.2 billion|actual net_income 2025H1⟧, or ⟦$2.38|actual eps_diluted 2025H1⟧ per diluted share, for the first six months (6M) ended on 30 June 2025.",
    );
    holds_alone(
        "Results for the second quarter of 2025\nEPS was ⟦$0.75|actual eps_diluted 2025Q2⟧ in the second quarter, compared to ⟦$0.57|prior eps_diluted 2024Q2⟧ a year ago and second quarter revenue was ⟦$6 million|actual revenue 2025Q2⟧.",
    );
}

#[test]
fn a_basis_is_said_around_the_measure() {
    holds(
        "On a non-GAAP(*) basis, gross margin was ⟦43%|actual gross_margin 2025Q2 adjusted⟧ and net income was ⟦$781 million|actual net_income 2025Q2 adjusted⟧.",
    );
    holds("Its adjusted per-share earnings rose to ⟦$3.19|actual eps_diluted 2025Q2 adjusted⟧.");
    holds("It had operating earnings of ⟦67 cents|actual eps_diluted 2025Q2 adjusted⟧ per share.");
    holds(
        "Revenue was ⟦$13 billion|actual revenue 2025Q2⟧, an increase of ⟦8.4%|growth revenue @year_ago 2025Q2 gaap⟧ on a reported basis, or ⟦9.8%|growth revenue @year_ago 2025Q2 adjusted constant⟧ on an operational basis.",
    );
}

/// What a sentence opens with is compared with what it goes on to.
#[test]
fn a_comparison_may_stand_first() {
    holds(
        "Compared with ⟦$5.7 billion|prior revenue 2024Q2⟧ a year ago, revenue was ⟦$6.8 billion|actual revenue 2025Q2⟧.",
    );
    holds(
        "Compared to ⟦$1.3 billion|prior operating_income /cloud_segment 2025Q1⟧ in the first quarter of 2025, Cloud segment operating income was ⟦$1.2 billion|actual operating_income /cloud_segment 2025Q2⟧.",
    );
}

/// What puts an amount another way, for a share or in parts of a hundred, is of its period.
#[test]
fn an_amount_put_another_way_is_one_figure() {
    holds(
        "GAAP net income was ⟦$94.0 million|actual net_income 2025Q2 gaap⟧, or ⟦$2.87|actual eps_diluted 2025Q2⟧ diluted EPS, an increase of ⟦11%|growth net_income @year_ago 2025Q2 gaap⟧ compared to ⟦$85.0 million|prior net_income 2024Q2 gaap⟧.",
    );
    holds(
        "Net interest income was ⟦$75.6 million|actual net_interest_income 2025Q2⟧, up ⟦$1.4 million|change net_interest_income @quarter_ago 2025Q2⟧ or ⟦1.9%|growth net_interest_income @quarter_ago 2025Q2⟧ from the first quarter of 2025.",
    );
    holds(
        "The net loss was ⟦$612 million|actual net_income 2025Q2 negated⟧, an improvement from the ⟦$1,439 million|prior net_income 2024Q2 negated⟧ net loss in Q2 2024.",
    );
}

/// The head of a part of a report before a dash is no segment.
#[test]
fn a_part_of_a_report_is_no_segment() {
    holds("Financial Performance - Total revenue was ⟦$103.2 million|actual revenue 2025Q2⟧.");
}
