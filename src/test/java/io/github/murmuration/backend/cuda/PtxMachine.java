package io.github.murmuration.backend.cuda;

import io.github.murmuration.tape.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Executes PTX text as one thread would: as much of the language as tapes are written in, after the manual "Parallel Thread Execution ISA".
 * Functions that are called have the meaning of the operation of their name.
 */
final class PtxMachine {

    /** From here on addresses are of the memory of a block, which nothing that is said to be global reaches. */
    static final long OF_BLOCK = 1L << 60;

    private static final Pattern INSTRUCTION = Pattern.compile("(?:@(!?)(%\\w+) )?([\\w.]+)(?: (.*))?;");
    private static final Pattern ADDRESS = Pattern.compile("\\[(%?\\w+)\\+(\\d+)]");

    /** @param predicate null where it is always executed */
    private record Instruction(String predicate, boolean inverted, String name, String[] operands) {}

    private final String[] lines;
    private final Instruction[] instructions;
    private final int[] scope;
    private final List<Map<String, Integer>> labels = new ArrayList<>();
    private final List<Integer> parents = new ArrayList<>();
    private final LongToIntFunction memory;
    private final Map<String, Long> registers = new HashMap<>();
    private final Map<String, float[]> parameters = new HashMap<>();
    private int next;

    /** @param memory float32 bits at an address */
    PtxMachine(String text, LongToIntFunction memory) {
        this.lines = text.lines().map(String::strip).toArray(String[]::new);
        this.memory = memory;
        this.scope = new int[lines.length];
        findLabels();
        this.instructions = Arrays.stream(lines).map(PtxMachine::instruction).toArray(Instruction[]::new);
    }

    void set(String register, long bits) {
        registers.put(register, bits);
    }

    void set(String register, float value) {
        set(register, (long) Float.floatToRawIntBits(value));
    }

    float number(String operand) {
        return Float.intBitsToFloat((int) bits(operand));
    }

    /** From the first line to the last. */
    void run() {
        for (next = 0; next < lines.length; ) {
            Instruction now = instructions[next++];
            if (now != null && (now.predicate == null || truth(now.predicate) != now.inverted)) {
                execute(now.name, now.operands);
            }
        }
    }

    /** Null for braces, labels and declarations. */
    private static Instruction instruction(String line) {
        if (line.isEmpty() || "{}.)".indexOf(line.charAt(0)) >= 0 || line.endsWith(":")) {
            return null;
        }
        Matcher parts = INSTRUCTION.matcher(line);
        if (!parts.matches()) {
            throw new AssertionError("not an instruction: " + line);
        }
        return new Instruction(
                parts.group(2),
                "!".equals(parts.group(1)),
                parts.group(3),
                parts.group(4).split(", "));
    }

