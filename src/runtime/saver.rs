//! The thread that writes the book. A key never waits for the disk: it hands over a snapshot and goes on.

use std::io;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::Event;
use crate::app::action::SaveResult;
use crate::domain::Book;
use crate::store::{BookFile, Save};

/// The thread that writes the book.
#[derive(Debug)]
pub(super) struct Saver {
    books: Sender<Book>,
    thread: JoinHandle<()>,
    /// Snapshots handed over whose end has not been heard of.
    under_way: usize,
}

impl Saver {
    /// Starts the thread; how each save ends is sent back.
    pub(super) fn start(file: BookFile, events: Sender<Event>) -> io::Result<Self> {
        let (books, snapshots) = mpsc::channel();
        let thread = thread::Builder::new()
            .name("saver".to_owned())
            .spawn(move || write_all(file, &snapshots, &events))?;
        Ok(Self {
            books,
            thread,
            under_way: 0,
        })
    }

    /// Hands a snapshot over.
    pub(super) fn save(&mut self, book: Book) {
        // The thread ends only after this sender has gone.
        if self.books.send(book).is_ok() {
            self.under_way += 1;
        }
    }

    /// A save of so many snapshots ended; says whether none is left.
    pub(super) fn done(&mut self, snapshots: usize) -> bool {
        self.under_way = self.under_way.saturating_sub(snapshots);
        self.under_way == 0
    }

    /// Waits until everything handed over is written, or the patience is at an end.
    pub(super) fn finish(mut self, events: &Receiver<Event>, patience: Option<Duration>) {
        let Some(patience) = patience else {
            drop(self.books);
            // A thread that panicked has said so itself.
            let _ = self.thread.join();
            return;
        };
        let end = Instant::now() + patience;
        while self.under_way > 0 {
            match events.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(Event::Saved(_, snapshots)) => {
                    self.done(snapshots);
                }
                Ok(_) => {}
                Err(_) => return,
            }
        }
    }
}

/// Writes the newest snapshot each time; those that were overtaken need no file of their own.
fn write_all(mut file: BookFile, snapshots: &Receiver<Book>, events: &Sender<Event>) {
    while let Ok(mut book) = snapshots.recv() {
        let mut count = 1;
        while let Ok(newer) = snapshots.try_recv() {
            book = newer;
            count += 1;
        }
        let result = match file.save(&book) {
            Save::Saved => SaveResult::Saved,
            Save::SavedMaybeNotDurable(error) => SaveResult::MaybeNotDurable(error.to_string()),
            Save::NotSaved(error) => SaveResult::NotSaved(error.to_string()),
        };
        // Where the loop is gone, so is everyone who could be told; the writing goes on.
        let _ = events.send(Event::Saved(result, count));
    }
}
