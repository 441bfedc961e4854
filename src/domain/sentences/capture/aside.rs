//! What a line says of people besides.

use crate::domain::book::Book;
use crate::domain::capture::Aside;
use crate::domain::sentences::name;

pub(super) fn says(aside: &Aside, book: &Book) -> String {
    match aside {
        Aside::Back(who) => format!("{} (archived; comes back to the lists).", name(book, *who)),
        Aside::Firm(who, firm) => format!("Firm: {firm} ({}).", name(book, *who)),
        Aside::OtherFirm(who, firm) => {
            let known = book.contacts.get(*who);
            let stays = known.map_or("", |contact| contact.organisation.as_str());
            let who = name(book, *who);
            format!("Firm: {stays} stays, not {firm} ({who}); e on the person changes it.")
        }
        Aside::Address(who, address) => format!("Address: {address} ({}).", name(book, *who)),
    }
}
