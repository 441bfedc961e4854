//! What `goodword --version` says of a build: the target, and of a release out of its own repository the commit.
//!
//! Nothing of the clock or of this machine goes in, so that two builds of one commit are the same.

use std::path::Path;
use std::process::Command;

/// What a build is made of: where one of them is not as it was committed, the commit alone would say too much.
const SOURCES: [&str; 5] = ["assets", "build.rs", "Cargo.lock", "Cargo.toml", "src"];

fn main() {
    let known = |name| std::env::var(name).unwrap_or_default();
    println!("cargo:rerun-if-changed=build.rs");
    let mut build = known("TARGET");
    // Whoever works on it is spared building everything again after each commit.
    if known("PROFILE") == "release" {
        let folder = known("CARGO_MANIFEST_DIR");
        watch(Path::new(&folder));
        if let Some(commit) = commit(Path::new(&folder)) {
            build = format!("{commit}, {build}");
        }
    }
    println!("cargo:rustc-env=GOODWORD_BUILD={build}");
}

/// The commit in twelve letters and its day, as in "0123456789ab, 2026-11-23", and whether anything was changed since.
/// None where there is no git, and where the folder only lies within a repository, as an unpacked package may.
pub(crate) fn commit(folder: &Path) -> Option<String> {
    if !folder.join(".git").exists() {
        return None;
    }
    let last = git(
        folder,
        &["log", "-1", "--no-show-signature", "--format=%H %cs"],
    )?;
    let (commit, day) = last.split_once(' ')?;
    // Git's own abbreviation grows with the repository: a shallow clone would say another.
    let commit = commit.get(..12)?;
    let asked = [
        &["status", "--porcelain", "--untracked-files=no", "--"],
        &SOURCES[..],
    ];
    let is_changed = git(folder, &asked.concat()).is_none_or(|changes| !changes.is_empty());
    let and = if is_changed { " and changes" } else { "" };
    Some(format!("{commit}{and}, {day}"))
}

/// Asks again once another commit is in hand, or a source changed.
fn watch(folder: &Path) {
    let heads = ["HEAD", "logs/HEAD"].map(|name| git(folder, &["rev-parse", "--git-path", name]));
    let sources = SOURCES.map(|source| Some(source.to_owned()));
    for path in heads.into_iter().chain(sources).flatten() {
        // What is not there would be asked for at every build.
        if folder.join(&path).exists() {
            println!("cargo:rerun-if-changed={path}");
        }
    }
}

fn git(folder: &Path, words: &[&str]) -> Option<String> {
    let mut command = Command::new("git");
    // A commit that is made meanwhile is not to wait.
    command.env("GIT_OPTIONAL_LOCKS", "0");
    for outer in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
        command.env_remove(outer);
    }
    let output = command.current_dir(folder).args(words).output().ok()?;
    let text = output.status.success().then_some(output.stdout)?;
    Some(String::from_utf8(text).ok()?.trim_end().to_owned())
}
