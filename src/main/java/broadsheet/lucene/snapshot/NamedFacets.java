package broadsheet.lucene.snapshot;

import broadsheet.lucene.facets.Facets;
import broadsheet.lucene.names.FoundNames;
import broadsheet.lucene.reader.ReadOnce;
import broadsheet.names.NameCorrection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.jspecify.annotations.Nullable;

/**
 * The names found in a state of the index, with corrections, and the values of its facets, which
 * depend on them. Both are read at the first call. Thread-safe.
 */
final class NamedFacets {

  private final DirectoryReader reader;
  private final List<NameCorrection> corrections;
  private final ReadOnce<FoundNames> names;
  private final ReadOnce<Facets> facets;

  /** The same with the corrections asked for last. */
  private volatile @Nullable NamedFacets corrected;

  NamedFacets(DirectoryReader reader, List<NameCorrection> corrections) {
    this.reader = reader;
    this.corrections = corrections;
    names = new ReadOnce<>(() -> FoundNames.of(reader, corrections));
    facets = new ReadOnce<>(() -> new Facets(reader.leaves(), names.get()));
  }

  /** The same with other corrections. */
  NamedFacets with(List<NameCorrection> others) {
    if (others.equals(corrections) || !names().isDecided()) {
      return this;
    }
    NamedFacets known = corrected;
    if (known == null || !known.corrections.equals(others)) {
      known = new NamedFacets(reader, others);
      corrected = known;
    }
    return known;
  }

  List<NameCorrection> corrections() {
    return corrections;
  }

  FoundNames names() {
    try {
      return names.get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ReadOnce<Facets> facets() {
    return facets;
  }
}
