-- Photos of an inventory. photo_key: given by the telephone; a photo announced twice is one photo. state: RECEIVING, KEPT, REFUSED, REMOVED.
-- received: bytes held so far, in inventory_photo_part, until the photo is whole. original_id: as it came, read by few. scan: UNSCANNED, CLEAN; a scanner that fails says nothing.
create table inventory_photo (
  id bigint not null auto_increment, inventory_id bigint not null, item_id bigint not null, photo_key char(36) not null, state varchar(10) not null,
  size_bytes bigint not null, sha256 char(64) not null, received bigint not null default 0, refusal varchar(20), announced_at datetime(3) not null, kept_at datetime(3),
  content_type varchar(20), width int, height int, taken_at datetime, scan varchar(10) not null default 'UNSCANNED', original_id bigint, screen_id bigint, small_id bigint,
  primary key (id), unique key photo_once (photo_key), key photos_of (inventory_id, item_id, id), key photos_in_parts (state, announced_at),
  constraint photo_inventory foreign key (inventory_id) references inventory (id), constraint photo_item foreign key (item_id) references inventory_item (id)
);
create table inventory_photo_part (
  photo_id bigint not null, start_at bigint not null, content mediumblob not null, primary key (photo_id, start_at),
  constraint part_photo foreign key (photo_id) references inventory_photo (id)
);
