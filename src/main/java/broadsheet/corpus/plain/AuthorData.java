package broadsheet.corpus.plain;

import broadsheet.corpus.json.JsonValues;
import broadsheet.corpus.record.Siblings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the names of the authors that the posts of a site generator name by key, in the data files
 * of the site. Sources: https://jekyllrb.com/docs/datafiles/#example-accessing-a-specific-author,
 * https://gohugo.io/content-management/data-sources/. Stateless.
 */
final class AuthorData {
  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_-]*");

  /** The folders in which a site may be, seen from a post. */
  private static final List<String> SITES = List.of("../", "../../", "../../../");

  private AuthorData() {}

  /** The authors by name; a key that the site does not explain stays. */
  static List<String> named(List<String> authors, Siblings siblings) {
    return authors.stream()
        .map(author -> KEY.matcher(author).matches() ? named(author, siblings) : author)
        .toList();
  }

  private static String named(String key, Siblings siblings) {
    for (String site : SITES) {
      String name =
          fields(site + "_data/authors.yml", "---", siblings)
              .map(all -> name(all.path(key)))
              .filter(found -> !found.isEmpty())
              .or(
                  () ->
                      fields(site + "data/authors/" + key + ".toml", "+++", siblings)
                          .map(AuthorData::name))
              .orElse("");
      if (!name.isEmpty()) {
        return name;
      }
    }
    return key;
  }

  private static String name(JsonNode author) {
    String name = JsonValues.word(author.path("name"));
    return name.isEmpty() ? JsonValues.word(author.path("display_name")) : name;
  }

  /** A file that is damaged explains nothing. */
  private static Optional<ObjectNode> fields(String address, String border, Siblings siblings) {
    try {
      return siblings
          .read(address)
          .map(bytes -> new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n"))
          .map(text -> FrontMatter.of(border + "\n" + text + "\n" + border + "\n").fields());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
