//! Who may know whom: the direction in which the rooms of the house name each other, what of the world each may name,
//! and that no type prints text of the book.
//!
//! The checker reads the sources as text, without comments and quoted text, and follows `use` through groups, other
//! names, `self` and `super`. What a macro puts together it does not see.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first thing that is not as it says"
)]

mod checker;
mod names;
mod network;
mod printed;
mod refused;
mod source;

use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn nothing_names_what_it_may_not_know() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = sources(&src);
    assert!(files.len() > 100, "only {} files in src", files.len());
    let mut wrong = Vec::new();
    for path in files {
        let text = fs::read_to_string(&path).unwrap();
        let place = path.strip_prefix(&src).unwrap().to_str().unwrap();
        wrong.extend(checker::check(place, &text));
        wrong.extend(printed::printed(place, &text));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_speaks_to_a_network() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut named = Vec::new();
    for path in sources(&root.join("src")) {
        let text = fs::read_to_string(&path).unwrap();
        named.extend(network::named(path.to_str().unwrap(), &text));
    }
    assert!(named.is_empty(), "{}", named.join("\n"));
    let lock = fs::read_to_string(root.join("Cargo.lock")).unwrap();
    assert_eq!(network::locked(&lock), Vec::<&str>::new());
}

/// Every Rust file below a folder.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}
