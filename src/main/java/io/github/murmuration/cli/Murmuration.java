package io.github.murmuration.cli;

public final class Murmuration {
    public static void main(String[] args) {
        System.out.println(String.join(" ", args) + " console " + System.console());
    }
}
