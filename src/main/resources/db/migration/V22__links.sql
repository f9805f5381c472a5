-- Links for people without an account. token_hash: SHA-256 of the token, which is stored nowhere. tries, proof_hash and
-- proven_until belong to the second factor: wrong answers in a row, and the proof that a browser keeps for half an hour.
create table public_link (
  id bigint not null auto_increment, purpose varchar(30) not null, subject_id bigint not null, token_hash binary(32) not null,
  issued_at datetime(3) not null, expires_at datetime(3) not null, revoked_at datetime(3), opened int not null default 0, last_opened_at datetime(3),
  tries int not null default 0, proof_hash binary(32), proven_until datetime(3),
  primary key (id), unique key link_token (token_hash), key links_of_subject (purpose, subject_id)
);
