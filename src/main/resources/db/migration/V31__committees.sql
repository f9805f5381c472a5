-- The règlement intérieur of the landlord's committees, as versions: rows are added, never changed, and each session keeps the one it was convened under.
-- quorum_members: electors who must take part. debate_hours, vote_hours: the least that the phases of a written session last; live_vote_minutes: of a live vote.
-- mandates: how many one elector may hold, 0 when there are none. mayor_absent: PRESIDENT or NOBODY, who decides ties then.
-- condition_days: how long a missing document may take. visio_allowed, written_allowed: the modes of a remote session.
create table committee_rules (
  id bigint not null auto_increment, version_no int not null, valid_from date not null, adopted_on date not null, quorum_members int not null,
  visio_allowed boolean not null, written_allowed boolean not null, notice_days int not null, debate_hours int not null, vote_hours int not null, live_vote_minutes int not null,
  mandates int not null, mayor_absent varchar(10) not null, condition_days int not null, reminder_hours int not null, source varchar(300) not null, to_confirm boolean not null,
  entered_by varchar(64) not null, entered_at datetime(3) not null,
  primary key (id), unique key rules_version (version_no), key rules_from (valid_from)
);
-- A committee (CALEOL). agency_id: none for the landlord as a whole. president_id: the member whom the six elected.
create table committee (
  id bigint not null auto_increment, name varchar(120) not null, agency_id bigint, president_id bigint, president_elected_on date,
  primary key (id), unique key committee_name (name), constraint committee_agency foreign key (agency_id) references agency (id)
);
-- capacity: BOARD, TENANTS, MAYOR, PREFECT, EPCI, MANDATOR (deliberative), ASSOCIATION, DISTRICT_MAYOR, SOCIAL_SERVICE, RESERVATION_HOLDER (consultative).
-- substitute_of: the member whose seat this one takes when asked. places: INSEE codes of the communes for which the seat counts, none for all.
create table committee_member (
  id bigint not null auto_increment, committee_id bigint not null, staff_id bigint not null, capacity varchar(20) not null, substitute_of bigint,
  reservation_holder varchar(80), from_day date not null, to_day date,
  primary key (id), key member_of_committee (committee_id), key member_of_staff (staff_id),
  constraint member_committee foreign key (committee_id) references committee (id), constraint member_staff foreign key (staff_id) references staff_member (id),
  constraint member_substitute foreign key (substitute_of) references committee_member (id)
);
create table committee_member_place (
  member_id bigint not null, insee varchar(5) not null,
  primary key (member_id, insee), constraint place_member foreign key (member_id) references committee_member (id) on delete cascade
);
-- A session. mode: LIVE, WRITTEN. state: DRAFT, CONVENED, OPEN, SUSPENDED, CLOSED (all items settled), SIGNED (minutes), CANCELLED.
-- starts_at: when it opens. debate_until, vote_until: the phases of a written session, as announced. president_id: who chairs this one.
create table allocation_session (
  id bigint not null auto_increment, committee_id bigint not null, agency_id bigint, name varchar(120) not null, mode varchar(8) not null, state varchar(10) not null,
  rules_id bigint not null, president_id bigint not null, starts_at datetime(3) not null, debate_until datetime(3), vote_until datetime(3), video_url varchar(500),
  convened_at datetime(3), convened_by varchar(64), opened_at datetime(3), suspended_at datetime(3), closed_at datetime(3), signed_at datetime(3), made_by varchar(64) not null, made_at datetime(3) not null,
  primary key (id), key session_list (state, starts_at), constraint session_committee foreign key (committee_id) references committee (id),
  constraint session_rules foreign key (rules_id) references committee_rules (id), constraint session_president foreign key (president_id) references committee_member (id)
);
-- Who is convened, as they were when it was convened. replaced_by: the substitute who takes the seat in this session.
-- mandate_to: the member who votes for this one.
create table session_member (
  session_id bigint not null, member_id bigint not null, staff_id bigint not null, name varchar(120) not null, email varchar(254), capacity varchar(20) not null,
  substitute_of bigint, reservation_holder varchar(80), places varchar(4000) not null default '', replaced_by bigint, mandate_to bigint,
  primary key (session_id, member_id), key session_of_staff (staff_id, session_id), constraint convened_session foreign key (session_id) references allocation_session (id)
);
-- Who took part, from when to when; rows are added, and closed. how: REMOTE, ROOM.
create table session_attendance (
  id bigint not null auto_increment, session_id bigint not null, member_id bigint not null, arrived_at datetime(3) not null, left_at datetime(3), how varchar(6) not null, noted_by varchar(64) not null,
  here_member_id bigint as (if(left_at is null, member_id, null)) stored,
  primary key (id), unique key here_once (session_id, here_member_id), constraint attendance_session foreign key (session_id) references allocation_session (id)
);
-- What disturbed or changed the session: opened, suspended, resumed, closed, extended, incident. Rows are added, never changed.
create table session_event (
  id bigint not null auto_increment, session_id bigint not null, item_id bigint, at datetime(3) not null, kind varchar(20) not null, by_name varchar(120) not null, words varchar(500) not null default '',
  primary key (id), key events_of_session (session_id, id), constraint event_session foreign key (session_id) references allocation_session (id)
);
-- An item: one dwelling before the committee. state: PLANNED, DEBATE, VOTING, COUNTED (waits for the signature), NO_QUORUM, DECIDED, POSTPONED, REFERRED (to a physical session), CANCELLED.
-- live_dwelling_id: the offered dwelling while the item is under way, so that a unique key puts it before one session. extended: how often the vote was prolonged.
create table session_item (
  id bigint not null auto_increment, session_id bigint not null, offered_dwelling_id bigint not null, agency_id bigint not null, position int not null, state varchar(10) not null, title varchar(300) not null,
  debate_from datetime(3), debate_until datetime(3), vote_from datetime(3), vote_until datetime(3), closed_at datetime(3), extended int not null default 0,
  mayor_id bigint, instead_id bigint, dossier longtext, signed_at datetime(3), signed_by varchar(120),
  live_dwelling_id bigint as (if(state in ('PLANNED', 'DEBATE', 'VOTING', 'COUNTED', 'NO_QUORUM'), offered_dwelling_id, null)) stored,
  primary key (id), unique key item_position (session_id, position), unique key item_once (live_dwelling_id),
  constraint item_session foreign key (session_id) references allocation_session (id), constraint item_dwelling foreign key (offered_dwelling_id) references offered_dwelling (id)
);
-- The electors of an item, frozen when its vote opens; the consultative who were entitled to speak too, so that a refusal names its reason.
-- mandate_to: the elector who votes for this one. present: seen in a live session while the debate or the vote was open.
create table item_elector (
  item_id bigint not null, voter_id bigint not null, staff_id bigint not null, name varchar(120) not null, capacity varchar(20) not null, deliberative boolean not null,
  mandate_to bigint, present boolean not null default false, recused_at datetime(3), recusal_reason varchar(300),
  primary key (item_id, voter_id), key elector_of_staff (item_id, staff_id), constraint elector_item foreign key (item_id) references session_item (id)
);
-- A conflict of interest declared before the vote opens.
create table item_recusal (
  item_id bigint not null, member_id bigint not null, at datetime(3) not null, reason varchar(300) not null,
  primary key (item_id, member_id), constraint recusal_item foreign key (item_id) references session_item (id)
);
-- The ballot that counts, one per voter and item. marks: canonical JSON. request_key: the sender's, so that a repeated request is one ballot.
create table ballot (
  id bigint not null auto_increment, item_id bigint not null, voter_id bigint not null, cast_by bigint not null, cast_at datetime(3) not null, revision int not null, marks longtext not null, request_key varchar(64) character set ascii not null,
  primary key (id), unique key ballot_once (item_id, voter_id), constraint ballot_elector foreign key (item_id, voter_id) references item_elector (item_id, voter_id)
);
-- The chain of an item's vote: every ballot ever cast, every recusal, opening and closing. hash: SHA-256 over the entry's canonical JSON, which holds the one before.
-- Append-only: triggers refuse every change. request_key: that of a ballot, so that each is written once.
create table ballot_entry (
  item_id bigint not null, seq int not null, content longtext not null, hash char(64) character set ascii not null, request_key varchar(64) character set ascii,
  primary key (item_id, seq), unique key entry_once (item_id, request_key), constraint entry_item foreign key (item_id) references session_item (id)
);
-- An attempt to vote that was refused, with its reason.
create table ballot_refusal (
  id bigint not null auto_increment, item_id bigint not null, staff_id bigint, name varchar(120) not null, at datetime(3) not null, reason varchar(30) not null, detail varchar(300) not null default '',
  primary key (id), key refusals_of_item (item_id, id), constraint refusal_item foreign key (item_id) references session_item (id)
);
-- Questions and answers on a dossier, before and during the debate.
create table item_message (
  id bigint not null auto_increment, item_id bigint not null, staff_id bigint not null, name varchar(120) not null, capacity varchar(20) not null, at datetime(3) not null, words varchar(1000) not null,
  primary key (id), key messages_of_item (item_id, id), constraint message_item foreign key (item_id) references session_item (id)
);
-- The minutes (procès-verbal) of a session; annulled ones stay, with the reason. content: canonical JSON; seal: its SHA-256.
create table session_minutes (
  id bigint not null auto_increment, session_id bigint not null, version_no int not null, content longtext not null, seal char(64) character set ascii not null, file_id bigint not null,
  signed_at datetime(3) not null, signed_by varchar(120) not null, annulled_at datetime(3), annulled_by varchar(120), annulled_why varchar(500),
  valid_session_id bigint as (if(annulled_at is null, session_id, null)) stored,
  primary key (id), unique key minutes_version (session_id, version_no), unique key minutes_valid (valid_session_id),
  constraint minutes_session foreign key (session_id) references allocation_session (id), constraint minutes_file foreign key (file_id) references stored_file (id)
);
create trigger ballot_entry_kept before update on ballot_entry for each row signal sqlstate '45000' set message_text = 'A vote''s chain is only added to';
create trigger ballot_entry_stays before delete on ballot_entry for each row signal sqlstate '45000' set message_text = 'A vote''s chain is only added to';

