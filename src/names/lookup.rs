//! [`NameTable`]: finds a name among hundreds, while compiling as well as at run time.

/// A hash table over a list of names, with open addressing.
///
/// The formulas of the catalogue name some two thousand measures; comparing each with every name
/// would take the compiler more steps than it grants a constant without a warning.
pub(crate) struct NameTable<const SLOTS: usize> {
    /// The places of names in the list, plus one; zero where there is none.
    slots: [u16; SLOTS],
}

impl<const SLOTS: usize> NameTable<SLOTS> {
    /// Makes the table of a list, which must have fewer names than there are slots, each once.
    #[expect(clippy::indexing_slicing, reason = "slots are taken modulo their number")]
    pub(crate) const fn new(names: &[&str]) -> Self {
        assert!(2 * names.len() <= SLOTS && names.len() < u16::MAX as usize);
        let mut slots = [0; SLOTS];
        let mut place = 0;
        while place < names.len() {
            let name = names[place].as_bytes();
            let mut slot = hash(name) % SLOTS;
            while slots[slot] > 0 {
                let other = names[slots[slot] as usize - 1].as_bytes();
                assert!(!same_bytes(other, name), "a name stands in the list twice");
                slot = (slot + 1) % SLOTS;
            }
            place += 1;
            slots[slot] = place as u16;
        }
        Self { slots }
    }

    /// Returns the place of a name in the list that the table was made of.
    #[expect(clippy::indexing_slicing, reason = "slots are taken modulo their number")]
    pub(crate) const fn find(&self, names: &[&str], name: &[u8]) -> Option<usize> {
        let mut slot = hash(name) % SLOTS;
        while self.slots[slot] > 0 {
            let place = self.slots[slot] as usize - 1;
            if same_bytes(names[place].as_bytes(), name) {
                return Some(place);
            }
            slot = (slot + 1) % SLOTS;
        }
        None
    }
}

/// The Fowler-Noll-Vo hash in 32 bits.
#[expect(clippy::indexing_slicing, reason = "the index is below the length")]
const fn hash(bytes: &[u8]) -> usize {
    let (mut hash, mut at) = (0x811c_9dc5_u32, 0);
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    hash as usize
}

/// Compares two texts; usable while compiling.
#[expect(clippy::indexing_slicing, reason = "the index is below both lengths")]
pub(crate) const fn same_bytes(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut at = 0;
    while at < a.len() {
        if a[at] != b[at] {
            return false;
        }
        at += 1;
    }
    true
}
