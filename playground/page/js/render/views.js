import { h } from "../dom.js";
export function homeView() { return h("div", {}, "home"); }
export class Modals { update() {} }
