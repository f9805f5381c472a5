-- An inventory at move-in or move-out (état des lieux). kind: ENTRY, EXIT. status: OPEN, ASKED, SUBMITTED, ON_SITE, ACCEPTED, TENANT_SIGNED, SEALED, CLOSED, CANCELLED.
-- made_as: DECLARED, JOINT, BAILIFF. keys_on: the day of the keys. previous_id: where the starting point was taken; for an exit, the entry compared with.
-- open_key: one inventory of a kind a lease, cancelled ones aside. revision: how often more was asked for.
create table inventory (
  id bigint not null auto_increment, kind varchar(5) not null, lease_id bigint not null, dwelling_id bigint not null, household_id bigint not null, agency_id bigint not null,
  typology varchar(5) not null, status varchar(14) not null, made_as varchar(8) not null default 'DECLARED', emergency boolean not null default false, language varchar(5) not null,
  keys_on date not null, lease_starts_on date not null, previous_id bigint, grid_id bigint not null,
  opened_at datetime(3) not null, opened_by varchar(64) not null, reminders int not null default 0, last_message_at datetime(3), revision int not null default 0,
  submitted_at datetime(3), accepted_at datetime(3), accepted_by varchar(64), tenant_signed_at datetime(3), sealed_at datetime(3), closed_at datetime(3),
  stop_reason varchar(300), bailiff_on date, bailiff_notice_on date, new_address varchar(300),
  open_key varchar(30) as (if(status <> 'CANCELLED', concat(kind, '-', lease_id), null)) stored,
  primary key (id), unique key inventory_once (open_key), key inventory_board (agency_id, status, keys_on, id), key inventory_by_dwelling (dwelling_id, sealed_at), key inventory_by_household (household_id),
  constraint inventory_lease foreign key (lease_id) references lease (id), constraint inventory_previous foreign key (previous_id) references inventory (id),
  constraint inventory_grid foreign key (grid_id) references wear_grid (id)
);
-- state: NEW, GOOD, WORN, DAMAGED, MISSING. installed_on: from when an element ages; none when nobody knows. asked: what the landlord wants more of it.
create table inventory_item (
  id bigint not null auto_increment, inventory_id bigint not null, room_position int not null, room varchar(60) not null, position int not null,
  kind varchar(8) not null, label varchar(80) not null, material varchar(20), photo_required boolean not null, previous_item_id bigint,
  start_state varchar(8), start_remark varchar(1000), installed_on date,
  state varchar(8), remark varchar(1000), serial varchar(40), reading decimal(12,3), quantity int, answered_at datetime(3), asked varchar(300),
  primary key (id), unique key item_place (inventory_id, room, label), key item_order (inventory_id, room_position, position),
  constraint item_inventory foreign key (inventory_id) references inventory (id)
);
-- Every answer as it came, once by the key that the telephone gave it. content_hash: the same key with another content is refused.
create table inventory_answer (
  answer_key char(36) not null, inventory_id bigint not null, item_id bigint, content_hash binary(32) not null, content varchar(2000) not null, received_at datetime(3) not null,
  primary key (answer_key), key answers_of (inventory_id, item_id), constraint answer_inventory foreign key (inventory_id) references inventory (id)
);
-- What was repaired in a dwelling between two tenants: the next entry starts from it.
create table dwelling_repair (
  id bigint not null auto_increment, dwelling_id bigint not null, room varchar(60) not null, label varchar(80) not null, repaired_on date not null, what varchar(300) not null, entered_by varchar(64) not null,
  primary key (id), key repairs_of (dwelling_id, repaired_on), constraint repair_dwelling foreign key (dwelling_id) references dwelling (id)
);
