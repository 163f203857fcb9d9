//! The limits of the crate, each once: its number, and why it is that number.
//!
//! Those at which something is refused, and the thresholds that choose between readings of a file.
//! No verdict rests on any of them.
//!
//! *Invariant:* a limit that stands elsewhere is a constant with its reason, at the head of the one
//! file that applies it, and never a bare number; how `stated` reads words is the largest part.

use core::ops::RangeInclusive;

use rust_decimal::Decimal;

/// Amounts that come in are smaller than this in magnitude: 10 quintillion, in the currency's major
/// unit or in shares.
///
/// Together with [`AMOUNT_PLACES_MAX`] it keeps an amount below 10^28 when written as an integer of
/// its last place, so that the sum or difference of any two fits the 96 bits of a
/// [`Decimal`](rust_decimal::Decimal) without rounding.
pub(crate) const AMOUNT_LIMIT: u128 = 10_u128.pow(19);

/// Amounts that come in have at most this many decimals.
pub(crate) const AMOUNT_PLACES_MAX: u32 = 9;

/// Results of multiplication and division keep this many significant digits.
///
/// 28 is the most that every [`Decimal`](rust_decimal::Decimal) can hold; some hold 29.
pub(crate) const DIGITS_MAX: u32 = 28;

/// Results of multiplication and division keep this many decimals.
pub(crate) const PLACES_MAX: u32 = 28;

const _: () = assert!(AMOUNT_LIMIT.ilog10() + AMOUNT_PLACES_MAX == DIGITS_MAX);
const _: () = assert!(2 * 10_u128.pow(DIGITS_MAX) < 1 << 96, "a sum of two amounts fits 96 bits");

/// The name of an open-ended measure is at most this long.
///
/// Long enough for `segment_revenue:` and a segment of 31 letters; short enough to be copied with
/// every reason for absence.
pub(crate) const NAME_BYTES_MAX: usize = 47;

/// A formula has at most this many steps.
///
/// Altman's Z, the longest of the common ones that is written out, has about 30; the metrics that
/// are longer build on others by name.
pub(crate) const FORMULA_NODES_MAX: usize = 64;

/// A formula nests at most this deep, which bounds the stack that reading and evaluating it takes.
pub(crate) const FORMULA_DEPTH_MAX: usize = 16;

/// Functions that read their operand at two points in time, such as `average()` and `growth()`,
/// nest at most this deep in a formula.
///
/// Each doubles the work. The growth of an average of a growth has three, and no common metric
/// more; sixteen would read a line item 65,536 times.
pub(crate) const FORMULA_READINGS_MAX: usize = 3;

/// A formula has at most this many measures of the user's own.
pub(crate) const FORMULA_NAMES_MAX: usize = 8;

/// A formula looks back at most this many years or quarters.
pub(crate) const LAG_MAX: u8 = 40;

/// Looks back within looks back add up to at most this many years and this many quarters: what a
/// byte holds, less the quarters of the twelve months there.
pub(crate) const LAGS_MAX: u8 = u8::MAX - QUARTERS_PER_YEAR as u8;

/// Roots are taken of at most this degree: the compound growth over the longest look back.
pub(crate) const ROOT_DEGREE_MAX: u32 = LAG_MAX as u32;

/// A quarter has this many days: 12 weeks (the short quarters of a 12/12/12/16-week year) to 17
/// weeks (the long one of a 53-week year); calendar quarters have 90 to 92.
pub(crate) const QUARTER_DAYS: RangeInclusive<u32> = 12 * 7..=17 * 7;

/// A half year has this many days: 24 weeks (two short quarters) to 29 (12 and 17).
pub(crate) const HALF_DAYS: RangeInclusive<u32> = 24 * 7..=29 * 7;

/// Nine months have this many days: 36 weeks (three quarters of 12) to 41 (16, 12 and 13).
pub(crate) const NINE_MONTHS_DAYS: RangeInclusive<u32> = 36 * 7..=41 * 7;

/// A year has this many days: 52 or 53 weeks, give or take the week by which filers round a
/// 52/53-week date to a month end. Two ends of periods this far apart are a year apart.
pub(crate) const YEAR_DAYS: RangeInclusive<u32> = 51 * 7..=54 * 7;

const _: () = assert!(*QUARTER_DAYS.end() < *HALF_DAYS.start());
const _: () = assert!(*HALF_DAYS.end() < *NINE_MONTHS_DAYS.start());
const _: () = assert!(*NINE_MONTHS_DAYS.end() < *YEAR_DAYS.start());

/// A year is this long but for leap days; of several periods that end about a year earlier, the
/// nearest to it is a year ago.
pub(crate) const YEAR_DAYS_TYPICAL: u32 = 365;

