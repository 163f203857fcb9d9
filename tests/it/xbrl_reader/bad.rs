//! One bad fact is an error with its place, and the others are delivered.

use financials::xbrl::{Document, FactFinding, Facts, Reader};

use super::{failed, inline, instance, read, values};

/// A good fact on either side of a bad one.
fn between(bad: &str) -> Facts {
    let good = |id: &str| {
        format!("<t:Good contextRef='q' unitRef='usd' decimals='0' id='{id}'>1</t:Good>")
    };
    read(&instance(&format!("{}{bad}{}", good("a"), good("b"))))
}

#[test]
fn a_bad_fact_costs_no_other() {
    for bad in [
        "<t:Bad contextRef='none' unitRef='usd' decimals='0' id='x'>1</t:Bad>",
        "<t:Bad contextRef='q' unitRef='none' decimals='0' id='x'>1</t:Bad>",
        "<t:Bad contextRef='q' unitRef='usd' id='x'>1</t:Bad>",
        "<t:Bad contextRef='q' unitRef='usd' decimals='two' id='x'>1</t:Bad>",
        "<t:Bad contextRef='q' unitRef='usd' precision='-1' id='x'>1</t:Bad>",
        "<t:Bad contextRef='q' unitRef='usd' decimals='0' id='x'>1,000</t:Bad>",
        "<t:Bad contextRef='q' unitRef='usd' decimals='0' id='x'></t:Bad>",
        "<t:Bad contextRef='q' unitRef='usd' decimals='0' id='x'>&what;1</t:Bad>",
        "<t:Bad contextRef='q' unitRef='usd' decimals='0' id='x'><t:In>1</t:In></t:Bad>",
        "<t:Bad contextRef='q' unitRef='usd' decimals='0' id='x'>123456789012345678901234567890</t:Bad>",
        "<t:Bad contextRef='q' unitRef='pure' id='x'><xbrli:numerator>1</xbrli:numerator></t:Bad>",
        "<t:Bad unitRef='usd' decimals='0' id='x'>1</t:Bad>",
        "<u:Bad contextRef='q' unitRef='usd' decimals='0' id='x'>1</u:Bad>",
    ] {
        let facts = between(bad);
        assert_eq!(values(&facts), ["a=1", "b=1"], "{bad}");
        let [error] = facts.errors() else { panic!("{bad}: {:?}", facts.errors()) };
        assert_eq!(
            (error.id.as_deref(), error.document.as_str()),
            (Some("x"), "document"),
            "{bad}"
        );
        let text = instance(&format!(
            "<t:Good contextRef='q' unitRef='usd' decimals='0' id='a'>1</t:Good>{bad}"
        ));
        assert!(text[error.byte..].starts_with(bad), "{bad}");
    }
}

#[test]
fn a_bad_context_is_an_error_of_every_fact_that_names_it() {
    let context = |entity: &str, period: &str, more: &str| {
        format!(
            "<xbrli:context id='x'><xbrli:entity>{entity}{more}</xbrli:entity>\
             <xbrli:period>{period}</xbrli:period></xbrli:context>"
        )
    };
    let entity = "<xbrli:identifier scheme='s'>E</xbrli:identifier>";
    let day = "<xbrli:instant>2024-12-31</xbrli:instant>";
    let range = |start: &str, end: &str| {
        format!("<xbrli:startDate>{start}</xbrli:startDate><xbrli:endDate>{end}</xbrli:endDate>")
    };
    let member = |axis: &str, member: &str| {
        format!(
            "<xbrli:segment><xbrldi:explicitMember dimension='{axis}'>{member}\
             </xbrldi:explicitMember></xbrli:segment>"
        )
    };
    let says = |contexts: String| {
        let facts = read(&instance(&format!(
            "{contexts}<t:A contextRef='x' unitRef='usd' decimals='0'>1</t:A>"
        )));
        failed(&facts).fault.to_string()
    };
    assert_eq!(says(context("", day, "")), "context 'x' has no identifier of an entity");
    assert_eq!(says(context(entity, "", "")), "context 'x' has no period");
    for (entities, period, part) in [
        (entity.to_owned() + entity, day.to_owned(), "identifier of an entity"),
        (entity.to_owned(), day.to_owned() + day, "instant"),
        (entity.into(), range("2024-01-01", "2024-12-31") + &range("2023-01-01", ""), "start"),
    ] {
        let message = says(context(&entities, &period, ""));
        assert_eq!(message, format!("context 'x' has more than one {part}"));
    }
    assert_eq!(
        says(context(entity, "<xbrli:instant>2024-02-30</xbrli:instant>", "")),
        "context 'x' has '2024-02-30', which is not a date such as 2024-12-31 or a time without a \
         zone"
    );
    assert_eq!(
        says(context(entity, &range("2024-12-31", "2024-01-01"), "")),
        "context 'x' ends before it starts, on '2024-01-01'"
    );
    assert_eq!(
        says(context(entity, day, &member("u:Axis", "t:AMember"))),
        "context 'x' has 'u:Axis', whose prefix is not declared"
    );
    assert_eq!(
        says(context(entity, day, &(member("t:Axis", "t:A") + &member("t:Axis", "t:B")))),
        "context 'x' has axis 't:Axis' twice"
    );
    let other = context(entity, "<xbrli:instant>2023-12-31</xbrli:instant>", "");
    assert_eq!(says(context(entity, day, "") + &other), "context 'x' is defined twice");
    // The same twice is no contradiction.
    let twice = context(entity, day, "") + &context(entity, day, "");
    let good = format!("{twice}<t:A contextRef='x' unitRef='usd' decimals='0'>1</t:A>");
    assert_eq!(read(&instance(&good)).len(), 1);
}

