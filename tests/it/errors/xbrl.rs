//! What is said of documents of XBRL and their facts.

use financials::{
    Period,
    xbrl::{Axis, Document, FactError, Facts, Fault, Filings, Labels, Primary, Reader},
};

use super::said;
use crate::xbrl_reader::{PARTS, inline, instance};

fn refused(document: &str) -> String {
    said(Facts::parse(document.as_bytes()))
}

fn error(document: &str) -> FactError {
    let facts = Facts::parse(document.as_bytes()).unwrap();
    facts.errors()[0].clone()
}

fn fact_error(before: &str, attributes: &str, content: &str) -> FactError {
    error(&instance(&format!("{before}<t:A {attributes}>{content}</t:A>")))
}

/// What is said of a fact of an instance, with something before it.
fn fact(before: &str, attributes: &str, content: &str) -> String {
    fact_error(before, attributes, content).fault.to_string()
}

/// What is said of what a fact refers to.
fn part(error: FactError) -> String {
    match error.fault {
        Fault::Context { fault, .. } | Fault::Continuation { fault, .. } => fault.to_string(),
        fault => panic!("{fault}"),
    }
}

fn number(attributes: &str, text: &str) -> String {
    let body =
        format!("<ix:nonFraction name='t:A' contextRef='q' {attributes}>{text}</ix:nonFraction>");
    error(&inline(&body)).fault.to_string()
}

fn body(text: &str) -> String {
    error(&inline(text)).fault.to_string()
}

fn json(rest: &str) -> String {
    format!(
        "{{\"documentInfo\":{{\"documentType\":\"https://xbrl.org/2021/xbrl-json\",\
         \"namespaces\":{{\"t\":\"u\"}}}},\"facts\":{{{rest}}}}}"
    )
}

#[test]
fn documents() {
    let set = [Document::new("a", b"<html/>"), Document::new("b", b"{}")];
    hold! {
        said(Facts::parse(b"<a>\xff</a>")) =>
            "xbrl: document: the document is not text in UTF-8, at byte 3",
        refused("<?xml version=\"1.0\" encoding=\"klingon\"?><a/>") =>
            "xbrl: document: encoding 'klingon' is none of the Encoding Standard",
        refused("<html><p>") =>
            "xbrl: document: the document is not well-formed at byte 9: it ends before its elements \
             do",
        refused("<!DOCTYPE a [<!ENTITY b 'c'>]><a/>") =>
            "xbrl: document: a document type with declarations is not read, at byte 0",
        refused(&"<html>".repeat(1_001)) =>
            "xbrl: document: more nested elements than 1000, at byte 6000",
        refused("<svg/>") =>
            "xbrl: document: found element 'svg', and not an XBRL instance, an XHTML document or \
             xBRL-JSON",
        refused(&json("\"f\":{\"value\":1,\"dimensions\":{}}")) =>
            "xbrl: document: facts.f.value: expected a string or null, at byte 112",
        said(Reader::new().read(&set)) => "xbrl: b: only inline documents are read together",
    }
}

