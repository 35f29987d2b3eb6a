// @ts-check
/** Registers `<reperes-article>`; and what a page that takes articles in needs to make them clean. */
import { ReperesArticle } from './article-element.js';
import { sharedEngine } from './engine.js';

export { ReperesArticle };
export { h } from './dom.js';
export { readLines, textOf } from './lines.js';
export { loadSample } from './parts.js';
export { structureOf } from './structure.js';

if (!customElements.get('reperes-article')) {
  if (document.querySelector('reperes-article')) sharedEngine().compile(); // while the elements are made
  customElements.define('reperes-article', ReperesArticle);
}
