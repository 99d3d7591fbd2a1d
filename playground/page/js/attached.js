/** Files that go along with what is being written: chosen, pasted or dropped. */

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { toast } from "./toasts.js";

const LARGEST = 10_000_000; // the playground takes no more

const kept = new Map(); // the files of each place, for when one looks elsewhere meanwhile

export class Attached {
  /**
   * @param {string} place whose files they are, as of a draft
   * @param {function(): void} onChange
   */
  constructor(place, onChange) {
    this.place = place;
    this.onChange = onChange;
    this.element = h("ul", { class: "attached", "aria-label": "Files to send" });
    this.draw();
  }

  get files() {
    return kept.get(this.place) ?? [];
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
      else await this.add(file);
    }
  }

  async add(file) {
    const given = await read(file);
    this.put([...this.files, given]);
  }

  put(files) {
    kept.set(this.place, files);
    this.draw();
    this.onChange();
  }

  clear() {
    this.put([]);
  }

  draw() {
    this.element.hidden = !this.files.length;
    this.element.replaceChildren(...this.files.map((file) => this.chip(file)));
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

/** A file as /control/say takes it: byte for byte, for a text may be in any encoding. */
async function read(file) {
  const kind = file.type ? { mimetype: file.type } : {};
  return { name: file.name, title: file.name, ...kind, content_base64: await packed(file) };
}

function packed(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
