package io.github.murmuration.model;

import io.github.murmuration.ensemble.MarkTable;
import io.github.murmuration.ensemble.PopulationMoment;
import io.github.murmuration.ensemble.TapedStep;
import io.github.murmuration.file.Sha256;
import io.github.murmuration.tape.Program;
import io.github.murmuration.tape.Tape;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** SHA-256 of all that a step is made of: equal steps have equal hashes, and the next states of agents are the same. */
final class TapeHash {

    private final StringBuilder text = new StringBuilder();

    private TapeHash() {}

    static byte[] of(TapedStep step) {
        TapeHash hash = new TapeHash();
        hash.add(step.dimension(), step.sources(), step.commonSources(), step.noisePerStep(), step.features());
        hash.add(step.program());
        if (step.pairs() > 0) {
            hash.add(step.program().pair());
            hash.text.append(step.partners()).append('\n');
        }
        hash.add(step.start());
        step.moments().forEach(hash::add);
        step.marks().marks().forEach(hash::add);
        return Sha256.digest().digest(hash.text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void add(int... numbers) {
        text.append(Arrays.toString(numbers)).append('\n');
    }

    private void add(Program program) {
        add(program.agent());
        add(program.replica());
        program.times()
                .forEach(time -> text.append(time.expression().text()).append(time.atEnd() ? " at the end\n" : "\n"));
    }

    private void add(Tape tape) {
        add(tape.code());
        add(tape.outputs());
    }

    private void add(PopulationMoment moment) {
        add(moment.first(), moment.second(), moment.product(), moment.label(), moment.counted());
    }

    private void add(MarkTable.Mark mark) {
        if (mark instanceof MarkTable.Mixture mixture) {
            add(mixture.thresholds());
            add(mixture.means());
            add(mixture.deviations());
        } else if (mark instanceof MarkTable.Listed listed) {
            add(listed.values());
        } else {
            text.append(mark).append('\n');
        }
    }

    private void add(float... numbers) {
        text.append(Arrays.toString(numbers)).append('\n');
    }
}
