//! Sets of numbers that add up to another.

use alloc::vec::Vec;

use crate::xbrl::bounds::{MEMBERS_MAX, REFINING_STEPS_MAX, SETS_MAX};

/// Returns the sets of numbers, as bits of their places, whose sum is within a slack of a total;
/// nothing where there are too many numbers or sets to tell.
pub(super) fn adding_up_to(values: &[i128], total: i128, slack: i128) -> Option<Vec<u32>> {
    if values.len() > MEMBERS_MAX {
        return None;
    }
    let (left, right) = values.split_at(values.len() / 2);
    let mut rights: Vec<(i128, u32)> = sums(right)?;
    rights.sort_unstable();
    let mut found = Vec::new();
    for (sum, set) in sums(left)? {
        let low = total.checked_sub(sum)?.checked_sub(slack)?;
        let high = low.checked_add(slack.checked_mul(2)?)?;
        let start = rights.partition_point(|(sum, _)| *sum < low);
        let fits = rights.get(start..).unwrap_or_default();
        for (_, other) in fits.iter().take_while(|(sum, _)| *sum <= high) {
            let whole = set | other << left.len();
            if whole != 0 {
                found.push(whole);
            }
            if found.len() > SETS_MAX {
                return None;
            }
        }
    }
    Some(found)
}

/// Returns the sum of every set of numbers.
fn sums(values: &[i128]) -> Option<Vec<(i128, u32)>> {
    let mut sums = Vec::from([(0_i128, 0_u32)]);
    for (at, value) in values.iter().enumerate() {
        let mut more = Vec::with_capacity(sums.len());
        for (sum, set) in &sums {
            more.push((sum.checked_add(*value)?, set | 1 << at));
        }
        sums.append(&mut more);
    }
    Some(sums)
}

/// Keeps the sets that no other refines: one that has the parts of a part in its place, within the
/// slack, or the same and what adds nothing. Where that takes too long to tell, both are kept.
pub(super) fn finest(values: &[i128], sets: Vec<u32>, slack: i128) -> Vec<u32> {
    let mut steps = REFINING_STEPS_MAX;
    let mut refined = |set: u32| {
        sets.iter().any(|other| {
            other.count_ones() > set.count_ones()
                && is_made_of(values, (set & !other, other & !set), slack, &mut steps)
        })
    };
    let mut kept: Vec<u32> = sets.iter().copied().filter(|set| !refined(*set)).collect();
    kept.sort_by_key(|set| (core::cmp::Reverse(set.count_ones()), *set));
    kept
}

/// Returns whether every number of a set is the sum of numbers of another, each used once, and what
/// is left of that adds up to nothing.
fn is_made_of(values: &[i128], (wholes, parts): (u32, u32), slack: i128, steps: &mut u32) -> bool {
    let sum = |set: u32| -> i128 {
        let at = |(at, value): (usize, &i128)| if set & 1 << at != 0 { *value } else { 0 };
        values.iter().enumerate().map(at).sum()
    };
    if wholes == 0 {
        return sum(parts).abs() <= slack;
    }
    let whole = wholes & wholes.wrapping_neg();
    // Every set of the parts: the next smaller one is that of one bit less, without the others.
    let mut set = parts;
    while set != 0 {
        let Some(left) = steps.checked_sub(1) else { return false };
        *steps = left;
        if (sum(set) - sum(whole)).abs() <= slack
            && is_made_of(values, (wholes & !whole, parts & !set), slack, steps)
        {
            return true;
        }
        set = (set - 1) & parts;
    }
    false
}

#[cfg(test)]
mod tests;
