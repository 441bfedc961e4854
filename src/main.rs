//! The `goodword` program.

fn main() {}
