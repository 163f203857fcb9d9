//! Nouns behind a plain number: what a company counts, and what it does not.

use crate::stated::text::{Lower, Text};

/// The most words between a number and its noun: "30,000 corporate jobs", "47M new fiber miles".
const ADJECTIVES_MAX: usize = 2;

/// Finds the noun that a number before `at` counts, and returns its end.
pub fn counted(text: Text<'_>, at: usize) -> Option<usize> {
    let mut end = at;
    for _ in 0..=ADJECTIVES_MAX {
        let next = text.skip_blanks(end);
        let word = text.word(next);
        if next == end || word.is_empty() {
            return None;
        }
        end = next + word.len();
        let lower = Lower::new(word);
        let lower = lower.as_bytes();
        if is_counted(lower) {
            return Some(end);
        }
        if is_stop(lower) || is_uncounted(lower) {
            return None;
        }
        // "Full-time" is one adjective.
        if text.byte(end) == b'-' {
            end += 1 + text.word(end + 1).len();
        }
    }
    None
}

/// Returns whether a word between a number and a noun parts them.
fn is_stop(lower: &[u8]) -> bool {
    matches!(
        lower,
        b"of"
            | b"in"
            | b"to"
            | b"on"
            | b"for"
            | b"from"
            | b"with"
            | b"as"
            | b"by"
            | b"the"
            | b"a"
            | b"an"
            | b"and"
            | b"or"
            | b"was"
            | b"is"
            | b"were"
            | b"are"
            | b"that"
            | b"which"
            | b"after"
            | b"before"
            | b"at"
            | b"but"
            | b"while"
            | b"have"
            | b"had"
            | b"has"
            | b"will"
            | b"when"
            | b"its"
            | b"their"
            | b"than"
            | b"per"
            | b"said"
    )
}

/// Returns whether a company counts these, so that a plain number before the word is a figure.
pub fn is_counted(lower: &[u8]) -> bool {
    is_people(lower) || is_place(lower) || is_thing(lower) || is_business(lower)
}

fn is_people(lower: &[u8]) -> bool {
    matches!(
        lower,
        b"employees"
            | b"workers"
            | b"staff"
            | b"staffers"
            | b"jobs"
            | b"positions"
            | b"roles"
            | b"people"
            | b"customers"
            | b"users"
            | b"subscribers"
            | b"clients"
            | b"members"
            | b"engineers"
            | b"salespeople"
            | b"drivers"
            | b"riders"
            | b"passengers"
            | b"patients"
            | b"students"
            | b"merchants"
            | b"sellers"
            | b"buyers"
            | b"partners"
            | b"investors"
            | b"shareholders"
            | b"households"
            | b"participants"
            | b"layoffs"
            | b"developers"
            | b"personnel"
            | b"associates"
            | b"advisors"
            | b"advisers"
            | b"consumers"
            | b"guests"
            | b"viewers"
            | b"visitors"
            | b"physicians"
            | b"doctors"
            | b"suppliers"
            | b"analysts"
            | b"hires"
            | b"advertisers"
            | b"creators"
            | b"tenants"
            | b"contractors"
            | b"policyholders"
            | b"borrowers"
            | b"families"
            | b"companies"
            | b"businesses"
            | b"enterprises"
            | b"firms"
            | b"organizations"
            | b"headcount"
    )
}

fn is_place(lower: &[u8]) -> bool {
    matches!(
        lower,
        b"stores"
            | b"shops"
            | b"restaurants"
            | b"locations"
            | b"branches"
            | b"outlets"
            | b"hotels"
            | b"rooms"
            | b"homes"
            | b"beds"
            | b"wells"
            | b"sites"
            | b"facilities"
            | b"factories"
            | b"plants"
            | b"warehouses"
            | b"offices"
            | b"properties"
            | b"clinics"
            | b"hospitals"
            | b"centers"
            | b"centres"
            | b"countries"
            | b"markets"
            | b"cities"
            | b"states"
            | b"dealerships"
            | b"theaters"
            | b"theatres"
            | b"airports"
            | b"routes"
            | b"stations"
            | b"cafes"
            | b"kiosks"
            | b"mines"
            | b"mills"
            | b"acres"
            | b"miles"
            | b"showrooms"
            | b"pharmacies"
            | b"dealers"
            | b"supermarkets"
    )
}

fn is_thing(lower: &[u8]) -> bool {
    matches!(
        lower,
        b"shares"
            | b"units"
            | b"vehicles"
            | b"cars"
            | b"trucks"
            | b"planes"
            | b"aircraft"
            | b"jets"
            | b"satellites"
            | b"gpus"
            | b"chips"
            | b"servers"
            | b"barrels"
            | b"tonnes"
            | b"tons"
            | b"ounces"
            | b"warrants"
            | b"options"
            | b"robots"
            | b"tankers"
            | b"ships"
            | b"vessels"
            | b"machines"
            | b"devices"
            | b"products"
            | b"apartments"
            | b"houses"
            | b"phones"
            | b"smartphones"
            | b"handsets"
            | b"bitcoin"
            | b"bitcoins"
            | b"transponders"
            | b"parcels"
            | b"packages"
            | b"containers"
            | b"kilometers"
            | b"kilometres"
            | b"megawatts"
            | b"gigawatts"
            | b"stocks"
            | b"lines"
            | b"screens"
    )
}

