//! The pages: read, searched, and written anew where that is wished for.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// Every page that is for people, from the root of the repository.
pub(crate) const PAGES: [&str; 16] = [
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "docs/guide.md",
    "docs/lines.md",
    "docs/filters.md",
    "docs/keys.md",
    "docs/shell.md",
    "docs/json.md",
    "docs/book.md",
    "docs/file-format.md",
    "docs/import.md",
    "docs/sync.md",
    "docs/settings.md",
    "docs/model.md",
];

/// Two tests may write one page.
static WRITING: Mutex<()> = Mutex::new(());

pub(crate) fn at(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

pub(crate) fn read(name: &str) -> String {
    fs::read_to_string(at(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// What stands under a heading, up to the next one of its rank.
pub(crate) fn section(text: &str, heading: &str) -> String {
    let rank = heading.split(' ').next().unwrap();
    let (_, rest) = text
        .split_once(&format!("{heading}\n"))
        .unwrap_or_else(|| panic!("no {heading}"));
    let end = format!("\n{rank} ");
    rest.split(&end).next().unwrap().to_owned()
}

/// What stands between backticks, examples in blocks of their own left out.
pub(crate) fn quoted(text: &str) -> Vec<String> {
    let prose: String = text.split("```").step_by(2).collect();
    let words = prose.split('`').skip(1).step_by(2);
    words.map(|word| word.replace('\n', " ")).collect()
}

/// The examples of a language, in their order.
pub(crate) fn examples(text: &str, language: &str) -> Vec<String> {
    let fence = format!("```{language}\n");
    let blocks = text.split(&fence).skip(1);
    blocks
        .map(|rest| rest.split("```").next().unwrap().to_owned())
        .collect()
}

/// Holds the part of a page between `<!-- name -->` and `<!-- end of name -->` to what it is to say.
/// `GOODWORD_README=write` writes it anew.
pub(crate) fn hold(page: &str, name: &str, wanted: &str) {
    let _one_at_a_time = WRITING.lock();
    let text = read(page);
    let (begin, end) = (
        format!("<!-- {name} -->\n"),
        format!("<!-- end of {name} -->\n"),
    );
    let (before, rest) = text.split_once(&begin).unwrap();
    let (stands, after) = rest.split_once(&end).unwrap();
    if std::env::var("GOODWORD_README").is_ok_and(|wish| wish == "write") {
        fs::write(at(page), format!("{before}{begin}{wanted}{end}{after}")).unwrap();
        return;
    }
    let mut lines = wanted.lines().zip(stands.lines());
    let differs = lines.find(|(wanted, stands)| wanted != stands);
    assert!(
        wanted == stands,
        "{page} no longer says what holds: GOODWORD_README=write cargo test --test readme\n{differs:?}"
    );
}

/// A table of Markdown.
pub(crate) fn table<const N: usize>(
    head: [&str; N],
    rows: impl Iterator<Item = [String; N]>,
) -> String {
    let mut text = format!("| {} |\n|{}\n", head.join(" | "), "---|".repeat(N));
    for row in rows {
        text.push_str("| ");
        text.push_str(&row.join(" | "));
        text.push_str(" |\n");
    }
    text
}
