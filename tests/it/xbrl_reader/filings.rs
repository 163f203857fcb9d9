//! Several filings of one company, and one by itself, as a history.

use std::collections::BTreeMap;

use financials::{
    Accuracy, Decimal, History, Item,
    companyfacts::{CompanyFacts, Vintage},
    figure::Origin,
    period::PeriodKind,
    xbrl::{ChoiceError, Facts, Filings, Labels, Primary},
};
use serde_json::Value;

use super::{
    truth::{content, folder},
    written::Written,
};

fn read(name: &str) -> Facts {
    Facts::parse(&content(&folder().join(name))).unwrap()
}

fn companyfacts(name: &str) -> CompanyFacts {
    CompanyFacts::parse(&content(&folder().join("../companyfacts").join(name))).unwrap()
}

const APPLE_QUARTER: &str = "aapl-10q-2025q2/aapl-20250329.htm";
const APPLE_YEAR: &str = "aapl-10k-2023/aapl-20230930_htm.xml";

/// A filing of ACME with revenue over some days and a text of its cover.
fn acme(entity: &str, days: (&str, &str), cover: &str) -> Facts {
    let (start, end) = days;
    super::read(&super::instance(&format!(
        "<xbrli:context id='p'><xbrli:entity><xbrli:identifier scheme='http://example.com/id'>\
         {entity}</xbrli:identifier></xbrli:entity><xbrli:period><xbrli:startDate>{start}\
         </xbrli:startDate><xbrli:endDate>{end}</xbrli:endDate></xbrli:period></xbrli:context>\
         <g:Revenue xmlns:g='https://xbrl.ifrs.org/taxonomy/2024-03-27/ifrs-full' contextRef='p' \
         unitRef='eur' decimals='-6'>250000000</g:Revenue>{cover}"
    )))
}

/// What the periods of flows are called.
fn labels(history: &History) -> Vec<String> {
    let label = |report: &financials::Report| history.label(&report.period()).unwrap().to_string();
    let flows = history.reports().iter().filter(|report| !report.period().is_instant());
    flows.map(label).collect()
}

#[test]
fn a_filing_that_says_little_makes_a_history_by_itself() {
    let mut filings = Filings::new();
    filings.add_unlisted(&acme("ACME", ("2024-01-01", "2024-12-31"), "")).unwrap();
    filings.add_unlisted(&acme("ACME", ("2023-01-01", "2023-12-31"), "")).unwrap();
    let history = filings.history(Vintage::Latest).unwrap();
    assert_eq!(labels(&history), ["FY2023", "FY2024"]);
    let revenue = history.reports()[1].figure(Item::Revenue).unwrap();
    assert_eq!(
        (revenue.number(), revenue.accuracy()),
        (250_000_000.into(), Accuracy::Decimals(-6))
    );
    // Nobody said its accession, and none is made up.
    let source = revenue.source().unwrap();
    assert!(matches!(source.origin(), Origin::Document { title, .. } if title == "document"));
    let other = filings.add_unlisted(&acme("OTHER", ("2024-01-01", "2024-12-31"), ""));
    let other = other.unwrap_err();
    assert!(matches!(other, ChoiceError::OtherCompany { .. }), "{other}");
    assert_eq!(other.to_string(), "xbrl: the filing is of OTHER, and those before it of ACME");
}

