//! vCard 2.1, 3.0 and 4.0: the people of an address book.

use std::borrow::Cow;
use std::collections::BTreeSet;

use calcard::vcard::VCard;
use calcard::{Entry, Parser};

use super::blocks::{Block, scan};
use super::quoted::{has_stray_line, in_utf_8};
use super::untaken::untaken;
use super::vcard_fields::{Fields, is_list_of_people};
use super::watch::{MOST_ENTRIES, Watch, grouped};
use crate::domain::clean;
use crate::domain::import_plan::{self, Card, Findings, Place, Rejected};
use crate::domain::person_name::in_order;

/// How many cards without a beginning are named one by one.
const MOST_HEADLESS: usize = 50;

/// Reads the cards of a file, one by one, so that a broken one costs only itself; and whether there are any.
pub(super) fn read(file: &str, text: &str, watch: &mut Watch<'_>) -> (Findings, bool) {
    read_at(file, 1, text, watch)
}

/// Reads the cards of a part of a file that begins on this line.
pub(super) fn read_at(
    file: &str,
    first: usize,
    text: &str,
    watch: &mut Watch<'_>,
) -> (Findings, bool) {
    let at = |line: usize| Place {
        file: file.to_owned(),
        line: line.saturating_add(first).saturating_sub(1),
    };
    let scan = scan(text, "VCARD", watch.room());
    let mut findings = Findings::default();
    for block in &scan.blocks {
        if watch.met(block.text.len()).is_break() {
            break;
        }
        let place = at(block.line);
        match read_card(block, place.clone()) {
            Ok((card, untaken)) => {
                if !block.is_whole {
                    findings.remarks.push(format!(
                        "{place}: the card of {} is cut off (no END:VCARD); what stands there went in",
                        card.name
                    ));
                }
                for name in untaken {
                    findings.untaken.note(import_plan::Entry::Card, &name);
                }
                findings.cards.push(card);
            }
            Err(reason) => findings.rejected.push(rejected(place, reason)),
        }
    }
    findings.rejected.extend(headless(&scan.headless, at));
    if let Some((line, count)) = scan.left_out {
        let reason = format!(
            "from here on {count} cards were left out: {} go in at once at most; import the rest from a file of its own",
            grouped(MOST_ENTRIES)
        );
        findings.rejected.push(rejected(at(line), reason));
    }
    let is_any = !scan.blocks.is_empty() || scan.left_out.is_some();
    (findings, is_any)
}

/// Cards of which only the end is there.
fn headless(lines: &[usize], at: impl Fn(usize) -> Place) -> Vec<Rejected> {
    let cut = "here ends a card of which the beginning (BEGIN:VCARD) is missing";
    let mut found: Vec<_> = lines
        .iter()
        .take(MOST_HEADLESS)
        .map(|line| rejected(at(*line), cut.to_owned()))
        .collect();
    if let Some(line) = lines.get(MOST_HEADLESS) {
        let more = lines.len() - MOST_HEADLESS;
        let reason = format!("from here on {more} more cards end that have no beginning");
        found.push(rejected(at(*line), reason));
    }
    found
}

fn rejected(place: Place, reason: String) -> Rejected {
    Rejected {
        what: import_plan::Entry::Card,
        place,
        reason,
    }
}

/// The card, and the names of what it says beyond that.
fn read_card(block: &Block<'_>, place: Place) -> Result<(Card, BTreeSet<String>), String> {
    let text = in_utf_8(&without_inner(whole_lines(block))).into_owned();
    let Entry::VCard(parsed) = Parser::new(&text).entry() else {
        return Err("this card cannot be read".to_owned());
    };
    if is_list_of_people(&parsed) {
        return Err("this card is a list of people, not a person".to_owned());
    }
    let fields = Fields(&parsed);
    let emails = fields.emails();
    let organisation = fields.organisation();
    let name = name(&parsed, &organisation, &emails)
        .ok_or_else(|| "this card has no name, no organisation and no e-mail address".to_owned())?;
    let card = Card {
        place,
        nicknames: fields.nicknames(),
        role: fields.role(),
        phones: fields.phones(),
        urls: fields.urls(),
        birthday: fields.birthday(),
        tags: fields.tags(),
        notes: fields.notes(),
        uid: fields.uid(),
        in_step: None,
        name,
        organisation,
        emails,
    };
    let mut untaken = untaken(&parsed, &card);
    if has_stray_line(&text) {
        untaken.insert("line that is no field".to_owned());
    }
    Ok((card, untaken))
}

/// The formatted name, or what comes nearest to one.
fn name(card: &VCard, organisation: &str, emails: &[String]) -> Option<String> {
    let fields = Fields(card);
    let from_address = || {
        let email = emails.first()?;
        email.split('@').next().map(clean::line)
    };
    let written = fields.formatted_name();
    // Of a firm, "Smith, Wesson" stays as it is.
    let formatted = if written == organisation || fields.begins_with_given(&written) {
        written
    } else {
        in_order(&written)
    };
    [formatted, fields.name_of_parts()]
        .into_iter()
        .chain([organisation.to_owned()])
        .find(|name| !name.is_empty())
        .or_else(from_address)
        .filter(|name| !name.is_empty())
}

/// A card of vCard 2.1 may hold that of an assistant, at whose end the parser would stop.
fn without_inner(text: &str) -> Cow<'_, str> {
    let is_begin = |line: &str| line.trim_end().eq_ignore_ascii_case("BEGIN:VCARD");
    let is_end = |line: &str| line.trim_end().eq_ignore_ascii_case("END:VCARD");
    if text.lines().filter(|line| is_begin(line)).count() < 2 {
        return Cow::Borrowed(text);
    }
    let mut outer = String::with_capacity(text.len());
    let mut depth = 0_usize;
    for line in text.split_inclusive('\n') {
        depth += usize::from(is_begin(line));
        match depth {
            0 | 1 if line.trim_end().eq_ignore_ascii_case("AGENT:") => {
                outer.push_str("AGENT:a card of its own\n");
            }
            0 | 1 => outer.push_str(line),
            _ => {}
        }
        depth = depth.saturating_sub(usize::from(is_end(line)));
    }
    Cow::Owned(outer)
}

/// The last line of a card that is cut off may be half a line: half an address is worse than none.
fn whole_lines<'text>(block: &Block<'text>) -> &'text str {
    if block.is_whole || block.text.ends_with('\n') {
        return block.text;
    }
    let end = block.text.rfind('\n').map_or(0, |at| at + 1);
    block.text.get(..end).unwrap_or_default()
}
