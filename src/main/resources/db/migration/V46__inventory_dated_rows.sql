-- Grids and rates say who entered them; those that came with the application were entered by nobody.
alter table wear_grid add column entered_by varchar(64) not null default 'allervers', add column entered_at datetime(3);
-- withdrawn: from its day on the repair is no longer in the scale. source: where the price is from.
alter table repair_rate
  add column withdrawn boolean not null default false, add column source varchar(300) not null default 'Usage du bailleur',
  add column entered_by varchar(64) not null default 'allervers', add column entered_at datetime(3);
-- The day on which a building is heated, every year, where it is not the usual one; the one that counts is the latest up to that day.
create table heating_start (
  building_id bigint not null, valid_from date not null, starts_month int not null, starts_day int not null, source varchar(300) not null,
  entered_by varchar(64) not null, entered_at datetime(3),
  primary key (building_id, valid_from), constraint heating_start_building foreign key (building_id) references building (id)
);
insert into heating_start (building_id, valid_from, starts_month, starts_day, source, entered_by)
select building_id, '2020-01-01', starts_month, starts_day, 'Repris des réglages', 'allervers' from building_heating;
drop table building_heating;
