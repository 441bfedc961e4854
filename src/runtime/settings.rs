//! What the user set, and how it takes effect while the program runs.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use super::keys::keymap;
use super::letters::Letters;
use super::saver::LOOK;
use super::{Dashboard, Event};
use crate::domain::import_plan::Mappings;
use crate::store::config::{Config, Watch};
use crate::store::paths;
use crate::ui::Look;

/// Looks at the configuration from time to time where no book is looked at, in whose looks this would be done: in the demo.
pub(super) fn watch(watch: Option<Watch>, events: Sender<Event>) -> io::Result<()> {
    let Some(mut watch) = watch else {
        return Ok(());
    };
    let look = move || {
        loop {
            thread::sleep(LOOK);
            // Where nobody listens any more, the program ends.
            if !tell(&mut watch, &events) {
                return;
            }
        }
    };
    let thread = thread::Builder::new().name("settings".to_owned());
    thread.spawn(look).map(drop)
}

/// Looks once, and tells the loop what is new; says whether it still listens.
pub(super) fn tell(watch: &mut Watch, events: &Sender<Event>) -> bool {
    let Some(found) = watch.look() else {
        return true;
    };
    events.send(Event::Settings(Box::new(found))).is_ok()
}

impl Dashboard {
    /// The configuration is another one, or has become one that cannot be read: then what was set before still holds.
    pub(super) fn settle(&mut self, found: Result<Config, String>) -> io::Result<()> {
        match found {
            Ok(config) => {
                self.go_by(&config)?;
                match keymap(&config).1 {
                    Some(wrong) => self.model.warn(wrong, &self.cx),
                    None => self.model.notify("Your settings were read again", &self.cx),
                }
            }
            Err(why) => {
                let said = format!("{why} What was set before still holds.");
                self.model.warn(said, &self.cx);
            }
        }
        Ok(())
    }

    /// Goes by a configuration from now on.
    pub(super) fn go_by(&mut self, config: &Config) -> io::Result<()> {
        let environment = |name: &str| std::env::var(name).ok();
        self.view
            .show(Look::of(config.theme, config.ascii, environment));
        self.model.prefer(config.preferences(), &self.cx);
        let minutes = u64::from(config.hide_after_minutes);
        self.model.veil.after = (minutes > 0).then(|| Duration::from_secs(minutes * 60));
        self.model.keymap = Arc::new(keymap(config).0);
        let me = config.me.iter().map(|me| me.trim().to_lowercase());
        self.me = me.collect();
        self.mappings = Mappings {
            asked: None,
            kept: config.tables.values().cloned().collect(),
        };
        let own = config.messages_to.clone();
        self.letters = Letters {
            mail: config.mail.clone(),
            folder: own.or_else(|| paths::messages().ok()),
        };
        self.screen.listen_to_mouse(config.mouse)
    }
}
