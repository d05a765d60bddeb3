// Whether the logs that this device has taken in hang together: the same three faults as docs/handover.md names, as far as they show here.

/** One log's faults: two histories, or a part that is owed. */
function faults(device, events, ends) {
  const bySeq = new Map();
  const found = [];
  let forked = false;
  events.forEach(e => {
    forked = forked || (bySeq.has(e.event.seq) && bySeq.get(e.event.seq).hash !== e.hash);
    bySeq.set(e.event.seq, e);
  });
  const top = Math.max(0, ...bySeq.keys());
  ends.forEach(end => {
    const at = bySeq.get(end.seq);
    forked = forked || (at !== undefined && at.hash !== end.hash);
  });
  bySeq.forEach((e, seq) => {
    const before = bySeq.get(seq - 1);
    forked = forked || (before !== undefined && e.event.prev !== before.hash);
  });
  if (forked) {
    found.push({ what: 'FORK', device });
  }
  const furthest = Math.max(top, ...ends.map(end => end.seq));
  for (let seq = 1; seq <= furthest; seq++) {
    if (!bySeq.has(seq)) {
      let last = seq;
      while (last < furthest && !bySeq.has(last + 1)) {
        last++;
      }
      found.push({ what: 'GAP', device, from: seq, to: last });
      seq = last;
    }
  }
  if (ends.some(end => end.last && end.seq < furthest)) {
    found.push({ what: 'TRUNCATION', device });
  }
  return found;
}

/** The faults of all logs but this device's own. Every event and every end given here was verified as its device's. */
export function breaches(entries, own) {
  const events = new Map();
  const ends = new Map();
  const of = (map, device) => map.get(device) || map.set(device, []).get(device);
  entries.forEach(e => {
    of(events, e.event.device).push(e);
    if (e.event.kind === 'Met' && e.event.device === own) {
      of(ends, e.event.body.head.head.device).push(e.event.body.head.head);
    }
  });
  const devices = new Set([...events.keys(), ...ends.keys()]);
  devices.delete(own);
  return [...devices].sort().flatMap(d => faults(d, events.get(d) || [], ends.get(d) || []));
}
