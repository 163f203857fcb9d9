//! Any companyfacts file is read or refused, and what is read gives its history under every vintage.
#![no_main]

use financials::companyfacts::{CompanyFacts, Vintage};
use libfuzzer_sys::fuzz_target;

/// Reads a file, and asks for all that it can give.
fn check(bytes: &[u8]) {
    let strict = CompanyFacts::parse(bytes);
    let Ok(facts) = CompanyFacts::parse_lenient(bytes) else {
        assert!(strict.is_err(), "what the strict reader takes the lenient one takes");
        return;
    };
    if let Ok(strict) = strict {
        assert_eq!(strict, facts);
    }
    let filed = facts.concepts().iter().flat_map(|concept| &concept.units);
    let filed = filed.flat_map(|unit| &unit.facts).map(|fact| fact.filed).min();
    let days = filed.map(Vintage::AsOf);
    for vintage in [Vintage::First, Vintage::Latest].into_iter().chain(days) {
        let known = facts.known(vintage);
        for concept in facts.concepts() {
            let _ = known.concept(&concept.taxonomy, &concept.name);
        }
        for item in known.items() {
            let series = known.item(item).series;
            for amount in series.entries.iter().filter_map(|entry| entry.amount.as_ref().ok()) {
                assert!(!amount.inputs.is_empty(), "a figure rests on filings");
            }
        }
        let _ = known.history();
    }
}

/// Flows that an identity joins and others, a balance, amounts per share and counts of shares, in
/// the order of the bytes.
const UNITS: [(&str, &str); 10] = [
    ("Revenues", "USD"),
    ("Assets", "USD"),
    ("EarningsPerShareDiluted", "USD/shares"),
    ("WeightedAverageNumberOfDilutedSharesOutstanding", "shares"),
    ("CostOfRevenue", "USD"),
    ("GrossProfit", "USD"),
    ("NetIncomeLoss", "USD"),
    ("WeightedAverageNumberOfSharesOutstandingBasic", "shares"),
    ("IncomeLossFromDiscontinuedOperationsNetOfTax", "USD"),
    ("PaymentsToAcquirePropertyPlantAndEquipment", "USD"),
];

/// Makes a file of facts from bytes: six for each fact, of which one is its concept, two its
/// period, two its value and one its filing.
fn made(bytes: &[u8]) -> Vec<u8> {
    let mut rows = [const { Vec::new() }; UNITS.len()];
    for fact in bytes.chunks_exact(6).take(200) {
        let [concept, from, length, high, low, filing] = fact else { continue };
        let month = |at: u16| (2015 + at / 12, at % 12 + 1);
        let (start, span) = (u16::from(*from) % 96, u16::from(*length) % 24);
        let ((y, m), (ey, em), (fy, fm)) = (
            month(start),
            month(start + span),
            month((start + span + 1 + u16::from(*filing) / 16).min(250)),
        );
        let value = i32::from(i16::from_be_bytes([*high, *low]));
        let form = ["10-Q", "10-K", "8-K", "10-K/A"][usize::from(filing % 4)];
        let at = usize::from(*concept) % UNITS.len();
        let begins = if at == 1 { String::new() } else { format!("\"start\":\"{y}-{m:02}-01\",") };
        rows[at].push(format!(
            "{{{begins}\"end\":\"{ey}-{em:02}-28\",\"val\":{value},\"accn\":\"0000000001-{:02}-{:06}\",
            \"fy\":{ey},\"fp\":\"FY\",\"form\":\"{form}\",\"filed\":\"{fy}-{fm:02}-15\"}}",
            fy % 100,
            filing,
        ));
    }
    let tags = UNITS.iter().zip(rows).map(|((name, unit), rows)| {
        format!("\"{name}\":{{\"units\":{{\"{unit}\":[{}]}}}}", rows.join(","))
    });
    let tags: Vec<_> = tags.collect();
    format!("{{\"cik\":1,\"facts\":{{\"us-gaap\":{{{}}}}}}}", tags.join(",")).into_bytes()
}

fuzz_target!(|bytes: &[u8]| {
    check(bytes);
    check(&made(bytes));
});
