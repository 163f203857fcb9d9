//! Filings that need a word with them: framed by an axis, contradicting themselves, of no taxonomy
//! or form that makes a history, or of another company.

use serde_json::{Map, Value, json};

use crate::{errors, file, rows, run};

/// A filing for the first quarter of 2025: revenues with their axes, and what its cover says.
fn filing(name: &str, revenues: &[(&str, Value)], cover: &[(&str, &str)]) -> String {
    let period = "2025-01-01T00:00:00/2025-04-01T00:00:00";
    let mut facts = Map::new();
    for (value, axes) in revenues {
        let mut dimensions = json!({"concept": "g:Revenues", "entity": "c:0000000001",
            "period": period, "unit": "iso4217:USD"});
        for (axis, member) in axes.as_object().unwrap() {
            dimensions[axis] = member.clone();
        }
        let fact = json!({"value": value, "decimals": -6, "dimensions": dimensions});
        facts.insert(format!("f{}", facts.len()), fact);
    }
    for (concept, value) in cover {
        let dimensions = json!({"concept": concept, "entity": "c:0000000001", "period": period});
        let fact = json!({"value": value, "dimensions": dimensions});
        facts.insert(format!("f{}", facts.len()), fact);
    }
    let document = json!({"documentInfo": {"documentType": "https://xbrl.org/2021/xbrl-json",
        "namespaces": {"g": "http://fasb.org/us-gaap/2025", "d": "http://xbrl.sec.gov/dei/2025",
            "c": "http://www.sec.gov/CIK", "iso4217": "http://www.xbrl.org/2003/iso4217",
            "t": "http://example.com/t"}}, "facts": facts});
    file(name, document.to_string()).to_str().unwrap().to_owned()
}

#[test]
fn the_member_of_a_frame_can_be_chosen() {
    let of = |member: &str| json!({"t:StatementsAxis": member});
    let revenues = [("120000000", of("t:Consolidated")), ("70000000", of("t:Separate"))];
    let framed = filing("framed.json", &revenues, &[]);
    let unsaid = run(&["history", &framed]);
    assert_eq!(unsaid.status.code(), Some(1));
    let why = "choose one of t:Consolidated, t:Separate";
    assert!(errors(&unsaid).contains(why), "{}", errors(&unsaid));
    for within in ["t:StatementsAxis=t:Separate", "StatementsAxis=Separate"] {
        let chosen = ["history", "--json", "--item", "revenue", "--within", within, &framed];
        let separate = run(&chosen);
        assert_eq!(rows(&separate)[0]["value"], "70000000", "{}", errors(&separate));
    }
    for (within, known) in [
        ("Foo=Bar", "the axes are t:StatementsAxis"),
        (
            "StatementsAxis=Bar",
            "the members are t:StatementsAxis=t:Consolidated, t:StatementsAxis=t:Separate",
        ),
    ] {
        let nothing = run(&["history", "--item", "revenue", "--within", within, &framed]);
        assert_eq!(nothing.status.code(), Some(1));
        let said = format!("{framed}: no number is within {within}; {known}\n");
        assert_eq!(errors(&nothing), said);
    }
}

#[test]
fn markup_in_numbers_is_told_by_every_verb() {
    let parts = |number: &str| {
        format!(
            "<html xmlns='http://www.w3.org/1999/xhtml' xmlns:ix='http://www.xbrl.org/2013/\
             inlineXBRL' xmlns:xbrli='http://www.xbrl.org/2003/instance' xmlns:iso4217='http://\
             www.xbrl.org/2003/iso4217' xmlns:g='http://fasb.org/us-gaap/2025'><xbrli:context \
             id='q'><xbrli:entity><xbrli:identifier scheme='http://www.sec.gov/CIK'>1\
             </xbrli:identifier></xbrli:entity><xbrli:period><xbrli:startDate>2025-01-01\
             </xbrli:startDate><xbrli:endDate>2025-03-31</xbrli:endDate></xbrli:period>\
             </xbrli:context><xbrli:unit id='u'><xbrli:measure>iso4217:USD</xbrli:measure>\
             </xbrli:unit><ix:nonFraction name='g:Revenues' contextRef='q' unitRef='u' \
             decimals='0'>12</ix:nonFraction><ix:nonFraction name='g:NetIncomeLoss' \
             contextRef='q' unitRef='u' decimals='0'>{number}</ix:nonFraction></html>"
        )
    };
    let path = file("marked.htm", parts("<b>5</b>"));
    let path = path.to_str().unwrap();
    let history = run(&["history", "--json", "--item", "net_income", path]);
    assert_eq!(rows(&history)[0]["value"], "5");
    let said = "1 of its numbers have markup in them, which was passed over; `financials facts` \
                says where";
    assert!(errors(&history).contains(said), "{}", errors(&history));
    let path = file("joined.htm", parts("5<sup>1</sup>"));
    let path = path.to_str().unwrap();
    let history = run(&["history", "--json", "--item", "net_income", path]);
    assert_eq!(rows(&history)[0]["reason"], "unreadable", "{}", errors(&history));
}

