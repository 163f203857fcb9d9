//! Exact rationals, the oracle of the laws.

use financials::Decimal;
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Signed;

/// The decimal as the fraction it is.
pub fn exact(value: Decimal) -> BigRational {
    BigRational::new(BigInt::from(value.mantissa()), BigInt::from(10).pow(value.scale()))
}

/// Half a unit of the 28th significant digit of a number, or of the 28th decimal where that is
/// coarser: the most that a rounded result may be off.
pub fn half_last_digit(truth: &BigRational) -> BigRational {
    let ten = BigRational::from_integer(BigInt::from(10));
    let mut place = -28;
    while truth.abs() >= ten.pow(place + 28) {
        place += 1;
    }
    ten.pow(place) / BigRational::from_integer(BigInt::from(2))
}
