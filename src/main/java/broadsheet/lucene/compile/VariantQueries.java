package broadsheet.lucene.compile;

import broadsheet.lucene.compile.WordVariants.Variant;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.snapshot.DocumentFrequencies;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;

/**
 * Joins the query of a word with those of its {@link WordVariants}, which weigh less. All of them
 * are scored as if they were equally rare, or a rare variant would rank above the word as typed.
 * Not thread-safe.
 */
final class VariantQueries {

  /** The weight of a variant relative to that of the word with another ending. */
  private static final double VARIANT = 0.8;

  private final WordTerms terms;
  private final Function<QueryField, FieldQueries> fields;

  VariantQueries(WordTerms terms, Function<QueryField, FieldQueries> fields) {
    this.terms = terms;
    this.fields = fields;
  }

  /**
   * Adds the variants in any field.
   *
   * @param typed the query of the word as typed
   */
  Query anywhere(Query typed, QueryNode.Word word) {
    return joined(Optional.of(typed), word, this::anywhere).orElseThrow();
  }

  private Stream<Query> anywhere(Variant variant) {
    return variant.isSplit()
        ? IndexSchema.DEFAULT_FIELDS.keySet().stream().flatMap(field -> in(field, variant))
        : terms.anywhere(variant.text()).stream();
  }

  /**
   * Adds the variants in one field of text.
   *
   * @param typed the query of the word as typed; empty if nothing of it can be indexed
   */
  Optional<Query> in(QueryField field, Optional<Query> typed, QueryNode.Word word) {
    return joined(typed, word, variant -> in(field, variant));
  }

  private Stream<Query> in(QueryField field, Variant variant) {
    return fields.apply(field).sideBySide(variant.text()).stream();
  }

  private Optional<Query> joined(
      Optional<Query> typed, QueryNode.Word word, Function<Variant, Stream<Query>> found) {
    List<Variant> variants = terms.variants().searched(word.text());
    if (variants.isEmpty()) {
      return typed;
    }
    List<Query> others = variants.stream().flatMap(found).toList();
    double shared =
        Stream.concat(typed.stream(), others.stream()).mapToDouble(this::rarity).min().orElse(1);
    List<Query> all = new ArrayList<>();
    typed.ifPresent(query -> all.add(weighted(query, 1, shared)));
    others.forEach(query -> all.add(weighted(query, VARIANT * terms.weightOfEndings(), shared)));
    return Optional.of(new DisjunctionMaxQuery(all, 0f));
  }

  private Query weighted(Query query, double weight, double shared) {
    double rarity = rarity(query);
    boolean isThere = rarity > 0 && rarity < Double.POSITIVE_INFINITY;
    double factor = isThere ? weight * shared / rarity : weight;
    return factor == 1 ? query : new BoostQuery(query, (float) factor);
  }

  /** The rarity by which a query is scored; infinite if no article has any of its terms. */
  private double rarity(Query query) {
    DocumentFrequencies statistics = terms.statistics();
    return switch (query) {
      case WordQuery word -> rarity(word.anyForm());
      case BoostQuery boosted -> rarity(boosted.getQuery());
      case TermQuery one -> statistics.rarity(one.getTerm());
      case SynonymQuery any ->
          any.getTerms().stream()
              .mapToDouble(statistics::rarity)
              .min()
              .orElse(Double.POSITIVE_INFINITY);
      case MultiPhraseQuery row -> {
        List<Term> there = Stream.of(row.getTermArrays()).flatMap(Stream::of).toList();
        double sum =
            there.stream()
                .mapToDouble(statistics::rarity)
                .filter(rarity -> rarity < Double.POSITIVE_INFINITY)
                .sum();
        yield sum == 0 ? Double.POSITIVE_INFINITY : sum;
      }
      default -> Double.POSITIVE_INFINITY;
    };
  }
}
