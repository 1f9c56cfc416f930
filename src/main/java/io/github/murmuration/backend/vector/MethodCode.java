package io.github.murmuration.backend.vector;

import io.github.murmuration.backend.vector.ClassFile.Bytes;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/** Instructions of a method with one parameter and at most one loop. The Java Virtual Machine Specification, chapter 6. */
final class MethodCode {

    /** Most values on the stack. */
    static final int STACK = 12;

    private static final int FULL_FRAME = 255;
    private static final int INTEGER = 1;
    private static final int OBJECT = 7;
    private static final int LARGEST_SHORT_LOCAL = 255;

    private final ClassFile file;
    private final Bytes code = new Bytes();

    /** Classes of the local variables, the object itself left out; int or a class. */
    private final List<Class<?>> locals = new ArrayList<>();

    private int head = -1;
    private int localsAtHead;

    MethodCode(ClassFile file, Class<?>... parameters) {
        this.file = file;
        locals.addAll(List.of(parameters));
    }

    /** A new local variable. It takes its value from the stack. */
    int keep(Class<?> type) {
        locals.add(type);
        store(locals.size(), type);
        return locals.size();
    }

    private void store(int local, Class<?> type) {
        local(type == int.class ? 0x36 : 0x3a, local);
    }

    /** Pushes a local variable; 0 is the object itself. */
    MethodCode load(int local) {
        return local(local > 0 && locals.get(local - 1) == int.class ? 0x15 : 0x19, local);
    }

    /** Gives a local variable the value on the stack. */
    void set(int local) {
        store(local, locals.get(local - 1));
    }

    private MethodCode local(int instruction, int local) {
        if (local > LARGEST_SHORT_LOCAL) {
            code.u1(0xc4).u1(instruction).u2(local);
        } else {
            code.u1(instruction).u1(local);
        }
        return this;
    }

    /** Pushes a number from -32768 to 32767. */
    MethodCode push(int number) {
        code.u1(0x11).u2(number);
        return this;
    }

    MethodCode add() {
        code.u1(0x60);
        return this;
    }

    MethodCode multiply() {
        code.u1(0x68);
        return this;
    }

    /** Replaces an array and an index by the element. */
    MethodCode element(Class<?> type) {
        code.u1(type == float.class ? 0x30 : 0x32);
        return this;
    }

    /** Pushes a field of the object on the stack. */
    MethodCode field(Class<?> owner, String name, Class<?> type) {
        code.u1(0xb4).u2(file.field(owner, name, type));
        return this;
    }

    /** Pushes a field of a class. */
    MethodCode constant(Class<?> owner, String name, Class<?> type) {
        code.u1(0xb2).u2(file.field(owner, name, type));
        return this;
    }

    /** Calls a method of the object below the arguments on the stack. */
    MethodCode call(Class<?> owner, String name, Class<?> result, Class<?>... arguments) {
        code.u1(0xb6).u2(file.method(owner, name, MethodType.methodType(result, arguments)));
        return this;
    }

    /** Calls a method of a class. */
    MethodCode callStatic(Class<?> owner, String name, Class<?> result, Class<?>... arguments) {
        code.u1(0xb8).u2(file.method(owner, name, MethodType.methodType(result, arguments)));
        return this;
    }

    MethodCode construct(Class<?> owner) {
        code.u1(0xb7).u2(file.method(owner, "<init>", MethodType.methodType(void.class)));
        return this;
    }

    MethodCode end() {
        code.u1(0xb1);
        return this;
    }

    /** What follows is repeated. Variables from now on are forgotten at each turn. */
    void beginLoop() {
        head = code.size();
        localsAtHead = locals.size();
    }

    /** Goes back to the beginning as long as counter + 1, which the counter becomes, is less than the limit: two local variables. */
    void endLoop(int counter, int limit) {
        load(counter).push(1).add().set(counter);
        load(counter).load(limit);
        int here = code.size();
        code.u1(0xa1).u2(head - here);
    }

    byte[] body() {
        return code.array();
    }

    int locals() {
        return locals.size() + 1;
    }

    /**
     * What is in the local variables at the beginning of the loop.
     * @param own number of the class that the method belongs to
     */
    byte[] frames(int own) {
        if (head < 0) {
            return new Bytes().u2(0).array();
        }
        Bytes frame = new Bytes()
                .u2(1)
                .u1(FULL_FRAME)
                .u2(head)
                .u2(localsAtHead + 1)
                .u1(OBJECT)
                .u2(own);
        for (Class<?> type : locals.subList(0, localsAtHead)) {
            if (type == int.class) {
                frame.u1(INTEGER);
            } else {
                frame.u1(OBJECT).u2(file.type(type));
            }
        }
        return frame.u2(0).array();
    }
}
