-- What inventories (états des lieux) are made from: rooms and items by typology, wear grids, repair rates, dated settings.
-- kind: ELEMENT, METER, KEYS. material: the line of the wear grid; none for what does not wear. A case copies its template when it is opened.
create table inventory_template_item (
  id bigint not null auto_increment, typology varchar(5) not null, room_position int not null, room varchar(60) not null, position int not null,
  kind varchar(8) not null, label varchar(80) not null, material varchar(20), photo_required boolean not null,
  primary key (id), unique key template_item (typology, room, label), key template_order (typology, room_position, position)
);
insert into inventory_template_item (typology, room_position, room, position, kind, label, material, photo_required) values
  ('T1', 1, 'Entrée', 1, 'ELEMENT', 'Porte d’entrée et serrure', 'IRONMONGERY', true), ('T1', 1, 'Entrée', 2, 'ELEMENT', 'Sol', 'FLOOR_VINYL', false), ('T1', 1, 'Entrée', 3, 'ELEMENT', 'Murs', 'PAINT', false),
  ('T1', 1, 'Entrée', 4, 'ELEMENT', 'Plafond', 'PAINT', false), ('T1', 1, 'Entrée', 5, 'ELEMENT', 'Interphone', 'ELECTRICITY', false), ('T1', 1, 'Entrée', 6, 'ELEMENT', 'Tableau électrique', 'ELECTRICITY', false),
  ('T1', 2, 'Pièce principale', 1, 'ELEMENT', 'Sol', 'FLOOR_VINYL', true), ('T1', 2, 'Pièce principale', 2, 'ELEMENT', 'Murs', 'PAINT', false), ('T1', 2, 'Pièce principale', 3, 'ELEMENT', 'Plafond', 'PAINT', false),
  ('T1', 2, 'Pièce principale', 4, 'ELEMENT', 'Fenêtre et volet', 'JOINERY', false), ('T1', 2, 'Pièce principale', 5, 'ELEMENT', 'Porte', 'JOINERY', false), ('T1', 2, 'Pièce principale', 6, 'ELEMENT', 'Prises et interrupteurs', 'ELECTRICITY', false),
  ('T1', 2, 'Pièce principale', 7, 'ELEMENT', 'Radiateur', 'HEATER', false), ('T1', 3, 'Cuisine', 1, 'ELEMENT', 'Sol', 'FLOOR_VINYL', true), ('T1', 3, 'Cuisine', 2, 'ELEMENT', 'Murs', 'PAINT', false),
  ('T1', 3, 'Cuisine', 3, 'ELEMENT', 'Plafond', 'PAINT', false), ('T1', 3, 'Cuisine', 4, 'ELEMENT', 'Fenêtre et volet', 'JOINERY', false), ('T1', 3, 'Cuisine', 5, 'ELEMENT', 'Évier', 'SINK', false),
  ('T1', 3, 'Cuisine', 6, 'ELEMENT', 'Robinet de l’évier', 'TAP', false), ('T1', 3, 'Cuisine', 7, 'ELEMENT', 'Prises et interrupteurs', 'ELECTRICITY', false), ('T1', 4, 'Salle de bains', 1, 'ELEMENT', 'Sol', 'FLOOR_VINYL_WET', true),
  ('T1', 4, 'Salle de bains', 2, 'ELEMENT', 'Murs', 'PAINT', false), ('T1', 4, 'Salle de bains', 3, 'ELEMENT', 'Plafond', 'PAINT', false), ('T1', 4, 'Salle de bains', 4, 'ELEMENT', 'Lavabo', 'BATH', false),
  ('T1', 4, 'Salle de bains', 5, 'ELEMENT', 'Baignoire ou douche', 'BATH', false), ('T1', 4, 'Salle de bains', 6, 'ELEMENT', 'Robinets', 'TAP', false), ('T1', 4, 'Salle de bains', 7, 'ELEMENT', 'Prises et interrupteurs', 'ELECTRICITY', false),
  ('T1', 5, 'WC', 1, 'ELEMENT', 'Cuvette et chasse d’eau', 'PLUMBING', true), ('T1', 5, 'WC', 2, 'ELEMENT', 'Sol', 'FLOOR_VINYL_WET', false), ('T1', 5, 'WC', 3, 'ELEMENT', 'Murs', 'PAINT', false),
  ('T1', 6, 'Compteurs', 1, 'METER', 'Électricité', null, true), ('T1', 6, 'Compteurs', 2, 'METER', 'Eau froide', null, true), ('T1', 6, 'Compteurs', 3, 'METER', 'Gaz', null, false),
  ('T1', 7, 'Clés', 1, 'KEYS', 'Porte du logement', null, false), ('T1', 7, 'Clés', 2, 'KEYS', 'Entrée de l’immeuble (clé ou badge)', null, false), ('T1', 7, 'Clés', 3, 'KEYS', 'Boîte aux lettres', null, false),
  ('T1', 7, 'Clés', 4, 'KEYS', 'Cave ou garage', null, false), ('T2', 1, 'Entrée', 1, 'ELEMENT', 'Porte d’entrée et serrure', 'IRONMONGERY', true), ('T2', 1, 'Entrée', 2, 'ELEMENT', 'Sol', 'FLOOR_VINYL', false),
  ('T2', 1, 'Entrée', 3, 'ELEMENT', 'Murs', 'PAINT', false), ('T2', 1, 'Entrée', 4, 'ELEMENT', 'Plafond', 'PAINT', false), ('T2', 1, 'Entrée', 5, 'ELEMENT', 'Interphone', 'ELECTRICITY', false),
  ('T2', 1, 'Entrée', 6, 'ELEMENT', 'Tableau électrique', 'ELECTRICITY', false), ('T2', 2, 'Séjour', 1, 'ELEMENT', 'Sol', 'FLOOR_VINYL', true), ('T2', 2, 'Séjour', 2, 'ELEMENT', 'Murs', 'PAINT', false),
  ('T2', 2, 'Séjour', 3, 'ELEMENT', 'Plafond', 'PAINT', false), ('T2', 2, 'Séjour', 4, 'ELEMENT', 'Fenêtre et volet', 'JOINERY', false), ('T2', 2, 'Séjour', 5, 'ELEMENT', 'Porte', 'JOINERY', false),
  ('T2', 2, 'Séjour', 6, 'ELEMENT', 'Prises et interrupteurs', 'ELECTRICITY', false), ('T2', 2, 'Séjour', 7, 'ELEMENT', 'Radiateur', 'HEATER', false), ('T2', 3, 'Cuisine', 1, 'ELEMENT', 'Sol', 'FLOOR_VINYL', true),
  ('T2', 3, 'Cuisine', 2, 'ELEMENT', 'Murs', 'PAINT', false), ('T2', 3, 'Cuisine', 3, 'ELEMENT', 'Plafond', 'PAINT', false), ('T2', 3, 'Cuisine', 4, 'ELEMENT', 'Fenêtre et volet', 'JOINERY', false),
  ('T2', 3, 'Cuisine', 5, 'ELEMENT', 'Évier', 'SINK', false), ('T2', 3, 'Cuisine', 6, 'ELEMENT', 'Robinet de l’évier', 'TAP', false), ('T2', 3, 'Cuisine', 7, 'ELEMENT', 'Prises et interrupteurs', 'ELECTRICITY', false),
  ('T2', 4, 'Chambre', 1, 'ELEMENT', 'Sol', 'FLOOR_VINYL', true), ('T2', 4, 'Chambre', 2, 'ELEMENT', 'Murs', 'PAINT', false), ('T2', 4, 'Chambre', 3, 'ELEMENT', 'Plafond', 'PAINT', false),
  ('T2', 4, 'Chambre', 4, 'ELEMENT', 'Fenêtre et volet', 'JOINERY', false), ('T2', 4, 'Chambre', 5, 'ELEMENT', 'Porte', 'JOINERY', false), ('T2', 4, 'Chambre', 6, 'ELEMENT', 'Prises et interrupteurs', 'ELECTRICITY', false),
  ('T2', 4, 'Chambre', 7, 'ELEMENT', 'Radiateur', 'HEATER', false), ('T2', 5, 'Salle de bains', 1, 'ELEMENT', 'Sol', 'FLOOR_VINYL_WET', true), ('T2', 5, 'Salle de bains', 2, 'ELEMENT', 'Murs', 'PAINT', false),
  ('T2', 5, 'Salle de bains', 3, 'ELEMENT', 'Plafond', 'PAINT', false), ('T2', 5, 'Salle de bains', 4, 'ELEMENT', 'Lavabo', 'BATH', false), ('T2', 5, 'Salle de bains', 5, 'ELEMENT', 'Baignoire ou douche', 'BATH', false),
  ('T2', 5, 'Salle de bains', 6, 'ELEMENT', 'Robinets', 'TAP', false), ('T2', 5, 'Salle de bains', 7, 'ELEMENT', 'Prises et interrupteurs', 'ELECTRICITY', false), ('T2', 6, 'WC', 1, 'ELEMENT', 'Cuvette et chasse d’eau', 'PLUMBING', true),
  ('T2', 6, 'WC', 2, 'ELEMENT', 'Sol', 'FLOOR_VINYL_WET', false), ('T2', 6, 'WC', 3, 'ELEMENT', 'Murs', 'PAINT', false), ('T2', 7, 'Compteurs', 1, 'METER', 'Électricité', null, true),
  ('T2', 7, 'Compteurs', 2, 'METER', 'Eau froide', null, true), ('T2', 7, 'Compteurs', 3, 'METER', 'Gaz', null, false), ('T2', 8, 'Clés', 1, 'KEYS', 'Porte du logement', null, false),
  ('T2', 8, 'Clés', 2, 'KEYS', 'Entrée de l’immeuble (clé ou badge)', null, false), ('T2', 8, 'Clés', 3, 'KEYS', 'Boîte aux lettres', null, false), ('T2', 8, 'Clés', 4, 'KEYS', 'Cave ou garage', null, false),
  ('T3', 1, 'Entrée', 1, 'ELEMENT', 'Porte d’entrée et serrure', 'IRONMONGERY', true), ('T3', 1, 'Entrée', 2, 'ELEMENT', 'Sol', 'FLOOR_VINYL', false), ('T3', 1, 'Entrée', 3, 'ELEMENT', 'Murs', 'PAINT', false),
  ('T3', 1, 'Entrée', 4, 'ELEMENT', 'Plafond', 'PAINT', false), ('T3', 1, 'Entrée', 5, 'ELEMENT', 'Interphone', 'ELECTRICITY', false), ('T3', 1, 'Entrée', 6, 'ELEMENT', 'Tableau électrique', 'ELECTRICITY', false),
  ('T3', 2, 'Séjour', 1, 'ELEMENT', 'Sol', 'FLOOR_VINYL', true), ('T3', 2, 'Séjour', 2, 'ELEMENT', 'Murs', 'PAINT', false), ('T3', 2, 'Séjour', 3, 'ELEMENT', 'Plafond', 'PAINT', false),
  ('T3', 2, 'Séjour', 4, 'ELEMENT', 'Fenêtre et volet', 'JOINERY', false), ('T3', 2, 'Séjour', 5, 'ELEMENT', 'Porte', 'JOINERY', false), ('T3', 2, 'Séjour', 6, 'ELEMENT', 'Prises et interrupteurs', 'ELECTRICITY', false),
  ('T3', 2, 'Séjour', 7, 'ELEMENT', 'Radiateur', 'HEATER', false), ('T3', 3, 'Cuisine', 1, 'ELEMENT', 'Sol', 'FLOOR_VINYL', true), ('T3', 3, 'Cuisine', 2, 'ELEMENT', 'Murs', 'PAINT', false),
  ('T3', 3, 'Cuisine', 3, 'ELEMENT', 'Plafond', 'PAINT', false), ('T3', 3, 'Cuisine', 4, 'ELEMENT', 'Fenêtre et volet', 'JOINERY', false), ('T3', 3, 'Cuisine', 5, 'ELEMENT', 'Évier', 'SINK', false),
  ('T3', 3, 'Cuisine', 6, 'ELEMENT', 'Robinet de l’évier', 'TAP', false), ('T3', 3, 'Cuisine', 7, 'ELEMENT', 'Prises et interrupteurs', 'ELECTRICITY', false), ('T3', 4, 'Chambre 1', 1, 'ELEMENT', 'Sol', 'FLOOR_VINYL', true),
  ('T3', 4, 'Chambre 1', 2, 'ELEMENT', 'Murs', 'PAINT', false), ('T3', 4, 'Chambre 1', 3, 'ELEMENT', 'Plafond', 'PAINT', false), ('T3', 4, 'Chambre 1', 4, 'ELEMENT', 'Fenêtre et volet', 'JOINERY', false),
  ('T3', 4, 'Chambre 1', 5, 'ELEMENT', 'Porte', 'JOINERY', false), ('T3', 4, 'Chambre 1', 6, 'ELEMENT', 'Prises et interrupteurs', 'ELECTRICITY', false), ('T3', 4, 'Chambre 1', 7, 'ELEMENT', 'Radiateur', 'HEATER', false),
  ('T3', 5, 'Chambre 2', 1, 'ELEMENT', 'Sol', 'FLOOR_VINYL', true), ('T3', 5, 'Chambre 2', 2, 'ELEMENT', 'Murs', 'PAINT', false), ('T3', 5, 'Chambre 2', 3, 'ELEMENT', 'Plafond', 'PAINT', false),
  ('T3', 5, 'Chambre 2', 4, 'ELEMENT', 'Fenêtre et volet', 'JOINERY', false), ('T3', 5, 'Chambre 2', 5, 'ELEMENT', 'Porte', 'JOINERY', false), ('T3', 5, 'Chambre 2', 6, 'ELEMENT', 'Prises et interrupteurs', 'ELECTRICITY', false),
  ('T3', 5, 'Chambre 2', 7, 'ELEMENT', 'Radiateur', 'HEATER', false), ('T3', 6, 'Salle de bains', 1, 'ELEMENT', 'Sol', 'FLOOR_VINYL_WET', true), ('T3', 6, 'Salle de bains', 2, 'ELEMENT', 'Murs', 'PAINT', false),
  ('T3', 6, 'Salle de bains', 3, 'ELEMENT', 'Plafond', 'PAINT', false), ('T3', 6, 'Salle de bains', 4, 'ELEMENT', 'Lavabo', 'BATH', false), ('T3', 6, 'Salle de bains', 5, 'ELEMENT', 'Baignoire ou douche', 'BATH', false),
  ('T3', 6, 'Salle de bains', 6, 'ELEMENT', 'Robinets', 'TAP', false), ('T3', 6, 'Salle de bains', 7, 'ELEMENT', 'Prises et interrupteurs', 'ELECTRICITY', false), ('T3', 7, 'WC', 1, 'ELEMENT', 'Cuvette et chasse d’eau', 'PLUMBING', true),
  ('T3', 7, 'WC', 2, 'ELEMENT', 'Sol', 'FLOOR_VINYL_WET', false), ('T3', 7, 'WC', 3, 'ELEMENT', 'Murs', 'PAINT', false), ('T3', 8, 'Compteurs', 1, 'METER', 'Électricité', null, true),
  ('T3', 8, 'Compteurs', 2, 'METER', 'Eau froide', null, true), ('T3', 8, 'Compteurs', 3, 'METER', 'Gaz', null, false), ('T3', 9, 'Clés', 1, 'KEYS', 'Porte du logement', null, false),
  ('T3', 9, 'Clés', 2, 'KEYS', 'Entrée de l’immeuble (clé ou badge)', null, false), ('T3', 9, 'Clés', 3, 'KEYS', 'Boîte aux lettres', null, false), ('T3', 9, 'Clés', 4, 'KEYS', 'Cave ou garage', null, false),
  ('T4', 1, 'Entrée', 1, 'ELEMENT', 'Porte d’entrée et serrure', 'IRONMONGERY', true), ('T4', 1, 'Entrée', 2, 'ELEMENT', 'Sol', 'FLOOR_VINYL', false), ('T4', 1, 'Entrée', 3, 'ELEMENT', 'Murs', 'PAINT', false),
  ('T4', 1, 'Entrée', 4, 'ELEMENT', 'Plafond', 'PAINT', false), ('T4', 1, 'Entrée', 5, 'ELEMENT', 'Interphone', 'ELECTRICITY', false), ('T4', 1, 'Entrée', 6, 'ELEMENT', 'Tableau électrique', 'ELECTRICITY', false),
  ('T4', 2, 'Séjour', 1, 'ELEMENT', 'Sol', 'FLOOR_VINYL', true), ('T4', 2, 'Séjour', 2, 'ELEMENT', 'Murs', 'PAINT', false), ('T4', 2, 'Séjour', 3, 'ELEMENT', 'Plafond', 'PAINT', false),
  ('T4', 2, 'Séjour', 4, 'ELEMENT', 'Fenêtre et volet', 'JOINERY', false), ('T4', 2, 'Séjour', 5, 'ELEMENT', 'Porte', 'JOINERY', false), ('T4', 2, 'Séjour', 6, 'ELEMENT', 'Prises et interrupteurs', 'ELECTRICITY', false),
  ('T4', 2, 'Séjour', 7, 'ELEMENT', 'Radiateur', 'HEATER', false), ('T4', 3, 'Cuisine', 1, 'ELEMENT', 'Sol', 'FLOOR_VINYL', true), ('T4', 3, 'Cuisine', 2, 'ELEMENT', 'Murs', 'PAINT', false),
  ('T4', 3, 'Cuisine', 3, 'ELEMENT', 'Plafond', 'PAINT', false), ('T4', 3, 'Cuisine', 4, 'ELEMENT', 'Fenêtre et volet', 'JOINERY', false), ('T4', 3, 'Cuisine', 5, 'ELEMENT', 'Évier', 'SINK', false),
  ('T4', 3, 'Cuisine', 6, 'ELEMENT', 'Robinet de l’évier', 'TAP', false), ('T4', 3, 'Cuisine', 7, 'ELEMENT', 'Prises et interrupteurs', 'ELECTRICITY', false), ('T4', 4, 'Chambre 1', 1, 'ELEMENT', 'Sol', 'FLOOR_VINYL', true),
  ('T4', 4, 'Chambre 1', 2, 'ELEMENT', 'Murs', 'PAINT', false), ('T4', 4, 'Chambre 1', 3, 'ELEMENT', 'Plafond', 'PAINT', false), ('T4', 4, 'Chambre 1', 4, 'ELEMENT', 'Fenêtre et volet', 'JOINERY', false),
  ('T4', 4, 'Chambre 1', 5, 'ELEMENT', 'Porte', 'JOINERY', false), ('T4', 4, 'Chambre 1', 6, 'ELEMENT', 'Prises et interrupteurs', 'ELECTRICITY', false), ('T4', 4, 'Chambre 1', 7, 'ELEMENT', 'Radiateur', 'HEATER', false),
  ('T4', 5, 'Chambre 2', 1, 'ELEMENT', 'Sol', 'FLOOR_VINYL', true), ('T4', 5, 'Chambre 2', 2, 'ELEMENT', 'Murs', 'PAINT', false), ('T4', 5, 'Chambre 2', 3, 'ELEMENT', 'Plafond', 'PAINT', false),
  ('T4', 5, 'Chambre 2', 4, 'ELEMENT', 'Fenêtre et volet', 'JOINERY', false), ('T4', 5, 'Chambre 2', 5, 'ELEMENT', 'Porte', 'JOINERY', false), ('T4', 5, 'Chambre 2', 6, 'ELEMENT', 'Prises et interrupteurs', 'ELECTRICITY', false),
  ('T4', 5, 'Chambre 2', 7, 'ELEMENT', 'Radiateur', 'HEATER', false), ('T4', 6, 'Chambre 3', 1, 'ELEMENT', 'Sol', 'FLOOR_VINYL', true), ('T4', 6, 'Chambre 3', 2, 'ELEMENT', 'Murs', 'PAINT', false),
  ('T4', 6, 'Chambre 3', 3, 'ELEMENT', 'Plafond', 'PAINT', false), ('T4', 6, 'Chambre 3', 4, 'ELEMENT', 'Fenêtre et volet', 'JOINERY', false), ('T4', 6, 'Chambre 3', 5, 'ELEMENT', 'Porte', 'JOINERY', false),
  ('T4', 6, 'Chambre 3', 6, 'ELEMENT', 'Prises et interrupteurs', 'ELECTRICITY', false), ('T4', 6, 'Chambre 3', 7, 'ELEMENT', 'Radiateur', 'HEATER', false), ('T4', 7, 'Salle de bains', 1, 'ELEMENT', 'Sol', 'FLOOR_VINYL_WET', true),
  ('T4', 7, 'Salle de bains', 2, 'ELEMENT', 'Murs', 'PAINT', false), ('T4', 7, 'Salle de bains', 3, 'ELEMENT', 'Plafond', 'PAINT', false), ('T4', 7, 'Salle de bains', 4, 'ELEMENT', 'Lavabo', 'BATH', false),
  ('T4', 7, 'Salle de bains', 5, 'ELEMENT', 'Baignoire ou douche', 'BATH', false), ('T4', 7, 'Salle de bains', 6, 'ELEMENT', 'Robinets', 'TAP', false), ('T4', 7, 'Salle de bains', 7, 'ELEMENT', 'Prises et interrupteurs', 'ELECTRICITY', false),
  ('T4', 8, 'WC', 1, 'ELEMENT', 'Cuvette et chasse d’eau', 'PLUMBING', true), ('T4', 8, 'WC', 2, 'ELEMENT', 'Sol', 'FLOOR_VINYL_WET', false), ('T4', 8, 'WC', 3, 'ELEMENT', 'Murs', 'PAINT', false),
  ('T4', 9, 'Compteurs', 1, 'METER', 'Électricité', null, true), ('T4', 9, 'Compteurs', 2, 'METER', 'Eau froide', null, true), ('T4', 9, 'Compteurs', 3, 'METER', 'Gaz', null, false),
  ('T4', 10, 'Clés', 1, 'KEYS', 'Porte du logement', null, false), ('T4', 10, 'Clés', 2, 'KEYS', 'Entrée de l’immeuble (clé ou badge)', null, false), ('T4', 10, 'Clés', 3, 'KEYS', 'Boîte aux lettres', null, false),
  ('T4', 10, 'Clés', 4, 'KEYS', 'Cave ou garage', null, false), ('T5', 1, 'Entrée', 1, 'ELEMENT', 'Porte d’entrée et serrure', 'IRONMONGERY', true), ('T5', 1, 'Entrée', 2, 'ELEMENT', 'Sol', 'FLOOR_VINYL', false),
  ('T5', 1, 'Entrée', 3, 'ELEMENT', 'Murs', 'PAINT', false), ('T5', 1, 'Entrée', 4, 'ELEMENT', 'Plafond', 'PAINT', false), ('T5', 1, 'Entrée', 5, 'ELEMENT', 'Interphone', 'ELECTRICITY', false),
  ('T5', 1, 'Entrée', 6, 'ELEMENT', 'Tableau électrique', 'ELECTRICITY', false), ('T5', 2, 'Séjour', 1, 'ELEMENT', 'Sol', 'FLOOR_VINYL', true), ('T5', 2, 'Séjour', 2, 'ELEMENT', 'Murs', 'PAINT', false),
  ('T5', 2, 'Séjour', 3, 'ELEMENT', 'Plafond', 'PAINT', false), ('T5', 2, 'Séjour', 4, 'ELEMENT', 'Fenêtre et volet', 'JOINERY', false), ('T5', 2, 'Séjour', 5, 'ELEMENT', 'Porte', 'JOINERY', false),
  ('T5', 2, 'Séjour', 6, 'ELEMENT', 'Prises et interrupteurs', 'ELECTRICITY', false), ('T5', 2, 'Séjour', 7, 'ELEMENT', 'Radiateur', 'HEATER', false), ('T5', 3, 'Cuisine', 1, 'ELEMENT', 'Sol', 'FLOOR_VINYL', true),
  ('T5', 3, 'Cuisine', 2, 'ELEMENT', 'Murs', 'PAINT', false), ('T5', 3, 'Cuisine', 3, 'ELEMENT', 'Plafond', 'PAINT', false), ('T5', 3, 'Cuisine', 4, 'ELEMENT', 'Fenêtre et volet', 'JOINERY', false),
  ('T5', 3, 'Cuisine', 5, 'ELEMENT', 'Évier', 'SINK', false), ('T5', 3, 'Cuisine', 6, 'ELEMENT', 'Robinet de l’évier', 'TAP', false), ('T5', 3, 'Cuisine', 7, 'ELEMENT', 'Prises et interrupteurs', 'ELECTRICITY', false),
  ('T5', 4, 'Chambre 1', 1, 'ELEMENT', 'Sol', 'FLOOR_VINYL', true), ('T5', 4, 'Chambre 1', 2, 'ELEMENT', 'Murs', 'PAINT', false), ('T5', 4, 'Chambre 1', 3, 'ELEMENT', 'Plafond', 'PAINT', false),
  ('T5', 4, 'Chambre 1', 4, 'ELEMENT', 'Fenêtre et volet', 'JOINERY', false), ('T5', 4, 'Chambre 1', 5, 'ELEMENT', 'Porte', 'JOINERY', false), ('T5', 4, 'Chambre 1', 6, 'ELEMENT', 'Prises et interrupteurs', 'ELECTRICITY', false),
  ('T5', 4, 'Chambre 1', 7, 'ELEMENT', 'Radiateur', 'HEATER', false), ('T5', 5, 'Chambre 2', 1, 'ELEMENT', 'Sol', 'FLOOR_VINYL', true), ('T5', 5, 'Chambre 2', 2, 'ELEMENT', 'Murs', 'PAINT', false),
  ('T5', 5, 'Chambre 2', 3, 'ELEMENT', 'Plafond', 'PAINT', false), ('T5', 5, 'Chambre 2', 4, 'ELEMENT', 'Fenêtre et volet', 'JOINERY', false), ('T5', 5, 'Chambre 2', 5, 'ELEMENT', 'Porte', 'JOINERY', false),
  ('T5', 5, 'Chambre 2', 6, 'ELEMENT', 'Prises et interrupteurs', 'ELECTRICITY', false), ('T5', 5, 'Chambre 2', 7, 'ELEMENT', 'Radiateur', 'HEATER', false), ('T5', 6, 'Chambre 3', 1, 'ELEMENT', 'Sol', 'FLOOR_VINYL', true),
  ('T5', 6, 'Chambre 3', 2, 'ELEMENT', 'Murs', 'PAINT', false), ('T5', 6, 'Chambre 3', 3, 'ELEMENT', 'Plafond', 'PAINT', false), ('T5', 6, 'Chambre 3', 4, 'ELEMENT', 'Fenêtre et volet', 'JOINERY', false),
  ('T5', 6, 'Chambre 3', 5, 'ELEMENT', 'Porte', 'JOINERY', false), ('T5', 6, 'Chambre 3', 6, 'ELEMENT', 'Prises et interrupteurs', 'ELECTRICITY', false), ('T5', 6, 'Chambre 3', 7, 'ELEMENT', 'Radiateur', 'HEATER', false),
  ('T5', 7, 'Chambre 4', 1, 'ELEMENT', 'Sol', 'FLOOR_VINYL', true), ('T5', 7, 'Chambre 4', 2, 'ELEMENT', 'Murs', 'PAINT', false), ('T5', 7, 'Chambre 4', 3, 'ELEMENT', 'Plafond', 'PAINT', false),
  ('T5', 7, 'Chambre 4', 4, 'ELEMENT', 'Fenêtre et volet', 'JOINERY', false), ('T5', 7, 'Chambre 4', 5, 'ELEMENT', 'Porte', 'JOINERY', false), ('T5', 7, 'Chambre 4', 6, 'ELEMENT', 'Prises et interrupteurs', 'ELECTRICITY', false),
  ('T5', 7, 'Chambre 4', 7, 'ELEMENT', 'Radiateur', 'HEATER', false), ('T5', 8, 'Salle de bains', 1, 'ELEMENT', 'Sol', 'FLOOR_VINYL_WET', true), ('T5', 8, 'Salle de bains', 2, 'ELEMENT', 'Murs', 'PAINT', false),
  ('T5', 8, 'Salle de bains', 3, 'ELEMENT', 'Plafond', 'PAINT', false), ('T5', 8, 'Salle de bains', 4, 'ELEMENT', 'Lavabo', 'BATH', false), ('T5', 8, 'Salle de bains', 5, 'ELEMENT', 'Baignoire ou douche', 'BATH', false),
  ('T5', 8, 'Salle de bains', 6, 'ELEMENT', 'Robinets', 'TAP', false), ('T5', 8, 'Salle de bains', 7, 'ELEMENT', 'Prises et interrupteurs', 'ELECTRICITY', false), ('T5', 9, 'WC', 1, 'ELEMENT', 'Cuvette et chasse d’eau', 'PLUMBING', true),
  ('T5', 9, 'WC', 2, 'ELEMENT', 'Sol', 'FLOOR_VINYL_WET', false), ('T5', 9, 'WC', 3, 'ELEMENT', 'Murs', 'PAINT', false), ('T5', 10, 'Compteurs', 1, 'METER', 'Électricité', null, true),
  ('T5', 10, 'Compteurs', 2, 'METER', 'Eau froide', null, true), ('T5', 10, 'Compteurs', 3, 'METER', 'Gaz', null, false), ('T5', 11, 'Clés', 1, 'KEYS', 'Porte du logement', null, false),
  ('T5', 11, 'Clés', 2, 'KEYS', 'Entrée de l’immeuble (clé ou badge)', null, false), ('T5', 11, 'Clés', 3, 'KEYS', 'Boîte aux lettres', null, false), ('T5', 11, 'Clés', 4, 'KEYS', 'Cave ou garage', null, false),
  ('T6', 1, 'Entrée', 1, 'ELEMENT', 'Porte d’entrée et serrure', 'IRONMONGERY', true), ('T6', 1, 'Entrée', 2, 'ELEMENT', 'Sol', 'FLOOR_VINYL', false), ('T6', 1, 'Entrée', 3, 'ELEMENT', 'Murs', 'PAINT', false),
  ('T6', 1, 'Entrée', 4, 'ELEMENT', 'Plafond', 'PAINT', false), ('T6', 1, 'Entrée', 5, 'ELEMENT', 'Interphone', 'ELECTRICITY', false), ('T6', 1, 'Entrée', 6, 'ELEMENT', 'Tableau électrique', 'ELECTRICITY', false),
  ('T6', 2, 'Séjour', 1, 'ELEMENT', 'Sol', 'FLOOR_VINYL', true), ('T6', 2, 'Séjour', 2, 'ELEMENT', 'Murs', 'PAINT', false), ('T6', 2, 'Séjour', 3, 'ELEMENT', 'Plafond', 'PAINT', false),
  ('T6', 2, 'Séjour', 4, 'ELEMENT', 'Fenêtre et volet', 'JOINERY', false), ('T6', 2, 'Séjour', 5, 'ELEMENT', 'Porte', 'JOINERY', false), ('T6', 2, 'Séjour', 6, 'ELEMENT', 'Prises et interrupteurs', 'ELECTRICITY', false),
  ('T6', 2, 'Séjour', 7, 'ELEMENT', 'Radiateur', 'HEATER', false), ('T6', 3, 'Cuisine', 1, 'ELEMENT', 'Sol', 'FLOOR_VINYL', true), ('T6', 3, 'Cuisine', 2, 'ELEMENT', 'Murs', 'PAINT', false),
  ('T6', 3, 'Cuisine', 3, 'ELEMENT', 'Plafond', 'PAINT', false), ('T6', 3, 'Cuisine', 4, 'ELEMENT', 'Fenêtre et volet', 'JOINERY', false), ('T6', 3, 'Cuisine', 5, 'ELEMENT', 'Évier', 'SINK', false),
  ('T6', 3, 'Cuisine', 6, 'ELEMENT', 'Robinet de l’évier', 'TAP', false), ('T6', 3, 'Cuisine', 7, 'ELEMENT', 'Prises et interrupteurs', 'ELECTRICITY', false), ('T6', 4, 'Chambre 1', 1, 'ELEMENT', 'Sol', 'FLOOR_VINYL', true),
  ('T6', 4, 'Chambre 1', 2, 'ELEMENT', 'Murs', 'PAINT', false), ('T6', 4, 'Chambre 1', 3, 'ELEMENT', 'Plafond', 'PAINT', false), ('T6', 4, 'Chambre 1', 4, 'ELEMENT', 'Fenêtre et volet', 'JOINERY', false),
  ('T6', 4, 'Chambre 1', 5, 'ELEMENT', 'Porte', 'JOINERY', false), ('T6', 4, 'Chambre 1', 6, 'ELEMENT', 'Prises et interrupteurs', 'ELECTRICITY', false), ('T6', 4, 'Chambre 1', 7, 'ELEMENT', 'Radiateur', 'HEATER', false),
  ('T6', 5, 'Chambre 2', 1, 'ELEMENT', 'Sol', 'FLOOR_VINYL', true), ('T6', 5, 'Chambre 2', 2, 'ELEMENT', 'Murs', 'PAINT', false), ('T6', 5, 'Chambre 2', 3, 'ELEMENT', 'Plafond', 'PAINT', false),
  ('T6', 5, 'Chambre 2', 4, 'ELEMENT', 'Fenêtre et volet', 'JOINERY', false), ('T6', 5, 'Chambre 2', 5, 'ELEMENT', 'Porte', 'JOINERY', false), ('T6', 5, 'Chambre 2', 6, 'ELEMENT', 'Prises et interrupteurs', 'ELECTRICITY', false),
  ('T6', 5, 'Chambre 2', 7, 'ELEMENT', 'Radiateur', 'HEATER', false), ('T6', 6, 'Chambre 3', 1, 'ELEMENT', 'Sol', 'FLOOR_VINYL', true), ('T6', 6, 'Chambre 3', 2, 'ELEMENT', 'Murs', 'PAINT', false),
  ('T6', 6, 'Chambre 3', 3, 'ELEMENT', 'Plafond', 'PAINT', false), ('T6', 6, 'Chambre 3', 4, 'ELEMENT', 'Fenêtre et volet', 'JOINERY', false), ('T6', 6, 'Chambre 3', 5, 'ELEMENT', 'Porte', 'JOINERY', false),
  ('T6', 6, 'Chambre 3', 6, 'ELEMENT', 'Prises et interrupteurs', 'ELECTRICITY', false), ('T6', 6, 'Chambre 3', 7, 'ELEMENT', 'Radiateur', 'HEATER', false), ('T6', 7, 'Chambre 4', 1, 'ELEMENT', 'Sol', 'FLOOR_VINYL', true),
  ('T6', 7, 'Chambre 4', 2, 'ELEMENT', 'Murs', 'PAINT', false), ('T6', 7, 'Chambre 4', 3, 'ELEMENT', 'Plafond', 'PAINT', false), ('T6', 7, 'Chambre 4', 4, 'ELEMENT', 'Fenêtre et volet', 'JOINERY', false),
  ('T6', 7, 'Chambre 4', 5, 'ELEMENT', 'Porte', 'JOINERY', false), ('T6', 7, 'Chambre 4', 6, 'ELEMENT', 'Prises et interrupteurs', 'ELECTRICITY', false), ('T6', 7, 'Chambre 4', 7, 'ELEMENT', 'Radiateur', 'HEATER', false),
  ('T6', 8, 'Chambre 5', 1, 'ELEMENT', 'Sol', 'FLOOR_VINYL', true), ('T6', 8, 'Chambre 5', 2, 'ELEMENT', 'Murs', 'PAINT', false), ('T6', 8, 'Chambre 5', 3, 'ELEMENT', 'Plafond', 'PAINT', false),
  ('T6', 8, 'Chambre 5', 4, 'ELEMENT', 'Fenêtre et volet', 'JOINERY', false), ('T6', 8, 'Chambre 5', 5, 'ELEMENT', 'Porte', 'JOINERY', false), ('T6', 8, 'Chambre 5', 6, 'ELEMENT', 'Prises et interrupteurs', 'ELECTRICITY', false),
  ('T6', 8, 'Chambre 5', 7, 'ELEMENT', 'Radiateur', 'HEATER', false), ('T6', 9, 'Salle de bains', 1, 'ELEMENT', 'Sol', 'FLOOR_VINYL_WET', true), ('T6', 9, 'Salle de bains', 2, 'ELEMENT', 'Murs', 'PAINT', false),
  ('T6', 9, 'Salle de bains', 3, 'ELEMENT', 'Plafond', 'PAINT', false), ('T6', 9, 'Salle de bains', 4, 'ELEMENT', 'Lavabo', 'BATH', false), ('T6', 9, 'Salle de bains', 5, 'ELEMENT', 'Baignoire ou douche', 'BATH', false),
  ('T6', 9, 'Salle de bains', 6, 'ELEMENT', 'Robinets', 'TAP', false), ('T6', 9, 'Salle de bains', 7, 'ELEMENT', 'Prises et interrupteurs', 'ELECTRICITY', false), ('T6', 10, 'WC', 1, 'ELEMENT', 'Cuvette et chasse d’eau', 'PLUMBING', true),
  ('T6', 10, 'WC', 2, 'ELEMENT', 'Sol', 'FLOOR_VINYL_WET', false), ('T6', 10, 'WC', 3, 'ELEMENT', 'Murs', 'PAINT', false), ('T6', 11, 'Compteurs', 1, 'METER', 'Électricité', null, true),
  ('T6', 11, 'Compteurs', 2, 'METER', 'Eau froide', null, true), ('T6', 11, 'Compteurs', 3, 'METER', 'Gaz', null, false), ('T6', 12, 'Clés', 1, 'KEYS', 'Porte du logement', null, false),
  ('T6', 12, 'Clés', 2, 'KEYS', 'Entrée de l’immeuble (clé ou badge)', null, false), ('T6', 12, 'Clés', 3, 'KEYS', 'Boîte aux lettres', null, false), ('T6', 12, 'Clés', 4, 'KEYS', 'Cave ou garage', null, false);
