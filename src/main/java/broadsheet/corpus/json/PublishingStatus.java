package broadsheet.corpus.json;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.record.FieldNames;
import broadsheet.corpus.record.ItemName;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.ledger.LedgerEntry;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Decides whether a source has published an item: it is not a draft, in the trash or withdrawn. */
public final class PublishingStatus {
  /** Fields with a word for the state of an item. */
  private static final Pattern STATES =
      Pattern.compile(
          "(?:approval|article|content|creativework|current|doc|document|editorial|entry|item"
              + "|lifecycle|moderation|news|node|page|post|record|review|story|text|version|workflow"
              + "|pub|publi(?:sh(?:ed|ing)?|cation))?(?:status|state|stage)|visibility|workflow"
              + "|statut|estado|estatus|stato|статус|стан|حالة|الحالة|状态|狀態|ステータス|公開状態|상태");

  /** Objects in which publishing systems keep the state of an item. */
  private static final Set<String> AROUND_STATES =
      Set.of("meta", "metadata", "moderation", "publication", "publishing", "workflow");

  /** True-or-false fields that mean not published if they are true. */
  private static final Pattern NOT_IF_TRUE =
      Pattern.compile(
          "(?:is)?(?:unpublished|draft|(?:soft)?deleted|trashed|intrash|cancell?ed|withdrawn|withheld"
              + "|killed|spiked|retracted|hidden|private)");

  /** True-or-false fields that withdraw an item if they are true and the record names the item. */
  private static final Pattern WITHDRAWN_IF_TRUE =
      Pattern.compile("(?:is)?(?:cancell?ed|withdrawn|withheld|killed|spiked|retracted)");

  /** True-or-false fields that mean not published if they are false. */
  private static final Pattern NOT_IF_FALSE =
      Pattern.compile("publish|(?:is)?(?:published|active|public|visible)");

  /** Fields with the end of an embargo, or true. */
  private static final Pattern EMBARGOES =
      Pattern.compile(
          "(?:is)?embargo(?:ed)?(?:date|ends?|enddate|expir(?:es|y)|till?|time|to|until)?");

  /** Fields with the day from which an item may be used, if they are in the future. */
  private static final Pattern RELEASES =
      Pattern.compile(
          "(?:released?|golive|available|visible|live)(?:date|datetime|time|at|on|after|from|since)"
              + "|publish(?:at|on|after|from)|scheduled?(?:at|on|for|date|time)"
              + "|date(?:released?|scheduled)|(?:holdfor)?release|notbefore|validfrom");

  private static final Set<String> YES = Set.of("true", "yes", "1", "t", "y");
  private static final Set<String> NO = Set.of("false", "no", "0", "f", "n");
  private static final int LONGEST_FLAG = "false".length();

  private PublishingStatus() {}

  /**
   * Requires that an item may be used.
   *
   * @param status {@code usable}, {@code canceled} …, as named by the IPTC; empty if not stated
   * @param names the names of the item
   * @throws NotAnArticle if the item is withdrawn
   */
  public static void requireUsable(String status, List<ItemName> names) throws NotAnArticle {
    if (isWithdrawn(status)) {
      throw NotAnArticle.withdrawn(status, names);
    }
  }

  /**
   * Requires that the state of an item is one of those that its system shows to readers, whatever
   * others it or its plug-ins have.
   *
   * @param status in any letters; empty if not stated, which counts as published
   */
  public static void requireOneOf(String status, String... published) throws NotAnArticle {
    String word = status.toLowerCase(Locale.ROOT);
    if (!word.isEmpty() && !List.of(published).contains(word)) {
      throw NotAnArticle.skipped("not published", word);
    }
  }

  /** Whether a status says that an item is withdrawn. */
  public static boolean isWithdrawn(String status) {
    return StatusWords.isWithdrawn(code(status));
  }

