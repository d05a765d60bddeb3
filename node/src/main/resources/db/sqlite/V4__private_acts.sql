-- A commitment to a row's cells, which are sealed under the person's key from here on.
alter table register_row add column commitment text;

-- What was done on this node: the subject and salt to which the entry of the same number in the node's own log is a commitment.
create table private_act (
    number   integer primary key,
    kind     text not null,
    actor    text not null,
    sequence integer not null,
    at_time  text not null,
    subject  text not null,
    salt     text not null,
    entry    text not null
) strict;

create unique index private_act_of on private_act (actor, sequence);
