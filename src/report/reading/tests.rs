//! Published pages imitated, the published report itself, and files that are broken.

mod broken;
mod builders;
mod published;
mod seed;
mod variants;
