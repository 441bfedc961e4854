//! The thread that writes the book. A key never waits for the disk: it hands over a snapshot and goes on.

use std::collections::VecDeque;
use std::io;
use std::mem;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use super::kept::Kept;
use super::{Event, mistake, settings};
use crate::app::action::SaveResult;
use crate::app::inbox::Arrived;
use crate::domain::Book;
use crate::domain::merge::merge;
use crate::store::config::Watch;
use crate::store::inbox::{Found, Inbox};
use crate::store::{BookFile, Foreign, Look, Save};

/// How often the file is looked at: what another program wrote is to show within two seconds.
pub(super) const LOOK: Duration = Duration::from_millis(700);

/// For how many looks a file that cannot be read may still be in the midst of being written.
const SETTLING: u32 = 3;

/// After how many looks a save that failed is tried again by itself.
const AGAIN: u32 = 7;

/// How the thread is called.
pub(super) const THREAD: &str = "saver";

/// What is said of a save during which the thread broke.
pub(super) const BROKE_OFF: &str = "Not saved: writing the book broke off.";

/// What is said of a save that did not end in time, where no try of it failed so far.
pub(super) const NO_MORE_TIME: &str = "Not saved: there was no more time.";

/// A book to be written.
struct Snapshot {
    book: Book,
    /// How many changes by others are in it.
    knows: u64,
    /// The number of what of the inbox is in it, and the lines that wait instead.
    inbox: (u64, Vec<String>),
}

/// The thread that writes the book.
#[derive(Debug)]
pub(super) struct Saver {
    books: Sender<Snapshot>,
    /// How many changes by others the loop has heard of.
    knows: u64,
    /// Snapshots handed over whose end has not been heard of.
    under_way: usize,
}

impl Saver {
    /// Starts the thread; how each save ends is sent back.
    pub(super) fn start(
        file: BookFile,
        config: Option<Watch>,
        kept: Kept,
        events: Sender<Event>,
    ) -> io::Result<Self> {
        let (books, snapshots) = mpsc::channel();
        thread::Builder::new()
            .name(THREAD.to_owned())
            .spawn(move || keep(file, config, &snapshots, kept, events))?;
        Ok(Self {
            books,
            knows: 0,
            under_way: 0,
        })
    }

    /// Hands a snapshot over, with how far it has the inbox.
    pub(super) fn save(&mut self, book: Book, inbox: (u64, Vec<String>)) {
        // Where the thread broke, the loop has been told.
        let knows = self.knows;
        if self.books.send(Snapshot { book, knows, inbox }).is_ok() {
            self.under_way += 1;
        }
    }

    /// The loop has taken over a change by others: what it hands over from now on has it.
    pub(super) fn heard(&mut self) {
        self.knows += 1;
    }

    /// A save of so many snapshots ended; says whether none is left.
    pub(super) fn done(&mut self, snapshots: usize) -> bool {
        self.under_way = self.under_way.saturating_sub(snapshots);
        self.under_way == 0
    }

    /// Waits until everything handed over is written, or the patience is at an end; says how the last save ended.
    pub(super) fn finish(
        mut self,
        events: &Receiver<Event>,
        patience: Option<Duration>,
    ) -> Option<SaveResult> {
        let end = patience.map(|patience| Instant::now() + patience);
        let mut last = None;
        while self.under_way > 0 {
            let event = match end {
                None => events.recv().ok(),
                Some(end) => events
                    .recv_timeout(end.saturating_duration_since(Instant::now()))
                    .ok(),
            };
            match event {
                Some(Event::Saved(result, snapshots)) => {
                    last = Some(result);
                    self.done(snapshots);
                }
                Some(Event::Broken(thread)) if thread == THREAD => {
                    return Some(SaveResult::NotSaved(BROKE_OFF.to_owned()));
                }
                Some(_) => {}
                None => {
                    return Some(SaveResult::NotSaved(NO_MORE_TIME.to_owned()));
                }
            }
        }
        last
    }
}

/// What the thread knows besides the file.
struct Keeper {
    file: BookFile,
    inbox: Inbox,
    /// How far the newest snapshot has the inbox.
    has: (u64, Vec<String>),
    /// What is not saved, for whoever has to put it aside.
    kept: Kept,
    events: Sender<Event>,
    /// What others changed, with its number: snapshots may still be on their way that do not know of it.
    foreign: VecDeque<(u64, Foreign)>,
    /// How many changes by others were found.
    found: u64,
    /// What could not be saved, with the reason, and the looks since.
    unsaved: Option<(Book, String, u32)>,
    /// For how many looks the file was found unreadable; nobody is told before it has had time to settle.
    unreadable: u32,
    /// What the loop was told of a file that cannot be read, until it can.
    told: Option<String>,
}

