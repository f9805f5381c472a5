// The page's words. Labels of rooms and items come from the landlord in French; those of the usual templates are known here.
export const LANGUAGES = { fr: "Français", en: "English", pt: "Português", ar: "العربية" };
export const RIGHT_TO_LEFT = ["ar"];

const FR = {
  entry: "État des lieux d’entrée", exit: "État des lieux de sortie", language: "Langue", keys: "Clés : {0}", rooms: "Les pièces",
  intro: "Faites le tour, une pièce après l’autre, dans l’ordre que vous voulez. Chaque réponse est gardée tout de suite : vous pouvez vous arrêter et reprendre, même sans réseau.",
  asked: "Il nous manque quelques précisions. Répondez seulement à ce qui est ici.", done: "✓ fait", left: "{0} à faire", start: "Commencer", go: "Continuer", check: "Vérifier et envoyer", home: "Les pièces", next: "Suivant",
  state: "État", NEW: "Neuf", GOOD: "Bon", WORN: "Usé", DAMAGED: "Abîmé", MISSING: "Absent", before: "Avant : {0}", remark: "Que voyez-vous ?", remarkMore: "Ajouter une remarque", serial: "Numéro du compteur", reading: "Relevé (les chiffres noirs)", unreadable: "Pas de relevé possible ? Dites pourquoi.", quantity: "Combien de clés ou badges ?",
  photo: "Prendre une photo", photoNeeded: "Photo demandée", remove: "Retirer", WAITING: "gardée, attend le réseau", RECEIVING: "envoi : {0} %", KEPT: "✓ envoyée", REFUSED: "refusée",
  TOO_LARGE: "La photo est trop lourde (15 Mo au plus).", TOO_MANY_PIXELS: "La photo est trop grande.", HEIC: "Ce format (HEIC) ne passe pas. Sur iPhone : Réglages, Appareil photo, Formats, « Le plus compatible », puis reprenez la photo.", NOT_A_PHOTO: "Ce n’est pas une photo.", BROKEN: "La photo est abîmée. Reprenez-la.", DISGUISED: "Ce fichier n’est pas seulement une photo. Reprenez-la avec l’appareil.", INFECTED: "Ce fichier est dangereux.", "photos-many": "Il y a déjà beaucoup de photos ici.",
  STATE: "dites l’état", REMARK: "dites ce que vous voyez", READING: "donnez le relevé", QUANTITY: "donnez le nombre", PHOTO: "ajoutez une photo", ASKED: "répondez à la demande",
  netOk: "Tout est enregistré.", netSaving: "Enregistré ici. Envoi en cours : {0} restant.", netOffline: "Pas de réseau. Tout est gardé dans ce téléphone : {0} à envoyer.", netBusy: "Le service est très demandé. Nous réessayons.", netProof: "Redonnez votre date de naissance pour continuer l’envoi. Rien n’est perdu.", netGone: "Ce lien ne marche plus. Appelez votre agence.", prove: "Continuer",
  ELSEWHERE: "commencée sur un autre téléphone, pas encore arrivée", ANSWER: "cette réponse n’a pas été acceptée, corrigez-la", netLost: "La dernière réponse ou photo n’a pas pu être gardée : ce téléphone manque peut-être de place. Recommencez-la.",
  checkTitle: "Vérifier et envoyer", ready: "Tout est répondu.", lacking: "Il manque encore :", send: "Envoyer l’état des lieux", sending: "Envoi… Gardez cette page ouverte.", notYet: "L’envoi attend {0} photos ou réponses. Il partira tout seul.", sent: "Votre état des lieux est envoyé", sentWhat: "Nous le contrôlons, puis vous recevrez un message pour le relire et le signer. Tant qu’il n’est pas signé par les deux, il n’engage personne.", closed: "L’état des lieux n’attend plus de réponse.", phone: "Une question ? {0}", follow: "Suite : documents et signature", empty: "Chargement…",
};
const EN = {
  entry: "Move-in inventory", exit: "Move-out inventory", language: "Language", keys: "Keys: {0}", rooms: "Rooms",
  intro: "Go round, one room after the other, in the order you like. Every answer is kept at once: you can stop and go on later, even without network.",
  asked: "We need a little more. Answer only what is here.", done: "✓ done", left: "{0} to do", start: "Start", go: "Go on", check: "Check and send", home: "Rooms", next: "Next",
  state: "State", NEW: "New", GOOD: "Good", WORN: "Worn", DAMAGED: "Damaged", MISSING: "Missing", before: "Before: {0}", remark: "What do you see?", remarkMore: "Add a remark", serial: "Meter number", reading: "Reading (black figures)", unreadable: "No reading possible? Say why.", quantity: "How many keys or badges?",
  photo: "Take a photo", photoNeeded: "Photo needed", remove: "Remove", WAITING: "kept, waits for the network", RECEIVING: "sending: {0}%", KEPT: "✓ sent", REFUSED: "refused",
  TOO_LARGE: "The photo is too heavy (15 MB at most).", TOO_MANY_PIXELS: "The photo is too large.", HEIC: "This format (HEIC) is not taken. On an iPhone: Settings, Camera, Formats, “Most Compatible”, then take the photo again.", NOT_A_PHOTO: "This is no photo.", BROKEN: "The photo is broken. Take it again.", DISGUISED: "This file is not only a photo. Take it again with the camera.", INFECTED: "This file is dangerous.", "photos-many": "There are many photos here already.",
  STATE: "say the state", REMARK: "say what you see", READING: "give the reading", QUANTITY: "give the number", PHOTO: "add a photo", ASKED: "answer what was asked",
  netOk: "All is saved.", netSaving: "Saved here. Sending: {0} left.", netOffline: "No network. All is kept in this phone: {0} to send.", netBusy: "The service is busy. We try again.", netProof: "Give your birth date again to go on sending. Nothing is lost.", netGone: "This link no longer works. Call your agency.", prove: "Continue",
  ELSEWHERE: "begun on another phone, not here yet", ANSWER: "this answer was not accepted, correct it", netLost: "The last answer or photo could not be kept: this phone may be full. Do it again.",
  checkTitle: "Check and send", ready: "All is answered.", lacking: "Still missing:", send: "Send the inventory", sending: "Sending… Keep this page open.", notYet: "Sending waits for {0} photos or answers. It will leave by itself.", sent: "Your inventory is sent", sentWhat: "We check it, then you will get a message to read and sign it. Until both have signed, it binds nobody.", closed: "The inventory takes no more answers.", phone: "A question? {0}", follow: "Next: documents and signature", empty: "Loading…",
};
const PT = {
  entry: "Vistoria de entrada", exit: "Vistoria de saída", language: "Língua", keys: "Chaves: {0}", rooms: "Divisões",
  intro: "Dê a volta, uma divisão de cada vez, pela ordem que quiser. Cada resposta fica logo guardada: pode parar e continuar, mesmo sem rede.",
  asked: "Faltam-nos alguns pormenores. Responda só ao que está aqui.", done: "✓ feito", left: "{0} por fazer", start: "Começar", go: "Continuar", check: "Verificar e enviar", home: "Divisões", next: "Seguinte",
  state: "Estado", NEW: "Novo", GOOD: "Bom", WORN: "Gasto", DAMAGED: "Estragado", MISSING: "Em falta", before: "Antes: {0}", remark: "O que vê?", remarkMore: "Juntar uma nota", serial: "Número do contador", reading: "Leitura (algarismos pretos)", unreadable: "Não consegue ler? Diga porquê.", quantity: "Quantas chaves ou crachás?",
  photo: "Tirar uma foto", photoNeeded: "Foto pedida", remove: "Retirar", WAITING: "guardada, espera pela rede", RECEIVING: "envio: {0} %", KEPT: "✓ enviada", REFUSED: "recusada",
  TOO_LARGE: "A foto é demasiado pesada (15 MB no máximo).", TOO_MANY_PIXELS: "A foto é demasiado grande.", HEIC: "Este formato (HEIC) não é aceite. No iPhone: Definições, Câmara, Formatos, «Mais compatível», e tire a foto de novo.", NOT_A_PHOTO: "Isto não é uma foto.", BROKEN: "A foto está estragada. Tire-a de novo.", DISGUISED: "Este ficheiro não é só uma foto. Tire-a de novo com a câmara.", INFECTED: "Este ficheiro é perigoso.", "photos-many": "Já há muitas fotos aqui.",
  STATE: "diga o estado", REMARK: "diga o que vê", READING: "dê a leitura", QUANTITY: "dê o número", PHOTO: "junte uma foto", ASKED: "responda ao pedido",
  netOk: "Tudo está guardado.", netSaving: "Guardado aqui. A enviar: {0} em falta.", netOffline: "Sem rede. Tudo fica neste telefone: {0} por enviar.", netBusy: "O serviço está ocupado. Tentamos de novo.", netProof: "Dê de novo a sua data de nascimento para continuar o envio. Nada se perde.", netGone: "Esta ligação já não funciona. Telefone à sua agência.", prove: "Continuar",
  ELSEWHERE: "começada noutro telefone, ainda não chegou", ANSWER: "esta resposta não foi aceite, corrija-a", netLost: "Não foi possível guardar a última resposta ou foto: talvez falte espaço neste telefone. Faça-a de novo.",
  checkTitle: "Verificar e enviar", ready: "Tudo está respondido.", lacking: "Ainda falta:", send: "Enviar a vistoria", sending: "A enviar… Deixe esta página aberta.", notYet: "O envio espera por {0} fotos ou respostas. Segue sozinho.", sent: "A sua vistoria foi enviada", sentWhat: "Vamos verificá-la; depois recebe uma mensagem para a ler e assinar. Enquanto não for assinada pelos dois, não obriga ninguém.", closed: "A vistoria já não aceita respostas.", phone: "Uma pergunta? {0}", follow: "A seguir: documentos e assinatura", empty: "A carregar…",
};
const AR = {
  entry: "محضر معاينة الدخول", exit: "محضر معاينة الخروج", language: "اللغة", keys: "المفاتيح: {0}", rooms: "الغرف",
  intro: "قوموا بجولة في السكن، غرفة بعد غرفة، بالترتيب الذي تريدون. كل جواب يُحفظ فورًا: يمكنكم التوقف والمتابعة لاحقًا، حتى بدون شبكة.",
  asked: "تنقصنا بعض التفاصيل. أجيبوا فقط عمّا يظهر هنا.", done: "✓ تم", left: "بقي {0}", start: "ابدأ", go: "تابع", check: "تحقق وأرسل", home: "الغرف", next: "التالي",
  state: "الحالة", NEW: "جديد", GOOD: "جيد", WORN: "مستعمل", DAMAGED: "متضرر", MISSING: "غير موجود", before: "سابقًا: {0}", remark: "ماذا ترون؟", remarkMore: "إضافة ملاحظة", serial: "رقم العداد", reading: "قراءة العداد (الأرقام السوداء)", unreadable: "لا يمكن القراءة؟ قولوا لماذا.", quantity: "كم عدد المفاتيح أو الشارات؟",
  photo: "التقاط صورة", photoNeeded: "صورة مطلوبة", remove: "حذف", WAITING: "محفوظة، تنتظر الشبكة", RECEIVING: "إرسال: {0} %", KEPT: "✓ أُرسلت", REFUSED: "مرفوضة",
  TOO_LARGE: "الصورة ثقيلة جدًا (15 ميغابايت كحد أقصى).", TOO_MANY_PIXELS: "الصورة كبيرة جدًا.", HEIC: "هذه الصيغة (HEIC) غير مقبولة. في آيفون: الإعدادات، الكاميرا، التنسيقات، «الأكثر توافقًا»، ثم أعيدوا التقاط الصورة.", NOT_A_PHOTO: "هذه ليست صورة.", BROKEN: "الصورة تالفة. أعيدوا التقاطها.", DISGUISED: "هذا الملف ليس صورة فقط. أعيدوا التقاطها بالكاميرا.", INFECTED: "هذا الملف خطير.", "photos-many": "توجد صور كثيرة هنا.",
  STATE: "حددوا الحالة", REMARK: "صفوا ما ترون", READING: "أدخلوا القراءة", QUANTITY: "أدخلوا العدد", PHOTO: "أضيفوا صورة", ASKED: "أجيبوا على الطلب",
  netOk: "كل شيء محفوظ.", netSaving: "محفوظ هنا. جارٍ الإرسال: بقي {0}.", netOffline: "لا توجد شبكة. كل شيء محفوظ في هذا الهاتف: {0} للإرسال.", netBusy: "الخدمة مشغولة. سنعيد المحاولة.", netProof: "أدخلوا تاريخ ميلادكم من جديد لمتابعة الإرسال. لم يُفقد شيء.", netGone: "هذا الرابط لم يعد صالحًا. اتصلوا بوكالتكم.", prove: "متابعة",
  ELSEWHERE: "بدأت على هاتف آخر ولم تصل بعد", ANSWER: "لم يُقبل هذا الجواب، صححوه", netLost: "تعذر حفظ آخر جواب أو صورة: قد لا تكفي المساحة في هذا الهاتف. أعيدوا المحاولة.",
  checkTitle: "تحقق وأرسل", ready: "تمت الإجابة عن كل شيء.", lacking: "ما زال ينقص:", send: "إرسال المحضر", sending: "جارٍ الإرسال… أبقوا هذه الصفحة مفتوحة.", notYet: "الإرسال ينتظر {0} صور أو أجوبة. سيتم تلقائيًا.", sent: "تم إرسال المحضر", sentWhat: "سنراجعه ثم تصلكم رسالة لقراءته وتوقيعه. ما لم يوقّعه الطرفان فهو لا يُلزم أحدًا.", closed: "المحضر لم يعد يقبل أجوبة.", phone: "سؤال؟ {0}", follow: "التالي: الوثائق والتوقيع", empty: "جارٍ التحميل…",
};
const WORDS = { fr: FR, en: EN, pt: PT, ar: AR };

