//! Filings where files of figures are asked for: what they are is seen from their content.

use std::{env, io::Write, path::Path};

use flate2::{Compression, write::GzEncoder};
use serde_json::{Value, json};

use crate::{errors, file, own, rows, run, run_with};

fn filing() -> String {
    own("examples/data/filing.xml")
}

fn packed(content: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}

/// A filing of Palantir's in xBRL-JSON: some of the numbers that its companyfacts file lists.
fn palantir_filing() -> String {
    let listed = own("tests/cases/palantir_companyfacts/companyfacts.json");
    let listed: Value = serde_json::from_slice(&std::fs::read(listed).unwrap()).unwrap();
    let mut facts = serde_json::Map::new();
    let name = json!({"value": "Palantir Technologies Inc.", "dimensions": {
        "concept": "d:EntityRegistrantName", "entity": "c:0001321655",
        "period": "2025-01-01T00:00:00/2025-07-01T00:00:00"}});
    facts.insert("name".to_owned(), name);
    for (name, concept) in listed["facts"]["us-gaap"].as_object().unwrap() {
        for (unit, values) in concept["units"].as_object().unwrap() {
            for value in values.as_array().unwrap() {
                if value["accn"] != "0001321655-25-000106" {
                    continue;
                }
                // The end of a day is the midnight after it.
                let day = |key: &str| value[key].as_str().map(|day| day.parse::<Day>().unwrap());
                let end = day("end").unwrap().tomorrow().unwrap();
                let period = match day("start") {
                    Some(start) => format!("{start}T00:00:00/{end}T00:00:00"),
                    None => format!("{end}T00:00:00"),
                };
                let (unit, decimals) = match unit.as_str() {
                    "USD" => ("iso4217:USD", -3),
                    "shares" => ("xbrli:shares", -3),
                    _ => ("iso4217:USD/xbrli:shares", 2),
                };
                facts.insert(
                    format!("f{}", facts.len()),
                    json!({"value": value["val"].to_string(), "decimals": decimals, "dimensions": {
                        "concept": format!("g:{name}"), "entity": "c:0001321655",
                        "period": period, "unit": unit}}),
                );
            }
        }
    }
    json!({
        "documentInfo": {
            "documentType": "https://xbrl.org/2021/xbrl-json",
            "namespaces": {
                "g": "http://fasb.org/us-gaap/2025", "c": "http://www.sec.gov/CIK",
                "d": "http://xbrl.sec.gov/dei/2025",
                "iso4217": "http://www.xbrl.org/2003/iso4217",
                "xbrli": "http://www.xbrl.org/2003/instance"
            }
        },
        "facts": facts
    })
    .to_string()
}

type Day = financials::Date;

/// The revenue of quarters: where it ends, what it is, how precise, from where.
fn revenue(output: &std::process::Output) -> Vec<(String, String, Value, usize, usize)> {
    let quarters = rows(output).into_iter().filter(|row| row["kind"] == "quarter");
    let text = |row: &Value, key: &str| row[key].as_str().unwrap_or_default().to_owned();
    let count = |row: &Value, key: &str| row[key].as_array().unwrap().len();
    quarters
        .map(|row| {
            let (accessions, documents) = (count(&row, "accessions"), count(&row, "documents"));
            let decimals = row["decimals"].clone();
            (text(&row, "end"), text(&row, "value"), decimals, accessions, documents)
        })
        .collect()
}

#[test]
fn a_filing_makes_a_history_packed_or_not_and_from_standard_input() {
    let expected = [
        ("2024-03-31".into(), "1100000000".into(), json!(-6), 0, 1),
        ("2025-03-31".into(), "1250000000".into(), json!(-6), 0, 1),
    ];
    let content = std::fs::read(filing()).unwrap();
    let gz = file("filing.gz", packed(&content));
    let history = ["history", "--json", "--item", "revenue"];
    for path in [filing().as_str(), gz.to_str().unwrap()] {
        let output = run(&[&history[..], &[path]].concat());
        assert_eq!(revenue(&output), expected, "{path}");
        let day = "it does not say when it was filed; taken as 2025-03-31, the last day that it \
                   reports on\n";
        assert_eq!(errors(&output), format!("{path}: {day}"));
    }
    let text = String::from_utf8(content).unwrap();
    assert_eq!(revenue(&run_with(&text, &[&history[..], &["-"]].concat())), expected);
    // Twice the same filing is one.
    let twice = run(&[&history[..], &[&filing(), gz.to_str().unwrap()]].concat());
    assert_eq!(revenue(&twice), expected);
    let table = run(&["history", &filing()]);
    let table = String::from_utf8(table.stdout).unwrap();
    assert!(table.contains("FY2025 Q1 2025-03-31        1250    13.6%"), "{table}");
    let euro = run(&[
        "history",
        "--json",
        "--item",
        "total_assets",
        &own("examples/data/filing_euro.json"),
    ]);
    let euro = rows(&euro);
    let assets = euro.iter().find(|row| row["end"] == "2024-12-31").unwrap();
    assert_eq!((&assets["unit"], &assets["value"]), (&json!("EUR"), &json!("1290400000")));
}

