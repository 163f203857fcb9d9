//! In which order filings stand of which nobody says the day.

use financials::{
    Date, Item,
    companyfacts::Vintage,
    xbrl::{Facts, Filings, Labels},
};

use super::written::Written;

const YEAR: &str = "2023-01-01..2023-12-31";

/// An annual report of a year with its revenue, the shares of which were counted on a day.
fn annual(form: &str, counted: Option<Date>, revenue: i64) -> Facts {
    let written = Written::report("c:0000000001", form, ("2023", "FY"), YEAR).money(
        "g:Revenues",
        YEAR,
        revenue,
        0,
    );
    let shares = "d:EntityCommonStockSharesOutstanding";
    let counted = counted.map(|day| day.to_string());
    match counted {
        Some(day) => written.number(shares, &day, ("5", "xbrli:shares"), None).read(),
        None => written.read(),
    }
}

fn revenue(filings: &Filings, vintage: Vintage) -> String {
    let history = filings.history(vintage).unwrap();
    let report = history.reports().iter().find(|report| report.period().to_string() == YEAR);
    report.unwrap().figure(Item::Revenue).unwrap().number().to_string()
}

/// The amendment says no day after its period, and what it amends does.
#[test]
fn an_amendment_comes_after_what_it_amends() {
    let day: Date = "2024-02-01".parse().unwrap();
    let (original, amended) = (annual("10-K", Some(day), 1_000), annual("10-K/A", None, 1_100));
    let mut histories = Vec::new();
    for order in [[&original, &amended], [&amended, &original]] {
        let mut filings = Filings::new();
        for facts in order {
            filings.add_unlisted(facts).unwrap();
        }
        assert_eq!(revenue(&filings, Vintage::Latest), "1100");
        assert_eq!(revenue(&filings, Vintage::First), "1000");
        assert_eq!(revenue(&filings, Vintage::AsOf(day)), "1100");
        histories.push(filings.history(Vintage::Latest).unwrap());
    }
    assert_eq!(histories[0], histories[1]);
    let mut filings = Filings::new();
    let accession = "0000000001-24-000001".parse().unwrap();
    filings.add(accession, "10-K", "2024-02-15".parse().unwrap(), &original).unwrap();
    let listing = filings.add_unlisted(&amended).unwrap();
    assert_eq!(listing.filed.to_string(), "2024-02-15");
    // An amendment of another year does not move.
    let mut filings = Filings::new();
    let later = "2025-01-01..2025-12-31";
    let other = Written::report("c:0000000001", "10-K", ("2025", "FY"), later)
        .money("g:Revenues", later, 7, 0)
        .read();
    filings.add_unlisted(&amended).unwrap();
    filings.add_unlisted(&other).unwrap();
    assert_eq!(filings.add_unlisted(&amended).unwrap().filed.to_string(), "2023-12-31");
}

/// More than there are numbers apart from one another, in front, behind and between.
#[test]
fn many_filings_make_one_history_in_whatever_order() {
    let first: Date = "2024-02-01".parse().unwrap();
    let mut day = first;
    let mut all = Vec::new();
    for revenue in 0..530 {
        all.push(annual("10-K", Some(day), 1_000 + revenue));
        day = day.tomorrow().unwrap();
    }
    let newest: Vec<&Facts> = all.iter().rev().collect();
    let oldest: Vec<&Facts> = all.iter().collect();
    // The last, the first, the one before the last, the second…
    let ends = (0..265).flat_map(|at| [&all[529 - at], &all[at]]).collect();
    for order in [newest, oldest, ends] {
        let mut filings = Filings::new();
        for facts in order {
            filings.add_unlisted(facts).unwrap();
        }
        assert_eq!(revenue(&filings, Vintage::Latest), "1529");
        assert_eq!(revenue(&filings, Vintage::First), "1000");
        let day = first.tomorrow().unwrap();
        assert_eq!(revenue(&filings, Vintage::AsOf(day)), "1001");
    }
}

#[test]
fn members_without_labels_are_named_as_people_write_them() {
    let quarter = "2023-10-01..2023-12-31";
    let axis = "s:ProductOrServiceAxis";
    let members = [
        ("IPhoneMember", "iphone"),
        ("GreaterChinaSegmentMember", "greater_china"),
        ("WebServicesMember", "web_services"),
        ("HomeIPadMember", "home_ipad"),
        ("USMember", "us"),
        ("USSalesMember", "us_sales"),
    ];
    let mut written = Written::report("c:0000000001", "10-Q", ("2023", "Q4"), quarter).money(
        "g:Revenues",
        quarter,
        63,
        0,
    );
    for (at, (member, _)) in members.iter().enumerate() {
        let (member, value) = (format!("t:{member}"), (1 << at).to_string());
        let axes = [(axis, member.as_str())];
        let number = (value.as_str(), "iso4217:USD");
        written = written.dimensioned("g:Revenues", (quarter, &axes), number, Some(0));
    }
    let report = written.read().report(&Labels::default()).unwrap();
    let mut names: Vec<String> =
        report.segments().iter().map(|segment| segment.name().to_string()).collect();
    let mut expected = members.map(|(_, name)| name);
    names.sort();
    expected.sort_unstable();
    assert_eq!(names, expected);
}
