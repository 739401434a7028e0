package broadsheet.lucene.snapshot;

import broadsheet.lucene.reader.ReadOnce;
import broadsheet.lucene.schema.IndexFormat;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfos;

/**
 * The data of a state of the index that does not depend on who sees it. Immutable.
 *
 * @param hasFamilies whether any article has ever had a reprint
 */
record StateData(
    IndexFormat format,
    Dictionary dictionary,
    ArticleLanguages languages,
    boolean hasFamilies,
    NamedFacets named,
    ReadOnce<GroupNumbers> families) {

  /** Reads it from a reader of the whole state. */
  static StateData of(DirectoryReader reader, IndexFormat format) throws IOException {
    Dictionary dictionary = new ReaderDictionary(reader);
    return new StateData(
        format,
        dictionary,
        dictionary.languages(),
        FieldInfos.getMergedFieldInfos(reader).fieldInfo(IndexSchema.FAMILY) != null,
        new NamedFacets(reader, List.of()),
        new ReadOnce<>(() -> new GroupNumbers(reader.leaves())));
  }

  /** The same as a part of an archive whose dictionary is given, with other names. */
  StateData with(Dictionary whole, NamedFacets others) throws IOException {
    return new StateData(format, whole, whole.languages(), hasFamilies, others, families);
  }
}
