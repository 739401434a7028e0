// Plays the recording of an article from the time that was pressed, and shows what is being said:
// the paragraph in the text, and the caption where the player has no picture to show it on.
const section = document.querySelector(".recording");
const player = section?.querySelector("audio, video");
const times = [...document.querySelectorAll("a.at[data-at]")];
const caption = section?.querySelector(".caption");

/** Plays from a time in seconds. A browser may wait for the reader to press play. */
function play(seconds) {
  player.currentTime = seconds;
  player.play().catch(() => {});
}

/** Marks the paragraph that is being said. */
function follow() {
  const now = times.filter((link) => Number(link.dataset.at) <= player.currentTime + 0.05).at(-1);
  const paragraph = now?.closest("p");
  if (!paragraph?.hasAttribute("aria-current")) {
    document.querySelectorAll(".text p[aria-current]").forEach((p) => p.removeAttribute("aria-current"));
    paragraph?.setAttribute("aria-current", "true");
  }
}

/** Shows the captions of a recording without a picture below the player. */
function showCaptions(track) {
  track.mode = "hidden";
  track.addEventListener("cuechange", () => {
    caption.textContent = [...(track.activeCues ?? [])].map((cue) => cue.getCueAsHTML().textContent).join(" ");
  });
}

if (player) {
  times.forEach((link) => link.addEventListener("click", (event) => {
    event.preventDefault();
    play(Number(link.dataset.at));
  }));
  player.addEventListener("timeupdate", follow);
  player.addEventListener("seeked", follow);
  if (caption && player.textTracks.length > 0) {
    showCaptions(player.textTracks[0]);
  }
  if (player.src.includes("#t=")) {
    player.play().catch(() => {});
  }
}
