//! Cells of a table printed as text: a currency, a closing parenthesis or a percent sign often
//! stands in a cell of its own, as in `$ | (31,087 | )` and `2.8 | %`.

use crate::stated::{
    coin::is_sign,
    text::{Text, is_blank},
};

/// The most characters between a number and what stands in the next cell.
const GAP_CHARS_MAX: usize = 8;

/// Returns the end of the currency sign that stands alone in the cell before a number.
pub fn sign_before(text: Text<'_>, number: usize, floor: usize) -> Option<usize> {
    let mut at = number;
    let mut borders = Borders::default();
    for _ in 0..GAP_CHARS_MAX {
        let c = text.char_before(at, floor)?;
        if !borders.passes(c) {
            break;
        }
        at -= c.len_utf8();
    }
    let sign = text.char_before(at, floor)?;
    let own = text.skip_blanks_before(at - sign.len_utf8(), 0);
    let alone = matches!(text.char_before(own, 0), None | Some('|' | '\n'));
    (borders.crossed() && alone && is_sign(sign)).then_some(at)
}

/// Returns the end of a closing parenthesis or percent sign that stands first in the cell behind a
/// number.
pub fn mark_behind(text: Text<'_>, number: usize, mark: u8) -> Option<usize> {
    let mut at = number;
    let mut borders = Borders::default();
    for _ in 0..GAP_CHARS_MAX {
        let c = text.char_at(at)?;
        if !borders.passes(c) {
            break;
        }
        at += c.len_utf8();
    }
    let ends = match text.byte(at + 1) {
        0 | b' ' | b'|' | b'\n' | b'\t' | b'\r' | b'%' => true,
        other => other == b')' && mark == b'%',
    };
    // A parenthesis may stand off in its own cell: `(5.3 )%`.
    let apart = borders.crossed() || mark == b')';
    (apart && text.byte(at) == mark && ends).then_some(at + 1)
}

/// The borders of cells passed so far: one bar at most, and a line break on each side of it.
#[derive(Default)]
struct Borders {
    bar: bool,
    lines: usize,
}

impl Borders {
    fn passes(&mut self, c: char) -> bool {
        match c {
            '|' if !self.bar => {
                self.bar = true;
                true
            }
            '\n' if self.lines == 0 || self.lines == 1 && self.bar => {
                self.lines += 1;
                true
            }
            c => is_blank(c),
        }
    }

    fn crossed(&self) -> bool {
        self.bar || self.lines > 0
    }
}
