// The page: asks, lets the rules refuse, and says that something is recorded only after it is on the disk.
import { canonical, hex, sha256, utf8 } from './bytes.js';
import { open, seal } from './seal.js';
import { SHORTEST_PASS, Vault } from './vault.js';
import { Log, openPack, Refused } from './log.js';
import { CAUSES, Day, EQUAL_CODES, OUTCOMES } from './day.js';
import { Finder } from './find.js';
import { breaches } from './chain.js';
import { isFrame, readFile } from './codes.js';
import { meeting } from './meet.js';
import { LANGUAGES, words } from './words.js';

const MOST_FOUND = 8;
const MOST_UNDONE = 5;
const LONGEST_WORDS = 600;
const PRIVATE_LENGTH = 4096;
const WATCH = 15000;

const $ = id => document.getElementById(id);
let language = LANGUAGES.find(l => (localStorage.getItem('language') || navigator.language).startsWith(l)) || 'en';
let vault;
let log = null;
let pack = null;
let header = null;
let finder = null;
let day = null;
let shown = null;
let foundBy = 'NUMBER';
let meet = null;

function t(key, ...values) {
  return values.reduce((text, v, i) => text.replace('{' + i + '}', v), words(language, key));
}

/** A date stands as it is written also among Arabic words, which would turn its parts round. */
function ltr(text) {
  return '\u2066' + text + '\u2069';
}

function el(tag, attributes, ...children) {
  const e = document.createElement(tag);
  Object.entries(attributes || {}).forEach(([k, v]) => (k === 'onclick' ? e.addEventListener('click', v) : e.setAttribute(k, v)));
  e.append(...children);
  return e;
}

function button(text, what, attributes) {
  return el('button', { type: 'button', onclick: once(what), ...attributes }, text);
}

function say(text) {
  $('refused').hidden = true;
  $('said').textContent = text;
  $('said').hidden = false;
}

function refuse(error) {
  const code = error instanceof Refused ? error.code : 'other';
  $('said').hidden = true;
  $('refused').textContent = t('no.' + code) + (error.detail ? ' ' + error.detail : '');
  $('refused').hidden = false;
  if (code === 'other') {
    console.error(error);
  }
}

/** One thing at a time, in the order of the touches: the next event's number is known only when the last one is on the disk. */
let queue = Promise.resolve();
function act(what) {
  queue = queue.then(what).catch(refuse);
  return queue;
}

/** A second touch while the first one is being written is none: two acceptances of one person would be a contradiction. */
function once(what) {
  return e => {
    const touched = e.currentTarget;
    touched.disabled = true;
    act(what).then(() => { touched.disabled = false; });
  };
}

function show(...ids) {
  ['enrol', 'unlock', 'load', 'work', 'over'].forEach(id => { $(id).hidden = !ids.includes(id); });
  $('erasing').hidden = ids.includes('enrol');
}

function translate() {
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
  $('language').value = language;
  document.querySelectorAll('[data-t]').forEach(e => { e.textContent = t(e.dataset.t); });
  document.title = t('title') + ' · Homeward';
  if (meet) {
    meet.translate();
  }
}

function party() {
  return pack.roster.devices.find(d => d.id === vault.facts.device).party;
}

function refresh() {
  day = new Day(pack.roster, log.entries());
}

/** The form from which entries are made now; empty where they are made as things happen. */
function form() {
  return $('form').value.trim();
}

/** What is recorded, as it happened, or as it stood on a form with who held the pen. What a device says of itself is on no form. */
function entry(kind, body) {
  if (form() === '' || ['Withdrawn', 'Closed'].includes(kind)) {
    return [kind, body];
  }
  const written = $('written').value.trim();
  if (written === '') {
    throw new Refused('paper.written');
  }
  return ['OnPaper', { form: form(), pen: $('pen').value, written, what: kind, body }];
}

