//! Files that bring people, and the demo: what the dashboard asks for beside its own book.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::{Duration, Instant};

use chrono::TimeZone;
use etcetera::home_dir;

use super::Dashboard;
use super::clock::{now, zone};
use super::event::Event;
use crate::app::twins::Twins;
use crate::app::{Action, Effect};
use crate::domain::Book;
use crate::domain::invite::Invite;
use crate::export::icalendar::{Hand, NoReply, reply};
use crate::import::{Viewpoint, path, read_all};
use crate::store::{BookFile, Save, demo};

/// How often it is shown how far a reading is.
const TELL_EVERY: Duration = Duration::from_millis(50);

/// A reading of files that is under way, if there is one: what ends it.
#[derive(Default)]
pub(super) struct Looking(Arc<AtomicBool>);

impl Looking {
    /// Ends what is under way, for something else or for nothing.
    fn stop(&mut self) {
        self.0.store(true, Ordering::SeqCst);
        self.0 = Arc::default();
    }
}

impl Dashboard {
    /// Does what was asked for; the answer, where it is there at once.
    pub(super) fn bring_in(&mut self, effect: Effect) -> Option<Action> {
        Some(match effect {
            Effect::LookAround => {
                let demo = demo::book(self.cx.today).map(Box::new);
                Action::Demo(demo.map_err(|error| error.to_string()))
            }
            Effect::KeepDemo(book) => Action::DemoKept(keep_demo(self.own.as_ref(), &book)),
            Effect::CompletePath(typed) => {
                let path = path::completed(&typed, home_dir().ok().as_deref());
                Action::Completed { typed, path }
            }
            Effect::LookInto(path) => {
                self.looking.stop();
                let view = Viewpoint {
                    today: self.cx.today,
                    now: self.cx.today.and_time(now().time()),
                    zone: zone(),
                    me: self.me.clone(),
                    mappings: self.mappings.clone(),
                };
                look_into(path, view, self.events.clone(), Arc::clone(&self.looking.0));
                return None;
            }
            Effect::StopLooking => {
                self.looking.stop();
                return None;
            }
            Effect::SeekTwins(book) => {
                seek_twins(book, self.events.clone());
                return None;
            }
            _ => return None,
        })
    }
}

impl Dashboard {
    /// My answer to an invite, for the calendar it came from.
    pub(super) fn answer(&self, invite: &Invite) -> Result<String, NoReply> {
        let here = self.cx.today.and_time(now().time());
        let stamp = zone().from_local_datetime(&here).earliest();
        let hand = Hand {
            me: self.me.clone(),
            stamp: stamp.map_or(here, |stamp| stamp.naive_utc()),
        };
        reply(invite, &hand)
    }
}

/// Reads a file or a folder on a thread of its own, however long that takes; how far it is and what stands in it are
/// events. Nothing more is heard of what is stopped.
fn look_into(typed: String, view: Viewpoint, events: Sender<Event>, stop: Arc<AtomicBool>) {
    let failed = events.clone();
    let name = typed.clone();
    let started = thread::Builder::new()
        .name("import".to_owned())
        .spawn(move || {
            let mut told = Instant::now();
            let mut tell = |progress| {
                if told.elapsed() >= TELL_EVERY {
                    told = Instant::now();
                    let _ = events.send(Event::LookingInto(typed.clone(), progress));
                }
                if stop.load(Ordering::SeqCst) {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            };
            let file = path::expanded(&typed, home_dir().ok().as_deref());
            let Some(reading) = read_all(&[file], &view, &mut tell) else {
                return;
            };
            // The dashboard may have ended meanwhile.
            let result = reading.into_one().map(Box::new);
            let _ = events.send(Event::LookedInto(typed, result));
        });
    if let Err(error) = started {
        let why = format!("it cannot be read now: {error}");
        let _ = failed.send(Event::LookedInto(name, Err(why)));
    }
}

/// Looks who may stand in a book twice, on a thread of its own where there is one to be had.
fn seek_twins(book: Book, events: Sender<Event>) {
    let seek = move || {
        // The dashboard may have ended meanwhile.
        let _ = events.send(Event::Twins(Box::new(Twins::of(&book))));
    };
    let thread = thread::Builder::new().name("twins".to_owned());
    if thread.spawn(seek.clone()).is_err() {
        seek();
    }
}

/// Writes the demo as a new book; never over one that is there.
fn keep_demo(own: Option<&PathBuf>, book: &Book) -> Result<String, String> {
    let path: &Path = own.ok_or("the home folder is not known: goodword --book FILE")?;
    if path.symlink_metadata().is_ok() {
        return Err(format!("there is a book already: {}", path.display()));
    }
    let opened = BookFile::open(path).map_err(|error| error.to_string())?;
    let mut file = opened.file;
    match file.save(book) {
        Save::Saved | Save::SavedMaybeNotDurable(_) => Ok(path.display().to_string()),
        Save::NotSaved(error) => Err(error.to_string()),
        Save::Foreign(_) => Err(format!("there is a book already: {}", path.display())),
    }
}
