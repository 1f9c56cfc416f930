package io.github.murmuration.backend.vector;

import io.github.murmuration.backend.vector.PairWork.Kind;
import io.github.murmuration.backend.vector.PairWork.Operand;
import io.github.murmuration.backend.vector.PairWork.Step;
import io.github.murmuration.tape.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Work on pairs, cut into stages: loops that are small enough for the compiler (package-info), and functions that are passes of their own.
 * What a later stage reads is kept in rooms, but for results of one operation on no other result, which are computed again.
 */
final class PairStages {

    /** Vector operations of a loop. */
    static final int MOST = 40;

    private static final Set<Operation> FUNCTIONS =
            EnumSet.of(Operation.EXP, Operation.LOG, Operation.SIN, Operation.COS, Operation.TANH, Operation.ATAN2);

    /** A part of the work. */
    sealed interface Stage {}

    /**
     * A loop.
     *
     * @param values those that it works out, in this order, and
     * @param steps how: operands are values of the loop or anything else
     * @param kept operands that go into rooms
     * @param added operands that are added to sums 0, 1, ...
     */
    record Loop(List<Integer> values, List<Step> steps, Map<Operand, Integer> kept, List<Operand> added)
            implements Stage {
        Loop() {
            this(new ArrayList<>(), new ArrayList<>(), new HashMap<>(), new ArrayList<>());
        }

        /** Vector operations. */
        int weight() {
            return steps.stream()
                            .mapToInt(step -> PairStages.weight(step.operation()))
                            .sum()
                    + added.size();
        }

        /** What it reads and does not make. */
        Set<Operand> read() {
            Set<Operand> read = new LinkedHashSet<>(added);
            read.addAll(kept.keySet());
            steps.forEach(step -> read.addAll(step.operands()));
            read.removeIf(Operand::isValue);
            return read;
        }
    }

    /** A function of what is in one or two rooms. */
    record Function(Operation operation, int[] from, int into) implements Stage {}

    private final List<Step> steps;
    private final List<Stage> stages = new ArrayList<>();

    /** Room of every value that has one. */
    private final Map<Operand, Integer> rooms = new HashMap<>();

    private final Set<Integer> readByFunctions = new HashSet<>();
    private final int[] stageOf;
    private final int[] outputRooms;

    /** Work whose outputs are added up. */
    static PairStages sums(PairWork work) {
        PairStages stages = new PairStages(work);
        Loop last = stages.open(work.outputs().size());
        work.outputs().forEach(output -> last.added().add(stages.read(output, last)));
        return stages;
    }

    /** Work whose outputs are kept in rooms. */
    static PairStages columns(PairWork work) {
        PairStages stages = new PairStages(work);
        Arrays.setAll(stages.outputRooms, o -> stages.room(work.outputs().get(o)));
        return stages;
    }

    private PairStages(PairWork work) {
        this.steps = work.operations();
        this.stageOf = new int[steps.size()];
        this.outputRooms = new int[work.outputs().size()];
        for (Step step : steps) {
            if (FUNCTIONS.contains(step.operation())) {
                step.operands().forEach(operand -> readByFunctions.add(operand.isValue() ? operand.index() : -1));
            }
        }
        for (int v = 0; v < steps.size(); v++) {
            if (FUNCTIONS.contains(steps.get(v).operation())) {
                addFunction(v);
            } else if (!isSmall(v)) {
                add(v, open(weight(steps.get(v).operation())));
            }
        }
    }

    private void addFunction(int v) {
        int[] from = steps.get(v).operands().stream().mapToInt(this::room).toArray();
        int into = rooms.size();
        rooms.put(new Operand(Kind.VALUE, v), into);
        stageOf[v] = stages.size();
        stages.add(new Function(steps.get(v).operation(), from, into));
    }

    private Loop open(int weight) {
        if (!stages.isEmpty() && stages.get(stages.size() - 1) instanceof Loop last && last.weight() + weight <= MOST) {
            return last;
        }
        Loop next = new Loop();
        stages.add(next);
        return next;
    }

    private void add(int v, Loop loop) {
        List<Operand> operands = steps.get(v).operands().stream()
                .map(operand -> read(operand, loop))
                .toList();
        stageOf[v] = stages.size() - 1;
        loop.values().add(v);
        loop.steps().add(new Step(steps.get(v).operation(), operands));
    }

    /** How the last loop, which it is, reads an operand. */
    private Operand read(Operand operand, Loop loop) {
        if (!operand.isValue() || loop.values().contains(operand.index())) {
            return operand;
        }
        if (isSmall(operand.index())) {
            add(operand.index(), loop);
            return operand;
        }
        return new Operand(Kind.ROOM, room(operand));
    }

    /** Room of an operand. It is kept there from the loop on that makes it, or from the last one on if none does. */
    private int room(Operand operand) {
        return rooms.computeIfAbsent(operand, absent -> {
            boolean made = operand.isValue() && !isSmall(operand.index());
            Loop maker = made ? (Loop) stages.get(stageOf[operand.index()]) : open(1);
            maker.kept().put(made ? operand : read(operand, maker), rooms.size());
            return rooms.size();
        });
    }

    /** Whether a value is one operation on no other value and no function reads it. */
    private boolean isSmall(int v) {
        return !readByFunctions.contains(v)
                && steps.get(v).operands().stream().noneMatch(Operand::isValue)
                && weight(steps.get(v).operation()) == 1
                && !FUNCTIONS.contains(steps.get(v).operation());
    }

    private static int weight(Operation operation) {
        return switch (operation) {
            case FMS, FNMA, LESS, LESS_EQUAL, EQUAL, NOT_EQUAL, NOT, WHERE -> 2;
            case MIN, MAX, AND, OR, SIGN -> 4;
            case FLOOR -> 13;
            default -> 1;
        };
    }

    List<Stage> stages() {
        return stages;
    }

    int rooms() {
        return rooms.size();
    }

    /** Rooms of the outputs that are kept. */
    int[] outputRooms() {
        return outputRooms;
    }
}
