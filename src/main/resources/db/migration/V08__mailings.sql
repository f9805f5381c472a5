-- Every text that leaves the house. automatic: a process writes it, by its code; people choose among the others.
-- extra_fields: what the process fills in besides the common fields, separated by spaces.
create table message_template (
  id bigint not null auto_increment, code varchar(60) not null, name varchar(120) not null, automatic boolean not null default false, importance varchar(12) not null,
  extra_fields varchar(200) not null default '', retired boolean not null default false, changed_by varchar(64), changed_at datetime(3), version int not null default 0,
  primary key (id), unique key template_code (code)
);
create table message_template_text (
  template_id bigint not null, language varchar(5) not null, sms varchar(1000) not null default '', subject varchar(200) not null default '',
  email varchar(4000) not null default '', letter varchar(4000) not null default '',
  primary key (template_id, language), constraint text_of_template foreign key (template_id) references message_template (id) on delete cascade
);
-- submission: the key that the page sends, so that one form sent twice is one mailing. agency_id: the only agency that it is for, none for several.
-- state: DRAFT, PROPOSED (a second person looks), SCHEDULED (waits for its moment), SENDING, DONE, CANCELLED.
-- audience: kind and key; scope: the agencies its author works for, separated by commas, empty for all. details: the fields that the author fills in, as JSON.
create table mailing (
  id bigint not null auto_increment, submission char(36) not null, name varchar(120) not null, state varchar(12) not null, importance varchar(12) not null,
  audience varchar(12) not null, audience_key varchar(500), audience_name varchar(200) not null, scope varchar(2000) not null default '', agency_id bigint,
  channels varchar(30) not null, per_household boolean not null, sender varchar(11), details varchar(2000) not null default '{}', emergency_reason varchar(300),
  send_at datetime(3), created_by varchar(64) not null, created_at datetime(3) not null, approved_by varchar(64), approved_at datetime(3), returned_because varchar(300),
  expected int not null default 0, listed_at datetime(3), ended_at datetime(3), cancelled_by varchar(64),
  primary key (id), unique key mailing_submission (submission), key mailing_state (state, id), key mailing_agency (agency_id, id), key mailing_author (created_by, id)
);
create table mailing_text (
  mailing_id bigint not null, language varchar(5) not null, sms varchar(1000) not null, subject varchar(200) not null, email varchar(4000) not null, letter varchar(4000) not null,
  primary key (mailing_id, language), constraint text_of_mailing foreign key (mailing_id) references mailing (id) on delete cascade
);
-- What a pasted list or an inbox filter named when the mailing was written.
create table mailing_household (
  mailing_id bigint not null, household_id bigint not null,
  primary key (mailing_id, household_id), constraint household_of_mailing foreign key (mailing_id) references mailing (id) on delete cascade
);
create table mailing_number (
  mailing_id bigint not null, e164 varchar(16) not null, household_id bigint,
  primary key (mailing_id, e164), constraint number_of_mailing foreign key (mailing_id) references mailing (id) on delete cascade
);
-- Whom the mailing is for. channel NONE: cannot be reached, reason says why; with another channel, reason says why no earlier one was possible.
-- address: a number, an address of e-mail, or household:<id>; one per mailing, whatever runs twice.
-- state: LISTED, QUEUED (its fate is told by outbox_message), PRINTED (letters), CANCELLED, UNREACHABLE.
create table mailing_recipient (
  id bigint not null auto_increment, mailing_id bigint not null, channel varchar(10) not null, address varchar(254) not null, household_id bigint, occupant_id bigint,
  building_id bigint, agency_id bigint, language varchar(5) not null, state varchar(12) not null, reason varchar(16), letter_no int, queued_at datetime(3), printed_at datetime(3),
  primary key (id), unique key recipient_once (mailing_id, channel, address), key recipient_work (mailing_id, channel, state, id), key recipient_letters (mailing_id, letter_no),
  key recipient_pace (mailing_id, queued_at), key recipient_household (household_id),
  constraint recipient_of_mailing foreign key (mailing_id) references mailing (id) on delete cascade
);
-- The texts that every landlord begins with; they are edited in the application.
insert into message_template (id, code, name, automatic, importance, extra_fields) values
  (1, 'water-cut', 'Coupure d’eau', false, 'ESSENTIAL', ''),
  (2, 'lift-failure', 'Panne d’ascenseur', false, 'ESSENTIAL', ''),
  (3, 'works', 'Travaux', false, 'INFORMATIVE', ''),
  (4, 'opening-hours', 'Horaires d’agence', false, 'INFORMATIVE', ''),
  (5, 'heat-wave', 'Canicule', false, 'INFORMATIVE', ''),
  (6, 'tried-to-call', 'Nous avons essayé de vous appeler', true, 'ESSENTIAL', '');
