//! Columns of text, plain or as a dictionary.

use arrow_array::{Array, cast::AsArray};
use arrow_schema::DataType;

/// Hands out each text of an array; nothing where it is of another type.
pub(crate) fn each_text<'a>(
    array: &'a dyn Array,
    mut take: &mut dyn FnMut(Option<&'a str>),
) -> Option<()> {
    match array.data_type() {
        DataType::Utf8 => array.as_string::<i32>().iter().for_each(&mut take),
        DataType::LargeUtf8 => array.as_string::<i64>().iter().for_each(&mut take),
        DataType::Utf8View => array.as_string_view().iter().for_each(&mut take),
        DataType::Dictionary(..) => {
            let dictionary = array.as_any_dictionary();
            let mut texts = Vec::with_capacity(dictionary.values().len());
            each_text(dictionary.values().as_ref(), &mut |text| texts.push(text))?;
            // Keys cannot be told without a value, and are then all of nothing.
            let keys = match texts.is_empty() {
                true => vec![0; dictionary.len()],
                false => dictionary.normalized_keys(),
            };
            for (row, key) in keys.into_iter().enumerate() {
                let text = if dictionary.keys().is_null(row) { None } else { texts.get(key) };
                take(text.copied().flatten());
            }
        }
        // What a table without a value has.
        DataType::Null => (0..array.len()).for_each(|_| take(None)),
        _ => return None,
    }
    Some(())
}
