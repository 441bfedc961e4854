//! In which order people stand, wherever they stand: read off the lists behind the screens, undrawn, so that a whole book
//! takes milliseconds. Of lunches and choices all that is concluded is read too.

use std::fmt::Debug;
use std::sync::Arc;
use std::time::Duration;

use chrono::Weekday;
use goodword::app::chord::Chord;
use goodword::app::pane::Filter;
use goodword::app::status::Origin;
use goodword::app::{Context, Model, resolve, update};
use goodword::domain::Book;
use goodword::domain::brief::Brief;
use goodword::domain::comparison::turning;
use goodword::domain::conflict::{untruth, verdict};
use goodword::domain::contact::Contact;
use goodword::domain::find::{Haystack, Record, find, words};
use goodword::domain::id::IdSource;
use goodword::domain::network::{reach, who_can_help};
use goodword::domain::options::View as Ahead;
use goodword::domain::query::List;
use goodword::domain::review::{Quarter, Review};
use goodword::domain::sentences::brief::page;
use goodword::domain::view::{Sorting, View};
use goodword::store::demo;

/// Where somebody stands, and in which order.
pub(crate) type Orders = Vec<(String, String)>;

/// What a view may ask for, of each kind; a field that says nothing of a list is left out there.
const FILTERS: [&str; 6] = ["", "a", "owes:me", "pace:late", "trust:good", "by:them"];
const SORTS: [Sorting; 4] = [
    Sorting::Owed,
    Sorting::Name,
    Sorting::LastTalk,
    Sorting::Made,
];
/// How many quarters are reviewed, this one and those before it.
const QUARTERS: usize = 8;

/// All orders in which people stand.
pub(crate) fn orders(book: &Book) -> Orders {
    let mut reader = Reader::of(book);
    reader.views();
    reader.lunches();
    reader.choices();
    reader.network();
    reader.whom_to_ask();
    reader.review();
    reader.people();
    reader.orders
}

struct Reader {
    model: Model,
    cx: Context,
    orders: Orders,
}

impl Reader {
    fn of(book: &Book) -> Self {
        let cx = Context {
            today: demo::ANCHOR,
            clock: Duration::ZERO,
            page: 1,
            detail_reach: 0,
            detail_top: 0,
            stops: Vec::new(),
            columns: 76,
            ids: IdSource::seeded(1),
        };
        let mut model = Model::new(book.clone(), Origin::default(), &cx);
        model.settle(&cx);
        Self {
            model,
            cx,
            orders: Vec::new(),
        }
    }

    fn note(&mut self, way: impl Into<String>, order: impl Debug) {
        self.orders.push((way.into(), format!("{order:?}")));
    }

    fn goes_to(&mut self, screen: char) {
        let action = resolve(&self.model, Chord::char(screen)).unwrap();
        update(&mut self.model, action, &self.cx);
    }

    /// Today, Contacts, Promises and Choices, as they stand, in every order, under every filter, and the views of the book.
    fn views(&mut self) {
        self.model.promises.done_unfolded = true;
        let lists = [List::Today, List::People, List::Promises, List::Choices];
        let mut views = self.model.book.settings.views.clone();
        for list in lists {
            let sorts = SORTS.into_iter().filter(|sort| sort.within(list) == *sort);
            views.extend(sorts.flat_map(|sort| {
                FILTERS.map(|filter| View {
                    filter: filter.to_owned(),
                    list,
                    sort,
                    ..View::default()
                })
            }));
        }
        for view in views {
            self.view(&view);
        }
    }

    fn view(&mut self, view: &View) {
        let model = &mut self.model;
        let filter = Filter::typed(&view.filter);
        let sort = view.sort.within(view.list);
        match view.list {
            List::Today => model.today.filter = filter,
            List::People => (model.contacts.filter, model.contacts.sort) = (filter, sort),
            List::Promises => (model.promises.filter, model.promises.sort) = (filter, sort),
            List::Choices => model.choices.filter = filter,
        }
        // Worked out anew, whatever the model was last told.
        model.derived = Arc::default();
        model.refresh(&self.cx);
        let rows = match view.list {
            List::Today => format!("{:?}", model.today.rows.keys()),
            List::People => format!("{:?}", model.contacts.rows.keys()),
            List::Promises => format!("{:?}", model.promises.lines),
            List::Choices => format!("{:?}", model.choices.rows.keys()),
        };
        self.note(format!("{:?} {sort:?} {:?}", view.list, view.filter), rows);
    }