#[test]
fn a_companyfacts_file_takes_the_accuracy_of_the_filings_whatever_their_order() {
    let facts = own("tests/cases/palantir_companyfacts/companyfacts.json");
    let filing = file("palantir-filing.json", palantir_filing());
    let filing = filing.to_str().unwrap();
    let history = ["history", "--json", "--item", "revenue"];
    for files in [[facts.as_str(), filing], [filing, facts.as_str()]] {
        let output = run(&[&history[..], &files].concat());
        assert_eq!(errors(&output), "", "the file says when it was filed");
        let quarters = revenue(&output);
        let of = |end: &str| quarters.iter().find(|(of, ..)| of == end).unwrap().clone();
        let stated = of("2025-06-30");
        assert_eq!(stated, ("2025-06-30".into(), "1003697000".into(), json!(-3), 1, 0));
        assert_eq!(of("2025-03-31").2, Value::Null);
    }
}

#[test]
fn claims_meet_filings_of_any_kind_and_the_share_of_assumed_places_is_told() {
    let claims = json!([
        {"id": "a", "subject": "PLTR", "metric": "revenue", "period": "2025Q2",
         "stated": "$1.004 billion"},
        {"id": "b", "subject": "PLTR", "metric": "revenue", "period": "2025Q2", "stated": "$1.03B"},
    ]);
    let claims = file("about-palantir.json", claims.to_string());
    let claims = claims.to_str().unwrap();
    let facts = format!("PLTR={}", own("tests/cases/palantir_companyfacts/companyfacts.json"));
    let filing = file("palantir.json.gz", packed(palantir_filing().as_bytes()));
    let filing = format!("PLTR={}", filing.to_str().unwrap());
    let told = |filings: &[&str]| -> (Vec<Value>, Vec<Value>, String) {
        let filings = filings.iter().flat_map(|filing| ["--filing", filing]);
        let arguments: Vec<&str> = ["tie-out", "--json"].into_iter().chain(filings).collect();
        let output = run(&[&arguments[..], &[claims]].concat());
        let rows = rows(&output);
        let column = |key: &str| rows.iter().map(|row| row[key].clone()).collect();
        (column("verdict"), column("rests_on_assumed_place"), errors(&output))
    };
    let verdicts = [json!("consistent"), json!("contradicted")];
    let (found, assumed, share) = told(&[&facts]);
    assert_eq!((&found[..], &assumed[..]), (&verdicts[..], &[json!(true), json!(true)][..]));
    let open = "it is of Palantir Technologies Inc., and does not say that this is PLTR; verdicts \
                against claims that rest on it: 1";
    assert_eq!(share, format!("2 of 2 verdicts rest on an assumed place\n{facts}: {open}\n"));
    for filings in [&[filing.as_str()][..], &[&facts, &filing], &[&filing, &facts]] {
        let (found, assumed, share) = told(filings);
        assert_eq!((&found[..], &assumed[..]), (&verdicts[..], &[json!(false), json!(false)][..]));
        assert!(share.contains("0 of 2 verdicts rest on an assumed place\n"), "{share}");
    }
    let article = "In the second quarter of 2025, Palantir's revenue was $1.004 billion.";
    let article = file("palantir.txt", article);
    let article = article.to_str().unwrap();
    let output = run(&["check", "--subject", "PLTR", "--filing", &filing, article]);
    let printed = String::from_utf8(output.stdout).unwrap();
    let share = format!("{article}: 0 of 1 verdicts rest on an assumed place\n");
    assert!(printed.contains("consistent: PLTR revenue 2025Q2") && printed.ends_with(&share));
}

