//! Words beside figures that name no part of a company.

/// Verbs, adjectives and nouns with which texts tell figures.
#[rustfmt::skip]
const NEUTRAL: &[&str] = &[
    "accelerating", "according", "account", "achieved", "achieves", "across", "actual", "added",
    "adding", "additional", "after", "again", "ago", "ahead", "all", "almost", "already", "amount",
    "amounting", "analyst", "announced", "another", "approximately", "around", "attained",
    "attributable", "back", "bank", "based", "basis", "because", "before", "began", "behind",
    "best", "better", "between", "big", "bigger", "biggest", "billion", "boosting", "both",
    "bottom", "bringing", "brings", "broader", "brought", "buoyed", "business", "calculated",
    "called", "calls", "came", "capped", "chief", "clear", "climbing", "clocked", "close",
    "closely", "coming", "company", "compared", "compares", "comparing", "compound", "conference",
    "continued", "continues", "continuing", "corporation", "count", "counting", "currency",
    "current", "date", "day", "days", "decent", "declining", "decrease", "deep", "delivered",
    "delivering", "delivers", "despite", "digit", "disappointing", "dollars", "double", "doubling",
    "down", "dropping", "during", "each", "earlier", "earned", "earning", "earns", "eight",
    "eighth", "encouraging", "end", "ended", "ending", "ends", "enough", "entire", "equal",
    "equivalent", "estimated", "even", "every", "exact", "exactly", "exceeded", "exceeding",
    "excellent", "exceptional", "executive", "expanding", "expectation", "expectations",
    "extraordinary", "faces", "falling", "fell", "few", "fifth", "figure", "figures", "filing",
    "final", "finish", "finished", "finishing", "firm", "first", "fiscal", "five", "flat",
    "following", "follows", "forecast", "form", "four", "fourth", "fresh", "full", "further",
    "gained", "gaining", "gains", "gave", "generally", "generated", "generates", "generating",
    "getting", "giant", "give", "given", "gives", "giving", "going", "gone", "good", "great",
    "greater", "grew", "gross", "growing", "grown", "growth", "guided", "half", "hand", "happened",
    "having", "headline", "healthy", "held", "help", "helped", "here", "high", "higher", "highest",
    "hit", "hits", "hitting", "holding", "huge", "important", "impressive", "improved",
    "improvement", "improving", "includes", "increase", "increased", "increasing", "indeed",
    "indicates", "industry", "instead", "investor", "investors", "itself", "jumping", "just",
    "key", "landed", "landing", "large", "larger", "largest", "last", "late", "later", "latest",
    "leaps", "least", "leaving", "led", "less", "level", "levels", "like", "line", "little",
    "long", "look", "looking", "lost", "low", "lower", "lowest", "made", "main", "mainly",
    "maintained", "major", "make", "maker", "makes", "making", "management", "margin", "marked",
    "market", "marking", "marks", "massive", "mean", "meaning", "means", "measured", "merely",
    "mid", "midpoint", "mild", "million", "missed", "mixed", "moderate", "moderately", "modest",
    "month", "months", "more", "most", "mostly", "much", "narrow", "narrowly", "near", "nearly",
    "never", "new", "news", "next", "nine", "ninth", "notable", "notably", "notched", "noted",
    "number", "numbers", "off", "officer", "once", "one", "only", "opposed", "order", "otherwise",
    "our", "out", "outpaced", "outpacing", "overall", "own", "pace", "par", "past", "percent",
    "percentage", "performance", "period", "periods", "places", "plus", "point", "points",
    "posted", "posting", "posts", "preliminary", "presented", "previous", "previously", "printed",
    "pronounced", "pulling", "pushed", "pushing", "put", "quarter", "quarters", "quickly", "quite",
    "raised", "rang", "range", "rate", "rather", "reach", "reached", "reaches", "reaching", "read",
    "real", "recent", "record", "recorded", "recording", "recovered", "recovering", "reflects",
    "regarding", "regular", "release", "released", "remained", "remains", "remarkable", "report",
    "reported", "reporting", "reports", "represent", "represented", "representing", "represents",
    "respectable", "respectively", "rest", "result", "resulted", "resulting", "results", "reveals",
    "right", "rise", "risen", "rises", "rising", "robust", "roughly", "run", "running", "said",
    "same", "saw", "say", "says", "second", "see", "seen", "sees", "set", "setting", "seven",
    "seventh", "shareholders", "sharp", "sharper", "sharply", "short", "showed", "showing",
    "shown", "shows", "signals", "significant", "similar", "simply", "single", "six", "sixth",
    "sizable", "size", "slight", "slightly", "slower", "slowing", "small", "smaller", "so",
    "soaring", "solid", "some", "somewhat", "spectacular", "staggering", "standing", "stands",
    "start", "statement", "stayed", "steady", "steep", "still", "stock", "stockholders", "stood",
    "street", "strong", "stronger", "strongest", "substantial", "such", "surging", "surpassing",
    "taken", "takes", "taking", "target", "tenth", "terms", "third", "this", "those", "three",
    "time", "today", "tone", "took", "top", "topped", "topping", "total", "totaled", "totaling",
    "totals", "translates", "translating", "trend", "tripling", "turned", "turning", "two",
    "unaudited", "under", "undershot", "unexpected", "unit", "until", "up", "upbeat", "upside",
    "upward", "versus", "very", "wall", "was", "way", "weak", "weaker", "weakest", "week", "well",
    "went", "were", "what", "when", "where", "whole", "whopping", "wide", "widely", "wider",
    "widest", "with", "within", "word", "words", "world", "worse", "worst", "worth", "would",
    "year", "years", "yesterday", "yet", "yield", "yielded", "yielding", "yields",
];

/// Whether a word says nothing of whose a figure is: one of the list, or an adverb.
pub(crate) fn is_neutral(word: &str) -> bool {
    NEUTRAL.binary_search(&word).is_ok() || word.len() > 4 && word.ends_with("ly")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_in_order() {
        assert!(NEUTRAL.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
