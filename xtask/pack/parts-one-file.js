// The parts of the page where all of it is one file: in the file itself.
import makeGlue from 'reperes:glue';
import sample from 'reperes:sample';
import style from 'reperes:style';
import worker from 'reperes:worker';

export const loadStyle = async () => style;

export const loadSample = async () => sample;

export const loadGlue = async () => makeGlue();

export const startWorker = () => new Worker(URL.createObjectURL(new Blob([worker], { type: 'text/javascript' })), { name: 'reperes' });

export async function compileModule() {
  const packed = atob(document.getElementById('reperes-module').textContent);
  const bytes = Uint8Array.from(packed, (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return WebAssembly.compile(await new Response(stream).arrayBuffer());
}
