package broadsheet.lucene.shards;

import broadsheet.engine.Engine;
import broadsheet.engine.SearchEngine;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.schema.IndexFormat;
import broadsheet.lucene.snapshot.GatheredDictionary;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * One generation of an archive, opened. Thread-safe.
 *
 * @param shards each over its own articles, with the dictionary of all
 * @param client over no article, with the same dictionary
 * @param engines the shards as ordinary archives, for what needs no statistics
 */
record ShardedArchive(
    long generation, List<ReaderSnapshot> shards, ReaderSnapshot client, List<SearchEngine> engines)
    implements AutoCloseable {

  static ShardedArchive open(long generation, List<Path> folders) throws IOException {
    List<DirectoryReader> readers = new ArrayList<>();
    List<SearchEngine> engines = new ArrayList<>();
    for (Path folder : folders) {
      readers.add(DirectoryReader.open(FSDirectory.open(folder)));
      engines.add(LuceneSearchEngine.open(folder, Engine.TIME_LIMIT));
    }
    Map<String, String> data = readers.getFirst().getIndexCommit().getUserData();
    IndexFormat format = IndexFormat.of(data, folders.getFirst());
    GatheredDictionary dictionary = GatheredDictionary.of(readers);
    List<ReaderSnapshot> shards = new ArrayList<>();
    for (DirectoryReader reader : readers) {
      shards.add(dictionary.part(reader, format));
    }
    ReaderSnapshot client = dictionary.part(nothing(), format);
    return new ShardedArchive(generation, List.copyOf(shards), client, engines);
  }

  private static DirectoryReader nothing() throws IOException {
    Directory directory = new ByteBuffersDirectory();
    new IndexWriter(directory, new IndexWriterConfig()).close();
    return DirectoryReader.open(directory);
  }

  @Override
  public void close() throws IOException {
    engines.forEach(SearchEngine::close);
    for (ReaderSnapshot shard : shards) {
      DirectoryReader reader = (DirectoryReader) shard.getIndexReader();
      reader.close();
      reader.directory().close();
    }
    client.getIndexReader().close();
  }
}
