//! `scan` on any input, and on the documents whose figures are known.

use financials::{
    Decimal, Stated,
    stated::{Found, Unit, scan},
};
use proptest::prelude::*;

use crate::data;

/// Checks what holds for every text: spans in order, on boundaries, and equal to the text.
fn check_spans(text: &str) -> Vec<Found<'_>> {
    let found: Vec<_> = scan(text).collect();
    let mut end = 0;
    for figure in &found {
        let span = figure.span();
        assert!(end <= span.start && span.start < span.end, "{span:?} after {end}");
        assert_eq!(text.get(span.clone()), Some(figure.text()));
        assert!(figure.text().contains(|c: char| c.is_ascii_digit()));
        end = span.end;
    }
    found
}

/// Pieces that figures are made of, in any order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "$",
        "€",
        "US$",
        "(",
        ")",
        "-",
        "–",
        "−",
        "+",
        "±",
        "~",
        "1",
        "23",
        "1,234",
        "1,10,577",
        "0.5",
        ".",
        ",",
        " ",
        "\n",
        "\u{a0}",
        "\u{202f}",
        "%",
        " million",
        "bn",
        "M",
        "x",
        "×",
        " to ",
        " and ",
        "between ",
        "from ",
        "up ",
        "down ",
        "about ",
        "over ",
        " bps",
        " days",
        "p",
        "c",
        "1/4",
        "¼",
        " crore",
        "円",
        "億",
        "plus or minus ",
        "-plus",
        " or more",
        "Rs ",
        "CHF ",
        "'",
        "’",
        "/",
        ":",
        "#",
        "S&P 500",
        "Q3",
        "2025",
        "https://",
        " drop",
        "é",
        "は",
    ]);
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_is_scanned(text in any::<String>()) {
        check_spans(&text);
        let _ = Stated::parse(&text);
    }

    #[test]
    fn any_pieces_are_scanned(text in pieces()) {
        check_spans(&text);
        if let Ok(stated) = Stated::parse(&text) {
            let printed = stated.to_string();
            prop_assert_eq!(Stated::parse(&printed), Ok(stated), "{:?} as {}", text, printed);
        }
    }

    /// A paragraph between two texts parts what they say, so each is scanned as if alone.
    #[test]
    fn texts_apart_are_scanned_apart(a in pieces(), b in pieces()) {
        let parted = format!("{a}\n\n.\n\n{b}");
        let alone = scan(&a).count() + scan(&b).count();
        prop_assert_eq!(check_spans(&parted).len(), alone);
    }
}

#[test]
fn hostile_texts_end_without_a_figure_too_many() {
    let digits = "7".repeat(1 << 20);
    assert_eq!(scan(&digits).count(), 0);
    assert!(Stated::parse(&digits).is_err());
    let nested: String = (0..10_000).map(|n| format!("{n}-")).collect();
    let brackets = "(".repeat(1 << 16) + "5" + &")".repeat(1 << 16);
    let dollars = "$".repeat(1 << 18) + "5";
    let texts = [
        digits.clone(),
        format!("{digits}%"),
        format!("$1-{digits}"),
        nested.clone() + "%",
        nested,
        "between 1 and ".repeat(10_000),
        "from $1 to ".repeat(10_000),
        "1,".repeat(1 << 18),
        "1.".repeat(1 << 18),
        "1 ".repeat(1 << 18),
        "1\u{a0}".repeat(1 << 17),
        "1/2/".repeat(1 << 17),
        brackets,
        dollars,
        " ".repeat(1 << 20) + "5%",
        "about ".repeat(1 << 16) + "5%",
        "http://".repeat(1 << 16) + "5%",
        "5%and".repeat(1 << 16),
        "1億".repeat(1 << 16),
        "fell 1 points, or 1% (".repeat(1 << 15),
        "cut its then-current staff's pay by ".repeat(1 << 15) + "5%",
        "1 (1) billion ".repeat(1 << 16),
        "1 and 2 jobs ".repeat(1 << 16),
        "1 in 1 of the 1 ".repeat(1 << 15),
        "HK1 cents MNOK 1 \\$1 ".repeat(1 << 15),
        "1\n|\n%\n|\n$\n|\n".repeat(1 << 16),
        "1 x 2025 2026x 1-".repeat(1 << 16),
        "a".repeat(1 << 20) + " in 5 users, " + &"b".repeat(1 << 20),
        "$1, $2, ".repeat(1 << 16) + "$3 billion",
        "1 ±".repeat(1 << 17) + "2%",
        "U.".repeat(1 << 19) + "5",
        "2024, by 5 ".repeat(1 << 16),
        "▲1 ".repeat(1 << 17),
    ];
    for text in &texts {
        // A quadratic pass over a megabyte would not come back.
        check_spans(text);
        let _ = Stated::parse(text);
    }
}

