create table campaign (
  id bigint not null auto_increment, name varchar(120) not null, purpose varchar(20) not null, guide varchar(40) not null, state varchar(12) not null,
  starts_on date not null, ends_on date not null, max_attempts int not null, file_size int not null, hold_hours int not null,
  services varchar(120) not null default '', partner_override varchar(300), launch_problem varchar(300), created_by varchar(64) not null, created_at datetime(3) not null, approved_by varchar(64), approved_at datetime(3), closed_at datetime(3),
  version int not null default 0,
  primary key (id), unique key campaign_name (name), key campaign_state (state)
);
-- criteria: the audience as JSON, one document per wave (see outreach.campaign.Audience).
create table campaign_wave (
  id bigint not null auto_increment, campaign_id bigint not null, number int not null, name varchar(80) not null, criteria text not null,
  opens_on date, deadline_on date not null, opened_at datetime(3), listed int, late_counted_on date, stopped_on date,
  primary key (id), unique key wave_number (campaign_id, number), constraint wave_campaign foreign key (campaign_id) references campaign (id) on delete cascade
);
-- One household called in one campaign. campaign_id and wave_id are empty for an alert by a third party.
-- stopped_at: a supervisor decided that this late call will not be made; it is closed soon after.
-- state: LISTED (to be started), TO_CALL, WAITING (a retry, a call-back, a task elsewhere), CLOSED.
create table household_call (
  id bigint not null auto_increment, campaign_id bigint, wave_id bigint, household_id bigint not null, agency_id bigint not null, state varchar(10) not null,
  priority int not null default 0, language varchar(5) not null default 'fr', wanted_caller_id bigint,
  holder_id bigint, held_until datetime(3), file_id bigint, callable_from datetime(3), attempts int not null default 0,
  first_called_at datetime(3), last_called_at datetime(3), reached_at datetime(3), disposition varchar(12), outcome varchar(12),
  grade varchar(10), grade_rule varchar(60), grade_reason varchar(300), graded_at datetime(3), started_at datetime(3), stopped_at datetime(3), closed_at datetime(3), version int not null default 0,
  -- never called yet; a pull walks call_hand_out in its order and stops at the first free household
  fresh boolean as (attempts = 0) stored,
  primary key (id), unique key household_once_per_campaign (campaign_id, household_id),
  key call_to_start (state, campaign_id, id), key call_hand_out (state, agency_id, holder_id, fresh desc, priority desc, id), key call_by_household (household_id), key call_by_holder (holder_id, state), key call_by_lease (held_until), key call_wanted (wanted_caller_id, state),
  key call_by_wave (wave_id, state), key call_by_file (file_id),
  constraint call_campaign foreign key (campaign_id) references campaign (id), constraint call_wave foreign key (wave_id) references campaign_wave (id),
  constraint call_household foreign key (household_id) references household (id)
);
create table household_call_occupant (
  call_id bigint not null, occupant_id bigint not null, primary key (call_id, occupant_id),
  constraint concerned_call foreign key (call_id) references household_call (id) on delete cascade
);
-- The agencies a campaign is for: their supervisors see it. target: households to call there; none: all on its list.
create table campaign_agency (
  campaign_id bigint not null, agency_id bigint not null, target int, primary key (campaign_id, agency_id), key campaign_of_agency (agency_id),
  constraint agency_campaign foreign key (campaign_id) references campaign (id) on delete cascade
);
