//! [`Currency`]: an ISO 4217 currency.

mod table;

use core::{fmt, str::FromStr};

use alloc::string::String;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use table::{ROWS, Row};

use crate::decimal::excerpt;

/// A currency of ISO 4217, such as the US dollar.
///
/// The codes, names and minor units are those of the standard's own list, with five withdrawn codes
/// that reports of the last years still carry. Quotes in a minor
/// unit (pence as `GBX` or `GBp`, agorot as `ILA`, South African cents as `ZAc`) are no currency:
/// the error names the major unit and its factor.
///
/// ```
/// use financials::Currency;
///
/// let pounds: Currency = "GBP".parse()?;
/// assert_eq!(pounds.code(), "GBP");
/// assert_eq!(pounds.minor_unit_places(), Some(2));
/// assert_eq!(
///     "GBX".parse::<Currency>().unwrap_err().to_string(),
///     "currency 'GBX' is a quote in hundredths of GBP; divide by 100 and name GBP",
/// );
/// # Ok::<(), financials::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Currency(
    /// The place of its row in the table.
    u8,
);

/// A text that names no ISO 4217 currency.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CurrencyError {
    /// The code is not in ISO 4217.
    #[error("currency '{code}' is not an ISO 4217 code, such as USD")]
    Unknown {
        /// The code as given, cut after 40 bytes.
        code: String,
    },
    /// The code is the market's name for a minor unit.
    #[error(
        "currency '{code}' is a quote in hundredths of {major}; divide by 100 and name {major}"
    )]
    MinorUnit {
        /// The code as given.
        code: String,
        /// The currency whose minor unit it is.
        major: Currency,
    },
}

/// Market codes of quotes in a minor unit, which ISO 4217 does not have; each is a hundredth.
const MINOR_UNITS: [(&str, Currency); 7] = [
    ("GBX", Currency::GBP),
    ("GBp", Currency::GBP),
    ("GBPX", Currency::GBP),
    ("ILA", Currency::ILS),
    ("ILa", Currency::ILS),
    ("ZAC", Currency::ZAR),
    ("ZAc", Currency::ZAR),
];

impl Currency {
    /// US dollar.
    pub const USD: Self = Self::of("USD");
    /// Euro.
    pub const EUR: Self = Self::of("EUR");
    /// Pound sterling.
    pub const GBP: Self = Self::of("GBP");
    /// Japanese yen.
    pub const JPY: Self = Self::of("JPY");
    /// Swiss franc.
    pub const CHF: Self = Self::of("CHF");
    /// Canadian dollar.
    pub const CAD: Self = Self::of("CAD");
    /// Chinese yuan.
    pub const CNY: Self = Self::of("CNY");
    /// Hong Kong dollar.
    pub const HKD: Self = Self::of("HKD");
    /// Indian rupee.
    pub const INR: Self = Self::of("INR");
    /// Israeli new shekel.
    pub const ILS: Self = Self::of("ILS");
    /// South African rand.
    pub const ZAR: Self = Self::of("ZAR");
    /// Australian dollar.
    pub const AUD: Self = Self::of("AUD");
    /// New Zealand dollar.
    pub const NZD: Self = Self::of("NZD");
    /// Singapore dollar.
    pub const SGD: Self = Self::of("SGD");
    /// New Taiwan dollar.
    pub const TWD: Self = Self::of("TWD");
    /// South Korean won.
    pub const KRW: Self = Self::of("KRW");
    /// Brazilian real.
    pub const BRL: Self = Self::of("BRL");
    /// Mexican peso.
    pub const MXN: Self = Self::of("MXN");
    /// Swedish krona.
    pub const SEK: Self = Self::of("SEK");
    /// Norwegian krone.
    pub const NOK: Self = Self::of("NOK");
    /// Danish krone.
    pub const DKK: Self = Self::of("DKK");
    /// Polish zloty.
    pub const PLN: Self = Self::of("PLN");
    /// Russian rouble.
    pub const RUB: Self = Self::of("RUB");
    /// Turkish lira.
    pub const TRY: Self = Self::of("TRY");
    /// UAE dirham.
    pub const AED: Self = Self::of("AED");
    /// Saudi riyal.
    pub const SAR: Self = Self::of("SAR");
    /// Thai baht.
    pub const THB: Self = Self::of("THB");
    /// Indonesian rupiah.
    pub const IDR: Self = Self::of("IDR");
    /// Malaysian ringgit.
    pub const MYR: Self = Self::of("MYR");
    /// Philippine peso.
    pub const PHP: Self = Self::of("PHP");
    /// Vietnamese dong.
    pub const VND: Self = Self::of("VND");
    /// Nigerian naira.
    pub const NGN: Self = Self::of("NGN");

    /// Returns the three-letter code, such as `USD`.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.row().0
    }

    /// Returns the currency's English name, such as `US Dollar`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().1
    }

    /// Returns how many decimals its minor unit has: 2 for the dollar, 0 for the yen, none for
    /// gold.
    #[must_use]
    pub fn minor_unit_places(self) -> Option<u32> {
        self.row().2.map(u32::from)
    }

    /// Returns the sign written before an amount where it is unmistakable: `$` is the US dollar's
    /// alone, and a currency without a sign of its own is written as its code and a space.
    #[must_use]
    pub fn prefix(self) -> &'static str {
        match self {
            Self::USD => "$",
            Self::EUR => "€",
            Self::GBP => "£",
            Self::JPY => "¥",
            Self::INR => "₹",
            Self::ILS => "₪",
            Self::HKD => "HK$",
            Self::CAD => "C$",
            _ => "",
        }
    }
}

impl Currency {
    /// Returns the currency of a code that is in the table, while compiling.
    #[expect(
        clippy::indexing_slicing,
        reason = "a constant; a code that is not there stops the build"
    )]
    const fn of(code: &str) -> Self {
        let mut place = 0;
        while !same(ROWS[place].0.as_bytes(), code.as_bytes()) {
            place += 1;
        }
        Self(place as u8)
    }

    fn row(self) -> Row {
        let row = ROWS.get(usize::from(self.0));
        debug_assert!(row.is_some(), "a currency is a place in the table");
        row.copied().unwrap_or_default()
    }
}

/// Returns whether two codes of three letters are the same.
const fn same(left: &[u8], right: &[u8]) -> bool {
    matches!((left, right), ([a, b, c], [x, y, z]) if *a == *x && *b == *y && *c == *z)
}

const _: () = assert!(ROWS.len() <= u8::MAX as usize);

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Currency {
    type Err = CurrencyError;

    fn from_str(code: &str) -> Result<Self, CurrencyError> {
        if let Ok(place) = ROWS.binary_search_by_key(&code, |(code, ..)| code) {
            return Ok(Self(place as u8));
        }
        let code_given = excerpt(code);
        match MINOR_UNITS.iter().find(|(minor, _)| *minor == code) {
            Some(&(_, major)) => Err(CurrencyError::MinorUnit { code: code_given, major }),
            None => Err(CurrencyError::Unknown { code: code_given }),
        }
    }
}

impl Serialize for Currency {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        code.parse().map_err(de::Error::custom)
    }
}
