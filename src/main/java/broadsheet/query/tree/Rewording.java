package broadsheet.query.tree;

import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryNode.AllOf;
import broadsheet.query.QueryNode.AnyOf;
import broadsheet.query.QueryNode.AtLeast;
import broadsheet.query.QueryNode.Boosted;
import broadsheet.query.QueryNode.ExactWord;
import broadsheet.query.QueryNode.InField;
import broadsheet.query.QueryNode.Near;
import broadsheet.query.QueryNode.NotNear;
import broadsheet.query.QueryNode.Phrase;
import broadsheet.query.QueryNode.Together;
import broadsheet.query.QueryNode.Word;
import broadsheet.query.Reach;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Replaces words in a query and leaves everything else as it is. Exclusions keep their words, as do
 * patterns.
 */
public final class Rewording {

  /**
   * An occurrence of a word in a query.
   *
   * @param text the word as typed
   * @param field the field it is searched in; empty for the default fields
   * @param isAnyEnding whether its other forms are searched for as well
   */
  public record Place(String text, Optional<QueryField> field, boolean isAnyEnding) {}

  /** Chooses the word for an occurrence; the same word for no change. */
  @FunctionalInterface
  public interface Words {
    String at(Place place);
  }

  private final Words words;

  private Rewording(Words words) {
    this.words = words;
  }

  /** The query with the chosen words, which are asked for from left to right. */
  public static QueryNode of(QueryNode root, Words words) {
    return new Rewording(words).reworded(root, Optional.empty());
  }

  private QueryNode reworded(QueryNode node, Optional<QueryField> field) {
    return switch (node) {
      case Word(String text) -> new Word(words.at(new Place(text, field, true)));
      case ExactWord(String text) -> new ExactWord(words.at(new Place(text, field, false)));
      case Phrase(String text, int slop) -> new Phrase(phrase(text, field), slop);
      case InField(QueryField inner, QueryNode child) ->
          new InField(inner, reworded(child, Optional.of(inner)));
      case Boosted(QueryNode child, float factor) -> new Boosted(reworded(child, field), factor);
      case Together(List<QueryNode> children) -> new Together(all(children, field));
      case AllOf(List<QueryNode> children) -> new AllOf(all(children, field));
      case AnyOf(List<QueryNode> children) -> new AnyOf(all(children, field));
      case Near(QueryNode left, QueryNode right, Reach reach) ->
          new Near(reworded(left, field), reworded(right, field), reach);
      case NotNear(QueryNode wanted, QueryNode unwanted, Reach reach) ->
          new NotNear(reworded(wanted, field), unwanted, reach);
      case AtLeast(int count, QueryNode child) -> new AtLeast(count, reworded(child, field));
      default -> node;
    };
  }

  private List<QueryNode> all(List<QueryNode> children, Optional<QueryField> field) {
    return children.stream().map(child -> reworded(child, field)).toList();
  }

  private String phrase(String text, Optional<QueryField> field) {
    return Arrays.stream(text.split(" ", -1))
        .map(word -> word.equals("*") ? word : words.at(new Place(word, field, false)))
        .collect(Collectors.joining(" "));
  }
}
