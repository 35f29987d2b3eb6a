// Registers `<reperes-article>`.
import { ReperesArticle } from './element.js';

export { ReperesArticle };

if (globalThis.customElements && !customElements.get('reperes-article')) customElements.define('reperes-article', ReperesArticle);
