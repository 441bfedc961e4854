//! What tells two books of one name apart: where they stand. One book is the same by whichever link it is opened.

use std::path::{Path, PathBuf};

use super::disk::{RealDisk, folder_of, name_of};
use super::link::follow;

/// The file to which a path leads.
pub(super) fn end_of(book: &Path) -> PathBuf {
    follow(&RealDisk, book).map_or_else(|_| book.to_owned(), |end| end.path)
}

/// The folder of a book's backups: the name of its file, and a hash of where it stands.
pub(super) fn folder_name(book: &Path) -> String {
    let end = end_of(book);
    let name = name_of(&end);
    format!("{name}-{:016x}", hash(&end))
}

/// How the name of a file begins that belongs to a book: "book-0123456789abcdef-".
pub(super) fn prefix(book: &Path) -> String {
    let end = end_of(book);
    let stem = end.file_stem().unwrap_or_default().to_string_lossy();
    format!("{stem}-{:016x}-", hash(&end))
}

fn hash(end: &Path) -> u64 {
    let name = end.file_name().unwrap_or_default();
    let path = whole(folder_of(end)).join(name);
    fnv(path.as_os_str().as_encoded_bytes())
}

/// A folder's path from the root, without links, as far as it exists.
fn whole(folder: &Path) -> PathBuf {
    let absolute = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let real = absolute.ancestors().find_map(|above| {
        let below = absolute.strip_prefix(above).ok()?;
        Some(above.canonicalize().ok()?.join(below))
    });
    real.unwrap_or(absolute)
}

/// FNV-1a with 64 bits: the standard library's hashes may change from one version to the next, and a folder's name may
/// not.
fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
