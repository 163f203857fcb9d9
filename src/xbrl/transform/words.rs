//! Numbers in English words: "two thousand, three hundred", "twenty-one", "no".

/// Reads a whole number in words; "no" and "none" are zero.
pub(super) fn number(text: &str) -> Option<u64> {
    let lower = text.to_lowercase();
    let is_space = |char: char| char.is_whitespace() || matches!(char, '-' | '‑' | '–' | ',');
    let mut words = lower.split(is_space).filter(|word| !word.is_empty());
    let first = words.next()?;
    if matches!(first, "no" | "none" | "nil" | "zero" | "nothing") {
        return words.next().is_none().then_some(0);
    }
    let mut sum = Sum::default();
    sum.add(if first == "a" { "one" } else { first })?;
    while let Some(word) = words.next() {
        // "And" stands between two numbers.
        sum.add(if word == "and" { words.next()? } else { word })?;
    }
    sum.close()
}

/// A number while its words are read.
#[derive(Default)]
struct Sum {
    /// What is complete: whole thousands, millions.
    total: u64,
    /// The scale of the word that completed it last; the next is smaller.
    scale: Option<u64>,
    /// What stands since: below a thousand.
    group: u64,
}

impl Sum {
    fn add(&mut self, word: &str) -> Option<()> {
        if let Some(unit) = below_twenty(word) {
            // After "twenty" comes a unit, after "hundred" anything.
            let room = if unit < 10 { 10 } else { 100 };
            let free = self.group.is_multiple_of(room) && !(10..20).contains(&(self.group % 100));
            self.group += free.then_some(unit)?;
        } else if let Some(tens) = tens(word) {
            self.group += self.group.is_multiple_of(100).then_some(tens)?;
        } else if word == "hundred" {
            self.group = (1..100).contains(&self.group).then_some(self.group * 100)?;
        } else {
            let scale = scale(word)?;
            let falls = self.scale.is_none_or(|last| scale < last);
            let group = (falls && self.group > 0).then_some(self.group)?;
            self.total = self.total.checked_add(group.checked_mul(scale)?)?;
            (self.group, self.scale) = (0, Some(scale));
        }
        Some(())
    }

    fn close(self) -> Option<u64> {
        // "hundred" multiplies what stands before it, so that a group has at most four digits.
        self.total.checked_add(self.group)
    }
}

fn below_twenty(word: &str) -> Option<u64> {
    const WORDS: [&str; 19] = [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    WORDS.iter().position(|other| *other == word).map(|at| at as u64 + 1)
}

fn tens(word: &str) -> Option<u64> {
    const WORDS: [&str; 8] =
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let word = if word == "fourty" { "forty" } else { word };
    WORDS.iter().position(|other| *other == word).map(|at| (at as u64 + 2) * 10)
}

fn scale(word: &str) -> Option<u64> {
    match word {
        "thousand" => Some(1_000),
        "million" => Some(1_000_000),
        "billion" => Some(1_000_000_000),
        "trillion" => Some(1_000_000_000_000),
        _ => None,
    }
}
