//! [`Primary`]: the facts that are of the entity as a whole.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    string::String,
    vec::Vec,
};

use jiff::civil::Date;

use super::error::ChoiceError;
use crate::{
    bounds::AS_COMMON_ONE_IN,
    currency::Currency,
    period::{Period, PeriodKind},
    tieout::xbrl::Duplicates,
    xbrl::{
        bounds::PERIODS_NAMED_MAX,
        context::{ContextRow, Entity, MemberRow},
        fact::Fact,
        facts::Facts,
        qname::QNameId,
        unit::FactUnit,
    },
};

/// The facts that are of the entity as a whole: without axes, but for one that frames every number
/// alike.
///
/// A Dutch filing has an axis for its kind of statements on every number, with one member; that is
/// a frame and no breakdown. Where the frame has several members, such as consolidated and separate
/// statements, the caller says which: [`within`](Self::within).
#[derive(Clone, Debug)]
pub struct Primary<'a> {
    pub(super) facts: &'a Facts,
    frame: Option<(QNameId, &'a MemberRow)>,
    /// The entity whose filing it is.
    entity: Entity<'a>,
}

impl<'a> Primary<'a> {
    /// Chooses the facts of the whole.
    ///
    /// # Errors
    ///
    /// Fails where every number is of a member of one axis, of which there are several.
    pub fn of(facts: &'a Facts) -> Result<Self, ChoiceError> {
        let frames = frames(facts);
        let whole = Self { facts, frame: None, entity: entity(facts) };
        let Some((axis, members)) = frames.into_iter().next() else { return Ok(whole) };
        match members[..] {
            [member] => Ok(Self { frame: Some((axis, member)), ..whole }),
            _ => {
                let members = members.iter().map(|member| shown(facts, axis, member));
                let mut members: Vec<String> = members.collect();
                members.sort();
                let axis = alloc::format!("{}", facts.names().get(axis));
                Err(ChoiceError::Frame { axis, members })
            }
        }
    }

    /// Chooses the facts of one member of an axis, both as they print, or by their local names
    /// alone: separate statements are those within
    /// `ifrs-full:ConsolidatedAndSeparateFinancialStatementsAxis` and `ifrs-full:SeparateMember`.
    /// Without such facts nothing is chosen.
    #[must_use]
    pub fn within(facts: &'a Facts, axis: &str, member: &str) -> Self {
        let dimensions = facts.contexts().iter().flat_map(|context| &context.dimensions);
        let mut dimensions = dimensions.map(|(axis, member)| (*axis, member));
        let frame = dimensions.find(|(id, row)| {
            let name = facts.names().get(*id);
            let is_axis = name.local() == axis || alloc::format!("{name}") == axis;
            let is_local = match row {
                MemberRow::Explicit(id) => facts.names().get(*id).local() == member,
                MemberRow::Typed(_) => false,
            };
            is_axis && (is_local || shown(facts, *id, row) == member)
        });
        // An axis that no fact has chooses none.
        let nothing = (QNameId(u32::MAX), &NOTHING);
        Self { facts, frame: Some(frame.unwrap_or(nothing)), entity: entity(facts) }
    }

