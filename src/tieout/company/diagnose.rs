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
    case::{Case, on_record},
    chance::{digits, middle, unit},
    define::family_of,
    recorded::computed,
};
use crate::{
    bounds::DIAGNOSIS_CHANCE,
    formula::Formula,
    interval::Interval,
    item::Item,
    metric::{Kind, Measure, Metric},
    period::FiscalLabel,
    tieout::{
        figures::before,
        ruling::Diagnosis,
        statement::{Entry, Key, PeriodLabel, Reader, Version, What},
    },
};

/// A claim to be explained.
struct Wrong<'a> {
    case: &'a Case<'a>,
    entry: &'a Entry,
    key: &'a Key,
    value: Decimal,
    place: i8,
    digits: u32,
    /// The share of the figures of as many digits that one value stands for.
    each: Decimal,
}

/// An alternative: what would change, to what, what the figure would be, and whether so few digits
/// do for it as a year ago does.
struct Alternative {
    to: String,
    value: Interval,
    is_usual: bool,
}

/// Returns the changes under which a claim would hold, the likeliest kind first.
pub fn diagnoses(case: &Case<'_>, entry: &Entry, key: &Key) -> Vec<Diagnosis> {
    let Some((value, place)) = entry.evidence.reading(Reader::Printed).rounded else {
        return Vec::new();
    };
    let (Some(unit), Some(digits)) = (unit(place), digits(entry)) else { return Vec::new() };
    let figures = (value.abs() * Decimal::new(15, 1) / unit).ceil().max(Decimal::ONE);
    let each = Decimal::ONE / figures;
    let wrong = Wrong { case, entry, key, value, place, digits, each };
    let mut found = Vec::new();
    found.extend(wrong.met("vintage", wrong.vintage()));
    found.extend(wrong.met("period", wrong.periods()));
    found.extend(wrong.changed("sign", vec![("the other sign".to_owned(), -value)]));
    found.extend(wrong.changed("scale", wrong.scales()));
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

impl Wrong<'_> {
    /// Returns the alternatives that the printed figure meets.
    fn met(&self, change: &str, alternatives: Vec<Alternative>) -> Vec<Diagnosis> {
        let stated = self.entry.evidence.admitted();
        let chance = self.each * Decimal::from(alternatives.len());
        let met = alternatives.iter().filter(|other| other.value.intersects(stated));
        let met: Vec<&Alternative> = met.collect();
        // Another item of three digits is named only where it is the one that fits.
        let is_item = change == "item";
        let is_alone = met.len() == 1 && self.digits > 2;
        let is_offered = |other: &&&Alternative| {
            let is_rare = if is_item { self.digits > 3 || is_alone } else { true };
            (other.is_usual && self.digits > 1) || (chance < DIAGNOSIS_CHANCE && is_rare)
        };
        let offered = met
            .iter()
            .filter(is_offered)
            .filter_map(|other| self.diagnosis(change, (&other.to, middle(other.value)?), chance));
        offered.collect()
    }

    /// Returns the changes of the printed figure itself under which it meets what is on record.
    fn changed(&self, change: &str, others: Vec<(String, Decimal)>) -> Vec<Diagnosis> {
        let Some(own) = value_of(self.case, self.key) else { return Vec::new() };
        let chance = self.each * Decimal::from(others.len());
        let is_usual = change != "digits" && self.digits > 1;
        if chance >= DIAGNOSIS_CHANCE && !is_usual {
            return Vec::new();
        }
        let met = others.into_iter().filter_map(|(to, value)| {
            // A figure that is scaled keeps its digits, so that its last place is scaled with it.
            let scale = value.checked_div(self.value)?.abs();
            let half = unit(self.place)? * scale / Decimal::TWO;
            let half = if change == "digits" { unit(self.place)? / Decimal::TWO } else { half };
            let said = Interval::around(value, half).ok()?;
            said.intersects(own).then_some(())?;
            self.diagnosis(change, (&to, value), chance)
        });
        met.collect()
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
        let chance = chance.min(Decimal::ONE).round_sf(2)?;
        Some(Diagnosis {
            change: change.to_owned(),
            to: to.to_owned(),
            value: value.normalize(),
            chance,
        })
    }

    fn alternative(&self, key: Key, to: String, is_usual: bool) -> Option<Alternative> {
        let value = value_of(self.case, &key)?;
        Some(Alternative { to, value, is_usual })
    }

    fn at(&self, label: FiscalLabel) -> Key {
        Key::new(self.key.what, PeriodLabel::Fiscal(label), self.key.version)
    }

    fn vintage(&self) -> Vec<Alternative> {
        let first = self.case.first.and_then(|first| value_of(first, self.key));
        let first = first.filter(|value| value_of(self.case, self.key) != Some(*value));
        let of = |value| Alternative { to: "as first filed".to_owned(), value, is_usual: true };
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
                found.extend(self.alternative(key, label.to_string(), is_usual));
            }
        }
        found
    }

    fn scales(&self) -> Vec<(String, Decimal)> {
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
            Some((alloc::format!("times {text}"), self.value.checked_mul(factor)?))
        });
        scaled.collect()
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
            Some(Alternative { to: to.to_owned(), value: now? - then, is_usual: false })
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
        let family = family_of(self.entry);
        let variants = family.iter().flat_map(|family| family.variants());
        let of = |variant: &crate::metric::Variant| {
            let formula: Formula = variant.formula()?.parse().ok()?;
            let value = computed(self.case, self.key, &formula)?.interval;
            Some(Alternative { to: variant.name().to_owned(), value, is_usual: false })
        };
        variants.filter(|variant| variant.is_other_base()).filter_map(of).collect()
    }

    /// Returns the figure with two neighbouring digits swapped.
    fn swapped(&self) -> Vec<(String, Decimal)> {
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
            let other: String = other.into_iter().collect();
            if let (Ok(value), Some(unit)) = (other.parse::<Decimal>(), unit(self.place)) {
                found.push(("two digits swapped".to_owned(), value * unit));
            }
        }
        found
    }
}
