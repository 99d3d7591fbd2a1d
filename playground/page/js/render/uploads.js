/** Files as the control API takes them. */

/** @param {FileList} files */
export function readFiles(files) {
  return Promise.all([...files].map(read));
}

async function read(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const known = { name: file.name, ...(file.type && { mimetype: file.type }) };
  try {
    return { ...known, content: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { ...known, content_base64: base64(bytes) };
  }
}

function base64(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
