//! The page of the model: its numbers are those that are computed with.

use std::fs;

use goodword::domain::comparison::Order;
use goodword::domain::sentences::formulas::chapters;
use goodword::domain::tuning::TUNING;

use super::page;

const PAGE: &str = "docs/model.md";

/// What the help says of each figure, word for word.
#[test]
fn the_formulas_are_those_of_the_help() {
    for chapter in chapters(&Order::default()) {
        let text = format!("- {}\n", chapter.text.join("\n- "));
        page::hold(PAGE, chapter.title, &text);
    }
}

/// Every number that was chosen, with what the source says of it.
#[test]
fn the_numbers_are_those_in_force() {
    let source = fs::read_to_string(page::at("src/domain/tuning.rs")).unwrap();
    let (types, _) = source.split_once("/// The numbers in force.").unwrap();
    let mut rows = Vec::new();
    let mut above = Vec::new();
    let mut group = "";
    for line in types.lines().map(str::trim) {
        if let Some(comment) = line.strip_prefix("/// ") {
            above.push(comment);
        } else if let Some((name, is)) = line
            .strip_prefix("pub ")
            .and_then(|field| field.split_once(": "))
        {
            // A group of numbers is no number.
            if is.starts_with(|letter: char| letter.is_lowercase() || letter == '[') {
                let what = above.join(" ").replace("[`Self::", "`").replace("`]", "`");
                rows.push((group, name, what));
            }
            above.clear();
        } else if let Some(name) = line.strip_prefix("pub struct ") {
            group = name.trim_end_matches(" {").trim_end_matches("Tuning");
            above.clear();
        } else {
            above.clear();
        }
    }
    let numbers = numbers(&format!("{TUNING:?}"));
    assert_eq!(numbers.len(), rows.len());
    // The source declares each group for itself; the value of a field is found by the order in which both stand there.
    let mut left = numbers;
    let table = page::table(
        ["For", "Number", "Value", "What it is"],
        rows.into_iter().map(|(group, name, what)| {
            let at = left.iter().position(|(known, _)| known == name).unwrap();
            let (_, value) = left.remove(at);
            [group.to_lowercase(), format!("`{name}`"), value, what]
        }),
    );
    page::hold(PAGE, "numbers", &table);
}

/// The fields and values of a `Debug` text, groups left out.
fn numbers(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(": ") {
        let name = before
            .rsplit(|letter: char| !letter.is_alphanumeric() && letter != '_')
            .next()
            .unwrap();
        let value = if after.starts_with('[') {
            after.split_inclusive(']').next()
        } else {
            after.split([',', ' ', '}']).next()
        };
        let value = value.unwrap();
        if value.starts_with(|letter: char| letter.is_ascii_digit() || letter == '[') {
            found.push((name.to_owned(), value.trim_matches(['[', ']']).to_owned()));
        }
        rest = after;
    }
    found
}
