package broadsheet.lucene.compile;

import broadsheet.engine.result.Note;
import broadsheet.engine.result.Note.Part.Treatment;
import broadsheet.lucene.compile.PatternExpansion.Pattern;
import broadsheet.lucene.compile.PatternExpansion.Share;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import broadsheet.query.Reach;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Decides which patterns of a query are searched, once for all languages and fields, and leaves the
 * others out of its tree before it is compiled:
 *
 * <ul>
 *   <li>if several parts are required, the others remain, also for the sides of a distance;
 *   <li>an alternative finds nothing, so that more articles may match than are found;
 *   <li>if such a pattern is excluded, or is all that is wanted, no article is sure to match.
 * </ul>
 *
 * An excluded pattern must be searched with all its words; elsewhere the most frequent words of a
 * pattern with too many are enough. Not thread-safe.
 */
final class PatternPruning {

  private final PatternExpansion patterns;
  private final List<WordTerms> languages;
  private final Map<Use, Share> shares = new HashMap<>();
  private final Map<QueryNode, BudgetedQuery> queries = new HashMap<>();
  private final Set<Note> notes = new LinkedHashSet<>();
  private FieldScope everywhere = FieldScope.EVERYWHERE;

  /** A pattern as typed, and the fields in which it is searched. */
  private record Use(QueryNode.TextUnit unit, Set<QueryField> fields) {}

  /**
   * @param languages the languages of the articles
   */
  PatternPruning(PatternExpansion patterns, List<WordTerms> languages) {
    this.patterns = patterns;
    this.languages = languages;
  }

  /** The patterns that were left out so far. */
  List<Note> notes() {
    return List.copyOf(notes);
  }

  /** Decides in which fields parts without a field are searched. */
  void ask(FieldScope whole) {
    if (!everywhere.equals(whole)) {
      everywhere = whole;
      queries.clear();
    }
  }

  /** The part that is searched of a query or of a part of one. */
  BudgetedQuery of(QueryNode root) {
    BudgetedQuery known = queries.get(root);
    if (known == null) {
      known = decided(root);
      queries.put(root, known);
    }
    return known;
  }

  private BudgetedQuery decided(QueryNode root) {
    Map<Use, Integer> uses = new LinkedHashMap<>();
    count(root, everywhere, 1, uses);
    if (uses.isEmpty()) {
      return new BudgetedQuery(Optional.of(root), false, false);
    }
    uses.forEach((use, times) -> shares.computeIfAbsent(use, _ -> share(use, times)));
    return new Pruning().of(root);
  }

  /**
   * Counts the searches of each pattern. In a distance, the positions of its words are read for
   * each language; elsewhere all languages share the articles with these words.
   */
  private void count(QueryNode node, FieldScope outer, int times, Map<Use, Integer> uses) {
    FieldScope scope = within(node, outer);
    switch (node) {
      case QueryNode.TextUnit unit when isPattern(unit) ->
          uses.merge(use(unit, scope), times, Integer::sum);
      case QueryNode.Near _, QueryNode.NotNear _, QueryNode.AtLeast _ ->
          node.parts().forEach(part -> count(part, scope, languages.size(), uses));
      default -> node.parts().forEach(part -> count(part, scope, times, uses));
    }
  }

  private static boolean isPattern(QueryNode.TextUnit unit) {
    return unit instanceof QueryNode.Fuzzy
        || (unit instanceof QueryNode.Wildcard(String pattern)
            && !pattern.equals(QueryNode.Wildcard.ANYTHING));
  }

  private static Use use(QueryNode.TextUnit unit, FieldScope scope) {
    return new Use(unit, scope.fields().keySet());
  }

  /** The fields in which the parts of a node are searched. */
  private static FieldScope within(QueryNode node, FieldScope scope) {
    return switch (node) {
      case QueryNode.InField in -> scope.in(in.field());
      case QueryNode.Near _, QueryNode.NotNear _, QueryNode.AtLeast _ -> scope.naming(node);
      default -> scope;
    };
  }

