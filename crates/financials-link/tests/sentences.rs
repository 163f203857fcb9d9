//! Sentences with what each of their figures is about, written by hand.

#![expect(clippy::expect_used, reason = "helpers of tests may fail them")]

mod marked;

use financials_link::{Context, links};
use marked::{holds, holds_alone};

#[test]
fn a_measure_stands_before_its_figure() {
    holds(
        "Revenue was ⟦$12.4 billion|actual revenue 2025Q2⟧ and gross margin ⟦41.2%|actual gross_margin 2025Q2⟧.",
    );
    holds("Operating loss widened to ⟦$31 million|actual operating_income 2025Q2 negated⟧.");
    holds("Free cash flow came in at ⟦$88 million|actual free_cash_flow 2025Q2⟧ for the quarter.");
}

/// What is enumerated is of the name that stands alone before it, and not of the one before that.
#[test]
fn a_name_before_a_figure_is_its_segment() {
    holds(
        "iPhone sales were ⟦$46.8 billion|actual revenue /iphone 2025Q2⟧, Mac ⟦$7.9 billion|actual revenue /mac 2025Q2⟧ and iPad ⟦$6.4 billion|actual revenue /ipad 2025Q2⟧.",
    );
    holds(
        "Revenue was ⟦$95.4 billion|actual revenue 2025Q2⟧; Greater China ⟦$16.0 billion|actual revenue /greater_china 2025Q2⟧, the Americas ⟦$40.3 billion|actual revenue /americas 2025Q2⟧.",
    );
}

#[test]
fn a_measure_stands_behind_its_figure() {
    holds(
        "The company booked ⟦$9.1 billion|actual revenue 2025Q2⟧ in revenue and a ⟦22%|-unit⟧ tailwind.",
    );
    holds(
        "It paid ⟦$310 million|actual dividends_paid 2025Q2⟧ in dividends and spent ⟦$1.2 billion|actual share_repurchases 2025Q2⟧ on share repurchases.",
    );
    holds(
        "Operating income was ⟦$40 million|actual operating_income 2025Q2⟧, representing a ⟦16%|actual operating_margin 2025Q2⟧ margin.",
    );
}

#[test]
fn growth_and_change_have_their_level_behind_to() {
    holds(
        "Net sales rose ⟦7%|growth revenue @year_ago 2025Q2⟧ to ⟦$3.1 billion|actual revenue 2025Q2⟧ from ⟦$2.9 billion|prior revenue 2024Q2⟧.",
    );
    holds(
        "Net income fell by ⟦$12 million|change net_income @year_ago 2025Q2⟧, or ⟦4%|growth net_income @year_ago 2025Q2⟧.",
    );
    holds(
        "Gross margin widened ⟦120 basis points|change gross_margin @year_ago 2025Q2⟧ to ⟦39.0%|actual gross_margin 2025Q2⟧.",
    );
    holds("Revenue slipped ⟦2%|growth revenue @quarter_ago 2025Q2⟧ sequentially.");
    holds(
        "Revenue rose ⟦3%|growth revenue @quarter_ago 2025Q2⟧ from ⟦$4.0 billion|prior revenue 2025Q1⟧ in the previous quarter.",
    );
}

#[test]
fn what_is_compared_has_the_period_of_a_year_ago_unless_it_says_its_own() {
    holds(
        "Operating income was ⟦$5.0 billion|actual operating_income 2025Q2⟧, compared with ⟦$4.4 billion|prior operating_income 2024Q2⟧ a year earlier.",
    );
    holds(
        "Net income was ⟦$80 million|actual net_income 2025Q2⟧, or ⟦$0.41|actual eps_basic 2025Q2⟧ per share (⟦$0.40|actual eps_diluted 2025Q2⟧ per share on a diluted basis), compared with ⟦$71 million|prior net_income 2024Q2⟧, or ⟦$0.36|prior eps_basic 2024Q2⟧ per share (⟦$0.35|prior eps_diluted 2024Q2⟧ per share on a diluted basis).",
    );
    holds(
        "EPS rose from ⟦$1.10|prior eps_diluted 2025Q1⟧ in Q1 2025 to ⟦$1.31|actual eps_diluted 2025Q2⟧ in Q2 2025.",
    );
}

