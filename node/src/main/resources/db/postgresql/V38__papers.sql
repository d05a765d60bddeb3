-- Pictures of a person and of papers about him, sealed under his key.
create table paper (
    id      text primary key,
    kind    text not null check (kind in ('HELD', 'SOUGHT')),
    row_key text not null,
    media   text not null check (media in ('image/jpeg', 'image/png')),
    wide    integer not null,
    high    integer not null,
    size    integer not null,
    words   bytea not null,
    sealed  bytea not null,
    by_whom text not null,
    at_time text not null
);

create index paper_of on paper (kind, row_key);