#[test]
fn inline_faults_are_told_as_written() {
    let says = |attributes: &str, text: &str| {
        let facts = read(&inline(&format!(
            "<ix:nonFraction name='t:A' contextRef='q' unitRef='usd' {attributes}>{text}\
             </ix:nonFraction>"
        )));
        failed(&facts).fault.to_string()
    };
    assert_eq!(
        says("decimals='0' format='ixt:num-mystery'", "1"),
        "transformation 'ixt:num-mystery' is not known"
    );
    assert_eq!(
        says("decimals='0' format='ixt:num-dot-decimal'", "(5)"),
        "'(5)' is not what transformation 'ixt:num-dot-decimal' takes"
    );
    assert_eq!(
        says("decimals='0' scale='1.5'", "1"),
        "attribute scale is '1.5', must be an integer"
    );
    assert_eq!(says("decimals='0' sign='+'", "1"), "attribute sign is '+', must be -");
    assert_eq!(
        says("decimals='0' sign='-'", "-5"),
        "'-5' has a minus, and the attribute sign another"
    );
    assert_eq!(
        says("decimals='0' scale='9'", "99999999999999999999.99"),
        "'99999999999999999999.99' with scale 9 has more than 28 significant digits or decimals"
    );
    assert_eq!(says("", "1"), "a number without decimals and precision");
    let nameless = read(&inline("<ix:nonNumeric contextRef='q'>a</ix:nonNumeric>"));
    assert_eq!(failed(&nameless).fault.to_string(), "name is missing");
    let prefix = read(&inline("<ix:nonNumeric name='u:A' contextRef='q'>a</ix:nonNumeric>"));
    assert_eq!(
        failed(&prefix).fault.to_string(),
        "'u:A' has no namespace: its prefix is not declared here"
    );
}

/// A reference to an entity that nothing defines leaves a hole in the text, wherever the text goes
/// on, and in nothing else.
#[test]
fn an_entity_without_a_meaning_costs_the_text_that_it_stands_in() {
    let text = |id: &str, next: &str, text: &str| {
        format!("<ix:nonNumeric id='{id}' name='t:A' contextRef='q'{next}>{text}</ix:nonNumeric>")
    };
    let goes_on = " continuedAt='c1'";
    let pieces = |first: &str, second: &str| {
        format!(
            "<ix:continuation id='c1' continuedAt='c2'>{first}</ix:continuation>\
             <ix:continuation id='c2'>{second}</ix:continuation>"
        )
    };
    let number = "<ix:nonFraction id='n' name='t:N' contextRef='q' unitRef='usd' decimals='0'>7\
                  </ix:nonFraction>";
    for (body, good) in [
        (text("x", "", "a&what;b") + number, vec!["n=7"]),
        (text("x", goes_on, "a") + &pieces("b&what;", "c") + number, vec!["n=7"]),
        (text("x", goes_on, "a") + &pieces("b", "&what;c") + number, vec!["n=7"]),
        (pieces("b", number) + "&what;" + &text("x", goes_on, "a&what;"), vec!["n=7"]),
        // The first piece is named in the second: the number there is whole.
        (text("x", goes_on, "a") + &pieces("b", &format!("{number}&what;")), vec!["n=7"]),
    ] {
        let document = inline(&body);
        let facts = read(&document);
        assert_eq!(values(&facts), good, "{body}");
        let [error] = facts.errors() else { panic!("{body}: {:?}", facts.errors()) };
        assert_eq!(error.id.as_deref(), Some("x"), "{body}");
        assert_eq!(error.fault.to_string(), "'&what;' is not defined", "{body}");
        assert!(document[error.byte..].starts_with("<ix:nonNumeric id='x'"), "{body}");
    }
    // What is left out of a text, and what no text holds, leaves no hole in one.
    for body in [
        text("x", "", "a<ix:exclude>&what;</ix:exclude>b"),
        text("x", goes_on, "a") + &pieces("<ix:exclude>&what;</ix:exclude>", "b"),
        text("x", "", "ab") + "<p>&what;</p><ix:continuation id='c9'>&what;</ix:continuation>",
    ] {
        assert_eq!(values(&read(&inline(&body))), ["x=ab"], "{body}");
    }
    let stray = read(&instance("<t:A>&what;</t:A>"));
    assert_eq!(failed(&stray).fault.to_string(), "contextRef is missing");
}

