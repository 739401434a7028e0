package broadsheet.rights;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The entry of one collection: its description, and the readers who have each right. Immutable.
 *
 * @param title its name for readers; null for that of its folder
 * @param description what it holds; null for nothing
 * @param terms the terms under which it may be used; null for none
 * @param read those who find and read its articles
 * @param export those of them who may take away many at once
 * @param ask those of them for whom its words are counted
 */
public record CollectionRights(
    @Nullable String title,
    @Nullable String description,
    @Nullable CollectionTerms terms,
    Allowed read,
    Allowed export,
    Allowed ask) {

  /** A collection that is open to everyone. */
  static final CollectionRights OPEN =
      new CollectionRights(null, null, null, Allowed.EVERYONE, Allowed.EVERYONE, Allowed.EVERYONE);

  /** A collection that only the operator sees. */
  static final CollectionRights CLOSED =
      new CollectionRights(null, null, null, Allowed.NOBODY, Allowed.NOBODY, Allowed.NOBODY);

  /** An entry of the file, in which a right that is not named is that to read. */
  record Entry(
      @JsonProperty("title") @Nullable String title,
      @JsonProperty("description") @Nullable String description,
      @JsonProperty("terms") @Nullable CollectionTerms terms,
      @JsonProperty("find") @Nullable JsonNode find,
      @JsonProperty("read") @Nullable JsonNode read,
      @JsonProperty("export") @Nullable JsonNode export,
      @JsonProperty("ask") @Nullable JsonNode ask,
      @JsonProperty("until") @Nullable JsonNode until) {

    /**
     * @throws IllegalArgumentException when it has a key that no release reads yet, or says nothing
     *     after one
     */
    Entry {
      refuse("find", find);
      refuse("until", until);
      Stream.of(read, export, ask).filter(Objects::nonNull).forEach(Allowed::of);
    }

    private static void refuse(String key, @Nullable JsonNode value) {
      if (value != null) {
        throw new IllegalArgumentException(
            "this release does not know “%s” yet: take the line out; who may read may find"
                .formatted(key));
      }
    }

    private boolean isEmpty() {
      return title == null
          && description == null
          && terms == null
          && read == null
          && export == null
          && ask == null;
    }

    /**
     * The rights that it states.
     *
     * @param isFirst whether it is of the first collection, which an empty entry opens to everyone
     */
    CollectionRights rights(boolean isFirst) {
      if (isFirst && isEmpty()) {
        return OPEN;
      }
      Allowed readers = read == null ? Allowed.NOBODY : Allowed.of(read);
      return new CollectionRights(
          title,
          description,
          terms,
          readers,
          export == null ? readers : Allowed.of(export),
          ask == null ? readers : Allowed.of(ask));
    }
  }

  /** Whether a reader has a right. Who may not read may do nothing. */
  boolean allows(Right right, Reader reader) {
    return read.holds(reader)
        && switch (right) {
          case READ -> true;
          case EXPORT -> export.holds(reader);
          case ASK -> ask.holds(reader);
        };
  }

  /** Whether any right is not everyone's. */
  boolean isRestricted() {
    return read.isRestricted() || export.isRestricted() || ask.isRestricted();
  }
}
