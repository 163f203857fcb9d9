//! What is wrong with one fact: [`FactError`] and its [`Fault`].

use core::fmt;

use alloc::string::String;

/// A fact that cannot be read; the others of its document are not touched by it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("xbrl: {document}: fact {} at byte {byte}: {fault}", Label { id, concept })]
#[non_exhaustive]
pub struct FactError {
    /// The document that it stands in.
    pub document: String,
    /// Its id, where it has one.
    pub id: Option<String>,
    /// Its concept as written, such as `us-gaap:Revenues`; empty where it names none.
    pub concept: String,
    /// Where it begins in the document.
    pub byte: usize,
    /// What is wrong.
    #[source]
    pub fault: Fault,
}

struct Label<'a> {
    id: &'a Option<String>,
    concept: &'a str,
}

impl fmt::Display for Label<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.id {
            Some(id) if self.concept.is_empty() => write!(f, "'{id}'"),
            Some(id) => write!(f, "'{id}' of {}", self.concept),
            None if self.concept.is_empty() => f.write_str("without a name"),
            None => write!(f, "of {}", self.concept),
        }
    }
}

/// Why a fact cannot be read. Texts from the document are cut after 40 bytes.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// The text is no number.
    #[error("'{text}' is not a number")]
    Number {
        /// The text.
        text: String,
    },
    /// The number has more digits than are kept exactly.
    #[error("'{text}' with scale {scale} has more than 28 significant digits or decimals")]
    Digits {
        /// The text.
        text: String,
        /// The power of ten that it is multiplied by.
        scale: i32,
    },
    /// The transformation of an inline fact is in no registry that is known.
    #[error("transformation '{format}' is not known")]
    Format {
        /// Its name as written.
        format: String,
    },
    /// The text is not what the transformation takes.
    #[error("'{text}' is not what transformation '{format}' takes")]
    Transform {
        /// The name of the transformation as written.
        format: String,
        /// The text.
        text: String,
    },
    /// An attribute has a value that it cannot have.
    #[error("attribute {attribute} is '{text}', must be {expected}")]
    Attribute {
        /// The attribute.
        attribute: &'static str,
        /// Its value.
        text: String,
        /// What it can be.
        expected: &'static str,
    },
    /// An attribute or a dimension that every such fact has is not there.
    #[error("{attribute} is missing")]
    Missing {
        /// The attribute.
        attribute: &'static str,
    },
    /// A number says neither by `decimals` nor by `precision` how precise it is.
    #[error("a number without decimals and precision")]
    NoAccuracy,
    /// A minus stands in the text, and the sign is given by the attribute as well.
    #[error("'{text}' has a minus, and the attribute sign another")]
    TwoSigns {
        /// The text.
        text: String,
    },
    /// The context that the fact names does not exist, or is defined twice, or cannot be read.
    #[error("context '{id}' {fault}")]
    Context {
        /// The id of the context.
        id: String,
        /// What is wrong with it.
        fault: PartFault,
    },
    /// The unit that the fact names does not exist, or is defined twice, or cannot be read.
    #[error("unit '{id}' {fault}")]
    Unit {
        /// The id of the unit.
        id: String,
        /// What is wrong with it.
        fault: PartFault,
    },
    /// A name has a prefix that is not declared, or is no name.
    #[error("'{name}' has no namespace: its prefix is not declared here")]
    Prefix {
        /// The name as written.
        name: String,
    },
    /// The chain of continuations names one that does not exist or stands there twice, or that
    /// continues another text, or runs in a circle.
    #[error("continuation '{id}' {fault}")]
    Continuation {
        /// The id of the first continuation that fails.
        id: String,
        /// What is wrong with it.
        fault: PartFault,
    },
    /// The tuple that the fact says it belongs to does not exist.
    #[error("tuple '{id}' {fault}")]
    Tuple {
        /// The id of the tuple.
        id: String,
        /// What is wrong with it.
        fault: PartFault,
    },
    /// An entity reference that XML does not define.
    #[error("'&{name};' is not defined")]
    Entity {
        /// The name of the entity.
        name: String,
    },
    /// A number has markup or other text in it, next to a number that is nested.
    #[error("'{text}' stands next to a nested number")]
    Beside {
        /// The text.
        text: String,
    },
    /// Digits stand before and after an element inside a number: those of a note, most often.
    #[error("'{text}' has digits on both sides of an element in it, and is no one number")]
    Joined {
        /// The text.
        text: String,
    },
    /// Elements stand inside a fact that takes text only.
    #[error("element '{name}' inside a fact that takes text only")]
    Markup {
        /// The element.
        name: String,
    },
    /// A fraction lacks its numerator or denominator, or its denominator is zero.
    #[error("a fraction without a numerator, or with a denominator that is none or zero")]
    Fraction,
    /// The value is longer than a number or a transformed text may be.
    #[error("a value of {bytes} bytes, must be at most {limit}")]
    TooLong {
        /// How long it is.
        bytes: usize,
        /// How long it may be.
        limit: usize,
    },
    /// A period of xBRL-JSON that is none.
    #[error("'{text}' is not a period, such as 2024-01-01T00:00:00/2025-01-01T00:00:00")]
    Period {
        /// The text.
        text: String,
    },
}

/// What is wrong with something that a fact refers to.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PartFault {
    /// It does not exist.
    #[error("does not exist")]
    Unknown,
    /// Two of different content have that id.
    #[error("is defined twice")]
    Twice,
    /// The chain comes back to itself.
    #[error("comes back to itself")]
    Circle,
    /// It continues another text too.
    #[error("continues another text too")]
    Shared,
    /// It stands inside of the text that it continues, and is in it already.
    #[error("stands inside of the text that it continues")]
    Inside,
    /// A typed member has several elements, of which it takes one.
    #[error("has several elements in the typed member of '{axis}'")]
    Members {
        /// The axis as written.
        axis: String,
    },
    /// There are more of them than a document may have.
    #[error("is one of more than {limit}")]
    TooMany {
        /// How many there may be.
        limit: usize,
    },
    /// A part of it is longer than texts are, or has elements in it. Cut off or run together, it
    /// could not be told from others.
    #[error("has a {part} that is no text of at most {limit} bytes")]
    Text {
        /// The part.
        part: &'static str,
        /// How long it may be.
        limit: usize,
    },
    /// A part of it is missing.
    #[error("has no {part}")]
    Missing {
        /// The part.
        part: &'static str,
    },
    /// A part that it has once stands there again.
    #[error("has more than one {part}")]
    Repeated {
        /// The part.
        part: &'static str,
    },
    /// A date is none.
    #[error("has '{text}', which is not a date such as 2024-12-31 or a time without a zone")]
    Date {
        /// The text.
        text: String,
    },
    /// The period ends before it starts.
    #[error("ends before it starts, on '{text}'")]
    Backwards {
        /// The end as written.
        text: String,
    },
    /// A name has a prefix that is not declared.
    #[error("has '{name}', whose prefix is not declared")]
    Prefix {
        /// The name as written.
        name: String,
    },
    /// An axis stands there twice.
    #[error("has axis '{axis}' twice")]
    AxisTwice {
        /// The axis as written.
        axis: String,
    },
}
