//! Every text that I wrote into a record: what is read through when somebody is to be found or erased.
//!
//! Every record is taken apart field by field, without a shortcut: a field that is added later does not compile until
//! somebody decided whether it is such a text.

use super::contact::{Aim, Contact, KnownPerson};
use super::decision::{Decision, Review};
use super::exchange::Exchange;
use super::incident::Incident;
use super::interaction::Interaction;
use super::introduction::Introduction;
use super::invite::{Busy, Invite};
use super::options::{Choice, OptionSet};
use super::promise::{Blockage, Effort, Promise, State};

/// What a visit does with each text.
pub(super) type Visit<'a> = &'a mut dyn FnMut(&mut String);

/// A record with texts in it.
pub(super) trait Texts {
    /// Visits each of them. Addresses, names of time zones and what a calendar says of itself are no such texts.
    fn each_text(&mut self, visit: Visit<'_>);
}

impl Texts for Contact {
    fn each_text(&mut self, visit: Visit<'_>) {
        let Self {
            id: _,
            // What somebody is called and where they are reached is theirs alone, whoever else is called alike.
            name: _,
            nicknames: _,
            organisation,
            role,
            circle,
            emails: _,
            phones: _,
            urls: _,
            birthday: _,
            tags,
            topics,
            how_we_met,
            tie: _,
            rhythm_days: _,
            at_worst_days: _,
            snoozed_until: _,
            boundary: _,
            archived: _,
            aspirations,
            problems,
            knows,
            notes,
            source_uid: _,
            other_uids: _,
            imported: _,
            added: _,
        } = self;
        [organisation, role, circle, how_we_met, notes]
            .into_iter()
            .for_each(&mut *visit);
        [tags, topics].into_iter().flatten().for_each(&mut *visit);
        for Aim { text, .. } in aspirations.iter_mut().chain(problems) {
            visit(text);
        }
        for (known, _) in knows {
            if let KnownPerson::Outside(name) = known {
                visit(name);
            }
        }
    }
}

impl Texts for Promise {
    fn each_text(&mut self, visit: Visit<'_>) {
        let Self {
            id: _,
            by: _,
            contact: _,
            text,
            kind: _,
            made: _,
            due: _,
            said: _,
            exact_words,
            heard: _,
            impact: _,
            minutes: _,
            state,
            efforts,
            earlier_terms: _,
            reopened_from: _,
        } = self;
        visit(text);
        visit(exact_words);
        match state {
            State::Blocked { by, .. }
            | State::Delivered {
                was_blocked: Some(Blockage { by, .. }),
                ..
            } => visit(by),
            State::Open
            | State::Delivered { .. }
            | State::Confirmed { .. }
            | State::Released { .. }
            | State::Withdrawn { .. }
            | State::Missed { .. }
            | State::MadeRight { .. } => {}
        }
        for Effort { text, .. } in efforts {
            visit(text);
        }
    }
}

impl Texts for Invite {
    fn each_text(&mut self, visit: Visit<'_>) {
        let Self {
            id: _,
            with: _,
            host: _,
            title,
            start: _,
            end: _,
            zone: _,
            all_day: _,
            travel_minutes: _,
            place,
            asked_on: _,
            reply: _,
            my_words,
            heard_yes: _,
            yes_void: _,
            move_ok: _,
            outcome: _,
            assessment: _,
            asked_to_move: _,
            revision: _,
            calendar: _,
        } = self;
        [title, place, my_words].into_iter().for_each(visit);
    }
}

impl Texts for Busy {
    fn each_text(&mut self, _: Visit<'_>) {
        let Self {
            id: _,
            start: _,
            end: _,
            calendar: _,
        } = self;
    }
}

impl Texts for Interaction {
    fn each_text(&mut self, visit: Visit<'_>) {
        let Self {
            id: _,
            with: _,
            on: _,
            kind: _,
            two_way: _,
            note,
        } = self;
        visit(note);
    }
}

impl Texts for Exchange {
    fn each_text(&mut self, visit: Visit<'_>) {
        let Self {
            id: _,
            contact: _,
            on: _,
            direction: _,
            kind: _,
            size: _,
            horizon: _,
            note,
            from: _,
        } = self;
        visit(note);
    }
}

impl Texts for Incident {
    fn each_text(&mut self, visit: Visit<'_>) {
        let Self {
            id: _,
            contact: _,
            about: _,
            kind: _,
            severity: _,
            on: _,
            noted: _,
            note,
            settled: _,
            acknowledged: _,
            made_right: _,
            from: _,
        } = self;
        visit(note);
    }
}

impl Texts for Introduction {
    fn each_text(&mut self, visit: Visit<'_>) {
        let Self {
            id: _,
            requester: _,
            target: _,
            purpose,
            good_for_target,
            asked_requester: _,
            yes_requester: _,
            asked_target: _,
            yes_target: _,
            made: _,
            followed_up: _,
            declined: _,
            promise: _,
            value: _,
        } = self;
        visit(purpose);
        visit(good_for_target);
    }
}

impl Texts for Decision {
    fn each_text(&mut self, visit: Visit<'_>) {
        let Self {
            id: _,
            on: _,
            about: _,
            chosen: _,
            untruth_needed_for: _,
            // Numbers, states and days; no words.
            snapshot: _,
            followed_lean: _,
            reason,
            told: _,
            message,
            review_on: _,
            review,
            told_to: _,
            knew: _,
            replaces: _,
            weighed: _,
        } = self;
        visit(reason);
        visit(message);
        if let Some(Review { note, .. }) = review {
            visit(note);
        }
    }
}

impl Texts for OptionSet {
    fn each_text(&mut self, visit: Visit<'_>) {
        let Self {
            id: _,
            contact: _,
            on: _,
            question,
            options,
        } = self;
        visit(question);
        for Choice { text, my_gain, .. } in options {
            visit(text);
            visit(my_gain);
        }
    }
}
