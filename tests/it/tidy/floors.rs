//! The floors of the building: a file uses what is listed below it, and no files use each other.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use super::{
    sources,
    tree::{ROOT, ROOTS, Seen, Tree, Use},
};

#[test]
fn modules_use_only_those_listed_below_them() {
    let all = sources(&["src", "crates", "python/src"]);
    let roots = all.iter().filter(|(path, _)| ROOTS.iter().any(|it| path.ends_with(it)));
    let folders = roots.filter_map(|(path, _)| path.parent());
    let folders: Vec<&Path> = folders.filter(|path| path.ends_with("src")).collect();
    assert!(folders.len() >= 10, "the crates are where they are looked for");
    let mut found = Vec::new();
    for folder in folders {
        let rooms = findings(&Tree::read(&below(folder, &all)));
        found.extend(rooms.into_iter().map(|text| format!("{}/{text}", folder.display())));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// The files below a folder by their path in it.
fn below(folder: &Path, all: &[(PathBuf, String)]) -> BTreeMap<String, String> {
    let below = |path: &Path| Some(path.strip_prefix(folder).ok()?.display().to_string());
    all.iter().filter_map(|(path, text)| Some((below(path)?, text.clone()))).collect()
}

fn findings(tree: &Tree) -> Vec<String> {
    let uses = tree.uses();
    let mut found = Vec::new();
    for it in &uses {
        found.extend(out_of_order(tree, it));
    }
    for leap in tree.leaps() {
        let file = &tree.modules[leap.from].file;
        found.push(format!("{file}:{} leaves its folder: {}", leap.line, leap.path));
    }
    for (from, to) in circles(tree, &uses) {
        let [one, other] = [from, to].map(|it| &tree.modules[it].file);
        found.push(format!("{one} and {other} use each other"));
    }
    found.extend(wider_than_used(tree));
    found
}

/// What is wrong with a use by the order of the `mod` lines where the ways to both files part.
fn out_of_order(tree: &Tree, it: &Use) -> Option<String> {
    let file = |at: usize| &tree.modules[at].file;
    if file(it.from) == file(it.to) {
        return None;
    }
    let what = format!("{}:{} uses {} by {}", file(it.from), it.line, file(it.to), it.path);
    if it.to == ROOT {
        return Some(format!("{what}, and the root defines nothing"));
    }
    let [from, to] = [it.from, it.to].map(|at| tree.way(tree.file_of(at)));
    let shared = from.iter().zip(&to).take_while(|(one, other)| one == other).count();
    // What is within what uses it, or the other way round, is a matter of circles.
    let (&above, &below) = (from.get(shared)?, to.get(shared)?);
    let place = |at: usize| tree.modules[from[shared - 1]].children.iter().position(|it| *it == at);
    (place(below) < place(above))
        .then(|| format!("{what}, and {} stands above {}", tree.name(below), tree.name(above)))
}

/// Pairs of files, each of which leads to the other.
fn circles(tree: &Tree, uses: &[Use]) -> Vec<(usize, usize)> {
    let mut next: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for it in uses.iter().filter(|it| !it.is_reexport) {
        let (from, to) = (tree.file_of(it.from), tree.file_of(it.to));
        if from != to {
            next.entry(from).or_default().insert(to);
        }
    }
    let reached = |from: usize| {
        let (mut seen, mut open) = (BTreeSet::new(), vec![from]);
        while let Some(at) = open.pop() {
            let new = next.get(&at).into_iter().flatten().filter(|it| seen.insert(**it));
            open.extend(new.collect::<Vec<_>>());
        }
        seen
    };
    let reach: BTreeMap<usize, BTreeSet<usize>> =
        next.keys().map(|&from| (from, reached(from))).collect();
    let leads = |from: usize, to: usize| reach.get(&from).is_some_and(|it| it.contains(&to));
    let pairs = next.iter().flat_map(|(&from, all)| all.iter().map(move |&to| (from, to)));
    pairs
        .filter(|&(from, to)| leads(to, from) && (from < to || !next[&to].contains(&from)))
        .collect()
}

/// `pub` is the interface, which the compiler holds; `pub(crate)` is for other rooms, so that
/// `mod.rs` lets it out, or something with it in its signature; `pub(super)` is for the folder, and
/// there is no other word.
fn wider_than_used(tree: &Tree) -> Vec<String> {
    let mut found = Vec::new();
    for (at, module) in tree.modules.iter().enumerate() {
        let Some(parent) = module.parent else { continue };
        let out = tree.lets_out(parent);
        // At the top of a room, the crate is the folder; a file may be let out as a whole.
        let is_top = parent == ROOT || module.file.ends_with("mod.rs") || module.seen != Seen::Here;
        for (name, seen) in &module.items {
            let is_wrong = match seen {
                Seen::Elsewhere => true,
                Seen::Crate => !is_top && !out.contains(&(at, name.clone())),
                Seen::Folder => parent == ROOT,
                _ => false,
            };
            if is_wrong {
                let file = &module.file;
                found.push(format!("{file}: {name} is seen {seen:?}, and is not used there"));
            }
        }
    }
    found
}

/// A crate of a few files, written as they are.
fn planted(files: &[(&str, &str)]) -> Vec<String> {
    let files = files.iter().map(|(path, text)| (path.to_string(), text.to_string())).collect();
    findings(&Tree::read(&files))
}

/// A crate of two rooms, the upper one let out by the root; the lower one has the text.
fn below_view(bounds: &str) -> Vec<String> {
    let root = "mod view; mod bounds; pub use view::{View as Point, look};";
    planted(&[
        ("lib.rs", root),
        ("view/mod.rs", "mod view; pub use view::{View, look};"),
        ("view/view.rs", "pub struct View; pub fn look() {}"),
        ("bounds.rs", bounds),
    ])
}

#[test]
fn what_a_lower_module_uses_of_a_higher_one_is_found_however_it_is_named() {
    let ways = [
        "use crate::view::View;",
        "use crate::Point;",
        "use crate::{Point, look};",
        "use crate::{view::{self, View}};",
        "use crate::view::*;",
        "pub use crate::view::View;",
        "fn f() { crate::view::look() }",
        "fn f() { use crate::look; look() }",
        "fn f() -> Option<crate::Point> { None }",
        "use crate::view; fn f() { view::look() }",
        "use crate as all; fn f() { all::look() }",
        "macro_rules! m { () => { $crate::look() } }",
        "fn f() { assert!(matches!(g(), Some(crate::Point))) }",
        "impl From<u8> for crate::Point { }",
        "mod inner { use crate::Point; }",
        "#[cfg(feature = \"companyfacts\")] fn f() { crate::look() }",
    ];
    for way in ways {
        let found = below_view(way);
        let has = |words: &str| found.iter().any(|it| it.contains(words));
        assert!(has("and view stands above bounds"), "{way}: {found:?}");
        assert!(has("bounds.rs:1 uses view/"), "{way}: {found:?}");
    }
}

#[test]
fn all_that_the_root_lets_out_is_no_floor_to_stand_on() {
    for way in ["use crate::*;", "pub use crate::*;", "fn f() { use crate::*; look() }"] {
        let found = below_view(way);
        assert!(found.iter().any(|it| it.contains("the root defines nothing")), "{way}: {found:?}");
    }
}

#[test]
fn a_program_is_held_as_a_library_is() {
    let found = planted(&[
        ("main.rs", "mod console; mod input;"),
        ("console.rs", "use crate::input::Input; pub(crate) struct Console;"),
        ("input.rs", "use crate::console::Console; pub(crate) struct Input;"),
    ]);
    assert!(found.iter().any(|it| it.contains("console stands above input")), "{found:?}");
    assert!(found.iter().any(|it| it == "console.rs and input.rs use each other"), "{found:?}");
}

#[test]
fn what_is_no_use_of_a_higher_module_is_not_found() {
    let ways = [
        "use core::view::View;",
        "// use crate::view::View;",
        "/// As [`crate::view::View`].\nfn f() {}",
        "#[cfg(test)] mod tests { use crate::Point; }",
        "const TEXT: &str = \"crate::view::View\";",
        "struct It { view: u8 } fn f(it: It) -> u8 { it.view }",
        "use other::{inner as view}; fn f() { view::look() }",
        "mod view { pub(super) fn look() {} } fn f() { view::look() }",
    ];
    for way in ways {
        assert_eq!(below_view(way), [""; 0], "{way}");
    }
}

#[test]
fn a_path_that_leaves_its_folder_by_super_is_found() {
    assert!(
        below_view("use super::view::View;")
            .iter()
            .any(|it| { it.contains("bounds.rs:1 leaves its folder: super::view::View") })
    );
    let rooms = |inner: &str, file: &str| {
        planted(&[
            ("lib.rs", "mod room; mod other;"),
            ("other.rs", "pub fn it() {}"),
            ("room/mod.rs", "mod inner; mod low;"),
            ("room/low.rs", "pub fn it() {}"),
            ("room/inner/mod.rs", &format!("mod file; {inner}")),
            ("room/inner/file.rs", file),
        ])
    };
    let leaves = |found: Vec<String>| found.iter().filter(|it| it.contains("leaves")).count();
    assert_eq!(leaves(rooms("use super::low::it;", "")), 1);
    assert_eq!(leaves(rooms("", "use super::super::low::it;")), 1);
    assert_eq!(leaves(rooms("", "fn f() { super::super::super::other::it() }")), 1);
    assert_eq!(leaves(rooms("", "mod own { use super::super::super::low::it; }")), 1);
    let fine = rooms(
        "use crate::room::low::it; fn of() {}",
        "use super::of; mod own { use super::f; use super::super::of; } fn f() {}",
    );
    assert_eq!(fine, [""; 0]);
}

#[test]
fn the_order_within_a_folder_is_held() {
    let room = |order: &str, sum: &str| {
        planted(&[
            ("lib.rs", "mod room;"),
            ("room/mod.rs", order),
            ("room/sum.rs", sum),
            ("room/term.rs", "pub(super) struct Term; impl Term { pub(super) fn of() {} }"),
        ])
    };
    for way in ["use super::term::Term;", "use crate::room::Term;", "fn f() { super::Term::of() }"]
    {
        let wrong = room("mod term; mod sum; use term::Term;", way);
        assert_eq!(wrong.len(), 1, "{way}: {wrong:?}");
        assert!(wrong[0].contains("room::term stands above room::sum"), "{wrong:?}");
        assert_eq!(room("mod sum; mod term; use term::Term;", way), [""; 0], "{way}");
    }
}

#[test]
fn files_that_use_each_other_are_found() {
    let room = |top: &str, end: &str| {
        planted(&[
            ("lib.rs", "mod room;"),
            ("room/mod.rs", &format!("mod end; mod low; {top}")),
            ("room/end.rs", end),
            ("room/low.rs", "pub(super) struct Low;"),
        ])
    };
    let circle = ["room/mod.rs and room/end.rs use each other"];
    assert_eq!(
        room("use end::End; struct Top(End);", "use super::Top; pub(super) struct End;"),
        circle
    );
    assert_eq!(
        room("fn f() { end::g() } struct Top;", "use super::Top; pub(super) fn g() {}"),
        circle
    );
    assert_eq!(
        room("pub(crate) use end::End; struct Top(End);", "use super::Top; pub(crate) struct End;"),
        circle
    );
    // What a room lets out is no use of its own, nor is what it hands from one file to another.
    assert_eq!(
        room("pub(crate) use end::End; struct Top;", "use super::Top; pub(crate) struct End;"),
        [""; 0]
    );
    assert_eq!(
        room(
            "use end::End; use low::Low; struct Top(End);",
            "use super::Low; pub(super) struct End;"
        ),
        [""; 0]
    );

    let siblings = planted(&[
        ("lib.rs", "mod coin; mod mark; mod note;"),
        ("coin.rs", "use crate::mark::Mark; pub(crate) struct Coin;"),
        ("mark.rs", "use crate::note::Note; pub(crate) struct Mark;"),
        ("note.rs", "use crate::coin::Coin; pub(crate) struct Note;"),
    ]);
    let circles = siblings.iter().filter(|it| it.contains("use each other")).count();
    assert_eq!(circles, 3, "each step of the way round: {siblings:?}");
}

#[test]
fn what_is_seen_further_than_it_is_used_is_found() {
    let room = |top: &str, file: &str| {
        planted(&[
            ("lib.rs", "mod room;"),
            ("room/mod.rs", &format!("mod file; {top}")),
            ("room/file.rs", file),
        ])
    };
    assert_eq!(room("", "pub(crate) fn f() {}").len(), 1);
    assert_eq!(room("use file::f;", "pub(crate) fn f() {}").len(), 1);
    assert_eq!(room("", "pub(in crate::room) fn f() {}").len(), 1);
    assert_eq!(room("pub(in crate) fn f() {}", "").len(), 1);
    assert_eq!(room("pub(super) fn f() {}", "").len(), 1);
    assert_eq!(room("pub(crate) use file::f;", "pub(crate) fn f() {}"), [""; 0]);
    assert_eq!(room("pub(crate) fn f() {}", "pub(super) fn f() {} fn g() {}"), [""; 0]);
}

#[test]
fn what_stands_in_a_signature_that_is_let_out_is_seen_as_far() {
    let room = |file: &str| {
        planted(&[
            ("lib.rs", "mod room;"),
            ("room/mod.rs", "mod file; mod low; pub(crate) use file::f;"),
            ("room/file.rs", &format!("use super::low::It; {file}")),
            ("room/low.rs", "pub(crate) struct It;"),
        ])
    };
    let fine = [
        "pub(crate) fn f() -> It { It }",
        "pub(crate) fn f<T: Into<It>>(it: T) {}",
        "pub(crate) fn f(it: Of) {} pub(crate) struct Of { pub it: Vec<It> }",
        "pub(crate) fn f(it: Of) {} pub(crate) enum Of { It(It) }",
        "pub(crate) fn f(it: Of) {} pub(crate) struct Of; impl Of { pub(crate) fn g(it: It) {} }",
        "pub(crate) trait f { fn g(&self) -> It; }",
    ];
    for file in fine {
        assert_eq!(room(file), [""; 0], "{file}");
    }
    let wrong = [
        "pub(crate) fn f() { It; }",
        "pub(crate) fn f() {} fn g() -> It { It }",
        "pub(crate) fn f(it: Of) {} pub(crate) struct Of { it: Vec<It> }",
        "pub(crate) fn f(it: Of) {} pub(crate) struct Of; impl Of { fn g(it: It) {} }",
        "pub(crate) fn f(it: Of) {} pub(crate) struct Of; impl From<It> for Of { }",
        "pub(crate) trait f { fn g(&self) { It; } }",
    ];
    for file in wrong {
        assert_eq!(room(file), ["room/low.rs: It is seen Crate, and is not used there"], "{file}");
    }
}
