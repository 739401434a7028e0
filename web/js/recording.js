// Plays the recording of an article from the time that was pressed, and shows what is being said:
// the paragraph in the text, and the caption where the player has no picture to show it on.
const player = document.querySelector(".recording :is(audio, video)");
const caption = document.querySelector(".recording .caption");
const times = [...document.querySelectorAll("a.at[data-at]")];

/** Marks the paragraph that is being said. */
function follow() {
  const now = times.filter((link) => Number(link.dataset.at) <= player.currentTime + 0.05).at(-1)?.closest("p");
  times.map((link) => link.closest("p")).forEach((each) => { each.ariaCurrent = each === now ? "true" : null; });
}

/** Plays. A browser may wait for the reader to press play. */
const play = () => player.play().catch(() => {});

if (player) {
  times.forEach((link) => link.addEventListener("click", (event) => {
    event.preventDefault();
    player.currentTime = Number(link.dataset.at);
    play();
  }));
  player.addEventListener("timeupdate", follow);
  const [track] = player.textTracks;
  if (caption && track) {
    track.mode = "hidden";
    track.addEventListener("cuechange", () => {
      caption.textContent = [...(track.activeCues ?? [])].map((cue) => cue.getCueAsHTML().textContent).join(" ");
    });
  }
  player.src.includes("#t=") && play();
}
