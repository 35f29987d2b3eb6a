// The parts of the page where all of it is one file: in the file itself.
import makeGlue from 'reperes:glue';
import sample from 'reperes:sample';
import style from 'reperes:style';
import worker from 'reperes:worker';

export const loadStyle = async () => style;

export const loadSample = async () => sample;

export const loadGlue = async () => makeGlue();

let policy;

export function startWorker() {
  const url = URL.createObjectURL(new Blob([worker], { type: 'text/javascript' }));
  policy ??= globalThis.trustedTypes?.createPolicy('reperes', { createScriptURL: String });
  return new Worker(policy?.createScriptURL(url) ?? url, { name: 'reperes' });
}

export const compileModule = () => unpacked('reperes-module');

export const loadExporter = () => import('../../www/exporter.js');

/** @param {string} id  of the element that holds a module */
export async function unpacked(id) {
  const packed = atob(document.getElementById(id).textContent);
  const bytes = Uint8Array.from(packed, (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return WebAssembly.compile(await new Response(stream).arrayBuffer());
}
