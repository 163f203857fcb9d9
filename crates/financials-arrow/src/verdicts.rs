//! [`verdicts`]: what a tie-out says of each claim as a batch.

use core::ops::Bound;
use std::sync::Arc;

use arrow_array::{
    ArrayRef, RecordBatch,
    builder::{BooleanBuilder, Decimal128Builder, ListBuilder, StringBuilder},
};
use arrow_schema::{DataType, Field};
use financials::{Decimal, Interval, tieout::Ruling};

use crate::{
    columns::{self, DIGITS, PLACES, SCALE, mantissa},
    error::TableError,
};

/// Returns what is said of each claim: one row is one ruling.
///
/// The columns are `id`, `verdict`, `stated_low`, `stated_high`, `computed_low`, `computed_high`
/// (`Decimal128(38, 12)`, nothing where unbounded; an end of more decimals is rounded outward),
/// `definition`, `because` (the members of a conflict), `rests_on_assumed_place`, `reason` and
/// `words`.
///
/// ```
/// use arrow_array::cast::AsArray;
/// use financials::{Item, Stated, tieout::{Claim, Network}};
///
/// let mut network = Network::new();
/// network.add(Claim::new("A", Item::Revenue, Stated::parse("$1.004 billion")?).during("2025Q2"));
/// network.add(Claim::new("B", Item::Revenue, Stated::parse("$1.03 billion")?).during("2025Q2"));
/// let batch = financials_arrow::verdicts(network.tie_out().rulings())?;
/// let verdicts = batch.column_by_name("verdict").unwrap().as_string::<i32>();
/// assert_eq!(verdicts.value(0), "in_conflict");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// - an end of more than 38 digits at 12 decimals: there is no end where nothing stands.
pub fn verdicts(rulings: &[Ruling]) -> Result<RecordBatch, TableError> {
    let (mut id, mut verdict, mut definition, mut reason, mut words) = (
        StringBuilder::new(),
        StringBuilder::new(),
        StringBuilder::new(),
        StringBuilder::new(),
        StringBuilder::new(),
    );
    let (mut stated, mut computed) = (Ends::default(), Ends::default());
    let mut because = ListBuilder::new(StringBuilder::new());
    let mut is_assumed = BooleanBuilder::new();
    for (row, ruling) in rulings.iter().enumerate() {
        id.append_value(ruling.id());
        verdict.append_value(ruling.verdict().name());
        stated.add(("stated", row), Some(ruling.stated()))?;
        computed.add(("computed", row), ruling.computed())?;
        definition.append_option(ruling.definition());
        ruling.because().iter().for_each(|id| because.values().append_value(id));
        because.append(true);
        is_assumed.append_value(ruling.rests_on_assumed_place());
        reason.append_option(ruling.reason().map(|reason| reason.code()));
        words.append_value(ruling.to_string());
    }
    let decimal = || DataType::Decimal128(DIGITS, SCALE);
    let [stated_low, stated_high] = stated.finish()?;
    let [computed_low, computed_high] = computed.finish()?;
    let list = Arc::new(Field::new_list_field(DataType::Utf8, true));
    let columns: [(&str, DataType, ArrayRef); 11] = [
        ("id", DataType::Utf8, Arc::new(id.finish())),
        ("verdict", DataType::Utf8, Arc::new(verdict.finish())),
        ("stated_low", decimal(), stated_low),
        ("stated_high", decimal(), stated_high),
        ("computed_low", decimal(), computed_low),
        ("computed_high", decimal(), computed_high),
        ("definition", DataType::Utf8, Arc::new(definition.finish())),
        ("because", DataType::List(list), Arc::new(because.finish())),
        ("rests_on_assumed_place", DataType::Boolean, Arc::new(is_assumed.finish())),
        ("reason", DataType::Utf8, Arc::new(reason.finish())),
        ("words", DataType::Utf8, Arc::new(words.finish())),
    ];
    let columns = columns.map(|(name, of, array)| (Field::new(name, of, true), array));
    columns::batch(columns.into(), rulings.len())
}

/// Two columns of the ends of intervals.
#[derive(Default)]
struct Ends {
    low: Decimal128Builder,
    high: Decimal128Builder,
}

impl Ends {
    fn add(
        &mut self,
        (name, row): (&str, usize),
        interval: Option<Interval>,
    ) -> Result<(), TableError> {
        let digits = |end: Bound<Decimal>, outward| match end {
            Bound::Unbounded => Ok(None),
            Bound::Included(end) | Bound::Excluded(end) => match number(end, outward) {
                Some(digits) => Ok(Some(digits)),
                None => Err(TableError::Digits {
                    name: name.to_owned(),
                    row,
                    value: end.to_string(),
                    places: PLACES,
                }),
            },
        };
        let Some(interval) = interval else {
            self.low.append_null();
            self.high.append_null();
            return Ok(());
        };
        self.low.append_option(digits(interval.low(), Outward::Down)?);
        self.high.append_option(digits(interval.high(), Outward::Up)?);
        Ok(())
    }

    fn finish(mut self) -> Result<[ArrayRef; 2], TableError> {
        let low = self.low.finish().with_precision_and_scale(DIGITS, SCALE)?;
        let high = self.high.finish().with_precision_and_scale(DIGITS, SCALE)?;
        Ok([Arc::new(low), Arc::new(high)])
    }
}

/// Which way an end is rounded.
#[derive(Clone, Copy)]
enum Outward {
    Down,
    Up,
}

/// Returns an end as a whole number of the last decimal.
fn number(end: Decimal, outward: Outward) -> Option<i128> {
    let end = end.normalize();
    let Some(more) = end.scale().checked_sub(PLACES).filter(|more| *more > 0) else {
        return mantissa(end, PLACES);
    };
    let unit = 10_i128.checked_pow(more)?;
    Some(match outward {
        Outward::Down => end.mantissa().div_euclid(unit),
        Outward::Up => -(-end.mantissa()).div_euclid(unit),
    })
}
