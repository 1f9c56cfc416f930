package io.github.murmuration.backend.vector;

import io.github.murmuration.backend.vector.PairWork.Kind;
import io.github.murmuration.backend.vector.PairWork.Operand;
import io.github.murmuration.backend.vector.PairWork.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Work on pairs in three parts: what depends on the agent alone, what depends on the partner alone, and the rest, to which the results of the
 * other two are further columns, behind those that were there.
 */
final class PairParts {

    private final Map<Kind, Part> parts = Map.of(Kind.OWN, new Part(), Kind.OTHER, new Part());
    private final Part rest = new Part();
    private final Kind[] sides;
    private final int columns;

    /** Some of the operations. Results are numbered anew. */
    private static final class Part {
        final List<Step> steps = new ArrayList<>();
        final List<Operand> outputs = new ArrayList<>();
        final Map<Integer, Operand> places = new HashMap<>();

        void take(int value, Step step) {
            places.put(value, new Operand(Kind.VALUE, steps.size()));
            steps.add(step);
        }

        PairWork work() {
            return new PairWork(steps, outputs);
        }
    }

    /** @param columns those that agents have before */
    PairParts(PairWork work, int columns) {
        this.columns = columns;
        this.sides = new Kind[work.operations().size()];
        for (int v = 0; v < sides.length; v++) {
            Step step = work.operations().get(v);
            sides[v] = side(step.operands());
            Part part = parts.getOrDefault(sides[v], rest);
            List<Operand> operands = step.operands().stream()
                    .map(operand -> place(operand, part))
                    .toList();
            part.take(v, new Step(step.operation(), operands));
        }
        work.outputs().forEach(output -> rest.outputs.add(place(output, rest)));
    }

    /** OWN or OTHER where all operands are of that side or of none, else VALUE. */
    private Kind side(List<Operand> operands) {
        List<Kind> read = operands.stream()
                .map(operand -> operand.isValue() ? sides[operand.index()] : operand.kind())
                .filter(kind -> kind != Kind.SHARED)
                .distinct()
                .toList();
        return read.size() == 1 ? read.get(0) : Kind.VALUE;
    }

    /** Where a part finds an operand. */
    private Operand place(Operand operand, Part reader) {
        if (!operand.isValue()) {
            return operand;
        }
        Kind side = sides[operand.index()];
        Part maker = parts.getOrDefault(side, rest);
        if (maker == reader) {
            return reader.places.get(operand.index());
        }
        return reader.places.computeIfAbsent(operand.index(), value -> {
            maker.outputs.add(maker.places.get(value));
            return new Operand(side, columns + maker.outputs.size() - 1);
        });
    }

    /** What depends on the agent alone; its outputs are columns. */
    PairWork own() {
        return parts.get(Kind.OWN).work();
    }

    /** What depends on the partner alone; its outputs are columns. */
    PairWork other() {
        return parts.get(Kind.OTHER).work();
    }

    PairWork rest() {
        return rest.work();
    }
}