-- A wear grid (grille de vétusté) that counts for the leases that begin from its day on: no law sets one, the parties adopt it. Never changed, followed by another.
-- rounding: whole years passed (FLOOR) or years begun (CEILING).
create table wear_grid (
  id bigint not null auto_increment, version_tag varchar(30) not null, name varchar(120) not null, valid_from date not null, rounding varchar(8) not null,
  source varchar(300) not null, to_confirm boolean not null,
  primary key (id), unique key grid_version (version_tag), unique key grid_from (valid_from)
);
-- residual_percent is stored, not computed: not every grid's lines end where the yearly rate would lead.
create table wear_grid_line (
  grid_id bigint not null, material varchar(20) not null, life_years int not null, franchise_years int not null, yearly_percent int not null, residual_percent int not null,
  primary key (grid_id, material), constraint line_grid foreign key (grid_id) references wear_grid (id)
);
insert into wear_grid (version_tag, name, valid_from, rounding, source, to_confirm) values
  ('hlm-1', 'Grille des organismes HLM', '1990-01-01', 'FLOOR', 'Accord collectif local des organismes HLM, complété pour les équipements', true);
insert into wear_grid_line select id, 'PAINT', 7, 1, 15, 10 from wear_grid union all select id, 'FLOOR_HARD', 20, 5, 5, 25 from wear_grid union all select id, 'ELECTRICITY', 20, 5, 5, 25 from wear_grid
  union all select id, 'FLOOR_VINYL', 15, 5, 8, 20 from wear_grid union all select id, 'PLUMBING', 15, 5, 8, 20 from wear_grid union all select id, 'HEATER', 15, 5, 8, 20 from wear_grid
  union all select id, 'FLOOR_VINYL_WET', 10, 2, 10, 20 from wear_grid union all select id, 'IRONMONGERY', 10, 2, 10, 20 from wear_grid union all select id, 'HEATING', 25, 5, 4, 20 from wear_grid
  union all select id, 'JOINERY', 20, 5, 6, 15 from wear_grid union all select id, 'SHUTTER', 15, 3, 8, 10 from wear_grid union all select id, 'SINK', 15, 4, 6, 20 from wear_grid
  union all select id, 'BATH', 20, 4, 5, 20 from wear_grid union all select id, 'TAP', 15, 5, 9, 15 from wear_grid union all select id, 'WATER_HEATER', 10, 3, 12, 15 from wear_grid
  union all select id, 'BOILER', 15, 3, 7, 15 from wear_grid;
