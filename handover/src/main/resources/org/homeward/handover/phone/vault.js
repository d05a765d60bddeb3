// What this device keeps. Everything lies under two keys: one made of the pass phrase, which is nowhere on the device, and one that the browser
// made and exports to nobody; when a pack's day is over the second one is thrown away, and with it the names.
import { base64, fromBase64, text, utf8, canonical } from './bytes.js';

const NAME = 'homeward-field';
const STORES = ['device', 'pack', 'own', 'seen'];
/** What a thief has to compute for each pass phrase that he tries. */
const ROUNDS = 600000;
export const SHORTEST_PASS = 8;

function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function opened() {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => STORES.forEach(s => request.result.createObjectStore(s));
  return done(request);
}

async function passKey(pass, salt) {
  const material = await crypto.subtle.importKey('raw', utf8(pass.normalize('NFC')), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS },
    material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt', 'wrapKey', 'unwrapKey']);
}

function browserKey() {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

async function encrypted(key, bytes) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, data: new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes)) };
}

async function decrypted(key, box) {
  return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: box.iv }, key, box.data));
}

export class Vault {
  constructor(db) {
    this.db = db;
    this.pass = null;
  }

  static async open() {
    // Asked once: a browser that may throw data away when space is short would throw a log away.
    if (navigator.storage && navigator.storage.persist) {
      await navigator.storage.persist();
    }
    return new Vault(await opened());
  }

  get(store, key) {
    return done(this.db.transaction(store).objectStore(store).get(key));
  }

  /** All of it is on the disk when this returns, or nothing is. */
  write(stores, work) {
    return new Promise((resolve, reject) => {
      const tx = this.db.transaction(stores, 'readwrite', { durability: 'strict' });
      tx.oncomplete = () => resolve();
      tx.onabort = tx.onerror = () => reject(tx.error || new Error('not written'));
      work(name => tx.objectStore(name));
    });
  }

  async enrolled() {
    return (await this.get('device', 'keys')) !== undefined;
  }

  /** Makes this browser a device: its keys, wrapped under the pass phrase the moment they are made. */
  async enrol(pass, who) {
    const salt = crypto.getRandomValues(new Uint8Array(16));
    const key = await passKey(pass, salt);
    const wrapped = {};
    const open = {};
    for (const [name, algorithm, uses] of [
      ['device', 'Ed25519', ['sign', 'verify']], ['officer', 'Ed25519', ['sign', 'verify']], ['sealing', 'X25519', ['deriveBits']]]) {
      const pair = await crypto.subtle.generateKey(algorithm, true, uses);
      const iv = crypto.getRandomValues(new Uint8Array(12));
      wrapped[name] = { iv, data: new Uint8Array(await crypto.subtle.wrapKey('pkcs8', pair.privateKey, key, { name: 'AES-GCM', iv })) };
      open[name] = base64(await crypto.subtle.exportKey('raw', pair.publicKey));
    }
    const facts = await encrypted(key, utf8(canonical({ ...who, keys: open })));
    const logKey = await browserKey();
    await this.write(['device'], store => {
      store('device').add({ salt, wrapped, facts }, 'keys');
      store('device').add(logKey, 'logKey');
    });
  }

  /** Opens the device; false when the pass phrase is wrong. */
  async unlock(pass) {
    const keys = await this.get('device', 'keys');
    const key = await passKey(pass, keys.salt);
    try {
      this.facts = JSON.parse(text(await decrypted(key, keys.facts)));
    } catch (e) {
      return false;
    }
    const unwrap = (box, algorithm, uses) =>
      crypto.subtle.unwrapKey('pkcs8', box.data, key, { name: 'AES-GCM', iv: box.iv }, algorithm, false, uses);
    this.deviceKey = await unwrap(keys.wrapped.device, 'Ed25519', ['sign']);
    this.officerKey = await unwrap(keys.wrapped.officer, 'Ed25519', ['sign']);
    this.sealingKey = await unwrap(keys.wrapped.sealing, 'X25519', ['deriveBits']);
    this.pass = key;
    this.logKey = await this.get('device', 'logKey');
    return true;
  }

  async box(outer, value) {
    return encrypted(outer, utf8(canonical(await encrypted(this.pass, utf8(canonical(value))).then(
      b => ({ iv: base64(b.iv), data: base64(b.data) })))));
  }

  async unbox(outer, box) {
    const inner = JSON.parse(text(await decrypted(outer, box)));
    return JSON.parse(text(await decrypted(this.pass, { iv: fromBase64(inner.iv), data: fromBase64(inner.data) })));
  }

  async keepPack(pack, header) {
    const key = await browserKey();
    const box = await this.box(key, { pack, header });
    await this.write(['pack'], store => {
      store('pack').clear();
      store('pack').put(key, 'key');
      store('pack').put(box, 'pack');
      store('pack').put(header.expires, 'expires');
    });
  }

  async pack() {
    const key = await this.get('pack', 'key');
    const box = await this.get('pack', 'pack');
    return key && box ? this.unbox(key, box) : null;
  }

  /** Latest time that this device ever saw: a clock that was set back brings no day back. */
  async now() {
    return Math.max(Date.now(), (await this.get('device', 'latest')) || 0);
  }

  async sawTime() {
    const now = await this.now();
    await this.write(['device'], store => store('device').put(now, 'latest'));
    return now;
  }

  /** Throws the names away when their day is over; needs no pass phrase. True when there was something to throw away. */
  async wipeExpired() {
    const expires = await this.get('pack', 'expires');
    if (expires === undefined || (await this.sawTime()) <= expires) {
      return false;
    }
    await this.write(['pack'], store => store('pack').clear());
    return true;
  }

  /** Adds this device's next event; fails where one of that number is there, so that nothing writes a second history. */
  async append(wire) {
    const box = await this.box(this.logKey, wire);
    await this.write(['own'], store => store('own').add(box, wire.event.seq));
  }

  /** Keeps events of other devices by their hash. */
  async keepSeen(entries) {
    const boxes = [];
    for (const [hash, wire] of entries) {
      boxes.push([hash, await this.box(this.logKey, wire)]);
    }
    await this.write(['seen'], store => boxes.forEach(([hash, box]) => store('seen').put(box, hash)));
  }

  async events(store) {
    const boxes = await done(this.db.transaction(store).objectStore(store).getAll());
    const out = [];
    for (const box of boxes) {
      out.push(await this.unbox(this.logKey, box));
    }
    return out;
  }

  /** Nothing of the device stays, keys neither: what is enrolled afterwards is another device. */
  async erase() {
    await this.write(STORES, store => STORES.forEach(name => store(name).clear()));
    this.pass = null;
  }
}