/// Two periods a year apart may differ by the 53rd week, and by no more weeks than this.
pub(crate) const EXTRA_WEEKS_MAX: i8 = 1;

/// A stated date within this many days of a fiscal calendar's own is that date: filers round the
/// Saturday or Sunday on which a 52/53-week quarter ends to the month's end, or the other way
/// round.
///
/// A weekday rule puts the end of a year up to six days before the month's end or three past it.
pub(crate) const LABEL_TOLERANCE_DAYS: i32 = 7;

const _: () = assert!(2 * LABEL_TOLERANCE_DAYS < QUARTER_DAYS.start().cast_signed());

/// Fiscal years are numbered in four digits.
pub(crate) const FISCAL_YEARS: RangeInclusive<i16> = 1..=9999;

/// Two-digit years below this are of the 2000s and the others of the 1900s, as POSIX reads them.
pub(crate) const TWO_DIGIT_YEARS_2000S: i16 = 69;

/// A quarter counted in weeks has this many; the 53rd week makes one of them longer.
pub(crate) const QUARTER_WEEKS: RangeInclusive<u8> = 12..=16;

/// A fiscal calendar changes at most this often.
///
/// Each change costs a company a transition report; none in EDGAR has made ten.
pub(crate) const CALENDAR_CHANGES_MAX: usize = 16;

/// Four quarters make twelve months.
pub(crate) const QUARTERS_PER_YEAR: usize = 4;

/// JSON values that nobody reads may nest this deep.
///
/// The SEC's files nest six deep; the limit keeps a hostile file from exhausting the stack.
#[cfg(feature = "companyfacts")]
pub(crate) const JSON_DEPTH_MAX: u32 = 64;

/// Dates of filings this many days apart mean the same day of a company's calendar: filers write
/// the month's end for the Saturday next to it, and the other way round.
#[cfg(feature = "companyfacts")]
pub(crate) const DATE_SLACK_DAYS: i32 = 10;

/// A quarterly report is due at most 45 days after its quarter ends (Form 10-Q, general instruction
/// A.1). One filed more than three times as many days after a date reports on a later quarter.
#[cfg(feature = "companyfacts")]
pub(crate) const LATE_REPORT_DAYS: i32 = 135;

/// A filer states its amounts per share to one place in filings this many days apart: a year, since
/// each has the figures of the year before.
#[cfg(feature = "companyfacts")]
pub(crate) const SAME_PLACE_DAYS: i32 = 366;

/// A series that ends this many days before the company's other flows has been given up: more than
/// a year, which some items are reported by.
#[cfg(feature = "companyfacts")]
pub(crate) const STALE_DAYS: i32 = 400;

/// Splits of more new shares for one old, or old for one new, are not looked for. The largest of a
/// listed company of late was Chipotle's, 50 for 1, in 2024.
#[cfg(feature = "companyfacts")]
pub(crate) const SPLIT_RATIO_MAX: u32 = 100;

/// Splits that are looked for besides whole ones, new shares for old: those that exchanges see
/// most, and stock dividends of 20, 10 and 5%.
#[cfg(feature = "companyfacts")]
pub(crate) const SPLIT_RATIOS: [(u32, u32); 8] =
    [(3, 2), (5, 2), (5, 4), (4, 3), (5, 3), (6, 5), (11, 10), (21, 20)];

/// A companyfacts file is at most this long: the longest, of large banks, have tens of megabytes.
#[cfg(feature = "companyfacts")]
pub(crate) const COMPANY_FACTS_BYTES_MAX: u64 = 256 << 20;

/// A total of revenues that exceeds another tag's by more than this many percent takes its place.
///
/// Walmart's total is 1% above its net sales, by membership fees, and net sales are the figure
/// quoted; GE's is 9% above its revenue from contracts, by insurance; MetLife's thirty times it.
#[cfg(feature = "companyfacts")]
pub(crate) const REVENUE_TOTAL_PERCENT: u32 = 5;

/// A network is narrowed in at most this many sweeps over its constraints.
///
/// Statements of real documents stand still after four or five. A circle of formulas nears its
/// fixed point by a factor a sweep: revenue less cost, over revenue, by that of the margin.
pub(crate) const SWEEPS_MAX: usize = 128;

/// Bounds that follow in a network keep this many significant digits, rounded outward.
///
/// Any two amounts of nine digits multiply exactly, and a circle that halves its error each sweep
/// stands still after 60.
pub(crate) const NARROWED_DIGITS: u32 = 18;

/// Significant digits of the ends of intervals in the findings of a tie-out.
///
/// Figures are stated to nine digits at most, so that what two of them differ in is seen.
pub(crate) const TOLD_DIGITS: usize = 10;

