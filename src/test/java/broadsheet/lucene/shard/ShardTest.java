package broadsheet.lucene.shard;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.engine.RandomArchive;
import broadsheet.lucene.schema.ArticleDocument;
import broadsheet.lucene.schema.IndexedArticle;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.junit.jupiter.api.Test;

class ShardTest {

  @Test
  void everyFieldWithPostingsHasAnAnalyzer() {
    Set<String> fields = new TreeSet<>();
    for (Article article : RandomArchive.of(new Random(3), 40)) {
      IndexedArticle indexed = IndexedArticle.of("news.jsonl", article, 1).withId("other");
      for (IndexableField field : ArticleDocument.of(indexed)) {
        if (field.fieldType().indexOptions() != IndexOptions.NONE) {
          fields.add(field.name());
        }
      }
    }
    assertThat(fields).hasSizeGreaterThan(15);
    assertThat(Shard.analyzers()).containsKeys(fields.toArray(String[]::new));
  }
}
