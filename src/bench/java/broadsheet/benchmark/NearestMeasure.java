package broadsheet.benchmark;

import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.semantic.NearPassage;
import broadsheet.lucene.semantic.PassageFields;
import broadsheet.lucene.semantic.PassageSearch;
import broadsheet.lucene.semantic.PassageVector;
import broadsheet.lucene.semantic.VectorPassage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * Measures the share of the nearest passages that a search by meaning finds, and its time, over
 * random vectors in clusters: {@code -Dvectors}, {@code -Dclusters}, {@code -Dshards} and {@code
 * -Dqueries}. Each vector is made anew from its number, so that none need be kept in memory.
 */
public final class NearestMeasure {

  private static final int VECTORS = Integer.getInteger("vectors", 200_000);
  private static final int CLUSTERS = Integer.getInteger("clusters", Math.max(1, VECTORS / 1_000));
  private static final int SHARDS = Integer.getInteger("shards", 3);
  private static final int QUERIES = Integer.getInteger("queries", 200);
  private static final int DIMENSIONS = 384;

  /** The distance of vectors from the centres of their clusters, beside that of the centres. */
  private static final float SPREAD = 0.7f;

  private static final int NEAREST = 100;

  /** The passages that a search asks each shard for. */
  private static final int ASKED = 300;

  private static final PassageFields FIELDS = PassageFields.of("random");

  private NearestMeasure() {}

  /** A vector by its number; negative numbers are queries. */
  private static float[] vector(int number) {
    Random own = random(number);
    float[] vector = gaussian(random(Integer.MIN_VALUE + own.nextInt(CLUSTERS)), 1);
    float[] noise = gaussian(own, SPREAD);
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] += noise[i];
    }
    return vector;
  }

  /** Numbers one after the other get unlike seeds. */
  private static Random random(int number) {
    return new Random(number * 0x9E3779B97F4A7C15L);
  }

  private static float[] gaussian(Random random, float scale) {
    float[] vector = new float[DIMENSIONS];
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] = scale * (float) random.nextGaussian();
    }
    return vector;
  }

  /** A vector and its likeness to a query. */
  private record Near(int number, double likeness) {}

  /** Measures. */
  public static void main(String[] args) throws IOException {
    Path folder = BenchmarkCorpus.newFolder();
    long started = System.nanoTime();
    for (int shard = 0; shard < SHARDS; shard++) {
      write(shard, folder.resolve("shard" + shard));
    }
    double seconds = (System.nanoTime() - started) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%,d vectors of %d dimensions in %,d clusters, %d shards: written in %.0f s, %.2f kB"
            + " each%n",
        VECTORS,
        DIMENSIONS,
        CLUSTERS,
        SHARDS,
        seconds,
        size(folder) / 1e3 / VECTORS);
    List<DirectoryReader> shards = new ArrayList<>();
    for (int shard = 0; shard < SHARDS; shard++) {
      shards.add(DirectoryReader.open(FSDirectory.open(folder.resolve("shard" + shard))));
    }
    System.out.printf("%s segments%n", shards.stream().mapToInt(s -> s.leaves().size()).sum());
    search(shards, 0); // warms up
    search(shards, QUERIES);
  }

  private static void write(int shard, Path folder) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(IndexSchema.analyzer()).setRAMBufferSizeMB(64);
    try (IndexWriter writer = new IndexWriter(FSDirectory.open(folder), config)) {
      for (int number = shard; number < VECTORS; number += SHARDS) {
        Optional<BytesRef> bytes = Optional.of(PassageVector.of(vector(number)));
        writer.addDocument(new VectorPassage(FIELDS, key(number), 0, 1, 0, 0, bytes).document());
      }
    }
  }

  private static BytesRef key(int number) {
    return new BytesRef(ByteBuffer.allocate(16).putInt(number).array());
  }

  private static double size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToDouble(file -> file.toFile().length()).sum();
    }
  }

  private static void search(List<DirectoryReader> shards, int first) throws IOException {
    List<Set<Integer>> found = new ArrayList<>();
    long[] nanos = new long[QUERIES];
    for (int query = 0; query < QUERIES; query++) {
      BytesRef vector = PassageVector.of(vector(-1 - first - query));
      PassageSearch search = new PassageSearch(FIELDS, vector, ASKED, -1);
      long started = System.nanoTime();
      List<NearPassage> near = new ArrayList<>();
      for (DirectoryReader shard : shards) {
        near.addAll(search.among(Optional.empty(), shard, () -> false));
      }
      near.sort(NearPassage.ORDER);
      nanos[query] = System.nanoTime() - started;
      found.add(new HashSet<>(near.stream().limit(NEAREST).map(n -> number(n.article())).toList()));
    }
    if (first > 0) {
      Arrays.sort(nanos);
      System.out.printf(
          Locale.ROOT,
          "a query, its shards one after the other: p50 %.1f ms, p99 %.1f ms%n",
          nanos[QUERIES / 2] / 1e6,
          nanos[QUERIES * 99 / 100] / 1e6);
      System.out.printf(
          Locale.ROOT,
          "recall at %d, of the nearest by floats: %.4f%n",
          NEAREST,
          recall(found, first));
    }
  }

  private static int number(BytesRef key) {
    return ByteBuffer.wrap(key.bytes, key.offset, Integer.BYTES).getInt();
  }

  /** The share of the nearest that was found, looking at all vectors as they were made. */
  private static double recall(List<Set<Integer>> found, int first) {
    List<float[]> queries =
        IntStream.range(0, QUERIES).mapToObj(query -> vector(-1 - first - query)).toList();
    List<PriorityQueue<Near>> nearest = new ArrayList<>();
    queries.forEach(
        _ -> nearest.add(new PriorityQueue<>(Comparator.comparingDouble(Near::likeness))));
    for (int number = 0; number < VECTORS; number++) {
      float[] vector = vector(number);
      double length = Math.sqrt(product(vector, vector));
      for (int query = 0; query < QUERIES; query++) {
        PriorityQueue<Near> best = nearest.get(query);
        double likeness = product(vector, queries.get(query)) / length;
        if (best.size() < NEAREST) {
          best.add(new Near(number, likeness));
        } else if (likeness > best.element().likeness()) {
          best.remove();
          best.add(new Near(number, likeness));
        }
      }
    }
    long hits = 0;
    for (int query = 0; query < QUERIES; query++) {
      Set<Integer> its = found.get(query);
      hits += nearest.get(query).stream().filter(near -> its.contains(near.number())).count();
    }
    return (double) hits / NEAREST / QUERIES;
  }

  private static double product(float[] one, float[] other) {
    float sum = 0;
    for (int i = 0; i < DIMENSIONS; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
