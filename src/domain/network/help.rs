//! Who can help with a topic: by what I noted that they know of. What I received from anybody has no say in it.

use crate::domain::Book;
use crate::domain::contact::{Contact, ContactId};
use crate::domain::filler::is_filler;
use crate::domain::search::{begins, folded};

/// Somebody who may help with a topic.
#[derive(Clone, PartialEq, Eq)]
pub struct Helper {
    /// Who.
    pub contact: ContactId,
    /// By what.
    pub by: By,
}

/// By what somebody may help.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    /// They can help with this.
    Topic(String),
    /// They do this at work.
    Role(String),
    /// They are in this field.
    Circle(String),
}

/// Who may help with a topic: those of whom I noted that they can, then those who do it at work, then those in the field;
/// among equals by name. Those with whom I drew a line, and those who are archived, are asked nothing.
#[must_use]
pub fn who_can_help(book: &Book, topic: &str) -> Vec<Helper> {
    let topic = topic_of(topic);
    if topic.is_empty() {
        return Vec::new();
    }
    let people = book.contacts.iter().map(AsRef::as_ref);
    let asked = people.filter(|contact: &&Contact| !contact.boundary && !contact.archived);
    let mut found: Vec<(u8, String, Helper)> = asked
        .filter_map(|contact| {
            let (rank, by) = by(contact, &topic)?;
            let helper = Helper {
                contact: contact.id,
                by,
            };
            Some((rank, contact.name.to_lowercase(), helper))
        })
        .collect();
    found.sort_by(|(rank, name, one), (other_rank, other_name, other)| {
        (rank, name, one.contact).cmp(&(other_rank, other_name, other.contact))
    });
    found.into_iter().map(|(.., helper)| helper).collect()
}

/// What is left of a text without the words that stand everywhere: "of" would find half of the book.
#[must_use]
pub fn topic_of(text: &str) -> String {
    let words = text.split_whitespace();
    let telling: Vec<&str> = words.filter(|word| !is_filler(&folded(word))).collect();
    telling.join(" ")
}

fn by(contact: &Contact, topic: &str) -> Option<(u8, By)> {
    let says = |text: &&String| begins(topic, text);
    let topics = contact.topics.iter().find(says);
    let role = Some(&contact.role).filter(says);
    let circle = Some(&contact.circle).filter(says);
    topics
        .map(|text| (0, By::Topic(text.clone())))
        .or_else(|| role.map(|text| (1, By::Role(text.clone()))))
        .or_else(|| circle.map(|text| (2, By::Circle(text.clone()))))
}
