//! Long text that goes to the user's own editor and comes back. Whatever becomes of the editor, what stands in the sheet
//! stays unless a whole text came back.

use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::form::Entry;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::sheet::Editor;
use crate::domain::clean;

/// Hands the text of the field in front on, or that of the message.
pub(super) fn open(model: &mut Model, cx: &Context) -> Vec<Effect> {
    let text = match &model.modal {
        Some(Modal::Form(form)) => match form.field().map(|field| &field.entry) {
            Some(Entry::Long(editor)) => Some(editor.text()),
            _ => None,
        },
        Some(Modal::Draft(sheet)) => sheet.text(),
        _ => None,
    };
    if let Some(text) = text {
        return vec![Effect::OpenEditor(text)];
    }
    model.notify(
        "{editor} is for text of several lines: notes, what a talk was about, messages",
        cx,
    );
    Vec::new()
}

/// Takes the text that came back.
pub(super) fn take(model: &mut Model, result: Result<String, String>, cx: &Context) {
    let text = match result {
        // Editors end the last line; nobody means it.
        Ok(text) => clean::text(text.trim_end()),
        Err(why) => {
            model.warn(why, cx);
            return;
        }
    };
    match &mut model.modal {
        Some(Modal::Form(form)) => {
            let at = form.at;
            let field = form.fields.get_mut(at);
            if let Some(Entry::Long(editor)) = field.map(|field| &mut field.entry) {
                *editor = Editor::at_the_end(&text);
            }
        }
        Some(Modal::Draft(sheet)) => sheet.put(text),
        _ => return,
    }
    model.notify("Taken from your editor", cx);
}
