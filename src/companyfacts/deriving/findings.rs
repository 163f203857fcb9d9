//! What a series shows when its figures are held against each other.

use alloc::vec::Vec;

use super::{
    breaks::Break,
    entry::Entry,
    grid::{Cell, Found, Grid},
};
use crate::companyfacts::filed::{
    finding::{Against, FindingKind, SeriesFinding},
    rounding::{UnitKind, exact_difference, exact_sum, within_halves},
    timeline::Sighting,
    vintage::Vintage,
};
use crate::{
    arith::{self, Rounding},
    bounds::{SCALE_SLIP_ONE_IN, SERIES_MIN},
    period::PeriodKind,
    undefined::Absence,
};

/// Holds the quarters of each year against the longer periods, as first filed and under the
/// vintage.
pub(crate) fn of_grid(grid: &Grid<'_>, vintage: Vintage, findings: &mut Vec<SeriesFinding>) {
    for year in 0..grid.years.as_slice().len() {
        if !grid.has_year(year) {
            continue;
        }
        for quarter in 1..=4 {
            let bases = if vintage == Vintage::Latest {
                [Some(Vintage::First), Some(vintage)]
            } else {
                [Some(vintage), None]
            };
            for basis in bases.into_iter().flatten() {
                let quarters = of_quarter(grid, year, quarter, basis, vintage);
                let trailing = of_trailing(grid, year, quarter, basis);
                for finding in quarters.into_iter().chain(trailing) {
                    if !findings.contains(&finding) {
                        findings.push(finding);
                    }
                }
            }
        }
        findings.extend((2..=4).filter_map(|quarter| of_parts(grid, year, quarter, vintage)));
        findings.extend(of_sum(grid, year, vintage));
        findings.extend(of_year_ago(grid, year, vintage));
    }
}

fn of_quarter(
    grid: &Grid<'_>,
    year: usize,
    quarter: u8,
    basis: Vintage,
    vintage: Vintage,
) -> Option<SeriesFinding> {
    let reported = grid.reported(year, Cell::Quarter(quarter), basis)?;
    if quarter < 2 {
        return None;
    }
    match grid.derived(year, quarter, basis) {
        Ok(derived) => {
            let chosen = grid.quarter(year, quarter, vintage);
            let passed_over =
                basis == vintage && chosen.is_ok_and(|chosen| !chosen.origin.is_reported());
            let kind = if derived.value == reported.value {
                return None;
            } else if passed_over {
                FindingKind::PassedOver
            } else if derived.agrees(&reported) {
                FindingKind::DiffersWithinRounding
            } else {
                FindingKind::Differs
            };
            Some(reported.finding(kind, Some(Against(derived.value))))
        }
        Err(Absence::MixedVintage) => {
            if grid.is_older(year, quarter, &reported, basis) {
                return Some(reported.finding(FindingKind::OlderBasis, None));
            }
            // Of figures on two bases the difference is no quarter, but it is worth a remark.
            let first = |quarter| {
                let found = grid.reported(year, Cell::ToDate(quarter), basis)?;
                found.parts.iter().all(|(part, ..)| !part.restated()).then_some(found)
            };
            let (longer, shorter) = (first(quarter)?, first(quarter - 1)?);
            let difference = exact_difference(longer.value, shorter.value)?;
            let places: Vec<_> =
                [&longer, &shorter, &reported].into_iter().flat_map(Found::places).collect();
            let kind = if difference == reported.value {
                return None;
            } else if within_halves(difference, reported.value, &places) {
                FindingKind::DiffersWithinRounding
            } else {
                FindingKind::Differs
            };
            Some(reported.finding(kind, Some(Against(difference))))
        }
        // Counts of shares are means of their periods, of which none is a difference of two.
        Err(Absence::NotAdditive) if grid.measure == UnitKind::PerShare => {
            let longer = grid.reported(year, Cell::ToDate(quarter), basis)?;
            let shorter = grid.reported(year, Cell::ToDate(quarter - 1), basis)?;
            let difference = exact_difference(longer.value, shorter.value)?;
            let finding = reported.finding(FindingKind::NotAdditive, Some(Against(difference)));
            let places: Vec<_> =
                [&longer, &shorter, &reported].into_iter().flat_map(Found::places).collect();
            let is_rounding = within_halves(difference, reported.value, &places);
            (!is_rounding).then_some(finding)
        }
        Err(_) => None,
    }
}

