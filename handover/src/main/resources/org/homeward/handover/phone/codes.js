// A log as a sequence of codes that another device's camera takes in, in any order, as docs/handover.md describes them.
import { join, sha256, hex, utf8 } from './bytes.js';
import { encodeQR } from './qr/index.js';
import { decodeQR } from './qr/decode.js';
import { Refused } from './log.js';

const PREFIX = 'HWL1';
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const ID = 8;
const HEADER = ID + 4;
const PIECE = 400;
const MOST_PARTS = 4096;
const MOST_LOGS = 4;
const LARGEST = 16 << 20;
const LARGEST_PICTURE = 1600;

function base45(bytes) {
  let out = '';
  for (let i = 0; i < bytes.length; i += 2) {
    const pair = i + 1 < bytes.length;
    let n = pair ? bytes[i] * 256 + bytes[i + 1] : bytes[i];
    for (let digit = 0; digit < (pair ? 3 : 2); digit++) {
      out += ALPHABET[n % 45];
      n = Math.floor(n / 45);
    }
  }
  return out;
}

/** The bytes, or null when the text is no Base45. */
function fromBase45(text) {
  const out = [];
  for (let i = 0; i < text.length; i += 3) {
    const digits = [...text.slice(i, i + 3)].map(c => ALPHABET.indexOf(c));
    const n = digits.reduceRight((sum, d) => sum * 45 + d, 0);
    if (digits.length === 1 || digits.includes(-1) || n > (digits.length === 3 ? 0xFFFF : 0xFF)) {
      return null;
    }
    out.push(...(digits.length === 3 ? [n >> 8, n & 0xFF] : [n]));
  }
  return Uint8Array.from(out);
}

async function through(bytes, stream, most) {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > most) {
      await reader.cancel();
      throw new Refused('codes.altered');
    }
    parts.push(next.value);
  }
  return join(...parts);
}

/** The texts of the codes that carry a log. */
export async function frames(log) {
  const packed = await through(utf8(log), new CompressionStream('deflate-raw'), LARGEST);
  const id = (await sha256(packed)).slice(0, ID);
  const total = Math.ceil(packed.length / PIECE);
  if (total > MOST_PARTS) {
    throw new Refused('codes.long');
  }
  return Array.from({ length: total }, (_, i) => {
    const number = i + 1;
    const header = Uint8Array.of(...id, number >> 8, number & 0xFF, total >> 8, total & 0xFF);
    return PREFIX + base45(join(header, packed.slice(i * PIECE, (i + 1) * PIECE)));
  });
}

/** Draws a code, with the light border that a scanner needs, as large as fits into so many pixels; a module is a whole number of them. */
export function draw(canvas, text, side) {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const dots = window.devicePixelRatio || 1;
  const scale = Math.max(2, Math.floor(side * dots / modules.length));
  canvas.width = canvas.height = modules.length * scale;
  canvas.style.width = canvas.width / dots + 'px';
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#000';
  modules.forEach((row, y) => row.forEach((dark, x) => {
    if (dark) {
      pen.fillRect(x * scale, y * scale, scale, scale);
    }
  }));
}

/** What the code in a picture, or in the present moment of a film, says; null where none is found. */
export function read(picture, width, height) {
  const scale = Math.min(1, LARGEST_PICTURE / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  try {
    return decodeQR(pen.getImageData(0, 0, canvas.width, canvas.height));
  } catch (e) {
    return null;
  }
}

/** What the code in a file says; null where none is found. */
export async function readFile(file) {
  let picture;
  try {
    picture = await createImageBitmap(file);
  } catch (e) {
    return null;
  }
  return read(picture, picture.width, picture.height);
}

export function isFrame(text) {
  return text.startsWith(PREFIX);
}

/** Codes as they come: in any order, repeated, of several logs at once. */
export class Gathering {
  constructor() {
    this.logs = new Map();
    this.latest = null;
  }

  /** Takes a code; true where it was not there before. */
  add(text) {
    const bytes = isFrame(text) ? fromBase45(text.slice(PREFIX.length)) : null;
    if (bytes === null || bytes.length <= HEADER || bytes.length > HEADER + PIECE) {
      throw new Refused('codes.form');
    }
    const id = hex(bytes.slice(0, ID));
    const number = bytes[ID] * 256 + bytes[ID + 1];
    const total = bytes[ID + 2] * 256 + bytes[ID + 3];
    if (number < 1 || number > total || total > MOST_PARTS) {
      throw new Refused('codes.form');
    }
    let log = this.logs.get(id);
    if (!log) {
      if (this.logs.size >= MOST_LOGS) {
        this.logs.delete(this.logs.keys().next().value);
      }
      log = { id, total, parts: new Map() };
      this.logs.set(id, log);
    }
    if (log.total !== total) {
      throw new Refused('codes.form');
    }
    this.latest = log;
    const fresh = !log.parts.has(number);
    if (fresh) {
      log.parts.set(number, bytes.slice(HEADER));
    }
    return fresh;
  }

  /** How many codes of the log that was last seen are here. */
  get have() {
    return this.latest ? this.latest.parts.size : 0;
  }

  get total() {
    return this.latest ? this.latest.total : 0;
  }

  missing() {
    return Array.from({ length: this.total }, (_, i) => i + 1).filter(n => !this.latest.parts.has(n));
  }

  /** The log, or null while a code is missing. What was altered on the way is thrown away, so that it can be taken again. */
  async whole() {
    const log = this.latest;
    if (!log || log.parts.size < log.total) {
      return null;
    }
    this.logs.delete(log.id);
    this.latest = null;
    const packed = join(...Array.from({ length: log.total }, (_, i) => log.parts.get(i + 1)));
    if (hex((await sha256(packed)).slice(0, ID)) !== log.id) {
      throw new Refused('codes.altered');
    }
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(await through(packed, new DecompressionStream('deflate-raw'), LARGEST));
    } catch (e) {
      throw new Refused('codes.altered');
    }
  }
}
