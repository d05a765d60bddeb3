-- What a Mixed Medical Commission decided of a held person, as codes. The clinical file is nowhere in this store.
create table board (
    id           bigint generated always as identity primary key,
    row_key      text not null,
    decision     text not null check (decision in ('A', 'B', 'NEXT', 'REJECTED')),
    annex        text,
    decided_on   text not null,
    next_on      text,
    set_by       text not null,
    set_at       text not null,
    confirmed_by text
);
create index board_of_row on board (row_key);
