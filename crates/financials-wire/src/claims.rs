//! Claims as JSON, each an object of its own: in an array, or one after another.

use financials::{
    Basis, Measure, Stated,
    error::{NameError, StatedError},
    item::Name,
    tieout::{Claim, Network, Qualifier},
};
use serde::Deserialize;
use serde_json::value::RawValue;

/// Why a claim cannot be read; others beside it are not lost.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ClaimError {
    /// It is no such object; the claims of a list are counted from one.
    #[error("claim number {number}: {error}")]
    Json {
        /// Which of the list it is, from one.
        number: usize,
        /// Why.
        error: serde_json::Error,
    },
    /// The segments of a measure cannot be read.
    #[error("claim number {number}: {error}")]
    Segments {
        /// Which of the list it is, from one.
        number: usize,
        /// Why.
        error: NameError,
    },
    /// Its metric has no name that a measure can have.
    #[error("claim {id}: {error}")]
    Metric {
        /// The claim.
        id: String,
        /// Why.
        error: NameError,
    },
    /// What it states is no figure.
    #[error("claim {id}: {error}")]
    Stated {
        /// The claim.
        id: String,
        /// Why.
        error: StatedError,
    },
}

impl ClaimError {
    /// Returns a stable code of what is wrong.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Json { .. } => "json",
            Self::Segments { .. } => "segments",
            Self::Metric { .. } => "metric",
            Self::Stated { .. } => "stated",
        }
    }
}

/// A claim that was read, or the segments that make up a measure.
#[derive(Clone, Debug)]
#[must_use]
pub enum Given {
    /// What a document states.
    Claim {
        /// Its id, which rulings have.
        id: String,
        /// Whose figure it is.
        subject: String,
        /// The claim.
        claim: Box<Claim>,
    },
    /// Which segments make up a measure, where a document says so.
    Whole {
        /// Whose they are.
        subject: String,
        /// The measure.
        measure: Measure,
        /// Its segments.
        segments: Vec<Name>,
    },
}

impl Given {
    /// Adds it to a network.
    pub fn add_to(self, network: &mut Network) {
        match self {
            Self::Claim { claim, .. } => network.add(*claim),
            Self::Whole { subject, measure, segments } => {
                network.add_breakdown(subject, measure, segments);
            }
        }
    }
}

/// Reads claims one by one, so that a bad one does not lose the others: a JSON array of them, or
/// objects that follow one another, such as one a line.
///
/// A claim has `id`, `metric` and `stated`, and may have `subject`, `period`, `basis`, `document`,
/// `printed_name`, `qualifier` and `rounding`. An object with `metric` and `segments` says what
/// makes up a measure.
///
/// # Errors
///
/// - what is no JSON array and begins with no object.
pub fn read(json: &str) -> Result<Vec<Result<Given, ClaimError>>, serde_json::Error> {
    if json.trim_start().starts_with('{') {
        let claims = serde_json::Deserializer::from_str(json).into_iter::<&RawValue>();
        let claims = claims.zip(1..).map(|(claim, number)| match claim {
            Ok(claim) => one(claim.get(), number),
            Err(error) => Err(ClaimError::Json { number, error }),
        });
        return Ok(claims.collect());
    }
    let claims: Vec<&RawValue> = serde_json::from_str(json)?;
    Ok(claims.iter().zip(1..).map(|(claim, number)| one(claim.get(), number)).collect())
}

#[derive(Deserialize)]
struct Object {
    id: String,
    #[serde(default)]
    subject: String,
    metric: String,
    #[serde(default)]
    period: Option<String>,
    stated: String,
    #[serde(default)]
    basis: Option<Basis>,
    #[serde(default)]
    document: Option<String>,
    #[serde(default)]
    printed_name: Option<String>,
    #[serde(default)]
    qualifier: Option<Qualifier>,
    #[serde(default)]
    rounding: Option<Rounding>,
}

/// The segments that make up a measure, where a document says so.
#[derive(Deserialize)]
struct Whole {
    #[serde(default)]
    subject: String,
    metric: String,
    segments: Vec<String>,
}

/// How a document rounds its amounts, where it does not round them to the nearest.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Rounding {
    Truncated,
}

fn one(json: &str, number: usize) -> Result<Given, ClaimError> {
    if let Ok(whole) = serde_json::from_str::<Whole>(json) {
        return made_up(whole).map_err(|error| ClaimError::Segments { number, error });
    }
    let object = serde_json::from_str::<Object>(json);
    claim(object.map_err(|error| ClaimError::Json { number, error })?)
}

fn made_up(Whole { subject, metric, segments }: Whole) -> Result<Given, NameError> {
    let segments = segments.iter().map(|segment| segment.parse()).collect::<Result<_, _>>()?;
    Ok(Given::Whole { subject, measure: metric.parse()?, segments })
}

fn claim(given: Object) -> Result<Given, ClaimError> {
    let id = given.id;
    let measure: Measure = match given.metric.parse() {
        Ok(measure) => measure,
        Err(error) => return Err(ClaimError::Metric { id, error }),
    };
    let stated = match Stated::parse(&given.stated) {
        Ok(stated) => stated,
        Err(error) => return Err(ClaimError::Stated { id, error }),
    };
    let subject = given.subject;
    let mut claim = Claim::new(&id, measure, stated)
        .of(subject.as_str())
        .during(given.period.unwrap_or_default());
    if let Some(basis) = given.basis {
        claim = claim.on(basis);
    }
    if let Some(document) = given.document {
        claim = claim.from_document(document);
    }
    if let Some(name) = given.printed_name {
        claim = claim.printed_as(name);
    }
    if let Some(qualifier) = given.qualifier {
        claim = claim.qualified(qualifier);
    }
    if given.stated.contains('(') && given.stated.contains(')') {
        claim = claim.in_brackets();
    }
    if let Some(Rounding::Truncated) = given.rounding {
        claim = claim.truncated();
    }
    Ok(Given::Claim { id, subject, claim: Box::new(claim) })
}
