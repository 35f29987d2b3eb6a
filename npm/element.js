// The element's class; importing it changes nothing.
export { ReperesArticle } from '../www/article-element.js';
