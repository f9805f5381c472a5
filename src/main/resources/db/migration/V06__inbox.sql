-- One row per open task, written in the engine's transaction. `queue` is 'u:<username>' once somebody holds it, else 'g:<group>'.
create table inbox_item (
  task_id varchar(64) character set ascii collate ascii_bin not null, case_kind varchar(40) not null, case_id bigint not null, step varchar(60) not null, act varchar(120) not null,
  form_id varchar(60), queue varchar(70) not null, candidate_group varchar(40) not null, assignee varchar(64),
  title varchar(200) not null, title_folded varchar(200) not null, subtitle varchar(300) not null, household_id bigint, agency_id bigint, grade varchar(10), last_contact_at datetime(3),
  priority int not null, due_at datetime(3) not null, opened_at datetime(3) not null,
  primary key (task_id),
  key inbox_queue (queue, due_at, task_id), key inbox_queue_agency (queue, agency_id, due_at, task_id), key inbox_queue_kind (queue, case_kind, due_at, task_id),
  key inbox_queue_agency_kind (queue, agency_id, case_kind, due_at, task_id),
  key inbox_queue_grade (queue, grade, due_at, task_id),
  key inbox_case (case_kind, case_id), key inbox_household (household_id)
);
create table saved_view (
  id bigint not null auto_increment, owner varchar(64) not null, name varchar(60) not null, query varchar(500) not null, shared boolean not null,
  primary key (id), unique key saved_view_name (owner, name), key saved_view_shared (shared, name)
);
-- How many tasks ever arrived in a queue ('u:<username>', 'g:<group>@<agency>'), so that any node can tell its people of new ones.
create table inbox_signal (
  queue varchar(70) not null, serial bigint not null, primary key (queue)
);
