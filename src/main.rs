//! The `goodword` program.

use std::process::ExitCode;

use chrono::Local;
use chrono_tz::Tz;
use clap::Parser;
use etcetera::BaseStrategy;
use goodword::cli::{self, Cli, World};
use goodword::domain::id::IdSource;
use rand::TryRng;
use rand::rngs::SysRng;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let world = match world(&cli) {
        Ok(world) => world,
        Err(error) => {
            eprintln!("goodword: {error}");
            return ExitCode::FAILURE;
        }
    };
    match &cli.command {
        Some(command) => cli::run(command, &world),
        None => ExitCode::SUCCESS,
    }
}

/// Asks once for the clock, the zone and the randomness of this machine; nothing below does.
fn world(cli: &Cli) -> color_eyre::Result<World> {
    let now = Local::now().naive_local();
    let today = cli.today.unwrap_or_else(|| now.date());
    let book = match &cli.book {
        Some(book) => book.clone(),
        None => etcetera::choose_base_strategy()?
            .data_dir()
            .join("goodword/book.ron"),
    };
    let mut entropy = [0; 32];
    SysRng.try_fill_bytes(&mut entropy)?;
    let zone = iana_time_zone::get_timezone().ok();
    Ok(World {
        book,
        demo: cli.demo,
        today,
        now: today.and_time(now.time()),
        zone: zone.and_then(|zone| zone.parse().ok()).unwrap_or(Tz::UTC),
        ids: IdSource::from_entropy(entropy),
    })
}