    /// Returns the facts that are of the whole, in the order of the document.
    pub fn facts(&self) -> impl Iterator<Item = Fact<'a>> {
        self.facts.iter().filter(|fact| self.is_whole(*fact))
    }

    pub(super) fn is_whole(&self, fact: Fact<'a>) -> bool {
        self.others(fact).is_some_and(|others| others.is_empty())
    }

    /// Returns the axes that a fact has besides the frame; nothing where it is not within the
    /// frame, of another entity, or a part of a record.
    pub(super) fn others(&self, fact: Fact<'a>) -> Option<Vec<&'a (QNameId, MemberRow)>> {
        if fact.entity() != self.entity || fact.row.tuple.is_some() || fact.has_other_segment() {
            return None;
        }
        let rows = self.facts.context(fact).map_or(&[][..], |context| &context.dimensions);
        let is_frame = |row: &&(QNameId, MemberRow)| self.frame == Some((row.0, &row.1));
        if self.frame.is_some() && !rows.iter().any(|row| is_frame(&row)) {
            return None;
        }
        Some(rows.iter().filter(|row| !is_frame(row)).collect())
    }

    /// Returns the periods of the numbers with how many are of each, the latest first.
    #[must_use]
    pub fn periods(&self) -> Vec<(Period, usize)> {
        let mut counts: BTreeMap<Period, usize> = BTreeMap::new();
        let numbers = self.facts().filter(|fact| fact.number().is_some());
        for period in numbers.filter_map(|fact| fact.period().to_period()) {
            *counts.entry(period).or_default() += 1;
        }
        counts.into_iter().rev().collect()
    }

    /// Returns the period that the filing reports on: the quarter or the year that ends on the day
    /// that its cover names; without a cover, of the durations that at least half as many numbers
    /// are of as of the most common, the latest.
    ///
    /// A cover's own context runs from the start of the fiscal year, and is no quarter.
    #[must_use]
    pub fn period(&self) -> Option<Period> {
        let mut durations = self.periods();
        durations.retain(|(period, _)| !period.is_instant());
        if let Some((kind, end)) = self.said() {
            let fits = |period: &Period| period.kind() == kind && period.end() == end;
            let fits = durations.iter().filter(|(period, _)| fits(period));
            return fits.max_by_key(|(_, count)| *count).map(|(period, _)| *period);
        }
        let most = durations.iter().map(|(_, count)| *count).max()?;
        durations
            .iter()
            .find(|(_, count)| count * AS_COMMON_ONE_IN >= most)
            .map(|(period, _)| *period)
    }

    /// Returns the period that the filing reports on, or why there is none.
    pub(super) fn reported(&self) -> Result<Period, ChoiceError> {
        let fail = || match self.said() {
            Some((kind, end)) => {
                let known = self.periods().into_iter().map(|(period, _)| period);
                let known = known.filter(|known| known.end() == end && !known.is_instant());
                ChoiceError::Cover { kind, end, known: known.take(PERIODS_NAMED_MAX).collect() }
            }
            None => ChoiceError::Nothing,
        };
        self.period().ok_or_else(fail)
    }

    /// Returns whether the cover says that it reports on a quarter or on a year, and to which day.
    fn said(&self) -> Option<(PeriodKind, Date)> {
        let cover = self.facts.cover();
        let kind = match cover.fiscal_period()? {
            "FY" | "CY" => PeriodKind::Year,
            "Q1" | "Q2" | "Q3" | "Q4" => PeriodKind::Quarter,
            _ => return None,
        };
        Some((kind, cover.period_end()?))
    }

    /// Returns the currency that most amounts are in.
    #[must_use]
    pub fn currency(&self) -> Option<Currency> {
        let mut counts: Vec<(Currency, usize)> = Vec::new();
        for currency in self.facts().filter_map(|fact| fact.unit()?.currency()) {
            match counts.iter_mut().find(|(known, _)| *known == currency) {
                Some((_, count)) => *count += 1,
                None => counts.push((currency, 1)),
            }
        }
        counts.into_iter().max_by_key(|(_, count)| *count).map(|(currency, _)| currency)
    }

    /// Returns the number of a concept and period, by the concept's taxonomy and local name: of
    /// several that agree the finest.
    ///
    /// # Errors
    ///
    /// Fails where two of them admit no value in common, and where there is one that cannot be read
    /// and no other.
    pub fn number(
        &self,
        family: &str,
        local: &str,
        period: Period,
    ) -> Result<Option<Fact<'a>>, ChoiceError> {
        self.number_in((family, local), period, |_| true)
    }

    /// Returns the number of a concept and period in a unit that fits, as [`number`](Self::number)
    /// does.
    pub(super) fn number_in(
        &self,
        (family, local): (&str, &str),
        period: Period,
        fits: impl Fn(FactUnit<'a>) -> bool,
    ) -> Result<Option<Fact<'a>>, ChoiceError> {
        // What is told by looking at the fact alone comes first.
        let names = self.facts.names();
        let ids = names.ids().filter(|id| names.get(*id).is(family, local));
        let ids: Vec<QNameId> = ids.collect();
        let is_it = |fact: &Fact<'a>| {
            ids.contains(&fact.row.concept)
                && fact.period().to_period() == Some(period)
                && fact.unit().is_none_or(&fits)
        };
        let facts = self.facts.iter().filter(|fact| is_it(fact) && fact.number().is_some());
        let number = finest(facts.filter(|fact| self.is_whole(*fact)).collect(), period)?;
        let mut unread = self.facts.unread().filter(is_it);
        match (number, unread.find(|fact| self.is_whole(*fact))) {
            (None, Some(fact)) => Err(unreadable(fact, period)),
            (number, _) => Ok(number),
        }
    }
}

