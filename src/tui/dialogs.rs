//! What keys do in a window over the screen.

use ratatui::layout::Rect;

use super::copying;
use super::dialog::{Choosing, Dialog};
use super::drafts;
use super::effect::Effect;
use super::guide::{Guide, GuideReply};
use super::guiding;
use super::keymap::{Action, Found};
use super::model::Model;
use super::palette::Palette;
use super::pick::PickReply;
use super::recording;
use super::screens::{Preference, Screen, Wish};
use super::update::{act, tell};
use super::widgets::{Menu, MenuReply, Message as Line, Tone};
use super::{bulk, conflicting, listing, staff, undo, work, yearly};
use crate::office::Right;
use crate::terminal::{Ambiguous, KeyPress};
use crate::words::desk::not_allowed;
use crate::words::tui::settings;

/// A key while a window is open.
pub(super) fn dialog_key(model: &mut Model, press: KeyPress) -> Vec<Effect> {
    let Some(dialog) = model.dialog.take() else { return Vec::new() };
    match dialog {
        Dialog::Pick(mut pick) => match pick.handle(press) {
            PickReply::Chosen(at) => chosen(model, at),
            PickReply::Taken => keep(model, Dialog::Pick(pick)),
            PickReply::Ignored => dialog_bound(model, Dialog::Pick(pick), press),
        },
        Dialog::Steps(mut pick, offers) => match pick.handle(press) {
            PickReply::Chosen(at) => match offers.get(at) {
                Some((kind, _)) if work::begin_step(model, *kind) => Vec::new(),
                _ => {
                    pick.back_to(at);
                    keep(model, Dialog::Steps(pick, offers))
                }
            },
            PickReply::Taken => keep(model, Dialog::Steps(pick, offers)),
            PickReply::Ignored => dialog_bound(model, Dialog::Steps(pick, offers), press),
        },
        Dialog::Deeds(mut pick, offers) => match pick.handle(press) {
            PickReply::Chosen(at) => match offers.get(at) {
                Some((deed, _)) if recording::begin(model, *deed) => Vec::new(),
                _ => {
                    pick.back_to(at);
                    keep(model, Dialog::Deeds(pick, offers))
                }
            },
            PickReply::Taken => keep(model, Dialog::Deeds(pick, offers)),
            PickReply::Ignored => dialog_bound(model, Dialog::Deeds(pick, offers), press),
        },
        Dialog::Copy(mut pick, all) => match pick.handle(press) {
            PickReply::Chosen(at) => copying::choose(model, &all, at),
            PickReply::Taken => keep(model, Dialog::Copy(pick, all)),
            PickReply::Ignored => dialog_bound(model, Dialog::Copy(pick, all), press),
        },
        Dialog::Choose(mut pick, mut all) => match pick.handle(press) {
            PickReply::Chosen(at) if at < all.len() => choose(model, all.swap_remove(at)),
            PickReply::Chosen(_) | PickReply::Taken => keep(model, Dialog::Choose(pick, all)),
            PickReply::Ignored => dialog_bound(model, Dialog::Choose(pick, all), press),
        },
        Dialog::Sessions(mut pick, all) => match pick.handle(press) {
            PickReply::Chosen(at) => all.get(at).map(|id| Effect::GoOver(*id)).into_iter().collect(),
            PickReply::Taken => keep(model, Dialog::Sessions(pick, all)),
            PickReply::Ignored => dialog_bound(model, Dialog::Sessions(pick, all), press),
        },
        Dialog::Palette(palette) => palette_key(model, palette, press),
        Dialog::Guide(guide) => guide_key(model, guide, press),
        asked => menu_key(model, asked, press),
    }
}

/// A key while a question with its choices is open.
fn menu_key(model: &mut Model, dialog: Dialog, press: KeyPress) -> Vec<Effect> {
    match dialog {
        Dialog::Confirm(lines, effect, mut menu) => match menu.handle(press) {
            MenuReply::Chosen(0) => vec![effect],
            MenuReply::Chosen(_) => Vec::new(),
            reply => menu_reply(model, Dialog::Confirm(lines, effect, menu), reply, press),
        },
        Dialog::Width(menu) => width_key(model, menu, press),
        Dialog::Told(conflict, mut menu) => match menu.handle(press) {
            MenuReply::Chosen(at) => conflicting::chosen(model, *conflict, at),
            reply => menu_reply(model, Dialog::Told(conflict, menu), reply, press),
        },
        Dialog::Leave(mut menu) => match menu.handle(press) {
            MenuReply::Chosen(at) => yearly::leave(model, at),
            reply => menu_reply(model, Dialog::Leave(menu), reply, press),
        },
        Dialog::Draft(mut menu) => match menu.handle(press) {
            MenuReply::Chosen(at) => work::leave_form(model, at),
            reply => menu_reply(model, Dialog::Draft(menu), reply, press),
        },
        Dialog::Lost(lines, slots, mut menu) => match menu.handle(press) {
            MenuReply::Chosen(at) => drafts::answered(model, slots, at),
            reply => menu_reply(model, Dialog::Lost(lines, slots, menu), reply, press),
        },
        Dialog::Quit(lines, mut menu) => match menu.handle(press) {
            MenuReply::Chosen(0) => vec![Effect::Quit],
            MenuReply::Chosen(_) => Vec::new(),
            reply => menu_reply(model, Dialog::Quit(lines, menu), reply, press),
        },
        other => keep(model, other),
    }
}

