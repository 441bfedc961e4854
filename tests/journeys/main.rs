//! Stories: keys in, screen out. They hold to names, states and sentences of the domain, not to where they stand.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a story stops at the first thing that is not as it says"
)]

#[path = "../common/desk.rs"]
mod desk;
#[path = "../store/failing_disk.rs"]
mod failing_disk;

mod acting;
mod beginning;
mod brief;
mod capturing;
mod choosing;
mod consenting;
mod deciding;
mod doubles;
mod elsewhere;
mod endings;
mod finding;
mod first;
mod given_hours;
mod hidden;
mod imported;
mod inbox;
mod leaving;
mod load;
mod marking;
mod merging;
mod mouse;
mod named;
mod network;
mod people;
mod promises;
mod records;
mod relations;
mod remapped;
mod reviewing;
mod searching;
mod settings;
mod standing;
mod three_jobs;
mod today;
mod unfinished;
mod week;
mod weighing;
mod word;
mod writing;
