//! What a text costs, measured by a process of its own, which a reading that ends the process or never ends does not take along with it.

use std::env;
use std::fs;
use std::io::{Read, Write, stdin};
use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::project::{command, print};

#[path = "../../../tests/clock/mod.rs"]
mod clock;

/// A reading of 10 MB takes some ten seconds; one that takes that long has no end.
const LONGEST: Duration = Duration::from_secs(300);

/// The program that reads one text.
pub(crate) struct Reader {
    program: PathBuf,
}

/// What a text costs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cost {
    /// Seconds of the processor.
    pub(crate) seconds: f64,
    /// Bytes of memory beyond what the program has without a text, at most; 0 where the system does not tell.
    pub(crate) memory: u64,
}

impl Reader {
    /// This program, as it was started with [`super::Arguments::one`].
    pub(crate) fn find() -> Result<Self> {
        Ok(Self { program: env::current_exe()? })
    }

    /// Reads `text`.
    pub(crate) fn cost(&self, text: &str) -> Result<Cost> {
        let mut child = command(&self.program);
        child.args(["hunt", "--one"]);
        let mut child = child.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
        child.stdin.take().context("a pipe")?.write_all(text.as_bytes())?;
        wait(&mut child)?;
        let mut said = String::new();
        child.stdout.take().context("a pipe")?.read_to_string(&mut said)?;
        let numbers: Vec<u64> = said.split_whitespace().filter_map(|number| number.parse().ok()).collect();
        let &[nanoseconds, most, before] = &numbers[..] else {
            let mut why = String::new();
            child.stderr.take().context("a pipe")?.read_to_string(&mut why)?;
            bail!("reading ended the process: {}", why.trim());
        };
        Ok(Cost { seconds: nanoseconds as f64 / 1e9, memory: most.saturating_sub(before) })
    }
}

/// Reads the text of the input stream and prints three numbers: nanoseconds of the processor for a reading, the shortest of as many as fit into the time that is worth
/// measuring; the most memory that the process has held, in bytes, and what it held before it had the text. Where the system tells neither, these two are 0.
pub(crate) fn read_one() -> Result<()> {
    /// Shorter readings are repeated.
    const ENOUGH: Duration = Duration::from_millis(30);
    let before = memory("VmRSS:");
    let mut text = String::new();
    stdin().read_to_string(&mut text)?;
    let begun = Instant::now();
    let mut shortest = clock::time(&text);
    let most = memory("VmHWM:");
    while begun.elapsed() < ENOUGH {
        shortest = shortest.min(clock::time(&text));
    }
    print(&format!("{} {most} {before}\n", shortest.as_nanos()))
}

/// A line of what Linux tells of this process, in bytes.
fn memory(line: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kilobytes = status.lines().find_map(|l| l.strip_prefix(line)?.trim().strip_suffix("kB")?.trim().parse().ok());
    kilobytes.unwrap_or(0) * 1024
}

fn wait(child: &mut Child) -> Result<()> {
    let begun = Instant::now();
    while child.try_wait()?.is_none() {
        if begun.elapsed() > LONGEST {
            child.kill()?;
            child.wait()?;
            bail!("reading had not ended after {} s", LONGEST.as_secs());
        }
        thread::sleep(Duration::from_millis(5));
    }
    Ok(())
}