  private Share share(Use use, int times) {
    Set<List<Pattern>> different = new LinkedHashSet<>();
    for (QueryField field : use.fields()) {
      for (WordTerms terms : languages(use.unit())) {
        different.add(new FieldQueries(field, patterns, terms).patterns(use.unit()));
      }
    }
    try {
      return patterns.share(different.stream().flatMap(List::stream).toList(), times);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The languages in which a pattern may expand to different words. */
  private List<WordTerms> languages(QueryNode.TextUnit unit) {
    return unit instanceof QueryNode.Wildcard ? languages.stream().limit(1).toList() : languages;
  }

  private Share share(QueryNode.TextUnit pattern, FieldScope scope) {
    return Objects.requireNonNull(shares.get(use(pattern, scope)));
  }

  /** Leaves patterns out of one tree. */
  private final class Pruning {

    private boolean isMore;
    private boolean isLess;
    private boolean isUnsure;

    BudgetedQuery of(QueryNode root) {
      Optional<QueryNode> kept = kept(root, everywhere);
      return isUnsure || kept.isEmpty()
          ? new BudgetedQuery(Optional.empty(), false, true)
          : new BudgetedQuery(kept, isMore, isLess);
    }

    /** The remains of a part that is wanted. */
    private Optional<QueryNode> kept(QueryNode node, FieldScope outer) {
      FieldScope scope = within(node, outer);
      return switch (node) {
        case QueryNode.TextUnit unit when isPattern(unit) -> kept(unit, share(unit, scope));
        case QueryNode.Leaf _ -> Optional.of(node);
        case QueryNode.InField(QueryField field, QueryNode child) ->
            kept(child, scope).map(k -> new QueryNode.InField(field, k));
        case QueryNode.Boosted(QueryNode child, float factor) ->
            kept(child, scope).map(k -> new QueryNode.Boosted(k, factor));
        case QueryNode.AtLeast(int count, QueryNode child) ->
            kept(child, scope).map(k -> new QueryNode.AtLeast(count, k));
        case QueryNode.Together(List<QueryNode> children) ->
            all(children, scope, QueryNode.Together::new);
        case QueryNode.AllOf(List<QueryNode> children) ->
            all(children, scope, QueryNode.AllOf::new);
        case QueryNode.AnyOf(List<QueryNode> children) -> any(children, scope);
        case QueryNode.Near(QueryNode left, QueryNode right, Reach reach) ->
            all(
                List.of(left, right),
                scope,
                sides -> new QueryNode.Near(sides.getFirst(), sides.getLast(), reach));
        case QueryNode.NotNear(QueryNode wanted, QueryNode unwanted, Reach reach) -> {
          exclude(unwanted, scope);
          yield kept(wanted, scope).map(k -> new QueryNode.NotNear(k, unwanted, reach));
        }
        case QueryNode.Not(QueryNode child) -> {
          exclude(child, scope);
          yield Optional.of(node);
        }
      };
    }

    private Optional<QueryNode> kept(QueryNode.TextUnit pattern, Share share) {
      isLess |= share == Share.MOST_FREQUENT;
      return switch (share) {
        case ALL, MOST_FREQUENT -> Optional.of(pattern);
        case NONE -> leftOut(pattern, Treatment.NOT_SEARCHED);
        case TOO_COMPLEX -> leftOut(pattern, Treatment.LEFT_OUT);
      };
    }

    private Optional<QueryNode> leftOut(QueryNode.TextUnit pattern, Treatment treatment) {
      notes.add(new Note.Part(pattern.text(), treatment));
      return Optional.empty();
    }

    private List<QueryNode> each(List<QueryNode> parts, FieldScope scope) {
      return parts.stream().flatMap(part -> kept(part, scope).stream()).toList();
    }

    private Optional<QueryNode> all(
        List<QueryNode> parts, FieldScope scope, Function<List<QueryNode>, QueryNode> join) {
      List<QueryNode> kept = each(parts, scope);
      if (kept.size() == parts.size()) {
        return Optional.of(join.apply(kept));
      }
      if (kept.stream().noneMatch(PatternPruning::isWanted)) {
        return Optional.empty();
      }
      isMore = true;
      return kept.size() == 1 ? Optional.of(kept.getFirst()) : Optional.of(join.apply(kept));
    }

    private Optional<QueryNode> any(List<QueryNode> parts, FieldScope scope) {
      List<QueryNode> kept = each(parts, scope);
      isLess |= kept.size() < parts.size();
      return kept.size() < 2 ? kept.stream().findFirst() : Optional.of(new QueryNode.AnyOf(kept));
    }

    private void exclude(QueryNode node, FieldScope outer) {
      FieldScope scope = within(node, outer);
      if (node instanceof QueryNode.TextUnit unit
          && isPattern(unit)
          && share(unit, scope) != Share.ALL) {
        notes.add(new Note.Part(unit.text(), Treatment.NOT_EXCLUDED));
        isUnsure = true;
      }
      node.parts().forEach(part -> exclude(part, scope));
    }
  }

  /** Whether a part finds articles rather than only narrowing the hits of others. */
  private static boolean isWanted(QueryNode node) {
    return switch (node) {
      case QueryNode.Not _, QueryNode.Condition _, QueryNode.Everything _ -> false;
      case QueryNode.TextUnit unit ->
          !unit.equals(new QueryNode.Wildcard(QueryNode.Wildcard.ANYTHING));
      default -> node.parts().stream().anyMatch(PatternPruning::isWanted);
    };
  }
}
