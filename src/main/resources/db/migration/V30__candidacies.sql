-- Dated settings of allocation: a value counts from valid_from until the next one of the same setting. Rows are added, never changed.
-- to_confirm: not yet read in a text that binds.
create table allocation_setting (
  id bigint not null auto_increment, setting varchar(40) not null, valid_from date not null, value bigint not null, source varchar(300) not null,
  to_confirm boolean not null default false, entered_by varchar(64) not null, entered_at datetime(3) not null,
  primary key (id), unique key allocation_setting_from (setting, valid_from)
);
-- Ceilings of resources (plafonds de ressources) a year, by financing, zone (PARIS, IDF, OTHER) and category of household: 1 to 6, 7 for each further person.
create table resource_ceiling (
  id bigint not null auto_increment, financing varchar(10) not null, zone varchar(6) not null, category tinyint not null, valid_from date not null, cents bigint not null,
  source varchar(300) not null, to_confirm boolean not null default true, entered_by varchar(64) not null, entered_at datetime(3) not null,
  primary key (id), unique key ceiling_from (financing, zone, category, valid_from)
);
-- An application for social housing (demande de logement social), known by its unique number, once. agency_id: whose people see it.
-- search_name: the folded name, by whose beginning it is found. resources_cents: a month; tax_income_cents: revenu fiscal de référence of tax_year.
-- aid_cents: the housing aid expected for a dwelling. household_id: a tenant of ours who asks for a transfer. state: ACTIVE, HOUSED, REMOVED.
-- refusals: how often a suitable dwelling was refused. communes: INSEE codes, separated by commas. changed_at is the file's day for imports.
create table housing_application (
  id bigint not null auto_increment, unique_number varchar(20) character set ascii not null, agency_id bigint not null, applied_on date not null,
  civility varchar(5), last_name varchar(80) not null, first_name varchar(80) not null, search_name varchar(170) not null, birth_date date not null,
  email varchar(254), mobile varchar(16), address varchar(200) not null, postcode varchar(5) not null, commune varchar(80) not null, language varchar(5) not null default 'fr',
  adults int not null, children int not null, disabled boolean not null default false, young_couple boolean not null default false,
  resources_cents bigint not null, tax_income_cents bigint, tax_year int, aid_cents bigint not null default 0,
  situation varchar(16) not null, priorities varchar(300) not null default '', dalo_on date, communes varchar(200) not null default '', rooms int, words varchar(1000) not null default '',
  household_id bigint, refusals int not null default 0, state varchar(10) not null default 'ACTIVE', state_on date, state_why varchar(300), source varchar(8) not null,
  entered_by varchar(64) not null, entered_at datetime(3) not null, changed_at datetime(3) not null, version int not null default 0,
  primary key (id), unique key application_number (unique_number), key application_list (agency_id, state, applied_on, id), key application_by_name (search_name),
  key application_by_household (household_id), constraint application_agency foreign key (agency_id) references agency (id)
);
-- The documents that an application is asked for. state: MISSING, RECEIVED (to be looked at), ACCEPTED.
create table application_paper (
  application_id bigint not null, kind varchar(20) not null, state varchar(10) not null, received_at datetime(3), accepted_by varchar(64), accepted_at datetime(3), refused_why varchar(300),
  primary key (application_id, kind), constraint paper_application foreign key (application_id) references housing_application (id) on delete cascade
);
-- Their files; the same content is with an application once. source: DESK or LINK.
create table application_file (
  id bigint not null auto_increment, application_id bigint not null, kind varchar(20) not null, file_id bigint not null, sha256 char(64) not null, source varchar(4) not null,
  added_at datetime(3) not null, added_by varchar(64) not null,
  primary key (id), unique key application_file_once (application_id, sha256),
  constraint file_application foreign key (application_id) references housing_application (id), constraint file_stored foreign key (file_id) references stored_file (id)
);
-- A vacant dwelling offered. state: OPEN (candidates are gathered), READY (for the committee), DECIDED (the offer runs), LET, EXHAUSTED (nobody took it), WITHDRAWN.
-- live_dwelling_id: the dwelling while it is under way, so that a unique key offers it once. few: the recorded exception to three candidates.
create table offered_dwelling (
  id bigint not null auto_increment, dwelling_id bigint not null, agency_id bigint not null, state varchar(10) not null, available_on date not null,
  financing varchar(10) not null, zone varchar(6) not null, rent_cents bigint not null, charges_cents bigint not null, reservation varchar(16) not null, reservation_holder varchar(80),
  visit_url varchar(500), few varchar(20), few_words varchar(500), few_by varchar(64), few_at datetime(3),
  offered_by varchar(64) not null, offered_at datetime(3) not null, ready_at datetime(3), ready_by varchar(64), ended_at datetime(3), version int not null default 0,
  live_dwelling_id bigint as (if(state in ('OPEN', 'READY', 'DECIDED'), dwelling_id, null)) stored,
  primary key (id), unique key offered_once (live_dwelling_id), key offered_list (agency_id, state, id), key offered_by_dwelling (dwelling_id),
  constraint offered_of_dwelling foreign key (dwelling_id) references dwelling (id), constraint offered_agency foreign key (agency_id) references agency (id)
);
create table offered_photo (
  id bigint not null auto_increment, offered_dwelling_id bigint not null, file_id bigint not null, sha256 char(64) not null, added_at datetime(3) not null, added_by varchar(64) not null,
  primary key (id), unique key photo_once (offered_dwelling_id, sha256),
  constraint photo_offered foreign key (offered_dwelling_id) references offered_dwelling (id), constraint photo_file foreign key (file_id) references stored_file (id)
);
-- An application proposed for a dwelling, with what was computed when it was last assessed: the committee decides on these figures.
-- score_reasons: the rules of the grid that gave points, one a line, « +20 Reconnu prioritaire (DALO) ». state: PROPOSED, WITHDRAWN, DECIDED.
create table allocation_candidate (
  id bigint not null auto_increment, offered_dwelling_id bigint not null, application_id bigint not null, state varchar(10) not null, source varchar(16) not null,
  summary varchar(1500) not null, resources_cents bigint not null, effort_rate decimal(5,1), left_to_live_cents bigint not null, fit varchar(8) not null,
  ceiling_cents bigint, ceiling_source varchar(300), ceiling_to_confirm boolean not null default false, tax_income_cents bigint,
  priority boolean not null, dalo boolean not null, score int not null, score_version varchar(40), score_reasons varchar(2000) not null,
  proposed_by varchar(64) not null, proposed_at datetime(3) not null, assessed_at datetime(3) not null, withdrawn_why varchar(300),
  primary key (id), unique key candidate_once (offered_dwelling_id, application_id), key candidate_of_application (application_id, state),
  constraint candidate_dwelling foreign key (offered_dwelling_id) references offered_dwelling (id), constraint candidate_application foreign key (application_id) references housing_application (id)
);
-- Imports of applications and of vacant dwellings. kind: APPLICATIONS, DWELLINGS. States and the work of turns: as with register_import.
create table allocation_import (
  id bigint not null auto_increment, kind varchar(12) not null, file_name varchar(200) not null, stored_file_id bigint not null, state varchar(12) not null,
  charset varchar(20) not null, delimiter_char char(1) not null, lines_total int not null default 0, lines_done int not null default 0,
  created int not null default 0, updated int not null default 0, unchanged int not null default 0, rejected int not null default 0, problem varchar(400),
  started_by varchar(64) not null, started_at datetime(3) not null, ended_at datetime(3), worker char(36), lease_until datetime(3), stumbles int not null default 0,
  primary key (id), key allocation_import_state (state, id)
);
create table allocation_import_reject (
  import_id bigint not null, line_no int not null, reason varchar(300) not null, content varchar(2000) not null,
  primary key (import_id, line_no), constraint allocation_reject foreign key (import_id) references allocation_import (id) on delete cascade
);
create table allocation_import_turn (id int not null, primary key (id));
insert into allocation_import_turn values (1);

