//! The key map itself: a trie of keys for each context.

use std::collections::BTreeMap;

use super::actions::Action;
use super::context::Context;
use super::fault::KeymapFault;
use super::load;
use super::preset::Preset;
use crate::terminal::{Key, KeyPress, fold_key};

/// What the keys pressed so far mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// This action.
    Action(Action),
    /// They begin longer sequences: what may follow.
    Prefix(Vec<Follow>),
    /// Nothing.
    Nothing,
}

/// A key that may follow the keys pressed so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Follow {
    /// The rest of the sequence.
    pub keys: Vec<KeyPress>,
    /// What the whole sequence means.
    pub action: Action,
}

/// What each key means in each context.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Keymap {
    contexts: BTreeMap<Context, Node>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Node {
    action: Option<Action>,
    /// In the order of the file: the first key of an action is the one that hints show.
    children: Vec<(KeyPress, Node)>,
}

/// Why a sequence cannot be bound.
pub(super) enum Clash {
    Taken(Action),
    Prefix,
}

impl Keymap {
    /// The key map that comes with the program.
    pub fn built_in() -> Self {
        Self::preset(Preset::Default)
    }

    /// Reads a key map file that stands alone. Bad rows are dropped and named; so are actions that cannot be
    /// reached, or by letters alone.
    pub fn parse(file: &str) -> (Self, Vec<KeymapFault>) {
        let (keymap, mut faults) = load::layer(&Self::default(), file);
        faults.extend(load::unreachable(&keymap));
        (keymap, faults)
    }

    /// This key map with the rows of a file over it: its keys come first, and `run = "none"` unbinds.
    pub fn with_layer(&self, file: &str) -> (Self, Vec<KeymapFault>) {
        let (keymap, mut faults) = load::layer(self, file);
        faults.extend(load::unreachable(&keymap));
        (keymap, faults)
    }

    /// What the keys mean. The first context that knows them decides; characters are folded as keys
    /// (`？` is `?`).
    pub fn find(&self, contexts: &[Context], keys: &[KeyPress]) -> Found {
        let folded: Vec<_> = keys.iter().map(|press| fold(*press)).collect();
        for context in contexts {
            let Some(node) = self.contexts.get(context).and_then(|root| root.descend(&folded)) else {
                continue;
            };
            if let Some(action) = node.action {
                return Found::Action(action);
            }
            if !node.children.is_empty() {
                let follows = node.leaves().into_iter().map(|(keys, action)| Follow { keys, action });
                return Found::Prefix(follows.collect());
            }
        }
        Found::Nothing
    }

    /// The sequences that mean an action in these contexts, in the order of preference. A key that an inner
    /// context uses otherwise is not among them.
    pub fn keys_of(&self, contexts: &[Context], action: Action) -> Vec<Vec<KeyPress>> {
        let mut out: Vec<Vec<KeyPress>> = Vec::new();
        for (keys, meant) in contexts.iter().flat_map(|context| self.rows(*context)) {
            if meant == action && !out.contains(&keys) && self.find(contexts, &keys) == Found::Action(action)
            {
                out.push(keys);
            }
        }
        out
    }

    /// Every binding of a context, in the order of the file.
    pub fn rows(&self, context: Context) -> Vec<(Vec<KeyPress>, Action)> {
        self.contexts.get(&context).map(Node::leaves).unwrap_or_default()
    }

    pub(super) fn bind(&mut self, context: Context, keys: &[KeyPress], action: Action) -> Result<(), Clash> {
        self.contexts.entry(context).or_default().bind(keys, action)
    }

    /// Takes out every sequence of a context that these keys begin or that begins them.
    pub(super) fn unbind(&mut self, context: Context, keys: &[KeyPress]) {
        if let Some(root) = self.contexts.get_mut(&context) {
            root.unbind(keys);
        }
    }
}

impl Node {
    fn descend(&self, keys: &[KeyPress]) -> Option<&Self> {
        keys.iter().try_fold(self, |node, press| {
            node.children.iter().find(|(key, _)| key == press).map(|(_, child)| child)
        })
    }

    fn bind(&mut self, keys: &[KeyPress], action: Action) -> Result<(), Clash> {
        let Some((first, rest)) = keys.split_first() else {
            return match self.action {
                Some(taken) => Err(Clash::Taken(taken)),
                None if !self.children.is_empty() => Err(Clash::Prefix),
                None => {
                    self.action = Some(action);
                    Ok(())
                }
            };
        };
        if self.action.is_some() {
            return Err(Clash::Prefix);
        }
        if let Some((_, child)) = self.children.iter_mut().find(|(key, _)| key == first) {
            return child.bind(rest, action);
        }
        let mut child = Self::default();
        child.bind(rest, action)?;
        self.children.push((*first, child));
        Ok(())
    }

    fn leaves(&self) -> Vec<(Vec<KeyPress>, Action)> {
        let own = self.action.map(|action| (Vec::new(), action));
        let below = self.children.iter().flat_map(|(press, child)| {
            child.leaves().into_iter().map(|(mut keys, action)| {
                keys.insert(0, *press);
                (keys, action)
            })
        });
        own.into_iter().chain(below).collect()
    }

    fn unbind(&mut self, keys: &[KeyPress]) {
        let Some((first, rest)) = keys.split_first() else {
            *self = Self::default();
            return;
        };
        self.action = None;
        if let Some((_, child)) = self.children.iter_mut().find(|(key, _)| key == first) {
            child.unbind(rest);
        }
        self.children.retain(|(_, child)| child.action.is_some() || !child.children.is_empty());
    }
}

fn fold(press: KeyPress) -> KeyPress {
    match press.code {
        Key::Char(c) => KeyPress { code: Key::Char(fold_key(c)), ..press },
        _ => press,
    }
}
