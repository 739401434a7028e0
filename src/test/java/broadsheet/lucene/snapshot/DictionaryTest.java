package broadsheet.lucene.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.lucene.TestIndex;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.schema.IndexSchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.Operations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive in one index or in three parts is the same archive. */
class DictionaryTest {

  private static final int ARTICLES = 60;

  private static final CompiledAutomaton TIDES =
      new CompiledAutomaton(
          WildcardQuery.toAutomaton(
              new Term("", "tide*"), Operations.DEFAULT_DETERMINIZE_WORK_LIMIT));

  @TempDir private Path folder;

  /** Words that three articles have, and the even ones a fourth as well. */
  private static List<Article> articles() {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < ARTICLES; i++) {
      StringBuilder text = new StringBuilder("The harbour");
      for (int word = i; word < i + 3; word++) {
        text.append(" tide").append(letters(word % ARTICLES));
      }
      text.append(i % 2 == 0 ? " tide" + letters((i + 30) % ARTICLES) : "").append('.');
      articles.add(TestIndex.article("a" + i, text.toString()));
    }
    Collections.shuffle(articles, new Random(7));
    return articles;
  }

  private static String letters(int number) {
    return "" + (char) ('a' + number / 10) + (char) ('k' + number % 10);
  }

  private interface Looking {
    void at(Dictionary dictionary) throws Exception;
  }

  private void look(Looking looking) throws Exception {
    List<Article> articles = articles();
    TestIndex.build(folder.resolve("whole"), articles);
    for (int part = 0; part < 3; part++) {
      TestIndex.build(folder.resolve("part" + part), articles.subList(part * 20, (part + 1) * 20));
    }
    try (DirectoryReader whole = reader("whole");
        MultiReader parts = new MultiReader(reader("part0"), reader("part1"), reader("part2"))) {
      looking.at(new ReaderDictionary(whole));
      looking.at(new ReaderDictionary(parts));
    }
  }

  private DirectoryReader reader(String name) throws Exception {
    return DirectoryReader.open(FSDirectory.open(folder.resolve(name)));
  }

  @Test
  void ofWordsAsFrequentAsTheLastTheFirstInTheAlphabetAreTaken() throws Exception {
    List<List<BytesRef>> taken = new ArrayList<>();
    look(
        dictionary -> {
          TermExpansion words =
              dictionary.expansion(new TermExpansion.Wanted(TIDES, 1, 40), "body", Deadline.none());
          assertThat(words.isCut()).isTrue();
          taken.add(words.terms().stream().sorted().toList());
        });
    assertThat(taken.get(0)).hasSize(40).isEqualTo(taken.get(1));
    // the 30 even ones are more frequent; of the odd ones come the first ten
    assertThat(taken.get(0).stream().map(BytesRef::utf8ToString))
        .contains("tideal", "tidebt")
        .doesNotContain("tideff", "tidecv");
  }

  @Test
  void beginningsTiesAndCountsAreThoseOfTheWholeArchive() throws Exception {
    List<Object> known = new ArrayList<>();
    look(
        dictionary ->
            known.add(
                List.of(
                    dictionary.beginningWith(IndexSchema.ALL_WORDS, "tide", 35),
                    dictionary.documents(new Term(IndexSchema.ALL_WORDS, "harbour")),
                    dictionary.documents(),
                    dictionary.languages(),
                    String.valueOf(dictionary.statistics("body")))));
    assertThat(known.get(0)).isEqualTo(known.get(1));
  }
}
