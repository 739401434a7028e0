package broadsheet.query;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Field names from other search engines and databases: Google's operators, Factiva's and ProQuest's
 * codes, the field names of common Lucene indexes. It leaves out names that occur before a colon in
 * running text ({@code re:}, {@code to:}). Stateless.
 */
final class FieldAliases {
  private static final Map<String, String> NAMES = names();

  private FieldAliases() {}

  /** The field that an alias means, in any case; empty when there is none. */
  static Optional<String> meant(String name) {
    return Optional.ofNullable(NAMES.get(name.toLowerCase(Locale.ROOT)));
  }

  private static Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    add(names, "title", "headline headlines head hl hd ti intitle allintitle");
    add(names, "caption", "captions");
    add(names, "correction", "corrections");
    add(names, "correction_of", "correctionof corrects");
    add(names, "standfirst", "abstract summary subtitle subhead dek");
    add(names, "lead", "lede lp hlead");
    add(names, "body", "text fulltext content intext allintext inbody");
    add(names, "source", "publication publisher newspaper outlet sources sn pub");
    add(names, "section", "category sections se");
    add(names, "author", "by byline authors writer creator au inauthor");
    add(names, "topic", "subject tag tags keyword keywords topics ns su");
    add(names, "place", "location places country region city");
    add(names, "person", "people persons");
    add(
        names,
        "organisation",
        "organisations organization organizations org orgs company companies");
    add(names, "said", "quote quotes quoted says");
    add(names, "speaker", "speakers quotedby");
    add(names, "language", "lang la ln");
    add(names, "url", "site inurl allinurl domain");
    add(names, "date", "pubdate published pd year day");
    add(names, "after", "since newer");
    add(names, "before", "until older");
    add(names, "last", "newer_than");
    add(names, "words", "wordcount wc length");
    return Map.copyOf(names);
  }

  private static void add(Map<String, String> names, String field, String aliases) {
    for (String alias : aliases.split(" ", -1)) {
      names.put(alias, field);
    }
  }
}
