// HPKE (RFC 9180), base mode, X25519, HKDF-SHA256, AES-256-GCM: opens what was sealed to this device, seals to the neutral.
import { base64, fromBase64, join, utf8 } from './bytes.js';

const KEM = join(utf8('KEM'), Uint8Array.of(0, 0x20));
const SUITE = join(utf8('HPKE'), Uint8Array.of(0, 0x20, 0, 1, 0, 2));
const NOTHING = new Uint8Array(0);

async function hmac(key, bytes) {
  // HMAC fills a short key with zeros, and a browser takes no empty one.
  const raw = key.length === 0 ? new Uint8Array(32) : key;
  const imported = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, bytes));
}

function extract(suite, salt, label, material) {
  return hmac(salt, join(utf8('HPKE-v1'), suite, utf8(label), material));
}

/** At most 32 bytes, which is one round of RFC 5869. */
async function expand(suite, key, label, info, length) {
  const labelled = join(Uint8Array.of(0, length), utf8('HPKE-v1'), suite, utf8(label), info);
  return (await hmac(key, join(labelled, Uint8Array.of(1)))).subarray(0, length);
}

async function cipher(shared, encapsulation, recipient, use) {
  const prk = await extract(KEM, NOTHING, 'eae_prk', shared);
  const secretOfBoth = await expand(KEM, prk, 'shared_secret', join(encapsulation, recipient), 32);
  const context = join(
    Uint8Array.of(0),
    await extract(SUITE, NOTHING, 'psk_id_hash', NOTHING),
    await extract(SUITE, NOTHING, 'info_hash', NOTHING));
  const secret = await extract(SUITE, secretOfBoth, 'secret', NOTHING);
  const key = await expand(SUITE, secret, 'key', context, 32);
  return {
    key: await crypto.subtle.importKey('raw', key, 'AES-GCM', false, [use]),
    nonce: await expand(SUITE, secret, 'base_nonce', context, 12)
  };
}

async function agree(privateKey, publicKey) {
  return new Uint8Array(await crypto.subtle.deriveBits({ name: 'X25519', public: publicKey }, privateKey, 256));
}

function imported(raw) {
  return crypto.subtle.importKey('raw', raw, 'X25519', true, []);
}

/** Encapsulation and ciphertext in base64. */
export async function seal(recipientText, aad, message) {
  const recipient = fromBase64(recipientText);
  const once = await crypto.subtle.generateKey('X25519', true, ['deriveBits']);
  const encapsulation = new Uint8Array(await crypto.subtle.exportKey('raw', once.publicKey));
  const shared = await agree(once.privateKey, await imported(recipient));
  const { key, nonce } = await cipher(shared, encapsulation, recipient, 'encrypt');
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: aad }, key, message);
  return base64(join(encapsulation, new Uint8Array(sealed)));
}

/** The bytes, or null when they were sealed to another key or changed on the way. */
export async function open(privateKey, publicText, aad, sealedText) {
  try {
    const all = fromBase64(sealedText);
    const encapsulation = all.subarray(0, 32);
    const shared = await agree(privateKey, await imported(encapsulation));
    const { key, nonce } = await cipher(shared, encapsulation, fromBase64(publicText), 'decrypt');
    return new Uint8Array(await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: nonce, additionalData: aad }, key, all.subarray(32)));
  } catch (e) {
    return null;
  }
}
