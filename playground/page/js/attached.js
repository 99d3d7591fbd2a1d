/** Files that go along with what is being written: chosen, pasted or dropped. */

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { toast } from "./toasts.js";

const LARGEST = 10_000_000; // the playground takes no more

export class Attached {
  /** @param {function(): void} onChange */
  constructor(onChange) {
    this.files = [];
    this.onChange = onChange;
    this.element = h("ul", { class: "attached", "aria-label": "Files to send", hidden: true });
  }

  choose() {
    const chooser = h("input", { type: "file", multiple: true });
    chooser.addEventListener("change", () => this.take(chooser.files));
    chooser.click();
  }

  /** Take what is pasted into the field or dropped on the composer. */
  listen(composer, field) {
    field.addEventListener("paste", (event) => {
      if (!event.clipboardData?.files.length) return;
      event.preventDefault();
      this.take(event.clipboardData.files);
    });
    composer.addEventListener("dragover", (event) => {
      event.preventDefault();
      composer.classList.add("over");
    });
    composer.addEventListener("dragleave", () => composer.classList.remove("over"));
    composer.addEventListener("drop", (event) => {
      event.preventDefault();
      composer.classList.remove("over");
      this.take(event.dataTransfer?.files ?? []);
    });
  }

  async take(files) {
    for (const file of files) {
      if (file.size > LARGEST) toast(`${file.name} is too large`, "send files of up to 10 MB", "error");
      else this.files.push(await read(file));
    }
    this.changed();
  }

  put(files) {
    this.files = files;
    this.changed();
  }

  clear() {
    this.put([]);
  }

  changed() {
    this.element.hidden = !this.files.length;
    this.element.replaceChildren(...this.files.map((file) => this.chip(file)));
    this.onChange();
  }

  chip(file) {
    const drop = () => this.put(this.files.filter((one) => one !== file));
    return h(
      "li",
      { class: "chip" },
      icon("clip"),
      h("span", {}, file.name),
      h("button", { type: "button", class: "plain", "aria-label": `Remove ${file.name}`, onclick: drop }, icon("close")),
    );
  }
}

/** A file as /control/say takes it. */
async function read(file) {
  const given = { name: file.name, title: file.name, ...(file.type ? { mimetype: file.type } : {}) };
  if (file.type.startsWith("text/")) return { ...given, content: await file.text() };
  return { ...given, content_base64: await packed(file) };
}

function packed(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
