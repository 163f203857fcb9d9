//! What single change would make a claim right.
//!
//! A change is offered where it holds at the figure's full printed precision, and where so many
//! alternatives as its kind has would seldom be met by chance. It is said as a condition, never as
//! the cause.

use alloc::{
    borrow::ToOwned,
    string::{String, ToString},
    vec,
    vec::Vec,
};

use rust_decimal::Decimal;

use super::{
    candidates::{definitions, meant},
    case::{Case, on_record},
    chance::{chance, digits, ends, middle},
    define::family_of,
    recorded::computed,
};
use crate::{
    bounds::{CHANCE_DIGITS, DIAGNOSIS_CHANCE, USUAL_DIAGNOSIS_CHANCE},
    formula::Formula,
    interval::Interval,
    item::Item,
    metric::{Family, Kind, Measure, Metric},
    period::FiscalLabel,
    tieout::{
        ruling::Diagnosis,
        statement::{Entry, Key, PeriodLabel, Reader, Version, What, before, unit},
    },
};

/// The least number of two digits.
const TWO_DIGITS: Decimal = Decimal::TEN;

/// A change is named for a figure of at least so many digits: one digit meets anything.
const DIGITS_MIN: u32 = 2;

/// Another item is named for a figure of at least so many digits, where it alone fits, and of one
/// more where several do: a company has a hundred items, and two digits meet several of them.
const ITEM_DIGITS_MIN: u32 = 3;

/// Alternatives count for the chance where they lie within so many times a figure and that part of
/// it: what is further off is another size, which nobody takes for the figure.
const NEAR_TIMES: Decimal = Decimal::TWO;

/// A claim to be explained.
struct Wrong<'a> {
    case: &'a Case<'a>,
    entry: &'a Entry,
    key: &'a Key,
    family: Option<&'static Family>,
    /// What the figure comes to by each definition, or by the others of its conflict.
    own: Vec<Interval>,
    value: Decimal,
    place: i8,
    digits: u32,
}

/// An alternative: what would change, to what, what the figure would be by each definition, and
/// whether so few digits do for it as a year ago does.
struct Alternative {
    to: String,
    values: Vec<Interval>,
    is_usual: bool,
}

/// The printed figure changed: to what, its value, and half of its last place.
struct Changed {
    to: String,
    value: Decimal,
    half: Decimal,
}

/// Returns the changes under which a claim would hold, the likeliest kind first; `implied` is what
/// the others of its conflict leave, where nothing decides between them.
pub(super) fn diagnoses(
    case: &Case<'_>,
    entry: &Entry,
    key: &Key,
    implied: Option<Interval>,
) -> Vec<Diagnosis> {
    let Some((value, place)) = entry.evidence.reading(Reader::Printed).rounded else {
        return Vec::new();
    };
    let Some(digits) = digits(entry) else { return Vec::new() };
    let family = family_of(entry);
    let own = match implied {
        Some(implied) => vec![implied],
        None => values_of(case, entry, family, key),
    };
    let wrong = Wrong { case, entry, key, family, own, value, place, digits };
    let mut found = Vec::new();
    found.extend(wrong.met("definition", wrong.definitions()));
    found.extend(wrong.met("vintage", wrong.vintage()));
    found.extend(wrong.met("period", wrong.periods()));
    found.extend(wrong.changed("sign", wrong.turned()));
    match wrong.filed_at_another_scale() {
        Some(of_the_filing) => found.push(of_the_filing),
        None => found.extend(wrong.changed("scale", wrong.scales())),
    }
    found.extend(wrong.met("basis", wrong.bases()));
    found.extend(wrong.met("points", wrong.points()));
    found.extend(wrong.met("item", wrong.items()));
    found.extend(wrong.met("growth_base", wrong.bases_of_growth()));
    found.extend(wrong.changed("digits", wrong.swapped()));
    found
}

/// Returns what a figure comes to by what is on record.
fn value_of(case: &Case<'_>, key: &Key) -> Option<Interval> {
    let bounded = |interval: &Interval| interval.width().is_some();
    on_record(case, key).filter(bounded).or_else(|| {
        let Measure::Metric(metric) = key.what.measure else { return None };
        let formula: Formula = metric.formula_text().parse().ok()?;
        computed(case, key, &formula).map(|found| found.interval)
    })
}

/// Returns what a figure comes to by each definition that its name has, its own first.
fn values_of(
    case: &Case<'_>,
    entry: &Entry,
    family: Option<&'static Family>,
    key: &Key,
) -> Vec<Interval> {
    let known = family.map(|family| definitions(case, entry, (family, key)));
    let known = known.into_iter().flatten().map(|(_, interval)| interval);
    let mut found: Vec<Interval> = value_of(case, key).into_iter().collect();
    for interval in known {
        if !found.contains(&interval) {
            found.push(interval);
        }
    }
    found
}

