//! Reads a formula from text, while compiling as well as at run time.
//!
//! ```text
//! sum      = product { ( "+" | "-" ) product }
//! product  = factor { ( "*" | "/" ) factor }
//! factor   = "-" factor | "(" sum ")" | number | name | function "(" arguments ")"
//! ```

use crate::{
    bounds::{AMOUNT_PLACES_MAX, FORMULA_DEPTH_MAX, LAG_MAX},
    item::{Item, Name, Nature, is_name_byte},
    metric::{COUNT, Metric, Named},
    names::same_bytes,
};

use super::{
    node::{BinaryOp, Guard, Literal, Node, Span, UnaryOp},
    program::Program,
    refused::{NAME, Refused},
};

/// What is expected where a number of years, of quarters or of factors stands.
const COUNT_RANGE: &str = "a whole number from 1 to 40";
const _: () = assert!(LAG_MAX == 40, "the words say so");

/// The functions of one operand and nothing else, by name; the order is that of the reference.
pub(super) const FUNCTIONS: &[(&str, Node)] = &[
    ("ttm", Node::Ttm),
    ("ttm_per_share", Node::TtmPerShare),
    ("average", Node::Average(Span::Period)),
    ("quarter_average", Node::QuarterAverage),
    ("change", Node::Change),
    ("annualised", Node::Annualised),
    ("annualized", Node::Annualised),
    ("year_ago", Node::YearsAgo(1)),
    ("quarter_ago", Node::QuartersAgo(1)),
    ("growth", Node::GrowthYoy),
    ("growth_qoq", Node::GrowthQoq),
    ("abs", Node::Unary(UnaryOp::Abs)),
    ("sqrt", Node::Unary(UnaryOp::Sqrt)),
    ("is_positive", Node::Unary(UnaryOp::IsPositive)),
    ("or_zero", Node::OrZero),
];

/// The words that say what `positive()` guards.
pub(super) const GUARDS: &[(&str, Guard)] =
    &[("earnings", Guard::Earnings), ("equity", Guard::Equity), ("base", Guard::Base)];

/// The words of [`Nature`].
pub(super) const NATURES: &[(&str, Nature)] = &[
    ("flow", Nature::Flow),
    ("balance", Nature::Balance),
    ("per_share_flow", Nature::PerShareFlow),
    ("price", Nature::Price),
    ("weighted_shares", Nature::WeightedShares),
    ("shares", Nature::Shares),
    ("rate", Nature::Rate),
    ("count", Nature::Count),
    ("coefficient", Nature::Coefficient),
];

/// Reads a formula; `of` is the metric being declared, which may use earlier ones only.
///
/// `over` says which metrics take anything over twelve months.
pub(super) const fn parse(
    text: &str,
    of: Option<Metric>,
    over: &[bool; COUNT],
) -> Result<Program, Refused> {
    let mut parser = Parser { text: text.as_bytes(), at: 0, program: Program::new(), of, over };
    tri!(parser.sum(0));
    if parser.at < parser.text.len() {
        return Err(parser.expected("an operator or the end"));
    }
    Ok(parser.program)
}

/// Returns the value that goes with a word, from a table of words.
macro_rules! look_up {
    ($table:expr, $word:expr) => {{
        let mut found = None;
        let mut at = 0;
        #[expect(clippy::indexing_slicing, reason = "the index is below the length")]
        while at < $table.len() {
            if same_bytes($table[at].0.as_bytes(), $word) {
                found = Some($table[at].1);
            }
            at += 1;
        }
        found
    }};
}

struct Parser<'a> {
    text: &'a [u8],
    at: usize,
    program: Program,
    of: Option<Metric>,
    over: &'a [bool; COUNT],
}

impl<'a> Parser<'a> {
    const fn expected(&self, expected: &'static str) -> Refused {
        Refused::Syntax { at: self.at, expected }
    }

    /// Returns the next byte that is no space, or zero at the end.
    #[expect(clippy::indexing_slicing, reason = "the index is below the length")]
    const fn peek(&mut self) -> u8 {
        while self.at < self.text.len() && self.text[self.at] == b' ' {
            self.at += 1;
        }
        if self.at < self.text.len() { self.text[self.at] } else { 0 }
    }

