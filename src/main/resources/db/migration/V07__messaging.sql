-- dedupe_key says what the message is (case, step, channel, period): the same fact can never write to somebody twice.
-- state: QUEUED, SENDING (handed to the centre, no answer yet), SENT, DELIVERED (a receipt says so), UNKNOWN (nobody knows
-- whether it left), FAILED, CANCELLED, PRINTED (letters).
-- attempts also fences: an answer counts only for the attempt that it answers.
-- agency_id: whose message it is when it is not to a household of the register. informative: an opposition stops it.
create table outbox_message (
  id bigint not null auto_increment, dedupe_key varchar(160) not null, case_kind varchar(40) not null, case_id bigint not null, household_id bigint, agency_id bigint,
  channel varchar(10) not null, recipient varchar(254) not null, subject varchar(200), body varchar(8000) not null, sender varchar(11), informative boolean not null default false,
  encoding varchar(5), parts smallint not null default 1, state varchar(12) not null, attempts int not null default 0, next_attempt_at datetime(3) not null,
  sending_since datetime(3), created_at datetime(3) not null, sent_at datetime(3), delivered_at datetime(3), problem varchar(300),
  primary key (id), unique key outbox_once (dedupe_key), key outbox_due (channel, state, next_attempt_at, id), key outbox_stuck (state, sending_since),
  key outbox_list (state, id), key outbox_case (case_kind, case_id, state), key outbox_household (household_id), key outbox_recipient (recipient, id)
);
-- Who no longer wants messages: a number or address, or a whole household. scope: INFORMATIVE (a cut of water is still told), ALL.
create table message_opposition (
  id bigint not null auto_increment, channel varchar(10) not null, recipient varchar(254), household_id bigint, scope varchar(12) not null,
  source varchar(8) not null, since datetime(3) not null, recorded_by varchar(64) not null,
  primary key (id), unique key opposition_of_recipient (recipient, channel), unique key opposition_of_household (household_id, channel)
);
-- What the centre took of a message, part by part; receipts come by centre_id. state: SENT, DELIVERED, FAILED: the first of the last two stays.
create table message_part (
  message_id bigint not null, part_no smallint not null, centre_id varchar(65) character set ascii collate ascii_bin not null, state varchar(10) not null,
  error varchar(60), submitted_at datetime(3) not null, done_at datetime(3),
  primary key (message_id, part_no), key part_of_centre (centre_id), constraint part_of_message foreign key (message_id) references outbox_message (id) on delete cascade
);
-- Every receipt once (recipient is empty when the receipt does not tell it; centres use their ids again after some months), whenever it comes: before the answer to the submit it waits here. folded: its part knows it. look_at: when to look for its part again.
create table message_receipt (
  id bigint not null auto_increment, centre_id varchar(65) character set ascii collate ascii_bin not null, state varchar(10) not null, error varchar(60),
  recipient varchar(20) not null, reference int, dead_number boolean not null, received_at datetime(3) not null, folded boolean not null default false,
  looks smallint not null default 0, look_at datetime(3) not null,
  primary key (id), unique key receipt_once (centre_id, state, recipient), key receipt_open (folded, look_at)
);
-- What people write back. fingerprint and period make one row of what the centre delivers twice.
create table message_reply (
  id bigint not null auto_increment, fingerprint varchar(80) character set ascii collate ascii_bin not null, period bigint not null, from_number varchar(20) not null,
  body varchar(2000) not null, stop boolean not null, household_id bigint, agency_id bigint, answers_id bigint, state varchar(10) not null,
  outcome varchar(20), received_at datetime(3) not null, closed_at datetime(3),
  primary key (id), unique key reply_once (fingerprint, period), key reply_of_household (household_id), key reply_by_time (received_at)
);
-- Parts of a long reply until the last one is there, and some time after, so that one delivered again is known.
create table message_reply_part (
  id bigint not null auto_increment, from_number varchar(20) not null, reference int not null, parts smallint not null, part_no smallint not null,
  body varchar(200) not null, taken boolean not null, received_at datetime(3) not null,
  primary key (id), unique key reply_part_once (from_number, reference, parts, part_no), key reply_part_open (taken, received_at)
);
