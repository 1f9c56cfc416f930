package io.github.murmuration.backend.vector;

import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A class of one method besides its constructor, in the format that the Java virtual machine loads. The Java Virtual Machine Specification,
 * chapter 4; bytes of kinds and flags are those of its tables.
 */
final class ClassFile {

    private static final int VERSION = 61;
    private static final int PUBLIC = 0x0001;
    private static final int FINAL_CLASS = 0x0030;
    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int FIELD = 9;
    private static final int METHOD = 10;
    private static final int NAME_AND_TYPE = 12;

    /** Bytes, the higher ones of a number first. */
    static final class Bytes {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Bytes u1(int value) {
            bytes.write(value);
            return this;
        }

        Bytes u2(int value) {
            return u1(value >>> 8).u1(value);
        }

        Bytes u4(int value) {
            return u2(value >>> 16).u2(value);
        }

        Bytes all(byte[] values) {
            bytes.writeBytes(values);
            return this;
        }

        int size() {
            return bytes.size();
        }

        byte[] array() {
            return bytes.toByteArray();
        }
    }

    private final Map<List<Object>, Integer> numbers = new HashMap<>();
    private final Bytes constants = new Bytes();
    private int next = 1;

    /** Number of a class. */
    int type(Class<?> type) {
        return type(type.isArray() ? type.descriptorString() : internalName(type));
    }

    private int type(String internalName) {
        int name = utf8(internalName);
        return number(List.of(CLASS, internalName), new Bytes().u1(CLASS).u2(name));
    }

    int field(Class<?> owner, String name, Class<?> type) {
        return member(FIELD, owner, name, type.descriptorString());
    }

    int method(Class<?> owner, String name, MethodType type) {
        return member(METHOD, owner, name, type.descriptorString());
    }

    private int member(int kind, Class<?> owner, String name, String descriptor) {
        int of = type(owner);
        int first = utf8(name);
        int second = utf8(descriptor);
        int named = number(
                List.of(NAME_AND_TYPE, first, second),
                new Bytes().u1(NAME_AND_TYPE).u2(first).u2(second));
        return number(List.of(kind, of, named), new Bytes().u1(kind).u2(of).u2(named));
    }

    private int utf8(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return number(List.of(UTF8, text), new Bytes().u1(UTF8).u2(bytes.length).all(bytes));
    }

    private int number(List<Object> constant, Bytes written) {
        return numbers.computeIfAbsent(constant, absent -> {
            constants.all(written.array());
            return next++;
        });
    }

    private static String internalName(Class<?> type) {
        return type.getName().replace('.', '/');
    }

    /**
     * The whole class: public, with a constructor that does nothing.
     *
     * @param contract the interface whose only method it has, and in whose package it is
     */
    byte[] bytes(Class<?> contract, String name, MethodType type, MethodCode code) {
        int own = type(internalName(contract) + "Made");
        Bytes rest = new Bytes()
                .u2(PUBLIC | FINAL_CLASS)
                .u2(own)
                .u2(type(Object.class))
                .u2(1)
                .u2(type(contract))
                .u2(0)
                .u2(2);
        MethodCode construct =
                new MethodCode(this).load(0).construct(Object.class).end();
        method(rest, "<init>", MethodType.methodType(void.class), construct, own);
        method(rest, name, type, code, own);
        rest.u2(0);
        return new Bytes()
                .u4(0xcafebabe)
                .u4(VERSION)
                .u2(next)
                .all(constants.array())
                .all(rest.array())
                .array();
    }

    private void method(Bytes into, String name, MethodType type, MethodCode code, int own) {
        byte[] frames = code.frames(own);
        int attribute = utf8("Code");
        int table = utf8("StackMapTable");
        byte[] body = code.body();
        into.u2(PUBLIC).u2(utf8(name)).u2(utf8(type.descriptorString())).u2(1).u2(attribute);
        into.u4(18 + body.length + frames.length)
                .u2(MethodCode.STACK)
                .u2(code.locals())
                .u4(body.length)
                .all(body)
                .u2(0);
        into.u2(1).u2(table).u4(frames.length).all(frames);
    }
}
