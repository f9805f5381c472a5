-- Each message changes its state three times. What is being sent is few rows, found by outbox_list as well; whether a link is held does not change with the state.
alter table outbox_message drop key outbox_stuck, drop key outbox_links, add key outbox_links (holds_link);