impl Wrong<'_> {
    /// Returns the alternatives that the printed figure meets.
    fn met(&self, change: &str, alternatives: Vec<Alternative>) -> Vec<Diagnosis> {
        let stated = self.entry.evidence.admitted();
        let chance = self.chance(alternatives.iter().flat_map(|other| &other.values));
        // What is known more coarsely than it is printed must meet the figure in its middle.
        let is_met = |value: &&Interval| {
            let is_fine = value.width() <= stated.width();
            let middle = middle(**value).map(Interval::point);
            let is_in = middle.is_some_and(|middle| middle.intersects(stated));
            value.intersects(stated) && (is_fine || is_in)
        };
        let met = |other: &Alternative| {
            let met = other.values.iter().find(is_met);
            Some((other.to.clone(), middle(*met?)?, other.is_usual))
        };
        let met: Vec<(String, Decimal, bool)> = alternatives.iter().filter_map(met).collect();
        // Another item of three digits is named only where it is the one that fits.
        let is_rare = change != "item"
            || self.digits > ITEM_DIGITS_MIN
            || met.len() == 1 && self.digits == ITEM_DIGITS_MIN;
        let is_offered = |is_usual: bool| match is_usual {
            true => self.digits >= DIGITS_MIN && chance < USUAL_DIAGNOSIS_CHANCE,
            false => is_rare && chance < DIAGNOSIS_CHANCE,
        };
        let offered = met.iter().filter(|(.., is_usual)| is_offered(*is_usual));
        offered.filter_map(|(to, value, _)| self.diagnosis(change, (to, *value), chance)).collect()
    }

    /// Returns the changes of the printed figure itself under which it meets what is on record.
    fn changed(&self, change: &str, others: Vec<Changed>) -> Vec<Diagnosis> {
        // What the figure would have to be printed as for a change of it to be right.
        let printed = |other: &Changed| {
            let factor = other.value.checked_div(self.value)?;
            let own = self.own.iter().filter_map(|own| {
                let (low, high) = ends(*own)?;
                let half = other.half.saturating_sub(self.half(factor.abs())?);
                let [low, high] = [low.checked_sub(half)?, high.checked_add(half)?]
                    .map(|end| end.checked_div(factor));
                Some(Interval::point(low?).hull(Interval::point(high?)))
            });
            Some(own.collect::<Vec<Interval>>())
        };
        let all: Vec<Interval> = others.iter().filter_map(printed).flatten().collect();
        let chance = chance(self.entry, &all).unwrap_or(Decimal::ONE);
        let most = match change {
            "digits" => DIAGNOSIS_CHANCE,
            _ => USUAL_DIAGNOSIS_CHANCE,
        };
        if chance >= most || self.digits < DIGITS_MIN {
            return Vec::new();
        }
        let met = others.into_iter().filter_map(|Changed { to, value, half }| {
            let said = Interval::around(value, half).ok()?;
            self.own.iter().any(|own| said.intersects(*own)).then_some(())?;
            self.diagnosis(change, (&to, value), chance)
        });
        met.collect()
    }

    /// Returns how likely a figure of as many digits, within half and double of this one, would
    /// meet one of some values by chance.
    fn chance<'v>(&self, values: impl Iterator<Item = &'v Interval>) -> Decimal {
        let Some(unit) = unit(self.place) else { return Decimal::ONE };
        let (size, near) = (self.value.abs(), Interval::around(self.value, Decimal::ZERO).ok());
        let near = near.map(|near| near.hull(Interval::point(self.value * NEAR_TIMES)));
        let near = near.map(|near| near.hull(Interval::point(self.value / NEAR_TIMES)));
        let mut found: Vec<Decimal> = values.filter_map(|value| middle(*value)).collect();
        let is_near =
            |value: Decimal| near.is_some_and(|near| near.intersects(Interval::point(value)));
        found.retain(|value| is_near(*value));
        found.iter_mut().for_each(|value| *value = (*value / unit).round());
        found.sort_unstable();
        found.dedup();
        let width = NEAR_TIMES - Decimal::ONE / NEAR_TIMES;
        let figures = (size * width / unit).ceil().max(Decimal::ONE);
        Decimal::from(found.len()) / figures
    }

    /// Returns half of the last place of the figure scaled by a factor.
    fn half(&self, factor: Decimal) -> Option<Decimal> {
        Some(unit(self.place)?.checked_mul(factor)? / Decimal::TWO)
    }

    fn diagnosis(
        &self,
        change: &str,
        (to, value): (&str, Decimal),
        chance: Decimal,
    ) -> Option<Diagnosis> {
        let unit = unit(self.place)?;
        let value = match change {
            "scale" => value,
            _ => (value / unit).round() * unit,
        };
        let chance = chance.min(Decimal::ONE).round_sf(CHANCE_DIGITS)?;
        Some(Diagnosis {
            change: change.to_owned(),
            to: to.to_owned(),
            value: value.normalize(),
            chance,
        })
    }

    fn alternative(&self, key: Key, to: String, is_usual: bool) -> Option<Alternative> {
        let values = vec![value_of(self.case, &key)?];
        Some(Alternative { to, values, is_usual })
    }

    fn at(&self, label: FiscalLabel) -> Key {
        Key::new(self.key.what, PeriodLabel::Fiscal(label), self.key.version)
    }

    /// Returns the other definitions of a name whose printed form means one of them.
    fn definitions(&self) -> Vec<Alternative> {
        let Some(family) = self.family.filter(|family| meant(self.entry, family)) else {
            return Vec::new();
        };
        let known = definitions(self.case, self.entry, (family, self.key));
        let of = |(to, value)| Alternative { to, values: vec![value], is_usual: false };
        known.into_iter().map(of).collect()
    }

    fn vintage(&self) -> Vec<Alternative> {
        let first = self.case.first.and_then(|first| value_of(first, self.key));
        let first = first.filter(|value| value_of(self.case, self.key) != Some(*value));
        let of = |value| Alternative {
            to: "as first filed".to_owned(),
            values: vec![value],
            is_usual: true,
        };
        first.map(of).into_iter().collect()
    }

    /// Returns the same figure of other periods: a year before and after, the neighbouring quarter,
    /// a quarter for its year and the other way round.
    fn periods(&self) -> Vec<Alternative> {
        let PeriodLabel::Fiscal(label) = self.entry.period else { return Vec::new() };
        let mut others: Vec<(Option<FiscalLabel>, bool)> =
            vec![(label.year_ago(), true), (before(label), true)];
        match label {
            FiscalLabel::Year(year) => {
                others.push((year.next().map(FiscalLabel::Year), false));
                others.extend(
                    [4, 1, 2, 3].map(|quarter| {
                        (year.quarter(quarter).ok().map(FiscalLabel::Quarter), false)
                    }),
                );
            }
            FiscalLabel::Quarter(quarter) => {
                let year = quarter.year();
                let next = year.next().and_then(|next| next.quarter(quarter.quarter()).ok());
                others.push((next.map(FiscalLabel::Quarter), false));
                let so_far = match quarter.quarter() {
                    2 => Some(FiscalLabel::FirstHalf(year)),
                    3 => Some(FiscalLabel::NineMonths(year)),
                    _ => None,
                };
                let whole = [Some(FiscalLabel::Year(year)), so_far];
                others.extend(whole.map(|label| (label, false)));
                others.push((Some(FiscalLabel::Trailing(quarter)), false));
            }
            _ => {}
        }
        let mut seen = vec![self.at(label)];
        let mut found = Vec::new();
        for (label, is_usual) in others {
            let Some(label) = label else { continue };
            let key = self.at(label);
            if !seen.contains(&key) {
                seen.push(key.clone());
                let values = values_of(self.case, self.entry, self.family, &key);
                found.push(Alternative { to: label.to_string(), values, is_usual });
            }
        }
        found
    }

    fn turned(&self) -> Vec<Changed> {
        let half = self.half(Decimal::ONE);
        let of = |half| Changed { to: "the other sign".to_owned(), value: -self.value, half };
        half.map(of).into_iter().collect()
    }

    fn scales(&self) -> Vec<Changed> {
        let powers = [
            ("1000", 3),
            ("0.001", -3),
            ("1000000", 6),
            ("0.000001", -6),
            ("100", 2),
            ("0.01", -2),
            ("10", 1),
            ("0.1", -1),
        ];
        let scaled = powers.into_iter().filter_map(|(text, power): (&str, i32)| {
            let factor = unit(i8::try_from(-power).ok()?)?;
            let (to, value) = (alloc::format!("times {text}"), self.value.checked_mul(factor)?);
            // A figure that is scaled keeps its digits, so that its last place is scaled with it;
            // one that loses its trailing zeros may have been printed at its own place.
            let whole = value.checked_div(unit(self.place)?)?;
            let is_kept = factor < Decimal::ONE && whole.is_integer() && whole.abs() >= TWO_DIGITS;
            let half = self.half(if is_kept { Decimal::ONE } else { factor })?;
            Some(Changed { to, value, half })
        });
        scaled.collect()
    }

    /// Returns the scale at which what is filed would be this figure, where that is doubted.
    fn filed_at_another_scale(&self) -> Option<Diagnosis> {
        let is_of_this = |place: &usize| {
            let placed = self.case.placed.get(*place);
            placed.is_some_and(|placed| placed.keys().contains(self.key))
        };
        let (place, power) = self.case.suspects.iter().find(|(place, _)| is_of_this(place))?;
        let factor = unit(power.checked_neg()?)?;
        let admitted = self.case.entries.get(*place)?.evidence.admitted();
        let chance = chance(self.entry, &[admitted * Interval::point(factor)])?;
        let to = alloc::format!("the filed figure times {factor}");
        self.diagnosis("scale", (&to, self.value), chance)
    }

    fn bases(&self) -> Vec<Alternative> {
        let others = self.case.versions.iter().filter(|version| **version != self.key.version);
        let of = |version: &Version| {
            let Version::On(basis) = version else { return None };
            let key = Key { version: *version, ..self.key.clone() };
            self.alternative(key, basis.to_string(), false)
        };
        others.filter_map(of).collect()
    }

    /// Returns the change of a ratio in points, where that was taken for the ratio.
    fn points(&self) -> Vec<Alternative> {
        let (Measure::Metric(metric), PeriodLabel::Fiscal(label)) =
            (self.key.what.measure, &self.entry.period)
        else {
            return Vec::new();
        };
        if metric.kind() != Kind::Ratio {
            return Vec::new();
        }
        let now = value_of(self.case, self.key);
        let of = |(then, to): (Option<FiscalLabel>, &str)| {
            let then = value_of(self.case, &self.at(then?))?;
            let values = vec![now? - then];
            Some(Alternative { to: to.to_owned(), values, is_usual: false })
        };
        let pairs =
            [(label.year_ago(), "points over a year"), (before(*label), "points over a period")];
        let same = label.year_ago() == before(*label);
        pairs.into_iter().take(if same { 1 } else { 2 }).filter_map(of).collect()
    }

    /// Returns the other figures of the same period in rows like this one.
    fn items(&self) -> Vec<Alternative> {
        let measures: Vec<Measure> = match self.key.what.measure {
            Measure::Metric(metric) if metric.kind() != Kind::Flow => Metric::all()
                .filter(|other| {
                    (other.group(), other.kind()) == (metric.group(), metric.kind())
                        && *other != metric
                })
                .map(Measure::Metric)
                .collect(),
            measure => Item::all()
                .map(Measure::Item)
                .chain(
                    Metric::all().filter(|other| other.kind() == Kind::Flow).map(Measure::Metric),
                )
                .filter(|other| {
                    *other != measure && other.dimension().is_same_unit(measure.dimension())
                })
                .collect(),
        };
        let of = |measure: Measure| {
            let what = What { measure, ..self.key.what };
            let key = Key::new(what, self.entry.period.clone(), self.key.version.part(what));
            self.alternative(key, measure.to_string(), false)
        };
        measures.into_iter().filter_map(of).collect()
    }

    fn bases_of_growth(&self) -> Vec<Alternative> {
        let variants = self.family.iter().flat_map(|family| family.variants());
        let of = |variant: &crate::metric::Variant| {
            let formula: Formula = variant.formula()?.parse().ok()?;
            let values = vec![computed(self.case, self.key, &formula)?.interval];
            Some(Alternative { to: variant.name().to_owned(), values, is_usual: false })
        };
        variants.filter(|variant| variant.is_other_base()).filter_map(of).collect()
    }

    /// Returns the figure with two neighbouring digits swapped.
    fn swapped(&self) -> Vec<Changed> {
        let text: Vec<char> = match unit(self.place) {
            Some(unit) => (self.value / unit).normalize().to_string().chars().collect(),
            None => return Vec::new(),
        };
        let mut found = Vec::new();
        for at in 1..text.len() {
            let mut other = text.clone();
            let (Some(left), Some(right)) = (text.get(at - 1), text.get(at)) else { continue };
            if left == right || !left.is_ascii_digit() || !right.is_ascii_digit() {
                continue;
            }
            other.swap(at - 1, at);
            // A number does not begin with a zero.
            if other.iter().find(|letter| letter.is_ascii_digit()) == Some(&'0') {
                continue;
            }
            let other: String = other.into_iter().collect();
            if let (Ok(value), Some(unit)) = (other.parse::<Decimal>(), unit(self.place)) {
                let (value, half) = (value * unit, unit / Decimal::TWO);
                found.push(Changed { to: "two digits swapped".to_owned(), value, half });
            }
        }
        found
    }
}
