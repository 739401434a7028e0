package broadsheet.corpus.spoken;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.article.Article;
import broadsheet.article.Moment;
import broadsheet.article.WordPlace;
import broadsheet.corpus.Reading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the cues: no word is lost, and each has the time of its cue. */
class RandomCuesTest {
  private static final List<String> WORDS =
      List.of("tide", "rain.", "quay", "&amp;", "ferry?", "<i>high</i>", "low", "Reed", "12", "潮");

  @TempDir private Path folder;

  private record Said(String word, int start, int end) {}

  @Test
  void wordsAndMomentsSurvive() {
    Seeds.each(Seeds.orAsked(20), this::check);
  }

  private void check(Random random) {
    List<Said> said = new ArrayList<>();
    StringBuilder text = new StringBuilder("WEBVTT\n\n");
    int at = random.nextInt(5_000);
    for (int cue = random.nextInt(1, 60); cue > 0; cue--) {
      int end = at + random.nextInt(100, 4_000);
      text.append(clock(at)).append(" --> ").append(clock(end)).append('\n');
      for (int word = random.nextInt(1, 9); word > 0; word--) {
        // a number of its own keeps cues from looking like lines that roll up
        String bare = WORDS.get(random.nextInt(WORDS.size()));
        text.append(bare)
            .append(' ')
            .append(said.size())
            .append(random.nextInt(4) == 0 ? "\n" : " ");
        said.add(new Said(plain(bare), at, end));
        said.add(new Said(String.valueOf(said.size() - 1), at, end));
      }
      text.append("\n\n");
      at = random.nextInt(3) == 0 ? end + random.nextInt(9_000) : at + random.nextInt(1, 3_000);
    }
    Article article = Reading.of(folder, "talk.vtt", text.toString()).only();
    assertThat(Heard.words(article)).isEqualTo(said.stream().map(Said::word).toList());
    List<WordPlace> places = article.positions().words().words();
    int next = 0;
    for (int word = 0; word < said.size(); word++) {
      while (next < places.size() && places.get(next).word() <= word) {
        next++;
      }
      assertThat(places.get(next - 1).place())
          .as("word " + word)
          .isEqualTo(new Moment(said.get(word).start(), said.get(word).end()));
    }
  }

  private static String plain(String word) {
    return word.replace("&amp;", "&").replaceAll("</?i>", "");
  }

  private static String clock(int millis) {
    return String.format(
        Locale.ROOT, "%02d:%02d.%03d", millis / 60_000, millis / 1_000 % 60, millis % 1_000);
  }
}
