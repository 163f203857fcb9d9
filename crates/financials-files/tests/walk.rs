//! Walks over files, folders and archives that are made here.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

use std::{
    fs::{self, File},
    io::Write,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use financials_files::{FileError, Progress, Walk};
use flate2::{Compression, write::GzEncoder};
use zip::{ZipWriter, write::SimpleFileOptions};

/// A folder of its own, which goes when the test does.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path =
            std::env::temp_dir().join(format!("financials-files-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn write(&self, path: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        path
    }

    fn zip(&self, path: &str, members: &[(&str, &str)]) -> PathBuf {
        let path = self.0.join(path);
        let mut zip = ZipWriter::new(File::create(&path).unwrap());
        for (name, content) in members {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(content.as_bytes()).unwrap();
        }
        zip.finish().unwrap();
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

fn packed(content: &str) -> Vec<u8> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    gzip.write_all(content.as_bytes()).unwrap();
    gzip.finish().unwrap()
}

/// The stem of each member with its content, or what its error begins with.
fn walked(walk: &mut Walk) -> Vec<(String, String)> {
    let mut found = Vec::new();
    while let Some(member) = walk.next() {
        let stem = member.stem().to_owned();
        let content = match member.content() {
            Ok(bytes) => String::from_utf8(bytes.to_vec()).unwrap(),
            Err(error) => error.to_string().split(": ").next().unwrap().to_owned(),
        };
        found.push((stem, content));
    }
    found
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(one, other)| ((*one).to_owned(), (*other).to_owned())).collect()
}

#[test]
fn a_folder_is_walked_in_the_order_of_names_whatever_packs_its_files() {
    let folder = Folder::new("order");
    folder.write("c.json", "3");
    folder.write("b/inner.json.gz", packed("2"));
    folder.write("note.txt", "not read");
    folder.zip("a.zip", &[("z.json", "z"), ("deep/y.json", "y"), ("readme.md", "not read")]);
    let mut walk = Walk::over([&folder.0]);
    assert_eq!(walked(&mut walk), pairs(&[("y", "y"), ("z", "z"), ("inner", "2"), ("c", "3")]));
    let progress = walk.progress();
    assert_eq!((progress.members, progress.failed), (4, 0));
    assert_eq!(progress.bytes, progress.bytes_total);
}

#[test]
fn what_cannot_be_read_is_handed_out_in_its_place_and_the_walk_goes_on() {
    let folder = Folder::new("bad");
    let whole = packed("12345678");
    let paths = [
        folder.write("cut.json.gz", &whole[..whole.len() - 12]),
        folder.write("good.json", "1"),
        folder.0.join("none.json"),
        folder.write("false.zip", b"PK\x03\x04 and nothing of an archive"),
        folder.zip("empty.zip", &[("readme.md", "")]),
        folder.write("empty/readme.md", "").parent().unwrap().to_owned(),
        folder.write("long.json", "0123456789"),
        folder.write("last.json", "2"),
    ];
    let mut walk = Walk::over(&paths).with_limit(9);
    let expected = [
        ("cut", "cannot be read"),
        ("good", "1"),
        ("none", "cannot be read"),
        ("false.zip", "is no zip archive that can be read"),
        ("empty.zip", "has no member that ends in .json"),
        ("empty", "has no member that ends in .json, .json.gz or .zip"),
        ("long", "is longer than 9 bytes, which is the limit"),
        ("last", "2"),
    ];
    assert_eq!(walked(&mut walk), pairs(&expected));
    assert_eq!((walk.progress().members, walk.progress().failed), (8, 6));
    assert_eq!(walk.progress().bytes, walk.progress().bytes_total);
}

/// A member whose packed bytes are damaged fails by itself.
#[test]
fn a_damaged_member_leaves_the_others() {
    let folder = Folder::new("damaged");
    let text = |letter: &str| letter.repeat(2_000);
    let path = folder.zip("a.zip", &[("a.json", &text("a")), ("b.json", &text("b"))]);
    let mut bytes = fs::read(&path).unwrap();
    // The first member's bytes begin behind its header and name.
    for byte in &mut bytes[37..44] {
        *byte ^= 0xFF;
    }
    fs::write(&path, bytes).unwrap();
    let mut walk = Walk::over([&path]);
    let found = walked(&mut walk);
    assert_eq!(found[0], ("a".to_owned(), "cannot be read".to_owned()));
    assert_eq!(found[1], ("b".to_owned(), text("b")));
}

#[test]
fn an_archive_that_unpacks_beyond_the_limit_stops_there() {
    let folder = Folder::new("bomb");
    let path = folder.zip("a.zip", &[("a.json", &"0".repeat(1 << 20)), ("b.json", "1")]);
    let mut walk = Walk::over([&path]).with_limit(1 << 10);
    let long = "is longer than 1024 bytes, which is the limit";
    assert_eq!(walked(&mut walk), pairs(&[("a", long), ("b", "1")]));
}

#[test]
fn the_listener_hears_of_every_member() {
    let folder = Folder::new("heard");
    let paths = [folder.write("a.json", "12"), folder.write("b.json", "3456")];
    let heard: Arc<Mutex<Vec<Progress>>> = Arc::default();
    let listener = Arc::clone(&heard);
    let walk =
        Walk::over(&paths).on_progress(move |progress| listener.lock().unwrap().push(progress));
    let mut walk = walk;
    assert_eq!(walked(&mut walk).len(), 2);
    let heard = heard.lock().unwrap();
    let bytes: Vec<_> = heard.iter().map(|it| (it.bytes, it.bytes_total)).collect();
    assert_eq!(bytes, [(2, 6), (6, 6)]);
}

#[cfg(unix)]
#[test]
fn links_to_folders_inside_a_folder_are_not_followed() {
    let folder = Folder::new("links");
    folder.write("a.json", "1");
    std::os::unix::fs::symlink(&folder.0, folder.0.join("loop")).unwrap();
    assert_eq!(walked(&mut Walk::over([&folder.0])), pairs(&[("a", "1")]));
}

#[test]
fn names_are_paths_with_those_of_members_behind_them() {
    let folder = Folder::new("names");
    let path = folder.zip("facts.zip", &[("CIK0000000001.json", "{}")]);
    let mut walk = Walk::over([&path]);
    let member = walk.next().unwrap();
    let name = Path::new(member.name()).strip_prefix(&folder.0).unwrap().to_owned();
    assert_eq!(name, Path::new("facts.zip/CIK0000000001.json"));
    assert!(matches!(member.content(), Ok(b"{}")));
    assert!(walk.next().is_none());
    let missing = Walk::over(["no such file"]).next().map(|member| member.content().unwrap_err());
    assert!(matches!(missing, Some(FileError::Read(_))));
}
