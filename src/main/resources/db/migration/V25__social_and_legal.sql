-- What happened or is planned before a court or a fund, by case: CAF_UNPAID, CAF_ASKED_PLAN, ORDER_SERVED, CCAPEX_REFERRED, SUMMONS_PLANNED, HEARING.
-- older_clause: the lease's clause gives the older, longer time to pay.
create table legal_fact (
  case_id bigint not null, kind varchar(20) not null, on_day date not null, older_clause boolean not null default false,
  entered_by varchar(64) not null, entered_at datetime(3) not null,
  primary key (case_id, kind), constraint fact_case foreign key (case_id) references arrears_case (id)
);
-- A legal deadline. state: OPEN, WARNED (its task is open), DONE, VOID (no longer needed). done_on and proof_file_id say that it was met.
create table legal_deadline (
  id bigint not null auto_increment, case_id bigint not null, household_id bigint not null, agency_id bigint not null, kind varchar(20) not null,
  due_on date not null, state varchar(8) not null, done_on date, done_by varchar(64), proof_file_id bigint,
  primary key (id), unique key deadline_once (case_id, kind), key deadline_board (state, due_on, id), key deadline_of_agency (agency_id, state, due_on, id),
  constraint deadline_case foreign key (case_id) references arrears_case (id)
);
-- The social assessment (évaluation sociale) of a case. state: DRAFT, DONE. One draft a case; what is done stays as it is.
-- rights: keys of rights to check, separated by commas.
create table social_assessment (
  id bigint not null auto_increment, case_id bigint not null, household_id bigint not null, agency_id bigint not null, state varchar(8) not null,
  adults int not null, children int not null, rent_cents bigint not null, debit_day tinyint, rights varchar(300) not null default '', opinion varchar(4000) not null default '',
  made_by varchar(64) not null, made_at datetime(3) not null, done_at datetime(3), version int not null default 0,
  draft_case_id bigint as (if(state = 'DRAFT', case_id, null)) stored,
  primary key (id), unique key assessment_draft (draft_case_id), key assessment_of_case (case_id, id),
  constraint assessment_case foreign key (case_id) references arrears_case (id)
);
-- side: RESOURCE, CHARGE, DEBT. month_cents: each month; total_cents: what is left of a debt. person: whose it is, in a word.
create table assessment_line (
  assessment_id bigint not null, number int not null, side varchar(8) not null, kind varchar(24) not null, person varchar(60) not null default '',
  month_cents bigint not null, total_cents bigint not null default 0,
  primary key (assessment_id, number), constraint line_assessment foreign key (assessment_id) references social_assessment (id) on delete cascade
);
-- Aid asked for a household. state: ASKED, PENDING (the file is complete, an answer is awaited), GRANTED, REFUSED, WITHDRAWN.
create table aid_request (
  id bigint not null auto_increment, case_id bigint not null, household_id bigint not null, agency_id bigint not null, scheme varchar(24) not null,
  state varchar(12) not null, asked_cents bigint, granted_cents bigint, asked_on date not null, follow_on date not null, decided_on date, note varchar(280),
  made_by varchar(64) not null, made_at datetime(3) not null,
  open_case_id bigint as (if(state in ('ASKED', 'PENDING'), case_id, null)) stored,
  primary key (id), unique key aid_once (open_case_id, scheme), key aid_of_case (case_id, id),
  constraint aid_case foreign key (case_id) references arrears_case (id)
);
-- A relief measure (mesure d'aide du bailleur). kind: POSTPONE, SPREAD, PARTIAL_REMISSION, TOTAL_REMISSION. state: PROPOSED, APPROVED, REFUSED, WITHDRAWN.
-- level: who approves, SUPERVISOR or DIRECTOR; never who proposed.
create table relief_measure (
  id bigint not null auto_increment, case_id bigint not null, lease_id bigint not null, household_id bigint not null, agency_id bigint not null,
  beneficiary varchar(12) not null, kind varchar(20) not null, state varchar(12) not null, level varchar(12) not null, amount_cents bigint not null,
  until_on date, months int, reason varchar(500) not null, proposed_by varchar(64) not null, proposed_at datetime(3) not null,
  decided_by varchar(64), decided_at datetime(3), decision_note varchar(500), hold_id bigint,
  open_case_id bigint as (if(state = 'PROPOSED', case_id, null)) stored,
  primary key (id), unique key relief_once (open_case_id), key relief_of_case (case_id, id),
  constraint relief_case foreign key (case_id) references arrears_case (id)
);
insert into arrears_setting (setting, valid_from, value, source, to_confirm, entered_by, entered_at) values
  ('TASK_RELIEF', '2020-01-01', 5, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00'),
  ('TASK_AID', '2020-01-01', 3, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00'),
  ('AID_FOLLOW_UP', '2020-01-01', 30, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00'),
  ('RELIEF_BY_SUPERVISOR', '2020-01-01', 50000, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00'),
  ('RELIEF_BY_SUPERVISOR_BUSINESS', '2020-01-01', 100000, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00'),
  ('RELIEF_LONGEST', '2020-01-01', 24, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00'),
  ('DEADLINE_WARNING', '2020-01-01', 15, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00'),
  ('DEADLINE_MARGIN', '2020-01-01', 5, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00');
