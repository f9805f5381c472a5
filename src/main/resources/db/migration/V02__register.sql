create table agency (
  id bigint not null auto_increment, code varchar(20) not null, name varchar(120) not null, phone varchar(20), email varchar(254),
  primary key (id), unique key agency_code (code)
);
create table building (
  id bigint not null auto_increment, code varchar(30) not null, agency_id bigint not null, name varchar(120) not null default '',
  address varchar(200) not null, postcode varchar(5) not null, commune varchar(80) not null, insee varchar(5) not null,
  primary key (id), unique key building_code (code), key building_by_agency (agency_id), key building_by_commune (insee),
  constraint building_agency foreign key (agency_id) references agency (id)
);
create table stairwell (
  id bigint not null auto_increment, building_id bigint not null, code varchar(20) not null,
  primary key (id), unique key stairwell_code (building_id, code),
  constraint stairwell_building foreign key (building_id) references building (id)
);
create table dwelling (
  id bigint not null auto_increment, code varchar(30) not null, building_id bigint not null, stairwell_id bigint,
  typology varchar(5) not null, floor smallint, door varchar(20), rent_cents bigint, charges_cents bigint, financing varchar(10),
  primary key (id), unique key dwelling_code (code), key dwelling_by_building (building_id), key dwelling_by_stairwell (stairwell_id),
  constraint dwelling_building foreign key (building_id) references building (id),
  constraint dwelling_stairwell foreign key (stairwell_id) references stairwell (id)
);
-- agency_id and dwelling_id follow the current lease; they spare every list a join.
create table household (
  id bigint not null auto_increment, code varchar(30) not null, name varchar(120) not null, agency_id bigint not null, dwelling_id bigint,
  language varchar(5) not null default 'fr', arrears_cents bigint not null default 0, arrears_as_of date,
  primary key (id), unique key household_code (code), key household_by_agency (agency_id), key household_by_dwelling (dwelling_id), key household_by_name (name, id),
  constraint household_agency foreign key (agency_id) references agency (id),
  constraint household_dwelling foreign key (dwelling_id) references dwelling (id)
);
create table lease (
  id bigint not null auto_increment, code varchar(30) not null, dwelling_id bigint not null, household_id bigint not null, starts_on date not null, ends_on date,
  primary key (id), unique key lease_code (code), key lease_by_dwelling (dwelling_id), key lease_by_household (household_id),
  constraint lease_dwelling foreign key (dwelling_id) references dwelling (id),
  constraint lease_household foreign key (household_id) references household (id)
);
create table occupant (
  id bigint not null auto_increment, code varchar(30) not null, household_id bigint not null, civility varchar(5), last_name varchar(80) not null,
  first_name varchar(80) not null, birth_date date, marital_status varchar(12), lease_holder boolean not null default false,
  lives_alone boolean not null default false, isolated boolean not null default false, disabled boolean not null default false,
  fragile boolean not null default false, followed boolean not null default false, priority_transfer boolean not null default false,
  do_not_call boolean not null default false, email varchar(254), deceased_on date, left_on date,
  primary key (id), unique key occupant_code (code), key occupant_by_household (household_id), key occupant_by_birth (birth_date),
  constraint occupant_household foreign key (household_id) references household (id)
);
-- The folded words by which a household is found: names, codes, numbers, address. A prefix search walks the second key.
create table household_word (
  household_id bigint not null, word varchar(40) not null,
  primary key (household_id, word), key household_by_word (word, household_id),
  constraint word_household foreign key (household_id) references household (id) on delete cascade
) character set ascii collate ascii_bin;
-- rank_no: the order in which they are tried; dead numbers are kept, marked. What an agency found is not from the register
-- and stays when the register does not know it.
create table phone (
  id bigint not null auto_increment, occupant_id bigint not null, e164 varchar(16) not null, mobile boolean not null, rank_no smallint not null default 1,
  dead boolean not null default false, from_register boolean not null default true,
  primary key (id), unique key phone_of_occupant (occupant_id, e164), key phone_number (e164),
  constraint phone_occupant foreign key (occupant_id) references occupant (id) on delete cascade
);
-- state: READY (inspected, waits for somebody's word), QUEUED, RUNNING, DONE, FAILED, CANCELLED. lines_done is written in the
-- transaction of the lines it counts, so that a crash resumes there; worker and lease_until say which node runs it.
create table register_import (
  id bigint not null auto_increment, file_name varchar(200) not null, stored_file_id bigint not null, source varchar(10) not null, state varchar(12) not null,
  charset varchar(20) not null, delimiter_char char(1) not null, idempotency_key varchar(80),
  lines_total int not null default 0, lines_done int not null default 0, created int not null default 0, updated int not null default 0,
  unchanged int not null default 0, rejected int not null default 0, problem varchar(400), started_by varchar(64) not null,
  started_at datetime(3) not null, ended_at datetime(3), worker char(36), lease_until datetime(3), stumbles int not null default 0,
  primary key (id), key import_by_state (state, id), unique key import_once (idempotency_key)
);
create table register_import_reject (
  import_id bigint not null, line_no int not null, reason varchar(300) not null, content varchar(2000) not null,
  primary key (import_id, line_no), constraint reject_import foreign key (import_id) references register_import (id) on delete cascade
);
-- Households of which somebody died or left in this import: looked at when its last line is done.
create table register_departure (
  import_id bigint not null, household_id bigint not null, primary key (import_id, household_id),
  constraint departure_import foreign key (import_id) references register_import (id) on delete cascade
);
-- Who holds this row chooses the next import: one at a time, over all nodes.
create table register_import_turn (id int not null, primary key (id));
insert into register_import_turn values (1);
