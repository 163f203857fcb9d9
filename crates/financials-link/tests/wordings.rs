//! Sentences of releases, notes and summaries, with what each of their figures is about.

#![expect(clippy::expect_used, reason = "helpers of tests may fail them")]

mod marked;

use marked::{holds, holds_alone};

#[test]
fn months_and_quarters_of_the_year_so_far() {
    holds(
        "Revenue was ⟦$5 billion|actual revenue 2025Q2⟧. For the six months, revenue totaled ⟦$9 billion|actual revenue 2025H1⟧, reflecting a ⟦2%|growth revenue @year_ago 2025H1⟧ increase year over year.",
    );
    holds(
        "Sales for the two quarters ended June 30, 2025, were ⟦$9.1 billion|actual revenue 2025H1⟧.",
    );
    holds(
        "Net income for the six months was ⟦$62 million|actual net_income 2025H1⟧, a ⟦3%|growth net_income @year_ago 2025H1⟧ decline compared to ⟦$64 million|prior net_income 2024H1⟧ in 2024.",
    );
    holds(
        "Diluted EPS was ⟦$3.13|actual eps_diluted 2025Q2⟧, a decrease of ⟦1%|growth eps_diluted @year_ago 2025Q2⟧, and ⟦$8.59|actual eps_diluted 2025H1⟧ for the six months.",
    );
}

#[test]
fn the_same_period_of_another_year() {
    holds(
        "Operating costs rose to ⟦$6.5 billion|actual operating_expenses 2025Q2⟧ from ⟦$6.0 billion|prior operating_expenses 2024Q2⟧ in the same quarter of 2024.",
    );
    holds(
        "Net income for the quarter was ⟦$1,691 million|actual net_income 2025Q2⟧, compared to ⟦$1,573 million|prior net_income 2024Q2⟧ for the comparable period last year.",
    );
    holds(
        "Revenue was ⟦$9 billion|actual revenue 2025Q2⟧, compared to Q2 2024's ⟦$8 billion|prior revenue 2024Q2⟧.",
    );
    holds(
        "Net income was ⟦$4.1 billion|actual net_income 2025Q2⟧ after ⟦$3.2 billion|prior net_income 2024Q2⟧ a year earlier.",
    );
}

#[test]
fn several_years_and_what_is_left_have_no_period() {
    holds(
        "It returned ⟦$6 billion|actual shareholder_distributions 2025Q2⟧ to shareholders, totaling over ⟦$50 billion|-outside⟧ in the last two years.",
    );
    holds(
        "It repurchased ⟦$256 million|actual share_repurchases 2025Q2⟧; ⟦$962 million|-part⟧ remaining.",
    );
    holds("In all we have repurchased ⟦$2 billion|-part⟧ since 2023.");
}

#[test]
fn what_a_paragraph_opens_with_holds_on_in_it() {
    holds(
        "In the first quarter, sales were ⟦$4.9 billion|actual revenue 2025Q1⟧. Operating cash flow reached ⟦$1.3 billion|actual operating_cash_flow 2025Q1⟧.\nRevenue was ⟦$6 billion|actual revenue 2025Q2⟧.",
    );
}

#[test]
fn footnotes_are_no_part_of_a_word() {
    holds(
        "Organic1 sales rose ⟦2%|growth revenue @year_ago 2025Q2 adjusted⟧ and free cash flow1 was ⟦$4.9 billion|actual free_cash_flow 2025Q2⟧.",
    );
    holds("Adjusted earnings per share2 was ⟦$2.47|actual eps_diluted 2025Q2 adjusted⟧.");
}

#[test]
fn a_name_in_brackets_is_that_of_the_measure_before() {
    holds(
        "It reported adjusted earnings per share (EPS) of ⟦$3.23|actual eps_diluted 2025Q2 adjusted⟧.",
    );
    holds("GAAP and non-GAAP EPS were ⟦$0.93|actual eps_diluted 2025Q2⟧.");
}

