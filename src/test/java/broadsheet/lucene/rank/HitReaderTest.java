package broadsheet.lucene.rank;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.lucene.TestIndex;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.snapshot.CommittedIndex;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import broadsheet.query.QueryParser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The second stage needs only those facts about hits that a list of them can supply. */
class HitReaderTest {

  private static final String[] WORDS =
      "harbour ferry tide fog council mayor bridge storm river market strike vote".split(" ");

  @TempDir private Path folder;
  private final Random random = new Random(5);

  private String sentence() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      text.append(WORDS[random.nextInt(WORDS.length)]).append(i % 10 == 9 ? ". " : " ");
    }
    return text.toString();
  }

  /** Some of them are reprints, and many have equal scores. */
  private List<Article> articles() {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      String text = sentence();
      articles.add(TestIndex.article("a" + i, text));
      if (i % 5 == 0) {
        articles.add(TestIndex.article("b" + i, text, "The ferry was late."));
      }
    }
    return articles;
  }

  /** Hits as parts of an archive send them: numbered by their place, with all that is needed. */
  private record Sent(
      List<BytesRef> ids, List<OptionalLong> families, Map<Integer, ForwardReader.Read> texts)
      implements HitReader {

    static Sent of(ScoreDoc[] hits, HitReader from) throws IOException {
      Sent sent = new Sent(new ArrayList<>(), new ArrayList<>(), new HashMap<>());
      Map<Integer, BytesRef> ids = from.ids(List.of(hits));
      for (ScoreDoc hit : hits) {
        ForwardReader.Read text = from.texts(hit.doc).get(hit.doc);
        sent.texts.put(sent.ids.size(), text);
        sent.ids.add(ids.get(hit.doc));
        sent.families.add(from.family(hit.doc));
      }
      return sent;
    }

    @Override
    public Map<Integer, BytesRef> ids(List<ScoreDoc> hits) {
      Map<Integer, BytesRef> known = new HashMap<>();
      hits.forEach(hit -> known.put(hit.doc, ids.get(hit.doc)));
      return known;
    }

    @Override
    public OptionalLong family(int hit) {
      return families.get(hit);
    }

    @Override
    public Map<Integer, ForwardReader.Read> texts(int... hits) {
      Map<Integer, ForwardReader.Read> known = new HashMap<>();
      Arrays.stream(hits).forEach(hit -> known.put(hit, texts.get(hit)));
      return known;
    }
  }

  /** Ids and scores in their new order. */
  private static List<String> told(ScoreDoc[] hits, HitReader reader) throws IOException {
    Map<Integer, BytesRef> ids = reader.ids(List.of(hits));
    return Arrays.stream(hits)
        .map(
            hit ->
                ids.getOrDefault(hit.doc, new BytesRef()).utf8ToString()
                    + " "
                    + Float.floatToIntBits(hit.score))
        .toList();
  }

  private static void compare(String query, ReaderSnapshot snapshot) throws IOException {
    SearchRequest request =
        new SearchRequest(
            QueryParser.parse(query, LocalDate.EPOCH).root(),
            Filters.none(),
            SortOrder.RELEVANCE,
            1,
            10);
    LanguageCompiler compiler = new LanguageCompiler(snapshot, Deadline.none());
    ScoreDoc[] hits = snapshot.search(compiler.compile(request.query()), 60).scoreDocs;
    HitReader reader = HitReader.of(snapshot);
    Sent sent = Sent.of(hits, reader);
    ScoreDoc[] numbered = new ScoreDoc[hits.length];
    for (int i = 0; i < hits.length; i++) {
      numbered[i] = new ScoreDoc(i, hits[i].score);
    }
    ScoreDoc[] ranked = Reranking.of(request, compiler, snapshot).of(hits);
    ScoreDoc[] ofList = Reranking.of(request, compiler, sent, snapshot.learnable()).of(numbered);
    assertThat(told(ofList, sent)).isEqualTo(told(ranked, reader));
    assertThat(told(ranked, reader)).as("%s is reranked", query).isNotEqualTo(told(hits, reader));
  }

  @Test
  void aListOfHitsIsRankedAsInTheIndexItself() {
    List<Article> articles = articles();
    Collections.shuffle(articles, random);
    TestIndex.build(folder, articles);
    try (CommittedIndex index = CommittedIndex.open(folder)) {
      index.read(
          snapshot -> {
            assertThat(snapshot.hasFamilies()).isTrue();
            compare("harbour ferry", snapshot);
            compare("mayor storm river", snapshot);
            compare("bridge market tide", snapshot);
            return snapshot;
          });
    }
  }
}
