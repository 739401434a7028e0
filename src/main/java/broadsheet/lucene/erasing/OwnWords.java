package broadsheet.lucene.erasing;

import broadsheet.lucene.reader.LiveTerms;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.util.BytesRef;

/** Tells which words only some articles have. For one use. */
public final class OwnWords {

  private final LiveTerms live;
  private final Set<Integer> documents;
  private final Set<String> fields = new TreeSet<>();

  /**
   * @param documents those of the articles
   */
  public OwnWords(IndexReader reader, Set<Integer> documents) {
    live = new LiveTerms(reader);
    this.documents = documents;
    for (FieldInfo field : FieldInfos.getMergedFieldInfos(reader)) {
      if (field.getIndexOptions() != IndexOptions.NONE) {
        fields.add(field.name);
      }
    }
  }

  /** Those of some words that they have, and no other article in any field. */
  public Set<String> among(Set<String> words) throws IOException {
    Set<String> own = new TreeSet<>();
    for (String word : words) {
      BytesRef term = new BytesRef(word);
      boolean isThere = !live.documents(IndexSchema.ALL_WORDS, term, 1).isEmpty();
      if (isThere && isOwn(IndexSchema.ALL_WORDS, term) && isOwn(term)) {
        own.add(word);
      }
    }
    return own;
  }

  private boolean isOwn(BytesRef term) throws IOException {
    for (String field : fields) {
      if (!isOwn(field, term)) {
        return false;
      }
    }
    return true;
  }

  private boolean isOwn(String field, BytesRef term) throws IOException {
    return documents.containsAll(live.documents(field, term, documents.size() + 1));
  }
}
