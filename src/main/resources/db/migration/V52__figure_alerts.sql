-- A figure of an agency that passed its limit in a month: once each, whatever runs twice. month: its first day. In the figure's unit.
-- state: OPEN, CLOSED.
create table kpi_alert (
  id bigint not null auto_increment, figure varchar(30) not null, agency_id bigint not null, month date not null, value decimal(12,1) not null, alert_at decimal(12,1) not null,
  state varchar(8) not null, outcome varchar(12), opened_at datetime(3) not null, closed_at datetime(3),
  primary key (id), unique key kpi_alert_once (figure, agency_id, month)
);
