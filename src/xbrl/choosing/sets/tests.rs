use super::*;

/// The sets of numbers that add up to another and that no other refines.
fn sets(values: &[i128], total: i128) -> Vec<u32> {
    finest(values, adding_up_to(values, total, 0).unwrap(), 0)
}

#[test]
fn subtotals_give_way_to_their_parts() {
    // Products, and the four lines that they are made of; services.
    let apple = [298_085, 200_583, 29_357, 28_300, 39_845, 85_200];
    assert_eq!(sets(&apple, 383_285), [0b11_1110]);
    // A line of nothing adds nothing, and is part of the table.
    assert_eq!(sets(&[60, 40, 0], 100), [0b111]);
    assert!(sets(&[60, 30], 100).is_empty());
}

#[test]
fn two_ways_that_cross_are_both_kept() {
    let amazon = [242_901, 271_082, 220_004, 18_963, 117_716, 35_218, 37_739, 80_096, 4_247];
    assert_eq!(sets(&amazon, 513_983), [0b1_1111_1100, 0b11]);
}

#[test]
fn slack_lets_rounded_parts_add_up() {
    assert!(adding_up_to(&[333, 333, 333], 1_000, 0).unwrap().is_empty());
    assert_eq!(adding_up_to(&[333, 333, 333], 1_000, 2).unwrap(), [0b111]);
    assert_eq!(adding_up_to(&[1; 25], 1, 0), None);
    assert_eq!(adding_up_to(&[1; 24], 12, 0), None);
}

#[test]
fn a_set_that_is_not_soon_told_to_be_another_is_kept() {
    // Two odd halves, and so many even parts of the same sum that no search of theirs ends.
    let even: [i128; 22] = core::array::from_fn(|at| 2 << at);
    let sum: i128 = even.iter().sum();
    let mut values = Vec::from([1, sum - 1]);
    values.extend(even);
    assert_eq!(sets(&values, sum), [0xFF_FFFC, 0b11]);
}
