-- dedupe_key says what the message is (case, step, channel, period): the same fact can never write to somebody twice.
-- state: QUEUED, SENDING (handed to the centre, no answer yet), SENT, UNKNOWN (nobody knows whether it left), FAILED, PRINTED (letters).
-- attempts also fences: an answer counts only for the attempt that it answers.
create table outbox_message (
  id bigint not null auto_increment, dedupe_key varchar(160) not null, case_kind varchar(40) not null, case_id bigint not null, household_id bigint,
  channel varchar(10) not null, recipient varchar(254) not null, subject varchar(200), body varchar(2000) not null, state varchar(12) not null,
  attempts int not null default 0, next_attempt_at datetime(3) not null, sending_since datetime(3), created_at datetime(3) not null, sent_at datetime(3), problem varchar(300),
  primary key (id), unique key outbox_once (dedupe_key), key outbox_due (channel, state, next_attempt_at, id), key outbox_stuck (state, sending_since),
  key outbox_list (state, id), key outbox_case (case_kind, case_id), key outbox_household (household_id)
);
