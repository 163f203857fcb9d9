//! What a fact of an inline document says.

use financials::xbrl::{Content, Document, FactFinding, Reader};

use super::{failed, inline, only, read, set, values};

fn number(attributes: &str, text: &str) -> String {
    inline(&format!(
        "<ix:nonFraction name='t:A' contextRef='q' unitRef='usd' decimals='0' {attributes}>{text}\
         </ix:nonFraction>"
    ))
}

#[test]
fn the_value_is_the_text_transformed_scaled_and_signed() {
    let value = |attributes: &str, text: &str| {
        only(&read(&number(attributes, text))).number().unwrap().to_string()
    };
    assert_eq!(value("format='ixt:num-dot-decimal' scale='6'", "1,003.697"), "1003697000");
    assert_eq!(value("format='ixt:num-dot-decimal' scale='9' sign='-'", " 2.5 "), "-2500000000");
    assert_eq!(value("scale='-2'", "2.7"), "0.027");
    assert_eq!(value("scale='+3'", "5"), "5000");
    assert_eq!(value("format='ixt:fixed-zero' sign='-'", "—"), "0");
    assert_eq!(value("format='sec:numwordsen'", "twenty-one"), "21");
    assert_eq!(value("format='ixt:num-comma-decimal'", "1.234,&#160;5"), "1234.5");
    assert_eq!(value("", "&#49;2<!-- not 3 -->4"), "124");
    let facts = read(&number("format='ixt:num-dot-decimal' scale='3' sign='-'", "1,234"));
    let fact = only(&facts);
    assert_eq!((fact.raw(), fact.scale(), fact.is_negated()), (Some("1,234"), 3, true));
    assert_eq!(fact.format().unwrap().to_string(), "ixt:num-dot-decimal");
}

#[test]
fn a_number_may_hold_another_and_both_are_facts() {
    let facts = read(&inline(
        "<ix:nonFraction name='t:Outer' contextRef='q' unitRef='usd' decimals='-3' scale='3' id='o'>
         <ix:nonFraction name='t:Inner' contextRef='i' unitRef='usd' decimals='0' sign='-' id='n'>12\
         </ix:nonFraction> </ix:nonFraction>",
    ));
    assert_eq!(values(&facts), ["o=12000", "n=-12"]);
    let beside = read(&inline(
        "<ix:nonFraction name='t:Outer' contextRef='q' unitRef='usd' decimals='0' id='o'>3\
         <ix:nonFraction name='t:Inner' contextRef='i' unitRef='usd' decimals='0' id='n'>12\
         </ix:nonFraction></ix:nonFraction>",
    ));
    assert_eq!(values(&beside), ["n=12"]);
    assert_eq!(beside.errors()[0].fault.to_string(), "'3' stands next to a nested number");
}

#[test]
fn markup_and_a_minus_in_the_text_are_read_and_told() {
    let facts = read(&number("format='ixt:num-dot-decimal'", "<b>1,</b><b>234</b>"));
    assert_eq!(only(&facts).number(), Some(1234.into()));
    let found = facts.findings();
    assert!(matches!(found[..], [FactFinding::MarkupInNumber(_)]));
    let told = format!("document: t:A at byte {}: ", only(&facts).byte());
    let markup = "markup stands in the number, and was passed over";
    assert_eq!(found[0].to_string(), format!("{told}{markup}"));
    let facts = read(&number("", "-5"));
    assert_eq!(only(&facts).number(), Some((-5).into()));
    let found = facts.findings();
    assert!(matches!(found[..], [FactFinding::MinusInText(_)]));
    let minus = "the text has a minus, and the attribute sign should say it";
    assert_eq!(found[0].to_string(), format!("{told}{minus}"));
}

#[test]
fn texts_leave_out_what_is_excluded_and_go_on_elsewhere() {
    let facts = read(&inline(
        "<ix:nonNumeric name='t:Note' contextRef='q' continuedAt='c1' id='n' xml:lang='en'>One \
         <ix:exclude>page 5 <ix:nonNumeric name='t:Page' contextRef='q' id='p'>5</ix:nonNumeric>\
         </ix:exclude>two </ix:nonNumeric>\
         <ix:continuation id='c2'>four.</ix:continuation>\
         <ix:continuation id='c1' continuedAt='c2'>three \
         <ix:nonNumeric name='t:Inner' contextRef='q' id='i'>and </ix:nonNumeric></ix:continuation>",
    ));
    assert_eq!(values(&facts), ["n=One two three and four.", "p=5", "i=and"]);
    assert_eq!(facts.iter().next().unwrap().language(), Some("en"));
    assert_eq!(facts.iter().last().unwrap().language(), None);
}

#[test]
fn chains_that_break_or_turn_are_errors_of_their_fact() {
    let text = |next: &str| {
        format!("<ix:nonNumeric name='t:N' contextRef='q' continuedAt='{next}'>a</ix:nonNumeric>")
    };
    let piece = |id: &str, next: &str| {
        format!("<ix:continuation id='{id}' continuedAt='{next}'>b</ix:continuation>")
    };
    let says = |body: String| failed(&read(&inline(&body))).fault.to_string();
    assert_eq!(says(text("c1")), "continuation 'c1' does not exist");
    assert_eq!(
        says(text("c1") + &piece("c1", "c2") + &piece("c2", "c1")),
        "continuation 'c1' comes back to itself"
    );
    let last = "<ix:continuation id='c1'>b</ix:continuation>";
    assert_eq!(says(text("c1") + last + last), "continuation 'c1' is defined twice");
    let shared = read(&inline(&(text("c1") + &text("c1") + last)));
    assert_eq!((shared.len(), shared.errors().len()), (1, 1));
}

