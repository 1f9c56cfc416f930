package io.github.murmuration.tape;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes the tape of one rank and those above: the operations that its outputs need, operands first, each value in a slot until its last
 * use. Of the operands of an operation the one that needs the most slots is worked out first. Source: Sethi and Ullman, "The generation of
 * optimal code for arithmetic expressions", 1970.
 */
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
    private final Map<Node, Integer> needs = new HashMap<>();
    private final Map<Node, Integer> uses = new HashMap<>();
    private final Map<Node, Integer> slots = new HashMap<>();
    private final BitSet taken = new BitSet();

    /** @param whose what the tape is run once for, as refusals say it */
    Writing(Rank rank, String whose, Reader reader) {
        this.rank = rank;
        this.whose = whose;
        this.reader = reader;
    }

    Tape tape(List<Node> outputs) {
        check(countReached(outputs), MOST_OPERATIONS, "operations");
        order(outputs).forEach(this::count);
        Set<Node> order = order(outputs);
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

    private Set<Node> order(List<Node> outputs) {
        Set<Node> order = new LinkedHashSet<>();
        outputs.forEach(output -> visit(output, order));
        return order;
    }

    private void visit(Node node, Set<Node> order) {
        if (isOwn(node) && !order.contains(node)) {
            for (Node operand : neediestFirst(node)) {
                visit(operand, order);
            }
            order.add(node);
        }
    }

    private List<Node> neediestFirst(Node node) {
        List<Node> operands = new ArrayList<>(node.operands());
        operands.sort(Comparator.comparingInt(this::need).reversed());
        return operands;
    }

    /** Slots that the operations of a value take, were none of them shared with other values; 0 where that is not known yet. */
    private int need(Node node) {
        return needs.getOrDefault(node, 0);
    }

    /** That of a value whose operands' needs are known. */
    private void count(Node node) {
        int need = 1;
        List<Node> operands = neediestFirst(node);
        for (int i = 0; i < operands.size(); i++) {
            need = Math.max(need, need(operands.get(i)) + i);
        }
        needs.put(node, need);
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
