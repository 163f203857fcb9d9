//! [`Currency`]: an ISO 4217 currency.

use core::{fmt, str::FromStr};

use alloc::string::String;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::decimal::excerpt;

/// A currency of ISO 4217, such as the US dollar.
///
/// The codes, names, symbols and minor units come from the `iso_currency` table. Quotes in a minor
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
pub struct Currency(iso_currency::Currency);

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
    pub const USD: Self = Self(iso_currency::Currency::USD);
    /// Euro.
    pub const EUR: Self = Self(iso_currency::Currency::EUR);
    /// Pound sterling.
    pub const GBP: Self = Self(iso_currency::Currency::GBP);
    /// Japanese yen.
    pub const JPY: Self = Self(iso_currency::Currency::JPY);
    /// Swiss franc.
    pub const CHF: Self = Self(iso_currency::Currency::CHF);
    /// Canadian dollar.
    pub const CAD: Self = Self(iso_currency::Currency::CAD);
    /// Chinese yuan.
    pub const CNY: Self = Self(iso_currency::Currency::CNY);
    /// Hong Kong dollar.
    pub const HKD: Self = Self(iso_currency::Currency::HKD);
    /// Indian rupee.
    pub const INR: Self = Self(iso_currency::Currency::INR);
    /// Israeli new shekel.
    pub const ILS: Self = Self(iso_currency::Currency::ILS);
    /// South African rand.
    pub const ZAR: Self = Self(iso_currency::Currency::ZAR);
    /// Australian dollar.
    pub const AUD: Self = Self(iso_currency::Currency::AUD);
    /// New Zealand dollar.
    pub const NZD: Self = Self(iso_currency::Currency::NZD);
    /// Singapore dollar.
    pub const SGD: Self = Self(iso_currency::Currency::SGD);
    /// New Taiwan dollar.
    pub const TWD: Self = Self(iso_currency::Currency::TWD);
    /// South Korean won.
    pub const KRW: Self = Self(iso_currency::Currency::KRW);
    /// Brazilian real.
    pub const BRL: Self = Self(iso_currency::Currency::BRL);
    /// Mexican peso.
    pub const MXN: Self = Self(iso_currency::Currency::MXN);
    /// Swedish krona.
    pub const SEK: Self = Self(iso_currency::Currency::SEK);
    /// Norwegian krone.
    pub const NOK: Self = Self(iso_currency::Currency::NOK);
    /// Danish krone.
    pub const DKK: Self = Self(iso_currency::Currency::DKK);
    /// Polish zloty.
    pub const PLN: Self = Self(iso_currency::Currency::PLN);
    /// Russian rouble.
    pub const RUB: Self = Self(iso_currency::Currency::RUB);
    /// Turkish lira.
    pub const TRY: Self = Self(iso_currency::Currency::TRY);
    /// UAE dirham.
    pub const AED: Self = Self(iso_currency::Currency::AED);
    /// Saudi riyal.
    pub const SAR: Self = Self(iso_currency::Currency::SAR);
    /// Thai baht.
    pub const THB: Self = Self(iso_currency::Currency::THB);
    /// Indonesian rupiah.
    pub const IDR: Self = Self(iso_currency::Currency::IDR);
    /// Malaysian ringgit.
    pub const MYR: Self = Self(iso_currency::Currency::MYR);
    /// Philippine peso.
    pub const PHP: Self = Self(iso_currency::Currency::PHP);
    /// Vietnamese dong.
    pub const VND: Self = Self(iso_currency::Currency::VND);
    /// Nigerian naira.
    pub const NGN: Self = Self(iso_currency::Currency::NGN);

    /// Returns the three-letter code, such as `USD`.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.0.code()
    }

    /// Returns the currency's English name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.name()
    }

    /// Returns how many decimals its minor unit has: 2 for the dollar, 0 for the yen, none for
    /// gold.
    #[must_use]
    pub fn minor_unit_places(self) -> Option<u32> {
        self.0.exponent().map(u32::from)
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
        if let Some(currency) = iso_currency::Currency::from_code(code) {
            return Ok(Self(currency));
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
