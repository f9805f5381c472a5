-- Who receives the month's figures by e-mail, and which months were written to whom.
create table kpi_subscription (
  staff_id bigint not null, since datetime(3) not null, primary key (staff_id), constraint subscription_staff foreign key (staff_id) references staff_member (id) on delete cascade
);
create table kpi_month_sent (
  staff_id bigint not null, month date not null, file_id bigint not null, sent_at datetime(3) not null, primary key (staff_id, month),
  constraint month_sent_staff foreign key (staff_id) references staff_member (id) on delete cascade, constraint month_sent_file foreign key (file_id) references stored_file (id)
);
-- A file that an e-mail carries along.
create table outbox_attachment (
  message_id bigint not null, file_id bigint not null, primary key (message_id, file_id),
  constraint attachment_message foreign key (message_id) references outbox_message (id) on delete cascade, constraint attachment_file foreign key (file_id) references stored_file (id)
);
insert into message_template (code, name, automatic, importance, extra_fields) values ('figures-monthly', 'Tableau de bord du mois', true, 'ESSENTIAL', 'mois');
insert into message_template_text (template_id, language, sms, subject, email, letter)
select id, 'fr', '', 'Tableau de bord : {mois}', 'Bonjour {nom},\n\nVoici les chiffres de {mois}, en pièce jointe : ce qui est fait, ce qui est en retard, et si le travail aide.\n\nLes dossiers derrière chaque chiffre s’ouvrent dans Aller vers, page « Tableau de bord ». C’est là aussi que l’on cesse de recevoir ce message.\n\nAller vers', ''
  from message_template where code = 'figures-monthly';