#[test]
fn facts() {
    let good = "contextRef='q' unitRef='usd' decimals='0'";
    let place = error(&format!(
        "<html xmlns='x' {}>{}</html>",
        "xmlns:ix='http://www.xbrl.org/2013/inlineXBRL'", "<ix:nonFraction id='f1' name='A'/>"
    ));
    let period = "\"f\":{\"value\":\"1\",\"dimensions\":{\"concept\":\"t:A\",\"period\":\"2024\"}}";
    let one =
        "<ix:nonFraction name='t:B' contextRef='q' unitRef='usd' decimals='0'>1</ix:nonFraction>";
    hold! {
        place.to_string() =>
            "xbrl: document: fact 'f1' of A at byte 63: contextRef is missing",
        fact("", good, "1,0") => "'1,0' is not a number",
        fact("", good, "12345678901234567890123456789") =>
            "'12345678901234567890123456789' with scale 0 has more than 28 significant digits or \
             decimals",
        number("format='ixt:num-best'", "1") => "transformation 'ixt:num-best' is not known",
        number("unitRef='usd' format='ixt:num-dot-decimal'", "(1)") =>
            "'(1)' is not what transformation 'ixt:num-dot-decimal' takes",
        number("scale='1.5'", "1") => "attribute scale is '1.5', must be an integer",
        fact("", "unitRef='usd' decimals='0'", "1") => "contextRef is missing",
        fact("", "contextRef='q' unitRef='usd'", "1") =>
            "a number without decimals and precision",
        number("unitRef='usd' sign='-'", "-1") => "'-1' has a minus, and the attribute sign another",
        fact("", "contextRef='x'", "1") => "context 'x' does not exist",
        fact("", "contextRef='q' unitRef='x' decimals='0'", "1") => "unit 'x' does not exist",
        body("<ix:nonNumeric name='u:A' contextRef='q'>a</ix:nonNumeric>") =>
            "'u:A' has no namespace: its prefix is not declared here",
        body("<ix:nonNumeric name='t:A' contextRef='q' continuedAt='x'>a</ix:nonNumeric>") =>
            "continuation 'x' does not exist",
        body("<ix:nonNumeric name='t:A' contextRef='q' tupleRef='x'>a</ix:nonNumeric>") =>
            "tuple 'x' does not exist",
        fact("", good, "&x;1") => "'&x;' is not defined",
        number("unitRef='usd' decimals='0'", &format!("5{one}")) =>
            "'5' stands next to a nested number",
        number("unitRef='usd' decimals='0'", "12<sup>3</sup>") =>
            "'123' has digits on both sides of an element in it, and is no one number",
        fact("", good, "<t:B>1</t:B>") => "element 't:B' inside a fact that takes text only",
        fact("", good, "<xbrli:numerator>1</xbrli:numerator>") =>
            "a fraction without a numerator, or with a denominator that is none or zero",
        fact("", good, &"1".repeat(2_000)) => "a value of 2000 bytes, must be at most 1024",
        error(&json(period)).fault.to_string() =>
            "'2024' is not a period, such as 2024-01-01T00:00:00/2025-01-01T00:00:00",
    }
}

#[test]
fn what_facts_refer_to() {
    let entity = "<xbrli:identifier scheme='s'>E</xbrli:identifier>";
    let context = |period: &str, segment: &str| {
        let parts = format!(
            "<xbrli:context id='x'><xbrli:entity>{entity}{segment}</xbrli:entity><xbrli:period>\
             {period}</xbrli:period></xbrli:context>"
        );
        part(fact_error(&parts, "contextRef='x'", "a"))
    };
    let members = |names: &[&str]| -> String {
        let member = |name: &&str| {
            format!("<xbrldi:explicitMember dimension='{name}'>t:M</xbrldi:explicitMember>")
        };
        let members: String = names.iter().map(member).collect();
        format!("<xbrli:segment>{members}</xbrli:segment>")
    };
    let names: Vec<String> = (0..65).map(|at| format!("t:A{at}")).collect();
    let many: Vec<&str> = names.iter().map(String::as_str).collect();
    let day = "<xbrli:instant>2024-12-31</xbrli:instant>";
    let range =
        "<xbrli:startDate>2024-12-31</xbrli:startDate><xbrli:endDate>2024-01-01</xbrli:endDate>";
    let text = |next: &str| {
        format!("<ix:nonNumeric name='t:A' contextRef='q' continuedAt='{next}'>a</ix:nonNumeric>")
    };
    let piece = "<ix:continuation id='c'>b</ix:continuation>";
    let circle = "<ix:continuation id='c' continuedAt='c'>b</ix:continuation>";
    let shared = inline(&format!("{}{}{piece}", text("c"), text("c")));
    let inside = inline(&text("c").replace("</", &format!("{piece}</")));
    let days = "<xbrli:segment><xbrldi:typedMember dimension='t:A'><t:D>1</t:D><t:D>2</t:D>\
         </xbrldi:typedMember></xbrli:segment>";
    hold! {
        fact("", "contextRef='x'", "a") => "context 'x' does not exist",
        part(fact_error("", "contextRef='x'", "a")) => "does not exist",
        part(error(&inline(&format!("{}{piece}{piece}", text("c"))))) => "is defined twice",
        part(error(&inline(&format!("{}{circle}", text("c"))))) => "comes back to itself",
        part(error(&shared)) => "continues another text too",
        part(error(&inside)) => "stands inside of the text that it continues",
        context(day, days) => "has several elements in the typed member of 't:A'",
        context(day, &members(&many)) => "is one of more than 64",
        context("", "") => "has no period",
        context(&day.repeat(2), "") => "has more than one instant",
        context(day, &format!("<xbrli:segment><xbrldi:explicitMember dimension='t:A'>{}\
             </xbrldi:explicitMember></xbrli:segment>", "x".repeat(1_025))) =>
            "has a member that is no text of at most 1024 bytes",
        context("<xbrli:instant>soon</xbrli:instant>", "") =>
            "has 'soon', which is not a date such as 2024-12-31 or a time without a zone",
        context(range, "") => "ends before it starts, on '2024-01-01'",
        context(day, &members(&["u:A"])) => "has 'u:A', whose prefix is not declared",
        context(day, &members(&["t:A", "t:A"])) => "has axis 't:A' twice",
    }
}

