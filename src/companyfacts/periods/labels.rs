//! What a company calls its fiscal years.

use alloc::vec::Vec;

use jiff::civil::Date;

use super::days;
use crate::bounds::DATE_SLACK_DAYS;

/// What an annual or quarterly report calls its fiscal year, and the last day it covers.
pub(crate) struct Label {
    pub name: i16,
    pub end: Date,
    pub of_a_year: bool,
}

/// How many annual and how many quarterly reports name a year for the one before it, for its own
/// and for the one after.
pub(crate) type LabelVotes = [[usize; 3]; 2];

/// Returns the calendar year that most of a fiscal year's end belongs to: a year that ends in the
/// first days of January is the year before's.
pub(crate) fn named_year(end: Date) -> i16 {
    days::plus(end, -DATE_SLACK_DAYS).year()
}

/// Counts, for each year, the reports that name it for the year before, the same and the year
/// after: annual reports, and then quarterly ones.
pub(crate) fn label_votes<'a>(
    labels: impl Iterator<Item = &'a Label>,
    years: &[(Date, Date)],
) -> Vec<LabelVotes> {
    let mut votes = alloc::vec![LabelVotes::default(); years.len()];
    for label in labels {
        let at = years.partition_point(|(_, end)| days::plus(*end, DATE_SLACK_DAYS) < label.end);
        let Some((start, end)) = years.get(at) else { continue };
        let ends = days::apart(*end, label.end) <= DATE_SLACK_DAYS;
        if if label.of_a_year { ends } else { *start <= label.end } {
            let offset = i32::from(label.name) - i32::from(named_year(*end));
            let place = usize::try_from(offset + 1).ok();
            let kind = votes.get_mut(at).and_then(|v| v.get_mut(usize::from(!label.of_a_year)));
            if let Some(count) = kind.zip(place).and_then(|(kind, place)| kind.get_mut(place)) {
                *count += 1;
            }
        }
    }
    votes
}

/// Returns what the company adds to that year when it names its own: most often 0; −1 where the
/// year is named for the year it began in. Filers' own slips are outvoted. Annual reports say it,
/// or quarterly ones before the first of them; nothing where neither names a year.
pub(crate) fn label_offset(votes: &[LabelVotes]) -> Option<i16> {
    let sum = |kind: usize| {
        votes
            .iter()
            .filter_map(|year| year.get(kind))
            .fold([0; 3], |[a, b, c], [x, y, z]| [a + x, b + y, c + z])
    };
    let [before, same, after] = [sum(0), sum(1)].into_iter().find(|votes| *votes != [0; 3])?;
    Some(if before > same && before >= after {
        -1
    } else if after > same {
        1
    } else {
        0
    })
}
