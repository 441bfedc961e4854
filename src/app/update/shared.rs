//! What several screens share: the filter of a list, the help.

use super::marked;
use crate::app::chord::Chord;
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::keymap::Command;
use crate::app::modal::{HelpPage, Modal};
use crate::app::model::Model;
use crate::app::pane::{Filter, RecordCursor};
use crate::app::rows::Motion;
use crate::app::screen::Screen;
use crate::app::sheet::{Choice, Item, Menu};
use crate::app::typing::{paste_into, type_into};
use crate::domain::query::List;

/// Opens the filter of the list in sight.
pub(super) fn open_filter(model: &mut Model) {
    drop_remark(model);
    if let Some(filter) = model.filter_mut() {
        filter.is_open = true;
    }
}

/// A command while the filter is typed.
pub(super) fn filter(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    match command {
        Command::Enter => keep_filter(model, cx),
        Command::Done => super::views::name_this(model, cx),
        Command::Cancel => clear_filter(model, cx),
        Command::Move(motion) => move_rows(model, motion, cx),
        _ => {}
    }
    Vec::new()
}

/// Keeps the filter; what of it says nothing is said once more.
fn keep_filter(model: &mut Model, cx: &Context) {
    let Some(filter) = model.filter_mut() else {
        return;
    };
    filter.is_open = false;
    let (is_set, remark) = (filter.is_set(), filter.remark().map(str::to_owned));
    model.just_filtered = is_set;
    if let Some(remark) = remark {
        model.notify(remark, cx);
    }
}

/// What was said of a filter goes with it.
fn drop_remark(model: &mut Model) {
    let remark = model.filter().and_then(Filter::remark);
    let said = model.notice.as_ref().map(|notice| notice.text.as_ref());
    if remark.is_some() && remark == said {
        model.notice = None;
    }
}

/// One step out of a list: its filter goes, then the marks.
pub(super) fn back(model: &mut Model, cx: &Context) {
    if model.filter().is_some_and(Filter::is_set) {
        clear_filter(model, cx);
    } else if marked::clear(model) {
        model.notify("No row is marked any more", cx);
    }
}

/// Takes the filter away; the cursor stays on its row.
pub(super) fn clear_filter(model: &mut Model, cx: &Context) {
    drop_remark(model);
    let Some(filter) = model.filter_mut() else {
        return;
    };
    let was_set = filter.is_set();
    *filter = Filter::default();
    if let (true, Some(list)) = (was_set, model.screen.list()) {
        model.refilter(list, cx);
    }
}

/// A key typed into the filter: the list follows, and the cursor goes to the best match.
pub(super) fn type_filter(model: &mut Model, chord: Chord, cx: &Context) {
    let changed = model
        .filter_mut()
        .is_some_and(|filter| type_into(&mut filter.input, chord));
    if changed {
        filter_changed(model, cx);
    }
}

/// Text pasted into the filter.
pub(super) fn paste_filter(model: &mut Model, text: &str, cx: &Context) {
    let Some(filter) = model.filter_mut().filter(|filter| filter.is_open) else {
        return;
    };
    paste_into(&mut filter.input, text);
    filter_changed(model, cx);
}

fn filter_changed(model: &mut Model, cx: &Context) {
    let Some(list) = model.screen.list() else {
        return;
    };
    model.refilter(list, cx);
    match list {
        List::Today => model.today.rows.to_top(),
        List::People => {
            model.contacts.rows.to_top();
            model.contacts.record = RecordCursor::default();
        }
        List::Choices => {
            model.choices.rows.to_top();
            model.choices.back_to_top();
        }
        List::Promises => {
            model.promises.rows.to_top();
            model.promises.scroll = 0;
        }
    }
}

/// Sorts the list in sight another way; the cursor stays on its record.
pub(super) fn sort(model: &mut Model, cx: &Context) {
    let Some(list) = model.screen.list() else {
        return;
    };
    let sort = match list {
        List::Today | List::Choices => return,
        List::People => &mut model.contacts.sort,
        List::Promises => &mut model.promises.sort,
    };
    *sort = sort.next(list);
    let name = sort.name(list);
    model.refresh_list(list, cx);
    model.notify(format!("Sorted {name}"), cx);
}

fn move_rows(model: &mut Model, motion: Motion, cx: &Context) {
    match model.screen {
        Screen::Today => model.today.rows.step(motion, cx.page),
        Screen::Contacts => model.contacts.rows.step(motion, cx.page),
        Screen::Promises => model.promises.rows.step(motion, cx.page),
        Screen::Choices => model.choices.rows.step(motion, cx.page),
        Screen::Lunch | Screen::Network | Screen::Review => {}
    }
}

/// Hands that know it from elsewhere look for the next match.
pub(super) fn needs_no_n(model: &mut Model, cx: &Context) {
    let is_set = model.filter().is_some_and(Filter::is_set);
    model.notify(
        if is_set {
            "A filtered list needs no n: every match is in sight"
        } else {
            "A list needs no n: {filter} shows every match"
        },
        cx,
    );
}

/// A command while the help is read, or how figures come about.
pub(super) fn help(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    match (command, &mut model.modal) {
        (Command::Move(motion), Some(Modal::Help { scroll, .. })) => {
            *scroll = motion.from(*scroll, cx.detail_reach + 1, cx.page);
        }
        (Command::Figures, Some(Modal::Help { page, scroll, .. })) => {
            *page = match page {
                HelpPage::Keys => HelpPage::Formulas,
                HelpPage::Formulas => HelpPage::Keys,
            };
            *scroll = 0;
        }
        (_, Some(Modal::Help { behind, .. })) => {
            model.modal = behind.take().map(|behind| *behind);
        }
        _ => {}
    }
    Vec::new()
}

/// Opens the help for what takes the keys, which waits behind it.
pub(super) fn open_help(model: &mut Model) {
    let about = model.scope();
    model.modal = Some(Modal::Help {
        about,
        page: HelpPage::Keys,
        scroll: 0,
        behind: model.modal.take().map(Box::new),
    });
}

/// Closes a sheet; asks where something typed would go.
pub(super) fn close(model: &mut Model) {
    let open = model.modal.take();
    if let Some(dirty) = open.filter(Modal::is_dirty) {
        let drop = Item::new("Drop it", "what was typed is gone", Choice::Discard);
        // A line is typed again in a moment.
        let at = usize::from(matches!(dirty, Modal::Capture(_)));
        model.modal = Some(Modal::Menu(Menu::about_dropping(dirty, drop).at(at)));
    }
}

/// What stands above the question whether to remove something.
pub(super) fn comes_back(model: &Model) -> String {
    let text = "What is removed comes back with {undo}, for as long as this program runs.";
    model.keymap.fill(text)
}