/// Among statements that cannot all hold, at most this many conflicts are told apart before the
/// search for the fewest to doubt is cut short.
///
/// An error every sixteen quarters in ten thousand statements about one company makes 125.
pub(crate) const CONFLICTS_MAX: usize = 1_000;

/// Of conflicts that share statements at most this many are told apart.
///
/// Two planted errors among hundreds of statements took 17; the search for the smallest sets that
/// hit them is run anew for each.
pub(crate) const JOINED_CONFLICTS_MAX: usize = 100;

/// Figures of a family whose variants lie apart by as much as one another, so many times over, may
/// be of a variant that is not known: a vendor's days of inventory of 168 beside 199 and 213.
pub(crate) const DEFINITIONS_APART: u32 = 3;

/// Variants of a name that standards define lie within this factor of one another: the widest seen
/// are days of inventory of 137 and 213.
pub(crate) const DEFINITIONS_FACTOR: u32 = 2;

/// A definition binds a document where its other figures would all agree with it by chance in less
/// than one of ten thousand.
pub(crate) const BINDING_CHANCE: Decimal = Decimal::from_parts(1, 0, 0, false, 4);

/// Above this chance a claim that agrees under one of several definitions is no more than
/// compatible with them: one in twenty, as of a figure of two digits and two definitions.
pub(crate) const COMPATIBLE_CHANCE: Decimal = Decimal::from_parts(5, 0, 0, false, 2);

/// A change that would make a claim right is offered below this chance of meeting one at random.
///
/// Of 64 altered figures 45 were named right and alone at that chance, and 4 wrongly.
pub(crate) const DIAGNOSIS_CHANCE: Decimal = Decimal::from_parts(2, 0, 0, false, 2);

/// The most usual slips are offered below this chance of meeting one at random: of 500 wrong
/// figures counted by others 41% were of another year, against 38% made up: 13 to 1 at 8%.
pub(crate) const USUAL_DIAGNOSIS_CHANCE: Decimal = Decimal::from_parts(8, 0, 0, false, 2);

/// A chance is told to so many significant digits: it is counted from a few figures.
pub(crate) const CHANCE_DIGITS: u32 = 2;

/// The powers of ten by which filers miss the scale of a figure: counts in thousands or millions
/// tagged as units, and units as thousands or millions.
pub(crate) const SUSPECT_POWERS: [i8; 4] = [3, -3, 6, -6];

/// The search for the smallest sets that hit the conflicts takes at most this many steps for each
/// group of conflicts.
pub(crate) const ACCUSATION_STEPS_MAX: usize = 5_000;

/// The bases of statements that name none are looked for in at most this many rounds: an income
/// whose basis was found may tell that of its margin.
pub(crate) const BASIS_ROUNDS_MAX: usize = 4;

/// What a company has tagged within so many days of its last flow, three years, tells which of its
/// concepts are in use: an annual report gives three years of income statements (Regulation S-X,
/// rule 3-02).
#[cfg(feature = "companyfacts")]
pub(crate) const CURRENT_DAYS: i32 = 3 * 366;

/// How deep the inputs of a source go in print and in serde: no analysis derives figures of derived
/// figures more often, and a reader of JSON refuses twice as many brackets.
pub(crate) const SOURCE_DEPTH_MAX: usize = 32;

/// How many inputs of a source are printed; those that share theirs would print them again and
/// again.
pub(crate) const SOURCES_PRINTED_MAX: usize = 1_000;

/// A quarter has about this many days: thirteen weeks. Days of a year are counted in quarters by
/// the nearest.
pub(crate) const QUARTER_DAYS_TYPICAL: u32 = 13 * 7;

/// Fewer days than these are no quarter, and are left to the year that they stand next to: the
/// shortest quarter has 84, and both of its dates slip.
#[cfg(feature = "companyfacts")]
pub(crate) const REMNANT_DAYS: i32 = 60;

#[cfg(feature = "companyfacts")]
const _: () = assert!(REMNANT_DAYS + 2 * DATE_SLACK_DAYS < *QUARTER_DAYS.start() as i32);

/// Annual periods that have less than one in so many of the facts of the commonest are no fiscal
/// years, unless they stand next to one.
///
/// In 267 files with annual reports, each year that stands apart from the others
/// has a sixth of the facts of the commonest or more; one with 1 of 56 is the first of a table, and
/// stands next to the year after it. The odd dates of a lease or a fund's year have a handful.
#[cfg(feature = "companyfacts")]
pub(crate) const YEAR_VOTES_ONE_IN: usize = 20;