static NOTHING: MemberRow = MemberRow::Typed(None);

/// Returns the finest of numbers that are one, or why they are not.
pub(super) fn finest<'a>(
    facts: Vec<Fact<'a>>,
    period: Period,
) -> Result<Option<Fact<'a>>, ChoiceError> {
    let known: Vec<_> = facts.iter().filter_map(|fact| fact.rounded()).collect();
    if Duplicates::of(&known).inconsistent
        && let [first, rest @ ..] = facts.as_slice()
        && let Some(other) = rest.iter().find(|fact| fact.number() != first.number())
        && let (Some(one), Some(other)) = (first.number(), other.number())
    {
        return Err(ChoiceError::Inconsistent {
            concept: alloc::format!("{}", first.concept()),
            period,
            one: alloc::format!("{one}"),
            other: alloc::format!("{other}"),
        });
    }
    Ok(facts.into_iter().rev().max_by_key(|fact| fact.fineness()))
}

/// Says that a number cannot be read.
pub(super) fn unreadable(fact: Fact<'_>, period: Period) -> ChoiceError {
    ChoiceError::Unreadable { concept: alloc::format!("{}", fact.concept()), period }
}

/// Returns the axes that every number has, each with its members.
fn frames(facts: &Facts) -> Vec<(QNameId, Vec<&MemberRow>)> {
    let mut counts: BTreeMap<QNameId, (usize, BTreeSet<&MemberRow>)> = BTreeMap::new();
    let mut numbers = 0;
    for fact in facts.iter().filter(|fact| fact.number().is_some() && fact.row.tuple.is_none()) {
        numbers += 1;
        for (axis, member) in facts.context(fact).into_iter().flat_map(|row| &row.dimensions) {
            let (count, members) = counts.entry(*axis).or_default();
            *count += 1;
            members.insert(member);
        }
    }
    let all = counts.into_iter().filter(|(_, (count, _))| *count == numbers);
    all.map(|(axis, (_, members))| (axis, members.into_iter().collect())).collect()
}

/// Returns the entity whose filing it is: that of the cover, or else the one that most numbers are
/// of.
fn entity(facts: &Facts) -> Entity<'_> {
    if let Some(entity) = facts.cover().entity() {
        return entity;
    }
    let mut counts: BTreeMap<Entity<'_>, usize> = BTreeMap::new();
    for fact in facts.iter().filter(|fact| fact.number().is_some()) {
        *counts.entry(fact.entity()).or_default() += 1;
    }
    let most = counts.into_iter().max_by_key(|(_, count)| *count);
    most.map_or(Entity { scheme: "", identifier: "" }, |(entity, _)| entity)
}

fn shown(facts: &Facts, axis: QNameId, member: &MemberRow) -> String {
    let row = (axis, member.clone());
    alloc::format!("{}", ContextRow::dimension(facts.names(), &row).member)
}