  /**
   * Requires that no field of a record states that it is withdrawn. A notice may have an embargo as
   * well, or name an item without text.
   *
   * @param names the names of the item
   * @throws NotAnArticle if the item is withdrawn
   */
  static void requireNotWithdrawn(ObjectNode record, List<ItemName> names) throws NotAnArticle {
    for (Map.Entry<String, JsonNode> field : record.properties()) {
      String name = FieldNames.folded(field.getKey());
      if (AROUND_STATES.contains(name) && field.getValue() instanceof ObjectNode inner) {
        requireNotWithdrawn(inner, names);
      } else if (STATES.matcher(name).matches()) {
        requireUsable(JsonValues.word(field.getValue()), names);
      } else if (!names.isEmpty()
          && WITHDRAWN_IF_TRUE.matcher(name).matches()
          && flag(field.getValue()).orElse(false)) {
        throw NotAnArticle.withdrawn(field.getKey(), names);
      }
    }
  }

  /**
   * @param record a record with all its fields at the top level
   * @param names the names of the item
   * @throws NotAnArticle if a field says that the record is not published, or not yet
   */
  static void requirePublished(ObjectNode record, DateReader dates, List<ItemName> names)
      throws NotAnArticle {
    for (Map.Entry<String, JsonNode> field : record.properties()) {
      String name = FieldNames.folded(field.getKey());
      JsonNode value = field.getValue();
      if (AROUND_STATES.contains(name) && value instanceof ObjectNode inner) {
        requirePublished(inner, dates, names);
      } else if (STATES.matcher(name).matches()) {
        requirePublished(value, names);
      } else if (EMBARGOES.matcher(name).matches() && isEmbargo(value, dates)) {
        throw NotAnArticle.skipped(LedgerEntry.EMBARGO, value.asText());
      } else if (RELEASES.matcher(name).matches() && dates.isAhead(JsonValues.text(value))) {
        throw NotAnArticle.skipped(LedgerEntry.EMBARGO, field.getKey() + ": " + value.asText());
      } else if (saysUnpublished(name, value)) {
        throw NotAnArticle.skipped("not published", field.getKey() + ": " + value.asText());
      }
    }
  }

  private static void requirePublished(JsonNode state, List<ItemName> names) throws NotAnArticle {
    String word = state.isBoolean() ? state.asText() : JsonValues.word(state);
    requireUsable(word, names);
    if (StatusWords.isUnpublished(code(word))) {
      throw NotAnArticle.skipped("not published", word);
    }
    if (StatusWords.isEmbargo(code(word))) {
      throw NotAnArticle.skipped(LedgerEntry.EMBARGO, word);
    }
  }

  /** Whether a field says whether the record is published, rather than when. */
  static boolean isFlag(String name, JsonNode value) {
    return isFlag(FieldNames.folded(name)) && flag(value).isPresent();
  }

  /** Whether a field of this name is a part of an article, or says whether it is published. */
  public static boolean isKnown(String name) {
    return FieldNames.isKnown(name) || isStatus(name);
  }

  /** Whether a field with this name says whether or when an item is published. */
  static boolean isStatus(String name) {
    String folded = FieldNames.folded(name);
    return isFlag(folded)
        || STATES.matcher(folded).matches()
        || EMBARGOES.matcher(folded).matches()
        || RELEASES.matcher(folded).matches();
  }

  private static boolean isFlag(String folded) {
    return NOT_IF_TRUE.matcher(folded).matches() || NOT_IF_FALSE.matcher(folded).matches();
  }

  private static boolean saysUnpublished(String folded, JsonNode value) {
    return flag(value)
        .map(yes -> (yes ? NOT_IF_TRUE : NOT_IF_FALSE).matcher(folded).matches())
        .orElse(false);
  }

  private static boolean isEmbargo(JsonNode value, DateReader dates) {
    if (value.isObject()) {
      return value
          .valueStream()
          .anyMatch(inner -> flag(inner).isEmpty() && isEmbargo(inner, dates));
    }
    Optional<Boolean> flag = flag(value);
    return flag.isPresent() ? flag.get() : dates.isAhead(JsonValues.text(value));
  }

  private static Optional<Boolean> flag(JsonNode value) {
    String text = value.isValueNode() ? value.asText("") : "";
    String word = text.length() <= LONGEST_FLAG ? text.toLowerCase(Locale.ROOT) : "";
    boolean isYes = YES.contains(word);
    return isYes || NO.contains(word) ? Optional.of(isYes) : Optional.empty();
  }

  /** Drops the scheme ({@code stat:canceled}) or the address of the list of codes. */
  private static String code(String status) {
    return status.substring(Math.max(status.lastIndexOf(':'), status.lastIndexOf('/')) + 1);
  }
}
