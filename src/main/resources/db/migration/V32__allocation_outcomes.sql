-- What follows the committee's decision on one dwelling, once per item. current_id: the candidate to whom it is proposed. state: RUNNING, LET, EXHAUSTED (nobody of those allocated took it), STOPPED.
create table allocation_outcome (
  id bigint not null auto_increment, item_id bigint not null, offered_dwelling_id bigint not null, agency_id bigint not null, state varchar(10) not null,
  decided_at datetime(3) not null, ended_at datetime(3), current_id bigint,
  primary key (id), unique key outcome_once (item_id), unique key outcome_of_dwelling (offered_dwelling_id), key outcome_list (agency_id, state, id), key outcome_by_day (decided_at),
  constraint outcome_dwelling foreign key (offered_dwelling_id) references offered_dwelling (id)
);
-- The decision on one candidate and what became of it. kind: the five of R441-3. position_no: the order in which the dwelling is proposed.
-- state: WAITING (for its turn), OFFERED, ACCEPTED, REFUSED, SILENT, PAPER_MISSED, DROPPED (accepted, no lease), LEASED, NOT_NEEDED (another took it, or housed elsewhere),
-- NOT_ALLOCATED, WARNED (inadmissible), REMOVED, KEPT. notified_on: the day from which delays count, the day after is the first. answer_by: last day to answer.
-- paper_kind: what the condition waits for; paper: MISSING, RECEIVED, ACCEPTED. links: how many were sent. counted: a refusal that counts in the application.
create table candidate_outcome (
  id bigint not null auto_increment, outcome_id bigint not null, candidate_id bigint not null, application_id bigint not null, kind varchar(24) not null, position_no int,
  condition_words varchar(300), condition_deadline date, paper_kind varchar(20), paper varchar(10), paper_on date, reason_codes varchar(300) not null default '', words varchar(2000) not null default '',
  state varchar(14) not null, notified_on date, offered_on date, answer_by date, answered_at datetime(3), answered_how varchar(8), refusal varchar(16), refusal_words varchar(500),
  lease_on date, lease_code varchar(30), removal_on date, links int not null default 0, export_id bigint,
  primary key (id), unique key candidate_decided_once (candidate_id), key outcome_position (outcome_id, position_no), key outcome_of_application (application_id), key outcome_export (state, export_id),
  constraint candidate_of_outcome foreign key (outcome_id) references allocation_outcome (id), constraint outcome_candidate foreign key (candidate_id) references allocation_candidate (id)
);
-- Answers that were not taken, with the reason: LATE, NOT_OPEN (already answered, or not offered), WRONG_PERSON (the birth date was not the addressee's).
create table refused_answer (
  id bigint not null auto_increment, candidate_outcome_id bigint not null, at datetime(3) not null, reason varchar(14) not null, wanted varchar(10),
  primary key (id), key refused_answers_of (candidate_outcome_id, id), constraint refused_of_outcome foreign key (candidate_outcome_id) references candidate_outcome (id)
);
-- Files for the national register: each lease is in one. file_id: what was handed out, as it was.
create table register_export (
  id bigint not null auto_increment, agency_ids varchar(500) not null, lines_count int not null, file_id bigint not null, made_at datetime(3) not null, made_by varchar(64) not null,
  primary key (id), constraint export_file foreign key (file_id) references stored_file (id)
);
insert into allocation_setting (setting, valid_from, value, source, to_confirm, entered_by, entered_at) values
  ('LETTER_DAYS', '2020-01-01', 5, 'Usage du bailleur : acheminement, quand seule une lettre peut avertir', true, 'allervers', '2026-11-22 00:00:00');
-- What candidates are told; the landlord edits these texts like all others.
insert into message_template (code, name, automatic, importance, extra_fields) values
  ('allocation-offer', 'Attribution : logement proposé', true, 'ESSENTIAL', 'logement jour lien numero'),
  ('allocation-ranked', 'Attribution : rang en attente', true, 'ESSENTIAL', 'logement rang lien numero'),
  ('allocation-condition', 'Attribution : pièce attendue', true, 'ESSENTIAL', 'logement piece jour lien numero'),
  ('allocation-refused', 'Décision : non-attribution', true, 'ESSENTIAL', 'logement motifs lien numero'),
  ('allocation-inadmissible', 'Décision : demande irrecevable', true, 'ESSENTIAL', 'logement motifs jour lien numero'),
  ('allocation-taken', 'Attribution : logement pris', true, 'ESSENTIAL', 'logement numero'),
  ('allocation-papers', 'Demande de logement : pièces', true, 'ESSENTIAL', 'lien numero');
insert into message_template_text (template_id, language, sms, subject, email, letter)
select id, 'fr', '{agence} : un logement vous est proposé à {commune}. Répondez avant le {jour} au soir : {lien} Sans réponse, ce sera un refus.', 'Un logement vous est proposé',
       'Bonjour,\n\nLa commission d’attribution vous propose le logement {logement}.\n\nVotre réponse est attendue jusqu’au {jour} inclus : {lien}\n\nSans réponse de votre part à cette date, la loi considère que vous refusez (article R441-10 du code de la construction et de l’habitation).\n\nVotre demande : {numéro}. Une question : {téléphone|passez à l’agence}.\n\nBien à vous,\n{agence}',
       'Bonjour,\n\nLa commission d’attribution vous propose le logement {logement}.\n\nVotre réponse est attendue jusqu’au {jour} inclus : {lien}\n\nSans réponse de votre part à cette date, la loi considère que vous refusez (article R441-10 du code de la construction et de l’habitation).\n\nVotre demande : {numéro}. Une question : {téléphone|passez à l’agence}.\n\nBien à vous,\n{agence}'
  from message_template where code = 'allocation-offer'
union all select id, 'en', '{agence}: a home is offered to you in {commune}. Answer by {jour}, end of day: {lien} Without an answer it counts as a refusal.', 'A home is offered to you',
       'Hello,\n\nThe allocation committee offers you the home {logement}.\n\nYour answer is expected until {jour} included: {lien}\n\nWithout an answer by that day, the law takes it as a refusal (article R441-10 of the housing code).\n\nYour application: {numéro}. Any question: {téléphone|come to the agency}.\n\nKind regards,\n{agence}',
       'Hello,\n\nThe allocation committee offers you the home {logement}.\n\nYour answer is expected until {jour} included: {lien}\n\nWithout an answer by that day, the law takes it as a refusal (article R441-10 of the housing code).\n\nYour application: {numéro}. Any question: {téléphone|come to the agency}.\n\nKind regards,\n{agence}'
  from message_template where code = 'allocation-offer'
union all select id, 'fr', '{agence} : pour un logement à {commune}, la commission vous a placé au rang {rang}. Il vous sera proposé si les candidats précédents refusent. {lien}', 'Votre rang pour un logement',
       'Bonjour,\n\nLa commission d’attribution a examiné votre demande {numéro} pour le logement {logement}. Vous êtes au rang {rang}.\n\nLe logement vous sera proposé si les candidats placés avant vous le refusent. Vous n’avez rien à faire pour l’instant.\n\nLa décision : {lien}\n\nBien à vous,\n{agence}',
       'Bonjour,\n\nLa commission d’attribution a examiné votre demande {numéro} pour le logement {logement}. Vous êtes au rang {rang}.\n\nLe logement vous sera proposé si les candidats placés avant vous le refusent. Vous n’avez rien à faire pour l’instant.\n\nLa décision : {lien}\n\nBien à vous,\n{agence}'
  from message_template where code = 'allocation-ranked'
union all select id, 'en', '{agence}: for a home in {commune}, the committee ranked you {rang}. It will be offered to you if those before you refuse. {lien}', 'Your rank for a home',
       'Hello,\n\nThe allocation committee examined your application {numéro} for the home {logement}. Your rank is {rang}.\n\nThe home will be offered to you if those before you refuse it. There is nothing to do for now.\n\nThe decision: {lien}\n\nKind regards,\n{agence}',
       'Hello,\n\nThe allocation committee examined your application {numéro} for the home {logement}. Your rank is {rang}.\n\nThe home will be offered to you if those before you refuse it. There is nothing to do for now.\n\nThe decision: {lien}\n\nKind regards,\n{agence}'
  from message_template where code = 'allocation-ranked'
union all select id, 'fr', '{agence} : logement à {commune} attribué sous condition. Envoyez avant le {jour} au soir : {pièce}. {lien}', 'Une pièce manque pour votre logement',
       'Bonjour,\n\nLa commission d’attribution vous attribue le logement {logement} à une condition : nous recevoir cette pièce, au plus tard le {jour} : {pièce}.\n\nDéposez-la ici : {lien}\n\nSi elle arrive à temps et que les conditions sont toujours remplies, le logement vous sera proposé à votre rang. Votre demande : {numéro}.\n\nBien à vous,\n{agence}',
       'Bonjour,\n\nLa commission d’attribution vous attribue le logement {logement} à une condition : nous recevoir cette pièce, au plus tard le {jour} : {pièce}.\n\nDéposez-la ici : {lien}\n\nSi elle arrive à temps et que les conditions sont toujours remplies, le logement vous sera proposé à votre rang. Votre demande : {numéro}.\n\nBien à vous,\n{agence}'
  from message_template where code = 'allocation-condition'
union all select id, 'en', '{agence}: a home in {commune} is yours on one condition. Send by {jour}, end of day: {pièce}. {lien}', 'A document is missing for your home',
       'Hello,\n\nThe allocation committee gives you the home {logement} on one condition: that this document reaches us by {jour}: {pièce}.\n\nHand it in here: {lien}\n\nIf it arrives in time and the conditions are still met, the home will be offered to you by your rank. Your application: {numéro}.\n\nKind regards,\n{agence}',
       'Hello,\n\nThe allocation committee gives you the home {logement} on one condition: that this document reaches us by {jour}: {pièce}.\n\nHand it in here: {lien}\n\nIf it arrives in time and the conditions are still met, the home will be offered to you by your rank. Your application: {numéro}.\n\nKind regards,\n{agence}'
  from message_template where code = 'allocation-condition'
union all select id, 'fr', '{agence} : la commission na pas retenu votre demande pour un logement à {commune}. Les motifs : {lien} Votre demande reste active.', 'Décision de la commission',
       'Bonjour,\n\nLa commission d’attribution a examiné votre demande {numéro} pour le logement {logement}. Elle ne vous l’attribue pas.\n\nMotifs : {motifs}\n\nVotre demande reste active. Vous pouvez contester cette décision devant le tribunal administratif dans les deux mois. La décision : {lien}\n\nBien à vous,\n{agence}',
       'Bonjour,\n\nLa commission d’attribution a examiné votre demande {numéro} pour le logement {logement}. Elle ne vous l’attribue pas.\n\nMotifs : {motifs}\n\nVotre demande reste active. Vous pouvez contester cette décision devant le tribunal administratif dans les deux mois. La décision : {lien}\n\nBien à vous,\n{agence}'
  from message_template where code = 'allocation-refused'
union all select id, 'en', '{agence}: the committee did not choose your application for a home in {commune}. The reasons: {lien} Your application stays active.', 'The committee’s decision',
       'Hello,\n\nThe allocation committee examined your application {numéro} for the home {logement}. It does not give it to you.\n\nReasons: {motifs}\n\nYour application stays active. You may contest this decision before the administrative court within two months. The decision: {lien}\n\nKind regards,\n{agence}',
       'Hello,\n\nThe allocation committee examined your application {numéro} for the home {logement}. It does not give it to you.\n\nReasons: {motifs}\n\nYour application stays active. You may contest this decision before the administrative court within two months. The decision: {lien}\n\nKind regards,\n{agence}'
  from message_template where code = 'allocation-refused'
union all select id, 'fr', '{agence} : la commission juge votre demande de logement irrecevable. Motifs et suite avant le {jour} : {lien}', 'Votre demande est jugée irrecevable',
       'Bonjour,\n\nLa commission d’attribution a examiné votre demande {numéro}. Elle la juge irrecevable : les conditions d’accès au logement social ne sont pas remplies.\n\nMotifs : {motifs}\n\nCeci vous avertit que votre demande pourra être retirée du registre national après le {jour} (article R441-2-8). D’ici là, dites-nous ce qui a changé ou ce qui est inexact : {téléphone|passez à l’agence}. La décision : {lien}\n\nBien à vous,\n{agence}',
       'Bonjour,\n\nLa commission d’attribution a examiné votre demande {numéro}. Elle la juge irrecevable : les conditions d’accès au logement social ne sont pas remplies.\n\nMotifs : {motifs}\n\nCeci vous avertit que votre demande pourra être retirée du registre national après le {jour} (article R441-2-8). D’ici là, dites-nous ce qui a changé ou ce qui est inexact : {téléphone|passez à l’agence}. La décision : {lien}\n\nBien à vous,\n{agence}'
  from message_template where code = 'allocation-inadmissible'
union all select id, 'en', '{agence}: the committee finds your housing application inadmissible. Reasons and what comes before {jour}: {lien}', 'Your application is found inadmissible',
       'Hello,\n\nThe allocation committee examined your application {numéro}. It finds it inadmissible: the conditions for social housing are not met.\n\nReasons: {motifs}\n\nThis warns you that your application may be taken out of the national register after {jour} (article R441-2-8). Until then, tell us what changed or is wrong: {téléphone|come to the agency}. The decision: {lien}\n\nKind regards,\n{agence}',
       'Hello,\n\nThe allocation committee examined your application {numéro}. It finds it inadmissible: the conditions for social housing are not met.\n\nReasons: {motifs}\n\nThis warns you that your application may be taken out of the national register after {jour} (article R441-2-8). Until then, tell us what changed or is wrong: {téléphone|come to the agency}. The decision: {lien}\n\nKind regards,\n{agence}'
  from message_template where code = 'allocation-inadmissible'
union all select id, 'fr', '{agence} : le logement de {commune} est pris par un candidat placé avant vous. Votre demande reste active.', 'Le logement est pris',
       'Bonjour,\n\nLe logement {logement} est pris par un candidat placé avant vous. Votre demande {numéro} reste active.\n\nBien à vous,\n{agence}',
       'Bonjour,\n\nLe logement {logement} est pris par un candidat placé avant vous. Votre demande {numéro} reste active.\n\nBien à vous,\n{agence}'
  from message_template where code = 'allocation-taken'
union all select id, 'en', '{agence}: the home in {commune} was taken by somebody ranked before you. Your application stays active.', 'The home is taken',
       'Hello,\n\nThe home {logement} was taken by somebody ranked before you. Your application {numéro} stays active.\n\nKind regards,\n{agence}',
       'Hello,\n\nThe home {logement} was taken by somebody ranked before you. Your application {numéro} stays active.\n\nKind regards,\n{agence}'
  from message_template where code = 'allocation-taken'
union all select id, 'fr', '{agence} : des pièces manquent à votre demande de logement. Déposez-les ici : {lien}', 'Des pièces manquent à votre demande',
       'Bonjour,\n\nDes pièces manquent à votre demande de logement {numéro}. Déposez-les ici, en photo ou en PDF : {lien}\n\nUne question : {téléphone|passez à l’agence}.\n\nBien à vous,\n{agence}',
       'Bonjour,\n\nDes pièces manquent à votre demande de logement {numéro}. Déposez-les ici, en photo ou en PDF : {lien}\n\nUne question : {téléphone|passez à l’agence}.\n\nBien à vous,\n{agence}'
  from message_template where code = 'allocation-papers'
union all select id, 'en', '{agence}: documents are missing from your housing application. Hand them in here: {lien}', 'Documents are missing from your application',
       'Hello,\n\nDocuments are missing from your housing application {numéro}. Hand them in here, as photos or PDF: {lien}\n\nAny question: {téléphone|come to the agency}.\n\nKind regards,\n{agence}',
       'Hello,\n\nDocuments are missing from your housing application {numéro}. Hand them in here, as photos or PDF: {lien}\n\nAny question: {téléphone|come to the agency}.\n\nKind regards,\n{agence}'
  from message_template where code = 'allocation-papers';
-- An urgent allocation (attribution d'urgence), outside the committee, with a record of its own. reason: VIOLENCE, DISASTER. state: ASKED, APPROVED, REFUSED, PLACED.
-- live_dwelling_id: one urgent request a dwelling at a time. told_on: the day on which the committee was told.
create table urgent_allocation (
  id bigint not null auto_increment, agency_id bigint not null, dwelling_id bigint not null, application_id bigint, household_id bigint, person varchar(160) not null, reason varchar(10) not null,
  facts varchar(1000) not null, state varchar(10) not null, asked_by varchar(64) not null, asked_at datetime(3) not null, decided_by varchar(64), decided_at datetime(3), decided_words varchar(500),
  placed_form varchar(10), placed_on date, told_on date, told_by varchar(64),
  live_dwelling_id bigint as (if(state in ('ASKED', 'APPROVED'), dwelling_id, null)) stored,
  primary key (id), unique key urgent_once (live_dwelling_id), key urgent_list (agency_id, id), constraint urgent_dwelling foreign key (dwelling_id) references dwelling (id)
);
-- A temporary occupancy agreement (convention d'occupation temporaire). state: RUNNING, ENDED. live_household_id: one at a time a household.
create table temporary_occupancy (
  id bigint not null auto_increment, agency_id bigint not null, dwelling_id bigint not null, household_id bigint, urgent_id bigint, person varchar(160) not null, reason varchar(500) not null,
  from_on date not null, until_on date not null, first_until_on date not null, state varchar(8) not null, ended_on date, fee_cents bigint not null, made_by varchar(64) not null, made_at datetime(3) not null,
  live_household_id bigint as (if(state = 'RUNNING', household_id, null)) stored, live_dwelling_id bigint as (if(state = 'RUNNING', dwelling_id, null)) stored,
  primary key (id), unique key occupancy_of_household (live_household_id), unique key occupancy_of_dwelling (live_dwelling_id), key occupancy_list (agency_id, id),
  constraint occupancy_dwelling foreign key (dwelling_id) references dwelling (id)
);
