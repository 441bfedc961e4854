//! What imports have told of a person before. It is news no more: what I changed since stays as I left it, however often
//! the same file comes in.

use std::collections::BTreeSet;

/// What was told of a person, as fingerprints: the words themselves need not stand in the book twice.
pub(super) struct Told(BTreeSet<u32>);

impl Told {
    pub(super) fn before(imported: &[u32]) -> Self {
        Self(imported.iter().copied().collect())
    }

    /// Whether nobody told this before; from now on it is told.
    pub(super) fn is_news(&mut self, field: &str, value: &str) -> bool {
        self.0.insert(fingerprint(field, value))
    }

    pub(super) fn into_sorted(self) -> Vec<u32> {
        self.0.into_iter().collect()
    }
}

/// FNV-1a (Fowler, Noll and Vo 1991) of field and value. It is stored, so it must say the same in every version and on
/// every machine; of the twenty values of one person two fall together once in ten million times.
fn fingerprint(field: &str, value: &str) -> u32 {
    const BASIS: u32 = 0x811c_9dc5;
    const PRIME: u32 = 0x0100_0193;
    let bytes = field.bytes().chain([0]).chain(value.bytes());
    bytes.fold(BASIS, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(PRIME)
    })
}
