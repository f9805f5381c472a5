-- Links for people without an account. token_hash: SHA-256 of the token, which is stored nowhere. tries: wrong answers to the
-- second factor in a row.
create table public_link (
  id bigint not null auto_increment, purpose varchar(30) not null, subject_id bigint not null, token_hash binary(32) not null,
  issued_at datetime(3) not null, expires_at datetime(3) not null, revoked_at datetime(3), opened int not null default 0, last_opened_at datetime(3),
  tries int not null default 0,
  primary key (id), unique key link_token (token_hash), key links_of_subject (purpose, subject_id)
);
-- The browsers that gave the second factor, each for its time: two telephones may hold the same link.
create table link_proof (
  proof_hash binary(32) not null, token_hash binary(32) not null, proven_until datetime(3) not null, primary key (proof_hash), key proofs_of_link (token_hash, proven_until)
);
