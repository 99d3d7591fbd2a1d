import { h } from "../dom.js";
export function messageBody(message) { return h("div", {}, message.text ?? ""); }
export function plainText(message) { return message.text ?? ""; }
