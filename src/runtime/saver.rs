//! The thread that writes the book. A key never waits for the disk: it hands over a snapshot and goes on.

use std::io;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

use super::Event;
use super::watch::Watch;
use crate::app::action::SaveResult;
use crate::domain::Book;
use crate::store::{BookFile, Save};

/// The thread that writes the book.
#[derive(Debug)]
pub(super) struct Saver {
    books: Sender<Book>,
    /// Snapshots handed over whose end has not been heard of.
    under_way: usize,
}

impl Saver {
    /// Starts the thread; how each save ends is sent back.
    pub(super) fn start(file: BookFile, events: Sender<Event>) -> io::Result<Self> {
        let (books, snapshots) = mpsc::channel();
        thread::Builder::new()
            .name("saver".to_owned())
            .spawn(move || {
                let _watch = Watch::over("writing the book", events.clone());
                write_all(file, &snapshots, &events);
            })?;
        Ok(Self {
            books,
            under_way: 0,
        })
    }

    /// Hands a snapshot over.
    pub(super) fn save(&mut self, book: Book) {
        // Where the thread broke, the loop has been told by its watch.
        if self.books.send(book).is_ok() {
            self.under_way += 1;
        }
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
                Some(Event::Broken(what)) => {
                    return Some(SaveResult::NotSaved(format!(
                        "Not saved: {what} broke off."
                    )));
                }
                Some(_) => {}
                None => {
                    return Some(SaveResult::NotSaved(
                        "Not saved: there was no more time.".to_owned(),
                    ));
                }
            }
        }
        last
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
        if let Some(error) = file.backup_trouble() {
            let _ = events.send(Event::NotBackedUp(error.to_string()));
        }
        // Where the loop is gone, so is everyone who could be told; the writing goes on.
        let _ = events.send(Event::Saved(result, count));
    }
}
