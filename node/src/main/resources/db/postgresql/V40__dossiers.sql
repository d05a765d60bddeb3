-- What people of this side wrote down of a person, sealed under his key; and the numbers of the forms that were printed for him.
create table dossier_statement (
    id      bigint generated always as identity primary key,
    kind    text not null check (kind in ('HELD', 'SOUGHT')),
    row_key text not null,
    sealed  bytea not null,
    by_whom text not null,
    at_time text not null
);

create index dossier_statement_of on dossier_statement (kind, row_key);

create table printed_form (
    number  text primary key,
    kind    text not null check (kind in ('HELD', 'SOUGHT')),
    row_key text not null,
    form    text not null,
    by_whom text not null,
    at_time text not null
);

create index printed_form_of on printed_form (kind, row_key);
