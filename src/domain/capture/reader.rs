//! How a line is read: its event, its facts one by one, and whom each is about.

use super::parts::{as_a_name, event, head_and_note, is_no_name, pieces};
use super::people::{Found, People, pronoun};
use super::said::{Said, last_day, nobody, split_last, without};
use super::verb::{self, Verb, Whom};
use super::{EventAfter, Fact, Known, Line, Named, Unread, keep};
use crate::domain::contact::{Contact, ContactId};
use crate::domain::when;

/// Words that may stand between a verb and a name.
const BETWEEN: [&str; 3] = ["with", "to", "from"];

struct Reader<'a> {
    known: Known<'a>,
    people: People<'a>,
    named: Vec<Named>,
    facts: Vec<Fact>,
    /// The event that the line is at.
    event: Option<String>,
    /// The first person of the line, whom a fact is about that names nobody.
    first: Option<ContactId>,
    /// Whether the fact is one person as on a card: "Name, Firm, mail".
    is_card: bool,
}

pub(super) fn read(text: &str, known: Known<'_>) -> Result<Line, Unread> {
    let mut reader = Reader {
        known,
        people: People::of(known),
        named: Vec::new(),
        facts: Vec::new(),
        event: known.event.map(str::to_owned),
        first: None,
        is_card: false,
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
        new: reader.people.new,
        named: reader.named,
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
            self.is_card = true;
            let read = self.of_verb(met, head, note);
            self.is_card = false;
            return read;
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
        Ok(())
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

    fn choose(&mut self, found: &Found<'_>) -> Result<ContactId, Unread> {
        self.people.choose(found, &mut self.named)
    }

    /// Several people, parted by commas and "and", and what follows the last. Who is not known is brought in, with a firm
    /// and an address where those follow: "Zoe Lind, Acme, zoe@acme.example".
    fn several(&mut self, text: &str) -> Result<(Vec<ContactId>, String), Unread> {
        let mut who: Vec<ContactId> = Vec::new();
        let mut rest = String::new();
        for part in text.split(',') {
            if !rest.is_empty() {
                rest = format!("{rest}, {}", part.trim());
                continue;
            }
            for (at, piece) in pieces(part).enumerate() {
                if let Some(more) = self.piece(piece, at == 0, &mut who)? {
                    rest = more;
                }
            }
        }
        if who.is_empty() {
            return self
                .first
                .map(|first| (vec![first], rest))
                .ok_or_else(nobody);
        }
        Ok((who, rest))
    }

    /// One piece of a list of people; what follows the name in it. Behind a comma it may also be the firm of whoever is
    /// new.
    fn piece(
        &mut self,
        piece: &str,
        behind_comma: bool,
        who: &mut Vec<ContactId>,
    ) -> Result<Option<String>, Unread> {
        if let (Some(first), Some(rest)) = (self.first, pronoun(piece)) {
            who.push(first);
            return Ok(Some(rest.to_owned()).filter(|rest| !rest.is_empty()));
        }
        let found = match self.first {
            None => self.people.leading(piece),
            Some(_) => self.people.leading_whole(piece),
        };
        if let Some(found) = found
            && (is_no_name(found.rest) || self.is_time(found.rest))
        {
            let id = self.choose(&found)?;
            if !who.contains(&id) {
                who.push(id);
            }
            return Ok(Some(found.rest.to_owned()).filter(|rest| !rest.is_empty()));
        }
        let last = who.last().copied();
        let newcomer = last.filter(|id| self.people.new.iter().any(|new| new.id == *id));
        let (bare, day) = self.without_day(piece);
        if bare.is_empty() && last.is_none() && self.first.is_none() {
            return Err(nobody());
        }
        if bare.is_empty() {
            return Ok(day);
        }
        if let Some(id) = newcomer.filter(|_| bare.contains('@')) {
            self.people
                .change_new(id, |new| new.emails.push(bare.to_owned()));
            return Ok(day);
        }
        match (newcomer, last) {
            (Some(id), _) if behind_comma && self.lacks_firm(id) => {
                self.people
                    .change_new(id, |new| bare.clone_into(&mut new.organisation));
            }
            (None, Some(id)) if self.people.is_of(id, bare) => {}
            (None, Some(_)) if self.is_card => {
                return Err(Unread::because(format!(
                    "This person is in your book, and not with \"{bare}\": leave it out, e changes it"
                )));
            }
            _ => who.push(self.bring_in(bare)?),
        }
        Ok(day)
    }

    fn lacks_firm(&self, id: ContactId) -> bool {
        let mut new = self.people.new.iter();
        new.any(|new| new.id == id && new.organisation.is_empty() && new.emails.is_empty())
    }

    /// Somebody whom the book does not have yet.
    fn bring_in(&mut self, name: &str) -> Result<ContactId, Unread> {
        let (name, firm) = name.split_once('(').unwrap_or((name, ""));
        let is_name = name.starts_with(char::is_alphabetic) && !name.contains(['@', '/']);
        if !is_name {
            return Err(unknown(name));
        }
        Ok(self.people.bring_in(Contact {
            name: as_a_name(name.trim()),
            organisation: firm.trim_end_matches(')').trim().to_owned(),
            how_we_met: self.event.clone().unwrap_or_default(),
            added: self.known.today,
            ..Contact::default()
        }))
    }

    fn is_time(&self, words: &str) -> bool {
        let first = words.split_whitespace().next().unwrap_or("");
        words.is_empty() || when::is_word_of_time(first, self.known.today)
    }

    /// A piece without the day and the time at its end, and these.
    fn without_day<'t>(&self, piece: &'t str) -> (&'t str, Option<String>) {
        let today = self.known.today;
        let at = super::said::starts(piece).find(|start| {
            let words = piece.get(*start..).unwrap_or("");
            let moment = words.split(" at ").next().unwrap_or(words);
            let is_place = super::said::after(words, "at").is_some();
            is_place || !matches!(when::moment(moment, today), Err(when::Unclear::NoDay))
        });
        let day = last_day(piece, |words| when::read_past(words, today));
        match (at, day) {
            (Some(start), _) => {
                let (bare, words) = piece.split_at_checked(start).unwrap_or((piece, ""));
                (
                    bare.trim().trim_end_matches(" on").trim(),
                    Some(words.to_owned()),
                )
            }
            (None, Some((before, words, _))) => (before, Some(words.to_owned())),
            (None, None) => (piece, None),
        }
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

fn unknown(text: &str) -> Unread {
    let Some(first) = text.split_whitespace().next() else {
        return nobody();
    };
    Unread::because(format!("Nobody in your book is called \"{first}\""))
}
