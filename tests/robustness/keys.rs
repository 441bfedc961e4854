//! Keys in any order.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use goodword::app::Action;
use goodword::app::action::SaveResult;
use goodword::app::chord::{Chord, Key};
use goodword::app::keymap::KEYMAP;
use goodword::app::status::Leaving;
use goodword::domain::Book;
use goodword::store::demo;

use super::common::books::any_book;
use super::hostile;
use super::screen::tricks;
use super::session::Session;

#[derive(Debug, Clone)]
enum Step {
    Key(Chord),
    Paste(&'static str),
    Draw(u16, u16),
    Saved(bool),
    Handed(bool),
    Edited(bool),
    NextDay,
}

fn steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    let of_the_keymap: Vec<Chord> = KEYMAP
        .iter()
        .flat_map(|row| row.sequences().flatten())
        .collect();
    let typed: Vec<Chord> = "a0 2026-10-01é漢\u{301}".chars().map(Chord::char).collect();
    let editing = [Key::Backspace, Key::Delete, Key::Home, Key::End].map(Chord::plain);
    let pasted = vec!["tomorrow", "\u{1b}[31m\r\nDana\t\u{202e}", "2026-10-01", ""];
    let step = prop_oneof![
        12 => prop::sample::select(of_the_keymap).prop_map(Step::Key),
        4 => prop::sample::select(typed).prop_map(Step::Key),
        1 => prop::sample::select(editing.to_vec()).prop_map(Step::Key),
        1 => prop::sample::select(pasted).prop_map(Step::Paste),
        3 => (38_u16..130, 9_u16..50).prop_map(|(width, height)| Step::Draw(width, height)),
        1 => any::<bool>().prop_map(Step::Saved),
        1 => any::<bool>().prop_map(Step::Handed),
        1 => any::<bool>().prop_map(Step::Edited),
        1 => Just(Step::NextDay),
    ];
    prop::collection::vec(step, 0..most)
}

fn walk(session: &mut Session, steps: &[Step]) {
    for step in steps {
        match step {
            Step::Key(chord) => drop(session.key(*chord)),
            Step::Paste(text) => drop(session.act(Action::Paste((*text).to_owned()))),
            Step::Draw(width, height) => {
                let tricks = tricks(&session.draw(*width, *height));
                let (screen, scope) = (session.model.screen, session.model.scope());
                assert!(tricks.is_empty(), "{screen:?}, {scope:?}: {tricks:?}");
            }
            Step::Saved(true) => drop(session.act(Action::Saved(SaveResult::Saved))),
            Step::Saved(false) => {
                let reason = "no room\u{1b}[2J".to_owned();
                drop(session.act(Action::Saved(SaveResult::NotSaved(reason))));
            }
            Step::Handed(worked) => {
                let said = "there\u{1b}[2J".to_owned();
                let result = if *worked { Ok(said) } else { Err(said) };
                drop(session.act(Action::Handed(result)));
            }
            Step::Edited(worked) => {
                let text = "two\nlines\u{1b}[2J".to_owned();
                let result = if *worked { Ok(text) } else { Err(text) };
                drop(session.act(Action::Edited(result)));
            }
            Step::NextDay => {
                session.cx.today = session.cx.today.succ_opt().unwrap();
                drop(session.act(Action::NewDay));
            }
        }
        // The program would end here; a random walk goes on.
        session.model.leaving = Leaving::No;
    }
}

/// Undo until nothing is left leads to the start, redo to the end, and undo again to the start.
fn assert_the_way_back(session: &mut Session, start: &Book) {
    session.model.modal = None;
    for filter in [
        &mut session.model.today.filter,
        &mut session.model.contacts.filter,
        &mut session.model.promises.filter,
    ] {
        filter.is_open = false;
    }
    let retrace = |session: &mut Session, key: char| {
        while match key {
            'u' => session.model.history.can_undo(),
            _ => session.model.history.can_redo(),
        } {
            session.key(Chord::char(key));
        }
        session.model.book.clone()
    };
    session.model.prefix = None;
    if session.model.veil.is_down() {
        // Nothing is taken back unseen.
        session.key(Chord::char('H'));
    }
    let end = retrace(session, 'U');
    assert!(
        retrace(session, 'u') == *start,
        "undo does not lead to the start"
    );
    assert!(
        retrace(session, 'U') == end,
        "redo does not lead to the end"
    );
    assert!(
        retrace(session, 'u') == *start,
        "undo does not lead to the start again"
    );
}

fn config(cases: u32, seed: u64) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(seed),
        max_shrink_iters: 2_000,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config(96, 1))]

    #[test]
    fn on_the_demo(steps in steps(160)) {
        let book = demo::book(demo::ANCHOR).unwrap();
        let mut session = Session::new(book.clone(), demo::ANCHOR);
        walk(&mut session, &steps);
        assert_the_way_back(&mut session, &book);
    }
}

proptest! {
    #![proptest_config(config(24, 2))]

    #[test]
    fn on_a_hostile_book(steps in steps(80)) {
        let book = hostile::book(0);
        let mut session = Session::new(book.clone(), demo::ANCHOR);
        walk(&mut session, &steps);
        assert_the_way_back(&mut session, &book);
    }
}

proptest! {
    #![proptest_config(config(64, 3))]

    #[test]
    fn on_any_book(book in any_book(6), steps in steps(60)) {
        let mut session = Session::new(book.clone(), demo::ANCHOR);
        walk(&mut session, &steps);
        assert_the_way_back(&mut session, &book);
    }
}

/// The walks above reach changes: a way back over nothing would prove nothing.
#[test]
fn a_few_steps_change_the_book_and_come_back() {
    let book = demo::book(demo::ANCHOR).unwrap();
    let mut session = Session::new(book.clone(), demo::ANCHOR);
    for keys in [
        "3 j Space",
        "4 J",
        "2 d Enter",
        "3 j d Enter",
        "2 A D a n a Ctrl-s",
    ] {
        let before = session.model.book.clone();
        session.press(keys);
        assert!(session.model.book != before, "{keys} changed nothing");
    }
    assert_the_way_back(&mut session, &book);
}
