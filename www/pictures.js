// @ts-check
/**
 * Pictures of an article: small SVG drawings of what a list says less well, each with the same data in words, and saved as
 * SVG or PNG. They are made of bars, dots, lines and words alone, so that a canvas can draw them again without loading
 * anything, whatever the host's policy forbids.
 *
 * @typedef {{ tag: 'rect' | 'circle' | 'line' | 'text', class: string, text?: string, [attribute: string]: string | number | undefined }} Shape
 * @typedef {{ title: string, height: number, shapes: Shape[], rows: string[] }} Picture   rows: the same data in words
 * @typedef {{ label: string, value: number, text: string, class: string }} Bar
 */

import { h } from './dom.js';

/** Units of a picture's width; its letters are 11 high. */
const WIDTH = 320;
/** Pixels of a saved PNG for each unit. */
const SHARP = 3;

/** Bars to scale, each below its words. @param {string} title @param {Bar[]} bars @returns {Picture} */
export function barChart(title, bars) {
  const most = Math.max(...bars.map(({ value }) => value));
  return {
    title,
    height: bars.length * 30,
    rows: bars.map(({ label, text }) => (label ? `${label}\u00A0: ${text}` : text)),
    shapes: bars.flatMap(({ label, value, text, class: kind }, i) => /** @type {Shape[]} */ ([
      { tag: 'text', class: 'word', x: 0, y: i * 30 + 12, text: clipped(label, 46 - text.length) },
      { tag: 'text', class: 'word soft end', x: WIDTH, y: i * 30 + 12, text },
      { tag: 'rect', class: 'track', x: 0, y: i * 30 + 18, width: WIDTH, height: 4 },
      { tag: 'rect', class: `bar ${kind}`, x: 0, y: i * 30 + 18, width: Math.max(1, WIDTH * value / most), height: 4 },
    ])),
  };
}

/**
 * Where something stands along a line.
 *
 * @param {string} title
 * @param {{ label: string, at: number[], class: string }[]} lanes  places from 0 to 1
 * @returns {Picture}
 */
export function laneChart(title, lanes) {
  return {
    title,
    height: lanes.length * 18,
    rows: lanes.map(({ label, at }) => `${label}\u00A0: ${at.map((place) => `${Math.round(place * 100)}\u202F%`).join(', ')}`),
    shapes: lanes.flatMap(({ label, at, class: kind }, i) => /** @type {Shape[]} */ ([
      { tag: 'text', class: 'word', x: 0, y: i * 18 + 12, text: clipped(label, 19) },
      { tag: 'line', class: 'axis', x1: 118, x2: WIDTH, y1: i * 18 + 8.5, y2: i * 18 + 8.5 },
      ...at.map((place) => ({ tag: 'rect', class: `bar ${kind}`, x: 118 + place * (WIDTH - 121), y: i * 18 + 3, width: 3, height: 11 })),
    ])),
  };
}

/**
 * Days on one line, to scale; where many stand together they are stacked.
 *
 * @param {string} title
 * @param {{ day: string, end: string, label: string, class: string }[]} days  in calendar order, as ISO 8601, and as an end of the line says them
 * @returns {Picture}
 */
export function timeChart(title, days) {
  const time = days.map(({ day }) => Date.parse(day));
  const [from, to] = [time[0], /** @type {number} */ (time.at(-1))];
  /** @type {number[]} */
  const ends = []; // where each row of dots ends
  const dots = time.map((at) => {
    const x = 6 + (WIDTH - 12) * (at - from) / (to - from || 1);
    let row = ends.findIndex((end) => x - end >= 9);
    if (row < 0) row = ends.length;
    ends[row] = x;
    return [x, row];
  });
  const base = Math.min(ends.length, 8) * 9 + 4;
  return {
    title,
    height: base + 20,
    rows: days.map(({ label }) => label),
    shapes: [
      { tag: 'line', class: 'axis', x1: 0, x2: WIDTH, y1: base, y2: base },
      ...dots.map(([x, row], i) => /** @type {Shape} */ ({ tag: 'circle', class: `bar ${days[i].class}`, cx: x, cy: base - 6 - Math.min(row, 7) * 9, r: 3.5 })),
      { tag: 'text', class: 'word soft', x: 0, y: base + 15, text: days[0].end },
      { tag: 'text', class: 'word soft end', x: WIDTH, y: base + 15, text: /** @type {any} */ (days.at(-1)).end },
    ],
  };
}

