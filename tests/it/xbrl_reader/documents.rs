//! What a fact of an instance or of xBRL-JSON says.

use financials::{
    Accuracy, Currency, Period,
    xbrl::{Content, Decimals, FactFinding, Facts, Member, Precision, Reader},
};

use super::{instance, only, read, values};

#[test]
fn a_number_has_its_value_accuracy_unit_period_entity_and_axes() {
    let facts = read(&instance(
        r#"<t:Revenue contextRef="s" unitRef="usd" decimals="-3" id="f1"> 1003697000 </t:Revenue>"#,
    ));
    let fact = only(&facts);
    assert_eq!(fact.number(), Some(1_003_697_000.into()));
    assert_eq!((fact.decimals(), fact.precision()), (Some(Decimals::Places(-3)), None));
    assert_eq!(fact.accuracy(), Some(Accuracy::Decimals(-3)));
    let unit = fact.unit().unwrap();
    assert_eq!((unit.currency(), unit.is_shares()), (Some(Currency::USD), false));
    let quarter: Period = "2025-04-01..2025-06-30".parse().unwrap();
    assert_eq!(fact.period().to_period(), Some(quarter));
    let entity = fact.entity();
    assert_eq!((entity.scheme, entity.identifier), ("http://example.com/id", "ACME"));
    let axes: Vec<String> =
        fact.dimensions().map(|axis| format!("{}={}", axis.axis, axis.member)).collect();
    assert_eq!(axes, ["t:SegmentAxis=t:NorthMember"]);
    assert_eq!((fact.id(), fact.raw()), (Some("f1"), Some("1003697000")));
    assert_eq!(fact.document(), "document");
    assert_eq!(fact.concept().to_string(), "t:Revenue");
    assert!(instance("<t:Revenue")[fact.byte()..].starts_with("<t:Revenue"));
    assert!(fact.source().to_string().contains("t:Revenue 'f1' at byte"));
}

#[test]
fn accuracy_is_what_the_attributes_say() {
    let accuracy = |attributes: &str, value: &str| {
        let fact = format!("<t:A contextRef='q' unitRef='usd' {attributes}>{value}</t:A>");
        only(&read(&instance(&fact))).accuracy().unwrap()
    };
    assert_eq!(accuracy("decimals='INF'", "5"), Accuracy::Exact);
    assert_eq!(accuracy("decimals='-6'", "5000000"), Accuracy::Decimals(-6));
    assert_eq!(accuracy("decimals=' 2 '", "5.25"), Accuracy::Decimals(2));
    assert_eq!(accuracy("decimals='128'", "5"), Accuracy::Decimals(127));
    assert_eq!(accuracy("decimals='-99999999999999999999'", "5"), Accuracy::Decimals(-128));
    assert_eq!(accuracy("precision='INF'", "5"), Accuracy::Exact);
    assert_eq!(accuracy("precision='4'", "123456"), Accuracy::Decimals(-2));
    assert_eq!(accuracy("precision='3'", "0.00123456"), Accuracy::Decimals(5));
    assert_eq!(accuracy("precision='1'", "-9.99"), Accuracy::Decimals(0));
    assert_eq!(accuracy("precision='0'", "123456"), Accuracy::Unknown);
    assert_eq!(accuracy("precision='5'", "0"), Accuracy::Unknown);
    let facts = read(&instance("<t:A contextRef='q' unitRef='usd' precision='4'>123456</t:A>"));
    assert_eq!(only(&facts).precision(), Some(Precision::Digits(4)));
    assert_eq!(only(&facts).decimals(), None);
}

#[test]
fn digits_past_the_accuracy_are_kept_and_told() {
    let facts = read(&instance("<t:Rate contextRef='q' unitRef='pure' decimals='0'>0.4</t:Rate>"));
    assert_eq!(only(&facts).number().unwrap().to_string(), "0.4");
    let found = facts.findings();
    assert!(matches!(found[..], [FactFinding::FinerThanDecimals(_)]));
    let message = found[0].to_string();
    assert!(message.ends_with(": 0.4 has digits past its accuracy"), "{message}");
    let exact = read(&instance("<t:Rate contextRef='q' unitRef='pure' decimals='1'>0.4</t:Rate>"));
    assert!(exact.findings().is_empty());
}