#[test]
fn periods_are_those_of_the_clause() {
    holds(
        "For the six months ended June 30, 2025, revenue was ⟦$24 billion|actual revenue 2025H1⟧.",
    );
    holds("Revenue was ⟦$48 billion|actual revenue FY2024⟧ in fiscal 2024.");
    holds(
        "Operating cash flow was ⟦$9 billion|actual operating_cash_flow TTM2025Q2⟧ for the trailing twelve months.",
    );
    holds(
        "Free cash flow went from ⟦$7 billion|prior free_cash_flow TTM2024Q2⟧ to ⟦$9 billion|actual free_cash_flow TTM2025Q2⟧ over the trailing 12 months.",
    );
    holds(
        "Our effective tax rate was ⟦21.0%|actual effective_tax_rate FY2024⟧, ⟦19.5%|actual effective_tax_rate FY2023⟧ and ⟦20.1%|actual effective_tax_rate FY2022⟧ for fiscal 2024, 2023 and 2022, respectively.",
    );
}

#[test]
fn guidance_and_what_it_replaced() {
    holds(
        "For the third quarter the company expects revenue of ⟦$13.0 billion to $13.4 billion|guidance revenue 2025Q3⟧.",
    );
    holds(
        "It raised its 2025 revenue outlook to ⟦$50 billion|guidance revenue FY2025⟧, up from ⟦$48 billion|guidance revenue FY2025 previous⟧.",
    );
    holds(
        "Q3 Guidance\n• Revenue: ⟦$13.2B|guidance revenue 2025Q3⟧\n• Adj. EPS: ⟦$1.40|guidance eps_diluted 2025Q3 adjusted⟧",
    );
    holds("We expect operating margin of ⟦21%|guidance operating_margin FY2025⟧.");
}

#[test]
fn what_analysts_expect() {
    holds(
        "Revenue was ⟦$12.4 billion|actual revenue 2025Q2⟧, above the ⟦$12.1 billion|consensus revenue 2025Q2⟧ analysts had expected.",
    );
    holds(
        "EPS: ⟦$1.31|actual eps_diluted 2025Q2⟧ vs. ⟦$1.24|consensus eps_diluted 2025Q2⟧ estimated",
    );
    holds("Revenue beat the consensus estimate by ⟦2.1%|surprise revenue 2025Q2⟧.");
    holds(
        "Analysts look for ⟦$4.90|consensus eps_diluted FY2025⟧ per share on revenue of ⟦$50.2 billion|consensus revenue FY2025⟧ for the year.",
    );
}

#[test]
fn segments_by_qualifier_row_region_and_subject() {
    holds(
        "Tools and Other (⟦6.4%|-part⟧ of total sales) revenues fell ⟦3%|growth revenue @year_ago /tools_and_other 2025Q2⟧ to ⟦$546 million|actual revenue /tools_and_other 2025Q2⟧.",
    );
    holds(
        "Cloud revenue grew ⟦31%|growth revenue @year_ago /cloud 2025Q2⟧ to ⟦$2.2 billion|actual revenue /cloud 2025Q2⟧.",
    );
    holds("Sales in Northern Europe fell ⟦4%|growth revenue @year_ago /northern_europe 2025Q2⟧.");
    holds(
        "🔹 Devices and Services: ⟦$1.8 billion|actual revenue /devices_and_services 2025Q2⟧ in revenue, up ⟦6%|growth revenue @year_ago /devices_and_services 2025Q2⟧ year on year",
    );
    holds(
        "In Canada, wholesale revenue rose ⟦9%|growth revenue @year_ago /canada_wholesale 2025Q2⟧ and retail revenue fell ⟦1%|growth revenue @year_ago /canada_retail 2025Q2⟧.",
    );
    holds(
        "Total revenue was ⟦$9 billion|actual revenue 2025Q2⟧. Robotics grew ⟦40%|growth revenue @year_ago /robotics 2025Q2⟧.",
    );
    holds(
        "Southern Region reported operating income of ⟦$70 million|actual operating_income /southern_region 2025Q2⟧.",
    );
}

