package broadsheet.lucene.shard;

import broadsheet.engine.IndexSummary;
import broadsheet.engine.request.Contrast;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.Coverage;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.SpokenWords;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.LedgerTotals;
import broadsheet.ledger.Outcome;
import broadsheet.ledger.Source;
import broadsheet.lucene.facts.Fact;
import broadsheet.lucene.facts.Lookup;
import broadsheet.lucene.mark.ArticleSearch;
import broadsheet.lucene.names.FoundNames;
import broadsheet.lucene.similar.PartWords;
import broadsheet.lucene.similar.ReaderSamples;
import broadsheet.lucene.snapshot.PartCoverage;
import broadsheet.lucene.suggest.PlacesWanted;
import broadsheet.lucene.suggest.PrintedPlaces;
import broadsheet.names.Name;
import broadsheet.names.NameEntry;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.util.BytesRef;

/**
 * A question about a shard as a whole: its terms, its samples, its ledger. Immutable.
 *
 * @param <A> the answer
 */
public sealed interface ArchiveQuestion<A> extends Question<A> {

  /**
   * Facts about the terms of a shard, in the order of the lookups.
   *
   * @param times see {@link broadsheet.lucene.facts.PartFacts#of}
   */
  record OfFacts(List<Lookup> lookups, int times) implements ArchiveQuestion<List<Fact>> {
    @Override
    public List<Fact> answer(ShardWork shard) throws IOException {
      return shard.facts(lookups, times);
    }
  }

  /** A sample of the places where a text is printed. */
  record OfDrawnPlaces(PlacesWanted wanted) implements ArchiveQuestion<List<PrintedPlaces.Drawn>> {
    @Override
    public List<PrintedPlaces.Drawn> answer(ShardWork shard) throws IOException {
      return PrintedPlaces.of(wanted, shard.own());
    }
  }

  /** Samples of hits, and of the articles they are compared with. */
  record OfSamples(QueryNode query, Filters filters, Contrast contrast)
      implements ArchiveQuestion<List<PartWords.Sample>> {
    @Override
    public List<PartWords.Sample> answer(ShardWork shard) throws IOException {
      return new ReaderSamples(query, filters, shard.budget()).samples(contrast).getFirst();
    }
  }

  /** The words of these samples. */
  record OfTally(QueryNode query, Filters filters, List<BytesRef> within, List<BytesRef> around)
      implements ArchiveQuestion<PartWords> {
    @Override
    public PartWords answer(ShardWork shard) throws IOException {
      return new ReaderSamples(query, filters, shard.budget()).words(within, around).getFirst();
    }
  }

  /** The summary of a shard: its articles, dates and languages. */
  record OfSummary() implements ArchiveQuestion<IndexSummary> {
    @Override
    public IndexSummary answer(ShardWork shard) throws IOException {
      return shard.own().summary();
    }
  }

  /** The decision on a name, which every shard holds. */
  record OfName(Name name) implements ArchiveQuestion<Optional<NameEntry>> {
    @Override
    public Optional<NameEntry> answer(ShardWork shard) throws IOException {
      return shard.budget().snapshot().names().table().of(name);
    }
  }

  /** The digest of all names, which every shard holds. */
  record OfNamesDigest() implements ArchiveQuestion<String> {
    @Override
    public String answer(ShardWork shard) throws IOException {
      return shard.budget().snapshot().names().digest();
    }
  }

  /** The names with a given beginning, by the facet that counts them; every shard holds them. */
  record OfBeginning(String typed, boolean isWithin, int most)
      implements ArchiveQuestion<Map<FacetField, List<NameEntry>>> {
    @Override
    public Map<FacetField, List<NameEntry>> answer(ShardWork shard) throws IOException {
      FoundNames names = shard.budget().snapshot().names();
      Map<FacetField, List<NameEntry>> beginning = new EnumMap<>(FacetField.class);
      for (FacetField facet : FacetField.KEYWORDS) {
        beginning.put(facet, names.beginning(facet, typed, isWithin, most));
      }
      return beginning;
    }
  }

  /** The quotes of a speaker in some articles. */
  record OfQuotes(Name speaker, List<String> ids) implements ArchiveQuestion<List<SpokenWords>> {
    @Override
    public List<SpokenWords> answer(ShardWork shard) throws IOException {
      return ArticleSearch.quotes(speaker, ids, shard.budget().snapshot());
    }
  }

  /** The outlets of a shard, with the number of their articles. */
  record OfSources() implements ArchiveQuestion<List<FacetCount>> {
    @Override
    public List<FacetCount> answer(ShardWork shard) throws IOException {
      return PartCoverage.sources(shard.own());
    }
  }

  /** The months that a shard covers, by these outlets. */
  record OfCoverage(List<String> sources) implements ArchiveQuestion<Coverage> {
    @Override
    public Coverage answer(ShardWork shard) throws IOException {
      return PartCoverage.of(shard.own(), sources);
    }
  }

  /** The totals of the ledger. */
  record OfTotals() implements ArchiveQuestion<LedgerTotals> {
    @Override
    public LedgerTotals answer(ShardWork shard) throws IOException {
      return shard.ledger().totals();
    }
  }

  /** The number of articles with a location in each source. */
  record OfOrigins(List<Source> sources) implements ArchiveQuestion<List<Long>> {
    @Override
    public List<Long> answer(ShardWork shard) throws IOException {
      return shard.ledger().articles(sources);
    }
  }

  /** The number of records with each reason for an outcome. */
  record OfReasons(Outcome outcome) implements ArchiveQuestion<Map<String, Long>> {
    @Override
    public Map<String, Long> answer(ShardWork shard) throws IOException {
      return shard.ledger().reasons(outcome);
    }
  }

  /** The first entries of the ledger with an outcome. */
  record OfEntries(Outcome outcome, int most) implements ArchiveQuestion<List<LedgerEntry>> {
    @Override
    public List<LedgerEntry> answer(ShardWork shard) throws IOException {
      return shard.ledger().entries(outcome, 0, most);
    }
  }

  /** The first files of the ledger after a path. */
  record OfFiles(String after, int most) implements ArchiveQuestion<List<FileRecord>> {
    @Override
    public List<FileRecord> answer(ShardWork shard) throws IOException {
      return shard.ledger().files(after, 0, most);
    }
  }
}
