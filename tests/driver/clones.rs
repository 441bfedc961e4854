//! Two machines, each with a clone of its own, and a bare repository in between: whatever the order in which they write
//! and sync, both end with one book that holds everything.

use goodword::domain::Book;
use goodword::domain::contact::Contact;
use goodword::domain::id::Id;
use goodword::domain::interaction::{Interaction, InteractionKind};
use goodword::domain::merge::{Side, resolve};
use goodword::domain::promise::Promise;
use goodword::store::disk::RealDisk;
use goodword::store::version;

use super::repository::{BOOK, GOODWORD, Repository};

const ANN: u128 = 1;
const BEN: u128 = 2;

fn first() -> Book {
    let mut book = Book::default();
    for (id, name) in [(ANN, "Ann Bell"), (BEN, "Ben Cole")] {
        book.contacts.put(Contact {
            id: Id::from_u128(id),
            name: name.to_owned(),
            added: "2026-09-01".parse().unwrap(),
            ..Contact::default()
        });
    }
    book
}

/// What is written on each machine, in this order.
const WRITTEN: [[fn(&mut Book); 2]; 2] = [
    [
        |book| ann(book, |ann| "mornings".clone_into(&mut ann.notes)),
        |book| {
            let mut promise = Promise::new(Id::from_u128(ANN), "2026-09-24".parse().unwrap());
            promise.id = Id::from_u128(10);
            "the figures".clone_into(&mut promise.text);
            book.promises.put(promise);
            ann(book, |ann| ann.tags.push("ny".to_owned()));
        },
    ],
    [
        |book| ann(book, |ann| ann.phones.push("+44 1".to_owned())),
        |book| {
            book.interactions.put(Interaction {
                id: Id::from_u128(11),
                with: vec![Id::from_u128(ANN), Id::from_u128(BEN)],
                on: "2026-09-23".parse().unwrap(),
                kind: InteractionKind::Call,
                two_way: true,
                note: "pricing".to_owned(),
            });
            book.contacts
                .change(Id::from_u128(BEN), |ben| "head".clone_into(&mut ben.role));
        },
    ],
];

fn ann(book: &mut Book, change: impl FnOnce(&mut Contact)) {
    book.contacts.change(Id::from_u128(ANN), change);
}

/// The clones, and what is between them.
struct Machines {
    clones: [Repository; 2],
    _between: Repository,
    /// The commit from which every order starts.
    start: String,
}

impl Machines {
    fn new() -> Self {
        let between = Repository::bare();
        let one = Repository::clone_of(&between);
        one.git(&["checkout", "-qb", "main"]);
        let set_up = ["--book", BOOK, "merge", "--install"];
        assert_eq!(one.run(GOODWORD, set_up).code, Some(0));
        one.commit(&first(), "the book");
        one.git(&["push", "-qu", "origin", "main"]);
        let other = Repository::clone_of(&between);
        let ended = other.run(GOODWORD, set_up);
        assert_eq!(
            ended.said.matches("is so already").count(),
            4,
            "{}",
            ended.said
        );
        Self {
            start: one.git(&["rev-parse", "HEAD"]).trim().to_owned(),
            clones: [one, other],
            _between: between,
        }
    }

    fn begin_anew(&self) {
        for clone in &self.clones {
            clone.git(&["reset", "-q", "--hard", &self.start]);
        }
        self.clones[0].git(&["push", "-qf"]);
        self.clones[1].git(&["fetch", "-q"]);
    }

    fn write(&self, at: usize, written: usize) {
        let mut book = self.clones[at].book();
        WRITTEN[at][written](&mut book);
        self.clones[at].commit(&book, "written");
    }

    fn sync(&self, at: usize, pull: &str) {
        self.clones[at].git(&["pull", "-q", pull]);
        self.clones[at].git(&["push", "-q"]);
    }

    fn books(&self) -> [Book; 2] {
        [0, 1].map(|at| self.clones[at].book())
    }
}

/// Every order of the steps of two machines that keeps each one's own: which of them is next.
fn orders(left: [usize; 2]) -> Vec<Vec<usize>> {
    if left == [0, 0] {
        return vec![Vec::new()];
    }
    let mut all = Vec::new();
    for at in [0, 1] {
        let mut left = left;
        let Some(fewer) = left[at].checked_sub(1) else {
            continue;
        };
        left[at] = fewer;
        all.extend(
            orders(left)
                .into_iter()
                .map(|rest| [vec![at], rest].concat()),
        );
    }
    all
}

