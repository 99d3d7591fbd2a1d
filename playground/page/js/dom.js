/** Makes elements. The page has no other way to do so: what people typed only ever becomes text. */

/**
 * An element with attributes and children.
 *
 * Attributes whose value is null, undefined or false are left out; true becomes an empty one. `onclick` and its like take
 * a function. Children are nodes or text; empty ones (null, undefined, false) are left out, lists are flattened.
 *
 * @param {string} tag
 * @param {Object<string, any>} [attributes]
 * @param {...any} children
 * @returns {HTMLElement}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}
