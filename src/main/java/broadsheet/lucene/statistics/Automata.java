package broadsheet.lucene.statistics;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.Transition;

/** Serializes deterministic automata, the same automaton to the same bytes. Stateless. */
final class Automata {
  private Automata() {}

  /** An automaton as bytes. */
  static BytesRef bytes(CompiledAutomaton compiled) {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    try {
      out.writeString(compiled.type.name());
      switch (compiled.type) {
        case NONE, ALL -> {}
        case SINGLE -> {
          BytesRef term = Objects.requireNonNull(compiled.term);
          out.writeBytes(term.bytes, term.offset, term.length);
        }
        case NORMAL -> write(Objects.requireNonNull(compiled.automaton), out);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e); // memory does not fail
    }
    return new BytesRef(out.toArrayCopy());
  }

  private static void write(Automaton automaton, ByteBuffersDataOutput out) throws IOException {
    Transition transition = new Transition();
    out.writeVInt(automaton.getNumStates());
    for (int state = 0; state < automaton.getNumStates(); state++) {
      int transitions = automaton.initTransition(state, transition);
      out.writeVInt(transitions << 1 | (automaton.isAccept(state) ? 1 : 0));
      for (int i = 0; i < transitions; i++) {
        automaton.getNextTransition(transition);
        out.writeVInt(transition.dest);
        out.writeVInt(transition.min);
        out.writeVInt(transition.max);
      }
    }
  }

  /** The automaton that {@link #bytes} wrote. */
  static CompiledAutomaton of(BytesRef bytes) throws IOException {
    ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    Automaton automaton =
        switch (CompiledAutomaton.AUTOMATON_TYPE.valueOf(in.readString())) {
          case NONE -> org.apache.lucene.util.automaton.Automata.makeEmpty();
          case ALL -> org.apache.lucene.util.automaton.Automata.makeAnyBinary();
          case SINGLE ->
              org.apache.lucene.util.automaton.Automata.makeBinary(
                  new BytesRef(
                      bytes.bytes,
                      in.getPosition(),
                      bytes.offset + bytes.length - in.getPosition()));
          case NORMAL -> read(in);
        };
    return new CompiledAutomaton(automaton, false, true, true);
  }

  private static Automaton read(ByteArrayDataInput in) {
    Automaton automaton = new Automaton();
    int states = in.readVInt();
    for (int state = 0; state < states; state++) {
      automaton.createState();
    }
    for (int state = 0; state < states; state++) {
      int transitions = in.readVInt();
      automaton.setAccept(state, (transitions & 1) == 1);
      for (int i = transitions >> 1; i > 0; i--) {
        automaton.addTransition(state, in.readVInt(), in.readVInt(), in.readVInt());
      }
    }
    automaton.finishState();
    return automaton;
  }
}
