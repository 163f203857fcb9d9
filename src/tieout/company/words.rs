//! Findings in words, with the numbers.

use core::fmt::{self, Write};

use alloc::{collections::BTreeSet, string::String, vec::Vec};

use super::{
    case::{Case, Excuse, Told, on_record},
    recorded::computed,
};
use crate::tieout::{
    ruling::{Diagnosis, Near, Reason},
    statement::{Entry, Key, Version},
    verdict::Verdict,
};
use crate::{bounds::TOLD_DIGITS, figure::Basis, item::Item, metric::Measure, stated::Unit};
use rust_decimal::Decimal;

/// So many figures that are missing are named; a growth or a mean of quarters may lack many.
const MISSING_NAMED: usize = 4;

/// So many of the definitions that come near an unexplained figure are named.
const NEAREST_NAMED: usize = 2;

/// Says what was found of a statement.
pub(super) fn words(case: &Case<'_>, entry: &Entry, told: &Told<'_>) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = tell(&mut text, case, entry, told);
    text
}

fn tell(text: &mut String, case: &Case<'_>, entry: &Entry, told: &Told<'_>) -> fmt::Result {
    let key = entry.key(entry.version());
    write!(text, "{}: ", told.verdict)?;
    if !entry.subject.is_empty() {
        write!(text, "{} ", entry.subject)?;
    }
    let stated = entry.evidence.admitted();
    write!(text, "{key} \"{}\" admits {stated:.TOLD_DIGITS$}", entry.evidence)?;
    if let Some(computed) = told.computed {
        let others = match told.verdict {
            verdict if verdict.is_accused() => "what is not contradicted",
            _ => "the rest",
        };
        write!(text, "; {others} admits {computed:.TOLD_DIGITS$}")?;
    }
    if let Some(definition) = told.definition.filter(|_| told.verdict.holds()) {
        write!(text, "; as {}", definition.strip_prefix("as ").unwrap_or(definition))?;
    }
    if let Some(basis) = told.basis.filter(|_| told.reason.is_none()) {
        write!(text, "; it names no basis and agrees with {basis}")?;
    }
    why(text, case, (entry, &key), told)?;
    if told.verdict == Verdict::Unexplained {
        unexplained(text, told)?;
    }
    if told.verdict.is_accused() {
        conflict(text, case, entry, told)?;
    }
    for (place, zero) in told.assumed.iter().enumerate() {
        text.write_str(if place == 0 { "; assumed: " } else { ", " })?;
        write!(text, "{zero}")?;
    }
    for diagnosis in told.diagnoses {
        let Diagnosis { change, to, value, .. } = diagnosis;
        match change.as_str() {
            "sign" | "scale" | "digits" => write!(text, "; would be right as {value} ({to})")?,
            _ => write!(text, "; would be right for {to}: {value}")?,
        }
    }
    if told.verdict.holds() && told.solved.rests_on_about {
        text.write_str("; this rests on \"about\"")?;
    }
    match told.excuse {
        Some(Excuse::Rounded(_)) => {
            text.write_str("; it is computed from figures as they are printed")?;
        }
        Some(Excuse::Footed) => {
            text.write_str("; one unit of its last place makes its table add up")?;
        }
        Some(Excuse::Nearly(_)) => {
            text.write_str("; it is \"nearly\" what rounds down to it")?;
        }
        Some(Excuse::Defined(..) | Excuse::Unexplained) | None => {}
    }
    if entry.is_turned {
        text.write_str("; in brackets, it is read as the cost that it is")?;
    }
    if told.solved.rests_on_zeros {
        text.write_str("; this rests on trailing zeros")?;
    }
    Ok(())
}

/// Says why a statement was not judged, where it was not.
fn why(
    text: &mut String,
    case: &Case<'_>,
    (entry, key): (&Entry, &Key),
    told: &Told<'_>,
) -> fmt::Result {
    match told.reason {
        Some(Reason::NothingElse) => {
            text.write_str("; nothing else bears on it")?;
            unstated(text, case, key)?;
            per_share(text, case, (entry, key))?;
        }
        Some(Reason::NoPeriod) => text.write_str("; it names no period")?,
        Some(Reason::Unit) => {
            let unit = entry.evidence.unit().map_or("number", Unit::kind);
            write!(text, "; {} has another unit than {unit}", entry.what)?;
        }
        Some(Reason::Definition) => match told.definition {
            Some(definition) => {
                write!(
                    text,
                    "; its printed name means {definition}, which nothing on record gives"
                )?;
            }
            None => text.write_str(
                "; companies print several definitions of it side by side, and nothing on record \
                 tells them apart",
            )?,
        },
        Some(Reason::UnknownPeriod) => {
            text.write_str("; its period is no label, no date and no span of months")?;
        }
        Some(Reason::UnknownName) => {
            write!(text, "; nothing is called {}", entry.what.measure)?;
            near(text, told.suggestions)?;
        }
        Some(Reason::UnknownSubject) => text.write_str("; nothing is known of that name")?,
        Some(Reason::Qualifier) => {
            text.write_str("; a qualified growth is not judged by the reported one")?;
        }
        Some(Reason::Undefined(reason)) => write!(text, "; {reason}")?,
        Some(Reason::Basis { on_record: basis, would_match }) => {
            other_basis(text, case, entry, (basis, would_match))?;
        }
        None => {}
    }
    Ok(())
}

