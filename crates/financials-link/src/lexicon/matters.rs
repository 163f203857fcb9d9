//! The phrases that say what a figure is of: its basis, a part, a driver, the market, nothing.

use super::Row;
use super::Sense::{
    Adjusted, ConstantCurrency, Driver, Gaap, Margin, Market, Outside, Part, PerDilutedShare,
    PerShare, Plain, Reported,
};

/// Each with what it says; of those that begin at one word the longest counts.
#[rustfmt::skip]
pub(super) const MATTERS: &[Row] = &[
    (Driver, &[
        "driven by", "driven mainly by", "driven primarily by", "primarily driven by", "due to",
        "primarily due to", "owing to", "because of", "because", "partially offset by",
        "partly offset by", "offset by", "amid", "thanks to", "reflecting", "reflects",
        "primarily related to lapping", "benefited by", "further benefited by", "benefited from",
        "impact of", "impacted by", "impact", "as a result of", "charge", "charges", "settlement",
        "settlement charge", "restructuring", "severance", "which includes", "includes",
        "included", "including", "takes in", "lapping", "attributable to the", "contributed",
        "partly made up by", "helped by", "hurt by", "leaving out the", "without the",
        "excluding the", "pre tax gains", "tax charge", "one off", "one time", "special charges",
        "net losses of", "related to", "favorable impact", "unfavorable impact",
        "changes in foreign exchange rates", "lapped", "weighed by", "led by", "aided by",
        "resulting from", "negatively impacted by", "positively impacted by", "impacted", "after",
    ]),
    (Part, &[
        "of total", "of the total", "of net sales", "of sales", "of revenue", "of revenues",
        "of nike brand revenues", "represented", "representing", "accounted for", "accounting for",
        "as a percentage of", "as a percent of", "share of", "of which", "part of", "made up",
        "comprised", "contributing", "of all", "of our",
    ]),
    (Market, &[
        "shares", "stock", "the stock", "its shares", "share price", "after hours", "premarket",
        "before the bell", "after the close", "market cap", "market capitalization", "ytd",
        "strike", "bid", "index", "rally", "stake", "closing at", "traded", "trading", "closed at",
        "buyback program", "authorized", "authorization", "bonds", "offering", "investment",
        "invested", "insiders",
    ]),
    (Outside, &[
        "like for like revenue", "like for like", "comparable sales", "comparable store sales",
        "comparable store net sales", "same store sales", "comp sales", "comps",
        "like for like sales", "unit case volume", "unit sales", "sales volume",
        "concentrate sales volume", "volume", "volumes", "transactions", "average ticket",
        "ticket", "customers", "customer", "users", "subscribers", "customer satisfaction",
        "total contract value", "contract value", "bookings", "billings", "units", "deliveries",
        "average selling price", "asp", "traffic", "headcount", "employees", "stores", "price mix",
        "market share", "advertising expenses", "demand creation expense", "membership income",
        "membership and other income", "membership fee income", "other gains and losses",
        "total expense and other income", "expense and other", "cost savings", "fiber miles",
        "currency exchange rates", "foreign exchange rates", "exchange rates",
        "foreign currency exchange rate", "tariff", "tariffs", "convertible note",
        "proceeds from equity plans", "strategic investment activity",
        "marketable securities activity", "property and equipment acquired under finance leases",
        "settlements", "deal", "deals", "r&d and mg&a", "mortality", "backlog days",
        "revenue contracts", "revenue base", "revenue stream", "revenue streams", "revenue mix",
        "sales force", "sales team", "foot traffic", "occupancy", "arpu", "gmv",
        "gross merchandise volume", "dau", "mau",
    ]),
    (ConstantCurrency, &[
        "constant currency", "constant currencies", "currency neutral", "currency neutral basis",
        "adjusted for currency", "constant exchange rates", "excluding currency",
        "ignoring currency", "local currency", "local currencies", "at constant currency",
        "excluding changes in foreign exchange rates", "excluding foreign exchange",
        "excluding fx", "fx neutral",
        "favorable impact from changes in foreign exchange rates, net", "cc",
        "excluding the impact of currency", "in constant currency", "on a constant currency basis",
    ]),
    (Reported, &[
        "as reported", "on a reported basis", "reported basis", "on a reported",
    ]),
    (Adjusted, &[
        "adjusted", "adj", "non gaap", "nongaap", "core", "underlying", "comparable", "organic",
        "managed", "operating ( non gaap )", "on an adjusted basis", "pro forma", "normalized",
        "normalised", "ex items", "excluding items", "excluding special items",
        "without these charges", "would have been", "leaving those out", "without the settlement",
        "excluding one time items",
    ]),
    (Gaap, &[
        "gaap", "ifrs", "statutory",
    ]),
    (PerShare, &[
        "per share", "a share", "per common share", "each share", "per ads", "per adr",
        "per basic share",
    ]),
    (PerDilutedShare, &[
        "per diluted share", "a diluted share", "per diluted common share",
        "per share on a diluted basis", "per share diluted",
    ]),
    (Margin, &[
        "a margin", "margin", "margins",
    ]),
    (Plain, &[
        "better than expected", "worse than expected", "stronger than expected",
        "weaker than expected", "as expected", "from continuing operations", "all time", "the",
        "expect", "projects", "obtain", "a", "an", "our", "its", "their", "his", "her", "this",
        "that", "these", "those", "we", "it", "they", "he", "and", "or", "but", "of", "in", "on",
        "at", "for", "by", "with", "as", "from", "to", "into", "was", "were", "is", "are", "be",
        "been", "has", "have", "had", "while", "which", "who", "when", "where", "also", "now",
        "today", "yet", "so", "if", "then", "both", "each", "all", "total", "overall", "record",
        "quarterly", "annual", "full", "year", "quarter", "fiscal", "half", "first", "second",
        "third", "fourth", "net", "gross", "strong", "solid", "higher", "lower", "reported",
        "consolidated", "company", "group", "worldwide", "global", "diluted", "basic", "cash",
        "current", "earnings", "income", "profit", "loss", "said", "posted", "generated",
        "delivered", "brought", "reached", "hit", "came", "come", "landed", "stood", "totaled",
        "totalled", "amounted", "about", "around", "approximately", "nearly", "almost", "over",
        "more", "than", "expects", "expected", "forecast", "set", "passed", "returned", "ended",
        "closed", "during", "months", "month", "weeks", "week", "period", "other", "metrics",
        "including", "excluding", "primarily", "increases", "increase", "decrease", "result",
        "results", "improved", "however", "meanwhile", "additionally", "separately", "still",
        "nevertheless", "trailing", "twelve", "three", "six", "nine", "average",
    ]),
];
