//! Runs the examples as a user does.

use std::{
    env, fs,
    path::PathBuf,
    process::{Command, Output},
};

/// Runs an example that a full `cargo test` has built beside this binary.
pub fn run(name: &str, args: &[&str]) -> Option<Output> {
    let binary = env::current_exe().unwrap();
    let example = binary.parent().unwrap().parent().unwrap().join("examples").join(name);
    let example = example.with_extension(env::consts::EXE_EXTENSION);
    if !example.exists() {
        println!("left out: the example is not built; run cargo test without --test");
        return None;
    }
    Some(Command::new(example).args(args).output().unwrap())
}

/// Writes a file for an example to read, apart from those of other runs.
pub fn file(name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = env::temp_dir().join(format!("financials-{}-{name}", std::process::id()));
    fs::write(&path, content).unwrap();
    path
}
