package broadsheet.corpus.office;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists the control words of RTF that represent a character, and the groups without text. */
final class RtfControlWords {
  /** The first words of groups that hold no text of the document. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          ("colortbl stylesheet pict object header headerl headerr headerf footer"
                  + " footerl footerr footerf fldinst nonshppict listtable listoverridetable"
                  + " revtbl rsidtbl generator xmlnstbl themedata colorschememapping datastore"
                  + " latentstyles annotation atnid atnauthor bkmkstart bkmkend listtext pntext"
                  + " operator company ftnsep ftnsepc aftnsep aftnsepc filetbl mmathPr keywords"
                  + " comment doccomm category manager hlinkbase revtim printim buptim tc xe")
              .split(" ", -1));

  /** Groups that are read although they are marked as optional. */
  private static final Set<String> KEPT =
      Set.of("shptxt", "shppict", "ud", "upr", "shpinst", "footnote");

  private static final Map<String, String> CHARACTERS =
      Map.ofEntries(
          Map.entry("line", "\n"),
          Map.entry("tab", " "),
          Map.entry("emdash", "—"),
          Map.entry("endash", "–"),
          Map.entry("emspace", " "),
          Map.entry("enspace", " "),
          Map.entry("qmspace", " "),
          Map.entry("bullet", "•"),
          Map.entry("lquote", "‘"),
          Map.entry("rquote", "’"),
          Map.entry("ldblquote", "“"),
          Map.entry("rdblquote", "”"),
          Map.entry("zwj", "\u200d"),
          Map.entry("zwnj", "\u200c"),
          Map.entry("~", "\u00a0"),
          Map.entry("_", "-"),
          Map.entry("\\", "\\"),
          Map.entry("{", "{"),
          Map.entry("}", "}"));

  private RtfControlWords() {}

  /** The character that a control word represents; null if it represents none. */
  static @Nullable String character(String word) {
    return CHARACTERS.get(word);
  }

  /** Whether the group that begins with this word holds no text of the document. */
  static boolean isSkipped(String word) {
    return LEFT_OUT.contains(word);
  }

  /** Whether an optional group that begins with this word holds no text of the document. */
  static boolean isSkippedIfOptional(String word) {
    return !KEPT.contains(word);
  }
}
