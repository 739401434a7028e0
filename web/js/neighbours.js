// Leads to the previous and the next result of the search that an article was opened from.
import { register } from "./keyboard.js";

const GROUP = "In the results";
const keys = { prev: ["[", "Go to the previous result"], next: ["]", "Go to the next result"] };

for (const [rel, [key, description]] of Object.entries(keys)) {
  const link = document.querySelector(`.neighbours a[rel=${rel}]`);
  if (link) {
    link.setAttribute("aria-keyshortcuts", key);
    register([{ keys: key, description, group: GROUP, action: () => location.assign(link.href) }]);
  }
}
