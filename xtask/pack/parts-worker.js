// The parts of a worker that is one file: it is handed the module.
import makeGlue from 'reperes:glue';

export const loadGlue = async () => makeGlue();
