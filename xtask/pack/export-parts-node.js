// The module of exports under Node, read from its file.
import { readFile } from 'node:fs/promises';
import makeGlue from 'reperes:export-glue';

export const loadExportGlue = async () => makeGlue();

export const compileExport = async () => WebAssembly.compile(await readFile(new URL('./pkg/export/reperes_bg.wasm', import.meta.url)));
