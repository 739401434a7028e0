package broadsheet.lucene.index;

import broadsheet.lucene.reader.LiveTerms;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.IndexedArticle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.util.BytesRef;

/**
 * Gives each article a unique id. If several articles claim one id, the first by location gets it,
 * of those without a later version if there are any; the others get it with the lowest number that
 * nobody claims: {@code id~2}, {@code id~3}.
 */
final class IdClaims {

  private static final Pattern NUMBERED = Pattern.compile("(.+)~\\d+", Pattern.DOTALL);

  private static final Comparator<IndexedArticle> ORDER =
      Comparator.<IndexedArticle, Boolean>comparing(article -> article.lineage().isSuperseded())
          .thenComparing(IndexedArticle::first);

  private final IndexReader reader;
  private final LiveTerms live;
  private final DocumentRewriter rewriting;

  IdClaims(IndexReader reader, DocumentRewriter rewriting) {
    this.reader = reader;
    this.live = new LiveTerms(reader);
    this.rewriting = rewriting;
  }

  void settle(ChangeSet touched) throws IOException {
    if (touched.isAll()) {
      settleAll();
      return;
    }
    for (String claim : withBases(touched.claims())) {
      settle(claim);
    }
  }

  /** Settles the ids that several articles have, or that some article asks for without having. */
  private void settleAll() throws IOException {
    live.eachShared(
        IndexSchema.ID, Integer.MAX_VALUE, (term, _) -> settleWithBase(term.utf8ToString()));
    live.eachWithPrefix(
        IndexSchema.CLAIM,
        "",
        (term, _) -> {
          String claim = term.utf8ToString();
          if (!isShared(claim)) {
            settleWithBase(claim);
          }
        });
  }

  private boolean isShared(String id) throws IOException {
    return live.documents(IndexSchema.ID, new BytesRef(id), 2).size() > 1;
  }

  /** Settles a contested id, and the one without its number if it is not contested itself. */
  private void settleWithBase(String claim) throws IOException {
    settle(claim);
    Matcher numbered = NUMBERED.matcher(claim);
    if (numbered.matches()) {
      String base = numbered.group(1);
      boolean isAsked = !live.documents(IndexSchema.CLAIM, new BytesRef(base), 1).isEmpty();
      if (!isAsked && !isShared(base)) {
        settle(base);
      }
    }
  }

  /**
   * Adds the id without its number: an article that asks for {@code id~2} takes it from one to
   * which it was assigned.
   */
  private static Set<String> withBases(Set<String> claims) {
    Set<String> all = new TreeSet<>(claims);
    for (String claim : claims) {
      Matcher numbered = NUMBERED.matcher(claim);
      if (numbered.matches()) {
        all.add(numbered.group(1));
      }
    }
    return all;
  }

  private void settle(String claim) throws IOException {
    int number = 0;
    for (IndexedArticle article : claimants(claim)) {
      number = next(claim, number);
      String id = numbered(claim, number);
      if (!article.article().id().equals(id)) {
        rewriting.replace(List.of(article), article.withId(id));
      }
    }
  }

  /** The next number whose numbered id no article asks for. */
  private int next(String claim, int number) throws IOException {
    int next = number + 1;
    while (next > 1 && !claimants(numbered(claim, next)).isEmpty()) {
      next++;
    }
    return next;
  }

  private static String numbered(String claim, int number) {
    return number == 1 ? claim : claim + "~" + number;
  }

  /** The articles that ask for an id, in the order in which they get it. */
  private List<IndexedArticle> claimants(String claim) throws IOException {
    List<Integer> documents =
        Stream.of(live.documents(IndexSchema.ID, claim), live.documents(IndexSchema.CLAIM, claim))
            .flatMap(List::stream)
            .distinct()
            .toList();
    List<IndexedArticle> claimants = new ArrayList<>();
    for (int document : documents) {
      IndexedArticle article = DocumentRewriter.read(reader, document);
      if (article.first().claim().equals(claim)) {
        claimants.add(article);
      }
    }
    claimants.sort(ORDER);
    return claimants;
  }
}