#[test]
fn nil_is_neither_zero_nor_absent() {
    let facts = read(&instance(
        "<t:A contextRef='q' unitRef='usd' xsi:nil='1'/><t:B contextRef='q' xsi:nil='true'/>\
         <t:C contextRef='q' unitRef='usd' decimals='0' xsi:nil='false'>0</t:C>",
    ));
    let nil: Vec<bool> = facts.iter().map(|fact| fact.is_nil()).collect();
    assert_eq!(nil, [true, true, false]);
    let first = facts.iter().next().unwrap();
    assert_eq!((first.content(), first.accuracy()), (Content::Nil, None));
    assert!(first.unit().is_some());
}

#[test]
fn periods_are_days_that_belong_to_them() {
    let read = |period: &str| {
        let context = format!(
            "<xbrli:context id='x'><xbrli:entity><xbrli:identifier scheme='s'>E</xbrli:identifier>\
             </xbrli:entity><xbrli:period>{period}</xbrli:period></xbrli:context>\
             <t:A contextRef='x' unitRef='usd' decimals='0'>1</t:A>"
        );
        only(&read(&instance(&context))).period().to_string()
    };
    let range = |start: &str, end: &str| {
        format!("<xbrli:startDate>{start}</xbrli:startDate><xbrli:endDate>{end}</xbrli:endDate>")
    };
    assert_eq!(read(&range("2024-01-01", "2024-12-31")), "2024-01-01..2024-12-31");
    assert_eq!(
        read(&range("2024-01-01T00:00:00", "2025-01-01T00:00:00")),
        "2024-01-01..2024-12-31"
    );
    assert_eq!(read(&range("2024-01-01", "2024-12-31T24:00:00")), "2024-01-01..2024-12-31");
    assert_eq!(
        read(&range("2024-01-01T08:00:00", "2024-12-31")),
        "2024-01-01T08:00:00..2024-12-31"
    );
    assert_eq!(read("<xbrli:instant>\n2024-12-31\n</xbrli:instant>"), "at 2024-12-31");
    assert_eq!(read("<xbrli:forever/>"), "forever");
}

#[test]
fn names_go_by_namespace_and_print_as_people_know_them() {
    let facts = read(&instance(
        r#"<x:Revenues xmlns:x="http://fasb.org/us-gaap/2012-01-31" contextRef="q" unitRef="usd"
             decimals="0">1</x:Revenues>
           <y:Revenues xmlns:y="http://fasb.org/us-gaap/2025" contextRef="q" unitRef="usd"
             decimals="0">2</y:Revenues>
           <Revenues xmlns="http://example.com/own" contextRef="q" unitRef="usd"
             decimals="0">3</Revenues>"#,
    ));
    let names: Vec<String> = facts.iter().map(|fact| fact.concept().to_string()).collect();
    assert_eq!(names, ["us-gaap:Revenues", "us-gaap:Revenues", "Revenues"]);
    assert_eq!(facts.concept("us-gaap", "Revenues").count(), 2);
    let concepts: Vec<_> = facts.iter().map(|fact| fact.concept()).collect();
    assert_ne!(concepts[0], concepts[1]);
}

#[test]
fn a_tuple_marks_what_stands_in_it() {
    let facts = read(&instance(
        "<t:Person><t:Age contextRef='q' unitRef='pure' decimals='0'>36</t:Age><t:Home>\
         <t:City contextRef='q'>York</t:City></t:Home></t:Person><t:Town contextRef='q'>Hull</t:Town>",
    ));
    let tuples: Vec<Option<String>> =
        facts.iter().map(|fact| fact.tuple().map(|tuple| tuple.concept().to_string())).collect();
    assert_eq!(tuples, [Some("t:Person".into()), Some("t:Home".into()), None]);
    let city = facts.iter().nth(1).unwrap().tuple().unwrap();
    assert_eq!(city.parent(), facts.iter().next().unwrap().tuple());
}

