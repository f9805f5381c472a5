-- The files of a case. sha256: the same content is in a case once.
create table case_document (
  id bigint not null auto_increment, case_kind varchar(40) not null, case_id bigint not null, file_id bigint not null, sha256 char(64) not null,
  added_at datetime(3) not null, added_by varchar(64) not null,
  primary key (id), unique key case_document_once (case_kind, case_id, sha256),
  constraint case_document_file foreign key (file_id) references stored_file (id)
);
