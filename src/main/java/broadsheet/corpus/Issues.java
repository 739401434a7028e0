package broadsheet.corpus;

import broadsheet.corpus.encoding.Decoding;
import broadsheet.corpus.format.Formats;
import broadsheet.corpus.format.Readers;
import broadsheet.corpus.pack.NamedFile;
import broadsheet.corpus.record.Format;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Siblings;
import broadsheet.corpus.record.SourceFile;
import broadsheet.path.PathName;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the file that a page belongs to, such as the METS of its issue: beside the page, in the
 * folder above, or in another folder of that one. Remembers what the folders contain for as long as
 * a corpus is read. Safe for use by several threads.
 */
final class Issues {
  private static final int FOLDERS_KEPT = 200;

  /** Folders with more folders than this are archives, not issues. */
  private static final int MOST_FOLDERS = 30;

  private static final int HEAD = 8 * 1024;

  /**
   * The files of one folder that have other files as parts.
   *
   * @param owners the file that each part belongs to; of two candidates, the one that has articles
   */
  private record Folder(Map<Path, Owner> owners) {}

  private record Owner(Path path, boolean hasArticles) {
    Owner better(Owner other) {
      return hasArticles || !other.hasArticles ? this : other;
    }
  }

  private static final Pattern PACKED = Pattern.compile("(?i)\\.(?:gz|bz2|xz|zst)$");

  private final List<Format> formats;
  private final List<Format> all;
  private final String recognition;
  private final Readers readers;