    const fn take(&mut self, byte: u8, expected: &'static str) -> Result<(), Refused> {
        if self.peek() != byte {
            return Err(self.expected(expected));
        }
        self.at += 1;
        Ok(())
    }

    const fn sum(&mut self, depth: usize) -> Result<(), Refused> {
        let left = self.program.len();
        tri!(self.product(depth));
        loop {
            let operation = match self.peek() {
                b'+' => BinaryOp::Add,
                b'-' => BinaryOp::Sub,
                _ => return Ok(()),
            };
            self.at += 1;
            let right = self.program.len();
            tri!(self.product(depth));
            tri!(self.program.join(left, right, operation, self.over));
        }
    }

    const fn product(&mut self, depth: usize) -> Result<(), Refused> {
        let left = self.program.len();
        tri!(self.factor(depth));
        loop {
            let operation = match self.peek() {
                b'*' => BinaryOp::Mul,
                b'/' => BinaryOp::Div,
                _ => return Ok(()),
            };
            self.at += 1;
            let right = self.program.len();
            tri!(self.factor(depth));
            tri!(self.program.join(left, right, operation, self.over));
        }
    }

    const fn factor(&mut self, depth: usize) -> Result<(), Refused> {
        if depth == FORMULA_DEPTH_MAX {
            return Err(Refused::TooDeep);
        }
        let byte = self.peek();
        if byte == b'-' {
            self.at += 1;
            tri!(self.program.push(Node::Unary(UnaryOp::Negate)));
            return self.factor(depth + 1);
        }
        if byte == b'(' {
            self.at += 1;
            tri!(self.sum(depth + 1));
            return self.take(b')', "')'");
        }
        if byte.is_ascii_digit() {
            let literal = tri!(self.number());
            return self.program.push(Node::Literal(literal));
        }
        if !byte.is_ascii_lowercase() {
            return Err(self.expected(NAME));
        }
        let start = self.at;
        let word = self.word();
        if self.peek() == b'(' {
            self.at += 1;
            tri!(self.function(word, start, depth));
            return self.take(b')', "')'");
        }
        self.leaf(word, start)
    }

