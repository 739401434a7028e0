package broadsheet;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import broadsheet.corpus.pack.ZipInput;
import broadsheet.corpus.record.FoundFile;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.FileInputStream;
import java.io.FileReader;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Scanner;
import java.util.Set;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/** The rooms of the project, what each may import, and which libraries each may use. */
@AnalyzeClasses(packages = "broadsheet", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule articleKnowsNothingElse =
      classes()
          .that()
          .resideInAPackage("broadsheet.article")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("broadsheet.article", "java..");

  @ArchTest
  static final ArchRule ledgerKnowsNothingElse =
      classes()
          .that()
          .resideInAPackage("broadsheet.ledger")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("broadsheet.ledger", "broadsheet.article", "java..");

  @ArchTest static final ArchRule workersKnowTheProgramsFiles = room("worker", "files");

  /**
   * A worker outlives its program for a moment, when the libraries it has not loaded may be gone.
   */
  @ArchTest
  static final ArchRule workersEndWithoutLibraries =
      classes()
          .that()
          .resideInAPackage("broadsheet.worker")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("broadsheet.worker", "broadsheet.files", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule corpusKnowsArticles =
      room("corpus", "article", "extension", "ledger", "path", "worker", "recognize", "scan.draw");

  @ArchTest
  static final ArchRule theInterfaceOfExtensionsIsOfJavaAlone =
      classes()
          .that()
          .resideInAPackage("broadsheet.extension")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("broadsheet.extension", "java..");

  @ArchTest
  static final ArchRule extensionsRunInWorkers = room("extension", "files", "path", "worker");

  @ArchTest
  static final ArchRule recognitionKnowsDrawnPages =
      room("recognize", "path", "worker", "scan.draw");

  @ArchTest
  static final ArchRule indexingBringsTheTwoTogether =
      room(
          "indexing",
          "article",
          "corpus",
          "ledger",
          "names",
          "path",
          "query",
          "engine",
          "desk",
          "address",
          "recognize",
          "erasure");

  @ArchTest
  static final ArchRule erasureKnowsArticles = room("erasure", "article", "files", "path");

  @ArchTest
  static final ArchRule addressesAreOfSearches = room("address", "operation", "query", "engine");

  @ArchTest static final ArchRule operationsKnowWhatIsAsked = room("operation", "engine", "names");

  @ArchTest static final ArchRule queryKnowsArticles = room("query", "article");

  @ArchTest
  static final ArchRule parsingKnowsNothingOfWhatIsMadeOfTrees =
      noClasses()
          .that()
          .resideInAPackage("broadsheet.query")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("broadsheet.query.tree");

  @ArchTest static final ArchRule compareKnowsArticles = room("compare", "article");

  @ArchTest static final ArchRule namesKnowArticles = room("names", "article");

  @ArchTest
  static final ArchRule engineIsThePort =
      room("engine", "article", "compare", "ledger", "names", "path", "query");

  @ArchTest
  static final ArchRule requestsKnowNothingOfAnswers =
      noClasses()
          .that()
          .resideInAPackage("broadsheet.engine.request")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("broadsheet.engine", "broadsheet.engine.result");

  @ArchTest
  static final ArchRule answersKnowNothingOfThePort =
      noClasses()
          .that()
          .resideInAPackage("broadsheet.engine.result")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("broadsheet.engine");

  @ArchTest
  static final ArchRule luceneStandsBehindThePort =
      room(
          "lucene", "engine", "article", "compare", "erasure", "files", "ledger", "names", "path",
          "query");

  @ArchTest
  static final ArchRule theEmbeddedEngineIsReachedByThePort =
      noClasses()
          .that()
          .resideOutsideOfPackage("broadsheet.lucene..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("broadsheet.lucene..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "broadsheet.lucene.baseline",
                              "broadsheet.lucene.shard",
                              "broadsheet.lucene.staging",
                              "broadsheet.lucene.coordinator"))));

  @ArchTest
  static final ArchRule shardsAreSearchedThroughTheClusterOnly =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "broadsheet.lucene.coordinator",
              "broadsheet.lucene.staging",
              "broadsheet.opensearch",
              "broadsheet.opensearch.plugin")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("broadsheet.lucene.coordinator", "broadsheet.lucene.staging");

  @ArchTest
  static final ArchRule shardsAreForThePluginOnly =
      noClasses()
          .that()
          .resideOutsideOfPackages("broadsheet.lucene..", "broadsheet.opensearch.plugin")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("broadsheet.lucene.shard");

  @ArchTest
  static final ArchRule thePluginKnowsShardsOnly =
      noClasses()
          .that()
          .resideInAPackage("broadsheet.opensearch.plugin")
          .should()
          .dependOnClassesThat(
              resideInAPackage("broadsheet..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "broadsheet.opensearch.plugin",
                              "broadsheet.engine",
                              "broadsheet.lucene.coordinator",
                              "broadsheet.lucene.shard"))))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule nobodyKnowsThePlugin =
      noClasses()
          .that()
          .resideOutsideOfPackage("broadsheet.opensearch.plugin")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("broadsheet.opensearch.plugin");

  @ArchTest
  static final ArchRule theClientOfAClusterKnowsThePort =
      noClasses()
          .that()
          .resideInAPackage("broadsheet.opensearch")
          .should()
          .dependOnClassesThat(
              resideInAPackage("broadsheet..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "broadsheet.opensearch",
                              "broadsheet.engine..",
                              "broadsheet.article",
                              "broadsheet.ledger",
                              "broadsheet.query",
                              "broadsheet.names",
                              "broadsheet.path",
                              "broadsheet.lucene.staging",
                              "broadsheet.lucene.coordinator"))));

  @ArchTest
  static final ArchRule theDeskOfAClusterKnowsItsClient =
      noClasses()
          .that()
          .resideInAPackage("broadsheet.opensearch.desk")
          .should()
          .dependOnClassesThat(
              resideInAPackage("broadsheet..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "broadsheet.opensearch.desk",
                              "broadsheet.opensearch",
                              "broadsheet.desk",
                              "broadsheet.desk.audit",
                              "broadsheet.engine..",
                              "broadsheet.path",
                              "broadsheet.article"))));

  @ArchTest
  static final ArchRule openSearchOnlyInThePlugin =
      fence("org.opensearch..", "broadsheet.opensearch.plugin");

  @ArchTest static final ArchRule scanKnowsArticles = room("scan", "article", "path", "worker");

  @ArchTest static final ArchRule recordingsKnowArticles = room("recording", "article", "path");

  @ArchTest
  static final ArchRule nothingIsDecodedInTheServer =
      noClasses()
          .that()
          .resideOutsideOfPackages("broadsheet.scan.draw")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.imageio..", "java.awt..", "org.apache.pdfbox.rendering..");

  @ArchTest static final ArchRule embeddingKnowsThePort = room("embedding", "engine");

  @ArchTest
  static final ArchRule nobodyKnowsTheOptionalModule =
      noClasses()
          .that()
          .resideOutsideOfPackage("broadsheet.embedding")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("broadsheet.embedding");

  @ArchTest
  static final ArchRule onnxOnlyInTheOptionalModule =
      fence("ai.onnxruntime..", "broadsheet.embedding");

  /** The text that these methods return depends on the locale. */
  @ArchTest
  static final ArchRule pathsOfSourcesBecomeTextInOneWay =
      noClasses()
          .that()
          .resideInAnyPackage(
              "broadsheet.corpus..", "broadsheet.indexing", "broadsheet.scan", "broadsheet.ledger")
          .should()
          .callMethod(Path.class, "toString")
          .orShould()
          .callMethod(Path.class, "toFile");

  @ArchTest static final ArchRule pathsKnowNothingElse = room("path");

  @ArchTest static final ArchRule releasesKnowNothingElse = room("release");

  @ArchTest static final ArchRule filesKnowPaths = room("files", "path");

  @ArchTest
  static final ArchRule backupKnowsThePorts =
      room("backup", "engine", "desk", "erasure", "files", "path");

  @ArchTest
  static final ArchRule packsKnowThePorts =
      room(
          "pack", "address", "article", "desk", "engine", "export", "files", "names", "query",
          "receipt");

  @ArchTest
  static final ArchRule deskKnowsThePort =
      room("desk", "article", "engine", "names", "query", "files", "path");

  @ArchTest
  static final ArchRule desksAreReachedByTheirPort =
      noClasses()
          .that()
          .resideOutsideOfPackage("broadsheet.desk.store.sqlite")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("broadsheet.desk.store.sqlite");

  @ArchTest
  static final ArchRule portKnowsNothingOfFilesAndLogs =
      noClasses()
          .that()
          .resideInAPackage("broadsheet.desk")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "broadsheet.desk.audit", "broadsheet.desk.store.sqlite", "broadsheet.files");

  @ArchTest
  static final ArchRule desksOfClustersAreReachedByTheirPort =
      noClasses()
          .that()
          .resideOutsideOfPackage("broadsheet.opensearch.desk")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("broadsheet.opensearch.desk");

  @ArchTest
  static final ArchRule sqliteOnlyOnTheDesk = fence("org.sqlite..", "broadsheet.desk.store.sqlite");

  @ArchTest
  static final ArchRule sqlOnlyOnTheDesk = fence("java.sql..", "broadsheet.desk.store.sqlite");

  @ArchTest
  static final ArchRule evaluateKnowsQueries = room("evaluate", "engine", "query", "files", "path");

  @ArchTest static final ArchRule rightsKnowCollectionsOnly = room("rights", "engine", "path");

  @ArchTest
  static final ArchRule countsKnowCollectionsOnly = room("use", "engine", "files", "path");

  @ArchTest
  static final ArchRule webSeesThePortOnly =
      room(
          "web",
          "address",
          "article",
          "compare",
          "ledger",
          "names",
          "operation",
          "query",
          "engine",
          "evaluate",
          "export",
          "desk",
          "help",
          "receipt",
          "recording",
          "release",
          "rights",
          "scan",
          "path",
          "templates",
          "use",
          "verify");

  @ArchTest
  static final ArchRule helpKnowsThePort = room("help", "address", "article", "engine", "query");

  @ArchTest
  static final ArchRule receiptsKnowThePort =
      room("receipt", "address", "article", "operation", "query", "engine", "release");

  @ArchTest
  static final ArchRule exportsKnowThePorts =
      room(
          "export",
          "address",
          "article",
          "extension",
          "names",
          "query",
          "engine",
          "desk",
          "worker");

  @ArchTest
  static final ArchRule nobodyWritesFormatsBesideExports =
      fence("com.fasterxml.jackson.dataformat.csv..", "broadsheet.export", "broadsheet.corpus..");

  @ArchTest
  static final ArchRule assistantsKnowThePort =
      room("assistant", "address", "article", "engine", "names", "operation", "query", "verify");

  @ArchTest
  static final ArchRule draftsAreComparedWithArticles =
      room("verify", "article", "corpus", "engine", "export", "ledger", "names", "query");

  @ArchTest
  static final ArchRule mcpOnlyForAssistants =
      fence("io.modelcontextprotocol..", "broadsheet.assistant");

  @ArchTest
  static final ArchRule reactorOnlyForAssistants = fence("reactor..", "broadsheet.assistant");

  @ArchTest
  static final ArchRule nobodyImportsTheCommandLineButMain =
      noClasses()
          .that()
          .resideOutsideOfPackages("broadsheet", "broadsheet.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("broadsheet", "broadsheet.cli..");

  private static final String[] SEARCHING = {
    "broadsheet.lucene.snapshot",
    "broadsheet.lucene.compile",
    "broadsheet.lucene.rank",
    "broadsheet.lucene.mark",
    "broadsheet.lucene.count",
    "broadsheet.lucene.explain",
    "broadsheet.lucene.suggest",
    "broadsheet.lucene.similar",
    "broadsheet.lucene.meaning",
    "broadsheet.lucene.search",
    "broadsheet.lucene.local"
  };

  @ArchTest
  static final ArchRule indexingAndSearchingNeverMeet =
      noClasses()
          .that()
          .resideInAnyPackage("broadsheet.lucene.index", "broadsheet.lucene.erasing")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SEARCHING);

  @ArchTest
  static final ArchRule searchingNeverMeetsIndexing =
      noClasses()
          .that()
          .resideInAnyPackage(SEARCHING)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("broadsheet.lucene.index", "broadsheet.lucene.erasing");

  @ArchTest
  static final ArchRule erasingKnowsNoSession =
      noClasses()
          .that()
          .resideInAPackage("broadsheet.lucene.erasing")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("broadsheet.lucene.index");

  @ArchTest
  static final ArchRule readersAndTheirFacetsKnowNothingOfSearches =
      noClasses()
          .that()
          .resideInAnyPackage("broadsheet.lucene.reader", "broadsheet.lucene.facets")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SEARCHING);

  @ArchTest static final ArchRule snapshotsKnowNothingOfQueries = searching("snapshot");

  @ArchTest static final ArchRule compilingKnowsSnapshots = searching("compile", "snapshot");

  @ArchTest static final ArchRule rankingKnowsQueries = searching("rank", "compile", "snapshot");

  @ArchTest
  static final ArchRule markingKnowsHits = searching("mark", "rank", "compile", "snapshot");

  @ArchTest static final ArchRule countingKnowsQueries = searching("count", "compile", "snapshot");

  @ArchTest
  static final ArchRule meaningKnowsQueries = searching("meaning", "rank", "compile", "snapshot");

  @ArchTest
  static final ArchRule suggestingKnowsMarks =
      searching("suggest", "mark", "rank", "compile", "snapshot");

  @ArchTest
  static final ArchRule similarityKnowsMarks =
      searching("similar", "mark", "rank", "compile", "snapshot");

  @ArchTest
  static final ArchRule explainingKnowsAllThatScores =
      searching("explain", "meaning", "mark", "rank", "compile", "snapshot");

  /** Which hits are listed, with which notes and cursors, is decided once. */
  @ArchTest
  static final ArchRule theFlowOfASearchKnowsNeitherReadersNorShards =
      noClasses()
          .that()
          .resideInAPackage("broadsheet.lucene.search")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "broadsheet.lucene.local",
              "broadsheet.lucene.shard",
              "broadsheet.lucene.coordinator");

  @ArchTest
  static final ArchRule readersAndShardsAnswerWithoutEachOther =
      noClasses()
          .that()
          .resideInAPackage("broadsheet.lucene.local")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("broadsheet.lucene.shard", "broadsheet.lucene.coordinator");

  @ArchTest
  static final ArchRule formatsKnowNothingOfWhoCallsThem =
      noClasses()
          .that()
          .resideInAnyPackage(
              "broadsheet.corpus.json",
              "broadsheet.corpus.table",
              "broadsheet.corpus.feed",
              "broadsheet.corpus.page",
              "broadsheet.corpus.xml",
              "broadsheet.corpus.plain",
              "broadsheet.corpus.press",
              "broadsheet.corpus.office",
              "broadsheet.corpus.ocr",
              "broadsheet.corpus.print",
              "broadsheet.corpus.pdf",
              "broadsheet.corpus.mail",
              "broadsheet.corpus.spoken",
              "broadsheet.corpus.collection")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "broadsheet.corpus", "broadsheet.corpus.format", "broadsheet.corpus.archive");

  @ArchTest
  static final ArchRule nothingIsUnpackedPastTheBudget =
      noClasses()
          .that()
          .resideInAPackage("broadsheet.corpus..")
          .and()
          .resideOutsideOfPackage("broadsheet.corpus.pack")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "org.apache.commons.compress.compressors..",
                      "org.tukaani.xz..",
                      "io.airlift.compress..",
                      "org.brotli..")
                  .or(assignableTo(ZipArchiveInputStream.class))
                  .or(assignableTo(ZipFile.class))
                  .or(assignableTo(Inflater.class))
                  .or(assignableTo(InflaterInputStream.class))
                  .and(not(assignableTo(ZipInput.class))));

  /** A file that is found is digested whole, and a list of exclusions has a size of its own. */
  @ArchTest
  static final ArchRule noFileIsOpenedPastTheBudget =
      noClasses()
          .that()
          .resideInAPackage("broadsheet.corpus..")
          .and()
          .resideOutsideOfPackage("broadsheet.corpus.pack")
          .and()
          .doNotBelongToAnyOf(FoundFile.class)
          .and()
          .doNotHaveSimpleName("Exclusions")
          .should()
          .callMethodWhere(
              target(owner(assignableTo(Files.class)))
                  .and(
                      target(
                          nameMatching(
                              "newInputStream|newByteChannel|newBufferedReader|read.*String|readAll.*"
                                  + "|lines|copy"))))
          .orShould()
          .dependOnClassesThat(
              assignableTo(FileInputStream.class)
                  .or(assignableTo(RandomAccessFile.class))
                  .or(assignableTo(FileReader.class))
                  .or(assignableTo(FileChannel.class))
                  .or(assignableTo(Scanner.class)));

  @ArchTest
  static final ArchRule roomsAreFreeOfCycles =
      slices().matching("broadsheet.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule luceneRoomsAreFreeOfCycles =
      slices().matching("broadsheet.lucene.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule roomsOfNamesAreFreeOfCycles =
      slices().matching("broadsheet.names.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule corpusRoomsAreFreeOfCycles =
      slices().matching("broadsheet.corpus.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule webRoomsAreFreeOfCycles =
      slices().matching("broadsheet.web.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule webRoomsKnowNothingOfTheServer =
      noClasses()
          .that()
          .resideInAPackage("broadsheet.web.*")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("broadsheet.web");

  @ArchTest
  static final ArchRule commandRoomsAreFreeOfCycles =
      slices().matching("broadsheet.cli.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule commandRoomsKnowNothingOfTheCommandLine =
      noClasses()
          .that()
          .resideInAPackage("broadsheet.cli.*")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("broadsheet.cli");

  @ArchTest
  static final ArchRule plainLuceneOnlyWhereRankingsAreMeasured =
      noClasses()
          .that()
          .resideOutsideOfPackages("broadsheet.lucene..", "broadsheet.cli.evaluate")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("broadsheet.lucene.baseline");

  @ArchTest static final ArchRule javalinOnlyInWeb = fence("io.javalin..", "broadsheet.web..");

  @ArchTest static final ArchRule jettyOnlyInWeb = fence("org.eclipse.jetty..", "broadsheet.web..");

  @ArchTest
  static final ArchRule openNlpOnlyWhereLanguagesAreTold =
      fence("opennlp..", "broadsheet.corpus.language");

  @ArchTest
  static final ArchRule mime4jOnlyWhereMailIsRead =
      fence("org.apache.james..", "broadsheet.corpus.mail");

  @ArchTest
  static final ArchRule pdfBoxOnlyWherePdfIsRead =
      fence(
          "org.apache.pdfbox..",
          "broadsheet.corpus.pdf",
          "broadsheet.worker.pdf",
          "broadsheet.scan.draw");

  @ArchTest
  static final ArchRule diffUtilsOnlyInCompare =
      fence("com.github.difflib..", "broadsheet.compare");

  @ArchTest
  static final ArchRule luceneOnlyInLucene =
      fence("org.apache.lucene..", "broadsheet.lucene..", "broadsheet.opensearch.plugin");

  @ArchTest
  static final ArchRule jacksonOnlyWhereJsonIsReadOrWritten =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "broadsheet.backup",
              "broadsheet.corpus..",
              "broadsheet.desk",
              "broadsheet.desk.audit",
              "broadsheet.desk.store.sqlite",
              "broadsheet.export",
              "broadsheet.receipt",
              "broadsheet.rights",
              "broadsheet.use",
              "broadsheet.web..",
              "broadsheet.cli",
              "broadsheet.cli.archive",
              "broadsheet.cli.evaluate",
              "broadsheet.cli.keep",
              "broadsheet.embedding",
              "broadsheet.opensearch",
              "broadsheet.opensearch.desk")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml.jackson..");

  @ArchTest
  static final ArchRule standardOutputOnlyInTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackage("broadsheet.cli")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule noCatchAllNames =
      noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?)");

  private static ArchRule room(String name, String... known) {
    String[] packages = new String[known.length + 1];
    packages[0] = "broadsheet." + name + "..";
    for (int i = 0; i < known.length; i++) {
      packages[i + 1] = "broadsheet." + known[i] + "..";
    }
    return noClasses()
        .that()
        .resideInAPackage(packages[0])
        .should()
        .dependOnClassesThat(
            resideInAPackage("broadsheet..").and(not(resideInAnyPackage(packages))))
        .allowEmptyShould(true);
  }

  /** Limits the imports of one room of searching from the others. */
  private static ArchRule searching(String room, String... known) {
    Set<String> others = new LinkedHashSet<>(List.of(SEARCHING));
    others.remove("broadsheet.lucene." + room);
    for (String each : known) {
      others.remove("broadsheet.lucene." + each);
    }
    return noClasses()
        .that()
        .resideInAPackage("broadsheet.lucene." + room)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others.toArray(String[]::new));
  }

  private static ArchRule fence(String library, String... rooms) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(rooms)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }
}