  private final Map<Path, Folder> folders =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Folder> eldest) {
          return size() > FOLDERS_KEPT;
        }
      };

  Issues(Formats formats) {
    this.formats = formats.withParts();
    this.all = formats.all();
    this.recognition = formats.recognition();
    this.readers = formats.readers();
  }

  /**
   * The file that a page is a part of; empty if there is none.
   *
   * @param page absolute
   * @param root the folder beyond which nothing is looked at
   */
  synchronized Optional<Path> ownerOf(Path page, Path root) {
    Optional<Owner> best = Optional.empty();
    for (Path folder : around(page, root)) {
      Owner owner = folder(folder, root).owners().get(page);
      if (owner != null) {
        best = Optional.of(best.isEmpty() ? owner : best.get().better(owner));
      }
    }
    return best.map(Owner::path);
  }

  /** The means by which pictures are recognized, in words; empty if they are not. */
  String recognition() {
    return recognition;
  }

  Readers readers() {
    return readers;
  }

  /**
   * The description of an issue in the folder of a picture or the one above, or in a folder beside
   * if it describes files outside of that; empty if there is none.
   *
   * @param picture absolute
   * @param root the folder beyond which nothing is looked at
   */
  synchronized Optional<Path> issueAround(Path picture, Path root) {
    for (Path folder : around(picture, root)) {
      boolean isAbove = picture.startsWith(folder);
      for (Map.Entry<Path, Owner> part : folder(folder, root).owners().entrySet()) {
        Path owner = part.getValue().path();
        if (isXml(owner) && (isAbove || !part.getKey().startsWith(folder))) {
          return Optional.of(owner);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The path to read again when a file or folder has changed: the folder of its issue, or otherwise
   * the file or folder itself.
   *
   * @param changed absolute; need not exist
   * @param root nothing outside of this folder is looked at
   */
  synchronized Path together(Path changed, Path root) {
    Path file = Files.isDirectory(changed) ? firstOfWhole(changed) : changed;
    Path folder = changed.getParent();
    if (file == null || folder == null || !folder.startsWith(root) || !isPackedOfWhole(file)) {
      return changed;
    }
    boolean isGone = !Files.exists(changed);
    return isGone || isOfIssue(file) ? common(isGone ? folder : changed, file, root) : changed;
  }

  /** The folder that holds both the changed file and all issues near it. */
  private Path common(Path changed, Path file, Path root) {
    Path common = changed;
    for (Path near : around(file, root)) {
      if (!folder(near, root).owners().isEmpty()) {
        while (!near.startsWith(common)) {
          common = Objects.requireNonNullElse(common.getParent(), root);
        }
      }
    }
    return common;
  }

  private static String unpacked(Path file) {
    return PACKED.matcher(PathName.of(file)).replaceFirst("");
  }

  private boolean isPackedOfWhole(Path file) {
    return isOfWhole(unpacked(file), all);
  }

  private boolean mayHaveParts(Path file) {
    return isOfWhole(PathName.of(file), formats);
  }

  private static boolean isOfWhole(String path, List<Format> formats) {
    return formats.stream().anyMatch(format -> format.isOfWholeByName(name(path)));
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf(File.separatorChar) + 1);
  }

  private @Nullable Path firstOfWhole(Path folder) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, this::isPackedOfWhole)) {
      Iterator<Path> all = entries.iterator();
      return all.hasNext() ? all.next() : null;
    } catch (IOException | DirectoryIteratorException e) {
      return null;
    }
  }

  /** Whether a file is a page, or may have pages. */
  private boolean isOfIssue(Path file) {
    try {
      String head = head(file);
      Peek peek = peek(file, head);
      return all.stream()
          .filter(format -> format.mayBePart(name(unpacked(file))) || format.mayHaveParts())
          .anyMatch(format -> format.recognise(peek) instanceof Recognition.Mine);
    } catch (IOException e) {
      return false;
    }
  }

  private static String head(Path file) throws IOException {
    return new String(NamedFile.peeked(file).head(HEAD), StandardCharsets.ISO_8859_1);
  }

  private static Peek peek(Path file, String head) {
    return new Peek(new SourceFile(file, PathName.of(file), 0), Decoding.withoutMark(head), false);
  }

  private List<Path> around(Path page, Path root) {
    List<Path> around = new ArrayList<>();
    Path folder = page.getParent();
    for (int i = 0; i < 2 && folder != null && folder.startsWith(root); i++) {
      around.add(folder);
      folder = folder.getParent();
    }
    Path above = around.size() == 2 ? around.getLast() : null;
    if (above != null) {
      for (Path beside : foldersIn(above)) {
        if (!around.contains(beside)) {
          around.add(beside);
        }
      }
    }
    return around;
  }

  private static List<Path> foldersIn(Path folder) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, Files::isDirectory)) {
      for (Path entry : entries) {
        found.add(entry);
        if (found.size() > MOST_FOLDERS) {
          return List.of();
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return List.of();
    }
    return found;
  }

  private Folder folder(Path folder, Path root) {
    Folder known = folders.get(folder);
    if (known == null) {
      known = read(folder, root);
      folders.put(folder, known);
    }
    return known;
  }

  private Folder read(Path folder, Path root) {
    Map<Path, Owner> owners = new HashMap<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, this::mayHaveParts)) {
      for (Path entry : entries) {
        Format format = format(entry);
        if (format != null) {
          add(entry, format, folder, root, owners);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return new Folder(Map.of());
    }
    return new Folder(owners);
  }

  private static void add(
      Path entry, Format format, Path folder, Path root, Map<Path, Owner> owners) {
    try {
      Siblings.Parts parts =
          format.parts(PathName.of(entry.getFileName()), NamedFile.peeked(entry).whole());
      Owner owner = new Owner(entry, parts.hasArticles());
      for (String address : parts.addresses()) {
        for (Path part : DiskSiblings.all(folder, address, root)) {
          owners.merge(part, owner, Owner::better);
        }
      }
    } catch (IOException e) {
      // It is entered in the ledger when it is read itself.
    }
  }

  private static boolean isXml(Path path) {
    return PathName.of(path).toLowerCase(Locale.ROOT).endsWith(".xml");
  }

  /** The format of a file that may have parts; null if it is in no such format. */
  private @Nullable Format format(Path path) {
    Peek peek;
    try {
      peek = peek(path, head(path));
    } catch (IOException e) {
      return null;
    }
    for (Format format : formats) {
      if (format.recognise(peek) instanceof Recognition.Mine) {
        return format;
      }
    }
    return null;
  }
}
