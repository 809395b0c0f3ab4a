//! A file of any size in bounded memory: entries one by one, strings cut, and of a long log a window only.
//!
//! Fields of the log may stand behind its entries, so the file is read twice: once to choose, once to keep.

use std::fmt;
use std::io::{self, BufReader, Read};

use serde::de::{self, DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

use super::bounded::{Bounded, EntrySeed};
use super::cut::Cut;
use super::sanitized::Traces;
use super::window::{self, Sketch};
use super::{Log, LogEntry, Product, read};
use crate::exchange::{Entry, Exchange};
use crate::facts::names::Purpose;

/// What was read of a file.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// What it says.
    pub exchange: Exchange,
    /// For each entry of the exchange, its index in the file.
    pub indices: Vec<usize>,
    /// Failing requests of a long file that were left out.
    pub left_out: usize,
}

/// Reads a HAR file, of a long one what explains its failing requests; `open` gives it from its beginning each time.
///
/// # Errors
///
/// What `open` and its reader give, and JSON that is none or holds no object `log`.
pub fn read<R: Read>(open: impl Fn() -> io::Result<R>) -> io::Result<Reading> {
    read_all(open, |_| ())
}

/// As [`read`], and shows every entry to `met` on the way, also those that are not kept.
///
/// # Errors
///
/// As of [`read`].
pub fn read_all<R: Read>(
    open: impl Fn() -> io::Result<R>,
    mut met: impl FnMut(&Entry),
) -> io::Result<Reading> {
    let mut sketches = Vec::new();
    let mut traces = Traces::default();
    let mut agent: Option<Product> = None;
    let head = pass(open()?, |value, entry| {
        traces.note(&value, &entry);
        if agent.is_none() {
            agent = read::user_agent(entry.request.fields());
        }
        let entry = kept(&entry);
        sketches.push(Sketch::of(&entry));
        met(&entry);
    })?;
    let choice = window::chosen(&sketches, head.failing);
    let mut entries = Vec::new();
    let mut indices = Vec::new();
    let mut at = 0_usize;
    pass(open()?, |_, entry| {
        if choice.kept.get(at) == Some(&true) {
            entries.push(kept(&entry));
            indices.push(at);
        }
        at = at.saturating_add(1);
    })?;
    let sanitized = head.sanitized.unwrap_or_else(|| traces.sanitized(&head));
    let failing = head
        .failing
        .and_then(|asked| indices.iter().position(|index| *index == asked));
    let exchange = Exchange {
        entries,
        failing,
        sanitized,
        ..read::head(&head, agent)
    };
    Ok(Reading {
        exchange,
        indices,
        left_out: choice.left_out,
    })
}

/// Reads the entries of a HAR file one after another, and keeps none.
///
/// # Errors
///
/// As of [`read`].
pub fn entries(source: impl Read, mut each: impl FnMut(Entry)) -> io::Result<()> {
    pass(source, |_, entry| each(kept(&entry))).map(drop)
}

/// The entry, with texts only where the rules read them: of what failed, and of what signs in.
fn kept(entry: &LogEntry) -> Entry {
    let mut entry = read::entry(entry);
    let speaks = !matches!(entry.response.status, 100..400)
        || !matches!(Purpose::of(&entry.request), Purpose::Other | Purpose::Probe);
    if !speaks {
        entry.response.body = None;
        entry.request.body = None;
    }
    entry
}

/// Reads the file once: each entry as it stands and as it is understood, and at last the log without its entries.
fn pass(source: impl Read, mut each: impl FnMut(Value, LogEntry)) -> io::Result<Log> {
    let mut reader = BufReader::with_capacity(1 << 16, Cut::of(source));
    skip_mark(&mut reader)?;
    let mut json = serde_json::Deserializer::from_reader(reader);
    let head = HarSeed(&mut each).deserialize(&mut json)?;
    json.end()?;
    Ok(head)
}

/// A byte order mark says nothing in UTF-8; what is no UTF-8 by its first bytes is named.
fn skip_mark<R: Read>(reader: &mut BufReader<R>) -> io::Result<()> {
    use io::BufRead;
    let begin = reader.fill_buf()?;
    if let Some(form) = other_form(begin) {
        let message = format!("it is {form}, and not JSON in UTF-8");
        return Err(io::Error::new(io::ErrorKind::InvalidData, message));
    }
    let marked = begin.starts_with(b"\xef\xbb\xbf");
    reader.consume(if marked { 3 } else { 0 });
    Ok(())
}

/// What a file is that begins so, as far as its users may have taken it for JSON.
fn other_form(begin: &[u8]) -> Option<&'static str> {
    match begin {
        [0xff, 0xfe, ..] | [b'{', 0, ..] => Some("UTF-16, little-endian"),
        [0xfe, 0xff, ..] | [0, b'{', ..] => Some("UTF-16, big-endian"),
        [0x1f, 0x8b, ..] => Some("compressed by gzip"),
        [b'P', b'K', 3, 4, ..] => Some("a ZIP archive"),
        _ => None,
    }
}

struct HarSeed<'a, F>(&'a mut F);

impl<'de, F: FnMut(Value, LogEntry)> DeserializeSeed<'de> for HarSeed<'_, F> {
    type Value = Log;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Log, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de, F: FnMut(Value, LogEntry)> Visitor<'de> for HarSeed<'_, F> {
    type Value = Log;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a HAR file, which is an object with a log")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Log, A::Error> {
        let mut log = None;
        while let Some(name) = map.next_key::<String>()? {
            if name == "log" && log.is_none() {
                log = Some(map.next_value_seed(LogSeed(&mut *self.0))?);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        log.ok_or_else(|| de::Error::custom("it is no HAR file: there is no log in it"))
    }
}

struct LogSeed<'a, F>(&'a mut F);

impl<'de, F: FnMut(Value, LogEntry)> DeserializeSeed<'de> for LogSeed<'_, F> {
    type Value = Log;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Log, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de, F: FnMut(Value, LogEntry)> Visitor<'de> for LogSeed<'_, F> {
    type Value = Log;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the log of a HAR file, which is an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Log, A::Error> {
        let mut head = Map::new();
        while let Some(name) = map.next_key::<String>()? {
            match name.as_str() {
                "entries" => map.next_value_seed(EntriesSeed(&mut *self.0))?,
                known if Log::MEMBERS.contains(&known) => {
                    let value = map.next_value_seed(Bounded::new())?;
                    head.insert(name, value);
                }
                _ => map.next_value::<IgnoredAny>().map(drop)?,
            }
        }
        Ok(Log::deserialize(Value::Object(head)).unwrap_or_default())
    }
}

struct EntriesSeed<'a, F>(&'a mut F);

impl<'de, F: FnMut(Value, LogEntry)> DeserializeSeed<'de> for EntriesSeed<'_, F> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

/// Anything but a list holds no entry, and what is no entry is passed over.
impl<'de, F: FnMut(Value, LogEntry)> Visitor<'de> for EntriesSeed<'_, F> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list of entries")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(value) = list.next_element_seed(EntrySeed)? {
            if let Ok(entry) = LogEntry::deserialize(&value) {
                (self.0)(value, entry);
            }
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(())
    }

    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E: de::Error>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E: de::Error>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E: de::Error>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E: de::Error>(self, _: &str) -> Result<(), E> {
        Ok(())
    }
}
