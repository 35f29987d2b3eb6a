// Registers `<reperes-article>`.
import { sharedEngine } from '../www/engine.js';
import { ReperesArticle } from './element.js';

export { ReperesArticle };

if (globalThis.customElements && !customElements.get('reperes-article')) {
  if (document.querySelector('reperes-article')) sharedEngine().compile(); // while the elements are made
  customElements.define('reperes-article', ReperesArticle);
}
