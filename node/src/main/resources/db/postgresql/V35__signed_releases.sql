-- Who asked for a notice, released it, or released figures: his own signature over a text that names what he released by its digest.
create table release_signature (
    subject   text not null,
    what      text not null check (what in ('ASK', 'RELEASE', 'FIGURES')),
    person    text not null,
    name      text not null,
    key       text not null,
    text      text not null,
    signature text not null,
    at_time   text not null,
    primary key (subject, what)
);
