// This device's log, as docs/handover.md describes it: the same bytes as those of the Java devices, so that all join as one set.
import { base64, canonical, fromBase64, hex, join, sha256, utf8 } from './bytes.js';

const NONE = '0'.repeat(64);
const EVENT = 'homeward handover event v1\n';
const HEAD = 'homeward handover head v1\n';
const FILE = 'homeward device file v1\n';
const BY_OFFICER = new Set(['Offered', 'Accepted', 'Concluded', 'Declined', 'Stays', 'Acknowledged', 'Departed']);
const CLOCK_TOLERANCE = 3600000;

export class Refused extends Error {
  constructor(code, detail) {
    super(code);
    this.code = code;
    this.detail = detail || '';
  }
}

async function sign(key, message) {
  return base64(await crypto.subtle.sign('Ed25519', key, message));
}

export async function verifies(keyText, message, signatureText) {
  try {
    const key = await crypto.subtle.importKey('raw', fromBase64(keyText), 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', key, fromBase64(signatureText), message);
  } catch (e) {
    return false;
  }
}

function plain(event) {
  return event.kind === 'OnPaper' ? { kind: event.body.what, body: event.body.body } : event;
}

export function needsOfficer(event) {
  return BY_OFFICER.has(plain(event).kind);
}

export async function hashOf(event) {
  return hex(await sha256(utf8(EVENT + canonical(event))));
}

export class Log {
  constructor(vault, day) {
    this.vault = vault;
    this.day = day;
    this.own = [];
    this.seen = new Map();
    this.seq = 0;
    this.hash = NONE;
    this.lamport = 0;
    this.closed = false;
  }

  static async read(vault, day) {
    const log = new Log(vault, day);
    for (const wire of await vault.events('own')) {
      log.after(wire, await hashOf(wire.event));
    }
    for (const wire of await vault.events('seen')) {
      log.saw(wire, await hashOf(wire.event));
    }
    return log;
  }

  after(wire, hash) {
    this.own.push({ hash, event: wire.event, wire });
    this.seq = wire.event.seq;
    this.hash = hash;
    this.lamport = Math.max(this.lamport, wire.event.lamport);
    this.closed = wire.event.kind === 'Closed';
  }

  saw(wire, hash) {
    this.seen.set(hash, { hash, event: wire.event, wire });
    this.lamport = Math.max(this.lamport, wire.event.lamport);
  }

  entries() {
    return [...this.own, ...this.seen.values()];
  }

  /** Signs and keeps the next event. On return it is on the disk; whoever records shows nothing before. */
  async record(kind, body) {
    const event = {
      v: 1,
      caseId: this.day.caseId,
      handover: this.day.handover,
      device: this.vault.facts.device,
      seq: this.seq + 1,
      prev: this.hash,
      lamport: this.lamport + 1,
      claimed: Date.now(),
      officer: this.vault.facts.officer,
      kind,
      body
    };
    const message = utf8(EVENT + canonical(event));
    const wire = {
      event,
      signature: await sign(this.vault.deviceKey, message),
      officerSignature: needsOfficer(event) ? await sign(this.vault.officerKey, message) : null
    };
    await this.vault.append(wire);
    const hash = hex(await sha256(message));
    this.after(wire, hash);
    return { hash, event, wire };
  }

  /** How far each other device has said it has this log: it keeps this one's end where they met. */
  holders() {
    const have = new Map();
    this.seen.forEach(({ event }) => {
      const end = event.kind === 'Met' ? event.body.head.head : null;
      if (end && end.device === this.vault.facts.device && end.seq < this.seq) {
        have.set(event.device, Math.max(end.seq, have.get(event.device) || 0));
      }
    });
    return [...have].sort();
  }

  /** The number of the last event that this device has; 0 where it has said nothing of it. */
  heldBy(device) {
    return new Map(this.holders()).get(device) || 0;
  }

  /** The log as a file to carry, with its signed end; only what follows an event where the other has the rest. */
  async file(after = 0) {
    const head = {
      v: 1,
      caseId: this.day.caseId,
      handover: this.day.handover,
      device: this.vault.facts.device,
      seq: this.seq,
      hash: this.hash,
      lamport: this.lamport,
      last: this.closed
    };
    const signed = { head, signature: await sign(this.vault.deviceKey, utf8(HEAD + canonical(head))) };
    return [...this.own.filter(e => e.event.seq > after).map(e => e.wire), signed].map(line => canonical(line) + '\n').join('');
  }

  /** Takes in what another device gave; only what that device signed, and its officer where it is an act of its side. */
  async take(lines, roster) {
    const report = { fresh: 0, known: 0, refused: 0, ends: [] };
    const fresh = [];
    for (const line of lines.split('\n').filter(l => l !== '')) {
      const wire = JSON.parse(line);
      if (canonical(wire) !== line) {
        throw new Refused('log.line');
      }
      if (wire.head) {
        await this.end(wire, roster, report);
        continue;
      }
      const event = wire.event;
      const message = utf8(EVENT + canonical(event));
      const hash = hex(await sha256(message));
      const device = roster.devices.find(d => d.id === event.device);
      const officer = roster.officers.find(o => o.id === event.officer);
      if (this.seen.has(hash) || this.own.some(e => e.hash === hash)) {
        report.known++;
      } else if (!device || event.caseId !== this.day.caseId || event.handover !== this.day.handover
          || !(await verifies(device.key, message, wire.signature))
          || (needsOfficer(event) && (!officer || officer.party !== device.party
            || !(await verifies(officer.key, message, wire.officerSignature))))) {
        report.refused++;
      } else {
        fresh.push([hash, wire]);
      }
    }
    await this.vault.keepSeen(fresh);
    fresh.forEach(([hash, wire]) => this.saw(wire, hash));
    report.fresh = fresh.length;
    return report;
  }

  /** Another device's signed end, which this one keeps in its own log: what was signed longer cannot be handed in shorter unnoticed. */
  async end(wire, roster, report) {
    const head = wire.head;
    const device = roster.devices.find(d => d.id === head.device);
    const known = canonical(wire);
    if (!device || head.device === this.vault.facts.device || head.caseId !== this.day.caseId || head.handover !== this.day.handover
        || !(await verifies(device.key, utf8(HEAD + canonical(head)), wire.signature))) {
      report.refused += device && head.device === this.vault.facts.device ? 0 : 1;
    } else if (!this.own.some(e => e.event.kind === 'Met' && canonical(e.event.body.head) === known)) {
      report.ends.push(wire);
    }
  }
}

/** Opens a pack that was made for this device by the officer whom it was given to, and that is not past its day. */
export async function openPack(fileText, vault, open) {
  let file;
  try {
    file = JSON.parse(fileText);
  } catch (e) {
    throw new Refused('pack.json');
  }
  const header = file.header;
  const facts = vault.facts;
  if (!header || !file.sealed || !file.signature || header.v !== 1 || header.what !== 'PACK' || canonical(file) !== fileText) {
    throw new Refused('pack.json');
  }
  if (header.device !== facts.device) {
    throw new Refused('pack.other-device', header.device);
  }
  const head = utf8(canonical(header));
  const message = join(utf8(FILE), head, await sha256(utf8(file.sealed)));
  if (header.maker !== facts.trusts || !(await verifies(header.maker, message, file.signature))) {
    throw new Refused('pack.maker');
  }
  const now = await vault.now();
  if (now > header.expires) {
    throw new Refused('pack.expired');
  }
  if (now < header.made - CLOCK_TOLERANCE) {
    throw new Refused('pack.clock');
  }
  const content = await open(vault.sealingKey, facts.keys.sealing, head, file.sealed);
  if (content === null) {
    throw new Refused('pack.other-key');
  }
  const pack = JSON.parse(new TextDecoder().decode(content));
  const own = pack.roster.devices.find(d => d.id === facts.device);
  const officer = pack.roster.officers.find(o => o.id === facts.officer);
  if (!own || own.key !== facts.keys.device || !officer || officer.key !== facts.keys.officer) {
    throw new Refused('pack.key');
  }
  return { pack, header };
}
