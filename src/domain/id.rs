//! Identities of records: random, 128 bits, written as 26 characters.

use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::HashSet;
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

use super::redacted::redacted;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use ulid::Ulid;

/// The identity of a record of kind `T`.
///
/// All 128 bits are random (no clock in it), so that two machines that add records to copies of one book never meet on
/// an id, and an id tells nothing about when somebody was written down. The text form is Crockford base 32.
pub struct Id<T> {
    raw: Ulid,
    of: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// The id of a record that has none yet; a book replaces it when it is opened ([`super::Book::give_missing_ids`]).
    #[must_use]
    pub const fn nil() -> Self {
        Self::from_u128(0)
    }

    /// An id from its number. For tests and fixed examples; a book's records get theirs from [`IdSource`].
    #[must_use]
    pub const fn from_u128(number: u128) -> Self {
        Self {
            raw: Ulid(number),
            of: PhantomData,
        }
    }

    /// Whether this is [`Id::nil`].
    #[must_use]
    pub const fn is_nil(&self) -> bool {
        self.raw.0 == 0
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Id<T> {}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.raw == other.raw
    }
}

impl<T> Eq for Id<T> {}

impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.raw.cmp(&other.raw)
    }
}

impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.raw.0.hash(state);
    }
}

impl<T> Default for Id<T> {
    fn default() -> Self {
        Self::nil()
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.raw.fmt(f)
    }
}

impl<T> FromStr for Id<T> {
    type Err = InvalidId;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ulid::from_string(text)
            .map(|raw| Self {
                raw,
                of: PhantomData,
            })
            .map_err(|_| InvalidId(text.to_owned()))
    }
}

impl<T> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de, T> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(IdText(PhantomData))
    }
}

/// Reads an id without copying its text.
struct IdText<T>(PhantomData<fn() -> T>);

impl<T> de::Visitor<'_> for IdText<T> {
    type Value = Id<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Id<T>, E> {
        text.parse().map_err(de::Error::custom)
    }
}

/// A text that is no id.
#[derive(Clone, PartialEq, Eq)]
pub struct InvalidId(String);

redacted!(InvalidId:; 0);

impl fmt::Display for InvalidId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "\"{}\" is no id: an id has 26 characters, digits and capital letters without I, L, O and U \
             (leave the id out, and the record gets one)",
            self.0
        )
    }
}

impl std::error::Error for InvalidId {}

/// Where new ids come from: seeded from the system in the program, from a fixed number in tests.
#[derive(Debug)]
pub struct IdSource(RefCell<StdRng>);

impl IdSource {
    /// A source that gives the same ids for the same seed.
    #[must_use]
    pub fn seeded(seed: u64) -> Self {
        Self(RefCell::new(StdRng::seed_from_u64(seed)))
    }

    /// A source from 32 bytes of the system's randomness.
    #[must_use]
    pub fn from_entropy(entropy: [u8; 32]) -> Self {
        Self(RefCell::new(StdRng::from_seed(entropy)))
    }

    /// A new id.
    #[must_use]
    pub fn next<T>(&self) -> Id<T> {
        let mut rng = self.0.borrow_mut();
        let number = (u128::from(rng.next_u64()) << 64) | u128::from(rng.next_u64());
        Id::from_u128(number.max(1))
    }
}

/// Ids that follow from content: the same for the same, another one for what stands there a second time.
#[derive(Debug, Default)]
pub(super) struct IdsByContent(HashSet<u128>);

impl IdsByContent {
    /// Notes an id that is somebody's already.
    pub(super) fn keep<T>(&mut self, id: Id<T>) {
        self.0.insert(id.raw.0);
    }

    /// The id of a record that has none.
    pub(super) fn of<T>(&mut self, content: &impl Serialize) -> Id<T> {
        let mut hasher = DefaultHasher::new();
        serde_json::to_string(content)
            .unwrap_or_default()
            .hash(&mut hasher);
        let ids = IdSource::seeded(hasher.finish());
        loop {
            let id: Id<T> = ids.next();
            if self.0.insert(id.raw.0) {
                return id;
            }
        }
    }
}
