// @ts-check
/**
 * One engine for a page: promises of reports, read in a worker where there can be one and on the main thread where not
 * (a page from another origin, a policy that forbids workers), with the same interface and the same errors. The first short text
 * is read in the page, for it would wait longer for a worker than it takes to be read; who publishes one article needs no worker.
 *
 * One text is read at a time, the others wait; whoever no longer wants an answer aborts its signal. A waiting text is then
 * never read, and of a long one that is being read the worker is ended. That is how the latest text of each element wins.
 * A text whose reading traps is read once more by a new instance: WebKit's compiler has been seen to break one that read the text well before and after.
 *
 * @import { Report } from './report.d.ts'
 * @import { ReadOptions } from './element.d.ts'
 * @typedef {((text: string, options: ReadOptions, marksOnly?: boolean) => Promise<Report>) & { stop?: () => void, warm?: boolean }} Backend
 *   rejects; is replaced after a trap, and where it was stopped; has `stop` where it is a worker, and is `warm` where it is the page and has read something
 * @typedef {(marks: Report) => unknown} OnMarks
 * @typedef {{ text: string, options: ReadOptions, signal?: AbortSignal, onMarks?: OnMarks, resolve: (report: Report) => void, reject: (error: unknown) => void, again?: boolean }} Job
 *   `again` where its reading has trapped once
 */

import { compileModule, startWorker } from './parts.js';
import { instantiate, runs } from './reader.js';

/**
 * A text of fewer characters the page itself reads as long as no worker stands ready: an article, sooner than one would start.
 * Lower makes the first article wait for a worker, higher lets a long text hold up the page.
 */
const SHORT = 15_000;

/** A text of fewer characters is read to its end sooner than another worker would stand ready. */
const LONG = 300_000;

export class Engine {
  /** @type {Job[]} */
  #waiting = [];
  #busy = false;
  /** The worker, or the page where there can be none. @type {Promise<Backend> | null} */
  #backend = null;
  /** It, once it stands ready. @type {Backend | null} */
  #ready = null;
  /** The page. @type {Promise<Backend> | null} */
  #here = null;
  /** @type {Promise<WebAssembly.Module> | null} */
  #module = null;
  #useWorker;

  /** @param {{ worker?: boolean }} [options]  `worker: false` reads on the main thread */
  constructor({ worker = true } = {}) {
    this.#useWorker = worker;
  }

  /** Fetches and compiles the reader, which the first text then finds on its way. What goes wrong, that text will say. */
  compile() {
    this.#compiled().catch(() => {});
  }

  /** Starts the worker, so that no text need wait for it. Never rejects. */
  async warm() {
    await this.#settled().catch(() => {});
  }

