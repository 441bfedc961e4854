//! Lines about a person: what they want and try to solve, a note, an introduction to make.

use super::said::Said;
use super::{Fact, Unread};
use crate::domain::contact::{Aim, Source};
use crate::domain::id::Id;
use crate::domain::introducing;
use crate::domain::introduction::Introduction;
use crate::domain::sentences::network::introduction::under_way;

pub(super) fn wants_to(said: &Said<'_>) -> Result<Fact, Unread> {
    Ok(Fact::Aspiration(said.one()?, aim(said)?))
}

pub(super) fn is_solving(said: &Said<'_>) -> Result<Fact, Unread> {
    Ok(Fact::Problem(said.one()?, aim(said)?))
}

/// What they said of themselves, or what I guess: "(my guess)" behind it.
fn aim(said: &Said<'_>) -> Result<Aim, Unread> {
    let text = match (said.rest, said.note) {
        (rest, "") => rest.to_owned(),
        (rest, note) => format!("{rest}: {note}"),
    };
    let text = text.trim_start_matches(": ");
    let bare = text.strip_suffix("(my guess)").map(str::trim);
    let source = bare.map_or(Source::TheySaid, |_| Source::MyGuess);
    let text = bare.unwrap_or(text);
    if text.is_empty() {
        return Err(Unread::because("What is it, in their words?"));
    }
    Ok(Aim {
        id: Id::nil(),
        text: text.to_owned(),
        source,
        importance: crate::domain::contact::Importance::default(),
        noted: said.known.today,
        closed: None,
    })
}

pub(super) fn note(said: &Said<'_>) -> Result<Fact, Unread> {
    let text = said.all();
    if text.is_empty() {
        return Err(Unread::because("Behind a colon: what is there to note?"));
    }
    Ok(Fact::Note(said.one()?, text))
}

pub(super) fn intro(said: &Said<'_>) -> Result<Fact, Unread> {
    let [requester, target] = said.who else {
        return Err(Unread::because("Who to whom? intro lee to ana: why"));
    };
    if requester == target {
        return Err(Unread::because("Both names are the same person"));
    }
    let book = said.known.book;
    let known = introducing::under_way(book, *requester, *target);
    if let Some(known) = known.and_then(|id| book.introductions.get(id)) {
        return Err(Unread::because(under_way(book, known, said.known.today)));
    }
    Ok(Fact::Introduction(Box::new(Introduction {
        id: Id::nil(),
        requester: *requester,
        target: *target,
        purpose: said.all(),
        ..Introduction::default()
    })))
}