    /// Returns the name that starts here; empty where none does.
    #[expect(clippy::indexing_slicing, reason = "the index is below the length")]
    const fn word(&mut self) -> &'a [u8] {
        self.peek();
        let start = self.at;
        while self.at < self.text.len() && is_name_byte(self.text[self.at]) {
            self.at += 1;
        }
        self.text.split_at(self.at).0.split_at(start).1
    }

    const fn leaf(&mut self, word: &[u8], at: usize) -> Result<(), Refused> {
        if same_bytes(word, b"period_days") {
            return self.program.push(Node::PeriodDays);
        }
        if same_bytes(word, b"day") {
            return self.program.push(Node::OneDay);
        }
        if let Some(item) = Item::from_bytes(word) {
            return self.program.push(Node::Item(item));
        }
        if let Some(metric) = Metric::from_any_name(word) {
            if let Some(of) = self.of
                && !metric.is_before(of)
            {
                return Err(Refused::DeclaredLater { at });
            }
            return self.program.push(Node::Metric(metric));
        }
        match Name::from_bytes(word) {
            Some(name) if name.item().is_some() => {
                self.program.push_named(Named::of(name, Nature::Flow))
            }
            _ => Err(Refused::UnknownName { at }),
        }
    }

    const fn function(&mut self, word: &[u8], at: usize, depth: usize) -> Result<(), Refused> {
        if let Some(node) = look_up!(FUNCTIONS, word) {
            tri!(self.program.push(node));
            return self.sum(depth + 1);
        }
        if same_bytes(word, b"min") || same_bytes(word, b"max") {
            let is_min = same_bytes(word, b"min");
            let operation = if is_min { BinaryOp::Min } else { BinaryOp::Max };
            let left = self.program.len();
            tri!(self.sum(depth + 1));
            tri!(self.take(b',', "','"));
            let right = self.program.len();
            tri!(self.sum(depth + 1));
            return self.program.join(left, right, operation, self.over);
        }
        let start = self.program.len();
        if same_bytes(word, b"positive") {
            tri!(self.sum(depth + 1));
            let mut guard = Guard::Base;
            if self.peek() == b',' {
                self.at += 1;
                self.peek();
                let expected = self.expected("earnings, equity or base");
                let word = self.word();
                match look_up!(GUARDS, word) {
                    Some(named) => guard = named,
                    None => return Err(expected),
                }
            }
            return self.program.insert(start, Node::Positive(guard));
        }
        if same_bytes(word, b"named") {
            return self.named();
        }
        let node = match () {
            () if same_bytes(word, b"years_ago") => Node::YearsAgo(0),
            () if same_bytes(word, b"quarters_ago") => Node::QuartersAgo(0),
            () if same_bytes(word, b"cagr") => Node::Cagr(0),
            () if same_bytes(word, b"power") => Node::Unary(UnaryOp::Power(0)),
            () if same_bytes(word, b"geometric_sum") => Node::Unary(UnaryOp::GeometricSum(0)),
            () => return Err(Refused::UnknownName { at }),
        };
        tri!(self.sum(depth + 1));
        tri!(self.take(b',', "','"));
        let count = tri!(self.count());
        let node = match node {
            Node::YearsAgo(_) => Node::YearsAgo(count),
            Node::QuartersAgo(_) => Node::QuartersAgo(count),
            Node::Unary(UnaryOp::Power(_)) => Node::Unary(UnaryOp::Power(count)),
            Node::Unary(UnaryOp::GeometricSum(_)) => Node::Unary(UnaryOp::GeometricSum(count)),
            _ => Node::Cagr(count),
        };
        self.program.insert(start, node)
    }

    /// Reads `name, nature` of a measure of the user's own.
    const fn named(&mut self) -> Result<(), Refused> {
        self.peek();
        let expected = self.expected("a name of lower-case letters");
        let start = self.at;
        let word = self.word();
        let Some(name) = Name::from_bytes(word) else {
            return Err(expected);
        };
        tri!(self.take(b',', "','"));
        self.peek();
        let expected = self.expected(
            "flow, balance, per_share_flow, price, weighted_shares, shares, rate, count or \
             coefficient",
        );
        let nature = self.word();
        match look_up!(NATURES, nature) {
            // What the crate knows by that name is what a report states under it.
            Some(_)
                if Item::from_bytes(word).is_some() || Metric::from_any_name(word).is_some() =>
            {
                self.leaf(word, start)
            }
            Some(nature) => self.program.push_named(Named::of(name, nature)),
            None => Err(expected),
        }
    }

    /// Reads a number of years or quarters.
    const fn count(&mut self) -> Result<u8, Refused> {
        self.peek();
        let at = self.at;
        let literal = tri!(self.number());
        if literal.places > 0 || literal.mantissa == 0 || literal.mantissa > LAG_MAX as u32 {
            return Err(Refused::Syntax { at, expected: COUNT_RANGE });
        }
        Ok(literal.mantissa as u8)
    }

    #[expect(clippy::indexing_slicing, reason = "the index is below the length")]
    const fn number(&mut self) -> Result<Literal, Refused> {
        self.peek();
        let start = self.at;
        let (mut mantissa, mut places, mut point) = (0_u64, 0_u8, false);
        while self.at < self.text.len() {
            let byte = self.text[self.at];
            if byte == b'.' && !point {
                point = true;
            } else if byte.is_ascii_digit() {
                mantissa = mantissa * 10 + (byte - b'0') as u64;
                places += point as u8;
            } else {
                break;
            }
            if mantissa > u32::MAX as u64 || places as u32 > AMOUNT_PLACES_MAX {
                return Err(Refused::Number { at: start });
            }
            self.at += 1;
        }
        if self.at == start || self.text[self.at - 1] == b'.' {
            return Err(self.expected("a digit"));
        }
        Ok(Literal { mantissa: mantissa as u32, places })
    }
}