/// Each machine writes, syncs and writes, in one of the orders; then both sync until nothing is new.
fn run(machines: &Machines, order: &[usize], pull: &str) {
    let mut done = [0, 0];
    for at in order {
        match done[*at] {
            step @ (0 | 2) => machines.write(*at, step / 2),
            _ => machines.sync(*at, pull),
        }
        done[*at] += 1;
    }
    for at in [0, 1, 0] {
        machines.sync(at, pull);
    }
}

#[test]
fn in_whatever_order_two_machines_write_and_sync_both_end_with_the_same_book() {
    let machines = Machines::new();
    let mut all = first();
    WRITTEN.iter().flatten().for_each(|write| write(&mut all));
    let every = orders([3, 3]);
    assert_eq!(every.len(), 20);
    for order in &every {
        machines.begin_anew();
        run(&machines, order, "--no-rebase");
        assert_eq!(machines.books(), [all.clone(), all.clone()], "{order:?}");
    }
    // And by rebase, which puts one line of commits in the place of two.
    // These need clones of their own: a rebase leaves out what it knows to have been taken back from the other side.
    for order in every.iter().step_by(3) {
        let machines = Machines::new();
        run(&machines, order, "--rebase");
        assert_eq!(machines.books(), [all.clone(), all.clone()], "{order:?}");
    }
}

#[test]
fn two_values_for_one_field_are_shown_and_hold_nobody_up() {
    let machines = Machines::new();
    let [one, other] = &machines.clones;
    for (clone, notes) in [(one, "mornings"), (other, "evenings")] {
        let mut book = clone.book();
        ann(&mut book, |ann| ann.notes = notes.to_owned());
        clone.commit(&book, notes);
    }
    machines.sync(0, "--no-rebase");
    let ended = other.try_git(&["pull", "-q", "--no-rebase"]);
    assert_eq!(ended.code, Some(1), "{}", ended.said);

    // The book is whole: it is shown, and it can be written in before anything is chosen.
    let today = ["--today", "2026-09-24", "--book", BOOK];
    let said = other.run(GOODWORD, today.iter().chain(&["today"])).said;
    assert!(said.contains("1 field has two values"), "{said}");
    let added = other.run(
        GOODWORD,
        today.iter().chain(&["add", "note", "ben:", "rows"]),
    );
    assert_eq!(added.code, Some(0), "{}", added.said);
    other.git(&["commit", "-qam", "both"]);
    other.git(&["push", "-q"]);

    // The other machine sees both too, chooses, and is not asked again anywhere.
    machines.sync(0, "--no-rebase");
    let both = one.book();
    assert_eq!(
        (
            both.unresolved[0].ours.as_str(),
            both.unresolved[0].theirs.as_str()
        ),
        ("evenings", "mornings")
    );
    let chosen = resolve(&both, &both.unresolved[0], Side::Theirs).unwrap();
    one.commit(&chosen, "chosen");
    machines.sync(0, "--no-rebase");
    machines.sync(1, "--no-rebase");
    assert_eq!(machines.books(), [chosen.clone(), chosen.clone()]);
    assert!(chosen.unresolved.is_empty());
    let notes = |id| {
        chosen
            .contacts
            .get(Id::from_u128(id))
            .unwrap()
            .notes
            .clone()
    };
    assert_eq!(
        (notes(ANN).as_str(), notes(BEN).as_str()),
        ("mornings", "rows")
    );
}

/// A folder that a sync program carries: whichever machine's version became the copy, the book holds what both wrote.
#[test]
fn a_copy_in_a_synced_folder_is_merged_the_same_on_either_machine() {
    let versions = [0, 1].map(|at| {
        let mut book = first();
        WRITTEN[at].iter().for_each(|write| write(&mut book));
        book
    });
    let mut all = first();
    WRITTEN.iter().flatten().for_each(|write| write(&mut all));
    for (here, there) in [(0, 1), (1, 0)] {
        let folder = Repository::new();
        let copy = "book.sync-conflict-20260924-101500-ABCDEFG.ron";
        for (name, book) in [(BOOK, &versions[here]), (copy, &versions[there])] {
            version::write(&RealDisk, &folder.path(name), book).unwrap();
        }
        let ended = folder.run(GOODWORD, ["--book", BOOK, "merge", "--copy", copy]);
        assert_eq!(ended.code, Some(0), "{}", ended.said);
        assert_eq!(folder.book(), all);
        assert!(!folder.path(copy).exists());
    }
}