#[test]
fn lists_in_the_order_of_segments_and_measures() {
    holds(
        "Northland's and Southland's revenues grew ⟦11%|growth revenue @year_ago /northland 2025Q2⟧ and ⟦10%|growth revenue @year_ago /southland 2025Q2⟧, respectively.",
    );
    holds(
        "Total gross margin and product gross margin were ⟦60.1%|actual gross_margin 2025Q2⟧ and ⟦58.7%|actual gross_margin /product 2025Q2⟧, respectively.",
    );
    holds("The two lines rose ⟦11%|-order⟧ and ⟦10%|-order⟧, respectively.");
}

#[test]
fn bases_and_exchange_rates() {
    holds(
        "On a GAAP basis, net income was ⟦$80 million|actual net_income 2025Q2 gaap⟧ and EPS was ⟦$0.40|actual eps_diluted 2025Q2 gaap⟧.",
    );
    holds(
        "Non-GAAP operating income was ⟦$95 million|actual operating_income 2025Q2 adjusted⟧, a margin of ⟦12%|actual operating_margin 2025Q2 adjusted⟧.",
    );
    holds("Revenue (managed): ⟦$47.1 billion|actual revenue 2025Q2 adjusted⟧");
    holds(
        "Revenue fell ⟦10%|growth revenue @year_ago 2025Q2⟧ and ⟦9%|growth revenue @year_ago 2025Q2 adjusted constant⟧ on a reported and currency-neutral basis, respectively.",
    );
    holds(
        "Revenue grew ⟦10%|growth revenue @year_ago 2025Q2⟧, or ⟦8%|growth revenue @year_ago 2025Q2 adjusted constant⟧ in constant currency.",
    );
}

#[test]
fn what_is_no_measure_of_the_company_is_left_alone() {
    holds("Comparable store sales rose ⟦2.1%|-outside⟧.");
    holds("The shares jumped ⟦6%|-market⟧ after hours.");
    holds(
        "Services revenue (⟦34%|-part⟧ of total revenue) grew ⟦12%|growth revenue @year_ago /services 2025Q2⟧.",
    );
    holds("The increase was partially offset by a decrease in sales volume of ⟦1%|-outside⟧.");
    holds("Exchange rates decreased selling, general and administrative expenses by ⟦1%|-driver⟧.");
    holds("Changes in unearned revenue of ⟦$1.6 billion|-part⟧ helped.");
    holds("Annual revenue passed ⟦$100 billion|-part⟧ for the first time.");
}

#[test]
fn a_heading_holds_until_the_next() {
    holds(
        "Six Months Ended June 30, 2025\nRevenue was ⟦$24 billion|actual revenue 2025H1⟧.\nSecond quarter\nRevenue was ⟦$12 billion|actual revenue 2025Q2⟧.",
    );
}

#[test]
fn the_nearest_company_has_the_figure() {
    let text = "Alpha Robotics (NYSE: ALFA) reported revenue of $5.0 billion. Beta Mining (NYSE: BETA) had \
                revenue of $3.1 billion.";
    let links = links(text, &Context::default());
    let subjects: Vec<_> = links.iter().map(|link| link.subject.as_deref()).collect();
    assert_eq!(subjects, [Some("ALFA"), Some("BETA")]);
}

#[test]
fn any_text_is_read_and_each_figure_has_one_link() {
    for text in
        ["", "\n\n", "((((", "$1", "1% 2% 3%, respectively", "as of and 2024", "Q9 FY", "revenue:"]
    {
        let links = links(text, &Context::default());
        assert!(links.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start), "{text}");
    }
}

