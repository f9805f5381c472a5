-- What tasks and cases did since the figures were last folded: one row for each task that ended, written in the transaction that ended it, and one
-- for each other case that moved (task_id is empty). Rows are only added, so that no completion waits for another; folding takes them out.
create table kpi_event (
  id bigint not null auto_increment, case_kind varchar(40) not null, case_id bigint not null, task_id varchar(64) character set ascii collate ascii_bin,
  step varchar(60), candidate_group varchar(40), agency_id bigint, completed boolean, opened_at datetime(3), due_at datetime(3), closed_at datetime(3),
  primary key (id)
);
-- The tasks that ended. outcome: IN_TIME, LATE, DROPPED (its case went another way). day: of the end, in the landlord's zone. campaign_id, agency_id: 0 for none.
-- pass: the recount that saw it last in the engine's history.
create table kpi_task (
  id bigint not null auto_increment, task_id varchar(64) character set ascii collate ascii_bin not null, case_kind varchar(40) not null, case_id bigint not null,
  step varchar(60) not null, candidate_group varchar(40) not null, agency_id bigint not null, campaign_id bigint not null default 0, outcome varchar(10) not null,
  day date not null, opened_at datetime not null, due_at datetime not null, closed_at datetime not null, seconds bigint not null, pass int not null default 0,
  primary key (id), unique key kpi_task_once (task_id), key kpi_task_of_case (case_kind, case_id), key kpi_task_by_day (day, id), key kpi_task_of_kind (case_kind, day, id)
);
-- What happened in a case that a figure counts: read again from the module's tables whenever the case moved. part: which of several of the same case.
-- seconds: how long it took, where the figure is about a time. amount: cents, attempts.
create table kpi_fact (
  case_kind varchar(40) not null, case_id bigint not null, figure varchar(30) not null, part bigint not null, agency_id bigint not null, campaign_id bigint not null,
  day date not null, outcome varchar(24) not null, amount bigint not null default 0, seconds bigint,
  primary key (case_kind, case_id, figure, part), key kpi_fact_list (figure, day, case_kind, case_id, part)
);
-- The figures: counts and histograms of durations that can be added up. process: a process's key for its tasks (step: of the diagram), ALL for all tasks
-- (step is empty), a name in capitals for facts (step: the figure). grain: D a day, M a month (day is its first). h00 … h35: durations, see Durations.
create table kpi_day (
  process varchar(40) not null, grain char(1) not null, step varchar(60) not null, day date not null, agency_id bigint not null, campaign_id bigint not null,
  outcome varchar(24) not null, candidate_group varchar(40) not null, n int not null default 0, amount bigint not null default 0,
  h00 int not null default 0, h01 int not null default 0, h02 int not null default 0, h03 int not null default 0, h04 int not null default 0, h05 int not null default 0,
  h06 int not null default 0, h07 int not null default 0, h08 int not null default 0, h09 int not null default 0, h10 int not null default 0, h11 int not null default 0,
  h12 int not null default 0, h13 int not null default 0, h14 int not null default 0, h15 int not null default 0, h16 int not null default 0, h17 int not null default 0,
  h18 int not null default 0, h19 int not null default 0, h20 int not null default 0, h21 int not null default 0, h22 int not null default 0, h23 int not null default 0,
  h24 int not null default 0, h25 int not null default 0, h26 int not null default 0, h27 int not null default 0, h28 int not null default 0, h29 int not null default 0,
  h30 int not null default 0, h31 int not null default 0, h32 int not null default 0, h33 int not null default 0, h34 int not null default 0, h35 int not null default 0,
  primary key (process, grain, step, day, agency_id, campaign_id, outcome, candidate_group)
);
-- The open tasks as last counted. due_slot: -1 overdue, 0 today … 14, 15 later. age_slot: 0 less than a day, 1 three days, 2 a week, 3 a month, 4 older.
create table kpi_queue (
  case_kind varchar(40) not null, step varchar(60) not null, candidate_group varchar(40) not null, agency_id bigint not null, due_slot tinyint not null, age_slot tinyint not null,
  n int not null, primary key (case_kind, step, candidate_group, agency_id, due_slot, age_slot)
);
-- What is there at one moment rather than in a period (debts by age, deadlines at risk): one set a day, the last of the day stays.
create table kpi_stock (
  figure varchar(30) not null, day date not null, agency_id bigint not null, outcome varchar(24) not null, n int not null, amount bigint not null,
  primary key (figure, day, agency_id, outcome)
);
-- One row. version rises with every change that a page can show. rebuild_done of rebuild_total: how far a recount is; rebuild_total 0 when none runs.
create table kpi_state (
  id int not null, version bigint not null, folded_at datetime(3) not null, counted_at datetime(3) not null, stocked_at datetime(3) not null,
  pass int not null default 0, rebuild_done bigint not null default 0, rebuild_total bigint not null default 0, rebuild_seen_at datetime(3), primary key (id)
);
insert into kpi_state (id, version, folded_at, counted_at, stocked_at) values (1, 1, '2000-01-01', '2000-01-01', '2000-01-01');
-- The open tasks in the order of their due moments, with what they are counted by.
create index inbox_due on inbox_item (due_at, task_id, agency_id, case_kind, step, candidate_group);
