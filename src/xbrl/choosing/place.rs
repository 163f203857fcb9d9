//! [`Place`]: where a filing stands among those of its company.

use alloc::string::String;
use core::hash::{Hash, Hasher};
use std::hash::DefaultHasher;

use jiff::civil::Date;

use crate::xbrl::facts::Facts;

/// Where a filing stands among those of its company, the earliest first. Of one day, what amends
/// comes after what it amends.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub(super) filed: Date,
    amends: bool,
    pub(super) form: String,
    /// How many facts it states.
    facts: usize,
    pub(super) document: String,
    /// Tells filings apart whose documents have one name.
    content: u64,
}

impl Place {
    /// Returns the form that it amends, if it does.
    pub(super) fn amends(&self) -> Option<&str> {
        self.amends.then(|| self.form.strip_suffix("/A").unwrap_or(&self.form))
    }

    pub(super) fn of((filed, form): (Date, &str), document: &str, facts: &Facts) -> Self {
        let mut content = DefaultHasher::new();
        for fact in facts.iter() {
            let name = fact.concept();
            (name.namespace(), name.local(), fact.period(), fact.number()).hash(&mut content);
            fact.text().hash(&mut content);
        }
        Self {
            filed,
            amends: form.ends_with("/A") || facts.cover().is_amendment() == Some(true),
            form: form.into(),
            facts: facts.len(),
            document: document.into(),
            content: content.finish(),
        }
    }
}