#[test]
fn parts_of_a_company_in_small_letters() {
    holds(
        "At company-operated stores, sales totaled ⟦$2.66 billion|actual revenue /company_operated_stores 2025Q2⟧.",
    );
    holds(
        "Sales at franchised kitchens amounted to ⟦$4.09 billion|actual revenue /franchised_kitchens 2025Q2⟧.",
    );
    holds("Other revenues rose ⟦39%|growth revenue @year_ago /other 2025Q2⟧.");
    holds("Revenue was ⟦$2.7 billion|actual revenue /owned_kitchens 2025Q2⟧ from owned kitchens.");
    holds(
        "The company's Northern segment saw a modest ⟦1%|growth revenue @year_ago /northern 2025Q2⟧ rise in net revenues to ⟦$6.8 billion|actual revenue /northern 2025Q2⟧.",
    );
    holds(
        "Northland, one of its two segments, reported a ⟦17%|growth revenue @year_ago /northland 2025Q2⟧ increase in revenues.",
    );
    holds(
        "Roaming remained its engine, generating ⟦$85 billion|actual revenue /roaming 2025Q2⟧ in revenue.",
    );
}

#[test]
fn an_amount_of_something_else_is_none_of_the_measure() {
    holds(
        "Cash from operations was ⟦$12.6 billion|actual operating_cash_flow 2025Q2⟧, with ⟦$3.0 billion|-no_measure⟧ of senior notes issued.",
    );
    holds(
        "Revenue rose ⟦9%|growth revenue @year_ago 2025Q2⟧ and billed business was ⟦$388 billion|-no_measure⟧.",
    );
    holds("The dividend rose to an annual rate of ⟦$8.84|-unit⟧ from ⟦$8.40|-unit⟧.");
    holds("Liquidity of ⟦$77.3 billion|-outside⟧ in cash and investments was strong.");
    holds("Comparable sales fell ⟦3%|-outside⟧, with a ⟦2%|-outside⟧ drop in Northland.");
    holds("Drivers and couriers earned ⟦$17.9 billion|-outside⟧.");
    holds("Revenue surpassed ⟦$20 billion|-part⟧.");
}

#[test]
fn headings_of_lists_and_of_segments() {
    holds(
        "– **Quarterly revenues**:\n– Q2 2025: ⟦$111 billion|actual revenue 2025Q2⟧ compared to ⟦$99 billion|prior revenue 2024Q2⟧ in Q2 2024.",
    );
    holds(
        "Segment performance\nNorthland\nRevenue was ⟦$86 billion|actual revenue /northland 2025Q2⟧.\nTotal revenue was ⟦$111 billion|actual revenue 2025Q2⟧.",
    );
    holds(
        "For the third quarter of 2025, the company anticipates:\n- Earnings per share between ⟦$2.42 and $2.48|guidance eps_diluted 2025Q3⟧, up ⟦18%|guidance eps_diluted @year_ago 2025Q3⟧ at the midpoint",
    );
}

#[test]
fn rows_that_no_head_explains_are_left_alone() {
    holds("Net earnings | $ MM | ⟦4,434|-order⟧ | ⟦5,501|-order⟧ |");
    holds(
        "(Millions)\n Q2'25 Q2'24 YOY % change\nNet interest income ⟦4,038|actual net_interest_income 2025Q2⟧ ⟦3,604|actual net_interest_income 2024Q2⟧ ⟦12|growth net_interest_income @year_ago 2025Q2⟧\n",
    );
    holds(
        "In millions | 2Q'25 | 2Q'24 | YoY growth | FXN YoY growth\nNon-GAAP | | | |\nOperating income | ⟦$1,477|actual operating_income 2025Q2 adjusted⟧ | ⟦$1,252|actual operating_income 2024Q2 adjusted⟧ | ⟦18%|growth operating_income @year_ago 2025Q2 adjusted⟧ | |\nFree cash flow | ⟦$1,445|actual free_cash_flow 2025Q2⟧ | ⟦$1,101|actual free_cash_flow 2024Q2⟧ | ⟦31%|growth free_cash_flow @year_ago 2025Q2⟧ | |\n",
    );
}

