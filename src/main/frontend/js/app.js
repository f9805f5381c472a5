// Every page: htmx, the two Bootstrap behaviours we use, and our small parts.
import "bootstrap/js/dist/collapse.js";
import "bootstrap/js/dist/dropdown.js";
import { configureHtmx } from "./parts/htmx-setup.js";
import { watchAnnouncements } from "./parts/announce.js";
import { watchFocus } from "./parts/focus.js";
import { watchKeys } from "./parts/keys.js";
import { watchDrafts } from "./parts/draft.js";
import { watchKept } from "./parts/keep.js";
import { watchLive } from "./parts/live.js";
import { watchPanel } from "./parts/panel.js";
import { watchRefresh } from "./parts/refresh.js";
import { watchSms } from "./parts/sms.js";
import { watchSubmits } from "./parts/submit.js";

configureHtmx();
watchSubmits(document);
watchAnnouncements(document);
watchFocus(document);
watchKeys(document);
watchDrafts(document);
watchKept(document);
watchLive(document);
watchPanel(document);
watchRefresh(document);
watchSms(document);
// Tabs scroll sideways on a phone: where one stands must be seen.
document.querySelector(".av-tabs [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
