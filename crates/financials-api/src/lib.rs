//! Lists the public surface of `financials`: every public item of all features, one a line, in one
//! order, with its whole path and signature.
//!
//! The list is read from rustdoc's JSON. What stands at several paths, as the root's names and
//! every error do, is listed with its members where it belongs and by its name alone elsewhere.
//! Derived, blanket and automatic implementations are left out.

use std::{
    error::Error,
    path::{Path, PathBuf},
    process::Command,
};

/// Returns the folder of the workspace.
#[must_use]
pub fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Returns the public surface of the crate as it stands.
///
/// # Errors
///
/// - a crate that does not compile.
/// - a toolchain whose rustdoc writes JSON in another format than the one that is read here.
pub fn surface() -> Result<String, Box<dyn Error>> {
    // A folder of its own: what a build with this variable makes would be made again without it.
    let target = workspace().join("target/api");
    let status = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .current_dir(workspace())
        .args(["rustdoc", "--quiet", "--package", "financials", "--lib", "--all-features"])
        .arg("--target-dir")
        .arg(&target)
        .args(["--", "-Zunstable-options", "--output-format", "json", "--cap-lints", "allow"])
        // The JSON is not stable yet, and the stable toolchain writes it only when told so.
        .env("RUSTC_BOOTSTRAP", "1")
        .env_remove("RUSTDOCFLAGS")
        .status()?;
    if !status.success() {
        return Err(format!("cargo rustdoc ended with {status}").into());
    }
    let listed = public_api::Builder::from_rustdoc_json(target.join("doc/financials.json"))
        .omit_blanket_impls(true)
        .omit_auto_trait_impls(true)
        .omit_auto_derived_impls(true)
        .build()
        .map_err(|error| {
            format!("{error}; another version of `public-api` may read this toolchain's format")
        })?;
    let lines = listed.items().map(ToString::to_string).filter(|line| !is_listed_elsewhere(line));
    Ok(lines.fold(String::new(), |text, line| text + &line + "\n"))
}

/// Returns whether a line is of the members of something that is listed where it belongs as well.
fn is_listed_elsewhere(line: &str) -> bool {
    let words = line.strip_prefix("impl").map(|rest| rest.rsplit(" for ").next().unwrap_or(rest));
    let Some(at) = words.unwrap_or(line).find("financials::") else {
        return false;
    };
    let path = words.unwrap_or(line).split_at(at).1;
    let end = path.find(|it: char| !it.is_alphanumeric() && it != '_' && it != ':');
    let path = path.split_at(end.unwrap_or(path.len())).0;
    let mut parts = path.split("::").skip(1).filter(|part| !part.is_empty());
    let is_member = |depth: usize| words.is_some() || path.split("::").count() > depth;
    match (parts.next(), parts.next()) {
        (Some("metrics"), Some(_)) => true,
        (Some("error"), Some(name)) => name != "Error" && is_member(3),
        (Some(name), _) => name.starts_with(char::is_uppercase) && is_member(2),
        (None, _) => false,
    }
}