insert into committee_rules (version_no, valid_from, adopted_on, quorum_members, visio_allowed, written_allowed, notice_days, debate_hours, vote_hours, live_vote_minutes, mandates, mayor_absent,
                             condition_days, reminder_hours, source, to_confirm, entered_by, entered_at) values
  (1, '2020-01-01', '2020-01-01', 3, true, true, 3, 4, 24, 5, 0, 'PRESIDENT', 15, 6, 'Modèle à remplacer par le règlement intérieur adopté', true, 'allervers', '2026-11-22 00:00:00');
-- What members are written. Names of places: nom, seance, debut, fin, lien, visio, ordre (the agenda), point.
insert into message_template (code, name, automatic, importance, extra_fields) values
  ('committee-notice', 'Convocation à la commission d’attribution', true, 'ESSENTIAL', 'seance visio ordre'),
  ('committee-reminder', 'Rappel d’une séance de la commission', true, 'ESSENTIAL', 'seance visio'),
  ('committee-vote-reminder', 'Rappel d’un vote de la commission', true, 'ESSENTIAL', 'seance point'),
  ('committee-cancelled', 'Séance de la commission annulée', true, 'ESSENTIAL', 'seance'),
  ('committee-minutes', 'Procès-verbal de la commission', true, 'ESSENTIAL', 'seance');
