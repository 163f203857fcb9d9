//! [`YearEnd`]: the rule that says on which day a fiscal year ends.

use core::{fmt, str::FromStr};

use alloc::string::ToString;

use jiff::civil::{Date, Weekday};

use super::{days, rule_error::RuleError, text::serde_as_text};
use crate::decimal::excerpt;

/// The rule that says on which day a fiscal year ends.
///
/// Its text, which is also its form in serde, is how annual reports put it: `end of December`,
/// `last Saturday of September`, `Saturday nearest 31 January`.
///
/// ```
/// use financials::period::{Weekday, YearEnd};
///
/// let rule = YearEnd::nearest(Weekday::Saturday, 1)?;
/// assert_eq!(rule.to_string(), "Saturday nearest 31 January");
/// assert_eq!(rule.to_string().parse::<YearEnd>()?, rule);
/// # Ok::<(), financials::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct YearEnd {
    month: i8,
    day: Day,
}

/// Which day of the month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Day {
    /// The last one: years of 365 or 366 days.
    Last,
    /// The last one of a weekday: years of 52 or 53 weeks.
    LastWeekday(Weekday),
    /// The one of a weekday that is nearest to a day of the month, up to three days before or after
    /// it and perhaps in another month: years of 52 or 53 weeks.
    Nearest(Weekday, i8),
}

/// Names of the months, and how many days they have in a leap year.
pub(crate) const MONTHS: [(&str, i8); 12] = [
    ("January", 31),
    ("February", 29),
    ("March", 31),
    ("April", 30),
    ("May", 31),
    ("June", 30),
    ("July", 31),
    ("August", 31),
    ("September", 30),
    ("October", 31),
    ("November", 30),
    ("December", 31),
];

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("Monday", Weekday::Monday),
    ("Tuesday", Weekday::Tuesday),
    ("Wednesday", Weekday::Wednesday),
    ("Thursday", Weekday::Thursday),
    ("Friday", Weekday::Friday),
    ("Saturday", Weekday::Saturday),
    ("Sunday", Weekday::Sunday),
];

impl YearEnd {
    /// The last day of December.
    pub const DECEMBER: Self = Self { month: 12, day: Day::Last };

    /// Returns the last day of a month, 1 to 12.
    ///
    /// # Errors
    ///
    /// - `0`, `13`: no month.
    pub fn month_end(month: i8) -> Result<Self, RuleError> {
        days_of(month)?;
        Ok(Self { month, day: Day::Last })
    }

    /// Returns the last of a weekday in a month, 1 to 12.
    ///
    /// # Errors
    ///
    /// - `0`, `13`: no month.
    pub fn last(weekday: Weekday, month: i8) -> Result<Self, RuleError> {
        days_of(month)?;
        Ok(Self { month, day: Day::LastWeekday(weekday) })
    }

    /// Returns the day of a weekday that is nearest to the end of a month, 1 to 12.
    ///
    /// # Errors
    ///
    /// - `0`, `13`: no month.
    pub fn nearest(weekday: Weekday, month: i8) -> Result<Self, RuleError> {
        let day = days_of(month)?;
        Ok(Self { month, day: Day::Nearest(weekday, day) })
    }

    /// Returns the day of a weekday that is nearest to a day of a month, such as 1 February.
    ///
    /// # Errors
    ///
    /// - month `13`: no month.
    /// - day `31` of month `6`: the month has no such day in any year.
    pub fn nearest_to(weekday: Weekday, month: i8, day: i8) -> Result<Self, RuleError> {
        if (1..=days_of(month)?).contains(&day) {
            Ok(Self { month, day: Day::Nearest(weekday, day) })
        } else {
            Err(RuleError::Day { month, day })
        }
    }

    /// Returns the month that the rule names, 1 to 12; the year may end up to six days outside it.
    #[must_use]
    pub fn month(self) -> i8 {
        self.month
    }

    /// Returns whether years under the rule have 52 or 53 weeks.
    #[must_use]
    pub const fn is_weekly(self) -> bool {
        !matches!(self.day, Day::Last)
    }

