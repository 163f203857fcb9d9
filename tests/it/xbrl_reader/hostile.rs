//! Documents that mean harm are refused or read in time and memory that their length bounds.

use core::time::Duration;
use std::time::Instant;

use financials::{
    companyfacts::Vintage,
    xbrl::{Calculations, Facts, Filings, Labels, XbrlError},
};

use super::{NAMESPACES, PARTS, inline, instance, read};

/// Reads a document of a few megabytes, which takes well below a minute however slow the machine.
fn timed(document: &str) -> Result<Facts, XbrlError> {
    let start = Instant::now();
    let facts = Facts::parse(document.as_bytes());
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
    facts
}

#[test]
fn nesting_is_bounded_in_every_syntax() {
    let many = 100_000;
    let nested = |open: &str, close: &str| format!("{}{}", open.repeat(many), close.repeat(many));
    let xml = instance(&nested("<t:T>", "</t:T>"));
    assert!(matches!(timed(&xml), Err(XbrlError::Limit { what: "nested elements", .. })));
    let html = inline(&nested("<div>", "</div>"));
    assert!(matches!(timed(&html), Err(XbrlError::Limit { what: "nested elements", .. })));
    let json = format!("{{\"documentInfo\":{}", nested("[", "]"));
    assert!(matches!(timed(&json), Err(XbrlError::Malformed { .. })));
}

#[test]
fn document_types_that_declare_are_refused_and_others_are_not_opened() {
    let bomb =
        "<!DOCTYPE html [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><html>&b;</html>";
    let file = "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><x>&f;</x>";
    for document in [bomb, file] {
        let refused = Facts::parse(document.as_bytes());
        assert!(matches!(refused, Err(XbrlError::DocumentType { byte: 0, .. })), "{refused:?}");
    }
    let plain =
        "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"http://example.com/x.dtd\">";
    assert!(read(&format!("{plain}<html/>")).is_empty());
}

#[test]
fn many_small_things_take_time_in_proportion() {
    let many = 20_000;
    // Texts that share one chain, a chain of its own length, and captures that are never closed
    // before many exclusions are.
    let chained =
        "<ix:nonNumeric name='t:N' contextRef='q' continuedAt='c0'>a</ix:nonNumeric>".repeat(many);
    let chain: String = (0..many)
        .map(|at| format!("<ix:continuation id='c{at}' continuedAt='c{}'/>", at + 1))
        .collect();
    let facts = timed(&inline(&(chained + &chain))).unwrap();
    assert_eq!(facts.errors().len(), many);
    let excluded =
        "<ix:exclude>x<ix:nonNumeric name='t:N' contextRef='q'>y</ix:nonNumeric></ix:exclude>";
    let body = format!(
        "<ix:nonNumeric name='t:N' contextRef='q'>a{}</ix:nonNumeric>",
        excluded.repeat(many)
    );
    let facts = timed(&inline(&body)).unwrap();
    assert_eq!(facts.len(), many + 1);
    assert_eq!(facts.iter().next().unwrap().text(), Some("a"));
    // Every element declares a namespace of its own, and ids that are all the same.
    let fact = "<n:A xmlns:n='http://example.com/n' contextRef='q' id='same'>a</n:A>";
    assert_eq!(timed(&instance(&fact.repeat(many))).unwrap().len(), many);
}

#[test]
fn deep_captures_share_their_text() {
    let depth = 900;
    let open = "<ix:nonNumeric name='t:N' contextRef='q'>".repeat(depth);
    let text = "word ".repeat(200_000);
    let close = "</ix:nonNumeric>".repeat(depth);
    let facts = timed(&inline(&format!("{open}{text}{close}"))).unwrap();
    assert_eq!(facts.len(), depth);
    assert!(facts.iter().all(|fact| fact.text().is_none()));
}

#[test]
fn deep_captures_cost_what_one_costs() {
    // White space, entities that are not defined and what is left out, within so many texts.
    let nested = |depth: usize, text: &str| {
        let open = "<ix:nonNumeric name='t:N' contextRef='q'>".repeat(depth);
        inline(&format!("{open}{text}{}", "</ix:nonNumeric>".repeat(depth)))
    };
    for text in [
        format!("{}x{}", " ".repeat(1_000_000), " ".repeat(1_000_000)),
        "&x;".repeat(300_000),
        "<ix:exclude>a</ix:exclude>b ".repeat(60_000),
        " <ix:exclude>a</ix:exclude>".repeat(60_000),
        "ab".repeat(1_000_000),
    ] {
        let time = |depth: usize| {
            let document = nested(depth, &text);
            let start = Instant::now();
            let facts = Facts::parse(document.as_bytes()).unwrap();
            assert_eq!(facts.len() + facts.errors().len(), depth);
            start.elapsed()
        };
        let (one, deep) = (time(1), time(900));
        // Elements of their own cost something too; nine hundred times as long is what is told.
        let most = one * 20 + Duration::from_secs(1);
        assert!(deep < most, "{deep:?} where one takes {one:?}: {}", &text[..20]);
    }
}

