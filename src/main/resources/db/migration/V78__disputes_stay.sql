-- That a tenant contested a settlement stays known when it is made anew, agreed to or paid: the first time.
alter table exit_settlement add disputed_at datetime(3);
update exit_settlement set disputed_at = answered_at
 where status in ('DISPUTED', 'MAINTAINED') or (status <> 'AGREED' and coalesce(answer_text, '') <> '');
