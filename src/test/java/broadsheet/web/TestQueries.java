package broadsheet.web;

import broadsheet.query.ParsedQuery;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words, phrases and fields, and no more of the query language than the pages' tests need. */
final class TestQueries {
  private static final Pattern UNIT =
      Pattern.compile("(?:(?<field>\\p{L}+):)?(?:\"(?<phrase>[^\"]*)\"?|(?<word>\\S+))");

  private TestQueries() {}

  static ParsedQuery parse(String text) {
    List<QueryNode> units = new ArrayList<>();
    Matcher matcher = UNIT.matcher(text);
    while (matcher.find()) {
      unit(matcher).ifPresent(units::add);
    }
    QueryNode root =
        switch (units.size()) {
          case 0 -> new QueryNode.Everything();
          case 1 -> units.getFirst();
          default -> new QueryNode.Together(units);
        };
    List<String> notes =
        text.endsWith("\"") || !text.contains("\"") ? List.of() : List.of("Closed your quote.");
    return new ParsedQuery(text, root, text.isBlank() ? "every article" : text.strip(), notes);
  }

  private static Optional<QueryNode> unit(Matcher matcher) {
    String phrase = matcher.group("phrase");
    String text = phrase == null ? matcher.group("word") : phrase;
    if (text.isBlank()) {
      return Optional.empty();
    }
    QueryNode unit =
        phrase == null ? new QueryNode.Word(text) : new QueryNode.Phrase(text.strip(), 0);
    return Optional.ofNullable(matcher.group("field"))
        .flatMap(QueryField::named)
        .<QueryNode>map(field -> new QueryNode.InField(field, unit))
        .or(() -> Optional.of(unit));
  }
}
