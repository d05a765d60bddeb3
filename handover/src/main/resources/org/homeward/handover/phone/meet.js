// Two devices that meet and have neither network nor stick: one shows its log as codes, the other takes them in.
import { draw, frames, Gathering, isFrame, read, readFile } from './codes.js';
import { Refused } from './log.js';

/** Slower than three changes a second: faster ones can start a fit. */
const EACH = 500;
const LOOK = 200;
const MOST_NAMED = 12;
/** Pixels of the screen that the code leaves free. */
const BESIDE = 16;
const BELOW = 220;

/** @param page what this part needs of the page: $, t, el, act, once, log(), taken(text) */
export function meeting(page) {
  const { $, t, el, act, once } = page;
  let shown = [];
  let at = 0;
  let turning = null;
  let gathering = new Gathering();
  let camera = null;

  function turn(by) {
    at = (at + by + shown.length) % shown.length;
    draw($('code'), shown[at], Math.min(window.innerWidth - BESIDE, window.innerHeight - BELOW));
    $('code').setAttribute('aria-label', t('codes.at', at + 1, shown.length));
    $('code-at').textContent = t('codes.at', at + 1, shown.length);
  }

  function pause() {
    clearInterval(turning);
    turning = null;
    $('code-run').textContent = t('codes.run');
  }

  function run() {
    turning = setInterval(() => turn(1), EACH);
    $('code-run').textContent = t('codes.pause');
  }

  function hide() {
    pause();
    shown = [];
    if (!$('showing').hidden) {
      $('showing').hidden = true;
      $('code-show').focus();
    }
  }

  async function show() {
    stop();
    pause();
    shown = await frames(await page.log().file(page.log().heldBy($('code-for').value)));
    at = 0;
    turn(0);
    $('showing').hidden = false;
    if (shown.length > 1) {
      run();
    }
    $('code-run').hidden = $('code-before').hidden = $('code-next').hidden = shown.length === 1;
    $('code-hide').focus();
  }

  /** What is here of the log that is being taken in, and what is not. */
  function progress() {
    const missing = gathering.missing();
    const named = missing.slice(0, MOST_NAMED).join(', ') + (missing.length > MOST_NAMED ? ' …' : '');
    $('gathered').hidden = gathering.total === 0;
    $('gathered').textContent = gathering.total === 0 ? '' : t('codes.have', gathering.have, gathering.total, named);
  }

  /** Takes the texts of codes; says what is still missing, or takes in the log when it is whole. */
  async function gather(texts) {
    for (const text of texts) {
      gathering.add(text);
      const whole = await gathering.whole();
      if (whole !== null) {
        stop();
        progress();
        await page.taken(whole);
        return;
      }
    }
    progress();
  }

  async function pictures(files) {
    const found = [];
    let empty = 0;
    for (const file of files) {
      const text = await readFile(file);
      if (text !== null && isFrame(text)) {
        found.push(text);
      } else {
        empty++;
      }
    }
    if (found.length > 0) {
      await gather(found);
    }
    if (empty > 0) {
      throw new Refused('codes.none', empty + ' / ' + files.length);
    }
  }

  function stop() {
    if (camera !== null) {
      clearTimeout(camera.look);
      camera.stream.getTracks().forEach(track => track.stop());
      $('film').srcObject = null;
      $('film').hidden = true;
      camera = null;
      $('code-camera').textContent = t('codes.camera');
    }
  }

  function look() {
    const film = $('film');
    const text = film.videoWidth > 0 ? read(film, film.videoWidth, film.videoHeight) : null;
    const next = () => {
      if (camera !== null) {
        camera.look = setTimeout(look, LOOK);
      }
    };
    if (text !== null && isFrame(text)) {
      act(() => gather([text])).then(next);
    } else {
      next();
    }
  }

  async function film() {
    if (camera !== null) {
      stop();
      return;
    }
    hide();
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } } });
    } catch (e) {
      throw new Refused('codes.no-camera');
    }
    camera = { stream, look: 0 };
    $('film').srcObject = stream;
    $('film').hidden = false;
    await $('film').play();
    $('code-camera').textContent = t('codes.stop');
    look();
  }

  $('code-show').addEventListener('click', once(show));
  $('code-hide').addEventListener('click', hide);
  $('showing').addEventListener('keydown', e => (e.key === 'Escape' ? hide() : null));
  $('code-before').addEventListener('click', () => { pause(); turn(-1); });
  $('code-next').addEventListener('click', () => { pause(); turn(1); });
  $('code-run').addEventListener('click', () => (turning === null ? run() : pause()));
  $('code-camera').addEventListener('click', once(film));
  $('code-pictures').addEventListener('change', e => {
    act(() => pictures([...e.target.files])).then(() => { e.target.value = ''; });
  });
  $('code-paste').addEventListener('click', once(async () => {
    const lines = $('code-text').value.split('\n').map(line => line.trim()).filter(line => line !== '');
    if (lines.length === 0) {
      throw new Refused('codes.form');
    }
    await gather(lines);
    $('code-text').value = '';
  }));
  document.addEventListener('visibilitychange', () => (document.hidden ? stop() : null));

  return {
    /** Whom the log may be shown to, with how far each has it. */
    draw() {
      const chosen = $('code-for').value;
      $('code-for').replaceChildren(el('option', { value: '' }, t('codes.all')),
        ...page.log().holders().map(([device, seq]) => el('option', { value: device }, t('codes.for', device, seq))));
      $('code-for').value = [...$('code-for').options].some(o => o.value === chosen) ? chosen : '';
    },

    /** The words on the buttons, in the language that was chosen. */
    translate() {
      $('code-run').textContent = t(turning === null ? 'codes.run' : 'codes.pause');
      $('code-camera').textContent = t(camera === null ? 'codes.camera' : 'codes.stop');
      progress();
      if (shown.length > 0) {
        turn(0);
      }
    },

    /** Nothing of a day is shown or filmed when it is over. */
    end() {
      hide();
      stop();
      gathering = new Gathering();
      progress();
    }
  };
}
