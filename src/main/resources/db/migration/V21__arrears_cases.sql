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
  ('OPENING_TABLE', '2020-01-01', 1, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00'),
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
-- ladder_from: the day from which the ladder counts. pending: what must be done before the ladder goes on. current: the step whose task
-- is open. recheck: the account moved and is to be read again. next_act and the others: the worktray's row; urgency: 0 late … 5 closed.
create table arrears_case (
  id bigint not null auto_increment, lease_id bigint not null, household_id bigint not null, agency_id bigint not null, status varchar(12) not null, held_status varchar(12),
  launch varchar(8) not null, opened_on date not null, since_on date not null, rule varchar(60) not null, rule_version varchar(40), reason varchar(300) not null,
  debt_cents bigint not null, collectable_cents bigint not null, months_owed decimal(7,1) not null, read_on date not null,
  ladder_from date not null, last_step varchar(12), last_step_on date, resumed_on date, pending varchar(24), current varchar(12), current_due date, recheck boolean not null default false,
  answer varchar(20), answered_on date, answer_until date,
  pause_reason varchar(20), paused_on date, paused_until date, pause_note varchar(500), hold_id bigint,
  last_contact_at datetime(3), closed_at datetime(3), close_reason varchar(20),
  next_act varchar(40) not null, act_on date not null, act_reason varchar(300) not null, urgency int not null,
  version int not null default 0,
  open_lease_id bigint as (if(status <> 'CLOSED', lease_id, null)) stored,
  primary key (id), unique key arrears_case_once (open_lease_id), key arrears_case_by_lease (lease_id), key arrears_case_by_household (household_id),
  key arrears_case_launch (launch, id), key arrears_case_tray (agency_id, urgency, debt_cents desc, id),
  key arrears_case_tray_all (urgency, debt_cents desc, id), key arrears_case_recheck (recheck, id),
  constraint arrears_case_lease foreign key (lease_id) references lease (id), constraint arrears_case_household foreign key (household_id) references household (id)
);
-- A night: after_lease_id says how far the accounts were looked at, refreshed_to how far the open cases were brought up to date, each
-- written with what it did. ended_at: nothing is left. wanted counts the accounts for which a case was to be opened.
create table arrears_night (
  night date not null, after_lease_id bigint not null default 0, listed boolean not null default false, refreshed_to bigint not null default 0,
  seen int not null default 0, wanted int not null default 0, began_at datetime(3) not null, ended_at datetime(3), primary key (night)
);
-- What the ladder writes; the landlord edits these texts in the application. {montant}: the collectable part of the debt.
insert into message_template (code, name, automatic, importance, extra_fields) values
  ('arrears-reminder', 'Loyer impayé : premier message', true, 'ESSENTIAL', 'montant'),
  ('arrears-appointment', 'Loyer impayé : rendez-vous à choisir', true, 'ESSENTIAL', 'montant'),
  ('arrears-invitation', 'Loyer impayé : invitation à un rendez-vous', true, 'ESSENTIAL', 'montant'),
  ('arrears-letter', 'Loyer impayé : lettre', true, 'ESSENTIAL', 'montant');
insert into message_template_text (template_id, language, sms, subject, email, letter)
  select id, 'fr', 'Bonjour, sauf erreur {montant} de loyer restent dus. Payez par prélèvement, carte ou virement. Un souci ? {agence}, {téléphone|passez nous voir}.', 'Votre loyer',
   'Bonjour,\n\nSauf erreur de notre part, {montant} restent dus sur votre compte de loyer.\n\nVous pouvez régler par prélèvement, par carte ou par virement. Si vous venez de payer, ne tenez pas compte de ce message.\n\nVous traversez une difficulté ? {téléphone|Passez à l’agence} : plus on en parle tôt, plus il y a de solutions.\n\nBien à vous,\n{agence}',
   'Bonjour,\n\nSauf erreur de notre part, {montant} restent dus sur votre compte de loyer.\n\nVous pouvez régler par prélèvement, par carte ou par virement. Si vous venez de payer, ne tenez pas compte de ce message.\n\nVous traversez une difficulté ? {téléphone|Passez à l’agence} : plus on en parle tôt, plus il y a de solutions.\n\nBien à vous,\n{agence}' from message_template where code = 'arrears-reminder'
  union all
  select id, 'en', 'Hello, unless we are mistaken {montant} of rent is due. Pay by direct debit, card or transfer. Difficulty? {agence}, {téléphone|come and see us}.', 'Your rent',
   'Hello,\n\nUnless we are mistaken, {montant} is still due on your rent account.\n\nYou can pay by direct debit, by card or by transfer. If you have just paid, please disregard this message.\n\nAre you in difficulty? {téléphone|Come to the agency}: the sooner we talk, the more ways there are.\n\nKind regards,\n{agence}',
   'Hello,\n\nUnless we are mistaken, {montant} is still due on your rent account.\n\nYou can pay by direct debit, by card or by transfer. If you have just paid, please disregard this message.\n\nAre you in difficulty? {téléphone|Come to the agency}: the sooner we talk, the more ways there are.\n\nKind regards,\n{agence}' from message_template where code = 'arrears-reminder'
  union all
  select id, 'fr', 'Bonjour, {montant} de loyer restent dus. Parlons-en, et des aides. Rendez-vous à choisir avant le {jour} : {lien}', 'Un rendez-vous pour votre loyer',
   'Bonjour,\n\n{montant} restent dus sur votre compte de loyer. Nous vous proposons d’en parler, au téléphone, à l’agence ou chez vous, et de regarder ensemble les aides et les délais possibles.\n\nChoisissez votre rendez-vous avant le {jour} à cette adresse : {lien}\n\nPour nous joindre : {téléphone|passez à l’agence}.\n\nBien à vous,\n{agence}',
   'Bonjour,\n\n{montant} restent dus sur votre compte de loyer. Nous vous proposons d’en parler, au téléphone, à l’agence ou chez vous, et de regarder ensemble les aides et les délais possibles.\n\nChoisissez votre rendez-vous avant le {jour} à cette adresse : {lien}\n\nPour nous joindre : {téléphone|passez à l’agence}.\n\nBien à vous,\n{agence}' from message_template where code = 'arrears-appointment'
  union all
  select id, 'en', 'Hello, {montant} of rent is due. Let us talk about it and the help there is. Choose an appointment before {jour}: {lien}', 'An appointment about your rent',
   'Hello,\n\n{montant} is still due on your rent account. We would like to talk about it, on the phone, at the agency or at your home, and look at help and delays together.\n\nChoose your appointment before {jour} at this address: {lien}\n\nTo reach us: {téléphone|come to the agency}.\n\nKind regards,\n{agence}',
   'Hello,\n\n{montant} is still due on your rent account. We would like to talk about it, on the phone, at the agency or at your home, and look at help and delays together.\n\nChoose your appointment before {jour} at this address: {lien}\n\nTo reach us: {téléphone|come to the agency}.\n\nKind regards,\n{agence}' from message_template where code = 'arrears-appointment'
  union all
  select id, 'fr', 'Bonjour, {montant} de loyer restent dus. Parlons-en, et des aides : rendez-vous avant le {jour}, {agence}, {téléphone|sur place}.', 'Un rendez-vous pour votre loyer',
   'Bonjour,\n\n{montant} restent dus sur votre compte de loyer. Nous vous proposons d’en parler et de regarder ensemble les aides et les délais possibles.\n\nPour prendre rendez-vous avant le {jour} : {téléphone|passez à l’agence}.\n\nBien à vous,\n{agence}',
   'Bonjour,\n\n{montant} restent dus sur votre compte de loyer. Nous vous proposons d’en parler et de regarder ensemble les aides et les délais possibles.\n\nPour prendre rendez-vous avant le {jour} : {téléphone|passez à l’agence}.\n\nBien à vous,\n{agence}' from message_template where code = 'arrears-invitation'
  union all
  select id, 'en', 'Hello, {montant} of rent is due. Let us talk about it and the help there is: appointment before {jour}, {agence}, {téléphone|on the spot}.', 'An appointment about your rent',
   'Hello,\n\n{montant} is still due on your rent account. We would like to talk about it and look at help and delays together.\n\nFor an appointment before {jour}: {téléphone|come to the agency}.\n\nKind regards,\n{agence}',
   'Hello,\n\n{montant} is still due on your rent account. We would like to talk about it and look at help and delays together.\n\nFor an appointment before {jour}: {téléphone|come to the agency}.\n\nKind regards,\n{agence}' from message_template where code = 'arrears-invitation'
  union all
  select id, 'fr', 'Bonjour, {montant} de loyer restent dus malgré nos messages. Payez par prélèvement, carte ou virement, ou parlons-en : {agence}, {téléphone|sur place}.', 'Votre compte de loyer',
   'Bonjour,\n\nMalgré nos messages, {montant} restent dus sur votre compte de loyer, et nous n’avons pas pu en parler avec vous.\n\nVous pouvez encore éviter toute suite : régler par prélèvement, par carte ou par virement, ou convenir avec nous d’un paiement en plusieurs fois. Pour nous joindre : {téléphone|passez à l’agence}. Des aides existent ; notre service social peut les demander avec vous.\n\nSi vous venez de payer, ne tenez pas compte de cette lettre.\n\nBien à vous,\n{agence}',
   'Bonjour,\n\nMalgré nos messages, {montant} restent dus sur votre compte de loyer, et nous n’avons pas pu en parler avec vous.\n\nVous pouvez encore éviter toute suite : régler par prélèvement, par carte ou par virement, ou convenir avec nous d’un paiement en plusieurs fois. Pour nous joindre : {téléphone|passez à l’agence}. Des aides existent ; notre service social peut les demander avec vous.\n\nSi vous venez de payer, ne tenez pas compte de cette lettre.\n\nBien à vous,\n{agence}' from message_template where code = 'arrears-letter'
  union all
  select id, 'en', 'Hello, {montant} of rent is due in spite of our messages. Pay by direct debit, card or transfer, or let us talk: {agence}, {téléphone|on the spot}.', 'Your rent account',
   'Hello,\n\nIn spite of our messages, {montant} is still due on your rent account, and we could not talk with you about it.\n\nYou can still avoid anything more: pay by direct debit, by card or by transfer, or agree with us on payments in parts. To reach us: {téléphone|come to the agency}. There is help; our social service can ask for it with you.\n\nIf you have just paid, please disregard this letter.\n\nKind regards,\n{agence}',
   'Hello,\n\nIn spite of our messages, {montant} is still due on your rent account, and we could not talk with you about it.\n\nYou can still avoid anything more: pay by direct debit, by card or by transfer, or agree with us on payments in parts. To reach us: {téléphone|come to the agency}. There is help; our social service can ask for it with you.\n\nIf you have just paid, please disregard this letter.\n\nKind regards,\n{agence}' from message_template where code = 'arrears-letter';