-- What a repair costs, by kind of element; cents a unit.
create table repair_rate (
  id bigint not null auto_increment, code varchar(30) not null, material varchar(20), label varchar(120) not null, unit varchar(12) not null, unit_cents bigint not null,
  valid_from date not null, primary key (id), unique key rate_from (code, valid_from)
);
insert into repair_rate (code, material, label, unit, unit_cents, valid_from) values
  ('paint-wall', 'PAINT', 'Préparer et peindre', 'M2', 2200, '2020-01-01'), ('paint-room', 'PAINT', 'Peindre une pièce', 'FORFAIT', 40000, '2020-01-01'),
  ('vinyl', 'FLOOR_VINYL', 'Remplacer un sol souple', 'M2', 3200, '2020-01-01'), ('vinyl-wet', 'FLOOR_VINYL_WET', 'Remplacer un sol souple de pièce d’eau', 'M2', 3600, '2020-01-01'),
  ('hard-floor', 'FLOOR_HARD', 'Reprendre un carrelage ou un parquet', 'M2', 5500, '2020-01-01'), ('socket', 'ELECTRICITY', 'Remplacer une prise ou un interrupteur', 'PIECE', 3800, '2020-01-01'),
  ('joinery', 'JOINERY', 'Réparer une menuiserie', 'PIECE', 12000, '2020-01-01'), ('door', 'JOINERY', 'Remplacer une porte intérieure', 'PIECE', 23000, '2020-01-01'),
  ('shutter', 'SHUTTER', 'Remplacer un volet roulant', 'PIECE', 26000, '2020-01-01'), ('lock', 'IRONMONGERY', 'Remplacer un cylindre de serrure', 'PIECE', 8500, '2020-01-01'),
  ('heater', 'HEATER', 'Remplacer un radiateur', 'PIECE', 24000, '2020-01-01'), ('plumbing', 'PLUMBING', 'Remplacer un mécanisme ou une cuvette', 'PIECE', 15000, '2020-01-01'),
  ('sink', 'SINK', 'Remplacer un évier', 'PIECE', 18000, '2020-01-01'), ('bath', 'BATH', 'Remplacer un appareil sanitaire', 'PIECE', 32000, '2020-01-01'),
  ('tap', 'TAP', 'Remplacer un robinet', 'PIECE', 9500, '2020-01-01'), ('key', null, 'Refaire une clé', 'PIECE', 2500, '2020-01-01'), ('badge', null, 'Remplacer un badge', 'PIECE', 3000, '2020-01-01'),
  ('cleaning', null, 'Nettoyer', 'HEURE', 3500, '2020-01-01'), ('removal', null, 'Enlever des encombrants', 'FORFAIT', 9000, '2020-01-01');