/// The other company's filing, whose cover names it, its ticker and its revenue.
fn other_filing(name: &str, ticker: Option<&str>) -> String {
    let days = "2025-04-01T00:00:00/2025-07-01T00:00:00";
    let fact = |concept: &str, value: &str| {
        let dimensions = json!({"concept": concept, "entity": "c:0000000007", "period": days});
        json!({"value": value, "dimensions": dimensions})
    };
    let mut revenue = fact("g:Revenues", "7000000000");
    revenue["decimals"] = json!(-6);
    revenue["dimensions"]["unit"] = json!("iso4217:USD");
    let mut facts = json!({
        "f1": revenue, "f2": fact("d:EntityRegistrantName", "Another Corp."),
        "f3": fact("d:DocumentType", "10-Q"),
    });
    if let Some(ticker) = ticker {
        facts["f4"] = fact("d:TradingSymbol", ticker);
    }
    let mut filing: Value = serde_json::from_str(&palantir_filing()).unwrap();
    filing["facts"] = facts;
    let path = file(name, filing.to_string());
    path.to_str().unwrap().to_owned()
}

/// Figures of another company would convict every claim.
#[test]
fn a_filing_of_another_company_convicts_nothing_in_silence() {
    let claims = json!([{"id": "a", "subject": "PLTR", "metric": "revenue", "period": "2025Q2",
        "stated": "$1.004 billion"}]);
    let claims = file("not-anothers.json", claims.to_string());
    let article = "In the second quarter of 2025, Palantir's revenue was $1.004 billion.";
    let article = file("not-anothers.txt", article);
    let (claims, article) = (claims.to_str().unwrap(), article.to_str().unwrap());
    let verbs = |filing: &str| {
        let tied = run(&["tie-out", "--json", "--filing", filing, claims]);
        let options = ["--subject", "PLTR", "--period", "2025Q2", "--filing", filing];
        [tied, run(&[&["check", "--json"][..], &options, &[article]].concat())]
    };
    // It says as what it trades: it is left out, whoever said whose it is.
    let path = other_filing("another.json", Some("ANOT"));
    for filing in [format!("PLTR={path}"), path.clone()] {
        for output in verbs(&filing) {
            let refused = "it is of Another Corp., which trades as ANOT, and not of ";
            assert_eq!(output.status.code(), Some(1), "{filing}");
            assert!(errors(&output).starts_with(&format!("{filing}: {refused}")), "{filing}");
            assert!(errors(&output).contains(&format!("as ANOT={path}\n")), "{filing}");
            assert_eq!(rows(&output)[0]["verdict"], "undetermined", "{filing}");
        }
    }
    // A ticker that it has, or the beginning of its name, is its own, and no ticker may be one.
    let several = other_filing("several.json", Some("ANOT.B"));
    let silent = other_filing("silent.json", None);
    for (subject, path, told) in [
        ("ANOT-B", &several, ""),
        ("another", &several, ""),
        ("Google", &several, "which trades as ANOT.B; taken for Google"),
        (
            "Anot",
            &silent,
            "does not say that this is Anot; verdicts against claims that rest on it: 1",
        ),
    ] {
        let claims = json!([{"id": "a", "subject": subject, "metric": "revenue",
            "period": "2025Q2", "stated": "$1.004 billion"}]);
        let claims = file("anothers.json", claims.to_string());
        let filing = format!("{subject}={path}");
        let output = run(&["tie-out", "--json", "--filing", &filing, claims.to_str().unwrap()]);
        assert_eq!(rows(&output)[0]["verdict"], "contradicted", "{subject}");
        let errors = errors(&output);
        assert!(errors.contains(told) && output.status.success(), "{subject}: {errors}");
        assert_eq!(errors.contains("Another"), !told.is_empty(), "{subject}: {errors}");
    }
}

