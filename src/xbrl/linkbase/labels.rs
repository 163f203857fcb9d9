//! [`Labels`]: how a company prints the names of its concepts.

use alloc::string::String;
use std::collections::HashMap;

use super::{ids::spelled, links};
use crate::xbrl::{error::XbrlError, qname::QName};

/// The labels of a label linkbase, by the ids of the schema.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    by_id: HashMap<String, (u8, String)>,
}

impl Labels {
    /// Reads a label linkbase: of each concept the terse label or else the standard one, in English
    /// or else the first language that there is.
    ///
    /// # Errors
    ///
    /// Fails for a document that is not well-formed, is over a limit, or is no linkbase.
    pub fn parse(document: &str, bytes: &[u8]) -> Result<Self, XbrlError> {
        let mut by_id: HashMap<String, (u8, String)> = HashMap::new();
        for link in links::read(document, bytes, "labelLink")? {
            // Of the texts of one label the most wanted, and of equals the first.
            let mut texts: HashMap<&str, (u8, &str)> = HashMap::new();
            for resource in link.resources.iter().filter(|resource| !resource.text.is_empty()) {
                let Some(rank) = rank(&resource.role, &resource.language) else { continue };
                let known = texts.entry(&resource.label).or_insert((rank, &resource.text));
                if known.0 < rank {
                    *known = (rank, &resource.text);
                }
            }
            for arc in &link.arcs {
                let Some(id) = link.locators.get(&arc.from) else { continue };
                let Some((rank, text)) = texts.get(arc.to.as_str()) else { continue };
                if by_id.get(id).is_none_or(|(known, _)| known < rank) {
                    by_id.insert(id.clone(), (*rank, plain(text).into()));
                }
            }
        }
        Ok(Self { by_id })
    }

    /// Returns the label of a name, where the linkbase has one.
    #[must_use]
    pub fn get(&self, name: QName<'_>) -> Option<&str> {
        self.by_id.get(&spelled(name)).map(|(_, text)| text.as_str())
    }

    /// Returns the label of a name, or its local name in words, without what says that it is a
    /// member or a segment: `GreaterChinaSegmentMember` is `Greater China`, and `IPhoneMember` is
    /// `IPhone`.
    #[must_use]
    pub fn label(&self, name: QName<'_>) -> String {
        self.get(name).map_or_else(|| words(name.local()), String::from)
    }
}

/// Returns how much a label is wanted: terse before standard, English before other languages.
fn rank(role: &str, language: &str) -> Option<u8> {
    let kind = match role.rsplit('/').next()? {
        "terseLabel" => 2,
        "label" => 0,
        _ => return None,
    };
    Some(kind + u8::from(language.to_ascii_lowercase().starts_with("en")) * 4)
}

/// Returns a label without the kind of concept that taxonomies put behind it.
fn plain(label: &str) -> &str {
    let kinds = ["[Member]", "[Domain]", "[Axis]", "[member]", "[domain]", "[axis]"];
    kinds.iter().find_map(|kind| label.strip_suffix(kind)).unwrap_or(label).trim()
}

/// Returns a local name in words, without the kind of concept that ends it.
fn words(local: &str) -> String {
    let kinds = ["Member", "Domain", "Axis"];
    let name = kinds.iter().find_map(|kind| local.strip_suffix(kind)).unwrap_or(local);
    let name = name.strip_suffix("Segment").filter(|name| !name.is_empty()).unwrap_or(name);
    let mut found = String::with_capacity(name.len() + 8);
    let mut before = ' ';
    let mut chars = name.chars().peekable();
    while let Some(char) = chars.next() {
        let ends_capitals = chars.peek().is_some_and(|next| next.is_lowercase());
        // One capital before a word is of it: an iPhone.
        let ends_capitals =
            ends_capitals && found.rsplit(' ').next().is_some_and(|word| word.len() > 1);
        let starts = char.is_uppercase() && (before.is_lowercase() || ends_capitals);
        if starts && !found.is_empty() {
            found.push(' ');
        }
        found.push(char);
        before = char;
    }
    found
}
