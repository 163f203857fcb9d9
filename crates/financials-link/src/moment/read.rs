//! [`Reader`]: reads the moments of a text.

use super::{
    Day, Moment,
    numbering::year_of_digits,
    weeks::{months, number},
};
use crate::{
    bounds::YEARS,
    token::{Kind, Token},
};

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Whether a word is the name of a month, written out.
pub(crate) fn is_month(word: &str) -> bool {
    MONTHS.contains(&word)
}

/// Reads tokens for moments.
pub(crate) struct Reader<'a>(pub(crate) &'a [Token]);

impl Reader<'_> {
    fn word(&self, at: usize) -> &str {
        self.0.get(at).filter(|token| token.figure().is_none()).map_or("", |token| &token.word)
    }

    fn skip(&self, at: usize, words: &[&str]) -> usize {
        let mut at = at;
        while words.contains(&self.word(at)) {
            at += 1;
        }
        at
    }

    fn month(&self, at: usize) -> Option<i8> {
        let token = self.0.get(at).filter(|token| token.is_word() && token.is_capital)?;
        let word = token.word.trim_end_matches('.');
        let is_month = |month: &str| {
            month == word || (word.len() >= 3 && word.len() <= 4 && month.starts_with(word))
        };
        MONTHS
            .iter()
            .position(|month| is_month(month))
            .and_then(|place| i8::try_from(place + 1).ok())
    }

    /// Reads a year of four digits, or of two behind an apostrophe or `FY`.
    fn year(&self, at: usize) -> Option<(i16, usize)> {
        let token = self.0.get(at)?;
        if token.kind == Kind::Number && token.word.len() == 4 {
            let year: i16 = token.word.parse().ok()?;
            return YEARS.contains(&year).then_some((year, 1));
        }
        if matches!(token.word.as_str(), "'" | "\u{2019}" | "\u{2018}") {
            let two: i16 =
                self.0.get(at + 1).filter(|next| next.word.len() == 2)?.word.parse().ok()?;
            return Some((year_of_digits(two)?, 2));
        }
        let digits = token.word.strip_prefix("fy")?;
        if digits.is_empty() {
            let (year, length) = self.year(at + 1).or_else(|| self.short_year(at + 1))?;
            return Some((year, length + 1));
        }
        let digits = digits.trim_start_matches(['\'', '\u{2019}']);
        let number: i16 = digits.parse().ok()?;
        match digits.len() {
            2 => Some((year_of_digits(number)?, 1)),
            4 => Some((number, 1)),
            _ => None,
        }
    }

    fn short_year(&self, at: usize) -> Option<(i16, usize)> {
        let token =
            self.0.get(at).filter(|token| token.kind == Kind::Number && token.word.len() == 2)?;
        Some((year_of_digits(token.word.parse().ok()?)?, 1))
    }

    /// Reads `June 27, 2025`, `27 June 2025` and `June 27`.
    fn day(&self, at: usize) -> Option<(Day, usize)> {
        let number = |at: usize| {
            let token = self.0.get(at)?;
            let is_short = token.kind == Kind::Number && token.word.len() <= 2;
            let day = token.word.parse::<i8>().ok().filter(|_| is_short)?;
            (1..=31).contains(&day).then_some(day)
        };
        if let (Some(day), Some(month)) = (number(at), self.month(at + 1)) {
            let (year, length) = self.year(at + 2).unzip();
            return Some((Day { year, month, day }, 2 + length.unwrap_or(0)));
        }
        let month = self.month(at)?;
        let day = number(at + 1)?;
        let comma = usize::from(self.word(at + 2) == ",");
        match self.year(at + 2 + comma) {
            Some((year, 1)) => Some((Day { year: Some(year), month, day }, 3 + comma)),
            _ => Some((Day { year: None, month, day }, 2)),
        }
    }

    fn ordinal(&self, at: usize) -> Option<u8> {
        Some(match self.word(at) {
            "first" | "1st" => 1,
            "second" | "2nd" => 2,
            "third" | "3rd" => 3,
            "fourth" | "4th" => 4,
            _ => return None,
        })
    }

    /// Reads `fiscal`, `of fiscal year`, `FY` and the year behind a quarter.
    fn year_behind(&self, at: usize) -> Option<(i16, usize)> {
        let from =
            self.skip(at, &["of", "for", "in", "the", "fiscal", "year", "full", ",", "calendar"]);
        // `third quarter, 2024`, and not `third quarter, the 2024 …`.
        let (year, length) = self.year(from)?;
        Some((year, from + length - at))
    }

    /// Where a short name in brackets ends: `first nine months (9M) ended`.
    fn past_bracket(&self, at: usize) -> usize {
        match (self.word(at), self.word(at + 2)) {
            ("(", ")") => at + 3,
            _ => at,
        }
    }

    fn ended(&self, at: usize) -> Option<(Day, usize)> {
        let from = self.skip(at, &[",", "(", "that", "which"]);
        matches!(self.word(from), "ended" | "ending").then_some(())?;
        let from = self.skip(from + 1, &["on"]);
        if let Some((day, length)) = self.day(from) {
            return Some((day, from + length - at));
        }
        // "the quarter ended May 2025"
        let month = self.month(from)?;
        let (year, length) = self.year(from + 1)?;
        Some((Day { year: Some(year), month, day: 28 }, from + 1 + length - at))
    }

    /// Reads the moment that begins at a place, and its length in tokens.
    pub(crate) fn moment(&self, at: usize) -> Option<(Moment, usize)> {
        self.quarter(at)
            .or_else(|| self.short_quarter(at))
            .or_else(|| self.short_half(at))
            .or_else(|| self.short_months(at))
            .or_else(|| self.months(at))
            .or_else(|| self.span_ended(at))
            .or_else(|| self.same(at))
            .or_else(|| self.several(at))
            .or_else(|| self.relative(at))
            .or_else(|| self.of_month(at))
            .or_else(|| self.fiscal_year(at))
    }

    fn quarter(&self, at: usize) -> Option<(Moment, usize)> {
        // `fiscal 2026 second quarter`
        let mut from = self.skip(at, &["fiscal"]);
        let mut year = None;
        if let Some((before, length)) = self.year(from)
            && (from > at || self.ordinal(from + length).is_some())
        {
            (year, from) = (Some(before), from + length);
            from = self.skip(from, &["fiscal"]);
        }
        let ordinal = self.ordinal(from)?;
        let mut end = self.skip(from + 1, &["fiscal"]);
        match self.word(end) {
            "quarter" | "quarters" => end += 1,
            "half" => {
                let (behind, length) = self.year_behind(end + 1).unzip();
                let length = length.unwrap_or(0);
                return (ordinal == 1)
                    .then_some((Moment::Half { year: year.or(behind) }, end + 1 + length - at));
            }
            "three" | "six" | "nine" if ordinal == 1 && self.word(end + 1) == "months" => {
                let (behind, length) = self.year_behind(end + 2).unzip();
                let (year, end_at) = (year.or(behind), end + 2 + length.unwrap_or(0) - at);
                if year.is_none()
                    && let Some((day, length)) = self.ended(self.past_bracket(end + 2))
                {
                    let months = match self.word(end) {
                        "three" => 3,
                        "six" => 6,
                        _ => 9,
                    };
                    let end = self.past_bracket(end + 2) + length;
                    return Some((Moment::Ended { months: Some(months), day }, end - at));
                }
                return Some((
                    match self.word(end) {
                        "three" => Moment::Quarter { quarter: 1, year },
                        "six" => Moment::Half { year },
                        _ => Moment::NineMonths { year },
                    },
                    end_at,
                ));
            }
            _ => return None,
        }
        if year.is_none()
            && let Some((behind, length)) = self.year_behind(end)
        {
            (year, end) = (Some(behind), end + length);
        }
        if year.is_none()
            && let Some((day, length)) = self.ended(end)
            && day.year.is_some()
        {
            return Some((Moment::Ended { months: Some(3), day }, end + length - at));
        }
        Some((Moment::Quarter { quarter: ordinal, year }, end - at))
    }

    /// Reads `Q2`, `Q2 2025`, `Q2'26`, `2Q25`.
    fn short_quarter(&self, at: usize) -> Option<(Moment, usize)> {
        let word = self.word(at);
        let digit =
            |text: &str| text.parse::<u8>().ok().filter(|quarter| (1..=4).contains(quarter));
        if let Some(rest) = word.strip_prefix('q') {
            let quarter = digit(rest.get(..1)?)?;
            let tail = rest.get(1..).unwrap_or_default();
            if !tail.is_empty() {
                let tail = tail.trim_start_matches("fy").trim_start_matches(['\'', '\u{2019}']);
                let year: i16 = tail.parse().ok()?;
                let year = year_of_digits(year)?;
                return Some((Moment::Quarter { quarter, year: Some(year) }, 1));
            }
            return Some(match self.year(at + 1).or_else(|| self.year_behind(at + 1)) {
                Some((year, length)) => (Moment::Quarter { quarter, year: Some(year) }, 1 + length),
                None => (Moment::Quarter { quarter, year: None }, 1),
            });
        }
        let (quarter, rest) = word.split_once('q')?;
        let quarter = digit(quarter)?;
        if let Ok(year) = rest.parse::<i16>() {
            let year = year_of_digits(year)?;
            return Some((Moment::Quarter { quarter, year: Some(year) }, 1));
        }
        if !rest.is_empty() {
            return None;
        }
        let (year, length) = self.year(at + 1).unzip();
        Some((Moment::Quarter { quarter, year }, 1 + length.unwrap_or(0)))
    }

    /// Reads `H1 2016`, `1H25`, `HY 2024`.
    fn short_half(&self, at: usize) -> Option<(Moment, usize)> {
        let word = self.word(at);
        let year = match word.strip_prefix("1h").or_else(|| word.strip_prefix("h1")) {
            Some("") => None,
            Some(year) => {
                Some(year_of_digits(year.parse().ok().filter(|year| (0..100).contains(year))?)?)
            }
            None if word == "hy" => None,
            None => return None,
        };
        if year.is_some() {
            return Some((Moment::Half { year }, 1));
        }
        let (year, length) = self.year(at + 1).or_else(|| self.year_behind(at + 1)).unzip();
        // "HY" alone may be anything.
        (word != "hy" || year.is_some()).then_some((Moment::Half { year }, 1 + length.unwrap_or(0)))
    }

    /// Reads `9M 2024`, `9M24` and `6M25`.
    fn short_months(&self, at: usize) -> Option<(Moment, usize)> {
        let (months, rest) = self.word(at).split_once('m')?;
        let (year, length) = match rest {
            "" => self.year(at + 1)?,
            rest => {
                let two: i16 = rest.parse().ok().filter(|_| rest.len() == 2)?;
                (year_of_digits(two)?, 0)
            }
        };
        let moment = match months {
            "6" => Moment::Half { year: Some(year) },
            "9" => Moment::NineMonths { year: Some(year) },
            _ => return None,
        };
        Some((moment, 1 + length))
    }

    /// Reads `three months ended June 27, 2025`, `39-week fiscal period ended …`.
    fn months(&self, at: usize) -> Option<(Moment, usize)> {
        let (months, end) = self.span(at)?;
        let end = self.skip(end, &["fiscal", "period", "quarter", "year", "periods"]);
        if let Some((day, length)) = self.ended(end) {
            return Some((Moment::Ended { months: Some(months), day }, end + length - at));
        }
        // "for the nine months", and not "within nine months" or "nine months ago".
        let is_months = matches!(self.word(at + 1), "months" | "month");
        let before = at.checked_sub(1).map_or("", |before| self.word(before));
        let leads = matches!(before, "the" | "for" | "in") && self.word(end) != "ago";
        let is_period = end > at + 2;
        (is_months && months > 3 && (leads || is_period))
            .then_some((Moment::Span { months }, end - at))
    }

    /// Reads `same quarter of 2024` and `comparable period last year`.
    fn same(&self, at: usize) -> Option<(Moment, usize)> {
        matches!(self.word(at), "same" | "comparable" | "corresponding" | "equivalent")
            .then_some(())?;
        let from = self.skip(at + 1, &["fiscal", "three", "six", "nine", "month"]);
        matches!(self.word(from), "period" | "quarter" | "half" | "months").then_some(())?;
        let from = self.skip(from + 1, &["of", "in", "a", "the", "for", "from", "fiscal"]);
        if let Some((year, length)) = self.year(from) {
            return Some((Moment::SameIn { year }, from + length - at));
        }
        let is_ago = matches!(
            (self.word(from), self.word(from + 1)),
            ("last" | "prior" | "previous" | "preceding", "year")
                | ("year", "ago" | "earlier" | "before")
        );
        is_ago.then_some((Moment::YearAgo, from + 2 - at))
    }

    /// Reads `last two years` and `past several quarters`.
    fn several(&self, at: usize) -> Option<(Moment, usize)> {
        const COUNTS: &[&str] = &[
            "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several",
            "few", "many", "2", "3", "4", "5", "10",
        ];
        let leads = matches!(self.word(at), "last" | "past" | "previous" | "next" | "coming");
        let is_span = matches!(self.word(at + 2), "years" | "quarters" | "decades" | "months");
        let is_trailing = matches!(
            (self.word(at), self.word(at + 1), self.word(at + 2)),
            ("last" | "past", "four", "quarters")
        );
        (leads && is_span && !is_trailing && COUNTS.contains(&self.word(at + 1)))
            .then_some((Moment::Several, 3))
    }

    /// Reads how many months `three months`, `thirty-nine weeks` and `52-week` are, and where that
    /// ends.
    fn span(&self, at: usize) -> Option<(u8, usize)> {
        let end = at + 1;
        let (first, second) = (self.word(at), self.word(end));
        let weeks = number(first, second);
        let weeks = weeks.filter(|(_, length)| matches!(self.word(at + length), "weeks" | "week"));
        if let Some((count, length)) = weeks {
            return Some((months(count)?, at + length + 1));
        }
        let months = match (first, second) {
            ("three" | "3", "months" | "month") => 3,
            ("six" | "6", "months" | "month") => 6,
            ("nine" | "9", "months" | "month") => 9,
            ("twelve" | "12", "months" | "month") => 12,
            // "the three quarters ended June 30"
            ("two", "quarters") if self.word(end + 1) == "ended" => 6,
            ("three", "quarters") if self.word(end + 1) == "ended" => 9,
            ("four", "quarters") if self.word(end + 1) == "ended" => 12,
            _ => return None,
        };
        Some((months, end + 1))
    }

    fn span_ended(&self, at: usize) -> Option<(Moment, usize)> {
        let from = self.skip(at, &["fiscal"]);
        let months = match self.word(from) {
            "quarter" | "quarters" => 3,
            "year" | "years" => 12,
            _ => return None,
        };
        let (day, length) = self.ended(from + 1)?;
        Some((Moment::Ended { months: Some(months), day }, from + 1 + length - at))
    }

    fn relative(&self, at: usize) -> Option<(Moment, usize)> {
        let has = |words: &[&str]| {
            words.iter().enumerate().all(|(place, word)| self.word(at + place) == *word)
        };
        let table: &[(&[&str], Moment)] = &[
            (&["trailing", "twelve", "months"], Moment::Trailing),
            (&["trailing", "12", "months"], Moment::Trailing),
            (&["trailing", "twelve", "month"], Moment::Trailing),
            (&["trailing", "12", "month"], Moment::Trailing),
            (&["last", "twelve", "month"], Moment::Trailing),
            (&["trailing", "four", "quarters"], Moment::Trailing),
            (&["last", "twelve", "months"], Moment::Trailing),
            (&["past", "twelve", "months"], Moment::Trailing),
            (&["last", "12", "months"], Moment::Trailing),
            (&["ttm"], Moment::Trailing),
            (&["ltm"], Moment::Trailing),
            (&["year", "to", "date"], Moment::ToDate),
            (&["same", "period", "last", "year"], Moment::YearAgo),
            (&["same", "quarter", "last", "year"], Moment::YearAgo),
            (&["same", "period", "of", "the", "prior", "year"], Moment::YearAgo),
            (&["same", "period", "a", "year", "ago"], Moment::YearAgo),
            (&["prior", "year", "period"], Moment::YearAgo),
            (&["prior", "year", "quarter"], Moment::YearAgo),
            (&["year", "ago", "quarter"], Moment::YearAgo),
            (&["year", "ago", "period"], Moment::YearAgo),
            (&["a", "year", "ago"], Moment::YearAgo),
            (&["a", "year", "earlier"], Moment::YearAgo),
            (&["year", "earlier"], Moment::YearAgo),
            (&["year", "ago"], Moment::YearAgo),
            (&["the", "year", "before"], Moment::YearAgo),
            (&["the", "year", "prior"], Moment::YearAgo),
            (&["prior", "year"], Moment::YearAgo),
            (&["previous", "year"], Moment::YearAgo),
            (&["last", "year"], Moment::YearAgo),
            (&["start", "of", "the", "quarter"], Moment::QuarterAgo),
            (&["beginning", "of", "the", "quarter"], Moment::QuarterAgo),
            (&["end", "of", "the", "prior", "quarter"], Moment::QuarterAgo),
            (&["end", "of", "the", "previous", "quarter"], Moment::QuarterAgo),
            (&["end", "of", "last", "quarter"], Moment::QuarterAgo),
            (&["prior", "quarter"], Moment::QuarterAgo),
            (&["last", "quarter"], Moment::QuarterAgo),
            (&["linked", "quarter"], Moment::QuarterAgo),
            (&["previous", "quarter"], Moment::QuarterAgo),
            (&["preceding", "quarter"], Moment::QuarterAgo),
            (&["current", "quarter"], Moment::NextQuarter),
            (&["next", "quarter"], Moment::NextQuarter),
        ];
        let (words, moment) = table.iter().find(|(words, _)| has(words))?;
        let mut end = at + words.len();
        if *moment == Moment::Trailing
            && let Some((day, length)) = self.ended(end)
        {
            end += length;
            return Some((Moment::Ended { months: Some(12), day }, end - at));
        }
        Some((*moment, end - at))
    }

    fn fiscal_year(&self, at: usize) -> Option<(Moment, usize)> {
        if let Some((year, length)) = self.year(at) {
            // "the 2025 fiscal year"
            let is_kind = matches!(self.word(at + length), "fiscal" | "financial")
                && self.word(at + length + 1) == "year";
            let length = length + if is_kind { 2 } else { 0 };
            return Some((Moment::Year { year: Some(year) }, length));
        }
        let from = self.skip(at, &["full", "fiscal", "year"]);
        if from == at {
            return None;
        }
        match self.year(from) {
            Some((year, length)) => Some((Moment::Year { year: Some(year) }, from + length - at)),
            None if self.word(at) == "full" && self.word(at + 1) == "year" => {
                Some((Moment::Year { year: None }, 2))
            }
            None if self.word(at) == "fiscal" && self.word(at + 1) == "year" => {
                Some((Moment::Year { year: None }, 2))
            }
            None if self.word(at) == "year"
                && at > 0
                && self.word(at - 1) == "the"
                && at > 1
                && self.word(at - 2) == "for" =>
            {
                Some((Moment::Year { year: None }, 1))
            }
            None => None,
        }
    }

    fn of_month(&self, at: usize) -> Option<(Moment, usize)> {
        if let Some((day, length)) = self.day(at) {
            return Some((Moment::On(day), length));
        }
        let month = self.month(at)?;
        // "the March 2025 quarter"
        if let Some((year, 1)) = self.year(at + 1)
            && self.word(at + 2) == "quarter"
        {
            return Some((Moment::MonthQuarter { month, year: Some(year) }, 3));
        }
        // "December 2014": a day about its end.
        if let Some((year, 1)) = self.year(at + 1)
            && self.word(at + 2) != "quarter"
        {
            return Some((Moment::On(Day { year: Some(year), month, day: 28 }), 2));
        }
        if self.word(at + 1) == "quarter" {
            let (year, length) = self.year_behind(at + 2).unzip();
            return Some((Moment::MonthQuarter { month, year }, 2 + length.unwrap_or(0)));
        }
        None
    }
}
