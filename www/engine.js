// @ts-check
/**
 * One engine for a page: promises of reports, read in a worker where there can be one and on the main thread where not
 * (a page from another origin, a policy that forbids workers), with the same interface and the same errors.
 *
 * One text is read at a time, the others wait; whoever no longer wants an answer aborts its signal, and a waiting text
 * is then never read. That is how the latest text of each element wins.
 *
 * @import { Report } from './report.d.ts'
 * @import { ReadOptions } from './reader.js'
 * @typedef {(text: string, options: ReadOptions) => Promise<Report>} Backend  rejects; is replaced after a trap
 * @typedef {{ text: string, options: ReadOptions, signal?: AbortSignal, resolve: (report: Report) => void, reject: (error: unknown) => void }} Job
 */

import { isTrap, loadReader } from './reader.js';

export class Engine {
  /** @type {Job[]} */
  #waiting = [];
  #busy = false;
  /** @type {Promise<Backend> | null} */
  #backend = null;
  #useWorker;

  /** @param {{ worker?: boolean }} [options]  `worker: false` reads on the main thread */
  constructor({ worker = true } = {}) {
    this.#useWorker = worker;
  }

  /** Begins to load, so that the first text need not wait. Never rejects. */
  async warm() {
    await this.#ready().catch(() => {});
  }

  /**
   * @param {string} text
   * @param {ReadOptions} [options]
   * @param {AbortSignal} [signal]
   * @returns {Promise<Report>} rejects with `RangeError` (too long), `TypeError` (an option), `NoWebAssembly`,
   *   `Unavailable` (not loaded), `RuntimeError` (a trap) or `AbortError` by name
   */
  read(text, options = {}, signal = undefined) {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
      this.#waiting.push({ text, options, signal, resolve, reject });
      this.#next();
    });
  }

  async #next() {
    if (this.#busy) return;
    this.#busy = true;
    for (let job = this.#waiting.shift(); job; job = this.#waiting.shift()) {
      if (job.signal?.aborted) continue;
      try {
        const read = await this.#ready();
        job.resolve(await read(job.text, job.options));
      } catch (error) {
        if (/** @type {Error} */ (error).name === 'RuntimeError') this.#backend = null;
        job.reject(error);
      }
    }
    this.#busy = false;
  }

  /** @returns {Promise<Backend>} */
  #ready() {
    this.#backend ??= this.#start();
    return this.#backend;
  }

  async #start() {
    try {
      if (this.#useWorker) return await workerBackend();
    } catch {
      this.#useWorker = false; // what is wrong with the reader itself, the main thread will say
    }
    try {
      return await mainBackend();
    } catch (error) {
      this.#backend = null; // a later text tries again
      throw /** @type {Error} */ (error).name === 'NoWebAssembly' ? error : named('Unavailable', String(error));
    }
  }
}

/** @type {Engine | undefined} */
let shared;

/** @returns {Engine} the one that all elements of the page share, made when first asked for */
export const sharedEngine = () => (shared ??= new Engine());

/** @param {string} name @param {string} message */
const named = (name, message) => Object.assign(new Error(message), { name });

/** @returns {Promise<Backend>} */
async function mainBackend() {
  const read = await loadReader();
  return async (text, options) => {
    try {
      return read(text, options);
    } catch (error) {
      throw isTrap(error) ? named('RuntimeError', /** @type {Error} */ (error).message) : error;
    }
  };
}

/** @returns {Promise<Backend>} rejects where the worker can't start or can't load the reader */
async function workerBackend() {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module', name: 'reperes' });
  /** @returns {Promise<any>} the next message */
  const answer = () =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = (event) => {
        event.preventDefault();
        reject(named('Unavailable', event.message ?? 'the worker did not start'));
      };
    });
  try {
    const { unavailable } = await answer();
    if (unavailable) throw named(unavailable.name, unavailable.message);
  } catch (error) {
    worker.terminate();
    throw error;
  }
  return async (text, options) => {
    const next = answer();
    worker.postMessage({ text, options });
    const { report, error, trapped } = await next;
    if (trapped) worker.terminate();
    if (error) throw named(trapped ? 'RuntimeError' : error.name, error.message);
    return report;
  };
}
