//! What must never go wrong, made to go wrong: killed, cut off from power, raced, full, damaged. Every harness here has a
//! control beside it, broken on purpose, that it must catch. The figures are in `tests/FIGURES.md`.
//!
//! Each is short by default; `GOODWORD_ROUNDS=N` asks for more.

#![cfg(target_os = "linux")]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr,
    reason = "a test ends where something unexpected happens, and says what it measured"
)]

#[expect(dead_code, reason = "other tests need more of it")]
#[path = "../store/folder.rs"]
mod folder;

#[expect(dead_code, reason = "other tests need more of it")]
#[path = "../pty/terminal.rs"]
mod terminal;

#[path = "../pty/waiting.rs"]
mod waiting;

#[path = "../robustness/session.rs"]
#[expect(
    dead_code,
    reason = "mutations open what was changed, and walk nowhere"
)]
mod session;

mod dropping_disk;
mod full_disk;
mod kills;
mod mutations;
mod outside;
mod people;
mod power_cut;
mod rounds;
mod writers;
