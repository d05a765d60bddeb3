-- What a later log of a day changed: the event stands no more, and a notice of it that had not left never leaves.
alter table family_event add column withdrawn_at text not null default '';
alter table notice add column withdrawn_at text not null default '';
-- Code of the notice that this one corrects; empty where it corrects none.
alter table notice add column corrects text not null default '';
