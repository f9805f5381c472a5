-- What an exit costs the tenant (décompte de sortie). status: DRAFT, SENT, AGREED, DISPUTED, SILENT (no answer in time), MAINTAINED, PAID. version_no: how often it was sent.
-- deposit_cents, rent_cents: rent without charges, a month. matching: nothing differs from the entry. due_on: the deposit's last day. provision_cents: kept for charges not yet settled.
create table exit_settlement (
  inventory_id bigint not null, status varchar(10) not null, version_no int not null default 0, deposit_cents bigint not null, rent_cents bigint not null, provision_cents bigint not null default 0,
  keys_returned_on date not null, matching boolean not null, due_on date not null, sent_at datetime(3), answer_until date, answered_at datetime(3), answer_text varchar(2000), answer_key char(36), paid_on date, penalty_cents bigint not null default 0,
  primary key (inventory_id), key settlements_due (status, due_on), constraint settlement_inventory foreign key (inventory_id) references inventory (id)
);
-- A line: what is to be repaired of an item, at which rate, how old it is, which part is the tenant's. rule: the line of the grid in words, kept with the share.
create table exit_charge (
  id bigint not null auto_increment, inventory_id bigint not null, item_id bigint, label varchar(200) not null, rate_code varchar(30), unit varchar(12) not null, unit_cents bigint not null, quantity decimal(9,2) not null,
  cost_cents bigint not null, installed_on date, age_years int, tenant_percent int not null, share_cents bigint not null, rule varchar(300) not null, excluded boolean not null default false,
  primary key (id), key charges_of (inventory_id, id), constraint charge_inventory foreign key (inventory_id) references inventory (id)
);
