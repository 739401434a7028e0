package broadsheet.cli.common;

import broadsheet.release.Release;
import picocli.CommandLine.IVersionProvider;

/** The answer to {@code --version}. */
public final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"broadsheet " + Release.current()};
  }
}
