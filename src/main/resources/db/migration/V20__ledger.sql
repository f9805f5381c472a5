-- The rent account of a lease (compte locataire). balance_cents is the sum of its entries, whatever their day: what the
-- tenant owes is above zero. Entries of a later day are taken off when a day is asked for.
create table rent_account (
  lease_id bigint not null, balance_cents bigint not null default 0, entries int not null default 0,
  primary key (lease_id), key account_by_balance (balance_cents),
  constraint account_lease foreign key (lease_id) references lease (id)
);
-- What was booked, once and for ever. side: D what became due, C what settled it; a reversal (contre-passation) has the kind
-- and the side of what it reverses, the opposite amount, and its due_on, so that sums by kind and by due day stay right.
-- period: first day of the month that it is about. entry_key: what makes it this entry and no other, whichever file tells it.
create table rent_entry (
  id bigint not null auto_increment, lease_id bigint not null, kind varchar(16) not null, side char(1) not null, means varchar(12),
  amount_cents bigint not null, value_on date not null, due_on date not null, period date not null, label varchar(140) not null,
  reference varchar(70), reverses_id bigint, import_id bigint, line_no int, booked_at datetime(3) not null, booked_by varchar(64) not null,
  reason varchar(300), entry_key binary(16) not null,
  primary key (id), unique key entry_once (entry_key), unique key reversed_once (reverses_id), key entries_of_account (lease_id, value_on),
  key entries_by_day (value_on), key entries_of_import (import_id, line_no),
  constraint entry_account foreign key (lease_id) references rent_account (lease_id),
  constraint entry_reversed foreign key (reverses_id) references rent_entry (id)
);
-- The database itself refuses to change history: a mistake is reversed. After, not before: with a trigger before an update,
-- MariaDB 11.4 refuses an insert ... select of several rows with "Column 'lease_id' cannot be null".
create trigger rent_entry_stays after update on rent_entry for each row
  signal sqlstate '45000' set message_text = 'A rent entry is never changed: reverse it';
create trigger rent_entry_remains after delete on rent_entry for each row
  signal sqlstate '45000' set message_text = 'A rent entry is never deleted: reverse it';
-- A part of the debt that is not to be collected for now: DISPUTED, FROZEN (surendettement), AID_EXPECTED. Both days included.
create table rent_hold (
  id bigint not null auto_increment, lease_id bigint not null, kind varchar(12) not null, amount_cents bigint not null, from_on date not null, until_on date,
  reason varchar(300) not null, placed_by varchar(64) not null, placed_at datetime(3) not null, lifted_by varchar(64), lifted_at datetime(3),
  primary key (id), key holds_of_account (lease_id), constraint hold_lease foreign key (lease_id) references lease (id)
);
-- What came in and nobody could attribute (à identifier). state: OPEN, POSTED, DISMISSED, DETAILED (a later file gave the
-- payments of this batch one by one). doubt: why it waits. Its key stays, so that no file brings it twice.
create table suspense_item (
  id bigint not null auto_increment, state varchar(10) not null, doubt varchar(20) not null, kind varchar(16) not null, means varchar(12),
  amount_cents bigint not null, value_on date not null, period date not null, account varchar(34), reference varchar(70), remittance varchar(300) not null,
  payer_name varchar(140), payer_iban varchar(34), candidates varchar(200), import_id bigint not null, line_no int not null, entry_key binary(16) not null,
  lease_id bigint, settled_by varchar(64), settled_at datetime(3), settled_why varchar(300),
  primary key (id), unique key suspense_once (entry_key), key suspense_by_state (state, value_on, id), key suspense_of_import (import_id, line_no)
);
-- A bank account that a person has said pays for a lease.
create table payer_iban (
  iban varchar(34) not null, lease_id bigint not null, learned_by varchar(64) not null, learned_at datetime(3) not null,
  primary key (iban, lease_id), constraint iban_lease foreign key (lease_id) references lease (id)
);
-- Batches whose payments were told one by one: a statement that tells only their sum brings nothing new.
create table bank_batch (batch_key binary(16) not null, import_id bigint not null, primary key (batch_key));
-- Statements and notices taken: bank account, the bank's number, and day, since banks use their numbers again each year.
create table bank_statement (
  account varchar(34) not null, source varchar(8) not null, number varchar(60) not null, made_on date not null, import_id bigint not null,
  primary key (account, source, number, made_on)
);
-- Every entry that a bank told, under account, day and amount: a camt.053, a camt.054 and a CFONB120 may tell the same one under
-- different references, or under none.
create table bank_lookalike (
  lookalike_key binary(16) not null, source varchar(8) not null, entry_key binary(16) not null, numbered boolean not null,
  primary key (lookalike_key, source, entry_key)
);
-- How a landlord's CSV is to be read: found again by its header.
create table ledger_mapping (
  id bigint not null auto_increment, header_key binary(16) not null, name varchar(80) not null, header text not null, columns_text text not null, saved_by varchar(64) not null,
  saved_at datetime(3) not null, primary key (id), unique key mapping_header (header_key)
);
-- As register_import. file_hash is emptied when an import is given up, so that the same file may come again.
create table ledger_import (
  id bigint not null auto_increment, file_name varchar(200) not null, stored_file_id bigint not null, file_hash char(64), source varchar(10) not null,
  state varchar(12) not null, format varchar(12) not null, charset varchar(20) not null, delimiter_char char(1) not null, mapping_id bigint, idempotency_key varchar(80),
  lines_total int not null default 0, lines_done int not null default 0, posted int not null default 0, suspended int not null default 0,
  known int not null default 0, rejected int not null default 0, total_cents bigint not null default 0, problem varchar(400), started_by varchar(64) not null,
  started_at datetime(3) not null, ended_at datetime(3), worker char(36), lease_until datetime(3), stumbles int not null default 0,
  primary key (id), key ledger_import_by_state (state, id), unique key ledger_import_once (idempotency_key), unique key ledger_file_once (file_hash)
);
create table ledger_import_reject (
  import_id bigint not null, line_no int not null, reason varchar(300) not null, content varchar(2000) not null,
  primary key (import_id, line_no), constraint ledger_reject_import foreign key (import_id) references ledger_import (id) on delete cascade
);
create table ledger_import_turn (id int not null, primary key (id));
insert into ledger_import_turn values (1);
