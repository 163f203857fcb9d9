//! Reading SEC companyfacts into histories.

mod calendars;
mod expected;
mod files;
mod reader;
mod truth;

use std::{fs, path::PathBuf};

/// Returns the folder of real files, or says that the test is left out.
pub(crate) fn data() -> Option<PathBuf> {
    let Some(folder) = std::env::var_os("FINANCIALS_DATA") else {
        println!("left out: FINANCIALS_DATA is not set");
        return None;
    };
    Some(PathBuf::from(folder).join("data"))
}

/// Returns every companyfacts file: its name under `companyfacts`, and its bytes.
pub(crate) fn files() -> Vec<(String, Vec<u8>)> {
    let Some(root) = data().map(|data| data.join("companyfacts")) else {
        return Vec::new();
    };
    let mut folders = vec![root.clone()];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "json") {
                let name = path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
                found.push((name, fs::read(&path).unwrap()));
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "no file under {}", root.display());
    found
}
