-- Held by the node that makes or changes the engine's tables at its start; another waits for it, and finds them made.
create table if not exists engine_start (id int not null, primary key (id));
insert ignore into engine_start (id) values (1);
