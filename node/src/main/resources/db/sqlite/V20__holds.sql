-- Why a held person is kept back. It stays here: other nodes see "not available", as for any other reason.
create table hold (
    id           integer primary key,
    row_key      text not null,
    kind         text not null check (kind in ('MEDICAL', 'LEGAL', 'PROTECTION', 'DISPUTED_IDENTITY')),
    set_by       text not null,
    set_at       text not null,
    confirmed_by text,
    lift_by      text,
    lifted_by    text,
    lifted_at    text
) strict;

create index hold_in_force on hold (row_key) where lifted_by is null;
