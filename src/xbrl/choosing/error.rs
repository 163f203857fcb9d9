//! [`ChoiceError`]: why facts make no figure.

use alloc::{string::String, vec::Vec};

use jiff::civil::Date;

use crate::{
    period::{Period, PeriodKind},
    report::ReportError,
    xbrl::bounds::{MEMBERS_MAX, SETS_MAX},
};

/// Why facts make no figure, report or breakdown.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ChoiceError {
    /// Every number is of a member of one axis, and there are several: none of them is the whole.
    #[error("xbrl: every number is of a member of {axis}: choose one of {}", members.join(", "))]
    Frame {
        /// The axis.
        axis: String,
        /// Its members.
        members: Vec<String>,
    },
    /// A filing is of another company than those that it was to be put together with.
    #[error("xbrl: the filing is of {other}, and those before it of {known}")]
    OtherCompany {
        /// Whose the others are.
        known: String,
        /// Whose this one is.
        other: String,
    },
    /// The form of a filing is none whose figures enter histories: a proxy statement, say.
    #[error("xbrl: the form is '{form}', and only reports and registrations make a history")]
    Form {
        /// The form, as the cover has it; cut after 40 bytes.
        form: String,
    },
    /// No number of the whole is of a taxonomy in which line items are known.
    #[error(
        "xbrl: no number is of us-gaap or ifrs-full, the taxonomies that line items are known in; \
         the numbers are of {}",
        named(namespaces)
    )]
    Taxonomy {
        /// The namespaces of the numbers, those of the most first; three at most.
        namespaces: Vec<String>,
    },
    /// No number is of the period.
    #[error("xbrl: no number is of {period}; the periods are {}", listed(known))]
    Period {
        /// The period that was asked for.
        period: Period,
        /// Those that most numbers are of.
        known: Vec<Period>,
    },
    /// The cover names a quarter or a year that no number is of: the one in which a company was
    /// taken over stands in two parts, which do not add up to it.
    #[error(
        "xbrl: no number is of a {kind} that ends on {end}, as the cover says; what ends then is \
         {}",
        listed(known)
    )]
    Cover {
        /// What the cover names.
        kind: PeriodKind,
        /// The last day that it reports on.
        end: Date,
        /// The periods of numbers that end on that day.
        known: Vec<Period>,
    },
    /// There is no number at all, or none of a period of days.
    #[error("xbrl: no number is of a period")]
    Nothing,
    /// No amount of the period is money in an ISO 4217 currency.
    #[error("xbrl: no number of {period} is an amount of money")]
    Currency {
        /// The period.
        period: Period,
    },
    /// Numbers of one concept and period contradict each other.
    #[error("xbrl: {concept} of {period} is said twice, as {one} and {other}")]
    Inconsistent {
        /// The concept.
        concept: String,
        /// The period.
        period: Period,
        /// One of them.
        one: String,
        /// Another.
        other: String,
    },
    /// The number of a concept and period cannot be read; why is among the errors of the facts.
    #[error("xbrl: {concept} of {period} cannot be read")]
    Unreadable {
        /// The concept.
        concept: String,
        /// The period.
        period: Period,
    },
    /// No member of the axis has a number of the concept and period.
    #[error("xbrl: {concept} has no members by {axis}")]
    NoMembers {
        /// The concept.
        concept: String,
        /// The axis.
        axis: String,
    },
    /// Several sets of members add up to the total, and none of them refines the others.
    #[error("xbrl: {concept} adds up by {axis} in {} ways: {}", sets.len(), shown(sets))]
    Several {
        /// The concept.
        concept: String,
        /// The axis.
        axis: String,
        /// The members of each set, the largest first.
        sets: Vec<Vec<String>>,
    },
    /// There are more members than are searched, or more sets of them that add up than are told
    /// apart.
    #[error(
        "xbrl: {concept} by {axis} has too many members, or sets of them that add up, to tell \
         which make it up: at most {MEMBERS_MAX} members and {SETS_MAX} sets"
    )]
    TooMany {
        /// The concept.
        concept: String,
        /// The axis.
        axis: String,
    },
    /// The members add up to more than the total, and no set of them to the total.
    #[error("xbrl: no members of {axis} add up to {concept}, and all of them exceed it")]
    Exceeds {
        /// The concept.
        concept: String,
        /// The axis.
        axis: String,
    },
    /// The figures make no report.
    #[error(transparent)]
    Report(#[from] ReportError),
}

fn listed(periods: &[Period]) -> String {
    if periods.is_empty() {
        return "nothing".into();
    }
    let texts: Vec<String> = periods.iter().map(|period| alloc::format!("{period}")).collect();
    texts.join(", ")
}

fn named(namespaces: &[String]) -> String {
    if namespaces.is_empty() { "nothing".into() } else { namespaces.join(", ") }
}

fn shown(sets: &[Vec<String>]) -> String {
    let sets: Vec<String> = sets.iter().map(|set| set.join(" + ")).collect();
    sets.join("; ")
}