const LABELS = {
  "Entrée": ["Hall", "Entrada", "المدخل"], "Séjour": ["Living room", "Sala", "غرفة الجلوس"], "Pièce principale": ["Main room", "Divisão principal", "الغرفة الرئيسية"], "Cuisine": ["Kitchen", "Cozinha", "المطبخ"], "Salle de bains": ["Bathroom", "Casa de banho", "الحمام"], "WC": ["Toilet", "WC", "المرحاض"], "Chambre": ["Bedroom", "Quarto", "غرفة النوم"], "Compteurs": ["Meters", "Contadores", "العدادات"], "Clés": ["Keys", "Chaves", "المفاتيح"],
  "Porte d’entrée et serrure": ["Front door and lock", "Porta de entrada e fechadura", "باب المدخل والقفل"], "Sol": ["Floor", "Chão", "الأرضية"], "Murs": ["Walls", "Paredes", "الجدران"], "Plafond": ["Ceiling", "Teto", "السقف"], "Interphone": ["Intercom", "Intercomunicador", "جهاز الاتصال الداخلي"], "Tableau électrique": ["Fuse box", "Quadro elétrico", "لوحة الكهرباء"], "Fenêtre et volet": ["Window and shutter", "Janela e persiana", "النافذة والمصراع"], "Porte": ["Door", "Porta", "الباب"], "Prises et interrupteurs": ["Sockets and switches", "Tomadas e interruptores", "المقابس والمفاتيح الكهربائية"], "Radiateur": ["Radiator", "Radiador", "المدفأة"],
  "Évier": ["Sink", "Lava-loiça", "حوض المطبخ"], "Robinet de l’évier": ["Kitchen tap", "Torneira da cozinha", "صنبور المطبخ"], "Lavabo": ["Washbasin", "Lavatório", "المغسلة"], "Baignoire ou douche": ["Bath or shower", "Banheira ou duche", "حوض الاستحمام أو الدش"], "Robinets": ["Taps", "Torneiras", "الصنابير"], "Cuvette et chasse d’eau": ["Toilet bowl and flush", "Sanita e autoclismo", "كرسي المرحاض وصندوق الطرد"], "Électricité": ["Electricity", "Eletricidade", "الكهرباء"], "Eau froide": ["Cold water", "Água fria", "الماء البارد"], "Gaz": ["Gas", "Gás", "الغاز"],
  "Porte du logement": ["Front door", "Porta da casa", "باب السكن"], "Entrée de l’immeuble (clé ou badge)": ["Building entrance (key or badge)", "Entrada do prédio (chave ou crachá)", "مدخل العمارة (مفتاح أو شارة)"], "Boîte aux lettres": ["Letter box", "Caixa do correio", "صندوق البريد"], "Cave ou garage": ["Cellar or garage", "Cave ou garagem", "القبو أو المرآب"],
};

export function wordsIn(language) {
  const words = WORDS[language] || FR;
  const at = ["en", "pt", "ar"].indexOf(language);
  return {
    say: (key, ...values) => (words[key] || FR[key] || key).replace(/\{(\d)\}/g, (_, n) => values[n]),
    label: (label) => {
      if (at < 0) return label;
      const [, name, number] = /^(.*?)( \d+)?$/.exec(label);
      return LABELS[name] ? LABELS[name][at] + (number || "") : label;
    },
    day: (iso) => new Intl.DateTimeFormat(language, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(iso)),
  };
}
