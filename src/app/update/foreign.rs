//! What other programs do to the book while it is open here: an editor, a sync, another Goodword.

use super::{capture, find, first};
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::domain::Book;
use crate::domain::change::Change;
use crate::domain::merge::merge;
use crate::domain::sentences::foreign::taken_over;

/// Takes over what another program made of the book that both came from. Cursors stay on their records, what is being
/// typed stays typed, and the steps of this session can still be undone.
pub(super) fn take_over(
    model: &mut Model,
    base: &Book,
    theirs: &Book,
    cx: &Context,
) -> Vec<Effect> {
    // It happened to the own book.
    first::leave(model, cx);
    let merged = merge(base, &model.book, theirs);
    let change = Change::between(&model.book, &merged);
    let open = merged
        .unresolved
        .len()
        .saturating_sub(model.book.unresolved.len());
    model.book = merged;
    if open > 0 {
        model.warn(taken_over(change.len(), open), cx);
    } else if !change.is_empty() {
        model.notify(taken_over(change.len(), open), cx);
    }
    model.trouble = None;
    // The file is only written where it does not say all of it: an editor that has it open is not to be disturbed.
    let effects = if model.book == *theirs {
        model.refresh(cx);
        Vec::new()
    } else {
        model.changed(cx)
    };
    capture::read_again(model, cx);
    find::read_again(model);
    effects
}
