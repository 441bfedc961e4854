//! The colours of the themes, as data: each for terminals with millions of colours, and for those with sixteen. What
//! lies between, a terminal with 256, takes the nearest it has.

use ratatui::style::Color;

use super::look::Depth;
use crate::domain::preferences::Theme;

/// A colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hue {
    /// Red, green and blue.
    rgb: [u8; 3],
    /// The one among sixteen that comes nearest in meaning and reads well on the theme's ground.
    sixteen: Color,
}

/// A colour for each meaning.
#[derive(Debug, Clone, Copy)]
pub(super) struct Palette {
    /// What everything stands on.
    pub(super) ground: Hue,
    pub(super) text: Hue,
    pub(super) dim: Hue,
    pub(super) accent: Hue,
    pub(super) warm: Hue,
    pub(super) mild: Hue,
    pub(super) good: Hue,
    /// The row under the cursor.
    pub(super) chosen: Hue,
    /// What it stands on.
    pub(super) chosen_ground: Hue,
}

const fn hue(rgb: u32, sixteen: Color) -> Hue {
    let [_, red, green, blue] = rgb.to_be_bytes();
    let rgb = [red, green, blue];
    Hue { rgb, sixteen }
}

const DARK: Palette = Palette {
    ground: hue(0x16_1a_20, Color::Black),
    text: hue(0xd9_de_e5, Color::White),
    dim: hue(0x98_a2_b0, Color::Gray),
    accent: hue(0x6c_c4_e0, Color::LightCyan),
    warm: hue(0xff_8f_80, Color::LightRed),
    mild: hue(0xe6_c3_66, Color::LightYellow),
    good: hue(0x8f_cf_8a, Color::LightGreen),
    chosen: hue(0x10_16_1c, Color::Black),
    chosen_ground: hue(0xb4_d4_e4, Color::Gray),
};

const LIGHT: Palette = Palette {
    ground: hue(0xfa_f8_f3, Color::White),
    text: hue(0x24_29_30, Color::Black),
    dim: hue(0x5f_66_70, Color::DarkGray),
    accent: hue(0x0b_62_82, Color::Blue),
    warm: hue(0xb0_25_1c, Color::Red),
    mild: hue(0x80_5a_00, Color::Magenta),
    good: hue(0x2a_6b_2e, Color::Green),
    chosen: hue(0xff_ff_ff, Color::White),
    chosen_ground: hue(0x25_4a_5e, Color::Black),
};

const CONTRAST: Palette = Palette {
    ground: hue(0x00_00_00, Color::Black),
    text: hue(0xff_ff_ff, Color::White),
    dim: hue(0xc6_c6_c6, Color::Gray),
    accent: hue(0x6e_e7_ff, Color::LightCyan),
    warm: hue(0xff_a0_98, Color::LightRed),
    mild: hue(0xff_e0_66, Color::LightYellow),
    good: hue(0x8c_ff_9e, Color::LightGreen),
    chosen: hue(0x00_00_00, Color::Black),
    chosen_ground: hue(0xff_ff_ff, Color::White),
};

/// The colours of a theme; none where the terminal's own are taken.
pub(super) const fn of(theme: Theme) -> Option<&'static Palette> {
    match theme {
        Theme::Terminal => None,
        Theme::Dark => Some(&DARK),
        Theme::Light => Some(&LIGHT),
        Theme::Contrast => Some(&CONTRAST),
    }
}

impl Hue {
    /// The colour for a terminal.
    pub(super) fn on(self, depth: Depth) -> Color {
        let [red, green, blue] = self.rgb;
        match depth {
            Depth::None => Color::Reset,
            Depth::Sixteen => self.sixteen,
            Depth::Many => Color::Indexed(nearest(self.rgb)),
            Depth::All => Color::Rgb(red, green, blue),
        }
    }
}

/// Which of the 256 colours that every such terminal has alike (the first sixteen are the user's) comes nearest.
fn nearest(rgb: [u8; 3]) -> u8 {
    let distance = |index: &u8| -> u32 {
        let pairs = rgb.into_iter().zip(of_index(*index));
        pairs.map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
    };
    (16..=u8::MAX).min_by_key(distance).unwrap_or(16)
}

/// Red, green and blue of a colour above the first sixteen: a cube with six steps a side, then 24 greys.
pub(super) fn of_index(index: u8) -> [u8; 3] {
    let step = |number: u8| if number == 0 { 0 } else { 55 + 40 * number };
    match index.saturating_sub(16) {
        at @ 0..216 => [step(at / 36), step(at / 6 % 6), step(at % 6)],
        at => [8 + 10 * (at - 216); 3],
    }
}
