-- What happened, in words, once and for all: rows are added, never changed.
create table timeline_entry (
  id bigint not null auto_increment, case_kind varchar(40) not null, case_id bigint not null, household_id bigint, at datetime(3) not null,
  actor varchar(64) not null, actor_name varchar(120) not null, kind varchar(20) not null, what varchar(300) not null, detail varchar(2000), social boolean not null default false,
  primary key (id), key timeline_of_case (case_kind, case_id, id), key timeline_of_household (household_id, id)
);
