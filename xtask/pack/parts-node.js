// The parts under Node: the module alone, read from its file.
import { readFile } from 'node:fs/promises';
import makeGlue from 'reperes:glue';

export const loadGlue = async () => makeGlue();

export const compileModule = async () => WebAssembly.compile(await readFile(new URL('./pkg/reperes_bg.wasm', import.meta.url)));

export const startWorker = () => {
  throw new Error('under Node the caller reads');
};
