package broadsheet.web;

import broadsheet.desk.Desk;
import broadsheet.evaluate.Judgements;
import java.util.Optional;

/**
 * The data that readers save on the server; the server writes nothing else.
 *
 * @param desk what they keep of the archive
 * @param judgements where judgements are kept; empty if judging is off
 */
public record UserData(Desk desk, Optional<Judgements> judgements) {}
