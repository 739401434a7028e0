package broadsheet.lucene.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.lucene.limits.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.junit.jupiter.api.Test;

class MostFrequentTermsTest {

  private static final String FIELD = "body";
  private static final String NUMBER = "number";

  @Test
  void deletedArticlesDoNotDecideWhichWordsAPatternMeans() {
    Seeds.each(Seeds.orAsked(30), MostFrequentTermsTest::check);
  }

  private static void check(Random random) {
    List<List<String>> articles = articles(random);
    List<Integer> deleted = new ArrayList<>();
    int every = 2 + random.nextInt(20);
    for (int i = 0; i < articles.size(); i++) {
      if (random.nextInt(every) == 0) {
        deleted.add(i);
      }
    }
    List<List<String>> others = new ArrayList<>();
    for (int i = 0; i < articles.size(); i++) {
      if (!deleted.contains(i)) {
        others.add(articles.get(i));
      }
    }
    int most = random.nextInt(10) == 0 ? Integer.MAX_VALUE - 1 : 1 + random.nextInt(30);
    TermExpansion updated = expansion(articles, deleted, most);
    TermExpansion rebuilt = expansion(others, List.of(), most);
    if (rebuilt.isCut()) {
      assertThat(updated).isEqualTo(rebuilt);
    } else {
      assertThat(updated.terms()).containsAll(rebuilt.terms());
    }
  }

  /** Some words are in many articles, and most in few. */
  private static List<List<String>> articles(Random random) {
    List<List<String>> articles = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      List<String> words = new ArrayList<>();
      for (int word = random.nextInt(12); word > 0; word--) {
        words.add("w" + random.nextInt(1 + random.nextInt(120)));
      }
      articles.add(words);
    }
    return articles;
  }

  private static TermExpansion expansion(
      List<List<String>> articles, List<Integer> deleted, int most) {
    IndexWriterConfig config = new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE);
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, config)) {
      for (int i = 0; i < articles.size(); i++) {
        Document document = new Document();
        document.add(new StringField(NUMBER, "" + i, Field.Store.NO));
        articles.get(i).stream()
            .distinct()
            .forEach(word -> document.add(new StringField(FIELD, word, Field.Store.NO)));
        writer.addDocument(document);
        if (i % 70 == 69) {
          writer.flush();
        }
      }
      for (int number : deleted) {
        writer.deleteDocuments(new Term(NUMBER, "" + number));
      }
      try (DirectoryReader reader = DirectoryReader.open(writer)) {
        CompiledAutomaton any = new CompiledAutomaton(Automata.makeAnyString(), false, true);
        return TermExpansion.of(
            new TermExpansion.Wanted(any, 1, most), FIELD, reader, Deadline.none());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
