-- A letter that somebody had sent again may have arrived the first time.
alter table reminder add column in_doubt boolean not null default false;
