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
