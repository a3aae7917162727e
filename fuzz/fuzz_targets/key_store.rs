#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| gongkai_fuzz::key_store(data));
