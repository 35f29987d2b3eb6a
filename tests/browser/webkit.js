// @ts-check
/**
 * WebKitGTK by its own WebDriver, with the part of Playwright's interface that the tests use: Playwright itself drives
 * only a WebKit that it has built. Clicks and keys are real input events; what is looked for is looked for in the page,
 * through open shadow roots.
 *
 * A window serves one test after another: starting a browser takes longer than most tests, and is what the driver does
 * least reliably. A driver that no longer answers is replaced; what asked it fails with `Silent`.
 */

import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How long to look again for what is not there yet, in milliseconds: machines that test do much else. */
const PATIENCE = 60_000;
const PAUSE = 30;

/** How long one command may take. The longest, a box of 10 MB among them, take seconds where the machine does nothing else. */
const COMMAND = 4 * PATIENCE;

/** How often a browser is started before that is given up. */
const TRIES = 3;

/** Pages that a window serves: after some thirty WebKit has no room left to compile WebAssembly in, and reads ten times slower. */
const USES = 8;

/** The driver gave no answer: no fault of what is tested. */
export class Silent extends Error {
  name = 'Silent';
}

/** Keys by their code points in WebDriver; `ControlOrMeta` is Playwright's name. */
const KEYS = /** @type {Record<string, string>} */ ({
  ControlOrMeta: '\uE009', Control: '\uE009', Shift: '\uE008', Alt: '\uE00A', Tab: '\uE004', Enter: '\uE007', Escape: '\uE00C',
  ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015', Home: '\uE011', End: '\uE010', Delete: '\uE017', Backspace: '\uE003',
});

/** @typedef {{ selector?: string, text?: string, pattern?: [string, string], nth?: number }} Step */

/** @returns {string} the browser that comes with the library, made to be driven */
function miniBrowser() {
  const places = 'ls /usr/lib/webkit*/MiniBrowser /usr/lib/*/webkit*/MiniBrowser /usr/libexec/webkit*/MiniBrowser 2>/dev/null';
  const found = process.env.WEBKIT ?? spawnSync('sh', ['-c', places], { encoding: 'utf8' }).stdout.split('\n')[0];
  if (!found) throw new Error('no WebKit: install webkit2gtk-driver and xvfb, or name its MiniBrowser in the environment variable WEBKIT');
  return found;
}

/** @returns {Promise<number>} a port that is free */
const freePort = () => new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    server.close(() => resolve(port));
  });
});

const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @typedef {(method: string, path: string, body?: unknown, patience?: number) => Promise<any>} Send */

/** Settings of the system's toolkit, by which WebKit prefers reduced motion. @returns {string} a folder that is gone when this process ends */
function calmSettings() {
  const folder = mkdtempSync(join(tmpdir(), 'webkit-'));
  for (const toolkit of ['gtk-3.0', 'gtk-4.0']) {
    mkdirSync(join(folder, toolkit));
    writeFileSync(join(folder, toolkit, 'settings.ini'), '[Settings]\ngtk-enable-animations=0\n');
  }
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A driver, in a display of its own. @param {string} settings @returns {Promise<{ send: Send, end: () => void }>} */
async function startDriver(settings) {
  const port = await freePort();
  const driver = spawn('xvfb-run', ['-a', '-s', '-screen 0 1600x1300x24', 'WebKitWebDriver', `--port=${port}`, '--host=127.0.0.1'], {
    detached: true, stdio: 'ignore', env: { ...process.env, XDG_CONFIG_HOME: settings },
  });
  let failure = '';
  driver.on('error', ({ message }) => (failure = message));
  const end = () => {
    process.off('exit', end);
    try {
      process.kill(-(driver.pid ?? NaN)); // the display with it
    } catch {} // it has ended already
  };
  process.on('exit', end);
  /** @type {Send} */
  const send = async (method, path, body, patience = COMMAND) => {
    const request = { method, signal: AbortSignal.timeout(patience), ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }) };
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, request).then((response) => response.json()).catch((error) => {
      throw new Silent(`no answer to ${method} ${path} within ${patience} ms: ${error.message}`);
    });
    const { value } = /** @type {any} */ (answer);
    if (value?.error) throw Object.assign(new Error(`${value.error}: ${value.message}`), { code: value.error });
    return value;
  };
  for (const late = Date.now() + PATIENCE; ;) {
    if (await send('GET', '/status').then(({ ready }) => ready, () => false)) return { send, end };
    if (failure || Date.now() > late) throw new Error(`WebKit’s driver does not start: ${failure || 'no answer'}`);
    await pause(PAUSE);
  }
}

