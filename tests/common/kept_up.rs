//! What follows from the book is brought up to a change by what the change touches. It must be what working it out anew
//! gives: after every change of every story.

use std::sync::Arc;

use goodword::app::{Context, Model};

/// Fails where what a model holds is not what follows from its book.
pub(crate) fn assert_kept_up(model: &Model, cx: &Context) {
    let mut anew = model.clone();
    anew.derived = Arc::default();
    anew.refresh(cx);
    let (is, expected) = (&model.derived, &anew.derived);
    assert_eq!(is.agenda, expected.agenda, "the agenda");
    assert_eq!(is.conflicts, expected.conflicts, "the lunches that compete");
    assert_eq!(is.load, expected.load, "the load");
    assert_eq!(is.week, expected.week, "the week");
    for contact in model.book.contacts.iter() {
        let with = |between: &Model| between.derived.relationships.with(contact.id).clone();
        assert_eq!(with(model), with(&anew), "what is between us");
    }
    assert_eq!(model.today.rows, anew.today.rows, "Today");
    assert_eq!(model.contacts.rows, anew.contacts.rows, "Contacts");
    assert_eq!(model.contacts.total, anew.contacts.total, "how many people");
    assert_eq!(model.promises.rows, anew.promises.rows, "Promises");
    assert_eq!(model.promises.lines, anew.promises.lines, "Promises");
    let promises = |model: &Model| {
        let pane = &model.promises;
        (pane.total, pane.shown, pane.open, pane.done)
    };
    assert_eq!(promises(model), promises(&anew), "how many promises");
    assert_eq!(model.choices.rows, anew.choices.rows, "Choices");
}
