//! Saved views: recalled by number, kept from the filter in sight, removed.

use std::sync::Arc;

use super::{saving, shared};
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::pane::Filter;
use crate::app::screen::Screen;
use crate::app::sheet::{NamedView, ViewsSheet};
use crate::domain::query::List;
use crate::domain::view::{Sorting, View};

/// Shows the saved views.
pub(super) fn open(model: &mut Model) {
    model.modal = Some(Modal::Views(ViewsSheet::new(&model.book)));
}

/// A command while the views are shown.
pub(super) fn update(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    let Some(Modal::Views(sheet)) = &mut model.modal else {
        return Vec::new();
    };
    let views = &model.book.settings.views;
    let selected = sheet.rows.selected().and_then(|at| views.get(at)).cloned();
    match command {
        Command::Move(motion) => sheet.rows.step(motion, cx.page),
        Command::Rate(number) => {
            let view = views.iter().find(|view| view.number == number).cloned();
            match view {
                Some(view) => recall(model, &view, cx),
                None => model.notify(format!("No view has the number {number}"), cx),
            }
        }
        Command::Enter => {
            if let Some(view) = selected {
                recall(model, &view, cx);
            }
        }
        Command::Done => name_this(model, cx),
        Command::Remove => {
            if let Some(view) = selected {
                return remove(model, &view, cx);
            }
        }
        Command::Undo => return with_the_views_anew(model, cx, saving::undo),
        Command::Redo => return with_the_views_anew(model, cx, saving::redo),
        _ => model.modal = None,
    }
    Vec::new()
}

/// Goes to the screen of a view, with its filter and its order.
fn recall(model: &mut Model, view: &View, cx: &Context) {
    model.modal = None;
    super::go(model, Screen::of(view.list), cx);
    let sort = view.sort.within(view.list);
    match view.list {
        List::Today | List::Choices => {}
        List::People => model.contacts.sort = sort,
        List::Promises => model.promises.sort = sort,
    }
    *model.filter_of_mut(view.list) = Filter::typed(&view.filter);
    model.refresh_list(view.list, cx);
    // What the filter does not know any more, a tag that nobody has, leaves nothing out.
    let remark = model.filter_of(view.list).remark();
    let remark = remark.map_or_else(String::new, |remark| format!(" · {remark}"));
    model.notify(format!("{}{remark}", view.name), cx);
}

/// Asks for the name under which what is in sight is kept.
pub(super) fn name_this(model: &mut Model, cx: &Context) {
    let Some(list) = model.screen.list() else {
        model.notify("A view is of Today, Contacts or Promises", cx);
        return;
    };
    let sort = match list {
        List::Today | List::Choices => Sorting::default(),
        List::People => model.contacts.sort,
        List::Promises => model.promises.sort,
    };
    let filter = model.filter_of(list).text().to_owned();
    if filter.is_empty() && sort == Sorting::default() {
        let text = "There is no filter to keep: {filter} asks for one";
        model.notify(model.keymap.fill(text), cx);
        return;
    }
    if let Some(filter) = model.filter_mut() {
        filter.is_open = false;
    }
    let view = View {
        filter,
        list,
        sort,
        ..View::default()
    };
    model.modal = Some(Modal::NameView(NamedView::new(view, &model.book)));
}

/// A command while a view is named.
pub(super) fn update_name(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    let Some(Modal::NameView(named)) = &model.modal else {
        return Vec::new();
    };
    match command {
        Command::Enter | Command::Done => {
            let Some(view) = named.read() else {
                // What may stand there is said above the line.
                return Vec::new();
            };
            model.modal = None;
            let label = format!("kept the view {} {}", view.number, view.name);
            let effects = change(model, &label, cx, |views| {
                views.retain(|other| other.number != view.number);
                views.push(view);
                views.sort_by_key(|view| view.number);
            });
            if effects.is_empty() && model.notice.is_none() {
                model.notify("It is kept so already", cx);
            }
            effects
        }
        _ => {
            shared::close(model);
            Vec::new()
        }
    }
}

/// Undo and redo may bring a view back, or take one away.
fn with_the_views_anew(
    model: &mut Model,
    cx: &Context,
    step: fn(&mut Model, &Context) -> Vec<Effect>,
) -> Vec<Effect> {
    let effects = step(model, cx);
    open(model);
    effects
}

fn remove(model: &mut Model, view: &View, cx: &Context) -> Vec<Effect> {
    let label = format!("removed the view {} {}", view.number, view.name);
    let effects = change(model, &label, cx, |views| {
        views.retain(|other| other != view);
    });
    open(model);
    effects
}

fn change(
    model: &mut Model,
    label: &str,
    cx: &Context,
    change: impl FnOnce(&mut Vec<View>),
) -> Vec<Effect> {
    model.edit(label, cx, |book| {
        change(&mut Arc::make_mut(&mut book.settings).views);
    })
}