-- Numbers that the law or the landlord may change; the one that counts on a day is the latest of its setting up to that day.
create table inventory_setting (
  setting varchar(40) not null, valid_from date not null, value bigint not null, source varchar(300) not null, to_confirm boolean not null,
  entered_by varchar(64) not null, entered_at datetime(3) not null, primary key (setting, valid_from)
);
insert into inventory_setting (setting, valid_from, value, source, to_confirm, entered_by, entered_at) values
  ('OPEN_BEFORE_KEYS', '2020-01-01', 15, 'Usage du bailleur', false, 'allervers', '2026-11-22 00:00:00'),
  ('FIRST_REMINDER', '2020-01-01', 3, 'Usage du bailleur : jours après le lien', false, 'allervers', '2026-11-22 00:00:00'),
  ('NEXT_REMINDER', '2020-01-01', 2, 'Usage du bailleur', false, 'allervers', '2026-11-22 00:00:00'),
  ('REMINDERS', '2020-01-01', 2, 'Usage du bailleur : puis un appel', false, 'allervers', '2026-11-22 00:00:00'),
  ('KEYS_ALERT', '2020-01-01', 1, 'Usage du bailleur : jours avant la remise des clés', false, 'allervers', '2026-11-22 00:00:00'),
  ('TASK_CALL', '2020-01-01', 1, 'Usage du bailleur', false, 'allervers', '2026-11-22 00:00:00'), ('TASK_VISIT', '2020-01-01', 3, 'Usage du bailleur', false, 'allervers', '2026-11-22 00:00:00'),
  ('TASK_REVIEW', '2020-01-01', 2, 'Usage du bailleur', false, 'allervers', '2026-11-22 00:00:00'), ('TASK_COUNTERSIGN', '2020-01-01', 2, 'Usage du bailleur', false, 'allervers', '2026-11-22 00:00:00'),
  ('TASK_PRICE', '2020-01-01', 10, 'Usage du bailleur', false, 'allervers', '2026-11-22 00:00:00'), ('TASK_DISPUTE', '2020-01-01', 10, 'Usage du bailleur', false, 'allervers', '2026-11-22 00:00:00'),
  ('TASK_SUPERVISOR', '2020-01-01', 1, 'Usage du bailleur', false, 'allervers', '2026-11-22 00:00:00'),
  ('BAILIFF_NOTICE', '2020-01-01', 7, 'Loi du 6 juillet 1989, article 3-2 : avis recommandé, jours au moins', true, 'allervers', '2026-11-22 00:00:00'),
  ('ADDITION_DAYS', '2020-01-01', 10, 'Loi du 6 juillet 1989, article 3-2', true, 'allervers', '2026-11-22 00:00:00'),
  ('HEATING_FROM', '2020-01-01', 1015, 'Période de chauffe usuelle ; à fixer par immeuble', true, 'allervers', '2026-11-22 00:00:00'),
  ('HEATING_DAYS', '2020-01-01', 31, 'Loi du 6 juillet 1989, article 3-2 : premier mois de la période de chauffe', true, 'allervers', '2026-11-22 00:00:00'),
  ('DEPOSIT_MONTHS_MATCHING', '2020-01-01', 1, 'Loi du 6 juillet 1989, article 22 : sortie conforme à l’entrée', true, 'allervers', '2026-11-22 00:00:00'),
  ('DEPOSIT_MONTHS_OTHERWISE', '2020-01-01', 2, 'Loi du 6 juillet 1989, article 22', true, 'allervers', '2026-11-22 00:00:00'),
  ('DEPOSIT_PENALTY_PERCENT', '2020-01-01', 10, 'Loi du 6 juillet 1989, article 22 : du loyer hors charges, par mois commencé', true, 'allervers', '2026-11-22 00:00:00'),
  ('SETTLEMENT_ANSWER', '2020-01-01', 14, 'Usage du bailleur : jours pour répondre au décompte', false, 'allervers', '2026-11-22 00:00:00');
-- The heating period of a building, where it is not the usual one: the first day, of every year.
create table building_heating (building_id bigint not null, starts_month int not null, starts_day int not null, primary key (building_id), constraint heating_building foreign key (building_id) references building (id));
