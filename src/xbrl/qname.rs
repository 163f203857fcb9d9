//! [`QName`]: a concept, an axis, a member, a measure or a transformation by namespace and local
//! name.

use core::fmt;

use alloc::{boxed::Box, vec::Vec};

/// A qualified name, by its namespace: a concept, an axis, a member, a measure or a transformation.
///
/// It prints as people know it: `us-gaap:Revenues` whatever prefix the document gives the
/// namespace, and with the document's own prefix where the namespace is a company's.
///
/// ```
/// use financials::xbrl::Facts;
///
/// let json = br#"{"documentInfo": {"documentType": "https://xbrl.org/2021/xbrl-json",
///         "namespaces": {"g": "http://fasb.org/us-gaap/2025"}},
///     "facts": {"f1": {"value": "4", "decimals": 0, "dimensions": {"concept": "g:Revenues"}}}}"#;
/// let facts = Facts::parse(json)?;
/// let concept = facts.iter().next().ok_or("no fact")?.concept();
/// assert_eq!(concept.to_string(), "us-gaap:Revenues");
/// assert_eq!(concept.namespace(), "http://fasb.org/us-gaap/2025");
/// // Taxonomies have a year in their namespace; the family does not.
/// assert!(concept.is("us-gaap", "Revenues"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct QName<'a> {
    namespace: &'a str,
    prefix: &'a str,
    local: &'a str,
}

impl<'a> QName<'a> {
    /// Returns the namespace; empty for a name without one.
    #[must_use]
    pub const fn namespace(&self) -> &'a str {
        self.namespace
    }

    /// Returns the local name, such as `Revenues`.
    #[must_use]
    pub const fn local(&self) -> &'a str {
        self.local
    }

    /// Returns the prefix that it prints with; empty for a name without one.
    #[must_use]
    pub const fn prefix(&self) -> &'a str {
        self.prefix
    }

    /// Returns the name of the taxonomy whatever its year: `us-gaap`, `dei`, `srt`, `ifrs-full`;
    /// nothing for namespaces of other publishers than the FASB, the SEC and the IFRS Foundation,
    /// and XBRL's own `iso4217` and `xbrli`.
    #[must_use]
    pub fn family(&self) -> Option<&'a str> {
        family(self.namespace)
    }

    /// Returns whether it is a name of a taxonomy, of whatever year.
    #[must_use]
    pub fn is(&self, family: &str, local: &str) -> bool {
        self.local == local && self.family() == Some(family)
    }
}

impl fmt::Display for QName<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.prefix.is_empty() {
            f.write_str(self.local)
        } else {
            write!(f, "{}:{}", self.prefix, self.local)
        }
    }
}

impl fmt::Debug for QName<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

pub(super) const XBRLI: &str = "http://www.xbrl.org/2003/instance";
pub(super) const ISO4217: &str = "http://www.xbrl.org/2003/iso4217";

/// Returns the name of a taxonomy without its year, by the hosts of those who publish them:
/// `http://fasb.org/us-gaap/2025`, `http://xbrl.us/us-gaap/2009-01-31`,
/// `https://xbrl.ifrs.org/taxonomy/2022-03-24/ifrs-full`.
pub(super) fn family(namespace: &str) -> Option<&str> {
    match namespace {
        XBRLI => return Some("xbrli"),
        ISO4217 => return Some("iso4217"),
        _ => {}
    }
    let path = namespace.strip_prefix("http://").or_else(|| namespace.strip_prefix("https://"))?;
    let (host, path) = path.split_once('/')?;
    match host {
        "fasb.org" | "xbrl.sec.gov" | "xbrl.us" => path.split('/').next(),
        "xbrl.ifrs.org" => path.strip_prefix("taxonomy/")?.split('/').nth(1),
        _ => None,
    }
    .filter(|family| !family.is_empty())
}

/// The place of a name among those of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct QNameId(pub(super) u32);

/// The names of a table, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct QNames {
    pub(super) namespaces: Vec<Namespace>,
    pub(super) names: Vec<(u32, Box<str>)>,
}

/// A namespace with the prefix that its names print with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Namespace {
    pub(super) uri: Box<str>,
    pub(super) prefix: Box<str>,
}

impl Namespace {
    pub(super) fn new(uri: &str, prefix: &str) -> Self {
        let prefix = family(uri).unwrap_or(prefix);
        Self { uri: Box::from(uri), prefix: Box::from(prefix) }
    }
}

impl QNames {
    pub(super) fn get(&self, id: QNameId) -> QName<'_> {
        let (namespace, local) = match self.names.get(id.0 as usize) {
            Some((namespace, local)) => (self.namespaces.get(*namespace as usize), &**local),
            None => (None, ""),
        };
        let (uri, prefix) = namespace.map_or(("", ""), |space| (&*space.uri, &*space.prefix));
        QName { namespace: uri, prefix, local }
    }

    pub(super) fn ids(&self) -> impl Iterator<Item = QNameId> {
        (0..self.names.len() as u32).map(QNameId)
    }
}
