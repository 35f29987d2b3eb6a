#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| reperes_fuzz::export(bytes));
