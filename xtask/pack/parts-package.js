// The parts of the page in the npm package: beside its scripts, where bundlers find and follow them, but for the glue.
import makeGlue from 'reperes:glue';

export { compileModule, loadStyle, startWorker } from '../../www/parts.js';

export const loadExporter = () => import('../../www/exporter.js');

export const loadGlue = async () => makeGlue();
