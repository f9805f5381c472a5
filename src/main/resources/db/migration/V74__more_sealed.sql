-- Sealed values are longer than what they hold. What stands here before is sealed by the application after its start.
alter table visit_note modify note text not null;
alter table field_check modify instructions text;
alter table appointment modify note text;
alter table housing_application modify words text not null default '';
