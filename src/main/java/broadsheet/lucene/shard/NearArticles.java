package broadsheet.lucene.shard;

import broadsheet.engine.request.SearchRequest;
import broadsheet.lucene.compile.CompiledRequest;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.meaning.MeaningFilter;
import broadsheet.lucene.meaning.MeaningSearch;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.semantic.KeyedArticles;
import broadsheet.lucene.semantic.MatchingArticles;
import broadsheet.query.tree.PlainWords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/** The articles of a shard that a search by meaning may find. Not thread-safe. */
final class NearArticles {

  private final Optional<Query> filter;
  private final BoundedSearcher finder;

  /**
   * @param request its filters and the required parts of its query hold
   */
  NearArticles(SearchRequest request, ShardWork shard) throws IOException {
    CompiledRequest asked = CompiledRequest.of(request, shard.budget());
    filter = PlainWords.of(request.query()).flatMap(plain -> MeaningFilter.of(asked, plain));
    finder = shard.budget().finder(MeaningSearch.SHARE);
  }

  private Bits bits() throws IOException {
    return filter.isPresent()
        ? MatchingArticles.of(filter.get(), finder)
        : new Bits.MatchAllBits(finder.getIndexReader().maxDoc());
  }

  MeaningQuestion.Matching matching(int most) throws IOException {
    Bits bits = bits();
    boolean isFew = bits instanceof FixedBitSet set && set.cardinality() <= most;
    Optional<List<Long>> draws = isFew ? Optional.of(draws(bits)) : Optional.empty();
    return new MeaningQuestion.Matching(draws, finder.isCut());
  }

  private List<Long> draws(Bits bits) throws IOException {
    List<Long> draws = new ArrayList<>();
    for (LeafReaderContext leaf : finder.getIndexReader().leaves()) {
      NumericDocValues numbers = DocValues.getNumeric(leaf.reader(), IndexSchema.DRAW);
      for (int doc = numbers.nextDoc();
          doc != NumericDocValues.NO_MORE_DOCS;
          doc = numbers.nextDoc()) {
        if (bits.get(leaf.docBase + doc)) {
          draws.add(numbers.longValue());
        }
      }
    }
    return draws;
  }

  List<BytesRef> allowed(List<BytesRef> articles) throws IOException {
    Map<BytesRef, Integer> documents = KeyedArticles.of(articles, finder.getIndexReader());
    if (documents.isEmpty()) {
      return List.of();
    }
    Bits bits = bits();
    return documents.entrySet().stream()
        .filter(each -> bits.get(each.getValue()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
