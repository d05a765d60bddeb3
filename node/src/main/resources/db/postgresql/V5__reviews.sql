-- What people of this side said of a pair that the engine proposed; only added to.
create table review (
    id      bigint generated always as identity primary key,
    case_id text not null,
    step    text not null check (step in ('ANSWER', 'CONFIRM')),
    line    text not null,
    row_key text not null,
    said    text not null check (said in ('TAKE', 'CONFIRM', 'REJECT', 'NEED_MORE', 'TAKE_BACK')),
    reason  text not null,
    by_whom text not null,
    at_time text not null
);

create index review_of on review (case_id, step, line);
