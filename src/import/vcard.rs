//! vCard 2.1, 3.0 and 4.0: the people of an address book.

use std::borrow::Cow;

use calcard::vcard::VCard;
use calcard::{Entry, Parser};

use super::blocks::Block;
use super::vcard_fields::{Fields, is_list_of_people};
use crate::domain::clean;
use crate::domain::import_plan::{self, Card, Findings, Place, Rejected};

/// Reads the cards of a file, one by one, so that a broken one costs only itself.
pub(super) fn read(file: &str, blocks: &[Block<'_>]) -> Findings {
    let mut findings = Findings::default();
    for block in blocks {
        let place = Place {
            file: file.to_owned(),
            line: block.line,
        };
        match read_card(block, place.clone()) {
            Ok(card) => {
                if !block.is_whole {
                    findings.remarks.push(format!(
                        "{place}: the card of {} is cut off (no END:VCARD); what stands there went in",
                        card.name
                    ));
                }
                findings.cards.push(card);
            }
            Err(reason) => findings.rejected.push(Rejected {
                what: import_plan::Entry::Card,
                place,
                reason,
            }),
        }
    }
    findings
}

fn read_card(block: &Block<'_>, place: Place) -> Result<Card, String> {
    let text = with_charset(whole_lines(block));
    let Entry::VCard(card) = Parser::new(&text).entry() else {
        return Err("this card cannot be read".to_owned());
    };
    if is_list_of_people(&card) {
        return Err("this card is a list of people, not a person".to_owned());
    }
    let fields = Fields(&card);
    let emails = fields.emails();
    let organisation = fields.organisation();
    let name = name(&card, &organisation, &emails)
        .ok_or_else(|| "this card has no name, no organisation and no e-mail address".to_owned())?;
    Ok(Card {
        place,
        nicknames: fields.nicknames(),
        role: fields.role(),
        phones: fields.phones(),
        urls: fields.urls(),
        birthday: fields.birthday(),
        tags: fields.tags(),
        notes: fields.notes(),
        uid: fields.uid(),
        shared: None,
        name,
        organisation,
        emails,
    })
}

/// The formatted name, or what comes nearest to one.
fn name(card: &VCard, organisation: &str, emails: &[String]) -> Option<String> {
    let fields = Fields(card);
    let from_address = || {
        let email = emails.first()?;
        email.split('@').next().map(clean::line)
    };
    [fields.formatted_name(), fields.name_of_parts()]
        .into_iter()
        .chain([organisation.to_owned()])
        .find(|name| !name.is_empty())
        .or_else(from_address)
        .filter(|name| !name.is_empty())
}

/// The last line of a card that is cut off may be half a line: half an address is worse than none.
fn whole_lines<'text>(block: &Block<'text>) -> &'text str {
    if block.is_whole || block.text.ends_with('\n') {
        return block.text;
    }
    let end = block.text.rfind('\n').map_or(0, |at| at + 1);
    block.text.get(..end).unwrap_or_default()
}

/// Quoted-printable without a word on its encoding is UTF-8 today and Latin-1 by the old standard: it is called UTF-8
/// where it is valid as such.
fn with_charset(text: &str) -> Cow<'_, str> {
    if !contains_ignoring_case(text, "QUOTED-PRINTABLE") {
        return Cow::Borrowed(text);
    }
    let mut named = String::with_capacity(text.len() + 64);
    let mut lines = text.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        let Some((head, value)) = line.split_once(':') else {
            named.push_str(line);
            continue;
        };
        if !contains_ignoring_case(head, "QUOTED-PRINTABLE")
            || contains_ignoring_case(head, "CHARSET=")
        {
            named.push_str(line);
            continue;
        }
        let mut whole = value.to_owned();
        while whole.trim_end().ends_with('=') {
            let Some(next) = lines.next() else { break };
            whole.push_str(next);
        }
        named.push_str(head);
        if std::str::from_utf8(&unquote(&whole)).is_ok() {
            named.push_str(";CHARSET=UTF-8");
        }
        named.push(':');
        named.push_str(&whole);
    }
    Cow::Owned(named)
}

/// The bytes of a quoted-printable value, breaks left out.
fn unquote(value: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        let hex = (*first == b'=').then(|| after.get(..2)).flatten();
        let byte = hex
            .and_then(|hex| std::str::from_utf8(hex).ok())
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match byte {
            Some(byte) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => bytes.push(*first),
        }
    }
    bytes
}

fn contains_ignoring_case(text: &str, word: &str) -> bool {
    text.as_bytes()
        .windows(word.len())
        .any(|part| part.eq_ignore_ascii_case(word.as_bytes()))
}
