// @ts-check
/** Registers `<reperes-article>`. */
import { ReperesArticle } from './article-element.js';

if (!customElements.get('reperes-article')) customElements.define('reperes-article', ReperesArticle);
