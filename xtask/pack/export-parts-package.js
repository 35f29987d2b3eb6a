// The module of exports in the npm package: beside its scripts, where bundlers find and follow it, but for the glue.
import makeGlue from 'reperes:export-glue';

export { compileExport } from '../../www/export-parts.js';

export const loadExportGlue = async () => makeGlue();
