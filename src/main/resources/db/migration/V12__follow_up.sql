-- open_household_id: the household while the row is open, so that a unique key allows one open row, and any number of closed ones.
-- state: TO_MAKE, FOLLOWED, CLOSED, INTERRUPTED.
create table referral (
  id bigint not null auto_increment, household_id bigint not null, call_id bigint, campaign_id bigint, agency_id bigint not null, partner_id bigint not null, service varchar(20) not null,
  made_by varchar(12) not null, consent boolean not null, state varchar(12) not null, outcome varchar(20), opened_by varchar(64) not null, opened_at datetime(3) not null,
  follow_on datetime(3) not null, closed_at datetime(3),
  open_household_id bigint as (if(state in ('TO_MAKE', 'FOLLOWED'), household_id, null)) stored,
  primary key (id), key referral_by_call (call_id), key referral_by_household (household_id), key referral_by_campaign (campaign_id, state),
  unique key referral_once (open_household_id, partner_id, service),
  constraint referral_household foreign key (household_id) references household (id), constraint referral_partner foreign key (partner_id) references partner (id)
);
-- state: OPEN, CLOSED, INTERRUPTED, here and in the next table.
create table field_check (
  id bigint not null auto_increment, household_id bigint not null, call_id bigint, campaign_id bigint, agency_id bigint not null, purpose varchar(20) not null, instructions varchar(280),
  state varchar(12) not null, outcome varchar(20), opened_by varchar(64) not null, opened_at datetime(3) not null, closed_at datetime(3),
  open_household_id bigint as (if(state = 'OPEN', household_id, null)) stored,
  primary key (id), key field_check_by_call (call_id), key field_check_by_household (household_id), key field_check_by_campaign (campaign_id, state),
  unique key field_check_once (open_household_id, purpose),
  constraint field_check_household foreign key (household_id) references household (id)
);
create table social_follow_up (
  id bigint not null auto_increment, household_id bigint not null, call_id bigint, campaign_id bigint, agency_id bigint not null, state varchar(12) not null, next_contact_at datetime(3) not null,
  contacts int not null default 0, opened_by varchar(64) not null, opened_at datetime(3) not null, closed_at datetime(3), outcome varchar(20),
  open_household_id bigint as (if(state = 'OPEN', household_id, null)) stored,
  primary key (id), key follow_up_by_call (call_id), key follow_up_by_household (household_id), key follow_up_by_campaign (campaign_id, state),
  unique key follow_up_once (open_household_id),
  constraint follow_up_household foreign key (household_id) references household (id)
);
-- One running series per household. state: RUNNING, ENDED. day_of_week: 1 is Monday. next_call_at is the occurrence to come, or open now.
create table call_series (
  id bigint not null auto_increment, household_id bigint not null, call_id bigint, campaign_id bigint, agency_id bigint not null, caller_id bigint not null, day_of_week tinyint not null,
  time_of_day time not null, state varchar(12) not null, next_call_at datetime(3) not null,
  opened_by varchar(64) not null, opened_at datetime(3) not null, ended_at datetime(3), ended_because varchar(20),
  open_household_id bigint as (if(state = 'RUNNING', household_id, null)) stored,
  primary key (id), unique key series_once (open_household_id), key series_by_caller (caller_id, state), key series_by_household (household_id), key series_by_campaign (campaign_id, state),
  constraint series_household foreign key (household_id) references household (id)
);
-- caller_id: who was to call, the stand-in when the usual caller was absent; none when nobody was free.
create table series_call (
  id bigint not null auto_increment, series_id bigint not null, due_at datetime(3) not null, caller_id bigint, called_by bigint, called_at datetime(3), reached boolean, grade varchar(10),
  primary key (id), unique key series_call_once (series_id, due_at), key series_call_by_caller (caller_id, due_at),
  constraint series_call_of foreign key (series_id) references call_series (id)
);
