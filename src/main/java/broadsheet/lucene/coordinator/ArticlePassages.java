package broadsheet.lucene.coordinator;

import broadsheet.engine.EmbeddingModels;
import broadsheet.engine.EngineException;
import broadsheet.engine.request.VersionScope;
import broadsheet.lucene.part.PartQuestion;
import broadsheet.lucene.semantic.PassageArticle;
import broadsheet.lucene.semantic.PassageFields;
import broadsheet.lucene.semantic.VectorPassage;
import broadsheet.lucene.shard.PassageQuestion;
import broadsheet.lucene.shard.ShippedDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.util.BytesRef;

/** The articles of an archive in shards, and their passages in an index of their own. */
final class ArticlePassages {

  private final String name = UUID.randomUUID().toString();
  private final ShardedReads reads;
  private final ArchiveSource source;
  private final PassageTarget target;

  ArticlePassages(ArchiveSource source, PassageTarget target) {
    this.source = source;
    this.target = target;
    reads = new ShardedReads(source, EmbeddingModels::installed, ShardedVectors.PATIENCE);
  }

  /**
   * The answers of all shards of the archive, about all versions of articles.
   *
   * @throws EngineException when one of them does not answer
   */
  <A> List<A> archive(PartQuestion<A> question) {
    return reads.read(
        false,
        VersionScope.ALL,
        1,
        parts -> {
          List<A> answers = parts.ask(question);
          if (!parts.isWhole()) {
            throw new EngineException("A part of the archive does not answer. Try again later.");
          }
          return answers;
        });
  }

  /** The answers of all shards of the passages. */
  <A> List<A> ask(PassageQuestion<A> question) {
    return PassageShards.of(source.current().shards(), target.index())
        .ask(question, name, ShardedVectors.PATIENCE);
  }

  /** The articles with passages, an article's all being on one shard. */
  List<PassageArticle> kept(PassageQuestion<List<PassageArticle>> question) {
    return ask(question).stream().flatMap(List::stream).toList();
  }

  /** Writes the passages of articles unless they are there. */
  void write(List<VectorPassage> passages) {
    target.write(
        passages.stream()
            .map(ShippedDocument.OfPassage::new)
            .map(
                sent ->
                    new PassageTarget.Change(sent.key(), sent.home(), Optional.of(sent.bytes())))
            .iterator());
  }

  /** Deletes the passages of articles. */
  void delete(PassageFields fields, List<PassageArticle> articles) {
    target.write(articles.stream().flatMap(article -> deletions(fields, article)).iterator());
  }

  private static Stream<PassageTarget.Change> deletions(
      PassageFields fields, PassageArticle article) {
    String home = ShippedDocument.OfPassage.home(article.article());
    return IntStream.range(0, article.passages())
        .mapToObj(number -> ShippedDocument.OfPassage.key(home, fields, number))
        .map(id -> new PassageTarget.Change(id, home, Optional.empty()));
  }

  /** Deletes the passages of a model. */
  void deleteAll(String description) {
    PassageFields fields = PassageFields.of(description);
    for (BytesRef start : slices(true)) {
      delete(fields, kept(new PassageQuestion.OfSlice(fields, start)));
    }
    refresh();
  }

  /** Lets searches, and other programs, find all that was written. */
  void refresh() {
    target.refresh();
  }

  /**
   * The beginnings of fingerprints by which the articles are divided into slices.
   *
   * @param areMany whether there are too many articles for one slice
   */
  static List<BytesRef> slices(boolean areMany) {
    if (!areMany) {
      return List.of(new BytesRef());
    }
    List<BytesRef> slices = new ArrayList<>();
    for (int first = 0; first < 1 << Byte.SIZE; first++) {
      slices.add(new BytesRef(new byte[] {(byte) first}));
    }
    return slices;
  }
}
