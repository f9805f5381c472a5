-- How long each kind of personal data is kept: dated rows, the past is never changed. A purge is one night of lines, one for each set of rows.
create table retention_setting (
  id bigint not null auto_increment, kind varchar(20) not null, valid_from date not null, months int not null, source varchar(300) not null,
  to_confirm boolean not null default false, entered_by varchar(64) not null, entered_at datetime(3) not null,
  primary key (id), unique key retention_from (kind, valid_from), constraint retention_months check (months between 1 and 360)
);
insert into retention_setting (kind, valid_from, months, source, to_confirm, entered_by, entered_at)
values
  ('REGISTER', '2020-01-01', 60, 'Prescription de droit commun, Code civil art. 2224, à compter de la fin du bail', true, 'allervers', '2020-01-01'),
  ('HOUSEHOLD_CALLS', '2020-01-01', 24, 'Repère CNIL, délibération 2014-124 : deux ans au plus', true, 'allervers', '2020-01-01'),
  ('FOLLOW_UPS', '2020-01-01', 24, 'Délibération CNIL 2014-124, art. 4 : effacer à la fin du suivi, deux ans au plus', true, 'allervers', '2020-01-01'),
  ('SOCIAL_NOTES', '2020-01-01', 24, 'Délibération CNIL 2014-124, art. 4 : effacer à la fin du suivi, deux ans au plus', true, 'allervers', '2020-01-01'),
  ('ARREARS', '2020-01-01', 36, 'Prescription des loyers, loi du 6 juillet 1989 art. 7-1 : trois ans', true, 'allervers', '2020-01-01'),
  ('ACCOUNTS', '2020-01-01', 120, 'Pièces comptables, Code de commerce art. L123-22 : dix ans', true, 'allervers', '2020-01-01'),
  ('CANDIDATES', '2020-01-01', 60, 'Recours et contrôle des attributions : durée à fixer avec le délégué à la protection des données', true, 'allervers', '2020-01-01'),
  ('INVENTORIES', '2020-01-01', 36, 'Prescription des actions nées du bail, loi du 6 juillet 1989 art. 7-1, à compter de la sortie', true, 'allervers', '2020-01-01'),
  ('MESSAGES', '2020-01-01', 24, 'Preuve des envois : usage', true, 'allervers', '2020-01-01'),
  ('IMPORTS', '2020-01-01', 3, 'Le temps de corriger les lignes refusées : usage', true, 'allervers', '2020-01-01'),
  ('HISTORY', '2020-01-01', 24, 'Journal des dossiers : usage', true, 'allervers', '2020-01-01');

create table purge_night (night date not null, began_at datetime(3) not null, ended_at datetime(3), primary key (night));
create table purge_line (
  night date not null, position int not null, unit varchar(80) not null, kind varchar(20) not null, before_on date not null,
  changed int not null default 0, done boolean not null default false,
  primary key (night, position), key purge_open (done, night), constraint line_of_night foreign key (night) references purge_night (night)
);

-- A file that went keeps its row, which others name; its content goes after the commit.
alter table stored_file add erased_at datetime(3), add gone_at datetime(3), add key stored_file_erased (gone_at, erased_at);

-- What is over may be told of nobody: the row stays for the figures, without the household.
alter table household_call modify household_id bigint, add key call_over (closed_at);
alter table referral modify household_id bigint;
alter table field_check modify household_id bigint;
alter table social_follow_up modify household_id bigint;
alter table call_series modify household_id bigint;
alter table arrears_case modify household_id bigint, modify lease_id bigint;
alter table appointment_offer modify household_id bigint;
alter table appointment modify household_id bigint;
alter table repayment_plan modify household_id bigint, modify lease_id bigint;
alter table legal_deadline modify household_id bigint;
alter table social_assessment modify household_id bigint;
alter table aid_request modify household_id bigint;
alter table relief_measure modify household_id bigint, modify lease_id bigint;

-- An entry is never changed, but for the words that tell who paid, and those only to be taken away.
drop trigger rent_entry_stays;
delimiter //
create trigger rent_entry_stays after update on rent_entry for each row
begin
  if not (new.label = 'Effacé' and new.reference is null and new.reason is null and new.lease_id = old.lease_id and new.kind = old.kind
      and new.side = old.side and new.means <=> old.means and new.amount_cents = old.amount_cents and new.value_on = old.value_on
      and new.due_on = old.due_on and new.period = old.period and new.reverses_id <=> old.reverses_id and new.import_id <=> old.import_id
      and new.line_no <=> old.line_no and new.booked_at = old.booked_at and new.booked_by = old.booked_by and new.entry_key = old.entry_key) then
    signal sqlstate '45000' set message_text = 'A rent entry is never changed: reverse it';
  end if;
end//
delimiter ;

create table person_export (
  id bigint not null auto_increment, person_kind varchar(12) not null, person_id bigint not null, why varchar(300) not null,
  made_by varchar(64) not null, made_at datetime(3) not null, primary key (id), key exports_of_person (person_kind, person_id)
);
create table person_erasure (
  id bigint not null auto_increment, person_kind varchar(12) not null, person_id bigint not null, why varchar(300) not null,
  asked_by varchar(64) not null, asked_at datetime(3) not null, state varchar(8) not null, ended_at datetime(3),
  primary key (id), unique key erased_once (person_kind, person_id), key erasure_state (state, id)
);
create table person_erasure_line (
  erasure_id bigint not null, position int not null, unit varchar(80) not null, kind varchar(20) not null,
  state varchar(8) not null, hold varchar(40), changed int not null default 0,
  primary key (erasure_id, position), constraint line_of_erasure foreign key (erasure_id) references person_erasure (id)
);
