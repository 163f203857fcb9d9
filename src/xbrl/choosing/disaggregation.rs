//! [`Disaggregation`]: the members of an axis that make up a total.

use alloc::{collections::BTreeMap, string::String, vec::Vec};

use rust_decimal::Decimal;

use super::{
    error::ChoiceError,
    primary::{Primary, finest, unreadable},
    sets,
};
use crate::{
    arith::{self, Rounding},
    figure::Accuracy,
    tieout::xbrl::{Calculation, CalculationOutcome, Mode},
    xbrl::{
        bounds::{CROSSINGS_MAX, MEMBERS_MAX, PLACES_MAX},
        context::MemberRow,
        fact::Fact,
        qname::{QName, QNameId},
    },
};

/// By what an entity breaks its figures down, in the taxonomies of the FASB and of the IFRS
/// Foundation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Axis {
    /// Operating segments.
    Segments,
    /// Products and services.
    Products,
    /// Regions and countries.
    Regions,
    /// Parts of segments.
    Subsegments,
    /// Customers.
    Customers,
}

impl Axis {
    /// Returns the local names of the axis. The US GAAP axes moved from one namespace to another in
    /// 2018 and kept their names.
    const fn names(self) -> &'static [&'static str] {
        match self {
            Self::Segments => &["StatementBusinessSegmentsAxis", "SegmentsAxis"],
            Self::Products => &["ProductOrServiceAxis", "ProductsAndServicesAxis"],
            Self::Regions => &["StatementGeographicalAxis", "GeographicalAreasAxis"],
            Self::Subsegments => &["SubsegmentsAxis"],
            Self::Customers => &["MajorCustomersAxis"],
        }
    }
}

/// Whether the axis tells segments from what reconciles them with the total.
fn is_consolidation(axis: QName<'_>) -> bool {
    matches!(axis.local(), "ConsolidationItemsAxis" | "SegmentConsolidationItemsAxis")
}

/// Whether the member of such an axis says only that a segment is one.
fn is_operating(member: QName<'_>) -> bool {
    matches!(
        member.local(),
        "OperatingSegmentsMember"
            | "ReportableSegmentsMember"
            | "ReportableSegmentAggregationBeforeOtherOperatingSegmentMember"
    )
}

/// The members of an axis that make up a total, with what reconciles them.
///
/// It is what the standards call disaggregated: revenue by product, region or segment (ASC
/// 606-10-50-5, IFRS 15.114).
#[derive(Clone, Debug)]
pub struct Disaggregation<'a> {
    total: Fact<'a>,
    parts: Vec<Fact<'a>>,
    reconciling: Vec<Fact<'a>>,
    left_out: Vec<Fact<'a>>,
    unallocated: Option<Decimal>,
}

impl<'a> Disaggregation<'a> {
    /// Returns the total.
    #[must_use]
    pub const fn total(&self) -> Fact<'a> {
        self.total
    }

    /// Returns the members' figures, in the order of the document.
    #[must_use]
    pub fn parts(&self) -> &[Fact<'a>] {
        &self.parts
    }

    /// Returns what stands between the segments and the total: eliminations and corporate items.
    #[must_use]
    pub fn reconciling(&self) -> &[Fact<'a>] {
        &self.reconciling
    }

    /// Returns the members that are sums of parts, or of another way to break the total down.
    #[must_use]
    pub fn left_out(&self) -> &[Fact<'a>] {
        &self.left_out
    }

    /// Returns what the total has beyond its parts; zero where they make it up within rounding, and
    /// nothing where that cannot be told: they fall short of it, and one of them may be the sum of
    /// others, which would count twice.
    #[must_use]
    pub const fn unallocated(&self) -> Option<Decimal> {
        self.unallocated
    }
}

/// A figure that may be a part.
struct Candidate<'a> {
    /// The members that it is of, first that of the axis; none for what reconciles.
    members: Vec<&'a MemberRow>,
    /// Whether the context says nothing but the members.
    plain: bool,
    fact: Fact<'a>,
}

/// The figures of the members of an axis, alone or crossed with the same other axes: those of one
/// member together.
type Crossings<'a> = BTreeMap<(usize, Vec<QNameId>), Vec<Vec<Candidate<'a>>>>;

