//! Documents that mean harm are refused or read in time and memory that their length bounds.

use core::time::Duration;
use std::time::Instant;

use financials::xbrl::{Facts, XbrlError};

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
