//! Dates: in any order of day, month and year, with months as numbers or names, and of the Japanese
//! and Indian calendars.

use alloc::{string::String, vec::Vec};

use jiff::{ToSpan, civil::Date};

use super::{
    months::{self, Months, SAKA},
    numbers::plain,
};

/// In which order the parts of a date stand, and how its month is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Order {
    parts: &'static [Part],
    month: Month,
    /// What stands between numbers, where the registry says it.
    between: Option<char>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Day,
    Month,
    Year,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Month {
    Number,
    Roman,
    Name(&'static Months),
}

/// The orders that a registry has, by how the later ones spell them.
#[rustfmt::skip]
const ORDERS: [(&str, &[Part]); 8] = [
    ("day-month-year", &[Part::Day, Part::Month, Part::Year]),
    ("month-day-year", &[Part::Month, Part::Day, Part::Year]),
    ("year-month-day", &[Part::Year, Part::Month, Part::Day]),
    ("year-day-month", &[Part::Year, Part::Day, Part::Month]),
    ("day-month", &[Part::Day, Part::Month]),
    ("month-day", &[Part::Month, Part::Day]),
    ("month-year", &[Part::Month, Part::Year]),
    ("year-month", &[Part::Year, Part::Month]),
];

fn order(spelled: &str) -> Option<&'static [Part]> {
    ORDERS.iter().find(|(name, _)| *name == spelled).map(|(_, parts)| *parts)
}

impl Order {
    /// Returns the rule of a name in the first registry, which names lands.
    pub(super) fn first(local: &str) -> Option<Self> {
        let (spelled, named) = match local {
            "dateslashus" | "datedotus" => ("month-day-year", false),
            "dateslasheu" | "datedoteu" => ("day-month-year", false),
            "datelongus" | "dateshortus" => ("month-day-year", true),
            "datelonguk" | "dateshortuk" => ("day-month-year", true),
            "datelongdaymonthuk" | "dateshortdaymonthuk" => ("day-month", true),
            "datelongmonthdayus" | "dateshortmonthdayus" => ("month-day", true),
            "dateslashdaymontheu" => ("day-month", false),
            "dateslashmonthdayus" => ("month-day", false),
            "datelongyearmonth" | "dateshortyearmonth" => ("year-month", true),
            "datelongmonthyear" | "dateshortmonthyear" => ("month-year", true),
            _ => return None,
        };
        let between = match local.starts_with("dateslash") {
            true => Some('/'),
            false => local.starts_with("datedot").then_some('.'),
        };
        let month = if named { Month::Name(months::of("en")?) } else { Month::Number };
        Some(Self { parts: order(spelled)?, month, between })
    }

    /// Returns the rule of a name in the registries 2 and 3: `datedaymonthyearen`.
    pub(super) fn second(local: &str) -> Option<Self> {
        let rest = local.strip_prefix("date")?;
        let fits = |spelled: &str| {
            let mut rest = rest;
            for part in spelled.split('-') {
                rest = rest.strip_prefix(part)?;
            }
            Some(rest)
        };
        // The longer orders come first, and begin with the shorter.
        let (parts, language) =
            ORDERS.iter().find_map(|(spelled, parts)| Some((*parts, fits(spelled)?)))?;
        let month = match language {
            "" | "cjk" => Month::Number,
            "en" => Month::Name(months::of("en")?),
            "dk" => Month::Name(months::of("da")?),
            "in" => Month::Name(months::of("hi")?),
            _ => return None,
        };
        Some(Self { parts, month, between: None })
    }

    /// Returns the rule of a name in the registries 4 and 5: `date-day-monthname-year-en`.
    pub(super) fn fourth(local: &str) -> Option<Self> {
        let spelled = local.strip_prefix("date-")?;
        if let Some(parts) = order(spelled) {
            return Some(Self { parts, month: Month::Number, between: None });
        }
        if spelled.contains("monthroman") {
            let parts = order(&spelled.replace("monthroman", "month"))?;
            return Some(Self { parts, month: Month::Roman, between: None });
        }
        let (spelled, language) = spelled.rsplit_once('-')?;
        let month = Month::Name(months::of(language)?);
        let named = spelled.contains("monthname");
        let parts = order(&spelled.replace("monthname", "month")).filter(|_| named)?;
        Some(Self { parts, month, between: None })
    }

    /// Reads a date to `2024-12-31`, `2024-12` or `--12-31`.
    pub(super) fn read(self, text: &str) -> Option<String> {
        let runs = Runs::of(text);
        let mut inside = runs.words.iter().take(runs.digits.len()).skip(1);
        let is_between = |words: &String| {
            let trimmed = words.trim();
            self.between.is_none_or(|mark| trimmed.strip_prefix(mark) == Some(""))
        };
        if !inside.all(is_between) {
            return None;
        }
        let (mut day, mut month, mut year) = (None, None, None);
        // How many runs of digits were used, which is also the place of the words before the next.
        let mut used = 0;
        for part in self.parts {
            match (part, self.month) {
                (Part::Month, Month::Name(names)) => {
                    month = Some(months::find(runs.words.get(used)?, names)?);
                    continue;
                }
                (Part::Month, Month::Roman) => {
                    month = Some(months::roman(runs.words.get(used)?)?);
                    continue;
                }
                _ => {}
            }
            let digits = runs.digits.get(used)?;
            used += 1;
            match part {
                Part::Day => day = Some(two_digits(digits)?),
                Part::Month => month = Some(two_digits(digits)?),
                Part::Year => year = Some(year_of(digits)?),
            }
        }
        let starts_with_words =
            matches!(self.parts.first(), Some(Part::Month)) && !matches!(self.month, Month::Number);
        let blank = runs.words.first().is_some_and(|words| words.trim().is_empty());
        if used != runs.digits.len() || !(blank || starts_with_words) {
            return None;
        }
        written(year, month?, day)
    }
}

