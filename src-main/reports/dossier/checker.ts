/**
 * The one program in a dossier: it computes every hash anew and compares. Plain JavaScript as text, so that the file
 * holds exactly what stands here and its policy can name it by its hash. It needs no network and no secure context.
 */
export const CHECKER = String.raw`'use strict';
// SHA-256 (FIPS 180-4), for browsers that keep their own from pages opened as files.
const K = [];
const START = [];
for (let n = 2, found = 0; found < 64; n++) {
  let prime = true;
  for (let d = 2; d * d <= n; d++) if (n % d === 0) prime = false;
  if (!prime) continue;
  const part = (root) => Math.floor((root - Math.floor(root)) * 2 ** 32);
  if (found < 8) START.push(part(n ** (1 / 2)));
  K.push(part(n ** (1 / 3)));
  found++;
}

function slowSha256(bytes) {
  const blocks = Math.ceil((bytes.length + 9) / 64);
  const last = new Uint8Array(128);
  const whole = Math.floor(bytes.length / 64) * 64;
  last.set(bytes.subarray(whole));
  last[bytes.length - whole] = 0x80;
  const view = new DataView(last.buffer);
  const end = blocks * 64 - whole;
  view.setUint32(end - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(end - 4, (bytes.length * 8) % 2 ** 32);
  const h = Int32Array.from(START, (n) => n | 0);
  const w = new Int32Array(64);
  const turn = (n, by) => (n >>> by) | (n << (32 - by));
  for (let at = 0; at < blocks * 64; at += 64) {
    const [from, where] = at < whole ? [bytes, at] : [last, at - whole];
    for (let i = 0; i < 16; i++) {
      const j = where + 4 * i;
      w[i] = (from[j] << 24) | (from[j + 1] << 16) | (from[j + 2] << 8) | from[j + 3];
    }
    for (let i = 16; i < 64; i++) {
      const a = w[i - 15];
      const b = w[i - 2];
      w[i] = w[i - 16] + w[i - 7] + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10));
    }
    let [a, b, c, d, e, f, g, k] = h;
    for (let i = 0; i < 64; i++) {
      const t1 = (k + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
      const t2 = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      k = g; g = f; f = e; e = (d + t1) | 0; d = c; c = b; b = a; a = (t1 + t2) | 0;
    }
    [a, b, c, d, e, f, g, k].forEach((n, i) => { h[i] = h[i] + n; });
  }
  return Array.from(h, (n) => (n >>> 0).toString(16).padStart(8, '0')).join('');
}

async function sha256(data) {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
  if (!globalThis.crypto || !crypto.subtle) return slowSha256(bytes);
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(hash), (n) => n.toString(16).padStart(2, '0')).join('');
}

const byId = (id) => document.getElementById(id);
const textOf = (id) => { const part = byId(id); return part ? part.textContent : ''; };

// Base64 in its one proper spelling; anything else is no bytes at all.
function bytesOf(base64) {
  const tail = base64.slice(-4);
  if (base64.length % 4 > 0 || (tail !== '' && btoa(atob(tail)) !== tail)) return undefined;
  const text = atob(base64);
  return Uint8Array.from({ length: text.length }, (_, n) => text.charCodeAt(n));
}

// The page without what stands in its parts, as it was before this program touched it.
function shellOf() {
  const shell = document.documentElement.cloneNode(true);
  for (const part of shell.querySelectorAll('script, style, noscript')) part.replaceChildren();
  shell.querySelector('#seal').textContent = '';
  const kind = document.doctype;
  const proper = kind && kind.name === 'html' && kind.publicId === '' && kind.systemId === '';
  return proper && document.compatMode === 'CSS1Compat' ? shell.outerHTML : '';
}

async function actsAreSound(text) {
  const acts = JSON.parse(text);
  const known = new Set(acts.map((act) => act.hash));
  for (const act of acts) {
    const { project, device, sequence, previous, stamp, person, payload, hash, body, apart } = act;
    const envelope = JSON.stringify(['assay-act-1', project, device, sequence, previous, stamp, person, payload]);
    if ((await sha256(envelope)) !== hash) return false;
    if (body !== null && (await sha256(body)) !== payload) return false;
    const parts = body === null ? [] : JSON.parse(body).apart || [];
    for (const part of apart) if (!parts.includes(await sha256(part))) return false;
    if (previous === null ? sequence !== 1 : !known.has(previous)) return false;
  }
  return acts.length;
}

// Shows the report, which until now was only text. Nothing in it can run: it holds no program, and the policy of
// this page allows this one alone.
function showReport() {
  const parsed = new DOMParser().parseFromString(textOf('source'), 'text/html');
  byId('report').replaceChildren(...[...parsed.body.childNodes].map((node) => document.adoptNode(node)));
}

function offerFiles(manifest) {
  for (const { id, kind, name } of manifest.parts) {
    const row = document.querySelector('[data-part="' + id + '"]');
    if (!row || (kind !== 'file' && kind !== 'form')) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = manifest.words.save;
    button.setAttribute('aria-label', manifest.words.save + ': ' + name);
    button.addEventListener('click', () => {
      const link = document.createElement('a');
      const data = kind === 'file' ? bytesOf(textOf(id)) : textOf(id);
      link.href = URL.createObjectURL(new Blob([data], { type: 'application/octet-stream' }));
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    });
    row.append(button);
  }
}

async function check() {
  const shell = shellOf();
  const seal = textOf('seal');
  const result = byId('result');
  result.dataset.state = 'checking';
  const changed = [];
  let acts = 0;
  let manifest;
  try {
    manifest = JSON.parse(textOf('manifest'));
    showReport();
  } catch {
    manifest = undefined;
  }
  if (!manifest || (await sha256(textOf('manifest'))) !== seal) changed.push({ kind: 'seal', name: '' });
  if (manifest) {
    const parts = manifest.parts;
    for (const [n, { id, kind, name, sha256: wanted, length }] of parts.entries()) {
      result.textContent = manifest.words.checking.replace('{n}', n + 1).replace('{all}', parts.length);
      await new Promise((next) => setTimeout(next));
      let sound = false;
      try {
        const text = kind === 'shell' ? shell : textOf(id);
        const data = kind === 'file' ? bytesOf(text) : text;
        sound = text.length === length && data !== undefined && (await sha256(data)) === wanted;
        if (sound && kind === 'acts') {
          const checked = await actsAreSound(text);
          sound = checked !== false;
          acts = checked || 0;
        }
      } catch {
        sound = false;
      }
      if (!sound) changed.push({ kind, name });
    }
    offerFiles(manifest);
  }
  const words = manifest && manifest.words;
  result.dataset.state = changed.length === 0 ? 'unchanged' : 'changed';
  if (!words) { result.textContent = 'CHANGED'; return; }
  result.textContent = changed.length > 0
    ? words.changed
    : words.unchanged.replace('{all}', manifest.parts.length).replace('{acts}', acts);
  for (const { kind, name } of changed) {
    const item = document.createElement('li');
    item.textContent = words.parts[kind] + (name === '' ? '' : ': ' + name);
    byId('details').append(item);
  }
}

document.addEventListener('DOMContentLoaded', () => void check());
`;
