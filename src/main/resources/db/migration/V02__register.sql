create table agency (
  id bigint not null auto_increment, code varchar(20) not null, name varchar(120) not null, phone varchar(20), email varchar(254),
  primary key (id), unique key agency_code (code)
);
create table building (
  id bigint not null auto_increment, code varchar(30) not null, agency_id bigint not null, name varchar(120) not null,
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
  language varchar(5) not null default 'fr', arrears_cents bigint not null default 0, arrears_as_of date, search varchar(300) not null default '',
  primary key (id), unique key household_code (code), key household_by_agency (agency_id), key household_by_dwelling (dwelling_id), key household_search (search(60)),
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
  do_not_call boolean not null default false, email varchar(254), deceased_on date, left_on date, search varchar(180) not null default '',
  primary key (id), unique key occupant_code (code), key occupant_by_household (household_id), key occupant_by_birth (birth_date), key occupant_search (search(40)),
  constraint occupant_household foreign key (household_id) references household (id)
);
-- rank_no: the order in which the register gives them; dead numbers are kept, marked.
create table phone (
  id bigint not null auto_increment, occupant_id bigint not null, e164 varchar(16) not null, mobile boolean not null, rank_no smallint not null default 1,
  dead boolean not null default false,
  primary key (id), unique key phone_of_occupant (occupant_id, e164), key phone_number (e164),
  constraint phone_occupant foreign key (occupant_id) references occupant (id) on delete cascade
);
create table register_import (
  id bigint not null auto_increment, file_name varchar(200) not null, stored_file_id bigint not null, source varchar(10) not null, state varchar(12) not null,
  lines_total int not null default 0, lines_done int not null default 0, created int not null default 0, updated int not null default 0,
  unchanged int not null default 0, rejected int not null default 0, problem varchar(400), started_by varchar(64) not null,
  started_at datetime(3) not null, ended_at datetime(3),
  primary key (id), key import_by_state (state, id)
);
create table register_import_reject (
  import_id bigint not null, line_no int not null, reason varchar(300) not null, content varchar(2000) not null,
  primary key (import_id, line_no), constraint reject_import foreign key (import_id) references register_import (id) on delete cascade
);
