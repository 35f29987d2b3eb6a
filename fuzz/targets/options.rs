#![no_main]

libfuzzer_sys::fuzz_target!(|options: reperes_fuzz::Given| reperes_fuzz::options(&options));
