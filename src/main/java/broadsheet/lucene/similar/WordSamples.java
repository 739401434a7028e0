package broadsheet.lucene.similar;

import broadsheet.engine.request.Contrast;
import broadsheet.engine.result.Completeness;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/** The port to samples of articles and their words, in one index or in all parts of an archive. */
public interface WordSamples {

  /** The sample of the hits of each part, and that of the articles they are compared with. */
  List<List<PartWords.Sample>> samples(Contrast contrast) throws IOException;

  /**
   * The words of articles in each part.
   *
   * @param within the ids of the hits
   * @param around the ids of the articles that they are compared with
   */
  List<PartWords> words(List<BytesRef> within, List<BytesRef> around) throws IOException;

  /**
   * The completeness of an answer.
   *
   * @param isInTime whether all of it was read before the time limit
   */
  Completeness completeness(boolean isInTime);
}
