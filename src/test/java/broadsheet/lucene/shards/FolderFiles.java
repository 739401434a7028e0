package broadsheet.lucene.shards;

import broadsheet.lucene.staging.FileList;
import broadsheet.lucene.staging.FileStore;
import broadsheet.lucene.staging.StoredFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Files that several machines share, in a folder that stands for a cluster.
 *
 * @param step done before each change, and may throw
 */
public record FolderFiles(Path place, Runnable step) implements FileStore {

  private static final String LIST = "list-";

  /** Files in a folder, which is created when missing. */
  public FolderFiles(Path place) {
    this(place, () -> {});
  }

  private Path file(String name) throws IOException {
    return Files.createDirectories(place).resolve(name);
  }

  private List<String> names(Predicate<String> wanted) throws IOException {
    try (Stream<Path> files = Files.list(Files.createDirectories(place))) {
      return files
          .map(file -> Objects.toString(file.getFileName()))
          .filter(wanted)
          .sorted()
          .toList();
    }
  }

  @Override
  public List<String> folders() {
    try {
      return names(name -> name.startsWith(LIST)).stream()
          .map(name -> name.substring(LIST.length()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<FileList> list(String folder) {
    try {
      Path list = file(LIST + folder);
      return Files.exists(list) ? Optional.of(list(Files.readAllLines(list))) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileList list(List<String> lines) {
    List<StoredFile> files = new ArrayList<>();
    for (String line : lines.subList(2, lines.size())) {
      String[] parts = line.split(" ", -1);
      files.add(new StoredFile(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2])));
    }
    return new FileList(lines.get(0), files, lines.get(1));
  }

  @Override
  public boolean replace(String folder, Optional<String> before, FileList list) {
    step.run();
    if (!list(folder).map(FileList::id).equals(before)) {
      return false;
    }
    List<String> lines = new ArrayList<>(List.of(list.id(), list.shipment()));
    list.files()
        .forEach(file -> lines.add(file.name() + " " + file.length() + " " + file.checksum()));
    try {
      Path next = Files.write(file("next"), lines);
      Files.move(next, file(LIST + folder), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return true;
  }

  @Override
  public void write(String folder, Map<Block, byte[]> blocks) {
    step.run();
    try {
      for (Map.Entry<Block, byte[]> each : blocks.entrySet()) {
        Files.write(block(folder, each.getKey()), each.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path block(String folder, Block block) throws IOException {
    return file(name(folder, block.file()) + "." + block.number());
  }

  @Override
  public List<byte[]> read(String folder, List<Block> blocks) {
    step.run();
    try {
      List<byte[]> contents = new ArrayList<>();
      for (Block block : blocks) {
        contents.add(Files.readAllBytes(block(folder, block)));
      }
      return contents;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(String folder, StoredFile file) {
    return folder + "." + file.key();
  }

  @Override
  public void retain(String folder, FileList list) {
    step.run();
    Set<String> kept =
        list.files().stream().map(file -> name(folder, file)).collect(Collectors.toSet());
    try {
      for (String other :
          names(name -> name.startsWith(folder + ".") && !kept.contains(withoutBlock(name)))) {
        Files.delete(file(other));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String withoutBlock(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }

  @Override
  public void remove(String folder) {
    step.run();
    try {
      Files.deleteIfExists(file(LIST + folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    retain(folder, new FileList("", List.of(), ""));
  }

  /** The number of files that are kept, without the lists. */
  long count() {
    try {
      return names(name -> !name.startsWith(LIST)).stream()
          .map(FolderFiles::withoutBlock)
          .distinct()
          .count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
