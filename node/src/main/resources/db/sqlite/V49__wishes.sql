-- What the neutral heard when it spoke with people alone before lists are frozen: whether they may be exchanged now, and when they are asked again.
-- No reason and no destination is written down, so that no paper can hurt them. The newest counts; nothing is deleted.
create table wish (
    id           integer primary key,
    case_id   text not null,
    line      text not null,
    wish      text not null check (wish in ('READY', 'NOT_NOW', 'NOT_ASKED')),
    asked_by  text not null,
    asked_on  text not null,
    ask_again text,
    noted_by  text not null,
    noted_at  text not null
) strict;

create index wish_case on wish (case_id, line);
