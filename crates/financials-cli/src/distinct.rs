//! Names of columns, each of which stands once.

use core::fmt::Display;
use std::collections::BTreeSet;

use clap::error::ErrorKind;

/// Holds that no column is asked for twice, which is wrong usage: a row of JSON would have a key
/// twice.
pub fn hold_distinct(names: impl IntoIterator<Item = impl Display>) {
    let mut known = BTreeSet::new();
    let twice = names.into_iter().map(|it| it.to_string()).find(|it| !known.insert(it.clone()));
    if let Some(name) = twice {
        let error = format!("--metrics has {name} twice, and a column is of one\n");
        clap::Error::raw(ErrorKind::ValueValidation, error).exit();
    }
}