#[test]
fn long_values_are_cut_in_messages_and_refused() {
    let digits = "1".repeat(1_000_000);
    let facts = timed(&instance(&format!(
        "<t:A contextRef='q' unitRef='usd' decimals='0'>{digits}</t:A>\
         <t:A contextRef='{digits}' unitRef='usd' decimals='{digits}x'>1</t:A>"
    )))
    .unwrap();
    assert_eq!(facts.len(), 0);
    assert!(facts.errors().iter().all(|error| error.to_string().len() < 300));
    let text = facts.errors()[0].to_string();
    assert!(text.ends_with("a value of 1000000 bytes, must be at most 1024"), "{text}");
}

#[test]
fn namespaces_and_axes_are_bounded() {
    let declared: String = (0..600).map(|at| format!(" xmlns:n{at}='http://x/{at}'")).collect();
    let document = format!("<xbrli:xbrl {NAMESPACES}{declared}>{PARTS}</xbrli:xbrl>");
    assert!(matches!(timed(&document), Err(XbrlError::Malformed { .. })));
    let members: String = (0..100)
        .map(|at| format!("<xbrldi:explicitMember dimension='t:A{at}'>t:M</xbrldi:explicitMember>"))
        .collect();
    let facts = timed(&instance(&format!(
        "<xbrli:context id='x'><xbrli:entity><xbrli:identifier scheme='s'>E</xbrli:identifier>\
         <xbrli:segment>{members}</xbrli:segment></xbrli:entity><xbrli:period>\
         <xbrli:forever/></xbrli:period></xbrli:context><t:A contextRef='x'>a</t:A>"
    )))
    .unwrap();
    assert_eq!(facts.errors()[0].fault.to_string(), "context 'x' is one of more than 64");
}

#[test]
fn every_beginning_of_a_document_is_refused_or_read() {
    let documents = [
        inline(
            "<ix:nonNumeric name='t:N' contextRef='q' continuedAt='c'>a<ix:exclude>b</ix:exclude>\
             </ix:nonNumeric><ix:continuation id='c'>&#x41;</ix:continuation>\
             <ix:fraction name='t:F' contextRef='q' unitRef='pure'><ix:numerator>1</ix:numerator>\
             <ix:denominator>3</ix:denominator></ix:fraction>",
        ),
        instance("<t:P><t:A contextRef='s' unitRef='eps' decimals='2'>1.25</t:A></t:P>"),
    ];
    for document in documents {
        for end in 0..document.len() {
            let start = document.as_bytes().get(..end).unwrap();
            assert!(Facts::parse(start).is_err(), "{end}");
        }
    }
}

/// A context of a quarter, whose entity or member is told apart by a number.
fn context(id: &str, member: Option<usize>, days: (&str, &str)) -> String {
    let segment = member.map_or_else(String::new, |member| {
        format!(
            "<xbrli:segment><xbrldi:explicitMember dimension='t:ProductOrServiceAxis'>t:M{member}\
             </xbrldi:explicitMember></xbrli:segment>"
        )
    });
    format!(
        "<xbrli:context id='{id}'><xbrli:entity><xbrli:identifier scheme='http://example.com/id'>\
         ACME</xbrli:identifier>{segment}</xbrli:entity><xbrli:period><xbrli:startDate>{}\
         </xbrli:startDate><xbrli:endDate>{}</xbrli:endDate></xbrli:period></xbrli:context>",
        days.0, days.1
    )
}

/// A document of many numbers in a published taxonomy, each in a context of its own.
fn crowd(many: usize, fact: impl Fn(usize) -> (String, String)) -> Facts {
    let mut body = String::new();
    for at in 0..many {
        let (context, local) = fact(at);
        body += &context;
        body += &format!(
            "<g:{local} xmlns:g='http://fasb.org/us-gaap/2025' contextRef='c{at}' unitRef='usd' \
             decimals='0'>{at}</g:{local}>"
        );
    }
    timed(&instance(&body)).unwrap()
}

