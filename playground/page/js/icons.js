/** Small line drawings, as SVG elements. */

const SPACE = "http://www.w3.org/2000/svg";

const PATHS = {
  hash: "M9 4 7.5 20M16.5 4 15 20M4.5 9h16M3.5 15h16",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  box: "M4 5h16v4H4zM5.5 9v10h13V9M10 13h4",
  close: "M6 6l12 12M18 6 6 18",
  back: "M14.5 5 8 12l6.5 7",
  down: "M6 9.5l6 6 6-6",
  reply: "M4 5h16v11h-9l-4 4v-4H4z",
  smile: "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM8.5 14c1 1.4 2.1 2 3.5 2s2.5-.6 3.5-2M9 9.3v.5M15 9.3v.5",
  link: "M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.700-5.700l-1.500 1.500M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.700 5.700l1.500-1.500",
  more: "M5.500 12h.01M12 12h.01M18.500 12h.01",
  eye: "M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12zM12 9.300a2.700 2.700 0 1 1 0 5.400 2.700 2.700 0 0 1 0-5.400z",
  pencil: "M4.500 19.500l1-4L16.500 4.500l3 3L8.500 18.500z",
  bin: "M5 7h14M9.500 7V4.500h5V7M7 7l1 13h8l1-13",
  bolt: "M13 3 5.500 13.500H11L10 21l8-11h-6z",
  clip: "M19 11.500l-7.500 7.500a4.500 4.500 0 0 1-6.400-6.400l8-8a3 3 0 0 1 4.300 4.300l-8 8a1.500 1.500 0 0 1-2.100-2.100l7-7",
  send: "M4 5l16.500 7L4 19l2.500-7zM6.500 12h7",
  at: "M15.500 12a3.500 3.500 0 1 1-7 0 3.500 3.500 0 0 1 7 0zm0-3.500V13a2.500 2.500 0 0 0 5 0v-1a8.500 8.500 0 1 0-3.500 6.900",
  plus: "M12 5v14M5 12h14",
  clock: "M12 3.500a8.500 8.500 0 1 1 0 17 8.500 8.500 0 0 1 0-17zM12 7.500V12l3 2",
  sun: "M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM12 2.500v2M12 19.500v2M2.500 12h2M19.500 12h2M5.300 5.300l1.400 1.400M17.300 17.300l1.400 1.400M5.300 18.700l1.400-1.400M17.300 6.700l1.400-1.400",
  moon: "M20 14.500A8.500 8.500 0 0 1 9.500 4a8.500 8.500 0 1 0 10.500 10.500z",
  half: "M12 3.500a8.500 8.500 0 1 1 0 17 8.500 8.500 0 0 1 0-17zM12 3.500v17M14 5v14M16.500 6.500v11",
  search: "M10.500 4a6.500 6.500 0 1 1 0 13 6.500 6.500 0 0 1 0-13zM15.500 15.500 20 20",
  people:
    "M9 5a3.500 3.500 0 1 1 0 7 3.500 3.500 0 0 1 0-7zM2.500 19.500c.5-3.500 3-5 6.500-5s6 1.500 6.500 5M16 5.300a3.300 3.300 0 0 1 0 6.400M18 14.800c2 .7 3.200 2.200 3.500 4.700",
  menu: "M4 7h16M4 12h16M4 17h16",
  check: "M5 12.500l4.500 4.500L19 7.500",
  shared: "M7.500 8a4 4 0 1 0 0 8c3.500 0 5.500-8 9-8a4 4 0 1 1 0 8c-3.500 0-5.500-8-9-8z",
  pause: "M8.500 5v14M15.500 5v14",
  play: "M7 5l12 7-12 7z",
  door: "M13 4H5v16h8M10 12h10M16.500 8.500 20 12l-3.500 3.500",
  home: "M4 11.500 12 4.500l8 7M6 10v9.500h12V10M10 19.500v-5h4v5",
};

/** The drawing of that name; screen readers pass over it. */
export function icon(name) {
  const svg = document.createElementNS(SPACE, "svg");
  const attributes = { viewBox: "0 0 24 24", class: `icon icon-${name}`, "aria-hidden": "true", focusable: "false" };
  for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, value);
  const path = document.createElementNS(SPACE, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
