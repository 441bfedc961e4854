//! How a line is read: its event, its facts one by one, and whom each is about.

use super::parts::{event, head_and_note};
use super::people::{Found, People, pronoun};
use super::said::{Said, nobody, split_last, without};
use super::verb::{self, Verb, Whom};
use super::{Aside, EventAfter, Fact, Known, Line, Named, Unread, keep};
use crate::domain::contact::ContactId;

/// Words that may stand between a verb and a name.
const BETWEEN: [&str; 3] = ["with", "to", "from"];

pub(super) struct Reader<'a> {
    pub(super) known: Known<'a>,
    pub(super) people: People<'a>,
    named: Vec<Named>,
    facts: Vec<Fact>,
    /// The event that the line is at.
    pub(super) event: Option<String>,
    /// The first person of the line, whom a fact is about that names nobody.
    pub(super) first: Option<ContactId>,
    /// Of whom the firm was said last.
    pub(super) firm_said: Option<ContactId>,
    /// What the line says of people besides its facts.
    pub(super) asides: Vec<Aside>,
}

pub(super) fn read(text: &str, known: Known<'_>) -> Result<Line, Unread> {
    let mut reader = Reader {
        known,
        people: People::of(known),
        named: Vec::new(),
        facts: Vec::new(),
        event: known.event.map(str::to_owned),
        first: None,
        firm_said: None,
        asides: Vec::new(),
    };
    let (event, text) = event(text)?;
    event.apply(&mut reader.event);
    if event == EventAfter::Same || !text.is_empty() {
        for part in text.split(';') {
            reader.fact(part.trim())?;
        }
    }
    Ok(Line {
        facts: reader.facts,
        alike: reader.people.alike(),
        new: reader.people.new,
        named: reader.named,
        asides: reader.asides,
        event,
    })
}

