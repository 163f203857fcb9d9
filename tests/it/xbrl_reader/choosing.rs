//! Which facts are the figures of a report, against what people read in the filings.

use financials::{
    Accuracy, Basis, Currency, Item, Period,
    xbrl::{Axis, ChoiceError, Disaggregation, Fact, Facts, Labels, Primary},
};
use serde_json::Value;

use super::truth::{content, folder};

fn read(name: &str) -> Facts {
    Facts::parse(&content(&folder().join(name))).unwrap()
}

/// The filings of which the segments are known.
const FILINGS: [(&str, &str); 4] = [
    ("aapl-10k-2023", "aapl-20230930_htm.xml"),
    ("amzn-10k-2022", "amzn-20221231_htm.xml"),
    ("tsla-10q-2024q2", "tsla-20240630_htm.xml"),
    ("unh-10k-2024", "unh-10-k-2025-02-27.html"),
];

/// The members of figures with their values, sorted.
fn members(facts: &[Fact<'_>]) -> Vec<String> {
    let member = |fact: &Fact<'_>| {
        let axes: Vec<String> =
            fact.dimensions().map(|axis| format!("{}={}", axis.axis, axis.member)).collect();
        format!("{} {}", axes.join(" "), fact.number().unwrap())
    };
    let mut members: Vec<String> = facts.iter().map(member).collect();
    members.sort();
    members
}

fn expected(rows: &Value) -> Vec<String> {
    let rows = rows.as_array().map(Vec::as_slice).unwrap_or_default().iter();
    let row = |row: &Value| {
        let mut axes: Vec<String> = row["dims"]
            .as_object()
            .unwrap()
            .iter()
            .map(|(axis, member)| format!("{axis}={}", member.as_str().unwrap()))
            .collect();
        axes.sort();
        format!("{} {}", axes.join(" "), row["value"].as_str().unwrap())
    };
    let mut rows: Vec<String> = rows.map(row).collect();
    rows.sort();
    rows
}