#[test]
fn filings_stand_in_a_panel_beside_companyfacts() {
    let listed = own("tests/cases/palantir_companyfacts/companyfacts.json");
    let palantir = file("panel-palantir.json.gz", packed(palantir_filing().as_bytes()));
    let palantir = palantir.to_str().unwrap();
    let another = other_filing("panel-another.json", Some("ANOT"));
    let options = ["panel", "--json", "-m", "revenue,net_margin,share_price", "--last", "1"];
    let price = ["--price", "anot=12"];
    let output = run(&[&options[..], &price, &[palantir, &listed, &another]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let found = rows(&output);
    let of = |row: &Value| [&row["company"], &row["end"], &row["revenue"]].map(Value::clone);
    assert_eq!(found.len(), 2);
    let end = json!("2025-06-30");
    let expected = [json!("Palantir Technologies Inc."), end.clone(), json!("1003697000")];
    assert_eq!(of(&found[0]), expected);
    assert_eq!(of(&found[1]), [json!("Another Corp."), end, json!("7000000000")]);
    assert_eq!((&found[1]["share_price"], &found[0]["share_price"]), (&json!("12"), &Value::Null));
    // The filing alone, from standard input: what it gives is what the file gives.
    let alone = run_with(&palantir_filing(), &[&options[..], &["-"]].concat());
    let row = &rows(&alone)[0];
    assert_eq!((of(row), &row["net_margin"]), (of(&found[0]), &found[0]["net_margin"]));
    // What a filing cannot be, is told.
    let page = file("panel-page.xml", "<page/>");
    let output = run(&[&options[..], &[page.to_str().unwrap(), &another]].concat());
    assert_eq!((rows(&output).len(), output.status.code()), (1, Some(1)));
    assert!(errors(&output).contains("found element 'page'"), "{}", errors(&output));
}

#[test]
fn what_is_no_file_of_figures_is_refused_by_what_it_is() {
    let claims = own("examples/data/claims_contract_note.json");
    for (name, content, why) in [
        ("page.xml", "<page/>", "found element 'page', and not an XBRL instance"),
        ("twice.json", r#"{"documentInfo": 1, "documentInfo": 2}"#, "documentInfo"),
        ("words.txt", "no figures", "companyfacts"),
    ] {
        let path = file(name, content);
        let path = path.to_str().unwrap();
        for arguments in
            [&["history", path][..], &["tie-out", "--filing", &format!("A={path}"), &claims]]
        {
            let output = run(arguments);
            assert_eq!(output.status.code(), Some(1), "{arguments:?}");
            assert!(errors(&output).contains(why), "{arguments:?}: {}", errors(&output));
        }
    }
}

/// A paragraph on Apple's quarter to 29 March 2025, in which the net income is two billions too
/// high.
const APPLE: &str = "Apple grew again in its second fiscal quarter of 2025, which ended on March \
    29. Revenue was $95.4 billion, up 5.1% from $90.8 billion a year earlier. iPhone revenue was \
    $46.8 billion. Services revenue came to $26.6 billion. Gross profit was $44.9 billion, a gross \
    margin of 47.1%, and operating income $29.6 billion. Net income was $26.8 billion, and diluted \
    earnings per share were $1.65. Total assets were $331.2 billion at the end of the quarter.";

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn no_verdict_on_apples_quarter_rests_on_an_assumed_place() {
    let folder = env::var("FINANCIALS_DATA").expect("FINANCIALS_DATA, the folder of real files");
    let filing = Path::new(&folder).join("data/xbrl/aapl-10q-2025q2");
    let given = |name: &str| format!("AAPL={}", filing.join(name).display());
    let article = file("apple.txt", APPLE);
    let check = |filings: &[String]| {
        let filings = filings.iter().flat_map(|filing| ["--filing", filing]);
        let start = ["check", "--json", "--subject", "AAPL", "--period", "2025Q2"];
        let arguments: Vec<&str> = start.into_iter().chain(filings).collect();
        run(&[&arguments[..], &[article.to_str().unwrap()]].concat())
    };
    for document in ["aapl-20250329.htm.gz", "aapl-20250329_htm.xml.gz"] {
        let output = check(&[given("aapl-20250329_lab.xml"), given(document)]);
        let found: Vec<(String, String)> = rows(&output)
            .iter()
            .filter_map(|row| {
                let text = |key: &str| Some(row[key].as_str()?.to_owned());
                Some((text("text")?, text("verdict")?))
            })
            .collect();
        for (text, verdict) in &found {
            let expected = if text == "$26.8 billion" { "contradicted" } else { "consistent" };
            assert_eq!(verdict, expected, "{text} by {document}");
        }
        assert!(found.len() >= 10, "{found:?}");
        let share = format!(": 0 of {} verdicts rest on an assumed place\n", found.len());
        assert!(errors(&output).ends_with(&share), "{}", errors(&output));
    }
    // Companyfacts state no place, so that every verdict on what they hold rests on one.
    let listed = Path::new(&folder).join("data/companyfacts/full");
    let listed = listed.join("AAPL_CIK0000320193_asof2026-01-30.json");
    let silent = errors(&check(&[format!("AAPL={}", listed.display())]));
    assert!(!silent.contains(": 0 of"), "{silent}");
}
