//! Every place that the keys lead to: the screens, and what can lie over them.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use goodword::app::Action;
use goodword::app::form::Subject;
use goodword::app::inbox::Arrived;
use goodword::app::keymap::Scope;
use goodword::app::modal::Modal;
use goodword::domain::Book;
use goodword::domain::book::Unresolved;
use goodword::domain::conflict::conflicts;
use goodword::domain::id::Id;
use goodword::domain::invite::{Invite, Outcome};

use super::session::Session;

/// The ways there; what Today leads to is walked row by row.
const WAYS: &[&str] = &[
    "1",
    "1 /",
    "1 / a",
    "1 ?",
    "1 ? i G",
    "1 a",
    "1 :",
    "1 : t o",
    "1 : q q q Enter",
    "2 : t o l d",
    "2 : i n c i d e n t Enter",
    "2 : s e t t l e Enter",
    "1 : i m p o r t Enter",
    "1 : i m p o r t Enter x Enter",
    "1 : i m p o r t Enter y Enter",
    "1 : i m p o r t Enter y Enter G",
    "1 : d u p l i c a t e s Enter",
    "2 : d u p l i c a t e s Enter Enter j l l",
    "2 A F1",
    "3 / F1 G",
    "4 Enter ? i",
    "2 a l a t e r Space b",
    "1 a m e t Space b o b , Space Z o e ; Space p r o m i s e Space x",
    "1 a l u n c h Space m a x Space f r i",
    "1 a c a l l e d Space a n Tab Tab",
    "4 a a t Space F a i r : Enter Z o e",
    "1 i",
    "2",
    "2 Enter",
    "2 Enter G",
    "2 s s G",
    "2 / a",
    "2 / z z z Enter",
    "2 A",
    "2 A x Esc",
    "2 A B o b Space R e y e s Tab",
    "2 e",
    "2 j e Tab Tab Tab Tab Tab Tab Tab",
    "2 d",
    "2 ?",
    "2 i G",
    "2 Enter i Ctrl-d",
    "2 Enter A",
    "2 Enter A Enter",
    "2 Enter A j Enter",
    "2 Enter A j j Enter",
    "2 Enter A j j j Enter",
    "2 Enter A j j j j Enter",
    "2 Enter A Enter x Ctrl-j y ↑ Tab a , b",
    "2 b G",
    "3 b",
    "3",
    "3 Enter",
    "3 Enter G",
    "3 G Enter",
    "3 /",
    "3 A",
    "3 A a",
    "3 e Tab Tab Tab Tab Tab",
    "3 i",
    "3 d",
    "3 t x",
    "3 +",
    "3 x",
    "3 c",
    "3 n",
    "3 o",
    "3 o j j Enter",
    "3 G k o j j Enter",
    "3 Space",
    "3 j Space e",
    "3 G Enter G o Enter",
    "2 p",
    "2 p j j j j j k Enter",
    "2 z j j j Enter",
    "2 o j Enter",
    "2 o G Enter",
    "2 o G Enter Enter",
    "1 z",
    "1 f a n",
    "4 f z z z z",
    "2 / t a g : x Enter",
    "2 v j v d j",
    "2 V p G",
    "2 V z",
    "2 v #",
    "2 # n Tab",
    "2 s / o w e s : t h e m Ctrl-s x Enter '",
    "3 s s V d",
    "3 / b y : m e Ctrl-s",
    "1 '",
    "3 j Space 2 d Enter g u j",
    "4",
    "4 i G",
    "4 l J",
    "4 A",
    "4 d",
    "4 r",
    "4 r H",
    "4 l o Enter",
    "4 l o Enter j j j Enter",
    "4 e",
    "4 e m Ctrl-s",
    "4 e m j j",
    "4 e j e 9",
    "4 Enter",
    "2 w",
    "2 w G Enter",
    "2 w G Enter e a Enter ↑",
    "2 w Enter W",
    "3 w Enter",
    "3 w Enter e x Esc Esc",
    "3 w Enter w G Enter e PgDn",
    "3 w Enter ]",
    "4 Enter Enter",
    "4 Enter j Enter",
    "4 ] e m",
    "4 ] ] i",
    "4 ] ] ] Enter Tab x",
    "5",
    "5 Enter j i",
    "5 Enter G Enter k k i",
    "5 / s t a t e : o",
    "5 A",
    "5 e",
    "5 Enter j e",
    "5 Enter Enter Tab x",
    "5 Enter d",
    "5 j w Enter",
    "6",
    "6 Enter Enter",
    "6 i G",
    "6 Space",
    "6 o",
    "6 A",
    "6 e Tab Tab",
    "6 d",
    "6 w",
    "7",
    "7 i Enter j",
    "7 [ G Enter",
    "6 j j j j j j Enter j l",
    "1 : r e a c h Space n o r Enter j",
    "1 : h e l p - w i t h Space p Enter j",
];

