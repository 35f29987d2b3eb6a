// A worker's script: it takes the compiled module, then texts. `reperes` starts it by itself.
export {};