impl Reader<'_> {
    /// Reads one fact of the line.
    fn fact(&mut self, text: &str) -> Result<(), Unread> {
        let (head, note) = head_and_note(text);
        if let Some((verb, rest)) = verb::leading(head) {
            return self.of_verb(verb, rest, note);
        }
        if let Some((verb, before, rest)) = verb::behind(head) {
            let who = self.before_the_verb(before)?;
            return self.say(verb, &[who], rest, note);
        }
        if self.is_somebody_new(head, note)
            && let Some((met, _)) = verb::leading("met")
        {
            return self.of_verb(met, head, note);
        }
        Err(self.unknown_verb(head))
    }

    /// A verb that stands first.
    fn of_verb(&mut self, verb: &'static Verb, rest: &str, note: &str) -> Result<(), Unread> {
        let rest = match verb.whom {
            Whom::Nobody => rest,
            _ => without(rest, &BETWEEN),
        };
        match verb.whom {
            Whom::Nobody => self.say(verb, &[], rest, note),
            Whom::One => {
                let (who, rest) = self.one(verb, rest)?;
                self.say(verb, &[who], &rest, note)
            }
            Whom::Two => {
                let (one, rest) = self.known_one(rest)?;
                let rest = super::said::after(rest, "to");
                let rest = rest.ok_or_else(|| Unread::because("To whom? intro lee to ana: why"))?;
                let (other, rest) = self.known_one(rest)?;
                self.say(verb, &[one, other], rest, note)
            }
            Whom::Several => {
                let (who, rest) = self.several(rest)?;
                let (note, facts) = facts_behind(note);
                self.say(verb, &who, &rest, note)?;
                facts.map_or(Ok(()), |facts| self.fact(facts))
            }
        }
    }

    /// Takes down what a verb says of these people.
    fn say(
        &mut self,
        verb: &Verb,
        who: &[ContactId],
        rest: &str,
        note: &str,
    ) -> Result<(), Unread> {
        self.first = self.first.or(who.first().copied());
        let event = self.event.clone();
        let fact = (verb.fact)(&Said {
            who,
            rest: rest.trim(),
            note,
            event: event.as_deref(),
            known: self.known,
        })?;
        keep::is_possible(self.known.book, &fact)?;
        self.facts.push(fact);
        for id in who {
            self.bring_back(*id);
        }
        Ok(())
    }

    /// Whoever is archived comes back to the lists once something is noted of them.
    fn bring_back(&mut self, id: ContactId) {
        let contact = self.known.book.contacts.get(id);
        if contact.is_some_and(|contact| contact.archived) {
            self.say_aside(Aside::Back(id));
        }
    }

    /// Takes down, once, what is said besides.
    pub(super) fn say_aside(&mut self, aside: Aside) {
        if !self.asides.contains(&aside) {
            self.asides.push(aside);
        }
    }

    /// The one person at the beginning, and what follows; the first of the line where none is named.
    fn one(&mut self, verb: &Verb, text: &str) -> Result<(ContactId, String), Unread> {
        if let (Some(first), Some(rest)) = (self.first, pronoun(text)) {
            return Ok((first, rest.to_owned()));
        }
        let found = match self.first {
            None => self.people.leading(text),
            Some(_) => self.people.leading_whole(text),
        };
        if let Some(found) = found {
            let who = self.choose(&found)?;
            return Ok((who, found.rest.to_owned()));
        }
        // "got intro from dana": behind the kind of value.
        for word in verb.before_whom {
            let is_first = *word == "to" && self.first.is_some();
            if let Some((before, behind)) = split_last(text, word)
                && !is_first
                && let Some(found) = self.people.leading(behind)
            {
                let who = self.choose(&found)?;
                return Ok((who, format!("{before} {}", found.rest)));
            }
        }
        match self.first {
            Some(first) => Ok((first, text.to_owned())),
            None => Err(unknown(text)),
        }
    }

    fn known_one<'t>(&mut self, text: &'t str) -> Result<(ContactId, &'t str), Unread> {
        if let (Some(first), Some(rest)) = (self.first, pronoun(text)) {
            return Ok((first, rest));
        }
        let found = self.people.leading(text).ok_or_else(|| unknown(text))?;
        Ok((self.choose(&found)?, found.rest))
    }

    /// Who stands before a verb that follows its person.
    fn before_the_verb(&mut self, text: &str) -> Result<ContactId, Unread> {
        if let Some(first) = self.first
            && (text.is_empty() || pronoun(text) == Some(""))
        {
            return Ok(first);
        }
        let found = self
            .people
            .leading(text)
            .filter(|found| found.rest.is_empty());
        let found = found.ok_or_else(|| unknown(text))?;
        self.choose(&found)
    }

    pub(super) fn choose(&mut self, found: &Found<'_>) -> Result<ContactId, Unread> {
        self.people.choose(found, &mut self.named)
    }

    /// Whether a line without a verb brings somebody in: at an event, or "Name, Firm, mail: topic" with a capital.
    fn is_somebody_new(&self, head: &str, note: &str) -> bool {
        let is_name =
            head.starts_with(|first: char| first.is_alphabetic() && !first.is_lowercase());
        let is_card = head.contains(',') && !note.is_empty();
        is_name && (self.event.is_some() || is_card)
    }

    fn unknown_verb(&self, head: &str) -> Unread {
        let first = head.split_whitespace().next().unwrap_or("");
        if verb::begun(head).next().is_some() {
            return Unread::because("Go on: a verb, then whom it is about");
        }
        if let Some(found) = self.people.leading(head) {
            let verbs = "promised, wants to, is solving, delivered";
            let typed = found.typed;
            return Unread::because(format!(
                "What of {typed}? {verbs}, or a verb before the name"
            ));
        }
        if self.facts.is_empty() {
            return Unread::because(format!("\"{first}\" is no verb that begins a line"));
        }
        Unread::because(format!(
            "\"{first}\" is no verb: a semicolon ends what was said"
        ))
    }
}

/// The note of a talk, and the fact that stands in its place: "met ana: she is solving the lost tender".
fn facts_behind(note: &str) -> (&str, Option<&str>) {
    let head = head_and_note(note).0;
    let says_of_them = verb::behind(head).is_some_and(|(verb, before, rest)| {
        (verb.opens)(rest) && (before.is_empty() || pronoun(before) == Some(""))
    });
    let begins_one = verb::leading(head).is_some_and(|(verb, rest)| (verb.opens)(rest));
    if says_of_them || begins_one {
        ("", Some(note))
    } else {
        (note, None)
    }
}

pub(super) fn unknown(text: &str) -> Unread {
    let Some(first) = text.split_whitespace().next() else {
        return nobody();
    };
    Unread::because(format!("Nobody in your book is called \"{first}\""))
}