/// Writes what there is of a date, if there is such a day.
fn written(year: Option<i16>, month: i8, day: Option<i8>) -> Option<String> {
    // A day without a year may be the 29th of February.
    let date = Date::new(year.unwrap_or(2000), month, day.unwrap_or(1)).ok()?;
    let (month, number) = (date.month(), date.day());
    Some(match (year, day) {
        (Some(year), Some(_)) => alloc::format!("{year:04}-{month:02}-{number:02}"),
        (Some(year), None) => alloc::format!("{year:04}-{month:02}"),
        (None, _) => alloc::format!("--{month:02}-{number:02}"),
    })
}

/// The runs of digits in a text, and what stands before each of them and after the last.
struct Runs {
    digits: Vec<String>,
    words: Vec<String>,
}

impl Runs {
    fn of(text: &str) -> Self {
        let mut runs = Self { digits: Vec::new(), words: Vec::from([String::new()]) };
        let mut in_digits = false;
        for char in text.chars().map(plain) {
            let is_digit = char.is_ascii_digit();
            if is_digit && !in_digits {
                runs.digits.push(String::new());
            } else if !is_digit && in_digits {
                runs.words.push(String::new());
            }
            in_digits = is_digit;
            let run = if is_digit { runs.digits.last_mut() } else { runs.words.last_mut() };
            if let Some(run) = run {
                run.push(char);
            }
        }
        if in_digits {
            runs.words.push(String::new());
        }
        runs
    }
}

fn two_digits(digits: &str) -> Option<i8> {
    if digits.len() <= 2 { digits.parse().ok() } else { None }
}

/// Years of one and two digits are of this century.
fn year_of(digits: &str) -> Option<i16> {
    match digits.len() {
        1 | 2 => digits.parse().ok().map(|year: i16| 2000 + year),
        4 => digits.parse().ok(),
        _ => None,
    }
}

/// Reads `令和7年4月10日`, or `令和7年4月` without a day; the first year of an era is 元.
pub(super) fn era(text: &str, with_day: bool) -> Option<String> {
    const ERAS: [(&str, i16); 10] = [
        ("令和", 2018),
        ("令", 2018),
        ("平成", 1988),
        ("平", 1988),
        ("昭和", 1925),
        ("昭", 1925),
        ("大正", 1911),
        ("大", 1911),
        ("明治", 1867),
        ("明", 1867),
    ];
    let text: String = text.chars().filter(|char| !char.is_whitespace()).map(plain).collect();
    let (rest, before) =
        ERAS.iter().find_map(|(era, before)| Some((text.strip_prefix(era)?, *before)))?;
    let rest = match rest.strip_prefix('元') {
        Some(rest) => alloc::format!("1{rest}"),
        None => rest.into(),
    };
    let runs = Runs::of(&rest);
    let expected = if with_day { 3 } else { 2 };
    if runs.digits.len() != expected || runs.words.first().is_none_or(|words| !words.is_empty()) {
        return None;
    }
    let year = before.checked_add(two_digits(runs.digits.first()?)?.into())?;
    let month = two_digits(runs.digits.get(1)?)?;
    let day = match runs.digits.get(2) {
        Some(day) => Some(two_digits(day)?),
        None => None,
    };
    written(Some(year), month, day)
}

/// Reads a day of the Indian national calendar: its year begins on 22 March, or 21 March in a leap
/// year; five months of 31 days follow the first, and the others have 30.
pub(super) fn saka(text: &str) -> Option<String> {
    let runs = Runs::of(text);
    let [day, year] = <[String; 2]>::try_from(runs.digits).ok()?;
    let month = months::find(runs.words.get(1)?, &SAKA)?;
    let day = i64::from(two_digits(&day)?);
    let year: i16 = match (year.len(), year.parse::<i16>().ok()?) {
        (2, year) if year > 21 => 1900 + year,
        (2, year) => 2000 + year,
        (4, year) => year,
        _ => return None,
    };
    let gregorian = year.checked_add(78)?;
    let is_leap = Date::new(gregorian, 1, 1).ok()?.in_leap_year();
    let first = Date::new(gregorian, 3, if is_leap { 21 } else { 22 }).ok()?;
    let length = |month: i8| match month {
        1 => 30 + i64::from(is_leap),
        2..=6 => 31,
        _ => 30,
    };
    if !(1..=length(month)).contains(&day) {
        return None;
    }
    let before: i64 = (1..month).map(length).sum();
    let date = first.checked_add((before + day - 1).days()).ok()?;
    written(Some(date.year()), date.month(), Some(date.day()))
}
