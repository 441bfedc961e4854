//! A form that nobody finished: what was typed into it, to be kept where the program ends before it could be saved, and
//! to go on with at the next start.

use tui_input::Input;

use super::{Entry, Field, Form, PeoplePick, PersonPick, Subject, invite};
use crate::app::context::Context;
use crate::app::sheet::Editor;
use crate::app::unfinished::What;
use crate::domain::Book;
use crate::domain::contact::ContactId;
use crate::domain::decision::Subject as About;

impl Form {
    /// What would be lost with it; nothing where nothing was typed.
    #[must_use]
    pub fn unfinished(&self) -> Option<What> {
        let changed = self
            .fields
            .iter()
            .filter(|field| self.is_touched(field.label));
        let typed: Vec<(String, String)> = changed
            .map(|field| (field.label.to_owned(), field.text()))
            .collect();
        (!typed.is_empty()).then_some(What::Form {
            subject: self.subject,
            typed,
        })
    }

    /// The form as it was left. What it was about may be gone from the book: then it has nothing typed in it.
    #[must_use]
    pub fn resume(subject: Subject, typed: &[(String, String)], book: &Book, cx: &Context) -> Self {
        let mut form = Self::open(subject, book, cx);
        for (label, text) in typed {
            // Which promises there are to choose from follows from the person, whose field stands first.
            if matches!(subject, Subject::Invite(_)) {
                invite::offer_promises(&mut form, book);
            }
            let field = form.fields.iter_mut().find(|field| field.label == label);
            if let Some(field) = field {
                field.put(text, book);
            }
        }
        form
    }
}

impl Subject {
    /// The people that a form is about.
    pub(in crate::app) fn people(self, book: &Book) -> Vec<ContactId> {
        let lunch = |id| book.invites.get(id).map(|lunch| lunch.with.clone());
        let people = match self {
            Self::Contact(None)
            | Self::Promise(None)
            | Self::Invite(None)
            | Self::Choice(None)
            | Self::Introduction(None) => None,
            Self::Introduction(Some(id)) => {
                let wish = book.introductions.get(id);
                wish.map(|wish| vec![wish.requester, wish.target])
            }
            Self::Choice(Some(id)) | Self::OptionOf(id, _) | Self::Choose(id, ..) => {
                book.option_sets.get(id).map(|set| vec![set.contact])
            }
            Self::Contact(Some(person))
            | Self::PromiseTo(person)
            | Self::Talk(person)
            | Self::Value(person)
            | Self::Aim(person, _)
            | Self::Pace(person)
            | Self::Later(person)
            | Self::Incident(person, _) => Some(vec![person]),
            Self::Promise(Some(id))
            | Self::Step(id, _)
            | Self::NewTerms(id)
            | Self::DoneOn(id)
            | Self::Missed(id)
            | Self::Again(id) => book.promises.get(id).map(|promise| vec![promise.contact]),
            Self::Invite(Some(id)) | Self::PastLunch(id) => lunch(id),
            Self::KnownTalk(id) => book.interactions.get(id).map(|talk| talk.with.clone()),
            Self::KnownValue(id) => book.exchanges.get(id).map(|value| vec![value.contact]),
            Self::KnownIncident(id) => book.incidents.get(id).map(|one| vec![one.contact]),
            Self::Decision(id) | Self::Review(id) => {
                let people = match book.decisions.get(id).map(|decision| decision.about) {
                    Some(About::Invites(a, b)) => [lunch(a), lunch(b)],
                    Some(About::Options(id)) => {
                        let set = book.option_sets.get(id);
                        [set.map(|set| vec![set.contact]), None]
                    }
                    None => [None, None],
                };
                Some(people.into_iter().flatten().flatten().collect())
            }
        };
        people.unwrap_or_default()
    }
}

impl Field {
    fn put(&mut self, text: &str, book: &Book) {
        let input = || Input::new(text.to_owned());
        match &mut self.entry {
            Entry::Text(field) | Entry::Day(field) | Entry::PastDay(field) => *field = input(),
            Entry::Long(editor) => *editor = Editor::at_the_end(text),
            Entry::Choice { options, at } => {
                let found = options.iter().position(|option| option == text);
                *at = found.unwrap_or(*at);
            }
            Entry::Several { options, .. } => {
                for (option, taken) in options {
                    *taken = text.split("; ").any(|one| one == option);
                }
            }
            Entry::Person(pick) => {
                *pick = PersonPick {
                    input: input(),
                    picked: named(text, book),
                    ..PersonPick::default()
                };
            }
            Entry::People(people) => {
                let names = text.split(", ").filter(|name| !name.is_empty());
                *people = PeoplePick {
                    chosen: names
                        .map(|name| (named(name, book), name.to_owned()))
                        .collect(),
                    pick: PersonPick::default(),
                };
            }
        }
    }
}

/// The person of exactly this name.
fn named(name: &str, book: &Book) -> Option<ContactId> {
    let mut people = book.contacts.iter();
    people
        .find(|contact| contact.name == name)
        .map(|contact| contact.id)
}
