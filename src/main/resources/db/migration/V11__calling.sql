create table caller_profile (
  staff_id bigint not null, files_per_week int not null, file_size int not null, languages varchar(60) not null default 'fr', primary key (staff_id)
);
-- A file handed to a caller: several households at once, held until expires_at.
create table call_file (
  id bigint not null auto_increment, campaign_id bigint not null, caller_id bigint not null, handed_at datetime(3) not null, expires_at datetime(3) not null, size int not null,
  primary key (id), key file_by_caller (caller_id, handed_at)
);
-- submission: the key that the page sends, so that the same call sent twice is one call.
create table call_attempt (
  id bigint not null auto_increment, call_id bigint not null, caller_id bigint not null, submission char(36) not null, phone varchar(16), at datetime(3) not null,
  disposition varchar(12) not null, answers text, note varchar(280), grade varchar(10), computed_grade varchar(10), grade_change_reason varchar(200),
  primary key (id), unique key attempt_once (submission), key attempt_by_call (call_id, at), key attempt_by_caller (caller_id, at),
  constraint attempt_call foreign key (call_id) references household_call (id)
);
create table call_draft (
  call_id bigint not null, caller_id bigint not null, answers text not null, saved_at datetime(3) not null, primary key (call_id, caller_id)
);
create table call_need (
  call_id bigint not null, need varchar(20) not null, primary key (call_id, need)
);
create table testimony (
  id bigint not null auto_increment, call_id bigint not null, campaign_id bigint, words varchar(500) not null, at datetime(3) not null,
  primary key (id), key testimony_by_campaign (campaign_id), unique key testimony_once (call_id)
);
create table third_party_alert (
  id bigint not null auto_increment, household_id bigint not null, call_id bigint not null, source varchar(20) not null, source_name varchar(120), source_phone varchar(20),
  facts varchar(280) not null, grade varchar(10) not null, taken_by varchar(64) not null, taken_at datetime(3) not null,
  primary key (id), unique key alert_call (call_id)
);
