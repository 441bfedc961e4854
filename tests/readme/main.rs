//! What the pages for people promise: the README and what it leads to. `GOODWORD_README=write cargo test --test readme`
//! writes anew what follows from the source.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first thing that is not as it says"
)]

mod file_format;
mod keys;
mod lines;
mod model;
mod page;
mod settings;
mod source;

use std::fs;
use std::path::Path;
use std::process::Command;

use goodword::ui::{MIN_HEIGHT, MIN_WIDTH};

/// A link leads to a file that is there, and to a heading in it.
#[test]
fn every_link_leads_somewhere() {
    let mut seen = 0;
    for name in page::PAGES {
        let text = page::read(name);
        let links = text
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next());
        let pictures = ["src=\"", "srcset=\""].map(|begin| text.split(begin).skip(1));
        let pictures = pictures
            .into_iter()
            .flatten()
            .filter_map(|rest| rest.split('"').next());
        for link in links
            .chain(pictures)
            .filter(|link| !link.starts_with("http"))
        {
            let (file, heading) = link.split_once('#').unwrap_or((link, ""));
            let folder = Path::new(name).parent().unwrap();
            let file = if file.is_empty() {
                name.into()
            } else {
                folder.join(file)
            };
            let file = page::at(file.to_str().unwrap());
            assert!(file.exists(), "{name}: {link} is missing");
            let is_there = |text: &str| {
                text.lines()
                    .any(|line| anchor(line).as_deref() == Some(heading))
            };
            assert!(
                heading.is_empty() || is_there(&fs::read_to_string(&file).unwrap()),
                "{name}: no heading for {link}"
            );
            seen += 1;
        }
    }
    assert!(seen > 40, "only {seen}");
}

/// What the pages for a change name of the repository is there.
#[test]
fn every_path_named_is_there() {
    let mut seen = 0;
    for name in ["ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md"] {
        for word in page::quoted(&page::read(name)) {
            let roots = ["src/", "tests/", "docs/", "assets/", "benches/", ".ci/"];
            if roots.iter().any(|root| word.starts_with(root)) {
                assert!(page::at(&word).exists(), "{name}: {word} is not there");
                seen += 1;
            }
        }
    }
    assert!(seen > 60, "only {seen}");
}

/// The name that a heading has in links.
fn anchor(line: &str) -> Option<String> {
    let heading = line
        .strip_prefix('#')?
        .trim_start_matches('#')
        .strip_prefix(' ')?;
    let letters = heading
        .chars()
        .filter(|letter| letter.is_alphanumeric() || " -_".contains(*letter));
    Some(letters.collect::<String>().to_lowercase().replace(' ', "-"))
}

/// Every page is reached from the README, and every page of the folder is among those that are looked at.
#[test]
fn every_page_is_reached() {
    let readme = page::read("README.md");
    for name in page::PAGES.into_iter().filter(|name| *name != "README.md") {
        assert!(
            readme.contains(&format!("]({name}")),
            "{name} is not linked"
        );
    }
    for entry in fs::read_dir(page::at("docs")).unwrap() {
        let name = format!("docs/{}", entry.unwrap().file_name().to_str().unwrap());
        assert!(
            page::PAGES.contains(&name.as_str()),
            "{name} is looked at by no test"
        );
    }
}

/// Each picture stands there for a dark page and for a light one, and none is drawn for nobody.
#[test]
fn the_pictures_are_those_that_are_drawn() {
    let readme = page::read("README.md");
    let mut drawn = 0;
    for entry in fs::read_dir(page::at("assets")).unwrap() {
        let name = entry.unwrap().file_name().to_str().unwrap().to_owned();
        if Path::new(&name).extension().is_some_and(|end| end == "svg") {
            assert!(readme.contains(&format!("assets/{name}\"")), "{name}");
            drawn += 1;
        }
    }
    assert_eq!(drawn, 2 * readme.matches("<picture>").count());
    assert_eq!(drawn, 8);
}

/// The versions and sizes that the text names are those in force.
#[test]
fn it_needs_what_it_says() {
    let manifest = page::read("Cargo.toml");
    let (_, rest) = manifest.split_once("rust-version = \"").unwrap();
    let needed = format!("Rust {}", rest.split('"').next().unwrap());
    assert!(page::read("README.md").contains(&needed), "{needed}");
    assert!(page::read("CONTRIBUTING.md").contains(&needed), "{needed}");
    let size = format!("{MIN_WIDTH} by {MIN_HEIGHT} characters");
    assert!(page::read("README.md").contains(&size), "{size}");
}

#[test]
fn the_readme_is_short() {
    let lines = page::read("README.md").lines().count();
    assert!(
        lines <= 420,
        "{lines} lines: what is looked up belongs into docs"
    );
}

/// The exit code of a command on a book, and what it prints.
fn goodword(book: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_goodword"))
        .env_remove("GOODWORD_TODAY")
        .env("XDG_CONFIG_HOME", book.with_file_name("no-config"))
        .env("XDG_STATE_HOME", book.with_file_name("state"))
        .arg("--book")
        .arg(book)
        .args(["--today", "2026-09-24"])
        .args(arguments)
        .output()
        .unwrap();
    (
        output.status.code(),
        String::from_utf8(output.stdout).unwrap(),
    )
}

#[test]
fn the_exit_codes_are_as_promised() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("book.ron");
    let (code, said) = goodword(&book, &["lunch"]);
    assert_eq!((code, said.as_str()), (Some(1), ""), "there is no book yet");
    fs::write(&book, "(version: 1)").unwrap();
    let (code, said) = goodword(&book, &["lunch"]);
    assert_eq!(code, Some(0), "no lunches compete");
    assert!(said.contains("No two lunches"), "{said}");
    fs::copy(page::at("assets/demo.ron"), &book).unwrap();
    let (code, said) = goodword(&book, &["lunch"]);
    assert_eq!(code, Some(0), "lunches compete");
    assert!(said.contains("Bob Reyes or Dana Liu"), "{said}");
    let (code, json) = goodword(&book, &["lunch", "--json"]);
    assert_eq!(code, Some(0));
    assert!(
        json.contains("\"kind\":\"lunch\"") || json.contains("\"kind\": \"lunch\""),
        "{json}"
    );
    assert_eq!(goodword(&book, &["lunch", "--loud"]).0, Some(2));

    fs::write(&book, "(version: 1, contacts: [(name: ").unwrap();
    assert_eq!(goodword(&book, &["lunch"]).0, Some(1));
    let missing = folder.path().join("missing.vcf").display().to_string();
    assert_eq!(goodword(&book, &["import", &missing]).0, Some(1));
    let left = fs::read_to_string(&book).unwrap();
    assert_eq!(
        left, "(version: 1, contacts: [(name: ",
        "a book that cannot be read is left alone"
    );
}
