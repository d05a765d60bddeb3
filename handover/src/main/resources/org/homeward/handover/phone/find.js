// Finds a line of the pack: by a name in any spelling, by the number on the printed list, by the code on a slip.
import { canonical, hex, join, sha256, utf8, base64 } from './bytes.js';
import { Refused, verifies } from './log.js';

const SAME = {
  'а': 'a', 'б': 'b', 'в': 'v', 'г': 'g', 'ґ': 'g', 'д': 'd', 'е': 'e', 'є': 'e', 'ё': 'e', 'э': 'e', 'ж': 'z', 'з': 'z', 'и': 'i', 'і': 'i',
  'ї': 'i', 'й': 'i', 'ы': 'i', 'к': 'k', 'л': 'l', 'м': 'm', 'н': 'n', 'о': 'o', 'п': 'p', 'р': 'r', 'с': 's', 'т': 't', 'у': 'u', 'ў': 'u',
  'ф': 'f', 'х': 'g', 'ц': 's', 'ч': 'c', 'ш': 's', 'щ': 's', 'ю': 'u', 'я': 'a',
  'ا': 'a', 'أ': 'a', 'إ': 'i', 'آ': 'a', 'ى': 'a', 'ة': 'a', 'ب': 'b', 'پ': 'p', 'ت': 't', 'ث': 't', 'ج': 'z', 'چ': 'c', 'ح': 'g', 'خ': 'g',
  'د': 'd', 'ذ': 'd', 'ر': 'r', 'ز': 'z', 'ژ': 'z', 'س': 's', 'ش': 's', 'ص': 's', 'ض': 'd', 'ط': 't', 'ظ': 'z', 'غ': 'g', 'ف': 'f', 'ڤ': 'v',
  'ق': 'k', 'ك': 'k', 'ک': 'k', 'گ': 'g', 'ل': 'l', 'م': 'm', 'ن': 'n', 'ه': 'g', 'و': 'u', 'ؤ': 'u', 'ي': 'i', 'ی': 'i', 'ئ': 'i'
};
const GROUPS = [[/shch|sch|sh|ts|tz|cz/g, 's'], [/zh|dj/g, 'z'], [/kh|gh/g, 'g'], [/ch/g, 'c'], [/ph/g, 'f'], [/th/g, 't'], [/ck/g, 'k'],
  [/x/g, 'ks'], [/q/g, 'k'], [/c(?=[aoukr])/g, 'k'], [/[jy](?=[aeiou])/g, ''], [/y/g, 'i'], [/w/g, 'v'], [/h/g, 'g'], [/j/g, 'z']];

/** The Arabic article, which one writer joins, another parts, and a third leaves out. */
const ARTICLE = /(^|\s)(?:ال(?=\p{L}{3})|(?:al|el|ar|as|ash|ad|an|аль|эль|ель)[-\s](?=\p{L}))/gu;

/** A word as it sounds, roughly, whatever script it is written in. */
function sound(word) {
  let out = Array.from(word, c => (c in SAME ? SAME[c] : c)).join('');
  if (out === word) {
    GROUPS.forEach(([from, to]) => { out = out.replace(from, to); });
  }
  return out.replace(/[^a-z]/g, '').replace(/(.)\1+/g, '$1');
}

function words(name) {
  const plain = name.toLowerCase().normalize('NFC').replace(/[\u064b-\u0652\u0640]/g, '').replace(ARTICLE, '$1');
  return plain.split(/[^\p{L}\p{M}'’ʼ]+/u).filter(w => w !== '')
    .map(w => sound(/[a-z]/.test(w) ? w.normalize('NFD').replace(/[^a-z]/g, '') : w))
    .filter(w => w !== '').map(full => ({ full, bones: full.slice(0, 1) + full.slice(1).replace(/[aeiou]/g, '') }));
}

/** How far two words are apart: letters put in, left out or changed (Levenshtein 1966). */
function apart(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length];
}

function like(a, b) {
  const part = (x, y) => 1 - apart(x, y) / Math.max(x.length, y.length, 1);
  return (part(a.full, b.full) + part(a.bones, b.bones)) / 2;
}

/** Below this a name is another name. */
const LEAST = 0.55;

export class Finder {
  constructor(pack) {
    this.roster = pack.roster;
    this.lines = new Map(pack.list.lines.map(l => [l.token, l]));
    this.spelled = pack.list.lines.flatMap(l => l.names.map(name => ({ token: l.token, words: words(name) })));
  }

  name(asked, most) {
    const wanted = words(asked);
    if (wanted.length === 0) {
      return [];
    }
    const best = new Map();
    for (const { token, words: has } of this.spelled) {
      const score = wanted.reduce((sum, w) => sum + Math.max(0, ...has.map(h => like(w, h))), 0) / wanted.length;
      if (score >= LEAST && score > (best.get(token) || 0)) {
        best.set(token, score);
      }
    }
    return [...best].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, most).map(([token]) => token);
  }

  number(number) {
    return [...this.roster.people, ...this.roster.reserve].filter(e => e.number === number && this.lines.has(e.token)).map(e => e.token);
  }

  /** Whose slip it is, when an officer of the day signed it. */
  async slip(code) {
    const all = slipBytes(code);
    if (all === null) {
      throw new Refused('slip.form');
    }
    const day = hex(await sha256(utf8(canonical(this.roster)))).slice(0, 16);
    if (hex(all.subarray(0, 8)) !== day) {
      throw new Refused('slip.day');
    }
    const flags = all[8];
    const number = all[9] * 256 + all[10];
    const officer = this.roster.officers[all[11]];
    if (flags > 3 || !officer) {
      throw new Refused('slip.form');
    }
    if (!(await verifies(officer.key, join(utf8('homeward slip v1\n'), all.subarray(0, 15)), base64(all.subarray(15))))) {
      throw new Refused('slip.signature');
    }
    const check = hex(all.subarray(12, 15));
    for (const e of flags & 2 ? this.roster.reserve : this.roster.people) {
      if (e.number === number && e.returnsTo === this.roster.parties[flags & 1]
          && hex((await sha256(utf8(e.token))).subarray(0, 3)) === check) {
        return e.token;
      }
    }
    throw new Refused('slip.line');
  }
}

const FILLER = '/HOMEWARDSLIP/';
const BASE45 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** The 79 bytes of a slip's code, or null. */
function slipBytes(code) {
  let plain = '';
  for (let at = 0; at < code.length; at += 8 + FILLER.length) {
    plain += code.slice(at, at + 8);
    if (at + 8 < code.length && !code.startsWith(FILLER, at + 8)) {
      return null;
    }
  }
  if (!plain.startsWith('HW1')) {
    return null;
  }
  const out = [];
  const digits = plain.slice(3);
  for (let i = 0; i < digits.length; i += 3) {
    const group = Array.from(digits.slice(i, i + 3), c => BASE45.indexOf(c));
    const n = group.reduceRight((sum, d) => sum * 45 + d, 0);
    if (group.includes(-1) || group.length === 1 || n > (group.length === 3 ? 0xffff : 0xff)) {
      return null;
    }
    if (group.length === 3) {
      out.push(n >> 8);
    }
    out.push(n & 0xff);
  }
  return out.length === 79 ? Uint8Array.from(out) : null;
}
