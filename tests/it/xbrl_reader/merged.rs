//! What would be run together or cut off, and so be taken for something else, is an error of its
//! facts.

use financials::xbrl::{Facts, Fault, PartFault, XbrlError};

use super::{failed, inline, instance, read, values};

/// An inline number with the digits of a text.
fn inline_number(attributes: &str, text: &str) -> Facts {
    read(&inline(&format!(
        "<ix:nonFraction id='n' name='t:Sales' contextRef='q' unitRef='usd' decimals='0' \
         {attributes}>{text}</ix:nonFraction>"
    )))
}

#[test]
fn digits_on_both_sides_of_an_element_are_no_one_number() {
    for (text, digits) in [
        ("12<sup>1</sup>", "121"),
        ("1<b>2</b>", "12"),
        ("1,234<br/>5", "1,2345"),
        ("12 <i> </i> 3", "12   3"),
        ("<b>1</b>2", "12"),
    ] {
        let facts = inline_number("format='ixt:num-dot-decimal'", text);
        let error = failed(&facts);
        assert_eq!(error.fault, Fault::Joined { text: digits.into() }, "{text}");
        assert_eq!(
            error.fault.to_string(),
            format!(
                "'{digits}' has digits on both sides of an element in it, and is no one number"
            )
        );
    }
    for (text, value) in [
        ("<b>12</b>", "12"),
        ("1<b>,</b>234", "1234"),
        ("<b>1</b>.<b>5</b>", "1.5"),
        (" <br/> 12 <br/> ", "12"),
        ("12<sup></sup>", "12"),
    ] {
        let facts = inline_number("format='ixt:num-dot-decimal'", text);
        assert_eq!(values(&facts), [format!("n={value}")], "{text}: {:?}", facts.errors());
        let codes: Vec<&str> = facts.findings().iter().map(|finding| finding.code()).collect();
        assert!(codes.contains(&"markup_in_number"), "{text}");
    }
    // What the text is does not matter to a fixed zero.
    assert_eq!(values(&inline_number("format='ixt:fixed-zero'", "1<sup>2</sup>")), ["n=0"]);
    // A number around another is its text too.
    let outer = "<ix:nonFraction id='m' name='t:Other' contextRef='q' unitRef='usd' decimals='0'>\
                 1<sup>2</sup></ix:nonFraction>";
    assert_eq!(inline_number("", outer).errors().len(), 2);
}

/// A number of a typed member, and what is wrong with it.
fn typed(member: &str) -> Facts {
    read(&instance(&format!(
        "<xbrli:context id='m'><xbrli:entity><xbrli:identifier scheme='http://example.com/id'>ACME\
         </xbrli:identifier><xbrli:segment><xbrldi:typedMember dimension='t:DayAxis'><t:day>{member}\
         </t:day></xbrldi:typedMember></xbrli:segment></xbrli:entity><xbrli:period><xbrli:instant>\
         2025-06-30</xbrli:instant></xbrli:period></xbrli:context>\
         <t:Sales contextRef='m' unitRef='usd' decimals='0'>5</t:Sales>"
    )))
}

#[test]
fn a_typed_member_is_one_text_whole() {
    let long = "x".repeat(1_024);
    for member in [" 2025 ", &long] {
        assert_eq!(typed(member).len(), 1);
    }
    for member in ["<t:x>1</t:x><t:y>23</t:y>", "1<t:x/>", &format!("{long}y")] {
        let facts = typed(member);
        let fault = PartFault::Text { part: "typed member", limit: 1_024 };
        assert_eq!(failed(&facts).fault, Fault::Context { id: "m".into(), fault });
        assert_eq!(
            failed(&facts).fault.to_string(),
            "context 'm' has a typed member that is no text of at most 1024 bytes"
        );
    }
}

#[test]
fn names_and_identifiers_are_not_cut_off() {
    let long = "x".repeat(1_025);
    let document = instance("<t:Sales contextRef='q' unitRef='usd' decimals='0'>5</t:Sales>");
    for (from, to, part) in [
        (">ACME\n", format!(">{long}\n"), "identifier of an entity"),
        ("<xbrli:measure>iso4217:USD<", format!("<xbrli:measure>iso4217:{long}<"), "measure"),
    ] {
        let facts = read(&document.replacen(from, &to, 1));
        let said = failed(&facts).fault.to_string();
        assert!(said.contains(&format!("has a {part} that is no text of at most")), "{said}");
    }
}

#[test]
fn what_is_no_fact_is_limited_too() {
    let many = |element: &str| element.repeat((1 << 20) + 1);
    let over = |document: String| Facts::parse(document.as_bytes()).unwrap_err();
    let limit = "more names, ids, tuples and continuations than 1048576, at byte ";
    let error = over(instance(&many("<t:x/>")));
    assert!(matches!(error, XbrlError::Limit { limit: 0x10_0000, .. }));
    assert!(error.to_string().contains(limit), "{error}");
    let mut continued = String::new();
    for id in 0..=1 << 20 {
        continued += &format!("<ix:continuation id='c{id}'/>");
    }
    assert!(over(inline(&continued)).to_string().contains(limit));
}