/// Writes the newest snapshot each time; those that were overtaken need no file of their own. In between it looks whether
/// another program wrote the file, or somebody the configuration.
fn keep(
    file: BookFile,
    mut config: Option<Watch>,
    snapshots: &Receiver<Snapshot>,
    kept: Kept,
    events: Sender<Event>,
) {
    let mut keeper = Keeper {
        inbox: Inbox::of(file.path()),
        has: (0, Vec::new()),
        file,
        kept,
        events,
        foreign: VecDeque::new(),
        found: 0,
        unsaved: None,
        unreadable: 0,
        told: None,
    };
    loop {
        match snapshots.recv_timeout(LOOK) {
            Ok(mut snapshot) => {
                let mut count = 1;
                while let Ok(newer) = snapshots.try_recv() {
                    snapshot = newer;
                    count += 1;
                }
                keeper.has.clone_from(&snapshot.inbox);
                let book = keeper.caught_up(snapshot);
                keeper.save(book, count);
            }
            Err(RecvTimeoutError::Timeout) => {
                keeper.look();
                if let Some(config) = &mut config {
                    settings::tell(config, &keeper.events);
                }
            }
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

impl Keeper {
    /// A snapshot with what it did not know of yet.
    fn caught_up(&mut self, snapshot: Snapshot) -> Book {
        self.foreign.retain(|(number, _)| *number > snapshot.knows);
        self.foreign
            .iter()
            .fold(snapshot.book, |book, (_, change)| {
                merge(&change.base, &book, &change.theirs)
            })
    }

    fn save(&mut self, book: Book, count: usize) {
        mistake::on_request();
        let mut settled = self.file.save_merged(book);
        for _ in 0..SETTLING {
            self.tell(mem::take(&mut settled.foreign));
            // Another program that is in the midst of writing will be done in a moment.
            let Save::NotSaved(error) = &settled.save else {
                break;
            };
            self.kept.refused(error.to_string());
            if !error.may_settle() {
                break;
            }
            thread::sleep(LOOK);
            settled = self.file.save_merged(settled.book);
        }
        self.tell(settled.foreign);
        let result = match settled.save {
            Save::Saved | Save::Foreign(_) => SaveResult::Saved,
            Save::SavedMaybeNotDurable(error) => SaveResult::MaybeNotDurable(error.to_string()),
            Save::NotSaved(error) => SaveResult::NotSaved(error.to_string()),
        };
        let is_saved = !matches!(result, SaveResult::NotSaved(_));
        if result == SaveResult::Saved {
            self.settle_inbox();
        }
        self.kept.ended(count, is_saved);
        if let Some(error) = self.file.backup_trouble() {
            let _ = self.events.send(Event::NotBackedUp(error.to_string()));
        }
        let before = self.unsaved.take();
        if let SaveResult::NotSaved(reason) = &result {
            let is_known = before.is_some_and(|(_, known, _)| known == *reason);
            self.unsaved = Some((settled.book, reason.clone(), 0));
            if is_known && count == 0 {
                return;
            }
        }
        // Where the loop is gone, so is everyone who could be told; the writing goes on.
        let _ = self.events.send(Event::Saved(result, count));
    }

    /// What the book on disk has of the inbox leaves it: before anybody hears of the save, and may end the program.
    fn settle_inbox(&mut self) {
        let (number, waiting) = &self.has;
        if let Err(error) = self.inbox.settle(*number, waiting) {
            let said = format!("inbox.txt could not be emptied: {error}");
            let _ = self.events.send(Event::Inbox(Err(said)));
        }
    }

    /// Looks whether there is something in the inbox.
    fn look_into_inbox(&mut self) {
        let arrived = |found: Found| Arrived {
            number: found.number,
            lines: found.lines,
            waiting: found.waiting,
        };
        if let Some(found) = self.inbox.look().transpose() {
            let said = |why| format!("inbox.txt is left alone: {why}");
            let _ = self
                .events
                .send(Event::Inbox(found.map(arrived).map_err(said)));
        }
    }

    /// Tells the loop what others changed.
    fn tell(&mut self, foreign: Vec<Foreign>) {
        for change in foreign {
            self.found += 1;
            self.foreign.push_back((self.found, change.clone()));
            // As above.
            let _ = self.events.send(Event::Foreign(Box::new(change)));
        }
    }

    /// Looks at the file, and tries once more from time to time where a save failed.
    fn look(&mut self) {
        if let Some((book, _, looks)) = &mut self.unsaved {
            *looks += 1;
            if *looks >= AGAIN {
                let book = book.clone();
                self.save(book, 0);
            }
            return;
        }
        match self.file.look() {
            Look::Same => {
                self.unreadable = 0;
                self.kept.stands_in_its_file();
                if self.told.take().is_some() {
                    let _ = self.events.send(Event::Unreadable(None));
                }
                self.look_into_inbox();
            }
            Look::Foreign(change) => {
                (self.unreadable, self.told) = (0, None);
                self.kept.stands_in_its_file();
                self.tell(vec![change]);
            }
            Look::Unreadable(error) => {
                self.unreadable = self.unreadable.saturating_add(1);
                // Whoever leaves before it settled leaves no less behind.
                if let Some(book) = self.file.last_known() {
                    self.kept.stands_alone(book.clone(), error.reason());
                }
                let reason = Some(error.reason());
                if self.unreadable > SETTLING && self.told != reason {
                    self.told.clone_from(&reason);
                    let _ = self.events.send(Event::Unreadable(reason));
                }
            }
        }
    }
}
