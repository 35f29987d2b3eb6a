//! The bill of materials of the module, `dist/sbom.cdx.json`: CycloneDX 1.5, every crate that is compiled into it, with licence and hash.
//!
//! It names no time, place or machine, so that the same sources give the same bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::project::{cargo, output, root};
use crate::toolchain::TARGET;

/// A crate: name, version, licence.
type Crate = (String, String, String);

/// Writes the bill into the folder.
pub(crate) fn write(folder: &Path) -> Result<()> {
    let mut tree = cargo();
    tree.args(["tree", "--locked", "--package", "reperes", "--edges", "normal,no-proc-macro", "--target", TARGET]);
    tree.args(["--no-dedupe", "--prefix", "depth", "--format", "|{p}|{l}"]);
    let tree = output(&mut tree).context("cargo does not tell what the module depends on")?;
    let lock = fs::read_to_string(root().join("Cargo.lock"))?;
    fs::write(folder.join("sbom.cdx.json"), serde_json::to_string_pretty(&bill(&tree, &lock)?)? + "\n")?;
    Ok(())
}

fn bill(tree: &str, lock: &str) -> Result<Value> {
    let hashes = hashes(lock);
    let mut edges: BTreeMap<Crate, BTreeSet<String>> = BTreeMap::new();
    // The crates above the line: what stands one step deeper is what they depend on.
    let mut above: Vec<Crate> = Vec::new();
    for line in tree.lines() {
        let (depth, name, version, licence) = entry(line).with_context(|| format!("cargo tells {line:?}"))?;
        let found = (name, version, licence);
        above.truncate(depth);
        if let Some(parent) = above.last() {
            edges.entry(parent.clone()).or_default().insert(purl(&found));
        }
        edges.entry(found.clone()).or_default();
        above.push(found);
    }
    let own = above.first().context("cargo tells nothing")?.clone();
    let components: Vec<Value> = edges
        .keys()
        .filter(|&found| *found != own)
        .map(|found| {
            let (name, version, _) = found;
            let mut component = component("library", found);
            if let Some(hash) = hashes.get(&(name.as_str(), version.as_str())) {
                component["hashes"] = json!([{ "alg": "SHA-256", "content": hash }]);
            }
            component
        })
        .collect();
    ensure!(!components.is_empty(), "the module depends on nothing?");
    let dependencies = edges.iter().map(|(found, on)| json!({ "ref": purl(found), "dependsOn": on }));
    Ok(json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": component("library", &own) },
        "components": components,
        "dependencies": dependencies.collect::<Vec<_>>(),
    }))
}

/// `1|serde v1.0.0|MIT OR Apache-2.0`: how deep, name, version, licence.
fn entry(line: &str) -> Option<(usize, String, String, String)> {
    let mut fields = line.split('|');
    let depth = fields.next()?.parse().ok()?;
    let mut words = fields.next()?.split(' ');
    let (name, version) = (words.next()?, words.next()?.strip_prefix('v')?);
    // The older spelling of a choice of licences.
    Some((depth, name.to_owned(), version.to_owned(), fields.next()?.replace('/', " OR ")))
}

fn purl((name, version, _): &Crate) -> String {
    format!("pkg:cargo/{name}@{version}")
}

fn component(kind: &str, found: &Crate) -> Value {
    let (name, version, licence) = found;
    json!({
        "type": kind,
        "bom-ref": purl(found),
        "name": name,
        "version": version,
        "purl": purl(found),
        "licenses": [{ "expression": licence }],
    })
}

/// The hash of each crate of the lock file, by name and version.
fn hashes(lock: &str) -> BTreeMap<(&str, &str), &str> {
    let field = |package: &'_ str, key: &str| -> Option<(usize, usize)> {
        let start = package.find(&format!("\n{key} = \""))? + key.len() + 5;
        Some((start, start + package[start..].find('"')?))
    };
    let of = |package| {
        let at = |key| field(package, key).map(|(start, end)| &package[start..end]);
        Some(((at("name")?, at("version")?), at("checksum")?))
    };
    lock.split("[[package]]").filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crates_stand_once_with_what_they_depend_on() {
        let tree = "0|reperes v0.1.0 (/a/b)|MIT\n1|serde v1.0.2|MIT/Apache-2.0\n2|serde_core v1.0.2|MIT\n1|serde_core v1.0.2|MIT";
        let lock = "[[package]]\nname = \"serde\"\nversion = \"1.0.2\"\nsource = \"x\"\nchecksum = \"00ff\"\n";
        let bill = bill(tree, lock).unwrap();
        let names: Vec<&str> =
            bill["components"].as_array().unwrap().iter().map(|c| c["name"].as_str().unwrap()).collect();
        assert_eq!(names, ["serde", "serde_core"]);
        assert_eq!(bill["components"][0]["hashes"][0]["content"], "00ff");
        assert_eq!(bill["components"][0]["licenses"][0]["expression"], "MIT OR Apache-2.0");
        assert_eq!(
            bill["dependencies"][0]["dependsOn"],
            json!(["pkg:cargo/serde@1.0.2", "pkg:cargo/serde_core@1.0.2"])
        );
        assert!(!bill.to_string().contains("/a/b"));
    }

    #[test]
    fn the_module_has_its_bill() {
        let folder = std::env::temp_dir().join(format!("reperes-sbom-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        write(&folder).unwrap();
        let text = fs::read_to_string(folder.join("sbom.cdx.json")).unwrap();
        fs::remove_dir_all(folder).unwrap();
        let bill: Value = serde_json::from_str(&text).unwrap();
        let components = bill["components"].as_array().unwrap();
        let names: Vec<&str> = components.iter().map(|c| c["name"].as_str().unwrap()).collect();
        assert!(["serde", "time", "wasm-bindgen"].iter().all(|name| names.contains(name)), "{names:?}");
        assert!(!names.contains(&"ts-rs") && !names.contains(&"proptest"), "{names:?}");
        assert!(components.iter().all(|c| c["hashes"][0]["content"].as_str().is_some_and(|hash| hash.len() == 64)));
        assert!(!text.contains(&root().display().to_string()), "it names this machine");
    }
}
