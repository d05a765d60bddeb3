-- What was done for a person who is held, and on which day; only added to. The newest word on an event counts.
create table duty_event (
    id      integer primary key,
    row_key text not null,
    event   text not null,
    on_day  text not null,
    by_whom text not null,
    at_time text not null
) strict;
