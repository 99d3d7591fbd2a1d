/** Which controls the Tab key stops at: in a list of messages only those of the message that has its focus. */

const CONTROLS = ["a[href]", "button", "input", "textarea", "select", "summary"];
const OPEN = CONTROLS.map((one) => `${one}:not([tabindex="-1"])`).join();

/** Tab passes by the controls inside an element. */
export function closeStops(element) {
  for (const control of element.querySelectorAll(OPEN)) {
    control.dataset.stop = control.getAttribute("tabindex") ?? "";
    control.tabIndex = -1;
  }
}

/** Tab stops at them again. */
export function openStops(element) {
  for (const control of element.querySelectorAll("[data-stop]")) {
    if (control.dataset.stop) control.setAttribute("tabindex", control.dataset.stop);
    else control.removeAttribute("tabindex");
    delete control.dataset.stop;
  }
}