#[test]
fn a_change_of_a_table_has_the_sign_that_is_printed() {
    holds(
        "($ in millions)\n\t2Q25\t1Q25\t2Q24\t% change from JUNE 2024\nNet sales\t⟦7,078|actual revenue 2025Q2⟧\t⟦7,900|actual revenue 2025Q1⟧\t⟦7,300|actual revenue 2024Q2⟧\t⟦(3)%|growth revenue @year_ago 2025Q2⟧\n",
    );
}

#[test]
fn two_figures_with_their_measures_and_two_changes() {
    holds(
        "Operating cash flow was ⟦$1.3 billion|actual operating_cash_flow 2025Q2⟧ and free cash flow was ⟦$1.1 billion|actual free_cash_flow 2025Q2⟧, up ⟦15%|growth operating_cash_flow @year_ago 2025Q2⟧ and ⟦23%|growth free_cash_flow @year_ago 2025Q2⟧, respectively.",
    );
    holds(
        "Income from operations was ⟦$796 million|actual operating_income 2025Q2⟧, up ⟦$470 million|change operating_income @year_ago 2025Q2⟧ YoY and ⟦$624 million|change operating_income @quarter_ago 2025Q2⟧ quarter-over-quarter.",
    );
}

#[test]
fn a_title_or_a_dateline_says_what_a_document_is_of() {
    holds_alone(
        "Acme Reports Second Quarter 2025 Results\nRevenue was ⟦$5 billion|actual revenue 2025Q2⟧.",
    );
    holds_alone(
        "Acme grows\nAcme today announced results for the quarter ended June 30, 2025.\nRevenue was ⟦$5 billion|actual revenue 2025Q2⟧.",
    );
    holds_alone(
        "Acme Reports Third Quarter Results\nOMAHA, Oct. 29, 2024 – Acme today reported its results.\nRevenue was ⟦$5 billion|actual revenue 2024Q3⟧.",
    );
    holds_alone(
        "Results for the second quarter and six months ended June 30, 2025\nRevenue was ⟦$5 billion|actual revenue 2025Q2⟧.",
    );
    // A quarter beside a whole year, two quarters, a comparison and an outlook leave it open.
    for open in [
        "Acme Reports Fourth Quarter and Full Year 2024 Results\nRevenue was ⟦$5 billion|actual revenue⟧.",
        "Acme's 2025 rally\nRevenue was ⟦$5 billion|actual revenue⟧.",
        "How Q2 2025 and Q3 2025 went\nRevenue was ⟦$5 billion|actual revenue⟧.",
    ] {
        holds_alone(open);
    }
    holds_alone(
        "Second quarter 2025 results, up from first quarter 2025\nRevenue was ⟦$5 billion|actual revenue 2025Q2⟧.",
    );
}

/// Of a text that names only the year before, every later one may be the year.
#[test]
fn a_year_that_is_compared_with_is_not_that_of_the_text() {
    holds_alone(
        "Net sales rose to ⟦$180.2 million|actual revenue⟧ in the third quarter, compared with ⟦$158.9 million|prior revenue 2024Q3⟧ in third quarter 2024.",
    );
    holds_alone(
        "Compared with the third quarter of 2024, net sales of the third quarter of 2025 rose to ⟦$180.2 million|actual revenue 2025Q3⟧.",
    );
    // The title has the quarter, and the announcement its year.
    holds_alone(
        "Acme Posts Third Quarter Results\nAcme today published its figures for the third quarter ended September 30, 2025.\nNet sales were ⟦$180.2 million|actual revenue 2025Q3⟧ in the third quarter, compared with ⟦$158.9 million|prior revenue 2024Q3⟧ in third quarter 2024. Net income was ⟦$8 million|actual net_income 2025Q3⟧, compared with ⟦$7 million|prior net_income 2024Q3⟧ in third quarter 2024.",
    );
}
