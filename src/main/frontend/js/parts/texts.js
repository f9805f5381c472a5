// The few words scripts say by themselves; everything else comes from the server's pages.
const TEXTS = {
  fr: {
    saving: "Enregistrement du brouillon…",
    saved: "Brouillon gardé à {0}",
    notSaved: "Brouillon pas encore gardé : nouvel essai dans quelques secondes",
    sessionLost: "Votre session a expiré : reconnectez-vous, votre saisie reste dans cet onglet",
    offline: "Pas de réponse du serveur. Rien n’est perdu : vérifiez le réseau, puis recommencez.",
    failed: "L’action n’a pas abouti. Votre saisie est restée sur cette page : recommencez dans un instant.",
    queued: "Notes en attente du réseau : {0}. Elles partiront toutes seules.",
    delivered: "Note enregistrée.",
    queueSession: "Votre session a expiré : reconnectez-vous, vos notes en attente ({0}) restent sur ce téléphone.",
    queueRefused: "Une note n’a pas pu être enregistrée ; elle reste sur ce téléphone ({0}).",
    newTask: "1 nouvelle tâche",
    newTasks: "{0} nouvelles tâches",
    zoomIn: "Agrandir",
    zoomOut: "Réduire",
    zoomFit: "Tout voir",
    diagram: "Diagramme du processus",
    diagramFailed: "Le diagramme n’a pas pu être affiché ; la liste des étapes dit la même chose.",
  },
  en: {
    saving: "Saving draft…",
    saved: "Draft kept at {0}",
    notSaved: "Draft not kept yet: trying again in a few seconds",
    sessionLost: "Your session has expired: sign in again, what you typed stays in this tab",
    offline: "The server does not answer. Nothing is lost: check the network, then try again.",
    failed: "The action did not go through. What you typed is still on this page: try again in a moment.",
    queued: "Notes waiting for the network: {0}. They will leave by themselves.",
    delivered: "Note kept.",
    queueSession: "Your session has expired: sign in again, your waiting notes ({0}) stay on this telephone.",
    queueRefused: "A note could not be kept; it stays on this telephone ({0}).",
    newTask: "1 new task",
    newTasks: "{0} new tasks",
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    zoomFit: "See all",
    diagram: "Process diagram",
    diagramFailed: "The diagram could not be shown; the list of steps says the same.",
  },
};

const language = () => (document.documentElement.lang.startsWith("en") ? "en" : "fr");

export const text = (key, ...values) => fill(TEXTS[language()][key], ...values);

export const fill = (pattern, ...values) => pattern.replace(/\{(\d)\}/g, (_, index) => String(values[index] ?? ""));

export const clock = (date) => new Intl.DateTimeFormat(language(), { hour: "2-digit", minute: "2-digit" }).format(date);
