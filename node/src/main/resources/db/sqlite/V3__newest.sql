-- A register taken in again leaves the rows before it as history. Which row of a key counts is kept, so that a page of those that
-- count is read without passing all that came before.
alter table register_row add column newest integer not null default 1;

update register_row set newest = 0 where exists (
    select 1 from register_row n
    where n.kind = register_row.kind and n.row_key = register_row.row_key and n.batch_id > register_row.batch_id);

create index register_row_newest on register_row (kind, batch_id, ordinal) where newest = 1;