fn of_trailing(
    grid: &Grid<'_>,
    year: usize,
    quarter: u8,
    vintage: Vintage,
) -> Option<SeriesFinding> {
    let reported = grid.reported(year, Cell::Trailing(quarter), vintage)?;
    // What the filing that gives the figure, and those before it, make of it.
    let filed = reported.parts.first()?.0.version.fact.filed;
    match grid.trailing_derived(year, quarter, Vintage::AsOf(filed)) {
        Ok(derived) if derived.value == reported.value => None,
        Ok(derived) => {
            let kind = if derived.agrees(&reported) {
                FindingKind::DiffersWithinRounding
            } else {
                FindingKind::Differs
            };
            Some(reported.finding(kind, Some(Against(derived.value))))
        }
        Err(Absence::MixedVintage) => Some(reported.finding(FindingKind::OlderBasis, None)),
        Err(_) => None,
    }
}

/// Looks for filings that gave a part of what a derived quarter is taken off otherwise, and not yet
/// the whole of it.
fn of_parts(grid: &Grid<'_>, year: usize, quarter: u8, vintage: Vintage) -> Option<SeriesFinding> {
    let derived = grid.quarter(year, quarter, vintage).ok()?;
    let (shorter, _, _) = derived.parts.iter().rfind(|(_, _, subtracted)| *subtracted)?;
    let is_since = |found: &Break| {
        found.year == year && found.end <= shorter.version.fact.end && found.by > shorter.last
    };
    let is_late = vintage != Vintage::First && grid.breaks.iter().any(is_since);
    let finding = derived.finding(FindingKind::PartRestated, None);
    is_late.then_some(SeriesFinding { start: derived.first_day(), ..finding })
}

/// Holds the four quarters against the year.
fn of_sum(grid: &Grid<'_>, year: usize, vintage: Vintage) -> Option<SeriesFinding> {
    if !grid.additive {
        return None;
    }
    let whole = grid.reported(year, Cell::ToDate(4), vintage)?;
    let mut facts: Vec<_> = whole.facts().collect();
    let mut sum = rust_decimal::Decimal::ZERO;
    for quarter in 1..=4 {
        let single = grid.quarter(year, quarter, vintage).ok()?;
        sum = exact_sum(sum, single.value)?;
        facts.extend(single.facts());
    }
    // A fact that several quarters rest on is rounded once.
    facts.sort_unstable();
    facts.dedup();
    let places: Vec<_> = facts.into_iter().map(|(_, place)| place).collect();
    let finding = whole.finding(FindingKind::QuartersDoNotSum, Some(Against(sum)));
    (!within_halves(sum, whole.value, &places)).then_some(finding)
}

/// Holds the bases of a year and its quarters against those of the year before.
fn of_year_ago(grid: &Grid<'_>, year: usize, vintage: Vintage) -> Vec<SeriesFinding> {
    let Some(before) = year.checked_sub(1).filter(|_| grid.additive) else {
        return Vec::new();
    };
    let whole = |year| grid.reported(year, Cell::ToDate(4), vintage);
    let single = |year, quarter| grid.quarter(year, quarter, vintage).ok();
    let quarters = (1..=4).map(|quarter| (single(year, quarter), single(before, quarter)));
    let pairs = quarters.chain([(whole(year), whole(before))]);
    let found = pairs.filter_map(|(now, before)| {
        let (now, before) = (now?, before?);
        let mixed = grid.together(&now, &before, Sighting::contemporary);
        let against = Some(Against(before.value));
        let finding = now.finding(FindingKind::YearAgoOnOtherBasis, against);
        // A derived quarter begins after what is taken off.
        let finding = SeriesFinding { start: now.first_day(), ..finding };
        (mixed == Err(Absence::MixedVintage)).then_some(finding)
    });
    found.collect()
}