    /// Which stand beside each other, what is concluded of each pair, and what would turn it.
    fn lunches(&mut self) {
        self.note("agenda", self.model.derived.agenda.clone());
        self.note("week", self.model.lunch.ahead.keys().to_vec());
        let book = self.model.book.clone();
        let between = self.model.derived.relationships.clone();
        for pair in self.model.derived.conflicts.clone() {
            let lie = untruth(&book, pair);
            let verdict = verdict(&book, &between, pair, lie, self.cx.today);
            let order = &book.settings.order_of_lines;
            let turns = verdict
                .as_ref()
                .map(|one| turning(&one.difference(), order));
            self.note(format!("lunch {pair:?}"), (verdict, turns));
        }
    }

    /// What is said of each option, whether I need the win or not.
    fn choices(&mut self) {
        let sets = self.model.book.option_sets.clone();
        for set in sets.iter() {
            let judged = [Ahead::Long, Ahead::WinNow].map(|view| set.judged(view));
            let stage = self.model.choices.stage(set.id);
            self.note(format!("choice {}", set.id), (judged, stage));
        }
    }

    /// The board with what is over, who has gone quiet, and every circle with its people.
    fn network(&mut self) {
        self.model.network.over_unfolded = true;
        self.goes_to('6');
        let pane = self.model.network.clone();
        self.note("board", &pane.lines);
        self.note("quiet", &pane.picture.quiet);
        for circle in &pane.picture.circles {
            self.note(format!("circle {:?}", circle.name), &circle.people);
        }
        let picture = &pane.picture;
        self.note("variety", (&picture.variety, picture.in_one_circle));
        self.note("with few", picture.with_few.clone());
    }

    /// Every way to whoever has a name or a firm, everybody who can help with whatever is noted, and who is found by it.
    fn whom_to_ask(&mut self) {
        let book = self.model.book.clone();
        let between = self.model.derived.relationships.clone();
        let texts = Haystack::of(&book);
        let mut asked: Vec<&str> = book.contacts.iter().flat_map(|one| said_of(one)).collect();
        asked.sort_unstable();
        asked.dedup();
        for wanted in asked {
            let ways = reach(&book, &between, wanted, self.cx.today).into_iter();
            let ways: Vec<_> = ways.map(|one| one.way).collect();
            self.note(format!("reach {wanted:?}"), ways);
            let helpers = who_can_help(&book, wanted).into_iter();
            let helpers: Vec<_> = helpers.map(|one| one.contact).collect();
            self.note(format!("help with {wanted:?}"), helpers);
            let found = find(&words(wanted), &texts).into_iter();
            let found = found.map(|at| texts.entry(at).unwrap().record);
            let found: Vec<_> = found
                .filter(|one| matches!(one, Record::Person(_)))
                .collect();
            self.note(format!("find {wanted:?}"), found);
        }
    }

    /// Every figure with the entries behind it.
    fn review(&mut self) {
        let mut quarter = Some(Quarter::of(self.cx.today));
        for _ in 0..QUARTERS {
            let Some(this) = quarter else { return };
            let review = Review::of(&self.model.book, this, self.cx.today, Weekday::Mon);
            self.note(format!("review {:?}", this.first()), review.lines);
            quarter = this.before();
        }
    }

    /// The brief about each person.
    fn people(&mut self) {
        let book = self.model.book.clone();
        let between = self.model.derived.relationships.clone();
        for contact in book.contacts.iter() {
            let brief = Brief::of(&book, &between, contact, self.cx.today);
            let text = page(&brief, &book, self.cx.today);
            let common = brief.in_common;
            self.note(format!("brief {}", contact.id), (common, text));
        }
    }
}

/// By what somebody is looked for.
fn said_of(contact: &Contact) -> impl Iterator<Item = &str> {
    let short = [
        &contact.name,
        &contact.organisation,
        &contact.role,
        &contact.circle,
    ];
    short.into_iter().chain(&contact.topics).map(String::as_str)
}
