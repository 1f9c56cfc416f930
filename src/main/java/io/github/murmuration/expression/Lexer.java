package io.github.murmuration.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text into words. */
final class Lexer {
    private static final Pattern NUMBER = Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern SYMBOL = Pattern.compile("<=|>=|==|!=|[-+*/^(),<>]");

    /** What is written in other languages, and what is written here; longer ones first. */
    private static final List<Map.Entry<String, String>> FOREIGN = List.of(
            Map.entry("**", "write ^ for a power"),
            Map.entry("=", "write == for equal"),
            Map.entry("&", "write and"),
            Map.entry("|", "write or"),
            Map.entry("!", "write not"),
            Map.entry("[", "write x for the x of the agent, other.x for that of its partner"));

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int position;

    private Lexer(String text) {
        this.text = text;
    }

    /** The words of a text, and one of kind END. */
    static List<Token> read(String text) {
        Lexer lexer = new Lexer(text);
        while (lexer.position < text.length()) {
            lexer.readOne();
        }
        lexer.add(Token.Kind.END, "");
        return lexer.tokens;
    }

    private void readOne() {
        char first = text.charAt(position);
        if (Character.isWhitespace(first)) {
            position++;
        } else if (Character.isLetter(first)) {
            int end = endOfName();
            refuseMember(end);
            add(Token.Kind.NAME, text.substring(position, end));
        } else if (!found(NUMBER, Token.Kind.NUMBER)) {
            refuseForeign();
            if (!found(SYMBOL, Token.Kind.SYMBOL)) {
                throw new ExpressionException(shown() + " does not belong in an expression", text, position);
            }
        }
    }

    private int endOfName() {
        boolean ofPartner = text.startsWith(Names.OTHER, position);
        return endOfName(position + (ofPartner ? Names.OTHER.length() : 0));
    }

    private int endOfName(int from) {
        int end = from;
        while (end < text.length() && Names.mayContinue(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** A dot behind any word but {@code other}. */
    private void refuseMember(int dot) {
        if (dot + 1 >= text.length() || text.charAt(dot) != '.' || !Character.isLetter(text.charAt(dot + 1))) {
            return;
        }
        int end = endOfName(dot + 1);
        String name = text.substring(dot + 1, end);
        String advice = Function.called(name).isPresent()
                ? "write " + name + "(...)"
                : "write " + Names.OTHER + name + " for the " + name + " of the partner, " + name
                        + " for the agent's own";
        throw new ExpressionException(text.substring(position, end) + " has no meaning; " + advice, text, position);
    }

    private boolean found(Pattern pattern, Token.Kind kind) {
        Matcher matcher = pattern.matcher(text).region(position, text.length());
        if (!matcher.lookingAt()) {
            return false;
        }
        add(kind, matcher.group());
        return true;
    }

    private void add(Token.Kind kind, String word) {
        tokens.add(new Token(kind, word, position));
        position += word.length();
    }

    private void refuseForeign() {
        if (text.startsWith("!=", position) || text.startsWith("==", position)) {
            return;
        }
        for (Map.Entry<String, String> foreign : FOREIGN) {
            if (text.startsWith(foreign.getKey(), position)) {
                throw new ExpressionException(
                        foreign.getKey() + " has no meaning; " + foreign.getValue(), text, position);
            }
        }
    }

    private String shown() {
        int character = text.codePointAt(position);
        boolean visible = !Character.isISOControl(character) && Character.isDefined(character);
        return visible ? Character.toString(character) : "character " + character;
    }
}
