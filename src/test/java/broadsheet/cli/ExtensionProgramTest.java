package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Thorough;
import broadsheet.extension.host.BuiltJar;
import broadsheet.files.ProgramFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar in the folder beside the program is used without configuration. */
@Thorough
class ExtensionProgramTest {
  @TempDir private Path home;

  @BeforeEach
  void install() throws IOException {
    Path jars = Files.createDirectory(home.resolve("extensions"));
    BuiltJar.sample(jars.resolve("wiredesk.jar"));
    Files.writeString(jars.resolve("broken.jar"), "no jar");
  }

  private String run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1"));
    command.add("-Dbroadsheet.home=" + home);
    command.addAll(List.of("-cp", ProgramFiles.classPath(), "broadsheet.Main"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return printed;
  }

  @Test
  void theProgramReadsAndWritesTheFormatsOfAnExtension() throws Exception {
    String index = "--index=" + home.resolve("index");
    String broken = "Extension broken.jar cannot be used: damaged (zip END header not found)";
    assertThat(run("index", index, BuiltJar.sampleFile().toString()))
        .containsOnlyOnce(broken)
        .contains("indexed 2, ", "failed 0");
    assertThat(run("extensions")).contains("wiredesk.jar reads wiredesk", "writes newslist");
    run("list", "add", index, "Harbour", "WD-1987-0412");
    assertThat(run("list", "export", index, "Harbour", "--format", "newslist"))
        .contains(broken, "1. Harbour bridge opens after nine years", "Articles: 1");
    assertThat(run("index", index, "--format=trec", BuiltJar.sampleFile().toString()))
        .contains("No articles were found");
  }
}