/// One figure of `figures.json`, as far as `scan` gives it.
#[derive(Debug, PartialEq)]
struct Row {
    kind: String,
    value: Decimal,
    high: Option<Decimal>,
    decimals: i64,
    bound: String,
}

impl Row {
    fn listed(row: &serde_json::Value) -> Self {
        let text = |key: &str| row[key].as_str().map(str::to_owned);
        let number = |key: &str| text(key).map(|text| text.parse::<Decimal>().unwrap());
        let kind = match row["kind"].as_str().unwrap() {
            "money" | "price" | "per_share" | "money_range" | "price_range" => "money",
            "rate" | "rate_range" => "ratio",
            other => other,
        };
        let ulp = text("ulp").unwrap();
        let decimals = match ulp.split_once('.') {
            Some((_, decimals)) => decimals.len() as i64,
            None => 1 - ulp.len() as i64,
        };
        Self {
            kind: kind.to_owned(),
            value: number("value").unwrap(),
            high: number("high"),
            decimals,
            bound: text("bound").unwrap(),
        }
    }

    fn found(stated: Stated) -> Self {
        Self {
            kind: stated.unit().kind().to_owned(),
            value: stated.number(),
            high: stated.high(),
            decimals: i64::from(stated.decimals()),
            bound: stated.bound().name().to_owned(),
        }
    }
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn the_documents_give_every_listed_figure_and_no_other() {
    let listed: Vec<serde_json::Value> = data::json("documents/figures.json");
    let figures: Vec<_> = listed.iter().filter(|row| row["kind"] != "date").collect();
    assert_eq!(figures.len(), 81);
    let mut names: Vec<_> = figures.iter().map(|row| row["document"].as_str().unwrap()).collect();
    names.dedup();
    for name in names {
        let text = data::text(&format!("documents/{name}"));
        let line = |at: usize| text[..at].matches('\n').count() as u64 + 1;
        let mut rows: Vec<_> = figures
            .iter()
            .filter(|row| row["document"] == name)
            .map(|row| (row["line"].as_u64().unwrap(), Row::listed(row)))
            .collect();
        let mut again = Vec::new();
        for found in check_spans(&text) {
            let row = (line(found.span().start), Row::found(found.stated()));
            match rows.iter().position(|listed| *listed == row) {
                Some(at) => drop(rows.remove(at)),
                None => again.push(row),
            }
        }
        assert!(rows.is_empty(), "{name}: not found: {rows:?}");
        // One price stands twice in its paragraph and is listed once.
        for row in again {
            let listed = figures.iter().any(|figure| Row::listed(figure) == row.1);
            assert!(listed, "{name}: no figure: {row:?}");
        }
    }
}

/// Writes a figure as the smallest misreadings have it: value, high end, unit, decimals.
fn short(stated: &Stated) -> String {
    let unit = match stated.unit() {
        Unit::Money(currency) => currency.code().to_owned(),
        Unit::Ratio => "r".to_owned(),
        Unit::Count => "#".to_owned(),
        other => other.kind().to_owned(),
    };
    let high = stated.high().map_or(String::new(), |high| format!("..{}", high.normalize()));
    format!("{}{high} {unit}@{}", stated.number().normalize(), stated.decimals())
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn the_smallest_texts_that_were_misread_read_right() {
    let mut wrong = Vec::new();
    for line in data::text("data/links/scan_cases.jsonl").lines() {
        let case: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = case["text"].as_str().unwrap();
        let expected: Vec<String> = serde_json::from_value(case["expected"].clone()).unwrap();
        let read: Vec<_> = scan(text).map(|found| short(&found.stated())).collect();
        if read != expected {
            wrong.push(format!("{}: {text}: {read:?}, not {expected:?}", case["id"]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
