// What follows from the events that this device has made and seen, and what it therefore refuses to record: the rules of a post, as
// docs/handover.md has them. Whether what was recorded counts in the end, the joining of the logs decides, not this page.
import { Refused } from './log.js';

export const OUTCOMES = ['PRESENT', 'UNFIT', 'DIED', 'ABSENT', 'IDENTITY_DISPUTED'];
export const CAUSES = ['DOES_NOT_WISH', 'WISHES_ELSEWHERE', 'UNFIT', 'SAFETY', 'PAPERS', 'POSTPONED'];
export const EQUAL_CODES = ['N1', 'N2', 'N3', 'N4'];
const LEAST_QUESTIONS = 4;

export class Day {
  constructor(roster, entries) {
    this.roster = roster;
    this.people = new Map();
    this.acts = new Map();
    this.ticked = new Set();
    this.departed = new Set();
    this.acknowledged = [];
    this.tallies = new Map();
    this.unlisted = 0;
    const devices = new Map(roster.devices.map(d => [d.id, d]));
    for (const e of roster.people) {
      this.people.set(e.token, { token: e.token, expected: e, reserve: false, facts: new Set(), acts: [] });
    }
    for (const e of roster.reserve) {
      this.people.set(e.token, { token: e.token, expected: e, reserve: true, facts: new Set(), acts: [] });
    }
    const taken = new Set(entries.filter(e => e.event.kind === 'Withdrawn').map(e => e.event.device + ' ' + e.event.body.event));
    const standing = entries.filter(e => !taken.has(e.event.device + ' ' + e.hash)).map(e => {
      const paper = e.event.kind === 'OnPaper';
      return {
        hash: e.hash,
        lamport: e.event.lamport,
        device: e.event.device,
        party: (devices.get(e.event.device) || {}).party,
        kind: paper ? e.event.body.what : e.event.kind,
        body: paper ? e.event.body.body : e.event.body,
        paper
      };
    });
    standing.filter(e => e.kind === 'Unlisted').forEach(e => this.unlist(e));
    standing.filter(e => e.kind === 'Offered' || e.kind === 'Accepted').forEach(e => this.acts.set(e.hash, e));
    standing.forEach(e => this.count(e));
  }

  other(party) {
    return this.roster.parties[0] === party ? this.roster.parties[1] : this.roster.parties[0];
  }

  unlist(e) {
    if (!this.people.has(e.body.subject)) {
      this.people.set(e.body.subject, { token: e.body.subject, expected: null, reserve: false, facts: new Set(['UNLISTED']), acts: [] });
    }
  }

  gives(party, person) {
    return this.roster.parties.includes(party) && (!person.expected || person.expected.returnsTo !== party);
  }

  answers(act, offerHash, person) {
    const offer = this.acts.get(offerHash);
    return offer && offer.kind === 'Offered' && offer.body.subject === person.token && this.gives(offer.party, person)
      && this.roster.parties.includes(act.party) && act.party !== offer.party;
  }

  count(e) {
    const person = e.body.subject === undefined ? null : this.people.get(e.body.subject);
    const act = name => {
      person.facts.add(name);
      person.acts.push(e);
    };
    switch (e.kind) {
      case 'CheckedIn':
        if (person) {
          person.facts.add(e.body.outcome);
        }
        break;
      case 'Stays':
        if (person && e.party === this.roster.neutral) {
          person.facts.add('STAYS');
          person.code = person.code === undefined || e.body.code < person.code ? e.body.code : person.code;
        }
        break;
      case 'Substituted': {
        const reserve = this.people.get(e.body.reserve);
        if (person && reserve && reserve.reserve && !person.reserve && person.expected.returnsTo === reserve.expected.returnsTo) {
          person.facts.add('REPLACED');
          reserve.facts.add('REPLACES');
        }
        break;
      }
      case 'Offered':
        if (person && this.gives(e.party, person)) {
          act('OFFERED');
        }
        break;
      case 'Accepted':
      case 'Declined':
        if (person && this.answers(e, e.body.offer, person)) {
          act(e.kind.toUpperCase());
        }
        break;
      case 'Concluded': {
        const accepted = this.acts.get(e.body.acceptance);
        if (person && accepted && accepted.kind === 'Accepted' && this.answers(accepted, accepted.body.offer, person)
            && this.acts.get(accepted.body.offer).party === e.party) {
          act('CONCLUDED');
        }
        break;
      }
      case 'Ticked':
        this.ticked.add(e.body.item);
        break;
      case 'Tallied':
        this.tallies.set(e.body.what, (this.tallies.get(e.body.what) || 0) + e.body.number);
        break;
      case 'Acknowledged':
        if (e.body.from === e.party || (e.paper && e.party === this.roster.neutral)) {
          this.acknowledged.push(e);
        }
        break;
      case 'Departed':
        this.departed.add(e.body.vehicle);
        break;
      default:
    }
  }