insert into message_template_text (template_id, language, sms, subject, email, letter)
select id, 'fr', '', 'Convocation : {seance}',
       'Bonjour {nom},\n\nVous êtes convoqué(e) à la séance « {seance} » de la commission d’attribution, qui s’ouvre le {début}.\n\nOrdre du jour :\n{ordre}\n\nLes dossiers, la séance et les votes : {lien}\nVisioconférence : {visio|pas de visioconférence, la séance se tient par écrit}\n\nSi un dossier vous concerne de près, déclarez-le sur sa page : vous n’y voterez pas.\n\nLe service des attributions', ''
  from message_template where code = 'committee-notice'
union all select id, 'fr', '', 'Demain : {seance}', 'Bonjour {nom},\n\nLa séance « {seance} » s’ouvre le {début}.\n\nLes dossiers et les votes : {lien}\nVisioconférence : {visio|pas de visioconférence, la séance se tient par écrit}\n\nLe service des attributions', ''
  from message_template where code = 'committee-reminder'
union all select id, 'fr', '', 'Votre vote est attendu : {point}', 'Bonjour {nom},\n\nLe vote sur « {point} » (séance « {seance} ») se clôt le {fin}. Votre bulletin n’y est pas encore.\n\nVoter : {lien}\n\nLe service des attributions', ''
  from message_template where code = 'committee-vote-reminder'
union all select id, 'fr', '', 'Séance annulée : {seance}', 'Bonjour {nom},\n\nLa séance « {seance} », prévue le {début}, est annulée.\n\nLe service des attributions', ''
  from message_template where code = 'committee-cancelled'
union all select id, 'fr', '', 'Procès-verbal : {seance}', 'Bonjour {nom},\n\nLe procès-verbal de la séance « {seance} » est signé et scellé.\n\nLe lire : {lien}\n\nLe service des attributions', ''
  from message_template where code = 'committee-minutes';
