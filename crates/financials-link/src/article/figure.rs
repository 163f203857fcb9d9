//! [`Figure`] and [`Filing`]: what is held together, as a caller gives and gets it.

use std::ops::Range;

use financials::History;

use crate::link::Link;

/// What a company has filed, under the ticker that a text's figures are linked to.
#[derive(Clone, Copy, Debug)]
pub struct Filing<'a> {
    /// The ticker.
    pub ticker: &'a str,
    /// The company's name, as in `Palantir Technologies Inc.`.
    pub name: &'a str,
    /// What it has filed, as last restated.
    pub history: &'a History,
    /// What it has filed, as first filed: no article is accused of what was restated later.
    pub first: Option<&'a History>,
}

/// A figure of a text with what it is about; what was found of it is under its id in the tie-out.
#[derive(Clone, Debug)]
pub struct Figure {
    /// What the figure is about.
    pub link: Link,
    /// The bytes of its number in [the text](super::Checked::text) that was read: the link's, but
    /// of a page what is shown there.
    pub shown: Range<usize>,
    /// The id of the claim that it makes; none where it makes none.
    pub claim: Option<String>,
}
