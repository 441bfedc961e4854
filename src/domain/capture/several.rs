//! Several people of one fact, parted by commas and "and", with a firm and an address behind each.

use super::parts::{as_a_name, is_full_name, is_no_name, pieces};
use super::people::pronoun;
use super::reader::{Reader, unknown};
use super::said::{after, last_day, nobody, starts};
use super::{Aside, Unread};
use crate::domain::contact::{Contact, ContactId};
use crate::domain::person_name::is_of_a_firm;
use crate::domain::sentences::{capitalised, first_name};
use crate::domain::when;

/// Where a piece of a list stands.
#[derive(Clone, Copy)]
struct Place {
    /// Behind a comma, or first of all: not behind "and".
    behind_comma: bool,
    /// An address follows.
    before_address: bool,
}

impl Reader<'_> {
    /// Several people, and what follows the last. Who is not known is brought in. A firm and an address that follow are
    /// theirs: "Zoe Lind, Acme, zoe@acme.example".
    pub(super) fn several(&mut self, text: &str) -> Result<(Vec<ContactId>, String), Unread> {
        let mut who: Vec<ContactId> = Vec::new();
        let mut rest = String::new();
        let mut parts = text.split(',').peekable();
        while let Some(part) = parts.next() {
            if !rest.is_empty() {
                rest = format!("{rest}, {}", part.trim());
                continue;
            }
            let before_address = parts.peek().is_some_and(|next| next.contains('@'));
            for (at, piece) in pieces(part).enumerate() {
                let place = Place {
                    behind_comma: at == 0,
                    before_address,
                };
                if let Some(more) = self.piece(piece, place, &mut who)? {
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

    /// One piece of a list of people; what follows the name in it.
    fn piece(
        &mut self,
        piece: &str,
        place: Place,
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
        let (bare, day) = self.without_day(piece);
        if bare.is_empty() && last.is_none() && self.first.is_none() {
            return Err(nobody());
        }
        match last {
            _ if bare.is_empty() => {}
            Some(id) if bare.contains('@') => self.has_address(id, bare),
            Some(id) if self.is_firm_of(id, bare, place) => {
                self.is_meant_as_a_firm(id, bare, place)?;
                self.works_at(id, bare);
            }
            _ => who.push(self.bring_in(bare)?),
        }
        Ok(day)
    }

    /// Whether a piece that is nobody of the book is the firm of whoever stands before it, and not somebody new. A full
    /// new name is somebody new, unless it ends as firms do, an address follows it or a firm of the book is called that.
    fn is_firm_of(&self, id: ContactId, bare: &str, place: Place) -> bool {
        if self.people.is_new(id) {
            return place.behind_comma && self.people.lacks_firm(id);
        }
        if self.people.is_of(id, bare) {
            return true;
        }
        let is_firm = is_of_a_firm(bare) || self.people.is_a_firm(bare);
        let is_name = is_full_name(bare) && !place.before_address && !is_firm;
        place.behind_comma && self.firm_said != Some(id) && !is_name
    }

    /// One word in small letters behind somebody known may as well be somebody whom the book does not have: it is asked.
    fn is_meant_as_a_firm(&self, id: ContactId, bare: &str, place: Place) -> Result<(), Unread> {
        let is_plain = bare.starts_with(char::is_lowercase) && !bare.contains(char::is_whitespace);
        let is_firm = self.people.is_of(id, bare) || self.people.is_a_firm(bare);
        if !is_plain || is_firm || place.before_address || self.people.is_new(id) {
            return Ok(());
        }
        let (who, written) = (first_name(self.known.book, id), capitalised(bare));
        Err(Unread::because(format!(
            "Nobody and no firm in your book is called \"{bare}\": {written} with a capital is the firm of {who}, \"and {written}\" somebody new"
        )))
    }

    /// Where they work. What the book says of that stays.
    fn works_at(&mut self, id: ContactId, firm: &str) {
        let firm = firm.to_owned();
        let Some(known) = self.known.book.contacts.get(id) else {
            return self.people.change_new(id, |new| new.organisation = firm);
        };
        self.firm_said = Some(id);
        if known.organisation.is_empty() {
            self.say_aside(Aside::Firm(id, firm));
        } else if !self.people.is_of(id, &firm) {
            self.say_aside(Aside::OtherFirm(id, firm));
        }
    }

    /// An address of theirs, behind those that they have.
    fn has_address(&mut self, id: ContactId, address: &str) {
        let address = address.to_owned();
        let Some(known) = self.known.book.contacts.get(id) else {
            return self.people.change_new(id, |new| new.emails.push(address));
        };
        let mut emails = known.emails.iter();
        if !emails.any(|email| email.eq_ignore_ascii_case(&address)) {
            self.say_aside(Aside::Address(id, address));
        }
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
        let at = starts(piece).find(|start| {
            let words = piece.get(*start..).unwrap_or("");
            let moment = words.split(" at ").next().unwrap_or(words);
            let is_place = after(words, "at").is_some();
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
}
