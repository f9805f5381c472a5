-- What tenants are written about their inventories.
insert into message_template (code, name, automatic, importance, extra_fields) values
  ('inventory-entry', 'État des lieux d’entrée à faire', true, 'ESSENTIAL', 'lien jour'),
  ('inventory-exit', 'État des lieux de sortie à faire', true, 'ESSENTIAL', 'lien jour'),
  ('inventory-reminder', 'Rappel : état des lieux à faire', true, 'ESSENTIAL', 'lien jour'),
  ('inventory-more', 'État des lieux : précisions demandées', true, 'ESSENTIAL', 'lien jour'),
  ('inventory-sign', 'État des lieux à signer', true, 'ESSENTIAL', 'lien jour'),
  ('inventory-code', 'Code de signature', true, 'ESSENTIAL', 'code'),
  ('inventory-sealed', 'État des lieux signé', true, 'ESSENTIAL', 'lien jour'),
  ('inventory-addition-accepted', 'État des lieux complété', true, 'ESSENTIAL', 'lien jour'),
  ('inventory-addition-refused', 'Ajout à l’état des lieux refusé', true, 'ESSENTIAL', 'lien jour'),
  ('inventory-settlement', 'Décompte de sortie', true, 'ESSENTIAL', 'lien jour'),
  ('inventory-matching', 'Sortie conforme à l’entrée', true, 'ESSENTIAL', 'lien jour');
insert into message_template_text (template_id, language, sms, subject, email, letter)
select id, 'fr', 'Bonjour, votre état des lieux d''entrée se fait sur votre téléphone, avant le {jour} : {lien}', 'Votre état des lieux d’entrée',
       'Bonjour,\n\nVotre état des lieux d’entrée se fait dans le logement, avec votre téléphone : pièce par pièce, avec des photos. Comptez une heure ; vous pouvez vous arrêter et reprendre, même sans réseau.\n\nÀ faire avant le {jour}, à cette adresse : {lien}\n\nNous le contrôlons ensuite, puis nous le signons tous les deux. Vous préférez le faire avec nous, sur place ? Dites-le-nous : {téléphone|passez à l’agence}.\n\nBien à vous,\n{agence}',
       'Bonjour,\n\nVotre état des lieux d’entrée se fait dans le logement, avec votre téléphone : pièce par pièce, avec des photos. Comptez une heure ; vous pouvez vous arrêter et reprendre, même sans réseau.\n\nÀ faire avant le {jour}, à cette adresse : {lien}\n\nNous le contrôlons ensuite, puis nous le signons tous les deux. Vous préférez le faire avec nous, sur place ? Dites-le-nous : {téléphone|passez à l’agence}.\n\nBien à vous,\n{agence}'
  from message_template where code = 'inventory-entry'
union all select id, 'en', 'Hello, your move-in inventory is made on your phone, before {jour}: {lien}', 'Your move-in inventory',
       'Hello,\n\nYour move-in inventory is made in the dwelling, on your phone: room by room, with photos. It takes about an hour; you can stop and go on later, even without network.\n\nTo be made before {jour}, at this address: {lien}\n\nWe check it, then we both sign it. Would you rather make it with us, on the spot? Tell us: {téléphone|come to the agency}.\n\nKind regards,\n{agence}',
       'Hello,\n\nYour move-in inventory is made in the dwelling, on your phone: room by room, with photos. It takes about an hour; you can stop and go on later, even without network.\n\nTo be made before {jour}, at this address: {lien}\n\nWe check it, then we both sign it. Would you rather make it with us, on the spot? Tell us: {téléphone|come to the agency}.\n\nKind regards,\n{agence}'
  from message_template where code = 'inventory-entry'
union all select id, 'fr', 'Bonjour, votre état des lieux de sortie se fait sur votre téléphone, avant le {jour} : {lien}', 'Votre état des lieux de sortie',
       'Bonjour,\n\nVotre état des lieux de sortie se fait dans le logement vidé, avec votre téléphone : pièce par pièce, comparé à votre entrée.\n\nÀ faire avant le {jour}, à cette adresse : {lien}\n\nDonnez-y aussi votre nouvelle adresse, pour la restitution du dépôt de garantie. Vous préférez le faire avec nous, sur place ? Dites-le-nous : {téléphone|passez à l’agence}.\n\nBien à vous,\n{agence}',
       'Bonjour,\n\nVotre état des lieux de sortie se fait dans le logement vidé, avec votre téléphone : pièce par pièce, comparé à votre entrée.\n\nÀ faire avant le {jour}, à cette adresse : {lien}\n\nDonnez-y aussi votre nouvelle adresse, pour la restitution du dépôt de garantie. Vous préférez le faire avec nous, sur place ? Dites-le-nous : {téléphone|passez à l’agence}.\n\nBien à vous,\n{agence}'
  from message_template where code = 'inventory-exit'
