-- A person's own will is a hold too, with the day on which he is asked again. What he wants is not written down: only that he is not exchanged.
alter table hold drop constraint hold_kind_check;
alter table hold add constraint hold_kind_check
    check (kind in ('MEDICAL', 'LEGAL', 'PROTECTION', 'DISPUTED_IDENTITY', 'OWN_WILL'));
alter table hold add column ask_again text;
