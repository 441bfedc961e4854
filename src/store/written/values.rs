//! The values of a book, by what each field is to hold.

use std::borrow::Cow;
use std::iter;

use serde::de::value::{BorrowedStrDeserializer, SeqDeserializer};
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor,
};

use super::cursor::{Cursor, Surprise};

/// Kinds of values that no book holds.
macro_rules! surprises {
    ($($kind:ident)*) => {
        $(fn $kind<V: Visitor<'text>>(self, _: V) -> Result<V::Value, Surprise> {
            Err(Surprise)
        })*
    };
}

macro_rules! numbers {
    ($($kind:ident = $visit:ident($read:ident),)*) => {
        $(fn $kind<V: Visitor<'text>>(self, visitor: V) -> Result<V::Value, Surprise> {
            visitor.$visit(self.$read()?)
        })*
    };
}

impl<'text> Deserializer<'text> for &mut Cursor<'text> {
    type Error = Surprise;

    surprises! {
        deserialize_any deserialize_ignored_any deserialize_identifier deserialize_map deserialize_unit deserialize_char
        deserialize_bytes deserialize_byte_buf deserialize_f32 deserialize_f64
    }
    numbers! {
        deserialize_u8 = visit_u64(number), deserialize_u16 = visit_u64(number), deserialize_u32 = visit_u64(number),
        deserialize_u64 = visit_u64(number), deserialize_i8 = visit_i64(signed), deserialize_i16 = visit_i64(signed),
        deserialize_i32 = visit_i64(signed), deserialize_i64 = visit_i64(signed),
    }

    fn deserialize_bool<V: Visitor<'text>>(self, visitor: V) -> Result<V::Value, Surprise> {
        match self.word()? {
            "true" => visitor.visit_bool(true),
            "false" => visitor.visit_bool(false),
            _ => Err(Surprise),
        }
    }

    fn deserialize_str<V: Visitor<'text>>(self, visitor: V) -> Result<V::Value, Surprise> {
        match self.string()? {
            Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
            Cow::Owned(text) => visitor.visit_string(text),
        }
    }

    fn deserialize_string<V: Visitor<'text>>(self, visitor: V) -> Result<V::Value, Surprise> {
        self.deserialize_str(visitor)
    }

    /// What may be missing stands as it is; `Some(…)` is not how it is written here.
    fn deserialize_option<V: Visitor<'text>>(self, visitor: V) -> Result<V::Value, Surprise> {
        if self.takes_word("None") {
            visitor.visit_none()
        } else if self.takes_word("Some") {
            Err(Surprise)
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_unit_struct<V: Visitor<'text>>(
        self,
        _: &'static str,
        _: V,
    ) -> Result<V::Value, Surprise> {
        Err(Surprise)
    }

    fn deserialize_newtype_struct<V: Visitor<'text>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Surprise> {
        self.take(b'(')?;
        let value = visitor.visit_newtype_struct(&mut *self)?;
        self.take(b')')?;
        Ok(value)
    }

    fn deserialize_seq<V: Visitor<'text>>(self, visitor: V) -> Result<V::Value, Surprise> {
        if self.passes_left_out() {
            let nothing = SeqDeserializer::<_, Surprise>::new(iter::empty::<()>());
            return visitor.visit_seq(nothing);
        }
        Parts::between(self, b'[', b']', |parts| visitor.visit_seq(parts))
    }

    fn deserialize_tuple<V: Visitor<'text>>(
        self,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Surprise> {
        Parts::between(self, b'(', b')', |parts| visitor.visit_seq(parts))
    }

    fn deserialize_tuple_struct<V: Visitor<'text>>(
        self,
        _: &'static str,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, Surprise> {
        self.deserialize_tuple(length, visitor)
    }

    fn deserialize_struct<V: Visitor<'text>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Surprise> {
        Parts::between(self, b'(', b')', |parts| visitor.visit_map(parts))
    }

    fn deserialize_enum<V: Visitor<'text>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Surprise> {
        visitor.visit_enum(Variant(self))
    }
}

/// What stands between two brackets, parted by commas.
struct Parts<'cursor, 'text> {
    cursor: &'cursor mut Cursor<'text>,
    end: u8,
    is_first: bool,
}

impl<'cursor, 'text> Parts<'cursor, 'text> {
    fn between<T>(
        cursor: &'cursor mut Cursor<'text>,
        begin: u8,
        end: u8,
        read: impl FnOnce(&mut Self) -> Result<T, Surprise>,
    ) -> Result<T, Surprise> {
        cursor.take(begin)?;
        let mut parts = Self {
            cursor,
            end,
            is_first: true,
        };
        let value = read(&mut parts)?;
        // A tuple is read without asking whether it ends.
        if !parts.is_first {
            parts.cursor.takes(b',');
        }
        parts.cursor.take(end)?;
        Ok(value)
    }

    /// Whether another part follows; the comma before it is taken.
    fn goes_on(&mut self) -> Result<bool, Surprise> {
        if self.cursor.peek() == Some(self.end) {
            return Ok(false);
        }
        if !self.is_first {
            self.cursor.take(b',')?;
        }
        self.is_first = false;
        Ok(self.cursor.peek() != Some(self.end))
    }
}

impl<'text> SeqAccess<'text> for &mut Parts<'_, 'text> {
    type Error = Surprise;

    fn next_element_seed<T: DeserializeSeed<'text>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Surprise> {
        if self.goes_on()? {
            seed.deserialize(&mut *self.cursor).map(Some)
        } else {
            Ok(None)
        }
    }
}

impl<'text> MapAccess<'text> for &mut Parts<'_, 'text> {
    type Error = Surprise;

    fn next_key_seed<K: DeserializeSeed<'text>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Surprise> {
        if self.goes_on()? {
            let name = BorrowedStrDeserializer::new(self.cursor.name()?);
            seed.deserialize(name).map(Some)
        } else {
            Ok(None)
        }
    }

    fn next_value_seed<V: DeserializeSeed<'text>>(
        &mut self,
        seed: V,
    ) -> Result<V::Value, Surprise> {
        self.cursor.take(b':')?;
        seed.deserialize(&mut *self.cursor)
    }
}

/// One of several things, by its name.
struct Variant<'cursor, 'text>(&'cursor mut Cursor<'text>);

impl<'text> EnumAccess<'text> for Variant<'_, 'text> {
    type Error = Surprise;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'text>>(
        self,
        seed: V,
    ) -> Result<(V::Value, Self), Surprise> {
        let name = BorrowedStrDeserializer::new(self.0.name()?);
        Ok((seed.deserialize(name)?, self))
    }
}

impl<'text> VariantAccess<'text> for Variant<'_, 'text> {
    type Error = Surprise;

    fn unit_variant(self) -> Result<(), Surprise> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'text>>(
        self,
        seed: T,
    ) -> Result<T::Value, Surprise> {
        self.0.take(b'(')?;
        let value = seed.deserialize(&mut *self.0)?;
        self.0.takes(b',');
        self.0.take(b')')?;
        Ok(value)
    }

    fn tuple_variant<V: Visitor<'text>>(
        self,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, Surprise> {
        self.0.deserialize_tuple(length, visitor)
    }

    fn struct_variant<V: Visitor<'text>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Surprise> {
        self.0.deserialize_struct("", fields, visitor)
    }
}
