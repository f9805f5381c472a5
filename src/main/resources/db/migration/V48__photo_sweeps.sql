-- part_at: when a byte last came; a photo that nobody goes on with gives its parts back. scanned_at: when the virus scanner was last asked.
-- scan may be INFECTED too: what the scanner did not answer at first it was asked again; the original is not handed over then.
alter table inventory_photo
  add column part_at datetime(3), add column scanned_at datetime(3),
  add key photos_by_part (state, part_at), add key photos_to_scan (scan, state, scanned_at);
update inventory_photo set part_at = announced_at;
