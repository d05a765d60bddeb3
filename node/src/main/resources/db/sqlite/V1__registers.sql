-- One row per file taken in.
create table batch (
    id           integer primary key,
    kind         text not null check (kind in ('HELD', 'SOUGHT')),
    file         text not null,
    sha256       text not null,
    row_count    integer not null,
    by_whom      text not null,
    at_time      text not null,
    columns_json text not null
) strict;

-- The rows as their file gave them; cells_json is an array in the order of the batch's columns.
create table register_row (
    batch_id   integer not null references batch (id),
    ordinal    integer not null,
    kind       text not null,
    row_key    text not null,
    cells_json text not null,
    primary key (batch_id, ordinal)
) strict, without rowid;

create unique index register_row_key on register_row (batch_id, row_key);

create table read_log (
    id      integer primary key,
    person  text not null,
    what    text not null,
    at_time text not null
) strict;
