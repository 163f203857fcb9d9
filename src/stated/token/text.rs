//! A text read byte by byte.

/// A text and its bytes; positions are byte offsets and stay on character boundaries.
#[derive(Clone, Copy)]
pub(super) struct Text<'a> {
    text: &'a str,
    bytes: &'a [u8],
}

impl<'a> Text<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, bytes: text.as_bytes() }
    }

    pub(super) fn len(self) -> usize {
        self.bytes.len()
    }

    /// Returns the text between two positions.
    pub(super) fn slice(self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// Returns the bytes between two positions.
    pub(super) fn bytes(self, start: usize, end: usize) -> &'a [u8] {
        self.bytes.get(start..end).unwrap_or_default()
    }

    /// Returns the bytes from a position on.
    #[inline]
    pub(super) fn bytes_from(self, start: usize) -> &'a [u8] {
        self.bytes.get(start..).unwrap_or_default()
    }

    /// Returns the byte at a position.
    #[inline]
    pub(super) fn get(self, at: usize) -> Option<u8> {
        self.bytes.get(at).copied()
    }

    /// Returns the byte at a position, zero past the end.
    #[inline]
    pub(super) fn byte(self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    /// Returns the byte before a position, zero at the beginning.
    #[inline]
    pub(super) fn byte_before(self, at: usize) -> u8 {
        at.checked_sub(1).map_or(0, |before| self.byte(before))
    }

    /// Returns the character at a position.
    #[inline]
    pub(super) fn char_at(self, at: usize) -> Option<char> {
        let byte = *self.bytes.get(at)?;
        if byte < 0x80 { Some(char::from(byte)) } else { self.text.get(at..)?.chars().next() }
    }

    /// Returns the character before a position, unless it starts before `floor`.
    pub(super) fn char_before(self, at: usize, floor: usize) -> Option<char> {
        self.text.get(floor..at)?.chars().next_back()
    }

    pub(super) fn is_digit(self, at: usize) -> bool {
        self.byte(at).is_ascii_digit()
    }

    /// Returns whether `pattern` stands at a position.
    pub(super) fn has(self, at: usize, pattern: &str) -> bool {
        self.bytes.get(at..).is_some_and(|rest| rest.starts_with(pattern.as_bytes()))
    }

    /// Returns the first digit at or after a position.
    pub(super) fn digit_from(self, at: usize) -> Option<usize> {
        let rest = self.bytes.get(at..)?;
        rest.iter().position(u8::is_ascii_digit).map(|offset| at + offset)
    }

    /// Returns whether more than one character stands between two positions.
    pub(super) fn chars_over_one(self, start: usize, end: usize) -> bool {
        end > start + 1 && self.slice(start, end).chars().nth(1).is_some()
    }

    /// Returns whether two digits and a euro sign stand at a position.
    pub(super) fn is_cents(self, at: usize) -> bool {
        let behind = at + 2;
        self.is_digit(at)
            && self.is_digit(at + 1)
            && (self.has(behind, "€") || self.has(behind, " €") || self.has(behind, "\u{a0}€"))
    }

    /// Returns the ASCII letters that end at a position, and do not begin before `floor`.
    pub(super) fn word_before(self, end: usize, floor: usize) -> &'a [u8] {
        let before = self.bytes(floor, end);
        let other = before.iter().rposition(|byte| !byte.is_ascii_alphabetic());
        before.get(other.map_or(0, |at| at + 1)..).unwrap_or_default()
    }

    /// Returns how many ASCII letters stand at a position.
    #[inline]
    pub(super) fn ascii_letters(self, at: usize) -> usize {
        let mut rest = self.bytes_from(at);
        let mut letters = 0;
        while let Some((eight, behind)) = rest.split_first_chunk() {
            let run = letters_of_eight(*eight);
            letters += run;
            if run < 8 {
                return letters;
            }
            rest = behind;
        }
        letters + rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count()
    }

    /// Returns the letters at a position.
    pub(super) fn word(self, at: usize) -> &'a str {
        let rest = self.slice(at, self.len());
        let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        rest.get(..end).unwrap_or_default()
    }

    /// Returns the first character boundary at or after a position.
    pub(super) fn boundary(self, at: usize) -> usize {
        (at..self.len()).find(|&at| self.text.is_char_boundary(at)).unwrap_or(self.len())
    }
}

/// Returns how many of eight bytes are letters before the first that is none.
///
/// All are looked at in one number: the highest bit of a byte, which no ASCII character has, says
/// what is found.
#[inline]
fn letters_of_eight(bytes: [u8; 8]) -> usize {
    const EACH: u64 = 0x0101_0101_0101_0101;
    const HIGHEST: u64 = 0x80 * EACH;
    let all = u64::from_le_bytes(bytes);
    // The bit that parts capitals from small letters.
    let small = (all | (0x20 * EACH)) & !HIGHEST;
    let from_a = small + (0x80 - b'a' as u64) * EACH;
    let past_z = small + (0x80 - b'z' as u64 - 1) * EACH;
    let letters = from_a & !past_z & !all & HIGHEST;
    ((letters ^ HIGHEST).trailing_zeros() / 8) as usize
}

/// Returns whether a character is a space of any width within a line.
pub(super) fn is_blank(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t' | '\r' | '\u{a0}' | '\u{2000}'
            ..='\u{200b}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
    )
}

/// Returns whether a character is written without spaces between words.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}
