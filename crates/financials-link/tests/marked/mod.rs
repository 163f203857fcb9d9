//! Texts whose figures are marked with what they are about.
//!
//! A figure stands in brackets with its link behind a bar: role, measure, `@` aspect, `/` segment,
//! period, and `adjusted`, `gaap`, `constant`, `previous` or `negated`; or `-` and why there is
//! none.

use financials_link::{Aspect, Context, Link, links};

/// Holds the figures of a text about the second quarter of 2025 to their marks.
#[track_caller]
pub fn holds(marked: &str) {
    holds_of(marked, Some("2025Q2"));
}

/// The same of a text whose period nobody says.
#[track_caller]
pub fn holds_alone(marked: &str) {
    holds_of(marked, None);
}

#[track_caller]
fn holds_of(marked: &str, period: Option<&str>) {
    let (text, expected) = unmark(marked);
    let context = Context {
        subject: Some("ACME".to_owned()),
        period: period.map(|label| label.parse().expect("a label")),
        ..Context::default()
    };
    let links = links(&text, &context);
    let found: Vec<(usize, String)> =
        links.iter().map(|link| (link.span.start, print(link))).collect();
    assert_eq!(found, expected, "{text}");
}

/// Reads a marked text: the plain one, and the figures with their links.
pub fn unmark(marked: &str) -> (String, Vec<(usize, String)>) {
    let (mut text, mut expected, mut rest) = (String::new(), Vec::new(), marked);
    while let Some((before, behind)) = rest.split_once('⟦') {
        let (inside, after) = behind.split_once('⟧').expect("a closing bracket");
        let (figure, link) = inside.split_once('|').expect("a bar");
        text.push_str(before);
        expected.push((text.len(), link.to_owned()));
        text.push_str(figure);
        rest = after;
    }
    text.push_str(rest);
    (text, expected)
}

/// Prints a link in the words of the table.
pub fn print(link: &Link) -> String {
    if let Some(reason) = link.abstained {
        return format!("-{}", reason.code());
    }
    let mut words = vec![link.role.name().to_owned(), link.metric.clone().unwrap_or_default()];
    words.extend(link.aspect.map(|aspect| match aspect {
        Aspect::YearAgo => "@year_ago".to_owned(),
        Aspect::QuarterAgo => "@quarter_ago".to_owned(),
    }));
    words.extend(link.segment.as_ref().map(|segment| format!("/{}", segment.replace(' ', "_"))));
    words.extend(link.period.map(|period| period.to_string().replace(' ', "")));
    words.extend(match link.is_adjusted {
        Some(true) => Some("adjusted".to_owned()),
        Some(false) => Some("gaap".to_owned()),
        None => None,
    });
    let flags = [
        (link.is_constant_currency, "constant"),
        (link.is_previous, "previous"),
        (link.is_negated, "negated"),
    ];
    words.extend(flags.into_iter().filter(|(is, _)| *is).map(|(_, word)| word.to_owned()));
    words.join(" ")
}
