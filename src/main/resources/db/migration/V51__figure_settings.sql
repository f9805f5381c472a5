-- What is aimed at, and from where on somebody is told. In the figure's unit: percent, hours, a number, euros. Empty: none.
-- target_to_confirm: a usual value that nobody of the landlord has confirmed yet.
create table kpi_setting (
  figure varchar(30) not null, target decimal(12,1), alert_at decimal(12,1), to_confirm boolean not null default true, changed_by varchar(64) not null default 'allervers', changed_at datetime(3),
  primary key (figure)
);
insert into kpi_setting (figure, target, alert_at) values
  ('coverage', 90, null), ('response', 75, 60), ('attempts', 2, null), ('red', 95, 80), ('orange', 90, 70), ('referrals', 80, null), ('call-backs', 95, 80),
  ('debt', null, null), ('first-contact', 240, null), ('appointments', 60, null), ('plans-made', null, null), ('plans-kept', 70, 50), ('aid', null, null), ('cleared-early', 50, null), ('deadlines', 0, null),
  ('dossiers', null, null), ('quorum', 100, 80), ('vacancy', 720, null), ('refusals', null, null), ('priority', 25, null),
  ('on-time', 90, 70), ('alone', 70, null), ('asked-again', 20, null), ('contested', 10, null), ('deposits', 100, 90);
-- Views are kept for each page that has filters.
alter table saved_view add column page varchar(40) not null default '/a-faire', drop key saved_view_name, add unique key saved_view_name (owner, page, name),
  drop key saved_view_shared, add key saved_view_shared (shared, page, name);