    /// Returns the end of the fiscal year that the rule puts in or around the month of a calendar
    /// year; none outside the years that a [`Date`] holds.
    pub(super) fn date_in(self, year: i16) -> Option<Date> {
        let first = Date::new(year, self.month, 1).ok()?;
        match self.day {
            Day::Last => Some(first.last_of_month()),
            Day::LastWeekday(weekday) => first.nth_weekday_of_month(-1, weekday).ok(),
            Day::Nearest(weekday, day) => {
                let aim = Date::new(year, self.month, day.min(first.days_in_month())).ok()?;
                let after = i32::from(aim.weekday().until(weekday));
                days::later(aim, if after > 3 { after - 7 } else { after })
            }
        }
    }

    /// Returns the same rule for the month so many months earlier, and how many years before that
    /// lies; a day of the month becomes that month's last when it was the last of its own.
    pub(super) fn months_before(self, months: i8) -> (Self, i16) {
        let from_zero = i16::from(self.month - 1) - i16::from(months);
        let month = from_zero.rem_euclid(12) as i8 + 1;
        let day = match self.day {
            Day::Nearest(weekday, day) => {
                let length = days_of(month).unwrap_or(day);
                let last = days_of(self.month).is_ok_and(|length| length == day);
                Day::Nearest(weekday, if last { length } else { day.min(length) })
            }
            other => other,
        };
        (Self { month, day }, from_zero.div_euclid(12))
    }
}

fn days_of(month: i8) -> Result<i8, RuleError> {
    let index = usize::try_from(month).ok().and_then(|month| month.checked_sub(1));
    let month_named = index.and_then(|index| MONTHS.get(index));
    month_named.map(|&(_, days)| days).ok_or(RuleError::Month { month })
}

impl fmt::Display for YearEnd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        debug_assert!((1..=12).contains(&self.month), "a rule is checked as it is made");
        let index = usize::try_from(self.month - 1).unwrap_or_default();
        let month = MONTHS.get(index).map_or("", |(name, _)| name);
        match self.day {
            Day::Last => write!(f, "end of {month}"),
            Day::LastWeekday(weekday) => write!(f, "last {} of {month}", name_of(weekday)),
            Day::Nearest(weekday, day) => write!(f, "{} nearest {day} {month}", name_of(weekday)),
        }
    }
}

fn name_of(weekday: Weekday) -> &'static str {
    WEEKDAYS.iter().find(|(_, of)| *of == weekday).map_or("", |(name, _)| name)
}

impl FromStr for YearEnd {
    type Err = RuleError;

    /// Reads what `Display` writes.
    fn from_str(text: &str) -> Result<Self, RuleError> {
        read(text)
            .filter(|rule| rule.to_string() == text)
            .ok_or_else(|| RuleError::Syntax { text: excerpt(text) })
    }
}

fn read(text: &str) -> Option<YearEnd> {
    if let Some(month) = text.strip_prefix("end of ") {
        return YearEnd::month_end(month_of(month)?).ok();
    }
    if let Some((weekday, month)) = text.strip_prefix("last ").and_then(|t| t.split_once(" of ")) {
        return YearEnd::last(weekday_of(weekday)?, month_of(month)?).ok();
    }
    let (weekday, (day, month)) = text
        .split_once(" nearest ")
        .and_then(|(weekday, date)| Some((weekday, date.split_once(' ')?)))?;
    YearEnd::nearest_to(weekday_of(weekday)?, month_of(month)?, day.parse().ok()?).ok()
}

fn month_of(name: &str) -> Option<i8> {
    let index = MONTHS.iter().position(|(month, _)| *month == name)?;
    i8::try_from(index + 1).ok()
}

fn weekday_of(name: &str) -> Option<Weekday> {
    WEEKDAYS.iter().find(|(weekday, _)| *weekday == name).map(|&(_, weekday)| weekday)
}

serde_as_text!(YearEnd: "a rule for the year's end, such as \"last Saturday of September\"");