/// The ways of a book in which no two lunches want one hour.
const FROM_THE_WEEK: &[&str] = &["4", "4 G Enter", "4 A", "4 d"];
/// The ways where there is no book yet.
const FROM_NOTHING: &[&str] = &["1", "1 ?", "1 j Enter", "1 :"];
/// What is done to each row of Today.
const FROM_TODAY: &[&str] = &[
    "Enter",
    "o j Enter",
    "z",
    "z j j j j Enter",
    "r",
    "e",
    "d",
    "d j Enter",
];

/// A session at each place. What many rows lead to is wanted once; the other ways are wanted as they are.
pub(crate) fn places(book: &Book, today: NaiveDate) -> Vec<(String, Session)> {
    let book = &with_somebody_twice(&with_two_values(book));
    let start = with_a_line_waiting(Session::new(book.clone(), today));
    let peaceful = with_a_line_waiting(Session::new(without_clashes(book, today), today));
    let nothing = Session::new(Book::default(), today);
    let reach = |from: &Session, ways: &[&str]| -> Vec<(String, Session)> {
        let place = |way: &&str| ((*way).to_owned(), from.after(way));
        ways.iter().map(place).collect()
    };
    let mut places = reach(&peaceful, FROM_THE_WEEK);
    places.extend(reach(&nothing, FROM_NOTHING));
    places.extend(reach(&start, WAYS));
    let mut seen: BTreeSet<String> = places.iter().map(|(_, session)| place(session)).collect();
    let of_rows = from_today(&start).into_iter().chain(from_records(&start));
    places.extend(of_rows.filter(|(_, session)| seen.insert(place(session))));
    places
}

fn place(session: &Session) -> String {
    format!("{:?}{:?}", session.model.screen, kind(session))
}

/// What each row of Today leads to.
fn from_today(start: &Session) -> Vec<(String, Session)> {
    let rows = start.model.today.rows.keys().len();
    let mut places = Vec::new();
    for row in 0..rows {
        let steps = "j ".repeat(row);
        let at = start.after(&steps);
        for keys in FROM_TODAY {
            places.push((format!("{steps}{keys}"), at.after(keys)));
        }
    }
    places
}

/// What each entry leads to in the records of the first people, from both of its ends.
fn from_records(start: &Session) -> Vec<(String, Session)> {
    let mut places = Vec::new();
    for person in 0..8 {
        let open = format!("2 {}Enter ", "j ".repeat(person));
        for (end, step, keys) in [("", "j ", &["e", "d"][..]), ("G ", "k ", &["e"])] {
            let mut at = start.after(&format!("{open}{end}"));
            for row in 0..16 {
                for key in keys {
                    places.push((
                        format!("{open}{end}{}{key}", step.repeat(row)),
                        at.after(key),
                    ));
                }
                at.press(step);
            }
        }
    }
    places
}

/// A line of the inbox, with what a terminal would act on, waits on Today.
fn with_a_line_waiting(mut session: Session) -> Session {
    let number = session.model.inbox.state().0 + 1;
    let waiting = vec!["\u{1b}[2J § \u{202e} whatever ".repeat(9)];
    session.act(Action::Inbox(Ok(Arrived {
        number,
        lines: Vec::new(),
        waiting,
    })));
    session
}