/** @param {string} text @param {number} length in letters */
const clipped = (text, length) => (text.length > length ? `${text.slice(0, length - 1).trim()}…` : text);

/** @param {Picture} picture @param {{ save: (format: string) => string }} strings @returns {HTMLElement} */
export function drawn({ title, height, shapes, rows }, strings) {
  const svg = made('svg', { viewBox: `0 0 ${WIDTH} ${height}`, role: 'img', 'aria-label': `${title}\u00A0: ${rows.join('\u00A0; ')}.` });
  svg.append(...shapes.map(({ tag, text, ...attributes }) => made(tag, attributes, text)));
  /** @param {string} format @param {(name: string) => void} save */
  const button = (format, save) =>
    h('button', { type: 'button', 'aria-label': strings.save(format), title: strings.save(format), onclick: () => save(`${title}.${format.toLowerCase()}`) }, format);
  return h('figure', { class: 'picture', part: 'picture' }, svg, h('figcaption', {}, title,
    h('span', { class: 'save' }, button('SVG', (name) => saveSvg(svg, height, name)), button('PNG', (name) => savePng(svg, height, name)))));
}

/** @param {string} tag @param {Record<string, unknown>} attributes @param {string} [text] */
function made(tag, attributes, text = '') {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.textContent = text;
  return element;
}

/** @param {Blob | null} blob @param {string} name */
export function download(blob, name) {
  if (!blob) return;
  const href = URL.createObjectURL(blob);
  h('a', { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 1000);
}

/** As it looks now, with its colours in it. @param {SVGElement} svg @param {number} height @param {string} name */
function saveSvg(svg, height, name) {
  const copy = /** @type {SVGElement} */ (svg.cloneNode(true));
  copy.setAttribute('width', String(WIDTH));
  copy.setAttribute('height', String(height));
  [...svg.children].forEach((shape, i) => {
    const { fill, stroke, fontFamily, fontSize, textAnchor } = getComputedStyle(shape);
    for (const [key, value] of Object.entries({ fill, stroke, ...(shape.tagName === 'text' && { 'font-family': fontFamily, 'font-size': fontSize, 'text-anchor': textAnchor }) })) {
      copy.children[i].setAttribute(key, value);
    }
    copy.children[i].removeAttribute('class');
  });
  download(new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' }), name);
}

/** @param {SVGElement} svg @param {number} height @param {string} name */
function savePng(svg, height, name) {
  const canvas = h('canvas', { width: WIDTH * SHARP, height: height * SHARP });
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  pen.scale(SHARP, SHARP);
  pen.fillStyle = getComputedStyle(svg).backgroundColor;
  pen.fillRect(0, 0, WIDTH, height);
  for (const shape of svg.children) {
    const { fill, stroke, fontFamily, fontSize, textAnchor } = getComputedStyle(shape);
    const at = /** @param {string} name */ (name) => Number(shape.getAttribute(name));
    pen.fillStyle = fill;
    pen.strokeStyle = stroke;
    pen.beginPath();
    if (shape.tagName === 'text') {
      pen.font = `${fontSize} ${fontFamily}`;
      pen.textAlign = /** @type {CanvasTextAlign} */ (textAnchor);
      pen.fillText(shape.textContent ?? '', at('x'), at('y'));
    } else if (shape.tagName === 'line') {
      pen.moveTo(at('x1'), at('y1'));
      pen.lineTo(at('x2'), at('y2'));
      pen.stroke();
    } else {
      if (shape.tagName === 'rect') pen.rect(at('x'), at('y'), at('width'), at('height'));
      else pen.arc(at('cx'), at('cy'), at('r'), 0, 7);
      pen.fill();
      if (stroke !== 'none') pen.stroke();
    }
  }
  canvas.toBlob((blob) => download(blob, name));
}