fn width_key(model: &mut Model, mut menu: Menu, press: KeyPress) -> Vec<Effect> {
    match menu.handle(press) {
        MenuReply::Chosen(at) => {
            let width = if at == 0 { Ambiguous::Narrow } else { Ambiguous::Wide };
            vec![Effect::Prefer(Preference::Ambiguous(width))]
        }
        reply => menu_reply(model, Dialog::Width(menu), reply, press),
    }
}

fn guide_key(model: &mut Model, mut guide: Box<Guide>, press: KeyPress) -> Vec<Effect> {
    let area = Rect { x: 0, y: 0, width: model.size.width, height: model.size.height };
    match guide.handle(press, area) {
        GuideReply::Done(found) => guiding::done(model, &found),
        GuideReply::Left => {}
        GuideReply::Taken | GuideReply::Ignored => return keep(model, Dialog::Guide(guide)),
    }
    Vec::new()
}

fn palette_key(model: &mut Model, mut palette: Box<Palette>, press: KeyPress) -> Vec<Effect> {
    match palette.pick.handle(press) {
        PickReply::Chosen(at) => match palette.action(at) {
            Some(Ok(action)) => act(model, action),
            Some(Err(why)) => {
                model.message = Some(Line::new(Tone::Refused, why.to_owned()));
                keep(model, Dialog::Palette(palette))
            }
            None => keep(model, Dialog::Palette(palette)),
        },
        PickReply::Taken => keep(model, Dialog::Palette(palette)),
        PickReply::Ignored => dialog_bound(model, Dialog::Palette(palette), press),
    }
}

/// Does what was chosen.
fn choose(model: &mut Model, choosing: Choosing) -> Vec<Effect> {
    match choosing {
        Choosing::Wish(wish) => wished(model, wish),
        Choosing::Order(by) => listing::order(model, by),
        Choosing::View(words) => listing::show(model, words),
        Choosing::KeepView(words) => listing::keep_view(model, words),
        Choosing::ForgetView(words) => listing::forget_view(model, &words),
        Choosing::Bulk(kind) => bulk::chosen(model, kind),
        Choosing::Undo(seq, reason) => undo::chosen(model, seq, reason),
        Choosing::Staff(ask) => vec![Effect::Staff(ask)],
        Choosing::StandIn(person) => staff::stand_in_anew(model, &person),
    }
}

/// A value of a setting was chosen: of the office's its consequence is shown first.
fn wished(model: &mut Model, wish: Wish) -> Vec<Effect> {
    match wish {
        Wish::Office(setting) if model.head.readings.setting(setting.key()) == setting => {
            tell(model, Tone::Info, settings::SAME)
        }
        Wish::Office(_) if !model.head.roles.may(Right::Office) => {
            tell(model, Tone::Refused, &not_allowed(Right::Office))
        }
        Wish::Office(setting) => vec![Effect::TrySetting(setting)],
        Wish::Own(preference) => vec![Effect::Prefer(preference)],
    }
}

/// Something was chosen from the list of a field, of the live fields, or of the organs.
fn chosen(model: &mut Model, at: usize) -> Vec<Effect> {
    let today = model.head.today;
    match model.top_mut() {
        Some(Screen::Form(form)) => {
            form.choose(at);
            form.go(true, today);
        }
        Some(Screen::Editor(editor)) => editor.insert(at),
        Some(Screen::Year(_)) => return yearly::choose_organ(model, at),
        _ => {}
    }
    Vec::new()
}

fn keep(model: &mut Model, dialog: Dialog) -> Vec<Effect> {
    model.dialog = Some(dialog);
    Vec::new()
}

fn menu_reply(model: &mut Model, dialog: Dialog, reply: MenuReply, press: KeyPress) -> Vec<Effect> {
    match reply {
        MenuReply::Refused(reason) => {
            model.message = Some(Line::new(Tone::Refused, reason));
            keep(model, dialog)
        }
        MenuReply::Moved | MenuReply::Chosen(_) => keep(model, dialog),
        MenuReply::Ignored => dialog_bound(model, dialog, press),
    }
}

/// A key that the window itself does not know.
fn dialog_bound(model: &mut Model, dialog: Dialog, press: KeyPress) -> Vec<Effect> {
    model.dialog = Some(dialog);
    let Found::Action(action) = model.keymap.find(&model.contexts(), &[press]) else { return Vec::new() };
    if action == Action::Back {
        model.dialog = None;
    }
    Vec::new()
}
