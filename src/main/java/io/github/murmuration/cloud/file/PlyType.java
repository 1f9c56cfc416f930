package io.github.murmuration.cloud.file;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** Types of numbers in a ply file, each with two names. Source: Turk, "The PLY Polygon File Format", 1994. */
enum PlyType {
    CHAR("char", "int8", 1),
    UCHAR("uchar", "uint8", 1),
    SHORT("short", "int16", 2),
    USHORT("ushort", "uint16", 2),
    INT("int", "int32", 4),
    UINT("uint", "uint32", 4),
    FLOAT("float", "float32", 4),
    DOUBLE("double", "float64", 8);

    private final String name;
    private final String sized;
    private final int bytes;

    PlyType(String name, String sized, int bytes) {
        this.name = name;
        this.sized = sized;
        this.bytes = bytes;
    }

    static Optional<PlyType> of(String text) {
        return Arrays.stream(values())
                .filter(type -> type.name.equals(text) || type.sized.equals(text))
                .findFirst();
    }

    int bytes() {
        return bytes;
    }

    double value(ByteBuffer data, int at) {
        return switch (this) {
            case CHAR -> data.get(at);
            case UCHAR -> Byte.toUnsignedInt(data.get(at));
            case SHORT -> data.getShort(at);
            case USHORT -> Short.toUnsignedInt(data.getShort(at));
            case INT -> data.getInt(at);
            case UINT -> Integer.toUnsignedLong(data.getInt(at));
            case FLOAT -> data.getFloat(at);
            case DOUBLE -> data.getDouble(at);
        };
    }
}
