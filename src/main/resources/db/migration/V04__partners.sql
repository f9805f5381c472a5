-- kind: CCAS, ASSOCIATION, COUNTY, CARE, OTHER. version: a colleague's change is never overwritten.
create table partner (
  id bigint not null auto_increment, name varchar(120) not null, kind varchar(20) not null, phone varchar(20), email varchar(254), opening_hours varchar(200),
  active boolean not null default true, version int not null default 0,
  primary key (id), unique key partner_name (name)
);
create table partner_coverage (
  partner_id bigint not null, insee varchar(5) not null, service varchar(20) not null,
  primary key (partner_id, insee, service), key coverage (insee, service),
  constraint coverage_partner foreign key (partner_id) references partner (id) on delete cascade
);