insert into message_template_text (template_id, language, sms, subject, email, letter) values
  (1, 'fr', '{agence} : coupure d''eau ({bâtiment|votre immeuble}) le {jour}, de {début} à {fin}. Pensez à faire une réserve. Renseignements : {téléphone|votre agence}.', 'Coupure d’eau le {jour}',
   'Bonjour {civilité} {nom},\n\nL’eau sera coupée, {bâtiment|votre immeuble}, {adresse}, le {jour}, de {début} à {fin}.\n\nPensez à faire une réserve et à laisser vos robinets fermés. Une question : {téléphone|passez à l’agence}.\n\nBien à vous,\n{agence}',
   'Madame, Monsieur,\n\nL’eau sera coupée, {bâtiment|votre immeuble}, {adresse}, le {jour}, de {début} à {fin}.\n\nPensez à faire une réserve d’eau et à laisser vos robinets fermés pendant la coupure.\n\nPour toute question : {téléphone|votre agence}.\n\nBien à vous,\n{agence}'),
  (1, 'en', '{agence}: no water at {bâtiment|your building} on {jour}, from {début} to {fin}. Please store some water. Questions: {téléphone|your agency}.', 'No water on {jour}',
   'Dear {civilité} {nom},\n\nThere will be no water at {bâtiment|your building} ({adresse}) on {jour}, from {début} to {fin}.\n\nPlease store some water and keep your taps closed. Questions: {téléphone|your agency}.\n\nKind regards,\n{agence}',
   'Dear tenant,\n\nThere will be no water at {bâtiment|your building}, {adresse}, on {jour}, from {début} to {fin}.\n\nPlease store some water and keep your taps closed.\n\nQuestions: {téléphone|your agency}.\n\nKind regards,\n{agence}'),
  (2, 'fr', '{agence} : l''ascenseur ({bâtiment|votre immeuble}) est en panne. Remise en service prévue : {fin}. Besoin d''aide pour monter ou descendre ? {téléphone|Appelez votre agence}.', 'Ascenseur en panne',
   'Bonjour {civilité} {nom},\n\nL’ascenseur ({bâtiment|votre immeuble}) est en panne. La remise en service est prévue : {fin}.\n\nSi vous avez besoin d’aide pour vos courses ou pour un rendez-vous médical, dites-le-nous : {téléphone|votre agence}.\n\nBien à vous,\n{agence}',
   'Madame, Monsieur,\n\nL’ascenseur ({bâtiment|votre immeuble}, {adresse}) est en panne. La remise en service est prévue : {fin}.\n\nSi vous avez besoin d’aide pour vos courses ou pour un rendez-vous médical, dites-le-nous : {téléphone|votre agence}.\n\nBien à vous,\n{agence}'),
  (2, 'en', '{agence}: the lift at {bâtiment|your building} is out of order. Expected back: {fin}. Need help with the stairs? {téléphone|Call your agency}.', 'Lift out of order',
   'Dear {civilité} {nom},\n\nThe lift at {bâtiment|your building} is out of order. It should work again: {fin}.\n\nIf you need help with shopping or a medical appointment, tell us: {téléphone|your agency}.\n\nKind regards,\n{agence}',
   'Dear tenant,\n\nThe lift at {bâtiment|your building}, {adresse}, is out of order. It should work again: {fin}.\n\nIf you need help with shopping or a medical appointment, tell us: {téléphone|your agency}.\n\nKind regards,\n{agence}'),
  (3, 'fr', '{agence} : travaux ({bâtiment|votre immeuble}) le {jour}, de {début} à {fin} : {motif}. Une question : {téléphone|votre agence}.', 'Travaux le {jour}',
   'Bonjour {civilité} {nom},\n\nDes travaux auront lieu, {bâtiment|votre immeuble}, {adresse}, le {jour}, de {début} à {fin} : {motif}.\n\nNous faisons au mieux pour limiter le bruit. Une question : {téléphone|votre agence}.\n\nBien à vous,\n{agence}',
   'Madame, Monsieur,\n\nDes travaux auront lieu, {bâtiment|votre immeuble}, {adresse}, le {jour}, de {début} à {fin} : {motif}.\n\nNous faisons au mieux pour limiter le bruit et vous remercions de votre patience.\n\nPour toute question : {téléphone|votre agence}.\n\nBien à vous,\n{agence}'),
  (3, 'en', '{agence}: works at {bâtiment|your building} on {jour}, from {début} to {fin}: {motif}. Questions: {téléphone|your agency}.', 'Works on {jour}',
   'Dear {civilité} {nom},\n\nThere will be works at {bâtiment|your building} ({adresse}) on {jour}, from {début} to {fin}: {motif}.\n\nQuestions: {téléphone|your agency}.\n\nKind regards,\n{agence}',
   'Dear tenant,\n\nThere will be works at {bâtiment|your building}, {adresse}, on {jour}, from {début} to {fin}: {motif}.\n\nQuestions: {téléphone|your agency}.\n\nKind regards,\n{agence}'),
  (4, 'fr', '{agence} : votre agence change d''horaires à partir du {jour} : ouverte de {début} à {fin}. Pour nous joindre : {téléphone|passez à l''agence}.', 'Nouveaux horaires de votre agence',
   'Bonjour {civilité} {nom},\n\nÀ partir du {jour}, votre agence est ouverte de {début} à {fin}.\n\nPour nous joindre : {téléphone|passez à l’agence}.\n\nBien à vous,\n{agence}',
   'Madame, Monsieur,\n\nÀ partir du {jour}, votre agence est ouverte de {début} à {fin}.\n\nPour nous joindre : {téléphone|passez à l’agence}.\n\nBien à vous,\n{agence}'),
  (4, 'en', '{agence}: your agency has new opening hours from {jour}: open from {début} to {fin}. To reach us: {téléphone|come to the agency}.', 'New opening hours of your agency',
   'Dear {civilité} {nom},\n\nFrom {jour} your agency is open from {début} to {fin}.\n\nTo reach us: {téléphone|come to the agency}.\n\nKind regards,\n{agence}',
   'Dear tenant,\n\nFrom {jour} your agency is open from {début} to {fin}.\n\nTo reach us: {téléphone|come to the agency}.\n\nKind regards,\n{agence}'),
  (5, 'fr', '{agence} : forte chaleur. Buvez souvent, fermez les volets, restez au frais, prenez des nouvelles de vos voisins. Malaise : faites le 15. Besoin d''aide : {téléphone|votre agence}.', 'Forte chaleur : prenez soin de vous',
   'Bonjour {civilité} {nom},\n\nIl va faire très chaud. Buvez souvent, fermez volets et fenêtres le jour, restez au frais et prenez des nouvelles de vos voisins.\n\nEn cas de malaise, appelez le 15. Si vous êtes seul ou avez besoin d’aide : {téléphone|votre agence}.\n\nBien à vous,\n{agence}',
   'Madame, Monsieur,\n\nIl va faire très chaud. Buvez souvent, fermez volets et fenêtres le jour, restez au frais et prenez des nouvelles de vos voisins.\n\nEn cas de malaise, appelez le 15. Si vous êtes seul ou avez besoin d’aide : {téléphone|votre agence}.\n\nBien à vous,\n{agence}'),
  (5, 'en', '{agence}: hot weather. Drink often, close your shutters, stay cool, look in on your neighbours. Unwell: call 15. Need help: {téléphone|your agency}.', 'Hot weather: take care',
   'Dear {civilité} {nom},\n\nIt will be very hot. Drink often, keep shutters and windows closed by day, stay cool and look in on your neighbours.\n\nIf you feel unwell, call 15. If you are alone or need help: {téléphone|your agency}.\n\nKind regards,\n{agence}',
   'Dear tenant,\n\nIt will be very hot. Drink often, keep shutters and windows closed by day, stay cool and look in on your neighbours.\n\nIf you feel unwell, call 15. If you need help: {téléphone|your agency}.\n\nKind regards,\n{agence}'),
  (6, 'fr', 'Bonjour, votre bailleur ({agence}) a essayé de vous appeler. Rien d''urgent : vous pouvez nous joindre : {téléphone|à votre agence}.', 'Nous avons essayé de vous appeler',
   'Bonjour,\n\nNous avons essayé plusieurs fois de vous appeler, sans réussir à vous joindre. Il n’y a rien d’urgent.\n\nPour nous joindre, aux heures d’ouverture de l’agence : {téléphone|passez à l’agence ou écrivez-lui}. Si votre numéro de téléphone a changé, dites-le-nous : nous pourrons vous joindre en cas de besoin.\n\nBien à vous,\n{agence}',
   'Bonjour,\n\nNous avons essayé plusieurs fois de vous appeler, sans réussir à vous joindre. Il n’y a rien d’urgent.\n\nPour nous joindre, aux heures d’ouverture de l’agence : {téléphone|passez à l’agence ou écrivez-lui}. Si votre numéro de téléphone a changé, dites-le-nous : nous pourrons vous joindre en cas de besoin.\n\nBien à vous,\n{agence}'),
  (6, 'en', 'Hello, your landlord ({agence}) tried to call you. Nothing urgent: you can reach us: {téléphone|at your agency}.', 'We tried to call you',
   'Hello,\n\nWe tried several times to call you, without reaching you. Nothing is urgent.\n\nTo reach us, when the agency is open: {téléphone|come to the agency or write to it}. If your telephone number has changed, please tell us: we can then reach you if need be.\n\nKind regards,\n{agence}',
   'Hello,\n\nWe tried several times to call you, without reaching you. Nothing is urgent.\n\nTo reach us, when the agency is open: {téléphone|come to the agency or write to it}. If your telephone number has changed, please tell us: we can then reach you if need be.\n\nKind regards,\n{agence}');
