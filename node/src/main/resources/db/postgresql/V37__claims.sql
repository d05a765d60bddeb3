-- What people said of claims that a person is dead; the claims lie in the rows. Marks and reasons are made with the person's key.
create table claim_word (
    id      bigint generated always as identity primary key,
    kind    text not null check (kind in ('HELD', 'SOUGHT')),
    row_key text not null,
    claim   text not null,
    said    text not null check (said in ('CONFIRM', 'REFUSE', 'SEND_BACK', 'TAKE_BACK')),
    reason  bytea not null,
    by_whom text not null,
    at_time text not null
);

create index claim_word_of on claim_word (kind, row_key);
