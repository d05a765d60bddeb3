// Bytes as text and back, and the one byte form of a value that is signed (RFC 8785, integers only).
const encoder = new TextEncoder();

export function utf8(text) {
  return encoder.encode(text);
}

export function text(bytes) {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

export function base64(buffer) {
  const bytes = new Uint8Array(buffer);
  let out = '';
  for (let i = 0; i < bytes.length; i += 0x8000) {
    out += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  }
  return btoa(out);
}

export function fromBase64(words) {
  return Uint8Array.from(atob(words), c => c.charCodeAt(0));
}

export function hex(buffer) {
  return Array.from(new Uint8Array(buffer), b => b.toString(16).padStart(2, '0')).join('');
}

export function join(...parts) {
  const out = new Uint8Array(parts.reduce((sum, p) => sum + p.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

export async function sha256(bytes) {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

/** What the members of a value are in, whoever writes them; JavaScript compares strings by UTF-16 unit, as RFC 8785 asks. */
export function canonical(value) {
  if (Array.isArray(value)) {
    return '[' + value.map(canonical).join(',') + ']';
  }
  if (value !== null && typeof value === 'object') {
    return '{' + Object.keys(value).sort().map(k => JSON.stringify(k) + ':' + canonical(value[k])).join(',') + '}';
  }
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw new Error('only integers of 53 bits are signed');
  }
  return JSON.stringify(value);
}