    /** Labels belong to the braces that they are within. */
    private void findLabels() {
        List<Integer> open = new ArrayList<>(List.of(begin(-1)));
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].equals("{")) {
                open.add(begin(open.get(open.size() - 1)));
            } else if (lines[i].equals("}")) {
                open.remove(open.size() - 1);
            }
            scope[i] = open.get(open.size() - 1);
            if (lines[i].endsWith(":")) {
                labels.get(scope[i]).put(lines[i].substring(0, lines[i].length() - 1), i);
            }
        }
    }

    private int begin(int parent) {
        labels.add(new HashMap<>());
        parents.add(parent);
        return parents.size() - 1;
    }

    private void execute(String name, String[] x) {
        if (name.startsWith("setp.") || name.startsWith("set.")) {
            compare(name.split("\\."), x);
            return;
        }
        switch (name) {
            case "add.rn.f32" -> set(x[0], number(x[1]) + number(x[2]));
            case "sub.rn.f32" -> set(x[0], number(x[1]) - number(x[2]));
            case "mul.rn.f32" -> set(x[0], number(x[1]) * number(x[2]));
            case "div.rn.f32" -> set(x[0], number(x[1]) / number(x[2]));
            case "fma.rn.f32" -> set(x[0], Math.fma(number(x[1]), number(x[2]), number(x[3])));
            case "sqrt.rn.f32" -> set(x[0], (float) Math.sqrt(number(x[1])));
            case "cvt.rmi.f32.f32" -> set(x[0], (float) Math.floor(number(x[1])));
            case "neg.f32" -> set(x[0], bits(x[1]) ^ 0x80000000L);
            case "abs.f32" -> set(x[0], bits(x[1]) & 0x7fffffffL);
            case "selp.f32" -> set(x[0], bits(truth(x[3]) ? x[1] : x[2]));
            case "mov.f32", "mov.u32" -> set(x[0], bits(x[1]));
            case "mad.lo.s64" -> set(x[0], bits(x[1]) * bits(x[2]) + bits(x[3]));
            case "ld.f32" -> set(x[0], load(address(x[1])));
            case "ld.global.f32", "ld.global.nc.f32" -> set(x[0], load(global(address(x[1]))));
            case "st.param.f32" -> parameter(x[0], name)[place(x[0])] = number(x[1]);
            case "ld.param.f32" -> set(x[0], parameter(x[1], name)[place(x[1])]);
            case "call.uni" -> call(x);
            case "bra.uni" -> next = target(x[0]);
            default -> throw new AssertionError("no meaning is known of " + name);
        }
    }

    /** setp.OP[.BOOL].TYPE p, a, b[, q] and set.OP[.BOOL].f32.f32 d, a, b[, q]. */
    private void compare(String[] name, String[] x) {
        boolean integers = name[name.length - 1].equals("s32");
        boolean holds = integers ? (int) bits(x[1]) < (int) bits(x[2]) : compare(name[1], number(x[1]), number(x[2]));
        if (integers && !name[1].equals("lt")) {
            throw new AssertionError("no meaning is known of " + String.join(".", name));
        }
        if (x.length > 3) {
            holds = name[2].equals("and") ? holds && truth(x[3]) : holds || truth(x[3]);
        }
        if (name[0].equals("set")) {
            set(x[0], holds ? 1.0f : 0.0f);
        } else {
            set(x[0], holds ? 1L : 0L);
        }
    }

    private static boolean compare(String operator, float a, float b) {
        return switch (operator) {
            case "lt" -> a < b;
            case "le" -> a <= b;
            case "gt" -> a > b;
            case "eq" -> a == b;
            case "neu" -> a != b;
            case "nan" -> Float.isNaN(a) || Float.isNaN(b);
            default -> throw new AssertionError("no meaning is known of " + operator);
        };
    }

    /** call.uni (result), tape_NAME, (operand0[, operand1]): the four agents of a column. */
    private void call(String[] x) {
        Operation operation = Operation.valueOf(x[1].substring("tape_".length()).toUpperCase(Locale.ROOT));
        float[][] operands = Arrays.stream(x, 2, x.length)
                .map(operand -> parameters.get(operand.replaceAll("[()]", "")))
                .toArray(float[][]::new);
        float[] results = new float[4];
        for (int r = 0; r < results.length; r++) {
            results[r] = operation.apply(operands[0][r], operands.length > 1 ? operands[1][r] : 0, 0);
        }
        parameters.put("result", results);
    }

    private float[] parameter(String address, String name) {
        String of = matched(address).group(1);
        return name.startsWith("st") ? parameters.computeIfAbsent(of, absent -> new float[4]) : parameters.get(of);
    }

    private static int place(String address) {
        return Integer.parseInt(matched(address).group(2)) / Float.BYTES;
    }

    private long load(long address) {
        return memory.applyAsInt(address) & 0xffffffffL;
    }

    private long address(String operand) {
        Matcher parts = matched(operand);
        return bits(parts.group(1)) + Long.parseLong(parts.group(2));
    }

    private static long global(long address) {
        if (address >= OF_BLOCK) {
            throw new AssertionError("not in global memory: " + address);
        }
        return address;
    }

    private static Matcher matched(String address) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            throw new AssertionError("not an address: " + address);
        }
        return parts;
    }

    private int target(String label) {
        for (int s = scope[next - 1]; s >= 0; s = parents.get(s)) {
            if (labels.get(s).containsKey(label)) {
                return labels.get(s).get(label);
            }
        }
        throw new AssertionError("no label " + label);
    }

    private boolean truth(String predicate) {
        return bits(predicate) != 0;
    }

    private long bits(String operand) {
        if (operand.startsWith("%")) {
            Long bits = registers.get(operand);
            if (bits == null) {
                throw new AssertionError(operand + " is read before it is written");
            }
            return bits;
        }
        return operand.startsWith("0f") ? Long.parseLong(operand.substring(2), 16) : Long.parseLong(operand);
    }
}
