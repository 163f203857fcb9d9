//! [`Natural`]: a whole number of up to 4,160 bits, for comparing powers exactly.

use core::cmp::Ordering;

use crate::bounds::ROOT_DEGREE_MAX;

/// As many 64-bit limbs as the power of a 29-digit number takes that a root of the highest degree
/// is compared by, and two to carry into.
const LIMBS: usize = (ROOT_DEGREE_MAX as usize * 97).div_ceil(64) + 4;

/// A whole number, its lowest limb first.
#[derive(Clone, Copy)]
pub(super) struct Natural {
    limbs: [u64; LIMBS],
    length: usize,
}

impl Natural {
    /// Returns `factor * base^exponent * 10^zeros`.
    ///
    /// Sizes are the caller's to keep: `base` below 2^97 to at most the highest degree of a root,
    /// or as many digits in zeros.
    pub(super) fn new(factor: u128, base: u128, exponent: u32, zeros: u32) -> Self {
        const TENS: u32 = 38;
        let mut number = Self { limbs: [0; LIMBS], length: 1 };
        if let Some(lowest) = number.limbs.first_mut() {
            *lowest = 1;
        }
        number.multiply(factor);
        (0..exponent).for_each(|_| number.multiply(base));
        (0..zeros / TENS).for_each(|_| number.multiply(10_u128.pow(TENS)));
        number.multiply(10_u128.pow(zeros % TENS));
        number
    }

    fn multiply(&mut self, factor: u128) {
        let (low, high) = (factor & u128::from(u64::MAX), factor >> 64);
        let mut carry = 0_u128;
        for limb in self.limbs.iter_mut().take(self.length + 2) {
            // Each sum is below 2^128: (2^64 - 1)^2 + 2 (2^64 - 1) = 2^128 - 1.
            let digit = u128::from(*limb);
            let sum = digit * low + (carry & u128::from(u64::MAX));
            *limb = sum as u64;
            carry = digit * high + (carry >> 64) + (sum >> 64);
        }
        debug_assert!(carry == 0, "the limbs hold every power of a root");
        self.length = LIMBS.min(self.length + 2);
        while self.length > 1 && self.limbs.get(self.length - 1) == Some(&0) {
            self.length -= 1;
        }
    }

    pub(super) fn compare<'a>(&'a self, other: &'a Self) -> Ordering {
        let limbs = |number: &'a Self| number.limbs.iter().take(number.length).rev();
        self.length.cmp(&other.length).then_with(|| limbs(self).cmp(limbs(other)))
    }
}
