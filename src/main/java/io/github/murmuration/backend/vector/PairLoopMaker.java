package io.github.murmuration.backend.vector;

import io.github.murmuration.backend.vector.PairStages.Loop;
import io.github.murmuration.backend.vector.PairWork.Kind;
import io.github.murmuration.backend.vector.PairWork.Operand;
import io.github.murmuration.backend.vector.PairWork.Step;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.incubator.vector.FloatVector;

/**
 * Makes the code of a loop on pairs, of which the compiler makes machine instructions as of any other: every operation is a call of a
 * vector's method, so that the whole loop is one unit.
 *
 * <p>Across: some vectors of agents stay, and a turn takes the next partner for all of them; their sums stay in registers. Beside: a turn
 * takes the next vector of agents and the next vector of partners.
 */
final class PairLoopMaker {

    private static final int V = Lanes.COUNT;

    private final Loop loop;
    private final boolean across;
    private final Set<Operand> read;
    private final ClassFile file = new ClassFile();
    private final MethodCode code = new MethodCode(file, PairBlock.class);
    private final VectorCode floats = new VectorCode(code);

    /** Local variables: fields of the block, and arrays of columns and rooms. */
    private final Map<String, Integer> fields = new HashMap<>();

    private final Map<Operand, Integer> arrays = new HashMap<>();

    /** Local variables: vectors that all agents share, those of each vector of agents, and its sums. */
    private final Map<Operand, Integer> common = new HashMap<>();

    private final List<Map<Operand, Integer>> each = new ArrayList<>();
    private final int[][] totals;
    private int turn;

    private PairLoopMaker(Loop loop, boolean across, int vectors) {
        this.loop = loop;
        this.across = across;
        this.read = loop.read();
        this.totals = new int[vectors][loop.added().size()];
        for (int u = 0; u < vectors; u++) {
            each.add(new HashMap<>());
        }
    }

    /**
     * Vectors of agents, and partners one after the other.
     * @param vectors 1 for a loop with rooms
     */
    static PairLoop across(Loop loop, int vectors) {
        return new PairLoopMaker(loop, true, vectors).make();
    }

    /** Agents and partners side by side. */
    static PairLoop beside(Loop loop) {
        return new PairLoopMaker(loop, false, 1).make();
    }

    private PairLoop make() {
        write();
        MethodType type = MethodType.methodType(void.class, PairBlock.class);
        byte[] bytes = file.bytes(PairLoop.class, "run", type, code);
        try {
            return (PairLoop) MethodHandles.lookup()
                    .defineHiddenClass(bytes, true)
                    .lookupClass()
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write() {
        before();
        code.beginLoop();
        takeTurn();
        for (int u = 0; u < each.size(); u++) {
            work(u);
        }
        code.endLoop(turn, fields.get("count"));
        for (int u = 0; across && u < totals.length; u++) {
            for (int f = 0; f < totals[u].length; f++) {
                code.load(totals[u][f]);
                sum(f, u);
                floats.intoArray();
            }
        }
        code.end();
    }

    /** Fields, arrays, the vectors that stay, and sums as they are before. */
    private void before() {
        List.of("ownAt", "otherAt", "count", "row", "sumsAt").forEach(name -> field(name, int.class));
        List.of("rows", "sums").forEach(name -> field(name, float[].class));
        List.of("own", "other", "rooms").forEach(name -> field(name, float[][].class));
        read.forEach(this::stay);
        loop.kept().values().forEach(room -> array("rooms", new Operand(Kind.ROOM, room)));
        for (int u = 0; across && u < totals.length; u++) {
            for (int f = 0; f < totals[u].length; f++) {
                floats.species();
                sum(f, u);
                floats.fromArray();
                totals[u][f] = code.keep(FloatVector.class);
            }
        }
        code.push(0);
        turn = code.keep(int.class);
    }

    private void field(String name, Class<?> type) {
        code.load(1).field(PairBlock.class, name, type);
        fields.put(name, code.keep(type));
    }

    private void array(String of, Operand operand) {
        code.load(fields.get(of)).push(operand.index()).element(float[].class);
        arrays.put(operand, code.keep(float[].class));
    }

    private void stay(Operand operand) {
        switch (operand.kind()) {
            case SHARED -> {
                floats.species();
                code.load(fields.get("rows"));
                position("row", operand.index(), 0);
                number(operand);
            }
            case OTHER -> array("other", operand);
            case ROOM -> array("rooms", operand);
            case OWN -> {
                array("own", operand);
                for (int u = 0; across && u < each.size(); u++) {
                    vector(operand, "ownAt", u * V, 0, each.get(u));
                }
            }
            case VALUE -> throw new IllegalArgumentException("a loop makes its values");
        }
    }

    /** What the loop reads anew at every turn. */
    private void takeTurn() {
        for (Operand operand : read) {
            if (operand.kind() == Kind.OTHER && across) {
                floats.species();
                code.load(arrays.get(operand));
                position("otherAt", 0, 1);
                number(operand);
            } else if (operand.kind() == Kind.OTHER) {
                vector(operand, "otherAt", 0, V, common);
            } else if (operand.kind() == Kind.OWN && !across) {
                vector(operand, "ownAt", 0, V, common);
            } else if (operand.kind() == Kind.ROOM) {
                vector(operand, null, 0, V, common);
            }
        }
    }

    /** A number of an array, below which the species is, in every lane. */
    private void number(Operand operand) {
        code.element(float.class);
        floats.broadcast();
        common.put(operand, code.keep(FloatVector.class));
    }

    private void vector(Operand operand, String from, int begin, int perTurn, Map<Operand, Integer> into) {
        floats.species();
        code.load(arrays.get(operand));
        position(from, begin, perTurn);
        floats.fromArray();
        into.put(operand, code.keep(FloatVector.class));
    }

    /**
     * Pushes field + begin + perTurn turn.
     * @param field null for 0
     */
    private void position(String field, int begin, int perTurn) {
        code.push(begin);
        if (field != null) {
            code.load(fields.get(field)).add();
        }
        if (perTurn > 0) {
            code.load(turn).push(perTurn).multiply().add();
        }
    }

    /** Pushes the array of sums and where sum f of vector u begins. */
    private void sum(int f, int u) {
        code.load(fields.get("sums"));
        position("sumsAt", PairBlock.sum(f) + u * V, across ? 0 : V);
    }

    private void work(int u) {
        for (int s = 0; s < loop.steps().size(); s++) {
            Step step = loop.steps().get(s);
            floats.apply(
                    step.operation(),
                    step.operands().stream()
                            .mapToInt(operand -> local(operand, u))
                            .toArray());
            each.get(u).put(new Operand(Kind.VALUE, loop.values().get(s)), code.keep(FloatVector.class));
        }
        for (int f = 0; f < loop.added().size(); f++) {
            addUp(f, u);
        }
        loop.kept().forEach((operand, room) -> {
            code.load(local(operand, u)).load(arrays.get(new Operand(Kind.ROOM, room)));
            position(null, 0, V);
            floats.intoArray();
        });
    }

    private void addUp(int f, int u) {
        int value = local(loop.added().get(f), u);
        if (across) {
            code.load(totals[u][f]).load(value);
            floats.add();
            code.set(totals[u][f]);
        } else {
            floats.species();
            sum(f, u);
            floats.fromArray();
            code.load(value);
            floats.add();
            sum(f, u);
            floats.intoArray();
        }
    }

    private int local(Operand operand, int u) {
        Integer own = each.get(u).get(operand);
        return own != null ? own : common.get(operand);
    }
}