#[test]
fn the_cover_says_where_in_the_fiscal_year_a_quarter_is() {
    let cover = |year: &str, quarter: &str, end: &str, year_end: &str| {
        let text = |name: &str, value: &str| {
            format!(
                "<d:{name} xmlns:d='http://xbrl.sec.gov/dei/2024' contextRef='p'>{value}</d:{name}>"
            )
        };
        text("DocumentFiscalYearFocus", year)
            + &text("DocumentFiscalPeriodFocus", quarter)
            + &text("DocumentPeriodEndDate", end)
            + &text("CurrentFiscalYearEndDate", year_end)
            + &text("DocumentType", "10-Q")
    };
    for (days, cover, label) in [
        // NVIDIA's first quarter of fiscal 2026, to the last Sunday of April.
        (("2025-01-27", "2025-04-27"), cover("2026", "Q1", "2025-04-27", "--01-25"), "2026Q1"),
        // Target's first quarter of the year that it names for its beginning.
        (("2024-02-04", "2024-05-04"), cover("2024", "Q1", "2024-05-04", "--02-01"), "2024Q1"),
        // A leap day that the year's end does not have.
        (("2024-03-01", "2024-05-31"), cover("2025", "Q1", "2024-05-31", "--02-29"), "2025Q1"),
        // A third quarter without the nine months, which the year's end places.
        (("2024-07-01", "2024-09-30"), cover("2024", "Q3", "2024-09-30", "--12-31"), "2024Q3"),
        // A cover that names no end: a year from the first day.
        (("2024-07-01", "2024-09-30"), cover("2025", "Q1", "2024-09-30", "june"), "2025Q1"),
    ] {
        let facts = acme("ACME", days, &cover);
        let primary = Primary::of(&facts).unwrap();
        let calendar = primary.calendar().unwrap();
        let period = primary.period().unwrap();
        assert_eq!(calendar.label(&period).unwrap().to_string(), label, "{calendar}");
        let mut filings = Filings::new();
        filings.add_unlisted(&facts).unwrap();
        assert_eq!(labels(&filings.history(Vintage::First).unwrap()), [label]);
    }
    // A quarter without a cover may be any of four.
    let facts = acme("ACME", ("2024-07-01", "2024-09-30"), "");
    assert_eq!(Primary::of(&facts).unwrap().calendar(), None);
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn a_filing_by_itself_knows_how_its_periods_are_called() {
    for (name, expected) in [
        (APPLE_QUARTER, &["2024H1", "2024Q2", "2025H1", "2025Q2"][..]),
        (APPLE_YEAR, &["FY2021", "FY2022", "FY2023"]),
        ("amzn-10k-2022/amzn-20221231_htm.xml", &["FY2020", "FY2021", "FY2022"]),
        ("bxp-10q-2024q1-reit/BXP_instance_Q1_2024_2025.xml", &["2023Q1", "2024Q1"]),
        ("laes-f1a-2024/LAES_instance__2024_2025.xml", &["FY2021", "FY2022", "FY2023"]),
        ("nflx-10k-2009/nflx-20091231.xml", &["FY2007", "FY2008", "FY2009"]),
        ("pandora-dk-ifrs/pandora.xml", &["FY2018", "FY2019"]),
        ("pebk-10q-2024q1-bank/PEBK_instance_Q1_2024_2025.xml", &["2023Q1", "2024Q1"]),
        ("tnp-20f-2023/TNP_instance_FY_2023_2025.xml", &["FY2021", "FY2022", "FY2023"]),
        ("tsla-10q-2024q2/tsla-20240630_htm.xml", &["2023H1", "2023Q2", "2024H1", "2024Q2"]),
        ("unh-10k-2024/unh-10-k-2025-02-27.html", &["FY2022", "FY2023", "FY2024"]),
        ("kvk-ifrs-en-2023/degrotebv-jaarrekening-en-2023-12-31.html", &["FY2022", "FY2023"]),
    ] {
        let mut filings = Filings::new();
        filings.add_unlisted(&read(name)).unwrap();
        let history = filings.history(Vintage::Latest).unwrap();
        assert_eq!(labels(&history), expected, "{name}");
        for (_, figure) in history.reports().iter().flat_map(|report| report.figures()) {
            assert_ne!(figure.accuracy(), Accuracy::Unknown, "{name} {figure:?}");
        }
    }
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn a_filing_is_found_in_the_file_of_its_company() {
    for (name, file, accession) in [
        (APPLE_QUARTER, "full/AAPL_CIK0000320193_asof2026-01-30.json", "0000320193-25-000057"),
        (APPLE_YEAR, "full/AAPL_CIK0000320193_asof2026-01-30.json", "0000320193-23-000106"),
        (APPLE_YEAR, "full/AAPL_CIK0000320193_asof2024-11-01.json", "0000320193-23-000106"),
        ("amzn-10k-2022/amzn-20221231_htm.xml", "core/AMZN.json", "0001018724-23-000004"),
        ("unh-10k-2024/unh-10-k-2025-02-27.html", "july2026/UNH.json", "0000731766-25-000063"),
    ] {
        let facts = read(name);
        let listed = Primary::of(&facts).unwrap().listed_in(&companyfacts(file)).unwrap();
        assert_eq!(listed.accession, Some(accession.parse().unwrap()), "{name}");
    }
    // The file is older than the filing.
    let facts = read(APPLE_QUARTER);
    let file = companyfacts("full/AAPL_CIK0000320193_asof2024-11-01.json");
    assert_eq!(Primary::of(&facts).unwrap().listed_in(&file), None);
}

/// How precisely a filing states each number of the whole, by the truth: the finest of each.
fn stated(truth: &str) -> BTreeMap<(String, String), (String, Option<i64>)> {
    let truth = content(&folder().join("truth").join(truth));
    let mut found: BTreeMap<(String, String), (String, Option<i64>)> = BTreeMap::new();
    for line in String::from_utf8(truth).unwrap().lines() {
        let fact: Value = serde_json::from_str(line).unwrap();
        if fact["kind"] != "numeric" || fact["dims"] != serde_json::json!({}) {
            continue;
        }
        let text = |key: &str| fact[key].as_str().unwrap_or_default().to_owned();
        let period = format!("{}..{}{}", text("start"), text("end"), text("instant"));
        // Nothing is finer than what is exact.
        let decimals = fact["decimals"].as_i64();
        let key = (text("concept"), period);
        let known = found.get(&key).is_some_and(|(_, known)| {
            known.is_none() || decimals.is_some_and(|decimals| *known >= Some(decimals))
        });
        if !known && !text("value").is_empty() {
            found.insert(key, (text("value"), decimals));
        }
    }
    found
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn what_a_companyfacts_file_lists_of_a_filing_takes_its_accuracy() {
    let file = companyfacts("full/AAPL_CIK0000320193_asof2026-01-30.json");
    let mut filings = Filings::of(file.clone());
    for name in [APPLE_QUARTER, APPLE_YEAR] {
        assert!(filings.add_unlisted(&read(name)).unwrap().accession.is_some());
    }
    let truths = [
        ("0000320193-25-000057", stated("aapl-10q-2025q2__aapl-20250329.htm.jsonl.gz")),
        ("0000320193-23-000106", stated("aapl-10k-2023__aapl-20230930_htm.xml.jsonl.gz")),
    ];
    let known = filings.company_facts().known(Vintage::First);
    let (mut upgraded, mut silent) = (0, 0);
    for item in known.items() {
        for entry in known.item(item).series.entries {
            let Ok(amount) = entry.amount else { continue };
            let accuracy = amount.accuracy(|input| filings.accuracy(input));
            let [input] = amount.inputs.as_slice() else { continue };
            let of = truths.iter().find(|(of, _)| input.accession.to_string() == *of);
            let Some((_, truth)) = of.filter(|_| amount.origin.is_reported()) else {
                if amount.origin.is_reported() {
                    assert_eq!(accuracy, Accuracy::Unknown, "{item} {input:?}");
                    silent += 1;
                }
                continue;
            };
            let start = input.start.map(|start| start.to_string()).unwrap_or_default();
            let period = match input.start {
                Some(_) => format!("{start}..{}", input.end),
                None => format!("..{}", input.end),
            };
            let (value, decimals) = &truth[&(input.concept.to_string(), period)];
            assert_eq!(value.parse::<Decimal>().unwrap(), input.value, "{item} {input:?}");
            let expected = match decimals {
                Some(decimals) => Accuracy::Decimals((*decimals).try_into().unwrap()),
                None => Accuracy::Exact,
            };
            if !amount.split_adjusted {
                assert_eq!(accuracy, expected, "{item} {input:?}");
                upgraded += 1;
            }
        }
    }
    assert!(upgraded > 80 && silent > 1_000, "{upgraded} {silent}");
    // The filings add nothing to what the file says but how precisely.
    let (plain, more) = (file.known(Vintage::Latest), filings.history(Vintage::Latest).unwrap());
    for report in plain.history().unwrap().reports() {
        let with = more.report(&report.period()).unwrap();
        for (measure, figure) in report.figures() {
            let number = with.figure(measure).map(|figure| figure.number());
            assert_eq!(number, Some(figure.number()), "{measure} {}", report.period());
        }
    }
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn reports_of_filings_have_the_segments_of_their_periods() {
    let labels = content(&folder().join("aapl-10q-2025q2/aapl-20250329_lab.xml"));
    let mut filings = Filings::new().labelled(Labels::parse("labels", &labels).unwrap());
    filings.add_unlisted(&read(APPLE_QUARTER)).unwrap();
    let history = filings.history(Vintage::Latest).unwrap();
    let quarter = history.labelled("2025Q2".parse().unwrap()).unwrap();
    let revenue = |name: &str| {
        let figure =
            quarter.figure(format!("revenue:{name}").parse::<financials::Measure>().unwrap());
        figure.map(|figure| (figure.number().to_string(), figure.accuracy()))
    };
    // Note 2 of the report, in millions.
    for (name, millions) in [
        ("iphone", 46_841),
        ("mac", 7_949),
        ("ipad", 6_402),
        ("wearables_home_and_accessories", 7_522),
        ("services", 26_645),
        ("americas", 40_315),
        ("greater_china", 16_002),
    ] {
        let expected = (format!("{millions}000000"), Accuracy::Decimals(-6));
        assert_eq!(revenue(name), Some(expected), "{name}");
    }
    assert_eq!(quarter.findings(), []);
}

#[test]
fn a_quarter_two_years_after_the_last_annual_report_has_its_name() {
    let (year, quarter) = ("2022-10-02..2023-09-30", "2024-12-29..2025-03-29");
    let half = "2024-09-29..2025-03-29";
    let annual = Written::report("c:0000000001", "10-K", ("2023", "FY"), year)
        .money("g:Revenues", year, 383_285_000_000, -6)
        .read();
    let second = Written::report("c:0000000001", "10-Q", ("2025", "Q2"), half)
        .money("g:Revenues", half, 219_659_000_000, -6)
        .money("g:Revenues", quarter, 95_359_000_000, -6)
        .read();
    let mut filings = Filings::new();
    for facts in [&annual, &second] {
        filings.add_unlisted(facts).unwrap();
    }
    let known = filings.company_facts().known(Vintage::Latest);
    let revenue = known.item(Item::Revenue).series;
    let named = revenue.quarter(2025, 2).map(|entry| entry.end.to_string());
    assert_eq!(named.as_deref(), Some("2025-03-29"), "{:?}", known.years());
}

/// A file with little of each filing has all of an earlier one, which the later states once more.
#[test]
fn a_filing_is_none_that_ended_before_it() {
    let days = ["2024-01-01..2024-12-31", "2023-01-01..2023-12-31"];
    let facts = Written::report("c:0000000001", "10-K", ("2024", "FY"), days[0])
        .money("g:Revenues", days[0], 120, 0)
        .money("g:Revenues", days[1], 100, 0)
        .read();
    let row = |end: &str, val: i64, number: u8, filed: &str| {
        serde_json::json!({"start": format!("{}-01-01", &end[..4]), "end": end, "val": val,
            "accn": format!("0000000001-25-00000{number}"), "form": "10-K", "filed": filed})
    };
    let listed = |rows: &[Value]| {
        let file = serde_json::json!({"cik": 1, "entityName": "Acme", "facts": {"us-gaap": {
            "Revenues": {"units": {"USD": rows}}}}});
        let file = CompanyFacts::parse(file.to_string().as_bytes()).unwrap();
        Primary::of(&facts).unwrap().listed_in(&file).and_then(|listing| listing.accession)
    };
    let before = row("2023-12-31", 100, 1, "2024-02-01");
    assert_eq!(listed(std::slice::from_ref(&before)), None);
    let now = [before, row("2024-12-31", 120, 2, "2025-02-01")];
    assert_eq!(listed(&now), Some("0000000001-25-000002".parse().unwrap()));
}

/// A cover that counts classes of shares; of each its member, the day, the count and its decimals.
/// Without a member it is the total.
fn counted(classes: &[(&str, &str, &str, Option<i32>)]) -> Facts {
    let half = "2024-01-01..2024-06-30";
    let mut written = Written::report("c:0000000001", "10-Q", ("2024", "Q2"), half)
        .money("g:NetIncomeLoss", half, 70, 0)
        .money("g:NetIncomeLoss", "2024-04-01..2024-06-30", 40, 0);
    for (class, day, count, decimals) in classes {
        let axes = [("g:StatementClassOfStockAxis", *class)];
        let (concept, number) = ("d:EntityCommonStockSharesOutstanding", (*count, "xbrli:shares"));
        let axes = if class.is_empty() { &[][..] } else { &axes };
        written = written.dimensioned(concept, (day, axes), number, *decimals);
    }
    written.read()
}

#[test]
fn each_class_on_a_cover_is_counted_once_whatever_it_counts() {
    let of = |classes: &[(&str, &str, &str, Option<i32>)]| {
        let mut filings = Filings::new();
        let facts = counted(classes);
        filings.add_unlisted(&facts).unwrap();
        // In another syntax it is the same filing.
        filings.add_unlisted(&facts).unwrap();
        let history = filings.history(Vintage::Latest).unwrap();
        let report =
            history.reports().iter().find(|report| report.period().kind() == PeriodKind::Quarter);
        let figure = report.unwrap().figure(Item::SharesOutstanding);
        let count = figure.map(|figure| (figure.number().to_string(), figure.accuracy()));
        (count, filings.findings().len())
    };
    let (a, b, day, other) =
        ("g:CommonClassAMember", "g:CommonClassBMember", "2024-07-31", "2024-07-30");
    let exact = |count: &str| (Some((count.to_owned(), Accuracy::Exact)), 0);
    let counts = of(&[(a, day, "5000000", None), (b, day, "860000", None)]);
    assert_eq!(counts, exact("5860000"));
    // Two classes with as many shares are two.
    let equal = of(&[(a, day, "5000000", None), (b, day, "5000000", None)]);
    assert_eq!(equal, exact("10000000"));
    // One that is said twice, rounded and exactly, is one.
    let twice = [(a, day, "5000000", Some(-6)), (a, day, "5100001", None), (b, day, "9", None)];
    assert_eq!(of(&twice), exact("5100010"));
    // As precise as the classes together.
    let rounded = of(&[(a, day, "5000000", Some(-6)), (b, day, "9000000", Some(-6))]);
    let within = Accuracy::Within { halves: 2, decimals: -6 };
    assert_eq!(rounded, (Some(("14000000".into(), within)), 0));
    // One that contradicts itself, or was counted on another day, leaves no sum.
    let against = [(a, day, "5000000", None), (a, day, "7000000", None), (b, day, "9", None)];
    assert_eq!(of(&against), (None, 1));
    assert_eq!(of(&[(a, day, "5000000", None), (b, other, "9", None)]), (None, 0));
    // A total of an earlier day is no count of this one, and one of this day is.
    let classes = [(a, day, "5000000", None), (b, day, "9", None)];
    assert_eq!(of(&[&classes[..], &[("", "2024-03-31", "999", None)]].concat()), exact("5000009"));
    assert_eq!(of(&[&classes[..], &[("", day, "5000010", None)]].concat()), exact("5000010"));
    // What a class counted before does not add to what it counts now.
    let before = [(a, day, "5000000", None), (b, other, "8", None), (b, day, "9", None)];
    assert_eq!(of(&before), exact("5000009"));
}

#[test]
fn the_day_that_is_taken_for_that_of_filing_says_what_it_is() {
    let dated = |facts: &Facts| {
        let listing = Filings::new().add_unlisted(facts).unwrap();
        assert!(listing.dated.is_assumed());
        format!("{}, {}", listing.filed, listing.dated)
    };
    let day = "2024-07-31";
    let counted = counted(&[("g:CommonClassAMember", day, "5000000", None)]);
    assert_eq!(dated(&counted), "2024-07-31, the last day that its cover speaks of");
    let silent = acme("ACME", ("2024-01-01", "2024-12-31"), "");
    assert_eq!(dated(&silent), "2024-12-31, the last day that it reports on");
}

/// Every order of some things.
fn orders<T: Copy>(all: &[T]) -> Vec<Vec<T>> {
    let Some((first, rest)) = all.split_first() else { return vec![Vec::new()] };
    let mut found = Vec::new();
    for order in orders(rest) {
        for at in 0..=order.len() {
            let mut order = order.clone();
            order.insert(at, *first);
            found.push(order);
        }
    }
    found
}

#[test]
fn filings_make_one_history_in_whatever_order_they_are_added() {
    let year = "2024-01-01..2024-12-31";
    let of = |form: &str, revenue: i64| {
        Written::report("c:0000000001", form, ("2024", "FY"), year)
            .money("g:Revenues", year, revenue, -6)
            .money("g:Assets", "2024-12-31", 3 * revenue, -6)
            .read()
    };
    let euros = Written::report("c:0000000001", "10-K", ("2025", "FY"), "2025-01-01..2025-12-31")
        .text("d:EntityRegistrantName", "2025-01-01..2025-12-31", "Acme of Europe")
        .number("g:Revenues", "2025-01-01..2025-12-31", ("7000000", "iso4217:EUR"), Some(-6))
        .number("g:Assets", "2025-12-31", ("9000000", "iso4217:EUR"), Some(-6))
        .read();
    let (first, amended) = (of("10-K", 100_000_000), of("10-K/A", 110_000_000));
    let other = of("10-K", 120_000_000);
    let mut histories: Vec<(History, Option<Decimal>)> = Vec::new();
    for order in orders(&[&first, &amended, &euros, &other]) {
        let mut filings = Filings::new();
        for facts in order {
            filings.add_unlisted(facts).unwrap();
        }
        let history = filings.history(Vintage::Latest).unwrap();
        let revenue = history.reports().iter().find_map(|report| report.figure(Item::Revenue));
        histories.push((history.clone(), revenue.map(|figure| figure.number())));
    }
    for (history, revenue) in &histories {
        assert_eq!((history, revenue), (&histories[0].0, &histories[0].1));
    }
    // What amends comes after what it amends, though the covers speak of one day.
    for order in [[&first, &amended], [&amended, &first]] {
        let mut filings = Filings::new();
        for facts in order {
            filings.add_unlisted(facts).unwrap();
        }
        let revenue = |vintage| {
            let history = filings.history(vintage).unwrap();
            history.reports()[0].figure(Item::Revenue).unwrap().number()
        };
        assert_eq!(revenue(Vintage::Latest), 110_000_000.into());
        assert_eq!(revenue(Vintage::First), 100_000_000.into());
    }
}