#[test]
fn choices() {
    let period = |text: &str| text.parse::<Period>().unwrap();
    let quarter = period("2025-04-01..2025-06-30");
    let number = |context: &str, unit: &str, value: &str| {
        format!("<t:A contextRef='{context}' unitRef='{unit}' decimals='0'>{value}</t:A>")
    };
    let read = |facts: &[String]| Facts::parse(instance(&facts.concat()).as_bytes()).unwrap();
    let labels = Labels::default();
    let south = PARTS.replace("id=\"s\"", "id=\"z\"").replace("t:NorthMember", "t:SouthMember");
    let south = &south[..south.find("<xbrli:unit").unwrap()];
    let south = south.replace("id=\"q\"", "id=\"q2\"").replace("id=\"i\"", "id=\"i2\"");
    let framed = read(&[south.clone(), number("s", "usd", "1"), number("z", "usd", "2")]);
    let plain = read(&[number("q", "usd", "1")]);
    let primary = Primary::of(&plain).unwrap();
    let other = period("2024-04-01..2024-06-30");
    let cover = "<d:DocumentFiscalPeriodFocus xmlns:d='http://xbrl.sec.gov/dei/2024' \
         contextRef='q'>FY</d:DocumentFiscalPeriodFocus><d:DocumentPeriodEndDate \
         xmlns:d='http://xbrl.sec.gov/dei/2024' contextRef='q'>2025-06-30\
         </d:DocumentPeriodEndDate>"
        .to_owned();
    let elsewhere = instance(&number("q", "usd", "1")).replace("ACME", "OTHER");
    let elsewhere = Facts::parse(elsewhere.as_bytes()).unwrap();
    let gaap = |context: &str, value: &str| {
        format!(
            "<g:Revenues xmlns:g='http://fasb.org/us-gaap/2025' contextRef='{context}' \
             unitRef='usd' decimals='0'>{value}</g:Revenues>"
        )
    };
    let mut filings = Filings::new();
    filings.add_unlisted(&read(&[gaap("q", "1")])).unwrap();
    let proxy = "<d:DocumentType xmlns:d='http://xbrl.sec.gov/dei/2024' contextRef='q'>DEF 14A\
         </d:DocumentType>"
        .to_owned();
    hold! {
        said(Primary::of(&framed)) =>
            "xbrl: every number is of a member of t:SegmentAxis: choose one of t:NorthMember, \
             t:SouthMember",
        said(primary.report(other, &labels)) =>
            "xbrl: no number is of 2024-04-01..2024-06-30; the periods are 2025-04-01..2025-06-30",
        said(read(&[]).report(&labels)) => "xbrl: no number is of a period",
        said(Primary::of(&read(&[number("q", "pure", "1")])).unwrap().report(quarter, &labels)) =>
            "xbrl: no number of 2025-04-01..2025-06-30 is an amount of money",
        said(read(&[cover, number("q", "usd", "1")]).report(&labels)) =>
            "xbrl: no number is of a year that ends on 2025-06-30, as the cover says; what ends then \
             is 2025-04-01..2025-06-30",
        said(filings.add_unlisted(&elsewhere)) =>
            "xbrl: the filing is of OTHER, and those before it of ACME",
        said(filings.add_unlisted(&read(&[proxy, gaap("q", "1")]))) =>
            "xbrl: the form is 'DEF 14A', and only reports and registrations make a history",
        said(filings.add_unlisted(&plain)) =>
            "xbrl: no number is of us-gaap or ifrs-full, the taxonomies that line items are known \
             in; the numbers are of http://example.com/t",
        said(primary.disaggregate(plain.iter().next().unwrap(), Axis::Regions)) =>
            "xbrl: t:A has no members by StatementGeographicalAxis or GeographicalAreasAxis",
    }
    let twice = read(&[gaap("q", "1"), gaap("q", "2")]);
    let unread = read(&[gaap("q", "1,000"), number("q", "usd", "1")]);
    let by_region = |values: &[&str]| {
        let contexts = values.iter().enumerate().map(|(at, _)| {
            format!(
                "<xbrli:context id='c{at}'><xbrli:entity><xbrli:identifier scheme='http://example\
                 .com/id'>ACME</xbrli:identifier><xbrli:segment><xbrldi:explicitMember \
                 dimension='t:GeographicalAreasAxis'>t:M{at}</xbrldi:explicitMember>\
                 </xbrli:segment></xbrli:entity><xbrli:period><xbrli:startDate>2025-04-01\
                 </xbrli:startDate><xbrli:endDate>2025-06-30</xbrli:endDate></xbrli:period>\
                 </xbrli:context>"
            )
        });
        let parts = values.iter().enumerate().map(|(at, value)| gaap(&format!("c{at}"), value));
        let facts: Vec<String> = contexts.chain(parts).chain([gaap("q", "10")]).collect();
        let facts = read(&facts);
        let primary = Primary::of(&facts).unwrap();
        let total = primary.number("us-gaap", "Revenues", quarter).unwrap().unwrap();
        said(primary.disaggregate(total, Axis::Regions))
    };
    hold! {
        said(Primary::of(&twice).unwrap().number("us-gaap", "Revenues", quarter)) =>
            "xbrl: us-gaap:Revenues of 2025-04-01..2025-06-30 is said twice, as 1 and 2",
        said(Primary::of(&unread).unwrap().number("us-gaap", "Revenues", quarter)) =>
            "xbrl: us-gaap:Revenues of 2025-04-01..2025-06-30 cannot be read",
        by_region(&["6", "4", "7", "3"]) =>
            "xbrl: us-gaap:Revenues adds up by StatementGeographicalAxis or GeographicalAreasAxis \
             in 2 ways: t:M0 + t:M1; t:M2 + t:M3",
        by_region(&["60", "50"]) =>
            "xbrl: no members of StatementGeographicalAxis or GeographicalAreasAxis add up to \
             us-gaap:Revenues, and all of them exceed it",
        by_region(&["1"; 25]) =>
            "xbrl: us-gaap:Revenues by StatementGeographicalAxis or GeographicalAreasAxis has too \
             many members, or sets of them that add up, to tell which make it up: at most 24 \
             members and 64 sets",
    }
}