  /**
   * @param {string} text
   * @param {ReadOptions} [options]
   * @param {AbortSignal} [signal]
   * @param {OnMarks} [onMarks]  takes names and values alone, and shows them while the browser has yet to compile what reads the rest
   * @returns {Promise<Report>} rejects with `RangeError` (too long), `TypeError` (an option), `NoWebAssembly`,
   *   `Unavailable` (not loaded), `RuntimeError` (a trap, twice) or `AbortError` by name
   */
  read(text, options = {}, signal, onMarks) {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
      this.#waiting.push({ text, options, signal, onMarks, resolve, reject });
      this.#next();
    });
  }

  async #next() {
    if (this.#busy) return;
    this.#busy = true;
    for (let job = this.#waiting.shift(); job; job = this.#waiting.shift()) {
      if (job.signal?.aborted) continue;
      /** @type {Backend | undefined} */
      let read;
      try {
        read = await this.#backendFor(job.text);
        if (job.signal?.aborted) continue;
        const { stop } = read;
        if (job.onMarks && !stop && !read.warm) {
          read.warm = true;
          await job.onMarks(await read(job.text, job.options, true));
          await painted();
          if (job.signal?.aborted) continue;
        }
        const reading = read(job.text, job.options);
        /** @type {Promise<never>} */
        const givenUp = new Promise((_, reject) => {
          if (stop && job.text.length >= LONG) job.signal?.addEventListener('abort', () => reject(named('RuntimeError', 'given up')), { once: true });
        });
        job.resolve(await Promise.race([reading, givenUp]));
      } catch (error) {
        const { name } = /** @type {Error} */ (error);
        if (name === 'RuntimeError' || name === 'Unavailable') {
          read?.stop?.();
          if (read === this.#ready) this.#backend = this.#ready = null;
          if (!read?.stop) this.#here = null;
        }
        if (name === 'RuntimeError' && !job.again) this.#waiting.unshift({ ...job, again: true });
        else job.reject(error);
      }
    }
    this.#busy = false;
  }

  /** @param {string} text @returns {Promise<Backend>} */
  #backendFor(text) {
    if (this.#ready || !this.#useWorker || text.length >= SHORT) return this.#settled();
    if (this.#here) this.warm(); // a second text: more will come
    return this.#page().catch(() => this.#settled());
  }

  /** @returns {Promise<Backend>} */
  #settled() {
    this.#backend ??= this.#start();
    return this.#backend;
  }

  /** @returns {Promise<Backend>} */
  #page() {
    this.#here ??= pageBackend(this.#compiled());
    return this.#here;
  }

  #compiled() {
    this.#module ??= compileModule();
    return this.#module;
  }

  /** @returns {Promise<Backend>} */
  async #start() {
    try {
      if (this.#useWorker) return (this.#ready = await workerBackend(this.#compiled()));
    } catch {} // what is wrong with the reader itself, the page will say
    try {
      this.#ready = await this.#page();
      this.#useWorker = false; // it was the worker that was wrong
      return this.#ready;
    } catch (error) {
      this.#backend = this.#here = this.#module = null; // a later text tries again
      throw named((await runs()) ? 'Unavailable' : 'NoWebAssembly', String(error));
    }
  }
}

/** @type {Engine | undefined} */
let shared;

/** @returns {Engine} the one that all elements of the page share, made when first asked for */
export const sharedEngine = () => (shared ??= new Engine());

/** @param {string} name @param {string} message */
const named = (name, message) => Object.assign(new Error(message), { name });

/** Resolves when what is shown has been painted, or soon where nothing is, as in a hidden page. @returns {Promise<unknown>} */
const painted = () => new Promise((resolve) => (requestAnimationFrame(() => setTimeout(resolve)), setTimeout(resolve, 100)));

/** @param {Promise<WebAssembly.Module>} module @returns {Promise<Backend>} */
async function pageBackend(module) {
  const read = await instantiate(module);
  return async (...asked) => read(...asked);
}

/**
 * @param {Promise<WebAssembly.Module>} module  may still be on its way while the worker starts
 * @returns {Promise<Backend>} rejects where the worker can't start or can't run the module
 */
async function workerBackend(module) {
  const worker = startWorker();
  /** @type {Promise<never>} */
  const failed = new Promise((_, reject) => {
    worker.onerror = (event) => {
      event.preventDefault();
      reject(named('Unavailable', event.message ?? 'the worker did not start'));
    };
  });
  failed.catch(() => {}); // also where nobody waits just then
  /** @param {object} message @returns {Promise<any>} the answer to it */
  const ask = (message) => {
    const answer = new Promise((resolve) => {
      worker.onmessage = ({ data }) => resolve(data);
    });
    worker.postMessage(message);
    return Promise.race([answer, failed]);
  };
  try {
    const { unavailable } = await ask({ module: await Promise.race([module, failed]) });
    if (unavailable) throw named(unavailable.name, unavailable.message);
  } catch (error) {
    worker.terminate();
    throw error;
  }
  /** @type {Backend} */
  const read = async (text, options) => {
    const { report, error } = await ask({ text, options });
    if (error) throw named(error.name, error.message);
    return report;
  };
  read.stop = () => worker.terminate();
  return read;
}
