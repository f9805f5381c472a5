create table referral (
  id bigint not null auto_increment, household_id bigint not null, call_id bigint, campaign_id bigint, agency_id bigint not null, partner_id bigint not null, service varchar(20) not null,
  made_by varchar(12) not null, consent boolean not null, state varchar(12) not null, outcome varchar(20), opened_by varchar(64) not null, opened_at datetime(3) not null,
  follow_on datetime(3), closed_at datetime(3), version int not null default 0,
  primary key (id), key referral_by_call (call_id), key referral_by_household (household_id), key referral_by_campaign (campaign_id, state),
  unique key referral_once (call_id, partner_id, service)
);
create table field_check (
  id bigint not null auto_increment, household_id bigint not null, call_id bigint, campaign_id bigint, agency_id bigint not null, purpose varchar(20) not null, instructions varchar(280),
  state varchar(12) not null, outcome varchar(20), opened_by varchar(64) not null, opened_at datetime(3) not null, closed_at datetime(3), version int not null default 0,
  primary key (id), key field_check_by_call (call_id), key field_check_by_household (household_id)
);
create table social_follow_up (
  id bigint not null auto_increment, household_id bigint not null, call_id bigint, campaign_id bigint, agency_id bigint not null, state varchar(12) not null, next_contact_at datetime(3),
  opened_by varchar(64) not null, opened_at datetime(3) not null, closed_at datetime(3), outcome varchar(20), version int not null default 0,
  primary key (id), key follow_up_by_call (call_id), key follow_up_by_household (household_id)
);
-- one running series per household
create table call_series (
  id bigint not null auto_increment, household_id bigint not null, call_id bigint, campaign_id bigint, agency_id bigint not null, caller_id bigint not null, day_of_week tinyint not null,
  time_of_day time not null, state varchar(12) not null, open_household_id bigint as (if(state = 'RUNNING', household_id, null)) stored, next_call_at datetime(3),
  opened_by varchar(64) not null, opened_at datetime(3) not null, ended_at datetime(3), ended_because varchar(20), version int not null default 0,
  primary key (id), unique key series_once (open_household_id), key series_by_caller (caller_id, state)
);
create table series_call (
  id bigint not null auto_increment, series_id bigint not null, due_at datetime(3) not null, caller_id bigint not null, called_at datetime(3), reached boolean, grade varchar(10),
  primary key (id), unique key series_call_once (series_id, due_at), constraint series_call_of foreign key (series_id) references call_series (id)
);
