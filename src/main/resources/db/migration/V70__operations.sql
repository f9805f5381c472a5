-- Each node says again and again that it is there.
create table node_heartbeat (
  node varchar(60) character set ascii not null, host varchar(100) not null, version varchar(40) not null, started_at datetime(3) not null, seen_at datetime(3) not null,
  primary key (node)
);
