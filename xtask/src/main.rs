//! The developer commands of Repères.

fn main() {
    println!("{}", env!("CARGO_PKG_DESCRIPTION"));
}