union all select id, 'en', 'Hello, your move-out inventory is made on your phone, before {jour}: {lien}', 'Your move-out inventory',
       'Hello,\n\nYour move-out inventory is made in the empty dwelling, on your phone: room by room, compared with your move-in.\n\nTo be made before {jour}, at this address: {lien}\n\nGive your new address there too, for the return of your deposit. Would you rather make it with us, on the spot? Tell us: {téléphone|come to the agency}.\n\nKind regards,\n{agence}',
       'Hello,\n\nYour move-out inventory is made in the empty dwelling, on your phone: room by room, compared with your move-in.\n\nTo be made before {jour}, at this address: {lien}\n\nGive your new address there too, for the return of your deposit. Would you rather make it with us, on the spot? Tell us: {téléphone|come to the agency}.\n\nKind regards,\n{agence}'
  from message_template where code = 'inventory-exit'
union all select id, 'fr', 'Bonjour, votre état des lieux n''est pas encore envoyé. À faire avant le {jour} : {lien} Besoin d''aide ? {téléphone|votre agence}', 'Votre état des lieux vous attend',
       'Bonjour,\n\nVotre état des lieux n’est pas encore envoyé. Ce que vous avez déjà répondu est gardé.\n\nÀ terminer avant le {jour} : {lien}\n\nBesoin d’aide ? {téléphone|passez à l’agence}.\n\nBien à vous,\n{agence}',
       'Bonjour,\n\nVotre état des lieux n’est pas encore envoyé. Ce que vous avez déjà répondu est gardé.\n\nÀ terminer avant le {jour} : {lien}\n\nBesoin d’aide ? {téléphone|passez à l’agence}.\n\nBien à vous,\n{agence}'
  from message_template where code = 'inventory-reminder'
union all select id, 'en', 'Hello, your inventory is not sent yet. To be made before {jour}: {lien} Help? {téléphone|your agency}', 'Your inventory is waiting',
       'Hello,\n\nYour inventory is not sent yet. What you have answered is kept.\n\nTo be finished before {jour}: {lien}\n\nNeed help? {téléphone|come to the agency}.\n\nKind regards,\n{agence}',
       'Hello,\n\nYour inventory is not sent yet. What you have answered is kept.\n\nTo be finished before {jour}: {lien}\n\nNeed help? {téléphone|come to the agency}.\n\nKind regards,\n{agence}'
  from message_template where code = 'inventory-reminder'
union all select id, 'fr', 'Bonjour, il nous manque quelques précisions sur votre état des lieux. Seulement celles-là : {lien}', 'Quelques précisions sur votre état des lieux',
       'Bonjour,\n\nMerci pour votre état des lieux. Il nous manque quelques précisions, et seulement celles-là : {lien}\n\nUne question ? {téléphone|passez à l’agence}.\n\nBien à vous,\n{agence}',
       'Bonjour,\n\nMerci pour votre état des lieux. Il nous manque quelques précisions, et seulement celles-là : {lien}\n\nUne question ? {téléphone|passez à l’agence}.\n\nBien à vous,\n{agence}'
  from message_template where code = 'inventory-more'
union all select id, 'en', 'Hello, we need a little more about your inventory. Only that: {lien}', 'A little more about your inventory',
       'Hello,\n\nThank you for your inventory. We need a little more, and only that: {lien}\n\nA question? {téléphone|come to the agency}.\n\nKind regards,\n{agence}',
       'Hello,\n\nThank you for your inventory. We need a little more, and only that: {lien}\n\nA question? {téléphone|come to the agency}.\n\nKind regards,\n{agence}'
  from message_template where code = 'inventory-more'