  status(person) {
    const has = fact => person.facts.has(fact);
    const taken = has('ACCEPTED') || has('CONCLUDED');
    if (new Set(person.acts.filter(a => a.kind === 'Accepted').map(a => a.hash)).size > 1
        || (has('ABSENT') && (has('PRESENT') || has('UNFIT') || has('OFFERED')))
        || (taken && ['DIED', 'STAYS', 'UNFIT', 'REPLACED', 'DECLINED'].some(has))) {
      return 'DISPUTED';
    }
    const order = [['CONCLUDED', 'HANDED_OVER'], ['DIED', 'DIED'], ['STAYS', 'STAYS'], ['REPLACED', 'SUBSTITUTED'], ['UNFIT', 'UNFIT'],
      ['ABSENT', 'ABSENT'], ['DECLINED', 'DECLINED'], ['OFFERED', 'HALF_HANDED_OVER'], ['ACCEPTED', 'HALF_HANDED_OVER'],
      ['IDENTITY_DISPUTED', 'IDENTITY_DISPUTED'], ['UNLISTED', 'UNLISTED'], ['PRESENT', 'PRESENT']];
    const first = order.find(([fact]) => has(fact));
    return first ? first[1] : 'EXPECTED';
  }

  /** The newest act of that kind that this device has made or seen, or null. */
  act(person, kind) {
    return person.acts.filter(a => a.kind === kind).sort((a, b) => b.lamport - a.lamport || (a.hash < b.hash ? 1 : -1))[0] || null;
  }

  missing(vehicle) {
    return vehicle.clearances.filter(c => !this.answer(vehicle, c));
  }

  answer(vehicle, clearance) {
    return this.acknowledged.filter(a => a.body.vehicle === vehicle.id && a.body.what === clearance.what && a.body.from === clearance.from)
      .sort((a, b) => (a.hash < b.hash ? -1 : 1))[0] || null;
  }

  checkIn(outcome, answers, photo, questions) {
    if (outcome !== 'PRESENT') {
      return;
    }
    if (photo === 'DIFFERS' || answers.some(a => !a.agrees)) {
      throw new Refused('check-in.doubt');
    }
    if (answers.length < Math.min(LEAST_QUESTIONS, questions)) {
      throw new Refused('check-in.questions');
    }
  }

  offer(party, person) {
    if (party === this.roster.neutral) {
      throw new Refused('act.neutral');
    }
    if (person.expected && person.expected.returnsTo === party) {
      throw new Refused('act.not-giving');
    }
    const status = this.status(person);
    if (status === 'HANDED_OVER') {
      throw new Refused('act.done');
    }
    if (['STAYS', 'UNFIT', 'DIED', 'ABSENT', 'SUBSTITUTED', 'DISPUTED'].includes(status)) {
      throw new Refused('act.status');
    }
    if (person.reserve && !person.facts.has('REPLACES')) {
      throw new Refused('act.reserve');
    }
  }

  substitute(person, reserve) {
    const out = person.expected;
    if (!out || !reserve || !reserve.reserve) {
      throw new Refused('substitute.not-reserve');
    }
    const into = reserve.expected;
    if (into.returnsTo !== out.returnsTo) {
      throw new Refused('substitute.other-side');
    }
    if (into.category !== out.category) {
      throw new Refused('substitute.category');
    }
    if (['HANDED_OVER', 'HALF_HANDED_OVER'].includes(this.status(person))) {
      throw new Refused('substitute.handed-over');
    }
    const next = this.roster.reserve.find(r => r.returnsTo === into.returnsTo && r.category === into.category
      && this.status(this.people.get(r.token)) === 'EXPECTED' && !this.people.get(r.token).facts.has('REPLACES'));
    if (next && next.number < into.number && !reserve.facts.has('REPLACES')) {
      throw new Refused('substitute.turn');
    }
  }

  depart(vehicle) {
    if (this.departed.has(vehicle.id)) {
      throw new Refused('departure.done');
    }
    const missing = this.missing(vehicle);
    if (missing.length > 0) {
      throw new Refused('departure.not-acknowledged', missing.map(c => c.what + ': ' + c.from).join(', '));
    }
    const left = this.roster.checklist.filter(item => !this.ticked.has(item));
    if (left.length > 0) {
      throw new Refused('departure.checklist', left.join(', '));
    }
  }
}