impl<'a> Primary<'a> {
    /// Breaks a number of the whole down by one axis.
    ///
    /// Subtotals stand unmarked among their parts, so the members are those that add up to the
    /// total within its rounding, in the largest such set. Where none adds up and all together
    /// fall short, what is missing is [`unallocated`](Disaggregation::unallocated), if no member
    /// is the sum of others within rounding; one member that falls short breaks nothing down. Where
    /// the axis by itself does not, it may be crossed with others: an oil company's segments with
    /// its countries.
    ///
    /// # Errors
    ///
    /// - no member of the axis has a number of the total's concept and period;
    /// - several sets add up, and none is the other with its subtotals broken down;
    /// - there are too many members, or sets that add up, to tell;
    /// - no set adds up, and all members together exceed the total;
    /// - the numbers of a member contradict each other, or one cannot be read, so that the members
    ///   do not tell what is missing.
    pub fn disaggregate(
        &self,
        total: Fact<'a>,
        axis: Axis,
    ) -> Result<Disaggregation<'a>, ChoiceError> {
        let (concept, names) = (alloc::format!("{}", total.concept()), axis.names().join(" or "));
        let mut failed = None;
        for found in self.candidates(total, axis)?.into_iter().take(CROSSINGS_MAX) {
            match found.and_then(|found| made_up(total, &found, (&concept, &names))) {
                Err(
                    error @ (ChoiceError::NoMembers { .. }
                    | ChoiceError::Exceeds { .. }
                    | ChoiceError::Inconsistent { .. }
                    | ChoiceError::Unreadable { .. }),
                ) => {
                    failed.get_or_insert(error);
                }
                told => return told,
            }
        }
        Err(failed.unwrap_or(ChoiceError::NoMembers { concept, axis: names }))
    }

    /// Returns the figures that may be parts of a total, in the order of the document, each member
    /// once: first those of the axis by itself, and then by all that it is crossed with. Where one
    /// of them is not known, none are.
    fn candidates(
        &self,
        total: Fact<'a>,
        axis: Axis,
    ) -> Result<Vec<Result<Vec<Candidate<'a>>, ChoiceError>>, ChoiceError> {
        let (mut crossings, mut reconciling) = (Crossings::new(), Vec::new());
        let numbers = self.facts.iter().filter(|fact| fact.number().is_some());
        for (crossed, candidate) in self.parts_of(total, axis, numbers) {
            let fact = candidate.fact;
            let found = match candidate.members.is_empty() {
                true => &mut reconciling,
                false => crossings.entry((crossed.len(), crossed)).or_default(),
            };
            let is_full = found.len() > MEMBERS_MAX;
            let same = |group: &&mut Vec<Candidate<'a>>| {
                group.iter().all(|one| match candidate.members.is_empty() {
                    false => one.members == candidate.members,
                    true => one.fact.row.context == fact.row.context,
                })
            };
            match found.iter_mut().find(same) {
                Some(group) => group.push(candidate),
                // No more are searched, and more of them say no less.
                None if is_full => {}
                None => found.push(Vec::from([candidate])),
            }
        }
        let finest = |groups: Vec<Vec<Candidate<'a>>>| once_each(total, groups);
        let reconciling = finest(reconciling)?;
        let period = total.period().to_period().ok_or(ChoiceError::Nothing)?;
        let unread: Vec<_> = self.parts_of(total, axis, self.facts.unread()).collect();
        let mut all = Vec::new();
        for ((_, crossed), groups) in crossings {
            let is_missing = |of: &(Vec<QNameId>, Candidate<'a>)| {
                let members = &of.1.members;
                of.0 == crossed && !groups.iter().flatten().any(|one| one.members == *members)
            };
            let found = match unread.iter().find(|of| is_missing(of)) {
                Some((_, Candidate { fact, .. })) => Err(unreadable(*fact, period)),
                None => finest(groups),
            };
            let mut found = match found {
                Ok(found) => found,
                Err(error) => {
                    all.push(Err(error));
                    continue;
                }
            };
            found.extend(reconciling.iter().map(|Candidate { members, plain, fact }| Candidate {
                members: members.clone(),
                plain: *plain,
                fact: *fact,
            }));
            found.sort_by_key(|candidate| candidate.fact.byte());
            all.push(Ok(found));
        }
        Ok(all)
    }

    /// Returns which of some facts may be parts of a total, each with what it is crossed with.
    fn parts_of(
        &self,
        total: Fact<'a>,
        axis: Axis,
        facts: impl Iterator<Item = Fact<'a>>,
    ) -> impl Iterator<Item = (Vec<QNameId>, Candidate<'a>)> {
        let is_alike = move |fact: &Fact<'a>| {
            fact.row.concept == total.row.concept
                && fact.row.unit.is_none_or(|unit| Some(unit) == total.row.unit)
                && fact.period() == total.period()
        };
        facts.filter(is_alike).filter_map(move |fact| {
            let others = self.others(fact)?;
            self.candidate(fact, &others, axis)
        })
    }

    /// Returns what a fact with certain axes may be, and the axes that it is crossed with.
    fn candidate(
        &self,
        fact: Fact<'a>,
        others: &[&'a (QNameId, MemberRow)],
        axis: Axis,
    ) -> Option<(Vec<QNameId>, Candidate<'a>)> {
        let names = self.facts.names();
        let (mut member, mut crossed, mut item) = (None, Vec::new(), None);
        for (of, row) in others.iter().copied() {
            let name = names.get(*of);
            match row {
                MemberRow::Explicit(id) if is_consolidation(name) => {
                    item = Some(is_operating(names.get(*id)));
                }
                row if axis.names().contains(&name.local()) => member = Some(row),
                row => crossed.push((*of, row)),
            }
        }
        let plain = item.is_none();
        let Some(member) = member else {
            let reconciles = axis == Axis::Segments && item == Some(false) && crossed.is_empty();
            let candidate = Candidate { members: Vec::new(), plain: true, fact };
            return reconciles.then_some((Vec::new(), candidate));
        };
        let members = core::iter::once(member).chain(crossed.iter().map(|(_, row)| *row));
        let candidate = Candidate { members: members.collect(), plain, fact };
        let crossed = crossed.iter().map(|(of, _)| *of).collect();
        // What is no segment by its other axis reconciles in a way that its member does not say.
        (item != Some(false)).then_some((crossed, candidate))
    }
}