union all select id, 'fr', 'Bonjour, votre état des lieux est contrôlé. Lisez-le et signez-le avec un code : {lien}', 'Votre état des lieux à signer',
       'Bonjour,\n\nVotre état des lieux est contrôlé. Lisez-le, puis signez-le avec un code que vous recevrez : {lien}\n\nVous n’êtes pas d’accord ? Dites-le sur la même page : nous le ferons ensemble, sur place.\n\nBien à vous,\n{agence}',
       'Bonjour,\n\nVotre état des lieux est contrôlé. Lisez-le, puis signez-le avec un code que vous recevrez : {lien}\n\nVous n’êtes pas d’accord ? Dites-le sur la même page : nous le ferons ensemble, sur place.\n\nBien à vous,\n{agence}'
  from message_template where code = 'inventory-sign'
union all select id, 'en', 'Hello, your inventory is checked. Read it and sign it with a code: {lien}', 'Your inventory, to be signed',
       'Hello,\n\nYour inventory is checked. Read it, then sign it with a code that you will receive: {lien}\n\nYou do not agree? Say so on the same page: we will make it together, on the spot.\n\nKind regards,\n{agence}',
       'Hello,\n\nYour inventory is checked. Read it, then sign it with a code that you will receive: {lien}\n\nYou do not agree? Say so on the same page: we will make it together, on the spot.\n\nKind regards,\n{agence}'
  from message_template where code = 'inventory-sign'
union all select id, 'fr', 'Votre code pour signer l''état des lieux : {code}. Valable 10 minutes. Ne le donnez à personne.', 'Votre code de signature',
       'Bonjour,\n\nVotre code pour signer l’état des lieux : {code}. Il est valable 10 minutes. Ne le donnez à personne, pas même à nous.\n\nBien à vous,\n{agence}',
       'Bonjour,\n\nVotre code pour signer l’état des lieux : {code}. Il est valable 10 minutes. Ne le donnez à personne, pas même à nous.\n\nBien à vous,\n{agence}'
  from message_template where code = 'inventory-code'
union all select id, 'en', 'Your code to sign the inventory: {code}. Good for 10 minutes. Give it to nobody.', 'Your code to sign',
       'Hello,\n\nYour code to sign the inventory: {code}. It is good for 10 minutes. Give it to nobody, not even to us.\n\nKind regards,\n{agence}',
       'Hello,\n\nYour code to sign the inventory: {code}. It is good for 10 minutes. Give it to nobody, not even to us.\n\nKind regards,\n{agence}'
  from message_template where code = 'inventory-code'
union all select id, 'fr', 'Bonjour, votre état des lieux est signé par les deux. Gardez-le : {lien}', 'Votre état des lieux signé',
       'Bonjour,\n\nVotre état des lieux est signé par vous et par nous. Téléchargez-le et gardez-le : {lien}\n\nAprès une entrée, vous pouvez le faire compléter : dix jours pour tout, et pendant le premier mois de chauffe pour le chauffage.\n\nBien à vous,\n{agence}',
       'Bonjour,\n\nVotre état des lieux est signé par vous et par nous. Téléchargez-le et gardez-le : {lien}\n\nAprès une entrée, vous pouvez le faire compléter : dix jours pour tout, et pendant le premier mois de chauffe pour le chauffage.\n\nBien à vous,\n{agence}'
  from message_template where code = 'inventory-sealed'
union all select id, 'en', 'Hello, your inventory is signed by both. Keep it: {lien}', 'Your signed inventory',
       'Hello,\n\nYour inventory is signed by you and by us. Download it and keep it: {lien}\n\nAfter a move-in you may have it completed: ten days for anything, and in the first month of heating for the heating.\n\nKind regards,\n{agence}',
       'Hello,\n\nYour inventory is signed by you and by us. Download it and keep it: {lien}\n\nAfter a move-in you may have it completed: ten days for anything, and in the first month of heating for the heating.\n\nKind regards,\n{agence}'
  from message_template where code = 'inventory-sealed'
union all select id, 'fr', 'Bonjour, votre ajout est joint à l''état des lieux : {lien}', 'Votre état des lieux complété',
       'Bonjour,\n\nVotre ajout est joint à l’état des lieux, qui ne change pas : {lien}\n\nBien à vous,\n{agence}',
       'Bonjour,\n\nVotre ajout est joint à l’état des lieux, qui ne change pas : {lien}\n\nBien à vous,\n{agence}'
  from message_template where code = 'inventory-addition-accepted'
