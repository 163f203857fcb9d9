use super::Markup;

#[track_caller]
fn reads(page: &str, text: &str) {
    let markup = Markup::read(page);
    assert_eq!(markup.as_text(), text, "{page}");
}

#[test]
fn blocks_are_lines_and_cells_are_apart() {
    reads("<p>Revenue   rose\n 5%</p><p>It fell</p>", "Revenue rose 5%\nIt fell\n");
    reads("<tr><td>Revenue</td><td>5</td></tr><tr><td>Cost</td></tr>", "Revenue\t5\nCost\n");
    reads("<ul><li>one</li><li>two</li></ul>", "\u{2022} one\n\u{2022} two\n");
    reads("a<script>var x = '<p>$5</p>';</script>b<!-- $7 --><style>p{}</style>c", "abc");
}

#[test]
fn spans_point_into_the_page() {
    let page = "<p>Sales&nbsp;rose to <b>$1&#46;5</b> billion &amp; more</p>";
    let markup = Markup::read(page);
    assert_eq!(markup.as_text(), "Sales\u{a0}rose to $1.5 billion & more\n");
    for (word, source) in [
        ("Sales", "Sales"),
        ("$1.5", "$1&#46;5"),
        ("billion", "billion"),
        ("&", "&amp;"),
        ("more", "more"),
    ] {
        let at = markup.as_text().find(word).expect("the word");
        assert_eq!(&page[markup.source(at..at + word.len())], source);
    }
}

#[test]
fn hostile_pages_are_read_through() {
    for page in [
        "<",
        "<p",
        "&",
        "&#",
        "&#x110000;",
        "<a<b<c>",
        "</>",
        "<script>",
        "\u{feff}<p>\u{202e}5%</p>",
    ] {
        let markup = Markup::read(page);
        let length = markup.as_text().len();
        assert!(markup.source(0..length).end <= page.len(), "{page}");
    }
}
