//! The keys that move change nothing of the book, wherever the keys lead.

use goodword::app::keymap::Group;
use goodword::store::demo;

use super::places::places;

#[test]
fn moving_never_changes_the_book() {
    let book = demo::book(demo::ANCHOR).unwrap();
    let (mut tried, mut changed) = (0, 0);
    for (way, session) in places(&book, demo::ANCHOR) {
        let (scope, keymap) = (session.model.scope(), session.model.keymap.clone());
        for row in keymap.rows().iter().filter(|row| row.is_in(scope)) {
            for key in row.keys() {
                let after = session.after(key);
                let is_changed = after.model.book != session.model.book;
                if row.command().group() == Group::Moving {
                    assert!(!is_changed, "{way} {key}");
                    tried += 1;
                }
                // The control: other keys do.
                changed += usize::from(is_changed);
            }
        }
    }
    assert!(tried > 1_000 && changed > 50, "only {tried}, {changed}");
}