/// Says what the income over the shares comes to, where that is not the earnings per share: what
/// convertible bonds add to the income, or preferred stock takes from it, is not on record.
fn per_share(text: &mut String, case: &Case<'_>, (entry, key): (&Entry, &Key)) -> fmt::Result {
    let formula = match entry.what.measure {
        Measure::Item(Item::EpsDiluted) => "net_income / shares_diluted",
        Measure::Item(Item::EpsBasic) => "net_income / shares_basic",
        _ => return Ok(()),
    };
    let found = formula.parse().ok().and_then(|formula| computed(case, key, &formula));
    match found.map(|found| found.interval) {
        Some(known) if !known.intersects(entry.evidence.admitted()) => {
            write!(text, "; {formula} admits {known:.TOLD_DIGITS$}")
        }
        _ => Ok(()),
    }
}

fn near(text: &mut String, suggestions: &[String]) -> fmt::Result {
    match suggestions.split_last() {
        None => Ok(()),
        Some((only, [])) => write!(text, "; the nearest name is {only}"),
        Some((last, others)) => {
            write!(text, "; the nearest names are {} and {last}", others.join(", "))
        }
    }
}

/// Says what is missing where some of what a metric is computed from is stated.
fn unstated(text: &mut String, case: &Case<'_>, key: &Key) -> fmt::Result {
    let Measure::Metric(metric) = key.what.measure else { return Ok(()) };
    let variable = |at: usize| case.graph.variables.get(at);
    let mut pending: Vec<usize> = case.graph.find(key).into_iter().collect();
    let (mut seen, mut missing, mut any) = (pending.clone(), BTreeSet::new(), false);
    while let Some(found) = pending.pop().and_then(variable) {
        if found.parts.is_empty() {
            missing.extend(&found.key);
        }
        for part in &found.parts {
            let of = variable(*part).and_then(|part| part.key.as_ref());
            if of.is_some_and(|key| case.graph.scope.stated.contains(key)) {
                any = true;
            } else if !seen.contains(part) {
                pending.push(*part);
                seen.push(*part);
            }
        }
    }
    if !any || missing.is_empty() {
        return Ok(());
    }
    write!(text, ", as {metric} is {}, and nothing states ", metric.formula_text())?;
    for (place, key) in missing.iter().take(MISSING_NAMED).enumerate() {
        text.write_str(if place == 0 { "" } else { ", " })?;
        write!(text, "{key}")?;
    }
    if missing.len() > MISSING_NAMED {
        write!(text, " and {} more", missing.len() - MISSING_NAMED)?;
    }
    Ok(())
}

fn other_basis(
    text: &mut String,
    case: &Case<'_>,
    entry: &Entry,
    (basis, would_match): (Basis, bool),
) -> fmt::Result {
    let key = entry.key(Version::On(basis));
    write!(text, "; it is not checked against {basis} figures, and the {key}")?;
    if let Some(interval) = on_record(case, &key) {
        write!(text, ", {interval:.TOLD_DIGITS$},")?;
    }
    text.write_str(if would_match { " would match" } else { " would not match" })
}

/// Says with what a statement cannot hold, and by which formulas.
fn conflict(text: &mut String, case: &Case<'_>, entry: &Entry, told: &Told<'_>) -> fmt::Result {
    let members = told.solved.because.iter().filter_map(|at| case.entries.get(*at));
    let members: Vec<&&Entry> = members.collect();
    text.write_str("; it cannot hold together with ")?;
    let others = members.iter().filter(|other| !core::ptr::eq(**other as &Entry, entry));
    for (place, other) in others.enumerate() {
        let key = other.key(other.version());
        let admitted = other.evidence.admitted();
        if place > 0 {
            text.write_str(", ")?;
        }
        write!(text, "{} ({key} \"{}\" in {admitted:.TOLD_DIGITS$}", other.id, other.evidence)?;
        if let Some(document) = other.document.as_ref().filter(|_| other.is_filed) {
            write!(text, ", {document}")?;
        }
        text.write_char(')')?;
    }
    let keys = members.iter().map(|member| member.key(member.version()));
    let mut seen: Vec<(&'static str, &'static str)> = Vec::new();
    for Key { what, .. } in keys {
        let rule = match what.measure {
            _ if what.aspect.rule().is_some() => {
                what.aspect.rule().map(|rule| (what.aspect.name(), rule))
            }
            Measure::Metric(metric) => Some((metric.name(), metric.formula_text())),
            _ => None,
        };
        if let Some((name, rule)) = rule
            && !seen.contains(&(name, rule))
        {
            text.write_str(if seen.is_empty() { ", where " } else { " and " })?;
            write!(text, "{name} is {rule}")?;
            seen.push((name, rule));
        }
    }
    if told.solved.is_tied {
        text.write_str("; which of these is wrong they do not say")?;
    }
    Ok(())
}

/// Says what the known definitions come to, the nearest first.
fn unexplained(text: &mut String, told: &Told<'_>) -> fmt::Result {
    text.write_str("; no known definition gives it")?;
    for (place, near) in told.nearest.iter().take(NEAREST_NAMED).enumerate() {
        let Near { definition, interval, gap } = near;
        text.write_str(if place == 0 { "; the nearest, " } else { ", " })?;
        let percent = (*gap * Decimal::ONE_HUNDRED).normalize();
        write!(text, "{definition}, admits {interval:.TOLD_DIGITS$}, {percent}% off")?;
    }
    Ok(())
}
