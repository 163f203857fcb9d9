//! The phrases that say how a figure stands to others: changed, compared, expected.

use super::sense::Row;
use super::sense::Sense::{
    Beat, Change, ChangeNoun, Compared, Consensus, From, Guidance, Previous, Respectively,
    Sequential, To, YearAgo,
};

/// Each with what it says; of those that begin at one word the longest counts.
#[rustfmt::skip]
pub(super) const CUES: &[Row] = &[
    (Change, &[
        "up", "down", "rose", "rise", "rises", "rising", "grew", "grow", "grows", "growing",
        "increased", "increase", "increases", "increasing", "climbed", "climb", "jumped", "jump",
        "soared", "surged", "gained", "advanced", "expanded", "widened", "widen", "improved",
        "improve", "leapt", "leaped", "fell", "fall", "falls", "declined", "decline", "declines",
        "decreased", "decrease", "decreases", "dropped", "drop", "slipped", "slid", "shrank",
        "contracted", "narrowed", "lost", "reduced", "edged up", "edged down", "ticked up",
        "ticked down", "higher", "lower", "more", "less", "fewer", "tumbled", "plunged", "sank",
        "dipped", "rebounded", "accelerated", "growth", "reduction", "gain", "change", "doubled",
        "tripled", "swelled", "added", "eased", "lifted", "moved up", "moved down", "rise of",
        "was up", "were up", "was down", "were down", "year over year growth", "spiked",
        "skyrocketed", "ballooned", "softened", "weakened", "strengthened", "retreated", "receded",
        "swung", "decreasing", "declining", "improving", "expanding", "contracting", "jumping",
        "climbing",
    ]),
    (ChangeNoun, &[
        "increase of", "decrease of", "decline of", "rise of", "drop of", "growth of", "gain of",
        "reduction of", "improvement of", "increases of", "decreases of", "declines of",
        "expansion of", "contraction of", "jump of", "fall of", "change of", "increase by",
        "rose by", "grew by", "fell by", "increased by", "decreased by", "declined by",
        "dropped by", "improved by", "growth rate of",
    ]),
    (Compared, &[
        "compared with", "compared to", "as compared to", "as compared with", "versus", "vs",
        "against", "in comparison to", "in comparison with", "relative to", "than",
    ]),
    (From, &[
        "from",
    ]),
    (To, &[
        "to", "at",
    ]),
    (Consensus, &[
        "est", "estimate", "estimates", "estimated", "consensus", "consensus estimate",
        "wall street", "expected by analysts", "analysts were expecting", "analysts predict",
        "analysts forecast", "analysts predicted", "analysts estimate", "analysts projected",
        "analysts polled", "expectations", "forecasts of", "had expected", "anticipated by",
        "our estimates", "analyst estimates", "consensus estimates", "predicted", "projected by",
        "expected", "forecast by", "had in mind", "consensus expects", "analysts expect",
        "analysts look for", "analysts had expected", "street calls", "street expects",
        "wall street expects", "consensus mark", "had forecast", "polled by",
        "analysts had projected", "had been looking for", "was looking for",
        "were looking for", "had been expecting", "analysts had predicted",
        "analysts had estimated",
        "analysts had anticipated", "analysts anticipated", "analysts were looking for",
        "analysts were projecting", "analysts were predicting", "analysts project",
        "analysts estimated", "analysts called for", "analysts expected",
        "analysts were calling for", "wall street expected", "had projected", "had predicted",
        "had estimated", "had anticipated", "had been expecting", "the anticipated",
    ]),
    (Beat, &[
        "beat", "beating", "beats", "topped", "topping", "exceeded", "exceeding", "surpassed",
        "surpassing", "missed", "missing", "ahead of", "short of", "better than", "worse than",
        "above", "below", "edging past", "edged past", "cleared",
    ]),
    (Guidance, &[
        "guidance", "outlook", "guided", "guides", "guide", "expects", "we expect",
        "is expected to", "are expected to", "still expects", "now expects", "forecasts",
        "it forecasts", "projects", "now projects", "anticipates", "we anticipate", "aims at",
        "aims for", "targets", "expected to", "sees", "management expects", "company expects",
        "is targeting", "will be", "plans to", "full year guidance", "is forecast to", "calls for",
        "expecting", "looks for", "its projected", "its forecast", "its expected", "projected to",
        "is projected to", "are projected to", "now projected", "is now expected",
        "is anticipated to", "are anticipated to",
    ]),
    (Previous, &[
        "prior guidance", "previous guidance", "previously", "prior outlook", "previous outlook",
        "raised from", "earlier guidance", "prior range", "previous range", "prior forecast",
        "previous forecast", "earlier forecast", "had earlier forecast", "earlier outlook",
        "previous view", "prior view", "earlier view", "lowered from", "up from prior",
    ]),
    (Sequential, &[
        "sequentially", "sequential", "quarter over quarter", "qoq", "q/q",
        "from the prior quarter", "from the previous quarter", "from the preceding quarter",
        "compared to the prior quarter", "compared with the previous quarter",
        "compared to the previous quarter", "compared with the prior quarter",
        "from the last quarter", "over the previous quarter", "versus the previous quarter",
        "quarter on quarter", "over the prior quarter", "versus the prior quarter",
        "linked quarter", "compared to the linked quarter", "from the linked quarter",
        "compared with the linked quarter", "on a linked quarter basis",
    ]),
    (YearAgo, &[
        "year over year", "yoy", "y/y", "year on year", "from a year ago", "year to year",
        "from the prior year", "from last year", "a year ago", "a year earlier", "year earlier",
        "year ago", "the year before", "from the year before", "a year before",
        "in the year before", "on the year", "than a year earlier", "compared to the prior year",
        "annually",
    ]),
    (Respectively, &[
        "respectively",
    ]),
];
