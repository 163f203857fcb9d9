//! The rules of the code that no lint holds.

mod floors;
mod tree;

use std::{
    fs,
    path::{Path, PathBuf},
};

const LINES_MAX: usize = 500;
const COLUMNS_MAX: usize = 100;
const FUNCTION_LINES_MAX: usize = 70;

/// Where there is code; what fuzzing and builds leave is beside it.
const CODE: [&str; 8] =
    ["src", "tests", "benches", "examples", "crates", "bare", "python/src", "fuzz/fuzz_targets"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file of the crate below some folders, with its text.
fn sources(folders: &[&str]) -> Vec<(PathBuf, String)> {
    let mut folders: Vec<PathBuf> = folders.iter().map(|folder| root().join(folder)).collect();
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of the crate") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).expect("a source file");
                let path = path.strip_prefix(root()).expect("a path of the crate").to_path_buf();
                found.push((path, text));
            }
        }
    }
    assert!(found.len() > 10, "the sources are where they are looked for");
    found
}

#[test]
fn files_and_lines_are_short() {
    let mut long = Vec::new();
    for (path, text) in sources(&CODE) {
        let path = path.display();
        let lines = text.lines().count();
        if lines > LINES_MAX {
            long.push(format!("{path} has {lines} lines"));
        }
        // The formatter does not reach into the macros of property tests.
        if !path.to_string().split('/').any(|part| part == "src") {
            continue;
        }
        // A row of a table and a text that is read whole cannot be broken.
        let is_whole = |line: &str| line.contains("| ") || line.contains("r#\"");
        for (at, line) in text.lines().enumerate().filter(|(_, line)| !is_whole(line)) {
            let columns = line.chars().count();
            if columns > COLUMNS_MAX {
                long.push(format!("{path}:{} has {columns} columns", at + 1));
            }
        }
    }
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn functions_are_short() {
    let mut long = Vec::new();
    for (path, text) in sources(&["src", "crates", "python/src"]) {
        let mut open: Option<(usize, usize)> = None;
        for (at, line) in text.lines().enumerate() {
            let words = line.trim_start();
            let indent = line.len() - words.len();
            let is_head = words.contains("fn ") && !words.starts_with("//");
            match open {
                None if is_head && !words.ends_with([';', '}']) => open = Some((at, indent)),
                Some((start, depth)) if indent == depth && words.starts_with('}') => {
                    // The rows of a table of words are no steps.
                    let rows = |line: &&str| line.trim_start().starts_with("| ");
                    let table = text.lines().take(at).skip(start).filter(rows).count();
                    let lines = at - start + 1 - table;
                    if lines > FUNCTION_LINES_MAX {
                        long.push(format!("{}:{} has {lines} lines", path.display(), start + 1));
                    }
                    open = None;
                }
                Some((_, depth)) if indent == depth && words.ends_with(';') => open = None,
                _ => {}
            }
        }
    }
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn nothing_is_left_to_do_and_nothing_panics() {
    let banned = ["TODO", "FIXME", "XXX", ".unwrap()", ".expect(\"", "unreachable!", "#[allow"];
    for (path, text) in sources(&["src", "crates", "python/src"]) {
        if path.ends_with("tests.rs") || path.components().any(|part| part.as_os_str() == "tests") {
            continue;
        }
        for (at, line) in text.lines().enumerate() {
            // The code of ISO 4217 for no currency.
            if line.trim_start().starts_with("//") || line.contains("(\"XXX\", ") {
                continue;
            }
            for word in banned {
                assert!(!line.contains(word), "{}:{} has {word}", path.display(), at + 1);
            }
        }
    }
}

#[test]
fn no_path_of_a_machine_is_in_the_code() {
    let machines = ["/home/", "/Users/", concat!("/wo", "rk/"), "C:\\\\"];
    for (path, text) in sources(&CODE) {
        if path.ends_with("tidy.rs") {
            continue;
        }
        for word in machines {
            assert!(!text.contains(word), "{} names {word}", path.display());
        }
    }
}

/// Each message of the sources, whatever its values, is a whole text of the file that pins them:
/// the root's, or that of the member.
#[test]
fn every_message_is_pinned_in_one_file() {
    let pinned = sources(&["tests/it", "crates"]).into_iter();
    let pinned = pinned.filter(|(path, _)| {
        path.starts_with("tests/it/errors")
            || path.ends_with("it/errors.rs")
            || path.ends_with("tests/errors.rs")
    });
    let pinned: Vec<String> = pinned.flat_map(|(_, text)| literals(&text)).collect();
    let (mut messages, mut missing) = (0, Vec::new());
    for (path, text) in sources(&["src", "crates", "python/src"]) {
        for (at, head) in text.match_indices("#[error(") {
            let rest = text[at + head.len()..].trim_start();
            // Not a text: `transparent`.
            let Some(message) = rest.starts_with('"').then(|| literals(rest).swap_remove(0)) else {
                continue;
            };
            messages += 1;
            if !pinned.iter().any(|text| is_made_from(text, &message)) {
                missing.push(format!("{}: {message}", path.display()));
            }
        }
    }
    assert!(messages > 80, "the messages are where they are looked for");
    assert!(missing.is_empty(), "not in tests/it/errors.rs:\n{}", missing.join("\n"));
}

/// The texts in quotes, in order, as they stand: a text broken over lines is joined.
fn literals(code: &str) -> Vec<String> {
    let (mut found, mut open) = (Vec::new(), None::<String>);
    let mut rest = code.chars().peekable();
    while let Some(next) = rest.next() {
        match (&mut open, next) {
            (Some(text), '\\') if rest.next_if_eq(&'\n').is_some() => {
                while rest.next_if(|next| next.is_whitespace()).is_some() {}
            }
            (Some(text), '\\') => text.extend([next].into_iter().chain(rest.next())),
            (Some(_), '"') => found.extend(open.take()),
            (Some(text), _) => text.push(next),
            (None, '"') => open = Some(String::new()),
            (None, _) => {}
        }
    }
    found
}

/// Whether a text is a message with something in each place of a value.
fn is_made_from(text: &str, message: &str) -> bool {
    let Some((before, value)) = message.split_once('{') else { return text == message };
    let after = value.split_once('}').expect("the end of a value").1;
    let Some(rest) = text.strip_prefix(before) else { return false };
    let ends = rest.char_indices().map(|(at, found)| at + found.len_utf8());
    ends.into_iter().any(|end| is_made_from(&rest[end..], after))
}

#[test]
fn a_message_is_known_by_its_words() {
    let code = "#[error(\"a {b} of \\\n   {c:?}\")] \"\\\"\"";
    assert_eq!(literals(code), ["a {b} of {c:?}", "\\\""]);
    assert!(is_made_from("a day of Some(1)", "a {b} of {c:?}"));
    assert!(!is_made_from("a  of Some(1)", "a {b} of {c:?}"));
    assert!(!is_made_from("a day of ", "a {b} of {c:?}"));
    assert!(!is_made_from("say a day of 1", "a {b} of {c:?}"));
}
