-- How long the audit log is kept. What is older leaves from the beginning of the chain (docs/adr/0031).
insert into retention_setting (kind, valid_from, months, source, to_confirm, entered_by, entered_at)
values ('AUDIT', '2020-01-01', 12, 'Recommandation CNIL sur la journalisation, délibération 2021-122 : six mois à un an', true, 'allervers', '2020-01-01');
-- The beginning moves forward only, and only onto an entry that is there, with its own hash: what is kept goes on from what left.
delimiter //
create trigger audit_chain_goes_on after update on audit_chain for each row
begin
  if new.seq < old.seq or new.from_seq < old.from_seq or new.from_seq > new.seq
      or (not (new.from_seq = old.from_seq and new.from_hash = old.from_hash)
          and not exists (select 1 from audit_entry e where e.seq = new.from_seq and e.seq > old.from_seq and e.hash = new.from_hash)) then
    signal sqlstate '45000' set message_text = 'The audit log begins where its last entry left';
  end if;
end//
create trigger audit_chain_remains after delete on audit_chain for each row
begin
  signal sqlstate '45000' set message_text = 'The audit log is only added to';
end//
delimiter ;