/// What is made of facts takes time in proportion to them, whatever they have in common.
#[test]
fn reports_and_histories_of_crowds_take_time_in_proportion() {
    let many = 10_000;
    let quarter = ("2025-04-01", "2025-06-30");
    let id = |at: usize| format!("c{at}");
    let start = Instant::now();
    for facts in [
        // As many members of an axis, as many concepts, and as many days.
        crowd(many, |at| (context(&id(at), (at > 0).then_some(at), quarter), "Revenues".into())),
        crowd(many, |at| (context(&id(at), None, quarter), format!("C{at}"))),
        crowd(many, |at| {
            let first = financials::Date::constant(1950, 1, 1);
            let first = first.checked_add(jiff::Span::new().days(at as i64)).unwrap();
            let last = first.checked_add(jiff::Span::new().days(90)).unwrap();
            let days = (first.to_string(), last.to_string());
            (context(&id(at), None, (&days.0, &days.1)), "Revenues".into())
        }),
    ] {
        assert_eq!(facts.len(), many);
        drop(facts.report(&Labels::default()));
        let mut filings = Filings::new();
        filings.add_unlisted(&facts).unwrap();
        drop(filings.history(Vintage::Latest));
        assert!(facts.findings().len() < many);
    }
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
}

#[test]
fn linkbases_of_crowds_take_time_in_proportion() {
    let many = 20_000;
    let linkbase = |kind: &str, body: &str| {
        format!(
            "<link:linkbase xmlns:link='http://www.xbrl.org/2003/linkbase' \
             xmlns:xlink='http://www.w3.org/1999/xlink'><link:{kind} xlink:role='r'>{body}\
             </link:{kind}></link:linkbase>"
        )
    };
    let start = Instant::now();
    // As many labels of one name, and as many arcs to each; a name with a line at every letter.
    let mut body = String::from("<link:loc xlink:href='a#t_A' xlink:label='a'/>");
    for at in 0..many {
        body += &format!(
            "<link:label xlink:label='b' xlink:role='label' xml:lang='en'>L{at}</link:label>\
             <link:labelArc xlink:from='a' xlink:to='b'/>"
        );
    }
    Labels::parse("labels", linkbase("labelLink", &body).as_bytes()).unwrap();
    let lines = "_".repeat(1_000_000);
    let mut body = format!(
        "<link:loc xlink:href='a#t_Total' xlink:label='a'/>\
         <link:loc xlink:href='a#t{lines}' xlink:label='b'/>"
    );
    for at in 0..many {
        body += &format!(
            "<link:loc xlink:href='a#t_A{at}' xlink:label='l{at}'/><link:calculationArc \
             xlink:arcrole='https://xbrl.org/2023/arcrole/summation-item' xlink:from='a' \
             xlink:to='l{at}' weight='1'/>"
        );
    }
    body += "<link:calculationArc xlink:arcrole='https://xbrl.org/2023/arcrole/summation-item' \
             xlink:from='b' xlink:to='a' weight='1'/>";
    let sums = Calculations::parse("sums", linkbase("calculationLink", &body).as_bytes()).unwrap();
    assert!(sums.check(&read(&instance(""))).is_empty());
    // One total and its item in as many contexts.
    let body = "<link:loc xlink:href='a#us-gaap_Revenues' xlink:label='a'/>\
         <link:loc xlink:href='a#us-gaap_Sales' xlink:label='b'/><link:calculationArc \
         xlink:arcrole='https://xbrl.org/2023/arcrole/summation-item' xlink:from='a' xlink:to='b' \
         weight='1'/>";
    let sums = Calculations::parse("sums", linkbase("calculationLink", body).as_bytes()).unwrap();
    let quarter = ("2025-04-01", "2025-06-30");
    let facts = crowd(many, |at| {
        let local = if at % 2 == 0 { "Revenues" } else { "Sales" };
        (context(&format!("c{at}"), Some(at / 2), quarter), local.into())
    });
    assert_eq!(sums.check(&facts).len(), many / 2);
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
}

#[test]
fn targets_and_namespaces_without_end_are_bounded() {
    let many = 20_000;
    let fact = |at: usize| {
        format!("<ix:nonNumeric name='t:N' contextRef='q' target='t{at}'>a</ix:nonNumeric>")
    };
    let facts = timed(&inline(&(0..many).map(fact).collect::<String>())).unwrap();
    assert!(facts.is_empty());
    assert_eq!(facts.targets().len(), 100);
    let namespaces: Vec<String> = (0..600).map(|at| format!("\"n{at}\":\"u{at}\"")).collect();
    let json = format!(
        "{{\"documentInfo\":{{\"documentType\":\"https://xbrl.org/2021/xbrl-json\",\
         \"namespaces\":{{{}}}}},\"facts\":{{}}}}",
        namespaces.join(",")
    );
    assert!(matches!(timed(&json), Err(XbrlError::Limit { what: "namespaces", .. })));
}