/// The same book after a merge that left something to choose.
fn with_two_values(book: &Book) -> Book {
    let mut book = book.clone();
    let person = book.contacts.iter().next().cloned().unwrap();
    for (field, theirs) in [
        ("notes", person.notes.repeat(9) + "and more"),
        ("tie", String::new()),
    ] {
        book.unresolved.push(Unresolved {
            record: person.id.to_string(),
            field: field.to_owned(),
            ours: person.notes.clone(),
            theirs,
        });
    }
    book
}

/// The same book where somebody stands twice.
fn with_somebody_twice(book: &Book) -> Book {
    let mut book = book.clone();
    let person = book.contacts.iter().next().cloned().unwrap();
    let mut twin = (*person).clone();
    twin.id = Id::from_u128(u128::MAX / 3);
    twin.source_uid = Some("twin".to_owned());
    twin.other_uids = vec![person.id.to_string()];
    twin.notes = "\u{1b}[2J twice ".repeat(99);
    (twin.aspirations, twin.problems) = (Vec::new(), Vec::new());
    book.contacts.put(twin);
    book
}

/// The same book with one of each two competing invites called off.
fn without_clashes(book: &Book, today: NaiveDate) -> Book {
    let mut book = book.clone();
    while let Some(clash) = conflicts(&book, today).first() {
        let off = |invite: &mut Invite| invite.outcome = Some(Outcome::FellThrough);
        assert!(book.invites.change(clash.a, off));
    }
    book
}

fn kind(session: &Session) -> String {
    let form = match &session.model.modal {
        Some(Modal::Form(form)) => match form.subject {
            Subject::Contact(_) => "contact",
            Subject::Promise(_) => "promise",
            Subject::Invite(_) => "invite",
            Subject::Talk(_) => "talk",
            Subject::KnownTalk(_) => "known talk",
            Subject::Value(_) => "value",
            Subject::KnownValue(_) => "known value",
            Subject::Aim(..) => "aim",
            Subject::Decision(_) => "decision",
            Subject::Step(..) => "step",
            Subject::PromiseTo(_) => "promise to",
            Subject::NewTerms(_) => "new terms",
            Subject::DoneOn(_) => "done on",
            Subject::Missed(_) => "missed",
            Subject::Again(_) => "again",
            Subject::Pace(_) => "pace",
            Subject::Later(_) => "later",
            Subject::Incident(..) => "incident",
            Subject::KnownIncident(_) => "known incident",
            Subject::PastLunch(_) => "past lunch",
            Subject::Review(_) => "review",
            Subject::Choice(_) => "choice",
            Subject::ChoiceFor(_) => "choice for",
            Subject::OptionOf(..) => "option",
            Subject::Choose(..) => "choose",
            Subject::Introduction(_) => "introduction",
        },
        Some(Modal::Answers(answers)) if answers.more => "more",
        _ => "",
    };
    format!("{:?} {form}", session.model.scope())
}

/// That the ways lead everywhere: a place that was never entered proves nothing.
pub(crate) fn assert_everywhere(places: &[(String, Session)]) {
    let seen: BTreeSet<String> = places.iter().map(|(_, session)| kind(session)).collect();
    let forms = [
        "contact",
        "promise",
        "promise to",
        "invite",
        "talk",
        "known talk",
        "value",
        "known value",
        "aim",
        "decision",
        "step",
        "new terms",
        "done on",
        "missed",
        "again",
        "pace",
        "later",
        "incident",
        "known incident",
        "past lunch",
        "review",
        "choice",
        "choice for",
        "option",
        "choose",
        "introduction",
    ];
    let forms = forms.iter().map(|form| format!("Form {form}"));
    let scopes = Scope::ALL
        .into_iter()
        .filter(|scope| *scope != Scope::Form)
        .map(|scope| format!("{scope:?} "));
    let more = ["Answers more".to_owned()];
    for wanted in forms.chain(scopes).chain(more) {
        assert!(seen.contains(&wanted), "no way led to {wanted:?}: {seen:?}");
    }
}
