-- A lost case code: one officer asks for a new one with how he made sure who stands before him, a second gives it. Of no code more than its hash is kept.
create table code_reissue (
    id       text primary key,
    kin_id   text not null references kin (id),
    proof    text not null,
    asked_by text not null,
    asked_at text not null,
    done_by  text not null default '',
    done_at  text not null default ''
) strict;

create index code_reissue_kin on code_reissue (kin_id);

-- What people concluded of remains: two parts are of one person, or a part is, provisionally, somebody sought. Two people each for the step and
-- for taking it back; nothing is deleted.
create table remains_step (
    id          text primary key,
    kind        text not null check (kind in ('JOIN', 'NAME')),
    part        text not null,
    other       text not null,
    method      text not null check (method in ('DNA', 'FIT', 'DOCUMENT', 'BELONGINGS', 'STATEMENT', 'OTHER')),
    reason      text not null,
    asked_by    text not null,
    asked_at    text not null,
    done_by     text not null default '',
    done_at     text not null default '',
    undo_reason text not null default '',
    undo_by     text not null default '',
    undo_at     text not null default '',
    undone_by   text not null default '',
    undone_at   text not null default ''
) strict;