/// Returns the finest figure of each member: by itself before as a segment, which may be before
/// eliminations.
fn once_each<'a>(
    total: Fact<'a>,
    groups: Vec<Vec<Candidate<'a>>>,
) -> Result<Vec<Candidate<'a>>, ChoiceError> {
    let period = total.period().to_period().ok_or(ChoiceError::Nothing)?;
    let mut candidates = Vec::new();
    for group in groups {
        let plain = group.iter().any(|one| one.plain);
        let facts: Vec<Fact<'a>> =
            group.iter().filter(|one| one.plain == plain).map(|one| one.fact).collect();
        let members = group.into_iter().next().map(|one| one.members).unwrap_or_default();
        if let Some(fact) = finest(facts, period)? {
            candidates.push(Candidate { members, plain, fact });
        }
    }
    Ok(candidates)
}

/// Returns the figures that make up a total, of those that may be its parts.
fn made_up<'a>(
    total: Fact<'a>,
    found: &[Candidate<'a>],
    (concept, axis): (&str, &str),
) -> Result<Disaggregation<'a>, ChoiceError> {
    let named = || (String::from(concept), String::from(axis));
    let members = found.iter().filter(|candidate| !candidate.members.is_empty()).count();
    let no_members = || {
        let (concept, axis) = named();
        ChoiceError::NoMembers { concept, axis }
    };
    let number = total.number().filter(|_| members > 0).ok_or_else(no_members)?;
    let facts: Vec<Fact<'a>> = found.iter().map(|candidate| candidate.fact).collect();
    let Some(sets) = adding_up(total, number, &facts) else {
        let (concept, axis) = named();
        return Err(ChoiceError::TooMany { concept, axis });
    };
    let all = (1_u32 << facts.len().min(MEMBERS_MAX)).wrapping_sub(1);
    let (set, unallocated) = match sets[..] {
        [set] => (set, Some(Decimal::ZERO)),
        [] => match remainder(number, &facts) {
            Some(_) if members == 1 => return Err(no_members()),
            Some(rest) => (all, Some(rest).filter(|_| !may_have_subtotal(&facts))),
            None => {
                let (concept, axis) = named();
                return Err(ChoiceError::Exceeds { concept, axis });
            }
        },
        _ => {
            let shown = |set: &u32| -> Vec<String> {
                let of_set = found.iter().enumerate().filter(|(at, _)| set & 1 << at != 0);
                of_set.map(|(_, candidate)| shown(candidate.fact)).collect()
            };
            let sets = sets.iter().map(shown).collect();
            let (concept, axis) = named();
            return Err(ChoiceError::Several { concept, axis, sets });
        }
    };
    let (mut parts, mut reconciling, mut left_out) = (Vec::new(), Vec::new(), Vec::new());
    for (at, candidate) in found.iter().enumerate() {
        let is_in = set & 1_u32.checked_shl(at as u32).unwrap_or(0) != 0;
        let list = match (is_in, candidate.members.is_empty()) {
            (false, _) => &mut left_out,
            (true, false) => &mut parts,
            (true, true) => &mut reconciling,
        };
        list.push(candidate.fact);
    }
    Ok(Disaggregation { total, parts, reconciling, left_out, unallocated })
}

