package broadsheet.names.tag;

import java.util.Set;

/**
 * Words that show what companies and clubs do and have. They are no features of the model, so that
 * it need not be trained anew.
 */
final class Doings {

  /** Verbs that follow the name of one that acts. */
  private static final Set<String> VERBS =
      words(
          """
          announced bought plans planned agreed won beat signed reported launched launches refused released posted
          unveiled acquired sold expects expected faces lost drew scored pledged denied declined hopes hoped owns
          employs makes bid offered opened closed filed sued cut raised invested hired fired appointed recruited
          confirmed introduced supplies earned paid rejected claimed dismissed wants intends\
          """);

  private static final Set<String> BEFORE =
      words("against beat beating joined joining defeated versus v");

  /** Offices and possessions that companies and clubs alone have. */
  private static final Set<String> OFFICES =
      words(
          """
          boss bosses manager coach captain skipper striker defender midfielder goalkeeper keeper winger forward
          prop flanker squad profits profit sales revenues revenue earnings shares shareholders investors stake
          chairman chief president vice-president executives executive director directors headquarters subsidiary
          subsidiaries parent factory factories plant plants stores customers subscribers takeover merger flotation
          unit handset handsets analyst spokesman spokeswoman fans employees workers staff board\
          """);

  private Doings() {}

  private static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+", -1));
  }

  /** Whether a word says what the name before it does. */
  static boolean isAfter(NameWord word) {
    return word.is(broadsheet.names.word.Trait.SAYING) || VERBS.contains(word.text());
  }

  /** Whether a word says that something is done to, or with, the name after it. */
  static boolean isBefore(NameWord word) {
    return BEFORE.contains(word.text());
  }

  /** Whether a word is an office or a possession of a company or club. */
  static boolean isOffice(NameWord word) {
    return OFFICES.contains(word.text());
  }
}