#[test]
fn texts_are_kept_up_to_a_length() {
    let document =
        instance("<t:Note contextRef='q'> &lt;p&gt;<![CDATA[a & b]]> &#x2014; c </t:Note>");
    assert_eq!(only(&read(&document)).text(), Some("<p>a & b — c"));
    let short = Reader::new().texts(5);
    let documents = [financials::xbrl::Document::new("a", document.as_bytes())];
    let facts = short.read(&documents).unwrap();
    let long = only(&facts).content();
    assert!(matches!(long, Content::LongText { bytes, .. } if bytes > 5), "{long:?}");
}

/// xBRL-JSON with facts.
fn json(facts: &str) -> String {
    format!(
        r#"{{"documentInfo": {{"documentType": "https://xbrl.org/2021/xbrl-json", "namespaces":
            {{"t": "http://example.com/t", "id": "http://example.com/id",
              "iso4217": "http://www.xbrl.org/2003/iso4217"}}}},
          "facts": {{{facts}}}}}"#
    )
}

#[test]
fn json_counts_by_midnights_and_says_exact_by_saying_nothing() {
    let facts = Facts::parse(
        json(
            r#""f1": {"value": "4500000", "decimals": -5, "dimensions": {"concept": "t:Revenue",
                 "entity": "id:ACME plc", "unit": "iso4217:EUR",
                 "period": "2022-09-25T00:00:00/2023-10-01T00:00:00", "t:Axis": "t:AMember",
                 "t:LoanAxis": "2023-10-01"}},
               "f2": {"value": "1.25", "dimensions": {"concept": "t:Price",
                 "unit": "iso4217:EUR", "period": "2023-10-01T00:00:00"}},
               "f3": {"value": null, "dimensions": {"concept": "t:Gone", "unit": "iso4217:EUR"}},
               "f4": {"value": "0.125", "decimals": 3, "dimensions": {"concept": "t:Rate"}},
               "f5": {"value": "12", "dimensions": {"concept": "t:Count", "language": "en"}}"#,
        )
        .as_bytes(),
    )
    .unwrap();
    assert_eq!(facts.errors(), []);
    assert_eq!(values(&facts), ["f1=4500000", "f2=1.25", "f3=nil", "f4=0.125", "f5=12"]);
    let all: Vec<_> = facts.iter().collect();
    assert_eq!(all[0].period().to_string(), "2022-09-25..2023-09-30");
    assert_eq!(all[0].entity().identifier, "ACME plc");
    let members: Vec<Member<'_>> = all[0].dimensions().map(|axis| axis.member).collect();
    assert!(matches!(members[..], [Member::Explicit(_), Member::Typed(Some("2023-10-01"))]));
    assert_eq!(all[1].accuracy(), Some(Accuracy::Exact));
    assert_eq!(all[1].period().to_string(), "at 2023-09-30");
    assert!(all[2].is_nil() && all[2].period().is_forever());
    assert!(all[3].unit().unwrap().is_pure());
    assert_eq!((all[4].number(), all[4].text()), (None, Some("12")));
    assert_eq!(all[4].language(), Some("en"));
}

