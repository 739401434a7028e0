package broadsheet.lucene.proximity;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.lucene.furniture.RunZones;
import broadsheet.lucene.schema.ArticleDocument;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.lucene.schema.Lineage;
import broadsheet.lucene.schema.RecordPlace;
import broadsheet.names.Candidates;
import broadsheet.names.Mention;
import broadsheet.names.NameKind;
import broadsheet.names.NamedPart;
import broadsheet.query.Reach;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mentions of names in a body of several paragraphs, found by few forms and by many. */
class MentionCursorTest {

  private static final String NAME = "Mary Ann Harbour";

  private final Directory directory = new ByteBuffersDirectory();

  @BeforeEach
  void index() throws IOException {
    try (IndexWriter writer =
        new IndexWriter(directory, new IndexWriterConfig(IndexSchema.analyzer()))) {
      add(
          writer,
          "near",
          "It rained.",
          "* * *",
          "The mayor, Mary Ann Harbour, resigned. She left.");
      add(writer, "far", "Mary Ann Harbour spoke.", "Nobody resigned.");
      add(writer, "none", "The mayor of another town resigned.");
      add(writer, "twice", "Mary Ann Harbour and Mary Ann Harbour: one of them resigned.");
    }
  }

  private static void add(IndexWriter writer, String id, String... paragraphs) throws IOException {
    Article article =
        Article.withId(id).title("News").paragraphs(List.of(paragraphs)).language("en").build();
    String body = NamedPart.BODY.of(article);
    List<Mention> mentions = new ArrayList<>();
    for (int at = body.indexOf(NAME); at >= 0; at = body.indexOf(NAME, at + 1)) {
      mentions.add(
          new Mention(NamedPart.BODY, at, at + NAME.length(), 0, Optional.of(NameKind.PERSON), 0));
    }
    Candidates names =
        mentions.isEmpty() ? Candidates.NONE : new Candidates(List.of(NAME), List.of(0), mentions);
    RecordPlace place = RecordPlace.of("/test", article, 1);
    writer.addDocument(
        ArticleDocument.of(
            new IndexedArticle(article, List.of(place), 0, 0, Lineage.NONE, names, RunZones.NONE)));
  }

  @AfterEach
  void close() throws IOException {
    directory.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1_000})
  void mentionsArePairedWithWordsByWholeNames(int others) throws IOException {
    Set<String> forms =
        IntStream.range(0, others).mapToObj(i -> "Other " + i).collect(Collectors.toSet());
    forms.add(NAME);
    Occurrences name =
        new Occurrences.Mentions(forms, new TermQuery(new Term(IndexSchema.NAME_FORM, NAME)));
    Occurrences word = new Occurrences.Unit(new TermQuery(new Term("body", "resigned")));
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      assertThat(found(searcher, near(name, word, 1))).containsExactly("near");
      assertThat(found(searcher, near(name, word, 5))).containsOnly("near", "far", "twice");
      assertThat(found(searcher, new OccurrenceQuery.Part("body", name))).hasSize(3);
      OccurrenceQuery twice =
          new OccurrenceQuery(
              List.of(new OccurrenceQuery.Part("body", name)), 2, name.candidates());
      assertThat(searcher.count(twice)).isEqualTo(1);
      assertThat(marks(searcher, near(name, word, 1), 0)).containsExactly("28-44");
    }
  }

  private static OccurrenceQuery.Part near(Occurrences name, Occurrences word, int most) {
    Reach reach = new Reach.Words(most, false);
    return new OccurrenceQuery.Part(
        "body", new Occurrences.Having(name, word, new Occurrences.Side(reach, true)));
  }

  private static List<String> found(IndexSearcher searcher, OccurrenceQuery.Part part)
      throws IOException {
    List<String> ids = new ArrayList<>();
    for (var hit : searcher.search(query(part), 10).scoreDocs) {
      ids.add(searcher.storedFields().document(hit.doc).get(IndexSchema.ID));
    }
    return ids;
  }

  private static OccurrenceQuery query(OccurrenceQuery.Part part) {
    return OccurrenceQuery.of(part.field(), part.occurrences());
  }

  /** The first word of each occurrence, which is the name here. */
  private static List<String> marks(IndexSearcher searcher, OccurrenceQuery.Part part, int document)
      throws IOException {
    var weight = searcher.createWeight(searcher.rewrite(query(part)), ScoreMode.COMPLETE, 1f);
    var leaf = searcher.getIndexReader().leaves().getFirst();
    MatchesIterator each = weight.matches(leaf, document).getMatches("body");
    List<String> marks = new ArrayList<>();
    while (each.next()) {
      MatchesIterator words = each.getSubMatches();
      words.next();
      marks.add(words.startOffset() + "-" + words.endOffset());
    }
    return marks;
  }
}
