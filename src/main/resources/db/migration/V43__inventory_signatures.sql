-- Documents of an inventory. kind: DRAFT (what is confirmed), SEALED (with both names), ANNEX (an addition), REPORT (of a commissaire de justice), LETTER (a settlement).
-- A document is never changed: another one follows it. sha256: of the file.
create table inventory_document (
  id bigint not null auto_increment, inventory_id bigint not null, kind varchar(8) not null, file_id bigint not null, sha256 char(64) not null, made_at datetime(3) not null, made_by varchar(64) not null,
  primary key (id), key documents_of (inventory_id, kind, id), constraint document_inventory foreign key (inventory_id) references inventory (id)
);
-- Who confirmed which document: role TENANT (by a one-time code) or LANDLORD (signed in). name: as it stood then.
create table inventory_signature (
  inventory_id bigint not null, document_id bigint not null, role varchar(8) not null, name varchar(160) not null, sha256 char(64) not null, signed_at datetime(3) not null, means varchar(200) not null,
  primary key (document_id, role), constraint signature_document foreign key (document_id) references inventory_document (id)
);
-- One-time codes, ten minutes and five tries each; only a hash is kept.
create table inventory_code (
  inventory_id bigint not null, document_id bigint not null, code_hash binary(32) not null, sent_at datetime(3) not null, expires_at datetime(3) not null, tries int not null default 0, codes_sent int not null default 1,
  primary key (inventory_id), constraint code_document foreign key (document_id) references inventory_document (id)
);
-- What the tenant adds to a sealed entry. kind: DAYS (ten days), HEATING (first month of heating). status: OPEN, ACCEPTED, REFUSED.
create table inventory_addition (
  id bigint not null auto_increment, inventory_id bigint not null, addition_key char(36) not null, kind varchar(8) not null, text varchar(2000) not null, made_at datetime(3) not null,
  status varchar(8) not null default 'OPEN', answer varchar(1000), answered_at datetime(3), annex_id bigint,
  primary key (id), unique key addition_once (addition_key), key additions_of (inventory_id, id), constraint addition_inventory foreign key (inventory_id) references inventory (id)
);
create trigger inventory_document_stays after update on inventory_document for each row
  signal sqlstate '45000' set message_text = 'Documents are never changed';
create trigger inventory_signature_stays after update on inventory_signature for each row
  signal sqlstate '45000' set message_text = 'Signatures are never changed';
