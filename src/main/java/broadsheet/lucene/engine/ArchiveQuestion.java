package broadsheet.lucene.engine;

import broadsheet.engine.IndexSummary;
import broadsheet.engine.result.Coverage;
import broadsheet.engine.result.FacetCount;
import broadsheet.lucene.part.IndexPart;
import broadsheet.lucene.part.PartQuestion;
import broadsheet.lucene.snapshot.PartCoverage;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import java.io.IOException;
import java.util.List;

/**
 * A question about a part as a whole. Immutable.
 *
 * @param <A> the answer
 */
public sealed interface ArchiveQuestion<A> extends PartQuestion<A> {

  /** Answers it from the part. */
  A answer(ReaderSnapshot part) throws IOException;

  @Override
  default A answer(IndexPart part) throws IOException {
    return answer(part.own());
  }

  /** Asks for the summary of a part: its articles, dates and languages. */
  record SummaryQuestion() implements ArchiveQuestion<IndexSummary> {
    @Override
    public IndexSummary answer(ReaderSnapshot part) throws IOException {
      return part.summary();
    }
  }

  /** Asks for the outlets of a part, with the number of their articles. */
  record SourcesQuestion() implements ArchiveQuestion<List<FacetCount>> {
    @Override
    public List<FacetCount> answer(ReaderSnapshot part) throws IOException {
      return PartCoverage.sources(part);
    }
  }

  /** Asks for the months that a part covers, by these outlets. */
  record CoverageQuestion(List<String> sources) implements ArchiveQuestion<Coverage> {
    @Override
    public Coverage answer(ReaderSnapshot part) throws IOException {
      return PartCoverage.of(part, sources);
    }
  }

  /** Asks for the months that the only part covers, by its most frequent outlets. */
  record WholeCoverageQuestion() implements ArchiveQuestion<Coverage> {
    @Override
    public Coverage answer(ReaderSnapshot part) throws IOException {
      return part.coverage();
    }
  }
}
