package broadsheet.rights;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/**
 * Those who have a right. Immutable.
 *
 * @param isEveryone whether every reader has it
 * @param groups the groups that have it; none for the operator alone
 */
public record Allowed(boolean isEveryone, Set<String> groups) {

  /** Every reader. */
  public static final Allowed EVERYONE = new Allowed(true, Set.of());

  /** Nobody but the operator. */
  public static final Allowed NOBODY = new Allowed(false, Set.of());

  private static final String ALL = "everyone";

  public Allowed {
    groups = Set.copyOf(groups);
  }

  /**
   * Reads {@code everyone}, or a list of groups.
   *
   * @throws IllegalArgumentException when it is anything else
   */
  static Allowed of(JsonNode value) {
    if (value.isTextual() && value.asText().equals(ALL)) {
      return EVERYONE;
    }
    Set<String> groups = new HashSet<>();
    for (JsonNode group : value) {
      if (!group.isTextual() || group.asText().isBlank() || group.asText().contains(",")) {
        throw new IllegalArgumentException("a group is a name without a comma, not " + group);
      }
      groups.add(group.asText());
    }
    if (!value.isArray()) {
      throw new IllegalArgumentException(
          "give groups in brackets, as in [staff, research], or everyone; not " + value);
    }
    return new Allowed(false, groups);
  }

  /** Whether a reader has the right. */
  boolean holds(Reader reader) {
    return isEveryone || reader.isOperator() || reader.groups().stream().anyMatch(groups::contains);
  }

  /** Whether some readers have it and others do not. */
  boolean isRestricted() {
    return !isEveryone;
  }
}
