package broadsheet.corpus.json;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.record.FieldNames;
import broadsheet.corpus.record.NotAnArticle;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides whether a source has published an item: it is not a draft, in the trash or withdrawn. */
public final class PublishingStatus {
  private static final Set<String> WITHDRAWN =
      Set.of("canceled", "cancelled", "withheld", "killed", "spiked", "withdrawn");

  private static final Set<String> UNPUBLISHED =
      Set.of(
          "draft",
          "autodraft",
          "inprogress",
          "trash",
          "trashed",
          "deleted",
          "pending",
          "private",
          "future",
          "scheduled",
          "unpublished",
          "notpublished",
          "false");

  /** Fields with a word for the state of an item. */
  private static final Set<String> STATES =
      Set.of(
          "status",
          "pubstatus",
          "publishingstatus",
          "publishstatus",
          "publicationstatus",
          "poststatus",
          "creativeworkstatus",
          "state");

  /** True-or-false fields, and the value that means not published. */
  private static final Map<String, Boolean> FLAGS =
      Map.ofEntries(
          Map.entry("published", false),
          Map.entry("ispublished", false),
          Map.entry("unpublished", true),
          Map.entry("draft", true),
          Map.entry("isdraft", true),
          Map.entry("deleted", true),
          Map.entry("isdeleted", true),
          Map.entry("trashed", true));

  /** Fields with the end of an embargo, or true. */
  private static final Set<String> EMBARGOES =
      Set.of(
          "embargo", "embargoed", "isembargoed", "embargodate", "embargountil", "embargoeduntil");

  private static final Set<String> YES = Set.of("true", "yes", "1");
  private static final Set<String> NO = Set.of("false", "no", "0");
  private static final String EMBARGO = "under embargo";

  private PublishingStatus() {}

  /**
   * Requires that an item may be used.
   *
   * @param status {@code usable}, {@code canceled} …, as named by the IPTC; empty if not stated
   * @throws NotAnArticle if the item is withdrawn
   */
  public static void requireUsable(String status) throws NotAnArticle {
    if (WITHDRAWN.contains(code(status))) {
      throw NotAnArticle.skipped("withdrawn by its agency", status);
    }
  }

  /**
   * @param record with all its fields at the top level
   * @throws NotAnArticle if a field says that the record is not published, or not yet
   */
  static void requirePublished(ObjectNode record, DateReader dates) throws NotAnArticle {
    for (Map.Entry<String, JsonNode> field : record.properties()) {
      String name = FieldNames.folded(field.getKey());
      JsonNode value = field.getValue();
      if (STATES.contains(name)) {
        requirePublished(value);
      } else if (EMBARGOES.contains(name) && isEmbargo(value, dates)) {
        throw NotAnArticle.skipped(EMBARGO, value.asText());
      } else if (FLAGS.containsKey(name) && flag(value).equals(Optional.of(FLAGS.get(name)))) {
        throw NotAnArticle.skipped("not published", field.getKey() + ": " + value.asText());
      }
    }
  }

  private static void requirePublished(JsonNode state) throws NotAnArticle {
    String word = state.isBoolean() ? state.asText() : JsonValues.word(state);
    requireUsable(word);
    if (UNPUBLISHED.contains(code(word))) {
      throw NotAnArticle.skipped("not published", word);
    }
    if (code(word).equals("embargoed")) {
      throw NotAnArticle.skipped(EMBARGO, word);
    }
  }

  /** Whether a field says whether the record is published, rather than when. */
  static boolean isFlag(String name, JsonNode value) {
    return FLAGS.containsKey(FieldNames.folded(name)) && flag(value).isPresent();
  }

  /** Whether a field with this name says whether or when an item is published. */
  static boolean isStatus(String name) {
    String folded = FieldNames.folded(name);
    return STATES.contains(folded) || FLAGS.containsKey(folded) || EMBARGOES.contains(folded);
  }

  private static boolean isEmbargo(JsonNode value, DateReader dates) {
    Optional<Boolean> flag = flag(value);
    return flag.isPresent() ? flag.get() : dates.isAhead(dates.read(JsonValues.text(value)));
  }

  private static Optional<Boolean> flag(JsonNode value) {
    String word = value.isValueNode() ? value.asText("").toLowerCase(Locale.ROOT) : "";
    boolean isYes = YES.contains(word);
    return isYes || NO.contains(word) ? Optional.of(isYes) : Optional.empty();
  }

  /** Drops the scheme ({@code stat:canceled}), {@code _} and capitals. */
  private static String code(String status) {
    return FieldNames.folded(status.substring(status.lastIndexOf(':') + 1));
  }
}
