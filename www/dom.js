// @ts-check
/**
 * Elements made in one expression. Text only ever becomes text nodes: nothing here parses HTML. Children may stand in
 * lists, which may be long: as arguments of a call a hundred thousand of them would be too many.
 *
 * @typedef {Node | string | null | undefined | false | Child[]} Child  what is no node and no text is left out
 */

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string | number | boolean | null | undefined | EventListener>} [attributes]
 *   by name; `false`, `null` and `undefined` leave one out; `onclick` and the like take a function
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : String(value));
  }
  append(element, children);
  return element;
}

/** Puts children in the place of those that are there. @param {HTMLElement} element @param {Child[]} children */
export function fill(element, children) {
  element.replaceChildren();
  append(element, children);
}

/** @param {HTMLElement} element @param {Child[]} children */
function append(element, children) {
  for (const child of children) {
    if (Array.isArray(child)) append(element, child);
    else if (child) element.append(child);
  }
}

/**
 * As {@link fill}, but what is there already and in order stays untouched, and keeps its layout.
 *
 * @param {HTMLElement} element
 * @param {HTMLElement[]} children
 */
export function settle(element, children) {
  const kept = new Set(/** @type {Node[]} */ (children));
  for (const child of [...element.childNodes]) if (!kept.has(child)) child.remove();
  children.forEach((child, i) => {
    if (element.childNodes[i] !== child) element.insertBefore(child, element.childNodes[i] ?? null);
  });
}
