/** Starts the page. */

import { Bar } from "./bar.js";
import { context } from "./context.js";
import { CurtainPane } from "./curtain.js";
import { startKeys } from "./keys.js";
import { startLive } from "./live.js";
import { startMissing } from "./missing.js";
import { startNotice } from "./notice.js";
import { loadEmoji } from "./render/emoji.js";
import { Modals } from "./render/views.js";
import { RoomPane } from "./room.js";
import { startRoutes } from "./routes.js";
import { jumpTo, Side } from "./side.js";
import * as store from "./store.js";
import { ThreadPane } from "./thread.js";
import { startTitle } from "./title.js";

await loadEmoji().catch(() => {}); // without them the page still works, and shows names
startRoutes();
new Bar(document.getElementById("bar"));
const side = new Side(document.getElementById("side"));
new RoomPane(document.getElementById("main"));
new ThreadPane(document.getElementById("thread"));
new CurtainPane(document.getElementById("curtain"));
const modals = new Modals(context);
store.on("views", () => modals.update(store.get("views") ?? []));
startTitle();
startNotice();
startMissing();
startKeys(() => jumpTo(side.jump));
startLive();
