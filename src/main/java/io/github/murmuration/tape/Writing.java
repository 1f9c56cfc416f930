package io.github.murmuration.tape;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the tape of one rank and those above: the operations that its outputs need, operands first, each value in a slot until its last use. */
final class Writing {
    private static final int MOST_OPERATIONS = 1024;
    private static final int MOST_SLOTS = 64;

    /** Finds a node that a tape of this rank reads but does not work out. */
    @FunctionalInterface
    interface Reader {
        int operand(Rank rank, Node node);
    }

    private final Rank rank;
    private final String whose;
    private final Reader reader;
    private final Map<Node, Integer> uses = new HashMap<>();
    private final Map<Node, Integer> slots = new HashMap<>();
    private final Map<Node, Integer> needs = new HashMap<>();
    private final BitSet taken = new BitSet();

    /** @param whose what the tape is run once for, as refusals say it */
    Writing(Rank rank, String whose, Reader reader) {
        this.rank = rank;
        this.whose = whose;
        this.reader = reader;
    }

    Tape tape(List<Node> outputs) {
        check(countReached(outputs), MOST_OPERATIONS, "operations");
        Set<Node> order = new LinkedHashSet<>();
        outputs.forEach(output -> visit(output, order));
        order.forEach(this::learnNeed);
        order.clear();
        outputs.forEach(output -> visit(output, order));
        order.forEach(node -> node.operands().forEach(this::use));
        outputs.forEach(this::use);
        int[] code = new int[order.size() * Tape.WIDTH];
        int at = 0;
        int most = 0;
        for (Node node : order) {
            write(node, code, at);
            at += Tape.WIDTH;
            most = Math.max(most, taken.length());
        }
        check(most, MOST_SLOTS, "values at a time");
        return new Tape(code, most, outputs.stream().mapToInt(this::operand).toArray());
    }

    private void check(int count, int most, String what) {
        if (count > most) {
            throw new IllegalArgumentException(
                    count + " " + what + " per " + whose + "; at most " + most + " are possible");
        }
    }

    private boolean isOwn(Node node) {
        return node.rank().compareTo(rank) >= 0 && node.origin() instanceof Node.Result;
    }

    /** Without recursion: a graph that is refused may be deep. */
    private int countReached(List<Node> outputs) {
        Set<Node> reached = new HashSet<>();
        Deque<Node> open = new ArrayDeque<>(outputs);
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (isOwn(node) && reached.add(node)) {
                node.operands().forEach(open::push);
            }
        }
        return reached.size();
    }

    private void visit(Node node, Set<Node> order) {
        if (isOwn(node) && !order.contains(node)) {
            for (Node operand : needed(node)) {
                visit(operand, order);
            }
            order.add(node);
        }
    }

    /** The operands, first those that take most values at a time: the others are kept meanwhile. R. Sethi, J. D. Ullman, J. ACM 17 (1970) 715. */
    private List<Node> needed(Node node) {
        return node.operands().stream()
                .sorted(Comparator.comparing(this::need).reversed())
                .toList();
    }

    /** Values at a time that computing a node takes, if it shares no parts; 0 for what is not computed, and as long as it is not known. */
    private int need(Node node) {
        return needs.getOrDefault(node, 0);
    }

    /** After its operands. */
    private void learnNeed(Node node) {
        List<Node> operands = needed(node);
        int most = 1;
        for (int i = 0; i < operands.size(); i++) {
            most = Math.max(most, need(operands.get(i)) + i);
        }
        needs.put(node, most);
    }

    private void use(Node node) {
        uses.merge(node, 1, Integer::sum);
    }

    private void write(Node node, int[] code, int at) {
        Node.Result result = (Node.Result) node.origin();
        List<Node> operands = result.operands();
        for (int i = 0; i < operands.size(); i++) {
            code[at + 2 + i] = operand(operands.get(i));
        }
        operands.forEach(this::release);
        int slot = taken.nextClearBit(0);
        taken.set(slot);
        slots.put(node, slot);
        code[at] = result.operation().ordinal();
        code[at + 1] = slot;
    }

    private int operand(Node node) {
        return isOwn(node) ? Source.SLOT.at(slots.get(node)) : reader.operand(rank, node);
    }

    /** One use less; after the last one the slot is free, for the result of this very operation too. */
    private void release(Node node) {
        if (uses.merge(node, -1, Integer::sum) == 0 && isOwn(node)) {
            taken.clear(slots.get(node));
        }
    }
}
