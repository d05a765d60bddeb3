-- Who may see a case beside those whom its card names, and who opened one without being let in. Only ended, never deleted.
create table case_grant (
    id         integer primary key,
    case_id    text not null,
    person     text not null,
    granted_by text not null,
    granted_at text not null,
    ended_by   text,
    ended_at   text
) strict;

create unique index case_grant_in_force on case_grant (case_id, person) where ended_by is null;

create table broken_glass (
    id          integer primary key,
    person      text not null,
    case_id     text not null,
    reason      text not null,
    broken_at   text not null,
    until_at    text not null,
    reviewed_by text,
    reviewed_at text,
    justified   integer,
    words       text
) strict;

-- What somebody asked to carry out of the node, and who let him; only added to and marked.
create table export_request (
    id           integer primary key,
    kind         text not null,
    subject      text not null,
    lines        integer not null,
    digest       text not null,
    reason       text not null,
    asked_by     text not null,
    asked_at     text not null,
    decided_by   text,
    decided_at   text,
    allowed      integer,
    taken_at     text
) strict;
