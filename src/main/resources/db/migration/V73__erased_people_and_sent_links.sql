-- Codes by which erased people would come back, as keyed hashes; the key is sealed (docs/adr/0032, 0033).
create table erased_person (code_hash binary(32) not null, erased_on date not null, primary key (code_hash));
create table erased_person_key (id int not null, secret varchar(200) character set ascii collate ascii_bin not null, primary key (id));
-- Messages whose text still holds the secret of a link: taken out once nobody needs it to send the message again.
alter table outbox_message add holds_link boolean not null default false, add key outbox_links (holds_link, state);
update outbox_message set holds_link = true where body regexp '/l/[A-Za-z0-9_-]{43}';