/// In the order of the truth, whatever the order of the axes.
fn sorted(rows: Vec<String>) -> Vec<String> {
    let sorted = |row: String| {
        let mut words: Vec<&str> = row.split(' ').collect();
        words.sort_unstable();
        words.join(" ")
    };
    let mut rows: Vec<String> = rows.into_iter().map(sorted).collect();
    rows.sort();
    rows
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn breakdowns_are_those_that_people_read_in_the_filings() {
    let folder = folder();
    let truth: Value =
        serde_json::from_slice(&content(&folder.join("truth/segments.json"))).unwrap();
    let mut held = 0;
    for (filing, document) in FILINGS {
        let facts = read(&format!("{filing}/{document}"));
        let primary = Primary::of(&facts).unwrap();
        for period in truth[filing]["periods"].as_array().unwrap() {
            let dates = [&period["start"], &period["end"]].map(|date| date.as_str().unwrap());
            let range: Period = format!("{}..{}", dates[0], dates[1]).parse().unwrap();
            for (name, breakdown) in period["breakdowns"].as_object().unwrap() {
                let concept = breakdown["concept"].as_str().unwrap();
                let (family, local) = concept.split_once(':').unwrap();
                let total = primary.number(family, local, range).unwrap().unwrap();
                assert_eq!(total.number().unwrap().to_string(), period["total"].as_str().unwrap());
                let axis = match name.as_str() {
                    "products" => Axis::Products,
                    "countries" => Axis::Regions,
                    _ => Axis::Segments,
                };
                let leaves = sorted(expected(&breakdown["leaves"]));
                let place = format!("{filing} {name} {range}");
                match primary.disaggregate(total, axis) {
                    Ok(found) => {
                        assert_eq!(sorted(members(found.parts())), leaves, "{place}");
                        let reconciling = expected(&breakdown["reconciling"]);
                        assert_eq!(sorted(members(found.reconciling())), sorted(reconciling));
                        let out = sorted(expected(&breakdown["subtotals_not_to_add"]));
                        assert_eq!(sorted(members(found.left_out())), out, "{place}");
                        assert!(found.unallocated().is_some_and(|rest| rest.is_zero()), "{place}");
                    }
                    // Amazon's products and services are two, and seven lines that cross them.
                    Err(ChoiceError::Several { sets, .. }) => {
                        assert_eq!((filing, axis), ("amzn-10k-2022", Axis::Products), "{place}");
                        let sizes: Vec<usize> = sets.iter().map(Vec::len).collect();
                        assert_eq!(sizes, [leaves.len(), 2], "{place}");
                    }
                    Err(error) => panic!("{place}: {error}"),
                }
                held += 1;
            }
        }
        let primary_facts = truth[filing]["primary"].as_array().unwrap();
        for fact in primary_facts {
            let (family, local) = fact["concept"].as_str().unwrap().split_once(':').unwrap();
            let text = |key: &str| fact[key].as_str();
            let period = match (text("start"), text("end"), text("instant")) {
                (Some(start), Some(end), _) => format!("{start}..{end}"),
                (_, _, instant) => format!("at {}", instant.unwrap()),
            };
            let number = primary.number(family, local, period.parse().unwrap()).unwrap().unwrap();
            assert_eq!(number.number().unwrap().to_string(), text("value").unwrap(), "{period}");
        }
        for (name, value) in truth[filing]["dei"].as_object().unwrap() {
            let cover = facts.cover();
            let said = match name.as_str() {
                "DocumentType" => cover.form().map(String::from),
                "EntityRegistrantName" => cover.company().map(String::from),
                "DocumentPeriodEndDate" => cover.period_end().map(|date| date.to_string()),
                "DocumentFiscalYearFocus" => cover.fiscal_year().map(|year| year.to_string()),
                "DocumentFiscalPeriodFocus" => cover.fiscal_period().map(String::from),
                "EntityCentralIndexKey" => cover.cik().map(|cik| format!("{cik:010}")),
                "AmendmentFlag" => cover.is_amendment().map(|flag| flag.to_string()),
                _ => continue,
            };
            assert_eq!(said.as_deref(), value.as_str(), "{filing} {name}");
        }
    }
    assert!(held > 20, "{held}");
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn apples_report_has_segments_that_make_up_its_revenue() {
    let folder = folder();
    let facts = read("aapl-10k-2023/aapl-20230930_htm.xml");
    let labels = content(&folder.join("aapl-10k-2023/aapl-20230930_lab.xml"));
    let labels = Labels::parse("labels", &labels).unwrap();
    let report = facts.report(&labels).unwrap();
    assert_eq!(report.period().to_string(), "2022-09-25..2023-09-30");
    assert_eq!(report.company().name(), "Apple Inc.");
    let value = |item: Item| item.value(&report).unwrap().to_string();
    assert!(value(Item::Revenue).contains("383285000000") || value(Item::Revenue).contains("383"));
    let names: Vec<String> =
        report.segments().iter().map(|segment| segment.name().to_string()).collect();
    for name in ["iphone", "mac", "ipad", "americas", "greater_china", "u_s"] {
        assert!(names.iter().any(|known| known == name), "{name} of {names:?}");
    }
    assert_eq!(report.findings(), []);
    for (_, figure) in report.figures() {
        assert_ne!(figure.accuracy(), Accuracy::Unknown);
        assert!(figure.source().unwrap().to_string().contains("at byte"));
    }
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn european_filings_make_reports_in_their_currency() {
    for (name, currency, period, basis) in [
        (
            "kvk-ifrs-en-2023/degrotebv-jaarrekening-en-2023-12-31.html",
            "EUR",
            "2023-01-01..2023-12-31",
            Some(Basis::Ifrs),
        ),
        (
            "kvk-micro-nl-2023/demicrobv-jaarrekening-nl-2023-12-31.html",
            "EUR",
            "2023-01-01..2023-12-31",
            None,
        ),
        ("pandora-dk-ifrs/pandora.xml", "DKK", "2019-01-01..2019-12-31", Some(Basis::Ifrs)),
    ] {
        let facts = read(name);
        let primary = Primary::of(&facts).unwrap();
        assert_eq!(primary.currency(), Some(currency.parse::<Currency>().unwrap()), "{name}");
        assert_eq!(
            primary.period().map(|period| period.to_string()).as_deref(),
            Some(period),
            "{name}"
        );
        let report = facts.report(&Labels::default()).unwrap();
        assert_eq!(report.basis(), basis, "{name}");
    }
    // Consolidated and separate statements, and nothing that says which is meant.
    let both = read("kvk-middel-nl-2023/demiddelgrotebv-jaarrekening-nl-2023-12-31.html");
    let refused = both.report(&Labels::default());
    assert!(matches!(refused, Err(ChoiceError::Frame { members, .. }) if members.len() == 2));
    let axis = "bw2-titel9:FinancialStatementsTypeAxis";
    let separate = Primary::within(&both, axis, "bw2-titel9:SeparateMember");
    assert!(separate.report(separate.period().unwrap(), &Labels::default()).is_ok());
    let facts = read("pandora-dk-ifrs/pandora.xml");
    let axis = "ifrs-full:ConsolidatedAndSeparateFinancialStatementsAxis";
    let separate = Primary::within(&facts, axis, "ifrs-full:SeparateMember");
    let whole = Primary::of(&facts).unwrap();
    let assets = |primary: &Primary<'_>| {
        let fact = primary.number("ifrs-full", "Assets", "at 2019-12-31".parse().unwrap());
        fact.unwrap().unwrap().number()
    };
    assert_ne!(assets(&whole), assets(&separate));
    assert_eq!(Primary::within(&facts, axis, "ifrs-full:NoSuchMember").facts().count(), 0);
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn a_second_registrant_and_earlier_periods_are_no_part_of_the_whole() {
    let facts = read("bxp-10q-2024q1-reit/BXP_instance_Q1_2024_2025.xml");
    let primary = Primary::of(&facts).unwrap();
    let period = primary.period().unwrap();
    assert_eq!(period.to_string(), "2024-01-01..2024-03-31");
    assert!(primary.facts().all(|fact| fact.dimensions().len() == 0));
    let missing = primary.report("2024-02-01..2024-03-31".parse().unwrap(), &Labels::default());
    assert!(matches!(missing, Err(ChoiceError::Period { .. })));
}

/// A filing of one quarter: parts by an axis, and a total.
fn quarter(axis: &str, total: &str, parts: &[(&str, &str)]) -> Facts {
    let mut body = format!(
        "<g:Revenues xmlns:g='http://fasb.org/us-gaap/2025' contextRef='q' unitRef='usd' \
         decimals='-6'>{total}</g:Revenues>"
    );
    for (at, (dimensions, value)) in parts.iter().enumerate() {
        let members: String = dimensions
            .split(' ')
            .map(|member| {
                let (axis, member) = member.split_once('=').unwrap_or((axis, member));
                format!(
                    "<xbrldi:explicitMember dimension='t:{axis}'>t:{member}</xbrldi:explicitMember>"
                )
            })
            .collect();
        body += &format!(
            "<xbrli:context id='m{at}'><xbrli:entity><xbrli:identifier scheme='http://example.com/\
             id'>ACME</xbrli:identifier><xbrli:segment>{members}</xbrli:segment></xbrli:entity>\
             <xbrli:period><xbrli:startDate>2025-04-01</xbrli:startDate><xbrli:endDate>2025-06-30\
             </xbrli:endDate></xbrli:period></xbrli:context><g:Revenues \
             xmlns:g='http://fasb.org/us-gaap/2025' contextRef='m{at}' unitRef='usd' \
             decimals='-6'>{value}</g:Revenues>"
        );
    }
    super::read(&super::instance(&body))
}

fn broken(facts: &Facts, axis: Axis) -> Result<(Vec<String>, String), ChoiceError> {
    let primary = Primary::of(facts).unwrap();
    let period = "2025-04-01..2025-06-30".parse().unwrap();
    let total = primary.number("us-gaap", "Revenues", period).unwrap().unwrap();
    let found: Disaggregation<'_> = primary.disaggregate(total, axis)?;
    let all = found.parts().iter().chain(found.reconciling());
    let numbers = all.map(|fact| fact.number().unwrap().to_string()).collect();
    Ok((numbers, found.unallocated().map_or("unknown".into(), |rest| rest.to_string())))
}

#[test]
fn what_is_missing_is_named_and_never_spread() {
    let products = "ProductOrServiceAxis";
    let short = quarter(products, "100000000", &[("A", "60000000"), ("B", "30000000")]);
    let (parts, rest) = broken(&short, Axis::Products).unwrap();
    assert_eq!((parts.len(), rest.as_str()), (2, "10000000"));
    let over = quarter(products, "100000000", &[("A", "60000000"), ("B", "50000000")]);
    assert!(matches!(broken(&over, Axis::Products), Err(ChoiceError::Exceeds { .. })));
    assert!(matches!(broken(&over, Axis::Regions), Err(ChoiceError::NoMembers { .. })));
    // Rounded to the million, thirds add up to the whole.
    let thirds = [("A", "33000000"), ("B", "33000000"), ("C", "33000000")];
    let (parts, rest) = broken(&quarter(products, "100000000", &thirds), Axis::Products).unwrap();
    assert_eq!((parts.len(), rest.as_str()), (3, "0"));
}

/// A product with the two lines that it is made of, and another: no one can tell that the first is
/// their sum, nor that it is not, so that what is missing is 500 million or 200.
#[test]
fn nothing_is_missing_where_a_member_may_be_the_sum_of_others() {
    let products = "ProductOrServiceAxis";
    let parts = [("A", "300000000"), ("A1", "150000000"), ("A2", "150000000"), ("B", "200000000")];
    let facts = quarter(products, "1000000000", &parts);
    let (numbers, rest) = broken(&facts, Axis::Products).unwrap();
    assert_eq!((numbers.len(), rest.as_str()), (4, "unknown"));
    // Each is a figure of the report, and nothing says that they make revenue up.
    let report = facts.report(&Labels::default()).unwrap();
    let names: Vec<String> =
        report.segments().iter().map(|segment| segment.name().to_string()).collect();
    assert_eq!(names, ["a", "a1", "a2", "b"]);
    assert_eq!(report.findings(), []);
    // To the million, 301 may be the sum of 150 and 150.
    let parts = [("A", "301000000"), ("A1", "150000000"), ("A2", "150000000"), ("B", "200000000")];
    let (_, rest) = broken(&quarter(products, "1000000000", &parts), Axis::Products).unwrap();
    assert_eq!(rest, "unknown");
    let parts = [("A", "350000000"), ("A1", "150000000"), ("A2", "160000000"), ("B", "90000000")];
    let (_, rest) = broken(&quarter(products, "1000000000", &parts), Axis::Products).unwrap();
    assert_eq!(rest, "250000000");
}

#[test]
fn a_member_that_is_not_known_spoils_what_it_is_crossed_with_and_nothing_else() {
    let axis = "StatementBusinessSegmentsAxis";
    let plain = [("A", "60000000"), ("B", "40000000")];
    let country = "StatementGeographicalAxis=US";
    let crossed = format!("A {country}");
    let said = |values: [&'static str; 2]| {
        let more = values.map(|value| (crossed.as_str(), value));
        broken(&quarter(axis, "100000000", &[plain, more].concat()), Axis::Segments)
    };
    for values in [["11000000", "22000000"], ["11000000", "1,000"]] {
        let (numbers, rest) = said(values).unwrap();
        assert_eq!((numbers, rest.as_str()), (vec!["60000000".into(), "40000000".into()], "0"));
    }
    // A member without a number is nothing that the others leave.
    for last in ["40000000", "10,000,000"] {
        let parts = [
            ("A", "60000000"),
            ("B", "15000000"),
            ("C", "10000000"),
            ("C", last),
            ("D", "5000000"),
        ];
        let parts =
            if last.contains(',') { [&parts[..2], &parts[3..]].concat() } else { parts.into() };
        let error = broken(&quarter(axis, "100000000", &parts), Axis::Segments).unwrap_err();
        let code =
            matches!(error, ChoiceError::Inconsistent { .. } | ChoiceError::Unreadable { .. });
        assert!(code, "{last}: {error}");
    }
}

/// Where it cannot be told which members add up, there is no rest either.
#[test]
fn too_many_members_or_sets_are_told_as_such() {
    let products = "ProductOrServiceAxis";
    let refused = |parts: &[(String, String)]| {
        let parts: Vec<(&str, &str)> =
            parts.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let error = broken(&quarter(products, "100000000", &parts), Axis::Products).unwrap_err();
        assert!(matches!(error, ChoiceError::TooMany { .. }), "{error}");
    };
    let part = |at: usize, millions: i64| (format!("M{at}"), format!("{millions}000000"));
    let many: Vec<(String, String)> = (0..25).map(|at| part(at, 1)).collect();
    refused(&many);
    // Ten of twenty tens in more ways than are told apart, and all with what is taken off 90.
    let mut ways: Vec<(String, String)> = (0..20).map(|at| part(at, 10)).collect();
    ways.push(part(20, -110));
    refused(&ways);
}

#[test]
fn eliminations_are_taken_in_and_crossed_axes_are_not() {
    let segments = [
        ("A ConsolidationItemsAxis=OperatingSegmentsMember", "70000000"),
        ("B ConsolidationItemsAxis=OperatingSegmentsMember", "50000000"),
        ("ConsolidationItemsAxis=IntersegmentEliminationMember", "-20000000"),
        ("A ProductOrServiceAxis=X", "70000000"),
    ];
    let facts = quarter("StatementBusinessSegmentsAxis", "100000000", &segments);
    let (parts, rest) = broken(&facts, Axis::Segments).unwrap();
    assert_eq!(parts, ["70000000", "50000000", "-20000000"]);
    assert_eq!(rest, "0");
}

/// As an oil company has it: segments by country, what reconciles them, and no segment as a whole.
#[test]
fn segments_may_be_crossed_with_countries() {
    let operating = "ConsolidationItemsAxis=OperatingSegmentsMember";
    let crossed = |segment: &str, country: &str| {
        format!("{segment} StatementGeographicalAxis={country} {operating}")
    };
    let parts = [
        (crossed("Upstream", "US"), "30000000"),
        (crossed("Upstream", "NonUs"), "25000000"),
        (crossed("Downstream", "US"), "40000000"),
        (crossed("Downstream", "NonUs"), "20000000"),
        ("ConsolidationItemsAxis=CorporateNonSegmentMember".to_owned(), "1000000"),
        ("ConsolidationItemsAxis=IntersegmentEliminationMember".to_owned(), "-16000000"),
    ];
    let parts: Vec<(&str, &str)> =
        parts.iter().map(|(dimensions, value)| (dimensions.as_str(), *value)).collect();
    let facts = quarter("StatementBusinessSegmentsAxis", "100000000", &parts);
    let (numbers, rest) = broken(&facts, Axis::Segments).unwrap();
    assert_eq!((numbers.len(), rest.as_str()), (6, "0"));
    // The labels of what is crossed name both.
    let report = facts.report(&Labels::default()).unwrap();
    let names: Vec<String> =
        report.segments().iter().map(|segment| segment.name().to_string()).collect();
    assert!(names.contains(&"upstream_us".to_owned()), "{names:?}");
}

/// A streaming service: a lone country rounded to hundreds of millions, and regions of its service
/// that leave what it sold otherwise.
#[test]
fn one_member_that_falls_short_is_no_breakdown() {
    let lone = [("US", "40000000")];
    let facts = quarter("StatementGeographicalAxis", "100000000", &lone);
    assert!(matches!(broken(&facts, Axis::Regions), Err(ChoiceError::NoMembers { .. })));
    let regions = [
        ("US", "40000000"),
        ("Americas ProductOrServiceAxis=Streaming", "58000000"),
        ("Europe ProductOrServiceAxis=Streaming", "40000000"),
    ];
    let facts = quarter("StatementGeographicalAxis", "100000000", &regions);
    let (numbers, rest) = broken(&facts, Axis::Regions).unwrap();
    assert_eq!((numbers, rest.as_str()), (vec!["58000000".into(), "40000000".into()], "2000000"));
}

#[test]
fn filings_make_a_history_with_what_they_stated() {
    use financials::{companyfacts::Vintage, xbrl::Filings};
    let filing = |periods: &[(&str, &str, &str, &str)]| {
        let facts: String = periods
            .iter()
            .enumerate()
            .map(|(at, (start, end, value, decimals))| {
                format!(
                    "<xbrli:context id='p{at}'><xbrli:entity><xbrli:identifier scheme='http://ex\
                     ample.com/id'>ACME</xbrli:identifier></xbrli:entity><xbrli:period>\
                     <xbrli:startDate>{start}</xbrli:startDate><xbrli:endDate>{end}\
                     </xbrli:endDate></xbrli:period></xbrli:context><g:Revenues \
                     xmlns:g='http://fasb.org/us-gaap/2024' contextRef='p{at}' unitRef='usd' \
                     decimals='{decimals}'>{value}</g:Revenues>"
                )
            })
            .collect();
        super::read(&super::instance(&facts))
    };
    let annual = filing(&[("2024-01-01", "2024-12-31", "1000000000", "-6")]);
    let third = filing(&[
        ("2024-01-01", "2024-09-30", "700000000", "-5"),
        ("2024-07-01", "2024-09-30", "260000000", "-6"),
    ]);
    let mut filings = Filings::new();
    let day = |text: &str| text.parse().unwrap();
    let accession = |text: &str| text.parse().unwrap();
    filings.add(accession("0000000001-24-000003"), "10-Q", day("2024-11-01"), &third).unwrap();
    filings.add(accession("0000000001-25-000001"), "10-K", day("2025-02-15"), &annual).unwrap();
    let history = filings.history(Vintage::Latest).unwrap();
    let figure = |period: &str| {
        let period: Period = period.parse().unwrap();
        let report = history.reports().iter().find(|report| report.period() == period).unwrap();
        let figure = report.figure(Item::Revenue).unwrap();
        (figure.number().to_string(), figure.accuracy())
    };
    assert_eq!(figure("2024-01-01..2024-12-31"), ("1000000000".into(), Accuracy::Decimals(-6)));
    assert_eq!(figure("2024-07-01..2024-09-30"), ("260000000".into(), Accuracy::Decimals(-6)));
    // The year to the million less nine months to the hundred thousand: within 550,000 of it.
    let within = Accuracy::Within { halves: 11, decimals: -5 };
    assert_eq!(figure("2024-10-01..2024-12-31"), ("300000000".into(), within));
    // The same facts as companyfacts state no accuracy.
    let silent = filings.company_facts().known(Vintage::Latest).history().unwrap();
    let mut figures = silent.reports().iter().flat_map(|report| report.figures());
    assert!(figures.all(|(_, figure)| figure.accuracy().is_place_assumed()));
    // Of the fourth quarter so precisely as the third is filed, twice: by the year and nine months.
    let fourth = |report: &&financials::Report| report.period().start().month() == 10;
    let fourth = silent.reports().iter().find(fourth).unwrap();
    let assumed = Accuracy::Assumed { halves: 2, decimals: -7 };
    assert_eq!(fourth.figure(Item::Revenue).unwrap().accuracy(), assumed);
}