#[test]
fn a_printed_date_is_that_of_its_balance() {
    let compared = "Inventory was ⟦$34.1 billion|actual inventory 2024-06-30⟧ at June 30, 2024, up \
                    from ⟦$33.3 billion|prior inventory 2023-12-31⟧ at December 31, 2023.";
    holds(compared);
    holds_alone(compared);
    let alone = "Inventory was ⟦$33.3 billion|actual inventory 2023-12-31⟧ at December 31, 2023.";
    holds(alone);
    holds_alone(alone);
    holds_alone(
        "As of June 30, 2025, cash and cash equivalents were ⟦$12.5 billion|actual cash 2025-06-30⟧ and total assets were ⟦$90 billion|actual total_assets 2025-06-30⟧.",
    );
    holds_alone(
        "Total assets were ⟦$812 million|actual total_assets 2024-12-31⟧ on December 31, 2024.",
    );
    holds("The company ended the quarter with cash of ⟦$4.5 billion|actual cash 2025Q2⟧.");
    // A day is none of what is of a span of time.
    holds(
        "At June 30, 2025, debt outstanding was ⟦$2 billion|actual total_debt 2025-06-30⟧ and revenue ⟦$5 billion|actual revenue 2025Q2⟧.",
    );
}

#[test]
fn a_printed_span_is_that_of_its_figure() {
    for known in [holds, holds_alone] {
        known(
            "Revenue for the year ended December 31, 2024 was ⟦$5.1 billion|actual revenue FY2024⟧, compared with ⟦$4.8 billion|prior revenue FY2023⟧ for the year ended December 31, 2023.",
        );
        known(
            "Sales for the thirty-nine weeks ended September 28, 2024 were ⟦$9 million|actual revenue 20249M⟧.",
        );
    }
}

#[test]
fn words_of_change_behind_a_number_are_none_of_it() {
    holds(
        "After ⟦48%|growth revenue @year_ago 2025Q2⟧ YoY revenue growth to ⟦$1.03B|actual revenue 2025Q2⟧ it raised its guidance.",
    );
    holds(
        "Operating income saw a ⟦$2.5 million|change operating_income @year_ago 2025Q2⟧ increase.",
    );
    holds(
        "Total revenue was ⟦$44.8 billion|actual revenue 2025Q2⟧, down ⟦12%|growth revenue @year_ago 2025Q2⟧ from a year earlier and ⟦6%|growth revenue @quarter_ago 2025Q2⟧ from the first quarter.",
    );
    // What a change is from is the period of nothing that follows.
    holds(
        "Net sales rose ⟦5%|growth revenue @year_ago 2025Q2⟧ from 2024. Operating expenses were ⟦$3 million|actual operating_expenses 2025Q2⟧.",
    );
}

#[test]
fn what_another_thing_is_or_has_is_not_the_companys() {
    holds(
        "Revenue was ⟦$9 billion|actual revenue 2025Q2⟧, and average unit prices were ⟦$120|-no_measure⟧.",
    );
    holds("Included in the quarter was a net loss of ⟦$215 million|-driver⟧ on shares.");
    holds("The quarter had the impact of acquisitions of ⟦$0.5 billion|-driver⟧.");
    holds("Same store NOI rose ⟦3.1%|-outside⟧.");
    holds("U.S. upstream earnings were ⟦$1,418 million|actual net_income /u.s._upstream 2025Q2⟧.");
    holds(
        "Cash flow from operations was ⟦$8.6 billion|actual operating_cash_flow 2025Q2⟧; excluding working capital it was ⟦$8.3 billion|actual operating_cash_flow 2025Q2 adjusted⟧.",
    );
    holds(
        "Excluding these charges, operating income increased ⟦4%|growth operating_income @year_ago 2025Q2 adjusted⟧.",
    );
    holds(
        "Investment Management: net revenues of ⟦$1.7 billion|actual revenue /investment_management 2025Q2⟧.",
    );
    holds(
        "FFO was ⟦$98.4 million|actual funds_from_operations 2025Q2⟧, or ⟦$0.91|actual ffo_per_share 2025Q2⟧ per diluted share.",
    );
}

