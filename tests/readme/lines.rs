//! The grammar of a line, and that of a filter, as they are read.

use std::collections::BTreeSet;

use goodword::domain::capture::{Known, VERBS, Verb, read};
use goodword::domain::query::{Index, List, Query};
use goodword::domain::relationship::Relationships;
use goodword::domain::when::moment;
use goodword::store::demo;

use super::page;

const FILTERS: &str = "docs/filters.md";

#[test]
fn the_verbs_are_those_of_the_line() {
    let row = |verb: &Verb| {
        let example = format!("`{}`", verb.example);
        [format!("`{}`", verb.words), example, verb.says.to_owned()]
    };
    let table = page::table(["Verb", "A line", "What it says"], VERBS.iter().map(row));
    page::hold("docs/lines.md", "verbs", &table);
}

/// Each line that a page shows can be read, and each day.
#[test]
fn the_lines_named_are_read() {
    let readme = page::section(&page::read("README.md"), "## One line");
    let rest = page::read("docs/lines.md");
    let (rest, _) = rest.split_once("<!-- verbs -->").unwrap();
    let book = demo::book(demo::ANCHOR).unwrap();
    let known = Known {
        book: &book,
        relationships: &Relationships::of(&book),
        today: demo::ANCHOR,
        event: None,
    };
    let mut seen = 0;
    for text in [readme.as_str(), rest] {
        for line in page::quoted(text) {
            let is_line = line.contains(' ') && !line.starts_with("goodword ");
            if !is_line || moment(&line, demo::ANCHOR).is_ok() {
                continue;
            }
            if let Err(unread) = read(&line, known) {
                panic!("{line}: {}", unread.why);
            }
            seen += 1;
        }
    }
    assert!(seen >= 12, "only {seen}");
}

/// What is said of a filter on a list.
fn remarks(filter: &str, list: List) -> Vec<String> {
    let book = demo::book(demo::ANCHOR).unwrap();
    let mut index = Index::default();
    index.refresh(&book);
    Query::read(filter, list, &index).remarks
}

/// Each filter of the page means something on one of the lists, and each field is there.
#[test]
fn the_filters_are_those_that_are_known() {
    let page = page::read(FILTERS);
    let shown = page::quoted(&page).into_iter();
    let filters: Vec<String> = shown.filter(|word| word.contains(':')).collect();
    assert!(filters.len() > 40, "{}", filters.len());
    let lists = [List::Today, List::People, List::Promises, List::Choices];
    for filter in &filters {
        let is_known = lists.iter().any(|list| remarks(filter, *list).is_empty());
        assert!(is_known, "{filter}: {:?}", remarks(filter, List::Today));
    }
    let fields = filters.iter().filter_map(|filter| filter.split(':').next());
    let fields: BTreeSet<&str> = fields.map(|field| field.trim_start_matches('-')).collect();
    // What is said of a field that is not known names those that are.
    let said = remarks("nosuch:x", List::People).concat();
    let known = said
        .rsplit_once("there are ")
        .map(|(_, known)| known.to_owned());
    let known = known.unwrap_or_else(|| panic!("{said}"));
    let known = known.split(|letter: char| !letter.is_alphanumeric());
    let known: BTreeSet<&str> = known.filter(|word| !word.is_empty()).collect();
    assert_eq!(fields, known);
}
