//! What the keys are about, and the records of the book by their names.

use goodword::app::Screen;
use goodword::app::modal::Modal;
use goodword::app::pane::{NetworkRow, Part};
use goodword::app::screen::Focus;
use goodword::domain::contact::Contact;
use goodword::domain::invite::Invite;
use goodword::domain::promise::Promise;
use goodword::domain::sentences;

use super::Desk;

impl Desk {
    /// What the cursor stands on, in the words of the screen or the sheet in front.
    pub(crate) fn under_cursor(&self) -> String {
        let found = match &self.model.modal {
            Some(Modal::Menu(menu)) => {
                let at = menu.rows.selected();
                at.and_then(|at| Some(menu.items.get(at)?.label.clone()))
            }
            Some(Modal::Decision(sheet)) => sheet.way().map(|way| way.label.clone()),
            Some(Modal::Form(form)) => form.field().map(|field| field.label.to_owned()),
            Some(Modal::Draft(sheet)) => Some(format!("{:?}", sheet.purpose)),
            Some(_) => None,
            None => self.row_under_cursor(),
        };
        found.unwrap_or_default()
    }

    /// The person in sight on Contacts.
    pub(crate) fn person(&self) -> String {
        let person = self.model.contacts.rows.selected();
        let person = person.and_then(|id| self.book().contacts.get(id));
        person.map_or_else(String::new, |person| person.name.clone())
    }

    fn row_under_cursor(&self) -> Option<String> {
        let (model, book) = (&self.model, self.book());
        match model.screen {
            Screen::Today => {
                let asking = model.today.selected(&model.derived)?;
                let between = &model.derived.relationships;
                let row = sentences::agenda::row(asking, book, between, self.today());
                Some(format!("{} {} {}", row.who, row.kind, row.why))
            }
            Screen::Contacts if model.contacts.focus == Focus::Detail => self.entry_under_cursor(),
            Screen::Contacts => {
                let id = model.contacts.rows.selected()?;
                Some(book.contacts.get(id)?.name.clone())
            }
            Screen::Promises => {
                let id = model.promises.selected()?;
                Some(book.promises.get(id)?.text.clone())
            }
            Screen::Choices => {
                let set = model.choices.selected(book)?;
                let part = (model.choices.focus == Focus::Detail).then(|| model.choices.part(set));
                Some(match part {
                    Some(Some(Part::Option(at))) => set.options.get(at)?.text.clone(),
                    Some(_) => "I need the short-term win".to_owned(),
                    None => format!("{} {}", sentences::name(book, set.contact), set.question),
                })
            }
            Screen::Network => self.network_row(),
            Screen::Review => {
                let kind = model.review.rows.selected()?;
                let entry = model.review.entry();
                Some(match entry {
                    Some(entry) => sentences::review::what(book, kind, &entry, self.today()),
                    None => sentences::review::title(kind).to_owned(),
                })
            }
            Screen::Lunch => {
                let pair = model.lunch.pairs.selected()?;
                let who = |id| Some(self.guest(book.invites.get(id)?).to_owned());
                Some(format!("{} or {}", who(pair.a)?, who(pair.b)?))
            }
        }
    }

    fn network_row(&self) -> Option<String> {
        let (network, book) = (&self.model.network, self.book());
        Some(match network.rows.selected()? {
            NetworkRow::Introduction(id) => {
                sentences::network::introduction::pair(book, book.introductions.get(id)?)
            }
            NetworkRow::Over => "Over".to_owned(),
            NetworkRow::Circles => "Your circles".to_owned(),
            NetworkRow::Quiet(id) => book.contacts.get(id)?.name.clone(),
            NetworkRow::Circle(first) => network.circle(first)?.name.clone(),
        })
    }

    /// The first line of the entry under the cursor, in the record of a person.
    fn entry_under_cursor(&self) -> Option<String> {
        let lines = self.lines();
        let marked = lines
            .iter()
            .filter_map(|line| Some((line.rfind('▸')?, line)));
        let (at, line) = marked.max_by_key(|(at, _)| *at)?;
        Some(line[at..].to_owned())
    }

    /// Goes down until the cursor stands on what is meant; any part of it will do.
    #[track_caller]
    pub(crate) fn goes_to(&mut self, words: &str) -> &mut Self {
        let on_pairs = self.model.modal.is_none() && self.model.screen == Screen::Lunch;
        let (first, next) = match &self.model.modal {
            Some(Modal::Form(_)) => ("Shift-Tab", "Tab"),
            Some(_) => ("Up", "Down"),
            None if on_pairs => ("[", "]"),
            None => ("Home", "Down"),
        };
        for _ in 0..30 {
            self.keys(first);
        }
        for _ in 0..60 {
            if self.under_cursor().contains(words) {
                return self;
            }
            self.keys(next);
        }
        panic!("nothing says \"{words}\" on\n{}", self.screen());
    }

    /// Writes into a field of the form in front.
    #[track_caller]
    pub(crate) fn fills(&mut self, field: &str, text: &str) -> &mut Self {
        self.goes_to(field).retypes(text)
    }

    #[track_caller]
    pub(crate) fn contact(&self, name: &str) -> &Contact {
        let mut found = self.book().contacts.iter();
        let found = found.find(|contact| contact.name == name);
        found.unwrap_or_else(|| panic!("{name} is not in the book"))
    }

    pub(crate) fn knows(&self, name: &str) -> bool {
        let mut people = self.book().contacts.iter();
        people.any(|contact| contact.name == name)
    }

    #[track_caller]
    pub(crate) fn promise(&self, text: &str) -> &Promise {
        let mut found = self.book().promises.iter();
        let found = found.find(|promise| promise.text == text);
        found.unwrap_or_else(|| panic!("\"{text}\" is not in the book"))
    }

    /// The invite of a person on a day.
    #[track_caller]
    pub(crate) fn invite(&self, person: &str, day: &str) -> &Invite {
        let mut found = self.book().invites.iter();
        let found =
            found.find(|invite| self.guest(invite) == person && invite.day().to_string() == day);
        found.unwrap_or_else(|| panic!("no invite of {person} on {day}"))
    }

    fn guest(&self, invite: &Invite) -> &str {
        sentences::name(
            self.book(),
            *invite.with.first().expect("an invite of nobody"),
        )
    }
}
