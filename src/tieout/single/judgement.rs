//! [`Judgement`]: how one claim was judged.

use core::fmt;

use alloc::{string::String, vec::Vec};

use serde::{Deserialize, Serialize};

use crate::tieout::verdict::Verdict;
use crate::{bounds::TOLD_DIGITS, interval::Interval, undefined::Undefined, view::Bounds};

/// How one claim was judged.
///
/// `Display` says it in words, with the numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Judgement {
    pub(crate) verdict: Verdict,
    pub(crate) reason: Option<Undefined>,
    pub(crate) computed: Option<Bounds>,
    pub(crate) stated: Option<Interval>,
    pub(crate) rests_on_about: bool,
    pub(crate) rests_on_trailing_zeros: bool,
    pub(crate) words: Words,
}

/// What a check was about, for the explanation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Words {
    pub subject: String,
    pub inputs: Vec<(String, Option<String>, String, Interval)>,
    /// What was taken as zero, as it was not given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub zeros: Vec<String>,
    pub claim: Option<String>,
}

impl Judgement {
    /// Returns the verdict.
    #[must_use]
    pub const fn verdict(&self) -> Verdict {
        self.verdict
    }

    /// Returns why there is nothing to compare the claim with, where that is so.
    #[must_use]
    pub const fn reason(&self) -> Option<Undefined> {
        self.reason
    }

    /// Returns what the inputs come to.
    #[must_use]
    pub const fn computed(&self) -> Option<Bounds> {
        self.computed
    }

    /// Returns what the claim admits.
    #[must_use]
    pub const fn stated(&self) -> Option<Interval> {
        self.stated
    }

    /// Returns whether the claim is consistent only because of an "about", or the implied bounds
    /// come from one.
    #[must_use]
    pub const fn rests_on_about(&self) -> bool {
        self.rests_on_about
    }

    /// Returns whether the claim is contradicted only if the zeros at the end of a number count as
    /// digits, as in "$420 billion", or the implied bounds rest on such zeros.
    #[must_use]
    pub const fn rests_on_trailing_zeros(&self) -> bool {
        self.rests_on_trailing_zeros
    }

    /// Returns whether the accuracy of a figure is unknown, so that its place was assumed.
    #[must_use]
    pub fn rests_on_assumed_place(&self) -> bool {
        self.computed.is_some_and(Bounds::is_place_assumed)
    }
}

impl fmt::Display for Judgement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.verdict, self.words.subject)?;
        match (self.computed, self.reason) {
            (Some(computed), _) => write!(f, " lies in {computed:.TOLD_DIGITS$}")?,
            (None, Some(reason)) => write!(f, " has no value, {reason}")?,
            (None, None) => {}
        }
        if let (Some(claim), Some(stated)) = (&self.words.claim, self.stated) {
            write!(f, "; \"{claim}\" admits {stated}")?;
        }
        for (place, (measure, when, text, admitted)) in self.words.inputs.iter().enumerate() {
            f.write_str(if place == 0 { "; with " } else { ", " })?;
            write!(f, "{measure}")?;
            if let Some(when) = when {
                write!(f, " {when}")?;
            }
            write!(f, " \"{text}\" in {admitted}")?;
        }
        for (place, measure) in self.words.zeros.iter().enumerate() {
            f.write_str(if place == 0 { "; taken as zero: " } else { ", " })?;
            f.write_str(measure)?;
        }
        if self.rests_on_about {
            f.write_str("; this rests on \"about\"")?;
        }
        if self.rests_on_trailing_zeros {
            f.write_str("; this rests on trailing zeros")?;
        }
        if self.rests_on_assumed_place() {
            f.write_str("; the place of a figure of unknown accuracy was assumed")?;
        }
        Ok(())
    }
}
