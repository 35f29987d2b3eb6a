// The parts of the page in the npm package: beside its scripts, where bundlers find and follow them, but for the glue.
import makeGlue from 'reperes:glue';

export { compileModule, loadStyle } from '../../www/parts.js';

export const loadExporter = () => import('../../www/exporter.js');

export const loadGlue = async () => makeGlue();

// Written as bundlers look for it; a page that asks for trusted types reads without a worker.
export const startWorker = () => new Worker(new URL('./worker.js', import.meta.url), { type: 'module', name: 'reperes' });
