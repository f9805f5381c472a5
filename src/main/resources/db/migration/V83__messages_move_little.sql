-- A message changes its state three times, and each key that holds the state moved each time. due_at: when a waiting message may leave, null once it has.
-- listed: by which word people list it; what a centre has taken stays where it is when the receipt comes.
alter table outbox_message
  add column if not exists due_at datetime(3) as (if(state = 'QUEUED', next_attempt_at, null)) stored,
  add column if not exists listed varchar(12) as (if(state in ('SENT', 'DELIVERED'), 'LEFT', state)) stored;
alter table outbox_message
  drop key if exists outbox_due, drop key if exists outbox_list, drop key if exists outbox_case,
  add key if not exists outbox_next (channel, due_at, id), add key if not exists outbox_listed (listed, id), add key if not exists outbox_of_case (case_kind, case_id, due_at);
