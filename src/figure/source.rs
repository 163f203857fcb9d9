//! [`Source`]: where a figure comes from.

use core::fmt;

use alloc::{string::String, sync::Arc, vec::Vec};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Accession;

/// Where a figure comes from: a filing, a document, or a calculation from named inputs.
///
/// It is a handle: a clone costs a count, and figures of one filing can share it.
///
/// ```
/// use financials::Source;
/// use jiff::civil::date;
///
/// let release = Source::filing("8-K", "0001321655-25-000105".parse()?).dated(date(2025, 8, 4));
/// assert_eq!(release.to_string(), "8-K 0001321655-25-000105");
///
/// let article = Source::document("Palantir lifts its outlook").at("line 12");
/// let implied = Source::derived("revenue / (1 + growth)")
///     .from_input("revenue", release.at("us-gaap:Revenues"))
///     .from_input("growth", article);
/// assert_eq!(
///     implied.to_string(),
///     "revenue / (1 + growth) [revenue: 8-K 0001321655-25-000105, us-gaap:Revenues; \
///      growth: Palantir lifts its outlook, line 12]",
/// );
/// # Ok::<(), financials::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "Content", into = "Content")]
pub struct Source(Arc<Content>);

/// What kind of thing a source is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Origin {
    /// A filing with the SEC.
    #[non_exhaustive]
    Filing {
        /// The form, such as `10-Q`.
        form: String,
        /// The accession number.
        accession: Accession,
    },
    /// A document of any other kind.
    #[non_exhaustive]
    Document {
        /// Its title.
        title: String,
    },
    /// A calculation.
    #[non_exhaustive]
    Derived {
        /// The formula or description.
        formula: String,
    },
}

/// An input of a derived figure.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct SourceInput {
    /// The name that the formula knows it by.
    pub name: String,
    /// Where it comes from.
    pub source: Source,
}

#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Content {
    origin: Origin,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    date: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    inputs: Vec<SourceInput>,
}

impl Source {
    /// Names a filing by its form and accession number.
    #[must_use]
    pub fn filing(form: impl Into<String>, accession: Accession) -> Self {
        Self::of(Origin::Filing { form: form.into(), accession })
    }

    /// Names a document by its title.
    #[must_use]
    pub fn document(title: impl Into<String>) -> Self {
        Self::of(Origin::Document { title: title.into() })
    }

    /// Names a calculation by its formula or description.
    #[must_use]
    pub fn derived(formula: impl Into<String>) -> Self {
        Self::of(Origin::Derived { formula: formula.into() })
    }

    /// Adds the day on which it was filed, published or computed.
    #[must_use]
    pub fn dated(self, date: Date) -> Self {
        self.with(|content| content.date = Some(date))
    }

    /// Adds the day on which it was filed: [`dated`](Self::dated), as filings say it.
    #[must_use]
    pub fn filed(self, date: Date) -> Self {
        self.dated(date)
    }

    /// Adds the place in it: an XBRL concept, a table, a line.
    #[must_use]
    pub fn at(self, place: impl Into<String>) -> Self {
        let place = place.into();
        self.with(|content| content.at = Some(place))
    }

    /// Adds a named input, with its own source.
    #[must_use]
    pub fn from_input(self, name: impl Into<String>, source: Self) -> Self {
        let input = SourceInput { name: name.into(), source };
        self.with(|content| content.inputs.push(input))
    }

    /// Returns what kind of thing it is.
    #[must_use]
    pub fn origin(&self) -> &Origin {
        &self.0.origin
    }

    /// Returns the accession number of a filing.
    #[must_use]
    pub fn accession(&self) -> Option<Accession> {
        match self.origin() {
            Origin::Filing { accession, .. } => Some(*accession),
            _ => None,
        }
    }

    /// Returns the day on which it was filed, published or computed.
    #[must_use]
    pub fn date(&self) -> Option<Date> {
        self.0.date
    }

    /// Returns the place in it.
    #[must_use]
    pub fn place(&self) -> Option<&str> {
        self.0.at.as_deref()
    }

    /// Returns the inputs of a derived figure, in the order they were named.
    #[must_use]
    pub fn inputs(&self) -> &[SourceInput] {
        &self.0.inputs
    }

    fn of(origin: Origin) -> Self {
        Self(Arc::new(Content { origin, date: None, at: None, inputs: Vec::new() }))
    }

    fn with(mut self, change: impl FnOnce(&mut Content)) -> Self {
        change(Arc::make_mut(&mut self.0));
        self
    }
}

impl From<Content> for Source {
    fn from(content: Content) -> Self {
        Self(Arc::new(content))
    }
}

impl From<Source> for Content {
    fn from(source: Source) -> Self {
        Arc::unwrap_or_clone(source.0)
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.origin() {
            Origin::Filing { form, accession } => write!(f, "{form} {accession}")?,
            Origin::Document { title } => f.write_str(title)?,
            Origin::Derived { formula } => f.write_str(formula)?,
        }
        if let Some(place) = self.place() {
            write!(f, ", {place}")?;
        }
        let mut before = " [";
        for SourceInput { name, source } in self.inputs() {
            write!(f, "{before}{name}: {source}")?;
            before = "; ";
        }
        if self.inputs().is_empty() { Ok(()) } else { f.write_str("]") }
    }
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Source({self})")
    }
}
