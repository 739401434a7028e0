package broadsheet.query.token;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A regular expression between slashes, as in Lucene: {@code title:/jo.*n/}. The language has none,
 * so that its words are searched.
 *
 * @param typed with its slashes
 */
public record RegularExpression(String typed) {
  private static final int LONGEST = 200;

  /** The regular expression at a position of the query. */
  public static Optional<RegularExpression> at(String query, int start, boolean isAfterField) {
    if (query.charAt(start) != '/') {
      return Optional.empty();
    }
    int end = Math.min(query.length(), start + LONGEST);
    int at = start + 1;
    while (at < end && query.charAt(at) != '/' && !Characters.isBlank(query.charAt(at))) {
      at += query.charAt(at) == '\\' ? 2 : 1;
    }
    boolean isClosed = at < end && query.charAt(at) == '/' && endsAt(query, at + 1);
    if (!isClosed || at == start + 1) {
      return Optional.empty();
    }
    RegularExpression read = new RegularExpression(query.substring(start, at + 1));
    return isAfterField || read.isPattern() ? Optional.of(read) : Optional.empty();
  }

  /** Whether a word without brackets would be read as one after a field's colon. */
  public static boolean is(String word) {
    return at(word, 0, true).filter(read -> read.typed.equals(word)).isPresent();
  }

  private static boolean endsAt(String query, int at) {
    return at == query.length() || Characters.endsWord(query.charAt(at)) || Quotes.isAt(query, at);
  }

  private boolean isPattern() {
    return typed.chars().anyMatch(c -> ".*+?[({|\\".indexOf(c) >= 0);
  }

  public String note() {
    return Notes.quoted(typed)
        + " is a regular expression; only its words were searched. `*` and `?` are wildcards";
  }

  /** Its runs of letters and digits. */
  public List<String> words() {
    return Arrays.stream(typed.split("[^\\p{L}\\p{M}\\p{N}]+", -1))
        .filter(Characters::hasSearchable)
        .toList();
  }
}
