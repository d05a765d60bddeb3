-- The same file twice is a mistake of hands, also when two people make it at once.
create unique index batch_file on batch (kind, sha256);

-- One person's row is looked up without reading the register.
create index register_row_by_key on register_row (kind, row_key, batch_id);
