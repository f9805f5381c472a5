-- Who saw or changed what. Nothing here points to another table: a row outlives what it tells of, and holds ids instead of names.
-- actor: STAFF (actor_id: staff_member), LINK (a tenant's or candidate's page, actor_id: subject of the link), NOBODY (a sign-in that failed).
-- outcome: DONE, REFUSED (not for this person, or not there), FAILED (anything else). household_id, agency_id: looked up when the row is sealed.
-- seq and hash: its place in the chain (docs/adr/0031); none for some seconds, until it is sealed.
create table audit_entry (
  id bigint not null auto_increment, at datetime(3) not null, actor varchar(6) not null, actor_id bigint, act varchar(20) not null, outcome varchar(8) not null,
  subject_kind varchar(40), subject_id bigint, route varchar(160) not null, detail varchar(300), reference varchar(16), household_id bigint, agency_id bigint,
  seq bigint, hash binary(32),
  primary key (id), unique key audit_in_order (seq), key audit_by_time (at, id), key audit_by_actor (actor_id, at, id), key audit_by_household (household_id, at, id),
  key audit_by_subject (subject_kind, subject_id, at, id), key audit_by_act (act, at, id)
);
-- The end of the chain; its row is the lock under which rows are sealed. from_seq, from_hash: where the kept part begins, once the oldest part was let go.
create table audit_chain (
  id int not null, seq bigint not null, hash binary(32) not null, sealed_at datetime(3), from_seq bigint not null, from_hash binary(32) not null, primary key (id)
);
insert into audit_chain values (1, 0, unhex(repeat('00', 32)), null, 0, unhex(repeat('00', 32)));
-- What was looked up in the field before this log was there.
insert into audit_entry (at, actor, actor_id, act, outcome, subject_kind, subject_id, route, detail)
select at, 'STAFF', staff_id, if(household_id is null, 'SEARCHED', 'SEEN'), if(granted, 'DONE', 'REFUSED'), if(household_id is null, null, 'household'), household_id,
       if(household_id is null, 'GET /fiches', 'GET /fiches/{id}'), if(household_id is null, concat('mots ', left(lower(hex(words_hash)), 16), ' ; ', hits), null)
  from lookup_audit order by id;
drop table lookup_audit;
-- The database itself refuses to change what is sealed, or to take anything out but what audit_chain has let go. After, not before: see V20.
delimiter //
create trigger audit_entry_stays after update on audit_entry for each row
begin
  if old.seq is not null or new.seq is null or not (new.id = old.id and new.at = old.at and new.actor = old.actor and new.actor_id <=> old.actor_id
      and new.act = old.act and new.outcome = old.outcome and new.subject_kind <=> old.subject_kind and new.subject_id <=> old.subject_id
      and new.route = old.route and new.detail <=> old.detail and new.reference <=> old.reference) then
    signal sqlstate '45000' set message_text = 'The audit log is only added to';
  end if;
end//
create trigger audit_entry_remains after delete on audit_entry for each row
begin
  if old.seq is null or old.seq > (select from_seq from audit_chain where id = 1) then
    signal sqlstate '45000' set message_text = 'The audit log is only added to';
  end if;
end//
delimiter ;
