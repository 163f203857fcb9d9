//! Debt due within a year and debt due later, from the lines into which companies divide them.
//!
//! `DebtCurrent` is all debt due within a year. Where it is not tagged, that is the current portion
//! of long-term debt and the short-term borrowings together: Apple's 20,879 million of September
//! 2024 are 10,912 and commercial paper of 9,967, and Alphabet's `DebtCurrent` of 3,225 at the end
//! of 2015 is what the two lines come to, 1,225 and 2,000.

use alloc::vec::Vec;

use super::{
    chains::{ALL_DEBT, CURRENT_PORTION, SHORT_TERM_BORROWINGS, WITH_CURRENT_PORTION, chain},
    lines::{join, on_day},
};
use crate::companyfacts::{
    deriving::entry::{Derivation, Entry},
    filed::{
        finding::{Against, FindingKind, SeriesFinding},
        rounding::{exact_difference, within_halves},
    },
    known::KnownFacts,
};
use crate::{Decimal, Item, arith};

impl KnownFacts<'_> {
    /// Returns the current portion of long-term debt and the short-term borrowings together. A line
    /// that a company leaves out of a balance sheet is nil.
    pub(crate) fn short_term_debt(&self) -> Vec<Entry> {
        let mut debt = self.line(CURRENT_PORTION.iter().copied());
        let (all, later) =
            (self.line(ALL_DEBT.iter().copied()), self.line(["LongTermDebtNoncurrent"]));
        for borrowings in self.line(SHORT_TERM_BORROWINGS.iter().copied()) {
            match debt.iter_mut().find(|portion| portion.end == borrowings.end) {
                Some(portion) => portion.add(&borrowings, &all, &later),
                None => debt.push(borrowings),
            }
        }
        if is_borne_out(&debt, &self.line(chain(Item::ShortTermDebt))) { debt } else { Vec::new() }
    }

    /// Returns long-term debt, what comes first being best: without the part due within a year,
    /// less that part, or with it.
    ///
    /// The choice is by the day, and not by the year as between concepts elsewhere: Alphabet has
    /// its notes alone in one report and its notes with leases in the next.
    pub(crate) fn long_term_debt(&self) -> Vec<Entry> {
        let mut debt = self.line(chain(Item::LongTermDebt));
        for (whole, portion, rest) in WITH_CURRENT_PORTION {
            let less = join(self.line([*whole]), &self.line([*portion]), true);
            if is_borne_out(&less, &self.line([*rest])) {
                debt.extend(less);
            }
        }
        debt.extend(WITH_CURRENT_PORTION.iter().flat_map(|(whole, ..)| self.line([*whole])));
        debt
    }
}

/// Returns whether what lines make is what the company tags on each day that has both, but for the
/// last digit of each figure. Alphabet's `LongTermDebt` holds leases and face values: less its
/// current portion, that of 2019 is 4,685 million against 3,958 due later.
fn is_borne_out(made: &[Entry], tagged: &[Entry]) -> bool {
    made.iter().all(|entry| {
        let (Ok(made), Some(Ok(tagged))) =
            (&entry.amount, on_day(tagged, entry).map(|tagged| &tagged.amount))
        else {
            return true;
        };
        let places = made.inputs.iter().chain(&tagged.inputs).map(|input| input.value);
        let places = places.filter_map(arith::last_place).filter_map(|p| i8::try_from(p).ok());
        let places: Vec<_> = places.collect();
        made.origin.is_reported() || within_halves(made.value, tagged.value, &places)
    })
}

impl Entry {
    /// Adds another line, unless the two are shown to be one line under two tags.
    fn add(&mut self, other: &Self, all: &[Self], later: &[Self]) {
        let (Ok(own), Ok(others)) = (&self.amount, &other.amount) else { return };
        let equal = own.value == others.value;
        // All debt less what is due later is then that line once.
        let of = |line: &[Self]| -> Option<Decimal> {
            Some(on_day(line, self)?.amount.as_ref().ok()?.value)
        };
        let rest = of(all).zip(of(later)).and_then(|(all, later)| exact_difference(all, later));
        if !equal || rest != Some(own.value) {
            self.amount = own.with(others, false);
        }
    }

    /// Returns the finding that a sum is of two equal lines, which may be one.
    pub(crate) fn equal_lines(&self) -> Option<SeriesFinding> {
        let amount = self.amount.as_ref().ok()?;
        let [one, other] = amount.inputs.as_slice() else { return None };
        let (kind, start, end) = (FindingKind::EqualLines, self.start, self.end);
        let is_sum = amount.origin == Derivation::StatementLines && !other.subtracted;
        let (reported, against) = (amount.value, Some(Against(one.value)));
        let finding = SeriesFinding { kind, start, end, reported, against };
        (is_sum && one.value == other.value).then_some(finding)
    }
}