union all select id, 'en', 'Hello, your addition is joined to the inventory: {lien}', 'Your inventory, completed',
       'Hello,\n\nYour addition is joined to the inventory, which does not change: {lien}\n\nKind regards,\n{agence}',
       'Hello,\n\nYour addition is joined to the inventory, which does not change: {lien}\n\nKind regards,\n{agence}'
  from message_template where code = 'inventory-addition-accepted'
union all select id, 'fr', 'Bonjour, nous ne pouvons pas joindre votre ajout à l''état des lieux. Pourquoi, et vos recours : {lien}', 'Votre demande sur l’état des lieux',
       'Bonjour,\n\nNous ne pouvons pas joindre votre ajout à l’état des lieux. La raison est ici : {lien}\n\nVous pouvez saisir la commission départementale de conciliation.\n\nBien à vous,\n{agence}',
       'Bonjour,\n\nNous ne pouvons pas joindre votre ajout à l’état des lieux. La raison est ici : {lien}\n\nVous pouvez saisir la commission départementale de conciliation.\n\nBien à vous,\n{agence}'
  from message_template where code = 'inventory-addition-refused'
union all select id, 'en', 'Hello, we cannot join your addition to the inventory. Why, and what you can do: {lien}', 'Your request about the inventory',
       'Hello,\n\nWe cannot join your addition to the inventory. The reason is here: {lien}\n\nYou may turn to the departmental conciliation commission.\n\nKind regards,\n{agence}',
       'Hello,\n\nWe cannot join your addition to the inventory. The reason is here: {lien}\n\nYou may turn to the departmental conciliation commission.\n\nKind regards,\n{agence}'
  from message_template where code = 'inventory-addition-refused'
union all select id, 'fr', 'Bonjour, votre décompte de sortie est prêt. Lisez-le et répondez, d''accord ou non : {lien}', 'Votre décompte de sortie',
       'Bonjour,\n\nVotre décompte de sortie est prêt : chaque ligne dit ce qui est à votre charge, et pourquoi. Répondez, d’accord ou non : {lien}\n\nNe pas répondre ne vaut pas accord.\n\nBien à vous,\n{agence}',
       'Bonjour,\n\nVotre décompte de sortie est prêt : chaque ligne dit ce qui est à votre charge, et pourquoi. Répondez, d’accord ou non : {lien}\n\nNe pas répondre ne vaut pas accord.\n\nBien à vous,\n{agence}'
  from message_template where code = 'inventory-settlement'
union all select id, 'en', 'Hello, your move-out account is ready. Read it and answer, agreed or not: {lien}', 'Your move-out account',
       'Hello,\n\nYour move-out account is ready: each line says what is yours to pay, and why. Answer, agreed or not: {lien}\n\nNot answering is no agreement.\n\nKind regards,\n{agence}',
       'Hello,\n\nYour move-out account is ready: each line says what is yours to pay, and why. Answer, agreed or not: {lien}\n\nNot answering is no agreement.\n\nKind regards,\n{agence}'
  from message_template where code = 'inventory-settlement'
union all select id, 'fr', 'Bonjour, rien n''est à votre charge : votre dépôt de garantie vous revient. Votre adresse est-elle à jour ? {lien}', 'Votre dépôt de garantie',
       'Bonjour,\n\nLe logement a été rendu comme il vous a été remis : rien n’est à votre charge. Votre dépôt de garantie vous revient ; vérifiez votre nouvelle adresse : {lien}\n\nBien à vous,\n{agence}',
       'Bonjour,\n\nLe logement a été rendu comme il vous a été remis : rien n’est à votre charge. Votre dépôt de garantie vous revient ; vérifiez votre nouvelle adresse : {lien}\n\nBien à vous,\n{agence}'
  from message_template where code = 'inventory-matching'
union all select id, 'en', 'Hello, nothing is yours to pay: your deposit comes back. Is your address right? {lien}', 'Your deposit',
       'Hello,\n\nThe dwelling came back as you had got it: nothing is yours to pay. Your deposit comes back; check your new address: {lien}\n\nKind regards,\n{agence}',
       'Hello,\n\nThe dwelling came back as you had got it: nothing is yours to pay. Your deposit comes back; check your new address: {lien}\n\nKind regards,\n{agence}'
  from message_template where code = 'inventory-matching';
