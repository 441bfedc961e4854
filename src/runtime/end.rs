//! Why the dashboard ended, and the exit code that says so.

use super::{mistake, signals};

/// Why the loop ended.
#[derive(Debug, Clone, Copy)]
pub(super) enum End {
    User,
    Signal(i32),
    /// A thread broke.
    Mistake,
}

/// The exit code; `lost` where something could not be saved.
pub(super) fn code(end: &color_eyre::Result<End>, lost: bool) -> u8 {
    match end {
        _ if mistake::first().is_some() => mistake::CODE,
        Ok(End::Mistake) => mistake::CODE,
        Ok(End::Signal(number)) => signals::code(*number),
        Ok(End::User) => u8::from(lost),
        Err(_) => 1,
    }
}