/** The browser, which starts when a page is asked for. */
export async function launchWebKit() {
  const binary = miniBrowser();
  const settings = calmSettings();
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1)); // and so end the driver
  /** @type {{ send: Send, end: () => void } | null} */
  let driver = null;
  /** @type {{ session: string, uses: number }[]} windows that nobody looks at now */
  let free = [];
  const close = async () => {
    driver?.end();
    driver = null;
    free = [];
  };
  const newPage = async () => {
    for (let tries = 1; ; tries++) {
      try {
        driver ??= await startDriver(settings);
        return await open(driver.send);
      } catch (error) {
        await close();
        if (tries === TRIES) throw error;
        console.log(`# WebKit is started again: ${error}`);
      }
    }
  };
  /** @param {Send} send */
  const open = async (send) => {
    let { session, uses } = free.pop() ?? { session: '', uses: 0 };
    if (!session) {
      const args = ['--automation', '--javascript-can-access-clipboard=true'];
      const capabilities = { alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary, args } } };
      ({ sessionId: session } = await send('POST', '/session', { capabilities }, PATIENCE));
      await send('POST', `/session/${session}/timeouts`, { script: COMMAND });
    }
    const page = new WebKitPage(send, session);
    page.close = async () => {
      try {
        await page.leave();
        if (++uses < USES) free.push({ session, uses });
        else await send('DELETE', `/session/${session}`);
      } catch {
        await close(); // the next page gets another browser
      }
    };
    return page;
  };
  return { newPage, close };
}

class WebKitPage {
  #send;
  #session;
  timeout = PATIENCE;

  /** @param {Send} send @param {string} session */
  constructor(send, session) {
    this.#send = send;
    this.#session = session;
  }

  /** @param {string} path @param {unknown} [body] */
  #post(path, body) {
    return this.#send('POST', `/session/${this.#session}${path}`, body);
  }

  /** Leaves nothing to the next page: no key held down, nothing stored, no document. */
  async leave() {
    await this.#send('DELETE', `/session/${this.#session}/actions`);
    await this.evaluate(() => location.protocol === 'http:' && (localStorage.clear(), sessionStorage.clear()));
    await this.goto('about:blank');
  }

  /** Set by the browser, which keeps the window. */
  close = async () => {};

  /** The window's inner size. @param {{ width: number, height: number }} size */
  async setViewportSize({ width, height }) {
    await this.#post('/window/rect', { width, height });
    const [w, h] = await this.evaluate(() => [innerWidth, innerHeight]);
    if (w !== width || h !== height) await this.#post('/window/rect', { width: 2 * width - w, height: 2 * height - h });
  }

  /** Its driver goes on before the page's modules have run. @param {string} url */
  async goto(url) {
    await this.#post('/url', { url });
    while ((await this.evaluate(() => document.readyState)) !== 'complete') await pause(PAUSE);
  }

  /** What is in view, whatever is asked for. @param {{ path: string }} options */
  async screenshot({ path }) {
    await writeFile(path, Buffer.from(await this.#send('GET', `/session/${this.#session}/screenshot`), 'base64'));
  }

  /** @param {Function | string} script  a string is run as it stands @param {unknown} [argument] */
  evaluate(script, argument) {
    return typeof script === 'string' ? this.#post('/execute/sync', { script, args: [] }) : this.call(String(script), argument);
  }

  /** @param {string} script  a function in the page, as text @param {unknown} [argument] */
  async call(script, argument) {
    const outcome = await this.#post('/execute/async', {
      script: `const [argument, done] = arguments;
        Promise.resolve().then(() => (${script})(argument)).then((value) => done({ value: value === undefined ? null : value }), (error) => done({ error: String(error) }));`,
      args: [argument ?? null],
    });
    if (outcome.error) throw new Error(outcome.error);
    return outcome.value;
  }

  /** @param {string} selector @param {{ hasText?: string | RegExp }} [options] */
  locator(selector, options = {}) {
    return new Locator(this, [step(selector, options)]);
  }

  /** @param {string} text */
  getByText(text) {
    return new Locator(this, [{ selector: '*', text: `=${text}` }]);
  }

  /** @param {string} selector */
  click = (selector) => this.locator(selector).click();
  /** @param {string} selector @param {string} value */
  fill = (selector, value) => this.locator(selector).fill(value);
  waitForTimeout = pause;
  /** @param {Function} use @param {unknown} [argument] */
  async waitForFunction(use, argument) {
    const late = Date.now() + this.timeout;
    while (!(await this.evaluate(use, argument))) {
      if (Date.now() > late) throw new Error(`never true: ${use}`);
      await pause(PAUSE);
    }
  }

  setDefaultTimeout = (/** @type {number} */ timeout) => void (this.timeout = timeout);

  keyboard = {
    /** @param {string} keys as in `Shift+Tab` */
    press: async (keys) => {
      const pressed = keys.split('+').map((key) => KEYS[key] ?? key.toLowerCase());
      const down = pressed.map((value) => ({ type: 'keyDown', value }));
      await this.#post('/actions', { actions: [{ type: 'key', id: 'keys', actions: [...down, ...pressed.reverse().map((value) => ({ type: 'keyUp', value }))] }] });
    },
    /** @param {string} text */
    type: async (text) => {
      for (const key of text) await this.keyboard.press(key);
    },
  };

  mouse = {
    /** @param {number} x @param {number} y */
    move: (x, y) => this.#point([{ type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) }]),
    /** @param {number} x @param {number} y */
    click: (x, y) => this.#point([
      { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 },
    ]),
  };

  /** @param {object[]} actions */
  #point(actions) {
    return this.#post('/actions', { actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }] });
  }
}

