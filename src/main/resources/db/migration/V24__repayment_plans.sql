-- A repayment plan (plan d'apurement) of a case of unpaid rent. status: DRAFT, OFFERED, SIGNED, KEPT, BROKEN, RENEGOTIATED, CANCELLED.
-- active_case_id: the case while the plan stands in the way of another, so that a unique key allows one active plan a case.
-- first_month: first day of that month. moved: the account moved since the plan was looked at. previous_id: the plan that it replaces.
create table repayment_plan (
  id bigint not null auto_increment, case_id bigint not null, lease_id bigint not null, household_id bigint not null, agency_id bigint not null,
  version_no int not null, previous_id bigint, status varchar(12) not null,
  debt_cents bigint not null, debt_as_of date not null, debt_read_at datetime(3) not null, outside_cents bigint not null,
  first_payment_cents bigint not null, first_payment_on date, instalment_cents bigint not null, first_month date not null, day_of_month tinyint not null,
  caf boolean not null, tolerance_days int not null, reminder_days int not null, made_at datetime(3) not null, made_by varchar(64) not null,
  offered_at datetime(3), signed_at datetime(3), signed_how varchar(8), ended_at datetime(3), end_reason varchar(300),
  breach_on date, patience_until date, hold_id bigint, moved boolean not null default false,
  active_case_id bigint as (if(status in ('DRAFT', 'OFFERED', 'SIGNED'), case_id, null)) stored,
  primary key (id), unique key plan_once (active_case_id), unique key plan_version (case_id, version_no), key plan_by_lease (lease_id, status),
  key plan_moved (moved, status, id),
  constraint plan_case foreign key (case_id) references arrears_case (id), constraint plan_previous foreign key (previous_id) references repayment_plan (id)
);
-- The payments agreed, kept from the signing on. number 0: the first payment.
create table plan_instalment (
  plan_id bigint not null, number int not null, due_on date not null, amount_cents bigint not null, paid_cents bigint not null default 0, reminded_on date,
  primary key (plan_id, number), constraint instalment_plan foreign key (plan_id) references repayment_plan (id)
);
-- Codes by which a household signs: hashed, good once, for some minutes and some tries.
create table plan_signature_code (
  id bigint not null auto_increment, plan_id bigint not null, code_hash binary(32) not null, sent_at datetime(3) not null, tries int not null default 0, used_at datetime(3),
  primary key (id), key code_of_plan (plan_id, id), constraint code_plan foreign key (plan_id) references repayment_plan (id)
);
insert into arrears_setting (setting, valid_from, value, source, to_confirm, entered_by, entered_at) values
  ('PLAN_REMINDER', '2020-01-01', 5, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00'),
  ('PLAN_LEFT_TO_LIVE', '2020-01-01', 1000, 'Usage du bailleur : par unité de consommation et par jour', true, 'allervers', '2026-11-22 00:00:00'),
  ('PLAN_EFFORT', '2020-01-01', 40, 'Usage du bailleur : loyer et mensualité, en part des ressources', true, 'allervers', '2026-11-22 00:00:00'),
  ('TASK_PLAN_CONTACT', '2020-01-01', 3, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00');
-- What households are told of their plans.
insert into message_template (code, name, automatic, importance, extra_fields) values
  ('plan-offer', 'Plan d’apurement proposé', true, 'ESSENTIAL', 'dette premier jour mensualite nombre lien'),
  ('plan-code', 'Code pour signer un plan', true, 'ESSENTIAL', 'code'),
  ('plan-reminder', 'Échéance du plan à venir', true, 'ESSENTIAL', 'montant jour');
insert into message_template_text (template_id, language, sms, subject, email, letter)
select id, 'fr', 'Bonjour, {agence} vous propose un plan : {mensualité} par mois, {nombre} versements, le premier de {premier} le {jour}. Le voir et le signer : {lien}. En parler : {téléphone|votre agence}.', 'Un plan pour régler votre dette de loyer',
       'Bonjour,\n\nNous vous proposons de régler {dette} en {nombre} versements : {premier} le {jour}, puis {mensualité} par mois, en plus de votre loyer.\n\nRien n’est décidé sans vous. Pour le voir et le signer : {lien}. Pour en parler : {téléphone|passez à l’agence ou écrivez-lui}.\n\nBien à vous,\n{agence}',
       'Bonjour,\n\nNous vous proposons de régler {dette} en {nombre} versements : {premier} le {jour}, puis {mensualité} par mois, en plus de votre loyer.\n\nRien n’est décidé sans vous. Pour le voir et le signer : {lien}. Pour en parler : {téléphone|passez à l’agence ou écrivez-lui}.\n\nBien à vous,\n{agence}'
  from message_template where code = 'plan-offer'
union all select id, 'en', 'Hello, {agence} offers you a plan: {mensualité} a month, {nombre} payments, the first of {premier} on {jour}. See it and sign it: {lien}. Talk about it: {téléphone|your agency}.', 'A plan to settle your rent debt',
       'Hello,\n\nWe offer you to settle {dette} in {nombre} payments: {premier} on {jour}, then {mensualité} a month, beside your rent.\n\nNothing is decided without you. To see it and sign it: {lien}. To talk about it: {téléphone|come to the agency or write to it}.\n\nKind regards,\n{agence}',
       'Hello,\n\nWe offer you to settle {dette} in {nombre} payments: {premier} on {jour}, then {mensualité} a month, beside your rent.\n\nNothing is decided without you. To see it and sign it: {lien}. To talk about it: {téléphone|come to the agency or write to it}.\n\nKind regards,\n{agence}'
  from message_template where code = 'plan-offer'
union all select id, 'fr', 'Bonjour, la prochaine échéance de votre plan est de {montant}, le {jour}, en plus du loyer. Une difficulté ? {agence} : {téléphone|passez à l''agence}.', 'Votre prochaine échéance',
       'Bonjour,\n\nLa prochaine échéance de votre plan est de {montant}, le {jour}, en plus de votre loyer.\n\nSi vous ne pouvez pas la payer, dites-le-nous avant ce jour, nous cherchons une solution avec vous : {téléphone|passez à l’agence}.\n\nBien à vous,\n{agence}',
       'Bonjour,\n\nLa prochaine échéance de votre plan est de {montant}, le {jour}, en plus de votre loyer.\n\nSi vous ne pouvez pas la payer, dites-le-nous avant ce jour, nous cherchons une solution avec vous : {téléphone|passez à l’agence}.\n\nBien à vous,\n{agence}'
  from message_template where code = 'plan-reminder'
union all select id, 'en', 'Hello, the next instalment of your plan is {montant}, on {jour}, beside the rent. Any difficulty? {agence}: {téléphone|come to the agency}.', 'Your next instalment',
       'Hello,\n\nThe next instalment of your plan is {montant}, on {jour}, beside your rent.\n\nIf you cannot pay it, tell us before that day, we look for a solution with you: {téléphone|come to the agency}.\n\nKind regards,\n{agence}',
       'Hello,\n\nThe next instalment of your plan is {montant}, on {jour}, beside your rent.\n\nIf you cannot pay it, tell us before that day, we look for a solution with you: {téléphone|come to the agency}.\n\nKind regards,\n{agence}'
  from message_template where code = 'plan-reminder'
union all select id, 'fr', '{agence} : votre code pour signer le plan est {code}. Il vaut dix minutes. Ne le donnez à personne.', 'Votre code', '', 'Votre code pour signer le plan est {code}.\n\n{agence}'
  from message_template where code = 'plan-code'
union all select id, 'en', '{agence}: your code to sign the plan is {code}. It is good for ten minutes. Give it to nobody.', 'Your code', '', 'Your code to sign the plan is {code}.\n\n{agence}'
  from message_template where code = 'plan-code';
