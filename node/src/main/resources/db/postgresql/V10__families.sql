-- Kin whose kinship was proven to one officer and checked by a second. The code on their paper is kept only hashed.
create table kin (
    id          text primary key,
    dossier     text not null,
    name        text not null,
    relation    text not null,
    proof       text not null,
    channel     text not null check (channel in ('MAIL', 'LETTER', 'PERSON')),
    address     text not null,
    wishes      text not null,
    language    text not null,
    zone        text not null,
    recorded_by text not null,
    recorded_at text not null,
    verified_by text not null default '',
    verified_at text not null default '',
    code_hash   text not null default '',
    until_time  text not null
);

create unique index kin_code on kin (code_hash) where code_hash <> '';
create index kin_dossier on kin (dossier);

-- What happened to a person, written down by one officer with its evidence and verified by a second.
create table family_event (
    id          text primary key,
    dossier     text not null,
    kind        text not null check (kind in ('ADDED', 'RELEASED', 'NOT_RETURNED', 'DIED')),
    occasion    text not null,
    source      text not null check (source in ('REGISTER', 'RECONCILIATION')),
    evidence    text not null,
    recorded_by text not null,
    recorded_at text not null,
    verified_by text not null default '',
    verified_at text not null default ''
);

create index family_event_occasion on family_event (occasion);

-- A death has no kind here: it is told in person.
create table notice (
    id          text primary key,
    kin_id      text not null references kin (id),
    event_id    text not null,
    occasion    text not null,
    kind        text not null check (kind in ('APPLICATION', 'ADDED', 'RELEASED', 'NOT_RETURNED')),
    channel     text not null,
    language    text not null,
    words       text not null,
    salt        text not null,
    code        text not null,
    issued      text not null,
    state       text not null check (state in ('DRAFT', 'ASKED', 'RELEASED', 'SENT', 'REFUSED', 'READ')),
    asked_by    text not null default '',
    released_by text not null default '',
    next_time   text not null default '',
    attempts    integer not null default 0,
    unique (kin_id, kind, event_id)
);

create unique index notice_code on notice (code);
create index notice_state on notice (state, next_time);

create table notice_log (
    id        bigint generated always as identity primary key,
    notice_id text not null references notice (id),
    at_time   text not null,
    what      text not null,
    by_whom   text not null,
    more      text not null
);

create index notice_log_notice on notice_log (notice_id, id);

-- A death to be told in person.
create table visit (
    id       text primary key,
    kin_id   text not null references kin (id),
    event_id text not null,
    occasion text not null,
    state    text not null check (state in ('OPEN', 'NOT_REACHED', 'TOLD')),
    officer  text not null default '',
    at_time  text not null default '',
    unique (kin_id, event_id)
);

-- What a family answers: this is not right.
create table correction (
    id          text primary key,
    notice_id   text not null references notice (id),
    words       text not null,
    at_time     text not null,
    answered_by text not null default '',
    answer      text not null default ''
);

-- Every question at the families' door leaves the same trace, whatever it found.
create table family_asked (
    day_of integer primary key,
    asked  bigint not null
);

-- Figures for the public, version after version; none is ever changed after its release.
create table figure_release (
    id          text primary key,
    occasion    text not null,
    version     integer not null,
    cells_json  text not null,
    drafted_by  text not null,
    drafted_at  text not null,
    released_by text not null default '',
    released_at text not null default '',
    reason      text not null default '',
    unique (occasion, version)
);

-- Whom a returned person saw; source and certainty are graded A to D.
create table returnee_statement (
    id         text primary key,
    returnee   text not null,
    seen       text not null,
    life       text not null check (life in ('ALIVE', 'DEAD')),
    seen_when  text not null,
    seen_where text not null,
    source     text not null check (source in ('A', 'B', 'C', 'D')),
    certainty  text not null check (certainty in ('A', 'B', 'C', 'D')),
    entered_by text not null,
    entered_at text not null,
    until_time text not null
);

create table statement_candidate (
    statement_id text not null references returnee_statement (id),
    dossier      text not null,
    state        text not null check (state in ('PROPOSED', 'CONFIRMED', 'REJECTED')),
    decided_by   text not null default '',
    decided_at   text not null default '',
    primary key (statement_id, dossier)
);
