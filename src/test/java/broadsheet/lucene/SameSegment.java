package broadsheet.lucene;

import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReader;

/** Changes what can be read of a segment, which caches take for the segment itself. */
public abstract class SameSegment extends FilterLeafReader {

  protected SameSegment(LeafReader segment) {
    super(segment);
  }

  @Override
  public CacheHelper getCoreCacheHelper() {
    return in.getCoreCacheHelper();
  }

  @Override
  public CacheHelper getReaderCacheHelper() {
    return in.getReaderCacheHelper();
  }
}