#[test]
fn a_document_without_facts_says_so() {
    let page = "<html xmlns='http://www.w3.org/1999/xhtml'><body><p>Hello</p></body></html>";
    let facts = read(page);
    assert!(facts.is_empty() && facts.errors().is_empty());
    let findings = facts.findings();
    assert!(matches!(findings[..], [FactFinding::NoFacts { document: "document" }]));
    assert_eq!(findings[0].code(), "no_facts");
    let message = "document: no facts: a document without XBRL in it";
    assert_eq!(findings[0].to_string(), message);
}

#[test]
fn numbers_that_contradict_each_other_are_told() {
    let fact = |value: &str, decimals: &str| {
        format!("<t:A contextRef='q' unitRef='usd' decimals='{decimals}'>{value}</t:A>")
    };
    let told = |facts: String| {
        let facts = read(&instance(&facts));
        facts.findings().iter().map(|finding| finding.code()).collect::<Vec<_>>()
    };
    assert!(told(fact("4512000000", "-6") + &fact("4500000000", "-8")).is_empty());
    assert!(told(fact("4512", "0") + &fact("4512", "0")).is_empty());
    assert_eq!(told(fact("748000", "-3") + &fact("749000", "-3")), ["inconsistent"]);
    let facts = read(&instance(&(fact("748000", "-3") + &fact("749000", "-3"))));
    let message = facts.findings()[0].to_string();
    let second = facts.iter().nth(1).unwrap().byte();
    let both = format!(": said as 748000 and, at byte {second}, as 749000, which cannot all be");
    assert!(message.starts_with("document: t:A at byte ") && message.ends_with(&both), "{message}");
    // The finest comes first.
    let facts = read(&instance(&(fact("4500000000", "-8") + &fact("4512000000", "-6"))));
    let duplicates = facts.duplicates();
    assert_eq!(duplicates.len(), 1);
    assert_eq!(duplicates[0][0].number(), Some(4_512_000_000_i64.into()));
}

#[test]
fn documents_of_other_kinds_are_refused() {
    let refused = |document: &str| Facts::parse(document.as_bytes()).unwrap_err().to_string();
    let kinds = ", and not an XBRL instance, an XHTML document or xBRL-JSON";
    assert_eq!(refused(""), format!("xbrl: document: found nothing{kinds}"));
    assert_eq!(refused("hello"), format!("xbrl: document: found 'hello'{kinds}"));
    assert_eq!(refused("<svg/>"), format!("xbrl: document: found element 'svg'{kinds}"));
    assert!(
        refused("<html><p></html>").starts_with("xbrl: document: the document is not well-formed")
    );
    assert!(refused("<html><p>").contains("not well-formed at byte 9"));
    assert!(refused("<html/><html/>").contains("a second element at the top"));
    assert!(refused("{").contains("not well-formed"));
    let page = "<html xmlns='http://www.w3.org/1999/xhtml'/>";
    let documents = [Document::new("a", page.as_bytes()), Document::new("b.xml", b"{}")];
    let set = Reader::new().read(&documents).unwrap_err();
    assert_eq!(set.to_string(), "xbrl: b.xml: only inline documents are read together");
}