#[test]
fn tables_have_their_periods_in_their_heads() {
    holds(
        "($ in millions)\nThree Months Ended June 30,\t2025\t2024\t% Change\nNet sales\t⟦$ 7,078|actual revenue 2025Q2⟧\t⟦$ 6,873|actual revenue 2024Q2⟧\t⟦3 %|growth revenue @year_ago 2025Q2⟧\nNet income (loss)\t⟦(278)|actual net_income 2025Q2⟧\t⟦255|actual net_income 2024Q2⟧\t\u{2014}\nDiluted EPS\t⟦$(0.38)|actual eps_diluted 2025Q2⟧\t⟦$0.31|actual eps_diluted 2024Q2⟧\tn/m\n",
    );
    holds(
        "Results ($ millions)\n                2Q25      1Q25      2Q24\nRevenues       ⟦44,822|actual revenue 2025Q2⟧    ⟦47,610|actual revenue 2025Q1⟧    ⟦51,181|actual revenue 2024Q2⟧\nCapex           ⟦3,712|actual capital_expenditures 2025Q2⟧     ⟦3,927|actual capital_expenditures 2025Q1⟧     ⟦3,966|actual capital_expenditures 2024Q2⟧\n",
    );
    // Nobody knows the scale, or which of two columns a lone number is in.
    holds(
        "                2Q25      2Q24\nRevenues       ⟦44,822|-unit⟧    ⟦51,181|-unit⟧\nOperating margin   ⟦12.1%|-order⟧\n",
    );
    // No heads say what the numbers are of.
    holds("Revenue\t⟦$5,000|-order⟧\t⟦$4,000|-order⟧\n");
}

/// The words and marks of a sign are the figure's, and what calls it a loss says nothing more.
#[test]
fn a_sign_that_is_printed_is_not_turned() {
    let below = [
        "Free cash flow was negative $69.5 million.",
        "Free cash flow of minus $69.5 million was planned.",
        "We had negative free cash flow of $69.5 million.",
        "Net loss was $(69.5) million.",
        "Net loss of -$69.5 million was in line.",
        "Net loss was $69.5 million.",
    ];
    for text in below {
        let context = Context {
            subject: Some("ACME".to_owned()),
            period: "2025Q2".parse().ok(),
            ..Context::default()
        };
        let links = links(text, &context);
        let [link] = links.as_slice() else { panic!("{text}: {links:?}") };
        let stated = if link.is_negated { -link.stated } else { link.stated };
        assert_eq!(stated.number().to_string(), "-69500000", "{text}");
    }
}

/// Weeks are as many months, and two digits the century, as in the crate's own periods.
#[test]
fn weeks_and_short_years_are_those_of_the_crate() {
    holds_alone(
        "Revenue was ⟦$4 million|actual revenue 2025H1⟧ in the twenty-six weeks ended June 28, 2025.",
    );
    holds_alone(
        "Revenue was ⟦$4 million|actual revenue 2025Q1⟧ in the 12 weeks ended March 29, 2025.",
    );
    holds_alone("Revenue was ⟦$4 million|actual revenue FY1998⟧ in FY98.");
    holds_alone("Revenue was ⟦$4 million|actual revenue 1999Q2⟧ in Q2'99.");
    holds_alone("Revenue was ⟦$4 million|actual revenue 1999H1⟧ in 6M99.");
}

/// "own" says whose count it is, and names no part of the company.
#[test]
fn what_is_one_s_own_is_no_segment() {
    holds("By the company's own count gross profit was ⟦$811 million|actual gross_profit 2025Q2⟧.");
    holds("On its own measure operating income was ⟦$81 million|actual operating_income 2025Q2⟧.");
}