async function record(kind, body) {
  if (log.closed) {
    throw new Refused('device.closed');
  }
  if ((await vault.now()) > header.expires) {
    await expired();
    return null;
  }
  const made = await log.record(...entry(kind, body));
  refresh();
  draw();
  say(t('recorded', t('kind.' + kind), made.event.seq));
  return made;
}

/** Whether the day is over; then the names are gone from the disk and from this page. */
async function expired() {
  const gone = await vault.wipeExpired();
  if (gone) {
    pack = finder = day = shown = header = null;
    ['found', 'person', 'vehicles', 'checklist', 'tallied', 'board', 'latest'].forEach(id => $(id).replaceChildren());
    $('asked').value = '';
    meet.end();
    show(vault.pass ? 'over' : 'unlock');
    refuse(new Refused('pack.expired'));
  }
  return gone;
}

function save(name, content, type) {
  const link = el('a', { href: URL.createObjectURL(new Blob([content], { type })), download: name });
  link.click();
  // The browser has taken it by then; the address would keep the bytes alive.
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

async function give() {
  save(vault.facts.device + '.hwlog', await log.file(), 'application/octet-stream');
  say(t('given', log.seq));
}

function enrolment() {
  const f = vault.facts;
  return canonical({
    v: 1,
    device: { id: f.device, party: f.party, point: f.point, key: f.keys.device, sealingKey: f.keys.sealing },
    officer: { id: f.officer, party: f.party, key: f.keys.officer }
  });
}

// People

function line(token) {
  const person = day.people.get(token);
  const known = finder.lines.get(token);
  const name = known ? known.names[0] : t('unlisted.one', token);
  const e = person.expected;
  const parts = [el('b', {}, el('bdi', {}, name))];
  if (e) {
    parts.push(' · ' + t(person.reserve ? 'person.reserve' : 'person.number', e.number, e.returnsTo));
  }
  parts.push(' ', el('span', { class: 'tag' }, t('status.' + day.status(person))));
  return parts;
}

function list(tokens) {
  $('person').hidden = true;
  $('found').replaceChildren(...tokens.map(token => el('li', {},
    el('button', { type: 'button', 'data-token': token, onclick: () => act(async () => look(token)) }, ...line(token)))));
  if (tokens.length === 0) {
    refuse(new Refused('find.none'));
  }
}

function look(token) {
  shown = token;
  $('refused').hidden = true;
  $('found').replaceChildren();
  drawPerson();
  $('person').querySelector('h3').focus();
}

async function find(asked) {
  shown = null;
  if (asked.startsWith('HW1')) {
    foundBy = 'SLIP';
    look(await finder.slip(asked.trim()));
  } else if (/^\d+$/.test(asked)) {
    foundBy = 'NUMBER';
    list(finder.number(Number(asked)));
  } else if (asked.startsWith('new:') && day.people.has(asked)) {
    look(asked);
  } else {
    foundBy = 'NAME';
    list(finder.name(asked, MOST_FOUND));
  }
}

async function scan(file) {
  const text = await readFile(file);
  if (text === null || isFrame(text)) {
    throw new Refused('slip.form');
  }
  if (text.startsWith('{')) {
    await taken(text + '\n');
  } else {
    await find(text);
  }
}

function choice(name, value, text) {
  return el('label', {}, el('input', { type: 'radio', name, value }), text);
}

function answers() {
  return (finder.lines.get(shown)?.questions || []).flatMap(q => {
    const picked = $('person').querySelector('input[name="' + CSS.escape(q.id) + '"]:checked');
    return picked ? [{ question: q.id, agrees: picked.value === 'yes' }] : [];
  });
}

async function checkIn(outcome) {
  const said = answers();
  const photo = $('person').querySelector('input[name="photo"]:checked')?.value || 'NOT_COMPARED';
  day.checkIn(outcome, said, photo, (finder.lines.get(shown)?.questions || []).length);
  await record('CheckedIn', { subject: shown, outcome, found: foundBy, answers: said, photo });
}

async function stays() {
  const spoken = $('spoken').value;
  if (utf8(spoken).length > LONGEST_WORDS) {
    throw new Refused('stays.long');
  }
  const neutral = pack.roster.devices.find(d => d.id === vault.facts.device).sealingKey;
  const padded = new Uint8Array(PRIVATE_LENGTH).fill(0x20);
  padded.set(utf8(canonical({ cause: $('cause').value, words: spoken })));
  // Drawn by chance: a code that followed from the cause would tell it.
  const code = EQUAL_CODES[crypto.getRandomValues(new Uint8Array(1))[0] % EQUAL_CODES.length];
  await record('Stays', { subject: shown, code, sealed: await seal(neutral, utf8(shown), padded) });
}

function drawPerson() {
  const person = day.people.get(shown);
  const known = finder.lines.get(shown);
  const own = party();
  const neutral = own === pack.roster.neutral;
  const view = $('person');
  const parts = [el('h3', { tabindex: '-1' }, ...line(shown))];
  if (known) {
    parts.push(el('p', {}, el('bdi', {}, known.names.slice(1).join(' · ')), known.birthDate ? ' · ' + t('person.born', ltr(known.birthDate)) : ''));
    if (known.photo) {
      parts.push(el('img', { src: 'data:image/jpeg;base64,' + known.photo, alt: t('person.photo') }));
    }
    known.questions.forEach(q => parts.push(el('fieldset', {}, el('legend', {}, el('bdi', {}, q.question)),
      el('p', { class: 'answer' }, t('person.answer') + ' ', el('bdi', {}, q.answer)),
      el('div', { class: 'choices' }, choice(q.id, 'yes', t('agrees')), choice(q.id, 'no', t('differs'))))));
    parts.push(el('fieldset', {}, el('legend', {}, t('person.photo')), el('div', { class: 'choices' },
      choice('photo', 'AGREES', t('agrees')), choice('photo', 'DIFFERS', t('differs')), choice('photo', 'NOT_COMPARED', t('photo.not')))));
  }
  if (person.expected) {
    parts.push(el('h3', {}, t('checkin.title')), el('div', { class: 'row' }, ...OUTCOMES.map(o =>
      button(t('outcome.' + o), () => checkIn(o), { 'data-outcome': o, class: o === 'PRESENT' ? 'first' : 'second' }))));
  }
  if (neutral && person.expected) {
    parts.push(el('h3', {}, t('stays.title')), el('p', {}, t('stays.lead')),
      el('label', { for: 'cause' }, t('stays.cause')), el('select', { id: 'cause' }, ...CAUSES.map(c => el('option', { value: c }, t('cause.' + c)))),
      el('label', { for: 'spoken' }, t('stays.words')), el('input', { id: 'spoken', autocomplete: 'off' }),
      button(t('stays.do'), stays, { id: 'stays', class: 'second' }));
  } else if (!neutral) {
    parts.push(el('h3', {}, t('acts.title')), el('div', { class: 'row' }, ...acts(person, own)));
    const reserve = pack.roster.reserve.filter(r => person.expected && !person.reserve && r.returnsTo === person.expected.returnsTo
      && r.category === person.expected.category && finder.lines.has(r.token));
    if (reserve.length > 0) {
      parts.push(el('label', { for: 'reserve' }, t('substitute.who')), el('select', { id: 'reserve' }, ...reserve.map(r =>
        el('option', { value: r.token }, r.number + ' · ' + finder.lines.get(r.token).names[0]))),
        button(t('substitute.do'), async () => {
          const into = $('reserve').value;
          day.substitute(person, day.people.get(into));
          await record('Substituted', { subject: shown, reserve: into });
        }, { id: 'substitute', class: 'second' }));
    }
  }
  view.replaceChildren(...parts);
  view.hidden = false;
}

/** What may be done with a person here: his giver offers, his receiver answers the offer, his giver scans the answer. */
function acts(person, own) {
  const offer = day.act(person, 'Offered');
  const accepted = day.act(person, 'Accepted');
  const giving = !person.expected || person.expected.returnsTo !== own;
  const parts = [];
  if (giving && !(offer && offer.party !== own)) {
    parts.push(button(t('act.offer'), async () => {
      day.offer(own, person);
      await record('Offered', { subject: person.token });
    }, { id: 'offer' }));
    if (accepted) {
      parts.push(button(t('act.conclude'), () => record('Concluded', { subject: person.token, acceptance: accepted.hash }), { id: 'conclude' }));
    }
  } else if (offer && accepted && accepted.party === own && accepted.body.offer === offer.hash) {
    parts.push(el('span', { class: 'tag' }, t('kind.Accepted')));
  } else if (offer) {
    parts.push(button(t('act.accept'), () => record('Accepted', { subject: person.token, offer: offer.hash }), { id: 'accept' }),
      button(t('act.decline'), () => record('Declined', { subject: person.token, offer: offer.hash, code: 'identity' }),
        { id: 'decline', class: 'second' }));
  } else {
    parts.push(el('p', {}, t('act.no-offer')));
  }
  return parts;
}

// Counts, vehicles, log

function draw() {
  if (shown && day.people.has(shown)) {
    drawPerson();
  }
  $('tallied').replaceChildren(...[...day.tallies].map(([what, n]) => el('li', {}, el('bdi', {}, what) , ': ' + n)));
  $('checklist').replaceChildren(...pack.roster.checklist.map(item => el('li', {}, el('bdi', {}, item), ' ',
    day.ticked.has(item) ? el('span', { class: 'tag' }, t('check.done'))
      : button(t('check.do'), () => record('Ticked', { item }), { class: 'second', 'data-item': item }))));
  $('vehicles').replaceChildren(...pack.roster.vehicles.map(vehicle));
  drawLatest();
  meet.draw();
  $('breaches').replaceChildren(...breaches(log.entries(), vault.facts.device)
    .map(b => el('li', { 'data-breach': b.what }, t('breach.' + b.what, b.device, b.from, b.to))));
  const counts = new Map();
  day.people.forEach(p => counts.set(day.status(p), (counts.get(day.status(p)) || 0) + 1));
  $('board').replaceChildren(...[...counts].sort().map(([status, n]) => el('tr', {}, el('th', { scope: 'row' }, t('status.' + status)), el('td', {}, String(n)))));
}

/** What this device recorded last, to be taken back where it was a slip of the thumb; both stay in the log. */
function drawLatest() {
  const taken = new Set(log.own.filter(e => e.event.kind === 'Withdrawn').map(e => e.event.body.event));
  const latest = log.own.filter(e => !['Withdrawn', 'Met', 'Closed'].includes(e.event.kind) && !taken.has(e.hash)).slice(-MOST_UNDONE).reverse();
  $('undo').hidden = latest.length === 0 || log.closed;
  $('latest').replaceChildren(...latest.map(e => {
    const paper = e.event.kind === 'OnPaper' ? e.event.body : null;
    const about = day.people.get((paper ? paper.body : e.event.body).subject);
    return el('li', {}, e.event.seq + ' · ' + t('kind.' + (paper ? paper.what : e.event.kind)) + ' ',
      paper ? el('bdi', {}, '· ' + t('paper.from', paper.form, paper.pen) + ' ') : '',
      el('bdi', {}, about && about.expected ? '· ' + about.expected.returnsTo + ' ' + about.expected.number : ''), ' ',
      button(t('undo.do'), async () => {
        const why = $('why').value.trim();
        if (why === '') {
          throw new Refused('withdraw.why');
        }
        await record('Withdrawn', { event: e.hash, why });
        $('why').value = '';
      }, { class: 'second', 'data-undo': String(e.event.seq) }));
  }));
}

function vehicle(v) {
  const own = party();
  const missing = day.missing(v);
  const item = el('li', {}, el('b', {}, el('bdi', {}, v.id)), ' ',
    el('span', { class: 'tag' }, t(day.departed.has(v.id) ? 'vehicle.left' : missing.length > 0 ? 'vehicle.waits' : 'vehicle.clear')));
  // An answer that the neutral was handed on paper is entered from that paper.
  missing.filter(c => c.from === own || (own === pack.roster.neutral && form() !== '')).forEach(c => {
    const id = 'ref-' + v.id + '-' + c.what;
    item.append(el('label', { for: id }, t('vehicle.reference', c.what)), el('input', { id, dir: 'ltr', autocomplete: 'off' }),
      button(t('vehicle.acknowledge'), async () => {
        const reference = $(id).value.trim();
        if (reference === '') {
          throw new Refused('acknowledgement.reference');
        }
        await record('Acknowledged', { vehicle: v.id, what: c.what, from: c.from, reference });
      }, { class: 'second', 'data-acknowledge': v.id }));
  });
  if ((v.party === own || own === pack.roster.neutral) && !day.departed.has(v.id)) {
    item.append(' ', button(t('vehicle.depart'), async () => {
      day.depart(v);
      await record('Departed', { vehicle: v.id, acknowledgements: v.clearances.map(c => day.answer(v, c).hash) });
    }, { 'data-depart': v.id }));
  }
  return item;
}

async function taken(text) {
  let report;
  try {
    report = await log.take(text, pack.roster);
  } catch (e) {
    throw e instanceof SyntaxError || e instanceof TypeError ? new Refused('log.line') : e;
  }
  for (const head of log.closed ? [] : report.ends) {
    await log.record('Met', { head });
  }
  refresh();
  draw();
  say(t('taken', report.fresh, report.known, report.refused));
}

function work() {
  finder = new Finder(pack);
  refresh();
  const kinds = new Set(Object.keys(pack.roster.planned));
  pack.roster.parties.forEach(p => kinds.add('persons:' + p));
  $('what').replaceChildren(...[...kinds].sort().map(k => el('option', {}, k)));
  $('pen').replaceChildren(...pack.roster.officers.map(o => el('option', { value: o.id }, o.id + ' · ' + o.party)));
  $('gets').replaceChildren(...pack.roster.parties.map(p => el('option', {}, p)));
  show('work');
  tab('people');
  draw();
}

function tab(name) {
  ['people', 'counts', 'log'].forEach(id => { $(id).hidden = id !== name; });
  document.querySelectorAll('[data-tab]').forEach(b => b.setAttribute('aria-current', String(b.dataset.tab === name)));
}

async function entered() {
  $('who').textContent = vault.facts.device + ' · ' + vault.facts.officer;
  $('digest').textContent = hex(await sha256(utf8(enrolment()))).slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ');
  const kept = await vault.pack();
  const first = (await vault.events('own'))[0];
  if (kept) {
    ({ pack, header } = kept);
    log = await Log.read(vault, header);
    work();
  } else if (first) {
    log = await Log.read(vault, first.event);
    show('over', 'load');
  } else {
    show('load');
  }
}

async function loaded(file) {
  const got = await openPack(await file.text(), vault, open);
  const before = (await vault.events('own'))[0];
  if (before && (before.event.caseId !== got.header.caseId || before.event.handover !== got.header.handover)) {
    throw new Refused('pack.other-day');
  }
  await vault.keepPack(got.pack, got.header);
  ({ pack, header } = got);
  log = await Log.read(vault, header);
  work();
  say(t('loaded', pack.list.lines.length));
}

function onSubmit(form, what) {
  let writing = false;
  form.addEventListener('submit', e => {
    e.preventDefault();
    if (!writing) {
      writing = true;
      act(what).then(() => { writing = false; });
    }
  });
}

function onFile(id, what) {
  $(id).addEventListener('change', e => {
    const file = e.target.files[0];
    if (file) {
      act(() => what(file)).then(() => { e.target.value = ''; });
    }
  });
}

function listen() {
  meet = meeting({ $, t, el, act, once, taken, log: () => log });
  meet.translate();
  $('language').addEventListener('change', e => {
    language = e.target.value;
    localStorage.setItem('language', language);
    translate();
    if (day) {
      draw();
    }
  });
  onSubmit($('enrol').querySelector('form'), async () => {
    const pass = $('pass').value;
    if (pass !== $('again').value || pass.length < SHORTEST_PASS) {
      throw new Refused('pass.again');
    }
    const value = id => $(id).value.trim();
    await vault.enrol(pass, { device: value('device'), party: value('party'), point: value('point'), officer: value('officer'), trusts: value('trusts') });
    $('pass').value = $('again').value = '';
    await vault.unlock(pass);
    await entered();
    say(t('enrolled'));
  });
  onSubmit($('unlock').querySelector('form'), async () => {
    if (!(await vault.unlock($('open').value))) {
      throw new Refused('keys.pass');
    }
    $('open').value = '';
    $('refused').hidden = true;
    await entered();
  });
  onSubmit($('find'), () => find($('asked').value.trim()));
  onSubmit($('tally'), async () => {
    await record('Tallied', { what: $('what').value, number: Number($('number').value) });
    $('number').value = '';
  });
  onSubmit($('bag'), async () => {
    await record('BagSeen', { bag: $('tag').value.trim(), returnsTo: $('gets').value, seal: $('sealed').value.trim() });
    $('tag').value = $('sealed').value = '';
  });
  onSubmit($('fragment'), async () => {
    await record('FragmentSeen', { bag: $('inside').value.trim(), fragment: $('piece').value.trim(), part: $('part').value.trim() });
    $('piece').value = $('part').value = '';
  });
  onSubmit($('erase'), async () => {
    if ($('sure').value.trim() !== (vault.facts ? vault.facts.device : 'erase')) {
      throw new Refused('erase.sure');
    }
    await vault.erase();
    location.reload();
  });
  document.querySelectorAll('[data-why]').forEach(b => b.addEventListener('click', once(async () => {
    const mine = log.own.filter(e => e.event.kind === 'Unlisted').length;
    const subject = 'new:' + vault.facts.device + '-' + (mine + 1);
    if (await record('Unlisted', { subject, why: b.dataset.why, sealed: null })) {
      look(subject);
    }
  })));
  document.querySelectorAll('[data-tab]').forEach(b => b.addEventListener('click', () => tab(b.dataset.tab)));
  $('enrolment').addEventListener('click', () => save(vault.facts.device + '.hwenrol', enrolment(), 'application/octet-stream'));
  $('give').addEventListener('click', () => act(give));
  $('give-over').addEventListener('click', () => act(give));
  $('form').addEventListener('input', () => {
    $('paper-on').hidden = form() === '';
    draw();
  });
  $('close').addEventListener('click', () => act(() => record('Closed', {})));
  onFile('photo', scan);
  onFile('pack', loaded);
  onFile('take', async file => taken(await file.text()));
  setInterval(() => act(expired), WATCH);
  document.addEventListener('visibilitychange', () => act(expired));
}

async function start() {
  translate();
  if ('serviceWorker' in navigator) {
    await navigator.serviceWorker.register('sw.js');
  }
  vault = await Vault.open();
  listen();
  if (await expired()) {
    return;
  }
  show((await vault.enrolled()) ? 'unlock' : 'enrol');
}

// Two pages with one log would be the second history of which a device is accused.
navigator.locks.request('homeward-field', { ifAvailable: true }, async lock => {
  if (lock === null) {
    translate();
    refuse(new Refused('device.open'));
    return;
  }
  await start().catch(refuse);
  await new Promise(() => {});
});