/// What has at least one in so many of the facts that the commonest of its kind has is as usual as
/// it. A filing has a few flows of what happened after its period, and about as many of a year
/// before as of its own; a concept that a company gave up has fewer periods with each year.
#[cfg(feature = "companyfacts")]
pub(crate) const AS_COMMON_ONE_IN: usize = 2;

/// Two tags that differ in more than one in so many of the filings that give both are not the same
/// item; a filer's slip in one filing of a few leaves them together.
///
/// Of the 542 pairs of tags that stand for one item and are both given by 309 files, 60 never
/// differ, 6 do in a quarter of the filings or less, none in more than that and less than a third,
/// and 393 always.
#[cfg(feature = "companyfacts")]
pub(crate) const CONFLICT_ONE_IN: usize = 4;

/// New shares of less than one in so many of the old are a stock dividend and no split in
/// substance: ASC 505-20-25-3 draws the line at 20 or 25% of the shares before, of which this is
/// the upper. A count alone does not show one, since it is near to a correction.
#[cfg(feature = "companyfacts")]
pub(crate) const STOCK_DIVIDEND_ONE_IN: u32 = 4;

/// Share counts are one by a split where they agree to one part in so many: a count in thousands
/// or millions has four digits or more.
#[cfg(feature = "companyfacts")]
pub(crate) const SPLIT_COUNT_ONE_IN: u32 = 1_000;

/// A share count above this, of six or more digits, that a split takes to another without any
/// rounding shows the split by itself.
#[cfg(feature = "companyfacts")]
pub(crate) const EXACT_COUNT_MIN: u32 = 100_000;

/// A share count of less than one in so many of the median was filed in thousands or millions as
/// if in single shares: splits of more than [`SPLIT_RATIO_MAX`] to one are not known.
#[cfg(feature = "companyfacts")]
pub(crate) const SCALE_SLIP_ONE_IN: u32 = 500;

#[cfg(feature = "companyfacts")]
const _: () = assert!(SPLIT_RATIO_MAX < SCALE_SLIP_ONE_IN && SCALE_SLIP_ONE_IN < 1_000);

/// One value of a series is odd only beside five others or more.
#[cfg(feature = "companyfacts")]
pub(crate) const SERIES_MIN: usize = 6;

/// A balance may stand a quarter longer than a flow before its series counts as given up, since it
/// is of the end of its period: the longest calendar quarter.
#[cfg(feature = "companyfacts")]
pub(crate) const STALE_BALANCE_DAYS: i32 = 92;

/// A restated year changes by at most so many times what the part of it did that was restated
/// before with it: a first quarter is a quarter of its year, and of a season's business less.
#[cfg(feature = "companyfacts")]
pub(crate) const COMPARATIVE_GROWTH_MAX: u32 = 6;

/// Total assets of one day that two filings give differ by less than one in so many: a company
/// restates its flows by more, and its balances seldom by a hundredth.
#[cfg(feature = "companyfacts")]
pub(crate) const ANOTHER_COMPANY_ONE_IN: u32 = 10;

/// No share earns more than this in a period, in any unit of currency that files with the SEC.
///
/// Berkshire Hathaway's A shares, the dearest, earned 66,000 dollars in 2023; a count filed in
/// millions as if in single shares makes a million of one dollar.
#[cfg(feature = "companyfacts")]
pub(crate) const EARNINGS_PER_SHARE_MAX: u32 = 500_000;

/// A count below this may have been filed in thousands or millions: listed companies have more
/// shares, and Berkshire Hathaway, with 1.4 million of its A shares, earns what a share may.
#[cfg(feature = "companyfacts")]
pub(crate) const SHARES_FEW: u32 = 10_000_000;

/// Income over weighted shares is at most so many cents off what a company gives a share: half a
/// cent that it rounds to, and what the rounding of the shares adds. One with a numerator of its
/// own, such as that of two classes of stock, is further off.
#[cfg(feature = "companyfacts")]
pub(crate) const EARNINGS_OFF_CENTS_MAX: u128 = 1;

/// A quarter's amount per share by shares that the longer periods' amounts imply is off by at most
/// so many cents for their rounding: Alphabet's 27.85 of 2016 and 20.31 of its nine months leave a
/// cent.
#[cfg(feature = "companyfacts")]
pub(crate) const IMPLIED_OFF_CENTS_MAX: u32 = 2;

/// Facts of a concept that are less than half of what another concept gives in the same filing,
/// and less than half of what the concept itself usually has, are strays if they are at most one in
/// so many of its facts: Procter & Gamble's three of 120 under `Revenues` are its sales in one
/// country.
#[cfg(feature = "companyfacts")]
pub(crate) const STRAYS_ONE_IN: usize = 8;
