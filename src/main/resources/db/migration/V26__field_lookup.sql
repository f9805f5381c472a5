-- Who looked for whom. words_hash: SHA-256 of the folded words of a search, so that the log holds no second list of names;
-- household_id: whose sheet was asked for. granted: false for a sheet of another sector.
create table lookup_audit (
  id bigint not null auto_increment, staff_id bigint not null, at datetime(3) not null, words_hash binary(32), hits int, household_id bigint, granted boolean not null,
  primary key (id), key lookups_of_person (staff_id, at), key lookups_of_household (household_id, at)
);
-- Notes of visits. note_key: made by the telephone before it sends, so that a note sent ten times is one note. noted_at: when it
-- was written, received_at: when the network brought it.
create table visit_note (
  id bigint not null auto_increment, note_key varchar(64) not null, household_id bigint not null, staff_id bigint not null, note varchar(500) not null,
  noted_at datetime(3) not null, received_at datetime(3) not null,
  primary key (id), unique key visit_note_once (note_key), key visit_notes_of_household (household_id, id),
  constraint visit_note_household foreign key (household_id) references household (id)
);
-- What field managers know of a dwelling while it is vacant. since: the day after which nobody lived there, so that an earlier
-- vacancy's state never shows up in a later one. keys_at: WITH_TENANT, AGENCY, CONTRACTOR, LOST. works: NONE, TO_PLAN, RUNNING, DONE.
create table vacant_dwelling (
  dwelling_id bigint not null, since date not null, keys_at varchar(12) not null, works varchar(8) not null, works_until date, visit_at datetime(3),
  next_tenant varchar(120), available_on date, note varchar(300), updated_by varchar(64) not null, updated_at datetime(3) not null, version int not null default 0,
  primary key (dwelling_id, since), constraint vacant_dwelling_of foreign key (dwelling_id) references dwelling (id)
);