fn is_business(lower: &[u8]) -> bool {
    matches!(
        lower,
        b"deliveries"
            | b"orders"
            | b"contracts"
            | b"deals"
            | b"patents"
            | b"accounts"
            | b"flights"
            | b"downloads"
            | b"transactions"
            | b"licenses"
            | b"licences"
            | b"titles"
            | b"games"
            | b"brands"
            | b"loans"
            | b"policies"
            | b"claims"
            | b"installations"
            | b"acquisitions"
            | b"trades"
            | b"visits"
            | b"shipments"
            | b"subscriptions"
            | b"bookings"
            | b"nights"
            | b"listings"
            | b"connections"
            | b"ads"
    )
}

/// Returns whether the word is a span of time other than days, a point, or a star: what no company
/// figure counts.
pub fn is_uncounted(lower: &[u8]) -> bool {
    matches!(
        lower,
        b"year"
            | b"years"
            | b"yr"
            | b"yrs"
            | b"month"
            | b"months"
            | b"week"
            | b"weeks"
            | b"quarter"
            | b"quarters"
            | b"hour"
            | b"hours"
            | b"minute"
            | b"minutes"
            | b"second"
            | b"seconds"
            | b"decade"
            | b"decades"
            | b"century"
            | b"centuries"
            | b"point"
            | b"points"
            | b"degrees"
            | b"stars"
    )
}

/// Returns whether a number behind the word is part of a name or a reference: `Note 12`, `top 10`.
pub fn is_name(lower: &[u8]) -> bool {
    matches!(
        lower,
        b"top"
            | b"no"
            | b"nos"
            | b"number"
            | b"page"
            | b"pages"
            | b"item"
            | b"items"
            | b"note"
            | b"notes"
            | b"chapter"
            | b"section"
            | b"sections"
            | b"phase"
            | b"series"
            | b"level"
            | b"version"
            | b"rule"
            | b"part"
            | b"table"
            | b"figure"
            | b"exhibit"
            | b"form"
            | b"schedule"
            | b"title"
            | b"article"
            | b"appendix"
            | b"class"
            | b"tier"
            | b"step"
            | b"stage"
            | b"flight"
            | b"route"
            | b"highway"
            | b"room"
            | b"suite"
            | b"day"
            | b"week"
            | b"fy"
            | b"fiscal"
            | b"topic"
            | b"asc"
            | b"ifrs"
            | b"line"
            | b"zone"
            | b"unit"
            | b"building"
            | b"floor"
            | b"tranche"
            | b"group"
            | b"category"
            | b"grade"
            | b"wave"
            | b"round"
            | b"generation"
            | b"gen"
            | b"type"
    ) || is_brand(lower)
        || is_month(lower)
}

fn is_brand(lower: &[u8]) -> bool {
    matches!(
        lower,
        b"model"
            | b"boeing"
            | b"airbus"
            | b"fortune"
            | b"nasdaq"
            | b"russell"
            | b"ftse"
            | b"dow"
            | b"stoxx"
            | b"nikkei"
            | b"iphone"
            | b"windows"
            | b"xbox"
            | b"galaxy"
            | b"forbes"
            | b"global"
            | b"pixel"
            | b"mark"
    )
}

/// Returns whether the word is a month, in full or short.
pub fn is_month(lower: &[u8]) -> bool {
    matches!(
        lower,
        b"january"
            | b"february"
            | b"march"
            | b"april"
            | b"may"
            | b"june"
            | b"july"
            | b"august"
            | b"september"
            | b"october"
            | b"november"
            | b"december"
            | b"jan"
            | b"feb"
            | b"mar"
            | b"apr"
            | b"jun"
            | b"jul"
            | b"aug"
            | b"sep"
            | b"sept"
            | b"oct"
            | b"nov"
            | b"dec"
    )
}

/// Words of a sentence that speaks of an index, whose levels are no figures.
pub const INDEX_WORDS: [&str; 43] = [
    "Dow",
    "Nasdaq",
    "NASDAQ",
    "S&P",
    "FTSE",
    "Nikkei",
    "Hang Seng",
    "DAX",
    "CAC",
    "Stoxx",
    "STOXX",
    "Sensex",
    "SENSEX",
    "Nifty",
    "NIFTY",
    "Russell",
    "KOSPI",
    "Kospi",
    "TSX",
    "ASX",
    "Composite",
    "composite",
    "index",
    "Index",
    "points",
    "Bovespa",
    "Ibovespa",
    "TOPIX",
    "Topix",
    "CSI 300",
    "IBEX",
    "VIX",
    "gold",
    "Gold",
    "bitcoin",
    "Bitcoin",
    "ether",
    "Straits Times",
    "Shanghai",
    "SMI",
    "AEX",
    "OMX",
    "MIB",
];
