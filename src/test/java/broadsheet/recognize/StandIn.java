package broadsheet.recognize;

import static java.nio.charset.StandardCharsets.UTF_8;

import broadsheet.corpus.Corpus;
import broadsheet.corpus.Reading;
import broadsheet.corpus.SourceReach;
import broadsheet.scan.draw.OpenJpeg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A script in place of Tesseract, for what the real one does not do on demand: hanging, failing,
 * counting its calls. It answers with the output of Tesseract 5.5.0 for a page of one sentence,
 * shortened.
 */
public final class StandIn {
  /** The words of the page that it recognizes. */
  public static final String TEXT =
      "Frost closes the harbour for another week and no ship can leave";

  private final Path folder;
  private final Path program;

  private StandIn(Path folder, Path program) {
    this.folder = folder;
    this.program = program;
  }

  /** One that answers. */
  public static StandIn in(Path folder) throws IOException {
    return doing(folder, "cat \"$(dirname \"$0\")/alto.xml\"");
  }

  /**
   * One that does this for each page.
   *
   * @param commands of the shell; the number of the call is {@code $n}
   */
  public static StandIn doing(Path folder, String commands) throws IOException {
    Path program = Files.createDirectories(folder).resolve("tesseract");
    String script =
        """
        #!/bin/sh
        case "$1" in
          --version) echo "tesseract 5.5.0"; exit 0 ;;
          --list-langs) printf 'List of available languages in "x" (2):\\ndeu\\neng\\n'; exit 0 ;;
        esac
        here=$(/usr/bin/dirname "$0")
        PATH=/usr/bin:/bin
        cat > /dev/null
        echo call >> "$here/calls"
        n=$(wc -l < "$here/calls")
        %s
        """
            .formatted(commands);
    Files.writeString(program, script, UTF_8);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(folder.resolve("alto.xml"), alto(), UTF_8);
    return new StandIn(folder, program);
  }

  private static String alto() {
    StringBuilder words = new StringBuilder();
    int left = 100;
    for (String word : TEXT.split(" ", -1)) {
      words.append(
          String.format(
              Locale.ROOT,
              "<String HPOS=\"%d\" VPOS=\"200\" WIDTH=\"40\" HEIGHT=\"20\" WC=\"0.90\""
                  + " CONTENT=\"%s\"/>\n",
              left,
              word));
      left += 60;
    }
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Description>
    <MeasurementUnit>pixel</MeasurementUnit></Description><Layout>
    <Page WIDTH="1000" HEIGHT="1500" PHYSICAL_IMG_NR="0" ID="page_0"><PrintSpace>
    <ComposedBlock ID="cblock_0"><TextBlock ID="block_0"><TextLine ID="line_0">
    """
        + words
        + "</TextLine></TextBlock></ComposedBlock></PrintSpace></Page></Layout></alto>\n";
  }

  /** The folder in which it is found. */
  public Path folder() {
    return folder;
  }

  /** The number of pages that it was given. */
  public int calls() throws IOException {
    Path calls = folder.resolve("calls");
    return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
  }

  /** Reads a file or folder with it, in this process but for the worker. */
  public Reading read(Path root) {
    return read(root, Duration.ofMinutes(1));
  }

  Reading read(Path root, Duration longestPage) {
    return read(root, longestPage, OpenJpeg.installed());
  }

  /** Reads a file or folder with a program for JPEG 2000, or none. */
  Reading read(Path root, Duration longestPage, Optional<Path> decoder) {
    Tesseract tesseract = new Tesseract(program.toString(), "", "5.5.0", "eng");
    return read(root, Recognizer.with(tesseract, folder.resolve("cache"), longestPage, decoder));
  }

  /** Reads a file or folder with any recognizer. */
  static Reading read(Path root, Recognizer recognizer) {
    SourceReach reach = SourceReach.within(List.of(root), false);
    Corpus.Part part = new Corpus.Part(root, root, List.of(), reach);
    return Reading.of(Corpus.of(List.of(part), Reading.TODAY, recognizer));
  }
}
