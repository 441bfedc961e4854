//! Real samples, mangled: cut, doubled, spliced, flipped, and with words of their own format where they do not belong.

use std::cell::Cell;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{RngAlgorithm, TestError, TestRng, TestRunner};

/// The longest stretch, in bytes, that one change takes away, doubles or splices.
const LONGEST: usize = 80;

/// What a reader is tried with.
pub(crate) struct Format {
    /// What it reads well, but for what is broken on purpose.
    pub(crate) samples: Vec<Vec<u8>>,
    /// What it trips over.
    pub(crate) words: Vec<&'static str>,
    /// The most changes of one sample: as many as leave enough that can still be read.
    pub(crate) most_changes: usize,
}

/// One change of some bytes.
#[derive(Debug, Clone)]
struct Change {
    kind: Kind,
    at: Index,
    from: Index,
    length: usize,
    /// Whether whole lines are meant: then more of the text stays what it was.
    by_lines: bool,
    word: &'static str,
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    Flip,
    Delete,
    Double,
    Splice,
    Insert,
    /// A word in the place of another one.
    Replace,
}

/// Tries a reader, which says whether it read a case to its end, with so many cases, the same ones every time.
///
/// Gives how many were read, or a case that makes the reader panic, made smaller at most so many times.
pub(crate) fn fuzz(
    format: &Format,
    cases: u32,
    most_smaller: u32,
    reader: impl Fn(&[u8]) -> bool,
) -> Result<u32, String> {
    let config = ProptestConfig {
        cases,
        max_shrink_iters: most_smaller,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let read = Cell::new(0);
    let outcome = TestRunner::new_with_rng(config, rng).run(&mangled(format), |bytes| {
        read.set(read.get() + u32::from(reader(&bytes)));
        Ok(())
    });
    match outcome {
        Ok(()) => Ok(read.get()),
        Err(TestError::Fail(why, bytes)) => Err(format!("{why}: {}", bytes.escape_ascii())),
        Err(TestError::Abort(why)) => Err(why.to_string()),
    }
}

fn mangled(format: &Format) -> impl Strategy<Value = Vec<u8>> + use<> {
    let sample = || select(format.samples.clone());
    let changes = prop::collection::vec(change(&format.words), 1..=format.most_changes);
    (sample(), sample(), changes).prop_map(|(mut bytes, other, changes)| {
        for change in &changes {
            change.make(&mut bytes, &other);
        }
        bytes
    })
}

fn change(words: &[&'static str]) -> impl Strategy<Value = Change> + use<> {
    use Kind::{Delete, Double, Flip, Insert, Replace, Splice};
    let kind = select(vec![Flip, Delete, Double, Splice, Insert, Replace, Replace]);
    let word = select(words.to_vec());
    let place = (any::<Index>(), any::<Index>(), 0..LONGEST, any::<bool>());
    (kind, place, word).prop_map(|(kind, (at, from, length, by_lines), word)| Change {
        kind,
        at,
        from,
        length,
        by_lines,
        word,
    })
}

impl Change {
    fn make(&self, bytes: &mut Vec<u8>, other: &[u8]) {
        let (at, end) = self.stretch(bytes, self.at);
        match self.kind {
            Kind::Flip => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << (self.length % 8);
                }
            }
            Kind::Delete => drop(bytes.drain(at..end)),
            Kind::Double => {
                let twice = bytes[at..end].to_vec();
                bytes.splice(at..at, twice);
            }
            Kind::Splice => {
                let (from, to) = self.stretch(other, self.from);
                bytes.splice(at..end, other[from..to].iter().copied());
            }
            Kind::Insert => drop(bytes.splice(at..at, self.word.bytes())),
            Kind::Replace => {
                let end = at + ends(&bytes[at..], |byte| !byte.is_ascii_alphanumeric());
                bytes.splice(at..end, self.word.bytes());
            }
        }
    }

    /// From where to where in some bytes this change reaches.
    fn stretch(&self, bytes: &[u8], at: Index) -> (usize, usize) {
        let at = at.index(bytes.len() + 1);
        let end = (at + self.length).min(bytes.len());
        let is_break = |byte: &u8| *byte == b'\n';
        if !self.by_lines || matches!(self.kind, Kind::Flip | Kind::Replace) {
            return (at, end);
        }
        let start = bytes[..at].iter().rposition(is_break);
        let end = end + ends(&bytes[end..], |byte| byte == b'\n') + 1;
        (start.map_or(0, |before| before + 1), end.min(bytes.len()))
    }
}

/// How many bytes stand before the first one that ends it.
fn ends(bytes: &[u8], is_end: impl Fn(u8) -> bool) -> usize {
    let mut places = bytes.iter();
    places.position(|byte| is_end(*byte)).unwrap_or(bytes.len())
}
