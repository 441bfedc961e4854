//! The settings, the templates of messages, and the books that a page shows.

use std::fs;
use std::path::Path;

use goodword::domain::messages::Kind;
use goodword::store::BookFile;
use goodword::store::config::Config;

use super::page;

const SETTINGS: &str = "docs/settings.md";

#[test]
fn the_settings_shown_are_all_there_are() {
    let shown = page::examples(&page::read(SETTINGS), "ron").remove(0);
    let file = page::at("assets/config.ron");
    assert_eq!(shown, fs::read_to_string(&file).unwrap());
    assert_eq!(Config::read(&file).unwrap(), Config::default());
    let fields = serde_json::to_value(Config::default()).unwrap();
    for field in fields.as_object().unwrap().keys() {
        assert!(shown.contains(&format!("\n  {field}: ")), "{field}");
    }
}

#[test]
fn the_templates_named_are_there() {
    let own = page::section(&page::read(SETTINGS), "## The words of messages");
    let words = page::quoted(&own);
    let is_file = |word: &&String| Path::new(word).extension().is_some_and(|end| end == "txt");
    let files: Vec<&String> = words.iter().filter(is_file).collect();
    assert_eq!(files.len(), Kind::ALL.len());
    for file in files {
        assert!(Kind::ALL.iter().any(|kind| kind.file() == *file), "{file}");
    }
    for placeholder in words.iter().filter(|word| word.starts_with('{')) {
        let name = placeholder.trim_matches(['{', '}']);
        let mut kinds = Kind::ALL.iter();
        assert!(
            kinds.any(|kind| kind.placeholders().contains(&name)),
            "{name}"
        );
    }
    assert_eq!(
        fs::read_dir(page::at("assets/messages")).unwrap().count(),
        Kind::ALL.len()
    );
}

/// Each book that a page shows opens as it stands.
#[test]
fn the_books_shown_are_read() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["docs/book.md", "docs/file-format.md"] {
        let shown = page::examples(&page::read(name), "ron").remove(0);
        let path = folder.path().join("book.ron");
        fs::write(&path, shown).unwrap();
        let opened = BookFile::open(&path).unwrap();
        assert_eq!(opened.problems(), Vec::<String>::new(), "{name}");
        let ada = opened.book.contacts.iter().next().unwrap();
        assert_eq!(ada.name, "Ada Byron");
        assert_eq!(ada.problems.len(), 1);
        assert!(!ada.id.is_nil());
    }
}
