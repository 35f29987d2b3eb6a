//! The map of all layers.

use std::hash::{BuildHasherDefault, DefaultHasher};

/// Keys to values, in the order in which they came in, so that going through one is the same on every machine. `BTreeMap` is written into the module anew for
/// every pair of types: 4 kB more in brotli than this.
pub(crate) type Map<K, V> = indexmap::IndexMap<K, V, BuildHasherDefault<DefaultHasher>>;
