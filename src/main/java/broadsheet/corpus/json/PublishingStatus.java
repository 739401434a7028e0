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
import java.util.regex.Pattern;

/** Decides whether a source has published an item: it is not a draft, in the trash or withdrawn. */
public final class PublishingStatus {
  private static final Set<String> WITHDRAWN =
      Set.of("canceled", "cancelled", "withheld", "killed", "spiked", "withdrawn", "retracted");

  private static final Set<String> UNPUBLISHED =
      Set.of(
          "draft",
          "autodraft",
          "inprogress",
          "trash",
          "trashed",
          "intrash",
          "deleted",
          "removed",
          "hidden",
          "rejected",
          "inreview",
          "pendingreview",
          "pending",
          "private",
          "future",
          "scheduled",
          "unpublished",
          "notpublished",
          "false");

  /** Fields with a word for the state of an item. */
  private static final Pattern STATES =
      Pattern.compile(
          "(?:article|content|creativework|editorial|item|moderation|post|story|workflow"
              + "|pub|publi(?:sh(?:ed|ing)?|cation))?(?:status|state)|visibility");

  /** Objects in which publishing systems keep the state of an item. */
  private static final Set<String> AROUND_STATES =
      Set.of("meta", "metadata", "moderation", "publication", "publishing", "workflow");

  /** True-or-false fields, and the value that means not published. */
  private static final Map<String, Boolean> FLAGS =
      Map.ofEntries(
          Map.entry("published", false),
          Map.entry("publish", false),
          Map.entry("ispublished", false),
          Map.entry("unpublished", true),
          Map.entry("draft", true),
          Map.entry("isdraft", true),
          Map.entry("deleted", true),
          Map.entry("isdeleted", true),
          Map.entry("trashed", true),
          Map.entry("intrash", true),
          Map.entry("canceled", true),
          Map.entry("cancelled", true),
          Map.entry("iscancelled", true),
          Map.entry("withdrawn", true),
          Map.entry("killed", true));

  /** Fields with the end of an embargo, or true. */
  private static final Pattern EMBARGOES =
      Pattern.compile(
          "(?:is)?embargo(?:ed)?(?:date|ends?|enddate|expir(?:es|y)|till?|time|to|until)?");

  private static final Set<String> YES = Set.of("true", "yes", "1", "t", "y");
  private static final Set<String> NO = Set.of("false", "no", "0", "f", "n");
  private static final Set<String> IN_FORCE = Set.of("embargo", "embargoed", "underembargo");
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
      if (STATES.matcher(name).matches()) {
        requirePublished(value);
      } else if (AROUND_STATES.contains(name) && value instanceof ObjectNode inner) {
        requirePublished(inner, dates);
      } else if (EMBARGOES.matcher(name).matches() && isEmbargo(value, dates)) {
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
    if (IN_FORCE.contains(code(word))) {
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
    return FLAGS.containsKey(folded)
        || STATES.matcher(folded).matches()
        || EMBARGOES.matcher(folded).matches();
  }

  private static boolean isEmbargo(JsonNode value, DateReader dates) {
    if (value.isObject()) {
      return value
          .valueStream()
          .anyMatch(inner -> flag(inner).isEmpty() && isEmbargo(inner, dates));
    }
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
