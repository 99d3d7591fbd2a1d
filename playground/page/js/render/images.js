/** Pictures. Those from elsewhere are told by their words: nothing is loaded from outside. */

import { h } from "../dom.js";
import { safeAddress } from "./links.js";
import { tame } from "./tame.js";

/**
 * A picture, or its words in a frame when it can't be shown.
 *
 * @param {{url?: string, alt?: string, look?: string, size?: [number, number]}} image
 * @returns {HTMLElement}
 */
export function imageFrame({ url, alt, look = "b-image", size = [] }) {
  const words = tame(alt) || "Picture";
  if (!isOwn(url)) return frame(words, look);
  const [width, height] = size;
  const image = h("img", { class: look, src: url, alt: words, loading: "lazy", width, height });
  image.addEventListener("error", () => image.replaceWith(frame(words, look)));
  return image;
}

function frame(words, look) {
  const inner = [h("span", { "aria-hidden": "true" }, "🖼"), h("bdi", {}, words)];
  return h("span", { class: `${look} b-frame`, role: "img", "aria-label": words }, inner);
}

function isOwn(url) {
  if (!url) return false;
  if (/^data:image\//.test(url)) return true;
  const address = new URL(url, location.href);
  return Boolean(safeAddress(address.href)) && address.origin === location.origin;
}