/// Returns the sets of figures that make up a total and that no other refines: exactly, or else
/// within what they were rounded to. Nothing where that cannot be told.
fn adding_up(total: Fact<'_>, number: Decimal, facts: &[Fact<'_>]) -> Option<Vec<u32>> {
    let numbers: Vec<Decimal> = facts.iter().map(|fact| fact.number()).collect::<Option<_>>()?;
    let places = numbers.iter().chain([&number]).map(Decimal::scale).max().unwrap_or(0);
    let whole = |number: &Decimal| {
        let zeros = 10_i128.checked_pow(places - number.scale())?;
        number.mantissa().checked_mul(zeros)
    };
    let values: Vec<i128> = numbers.iter().map(whole).collect::<Option<_>>()?;
    let target = whole(&number)?;
    let exact = sets::adding_up_to(&values, target, 0)?;
    if !exact.is_empty() {
        return Some(sets::finest(&values, exact, 0));
    }
    let slack = facts.iter().chain([&total]).map(|fact| half_place(*fact, places)).sum::<i128>();
    let near = sets::adding_up_to(&values, target, slack)?;
    let consistent = |set: &u32| {
        let of_set = facts.iter().enumerate().filter(|(at, _)| set & 1 << at != 0);
        let rounded = |fact: &Fact<'_>| Vec::from_iter(fact.rounded());
        let sum = Calculation::of(&rounded(&total));
        let sum = of_set.fold(sum, |sum, (_, fact)| sum.with(1, &rounded(fact)));
        sum.check(Mode::RoundToNearest) == CalculationOutcome::Consistent
    };
    let near: Vec<u32> = near.into_iter().filter(consistent).collect();
    // A part that is smaller than the rounding may be there or not: the largest set has it.
    Some(sets::finest(&values, near, slack))
}

/// Returns whether a figure may be the sum of others, by what they come to.
fn may_have_subtotal(facts: &[Fact<'_>]) -> bool {
    facts.iter().enumerate().any(|(at, whole)| {
        let (before, after) = facts.split_at(at);
        let others: Vec<Fact<'_>> = before.iter().chain(after.iter().skip(1)).copied().collect();
        let number = whole.number().filter(|number| !number.is_zero());
        number.is_some_and(|number| {
            adding_up(*whole, number, &others).is_none_or(|sets| !sets.is_empty())
        })
    })
}

/// Returns half the place that a number was rounded to, in units of a last place.
fn half_place(fact: Fact<'_>, places: u32) -> i128 {
    let Some(Accuracy::Decimals(decimals)) = fact.accuracy() else { return 0 };
    let zeros = (i64::from(places) - i64::from(decimals)).min(PLACES_MAX);
    let place = u32::try_from(zeros).ok().and_then(|zeros| 10_i128.checked_pow(zeros));
    place.map_or(1, |place| (place / 2).max(1))
}

/// Returns what a total has beyond all figures, if they fall short of it on its side of zero.
fn remainder(number: Decimal, facts: &[Fact<'_>]) -> Option<Decimal> {
    if facts.len() > MEMBERS_MAX {
        return None;
    }
    let mut sum = Decimal::ZERO;
    for fact in facts {
        let rounded = arith::add(sum, fact.number()?, Rounding::HalfEven)?;
        sum = if rounded.exact { rounded.value } else { return None };
    }
    let rest = arith::sub(number, sum, Rounding::HalfEven).filter(|rest| rest.exact)?.value;
    let falls_short = rest.is_sign_negative() == number.is_sign_negative()
        && sum.is_sign_negative() == number.is_sign_negative();
    falls_short.then_some(rest)
}

fn shown(fact: Fact<'_>) -> String {
    let members: Vec<String> =
        fact.dimensions().map(|dimension| alloc::format!("{}", dimension.member)).collect();
    members.join(" × ")
}
