//! A private part that cannot be read any more: every text in it is the same word, nothing optional is
//! there, and lists have as many items as the case had. So each event keeps its layout, and the clear part,
//! which holds all that is counted, is read as ever.

use serde::de::value::{Error, SeqDeserializer};
use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, IntoDeserializer, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

/// What stands for the part, and how many items its lists have.
#[derive(Debug, Clone, Copy)]
pub(super) struct Withheld {
    pub(super) word: &'static str,
    pub(super) items: u16,
}

impl Withheld {
    /// The part; `None` for one that has more in it than texts.
    pub(super) fn part<T: DeserializeOwned>(self) -> Option<T> {
        T::deserialize(self).ok()
    }
}

impl IntoDeserializer<'_, Error> for Withheld {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Withheld {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_str(self.word)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_none()
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_seq(SeqDeserializer::new((0..self.items).map(|_| self)))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_seq(Fields { of: self, left: fields.len() })
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct tuple tuple_struct map enum identifier ignored_any
    }
}

/// The fields of a struct in their order.
struct Fields {
    of: Withheld,
    left: usize,
}

impl<'de> SeqAccess<'de> for Fields {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        let Some(left) = self.left.checked_sub(1) else { return Ok(None) };
        self.left = left;
        seed.deserialize(self.of).map(Some)
    }
}
