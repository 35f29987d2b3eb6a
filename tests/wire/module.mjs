// The module of www/pkg, loaded in Node from its file: there is no server to fetch it from.
import { readFileSync } from 'node:fs';
import { initSync, read, version } from '../../www/pkg/reperes.js';

const { memory } = initSync({ module: readFileSync(new URL('../../www/pkg/reperes_bg.wasm', import.meta.url)) });

export { memory, read, version };
