create table stored_file (
  id bigint not null auto_increment, name varchar(200) not null, content_type varchar(100) not null, size_bytes bigint not null, sha256 char(64) not null,
  stored_at datetime(3) not null, stored_by varchar(64) not null,
  primary key (id), key stored_file_hash (sha256)
);
