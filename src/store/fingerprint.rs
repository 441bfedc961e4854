//! What tells one content of a file from another without keeping it: a book of many years is as large in memory as the
//! records in it, and several versions of it are to be known again.

use std::fmt;

use xxhash_rust::xxh3::xxh3_128;

/// The length and a hash of 128 bits. Two contents that somebody wrote share one only by a chance of 1 in 10^38.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Fingerprint {
    length: usize,
    hash: u128,
}

impl Fingerprint {
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self {
            length: bytes.len(),
            hash: xxh3_128(bytes),
        }
    }
}

/// Of no bytes at all.
impl Default for Fingerprint {
    fn default() -> Self {
        Self::of(&[])
    }
}

/// A short book could be found again from its hash by trying: only the length is named.
impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.length)
    }
}
