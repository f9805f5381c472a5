// Pages of the field: only what a telephone needs on a bad network.
import { watchQueue } from "./parts/queue.js";
import { watchSubmits } from "./parts/submit.js";

watchQueue(document);
watchSubmits(document);
