//! A text read byte by byte, in both directions.

/// The most spaces between two pieces of one figure: a padded table cell has several.
const SPACES_MAX: usize = 24;

/// A text and its bytes; positions are byte offsets and stay on character boundaries.
#[derive(Clone, Copy)]
pub struct Text<'a> {
    text: &'a str,
    bytes: &'a [u8],
}

impl<'a> Text<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { text, bytes: text.as_bytes() }
    }

    pub fn len(self) -> usize {
        self.bytes.len()
    }

    /// Returns the text between two positions.
    pub fn slice(self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// Returns the bytes between two positions.
    pub fn bytes(self, start: usize, end: usize) -> &'a [u8] {
        self.bytes.get(start..end).unwrap_or_default()
    }

    /// Returns the byte at a position, zero past the end.
    #[inline]
    pub fn byte(self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    /// Returns the byte before a position, zero at the beginning.
    #[inline]
    pub fn byte_before(self, at: usize) -> u8 {
        at.checked_sub(1).map_or(0, |before| self.byte(before))
    }

    /// Returns the character at a position.
    #[inline]
    pub fn char_at(self, at: usize) -> Option<char> {
        let byte = *self.bytes.get(at)?;
        if byte < 0x80 { Some(char::from(byte)) } else { self.text.get(at..)?.chars().next() }
    }

    /// Returns the character before a position, unless it starts before `floor`.
    #[inline]
    pub fn char_before(self, at: usize, floor: usize) -> Option<char> {
        if at <= floor {
            return None;
        }
        let byte = self.byte_before(at);
        if byte < 0x80 {
            Some(char::from(byte))
        } else {
            self.text.get(floor..at)?.chars().next_back()
        }
    }

    pub fn is_digit(self, at: usize) -> bool {
        self.byte(at).is_ascii_digit()
    }

    /// Returns whether `pattern` stands at a position.
    pub fn has(self, at: usize, pattern: &str) -> bool {
        self.bytes.get(at..).is_some_and(|rest| rest.starts_with(pattern.as_bytes()))
    }

    /// Returns the first digit at or after a position.
    pub fn digit_from(self, at: usize) -> Option<usize> {
        let rest = self.bytes.get(at..)?;
        rest.iter().position(u8::is_ascii_digit).map(|offset| at + offset)
    }

    /// Returns where the spaces at a position end: one line break at most is passed over.
    #[inline]
    pub fn skip_spaces(self, at: usize) -> usize {
        match self.byte(at) {
            b'!'..0x80 => at,
            b' ' if matches!(self.byte(at + 1), b'!'..0x80) => at + 1,
            0 => at,
            _ => self.skip(at, true),
        }
    }

    /// Returns where the spaces at a position end, within its line.
    pub fn skip_blanks(self, at: usize) -> usize {
        self.skip(at, false)
    }

    fn skip(self, start: usize, across_line: bool) -> usize {
        let mut at = start;
        let mut lines = 0;
        while at < start + SPACES_MAX {
            match self.char_at(at) {
                Some('\n') if across_line && lines == 0 => lines = 1,
                Some('\n') => return if across_line { start } else { at },
                Some(c) if is_blank(c) => {}
                _ => return at,
            }
            at += self.char_at(at).map_or(1, char::len_utf8);
        }
        at
    }

    /// Returns where the spaces before a position begin, within its line.
    pub fn skip_blanks_before(self, end: usize, floor: usize) -> usize {
        let at = self.skip_spaces_before(end, floor);
        let line = self.bytes(at, end).iter().rposition(|byte| *byte == b'\n');
        line.map_or(at, |before| at + before + 1)
    }

    /// Returns where the spaces before a position begin: one line break at most is passed over.
    #[inline]
    pub fn skip_spaces_before(self, end: usize, floor: usize) -> usize {
        match self.byte_before(end) {
            b'!'..0x80 => end,
            b' ' if end > floor && matches!(self.byte_before(end - 1), b'!'..0x80) => end - 1,
            _ => self.skip_before(end, floor),
        }
    }

    fn skip_before(self, end: usize, floor: usize) -> usize {
        let mut at = end;
        let mut lines = 0;
        while end - at < SPACES_MAX {
            match self.char_before(at, floor) {
                Some('\n') if lines == 0 => lines = 1,
                Some('\n') => return end,
                Some(c) if is_blank(c) => {}
                _ => return at,
            }
            at -= self.char_before(at, floor).map_or(1, char::len_utf8);
        }
        at
    }

    /// Returns the word before a position, over the spaces between, with its start.
    #[inline]
    pub fn previous_word(self, at: usize, floor: usize) -> (&'a [u8], usize) {
        let end = self.skip_spaces_before(at, floor);
        let word = self.word_before(end, floor);
        (word, end - word.len())
    }

    /// Returns the ASCII letters at a position.
    #[inline]
    pub fn word(self, at: usize) -> &'a [u8] {
        let rest = self.bytes.get(at..).unwrap_or_default();
        let length = rest.iter().position(|b| !b.is_ascii_alphabetic()).unwrap_or(rest.len());
        rest.get(..length).unwrap_or_default()
    }

    /// Returns the ASCII letters that end at a position, and do not begin before `floor`.
    #[inline]
    pub fn word_before(self, end: usize, floor: usize) -> &'a [u8] {
        let before = self.bytes.get(floor..end).unwrap_or_default();
        let other = before.iter().rposition(|b| !b.is_ascii_alphabetic());
        before.get(other.map_or(0, |at| at + 1)..).unwrap_or_default()
    }

    /// Returns the first character boundary at or after a position.
    pub fn boundary(self, at: usize) -> usize {
        (at..self.len()).find(|&at| self.text.is_char_boundary(at)).unwrap_or(self.len())
    }
}

/// Returns whether a character is a space of any width within a line.
pub fn is_blank(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t' | '\r' | '\u{a0}' | '\u{2000}'
            ..='\u{200b}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
    )
}

/// A short word in lower case, without allocation; a longer word is no word of any table.
pub struct Lower {
    letters: [u8; Self::LETTERS_MAX],
    length: usize,
}

impl Lower {
    const LETTERS_MAX: usize = 16;

    #[inline]
    pub fn new(word: &[u8]) -> Self {
        if word.len() > Self::LETTERS_MAX {
            return Self { letters: [0; Self::LETTERS_MAX], length: 0 };
        }
        // In a register: letters stored one by one would have to be waited for.
        let lower = word
            .iter()
            .rev()
            .fold(0_u128, |letters, letter| letters << 8 | u128::from(letter.to_ascii_lowercase()));
        Self { letters: lower.to_le_bytes(), length: word.len() }
    }

    #[inline]
    pub fn as_bytes(&self) -> &[u8] {
        self.letters.get(..self.length).unwrap_or_default()
    }
}
