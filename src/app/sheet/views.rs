//! Saved views: the list of them, and the line that names a new one.

use tui_input::Input;

use crate::app::rows::Rows;
use crate::domain::Book;
use crate::domain::view::View;

/// The numbers that recall a view.
const NUMBERS: std::ops::RangeInclusive<u8> = 1..=9;

/// The saved views, one under the cursor.
#[derive(Clone)]
pub struct ViewsSheet {
    /// Their places in the settings, by number.
    pub rows: Rows<usize>,
}

impl ViewsSheet {
    /// The views of a book.
    #[must_use]
    pub fn new(book: &Book) -> Self {
        let views = &book.settings.views;
        let mut places: Vec<usize> = (0..views.len()).collect();
        places.sort_by_key(|at| views.get(*at).map(|view| view.number));
        let mut rows = Rows::default();
        rows.replace(places);
        Self { rows }
    }
}

/// A view that is being named.
#[derive(Clone)]
pub struct NamedView {
    /// Its number and its name, as they are typed.
    pub input: Input,
    /// The rest of it.
    pub view: View,
}

impl NamedView {
    /// A view under the first number that is free.
    #[must_use]
    pub fn new(view: View, book: &Book) -> Self {
        let views = &book.settings.views;
        let is_free = |number: &u8| views.iter().all(|view| view.number != *number);
        let free = NUMBERS.clone().find(is_free).unwrap_or(*NUMBERS.end());
        Self {
            input: Input::new(format!("{free} ")),
            view,
        }
    }

    /// The view as it is named: a number from 1 to 9 and a name, the filter where none is typed.
    #[must_use]
    pub fn read(&self) -> Option<View> {
        let typed = self.input.value().trim();
        let mut letters = typed.chars();
        let number = letters.next().and_then(|first| first.to_digit(10));
        let number = number.and_then(|number| u8::try_from(number).ok());
        let number = number.filter(|number| NUMBERS.contains(number))?;
        let name = letters.as_str();
        if name.starts_with(|first: char| !first.is_whitespace()) {
            return None;
        }
        let name = match name.trim() {
            "" => self.view.filter.as_str(),
            name => name,
        };
        Some(View {
            name: name.to_owned(),
            number,
            ..self.view.clone()
        })
    }
}
