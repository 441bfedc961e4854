//! Writing to a person: the draft that fits what is under the cursor, or a choice where several fit.

use crate::app::context::Context;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::sheet::{Choice, Item, Menu};
use crate::domain::agenda::Matter;
use crate::domain::conflict::Conflict;
use crate::domain::contact::ContactId;
use crate::domain::invite::InviteId;
use crate::domain::messages::{self, Purpose};
use crate::domain::options::OptionSetId;
use crate::domain::promise::PromiseId;
use crate::domain::sentences::messages::{label, says};

/// Why there is no message.
pub(super) const NOBODY: &str = "Nobody to write to";
const DECIDE_FIRST: &str = "Decide first ({open}): the message follows from it";

/// About a row of Today.
pub(super) fn about_today(model: &mut Model, cx: &Context) {
    let Some(matter) = model.today.rows.selected() else {
        return;
    };
    let fitting = messages::about_matter(&model.book, matter, cx.today);
    let nothing = match matter {
        Matter::Harm(_) | Matter::Clash(_) => DECIDE_FIRST,
        _ => "Nothing to write about this row: {open} goes to it",
    };
    choose(model, &fitting, nothing, cx);
}

/// About a promise.
pub(super) fn about_promise(model: &mut Model, id: PromiseId, cx: &Context) {
    let fitting = messages::about_promise(&model.book, id, cx.today);
    choose(model, &fitting, NOBODY, cx);
}

/// To a person.
pub(super) fn about_person(model: &mut Model, id: ContactId, cx: &Context) {
    let fitting = messages::about_person(&model.book, id, cx.today);
    choose(model, &fitting, NOBODY, cx);
}

/// About a lunch.
pub(super) fn about_invite(model: &mut Model, id: InviteId, cx: &Context) {
    let fitting = messages::about_invite(&model.book, id, cx.today);
    choose(model, &fitting, NOBODY, cx);
}

/// About a choice.
pub(super) fn about_choice(model: &mut Model, id: OptionSetId, cx: &Context) {
    let fitting = messages::about_choice(&model.book, id);
    let set = model.book.option_sets.get(id);
    let is_somebody = set.is_some_and(|set| model.book.contacts.get(set.contact).is_some());
    let nothing = if is_somebody {
        "Choose first ({open}): the message follows from it"
    } else {
        NOBODY
    };
    choose(model, &fitting, nothing, cx);
}

/// About two lunches that compete: what was decided.
pub(super) fn about_pair(model: &mut Model, pair: Conflict, cx: &Context) {
    let fitting = messages::about_matter(&model.book, Matter::Clash(pair), cx.today);
    choose(model, &fitting, DECIDE_FIRST, cx);
}

/// Opens the one that fits, or asks which.
pub(super) fn choose(model: &mut Model, fitting: &[Purpose], nothing: &'static str, cx: &Context) {
    match fitting {
        [] => model.notify(nothing, cx),
        [one] => super::draft::open(model, *one, cx),
        _ => model.modal = Some(Modal::Menu(menu(model, fitting, cx))),
    }
}

/// Which message, with a few words on what each says.
pub(super) fn menu(model: &Model, fitting: &[Purpose], cx: &Context) -> Menu {
    let items = fitting.iter().map(|purpose| {
        let says = says(&model.book, *purpose, cx.today);
        Item::new(label(*purpose), says, Choice::Write(*purpose))
    });
    let text = vec!["A draft to read and change. Goodword sends nothing.".to_owned()];
    Menu::new("What do you want to write?", text, items.collect())
}
