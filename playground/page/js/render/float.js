/** Panels that float above everything, also above a dialog, next to what opened them. */

const GAP = 4;

/**
 * Shows a `popover="manual"` panel under its anchor, or above it where there is more room.
 *
 * @param {HTMLElement} panel
 * @param {HTMLElement} anchor
 * @returns {function(): void} hides it
 */
export function float(panel, anchor) {
  panel.showPopover();
  const follow = () => place(panel, anchor);
  follow();
  addEventListener("scroll", follow, { capture: true, passive: true });
  addEventListener("resize", follow);
  return () => {
    removeEventListener("scroll", follow, { capture: true });
    removeEventListener("resize", follow);
    if (panel.isConnected && panel.matches(":popover-open")) panel.hidePopover();
  };
}

function place(panel, anchor) {
  const box = anchor.getBoundingClientRect();
  const below = innerHeight - box.bottom - 2 * GAP;
  const above = box.top - 2 * GAP;
  const isBelow = below >= Math.min(240, panel.scrollHeight) || below >= above;
  const width = Math.min(Math.max(box.width, 220), innerWidth - 2 * GAP);
  const left = Math.max(GAP, box.left + width > innerWidth - GAP ? box.right - width : box.left);
  const style = {
    left: `${left}px`,
    width: `${width}px`,
    "max-height": `${Math.min(320, isBelow ? below : above)}px`,
    top: isBelow ? `${box.bottom + GAP}px` : "auto",
    bottom: isBelow ? "auto" : `${innerHeight - box.top + GAP}px`,
  };
  for (const [name, value] of Object.entries(style)) panel.style.setProperty(name, value);
}
