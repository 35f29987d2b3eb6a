//! The time that this thread's processor has spent on it: what others do on the machine meanwhile does not count.

use std::hint::black_box;
use std::time::Duration;

use reperes::{Options, read};

/// How long one reading of `text` takes.
pub(crate) fn time(text: &str) -> Duration {
    let begun = cpu_time();
    black_box(read(black_box(text), &Options::new()).expect("shorter than the limit"));
    cpu_time() - begun
}

/// A point of that time.
#[cfg(unix)]
fn cpu_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

/// A point of the wall's time, where there is no other.
#[cfg(not(unix))]
fn cpu_time() -> Duration {
    use std::sync::LazyLock;
    use std::time::Instant;
    static BEGUN: LazyLock<Instant> = LazyLock::new(Instant::now);
    BEGUN.elapsed()
}
