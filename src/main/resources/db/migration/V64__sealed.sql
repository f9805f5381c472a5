-- Sealed values are longer than what they hold, and « ~key:base64 ». What stands here before is sealed by the application after its start.
alter table occupant add disability varchar(100) character set ascii collate ascii_bin;
update occupant set disability = if(disabled, '1', '0');
alter table occupant drop column disabled;
alter table housing_application add disability varchar(100) character set ascii collate ascii_bin;
update housing_application set disability = if(disabled, '1', '0');
alter table housing_application drop column disabled;
alter table social_assessment modify opinion text not null, modify rights varchar(1000) not null default '';
alter table aid_request modify note varchar(2000);
alter table call_attempt modify note varchar(2000), modify answers mediumtext;
alter table call_draft modify answers mediumtext not null;
alter table third_party_alert modify facts varchar(2000) not null;
alter table timeline_entry modify detail text;
