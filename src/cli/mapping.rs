//! How tables are read whose columns go by other names: what `--map` says, and what stands in the settings.

use super::World;
use crate::domain::import_plan::Mappings;
use crate::store::config::Config;

/// The mappings of the settings, and the one that is asked for, by its columns or by its name.
///
/// # Errors
/// What to say where the settings cannot be read, or where nothing is called so.
pub(super) fn mappings(asked: Option<&str>, world: &World) -> Result<Mappings, String> {
    let config = match &world.config {
        Some(path) => Config::read(path).map_err(|error| error.to_string())?,
        None => Config::default(),
    };
    let asked = match asked {
        Some(columns) if columns.contains('=') => {
            let mapping = columns.parse();
            Some(mapping.map_err(|why| format!("--map: {why}"))?)
        }
        Some(name) => {
            let found = config.tables.get(name).cloned();
            Some(found.ok_or_else(|| unknown(name, &config))?)
        }
        None => None,
    };
    Ok(Mappings {
        asked,
        kept: config.tables.into_values().collect(),
    })
}

fn unknown(name: &str, config: &Config) -> String {
    let names: Vec<&str> = config.tables.keys().map(String::as_str).collect();
    let known = if names.is_empty() {
        "has no `tables` yet".to_owned()
    } else {
        format!("has {}", names.join(", "))
    };
    format!(
        "--map: no table is called `{name}`; config.ron {known}. Or name the columns, as in \
         --map name=\"Full Name\",email=Mail"
    )
}