/** @param {string} selector @param {{ hasText?: string | RegExp }} options @returns {Step} */
const step = (selector, { hasText }) => ({
  selector,
  ...(hasText instanceof RegExp ? { pattern: [hasText.source, hasText.flags] } : hasText && { text: hasText }),
});

class Locator {
  #page;
  #steps;

  /** @param {WebKitPage} page @param {Step[]} steps */
  constructor(page, steps) {
    this.#page = page;
    this.#steps = steps;
  }

  /** @param {string} selector @param {{ hasText?: string | RegExp }} [options] */
  locator(selector, options = {}) {
    return new Locator(this.#page, [...this.#steps, step(selector, options)]);
  }

  /** @param {number} nth counted from the end where it is negative */
  nth(nth) {
    return new Locator(this.#page, [...this.#steps, { nth }]);
  }

  first = () => this.nth(0);
  last = () => this.nth(-1);

  /** @param {Function | string} use  called in the page with what is found and the argument @param {unknown} [argument] */
  #all(use, argument) {
    return this.#page.call(`async ({ steps, argument }) => (${use})((${found})(steps), argument)`, { steps: this.#steps, argument: argument ?? null });
  }

  /** @param {Function} use  called in the page with the one that is found, once there is one @param {unknown} [argument] */
  async #one(use, argument) {
    const late = Date.now() + this.#page.timeout;
    for (;;) {
      const outcome = await this.#all(`async ([element], argument) => element ? [await (${use})(element, argument)] : null`, argument);
      if (outcome) return outcome[0];
      if (Date.now() > late) throw new Error(`not found: ${JSON.stringify(this.#steps)}`);
      await pause(PAUSE);
    }
  }

  count = () => this.#all((/** @type {Element[]} */ { length }) => length);
  /** @param {Function} use @param {unknown} [argument] */
  evaluate = (use, argument) => this.#one(use, argument);
  /** @param {Function} use @param {unknown} [argument] */
  evaluateAll = (use, argument) => this.#all(use, argument);
  innerText = () => this.#one((/** @type {HTMLElement} */ element) => element.innerText.trim());
  allTextContents = () => this.#all((/** @type {Element[]} */ all) => all.map(({ textContent }) => textContent));
  allInnerTexts = () => this.#all((/** @type {HTMLElement[]} */ all) => all.map(({ innerText }) => innerText));
  inputValue = () => this.#one((/** @type {HTMLInputElement} */ { value }) => value);
  /** @param {string} name */
  getAttribute = (name) => this.#one((/** @type {Element} */ element, /** @type {string} */ name) => element.getAttribute(name), name);
  focus = () => this.#one((/** @type {HTMLElement} */ element) => element.focus());
  scrollIntoViewIfNeeded = () => this.#one((/** @type {Element} */ element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  boundingBox = () => this.#one((/** @type {Element} */ element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  });
  isVisible = async () => (await this.#all(shown)) ?? false;

  async waitFor({ state = 'visible' } = {}) {
    const late = Date.now() + this.#page.timeout;
    while ((await this.#all(shown)) !== (state === 'visible')) {
      if (Date.now() > late) throw new Error(`not ${state}: ${JSON.stringify(this.#steps)}`);
      await pause(PAUSE);
    }
  }

  /** @param {string} value */
  fill = (value) => this.#one((/** @type {HTMLInputElement} */ element, /** @type {string} */ value) => {
    element.focus();
    element.value = value;
    element.dispatchEvent(new Event('input', { bubbles: true }));
    element.dispatchEvent(new Event('change', { bubbles: true }));
  }, value);

