package broadsheet.corpus.spoken;

/**
 * A transcript in each format: a first paragraph, a pause, and a second. Written after the
 * specifications that the readers name.
 */
public final class TranscriptSamples {
  private TranscriptSamples() {}

  public static String subRip(String first) {
    return "1\n00:00:01,000 --> 00:00:03,000\n"
        + first
        + "\n\n2\n00:00:20,000 --> 00:00:21,500\nIt opened.\n";
  }

  public static String webVtt(String first) {
    return "WEBVTT\n\n00:01.000 --> 00:03.000\n"
        + first
        + "\n\n00:20.000 --> 00:21.500\nIt opened.\n";
  }

  public static String ttml(String first) {
    return "<tt xmlns=\"http://www.w3.org/ns/ttml\"><body><div><p begin=\"1s\" end=\"3s\">"
        + first
        + "</p><p begin=\"20s\" end=\"21.5s\">It opened.</p></div></body></tt>";
  }

  public static String sami(String first) {
    return "<SAMI><BODY><SYNC Start=1000><P Class=ENCC>"
        + first
        + "<SYNC Start=3000><P Class=ENCC>&nbsp;<SYNC Start=20000><P Class=ENCC>It opened."
        + "<SYNC Start=21500><P Class=ENCC>&nbsp;</BODY></SAMI>";
  }

  public static String whisper(String first) {
    return "{\"segments\":[{\"id\":0,\"start\":1.0,\"end\":3.0,\"text\":\" "
        + first
        + "\"},{\"id\":1,\"start\":20.0,\"end\":21.5,\"text\":\" It opened.\"}]}";
  }

  public static String youTube(String first) {
    return "{\"wireMagic\":\"pb3\",\"events\":[{\"tStartMs\":1000,\"dDurationMs\":2000,\"segs\":"
        + "[{\"utf8\":\""
        + first
        + "\"}]},{\"tStartMs\":20000,\"dDurationMs\":1500,\"segs\":[{\"utf8\":\"It"
        + " opened.\"}]}]}";
  }
}
