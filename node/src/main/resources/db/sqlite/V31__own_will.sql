-- A person's own will is a hold too, with the day on which he is asked again. What he wants is not written down: only that he is not exchanged.
create table hold_before as select * from hold;
drop table hold;
create table hold (
    id           integer primary key,
    row_key      text not null,
    kind         text not null check (kind in ('MEDICAL', 'LEGAL', 'PROTECTION', 'DISPUTED_IDENTITY', 'OWN_WILL')),
    set_by       text not null,
    set_at       text not null,
    confirmed_by text,
    lift_by      text,
    lifted_by    text,
    lifted_at    text,
    ask_again    text
) strict;
insert into hold (id, row_key, kind, set_by, set_at, confirmed_by, lift_by, lifted_by, lifted_at)
    select id, row_key, kind, set_by, set_at, confirmed_by, lift_by, lifted_by, lifted_at from hold_before;
drop table hold_before;
create index hold_in_force on hold (row_key) where lifted_by is null;
