//! What is printed is what the screens show.

use super::desk::Desk;
use super::shell::Shell;

/// The places of texts in a screen must rise: it shows them in this order.
fn stand_in_order(screen: &str, rows: &[(String, String)]) {
    let lines: Vec<&str> = screen.lines().collect();
    let mut from = 0;
    for (one, other) in rows {
        let found = lines[from..]
            .iter()
            .position(|line| line.contains(one.as_str()) && line.contains(other.as_str()));
        let at = found.unwrap_or_else(|| panic!("{one}, {other} below line {from} of\n{screen}"));
        from += at + 1;
    }
}

#[test]
fn today_prints_the_rows_of_today() {
    let items = Shell::demo().items(&["today", "--json"]);
    let mut desk = Desk::demo();
    desk.resize(200, 90);
    assert_eq!(items.len(), desk.model.derived.agenda.len());
    let row = |item: &serde_json::Value| {
        let who: String = item["who"].as_str().unwrap().chars().take(12).collect();
        let why: String = item["why"].as_str().unwrap().chars().take(40).collect();
        (who, why)
    };
    let rows: Vec<(String, String)> = items.iter().map(row).collect();
    stand_in_order(&desk.screen(), &rows);
    let text = Shell::demo().says(&["today"]);
    stand_in_order(
        &text,
        &rows
            .iter()
            .map(|(who, _)| (who.clone(), String::new()))
            .collect::<Vec<_>>(),
    );
}

#[test]
fn contacts_prints_the_rows_of_contacts() {
    let items = Shell::demo().items(&["contacts", "--json"]);
    let mut desk = Desk::demo();
    desk.resize(200, 60).keys("2");
    assert_eq!(items.len(), desk.model.contacts.rows.keys().len());
    let row = |item: &serde_json::Value| {
        let owed = item["owed"].as_str().unwrap_or("").replace('_', " ");
        (item["name"].as_str().unwrap().to_owned(), owed)
    };
    let rows: Vec<(String, String)> = items.iter().map(row).collect();
    stand_in_order(&desk.screen(), &rows);
}

#[test]
fn promises_prints_the_rows_of_promises() {
    let items = Shell::demo().items(&["promises", "--json"]);
    let mut desk = Desk::demo();
    desk.resize(200, 60).keys("3");
    assert_eq!(
        items.len(),
        desk.model.promises.rows.keys().len() - 1,
        "but for the heading of those done"
    );
    let row = |item: &serde_json::Value| {
        let text: String = item["text"].as_str().unwrap().chars().take(30).collect();
        let first = item["name"].as_str().unwrap().split(' ').next().unwrap();
        (first.chars().take(8).collect(), text)
    };
    let rows: Vec<(String, String)> = items.iter().map(row).collect();
    stand_in_order(&desk.screen(), &rows);
}

#[test]
fn a_query_finds_what_the_filter_finds() {
    let shell = Shell::demo();
    for query in ["zoe", "acme", "client", "ana", "xyzzy"] {
        let mut desk = Desk::demo();
        desk.keys("2 /").types(query).keys("Enter");
        let ids: Vec<String> = desk
            .model
            .contacts
            .rows
            .keys()
            .iter()
            .map(ToString::to_string)
            .collect();
        let items = shell.items(&["contacts", "--json", query]);
        let found: Vec<&str> = items
            .iter()
            .map(|item| item["id"].as_str().unwrap())
            .collect();
        assert_eq!(found, ids, "{query}");
    }
    for query in ["eve", "market", "brochure", "xyzzy"] {
        let mut desk = Desk::demo();
        desk.keys("3 /").types(query).keys("Enter");
        assert_eq!(
            shell.items(&["promises", "--json", query]).len(),
            desk.model.promises.shown,
            "{query}"
        );
    }
}

#[test]
fn show_prints_all_that_the_record_shows() {
    let shell = Shell::demo();
    for name in ["Bob Reyes", "Eve Park", "Priya Raman", "Carl Voss"] {
        // Labels stand apart on the screen, and end in a colon in print.
        let without_colons = |text: &str| text.replace(": ", " ");
        let printed = without_colons(&shell.says(&["show", name]));
        let mut desk = Desk::demo();
        desk.resize(200, 90).keys("2").goes_to(name);
        let screen = desk.screen();
        let record = screen.lines().filter_map(|line| line.split("││").nth(1));
        let mut words = 0;
        for line in record.map(|line| line.trim_matches(['│', ' '])) {
            // Marks stand for what the words say.
            for part in line
                .split("  ")
                .map(|part| part.trim_start_matches(['·', '→', '←', '✓', '✗', '⇄', ' ']))
            {
                let part = without_colons(&part.trim().replace(" (i).", "."));
                assert!(
                    printed.contains(&part),
                    "{name}: {part} of\n{screen}\nis not in\n{printed}"
                );
                words += part.split(' ').count();
            }
        }
        assert!(words > 60, "{name}: {words} words were compared");
    }
}
