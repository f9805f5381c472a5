-- HTTP sessions, so that a node may be lost (Spring Session's own columns).
create table SPRING_SESSION (
  PRIMARY_ID char(36) not null, SESSION_ID char(36) not null, CREATION_TIME bigint not null, LAST_ACCESS_TIME bigint not null,
  MAX_INACTIVE_INTERVAL int not null, EXPIRY_TIME bigint not null, PRINCIPAL_NAME varchar(100),
  primary key (PRIMARY_ID), unique key session_id (SESSION_ID), key session_expiry (EXPIRY_TIME), key session_principal (PRINCIPAL_NAME)
);
create table SPRING_SESSION_ATTRIBUTES (
  SESSION_PRIMARY_ID char(36) not null, ATTRIBUTE_NAME varchar(200) not null, ATTRIBUTE_BYTES longblob not null,
  primary key (SESSION_PRIMARY_ID, ATTRIBUTE_NAME),
  constraint session_attribute_of foreign key (SESSION_PRIMARY_ID) references SPRING_SESSION (PRIMARY_ID) on delete cascade
);

-- subject: the account's id where people sign in; empty for who was listed and never signed in.
create table staff_member (
  id bigint not null auto_increment, subject varchar(64) character set ascii collate ascii_bin, username varchar(64) not null, display_name varchar(120) not null, email varchar(254),
  phone varchar(20), language varchar(5) not null default 'fr', all_agencies boolean not null default false, active boolean not null default true,
  primary key (id), unique key staff_username (username), unique key staff_subject (subject)
);
create table staff_role (
  staff_id bigint not null, role varchar(30) not null,
  primary key (staff_id, role), key staff_by_role (role), constraint role_of foreign key (staff_id) references staff_member (id) on delete cascade
);
create table staff_agency (
  staff_id bigint not null, agency_id bigint not null,
  primary key (staff_id, agency_id), key staff_by_agency (agency_id), constraint agency_of foreign key (staff_id) references staff_member (id) on delete cascade
);
create table absence (
  id bigint not null auto_increment, staff_id bigint not null, from_day date not null, to_day date not null, stand_in_id bigint,
  primary key (id), key absence_by_staff (staff_id, from_day),
  constraint absence_of foreign key (staff_id) references staff_member (id) on delete cascade,
  constraint absence_order check (to_day >= from_day)
);