  async click() {
    // As Playwright does: not before the element stands still and in view; again when the page has moved it away meanwhile.
    for (const late = Date.now() + this.#page.timeout; ;) {
      await this.waitFor();
      const { x, y } = await this.#aim();
      const failure = await this.#page.mouse.click(x, y).then(() => null, (error) => error);
      const other = await this.#page.evaluate(met);
      if (!failure && !other) return;
      if (failure && failure.code !== 'move target out of bounds') throw failure;
      if (Date.now() > late) throw failure ?? new Error(`${other} was clicked for ${JSON.stringify(this.#steps)}`);
      await pause(PAUSE);
    }
  }

  /** Where the element stands once it is in view and still. A click that then meets another is kept from it, and told by `met`. */
  #aim() {
    return this.#one(async (/** @type {Element} */ element) => {
      const seen = () => element.getClientRects()[0] ?? element.getBoundingClientRect();
      const frame = () => new Promise((resolve) => (requestAnimationFrame(resolve), setTimeout(resolve, 500))); // of a window that is not drawn there are none
      let box = seen();
      for (let left = 60, still = 0; left > 0 && still < 2; left--) {
        const out = box.top < 0 || box.left < 0 || box.bottom > innerHeight || box.right > innerWidth;
        if (out) element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
        await frame();
        const now = seen();
        still = now.top === box.top && now.left === box.left ? still + 1 : 0;
        box = now;
      }
      const aim = /** @type {any} */ (window)[Symbol.for('aim')] = /** @type {{ other: string | null | undefined, listen: (on: boolean) => void }} */ ({
        other: undefined, // the first event decides
        listen: (on) => ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'].forEach((type) => window[on ? 'addEventListener' : 'removeEventListener'](type, guard, true)),
      });
      const guard = (/** @type {Event} */ event) => {
        const path = /** @type {Element[]} */ (event.composedPath());
        const aimed = path.some((one) => one === element || (one instanceof HTMLLabelElement && one.control === element));
        if (aim.other === undefined) aim.other = aimed ? null : path[0].outerHTML?.slice(0, 80) ?? 'the window';
        if (aim.other !== null) (event.preventDefault(), event.stopImmediatePropagation());
      };
      aim.listen(true);
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    });
  }
}

/** In the page: what the last click met in place of what it was aimed at, if it did. @returns {string | null} */
const met = () => {
  const aim = /** @type {any} */ (window)[Symbol.for('aim')]; // none where the click has led to another page
  aim?.listen(false);
  return aim?.other ?? null;
};

/**
 * In the page: whether the first that is found is shown. What a closed `details` holds has boxes in WebKit, of where it would stand.
 *
 * @param {HTMLElement[]} elements
 */
const shown = ([element]) => !!element && element.getClientRects().length > 0 && element.checkVisibility({ visibilityProperty: true });

/** In the page: what the steps lead to, through open shadow roots. @param {Step[]} steps @returns {Element[]} */
const found = (steps) => {
  const plain = (/** @type {Element} */ element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  /** @param {ParentNode} root @param {string} selector @returns {Element[]} */
  const deep = (root, selector) => [root, .../** @type {any} */ (root).shadowRoot ? [/** @type {any} */ (root).shadowRoot] : []].flatMap((inner) => [
    ...inner.querySelectorAll(selector),
    ...[...inner.querySelectorAll('*')].flatMap((element) => (element.shadowRoot ? deep(element.shadowRoot, selector) : [])),
  ]);
  /** @type {(Document | Element)[]} */
  let at = [document];
  for (const { selector, text, pattern, nth } of steps) {
    if (nth !== undefined) {
      const one = at.at(nth);
      at = one ? [one] : [];
      continue;
    }
    let inside = [...new Set(at.flatMap((root) => deep(root, selector ?? '*')))];
    if (text?.startsWith('=')) { // the innermost that holds it
      inside = inside.filter((element) => plain(element).includes(text.slice(1)) && ![...element.children].some((child) => plain(child).includes(text.slice(1))));
    } else if (text) inside = inside.filter((element) => plain(element).toLowerCase().includes(text.replace(/\s+/g, ' ').toLowerCase()));
    if (pattern) inside = inside.filter((element) => new RegExp(...pattern).test(plain(element)));
    at = inside;
  }
  return /** @type {Element[]} */ (at);
};
