//! All cores at work, results in the order of the input, and no more records in memory than a few for each core.

use std::thread;

use anyhow::{Context, Result};
use crossbeam_channel::bounded;

/// So many records a core may be read ahead of the slowest: enough that one long article keeps nobody waiting.
const AHEAD: usize = 32;

/// Does `work` for each item on `jobs` threads and hands the results to `done` in the order of the items.
///
/// # Errors
/// The first error of `done`; no further items are then taken.
pub(crate) fn in_order<Item: Send, Done: Send>(
    jobs: usize,
    items: impl Iterator<Item = Item> + Send,
    work: impl Fn(Item) -> Done + Sync,
    mut done: impl FnMut(Done) -> Result<()>,
) -> Result<()> {
    thread::scope(|scope| {
        // Each item travels with the way back; the ways back lie in the order of the items.
        let (give, take) = bounded(jobs);
        let (line_up, next) = bounded(jobs * AHEAD);
        for _ in 0..jobs {
            let (take, work) = (take.clone(), &work);
            scope.spawn(move || {
                for (item, answer) in take {
                    // Nobody waits for the answer when the run has failed.
                    let _: Result<(), _> = crossbeam_channel::Sender::send(&answer, work(item));
                }
            });
        }
        drop(take);
        scope.spawn(move || {
            for item in items {
                let (answer, result) = bounded(1);
                if line_up.send(result).is_err() || give.send((item, answer)).is_err() {
                    break;
                }
            }
        });
        for result in next {
            done(result.recv().context("a thread ended before its work")?)?;
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    #[test]
    fn results_come_in_order_and_few_are_read_ahead() {
        let taken = AtomicUsize::new(0);
        let items = (0..2000_usize).inspect(|_| {
            taken.fetch_add(1, Ordering::SeqCst);
        });
        let work = |n: usize| {
            thread::sleep(Duration::from_micros((n % 7) as u64 * 20));
            n
        };
        let mut expected = 0;
        in_order(3, items, work, |n| {
            assert_eq!(n, expected);
            expected += 1;
            assert!(taken.load(Ordering::SeqCst) <= n + 3 * (AHEAD + 3));
            Ok(())
        })
        .unwrap();
        assert_eq!(expected, 2000);
    }

    #[test]
    fn an_error_ends_the_run() {
        let ended = in_order(2, 0.., |n: u64| n, |n| if n < 5 { Ok(()) } else { Err(anyhow::anyhow!("enough")) });
        assert_eq!(ended.unwrap_err().to_string(), "enough");
    }
}
