//! What is odd about the book is looked for while its first screen is there already.

use std::sync::mpsc::Sender;
use std::thread;

use super::Event;
use crate::domain::Book;
use crate::store::check::problems;

/// Looks for what is odd about a book, on a thread of its own where there is one to be had; what there is to say is an
/// event.
pub(super) fn look_for(book: Book, events: Sender<Event>) {
    let look = move || {
        if let Some(sentence) = sentence(&problems(&book)) {
            // Nobody hears it where the program has ended meanwhile.
            let _ = events.send(Event::Odd(sentence));
        }
    };
    let thread = thread::Builder::new().name("check".to_owned());
    if thread.spawn(look.clone()).is_err() {
        look();
    }
}

fn sentence(problems: &[String]) -> Option<String> {
    match problems {
        [] => None,
        [one] => Some(one.clone()),
        [first, rest @ ..] => Some(format!("{first} And {} more things are odd.", rest.len())),
    }
}
