-- Dated settings of unpaid-rent prevention: a value counts from valid_from until the next one of the same setting. value null: the
-- rule no longer applies. Rows are added, never changed. to_confirm: not yet read in a text that binds.
create table arrears_setting (
  id bigint not null auto_increment, setting varchar(40) not null, valid_from date not null, value bigint, source varchar(300) not null,
  to_confirm boolean not null default false, entered_by varchar(64) not null, entered_at datetime(3) not null,
  primary key (id), unique key setting_from (setting, valid_from)
);
insert into arrears_setting (setting, valid_from, value, source, to_confirm, entered_by, entered_at) values
  ('OPENING_AMOUNT', '2020-01-01', 3000, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00'),
  ('OPENING_AGE', '2020-01-01', 5, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00'),
  ('OPENING_MONTHS', '2020-01-01', 2, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00'),
  ('CLEARED_BELOW', '2020-01-01', 1000, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00'),
  ('LADDER_SMS', '2020-01-01', 5, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00'),
  ('LADDER_CALL', '2020-01-01', 8, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00'),
  ('LADDER_APPOINTMENT', '2020-01-01', 10, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00'),
  ('LADDER_APPOINTMENT_HELD', '2020-01-01', 20, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00'),
  ('LADDER_LETTER', '2020-01-01', 30, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00'),
  ('LADDER_VISIT', '2020-01-01', 45, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00'),
  ('LADDER_HOUR', '2020-01-01', 10, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00'),
  ('ANSWER_PATIENCE', '2020-01-01', 10, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00'),
  ('TASK_CALL', '2020-01-01', 2, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00'),
  ('TASK_VISIT', '2020-01-01', 5, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00'),
  ('TASK_DECIDE', '2020-01-01', 5, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00'),
  ('TASK_ASSESS', '2020-01-01', 15, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00'),
  ('TASK_CHECK', '2020-01-01', 5, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00'),
  ('TASK_SUPERVISOR', '2020-01-01', 1, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00'),
  ('PLAN_TOLERANCE', '2020-01-01', 5, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00'),
  ('PLAN_LONGEST', '2020-01-01', 36, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00'),
  ('CAF_UNPAID_MONTHS', '2020-01-01', 2, 'CCH art. R. 824-1, en vigueur jusqu’au 31 décembre 2026', false, 'allervers', '2026-11-22 00:00:00'),
  ('CAF_UNPAID_MONTHS', '2027-01-01', null, 'Décret 2026-84 : remplacé par un montant et un délai', false, 'allervers', '2026-11-22 00:00:00'),
  ('CAF_UNPAID_AMOUNT', '2027-01-01', 45000, 'Décret 2026-84, CCH art. R. 824-2 : plus de 450 €', false, 'allervers', '2026-11-22 00:00:00'),
  ('CAF_UNPAID_AGE', '2027-01-01', 3, 'Décret 2026-84, CCH art. R. 824-2 : toute dette 3 mois après le premier impayé', false, 'allervers', '2026-11-22 00:00:00'),
  ('CAF_REPORT', '2020-01-01', 2, 'Guide des CAF : signalement dans les deux mois', false, 'allervers', '2026-11-22 00:00:00'),
  ('CAF_PLAN', '2020-01-01', 6, 'Suivi CAF : plan d’apurement dans les six mois, à défaut FSL', false, 'allervers', '2026-11-22 00:00:00'),
  ('CAF_SMALL_DEBT', '2020-01-01', 10000, 'Suivi CAF : procédure simplifiée jusqu’à 100 €', false, 'allervers', '2026-11-22 00:00:00'),
  ('CAF_SMALL_PLAN', '2020-01-01', 36, 'Suivi CAF : plan simplifié de trois ans au plus', false, 'allervers', '2026-11-22 00:00:00'),
  ('CCAPEX_BEFORE_SUMMONS', '2020-01-01', 2, 'Loi 89-462 art. 24 II', false, 'allervers', '2026-11-22 00:00:00'),
  ('ORDER_TO_PAY', '2023-07-29', 6, 'Loi 89-462 art. 24 I', true, 'allervers', '2026-11-22 00:00:00'),
  ('ORDER_TO_PAY_OLDER_LEASE', '2020-01-01', 2, 'Clause des baux antérieurs au 29 juillet 2023, jusqu’à leur renouvellement', true, 'allervers', '2026-11-22 00:00:00'),
  ('GUARANTOR_TOLD', '2020-01-01', 15, 'Loi 89-462 art. 24 I', false, 'allervers', '2026-11-22 00:00:00'),
  ('PREFECT_BEFORE_HEARING', '2023-07-29', 6, 'Loi 89-462 art. 24 III', true, 'allervers', '2026-11-22 00:00:00'),
  ('JUDGE_LONGEST', '2020-01-01', 36, 'Loi 89-462 art. 24 V', false, 'allervers', '2026-11-22 00:00:00'),
  ('COHESION_PROTOCOL', '2020-01-01', 24, 'CCH art. L. 353-15-2 et L. 442-6-5', false, 'allervers', '2026-11-22 00:00:00'),
  ('COHESION_PROTOCOL_LONGEST', '2020-01-01', 36, 'CCH art. L. 353-15-2 et L. 442-6-5', false, 'allervers', '2026-11-22 00:00:00'),
  ('COHESION_NEW_LEASE', '2020-01-01', 3, 'CCH art. L. 353-15-2 et L. 442-6-5', false, 'allervers', '2026-11-22 00:00:00'),
  ('WINTER_TRUCE_FROM', '2020-01-01', 1101, 'Trêve hivernale', true, 'allervers', '2026-11-22 00:00:00'),
  ('WINTER_TRUCE_TO', '2020-01-01', 331, 'Trêve hivernale', true, 'allervers', '2026-11-22 00:00:00');

-- A case of unpaid rent (dossier d'impayé) of one lease. open_lease_id: the lease while the case is open, so that a unique key allows
-- one open case and any number of closed ones. launch: LISTED by the night's detection, STARTED once the engine has its process.
-- status: OPEN, PAUSED, PLAN, LITIGATION, CLOSED; held_status: what a pause interrupted.
-- debt_cents, collectable_cents, months_owed: the account as of read_on. rule, rule_version, reason: why it was opened.
-- assess: an assessment was decided and is still to be done. next_act, urgency and the others: the worktray's row; urgency: the
-- smaller the more urgent, a day number.
create table arrears_case (
  id bigint not null auto_increment, lease_id bigint not null, household_id bigint not null, agency_id bigint not null, status varchar(12) not null, held_status varchar(12),
  launch varchar(8) not null, opened_on date not null, since_on date not null, rule varchar(60) not null, rule_version varchar(40), reason varchar(300) not null,
  debt_cents bigint not null, collectable_cents bigint not null, months_owed decimal(7,1) not null, read_on date not null,
  last_step varchar(12), last_step_on date, resumed_on date, assess boolean not null default false,
  answer varchar(20), answered_on date, answer_until date,
  pause_reason varchar(20), paused_on date, paused_until date, pause_note varchar(500), hold_id bigint,
  last_contact_at datetime(3), closed_at datetime(3), close_reason varchar(20),
  next_act varchar(30) not null, act_on date not null, act_reason varchar(300) not null, urgency int not null,
  version int not null default 0,
  open_lease_id bigint as (if(status <> 'CLOSED', lease_id, null)) stored,
  primary key (id), unique key arrears_case_once (open_lease_id), key arrears_case_by_lease (lease_id), key arrears_case_by_household (household_id),
  key arrears_case_launch (launch, id), key arrears_case_tray (agency_id, status, urgency, debt_cents desc, id),
  key arrears_case_tray_all (status, urgency, debt_cents desc, id),
  constraint arrears_case_lease foreign key (lease_id) references lease (id), constraint arrears_case_household foreign key (household_id) references household (id)
);
-- A night's detection: after_lease_id is how far it came, written in the transaction of the cases it lists. ended_at: every account was seen.
create table arrears_night (
  night date not null, after_lease_id bigint not null default 0, seen int not null default 0, listed int not null default 0,
  began_at datetime(3) not null, ended_at datetime(3), primary key (night)
);