/// Finds share counts that were filed in thousands or millions as if in single shares. No company's
/// count grows five-hundredfold but by splits, of which the largest are a hundredfold.
pub(crate) fn of_scale(entries: &[Entry], findings: &mut Vec<SeriesFinding>) {
    let counts = entries.iter().filter_map(|e| Some((e, e.amount.as_ref().ok()?.value)));
    let counts: Vec<_> = counts.filter(|(_, value)| !value.is_zero()).collect();
    let mut sizes: Vec<_> = counts.iter().map(|(_, value)| value.abs()).collect();
    sizes.sort_unstable();
    let Some(median) = sizes.get(sizes.len() / 2).filter(|_| sizes.len() >= SERIES_MIN) else {
        return;
    };
    let times = rust_decimal::Decimal::from(SCALE_SLIP_ONE_IN);
    findings.extend(counts.into_iter().filter_map(|(entry, reported)| {
        let scaled = arith::mul(reported.abs(), times, Rounding::HalfEven)?.value;
        let (kind, start, end) = (FindingKind::OtherScale, entry.start, entry.end);
        let against = Some(Against(*median));
        (scaled < *median).then_some(SeriesFinding { kind, start, end, reported, against })
    }));
}

/// Finds a lone balance of the other sign: a slip where five or more others agree.
pub(crate) fn of_balances(entries: &[Entry], findings: &mut Vec<SeriesFinding>) {
    let balances = entries.iter().filter(|entry| entry.kind == PeriodKind::Instant);
    let balances: Vec<_> = balances
        .filter_map(|entry| Some((entry, entry.amount.as_ref().ok()?.value)))
        .filter(|(_, value)| !value.is_zero())
        .collect();
    let negative = balances.iter().filter(|(_, value)| value.is_sign_negative()).count();
    if balances.len() < SERIES_MIN || (negative != 1 && negative + 1 != balances.len()) {
        return;
    }
    let lone = balances.iter().find(|(_, value)| value.is_sign_negative() == (negative == 1));
    findings.extend(lone.map(|(entry, value)| SeriesFinding {
        kind: FindingKind::LoneSign,
        start: None,
        end: entry.end,
        reported: *value,
        against: None,
    }));
}

impl Entry {
    /// Returns the finding that its value is of another concept than the rest of the series.
    pub(crate) fn other_concept(&self) -> Option<SeriesFinding> {
        let reported = self.amount.as_ref().ok()?.value;
        let (kind, start, end) = (FindingKind::OtherConcept, self.start, self.end);
        Some(SeriesFinding { kind, start, end, reported, against: None })
    }
}

impl Grid<'_> {
    /// Returns whether a reported quarter is on an older basis than the longer periods it belongs
    /// to: one was restated after the quarter was last filed. It is not where the longer periods
    /// differ by just the quarter.
    fn is_older(&self, year: usize, quarter: u8, reported: &Found, vintage: Vintage) -> bool {
        let to_date = |quarter| self.reported(year, Cell::ToDate(quarter), vintage);
        let (longer, shorter) = (to_date(quarter), to_date(quarter - 1));
        let ties = longer.as_ref().zip(shorter.as_ref()).is_some_and(|(longer, shorter)| {
            let places: Vec<_> =
                [longer, shorter, reported].into_iter().flat_map(Found::places).collect();
            exact_difference(longer.value, shorter.value)
                .is_some_and(|difference| within_halves(difference, reported.value, &places))
        });
        let last = reported.parts.iter().map(|(sighting, _, _)| sighting.last).max();
        let restated_since = |found: Found| {
            found.parts.iter().any(|(part, _, _)| part.restated() && Some(part.introduced) > last)
        };
        !ties && [longer, shorter, to_date(4)].into_iter().flatten().any(restated_since)
    }
}

impl Found {
    /// Returns the facts it rests on, with the place of each.
    fn facts(&self) -> impl Iterator<Item = (usize, i8)> {
        self.parts.iter().map(|(sighting, at, _)| (*at, sighting.place()))
    }

    fn finding(&self, kind: FindingKind, against: Option<Against>) -> SeriesFinding {
        let fact = self.parts.first().map(|(sighting, _, _)| sighting.version.fact);
        debug_assert!(fact.is_some(), "what is found is made of a fact or more");
        SeriesFinding {
            kind,
            start: fact.and_then(|fact| fact.start),
            end: fact.map(|fact| fact.end).unwrap_or_default(),
            reported: self.value,
            against,
        }
    }
}