#[test]
fn any_encoding_is_read_and_bytes_are_those_of_the_document() {
    let text = instance("<t:City contextRef='q' id='c'>Zürich – Köln</t:City>");
    let start = text.find("<t:City").unwrap();
    let utf16: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain(
            text.replace("<?xml version=\"1.0\"?>", "").encode_utf16().flat_map(u16::to_le_bytes),
        )
        .collect();
    let declared = text.replace("version=\"1.0\"", "version=\"1.0\" encoding=\"windows-1252\"");
    let latin: Vec<u8> = declared
        .chars()
        .map(|char| if char == '–' { 0x96 } else { u8::try_from(u32::from(char)).unwrap() })
        .collect();
    let marked: Vec<u8> = [0xEF, 0xBB, 0xBF].into_iter().chain(text.bytes()).collect();
    let blank = format!("\r\n\n{text}").replace('\n', "\r\n");
    for (bytes, at) in [
        (text.clone().into_bytes(), start),
        (marked, start + 3),
        (latin, declared.find("<t:City").unwrap()),
        (utf16, 2 + 2 * (start - "<?xml version=\"1.0\"?>".len())),
        (blank.clone().into_bytes(), blank.find("<t:City").unwrap()),
    ] {
        let facts = Facts::parse(&bytes).unwrap();
        assert_eq!(only(&facts).text(), Some("Zürich – Köln"));
        assert_eq!(only(&facts).byte(), at);
    }
}

#[test]
fn a_typed_member_of_several_elements_is_an_error() {
    let facts = read(&instance(
        "<xbrli:context id='x'><xbrli:entity><xbrli:identifier scheme='s'>E</xbrli:identifier>\
         <xbrli:segment><xbrldi:typedMember dimension='t:DayAxis'><t:Day>1</t:Day><t:Day>2</t:Day>\
         </xbrldi:typedMember></xbrli:segment></xbrli:entity><xbrli:period><xbrli:forever/>\
         </xbrli:period></xbrli:context><t:A contextRef='x'>a</t:A>",
    ));
    let says = super::failed(&facts).fault.to_string();
    assert_eq!(says, "context 'x' has several elements in the typed member of 't:DayAxis'");
}

#[test]
fn numbers_that_say_how_precise_they_are_beyond_any_range_are_read() {
    let facts = read(&instance(
        "<t:A contextRef='q' unitRef='usd' precision='99999999999999999999' id='p'>12</t:A>\
         <t:A contextRef='q' unitRef='usd' decimals='99999999999999999999' id='d'>12</t:A>",
    ));
    assert_eq!(values(&facts), ["p=12", "d=12"]);
    assert!(facts.iter().all(|fact| fact.accuracy() == Some(Accuracy::Decimals(127))));
    for (written, expected) in [
        ("-0", Decimals::Places(0)),
        ("99999999999999999999", Decimals::Places(i32::MAX)),
        ("-99999999999999999999", Decimals::Places(i32::MIN)),
    ] {
        let json = format!(
            "{{\"documentInfo\": {{\"documentType\": \"https://xbrl.org/2021/xbrl-json\",\
             \"namespaces\": {{\"t\": \"http://example.com/t\", \"u\": \"http://example.com/t\"}}}},\
             \"facts\": {{\"f\": {{\"value\": \"1\", \"decimals\": {written},\
             \"dimensions\": {{\"concept\": \"t:A\", \"t:Axis\": \"u:M\", \"unit\": \"u:Mile\"}}}},\
             \"g\": {{\"value\": \"1\", \"dimensions\": {{\"concept\": \"u:A\", \"u:Axis\": \"t:M\",\
             \"unit\": \"t:Mile\"}}}}}}}}"
        );
        let facts = read(&json);
        assert_eq!(facts.errors(), []);
        let [one, other] = [facts.iter().next().unwrap(), facts.iter().last().unwrap()];
        assert_eq!(one.decimals(), Some(expected), "{written}");
        // Two prefixes of one namespace make the same names.
        assert_eq!((one.concept(), one.unit()), (other.concept(), other.unit()));
        assert_eq!(facts.duplicates().len(), 1);
    }
    // The last day of the calendar has no midnight after it.
    let facts = read(&instance(
        "<xbrli:context id='x'><xbrli:entity><xbrli:identifier scheme='s'>E</xbrli:identifier>\
         </xbrli:entity><xbrli:period><xbrli:instant>9999-12-31</xbrli:instant></xbrli:period>\
         </xbrli:context><t:A contextRef='x'>a</t:A>",
    ));
    assert_eq!(only(&facts).period().to_string(), "at 9999-12-31");
}
