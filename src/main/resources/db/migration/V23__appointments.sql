-- When officers receive tenants, week by week. day_of_week: 1 is Monday. Local time of Europe/Paris.
create table opening_range (
  id bigint not null auto_increment, staff_id bigint not null, agency_id bigint not null, kind varchar(8) not null, day_of_week tinyint not null,
  from_time time not null, to_time time not null, minutes smallint not null, place varchar(160) not null default '', valid_from date not null, valid_until date,
  primary key (id), key range_by_officer (staff_id, day_of_week), key range_by_agency (agency_id),
  constraint range_officer foreign key (staff_id) references staff_member (id), constraint range_agency foreign key (agency_id) references agency (id),
  constraint range_order check (to_time > from_time), constraint range_minutes check (minutes between 10 and 180)
);
-- A row to lock: bookings on an officer's day happen one after the other.
create table officer_day (staff_id bigint not null, day date not null, primary key (staff_id, day));
-- A household may book, once at a time, for a case (case_kind 'household' and the household's id when there is none).
-- open_case_id: the case while the offer is open, so that a unique key allows one open offer per case.
create table appointment_offer (
  id bigint not null auto_increment, case_kind varchar(40) not null, case_id bigint not null, household_id bigint not null, agency_id bigint not null,
  held_by date, offered_at datetime(3) not null, closed_at datetime(3),
  open_case_id bigint as (if(closed_at is null, case_id, null)) stored,
  primary key (id), unique key offer_once (case_kind, open_case_id), key offer_by_household (household_id),
  constraint offer_household foreign key (household_id) references household (id)
);
-- state: BOOKED, HELD, EXCUSED, NO_SHOW, CANCELLED, WITHDRAWN. taken_at and live_offer_id are set while it is booked only: no
-- officer has two at one time, no offer has two. sequence: how often it was moved or ended. changed_at: booked or moved last.
create table appointment (
  id bigint not null auto_increment, offer_id bigint not null, case_kind varchar(40) not null, case_id bigint not null, household_id bigint not null,
  agency_id bigint not null, staff_id bigint not null, kind varchar(8) not null, place varchar(160) not null, starts_at datetime(3) not null, ends_at datetime(3) not null,
  state varchar(10) not null, sequence int not null default 0, booked_by varchar(64) not null, changed_at datetime(3) not null, note varchar(500), noted_by varchar(64),
  taken_at datetime(3) as (if(state = 'BOOKED', starts_at, null)) stored, live_offer_id bigint as (if(state = 'BOOKED', offer_id, null)) stored,
  primary key (id), unique key slot_once (staff_id, taken_at), unique key appointment_once (live_offer_id), key appointments_of_case (case_kind, case_id),
  key appointments_of_household (household_id), key appointments_of_officer (staff_id, starts_at),
  constraint appointment_of_offer foreign key (offer_id) references appointment_offer (id)
);
insert into arrears_setting (setting, valid_from, value, source, to_confirm, entered_by, entered_at) values
  ('APPOINTMENT_NOTICE', '2020-01-01', 24, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00'),
  ('APPOINTMENT_HORIZON', '2020-01-01', 30, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00'),
  ('APPOINTMENT_REMINDER', '2020-01-01', 48, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00'),
  ('APPOINTMENT_CHANGE', '2020-01-01', 4, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00');
-- What households are told; people edit it. {moment} and {manière}: when and how they meet.
insert into message_template (code, name, automatic, importance, extra_fields) values
  ('appointment-booked', 'Rendez-vous pris', true, 'ESSENTIAL', 'moment maniere'),
  ('appointment-moved', 'Rendez-vous déplacé', true, 'ESSENTIAL', 'moment maniere'),
  ('appointment-cancelled', 'Rendez-vous annulé', true, 'ESSENTIAL', 'moment maniere'),
  ('appointment-withdrawn', 'Rendez-vous devenu inutile', true, 'ESSENTIAL', 'moment maniere'),
  ('appointment-reminder', 'Rappel de rendez-vous', true, 'ESSENTIAL', 'moment maniere');
insert into message_template_text (template_id, language, sms, subject, email, letter)
  select id, 'fr', 'Votre rendez-vous : {moment}, {manière}. Pour le changer ou l’annuler : {lien} {agence}, {téléphone}', 'Votre rendez-vous',
         'Bonjour {nom},\n\nVotre rendez-vous est pris : {moment}, {manière}.\n\nPour le changer ou l’annuler : {téléphone|votre agence}, ou à l’adresse {lien}\n\nBien à vous,\n{agence}',
         'Bonjour {nom},\n\nVotre rendez-vous est pris : {moment}, {manière}.\n\nPour le changer ou l’annuler : {téléphone|votre agence}, ou à l’adresse {lien}\n\nBien à vous,\n{agence}' from message_template where code = 'appointment-booked';
insert into message_template_text (template_id, language, sms, subject, email, letter)
  select id, 'en', 'Your appointment: {moment}, {manière}. To change or cancel it: {lien} {agence}, {téléphone}', 'Your appointment',
         'Dear {nom},\n\nYour appointment is booked: {moment}, {manière}.\n\nTo change or cancel it: {téléphone|your agency}, or go to {lien}\n\nKind regards,\n{agence}',
         'Dear {nom},\n\nYour appointment is booked: {moment}, {manière}.\n\nTo change or cancel it: {téléphone|your agency}, or go to {lien}\n\nKind regards,\n{agence}' from message_template where code = 'appointment-booked';
insert into message_template_text (template_id, language, sms, subject, email, letter)
  select id, 'fr', 'Votre rendez-vous est déplacé : {moment}, {manière}. Pour le changer ou l’annuler : {lien} {agence}, {téléphone}', 'Votre rendez-vous est déplacé',
         'Bonjour {nom},\n\nVotre rendez-vous est déplacé : {moment}, {manière}.\n\nPour le changer ou l’annuler : {téléphone|votre agence}, ou à l’adresse {lien}\n\nBien à vous,\n{agence}',
         'Bonjour {nom},\n\nVotre rendez-vous est déplacé : {moment}, {manière}.\n\nPour le changer ou l’annuler : {téléphone|votre agence}, ou à l’adresse {lien}\n\nBien à vous,\n{agence}' from message_template where code = 'appointment-moved';
insert into message_template_text (template_id, language, sms, subject, email, letter)
  select id, 'en', 'Your appointment was moved: {moment}, {manière}. To change or cancel it: {lien} {agence}, {téléphone}', 'Your appointment was moved',
         'Dear {nom},\n\nYour appointment was moved: {moment}, {manière}.\n\nTo change or cancel it: {téléphone|your agency}, or go to {lien}\n\nKind regards,\n{agence}',
         'Dear {nom},\n\nYour appointment was moved: {moment}, {manière}.\n\nTo change or cancel it: {téléphone|your agency}, or go to {lien}\n\nKind regards,\n{agence}' from message_template where code = 'appointment-moved';
insert into message_template_text (template_id, language, sms, subject, email, letter)
  select id, 'fr', 'Votre rendez-vous ({moment}) est annulé. Pour en choisir un autre : {lien} {agence}, {téléphone}', 'Votre rendez-vous est annulé',
         'Bonjour {nom},\n\nVotre rendez-vous ({moment}) est annulé.\n\nPour en choisir un autre : {téléphone|votre agence}, ou à l’adresse {lien}\n\nBien à vous,\n{agence}',
         'Bonjour {nom},\n\nVotre rendez-vous ({moment}) est annulé.\n\nPour en choisir un autre : {téléphone|votre agence}, ou à l’adresse {lien}\n\nBien à vous,\n{agence}' from message_template where code = 'appointment-cancelled';
insert into message_template_text (template_id, language, sms, subject, email, letter)
  select id, 'en', 'Your appointment ({moment}) is cancelled. To choose another one: {lien} {agence}, {téléphone}', 'Your appointment is cancelled',
         'Dear {nom},\n\nYour appointment ({moment}) is cancelled.\n\nTo choose another one: {téléphone|your agency}, or go to {lien}\n\nKind regards,\n{agence}',
         'Dear {nom},\n\nYour appointment ({moment}) is cancelled.\n\nTo choose another one: {téléphone|your agency}, or go to {lien}\n\nKind regards,\n{agence}' from message_template where code = 'appointment-cancelled';
insert into message_template_text (template_id, language, sms, subject, email, letter)
  select id, 'fr', 'Votre rendez-vous ({moment}) n’est plus nécessaire : vous n’avez rien à faire. {agence}, {téléphone}', 'Votre rendez-vous n’est plus nécessaire',
         'Bonjour {nom},\n\nVotre rendez-vous ({moment}) n’est plus nécessaire : vous n’avez rien à faire. Pour toute question : {téléphone|votre agence}.\n\nBien à vous,\n{agence}',
         'Bonjour {nom},\n\nVotre rendez-vous ({moment}) n’est plus nécessaire : vous n’avez rien à faire. Pour toute question : {téléphone|votre agence}.\n\nBien à vous,\n{agence}' from message_template where code = 'appointment-withdrawn';
insert into message_template_text (template_id, language, sms, subject, email, letter)
  select id, 'en', 'Your appointment ({moment}) is no longer needed: you have nothing to do. {agence}, {téléphone}', 'Your appointment is no longer needed',
         'Dear {nom},\n\nYour appointment ({moment}) is no longer needed: you have nothing to do. If you have a question: {téléphone|your agency}.\n\nKind regards,\n{agence}',
         'Dear {nom},\n\nYour appointment ({moment}) is no longer needed: you have nothing to do. If you have a question: {téléphone|your agency}.\n\nKind regards,\n{agence}' from message_template where code = 'appointment-withdrawn';
insert into message_template_text (template_id, language, sms, subject, email, letter)
  select id, 'fr', 'Rappel de votre rendez-vous : {moment}, {manière}. Pour le changer ou l’annuler : {lien} {agence}, {téléphone}', 'Rappel de votre rendez-vous',
         'Bonjour {nom},\n\nNous vous rappelons votre rendez-vous : {moment}, {manière}.\n\nPour le changer ou l’annuler : {téléphone|votre agence}, ou à l’adresse {lien}\n\nBien à vous,\n{agence}',
         'Bonjour {nom},\n\nNous vous rappelons votre rendez-vous : {moment}, {manière}.\n\nPour le changer ou l’annuler : {téléphone|votre agence}, ou à l’adresse {lien}\n\nBien à vous,\n{agence}' from message_template where code = 'appointment-reminder';
insert into message_template_text (template_id, language, sms, subject, email, letter)
  select id, 'en', 'Reminder of your appointment: {moment}, {manière}. To change or cancel it: {lien} {agence}, {téléphone}', 'Reminder of your appointment',
         'Dear {nom},\n\nWe remind you of your appointment: {moment}, {manière}.\n\nTo change or cancel it: {téléphone|your agency}, or go to {lien}\n\nKind regards,\n{agence}',
         'Dear {nom},\n\nWe remind you of your appointment: {moment}, {manière}.\n\nTo change or cancel it: {téléphone|your agency}, or go to {lien}\n\nKind regards,\n{agence}' from message_template where code = 'appointment-reminder';