insert into allocation_setting (setting, valid_from, value, source, to_confirm, entered_by, entered_at) values
  ('CANDIDATES_LEAST', '2020-01-01', 3, 'CCH art. R441-3 : au moins trois demandes par logement', false, 'allervers', '2026-11-22 00:00:00'),
  ('PRIORITY_SHARE', '2020-01-01', 25, 'CCH art. L441-1 : un quart des attributions aux ménages prioritaires, base exacte à vérifier', true, 'allervers', '2026-11-22 00:00:00'),
  ('EFFORT_RATE', '2020-01-01', 33, 'Usage du bailleur : repère, pas de plafond national', true, 'allervers', '2026-11-22 00:00:00'),
  ('LEFT_TO_LIVE', '2020-01-01', 1000, 'Usage du bailleur : repère par unité de consommation et par jour', true, 'allervers', '2026-11-22 00:00:00'),
  ('ANSWER_DAYS', '2020-01-01', 10, 'CCH art. R441-10 : dix jours au moins pour répondre', false, 'allervers', '2026-11-22 00:00:00'),
  ('REMOVAL_MONTHS', '2020-01-01', 1, 'CCH art. R441-2-8 d : radiation un mois après l’avertissement', false, 'allervers', '2026-11-22 00:00:00'),
  ('LINK_DAYS', '2020-01-01', 60, 'Usage du bailleur : le lien reste ouvert après le délai, pour dire qu’il est passé', true, 'allervers', '2026-11-22 00:00:00'),
  ('PAPERS_DAYS', '2020-01-01', 30, 'Usage du bailleur : durée du lien pour déposer des pièces', true, 'allervers', '2026-11-22 00:00:00'),
  ('TASK_LEASE', '2020-01-01', 10, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00'),
  ('TASK_PAPER', '2020-01-01', 2, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00'),
  ('TASK_NEXT', '2020-01-01', 5, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00'),
  ('TASK_REMOVAL', '2020-01-01', 5, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00'),
  ('TASK_URGENT', '2020-01-01', 1, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00'),
  ('TASK_SUPERVISOR', '2020-01-01', 1, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00'),
  ('OCCUPANCY_LONGEST', '2020-01-01', 6, 'Usage du bailleur : convention d’occupation temporaire, en mois', true, 'allervers', '2026-11-22 00:00:00'),
  ('OCCUPANCY_WARNING', '2020-01-01', 30, 'Usage du bailleur : jours avant la fin de la convention', true, 'allervers', '2026-11-22 00:00:00'),
  ('TASK_OCCUPANCY', '2020-01-01', 10, 'Usage du bailleur', true, 'allervers', '2026-11-22 00:00:00');
-- The ceilings of 2024, entered from memory: every one is to be confirmed, and those of later years to be added.
insert into resource_ceiling (financing, zone, category, valid_from, cents, source, entered_by, entered_at)
select f.financing, c.zone, c.category, '2024-01-01', round(c.euros * f.rate) * 100, 'Arrêté du 29 juillet 1987 modifié, valeurs 2024 de mémoire', 'allervers', '2026-11-22 00:00:00'
  from (select 'PARIS' as zone, 1 as category, 26044 as euros union all select 'PARIS', 2, 38925 union all select 'PARIS', 3, 51024 union all select 'PARIS', 4, 60921
        union all select 'PARIS', 5, 72483 union all select 'PARIS', 6, 81561 union all select 'PARIS', 7, 9088
        union all select 'IDF', 1, 26044 union all select 'IDF', 2, 38925 union all select 'IDF', 3, 46789 union all select 'IDF', 4, 56044
        union all select 'IDF', 5, 66346 union all select 'IDF', 6, 74661 union all select 'IDF', 7, 8319
        union all select 'OTHER', 1, 22642 union all select 'OTHER', 2, 30238 union all select 'OTHER', 3, 36362 union all select 'OTHER', 4, 43899
        union all select 'OTHER', 5, 51641 union all select 'OTHER', 6, 58200 union all select 'OTHER', 7, 6492) c
  join (select 'PLUS' as financing, 1.00 as rate union all select 'PLAI', 0.55 union all select 'PLS', 1.30) f on true;