#[test]
fn fractions_are_quotients_and_tuples_are_marked() {
    let facts = read(&inline(
        "<ix:fraction name='t:Ratio' contextRef='q' unitRef='pure' id='r'>\
         <ix:numerator format='ixt:num-dot-decimal' scale='3'>1</ix:numerator> of \
         <ix:denominator>3</ix:denominator></ix:fraction>\
         <ix:tuple name='t:Person' tupleID='p'><ix:nonNumeric name='t:Name' contextRef='q' id='a'>\
         Ada</ix:nonNumeric></ix:tuple><ix:nonNumeric name='t:Born' contextRef='q' tupleRef='p' id='b'>\
         London</ix:nonNumeric><ix:nonNumeric name='t:Died' contextRef='q' tupleRef='x' id='c'>\
         London</ix:nonNumeric>",
    ));
    assert_eq!(values(&facts), ["r=1000/3", "a=Ada", "b=London"]);
    let Content::Fraction { numerator, denominator, .. } = facts.iter().next().unwrap().content()
    else {
        panic!("a fraction");
    };
    assert_eq!((numerator, denominator), (1000.into(), 3.into()));
    let tuples: Vec<bool> = facts.iter().map(|fact| fact.tuple().is_some()).collect();
    assert_eq!(tuples, [false, true, true]);
    assert_eq!(facts.errors()[0].fault.to_string(), "tuple 'x' does not exist");
}

#[test]
fn one_target_is_read_and_the_others_are_named() {
    let document = inline(
        "<ix:nonNumeric name='t:A' contextRef='q' id='a'>1</ix:nonNumeric>\
         <ix:nonNumeric name='t:A' contextRef='q' id='b' target='ifrs'>2</ix:nonNumeric>\
         <ix:hidden><ix:nonNumeric name='t:A' contextRef='q' id='c'>3</ix:nonNumeric></ix:hidden>",
    );
    let facts = read(&document);
    assert_eq!(values(&facts), ["a=1", "c=3"]);
    assert_eq!(facts.targets(), ["ifrs"]);
    let hidden: Vec<bool> = facts.iter().map(|fact| fact.is_hidden()).collect();
    assert_eq!(hidden, [false, true]);
    let other = Reader::new().target("ifrs");
    let other = other.read(&[Document::new("a.htm", document.as_bytes())]).unwrap();
    assert_eq!(values(&other), ["b=2"]);
}

#[test]
fn documents_of_a_set_share_contexts_units_and_continuations() {
    let body = "<html xmlns='http://www.w3.org/1999/xhtml' xmlns:t='http://example.com/t'
        xmlns:old='http://www.xbrl.org/2008/inlineXBRL'><old:nonFraction name='t:A' contextRef='q'
        unitRef='usd' decimals='0' id='a'>7</old:nonFraction><old:nonNumeric name='t:N'
        contextRef='q' id='n' continuedAt='c'>One </old:nonNumeric></html>";
    let head = inline("<ix:continuation id='c'>two</ix:continuation>");
    let facts = set(&[body, &head]);
    assert_eq!(values(&facts), ["a=7", "n=One two"]);
    assert_eq!(facts.documents().collect::<Vec<_>>(), ["a.htm", "b.htm"]);
    assert_eq!(facts.iter().next().unwrap().document(), "a.htm");
    let alone = set(&[body]);
    assert_eq!((alone.len(), alone.errors().len()), (0, 2));
}

#[test]
fn a_piece_inside_of_the_text_that_it_continues_is_an_error() {
    let text = |next: &str, inner: &str| {
        format!(
            "<ix:nonNumeric name='t:N' contextRef='q' continuedAt='{next}'>a{inner}\
             </ix:nonNumeric>"
        )
    };
    let says = |body: String| failed(&read(&inline(&body))).fault.to_string();
    let last = "<ix:continuation id='c1'>b</ix:continuation>";
    let inside = "stands inside of the text that it continues";
    assert_eq!(says(text("c1", last)), format!("continuation 'c1' {inside}"));
    let nested = format!("<ix:continuation id='c0' continuedAt='c1'>x{last}</ix:continuation>");
    assert_eq!(says(text("c0", "") + &nested), format!("continuation 'c1' {inside}"));
    // Of another text it may stand in the middle.
    let other = format!("<ix:nonNumeric name='t:O' contextRef='q' id='o'>c{last}</ix:nonNumeric>");
    let facts = read(&inline(&(text("c1", "") + &other)));
    assert_eq!(values(&facts), ["=ab", "o=cb"]);
}

#[test]
fn a_target_without_a_name_is_an_error() {
    let facts = read(&inline(
        "<ix:nonFraction name='t:A' contextRef='q' unitRef='usd' decimals='0' target=''>1\
         </ix:nonFraction>",
    ));
    assert_eq!(failed(&facts).fault.to_string(), "attribute target is '', must be a name");
    assert_eq!(facts.targets().len(), 0);
}

#[test]
fn what_is_left_out_is_left_out_of_all_that_hold_it() {
    let facts = read(&inline(
        "<ix:nonNumeric name='t:A' contextRef='q' id='a'> <ix:exclude>x </ix:exclude> one \
         <ix:nonNumeric name='t:B' contextRef='q' id='b'><ix:exclude>y</ix:exclude> two \
         <ix:exclude>z <ix:nonNumeric name='t:C' contextRef='q' id='c'> in </ix:nonNumeric>\
         <ix:exclude>w</ix:exclude></ix:exclude></ix:nonNumeric>three<ix:exclude>!</ix:exclude>\
         </ix:nonNumeric>",
    ));
    assert_eq!(values(&facts), ["a=one  two three", "b=two", "c=in"]);
}
