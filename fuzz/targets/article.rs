#![no_main]

libfuzzer_sys::fuzz_target!(|article: reperes_fuzz::Article| reperes_fuzz::article(&article));