#[test]
fn numbers_that_contradict_each_other_are_told() {
    let revenues = [("120000000", json!({})), ("140000000", json!({}))];
    let path = filing("contradicting.json", &revenues, &[]);
    let output = run(&["history", "--json", "--item", "revenue", &path]);
    let told = "g:Revenues of 2025-01-01..2025-03-31 is said twice, as 120000000 and 140000000; \
                neither is taken"
        .replace("g:", "us-gaap:");
    assert!(errors(&output).contains(&told), "{}", errors(&output));
    assert!(rows(&output).iter().all(|row| row["value"].is_null()));
}

#[test]
fn a_filing_that_makes_no_history_says_why() {
    let proxy = filing("proxy.json", &[("1", json!({}))], &[("d:DocumentType", "DEF 14A")]);
    let other = std::fs::read_to_string(filing("dutch.json", &[("1", json!({}))], &[])).unwrap();
    let other = other.replace("http://fasb.org/us-gaap/2025", "http://www.nltaxonomie.nl/jenv");
    let other = file("other.json", other);
    for (path, why) in [
        (proxy.as_str(), "the form is 'DEF 14A', and only reports and registrations"),
        (other.to_str().unwrap(), "no number is of us-gaap or ifrs-full"),
    ] {
        let output = run(&["history", "--json", path]);
        assert_eq!(output.status.code(), Some(1), "{path}");
        assert!(errors(&output).contains(why), "{path}: {}", errors(&output));
    }
}

#[test]
fn a_filing_of_another_company_is_told() {
    let cover = [("d:EntityRegistrantName", "Acme Corp"), ("d:TradingSymbol", "ACM")];
    let path = filing("acme.json", &[("120000000", json!({}))], &cover);
    let claims = json!([{"id": "a", "subject": "PLTR", "metric": "revenue", "period": "2025Q1",
        "stated": "$120 million"}]);
    let claims = file("pltr.json", claims.to_string());
    let claims = claims.to_str().unwrap();
    let told = |filing: &str| errors(&run(&["tie-out", "--filing", filing, claims]));
    let of = "it is of Acme Corp, which trades as ACM, and not of PLTR; it is left out";
    for filing in [path.clone(), format!("PLTR={path}")] {
        let told = told(&filing);
        assert!(told.contains(&format!("{filing}: {of}, and would be taken as ACM=")), "{told}");
    }
    for subject in ["ACM", "Acme"] {
        let known = told(&format!("{subject}={path}"));
        assert!(!known.contains("it is of"), "{known}");
    }
}

#[test]
fn what_rests_on_a_filing_without_a_day_has_none() {
    let path = filing("quarter.json", &[("25000000", json!({}))], &[]);
    let row = |end: &str, val: i64, accession: &str, form: &str, filed: &str| {
        json!({"start": "2024-01-01", "end": end, "val": val, "accn": accession, "form": form,
            "filed": filed})
    };
    let listed = json!({"cik": 1, "entityName": "Acme", "facts": {"us-gaap": {"Revenues": {
    "units": {"USD": [
        row("2024-03-31", 20_000_000, "0000000001-24-000001", "10-Q", "2024-05-01"),
        row("2024-12-31", 90_000_000, "0000000001-25-000001", "10-K", "2025-02-01"),
    ]}}}}});
    let listed = file("acme.json", listed.to_string());
    let history =
        ["history", "--json", "--item", "revenue", listed.to_str().unwrap(), path.as_str()];
    let rows = rows(&run(&history));
    let of = |kind: &str, end: &str| {
        rows.iter().find(|row| row["kind"] == kind && row["end"] == end).unwrap()
    };
    let trailing = of("ttm", "2025-03-31");
    assert_eq!((&trailing["value"], &trailing["filed"]), (&json!("95000000"), &Value::Null));
    assert_eq!(trailing["documents"], json!([path]));
    assert_eq!(of("year", "2024-12-31")["filed"], "2025-02-01");
}

#[test]
fn each_fact_of_a_set_names_its_own_document() {
    let document = |body: &str| {
        format!(
            "<html xmlns='http://www.w3.org/1999/xhtml' xmlns:ix='http://www.xbrl.org/2013/\
             inlineXBRL' xmlns:xbrli='http://www.xbrl.org/2003/instance' \
             xmlns:t='http://example.com/t'>{body}</html>"
        )
    };
    let fact = "<ix:nonNumeric name='t:A' contextRef='i'>a</ix:nonNumeric>";
    let context = "<xbrli:context id='i'><xbrli:entity><xbrli:identifier scheme='s'>1\
                   </xbrli:identifier></xbrli:entity><xbrli:period><xbrli:instant>2025-03-31\
                   </xbrli:instant></xbrli:period></xbrli:context>";
    let header = file("header.htm", document(&format!("{context}{fact}")));
    let body = file("body.htm", document(&format!("{fact}{}", fact.replace("'i'", "'none'"))));
    let paths = [&header, &body].map(|path| path.to_str().unwrap());
    let output = run(&["facts", "--json", "--set", paths[0], paths[1]]);
    let said: Vec<(Value, Value)> =
        rows(&output).iter().map(|row| (row["file"].clone(), row["document"].clone())).collect();
    let [header, body] = paths.map(|path| json!(path));
    // The last cannot be read.
    assert_eq!(
        said,
        [(header.clone(), header.clone()), (header.clone(), body.clone()), (header, body)]
    );
}
