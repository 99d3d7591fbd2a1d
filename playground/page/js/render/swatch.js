/** Areas in a colour that somebody else chose: by attributes of SVG, since the page takes no styles from data. */

const NAMED = { good: "#2eb67d", warning: "#ecb22e", danger: "#e01e5a" };
const SVG = "http://www.w3.org/2000/svg";

/** A colour of Slack's (`#36a64f`, `36a64f`, `good`), or null. */
function knownColor(color) {
  const found = NAMED[color] ?? /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(color ?? "")?.[1];
  return found ? `#${found.replace("#", "")}` : null;
}

/** @returns {SVGElement|null} an area filled with the colour; its size is the style sheet's */
export function swatch(color, look) {
  const fill = knownColor(color);
  if (!fill) return null;
  const svg = document.createElementNS(SVG, "svg");
  const rect = document.createElementNS(SVG, "rect");
  for (const [name, value] of Object.entries({ width: "100%", height: "100%", fill })) rect.setAttribute(name, value);
  svg.setAttribute("class", look);
  svg.setAttribute("aria-hidden", "true");
  svg.append(rect);
  return svg;
}
