-- What people said of two rows of one register that may be one person; only added to.
create table twin_word (
    id      integer primary key,
    kind    text not null check (kind in ('HELD', 'SOUGHT')),
    one     text not null,
    other   text not null,
    said    text not null check (said in ('SAME', 'DIFFERENT', 'NEED_MORE', 'TAKE_BACK')),
    by_whom text not null,
    at_time text not null
) strict;

create index twin_word_of on twin_word (kind, one, other);
