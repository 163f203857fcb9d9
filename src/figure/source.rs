//! [`Source`]: where a figure comes from.

use core::{
    cell::Cell,
    fmt,
    hash::{Hash, Hasher},
    mem,
};

use alloc::{string::String, sync::Arc, vec, vec::Vec};

use jiff::civil::Date;
use serde::{Deserialize, Serialize, Serializer, ser};

use super::Accession;
use crate::bounds::{SOURCE_DEPTH_MAX, SOURCES_PRINTED_MAX};

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
///
/// Calculations may build on one another without end. Printed and written, a source goes
/// 32 inputs deep: what lies deeper is printed as `…`, and refused by serde, so that nothing is
/// lost in a file.
#[derive(Clone, Deserialize)]
#[serde(try_from = "Content")]
pub struct Source(Arc<Content>);

/// A source that is nested too deep to be written or read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("source has inputs nested {depth} deep, must be at most {SOURCE_DEPTH_MAX}")]
struct TooDeep {
    depth: usize,
}

/// What kind of thing a source is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
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

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "struct Source")]
struct Content {
    origin: Origin,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    date: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    inputs: Vec<SourceInput>,
    /// How deep the inputs are nested: 0 without any.
    #[serde(skip)]
    depth: usize,
}

impl Content {
    fn is_same_but_for_inputs(&self, other: &Self) -> bool {
        self.origin == other.origin
            && self.date == other.date
            && self.at == other.at
            && self.depth == other.depth
            && self.inputs.len() == other.inputs.len()
    }
}

/// Inputs are dropped one after the other: a chain of calculations is as long as its user makes it,
/// and the stack is not.
impl Drop for Content {
    fn drop(&mut self) {
        let mut waiting = mem::take(&mut self.inputs);
        while let Some(input) = waiting.pop() {
            if let Some(mut content) = Arc::into_inner(input.source.0) {
                waiting.append(&mut content.inputs);
            }
        }
    }
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
        self.with(|content| {
            content.depth = content.depth.max(input.source.0.depth.saturating_add(1));
            content.inputs.push(input);
        })
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
        Self(Arc::new(Content { origin, date: None, at: None, inputs: Vec::new(), depth: 0 }))
    }

    fn with(mut self, change: impl FnOnce(&mut Content)) -> Self {
        change(Arc::make_mut(&mut self.0));
        self
    }
}

/// Compares as many inputs as there are, whatever their depth.
impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        let mut waiting = vec![(self, other)];
        while let Some((left, right)) = waiting.pop() {
            if Arc::ptr_eq(&left.0, &right.0) {
                continue;
            }
            if !left.0.is_same_but_for_inputs(&right.0) {
                return false;
            }
            for (left, right) in left.inputs().iter().zip(right.inputs()) {
                if left.name != right.name {
                    return false;
                }
                waiting.push((&left.source, &right.source));
            }
        }
        true
    }
}

impl Eq for Source {}

/// Leaves the inputs' own content out: sources that differ only there are few.
impl Hash for Source {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Content { origin, date, at, inputs, depth } = &*self.0;
        (origin, date, at, inputs.len(), depth).hash(state);
    }
}

impl TryFrom<Content> for Source {
    type Error = TooDeep;

    fn try_from(mut content: Content) -> Result<Self, TooDeep> {
        let depths = content.inputs.iter().map(|input| input.source.0.depth.saturating_add(1));
        let depth = depths.max().unwrap_or(0);
        content.depth = depth;
        if depth > SOURCE_DEPTH_MAX { Err(TooDeep { depth }) } else { Ok(Self(Arc::new(content))) }
    }
}

impl Serialize for Source {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.depth {
            depth if depth > SOURCE_DEPTH_MAX => Err(ser::Error::custom(TooDeep { depth })),
            _ => self.0.serialize(serializer),
        }
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Printed { source: self, depth: 0, left: &Cell::new(SOURCES_PRINTED_MAX) }.fmt(f)
    }
}

/// A source being printed, as an input at some depth.
struct Printed<'a> {
    source: &'a Source,
    depth: usize,
    /// How many inputs may still be printed: shared ones count each time.
    left: &'a Cell<usize>,
}

impl fmt::Display for Printed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.source.origin() {
            Origin::Filing { form, accession } => write!(f, "{form} {accession}")?,
            Origin::Document { title } => f.write_str(title)?,
            Origin::Derived { formula } => f.write_str(formula)?,
        }
        if let Some(place) = self.source.place() {
            write!(f, ", {place}")?;
        }
        let mut before = " [";
        for SourceInput { name, source } in self.source.inputs() {
            f.write_str(before)?;
            let left = self.left.get();
            if left == 0 || self.depth == SOURCE_DEPTH_MAX {
                f.write_str("…")?;
                break;
            }
            self.left.set(left - 1);
            let input = Printed { source, depth: self.depth + 1, left: self.left };
            write!(f, "{name}: {input}")?;
            before = "; ";
        }
        if self.source.inputs().is_empty() { Ok(()) } else { f.write_str("]") }
    }
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Source({self})")
    }
}
